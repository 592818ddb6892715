//! What the screen about the method says, and citations.

use super::borrowing::budgets;
use super::join;
use crate::{Phrase, Reading, Wording};
use engine::day::Day;
use engine::method::Transcribed;
use model::note::{Document, Note};

/// The help above the paybacks by every convention. The documents are those that state savings.
pub(crate) fn payback_help(words: &dyn Wording, stating: &[&Document]) -> String {
    let messages = words.messages();
    match stating {
        [Document { budget, price_level, .. }] => messages.method.payback_help(*budget, *price_level),
        several => messages.method.payback_help_several(join(&budgets(several), messages.lists.and)),
    }
}

/// What is transcribed from a document, counted. What it has none of is not named.
pub(crate) fn transcribed(words: &dyn Wording, transcribed: &Transcribed) -> String {
    let counted = &words.messages().counted;
    let Transcribed { tables, cells, statements, targets, results } = *transcribed;
    let count = |number: usize| words.count(number.into());
    let parts = [
        (tables, counted.tables(&count(tables))),
        (cells, counted.cells(&count(cells))),
        (statements, counted.statements(&count(statements))),
        (targets, counted.targets(&count(targets))),
        (results, counted.measurements(&count(results))),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|(number, _)| *number > 0).map(|(_, part)| part).collect();
    join(&parts, words.messages().lists.and)
}

/// A day: "3. marts 2026".
pub(crate) fn day(words: &dyn Wording, day: Day) -> String {
    let numbers = &words.messages().numbers;
    numbers.day(day.day, day.month_in(&numbers.months), day.year)
}

/// The citation of the page.
pub(crate) fn citation(words: &dyn Wording, reading: Reading<'_>) -> String {
    let Reading { link, day, version } = reading;
    words.messages().method.citation(words.day(day), link, words.labels().site, version)
}

/// The citation of an answer.
pub(crate) fn frozen(words: &dyn Wording, answer: &Phrase, note: Note<'_>, reading: Reading<'_>) -> String {
    let Reading { link, day, version } = reading;
    let (title, budget) = (words.named(&note.document.title), note.document.budget);
    let site = words.labels().site;
    words.messages().method.cited_answer(answer.text(), budget, words.day(day), link, site, title, version)
}
