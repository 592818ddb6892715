//! How a payback time came about, by each convention.

use rust_decimal::Decimal;

use super::build::{Answer, Builder};
use super::{Ask, Flow, Part, Quantity, Step};
use crate::evaluate::{Perspective, View};
use crate::money::Thousands;
use crate::note::Year;
use crate::payback::{Convention, Crossing, Payback, discounted_ends, payback};

impl Builder<'_, '_> {
    fn counted(&self, perspective: Perspective, by: Convention) -> Option<(&View, Year, Payback)> {
        let view = self.computed.outcome.view(perspective)?;
        let first = *self.computed.outcome.years.first()?;
        Some((view, first, payback(view, first, by)))
    }

    pub(super) fn paid_back(&self, perspective: Perspective, by: Convention) -> Answer {
        let (view, _, counted) = self.counted(perspective, by)?;
        let reached = match counted {
            Payback::Reached { year, .. } => Some(year),
            Payback::Never | Payback::NoCosts | Payback::NoSavings => None,
        };
        let own = match by {
            Convention::FirstYear => None,
            Convention::Interpolated => point(view, counted),
            Convention::Simple => self.simple(perspective, view, counted),
            Convention::Discounted { rate } => Some(self.discounted(view, rate, reached)),
        };
        // Where a convention finds no point, the ends of the years show why.
        let step = own.unwrap_or_else(|| self.year_ends(view, reached));
        Some((Quantity::Payback(counted, by), vec![step], None))
    }

    /// The other conventions for the same money. A rate is the reader's: without one there is nothing to discount by.
    pub(super) fn also(&self, ask: Ask) -> Vec<Part> {
        let Ask::Payback(perspective, by) = ask else { return Vec::new() };
        let others = Convention::all(Decimal::ZERO).into_iter();
        others
            .filter(|other| other.id() != by.id() && !matches!(other, Convention::Discounted { .. }))
            .filter_map(|other| {
                let (.., counted) = self.counted(perspective, other)?;
                let value = Quantity::Payback(counted, other);
                Some(Part { ask: Ask::Payback(perspective, other), value, share: None })
            })
            .collect()
    }

    /// Whether a year of the table is one in which something was still to be paid back, or the one that pays the rest.
    fn is_needed(year: Year, reached: Option<u32>) -> bool {
        reached.is_none_or(|reached| u32::from(year) <= reached)
    }

    /// The last year's saving, where the table ends before all is paid back.
    fn goes_on(&self, view: &View, reached: Option<u32>) -> Option<Thousands> {
        let last = u32::from(*self.computed.outcome.years.last()?);
        reached.filter(|reached| *reached > last).and_then(|_| view.savings.last().copied())
    }

    fn year_ends(&self, view: &View, reached: Option<u32>) -> Step {
        let ends = self.computed.outcome.years.iter().copied().zip(view.cumulative.iter().copied());
        let ends = ends.filter(|(year, _)| Self::is_needed(*year, reached)).collect();
        Step::PaidBack { ends, goes_on: self.goes_on(view, reached) }
    }

    fn simple(&self, perspective: Perspective, view: &View, counted: Payback) -> Option<Step> {
        let Payback::Reached { years, .. } = counted else { return None };
        let (largest, saving) =
            self.computed.outcome.years.iter().zip(&view.savings).min_by_key(|(_, saving)| **saving)?;
        let part = |flow: Flow, year: Option<Year>, cell: Thousands| Part {
            ask: Ask::Flow(flow, perspective, year),
            value: Quantity::Cell(cell),
            share: None,
        };
        let costs = part(Flow::Costs, None, view.costs.iter().copied().sum());
        Some(Step::Simple(costs, part(Flow::Savings, Some(*largest), *saving), years))
    }

    fn discounted(&self, view: &View, rate: Decimal, reached: Option<u32>) -> Step {
        let years = self.computed.outcome.years.iter().copied().zip(view.net.iter().copied());
        let ends = years.zip(discounted_ends(view, rate)).map(|((year, net), left)| (year, net, left));
        let ends = ends.filter(|(year, ..)| Self::is_needed(*year, reached)).collect();
        Step::Discounted { rate, ends, goes_on: self.goes_on(view, reached) }
    }
}

/// The point within a year.
fn point(view: &View, counted: Payback) -> Option<Step> {
    let Payback::Reached { years, .. } = counted else { return None };
    let Crossing { years_before, left, gain } = Crossing::of(view)?;
    Some(Step::Point { years_before, left, gain, gives: years })
}
