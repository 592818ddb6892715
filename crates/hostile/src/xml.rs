//! Which characters XML can hold, and XML as a tree.

use roxmltree::Document;

/// Whether XML can hold a character, and a note may have it: no control characters but the ends of lines and tabs, and none of those that
/// Unicode keeps for no character at all.
pub fn may_hold(letter: char) -> bool {
    let is_none = matches!(letter, '\u{fdd0}'..='\u{fdef}') || u32::from(letter) & 0xFFFE == 0xFFFE;
    !is_none && (matches!(letter, '\t' | '\n' | '\r') || !letter.is_control())
}

/// The tree of a text that must be XML.
#[track_caller]
pub fn tree(text: &str) -> Document<'_> {
    Document::parse(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}
