//! The notes that ship with the page, and who in the city they name.

use std::sync::LazyLock;

use crate::borrow::with_savings;
use crate::note::{City, Document, Note, Variant};

/// The checked notes of `data/`, in the form the build laid beside the code.
const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/notes.postcard"));

/// The administrations and committees of `data/city.toml`. None only if the embedded form is not what the build wrote; a
/// test sees to it that it is.
pub static CITY: LazyLock<City> = LazyLock::new(|| {
    let embedded = include_bytes!(concat!(env!("OUT_DIR"), "/city.postcard"));
    postcard::from_bytes(embedded).unwrap_or_default()
});

/// Documents to look notes up in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    documents: Vec<Document>,
    /// The variants that have no savings of their own, with those of another: beside the position of their document.
    borrowing: Vec<(usize, Variant)>,
}

impl Library {
    /// The documents that ship, oldest budget first.
    ///
    /// # Errors
    /// Only if the embedded form is not what the build wrote; a test sees to it that it is.
    pub fn embedded() -> Result<Self, postcard::Error> {
        Ok(Self::new(postcard::from_bytes(EMBEDDED)?))
    }

    /// A library of these documents.
    #[must_use]
    pub fn new(documents: Vec<Document>) -> Self {
        let lenders: Vec<Note<'_>> = documents.iter().flat_map(Document::notes).collect();
        let borrowing = documents
            .iter()
            .enumerate()
            .flat_map(|(at, document)| document.notes().map(move |note| (at, note)))
            .filter_map(|(at, note)| Some((at, lenders.iter().find_map(|lender| with_savings(note, *lender))?)))
            .collect();
        Self { documents, borrowing }
    }

    /// The note with borrowed savings; `None` where there are none to borrow.
    #[must_use]
    pub fn with_savings(&self, variant: &str) -> Option<Note<'_>> {
        let (at, variant) = self.borrowing.iter().find(|(_, borrowing)| borrowing.id == variant)?;
        Some(Note { document: self.documents.get(*at)?, variant })
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
