//! Divides a tidy text into numbers, words and signs.

use std::iter::Peekable;
use std::str::CharIndices;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Digits with the marks between them, which may be spaces.
    Number(String),
    /// Words in a row, without the spaces between them: those for a unit.
    Words(String),
    /// What is to be done with the numbers on both sides.
    Operator(Operator),
    /// The beginning or the end of a number in parentheses, which accountants write for one below zero.
    Parenthesis,
}

/// What is done with two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    /// They are added.
    Plus,
    /// The second is subtracted from the first.
    Minus,
    /// They are multiplied.
    Times,
    /// The first is divided by the second.
    Over,
}

/// The pieces of a tidy text; `None` where it has a character that belongs in none. `means_times` tells whether a word says that numbers are
/// multiplied.
pub(crate) fn pieces(text: &str, means_times: impl Fn(&str) -> bool) -> Option<Vec<Piece>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some(&(at, letter)) = letters.peek() {
        let piece = match letter {
            ' ' => {
                letters.next();
                continue;
            }
            '0'..='9' | '.' | ',' | '\'' => Piece::Number(run(text, at, &mut letters, belongs_to_number)),
            '+' | '-' | '×' | '/' | '(' | ')' => {
                letters.next();
                match letter {
                    '+' => Piece::Operator(Operator::Plus),
                    '-' => Piece::Operator(Operator::Minus),
                    '×' => Piece::Operator(Operator::Times),
                    '/' => Piece::Operator(Operator::Over),
                    _ => Piece::Parenthesis,
                }
            }
            _ if letter == '%' || letter.is_alphabetic() => {
                let word = run(text, at, &mut letters, belongs_to_words);
                let a_number_follows =
                    letters.clone().map(|(_, next)| next).find(|next| *next != ' ').is_some_and(begins_number);
                if a_number_follows && means_times(&word) {
                    Piece::Operator(Operator::Times)
                } else {
                    Piece::Words(word)
                }
            }
            _ => return None,
        };
        match (pieces.last_mut(), piece) {
            (Some(Piece::Words(words)), Piece::Words(more)) => words.push_str(&more),
            (_, piece) => pieces.push(piece),
        }
    }
    Some(pieces)
}

/// What stands from here on while each letter belongs to it, judged by itself and the next one.
fn run(
    text: &str,
    from: usize,
    letters: &mut Peekable<CharIndices<'_>>,
    belongs: impl Fn(char, Option<char>) -> bool,
) -> String {
    let mut to = from;
    while let Some(&(at, letter)) = letters.peek() {
        let rest = text.get(at..).unwrap_or_default();
        if !belongs(letter, rest.chars().nth(1)) {
            break;
        }
        to = at.saturating_add(letter.len_utf8());
        letters.next();
    }
    text.get(from..to).unwrap_or_default().to_owned()
}

const fn begins_number(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '.' | ',')
}

fn belongs_to_number(letter: char, next: Option<char>) -> bool {
    let before_digit = next.is_some_and(|next| next.is_ascii_digit());
    begins_number(letter) || letter == '\'' || letter == ' ' && before_digit
}

fn belongs_to_words(letter: char, next: Option<char>) -> bool {
    let before_letter = next.is_some_and(char::is_alphabetic);
    letter.is_alphabetic() || matches!(letter, '%' | '.') || matches!(letter, '-' | '/') && before_letter
}
