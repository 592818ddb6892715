//! The notes that ship with the page.

use crate::note::{Document, Note};

/// The checked notes of `data/`, in the form the build laid beside the code.
const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/notes.postcard"));

/// Documents to look notes up in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    documents: Vec<Document>,
}

impl Library {
    /// The documents that ship, oldest budget first.
    ///
    /// # Errors
    /// Only if the embedded form is not what the build wrote; a test sees to it that it is.
    pub fn embedded() -> Result<Self, postcard::Error> {
        Ok(Self { documents: postcard::from_bytes(EMBEDDED)? })
    }

    /// Every document.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// Every note: each variant of each document.
    pub fn notes(&self) -> impl Iterator<Item = Note<'_>> {
        self.documents.iter().flat_map(Document::notes)
    }

    /// The note whose variant has this permanent id.
    #[must_use]
    pub fn find(&self, variant: &str) -> Option<Note<'_>> {
        self.notes().find(|note| note.variant.id == variant)
    }

    /// The note that the page opens with.
    #[must_use]
    pub fn first(&self) -> Option<Note<'_>> {
        self.notes().next()
    }
}
