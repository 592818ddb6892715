//! The screens of the page, and what a link may lead to on them: a finding, the findings about a document, and a chapter on the method.

use super::OwnFile;
use crate::findings::Kind;
use crate::notes::Library;
use model::note::Document;

/// A screen of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Screen {
    /// The front: the efforts, what they cost and what they give.
    #[default]
    Overview,
    /// A note, its calculation, and what its answer rests on.
    Note,
    /// Two scenarios side by side.
    Compare,
    /// The questions that readers ask, with answers.
    Questions,
    /// What the notes promise, and what they report.
    Aims,
    /// Where the documents disagree.
    Findings,
    /// How the numbers are calculated, and from what.
    Method,
    /// A note of the reader's own: opening its file, and what is wrong with it.
    OwnNote,
}

impl Screen {
    /// Every screen, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::Overview,
        Self::Note,
        Self::Compare,
        Self::Aims,
        Self::Findings,
        Self::Questions,
        Self::Method,
        Self::OwnNote,
    ];

    /// Its permanent id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Note => "note",
            Self::Compare => "compare",
            Self::Questions => "questions",
            Self::Aims => "aims",
            Self::Findings => "findings",
            Self::Method => "method",
            Self::OwnNote => "own-note",
        }
    }

    /// Whether its link may name a document: that of the findings, and the note that one of the reader's own begins from.
    #[must_use]
    pub const fn may_be_about_a_document(self) -> bool {
        matches!(self, Self::Findings | Self::OwnNote)
    }

    /// Whether it is about a note and its scenario.
    #[must_use]
    pub const fn is_about_a_note(self) -> bool {
        matches!(self, Self::Note | Self::Compare)
    }
}

/// The id of a finding, as [`crate::findings::ranked`] gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingId(String);

impl FindingId {
    /// The id in a text; `None` if no finding can have such an id.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let is_known = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        (!text.is_empty() && text.chars().all(is_known)).then(|| Self(text.to_owned()))
    }

    /// The id in a text that comes from outside; `None` if no finding about a document of this library can have it. It may still be
    /// of something that no longer differs.
    pub(super) fn find(library: &Library, text: &str) -> Option<Self> {
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_end = |text: &str| text.is_empty() || text.strip_prefix('-').is_some_and(is_number);
        let is_of = |id: &str| {
            let documents = library.documents();
            documents.iter().any(|document| id.strip_prefix(document.id.as_str()).is_some_and(is_end))
        };
        let mut after_kinds = Kind::ALL.iter().filter_map(|kind| text.strip_prefix(kind.id())?.strip_prefix('-'));
        after_kinds.any(is_of).then(|| Self(text.to_owned()))
    }

    /// The id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The document that a screen is about: [`Screen::may_be_about_a_document`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its permanent id.
    pub document: String,
    /// Its file, where it does not ship: whoever opens the link needs it too.
    pub(super) file: Option<OwnFile>,
}

impl About {
    /// Findings about this document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        Self { document: document.id.clone(), file: OwnFile::of(document) }
    }
}

/// A chapter of the screen about the method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Chapter {
    /// The rules in plain words.
    Rules,
    /// A worked example.
    Example,
    /// Payback, counted in several ways.
    Payback,
    /// Where numbers come from.
    Origins,
    /// The documents, and what was left out of them.
    Documents,
    /// How to cite.
    Citing,
    /// Short names and words.
    Glossary,
    /// What becomes of what readers do and bring.
    Privacy,
    /// The accessibility statement.
    Accessibility,
}

impl Chapter {
    /// Every chapter, in the order of the screen.
    pub const ALL: [Self; 9] = [
        Self::Rules,
        Self::Example,
        Self::Payback,
        Self::Origins,
        Self::Documents,
        Self::Citing,
        Self::Glossary,
        Self::Privacy,
        Self::Accessibility,
    ];

    /// Its permanent id, which is also the id of its heading.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Rules => "rules",
            Self::Example => "example",
            Self::Payback => "payback",
            Self::Origins => "origins",
            Self::Documents => "documents",
            Self::Citing => "citing",
            Self::Glossary => "glossary",
            Self::Privacy => "privacy",
            Self::Accessibility => "accessibility",
        }
    }

    /// The chapter with this id.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|chapter| chapter.id() == id)
    }
}
