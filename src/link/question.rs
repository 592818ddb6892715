//! Which number is explained, and of which scenario it is.

use rust_decimal::Decimal;

use super::Page;
use crate::compare::Pair;
use crate::explain::Ask;
use crate::note::{DriverIx, Note};
use crate::scenario::Scenario;

/// A number on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question<'n> {
    /// A number of one scenario.
    Of(Whose<'n>, Ask),
    /// What the two sides of a comparison differ by; a side that has no such number counts as nothing.
    Difference(Pair<Option<Ask>>),
}

/// The scenario that a number is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose<'n> {
    /// The reader's own.
    Own,
    /// The reader's own with other values for these drivers, in their units.
    At(Vec<(DriverIx, Decimal)>),
    /// The one that it is compared with.
    Other,
    /// A note as published, on the screens that are about no note of the reader's.
    Baseline(Note<'n>),
}

impl<'n> Page<'n> {
    /// The scenario that the reader's `own` is compared with.
    #[must_use]
    pub fn other_scenario(&self, own: &Scenario<'n>) -> Scenario<'n> {
        self.other.clone().unwrap_or_else(|| Scenario::baseline(own.note()).with_rate(own.rate()))
    }

    /// The scenario that a number is of, where the reader's is `own`.
    #[must_use]
    pub fn scenario_of(&self, whose: &Whose<'n>, own: &Scenario<'n>) -> Scenario<'n> {
        match whose {
            Whose::Own => own.clone(),
            Whose::At(values) => {
                let mut scenario = own.clone();
                for (ix, value) in values {
                    // A value that the driver refuses leaves the reader's own in force; the link said so when it was opened.
                    let _ = scenario.set(*ix, *value);
                }
                scenario
            }
            Whose::Other => self.other_scenario(own),
            Whose::Baseline(note) => Scenario::baseline(*note).with_rate(own.rate()),
        }
    }
}
