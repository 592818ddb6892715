//! `explain`: how a number came about.

use std::fmt::Write;

use api::edge;
use engine::computed::Computed;
use engine::explain::{Ask, Explanation, Part, Quantity, Step, explain};
use engine::link::Question;
use model::note::{Driver, Note};
use words::{Words, full_stop, rejoined};

use crate::arguments::Explain;
use crate::ending::{Ending, Stopped};
use crate::output::{self, strong};
use crate::read;
use crate::scenario::Opened;

/// Does it.
///
/// # Errors
/// [`Stopped`] where a file or the link cannot be used, the note has no such number, or the output cannot be written.
pub(crate) fn run(arguments: &Explain, words: Words) -> Result<Ending, Stopped> {
    let notes = read::notes(&arguments.subject.notes.files, words)?;
    let opened = Opened::of(&notes.library, &arguments.subject.link, words)?;
    let note = opened.computed.note();
    let unknown = |id: &str| Stopped::Misused(words.notice(&engine::link::Notice::UnknownNumber(id.to_owned())));
    let (computed, ask) = match (&arguments.number, &opened.page.question) {
        (Some(id), _) => (opened.computed.clone(), Ask::find(note, id).ok_or_else(|| unknown(id))?),
        (None, Some(Question::Of(whose, ask))) => {
            let scenario = opened.page.scenario_of(whose, &opened.computed.scenario);
            (Computed::of(scenario).ok_or_else(|| unknown(&ask.id(note)))?, *ask)
        }
        (None, Some(Question::Difference(_))) => {
            let sentence = "the link asks about the difference of two scenarios; write the id of a number behind it";
            return Err(Stopped::Misused(sentence.to_owned()));
        }
        (None, None) => (opened.computed.clone(), Ask::paid_back(opened.perspective)),
    };
    let explained = explain(&computed, ask).ok_or_else(|| unknown(&ask.id(computed.note())))?;
    if arguments.json {
        output::json(&edge::Explanation::of(computed.note(), &explained))?;
    } else {
        output::text(&described(&computed, &explained, words))?;
    }
    Ok(opened.ending)
}

/// The explanation for people to read, in the order of the page's.
fn described(computed: &Computed<'_>, explained: &Explanation, words: Words) -> String {
    let (note, labels) = (computed.note(), &words.labels().explanation);
    let Explanation { ask, value, steps, drivers, printed, also } = explained;
    let mut text = format!("{}: {}\n", words.ask(note, *ask), strong(words.quantity(note.variant, *value)));
    let step_lines = steps.iter().flat_map(|step| step_lines(note, step, words));
    text.extend(step_lines.map(|line| format!("  {line}\n")));
    if !also.is_empty() {
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(text, "\n{}", labels.also_counted);
        text.extend(also.iter().map(|other| format!("  {}\n", part(note, other, words))));
    }
    if let Some(printed) = printed {
        let _ = writeln!(text, "\n{}", words.printed(printed));
    }
    for (ix, driver) in drivers.iter().filter_map(|ix| Some((*ix, note.variant.driver(*ix)?))) {
        let value = computed.scenario.value(ix).unwrap_or(driver.value);
        let from = if value == driver.value {
            words.origin(&driver.origin).to_owned()
        } else {
            let of_note = words.note_value_as(&driver.origin, &words.value(driver.value, driver.unit));
            format!("{} ({of_note})", labels.changed_by_you)
        };
        let (name, value) = (words.driver_name(driver), strong(words.value(value, driver.unit)));
        let _ = writeln!(text, "\n{name}: {value}, {from}");
        text.extend(origin_lines(note, driver, words).into_iter().map(|line| format!("  {line}\n")));
    }
    text
}

/// The lines of a step: what it is made of, and its formula or sentence.
fn step_lines(note: Note<'_>, step: &Step, words: Words) -> Vec<String> {
    let formula = [words.step(note, step)];
    let bulleted = |shown: &Part| format!("- {}", part(note, shown, words));
    match step {
        Step::Sum(parts, _) => parts.iter().map(bulleted).chain(formula).collect(),
        Step::Ratio(cost, ..) => [bulleted(cost)].into_iter().chain(formula).collect(),
        Step::Simple(costs, saving, _) => [bulleted(costs), bulleted(saving)].into_iter().chain(formula).collect(),
        Step::PaidBack { ends, .. } => {
            let lead = [words.labels().explanation.left_at_end.to_owned()];
            let ends = ends
                .iter()
                .map(|(year, end)| format!("- {year}: {}", words.quantity(note.variant, Quantity::Cell(*end))));
            lead.into_iter().chain(ends).chain(formula).collect()
        }
        Step::Discounted { ends, .. } => {
            let ends = ends.iter().map(|(year, net, left)| {
                let left = words.discounted_left(&words.quantity(note.variant, Quantity::Amount(*left)));
                format!("- {year}: {}{left}", words.quantity(note.variant, Quantity::Cell(*net)))
            });
            formula.into_iter().chain(ends).collect()
        }
        Step::Point { .. }
        | Step::Product(..)
        | Step::RoundedUp(..)
        | Step::PostsStay(..)
        | Step::Limited(..)
        | Step::Rounded(..) => formula.to_vec(),
    }
}

fn part(note: Note<'_>, part: &Part, words: Words) -> String {
    let share = part.share.map(|share| format!(" ({})", words.locale().percent(share))).unwrap_or_default();
    format!(
        "{}{share}: {} [{}]",
        words.ask(note, part.ask),
        words.quantity(note.variant, part.value),
        part.ask.id(note)
    )
}

/// Why a driver has its value, and the documents' words for it, for its parts and for its range.
fn origin_lines(note: Note<'_>, driver: &Driver, words: Words) -> Vec<String> {
    let document = words.document_name(&driver.origin.document(note.document));
    let quote = |source| {
        let source: &model::note::Source = source;
        format!("{} {}", words.quoted(&rejoined(source.words())), words.place(&document, source))
    };
    let why = words.explanation(note, driver).map(full_stop);
    let sources = driver.origin.sources().iter().map(quote);
    let parts = driver.parts.iter().map(|part| {
        let value = words.value(part.value, driver.unit);
        format!("{value}: {}, {}", words.named(&part.name), quote(&part.source))
    });
    let range = driver.range.iter().filter_map(|range| range.source.as_ref()).map(quote);
    why.into_iter().chain(sources).chain(parts).chain(range).collect()
}
