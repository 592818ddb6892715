//! The file of a note that a reader brought: links name it, because whoever opens them needs it too.
//!
//! It is written as `Culture_house_2027.3f2a9c01b7e4`: the name of its note, with the characters of a sender's title, and the fingerprint
//! of what the file says. The fingerprint ends it, since programs take what a name may end with for the end of a sentence; and of a link
//! that was cut off, the name is left.

use super::{LONGEST_TITLE, Title};
use model::language::Language;
use model::note::Document;

/// How a link names the file of a note that does not ship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFile {
    /// The fingerprint of what it says, in hexadecimal digits; what is left of it where a link was cut off.
    pub fingerprint: String,
    /// The name of its note, by which people ask each other for the file.
    pub name: Title,
}

impl OwnFile {
    /// The file of a document; `None` for one that ships.
    #[must_use]
    pub fn of(document: &Document) -> Option<Self> {
        let fingerprint = document.fingerprint.clone()?;
        let short = document.short.get(Language::default().code()).0;
        let name = Title::new(&shortened(short)).or_else(|| Title::new(&document.id))?;
        Some(Self { fingerprint, name })
    }

    pub(super) fn encoded(&self) -> String {
        format!("{}.{}", self.name.encoded(), self.fingerprint)
    }

    pub(super) fn decoded(text: &str) -> Option<Self> {
        let (name, fingerprint) = text.split_once('.').unwrap_or((text, ""));
        let is_fingerprint = fingerprint.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_fingerprint.then_some(())?;
        Some(Self { fingerprint: fingerprint.to_ascii_lowercase(), name: Title::decoded(name)? })
    }

    /// Whether the document is of this file, as far as the link says it.
    #[must_use]
    pub fn is_that_of(&self, document: &Document) -> bool {
        document.fingerprint.as_ref().is_some_and(|own| own.starts_with(&self.fingerprint))
    }
}

/// What stands in the place of the words that are left out.
const LEFT_OUT: &str = " …";

/// A name that a title has room for. Of a longer one the last words are left out, for half a word is read as another one.
fn shortened(name: &str) -> String {
    let words = || name.split_whitespace();
    let whole = words().collect::<Vec<_>>().join(" ");
    if whole.chars().count() <= LONGEST_TITLE {
        return whole;
    }
    let room = LONGEST_TITLE.saturating_sub(LEFT_OUT.chars().count());
    let mut kept = String::new();
    for word in words() {
        let longer = if kept.is_empty() { word.to_owned() } else { format!("{kept} {word}") };
        if longer.chars().count() > room {
            break;
        }
        kept = longer;
    }
    // A word that is longer than a title alone is cut all the same.
    if kept.is_empty() { whole } else { kept.trim_end_matches([',', ';', ':', '–', '-', ' ']).to_owned() + LEFT_OUT }
}
