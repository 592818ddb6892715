//! What is said of notes that readers bring.

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
}

/// Whether a reader has brought the note.
const fn is_own(note: Note<'_>) -> bool {
    note.document.fingerprint.is_some()
}
