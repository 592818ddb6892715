//! The charts of the page. Each function turns outcomes and words into a [`crate::marks::Drawing`] and has no side
//! effect, so the page, saved pictures and tests read the same marks.

mod costs_by_year;
mod costs_side_by_side;
mod cumulative;
mod glance;
pub mod map;
pub mod marks;
mod names;
mod people;
mod post_prices;
mod qr;
pub mod slider_marks;
mod timeline;
mod tornado;

pub use costs_by_year::costs_by_year;
pub use costs_side_by_side::costs_side_by_side;
pub use cumulative::{Cumulative, cumulative};
pub use glance::{LEAST_HEIGHT as LEAST_GLANCE_HEIGHT, glance};
pub use people::people;
pub use post_prices::post_prices;
pub use qr::qr;
pub use timeline::timeline;
pub use tornado::{EndLink, tornado};

use crate::marks::{Mark, Paint};
use model::note::Variant;
use words::Words;

/// An upper estimate of the average width of a bold letter.
const LETTER_WIDTH: f64 = 8.0;

/// Upper estimates of the width of a bold digit or letter, and of a mark or a space in a number.
const DIGIT_WIDTH: f64 = 9.0;
const MARK_WIDTH: f64 = 5.0;

/// An upper estimate of the width of a number, with its unit if it has one.
fn number_width(number: &str) -> f64 {
    let is_mark = |letter: char| letter.is_whitespace() || matches!(letter, '.' | ',' | '/');
    number.chars().map(|letter| if is_mark(letter) { MARK_WIDTH } else { DIGIT_WIDTH }).sum()
}

/// The width of the widest of these numbers; 0 where there are none.
fn widest<'n>(numbers: impl IntoIterator<Item = &'n String>) -> f64 {
    numbers.into_iter().map(|number| number_width(number)).fold(0.0, f64::max)
}

/// How many steps there are from one label to the next, so that labels of this width do not meet: 1 where each step has room
/// for its own.
fn label_every(label_width: f64, step: f64) -> usize {
    use rust_decimal::prelude::ToPrimitive;

    (label_width / step.max(1.0)).ceil().max(1.0).to_usize().unwrap_or(1)
}

/// The name of the line without the reader's changes. One that rests on borrowed savings must not be called the note's.
#[must_use]
pub fn name_without_changes(variant: &Variant, words: Words) -> &'static str {
    let labels = &words.labels().chart;
    if variant.savings_from.is_some() { labels.chart_unchanged } else { labels.chart_note }
}

/// What is dashed in a chart: the line or the outlines without changes.
fn dashed(variant: &Variant, words: Words) -> String {
    format!("{}: {}", words.labels().chart.chart_dashed, name_without_changes(variant, words))
}

/// A straight line.
fn line(paint: Paint, from: (f64, f64), to: (f64, f64)) -> Mark {
    Mark::Line { paint, from, to }
}

/// A number of columns, years or letters as a coordinate.
fn float(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::from(u32::MAX), f64::from)
}

/// An estimate of the width of words in a chart.
fn text_width(words: &str) -> f64 {
    float(words.chars().count()) * LETTER_WIDTH
}

/// The words, cut off with `…` where they are wider than `width`. Letters are not measured: their width is estimated.
/// The table beside each chart shows the whole words.
fn shortened(words: &str, width: f64) -> String {
    let has_room_for = |letters: usize| float(letters) * LETTER_WIDTH <= width;
    if has_room_for(words.chars().count()) {
        return words.to_owned();
    }
    let mut short: String = words
        .chars()
        .enumerate()
        .take_while(|(index, _)| has_room_for(index.saturating_add(2)))
        .map(|(_, letter)| letter)
        .collect();
    short.push('…');
    short
}

/// The words in lines of at most this `width`, broken between words. A word that is wider than a line is shortened.
fn wrapped(words: &str, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if float(line.chars().chain([' ']).chain(word.chars()).count()) * LETTER_WIDTH <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(shortened(word, width)),
        }
    }
    lines
}

/// A length, or the end of its bounds that it lies beyond. The standard library's own function names its bounds in a panic, and what writes
/// binary numbers there would add 15 kilobytes to the page.
#[allow(clippy::manual_clamp, reason = "see above")]
#[must_use]
pub fn within(length: f64, least: f64, most: f64) -> f64 {
    length.max(least).min(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_where_there_is_no_room_for_the_next_word() {
        assert_eq!(wrapped("Bedre koordination, i alt", 1000.0), ["Bedre koordination, i alt"]);
        assert_eq!(wrapped("Bedre koordination, i alt", 19.0 * LETTER_WIDTH), ["Bedre koordination,", "i alt"]);
        assert_eq!(wrapped("Bedre koordination, i alt", 18.0 * LETTER_WIDTH), ["Bedre", "koordination, i", "alt"]);
        assert_eq!(wrapped("Rusmiddelkonsulent", 8.0 * LETTER_WIDTH), ["Rusmidd…"]);
        assert_eq!(wrapped("", 100.0), [""; 0]);
    }
}
