//! What is said of notes that readers bring.

use rust_decimal::Decimal;

use crate::Words;
use crate::messages::at;
use model::note::Note;

impl Words {
    /// That a note cannot be used yet, because this many things hinder.
    #[must_use]
    pub fn problems_of_note(self, problems: usize) -> String {
        self.messages().own_notes.problems(&self.numbers().count(u64::try_from(problems).unwrap_or(u64::MAX)))
    }

    /// That a note is the reader's own, and the file that it is in.
    #[must_use]
    pub fn own_note_line(self, file: &str) -> String {
        self.messages().own_notes.line(file)
    }

    /// That this file is open, while a link waits for another one.
    #[must_use]
    pub fn not_the_file(self, file: &str) -> String {
        self.messages().own_notes.not_the_file(file)
    }

    /// How a note of the reader's own is shown inside another page. `file` is what the page is called with the note inside.
    #[must_use]
    pub fn embed_own_help(self, file: &str) -> String {
        self.messages().own_notes.embed_own_help(file)
    }

    /// What the area around the line of a chart is, as a sentence.
    #[must_use]
    pub fn chart_band(self, note: Note<'_>) -> &'static str {
        let labels = &self.labels().chart;
        if is_own(note) { labels.chart_band_of_own } else { labels.chart_band }
    }

    /// The same as a name.
    #[must_use]
    pub fn chart_band_name(self, note: Note<'_>) -> &'static str {
        let labels = &self.labels().chart;
        if is_own(note) { labels.chart_band_name_of_own } else { labels.chart_band_name }
    }

    /// The place of something that hinders, by its line and its column in characters, both from 1.
    #[must_use]
    pub fn place_in_text(self, line: u32, column: u32) -> String {
        self.messages().own_notes.place(at::Column(column), at::Line(line))
    }

    /// That a row of a pasted table has more numbers than years.
    #[must_use]
    pub fn table_more(self, line: u32, row: &str) -> String {
        self.messages().own_notes.table_more(at::Line(line), at::Row(row))
    }

    /// That a row of a pasted table has fewer numbers than years.
    #[must_use]
    pub fn table_fewer(self, line: u32, row: &str) -> String {
        self.messages().own_notes.table_fewer(at::Line(line), at::Row(row))
    }

    /// That something among the numbers of a row is none.
    #[must_use]
    pub fn table_no_number(self, line: u32, row: &str) -> String {
        self.messages().own_notes.table_no_number(at::Line(line), at::Row(row))
    }

    /// That a line of a pasted table has numbers and no label.
    #[must_use]
    pub fn table_no_label(self, line: u32) -> String {
        self.messages().own_notes.table_no_label(line)
    }

    /// That a row below zero is a lost income, and so was read as a cost.
    #[must_use]
    pub fn table_lost_income(self, line: u32, row: &str) -> String {
        self.messages().own_notes.table_lost_income(at::Line(line), at::Row(row))
    }

    /// That a row below zero is a grant that ends, and so was read as a saving.
    #[must_use]
    pub fn table_lost_grant(self, line: u32, row: &str) -> String {
        self.messages().own_notes.table_lost_grant(at::Line(line), at::Row(row))
    }

    /// That the rows above a sum add up to something else in a year.
    #[must_use]
    pub fn table_other_sum(self, line: u32, row: &str, year: u16, (printed, parts): (Decimal, Decimal)) -> String {
        let said = |amount| self.locale().exact(amount);
        let (printed, parts) = (at::Printed(said(printed)), at::Parts(said(parts)));
        self.messages().own_notes.table_other_sum(at::Line(line), parts, printed, at::Row(row), at::Year(year))
    }
}

/// Whether a reader has brought the note.
const fn is_own(note: Note<'_>) -> bool {
    note.document.fingerprint.is_some()
}
