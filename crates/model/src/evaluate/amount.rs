//! The amount of a line in each phase of its effort.

use rust_decimal::Decimal;

use super::factor::Product;
use super::phase::phase_in;
use super::{EvaluateError, value};
use crate::money::Thousands;
use crate::note::{DriverIx, Formula, Line, Phase, Posts, Side, Term, Year};
use crate::scenario::{PostsCount, Scenario};

/// The exact amount of a line in a year, in 1.000 kr.: the product of its formula. It is positive for savings too.
///
/// # Errors
/// As [`evaluate`](super::evaluate).
pub fn exact_amount(scenario: &Scenario<'_>, line_index: usize, year: Year) -> Result<Decimal, EvaluateError> {
    let line = line_at(scenario, line_index)?;
    let effort = scenario.note().variant.efforts.get(line.effort);
    let phase = phase_in(scenario, effort.ok_or(EvaluateError::Overflow { line: line_index })?, year)?;
    let mut product = full_product(scenario, line_index, &line.formula)?;
    product.multiply_by_term(scenario, line.formula.weight.in_phase(phase))?;
    product.value()
}

/// The product of the terms of a line's full amount.
#[inline]
fn full_product(scenario: &Scenario<'_>, line_index: usize, formula: &Formula) -> Result<Product, EvaluateError> {
    let [quantity, _, pay, price, remainder, amounts] = formula.full_amount();
    let mut product = Product::of(line_index, value(scenario, formula.unit_amount)?);
    for term in [quantity, pay, price, remainder, amounts].into_iter().flatten() {
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

/// The weight of a line in a phase: the share of its full amount that a year in this phase has, as a share of 1.
///
/// # Errors
/// As [`evaluate`](super::evaluate).
pub fn weight(scenario: &Scenario<'_>, line_index: usize, phase: Phase) -> Result<Decimal, EvaluateError> {
    let line = line_at(scenario, line_index)?;
    weight_in_phase(scenario, line_index, &line.formula, phase)
}

#[inline]
fn weight_in_phase(
    scenario: &Scenario<'_>,
    line_index: usize,
    formula: &Formula,
    phase: Phase,
) -> Result<Decimal, EvaluateError> {
    match formula.weight.in_phase(phase) {
        Term::Share(share) => Ok(share),
        Term::Driver(rate) => value(scenario, rate),
        term @ (Term::Remainder(_) | Term::Increase(_) | Term::Caseload { .. }) => {
            let mut product = Product::of(line_index, Decimal::ONE);
            product.multiply_by_term(scenario, term)?;
            product.value()
        }
    }
}

pub(super) fn line_at<'n>(scenario: &Scenario<'n>, line_index: usize) -> Result<&'n Line, EvaluateError> {
    scenario.note().variant.lines.get(line_index).ok_or(EvaluateError::Overflow { line: line_index })
}

/// The cells of a line, one for each phase of its effort: all years of a phase have the same cell. Savings are
/// negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cells {
    first: Thousands,
    running: Thousands,
    after: Thousands,
}

impl Cells {
    /// The cells of the line at this position. Each exact amount is rounded once.
    ///
    /// # Errors
    /// As [`evaluate`](super::evaluate).
    pub fn of(scenario: &Scenario<'_>, line_index: usize) -> Result<Self, EvaluateError> {
        Self::default().recomputed(scenario, line_index, None, |cell| cell)
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
        let full_amount = full_product(scenario, line_index, &line.formula)?;
        let cell = |weight: Decimal| {
            // Most lines stop with their effort. A zero weight gives a zero cell, whatever the amount.
            if weight.is_zero() {
                return Ok(Thousands::ZERO);
            }
            let mut weighted = full_amount;
            weighted.multiply_by(weight)?;
            let amount = weighted.value()?;
            let cell = Thousands::round(amount).ok_or(EvaluateError::Overflow { line: line_index })?;
            Ok(part(match line.side {
                Side::Cost => cell,
                Side::Saving => cell.negated(),
            }))
        };
        let mut cells = self;
        let mut previous: Option<(Decimal, Thousands)> = None;
        for phase in Phase::WITH_AMOUNTS {
            if driver.is_some_and(|driver| !scenario.moves_in(driver, line, phase)) {
                continue;
            }
            let weight = weight_in_phase(scenario, line_index, &line.formula, phase)?;
            let computed = match previous {
                // Most lines have the same amount in every year in which their effort runs.
                Some((same_weight, cell)) if same_weight == weight => cell,
                _ => cell(weight)?,
            };
            cells.put(phase, computed);
            previous = Some((weight, computed));
        }
        Ok(cells)
    }

    /// The cell of a year in this phase.
    #[must_use]
    pub const fn in_phase(self, phase: Phase) -> Thousands {
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
    pub fn map(self, function: impl Fn(Thousands) -> Thousands) -> Self {
        self.zip_with(self, |cell, _| function(cell))
    }

    /// Combines the cells of two lines, phase by phase.
    #[must_use]
    pub fn zip_with(self, other: Self, function: impl Fn(Thousands, Thousands) -> Thousands) -> Self {
        Self {
            first: function(self.first, other.first),
            running: function(self.running, other.running),
            after: function(self.after, other.after),
        }
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
