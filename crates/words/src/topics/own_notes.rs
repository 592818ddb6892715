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

    /// That a note was replaced by one from a file that was opened now. `former`: its title; `title`: that of the one in its place.
    #[must_use]
    pub fn note_replaced(self, former: &str, title: &str, file: &str) -> String {
        let messages = &self.messages().own_notes;
        if former == title {
            messages.replaced(at::File(file), at::Title(title))
        } else {
            messages.replaced_by_other(at::File(file), at::Former(former), at::Title(title))
        }
    }

    /// That a note was replaced by what the reader has written.
    #[must_use]
    pub fn note_rewritten(self, title: &str) -> String {
        self.messages().own_notes.rewritten(title)
    }

    /// That a note is again what it was.
    #[must_use]
    pub fn note_taken_back(self, title: &str, file: &str) -> String {
        self.messages().own_notes.taken_back(at::File(file), at::Title(title))
    }

    /// That a note was taken away from the page, and from what the browser remembers.
    #[must_use]
    pub fn note_taken_away(self, title: &str, file: &str, was_remembered: bool) -> String {
        let messages = &self.messages().own_notes;
        if was_remembered {
            messages.taken_away_and_forgotten(at::File(file), at::Title(title))
        } else {
            messages.taken_away(at::File(file), at::Title(title))
        }
    }

    /// That two notes have the same id: the title and the file of the one that is there, and of the one that waits.
    #[must_use]
    pub fn note_waits(self, (former, former_file): (&str, &str), (title, file): (&str, &str), id: &str) -> String {
        let (former, former_file) = (at::Former(former), at::FormerFile(former_file));
        self.messages().own_notes.waits(at::File(file), former, former_file, at::Id(id), at::Title(title))
    }

    /// What keeps the note that is there.
    #[must_use]
    pub fn keep_note(self, title: &str) -> String {
        self.messages().own_notes.keep(title)
    }

    /// What puts another note in the place of the one that is there.
    #[must_use]
    pub fn replace_note(self, former: &str, title: &str) -> String {
        self.messages().own_notes.replace(at::Former(former), at::Title(title))
    }

    /// What takes a note away.
    #[must_use]
    pub fn take_note_away(self, title: &str) -> String {
        self.messages().own_notes.take_away(title)
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

    /// That lines of a pasted text are no rows; how the first of them begins.
    #[must_use]
    pub fn table_running_text(self, line: u32, row: &str, lines: usize) -> String {
        let count = self.count(Decimal::from(lines));
        self.messages().own_notes.table_running_text(&count, at::Line(line), at::Row(row))
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

    /// That a row above zero says a saving, and was read as a cost.
    #[must_use]
    pub fn table_saving_above_zero(self, line: u32, row: &str) -> String {
        self.messages().own_notes.table_saving_above_zero(at::Line(line), at::Row(row))
    }

    /// That a table does not say what its amounts are in.
    #[must_use]
    pub fn table_unit_unsaid(self) -> &'static str {
        self.messages().own_notes.table_unit_unsaid
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
