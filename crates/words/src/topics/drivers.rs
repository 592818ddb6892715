//! What stands around the field of a driver.

use crate::Wording;
use model::brackets::Interval;
use model::note::{Origin, Unit};

/// A driver's value in the note, by the kind of its origin.
pub(crate) fn note_value_as(words: &dyn Wording, origin: &Origin, value: &str) -> String {
    let driver = &words.messages().driver;
    match origin {
        Origin::Stated(_) => driver.note_value(value),
        Origin::Derived { lender: None, .. } => driver.derived(value),
        Origin::Derived { lender: Some(_), .. } => driver.derived_at_lender(value),
        Origin::Borrowed { .. } => driver.borrowed(value),
        Origin::Assumed { .. } => driver.assumed(value),
    }
}

/// The interval of values that give every printed cell.
pub(crate) fn interval(words: &dyn Wording, interval: Interval, unit: Unit) -> String {
    let (low, below) = words.numbers().interval(interval, unit);
    words.messages().driver.interval(below, low)
}

/// Whether a driver still follows another one.
pub(crate) fn follows(words: &dyn Wording, leader: &str, is_tied: bool) -> String {
    let driver = &words.messages().driver;
    if is_tied { driver.follows(leader) } else { driver.no_longer_follows(leader) }
}
