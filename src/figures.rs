//! The key figures: what a reader asks first, each from the outcome's cells.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::evaluate::{Outcome, Perspective, View};
use crate::money::Thousands;
use crate::note::{Note, PaybackBasis, PrintedPayback, Year};
use crate::payback::{Convention, Payback, payback};

/// Key figures of an outcome. Costs and people are those of `year`, the last one in which every effort runs: for a single
/// effort the one with full effect, unless it runs a single year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Payback on the total economy, by the document's convention.
    pub total: Payback,
    /// The same, interpolated.
    pub total_interpolated: Payback,
    /// Payback on service alone, by the document's convention.
    pub service: Payback,
    /// The same, interpolated.
    pub service_interpolated: Payback,
    /// Costs plus savings over all years; negative is a saving.
    pub net: Thousands,
    /// The first and last year that the net is summed over.
    pub net_years: (Year, Year),
    /// The year that the figures below are about.
    pub year: Year,
    /// Costs in that year.
    pub cost: Thousands,
    /// Citizens at a time.
    pub citizens: Decimal,
    /// Citizens who reach a job or education in that year.
    pub outcomes: Decimal,
    /// Costs of the year per citizen, in 1.000 kr.; `None` without citizens.
    pub cost_per_citizen: Option<Decimal>,
    /// Costs of the year per citizen in a job or education, in 1.000 kr.; `None` where nobody reaches one.
    pub cost_per_outcome: Option<Decimal>,
    /// Full-time posts.
    pub posts: Decimal,
    /// Full-time posts that the caseload decides.
    pub consultants: Decimal,
}

/// A payback time that the document prints, beside what its own tables give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaybackCheck {
    /// What it counts.
    pub basis: PaybackBasis,
    /// As printed, in years.
    pub printed: u16,
    /// By the document's convention, from the cells of the note as published.
    pub computed: Payback,
    /// What the tables print for it: all costs, all savings, and the saving of the last year, which goes on.
    pub cells: (Thousands, Thousands, Thousands),
}

impl PaybackCheck {
    /// Whether the tables give what is printed.
    #[must_use]
    pub fn agrees(&self) -> bool {
        matches!(self.computed, Payback::Reached { years, .. } if years == Decimal::from(self.printed))
    }
}

/// Every payback time that the note prints, beside what the outcome of the note as published gives.
#[must_use]
pub fn payback_checks(note: Note<'_>, outcome: &Outcome) -> Vec<PaybackCheck> {
    let check = |published: &PrintedPayback| {
        let view = outcome.view(match published.basis {
            PaybackBasis::Total => Perspective::Total,
            PaybackBasis::Service => Perspective::Service,
        })?;
        let sum = |cells: &[Thousands]| cells.iter().copied().sum::<Thousands>();
        Some(PaybackCheck {
            basis: published.basis,
            printed: published.payback,
            computed: payback(view, note.variant.first, Convention::FirstYear),
            cells: (sum(&view.costs), sum(&view.savings), *view.savings.last()?),
        })
    };
    note.variant.printed_paybacks.iter().filter_map(check).collect()
}

/// The key figures; `None` for a note without years or efforts, which `load` does not let through.
#[must_use]
pub fn figures(note: Note<'_>, outcome: &Outcome) -> Option<Figures> {
    let total = outcome.view(Perspective::Total)?;
    let service = outcome.view(Perspective::Service)?;
    let first = note.variant.first;
    let of = |view: &View, convention| payback(view, first, convention);

    let year = outcome.efforts.iter().map(|effort| effort.stops.saturating_sub(1)).min()?;
    let column = outcome.years.iter().position(|column| *column == year)?;
    let cost = *total.costs.get(column)?;
    let sum = |each: &dyn Fn(&crate::evaluate::EffortOutcome) -> Option<Decimal>| {
        outcome.efforts.iter().filter_map(each).try_fold(Decimal::ZERO, Decimal::checked_add).map(|sum| sum.normalize())
    };
    let citizens = sum(&|effort| effort.citizens)?;
    let outcomes = sum(&|effort| effort.outcomes.get(column).copied())?;

    // Costs of efforts without citizens would be borne by the citizens of the others.
    let counted = outcome.efforts.iter().all(|effort| effort.citizens.is_some());

    Some(Figures {
        total: of(total, Convention::FirstYear),
        total_interpolated: of(total, Convention::Interpolated),
        service: of(service, Convention::FirstYear),
        service_interpolated: of(service, Convention::Interpolated),
        net: total.net.iter().copied().sum(),
        net_years: (first, *outcome.years.last()?),
        year,
        cost,
        citizens,
        outcomes,
        cost_per_citizen: counted.then(|| cost.decimal().checked_div(citizens)).flatten(),
        cost_per_outcome: counted.then(|| cost.decimal().checked_div(outcomes)).flatten(),
        posts: sum(&|effort| Some(effort.posts))?,
        consultants: sum(&|effort| effort.consultants)?,
    })
}
