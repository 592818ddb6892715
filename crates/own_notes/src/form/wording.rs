//! What the form calls what the schema has.

use super::shape::NOTE;
use words::{FormWord, Words};

/// What the form calls a field or a choice. What a variant has is called as what a note has that is its own only variant.
pub(super) fn word(of: &str, words: Words) -> Option<&'static FormWord> {
    let of_note = || words.form_word(&format!("{}.{}", NOTE, of.strip_prefix("variant.")?));
    words.form_word(of).or_else(of_note)
}
