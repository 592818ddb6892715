//! When efforts run: the phase of an effort in each year, and the years that a scenario covers.

use super::{EvaluateError, value};
use crate::note::{DriverIx, Effort, Phase, Variant, Year};
use crate::scenario::Scenario;

/// The years of a scenario, and when each effort stops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Calendar {
    /// The years of the note, and further years until every effort has stopped. The year after its end is included for
    /// an effort with savings: the saving of that year is the one that goes on.
    pub(super) years: Vec<Year>,
    /// The first year after each effort has stopped, in the note's order.
    pub(super) stops: Vec<Year>,
}

impl Calendar {
    /// The calendar that follows from the lengths of the efforts.
    pub(super) fn of(scenario: &Scenario<'_>) -> Result<Self, EvaluateError> {
        let variant = scenario.note().variant;
        let stops: Vec<Year> =
            variant.efforts.iter().map(|effort| stops(scenario, effort)).collect::<Result<_, _>>()?;
        Ok(Self { years: years(variant, &stops), stops })
    }

    /// Lets the efforts with this length stop as in another calendar.
    pub(super) fn stop_as(&mut self, variant: &Variant, length: DriverIx, other: &Self) {
        let stops = self.stops.iter_mut().zip(&other.stops).zip(&variant.efforts);
        for ((stops, other), _) in stops.filter(|(_, effort)| effort.length == length) {
            *stops = *other;
        }
        self.years = years(variant, &self.stops);
    }

    /// The phase of the effort at this position in each year. An effort that the note does not have never begins.
    pub(super) fn phases(&self, effort_index: usize, effort: &Effort) -> impl Iterator<Item = Phase> {
        let stops = self.stops.get(effort_index).copied();
        self.years.iter().map(move |year| stops.map_or(Phase::Before, |stops| phase(effort, stops, *year)))
    }
}

/// The years of the note, and further ones until every effort has stopped.
fn years(variant: &Variant, stops: &[Year]) -> Vec<Year> {
    let last = stops
        .iter()
        .enumerate()
        .map(|(effort_index, stops)| if variant.saves(effort_index) { *stops } else { stops.saturating_sub(1) });
    (variant.first..=last.fold(variant.last, Year::max)).collect()
}

/// The first year after the effort has stopped.
pub(super) fn stops(scenario: &Scenario<'_>, effort: &Effort) -> Result<Year, EvaluateError> {
    let length = value(scenario, effort.length)?;
    let error = EvaluateError::OutOfBounds(effort.length);
    let whole_years = if length.is_integer() { Year::try_from(length).map_err(|_| error)? } else { return Err(error) };
    effort.start.checked_add(whole_years).ok_or(error)
}

/// The phase of an effort in a year of the scenario.
///
/// # Errors
/// As [`evaluate`](super::evaluate).
pub fn phase_in(scenario: &Scenario<'_>, effort: &Effort, year: Year) -> Result<Phase, EvaluateError> {
    Ok(phase(effort, stops(scenario, effort)?, year))
}

/// The phase in a year of an effort that has stopped when the year `stops` begins.
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
