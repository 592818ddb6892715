//! The efforts of two notes that do not have the same ones: one effort is not to be set against three.

use super::Pair;
use crate::computed::Computed;
use model::money::Thousands;
use model::note::{Effort, Names};

/// The efforts that both notes have, and those that only one of them has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EffortsApart<'n> {
    /// The names of the efforts that both have; empty where they have none in common.
    pub shared: Vec<&'n Names>,
    /// What the shared efforts cost in the year of the key figures.
    pub costs: Pair<Thousands>,
    /// What they cost over all years.
    pub sums: Pair<Thousands>,
    /// The names of the efforts that each has alone.
    pub alone: Pair<Vec<&'n Names>>,
}

/// The efforts of both sides; `None` where they have the same ones.
pub(super) fn apart<'n>(left: &Computed<'n>, right: &Computed<'n>) -> Option<EffortsApart<'n>> {
    let both = Pair { left, right };
    let efforts = both.map(|computed| computed.note().variant.efforts.as_slice());
    let is_in = |efforts: &[Effort], effort: &Effort| efforts.iter().any(|other| other.id == effort.id);
    let names = |some: &'n [Effort], others: &'n [Effort], shared: bool| -> Vec<&'n Names> {
        some.iter().filter(|effort| is_in(others, effort) == shared).map(|effort| &effort.name).collect()
    };
    let alone =
        Pair { left: names(efforts.left, efforts.right, false), right: names(efforts.right, efforts.left, false) };
    if alone.left.is_empty() && alone.right.is_empty() {
        return None;
    }
    let costs = |computed: &Computed<'n>, others: &[Effort], in_year: bool| -> Thousands {
        let column = computed.outcome.years.iter().position(|year| *year == computed.figures.year);
        let shared = computed.note().variant.efforts.iter().zip(&computed.outcome.efforts);
        let cells = shared.filter(|(effort, _)| is_in(others, effort)).flat_map(|(_, effort)| {
            effort.costs.iter().enumerate().filter(|(index, _)| !in_year || Some(*index) == column)
        });
        cells.map(|(_, cost)| *cost).sum()
    };
    let of_both =
        |in_year| Pair { left: costs(left, efforts.right, in_year), right: costs(right, efforts.left, in_year) };
    Some(EffortsApart {
        shared: names(efforts.left, efforts.right, true),
        costs: of_both(true),
        sums: of_both(false),
        alone,
    })
}
