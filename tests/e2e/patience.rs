//! Waiting for something that takes its time. A test looks again and again until it sees what it waits for; it never
//! sleeps for a fixed time.
//!
//! Patience is counted in looks, not in seconds. A look asks the browser, so on a busy machine each look takes longer,
//! and a test waits longer. A page that has not changed after the last look is not going to change.

use std::fmt::Debug;
use std::thread;
use std::time::{Duration, Instant};

/// The number of looks before a wait gives up: at least half a minute on an idle machine.
const LOOKS: u32 = 3_000;
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);
/// The longest wait where looks are slow: long enough for anything to be done, but too short for the suite to seem
/// dead.
pub(crate) const LONGEST: Duration = Duration::from_mins(5);

/// The patience of one wait.
struct Patience {
    started: Instant,
    looks: u32,
}

impl Patience {
    fn new() -> Self {
        Self { started: Instant::now(), looks: 0 }
    }

    /// Waits for the next look; `false` when the wait should give up.
    fn lasts(&mut self) -> bool {
        self.looks += 1;
        if self.looks >= LOOKS || self.started.elapsed() >= LONGEST {
            return false;
        }
        thread::sleep(BETWEEN_LOOKS);
        true
    }

    /// How long the wait has taken.
    fn spent(&self) -> String {
        format!("{} looks in {} seconds", self.looks, self.started.elapsed().as_secs())
    }
}

/// The first value that `look` returns; fails with `what` if it never returns any.
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

/// Waits until `look` returns the expected value; fails with the last value it returned.
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

/// Whether something is done before patience ends. It does not fail: it is for the end of a test, where a failure here
/// would hide the test's own.
pub(crate) fn allows(mut done: impl FnMut() -> bool) -> bool {
    let mut patience = Patience::new();
    while !done() {
        if !patience.lasts() {
            return false;
        }
    }
    true
}
