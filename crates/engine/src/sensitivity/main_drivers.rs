//! Which drivers a reader meets first.

use super::tornado::tornado;
use crate::computed::Computed;
use model::evaluate::{EvaluateError, Perspective};
use model::money::Thousands;
use model::note::{Driver, DriverIx};

/// The most drivers that a reader meets first. The others are one press away.
const MOST: usize = 6;

/// The drivers that a reader meets first, the share in a job or education on top: it is what the effort is for. Below it
/// stand the share who would have found a job anyway, which no note counts, and those that move the net of this
/// perspective most, the strongest first. None of them follows another driver.
///
/// They are those of the note: `baseline` is its own scenario, so that no change of the reader moves a driver to another
/// place.
///
/// # Errors
/// As [`tornado`].
pub fn main_drivers(baseline: &Computed<'_>, perspective: Perspective) -> Result<Vec<DriverIx>, EvaluateError> {
    let scenario = &baseline.scenario;
    let variant = scenario.note().variant;
    let shares = variant.efforts.iter().filter_map(|effort| effort.effect).map(|effect| effect.full);
    let anyway = variant.find_driver(&Driver::found_anyway().id);
    let bars = tornado(scenario, perspective)?;
    let moving = bars.iter().filter(|bar| bar.swing != Thousands::ZERO).map(|bar| bar.ix);
    let mut main: Vec<DriverIx> = Vec::new();
    for ix in shares.take(1).chain(anyway).chain(moving) {
        if main.len() < MOST && !main.contains(&ix) && !scenario.follows(ix) {
            main.push(ix);
        }
    }
    Ok(main)
}
