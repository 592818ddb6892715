//! How a payback time came about, by each convention.

use rust_decimal::Decimal;

use super::build::{Answer, Builder};
use super::{Ask, Flow, Part, Quantity, Step};
use crate::payback::{Convention, Crossing, Payback, discounted_ends};
use model::evaluate::{Perspective, View};
use model::money::Thousands;
use model::note::Year;

impl Builder<'_, '_> {
    fn view_and_payback(&self, perspective: Perspective, convention: Convention) -> Option<(&View, Payback)> {
        let view = self.computed.outcome.view(perspective)?;
        Some((view, self.computed.payback(perspective, convention)))
    }

    pub(super) fn paid_back(&self, perspective: Perspective, convention: Convention) -> Answer {
        let (view, payback) = self.view_and_payback(perspective, convention)?;
        let reached = match payback {
            Payback::Reached { year, .. } => Some(year),
            // The years show when what is left afterwards pays it back, and when what comes in does.
            Payback::OnlyAfterwards | Payback::NoCosts => {
                match self.computed.payback(perspective, Convention::FirstYear) {
                    Payback::Reached { year, .. } => Some(year),
                    _ => None,
                }
            }
            Payback::NotWithin { .. } | Payback::NoSavings => None,
        };
        let step_of_convention = match convention {
            Convention::FirstYear => None,
            Convention::Interpolated => point(view, payback),
            Convention::Simple => self.simple(perspective, view, payback),
            Convention::Discounted { rate } => Some(self.discounted(view, rate, reached)),
        };
        // If a convention gives no payback, the balance at the end of each year shows why.
        let step = step_of_convention.unwrap_or_else(|| self.year_ends(view, reached));
        Some((Quantity::Payback(payback, convention), vec![step], None))
    }

    /// The paybacks of the same money by the other conventions. The discounted one is left out, because only the reader
    /// chooses a rate.
    pub(super) fn also(&self, ask: Ask) -> Vec<Part> {
        let Ask::Payback(perspective, convention) = ask else { return Vec::new() };
        let others = Convention::all(Decimal::ZERO).into_iter();
        others
            .filter(|other| other.id() != convention.id() && !matches!(other, Convention::Discounted { .. }))
            .filter_map(|other| {
                let (_, payback) = self.view_and_payback(perspective, other)?;
                let value = Quantity::Payback(payback, other);
                Some(Part { ask: Ask::Payback(perspective, other), value, share: None })
            })
            .collect()
    }

    /// Whether a year belongs to the explanation: the year that pays the rest back, and all years before it.
    fn is_needed(year: Year, reached: Option<u32>) -> bool {
        reached.is_none_or(|reached| u32::from(year) <= reached)
    }

    /// The last year's saving, if it takes more years than the table has to pay everything back.
    fn goes_on(&self, view: &View, reached: Option<u32>) -> Option<Thousands> {
        let last = u32::from(*self.computed.outcome.years.last()?);
        reached.filter(|reached| *reached > last).and_then(|_| view.savings.last().copied())
    }

    fn year_ends(&self, view: &View, reached: Option<u32>) -> Step {
        let ends = self.computed.outcome.years.iter().copied().zip(view.cumulative.iter().copied());
        let ends = ends.filter(|(year, _)| Self::is_needed(*year, reached)).collect();
        let horizon = self.computed.scenario.horizon().years();
        if reached.is_some() {
            return Step::PaidBack { ends, goes_on: self.goes_on(view, reached), in_vain: None };
        }
        let goes_on = view.savings.last().copied().filter(|saving| *saving < Thousands::ZERO);
        Step::PaidBack { ends, goes_on, in_vain: Some(horizon) }
    }

    fn simple(&self, perspective: Perspective, view: &View, payback: Payback) -> Option<Step> {
        let Payback::Reached { years, .. } = payback else { return None };
        let (year_of_largest, largest) =
            self.computed.outcome.years.iter().zip(&view.savings).min_by_key(|(_, saving)| **saving)?;
        let part = |flow: Flow, year: Option<Year>, cell: Thousands| Part {
            ask: Ask::Flow(flow, perspective, year),
            value: Quantity::Cell(cell),
            share: None,
        };
        let costs = part(Flow::Costs, None, view.costs.iter().copied().sum());
        Some(Step::Simple(costs, part(Flow::Savings, Some(*year_of_largest), *largest), years))
    }

    fn discounted(&self, view: &View, rate: Decimal, reached: Option<u32>) -> Step {
        let years = self.computed.outcome.years.iter().copied().zip(view.net.iter().copied());
        let ends = years.zip(discounted_ends(view, rate)).map(|((year, net), left)| (year, net, left));
        let ends = ends.filter(|(year, ..)| Self::is_needed(*year, reached)).collect();
        Step::Discounted { rate, ends, goes_on: self.goes_on(view, reached) }
    }
}

/// The point within a year at which everything is paid back.
fn point(view: &View, payback: Payback) -> Option<Step> {
    let Payback::Reached { years, .. } = payback else { return None };
    let Crossing { years_before, left, gain } = Crossing::of(view)?;
    Some(Step::Point { years_before, left, gain, gives: years })
}
