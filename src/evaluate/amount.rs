//! The rules: what a line amounts to in each phase of its effort.

use rust_decimal::Decimal;

use super::phase::{self, Phase};
use super::{EvaluateError, value};
use crate::money::Thousands;
use crate::note::{Adjustment, DriverIx, Effect, Line, Posts, Rule, Schedule, Side, Year};
use crate::scenario::{PostsCount, Scenario};

/// The exact amount of a line in a year, in 1.000 kr. and positive also for a saving: its rule × its schedule.
///
/// # Errors
/// As [`evaluate`](super::evaluate).
pub fn exact_amount(scenario: &Scenario<'_>, line: usize, year: Year) -> Result<Decimal, EvaluateError> {
    let variant = scenario.note().variant;
    let overflow = EvaluateError::Overflow { line };
    let found = variant.lines.get(line).ok_or(overflow)?;
    let effort = variant.efforts.get(found.effort).ok_or(overflow)?;
    let phase = phase::phase_in(scenario, effort, year)?;
    weighted(scenario, line, found.rule, weight(scenario, found, phase)?)
}

/// The cells of a line, savings negative. Within a phase of the effort every year has the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Cells {
    first: Thousands,
    running: Thousands,
    after: Thousands,
}

impl Cells {
    /// The cells of the line at this position: each exact amount rounded once.
    pub(crate) fn of(scenario: &Scenario<'_>, line: usize) -> Result<Self, EvaluateError> {
        Self::default().moved(scenario, line, None, |cell| cell)
    }

    /// What the cells of the line become when a driver has moved: those that depend on it (all, where none is named) are
    /// computed and seen through `part`, the others stay.
    pub(super) fn moved(
        self,
        scenario: &Scenario<'_>,
        line: usize,
        driver: Option<DriverIx>,
        part: impl Fn(Thousands) -> Thousands,
    ) -> Result<Self, EvaluateError> {
        let overflow = EvaluateError::Overflow { line };
        let found = scenario.note().variant.lines.get(line).ok_or(overflow)?;
        let cell = |weight: Decimal| {
            // Most lines stop with their effort: nothing of an amount is nothing, whatever the amount.
            if weight.is_zero() {
                return Ok(Thousands::ZERO);
            }
            let cell = Thousands::round(weighted(scenario, line, found.rule, weight)?).ok_or(overflow)?;
            Ok(part(match found.side {
                Side::Cost => cell,
                Side::Saving => cell.negated(),
            }))
        };
        let mut now = self;
        let mut last: Option<(Decimal, Thousands)> = None;
        for (phase, slot) in
            [(Phase::First, &mut now.first), (Phase::Running, &mut now.running), (Phase::After, &mut now.after)]
        {
            if driver.is_some_and(|driver| !reads_in(found.rule, phase, driver)) {
                continue;
            }
            let weight = weight(scenario, found, phase)?;
            *slot = match last {
                // Most lines are the same in every year in which they run.
                Some((same, cell)) if same == weight => cell,
                _ => cell(weight)?,
            };
            last = Some((weight, *slot));
        }
        Ok(now)
    }

    /// The cell of a year in this phase.
    pub(crate) const fn at(self, phase: Phase) -> Thousands {
        match phase {
            Phase::Before => Thousands::ZERO,
            Phase::First => self.first,
            Phase::Running => self.running,
            Phase::After => self.after,
        }
    }

    /// Each cell by itself. `each` makes nothing of nothing: the years before the effort have no cell and stay so.
    pub(crate) fn map(self, each: impl Fn(Thousands) -> Thousands) -> Self {
        self.with(self, |cell, _| each(cell))
    }

    /// The cells of both, phase by phase.
    pub(crate) fn with(self, other: Self, each: impl Fn(Thousands, Thousands) -> Thousands) -> Self {
        Self {
            first: each(self.first, other.first),
            running: each(self.running, other.running),
            after: each(self.after, other.after),
        }
    }
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

/// What the amount of a line is multiplied with in a phase: the effect rate where it is computed from one, else the
/// share of its schedule.
fn weight(scenario: &Scenario<'_>, line: &Line, phase: Phase) -> Result<Decimal, EvaluateError> {
    match line.rule {
        Rule::PerOutcome { effect, .. } => rate(scenario, effect, phase),
        Rule::Fixed { .. } | Rule::PerCitizen { .. } | Rule::Staff { .. } => Ok(line.schedule.share(phase)),
    }
}

/// The effect rate of a phase, a share of the citizens.
pub(super) fn rate(scenario: &Scenario<'_>, effect: Effect, phase: Phase) -> Result<Decimal, EvaluateError> {
    rate_driver(effect, phase).map_or(Ok(Decimal::ZERO), |driver| value(scenario, driver))
}

/// The driver with the effect rate of a phase; `None` where there is no effect.
pub(crate) fn rate_driver(effect: Effect, phase: Phase) -> Option<DriverIx> {
    match phase {
        Phase::Before => None,
        Phase::First => Some(effect.first.unwrap_or(effect.full)),
        Phase::Running => Some(effect.full),
        Phase::After => effect.residual,
    }
}

/// In how many phases the cell of the line depends on the driver.
pub(crate) fn phases_reading(line: &Line, driver: DriverIx) -> usize {
    [Phase::First, Phase::Running, Phase::After].iter().filter(|phase| reads_in(line.rule, **phase, driver)).count()
}

/// Whether the cell of a phase depends on the driver.
fn reads_in(rule: Rule, phase: Phase, driver: DriverIx) -> bool {
    match rule {
        Rule::Fixed { amount } => amount == driver,
        Rule::PerCitizen { citizens, amount } => [citizens, amount].contains(&driver),
        Rule::PerOutcome { citizens, effect, amount, adjustment } => {
            rate_driver(effect, phase) == Some(driver)
                || [citizens, amount].contains(&driver)
                || adjustment.is_some_and(|Adjustment { price, anyway }| [price, anyway].contains(&driver))
        }
        Rule::Staff { posts, cost } => {
            cost == driver
                || match posts {
                    Posts::Driver(posts) => posts == driver,
                    Posts::Caseload { citizens, caseload } => [citizens, caseload].contains(&driver),
                }
        }
    }
}

/// The exact amount that a rule gives with this weight, in 1.000 kr.
fn weighted(scenario: &Scenario<'_>, line: usize, rule: Rule, weight: Decimal) -> Result<Decimal, EvaluateError> {
    let times = |a: Decimal, b: Decimal| a.checked_mul(b).ok_or(EvaluateError::Overflow { line });
    match rule {
        Rule::Fixed { amount } => times(value(scenario, amount)?, weight),
        Rule::PerCitizen { citizens, amount } => {
            times(times(value(scenario, citizens)?, value(scenario, amount)?)?, weight)
        }
        Rule::PerOutcome { citizens, amount, adjustment, .. } => {
            let outcomes = times(value(scenario, citizens)?, weight)?;
            let own = times(outcomes, value(scenario, amount)?)?;
            match adjustment {
                None => Ok(own),
                Some(Adjustment { price, anyway }) => {
                    let gained = Decimal::ONE.checked_sub(value(scenario, anyway)?);
                    let gained = gained.ok_or(EvaluateError::Overflow { line })?;
                    times(times(own, value(scenario, price)?)?, gained)
                }
            }
        }
        Rule::Staff { posts, cost } => {
            let cost = value(scenario, cost)?;
            match (posts, scenario.posts()) {
                // The division comes last, so that 150 ÷ 7 × 7 is 150.
                (Posts::Caseload { citizens, caseload }, PostsCount::Exact) => {
                    let yearly = times(times(value(scenario, citizens)?, cost)?, weight)?;
                    let caseload_value = value(scenario, caseload)?;
                    yearly.checked_div(caseload_value).ok_or(EvaluateError::DivisionByZero(caseload))
                }
                _ => times(times(posts_needed(scenario, posts)?, cost)?, weight),
            }
        }
    }
}

/// The posts that a line pays, in full-time posts.
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
