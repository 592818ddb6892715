//! The calculation: a scenario in, its [`Outcome`] out. Pure, in exact decimals; cells are rounded once, at the end of
//! each line, and everything after that adds cells.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::money::Thousands;
use crate::note::{
    Adjustment, Area, Committee, DriverIx, Effect, Effort, Line, Posts, Rule, Schedule, Side, Variant, Year,
};
use crate::scenario::{PostsCount, Scenario};

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

/// From where the money is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Perspective {
    /// All of it.
    Total,
    /// The steering area service alone.
    Service,
    /// What one committee carries.
    Committee(Committee),
}

/// The money of one perspective, by year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct View {
    /// Seen from where.
    pub perspective: Perspective,
    /// Expenses.
    pub costs: Vec<Thousands>,
    /// Savings, negative.
    pub savings: Vec<Thousands>,
    /// Costs plus savings.
    pub net: Vec<Thousands>,
    /// The net of this and all earlier years.
    pub cumulative: Vec<Thousands>,
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
    let variant = scenario.note().variant;
    let years = horizon(scenario)?;
    let lines: Vec<LineOutcome> =
        (0..variant.lines.len()).map(|at| line_outcome(scenario, at, &years)).collect::<Result<_, _>>()?;
    let efforts: Vec<EffortOutcome> =
        (0..variant.efforts.len()).map(|at| effort_outcome(scenario, at, &years, &lines)).collect::<Result<_, _>>()?;
    let views = views(variant, &years, &lines);
    Ok(Outcome { years, efforts, lines, views })
}

/// The exact amount of a line in a year, in 1.000 kr. and positive also for a saving: its rule × its schedule.
///
/// # Errors
/// As [`evaluate`].
pub fn exact_amount(scenario: &Scenario<'_>, line: usize, year: Year) -> Result<Decimal, EvaluateError> {
    let variant = scenario.note().variant;
    let overflow = EvaluateError::Overflow { line };
    let found = variant.lines.get(line).ok_or(overflow)?;
    let effort = variant.efforts.get(found.effort).ok_or(overflow)?;
    let phase = phase(scenario, effort, year)?;
    let times = |a: Decimal, b: Decimal| a.checked_mul(b).ok_or(overflow);
    let share = found.schedule.share(phase);
    match found.rule {
        Rule::Fixed { amount } => times(value(scenario, amount)?, share),
        Rule::PerCitizen { citizens, amount } => {
            times(times(value(scenario, citizens)?, value(scenario, amount)?)?, share)
        }
        Rule::PerOutcome { citizens, effect, amount, adjustment } => {
            let outcomes = times(value(scenario, citizens)?, rate(scenario, effect, phase)?)?;
            let own = times(outcomes, value(scenario, amount)?)?;
            match adjustment {
                None => Ok(own),
                Some(Adjustment { price, anyway }) => {
                    let gained = Decimal::ONE.checked_sub(value(scenario, anyway)?).ok_or(overflow)?;
                    times(times(own, value(scenario, price)?)?, gained)
                }
            }
        }
        Rule::Staff { posts, cost } => {
            let cost = value(scenario, cost)?;
            match (posts, scenario.posts()) {
                // The division comes last, so that 150 ÷ 7 × 7 is 150.
                (Posts::Caseload { citizens, caseload }, PostsCount::Exact) => {
                    let yearly = times(times(value(scenario, citizens)?, cost)?, share)?;
                    let caseload_value = value(scenario, caseload)?;
                    yearly.checked_div(caseload_value).ok_or(EvaluateError::DivisionByZero(caseload))
                }
                _ => times(times(posts_needed(scenario, posts)?, cost)?, share),
            }
        }
    }
}

/// Where an effort is in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// It has not begun.
    Before,
    /// Its first year.
    First,
    /// A later year in which it runs.
    Running,
    /// It has stopped.
    After,
}

impl Schedule {
    pub(crate) const fn share(&self, phase: Phase) -> Decimal {
        match phase {
            Phase::Before => Decimal::ZERO,
            Phase::First => self.first,
            Phase::Running => self.running,
            Phase::After => self.after,
        }
    }
}

fn value(scenario: &Scenario<'_>, driver: DriverIx) -> Result<Decimal, EvaluateError> {
    scenario.value(driver).ok_or(EvaluateError::NoValue(driver))
}

/// The first year after the effort has stopped.
fn stops(scenario: &Scenario<'_>, effort: &Effort) -> Result<Year, EvaluateError> {
    let length = value(scenario, effort.length)?;
    let out = EvaluateError::OutOfBounds(effort.length);
    let whole = if length.is_integer() { Year::try_from(length).map_err(|_| out)? } else { return Err(out) };
    effort.start.checked_add(whole).ok_or(out)
}

pub(crate) fn phase(scenario: &Scenario<'_>, effort: &Effort, year: Year) -> Result<Phase, EvaluateError> {
    let stops = stops(scenario, effort)?;
    Ok(if year < effort.start {
        Phase::Before
    } else if year >= stops {
        Phase::After
    } else if year == effort.start {
        Phase::First
    } else {
        Phase::Running
    })
}

/// The note's own years, and on until every effort has stopped, with the year after for one that has a residual effect.
fn horizon(scenario: &Scenario<'_>) -> Result<Vec<Year>, EvaluateError> {
    let variant = scenario.note().variant;
    let mut last = variant.last;
    for effort in &variant.efforts {
        let stops = stops(scenario, effort)?;
        let lingers = effort.effect.is_some_and(|effect| effect.residual.is_some());
        last = last.max(if lingers { stops } else { stops.saturating_sub(1) });
    }
    Ok((variant.first..=last).collect())
}

/// The effect rate of a phase, a share of the citizens.
fn rate(scenario: &Scenario<'_>, effect: Effect, phase: Phase) -> Result<Decimal, EvaluateError> {
    match phase {
        Phase::Before => Ok(Decimal::ZERO),
        Phase::First => value(scenario, effect.first.unwrap_or(effect.full)),
        Phase::Running => value(scenario, effect.full),
        Phase::After => effect.residual.map_or(Ok(Decimal::ZERO), |residual| value(scenario, residual)),
    }
}

pub(crate) fn posts_needed(scenario: &Scenario<'_>, posts: Posts) -> Result<Decimal, EvaluateError> {
    match posts {
        Posts::Driver(driver) => value(scenario, driver),
        Posts::Caseload { citizens, caseload } => {
            let none = EvaluateError::DivisionByZero(caseload);
            let exact = value(scenario, citizens)?.checked_div(value(scenario, caseload)?).ok_or(none)?;
            let halves = || exact.checked_mul(Decimal::TWO).map(|twice| twice.ceil());
            match scenario.posts() {
                PostsCount::Exact => Ok(exact),
                PostsCount::Half => halves().and_then(|halves| halves.checked_div(Decimal::TWO)).ok_or(none),
                PostsCount::Whole => Ok(exact.ceil()),
            }
        }
    }
}

fn effort_outcome(
    scenario: &Scenario<'_>,
    at: usize,
    years: &[Year],
    lines: &[LineOutcome],
) -> Result<EffortOutcome, EvaluateError> {
    let variant = scenario.note().variant;
    let effort = variant.efforts.get(at).ok_or(EvaluateError::Overflow { line: 0 })?;
    let citizens = effort.citizens.map(|driver| value(scenario, driver)).transpose()?;
    let consultants = match (effort.citizens, effort.caseload) {
        (Some(citizens), Some(caseload)) => Some(posts_needed(scenario, Posts::Caseload { citizens, caseload })?),
        _ => None,
    };
    let outcomes = years
        .iter()
        .map(|year| match (citizens, effort.effect) {
            (Some(citizens), Some(effect)) => {
                let rate = rate(scenario, effect, phase(scenario, effort, *year)?)?;
                citizens.checked_mul(rate).ok_or(EvaluateError::OutOfBounds(effect.full))
            }
            _ => Ok(Decimal::ZERO),
        })
        .collect::<Result<_, _>>()?;
    let own = || variant.lines.iter().zip(lines).filter(|(line, _)| line.effort == at && line.side == Side::Cost);
    let cost = |column: usize| own().filter_map(|(_, line)| line.cells.get(column).copied()).sum();
    Ok(EffortOutcome {
        stops: stops(scenario, effort)?,
        consultants,
        posts: all_posts(scenario, variant, at)?,
        citizens,
        outcomes,
        costs: (0..years.len()).map(cost).collect(),
    })
}

/// The posts of every staff line of the effort; two lines that pay the same posts count them once.
fn all_posts(scenario: &Scenario<'_>, variant: &Variant, effort: usize) -> Result<Decimal, EvaluateError> {
    let mut counted: Vec<Posts> = Vec::new();
    let mut sum = Decimal::ZERO;
    for (at, line) in variant.lines.iter().enumerate().filter(|(_, line)| line.effort == effort) {
        if let Rule::Staff { posts, .. } = line.rule
            && !counted.contains(&posts)
        {
            counted.push(posts);
            let needed = posts_needed(scenario, posts)?;
            sum = sum.checked_add(needed).ok_or(EvaluateError::Overflow { line: at })?;
        }
    }
    Ok(sum)
}

fn line_outcome(scenario: &Scenario<'_>, at: usize, years: &[Year]) -> Result<LineOutcome, EvaluateError> {
    let overflow = EvaluateError::Overflow { line: at };
    let side = scenario.note().variant.lines.get(at).ok_or(overflow)?.side;
    let cells = years
        .iter()
        .map(|year| {
            let cell = Thousands::round(exact_amount(scenario, at, *year)?).ok_or(overflow)?;
            Ok(match side {
                Side::Cost => cell,
                Side::Saving => cell.negated(),
            })
        })
        .collect::<Result<_, _>>()?;
    Ok(LineOutcome { cells })
}

/// The part of a line's cell that a perspective sees.
///
/// Where committees share a line, each part is rounded and the last committee has the rest, so that the parts of a
/// cell are the cell.
#[must_use]
pub fn part_of_cell(line: &Line, cell: Thousands, perspective: Perspective) -> Thousands {
    match perspective {
        Perspective::Total => cell,
        Perspective::Service if line.area == Area::Service => cell,
        Perspective::Service => Thousands::ZERO,
        Perspective::Committee(committee) => {
            let mut rest = cell;
            for (at, share) in line.committees.iter().enumerate() {
                let is_last = at.saturating_add(1) == line.committees.len();
                let product = cell.decimal().checked_mul(share.share).and_then(Thousands::round);
                let part = if is_last { rest } else { product.unwrap_or(rest) };
                if share.committee == committee {
                    return part;
                }
                rest = rest.minus(part);
            }
            Thousands::ZERO
        }
    }
}

fn views(variant: &Variant, years: &[Year], lines: &[LineOutcome]) -> Vec<View> {
    let committees = variant.committees().into_iter().map(Perspective::Committee);
    [Perspective::Total, Perspective::Service]
        .into_iter()
        .chain(committees)
        .map(|perspective| view(variant, years, lines, perspective))
        .collect()
}

fn view(variant: &Variant, years: &[Year], lines: &[LineOutcome], perspective: Perspective) -> View {
    let side = |wanted: Side| -> Vec<Thousands> {
        (0..years.len())
            .map(|column| {
                let of_side = variant.lines.iter().zip(lines).filter(|(line, _)| line.side == wanted);
                of_side
                    .filter_map(|(line, outcome)| {
                        outcome.cells.get(column).map(|cell| part_of_cell(line, *cell, perspective))
                    })
                    .sum()
            })
            .collect()
    };
    let costs = side(Side::Cost);
    let savings = side(Side::Saving);
    let net: Vec<Thousands> = costs.iter().zip(&savings).map(|(cost, saving)| cost.plus(*saving)).collect();
    let cumulative = net
        .iter()
        .scan(Thousands::ZERO, |so_far, year| {
            *so_far = so_far.plus(*year);
            Some(*so_far)
        })
        .collect();
    View { perspective, costs, savings, net, cumulative }
}
