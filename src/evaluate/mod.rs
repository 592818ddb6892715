//! The calculation: a scenario in, its [`Outcome`] out. Pure, in exact decimals; cells are rounded once, at the end of
//! each line, and everything after that adds cells.

mod amount;
mod factor;
mod focus;
mod phase;
mod view;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::money::Thousands;
use crate::note::{DriverIx, Side, Variant, Year};
use crate::scenario::Scenario;

use phase::Calendar;

pub use amount::exact_amount;
pub use factor::{Factor, factors};
pub use focus::Focus;
pub use view::{Perspective, View, part_of_cell};

pub(crate) use amount::{Cells, full_amount, posts_needed, weight};
pub(crate) use phase::phase_in;

/// All that follows from a scenario: plain data for the page, the exports and the tests alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The years of every list below: the note's own, and on until a longer effort has stopped.
    pub years: Vec<Year>,
    /// What each effort does, in the note's order.
    pub efforts: Vec<EffortOutcome>,
    /// The cells of each line, in the note's order.
    pub lines: Vec<LineOutcome>,
    /// The same money seen from each side: total, service, and every committee.
    pub views: Vec<View>,
}

/// What an effort does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EffortOutcome {
    /// The first year after it has stopped.
    pub stops: Year,
    /// Consultants that citizens and caseload lead to, in full-time posts.
    pub consultants: Option<Decimal>,
    /// All its posts in a year in which it runs, consultants and others.
    pub posts: Decimal,
    /// Citizens at a time.
    pub citizens: Option<Decimal>,
    /// Citizens who reach a job or education, by year.
    pub outcomes: Vec<Decimal>,
    /// What it costs, by year.
    pub costs: Vec<Thousands>,
}

/// The cells of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineOutcome {
    /// One a year; savings negative.
    pub cells: Vec<Thousands>,
}

/// Why a scenario has no outcome. Each names the driver or line, by position, that it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvaluateError {
    /// A rule names a driver that the scenario has no value for.
    NoValue(DriverIx),
    /// The driver is zero and something is divided by it.
    DivisionByZero(DriverIx),
    /// A value of the driver is not one the rule can use (a length that is no whole number of years).
    OutOfBounds(DriverIx),
    /// An amount of the line is too large to compute with.
    Overflow {
        /// Position of the line in the variant.
        line: usize,
    },
}

impl Outcome {
    /// The money seen from one side; `None` for a committee that carries nothing here.
    #[must_use]
    pub fn view(&self, perspective: Perspective) -> Option<&View> {
        self.views.iter().find(|view| view.perspective == perspective)
    }
}

impl LineOutcome {
    /// The sum over the years.
    #[must_use]
    pub fn total(&self) -> Thousands {
        self.cells.iter().copied().sum()
    }
}

/// Computes all that follows from the scenario.
///
/// # Errors
/// [`EvaluateError`]; a scenario whose values are within bounds has an outcome.
pub fn evaluate(scenario: &Scenario<'_>) -> Result<Outcome, EvaluateError> {
    #[cfg(debug_assertions)]
    evaluations::count();
    let variant = scenario.note().variant;
    let calendar = Calendar::of(scenario)?;
    let cells: Vec<Cells> = (0..variant.lines.len()).map(|at| Cells::of(scenario, at)).collect::<Result<_, _>>()?;
    let lines = line_outcomes(variant, &calendar, &cells)?;
    let efforts: Vec<EffortOutcome> = (0..variant.efforts.len())
        .map(|at| effort_outcome(scenario, at, &calendar, &lines))
        .collect::<Result<_, _>>()?;
    let views = view::views(variant, &calendar, &cells);
    Ok(Outcome { years: calendar.years, efforts, lines, views })
}

/// Counts evaluations, for tests that hold the page to one for each change. Only in builds with debug assertions.
#[cfg(debug_assertions)]
pub mod evaluations {
    use std::cell::Cell;

    thread_local! {
        static SO_FAR: Cell<usize> = const { Cell::new(0) };
    }

    pub(super) fn count() {
        SO_FAR.set(SO_FAR.get().saturating_add(1));
    }

    /// How many scenarios this thread has evaluated so far.
    #[must_use]
    pub fn so_far() -> usize {
        SO_FAR.get()
    }
}

fn value(scenario: &Scenario<'_>, driver: DriverIx) -> Result<Decimal, EvaluateError> {
    scenario.value(driver).ok_or(EvaluateError::NoValue(driver))
}

/// Lays the cells of each line out over the years.
fn line_outcomes(variant: &Variant, calendar: &Calendar, cells: &[Cells]) -> Result<Vec<LineOutcome>, EvaluateError> {
    let lines = variant.lines.iter().zip(cells).enumerate();
    lines
        .map(|(at, (line, cells))| {
            let effort = variant.efforts.get(line.effort).ok_or(EvaluateError::Overflow { line: at })?;
            Ok(LineOutcome { cells: calendar.phases(line.effort, effort).map(|phase| cells.in_phase(phase)).collect() })
        })
        .collect()
}

fn effort_outcome(
    scenario: &Scenario<'_>,
    at: usize,
    calendar: &Calendar,
    lines: &[LineOutcome],
) -> Result<EffortOutcome, EvaluateError> {
    let variant = scenario.note().variant;
    let effort = variant.efforts.get(at).ok_or(EvaluateError::Overflow { line: 0 })?;
    let citizens = effort.citizens.map(|driver| value(scenario, driver)).transpose()?;
    let consultants = effort.consultants_needed().map(|posts| posts_needed(scenario, posts)).transpose()?;
    let outcomes = calendar
        .phases(at, effort)
        .map(|phase| match (citizens, effort.effect) {
            (Some(citizens), Some(effect)) => {
                let rate = effect.rate(phase).map_or(Ok(Decimal::ZERO), |driver| value(scenario, driver))?;
                citizens.checked_mul(rate).ok_or(EvaluateError::OutOfBounds(effect.full))
            }
            _ => Ok(Decimal::ZERO),
        })
        .collect::<Result<_, _>>()?;
    let own = || variant.lines.iter().zip(lines).filter(|(line, _)| line.effort == at && line.side == Side::Cost);
    let cost = |column: usize| own().filter_map(|(_, line)| line.cells.get(column).copied()).sum();
    Ok(EffortOutcome {
        stops: calendar.stops.get(at).copied().unwrap_or(effort.start),
        consultants,
        posts: all_posts(scenario, variant, at)?,
        citizens,
        outcomes,
        costs: (0..calendar.years.len()).map(cost).collect(),
    })
}

/// The posts of all lines of an effort.
fn all_posts(scenario: &Scenario<'_>, variant: &Variant, effort: usize) -> Result<Decimal, EvaluateError> {
    variant.posts_paid(effort).into_iter().try_fold(Decimal::ZERO, |sum, posts| {
        // No line alone is to blame for a sum that is too large.
        sum.checked_add(posts_needed(scenario, posts)?).ok_or(EvaluateError::Overflow { line: 0 })
    })
}
