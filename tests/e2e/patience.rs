//! Waiting for something that takes its time: looked at again and again until a deadline, never for a fixed while.

use std::fmt::Debug;
use std::thread;
use std::time::{Duration, Instant};

/// Far more than anything here takes, for a machine that is busy with something else.
const DEADLINE: Duration = Duration::from_secs(30);
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// What `look` gives, as soon as it gives something; fails with `what` when it never does.
#[track_caller]
pub(crate) fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(seen) = look() {
            return seen;
        }
        assert!(started.elapsed() < DEADLINE, "waited {} seconds in vain: {what}", DEADLINE.as_secs());
        thread::sleep(BETWEEN_LOOKS);
    }
}

/// Waits until what `look` sees is as expected; fails with what it last saw instead.
#[track_caller]
pub(crate) fn becomes<S, E>(what: &str, look: impl Fn() -> S, expected: &E)
where
    S: PartialEq<E> + Debug,
    E: Debug + ?Sized,
{
    let started = Instant::now();
    loop {
        let seen = look();
        if seen == *expected {
            return;
        }
        let seconds = DEADLINE.as_secs();
        assert!(
            started.elapsed() < DEADLINE,
            "waited {seconds} seconds in vain for {what} to be {expected:?}: it is {seen:?}"
        );
        thread::sleep(BETWEEN_LOOKS);
    }
}

/// Whether something is done before the deadline; for ends, where a failure must not hide the test's own.
pub(crate) fn allows(mut done: impl FnMut() -> bool) -> bool {
    let started = Instant::now();
    while !done() {
        if started.elapsed() >= DEADLINE {
            return false;
        }
        thread::sleep(BETWEEN_LOOKS);
    }
    true
}
