//! The file of a note that a reader brought: links name it, because whoever opens them needs it too.
//!
//! It is written as `3f2a9c01b7e4.Culture_house_2027`: the fingerprint of what the file says, and the name of its note, with the
//! characters of a sender's title.

use super::Title;
use model::language::Language;
use model::note::Document;

/// How a link names the file of a note that does not ship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFile {
    /// The fingerprint of what it says, in hexadecimal digits.
    pub fingerprint: String,
    /// The name of its note, by which people ask each other for the file.
    pub name: Title,
}

impl OwnFile {
    /// The file of a document; `None` for one that ships.
    pub(super) fn of(document: &Document) -> Option<Self> {
        let fingerprint = document.fingerprint.clone()?;
        let name = Title::new(document.short.get(Language::default().code()).0).or_else(|| Title::new(&document.id))?;
        Some(Self { fingerprint, name })
    }

    pub(super) fn encoded(&self) -> String {
        format!("{}.{}", self.fingerprint, self.name.encoded())
    }

    pub(super) fn decoded(text: &str) -> Option<Self> {
        let (fingerprint, name) = text.split_once('.')?;
        let is_fingerprint = !fingerprint.is_empty() && fingerprint.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_fingerprint.then_some(())?;
        Some(Self { fingerprint: fingerprint.to_owned(), name: Title::decoded(name)? })
    }
}
