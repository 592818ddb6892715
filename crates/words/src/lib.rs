//! Every wording of the page, and how each language writes numbers and divides words. What a language says stands in its
//! language file, `da.toml` or `en.toml`, which the build checks and writes as `messages`. The engine gives facts
//! ([`engine::answer`]), and only this crate turns them into sentences.
//!
//! - `messages`: what the language files say. [`Labels`] are the fixed wordings among it, `records` the records in their
//!   lists, and `fill` is how values come into a message.
//! - [`Words`]: the wordings of a language, as the page asks for them. `topics` has what depends on values, one file a topic, once for
//!   every language; `choices` has the choices of the model. [`Phrase`]: texts in several pieces.
//! - [`Head`]: what a language says once, such as its marks in numbers.
//! - [`format`](mod@format): numbers to text and back. [`hyphens`]: where long words may be divided.

mod choices;
mod fill;
pub mod format;
mod head;
pub mod hyphens;
mod phrase;
mod records;
mod topics;
mod words;

/// What the language files say, as the build has written it.
#[allow(
    clippy::doc_markdown,
    clippy::too_many_arguments,
    private_bounds,
    private_interfaces,
    unreachable_pub,
    reason = "comments are for translators, a sentence has as many places as it has, and few sections are public"
)]
mod messages {
    use super::fill::{Count, Forms, Part, Text, fill, fill_phrase};
    use super::phrase::Phrase;
    use model::language::Language;

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

use model::language::Language;

pub use self::head::Head;
use self::head::UnitWords;
#[cfg(feature = "apart")]
pub use self::messages::english_arrived;
pub use self::messages::{
    Labels, LabelsExport as ExportLabels, LabelsExportColumns as ColumnLabels, LabelsOwnNote as OwnNoteLabels,
};
pub use self::messages::{Sections, english};
pub use self::phrase::{AimPart, Figure, Meaning, Phrase, Piece};
pub use self::records::{FormWord, Passage, Term};
pub use self::topics::{BothNames, Cautions, InForm, NamedFigure, Reading, WhoseShare, full_stop, rejoined};
pub use self::words::Words;

/// The language of the documents.
pub(crate) const OF_DOCUMENTS: Language = Language::Danish;

/// The wordings of the language.
///
/// ```
/// use model::language::Language;
///
/// assert_eq!(words::of(Language::English).language(), Language::English);
/// ```
#[must_use]
pub const fn of(language: Language) -> Words {
    Words::of(language)
}
