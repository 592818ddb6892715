//! What it takes to be paid back in time: for each driver the value that gets there, or how far it may go.

use rust_decimal::Decimal;

use super::break_even::{BreakEven, break_even, is_paid_back_within};
use super::nearest_limits::{NearestLimit, nearest_limits};
use crate::computed::Computed;
use crate::payback::Convention;
use model::evaluate::{EvaluateError, Perspective};
use model::note::DriverIx;

/// What it takes to be paid back within a number of years, one driver at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatItTakes {
    /// Whether the scenario is paid back within these years as it is.
    pub is_met: bool,
    /// The drivers that decide it alone, the smallest change first. Where it is met, the limit of each is how far it may go;
    /// otherwise it is how far it must.
    pub ways: Vec<NearestLimit>,
    /// The drivers no value of which gets there; empty where it is met.
    pub cannot: Vec<DriverIx>,
}

impl NearestLimit {
    /// The value at the limit, with which the effort is paid back in time.
    #[must_use]
    pub fn value(&self) -> Option<Decimal> {
        self.values.ends().into_iter().next()
    }
}

/// What it takes to be paid back within `years` years in this perspective. Drivers that follow another one, and the lengths of
/// efforts, are left out, as in [`nearest_limits`]. `None` for a note without savings, which has no payback.
///
/// ```
/// use engine::computed::Computed;
/// use engine::notes::Library;
/// use engine::sensitivity::what_it_takes;
/// use model::evaluate::Perspective;
/// use model::scenario::Scenario;
/// use rust_decimal::Decimal;
///
/// let library = Library::embedded().unwrap();
/// let computed = Computed::of(Scenario::baseline(library.find("ips-2018").unwrap())).unwrap();
/// let three_years = what_it_takes(&computed, Perspective::Total, 3).unwrap().unwrap();
/// assert!(!three_years.is_met);
/// let effect = computed.note().variant.find_driver("effect").unwrap();
/// let way = three_years.ways.iter().find(|way| way.ix == effect).unwrap();
/// assert!(way.value().unwrap() > Decimal::new(25, 2));
/// ```
///
/// # Errors
/// As [`break_even`].
pub fn what_it_takes(
    computed: &Computed<'_>,
    perspective: Perspective,
    years: u32,
) -> Result<Option<WhatItTakes>, EvaluateError> {
    let scenario = &computed.scenario;
    let variant = scenario.note().variant;
    if !variant.states_savings() {
        return Ok(None);
    }
    let is_met = is_paid_back_within(computed.payback(perspective, Convention::FirstYear), years);
    let ways = nearest_limits(scenario, perspective, years)?;
    let mut cannot = Vec::new();
    let others = variant.drivers().filter(|(_, driver)| !driver.is_master()).map(|(ix, _)| ix);
    let others = others.filter(|ix| ways.iter().all(|way| way.ix != *ix));
    for ix in others.filter(|ix| !is_met && !scenario.follows(*ix) && !variant.is_length(*ix)) {
        if break_even(scenario, ix, perspective, years)? == BreakEven::Never {
            cannot.push(ix);
        }
    }
    Ok(Some(WhatItTakes { is_met, ways, cannot }))
}
