//! The amount of a line in each year of its effort.

use rust_decimal::Decimal;

use super::factor::Product;
use super::phase::effort_year;
use super::{EvaluateError, value};
use crate::money::Thousands;
use crate::note::{DriverIx, EffortYear, Formula, Line, Phase, Posts, Quantity, Year};
use crate::scenario::{PostsCount, Scenario};

/// The exact amount of a line in a year, in 1.000 kr.: the product of its formula, or its limit where that is less. It is positive
/// for savings and for what comes in too.
///
/// # Errors
/// As [`evaluate`](super::evaluate).
pub fn exact_amount(scenario: &Scenario<'_>, line_index: usize, year: Year) -> Result<Decimal, EvaluateError> {
    let line = line_at(scenario, line_index)?;
    let effort = scenario.note().variant.efforts.get(line.effort);
    exact_in(
        scenario,
        line_index,
        effort_year(scenario, effort.ok_or(EvaluateError::Overflow { line: line_index })?, year)?,
    )
}

/// The exact amount of a line in a year of its effort.
fn exact_in(scenario: &Scenario<'_>, line_index: usize, year: EffortYear) -> Result<Decimal, EvaluateError> {
    let formula = &line_at(scenario, line_index)?.formula;
    let mut product = full_product(scenario, line_index, formula)?;
    if let Quantity::Lines(lines) = &formula.quantity {
        product.multiply_by(sum_in(scenario, line_index, lines, year)?)?;
    }
    product.multiply_by(weight_in(scenario, line_index, formula, year)?)?;
    let amount = product.value()?;
    Ok(limit_in(scenario, line_index, year)?.map_or(amount, |limit| amount.min(limit)))
}

/// What the lines come to exactly, in a year of their effort, that another one is a share of.
pub(super) fn sum_in(
    scenario: &Scenario<'_>,
    line_index: usize,
    lines: &[usize],
    year: EffortYear,
) -> Result<Decimal, EvaluateError> {
    lines.iter().try_fold(Decimal::ZERO, |sum, of| {
        // A line stands behind those that it is a share of, so this comes to an end.
        let amount = if *of < line_index { exact_in(scenario, *of, year)? } else { Decimal::ZERO };
        sum.checked_add(amount).ok_or(EvaluateError::Overflow { line: line_index })
    })
}

/// The most that a line can come to in a year of its effort, in 1.000 kr.; `None` for a line without a limit.
fn limit_in(scenario: &Scenario<'_>, line_index: usize, year: EffortYear) -> Result<Option<Decimal>, EvaluateError> {
    let Some(limit) = &line_at(scenario, line_index)?.formula.limit else { return Ok(None) };
    let mut product = Product::of(line_index, Decimal::ONE);
    for term in limit.terms(year) {
        product.multiply_by_term(scenario, term)?;
    }
    product.value().map(Some)
}

/// How many years from the second on can have a cell of their own: as many as the schedule of the line has, or of its limit, or of a
/// line that it is a share of.
fn own_years(scenario: &Scenario<'_>, line_index: usize) -> Result<usize, EvaluateError> {
    let formula = &line_at(scenario, line_index)?.formula;
    let limit = formula.limit.as_ref().map_or(0, |limit| limit.schedule.between.len());
    let earlier = formula.lines().iter().filter(|of| **of < line_index);
    earlier
        .map(|of| own_years(scenario, *of))
        .try_fold(formula.weight.schedule.between.len().max(limit), |most, own| Ok(most.max(own?)))
}

/// The product of the terms of a line's full amount.
#[inline]
fn full_product(scenario: &Scenario<'_>, line_index: usize, formula: &Formula) -> Result<Product, EvaluateError> {
    let [quantity, probability, _, pay, price, remainder, amounts] = formula.full_amount();
    let mut product = Product::of(line_index, value(scenario, formula.unit_amount)?);
    for term in [quantity, probability, pay, price, remainder, amounts].into_iter().flatten() {
        product.multiply_by_term(scenario, term)?;
    }
    Ok(product)
}

/// The exact amount of a line in a year with the full weight, in 1.000 kr.
///
/// # Errors
/// As [`evaluate`](super::evaluate).
pub fn full_amount(scenario: &Scenario<'_>, line_index: usize) -> Result<Decimal, EvaluateError> {
    let line = line_at(scenario, line_index)?;
    full_product(scenario, line_index, &line.formula)?.value()
}

/// The weight of a line in a phase of its effort, as a share of 1: the share of its full amount that a year has which has no
/// share of its own.
///
/// # Errors
/// As [`evaluate`](super::evaluate).
pub fn weight(scenario: &Scenario<'_>, line_index: usize, phase: Phase) -> Result<Decimal, EvaluateError> {
    let formula = &line_at(scenario, line_index)?.formula;
    weighted(line_index, rate_in(scenario, formula, phase)?, formula.weight.schedule.share_in_phase(phase))
}

fn weight_in(
    scenario: &Scenario<'_>,
    line_index: usize,
    formula: &Formula,
    year: EffortYear,
) -> Result<Decimal, EvaluateError> {
    weighted(line_index, rate_in(scenario, formula, year.phase)?, formula.weight.schedule.share(year))
}

/// The effect rate that the line follows in a phase; `None` for a line that follows none.
#[inline]
fn rate_in(scenario: &Scenario<'_>, formula: &Formula, phase: Phase) -> Result<Option<Decimal>, EvaluateError> {
    match &formula.weight.effect {
        None => Ok(None),
        Some(effect) => effect.rate(phase).map_or(Ok(Some(Decimal::ZERO)), |rate| value(scenario, rate).map(Some)),
    }
}

/// An effect rate × a share of the schedule.
#[inline]
fn weighted(line_index: usize, rate: Option<Decimal>, share: Decimal) -> Result<Decimal, EvaluateError> {
    match rate {
        None => Ok(share),
        // So it is with nearly every line that follows a rate.
        Some(rate) if share == Decimal::ONE => Ok(rate),
        Some(rate) => rate.checked_mul(share).ok_or(EvaluateError::Overflow { line: line_index }),
    }
}

pub(super) fn line_at<'n>(scenario: &Scenario<'n>, line_index: usize) -> Result<&'n Line, EvaluateError> {
    scenario.note().variant.lines.get(line_index).ok_or(EvaluateError::Overflow { line: line_index })
}

/// The cells of a line, one for each phase of its effort, and one for each year between the first and those that have the same
/// amount: a line that is phased in. Savings are negative.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cells {
    first: Thousands,
    /// The cells of the years from the second on that have cells of their own; no memory is taken where there are none.
    between: Vec<Thousands>,
    running: Thousands,
    after: Thousands,
}

impl Cells {
    /// The cells of the line at this position. Each exact amount is rounded once.
    ///
    /// # Errors
    /// As [`evaluate`](super::evaluate).
    pub fn of(scenario: &Scenario<'_>, line_index: usize) -> Result<Self, EvaluateError> {
        let between = vec![Thousands::ZERO; own_years(scenario, line_index)?];
        let empty = Self { between, ..Self::default() };
        empty.recomputed(scenario, line_index, None, |cell| cell)
    }

    /// The cells of the line after a driver has moved. Only the cells that depend on the driver are computed again, and
    /// `part` is applied to them. The others stay. Without a driver, all cells are computed.
    pub(super) fn recomputed(
        self,
        scenario: &Scenario<'_>,
        line_index: usize,
        driver: Option<DriverIx>,
        part: impl Fn(Thousands) -> Thousands,
    ) -> Result<Self, EvaluateError> {
        let line = line_at(scenario, line_index)?;
        let in_cell = |amount: Decimal| {
            let cell = Thousands::round(amount).ok_or(EvaluateError::Overflow { line: line_index })?;
            Ok(part(if line.side.is_negative() { cell.negated() } else { cell }))
        };
        if line.formula.limit.is_some() || !line.formula.lines().is_empty() {
            return self.each_recomputed(|year| in_cell(exact_in(scenario, line_index, year)?));
        }
        let full_amount = full_product(scenario, line_index, &line.formula)?;
        let cell = |weight: Decimal| {
            // Most lines stop with their effort. A zero weight gives a zero cell, whatever the amount.
            if weight.is_zero() {
                return Ok(Thousands::ZERO);
            }
            let mut weighted = full_amount;
            weighted.multiply_by(weight)?;
            in_cell(weighted.value()?)
        };
        let schedule = &line.formula.weight.schedule;
        let mut cells = self;
        let mut previous: Option<(Decimal, Thousands)> = None;
        for phase in Phase::WITH_AMOUNTS {
            if driver.is_some_and(|driver| !scenario.moves_in(driver, line, phase)) {
                continue;
            }
            let rate = rate_in(scenario, &line.formula, phase)?;
            let slot = match phase {
                Phase::Before => continue,
                Phase::First => &mut cells.first,
                Phase::Running => {
                    for (slot, share) in cells.between.iter_mut().zip(&schedule.between) {
                        *slot = cell(weighted(line_index, rate, *share)?)?;
                    }
                    &mut cells.running
                }
                Phase::After => &mut cells.after,
            };
            let weight = weighted(line_index, rate, schedule.share_in_phase(phase))?;
            *slot = match previous {
                // Most lines have the same amount in every year in which their effort runs.
                Some((same_weight, cell)) if same_weight == weight => cell,
                _ => cell(weight)?,
            };
            previous = Some((weight, *slot));
        }
        Ok(cells)
    }

    /// Computes every cell again, each for a year of the effort.
    fn each_recomputed(
        mut self,
        cell: impl Fn(EffortYear) -> Result<Thousands, EvaluateError>,
    ) -> Result<Self, EvaluateError> {
        let runs = |number| EffortYear { phase: Phase::Running, number };
        for (slot, number) in self.between.iter_mut().zip(2..) {
            *slot = cell(runs(number))?;
        }
        self.first = cell(EffortYear { phase: Phase::First, number: 1 })?;
        // No year has a share of its own that late.
        self.running = cell(runs(u16::MAX))?;
        self.after = cell(EffortYear { phase: Phase::After, number: u16::MAX })?;
        Ok(self)
    }

    /// The cell of a year.
    #[must_use]
    #[inline]
    pub fn in_year(&self, year: EffortYear) -> Thousands {
        match year.phase {
            Phase::Before => Thousands::ZERO,
            Phase::First => self.first,
            Phase::Running => year.of_between(&self.between).copied().unwrap_or(self.running),
            Phase::After => self.after,
        }
    }

    /// The cell of a phase: while the effort runs, that of the years that have none of their own.
    #[must_use]
    pub const fn in_phase(&self, phase: Phase) -> Thousands {
        match phase {
            Phase::Before => Thousands::ZERO,
            Phase::First => self.first,
            Phase::Running => self.running,
            Phase::After => self.after,
        }
    }

    /// Replaces the cell of a phase. There is no cell for the years before the effort.
    pub(super) const fn put(&mut self, phase: Phase, cell: Thousands) {
        match phase {
            Phase::Before => {}
            Phase::First => self.first = cell,
            Phase::Running => self.running = cell,
            Phase::After => self.after = cell,
        }
    }

    /// Applies a function to each cell. The function must map zero to zero, because the years before the effort have no
    /// cell that it could be applied to.
    #[must_use]
    pub fn map(&self, function: impl Fn(Thousands) -> Thousands) -> Self {
        Self {
            first: function(self.first),
            between: self.between.iter().copied().map(&function).collect(),
            running: function(self.running),
            after: function(self.after),
        }
    }

    /// Combines the cells of two lines, year by year.
    #[must_use]
    pub fn zip_with(&self, other: &Self, function: impl Fn(Thousands, Thousands) -> Thousands) -> Self {
        let own_years = self.between.len().max(other.between.len());
        let between = (0..own_years).map(|index| function(self.between_at(index), other.between_at(index))).collect();
        Self {
            first: function(self.first, other.first),
            between,
            running: function(self.running, other.running),
            after: function(self.after, other.after),
        }
    }

    /// Takes the cells of a line out of a sum of lines, and puts others in their place.
    pub(super) fn exchange(&mut self, out: &Self, into: &Self) {
        let exchanged = |sum: Thousands, out: Thousands, into: Thousands| sum.minus(out).plus(into);
        let own_years = self.between.len().max(out.between.len()).max(into.between.len());
        self.between.resize(own_years, self.running);
        for (index, sum) in self.between.iter_mut().enumerate() {
            *sum = exchanged(*sum, out.between_at(index), into.between_at(index));
        }
        self.first = exchanged(self.first, out.first, into.first);
        self.running = exchanged(self.running, out.running, into.running);
        self.after = exchanged(self.after, out.after, into.after);
    }

    /// The cell of a year from the second on, counted from 0.
    fn between_at(&self, index: usize) -> Thousands {
        self.between.get(index).copied().unwrap_or(self.running)
    }
}

/// The full-time posts that a line pays for, counted as the scenario says.
///
/// # Errors
/// As [`evaluate`](super::evaluate).
pub fn posts_needed(scenario: &Scenario<'_>, posts: Posts) -> Result<Decimal, EvaluateError> {
    match posts {
        Posts::Driver(driver) => value(scenario, driver),
        Posts::Caseload { citizens, caseload } => {
            let exact = exact_posts(scenario, citizens, caseload)?;
            round_up(exact, scenario.posts()).ok_or(EvaluateError::DivisionByZero(caseload))
        }
    }
}

/// Citizens ÷ caseload, before rounding: the reader's, or the note's where the posts stay as there.
pub(super) fn exact_posts(
    scenario: &Scenario<'_>,
    citizens: DriverIx,
    caseload: DriverIx,
) -> Result<Decimal, EvaluateError> {
    let numbers = scenario.citizens_and_caseload(citizens, caseload).ok_or(EvaluateError::NoValue(caseload))?;
    numbers.0.checked_div(numbers.1).ok_or(EvaluateError::DivisionByZero(caseload))
}

/// Posts rounded up as they are counted: to halves, to wholes, or not at all.
pub(super) fn round_up(exact: Decimal, count: PostsCount) -> Option<Decimal> {
    match count {
        PostsCount::Exact | PostsCount::AsInNote => Some(exact),
        PostsCount::Half => exact.checked_mul(Decimal::TWO)?.ceil().checked_div(Decimal::TWO),
        PostsCount::Whole => Some(exact.ceil()),
    }
}
