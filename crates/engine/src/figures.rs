//! The key figures: the numbers that a reader asks for first. Each is computed from the cells of the outcome.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::payback::{Convention, Payback, payback};
use model::evaluate::{EffortOutcome, Outcome, Perspective, View};
use model::money::Thousands;
use model::note::{Driver, Note, PaybackBasis, PrintedPayback, Year};
use model::scenario::{Horizon, Scenario};

/// The key figures of an outcome. Costs and people are those of `year`, the last year in which every effort runs. If
/// there is a single effort, it has its full effect in that year, unless it only runs for one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Payback in the total economy, by the document's convention.
    pub total: Payback,
    /// Payback in the total economy, interpolated.
    pub total_interpolated: Payback,
    /// Payback in service alone, by the document's convention.
    pub service: Payback,
    /// Payback in service alone, interpolated.
    pub service_interpolated: Payback,
    /// What comes back for each krone of cost, in each perspective.
    pub returned: Vec<Returned>,
    /// Costs plus savings over all years. A negative net is a gain.
    pub net: Thousands,
    /// The first and last year that the net is summed over.
    pub net_years: (Year, Year),
    /// The year that the figures below are about.
    pub year: Year,
    /// Costs in that year.
    pub cost: Thousands,
    /// Citizens in the efforts at any one time.
    pub citizens: Decimal,
    /// Citizens who reach a job or education in that year.
    pub outcomes: Decimal,
    /// Costs of the year per citizen, in 1.000 kr.; `None` where an effort names no citizens.
    pub cost_per_citizen: Option<Decimal>,
    /// Costs of the year per citizen in a job or education, in 1.000 kr.; `None` where nobody reaches one, where an
    /// effort names no citizens, and where its share is not one of everybody in it.
    pub cost_per_outcome: Option<Decimal>,
    /// All full-time posts.
    pub posts: Decimal,
    /// The full-time posts that citizens ÷ caseload leads to.
    pub consultants: Decimal,
}

/// What an effort and each of its people cost in its last year, the one with full effect unless it only runs for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EffortFigures {
    /// The year.
    pub year: Year,
    /// The costs of the effort in that year.
    pub cost: Thousands,
    /// These costs per place, in 1.000 kr.; `None` where the note names no citizens.
    pub cost_per_citizen: Option<Decimal>,
    /// These costs per citizen in a job or education, in 1.000 kr.; `None` where nobody reaches one, or where the share is
    /// not one of everybody in the effort.
    pub cost_per_outcome: Option<Decimal>,
}

/// The figures of the effort at a position in the note; `None` for one that it does not have.
#[must_use]
pub fn effort_figures(note: Note<'_>, outcome: &Outcome, effort: usize) -> Option<EffortFigures> {
    let now = outcome.efforts.get(effort)?;
    let year = now.stops.saturating_sub(1);
    let column = outcome.years.iter().position(|column_year| *column_year == year)?;
    let cost = now.costs.get(column).copied().unwrap_or_default();
    let outcomes = now.outcomes.get(column).copied().filter(|_| note.counts_outcomes(effort));
    let per_person = |people: Option<Decimal>| people.and_then(|people| cost.decimal().checked_div(people));
    Some(EffortFigures {
        year,
        cost,
        cost_per_citizen: per_person(now.citizens),
        cost_per_outcome: per_person(now.citizens.and(outcomes)),
    })
}

/// The costs of an effort's year for each citizen in a job or education who would not have been in one anyway, in 1.000 kr.: the cost
/// per citizen in one ÷ (1 − the share who would). `None` where the scenario counts nobody as such, where all of them are, and
/// where there is no cost per citizen in a job.
///
/// ```
/// use engine::figures::{cost_per_extra_outcome, effort_figures};
/// use engine::notes::Library;
/// use model::evaluate::evaluate;
/// use model::scenario::Scenario;
/// use rust_decimal::Decimal;
///
/// let library = Library::embedded().unwrap();
/// let mut scenario = Scenario::baseline(library.find("ips-2018").unwrap());
/// let outcome = evaluate(&scenario).unwrap();
/// assert_eq!(cost_per_extra_outcome(&scenario, &outcome, 0), None);
/// // One of ten would have found a job anyway, so nine carry the costs of ten.
/// scenario.set(scenario.note().variant.find_driver("anyway").unwrap(), Decimal::new(1, 1)).unwrap();
/// let in_job = effort_figures(scenario.note(), &outcome, 0).unwrap().cost_per_outcome.unwrap();
/// let extra = cost_per_extra_outcome(&scenario, &outcome, 0).unwrap();
/// assert_eq!((extra * Decimal::from(9)).round_dp(6), (in_job * Decimal::from(10)).round_dp(6));
/// ```
#[must_use]
pub fn cost_per_extra_outcome(scenario: &Scenario<'_>, outcome: &Outcome, effort: usize) -> Option<Decimal> {
    let note = scenario.note();
    let anyway = note.variant.find_driver(Driver::FOUND_ANYWAY)?;
    let anyway = scenario.value(anyway).filter(|share| *share > Decimal::ZERO)?;
    let figures = effort_figures(note, outcome, effort)?;
    let extra = Decimal::ONE.checked_sub(anyway).filter(|share| *share > Decimal::ZERO)?;
    figures.cost_per_outcome?.checked_div(extra)
}

/// What comes back for each krone of cost: savings ÷ costs. `None` where there are no costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Returned {
    /// Whose money is counted.
    pub perspective: Perspective,
    /// Over all years of the table.
    pub in_all: Option<Decimal>,
    /// The last year in which every effort with savings runs, so that none of them is only beginning.
    pub year: Year,
    /// In that year.
    pub in_year: Option<Decimal>,
}

impl Returned {
    pub(crate) fn of(view: &View, (year, column): (Year, usize)) -> Self {
        let per_krone = |saving: Thousands, cost: Thousands| {
            let costs = Some(cost.decimal()).filter(|_| cost > Thousands::ZERO)?;
            saving.negated().decimal().checked_div(costs)
        };
        let sum = |cells: &[Thousands]| cells.iter().copied().sum::<Thousands>();
        let cells = view.savings.get(column).zip(view.costs.get(column));
        Self {
            perspective: view.perspective,
            in_all: per_krone(sum(&view.savings), sum(&view.costs)),
            year,
            in_year: cells.and_then(|(saving, cost)| per_krone(*saving, *cost)),
        }
    }
}

impl Figures {
    /// What comes back for each krone of cost in a perspective. There is nothing to say about one that the note does not
    /// have.
    #[must_use]
    pub fn returned(&self, perspective: Perspective) -> Returned {
        let returned = self.returned.iter().find(|returned| returned.perspective == perspective);
        returned.copied().unwrap_or(Returned { perspective, in_all: None, year: self.year, in_year: None })
    }
}

/// A payback time that the document prints, beside the one computed from its own tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaybackCheck {
    /// Whose money it counts.
    pub basis: PaybackBasis,
    /// The printed payback time, in years.
    pub printed: u16,
    /// The payback by the document's convention, from the cells of the baseline, however far ahead it lies.
    pub computed: Payback,
    /// The amounts behind it: all costs, all savings, and the saving of the last year, which goes on.
    pub cells: (Thousands, Thousands, Thousands),
}

impl PaybackCheck {
    /// Whether the computed payback is the printed one.
    #[must_use]
    pub fn agrees(&self) -> bool {
        is_printed(self.printed, self.computed)
    }
}

/// The perspective whose payback a document prints.
pub(crate) const fn perspective_of(basis: PaybackBasis) -> Perspective {
    match basis {
        PaybackBasis::Total => Perspective::Total,
        PaybackBasis::Service => Perspective::Service,
    }
}

/// The payback to compare with a printed one, which may lie beyond every horizon that a reader can choose. `first` is
/// the year of the view's first column.
pub(crate) fn however_far_ahead(view: &View, first: Year) -> Payback {
    payback(view, first, Convention::FirstYear, u32::MAX)
}

/// Whether a payback comes after exactly this many years.
pub(crate) fn is_printed(printed: u16, computed: Payback) -> bool {
    matches!(computed, Payback::Reached { years, .. } if years == Decimal::from(printed))
}

/// Every payback time that the note prints, beside the one computed from the outcome of its baseline.
#[must_use]
pub fn payback_checks(note: Note<'_>, outcome: &Outcome) -> Vec<PaybackCheck> {
    let check = |printed: &PrintedPayback| {
        let view = outcome.view(perspective_of(printed.basis))?;
        let sum = |cells: &[Thousands]| cells.iter().copied().sum::<Thousands>();
        Some(PaybackCheck {
            basis: printed.basis,
            printed: printed.payback,
            computed: however_far_ahead(view, note.variant.first),
            cells: (sum(&view.costs), sum(&view.savings), *view.savings.last()?),
        })
    };
    note.variant.printed_paybacks.iter().filter_map(check).collect()
}

/// The key figures; `None` for a note without years or efforts, which `load` does not let through.
#[must_use]
pub fn figures(note: Note<'_>, outcome: &Outcome, horizon: Horizon) -> Option<Figures> {
    let total = outcome.view(Perspective::Total)?;
    let service = outcome.view(Perspective::Service)?;
    let first = note.variant.first;
    let payback_of = |view: &View, convention| payback(view, first, convention, horizon.years());

    let year = outcome.efforts.iter().map(|effort| effort.stops.saturating_sub(1)).min()?;
    let column = outcome.years.iter().position(|column_year| *column_year == year)?;
    let cost = *total.costs.get(column)?;
    let saving_efforts = (0..outcome.efforts.len()).filter(|effort_index| note.variant.saves(*effort_index));
    let stops = saving_efforts.filter_map(|effort_index| outcome.efforts.get(effort_index)).map(|effort| effort.stops);
    let last_full = stops.min().map_or(year, |stops| stops.saturating_sub(1));
    let full_year = (last_full, outcome.years.iter().position(|column_year| *column_year == last_full)?);
    let sum = |of_effort: &dyn Fn(&EffortOutcome) -> Option<Decimal>| {
        let mut numbers = outcome.efforts.iter().filter_map(of_effort);
        numbers.try_fold(Decimal::ZERO, Decimal::checked_add).map(|sum| sum.normalize())
    };
    let citizens = sum(&|effort| effort.citizens)?;
    let outcomes = sum(&|effort| effort.outcomes.get(column).copied())?;

    // Otherwise the costs of efforts without citizens would be divided among the citizens of the others.
    let all_have_citizens = outcome.efforts.iter().all(|effort| effort.citizens.is_some());

    // A share of those who have completed an effort is no share of its citizens.
    let all_count_outcomes = (0..note.variant.efforts.len()).all(|effort| note.counts_outcomes(effort));

    Some(Figures {
        total: payback_of(total, Convention::FirstYear),
        total_interpolated: payback_of(total, Convention::Interpolated),
        service: payback_of(service, Convention::FirstYear),
        service_interpolated: payback_of(service, Convention::Interpolated),
        returned: outcome.views.iter().map(|view| Returned::of(view, full_year)).collect(),
        net: total.net.iter().copied().sum(),
        net_years: (first, *outcome.years.last()?),
        year,
        cost,
        citizens,
        outcomes,
        cost_per_citizen: all_have_citizens.then(|| cost.decimal().checked_div(citizens)).flatten(),
        cost_per_outcome: (all_have_citizens && all_count_outcomes)
            .then(|| cost.decimal().checked_div(outcomes))
            .flatten(),
        posts: sum(&|effort| Some(effort.posts))?,
        consultants: sum(&|effort| effort.consultants)?,
    })
}
