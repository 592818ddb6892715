//! The money of one perspective while drivers move. The result is the same as that of [`evaluate`](super::evaluate),
//! but only the cells that a change affects are computed again.

use rust_decimal::Decimal;

use super::EvaluateError;
use super::amount::{Cells, line_at};
use super::phase::Calendar;
use super::view::{Perspective, Sides, View, part_of_cell};
use crate::note::DriverIx;
use crate::scenario::Scenario;

/// A scenario in one perspective, ready to be computed for many values of its drivers.
#[derive(Debug, Clone)]
pub struct Focus<'n> {
    pub(super) scenario: Scenario<'n>,
    pub(super) perspective: Perspective,
    pub(super) calendar: Calendar,
    /// The part of each line's cells that the perspective counts.
    parts: Vec<Cells>,
    /// The sums of these parts for each effort.
    pub(super) sides: Vec<Sides>,
    view: View,
}

impl<'n> Focus<'n> {
    /// Starts with the scenario as it is. All cells are zero for a committee that neither pays nor saves anything.
    ///
    /// # Errors
    /// As [`evaluate`](super::evaluate).
    pub fn new(scenario: &Scenario<'n>, perspective: Perspective) -> Result<Self, EvaluateError> {
        let variant = scenario.note().variant;
        let parts: Vec<Cells> =
            (0..variant.lines.len()).map(|index| part(scenario, index, perspective)).collect::<Result<_, _>>()?;
        let calendar = Calendar::of(scenario)?;
        let sides = Sides::of(variant, &parts);
        let view = View::empty(perspective);
        Ok(Self { scenario: scenario.clone(), perspective, calendar, parts, sides, view })
    }

    /// The scenario with the values that have been set.
    #[must_use]
    pub const fn scenario(&self) -> &Scenario<'n> {
        &self.scenario
    }

    /// Gives a driver a value, in the driver's unit.
    ///
    /// # Errors
    /// [`EvaluateError::OutOfBounds`] if the driver does not accept the value, [`EvaluateError::NoValue`] for a driver
    /// that the note does not have, otherwise as [`evaluate`](super::evaluate).
    pub fn set(&mut self, ix: DriverIx, value: Decimal) -> Result<(), EvaluateError> {
        self.set_documented(ix, value, false)
    }

    /// As [`Self::set`], for a value that a document gives: the posts stay as they are where the document says so, unless
    /// the reader has a caseload.
    ///
    /// # Errors
    /// As [`Self::set`].
    pub fn set_documented(&mut self, ix: DriverIx, value: Decimal, posts_stay: bool) -> Result<(), EvaluateError> {
        let variant = self.scenario.note().variant;
        variant.driver(ix).ok_or(EvaluateError::NoValue(ix))?;
        let posts = self.scenario.posts();
        self.scenario.set_documented(ix, value, posts_stay).map_err(|_| EvaluateError::OutOfBounds(ix))?;
        // Then all posts may be others, not only those of lines that read the driver.
        let counts_otherwise = self.scenario.posts() != posts;
        for (line_index, line) in variant.lines.iter().enumerate() {
            if counts_otherwise {
                self.put(line_index, part(&self.scenario, line_index, self.perspective)?);
            } else if self.scenario.moves(ix, line) {
                self.recompute(line_index, ix)?;
            }
        }
        if variant.efforts.iter().any(|effort| effort.length == ix) {
            self.calendar = Calendar::of(&self.scenario)?;
        }
        Ok(())
    }

    /// As [`Self::set`], but only these lines are computed again. The caller must [`put`](Self::put) the cells of the
    /// other lines that read the driver.
    ///
    /// # Errors
    /// As [`Self::set`].
    pub fn set_for(&mut self, ix: DriverIx, value: Decimal, lines: &[usize]) -> Result<(), EvaluateError> {
        self.scenario.set(ix, value).map_err(|_| EvaluateError::OutOfBounds(ix))?;
        lines.iter().try_for_each(|line_index| self.recompute(*line_index, ix))
    }

    /// Computes the cells of a line again that depend on a driver that has moved.
    fn recompute(&mut self, line_index: usize, moved: DriverIx) -> Result<(), EvaluateError> {
        let overflow = EvaluateError::Overflow { line: line_index };
        let variant = self.scenario.note().variant;
        let line = variant.lines.get(line_index).ok_or(overflow)?;
        let old_part = self.parts.get(line_index).ok_or(overflow)?.clone();
        let part = |cell| part_of_cell(line, cell, self.perspective);
        let new_part = old_part.recomputed(&self.scenario, line_index, Some(moved), part)?;
        self.put(line_index, new_part);
        Ok(())
    }

    /// The part of a line's cells that the perspective counts; `None` for a line that the note does not have.
    #[must_use]
    pub fn part(&self, line_index: usize) -> Option<Cells> {
        self.parts.get(line_index).cloned()
    }

    /// Replaces the part of a line's cells that the perspective counts.
    pub fn put(&mut self, line_index: usize, part: Cells) {
        let Some(line) = self.scenario.note().variant.lines.get(line_index) else { return };
        if let (Some(slot), Some(sides)) = (self.parts.get_mut(line_index), self.sides.get_mut(line.effort)) {
            sides.replace(line.side, slot, &part);
            *slot = part;
        }
    }

    /// The money of the perspective with the values that have been set.
    #[must_use]
    pub fn view(&mut self) -> &View {
        self.view.lay_out(self.scenario.note().variant, &self.calendar, &self.sides);
        &self.view
    }
}

/// The part of a line's cells that a perspective counts.
pub(super) fn part(
    scenario: &Scenario<'_>,
    line_index: usize,
    perspective: Perspective,
) -> Result<Cells, EvaluateError> {
    let cells = Cells::of(scenario, line_index)?;
    let line = line_at(scenario, line_index)?;
    Ok(cells.map(|cell| part_of_cell(line, cell, perspective)))
}
