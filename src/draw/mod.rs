//! The charts of the page, each from outcomes and words to a [`crate::chart::Drawing`]. Pure: the page, saved pictures and tests
//! read the same marks.

mod cumulative;
pub mod map;
mod qr;
mod timeline;
mod tornado;

pub use cumulative::{Cumulative, cumulative};
pub use qr::qr;
pub use timeline::timeline;
pub use tornado::{ToEnd, tornado};

use crate::chart::{Mark, Paint};

/// How wide a bold letter is at most on average.
const LETTER: f64 = 8.0;

/// A straight line.
fn line(paint: Paint, from: (f64, f64), to: (f64, f64)) -> Mark {
    Mark::Line { paint, from, to }
}

/// A number of columns, years or the like as a coordinate.
fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::from(u32::MAX), f64::from)
}

/// The words as far as a place so wide has room for them, as far as can be told without measuring; the table has them whole.
fn fitted(words: &str, wide: f64) -> String {
    let is_within = |letters: usize| count(letters) * LETTER <= wide;
    if is_within(words.chars().count()) {
        return words.to_owned();
    }
    let mut short: String = words
        .chars()
        .enumerate()
        .take_while(|(at, _)| is_within(at.saturating_add(2)))
        .map(|(_, letter)| letter)
        .collect();
    short.push('…');
    short
}

/// The words on as many lines as they need in a place so wide, broken between words.
fn broken(words: &str, wide: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if count(line.chars().chain([' ']).chain(word.chars()).count()) * LETTER <= wide => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(fitted(word, wide)),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_broken_where_there_is_no_room_for_the_next() {
        assert_eq!(broken("Bedre koordination, i alt", 1000.0), ["Bedre koordination, i alt"]);
        assert_eq!(broken("Bedre koordination, i alt", 19.0 * LETTER), ["Bedre koordination,", "i alt"]);
        assert_eq!(broken("Bedre koordination, i alt", 18.0 * LETTER), ["Bedre", "koordination, i", "alt"]);
        assert_eq!(broken("Rusmiddelkonsulent", 8.0 * LETTER), ["Rusmidd…"]);
        assert_eq!(broken("", 100.0), [""; 0]);
    }
}
