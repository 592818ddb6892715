//! Every wording of the page. Each language is one file that fills [`Labels`] and implements [`Wording`]; a wording
//! that it leaves out is a compile error. The engine gives facts ([`crate::answer`]), and only this module turns them
//! into sentences.
//!
//! - [`labels`]: the fixed wordings. [`wording`]: all other wordings, which depend on values. [`phrase`]: texts in
//!   several pieces.
//! - [`certainty`]: those about how certain an answer is.
//! - [`common`]: the sentences that are put together in the same way in every language. [`words`]: the words that they
//!   need. [`findings`]: those about the checks of the documents.
//! - [`da`], [`en`]: the languages.

mod certainty;
mod common;
mod da;
mod en;
mod findings;
mod labels;
mod phrase;
mod wording;
mod words;

pub use self::certainty::CertaintyWords;
pub use self::common::rejoined;
pub use self::findings::{Disagreement, Explained, FindingWords};
pub use self::labels::{
    ColumnLabels, ElsewhereLabels, ExportLabels, Labels, MethodLabels, Passage, TablesLabels, Term,
};
pub use self::phrase::{AimPart, Figure, Meaning, Phrase, Piece};
pub use self::wording::{Day, Reading, Wording};
pub use crate::language::Language;

impl Language {
    /// The wordings of the language.
    #[must_use]
    pub fn wording(self) -> &'static dyn Wording {
        match self {
            Self::Danish => &da::Danish,
            Self::English => &en::English,
        }
    }
}
