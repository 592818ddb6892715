//! The rows that are the same row in several notes.
//!
//! Ids of lines are permanent and belong to one variant, so a row may have another id in the next note, and a note may
//! split what another has in one row. The data files say which lines belong together; see [`Line::same_row`].

use super::{Document, Line, Note, Posts, Row, Table};

/// A row that several notes have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameRow<'n> {
    /// The key of the row, as in [`Line::same_row`].
    pub key: &'n str,
    /// The notes that have the row, in the order of the documents.
    pub notes: Vec<RowInNote<'n>>,
}

/// A note that has such a row, and the lines that make it up there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowInNote<'n> {
    /// The note.
    pub note: Note<'n>,
    /// The lines that make up the row together; never empty. It is one line unless the note splits the row.
    pub lines: Vec<&'n Line>,
}

impl<'n> SameRow<'n> {
    /// The kind of post that the row pays for, as in [`Staff::kind`](super::Staff::kind); `None` where none of the notes
    /// states posts for the row. A note that states none has posts of the kind that the other notes have.
    #[must_use]
    pub fn kind_of_post(&self) -> Option<&'n str> {
        let rows = self.notes.iter().flat_map(RowInNote::printed_rows);
        rows.filter_map(|(_, row)| row.staff.as_ref()).map(|staff| staff.kind.as_str()).next()
    }
}

impl<'n> RowInNote<'n> {
    /// The printed rows that the lines reproduce, each with its table.
    pub fn printed_rows(&self) -> impl Iterator<Item = (&'n Table, &'n Row)> {
        let document = self.note.document;
        self.lines.iter().filter_map(move |line| document.own_row(line))
    }

    /// The posts that the row pays for; `None` where the note computes the row as an amount. Lines that make up a row
    /// together pay for the same posts.
    #[must_use]
    pub fn posts(&self) -> Option<Posts> {
        self.lines.iter().find_map(|line| line.formula.posts())
    }
}

/// Every row that several notes have, in the order in which the lines appear.
///
/// ```
/// use model::note::same_rows;
/// use engine::notes::Library;
///
/// let library = Library::embedded().unwrap();
/// let rows = same_rows(library.documents());
/// let consultants = rows.iter().find(|row| row.key == "ips/consultants").unwrap();
/// // The business case of 2018 splits what later notes have in one row.
/// let ids: Vec<&str> = consultants.notes[0].lines.iter().map(|line| line.id.as_str()).collect();
/// assert_eq!(ids, ["outreach", "ips-team"]);
/// assert_eq!(consultants.kind_of_post(), Some("ips-consultant"));
/// ```
#[must_use]
pub fn same_rows(documents: &[Document]) -> Vec<SameRow<'_>> {
    let mut rows: Vec<SameRow<'_>> = Vec::new();
    for note in documents.iter().flat_map(Document::notes) {
        for line in &note.variant.lines {
            let Some(key) = line.same_row.as_deref() else { continue };
            if !rows.iter().any(|row| row.key == key) {
                rows.push(SameRow { key, notes: Vec::new() });
            }
            let Some(row) = rows.iter_mut().find(|row| row.key == key) else { continue };
            match row.notes.last_mut().filter(|in_note| in_note.note == note) {
                Some(in_note) => in_note.lines.push(line),
                None => row.notes.push(RowInNote { note, lines: vec![line] }),
            }
        }
    }
    rows
}
