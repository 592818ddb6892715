//! The grammar of Danish.

use super::Grammar;

/// The grammar of Danish.
pub(crate) static DANISH: Grammar =
    Grammar { locale: crate::format::DANISH, ordinal: |number| format!("{number}."), within_a_sentence: str::to_owned };
