//! The money of one perspective for pairs of values of two drivers: all of the inner one for each of the outer one. The result is the
//! same as that of [`evaluate`](super::evaluate).
//!
//! A line that reads one of the drivers, or none, is computed once for each value and not at each pair. Of a line that reads both, what
//! each of them brings to the amount is computed once, as a [`Fraction`], and multiplied at each pair. Where decimals would round such a
//! product, and where posts are rounded that both drivers give, the line is computed in full at each pair.

use rust_decimal::Decimal;

use super::amount::{Cells, posts_needed};
use super::focus::{Focus, part};
use super::fraction::Fraction;
use super::phase::Calendar;
use super::view::{Sides, View, part_of_cell};
use super::{EvaluateError, Perspective};
use crate::note::{DriverIx, Line, Phase, Posts, Term};
use crate::scenario::{PostsCount, Scenario};
use crate::sums::{minus, plus};

/// What one of the drivers brings to the amounts of a line, by phase.
type Factors = [Fraction; Phase::WITH_AMOUNTS.len()];

/// A scenario in one perspective, ready to be computed for many pairs of values of two drivers.
#[derive(Debug, Clone)]
pub struct Pairs<'n> {
    /// Has the outer driver's value. Lines whose cells are added at each pair are zero in it.
    focus: Focus<'n>,
    outer: DriverIx,
    inner: DriverIx,
    inner_values: Vec<Decimal>,
    /// For each value of the inner driver, the sums of the lines that read it and not the outer one.
    of_inner: Vec<Vec<Sides>>,
    /// For each value of the inner driver the years, where it is a length.
    calendars: Vec<Calendar>,
    of_both: Vec<OfBoth>,
    /// The lines of these that are computed in full for the current value of the outer driver.
    in_full: Vec<usize>,
    sides: Vec<Sides>,
    view: View,
}

/// A line that reads both drivers.
#[derive(Debug, Clone)]
struct OfBoth {
    line_index: usize,
    /// For each value of the inner driver; `None` where the line is computed in full.
    inner: Option<Vec<Factors>>,
    /// At least as large as each of these.
    largest: Factors,
    /// For the current value of the outer driver; `None` where the line is computed in full.
    outer: Option<Factors>,
}

impl<'n> Pairs<'n> {
    /// Starts with the scenario as it is. If both drivers are the same one, the value of the inner one counts.
    ///
    /// # Errors
    /// As [`Focus::set`], for any of the values.
    pub fn new(
        scenario: &Scenario<'n>,
        perspective: Perspective,
        (outer, outer_values): (DriverIx, &[Decimal]),
        (inner, inner_values): (DriverIx, &[Decimal]),
    ) -> Result<Self, EvaluateError> {
        let mut focus = Focus::new(scenario, perspective)?;
        let variant = scenario.note().variant;
        // From now on neither of them follows another driver, and posts are counted in one way.
        for (ix, values) in [(outer, outer_values), (inner, inner_values)] {
            for value in values.iter().take(1) {
                focus.set(ix, *value)?;
            }
        }
        let start = focus.scenario.clone();
        let lines = variant.lines.iter().enumerate().filter(|(_, line)| start.moves(inner, line));
        let (both, alone): (Vec<_>, Vec<_>) = lines.partition(|(_, line)| start.moves(outer, line));
        let mut of_both: Vec<OfBoth> = both.iter().map(|(line_index, _)| OfBoth::of(*line_index)).collect();
        let (mut of_inner, mut calendars) = (Vec::with_capacity(inner_values.len()), Vec::new());
        for value in inner_values {
            focus.set(inner, *value)?;
            let mut sides = vec![Sides::default(); variant.efforts.len()];
            for (line_index, line) in &alone {
                let part = focus.part(*line_index).unwrap_or_default();
                if let Some(sides) = sides.get_mut(line.effort) {
                    sides.replace(line.side, &Cells::default(), &part);
                }
            }
            of_inner.push(sides);
            if variant.efforts.iter().any(|effort| effort.length == inner) {
                calendars.push(focus.calendar.clone());
            }
            for (of_both, (_, line)) in of_both.iter_mut().zip(&both) {
                of_both.add(factors(&focus.scenario, line, [outer, inner], Reads::Inner));
            }
        }
        for (line_index, _) in alone {
            focus.put(line_index, Cells::default());
        }
        Ok(Self {
            focus,
            outer,
            inner,
            inner_values: inner_values.to_vec(),
            of_inner,
            calendars,
            of_both,
            in_full: Vec::new(),
            sides: Vec::new(),
            view: View::empty(perspective),
        })
    }

    /// Gives the outer driver a value, in the driver's unit.
    ///
    /// # Errors
    /// As [`Focus::set`].
    pub fn set_outer(&mut self, value: Decimal) -> Result<(), EvaluateError> {
        let (outer, inner, focus) = (self.outer, self.inner, &mut self.focus);
        focus.set(outer, value)?;
        let variant = focus.scenario.note().variant;
        self.in_full.clear();
        for of_both in &mut self.of_both {
            let line = variant.lines.get(of_both.line_index);
            let factors = line.and_then(|line| factors(&focus.scenario, line, [outer, inner], Reads::Outer));
            of_both.outer = factors.filter(|outer| of_both.fits(outer));
            if of_both.outer.is_some() {
                focus.put(of_both.line_index, Cells::default());
            } else {
                // Some of its cells may have been zero until now.
                focus.put(of_both.line_index, part(&focus.scenario, of_both.line_index, focus.perspective)?);
                self.in_full.push(of_both.line_index);
            }
        }
        if outer != inner && variant.efforts.iter().any(|effort| effort.length == outer) {
            for calendar in &mut self.calendars {
                calendar.stop_as(variant, outer, &focus.calendar);
            }
        }
        Ok(())
    }

    /// The money with the value that the outer driver has been given, and with the value of the inner one at this position.
    ///
    /// # Errors
    /// As [`Focus::set`].
    pub fn view(&mut self, position: usize) -> Result<&View, EvaluateError> {
        let value = self.inner_values.get(position).ok_or(EvaluateError::NoValue(self.inner))?;
        if !self.in_full.is_empty() {
            self.focus.set_for(self.inner, *value, &self.in_full)?;
        }
        self.sides.clone_from(&self.focus.sides);
        for (sum, of_inner) in self.sides.iter_mut().zip(self.of_inner.get(position).into_iter().flatten()) {
            sum.add(of_inner);
        }
        let variant = self.focus.scenario.note().variant;
        for of_both in &self.of_both {
            let Some(outer) = &of_both.outer else { continue };
            let overflow = EvaluateError::Overflow { line: of_both.line_index };
            let line = variant.lines.get(of_both.line_index).ok_or(overflow)?;
            let cells = of_both.cells(line, outer, position, self.focus.perspective).ok_or(overflow)?;
            if let Some(sides) = self.sides.get_mut(line.effort) {
                sides.replace(line.side, &Cells::default(), &cells);
            }
        }
        let calendar = self.calendars.get(position).unwrap_or(&self.focus.calendar);
        self.view.lay_out(variant, calendar, &self.sides);
        Ok(&self.view)
    }
}

impl OfBoth {
    const fn of(line_index: usize) -> Self {
        let none = [Fraction::ONE; Phase::WITH_AMOUNTS.len()];
        Self { line_index, inner: Some(Vec::new()), largest: none, outer: None }
    }

    /// Adds what the next value of the inner driver brings.
    fn add(&mut self, factors: Option<Factors>) {
        self.inner = self.inner.take().and_then(|mut inner| {
            let factors = factors?;
            for (largest, factor) in self.largest.iter_mut().zip(&factors) {
                *largest = largest.largest(factor)?;
            }
            inner.push(factors);
            Some(inner)
        });
    }

    /// Whether the products with what every value of the inner driver brings are those of decimals.
    fn fits(&self, outer: &Factors) -> bool {
        self.inner.is_some()
            && outer.iter().zip(&self.largest).all(|(outer, largest)| outer.times_fraction(largest).is_some())
    }

    /// The part of the line's cells that the perspective counts.
    fn cells(&self, line: &Line, outer: &Factors, position: usize, perspective: Perspective) -> Option<Cells> {
        let mut cells = Cells::default();
        let mut previous = None;
        for (phase, factors) in
            Phase::WITH_AMOUNTS.into_iter().zip(outer.iter().zip(self.inner.as_ref()?.get(position)?))
        {
            let part = match previous {
                // Most lines have the same amount in every year in which their effort runs.
                Some((same, part)) if same == factors => part,
                _ => {
                    let cell = factors.0.cell(factors.1)?;
                    let cell = if line.side.is_negative() { cell.negated() } else { cell };
                    part_of_cell(line, cell, perspective)
                }
            };
            cells.put(phase, part);
            previous = Some((factors, part));
        }
        Some(cells)
    }
}

/// Whose terms of a formula are meant: those that move with the inner driver, or all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reads {
    Outer,
    Inner,
}

/// What these terms of a line come to in each phase; `None` where decimals would round it, where it cannot be told apart from the other
/// terms, and where there is no amount.
fn factors(scenario: &Scenario<'_>, line: &Line, [outer, inner]: [DriverIx; 2], reads: Reads) -> Option<Factors> {
    let is_meant = |ix| scenario.moves_with(inner, ix) == (reads == Reads::Inner);
    let multiply = |mut product: Fraction, term: Term| {
        let factor = match term {
            Term::Driver(ix) if is_meant(ix) => scenario.value(ix)?,
            Term::Remainder(ix) if is_meant(ix) => minus(Decimal::ONE, scenario.value(ix)?),
            Term::Increase(ix) if is_meant(ix) => plus(Decimal::ONE, scenario.value(ix)?),
            Term::Share(share) if reads == Reads::Outer => share,
            Term::Driver(_) | Term::Remainder(_) | Term::Increase(_) | Term::Share(_) => Decimal::ONE,
            Term::Caseload { citizens, caseload } if scenario.posts() == PostsCount::Exact => {
                if is_meant(caseload) {
                    product = product.divided_by(scenario.value(caseload)?)?;
                }
                if is_meant(citizens) { scenario.value(citizens)? } else { Decimal::ONE }
            }
            Term::Caseload { citizens, caseload } => {
                let moves_with = |moved| [citizens, caseload].into_iter().any(|ix| scenario.moves_with(moved, ix));
                match (moves_with(inner), moves_with(outer)) {
                    (true, true) => return None,
                    (is_inner, _) if is_inner == (reads == Reads::Inner) => {
                        posts_needed(scenario, Posts::Caseload { citizens, caseload }).ok()?
                    }
                    _ => Decimal::ONE,
                }
            }
        };
        product.times(factor)
    };
    // Such a line has a cell of its own in each of its years.
    let weight = &line.formula.weight;
    // And of one that is a share, or has a limit, the amount is no product of its own terms alone.
    if weight.schedule.is_by_year() || !line.formula.lines().is_empty() || line.formula.limit.is_some() {
        return None;
    }
    let mut full = Fraction::ONE;
    for term in line.formula.full_amount().into_iter().flatten() {
        full = multiply(full, term)?;
    }
    let mut factors = [full; Phase::WITH_AMOUNTS.len()];
    for (factor, phase) in factors.iter_mut().zip(Phase::WITH_AMOUNTS) {
        if let Some(rate) = weight.rate(phase) {
            *factor = multiply(*factor, rate)?;
        }
        *factor = multiply(*factor, Term::Share(weight.schedule.share_in_phase(phase)))?;
    }
    Some(factors)
}
