//! What is said of notes that readers bring.

use crate::Words;
use crate::messages::at;

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

    /// How a note of the reader's own is shown inside another page. `file` is what the page is called with the note inside.
    #[must_use]
    pub fn embed_own_help(self, file: &str) -> String {
        self.messages().own_notes.embed_own_help(file)
    }

    /// The place of something that hinders, by its line and its column in characters, both from 1.
    #[must_use]
    pub fn place_in_text(self, line: u32, column: u32) -> String {
        self.messages().own_notes.place(at::Column(column), at::Line(line))
    }
}
