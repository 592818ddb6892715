//! The comparison of two scenarios as a file: what differs between them, as one table.

pub mod csv;
mod rows;
pub mod workbook;

use engine::compare::{Comparison, compare};
use engine::computed::Computed;
use engine::day::Day;
use engine::link;
use engine::notes::Library;
use model::scenario::Scenario;
use words::{Cautions, Words};

pub use rows::{Cell, Row, rows};

/// What the file is about: two computed scenarios, the address of their comparison, and the day.
pub struct Compared<'n> {
    /// The reader's scenario beside the other one.
    pub comparison: Comparison<'n>,
    /// The wordings of the reader's language.
    pub words: Words,
    /// The whole permanent address of the comparison.
    pub address: String,
    /// The reader's date on which the file is written.
    pub day: Day,
}

impl<'n> Compared<'n> {
    /// The comparison at a whole address of the page. A link that names no other scenario compares with the note as published. `None`
    /// only if the library has no note.
    #[must_use]
    pub fn open(library: &'n Library, address: &str, day: Day) -> Option<Self> {
        let text = address.split_once('#').map_or("", |(_, text)| text);
        let opened = link::open(library, text)?;
        let own = opened.own;
        let published = || Computed::of(Scenario::baseline(own.note()).with_settings(own.scenario.settings()));
        let other = opened.other.or_else(published)?;
        Some(Self {
            comparison: compare(&own, &other),
            words: words::of(opened.page.language),
            address: address.to_owned(),
            day,
        })
    }

    /// What somebody has to know before comparing the numbers, as the page says it.
    #[must_use]
    pub fn cautions(&self) -> Vec<String> {
        let Cautions { prices, outside_service, spans, outcomes, left_out } = self.words.cautions(&self.comparison);
        prices.into_iter().chain(outside_service).chain(spans).chain(outcomes).chain(left_out).collect()
    }
}
