//! The values that the notes give for their drivers and that neither of two scenarios counts with.

use super::{Comparison, Pair};
use model::note::{Alternative, Document, Driver};
use model::scenario::Scenario;
use rust_decimal::Decimal;

/// Another value that a note gives for a driver, such as a measured share beside the target, and what is counted with instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut<'n> {
    /// The driver.
    pub driver: &'n Driver,
    /// The value that is left out.
    pub alternative: &'n Alternative,
    /// The document that gives it.
    pub document: &'n Document,
    /// What each scenario counts with, in the driver's unit; `None` for one whose note does not give the other value.
    pub values: Pair<Option<Decimal>>,
}

impl<'n> Comparison<'n> {
    /// The values that the notes give and that neither scenario counts with, in the order of the drivers. What one of them does count
    /// with stands among the drivers that differ.
    #[must_use]
    pub fn left_out(&self) -> Vec<LeftOut<'n>> {
        let Pair { left, right } = &self.scenarios;
        let mut all: Vec<LeftOut<'n>> = alternatives(left, |value| Pair { left: Some(value), right: None }).collect();
        for other in alternatives(right, |value| Pair { left: None, right: Some(value) }) {
            match all.iter_mut().find(|it| it.says_the_same_as(&other)) {
                Some(same) => same.values.right = other.values.right,
                None => all.push(other),
            }
        }
        all.retain(|it| !it.is_counted_with());
        all
    }
}

impl LeftOut<'_> {
    /// Whether two notes give the same value for the same driver.
    fn says_the_same_as(&self, other: &Self) -> bool {
        let identity = |it: &Self| (it.driver.id.clone(), it.alternative.value, it.alternative.name.clone());
        identity(self) == identity(other)
    }

    fn is_counted_with(&self) -> bool {
        let Pair { left, right } = self.values;
        [left, right].into_iter().flatten().any(|value| value == self.alternative.value)
    }
}

/// The other values that the note of a scenario gives. `side` puts the value that is counted with to the left or to the right.
fn alternatives<'n>(
    scenario: &Scenario<'n>,
    side: fn(Decimal) -> Pair<Option<Decimal>>,
) -> impl Iterator<Item = LeftOut<'n>> {
    let note = scenario.note();
    let counted = note.variant.drivers().filter_map(move |(ix, driver)| Some((driver, side(scenario.value(ix)?))));
    counted.flat_map(move |(driver, values)| {
        let left_out = move |alternative| LeftOut { driver, alternative, document: note.document, values };
        driver.alternatives.iter().map(left_out)
    })
}
