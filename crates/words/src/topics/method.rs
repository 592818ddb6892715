//! What the screen about the method says, and citations.

use super::borrowing::budgets;
use super::join;
use crate::messages::at;
use crate::{Phrase, Words};
use engine::day::Day;
use engine::method::Transcribed;
use model::note::{Document, Note};

/// The link, day and version in a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading<'a> {
    /// The full permanent address.
    pub link: &'a str,
    /// The day on which it was read.
    pub day: Day,
    /// The version of the page.
    pub version: &'a str,
    /// Whether the reader has changed numbers of the note.
    pub is_changed: bool,
}

impl Words {
    /// The help above the worked example, which is from this document.
    #[must_use]
    pub fn example_help(self, example: &Document) -> String {
        self.messages().method.example_help(example.budget)
    }

    /// The heading of the text that cites the answer of this document.
    #[must_use]
    pub fn cite_answer(self, example: &Document) -> String {
        self.messages().method.cite_answer(example.budget)
    }

    /// The help above the table of paybacks by every convention. The documents are those that state savings.
    #[must_use]
    pub fn payback_help(self, stating: &[&Document]) -> String {
        let messages = self.messages();
        match stating {
            [Document { budget, price_level, .. }] => {
                messages.method.payback_help(at::Budget(*budget), at::Prices(*price_level))
            }
            several => messages.method.payback_help_several(join(&budgets(several), messages.lists.and)),
        }
    }

    /// What is transcribed from a document, counted.
    #[must_use]
    pub fn transcribed(self, transcribed: &Transcribed) -> String {
        let counted = &self.messages().counted;
        let Transcribed { tables, cells, statements, targets, results } = *transcribed;
        let count = |number: usize| self.count(number.into());
        let parts = [
            (tables, counted.tables(&count(tables))),
            (cells, counted.cells(&count(cells))),
            (statements, counted.statements(&count(statements))),
            (targets, counted.targets(&count(targets))),
            (results, counted.measurements(&count(results))),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|(number, _)| *number > 0).map(|(_, part)| part).collect();
        join(&parts, self.messages().lists.and)
    }

    /// A day: "3. marts 2026".
    #[must_use]
    pub fn day(self, day: Day) -> String {
        let numbers = &self.messages().numbers;
        numbers.day(at::Day(day.day), at::Month(day.month_in(&numbers.months)), at::Year(day.year))
    }

    /// The citation of the page.
    #[must_use]
    pub fn citation(self, reading: Reading<'_>) -> String {
        let Reading { link, day, version, is_changed: _ } = reading;
        self.messages().method.citation(
            at::Day(self.day(day)),
            at::Link(link),
            at::Site(self.labels().shell.site),
            at::Version(version),
        )
    }

    /// The citation of an answer: the sentence with its source, day, version and link.
    #[must_use]
    pub fn frozen(self, answer: &Phrase, note: Note<'_>, reading: Reading<'_>) -> String {
        let Reading { link, day, version, is_changed } = reading;
        let (title, budget) = (self.official_title(note.document), note.document.budget);
        let site = self.labels().shell.site;
        let method = &self.messages().method;
        let whose = if note.document.fingerprint.is_some() { method.of_reader } else { method.of_city };
        let lender = note.variant.savings_from.as_ref().map(|lender| lender.budget);
        let how = match (lender, is_changed) {
            (None, false) => None,
            (None, true) => Some(method.changed.to_owned()),
            (Some(lender), false) => Some(method.lent(lender)),
            (Some(lender), true) => Some(method.lent_and_changed(lender)),
        };
        if let Some(how) = how {
            return method.cited_change(
                at::Answer(answer.text()),
                at::Budget(budget),
                at::Day(self.day(day)),
                at::How(how),
                at::Link(link),
                at::Site(site),
                at::Title(title),
                at::Version(version),
                at::Whose(whose),
            );
        }
        method.cited_answer(
            at::Answer(answer.text()),
            at::Budget(budget),
            at::Day(self.day(day)),
            at::Link(link),
            at::Site(site),
            at::Title(title),
            at::Version(version),
            at::Whose(whose),
        )
    }
}
