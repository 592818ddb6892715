//! The calculation turns a scenario into its [`Outcome`]. It has no side effects and computes in exact decimals. Each
//! line is rounded to cells once a year. Everything after that adds cells.

mod amount;
mod factor;
mod focus;
mod fraction;
mod pairs;
mod phase;
mod view;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::money::Thousands;
use crate::note::{DriverIx, Line, Variant, Year};
use crate::scenario::Scenario;

use phase::Calendar;

pub use amount::{Cells, exact_amount, full_amount, posts_needed, weight};
pub use factor::{Factor, factors, limit_factors, share_factor};
pub use focus::Focus;
pub use pairs::Pairs;
pub use phase::effort_year;
pub use view::{Perspective, View, cell_of_row, part_of_cell};

/// Everything that follows from a scenario: plain data for the page, the exports and the tests alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The years of every list below: the years of the note, and further years if an effort runs longer.
    pub years: Vec<Year>,
    /// What follows for each effort, in the note's order.
    pub efforts: Vec<EffortOutcome>,
    /// The cells of each line, in the note's order.
    pub lines: Vec<LineOutcome>,
    /// The same money in each perspective: the total, service, and every committee that pays or saves anything.
    pub views: Vec<View>,
}

/// What follows for an effort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EffortOutcome {
    /// The first year after it has stopped.
    pub stops: Year,
    /// The full-time posts that citizens ÷ caseload leads to; `None` for an effort without a caseload.
    pub consultants: Option<Decimal>,
    /// All full-time posts in a year in which it runs, consultants and others.
    pub posts: Decimal,
    /// Citizens in the effort at any one time; `None` where the note names none.
    pub citizens: Option<Decimal>,
    /// Citizens who reach a job or education, one number a year.
    pub outcomes: Vec<Decimal>,
    /// The costs, one cell a year.
    pub costs: Vec<Thousands>,
}

/// The cells of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineOutcome {
    /// One cell a year. Savings are negative.
    pub cells: Vec<Thousands>,
}

/// Why a scenario has no outcome. Each reason names the driver or the line by its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvaluateError {
    /// The scenario has no value for the driver.
    NoValue(DriverIx),
    /// Something is divided by the driver, and its value is zero.
    DivisionByZero(DriverIx),
    /// The calculation cannot use the driver's value: a length is not a whole number of years, for example.
    OutOfBounds(DriverIx),
    /// Which values of the driver give an answer is not found in reasonable time: it moves costs and savings by nearly the same.
    Undecided(DriverIx),
    /// An amount of the line is too large to compute with.
    Overflow {
        /// Position of the line in the variant.
        line: usize,
    },
}

impl Outcome {
    /// The money in one perspective; `None` for a committee that neither pays nor saves anything here.
    #[must_use]
    pub fn view(&self, perspective: Perspective) -> Option<&View> {
        self.views.iter().find(|view| view.perspective == perspective)
    }
}

impl LineOutcome {
    /// The sum of all years.
    #[must_use]
    pub fn total(&self) -> Thousands {
        self.cells.iter().copied().sum()
    }
}

/// Computes everything that follows from the scenario.
///
/// ```
/// use model::evaluate::{Perspective, evaluate};
/// use engine::notes::Library;
/// use model::scenario::Scenario;
///
/// let library = Library::embedded().unwrap();
/// let outcome = evaluate(&Scenario::baseline(library.find("ips-2018").unwrap())).unwrap();
/// let total = outcome.view(Perspective::Total).unwrap();
/// // The first two years of the note's business case, in 1.000 kr.
/// let cells = |side: &[model::money::Thousands]| [side[0].get(), side[1].get()];
/// assert_eq!(outcome.years, [2018, 2019, 2020, 2021, 2022]);
/// assert_eq!(cells(&total.costs), [4_854, 4_854]);
/// assert_eq!(cells(&total.savings), [-2_781, -5_563]);
/// ```
///
/// # Errors
/// [`EvaluateError`]. A scenario whose values are within their bounds has an outcome.
pub fn evaluate(scenario: &Scenario<'_>) -> Result<Outcome, EvaluateError> {
    #[cfg(debug_assertions)]
    evaluations::count();
    let variant = scenario.note().variant;
    let calendar = Calendar::of(scenario)?;
    let cells: Vec<Cells> =
        (0..variant.lines.len()).map(|line_index| Cells::of(scenario, line_index)).collect::<Result<_, _>>()?;
    let lines = line_outcomes(variant, &calendar, &cells)?;
    let efforts: Vec<EffortOutcome> = (0..variant.efforts.len())
        .map(|effort_index| effort_outcome(scenario, effort_index, &calendar, &cells))
        .collect::<Result<_, _>>()?;
    let views = view::views(variant, &calendar, &cells);
    Ok(Outcome { years: calendar.years, efforts, lines, views })
}

/// Counts evaluations, so that tests can check that each change causes one. Only in builds with debug assertions.
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

/// Puts the cells of each line in the years of the calendar.
fn line_outcomes(variant: &Variant, calendar: &Calendar, cells: &[Cells]) -> Result<Vec<LineOutcome>, EvaluateError> {
    let lines = variant.lines.iter().zip(cells).enumerate();
    lines
        .map(|(line_index, (line, cells))| {
            let effort = variant.efforts.get(line.effort).ok_or(EvaluateError::Overflow { line: line_index })?;
            Ok(LineOutcome {
                cells: calendar.effort_years(line.effort, effort).map(|year| cells.in_year(year)).collect(),
            })
        })
        .collect()
}

fn effort_outcome(
    scenario: &Scenario<'_>,
    effort_index: usize,
    calendar: &Calendar,
    cells: &[Cells],
) -> Result<EffortOutcome, EvaluateError> {
    let variant = scenario.note().variant;
    let effort = variant.efforts.get(effort_index).ok_or(EvaluateError::Overflow { line: 0 })?;
    let citizens = effort.citizens.map(|driver| value(scenario, driver)).transpose()?;
    let consultants = effort.consultants_needed().map(|posts| posts_needed(scenario, posts)).transpose()?;
    let outcomes = calendar
        .effort_years(effort_index, effort)
        .map(|year| match (citizens, effort.effect) {
            (Some(citizens), Some(effect)) => {
                let rate = effect.rate(year.phase).map_or(Ok(Decimal::ZERO), |driver| value(scenario, driver))?;
                let all = citizens.checked_mul(rate);
                let there = all.and_then(|all| all.checked_mul(effort.phase_in.share(year)));
                there.ok_or(EvaluateError::OutOfBounds(effect.full))
            }
            _ => Ok(Decimal::ZERO),
        })
        .collect::<Result<_, _>>()?;
    let is_cost = |line: &Line| line.effort == effort_index && line.side.is_of_costs();
    let cost_cells = variant.lines.iter().zip(cells).filter(|(line, _)| is_cost(line));
    let costs = cost_cells.fold(Cells::default(), |sum, (_, cells)| sum.zip_with(cells, Thousands::plus));
    Ok(EffortOutcome {
        stops: calendar.stops.get(effort_index).copied().unwrap_or(effort.start),
        consultants,
        posts: all_posts(scenario, variant, effort_index)?,
        citizens,
        outcomes,
        costs: calendar.effort_years(effort_index, effort).map(|year| costs.in_year(year)).collect(),
    })
}

/// The posts that the lines of an effort pay for.
fn all_posts(scenario: &Scenario<'_>, variant: &Variant, effort_index: usize) -> Result<Decimal, EvaluateError> {
    variant.posts_paid(effort_index).into_iter().try_fold(Decimal::ZERO, |sum, posts| {
        // If the sum is too large, no single line is to blame. The error names the first.
        sum.checked_add(posts_needed(scenario, posts)?).ok_or(EvaluateError::Overflow { line: 0 })
    })
}
