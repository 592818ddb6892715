//! The notes that ship with the page, and the administrations and committees that they name.

use std::sync::{LazyLock, Mutex, PoisonError};

use crate::borrow::with_savings;
use model::note::{City, Document, Note, Variant};

/// The checked notes of `data/`, in the compact form that the build wrote.
const EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/notes.postcard"));

/// The administrations and committees of `data/city.toml`. It is empty only if the embedded bytes are not what the
/// build wrote. A test makes sure that they are.
pub static CITY: LazyLock<City> = LazyLock::new(|| {
    let embedded = include_bytes!(concat!(env!("OUT_DIR"), "/city.postcard"));
    postcard::from_bytes(embedded).unwrap_or_default()
});

/// The city with the bodies that opened notes name besides.
static OPENED: Mutex<Option<&'static City>> = Mutex::new(None);

/// The administrations and committees that notes name: those that ship, and those that opened notes have added.
#[must_use]
pub fn city() -> &'static City {
    OPENED.lock().unwrap_or_else(PoisonError::into_inner).unwrap_or_else(|| &CITY)
}

/// Makes [`city`] be this one, which has all bodies of the one before and those that an opened note adds. It is kept for good: whoever
/// has a committee may still ask for its name.
pub fn add_bodies(city: City) {
    *OPENED.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::leak(Box::new(city)));
}

/// A collection of documents, in which notes are looked up.
#[derive(Debug, Clone, Eq)]
pub struct Library {
    documents: Vec<Document>,
    /// The variants with borrowed savings, each with the position of its document.
    borrowing: Vec<(usize, Variant)>,
}

/// A page has one library, and compares it with itself at each step of a slider: that must not read all notes.
impl PartialEq for Library {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || (self.documents == other.documents && self.borrowing == other.borrowing)
    }
}

impl Library {
    /// The documents that ship with the page, the oldest budget first.
    ///
    /// ```
    /// use engine::notes::Library;
    ///
    /// let library = Library::embedded().unwrap();
    /// let note = library.find("ips-2018").unwrap();
    /// assert_eq!((note.variant.first, note.variant.last), (2018, 2022));
    /// assert_eq!(library.find("no-such-note"), None);
    /// ```
    ///
    /// # Errors
    /// Returns an error only if the embedded bytes are not what the build wrote. A test makes sure that they are.
    pub fn embedded() -> Result<Self, postcard::Error> {
        Ok(Self::new(postcard::from_bytes(EMBEDDED)?))
    }

    /// The library without any document.
    #[must_use]
    pub fn none() -> &'static Self {
        static NONE: Library = Library { documents: Vec::new(), borrowing: Vec::new() };
        &NONE
    }

    /// A library of these documents.
    #[must_use]
    pub fn new(documents: Vec<Document>) -> Self {
        let notes: Vec<Note<'_>> = documents.iter().flat_map(Document::notes).collect();
        let borrow = |note: Note<'_>| notes.iter().find_map(|from| with_savings(note, *from));
        let borrowing = documents
            .iter()
            .enumerate()
            .flat_map(|(document_index, document)| document.notes().map(move |note| (document_index, note)))
            .filter_map(|(document_index, note)| Some((document_index, borrow(note)?)))
            .collect();
        Self { documents, borrowing }
    }

    /// The note with borrowed savings; `None` where it cannot borrow any.
    ///
    /// ```
    /// use engine::notes::Library;
    ///
    /// let library = Library::embedded().unwrap();
    /// let borrowing = library.with_savings("bi10-2026").unwrap();
    /// assert_eq!(borrowing.variant.lender(), Some("ips-2018"));
    /// assert_eq!(library.with_savings("ips-2018"), None); // it states its own savings
    /// ```
    #[must_use]
    pub fn with_savings(&self, variant: &str) -> Option<Note<'_>> {
        let (document_index, variant) = self.borrowing.iter().find(|(_, borrowing)| borrowing.id == variant)?;
        Some(Note { document: self.documents.get(*document_index)?, variant })
    }

    /// Every document.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// Every note, that is each variant of each document.
    pub fn notes(&self) -> impl Iterator<Item = Note<'_>> {
        self.documents.iter().flat_map(Document::notes)
    }

    /// The note whose variant has this permanent id.
    #[must_use]
    pub fn find(&self, variant: &str) -> Option<Note<'_>> {
        self.notes().find(|note| note.variant.id == variant)
    }

    /// The first note, which the page opens with; `None` in an empty library.
    #[must_use]
    pub fn first(&self) -> Option<Note<'_>> {
        self.notes().next()
    }
}
