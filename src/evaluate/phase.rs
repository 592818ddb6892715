//! When efforts run: the phases of an effort, and the years that a scenario covers.

use super::{EvaluateError, value};
use crate::note::{Effort, Year};
use crate::scenario::Scenario;

/// Where an effort is in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// The years of a scenario, and when each effort stops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Calendar {
    /// The note's own years, and on until every effort has stopped, with the year after for one that has a residual
    /// effect.
    pub(super) years: Vec<Year>,
    /// The first year after each effort has stopped, in the note's order.
    pub(super) stops: Vec<Year>,
}

impl Calendar {
    /// The years that the lengths in force lead to.
    pub(super) fn of(scenario: &Scenario<'_>) -> Result<Self, EvaluateError> {
        let variant = scenario.note().variant;
        let stops: Vec<Year> =
            variant.efforts.iter().map(|effort| stops(scenario, effort)).collect::<Result<_, _>>()?;
        let last = variant.efforts.iter().zip(&stops).map(|(effort, stops)| {
            let lingers = effort.effect.is_some_and(|effect| effect.residual.is_some());
            if lingers { *stops } else { stops.saturating_sub(1) }
        });
        let last = last.fold(variant.last, Year::max);
        Ok(Self { years: (variant.first..=last).collect(), stops })
    }

    /// Where the effort at this position is in each year. An effort that the note does not have is never begun.
    pub(super) fn phases(&self, at: usize, effort: &Effort) -> impl Iterator<Item = Phase> {
        let stops = self.stops.get(at).copied();
        self.years.iter().map(move |year| stops.map_or(Phase::Before, |stops| phase(effort, stops, *year)))
    }
}

/// The first year after the effort has stopped.
pub(super) fn stops(scenario: &Scenario<'_>, effort: &Effort) -> Result<Year, EvaluateError> {
    let length = value(scenario, effort.length)?;
    let out = EvaluateError::OutOfBounds(effort.length);
    let whole = if length.is_integer() { Year::try_from(length).map_err(|_| out)? } else { return Err(out) };
    effort.start.checked_add(whole).ok_or(out)
}

/// Where an effort is in a year of the scenario.
pub(crate) fn phase_in(scenario: &Scenario<'_>, effort: &Effort, year: Year) -> Result<Phase, EvaluateError> {
    Ok(phase(effort, stops(scenario, effort)?, year))
}

/// Where an effort that stops before the year `stops` is in a year.
pub(super) const fn phase(effort: &Effort, stops: Year, year: Year) -> Phase {
    if year < effort.start {
        Phase::Before
    } else if year >= stops {
        Phase::After
    } else if year == effort.start {
        Phase::First
    } else {
        Phase::Running
    }
}
