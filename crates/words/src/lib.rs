//! Every wording of the page, and how each language writes numbers and divides words. Each language is one file that
//! fills [`Labels`] and implements [`Wording`]; a wording that it leaves out is a compile error. The engine gives facts
//! ([`engine::answer`]), and only this crate turns them into sentences.
//!
//! - [`Labels`]: the fixed wordings. [`Wording`]: all other wordings, which depend on values. [`Phrase`]: texts in several
//!   pieces.
//! - [`CertaintyWords`]: those about how certain an answer is. [`FindingWords`]: those about the checks of the documents.
//! - `common`: the sentences that are put together in the same way in every language. `words`: the words that they need.
//! - `da`, `en`: the languages.
//! - [`format`](mod@format): numbers to text and back. [`hyphens`]: where long words may be divided.

mod certainty;
mod common;
mod da;
mod en;
mod findings;
pub mod format;
pub mod hyphens;
mod labels;
mod phrase;
mod wording;
mod words;

use engine::language::Language;

pub use self::certainty::CertaintyWords;
pub use self::common::rejoined;
pub use self::findings::{Disagreement, Explained, FindingWords};
pub use self::labels::{
    ColumnLabels, ElsewhereLabels, ExportLabels, Labels, MethodLabels, Passage, TablesLabels, Term,
};
pub use self::phrase::{AimPart, Figure, Meaning, Phrase, Piece};
pub use self::wording::{Reading, Wording};

/// The wordings of the language.
///
/// ```
/// use engine::language::Language;
///
/// assert_eq!(words::of(Language::English).language(), Language::English);
/// ```
#[must_use]
pub fn of(language: Language) -> &'static dyn Wording {
    match language {
        Language::Danish => &da::Danish,
        Language::English => &en::English,
    }
}
