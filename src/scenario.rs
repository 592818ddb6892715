//! What the reader has changed: a note's drivers with the reader's values, and how posts are counted.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::note::{Driver, DriverIx, Note, Unit};

/// How citizens ÷ caseload becomes posts. Always upwards: half a post short is a caseload too high.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PostsCount {
    /// The quotient as it is.
    #[default]
    Exact,
    /// The next half post.
    Half,
    /// The next whole post.
    Whole,
}

impl PostsCount {
    /// Every way, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Exact, Self::Half, Self::Whole];
}

/// A note with the reader's values in place of its own. Every value is within its driver's bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario<'n> {
    note: Note<'n>,
    values: Vec<Decimal>,
    posts: PostsCount,
    rate: Decimal,
}

/// A driver with two values: the document's and the reader's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<'n> {
    /// Its position.
    pub ix: DriverIx,
    /// The driver, with the document's value.
    pub driver: &'n Driver,
    /// The reader's value, in the driver's unit.
    pub value: Decimal,
}

/// Why a value cannot be a driver's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rejection {
    /// The note has no such driver.
    NoSuchDriver,
    /// Below the lowest value, which is given in the driver's unit.
    TooLow(Decimal),
    /// Above the highest value, which is given in the driver's unit.
    TooHigh(Decimal),
    /// More decimals than the number given, as counted on screen.
    TooFine(u32),
}

impl<'n> Scenario<'n> {
    /// The note as it was published.
    #[must_use]
    pub fn baseline(note: Note<'n>) -> Self {
        let values = note.variant.drivers.iter().map(|driver| driver.value).collect();
        Self { note, values, posts: PostsCount::default(), rate: Decimal::ZERO }
    }

    /// The same with a rate for the discounted payback, a share of 1 a year.
    #[must_use]
    pub fn with_rate(self, rate: Decimal) -> Self {
        Self { rate: rate.normalize(), ..self }
    }

    /// What is varied.
    #[must_use]
    pub const fn note(&self) -> Note<'n> {
        self.note
    }

    /// The value in force, in the driver's unit; `None` for a driver of another note.
    #[must_use]
    pub fn value(&self, driver: DriverIx) -> Option<Decimal> {
        self.values.get(driver.0).copied()
    }

    /// How posts are counted.
    #[must_use]
    pub const fn posts(&self) -> PostsCount {
        self.posts
    }

    /// The reader's rate for the discounted payback, a share of 1 a year. It is 0 until the reader chooses one: no document
    /// has a rate.
    #[must_use]
    pub const fn rate(&self) -> Decimal {
        self.rate
    }

    /// Counts posts in another way.
    pub const fn count_posts(&mut self, posts: PostsCount) {
        self.posts = posts;
    }

    /// Puts the reader's value, in the driver's unit, in force. The document's own value is always accepted.
    ///
    /// # Errors
    /// [`Rejection`], and the value in force stays as it was.
    pub fn set(&mut self, driver: DriverIx, value: Decimal) -> Result<(), Rejection> {
        let unit = self.note.variant.driver(driver).ok_or(Rejection::NoSuchDriver)?;
        let slot = self.values.get_mut(driver.0).ok_or(Rejection::NoSuchDriver)?;
        if value != unit.value {
            accept(unit.unit, value)?;
        }
        *slot = value.normalize();
        Ok(())
    }

    /// Puts the document's value of one driver back.
    pub fn restore(&mut self, driver: DriverIx) {
        if let (Some(slot), Some(baseline)) = (self.values.get_mut(driver.0), self.note.variant.driver(driver)) {
            *slot = baseline.value;
        }
    }

    /// The drivers whose value is not the document's, in the note's order.
    pub fn changes(&self) -> impl Iterator<Item = Change<'n>> {
        let drivers = self.note.variant.drivers();
        drivers.zip(&self.values).filter_map(|((ix, driver), value)| {
            (driver.value != *value).then_some(Change { ix, driver, value: *value })
        })
    }

    /// Whether anything differs from the note. A rate does not count: the note has none to differ from.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.posts != PostsCount::default() || self.changes().next().is_some()
    }
}

/// Whether a value of this unit is one the model accepts.
///
/// # Errors
/// The first [`Rejection`] that holds.
pub fn accept(unit: Unit, value: Decimal) -> Result<(), Rejection> {
    let (low, high) = unit.bounds();
    if value < low {
        return Err(Rejection::TooLow(low));
    }
    if value > high {
        return Err(Rejection::TooHigh(high));
    }
    let decimals = unit.decimals();
    let on_screen = value.checked_mul(unit.scale()).ok_or(Rejection::TooHigh(high))?;
    if on_screen.normalize().scale() > decimals { Err(Rejection::TooFine(decimals)) } else { Ok(()) }
}
