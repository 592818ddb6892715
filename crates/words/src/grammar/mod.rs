//! What no language file can say: the marks in numbers, and how words change within a sentence.

mod da;
mod en;

pub(super) use self::da::DANISH;
pub(super) use self::en::ENGLISH;

use crate::format::Locale;

/// The grammar of a language.
pub(crate) struct Grammar {
    /// The marks in numbers.
    pub(super) locale: Locale,
    /// The ordinal of a number that is written in digits: "4.", "4th".
    pub(super) ordinal: fn(&str) -> String,
    /// A name that may begin with an article, as it stands within a sentence.
    pub(super) within_a_sentence: fn(&str) -> String,
}
