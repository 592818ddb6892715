//! Which number is explained, and of which scenario it is.

use rust_decimal::Decimal;

use crate::compare::Pair;
use crate::explain::Ask;
use crate::note::{DriverIx, Note};
use crate::scenario::Scenario;

/// A number on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question<'n> {
    /// Of the reader's own scenario.
    Own(Ask),
    /// Of the reader's own scenario with other values for these drivers, in their units.
    At(Vec<(DriverIx, Decimal)>, Ask),
    /// Of the scenario that it is compared with.
    Beside(Ask),
    /// What the two differ by; a side that has no such number counts as nothing.
    Apart(Pair<Option<Ask>>),
    /// Of a note as published, on the screens that are about no note of the reader's.
    Of(Note<'n>, Ask),
}

impl Question<'_> {
    /// The reader's scenario with the values that a question is asked at.
    #[must_use]
    pub fn scenario_at<'n>(own: &Scenario<'n>, at: &[(DriverIx, Decimal)]) -> Scenario<'n> {
        let mut scenario = own.clone();
        for (ix, value) in at {
            // A value that the driver refuses leaves the reader's own in force; the link said so when it was opened.
            let _ = scenario.set(*ix, *value);
        }
        scenario
    }
}
