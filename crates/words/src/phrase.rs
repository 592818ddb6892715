//! Texts in several pieces: a sentence with emphasized words, a number with its detail, a name with its meaning.

use engine::aims::FollowedUp;
use model::language::capitalised;
use model::note::DriverIx;

/// A text in which some words are emphasized.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Phrase(Vec<Piece>);

/// A piece of a [`Phrase`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words without emphasis.
    Plain(String),
    /// A number or result that the reader should see at a glance.
    Strong(String),
    /// The value of a driver, which leads to where it is changed.
    Driver(String, DriverIx),
}

impl Phrase {
    /// Adds words without emphasis.
    #[must_use]
    pub fn plain(mut self, words: impl Into<String>) -> Self {
        self.add(Piece::Plain(words.into()));
        self
    }

    /// Adds emphasized words.
    #[must_use]
    pub fn strong(mut self, words: impl Into<String>) -> Self {
        self.add(Piece::Strong(words.into()));
        self
    }

    /// Adds the value of a driver; `None` for one that is nobody's to change.
    #[must_use]
    pub(super) fn driver(self, words: impl Into<String>, driver: Option<DriverIx>) -> Self {
        match driver {
            Some(ix) => self.then(Self(vec![Piece::Driver(words.into(), ix)])),
            None => self.strong(words),
        }
    }

    /// Adds another phrase.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        other.0.into_iter().for_each(|piece| self.add(piece));
        self
    }

    /// Adds a piece. Words without emphasis that follow each other are one piece.
    fn add(&mut self, piece: Piece) {
        match (self.0.last_mut(), piece) {
            (_, Piece::Plain(words)) if words.is_empty() => {}
            (Some(Piece::Plain(before)), Piece::Plain(words)) => before.push_str(&words),
            (_, piece) => self.0.push(piece),
        }
    }

    /// Whether the last letter is this one.
    pub(super) fn ends_with(&self, letter: char) -> bool {
        matches!(self.0.last(), Some(Piece::Plain(words) | Piece::Strong(words) | Piece::Driver(words, _)) if words.ends_with(letter))
    }

    /// Adds a full stop, unless the text already ends with one, such as that of an abbreviation.
    #[must_use]
    pub fn full_stop(self) -> Self {
        if self.ends_with('.') { self } else { self.plain(".") }
    }

    /// The phrase with its first letter as a capital.
    #[must_use]
    pub(super) fn capitalised(mut self) -> Self {
        if let Some(Piece::Plain(words) | Piece::Strong(words) | Piece::Driver(words, _)) = self.0.first_mut() {
            *words = capitalised(words);
        }
        self
    }

    /// The pieces of the phrase, in order.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// The whole text without emphasis.
    #[must_use]
    pub fn text(&self) -> String {
        self.0
            .iter()
            .map(|piece| match piece {
                Piece::Plain(words) | Piece::Strong(words) | Piece::Driver(words, _) => words.as_str(),
            })
            .collect()
    }
}

/// A key figure as text: the number, and a line below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The number.
    pub value: String,
    /// The line below the number, such as the year it is about.
    pub detail: String,
}

/// What a sentence about an aim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AimPart {
    /// A target.
    Promised,
    /// How a target differs from the one before it, or that it was dropped.
    Changed,
    /// A result.
    Reported,
    /// How a note judges what was reached.
    Written,
    /// A follow-up that was reported.
    FollowedUp,
    /// A follow-up that no later note reports.
    Missing,
    /// A follow-up that no note can have reported yet.
    NotYet,
}

impl AimPart {
    /// The part for a promised follow-up.
    #[must_use]
    pub const fn of(followed_up: FollowedUp) -> Self {
        match followed_up {
            FollowedUp::Reported => Self::FollowedUp,
            FollowedUp::Missing => Self::Missing,
            FollowedUp::NotYet => Self::NotYet,
        }
    }

    /// A permanent id, for the style sheet.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Promised => "promised",
            Self::Changed => "changed-target",
            Self::Reported => "reported",
            Self::Written => "written",
            Self::FollowedUp => "followed-up",
            Self::Missing => "missing",
            Self::NotYet => "not-yet",
        }
    }
}

/// A name, and a sentence that explains it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    /// The name.
    pub name: &'static str,
    /// The explanation.
    pub sentence: &'static str,
}
