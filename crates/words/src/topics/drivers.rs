//! What stands around the field of a driver.

use crate::Wording;
use model::brackets::Interval;
use model::note::{Driver, DriverKind, Origin, Unit};

/// The name of a driver on screen.
pub(crate) fn driver_name(words: &dyn Wording, driver: &Driver) -> String {
    let added = &words.messages().added_drivers;
    match &driver.kind {
        DriverKind::OfNote { name, .. } => words.named(name).to_owned(),
        DriverKind::FoundAnyway => added.found_anyway.to_owned(),
        DriverKind::PriceFactor { from, to } => added.price_factor(*from, *to),
    }
}

/// The name of a driver inside a sentence.
pub(crate) fn driver_mention(words: &dyn Wording, driver: &Driver) -> String {
    let added = &words.messages().added_drivers;
    let mention = match &driver.kind {
        DriverKind::OfNote { mention, .. } => words.named(mention),
        DriverKind::FoundAnyway => added.found_anyway_mention,
        DriverKind::PriceFactor { .. } => added.price_factor_mention,
    };
    mention.to_owned()
}

/// How a driver's value was derived or why it was assumed; `None` where a document states it.
pub(crate) fn explanation(words: &dyn Wording, driver: &Driver) -> Option<String> {
    let added = &words.messages().added_drivers;
    match (&driver.kind, &driver.origin) {
        (DriverKind::FoundAnyway, _) => Some(added.found_anyway_why.to_owned()),
        (DriverKind::PriceFactor { from, to }, _) => Some(added.price_factor_why(*from, *to)),
        (DriverKind::OfNote { .. }, Origin::Derived { how: None, .. }) => Some(added.in_proportion.to_owned()),
        (DriverKind::OfNote { .. }, origin) => origin.explanation().map(|names| words.named(names).to_owned()),
    }
}

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
