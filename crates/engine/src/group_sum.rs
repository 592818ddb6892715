//! What the drivers of a group come to together, so that a folded group still says something.

use rust_decimal::Decimal;

use crate::computed::Computed;
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::{Group, Line, Side, Year};

/// What the drivers of a group come to together, in 1.000 kr. a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupSum {
    /// What all posts cost in this year, rounded as the cells of the table are.
    Posts(Year, Thousands),
    /// What one citizen in a job or education saves in a year, before anything is adjusted.
    SavedPerOutcome(Decimal),
}

/// What the drivers of a group come to together, for the efforts that the perspective counts; `None` for a group whose numbers do not add up to anything.
#[must_use]
pub fn group_sum(computed: &Computed<'_>, group: Group, perspective: Perspective) -> Option<GroupSum> {
    let (variant, outcome) = (computed.note().variant, &computed.outcome);
    match group {
        Group::Staff => {
            let year = computed.figures.year;
            let column = outcome.years.iter().position(|column_year| *column_year == year)?;
            let counted = |line: &Line| line.formula.posts().is_some() && perspective.counts(line.effort);
            let of_posts = variant.lines.iter().zip(&outcome.lines).filter(|(line, _)| counted(line));
            let cells = of_posts.filter_map(|(_, line)| line.cells.get(column).copied());
            Some(GroupSum::Posts(year, cells.sum()))
        }
        Group::Savings => {
            let saves = |line: &Line| line.side == Side::Saving && line.formula.weight.effect.is_some();
            let amounts = variant
                .drivers()
                .filter(|(ix, _)| variant.lines.iter().any(|line| saves(line) && line.formula.unit_amount == *ix));
            let values = amounts.filter_map(|(ix, _)| computed.scenario.value(ix));
            let sum = values.fold(Decimal::ZERO, Decimal::saturating_add);
            (!sum.is_zero()).then_some(GroupSum::SavedPerOutcome(sum))
        }
        Group::Citizens | Group::Costs | Group::Income | Group::Effect | Group::Period | Group::Together => None,
    }
}
