//! Every wording of the page. A language is one file that fills [`Labels`] and implements [`Wording`]: whatever it
//! leaves out does not compile. The model gives facts ([`crate::answer`]); only here do they become sentences.
//!
//! - [`labels`]: the fixed wordings. [`wording`]: everything else that is asked for. [`phrase`]: texts in several pieces.
//! - [`words`]: the words for what all languages put together alike; [`common`] puts it together.
//! - [`da`], [`en`]: the languages.

mod common;
mod da;
mod en;
mod labels;
mod phrase;
mod wording;
mod words;

pub use self::labels::{
    ColumnLabels, ElsewhereLabels, ExportLabels, Labels, MethodLabels, Passage, TablesLabels, Term,
};
pub use self::phrase::{Entry, Figure, Meaning, Phrase, Piece};
pub use self::wording::{Day, Reading, Wording};
pub use crate::language::Language;

impl Language {
    /// Its wordings.
    #[must_use]
    pub fn wording(self) -> &'static dyn Wording {
        match self {
            Self::Danish => &da::Danish,
            Self::English => &en::English,
        }
    }
}
