//! Texts in several pieces: words that carry a sentence, a number with what it is about, a name with its meaning.

/// A text with some words that carry it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Phrase(Vec<Piece>);

/// A stretch of a [`Phrase`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Said as the rest.
    Plain(String),
    /// A number or result that the eye should find.
    Strong(String),
}

impl Phrase {
    /// Adds words said as the rest.
    #[must_use]
    pub fn plain(mut self, words: impl Into<String>) -> Self {
        self.0.push(Piece::Plain(words.into()));
        self
    }

    /// Adds words that carry the text.
    #[must_use]
    pub fn strong(mut self, words: impl Into<String>) -> Self {
        self.0.push(Piece::Strong(words.into()));
        self
    }

    /// Ends the sentence, unless the point of an abbreviation did.
    #[must_use]
    pub fn full_stop(self) -> Self {
        if self.text().ends_with('.') { self } else { self.plain(".") }
    }

    /// Its stretches.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// All of it without emphasis.
    #[must_use]
    pub fn text(&self) -> String {
        self.0
            .iter()
            .map(|piece| match piece {
                Piece::Plain(words) | Piece::Strong(words) => words.as_str(),
            })
            .collect()
    }
}

/// A key figure or a payback time in words: the number, and a line below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The number.
    pub value: String,
    /// What it is about.
    pub detail: String,
}

/// A statement, and beside it what it is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is from: a budget, and whether it is a target.
    pub of: String,
    /// The statement.
    pub text: String,
}

/// A name and a sentence on what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    /// The name.
    pub name: &'static str,
    /// The sentence.
    pub sentence: &'static str,
}
