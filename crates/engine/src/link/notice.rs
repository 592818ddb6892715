//! What a reader is told of a link.

use super::{Headline, OwnFile};
use model::note::{Driver, Note, Variant};
use model::scenario::Rejection;

/// Something in a link that could not be applied as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice<'n> {
    /// The page showed another headline when the link was made.
    OtherHeadline {
        /// The note that both are of.
        variant: &'n Variant,
        /// The headline in the link.
        was: Headline,
        /// The headline now.
        now: Headline,
    },
    /// There is no such screen. Another one was opened.
    UnknownScreen(String),
    /// The screen about the method has no such chapter.
    UnknownChapter(String),
    /// No finding has such an id.
    UnknownFinding(String),
    /// There is no such document for findings to be about.
    UnknownDocument(String),
    /// The page does not exist in this language.
    UnknownLanguage(String),
    /// The note has no such perspective.
    UnknownPerspective(String),
    /// The note has no such number to explain.
    UnknownNumber(String),
    /// Payback cannot be looked for within this number of years.
    UnknownYears(String),
    /// This is not a rate that can be discounted by.
    UnknownRate(String),
    /// This is not a horizon that a reader can choose.
    UnknownHorizon(String),
    /// The link has another version. What this version understands was applied.
    OtherVersion(String),
    /// There is no such note. Another one was opened.
    UnknownNote {
        /// The id in the link.
        id: String,
        /// The note that is shown.
        shown: Note<'n>,
    },
    /// The link is about a note that a reader brought, and its file is not here. The link waits for it.
    FileNotHere(OwnFile),
    /// The link is about what another file says of this note: it has another fingerprint.
    OtherFile(Note<'n>),
    /// The link was cut off before its note. This one was opened.
    CutBeforeNote(Note<'n>),
    /// The note has no such driver.
    UnknownDriver(String),
    /// The value is not a number.
    Unreadable {
        /// The driver.
        driver: &'n Driver,
        /// The value in the link.
        value: String,
    },
    /// The driver cannot have this value.
    Rejected {
        /// The driver.
        driver: &'n Driver,
        /// The value in the link.
        value: String,
        /// The reason.
        rejection: Rejection,
    },
    /// There are no such savings to borrow.
    UnknownSavings(String),
    /// Posts cannot be counted in this way.
    UnknownPosts(String),
    /// The link gives this caseload a value, and says that the posts stay as in the note, so that the caseload follows.
    CaseloadFollows(&'n Driver),
    /// A part of the link is not of the form `key=value`.
    Fragment(String),
    /// The link has this key more than once. The last value was applied.
    Repeated(String),
}
