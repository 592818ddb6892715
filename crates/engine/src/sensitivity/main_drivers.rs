//! Which drivers a reader meets first.

use super::along_slider::{AlongSlider, along_slider, judged_years};
use super::tornado::tornado;
use crate::computed::Computed;
use model::evaluate::{EvaluateError, Perspective};
use model::money::Thousands;
use model::note::{Driver, DriverIx};

/// The most drivers that a reader meets first. The others are one press away.
const MOST: usize = 6;

/// The drivers that a reader meets first, the share in a job or education on top: it is what the effort is for. It is last
/// where no amount follows from it. Below it stand the share who would have found a job anyway, which no note counts, and
/// those that move the net of this perspective most, the strongest first. None of them follows another driver. Where one effort
/// is counted, the two shares are its own or there are none.
///
/// They are those of the note: `baseline` is its own scenario, so that no change of the reader moves a driver to another
/// place.
///
/// # Errors
/// As [`tornado`].
pub fn main_drivers(baseline: &Computed<'_>, perspective: Perspective) -> Result<Vec<DriverIx>, EvaluateError> {
    let scenario = &baseline.scenario;
    let variant = scenario.note().variant;
    let counted = variant.efforts.iter().enumerate().filter(|(index, _)| perspective.counts(*index));
    let share = counted.map(|(_, effort)| effort).find_map(|effort| effort.effect).map(|effect| effect.full);
    // A share of people whose number no note gives moves nothing, so it is no driver to begin with.
    let moves = |ix| {
        along_slider(baseline, ix, perspective, judged_years(baseline, perspective))
            .map(|along| along != AlongSlider::Nothing)
    };
    let is_first = share.map(moves).transpose()?.unwrap_or(false);
    let is_moved_by_jobs = !matches!(perspective, Perspective::Effort(_)) || perspective.states_savings(variant);
    let anyway = variant.find_driver(Driver::FOUND_ANYWAY).filter(|_| is_moved_by_jobs);
    let bars = tornado(scenario, perspective)?;
    let moving = bars.iter().filter(|bar| bar.swing != Thousands::ZERO).map(|bar| bar.ix);
    let mut main: Vec<DriverIx> = Vec::new();
    let most = if is_first || share.is_none() { MOST } else { MOST.saturating_sub(1) };
    for ix in share.filter(|_| is_first).into_iter().chain(anyway).chain(moving) {
        if main.len() < most && !main.contains(&ix) && !scenario.follows(ix) {
            main.push(ix);
        }
    }
    if let Some(share) = share.filter(|share| !main.contains(share)) {
        main.push(share);
    }
    Ok(main)
}
