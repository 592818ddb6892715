//! Where long compounds may be parted at the end of a line.
//!
//! Danish writes compounds as one word, and not every browser knows where they may be parted. Rules for any word take a
//! dictionary of many patterns. The page has about a hundred long words, so its language file lists the parts that they are made of.

use crate::messages;
use model::language::Language;

/// Shorter words are never parted.
const SHORTEST_WORD: usize = 12;
/// A part has at least this many letters.
const SHORTEST_PART: usize = 4;

/// The text in pieces: a line may end after each of them, with a hyphen.
#[must_use]
pub fn pieces(text: &str, language: Language) -> Vec<&str> {
    let parts = messages::of(language).language.word_parts;
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((piece, further)) = parted(rest, parts) {
        pieces.push(piece);
        rest = further;
    }
    pieces.push(rest);
    pieces
}

/// The text in two, at the first point where a word may be parted; the rest of a word that was parted counts as a word.
fn parted<'t>(text: &'t str, parts: &[&str]) -> Option<(&'t str, &'t str)> {
    text.char_indices().filter_map(|(offset, _)| text.split_at_checked(offset)).find(|(before, after)| {
        let is_letter = |letter: &char| letter.is_alphabetic();
        let (left, right) =
            (before.chars().rev().take_while(is_letter).count(), after.chars().take_while(is_letter).count());
        left.min(right) >= SHORTEST_PART
            && left.saturating_add(right) >= SHORTEST_WORD
            && parts.iter().any(|part| after.starts_with(part))
    })
}
