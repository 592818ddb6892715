//! What the reader has changed: the values of a note's drivers, the way posts are counted, and the rate.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::note::{Driver, DriverIx, Note, Unit};

/// How citizens ÷ caseload becomes posts. Posts are always rounded up: with half a post too few, the caseload would be
/// above the one the reader asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PostsCount {
    /// The quotient is not rounded.
    #[default]
    Exact,
    /// The quotient is rounded up to half posts.
    Half,
    /// The quotient is rounded up to whole posts.
    Whole,
}

impl PostsCount {
    /// Every way of counting, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Exact, Self::Half, Self::Whole];
}

/// A note with the reader's values in place of the baseline's. Every value is within the bounds of its driver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario<'n> {
    note: Note<'n>,
    values: Vec<Decimal>,
    posts: PostsCount,
    rate: Decimal,
}

/// A driver with two values: the document's (in `driver`) and the reader's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<'n> {
    /// The driver's position in the note.
    pub ix: DriverIx,
    /// The driver, with the document's value.
    pub driver: &'n Driver,
    /// The reader's value, in the driver's unit.
    pub value: Decimal,
}

/// Why a driver cannot have a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rejection {
    /// The note has no such driver.
    NoSuchDriver,
    /// The value is below the lowest one, which is given here in the driver's unit.
    TooLow(Decimal),
    /// The value is above the highest one, which is given here in the driver's unit.
    TooHigh(Decimal),
    /// The value has more decimals on screen than allowed. The number allowed is given here.
    TooFine(u32),
}

impl<'n> Scenario<'n> {
    /// The scenario in which nothing differs from the note.
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

    /// The note that the scenario varies.
    #[must_use]
    pub const fn note(&self) -> Note<'n> {
        self.note
    }

    /// The driver's current value, in its unit; `None` for a driver that the note does not have.
    #[must_use]
    pub fn value(&self, driver: DriverIx) -> Option<Decimal> {
        self.values.get(driver.0).copied()
    }

    /// How posts are counted.
    #[must_use]
    pub const fn posts(&self) -> PostsCount {
        self.posts
    }

    /// The reader's rate for the discounted payback, a share of 1 a year. It is 0 until the reader chooses one, because
    /// no document gives a rate.
    #[must_use]
    pub const fn rate(&self) -> Decimal {
        self.rate
    }

    /// Changes the way posts are counted.
    pub const fn count_posts(&mut self, posts: PostsCount) {
        self.posts = posts;
    }

    /// Gives a driver a value, in the driver's unit. The document's own value is always accepted.
    ///
    /// ```
    /// use indsatsregner::notes::Library;
    /// use indsatsregner::scenario::{Rejection, Scenario};
    /// use rust_decimal::Decimal;
    ///
    /// let library = Library::embedded().unwrap();
    /// let note = library.find("ips-2018").unwrap();
    /// let effect = note.variant.find_driver("effect").unwrap();
    /// let mut scenario = Scenario::baseline(note);
    /// assert_eq!(scenario.set(effect, Decimal::new(5, 1)), Ok(()));
    /// // An effect is a share of 1. What is rejected leaves the value as it was.
    /// assert_eq!(scenario.set(effect, Decimal::TWO), Err(Rejection::TooHigh(Decimal::ONE)));
    /// assert_eq!(scenario.value(effect), Some(Decimal::new(5, 1)));
    /// ```
    ///
    /// # Errors
    /// [`Rejection`] if the driver cannot have the value. The driver then keeps the one it has.
    pub fn set(&mut self, driver: DriverIx, value: Decimal) -> Result<(), Rejection> {
        let baseline = self.note.variant.driver(driver).ok_or(Rejection::NoSuchDriver)?;
        let slot = self.values.get_mut(driver.0).ok_or(Rejection::NoSuchDriver)?;
        if value != baseline.value {
            accept(baseline.unit, value)?;
        }
        *slot = value.normalize();
        Ok(())
    }

    /// Gives a driver the document's value again.
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

    /// Whether anything differs from the note. A rate does not count, because the note has none.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.posts != PostsCount::default() || self.changes().next().is_some()
    }
}

/// Checks that the model accepts a value of this unit.
///
/// # Errors
/// The first [`Rejection`] that applies.
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
