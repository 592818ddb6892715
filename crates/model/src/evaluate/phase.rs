//! When efforts run: each year as an effort counts it, and the years that a scenario covers.

use super::{EvaluateError, value};
use crate::note::{DriverIx, Effort, EffortYear, Phase, Variant, Year};
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

    /// Each year as the effort at this position counts it. An effort that the note does not have never begins.
    pub(super) fn effort_years(&self, effort_index: usize, effort: &Effort) -> impl Iterator<Item = EffortYear> {
        let stops = self.stops.get(effort_index).copied();
        let never = EffortYear { phase: Phase::Before, number: 0 };
        self.years.iter().map(move |year| stops.map_or(never, |stops| counted(effort, stops, *year)))
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

/// A year of the scenario as an effort counts it.
///
/// # Errors
/// As [`evaluate`](super::evaluate).
pub fn effort_year(scenario: &Scenario<'_>, effort: &Effort, year: Year) -> Result<EffortYear, EvaluateError> {
    Ok(counted(effort, stops(scenario, effort)?, year))
}

/// A year as it is counted by an effort that has stopped when the year `stops` begins.
const fn counted(effort: &Effort, stops: Year, year: Year) -> EffortYear {
    let number = match year.checked_sub(effort.start) {
        Some(years_before) => years_before.saturating_add(1),
        None => 0,
    };
    EffortYear { phase: phase(effort, stops, year), number }
}

/// The phase in a year of an effort that has stopped when the year `stops` begins.
const fn phase(effort: &Effort, stops: Year, year: Year) -> Phase {
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
