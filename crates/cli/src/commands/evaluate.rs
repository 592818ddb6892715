//! `evaluate`: the answer of a scenario, its key figures, its money year by year, and its paybacks.

use std::fmt::Write;

use api::calls;
use engine::answer::answer;
use engine::computed::Computed;
use engine::payback::Convention;
use model::evaluate::View;
use model::language::capitalised;
use model::money::Thousands;
use words::Words;

use crate::arguments::Evaluate;
use crate::ending::{Ending, Stopped};
use crate::output::{self, strong};
use crate::read;
use crate::rows::{aligned, left_aligned};
use crate::scenario::Opened;

/// Does it.
///
/// # Errors
/// [`Stopped`] where a file or the link cannot be used, or the output cannot be written.
pub(crate) fn run(arguments: &Evaluate, words: Words) -> Result<Ending, Stopped> {
    let notes = read::notes(&arguments.subject.notes.files, words)?;
    let opened = Opened::of(&notes.library, &arguments.subject.link, words)?;
    if arguments.json {
        let outcome = calls::evaluate(&opened.loaded()).map_err(|failure| Stopped::Misused(failure.sentence))?;
        output::json(&outcome)?;
    } else {
        output::text(&described(&opened, words))?;
    }
    Ok(opened.ending)
}

/// The scenario for people to read.
fn described(opened: &Opened<'_>, words: Words) -> String {
    let (computed, perspective) = (&opened.computed, opened.perspective);
    let (note, labels) = (computed.note(), words.labels());
    let mut text = format!("{}\n{}\n\n", strong(words.note_name(note)), words.note_line(note));
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(text, "{}", strong(words.answer(&answer(computed, perspective)).text()));
    let changed = computed.scenario.changes().map(|change| {
        let value = words.value(change.value, change.driver.unit);
        let of_note = words.note_value_as(&change.driver.origin, &words.value(change.driver.value, change.driver.unit));
        format!("{}: {value} ({of_note})\n", words.driver_name(change.driver))
    });
    let changed: String = changed.collect();
    if !changed.is_empty() {
        let _ = write!(text, "\n{}\n{changed}", strong(capitalised(labels.explanation.changed_by_you)));
    }
    let _ = writeln!(text, "\n{}", strong(labels.figures.key_figures));
    if let Some(seen_from) = words.figures_seen_from(perspective, note.variant) {
        let _ = writeln!(text, "{seen_from}");
    }
    let figures = words.key_figures(computed, perspective);
    let figures = figures.into_iter().map(|(_, name, figure)| vec![name.into_owned(), figure.value, figure.detail]);
    text.push_str(&left_aligned(&figures.collect::<Vec<_>>()));
    if let Some(view) = computed.outcome.view(perspective) {
        let _ = writeln!(text, "\n{}", strong(labels.figures.thousands));
        text.push_str(&aligned(&by_year(computed, view, words)));
    }
    let _ = writeln!(text, "\n{}", strong(words.labels().figures.paid_back));
    let conventions = Convention::all(computed.scenario.rate()).map(|convention| {
        let rate = convention.rate().map(|rate| format!(", {}", words.locale().percent(rate))).unwrap_or_default();
        let payback = words.payback_by(
            perspective.reached(computed.note().variant),
            convention,
            computed.payback(perspective, convention),
        );
        vec![format!("{}{rate}", words.convention(convention).name), payback]
    });
    text.push_str(&left_aligned(&conventions));
    text
}

/// The money of a perspective: a column a year, and one for all years.
fn by_year(computed: &Computed<'_>, view: &View, words: Words) -> Vec<Vec<String>> {
    let labels = words.labels();
    let head =
        [labels.figures.year.to_owned()].into_iter().chain(computed.outcome.years.iter().map(ToString::to_string));
    let head = head.chain([labels.figures.in_all.to_owned()]).collect();
    let row = |name: &str, cells: &[Thousands], is_summed: bool| {
        let sum = is_summed.then(|| cells.iter().copied().sum::<Thousands>());
        let cells = cells.iter().copied().chain(sum).map(|cell| words.locale().cell(cell));
        [name.to_owned()].into_iter().chain(cells).collect()
    };
    vec![
        head,
        row(words.sum_of_costs([computed.note().variant]), &view.costs, true),
        row(labels.figures.savings, &view.savings, true),
        row(labels.figures.net, &view.net, true),
        row(labels.export.cumulative, &view.cumulative, false),
    ]
}
