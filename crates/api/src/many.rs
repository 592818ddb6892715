//! Many scenarios in one call.

use engine::notes::Library;
use engine::payback::{Convention, payback};
use model::evaluate::{Focus, Perspective};
use model::note::Note;
use model::scenario::Scenario;

use crate::edge::{PostsCount, ScenarioInput, Summary};
use crate::failure::Failure;
use crate::opening::{described, driver_value, note, seen_from, settings};

/// The baseline of a note in a perspective. Scenarios begin with a copy of it, so that only what they change is computed.
struct Base<'n> {
    note: Note<'n>,
    perspective: Perspective,
    focus: Focus<'n>,
}

/// The money of each scenario in its perspective, in the order of the scenarios.
///
/// # Errors
/// [`Failure`] for the first scenario that cannot be computed; the sentence says which one it is, counted from 0.
pub fn evaluate_many(library: &Library, scenarios: &[ScenarioInput<'_>]) -> Result<Vec<Summary>, Failure> {
    let mut bases: Vec<Base<'_>> = Vec::new();
    let summaries = scenarios.iter().enumerate().map(|(index, input)| {
        summary(library, input, &mut bases)
            .map_err(|failure| Failure { sentence: format!("Scenario {index}: {}", failure.sentence), ..failure })
    });
    summaries.collect()
}

fn summary<'n>(library: &'n Library, input: &ScenarioInput<'_>, bases: &mut Vec<Base<'n>>) -> Result<Summary, Failure> {
    let note = note(library, input)?;
    let perspective = seen_from(note, input)?;
    let no_outcome = |error| Failure::no_outcome(note, error);
    let mut focus = if input.posts.is_none_or(|posts| posts == PostsCount::Exact) {
        let mut focus = baseline(note, perspective, bases).map_err(no_outcome)?;
        for (id, given) in &input.drivers.0 {
            let (ix, value) = driver_value(note, id, *given)?;
            focus.set(ix, value).map_err(no_outcome)?;
        }
        focus
    } else {
        // Posts that are counted in another way move every cell.
        Focus::new(&described(library, input)?.scenario, perspective).map_err(no_outcome)?
    };
    let (first, horizon) = (note.variant.first, settings(input)?.horizon.years());
    let view = focus.view();
    Ok(Summary::of(first, view, payback(view, first, Convention::FirstYear, horizon)))
}

/// A copy of the note's baseline.
fn baseline<'n>(
    note: Note<'n>,
    perspective: Perspective,
    bases: &mut Vec<Base<'n>>,
) -> Result<Focus<'n>, model::evaluate::EvaluateError> {
    if let Some(base) = bases.iter().find(|base| base.note == note && base.perspective == perspective) {
        return Ok(base.focus.clone());
    }
    let focus = Focus::new(&Scenario::baseline(note), perspective)?;
    bases.push(Base { note, perspective, focus: focus.clone() });
    Ok(focus)
}
