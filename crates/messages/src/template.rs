//! A message with its places and its emphasis.

use std::collections::BTreeSet;

/// A piece of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words as they stand.
    Words(String),
    /// A place that takes a value.
    Place(String),
    /// A place that takes a value with emphasis of its own: `{*name*}`.
    Phrase(String),
    /// Where emphasis begins or ends.
    Emphasis,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Template {
    pub(crate) pieces: Vec<Piece>,
}

impl Template {
    /// The names of the places, in the order of the alphabet.
    pub(crate) fn places(&self) -> BTreeSet<&str> {
        self.pieces.iter().filter_map(place_name).collect()
    }

    /// The names of the places whose values have emphasis of their own.
    pub(crate) fn phrases(&self) -> BTreeSet<&str> {
        self.pieces.iter().filter(|piece| matches!(piece, Piece::Phrase(_))).filter_map(place_name).collect()
    }

    /// How many pieces are emphasized.
    pub(crate) fn emphasized(&self) -> usize {
        self.pieces.iter().filter(|piece| **piece == Piece::Emphasis).count() / 2
    }

    /// Reads a message. The faults of its form are added to the list.
    pub(crate) fn read(text: &str, faults: &mut Vec<String>) -> Self {
        form(text, faults);
        let mut reading = Reading { pieces: Vec::new(), words: String::new(), faults };
        let mut letters = text.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next() {
                    Some(escaped @ ('*' | '{' | '}' | '\\')) => reading.words.push(escaped),
                    _ => reading.faults.push("a `\\` stands before none of `*`, `{`, `}` and `\\`".to_owned()),
                },
                '*' => reading.piece(Piece::Emphasis),
                '{' => {
                    let rest = letters.as_str();
                    match rest.find(['{', '}']).filter(|end| rest[*end..].starts_with('}')) {
                        Some(end) => {
                            reading.place(&rest[..end]);
                            letters = rest[end + 1..].chars();
                        }
                        None => reading.faults.push("a `{` is never closed".to_owned()),
                    }
                }
                '}' => reading.faults.push("a `}` closes nothing".to_owned()),
                other => reading.words.push(other),
            }
        }
        reading.finish()
    }
}

/// The name of a place; `None` for any other piece.
fn place_name(piece: &Piece) -> Option<&str> {
    match piece {
        Piece::Place(name) | Piece::Phrase(name) => Some(name),
        Piece::Words(_) | Piece::Emphasis => None,
    }
}

/// What can be seen without reading the places.
fn form(text: &str, faults: &mut Vec<String>) {
    if text.is_empty() {
        faults.push("nothing is said".to_owned());
    }
    if text.trim() != text {
        faults.push("a space stands before or after the message".to_owned());
    }
    if text.contains("  ") {
        faults.push("two spaces stand together".to_owned());
    }
    if text.contains(char::is_control) {
        faults.push("a message is one line without control characters".to_owned());
    }
    let is_entity = text.split('&').skip(1).any(|rest| {
        rest.split_once(';')
            .is_some_and(|(name, _)| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '#'))
    });
    if text.contains(['<', '>', '`']) || is_entity || text.contains("](") || text.contains("__") {
        faults.push("the only markup is *emphasis*".to_owned());
    }
}

struct Reading<'f> {
    pieces: Vec<Piece>,
    words: String,
    faults: &'f mut Vec<String>,
}

impl Reading<'_> {
    fn piece(&mut self, piece: Piece) {
        if !self.words.is_empty() {
            self.pieces.push(Piece::Words(std::mem::take(&mut self.words)));
        }
        self.pieces.push(piece);
    }

    fn place(&mut self, name: &str) {
        let bare = name.strip_prefix('*').and_then(|name| name.strip_suffix('*'));
        let (name, is_phrase) = (bare.unwrap_or(name), bare.is_some());
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        if !is_name {
            self.faults.push(format!("{{{name}}} is no name of a place: it takes small letters and `_`"));
        }
        self.piece(if is_phrase { Piece::Phrase(name.to_owned()) } else { Piece::Place(name.to_owned()) });
    }

    fn finish(mut self) -> Template {
        if !self.words.is_empty() {
            let words = std::mem::take(&mut self.words);
            self.pieces.push(Piece::Words(words));
        }
        let marks: Vec<usize> = (0..self.pieces.len()).filter(|index| self.pieces[*index] == Piece::Emphasis).collect();
        if marks.len() % 2 == 1 {
            self.faults.push("a `*` has no other: emphasis begins and ends with one".to_owned());
        }
        for pair in marks.chunks_exact(2) {
            match &self.pieces[pair[0] + 1..pair[1]] {
                [] => self.faults.push("nothing is emphasized between two `*`".to_owned()),
                [Piece::Words(words), ..] if words.starts_with(' ') => {
                    self.faults.push("a space stands behind the `*` that begins emphasis".to_owned());
                }
                [.., Piece::Words(words)] if words.ends_with(' ') => {
                    self.faults.push("a space stands before the `*` that ends emphasis".to_owned());
                }
                _ => {}
            }
        }
        Template { pieces: self.pieces }
    }
}
