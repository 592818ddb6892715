//! What is news of the notes that the reader has brought: one that was there and made room, one that waits for a choice, and those that were
//! brought before and could not be read.

use std::rc::Rc;

use engine::notes::{BroughtFile, Library};

/// A note as it was, which can be had back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// Its title.
    pub title: String,
    /// Its file.
    pub file: BroughtFile,
}

/// What became of a note that was there before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnNews {
    /// It made room for another one with the same id.
    Replaced {
        /// The note as it was.
        former: Former,
        /// The title of the one in its place.
        title: String,
        /// The file of the one in its place.
        name: String,
        /// How that one came.
        way: Way,
    },
    /// The reader took it away.
    TakenAway {
        /// The note as it was.
        former: Former,
        /// Whether the browser remembered it.
        was_remembered: bool,
    },
    /// It is there still, and another note with the same id waits until the reader chooses one of them.
    Waits {
        /// The note that is there.
        former: Former,
        /// The title of the one that waits.
        title: String,
        /// The file of the one that waits.
        name: String,
        /// The text of the one that waits.
        text: Rc<str>,
    },
}

impl OwnNews {
    /// Whether nothing of it is left to say once a note is there: that one was taken away, or waited.
    pub(super) fn is_settled_by(&self, library: &Library, note: &str) -> bool {
        let document = library.find(note).map(|note| note.document.id.as_str());
        match self {
            Self::Replaced { .. } => false,
            Self::TakenAway { former, .. } => document == Some(&former.file.document),
            Self::Waits { text, .. } => library.files().iter().any(|file| *file.text == **text),
        }
    }
}

/// How a note came that is in the place of another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The reader opened its file.
    Opened,
    /// The reader wrote it, or changed the one that was there.
    Written,
    /// The reader took it back.
    TakenBack,
}

/// A note that was brought before and is not there now. It stays where it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The name of its file.
    pub name: String,
    /// Its text; empty where even that cannot be read.
    pub text: Rc<str>,
    /// Why it is left out.
    pub why: Why,
}

/// Why a note is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// What reads notes did not arrive, or failed.
    NotRead,
    /// This many things in it hinder.
    Problems(usize),
    /// Another note with its id is there.
    OtherIsThere,
}
