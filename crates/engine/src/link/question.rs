//! Which number is explained, and which scenario it belongs to.

use rust_decimal::Decimal;

use super::Page;
use crate::compare::Pair;
use crate::explain::Ask;
use model::note::{DriverIx, Note};
use model::scenario::Scenario;

/// A number on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question<'n> {
    /// A number of one scenario.
    Of(Whose<'n>, Ask),
    /// The difference between two scenarios. A scenario that does not have the number counts as zero.
    Difference(Pair<Option<Ask>>),
}

/// The scenario that a number belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose<'n> {
    /// The reader's own.
    Own,
    /// The reader's own with other values for these drivers, in their units.
    At(Vec<(DriverIx, Decimal)>),
    /// The other scenario, which the reader's own is compared with.
    Other,
    /// The baseline of a note, on screens that are not about the reader's scenario.
    Baseline(Note<'n>),
}

impl<'n> Page<'n> {
    /// The scenario that the reader's `own` is compared with.
    #[must_use]
    pub fn other_scenario(&self, own: &Scenario<'n>) -> Scenario<'n> {
        self.other.clone().unwrap_or_else(|| Scenario::baseline(own.note()).with_settings(own.settings()))
    }

    /// The scenario that a number belongs to. `own` is the reader's.
    #[must_use]
    pub fn scenario_of(&self, whose: &Whose<'n>, own: &Scenario<'n>) -> Scenario<'n> {
        match whose {
            Whose::Own => own.clone(),
            Whose::At(values) => {
                let mut scenario = own.clone();
                for (ix, value) in values {
                    // If the driver rejects a value, the reader's own stays. The link gave a notice when it was opened.
                    let _ = scenario.set(*ix, *value);
                }
                scenario
            }
            Whose::Other => self.other_scenario(own),
            Whose::Baseline(note) => Scenario::baseline(*note).with_settings(own.settings()),
        }
    }
}
