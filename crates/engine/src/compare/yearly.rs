//! The costs of two scenarios, year by year.

use super::{Pair, efforts};
use crate::computed::Computed;
use model::money::Thousands;
use model::note::Year;
use model::ordered::each_once;

/// The costs of each year that either table has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearlyCosts {
    /// The years, in order.
    pub years: Vec<Year>,
    /// The costs of each of them; `None` in a year that is not in the table of that scenario.
    pub costs: Pair<Vec<Option<Thousands>>>,
}

impl YearlyCosts {
    /// Whether both cost the same in every year. A year that is not in a table costs nothing there.
    #[must_use]
    pub fn are_the_same(&self) -> bool {
        let mut both = self.costs.left.iter().zip(&self.costs.right);
        both.all(|(left, right)| left.unwrap_or_default() == right.unwrap_or_default())
    }
}

/// The costs of both, of the efforts that both have. `None` where they have none in common: an effort is not to be set against
/// another one.
#[must_use]
pub fn yearly_costs(left: &Computed<'_>, right: &Computed<'_>) -> Option<YearlyCosts> {
    let apart = efforts::apart(left, right);
    if apart.is_some_and(|apart| apart.shared.is_empty()) {
        return None;
    }
    let years: Vec<Year> = each_once(left.outcome.years.iter().chain(&right.outcome.years).copied());
    let costs = |computed: &Computed<'_>, other: &Computed<'_>| -> Vec<Option<Thousands>> {
        let is_shared = |id: &str| other.note().variant.efforts.iter().any(|effort| effort.id == id);
        let efforts = computed.note().variant.efforts.iter().zip(&computed.outcome.efforts);
        let shared: Vec<_> = efforts.filter(|(effort, _)| is_shared(&effort.id)).map(|(_, outcome)| outcome).collect();
        let column = |year: &Year| computed.outcome.years.iter().position(|own| own == year);
        let in_column =
            |column: usize| shared.iter().filter_map(|effort| effort.costs.get(column).copied()).sum::<Thousands>();
        years.iter().map(|year| column(year).map(in_column)).collect()
    };
    let costs = Pair { left: costs(left, right), right: costs(right, left) };
    Some(YearlyCosts { years, costs })
}
