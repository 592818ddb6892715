//! The money of one perspective while drivers move. It gives the same as [`evaluate`](super::evaluate), and recomputes
//! only what a change affects.

use rust_decimal::Decimal;

use super::EvaluateError;
use super::amount::Cells;
use super::phase::Calendar;
use super::view::{Perspective, Sides, View, part_of_cell};
use crate::note::DriverIx;
use crate::scenario::Scenario;

/// A scenario seen from one perspective, ready to be asked about many values of its drivers.
#[derive(Debug, Clone)]
pub struct Focus<'n> {
    scenario: Scenario<'n>,
    perspective: Perspective,
    calendar: Calendar,
    /// What the perspective sees of each line.
    parts: Vec<Cells>,
    /// The sums of those by effort.
    sides: Vec<Sides>,
    view: View,
}

impl<'n> Focus<'n> {
    /// The scenario as it is. A committee that carries nothing sees nothing.
    ///
    /// # Errors
    /// As [`evaluate`](super::evaluate).
    pub fn new(scenario: &Scenario<'n>, perspective: Perspective) -> Result<Self, EvaluateError> {
        let variant = scenario.note().variant;
        let parts: Vec<Cells> =
            (0..variant.lines.len()).map(|at| part(scenario, at, perspective)).collect::<Result<_, _>>()?;
        let calendar = Calendar::of(scenario)?;
        let sides = Sides::of(variant, &parts);
        let view = View::empty(perspective);
        Ok(Self { scenario: scenario.clone(), perspective, calendar, parts, sides, view })
    }

    /// The scenario with the values that were set.
    #[must_use]
    pub const fn scenario(&self) -> &Scenario<'n> {
        &self.scenario
    }

    /// Puts a value, in the driver's unit, in force.
    ///
    /// # Errors
    /// [`EvaluateError::OutOfBounds`] where the driver does not accept it, [`EvaluateError::NoValue`] for a driver of
    /// another note, else as [`evaluate`](super::evaluate).
    pub fn set(&mut self, ix: DriverIx, value: Decimal) -> Result<(), EvaluateError> {
        let variant = self.scenario.note().variant;
        variant.driver(ix).ok_or(EvaluateError::NoValue(ix))?;
        self.scenario.set(ix, value).map_err(|_| EvaluateError::OutOfBounds(ix))?;
        for (at, _) in variant.lines.iter().enumerate().filter(|(_, line)| line.formula.phases_reading(ix) > 0) {
            self.compute(at, ix)?;
        }
        if variant.efforts.iter().any(|effort| effort.length == ix) {
            self.calendar = Calendar::of(&self.scenario)?;
        }
        Ok(())
    }

    /// As [`Self::set`], but of the lines that read the driver only these are computed: the caller puts the others in place.
    pub(crate) fn set_for(&mut self, ix: DriverIx, value: Decimal, lines: &[usize]) -> Result<(), EvaluateError> {
        self.scenario.set(ix, value).map_err(|_| EvaluateError::OutOfBounds(ix))?;
        lines.iter().try_for_each(|at| self.compute(*at, ix))
    }

    /// Computes the cells of a line anew that depend on a driver which has moved.
    fn compute(&mut self, line: usize, moved: DriverIx) -> Result<(), EvaluateError> {
        let overflow = EvaluateError::Overflow { line };
        let found = self.scenario.note().variant.lines.get(line).ok_or(overflow)?;
        let before = self.parts.get(line).ok_or(overflow)?;
        let part = |cell| part_of_cell(found, cell, self.perspective);
        let now = before.recomputed(&self.scenario, line, Some(moved), part)?;
        self.put(line, now);
        Ok(())
    }

    /// The part of a line's cells that the perspective sees; `None` for a line that the note does not have.
    pub(crate) fn part(&self, line: usize) -> Option<Cells> {
        self.parts.get(line).copied()
    }

    /// Puts other cells in place of those that the perspective sees of a line.
    pub(crate) fn put(&mut self, line: usize, part: Cells) {
        let Some(found) = self.scenario.note().variant.lines.get(line) else { return };
        if let (Some(slot), Some(sides)) = (self.parts.get_mut(line), self.sides.get_mut(found.effort)) {
            sides.replace(found.side, *slot, part);
            *slot = part;
        }
    }

    /// The money of the perspective with the values in force.
    #[must_use]
    pub fn view(&mut self) -> &View {
        self.view.lay_out(self.scenario.note().variant, &self.calendar, &self.sides);
        &self.view
    }
}

fn part(scenario: &Scenario<'_>, at: usize, perspective: Perspective) -> Result<Cells, EvaluateError> {
    let cells = Cells::of(scenario, at)?;
    let line = scenario.note().variant.lines.get(at).ok_or(EvaluateError::Overflow { line: at })?;
    Ok(cells.map(|cell| part_of_cell(line, cell, perspective)))
}
