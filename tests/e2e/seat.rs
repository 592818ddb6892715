//! How many tests may have a browser at a time: as many as the machine has cores, and no more than its memory is sure to hold.

use std::cell::Cell;
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread::available_parallelism;

/// A browser takes some 300 MB.
const MOST: usize = 8;

static TAKEN: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

thread_local! {
    /// How many browsers the test on this thread has. It takes one seat for all of them, or two tests that each want a second
    /// browser could wait for each other.
    static BROWSERS: Cell<usize> = const { Cell::new(0) };
}

/// Room for a browser, free again on drop.
#[derive(Debug)]
pub(crate) struct Seat(());

impl Seat {
    /// How many there are.
    pub(crate) fn all() -> usize {
        available_parallelism().map_or(1, usize::from).min(MOST)
    }

    /// Waits until there is room.
    pub(crate) fn take() -> Self {
        if BROWSERS.replace(BROWSERS.get() + 1) == 0 {
            let seats = Self::all();
            let taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
            let mut taken = FREED.wait_while(taken, |taken| *taken >= seats).unwrap_or_else(PoisonError::into_inner);
            *taken += 1;
        }
        Self(())
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        if BROWSERS.replace(BROWSERS.get() - 1) == 1 {
            *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
            FREED.notify_one();
        }
    }
}
