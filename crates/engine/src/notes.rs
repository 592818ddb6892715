//! The notes that ship with the page, those that a reader brings, and the administrations and committees that they name.

use std::sync::{LazyLock, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

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

/// The administrations and committees of a library with notes of a reader, once there is one.
static NAMED: Mutex<Option<&'static City>> = Mutex::new(None);

/// The administrations and committees that the notes name: those that ship, and any that only notes of a reader have.
///
/// Names of notes are said in many places, and none of them is about another library than the one that the program shows.
#[must_use]
pub fn city() -> &'static City {
    NAMED.lock().unwrap_or_else(PoisonError::into_inner).unwrap_or_else(|| &CITY)
}

/// Makes [`city`] be this one, which has all bodies of the one before and those that a note of a reader adds. It is kept for good: whoever
/// has a committee may still ask for its name. One that is there already is not kept once more: each change of a note in the form reads it
/// anew.
pub fn add_bodies(city: City) {
    let mut named = NAMED.lock().unwrap_or_else(PoisonError::into_inner);
    if named.unwrap_or(&CITY) != &city {
        *named = Some(Box::leak(Box::new(city)));
    }
}

/// What a program knows once a reader has brought notes of their own, in the form in which the page hands it on to its other
/// programs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brought {
    /// The administrations and committees that any note names.
    pub city: City,
    /// All documents: those that ship, the oldest budget first, and then the reader's own.
    pub documents: Vec<Document>,
    /// The files that the reader's own came from, in the order in which they were brought.
    pub files: Vec<BroughtFile>,
}

/// The file of a note that a reader brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BroughtFile {
    /// The id of its document.
    pub document: String,
    /// What the file is called.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// A collection of documents, in which notes are looked up.
#[derive(Debug, Clone, Eq)]
pub struct Library {
    documents: Vec<Document>,
    /// The files of the documents that a reader brought.
    files: Vec<BroughtFile>,
    /// A [`Brought`] with all of that, as it was given; empty where everything ships.
    handed_on: Vec<u8>,
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
        static NONE: Library =
            Library { documents: Vec::new(), files: Vec::new(), handed_on: Vec::new(), borrowing: Vec::new() };
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
        Self { documents, files: Vec::new(), handed_on: Vec::new(), borrowing }
    }

    /// A library with notes that a reader brought, from a [`Brought`] in its compact form. From now on [`city`] has the
    /// administrations and committees that these name.
    ///
    /// # Errors
    /// Where the bytes are of another edition of the page, or nothing of the kind.
    pub fn brought(handed_on: Vec<u8>) -> Result<Self, postcard::Error> {
        let Brought { city, documents, files } = postcard::from_bytes(&handed_on)?;
        let (own, shipped): (Vec<Document>, Vec<Document>) =
            documents.into_iter().partition(|document| document.fingerprint.is_some());
        let documents = [shipped, own].concat();
        add_bodies(city);
        Ok(Self { files, handed_on, ..Self::new(documents) })
    }

    /// The files of the documents that a reader brought, in the order in which they were brought.
    #[must_use]
    pub fn files(&self) -> &[BroughtFile] {
        &self.files
    }

    /// What another program of the page needs to know these notes; empty where it knows them already.
    #[must_use]
    pub fn handed_on(&self) -> &[u8] {
        &self.handed_on
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

    /// The documents that ship. What the page says of the city's notes in general is about these, whatever a reader has brought.
    #[must_use]
    pub fn published(&self) -> &[Document] {
        let own = self.documents.iter().position(|document| document.fingerprint.is_some());
        self.documents.get(..own.unwrap_or(self.documents.len())).unwrap_or_default()
    }

    /// Every note of the documents that ship.
    pub fn published_notes(&self) -> impl Iterator<Item = Note<'_>> {
        self.published().iter().flat_map(Document::notes)
    }

    /// Every document: those that ship, the oldest budget first, and then those that a reader has brought.
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
