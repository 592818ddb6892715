//! Waiting for something that takes its time. A test looks again and again until it sees what it waits for; it never sleeps
//! for a fixed time.
//!
//! Patience is counted in looks, not in seconds. A look asks the browser, so it takes longer where the machine is busy, and
//! a test waits longer there. A page that has not changed after so many looks will not change.

use std::fmt::Debug;
use std::thread;
use std::time::{Duration, Instant};

/// At least half a minute on an idle machine.
const LOOKS: u32 = 3_000;
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);
/// Where a look is slow: long after anything has been done, and before somebody takes the suite for dead.
pub(crate) const LONGEST: Duration = Duration::from_secs(300);

/// The patience of one wait.
struct Patience {
    started: Instant,
    looks: u32,
}

impl Patience {
    fn new() -> Self {
        Self { started: Instant::now(), looks: 0 }
    }

    /// Waits for the next look; `false` where patience has come to its end.
    fn lasts(&mut self) -> bool {
        self.looks += 1;
        if self.looks >= LOOKS || self.started.elapsed() >= LONGEST {
            return false;
        }
        thread::sleep(BETWEEN_LOOKS);
        true
    }

    /// How long it has lasted.
    fn spent(&self) -> String {
        format!("{} looks in {} seconds", self.looks, self.started.elapsed().as_secs())
    }
}

/// What `look` gives, as soon as it gives something; fails with `what` when it never does.
#[track_caller]
pub(crate) fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let mut patience = Patience::new();
    loop {
        if let Some(seen) = look() {
            return seen;
        }
        assert!(patience.lasts(), "waited in vain ({}): {what}", patience.spent());
    }
}

/// Waits until what `look` sees is as expected; fails with what it last saw instead.
#[track_caller]
pub(crate) fn becomes<S, E>(what: &str, look: impl Fn() -> S, expected: &E)
where
    S: PartialEq<E> + Debug,
    E: Debug + ?Sized,
{
    let mut patience = Patience::new();
    loop {
        let seen = look();
        if seen == *expected {
            return;
        }
        let spent = patience.spent();
        assert!(patience.lasts(), "waited in vain ({spent}) for {what} to be {expected:?}: it is {seen:?}");
    }
}

/// Whether something is done before patience ends; for ends, where a failure must not hide the test's own.
pub(crate) fn allows(mut done: impl FnMut() -> bool) -> bool {
    let mut patience = Patience::new();
    while !done() {
        if !patience.lasts() {
            return false;
        }
    }
    true
}
