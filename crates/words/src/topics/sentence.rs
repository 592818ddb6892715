//! How lists and sentences are put together.

use crate::Phrase;
use engine::findings::Column;
use model::language::in_small_letters;
use model::note::Year;

/// How many changed drivers a sentence names. The others are only counted.
const NAMED_CHANGES: usize = 3;

/// A list: "a, b og c".
pub(crate) fn join(parts: &[String], and: &str) -> String {
    match parts {
        [] => String::new(),
        [part] => part.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// A list of phrases: "a, b og c".
pub(crate) fn join_phrases(parts: Vec<Phrase>, and: &str) -> Phrase {
    let last = parts.len().saturating_sub(1);
    let add = |list: Phrase, (index, part): (usize, Phrase)| match index {
        0 => part,
        index if index == last => list.plain(format!(" {and} ")).then(part),
        _ => list.plain(", ").then(part),
    };
    parts.into_iter().enumerate().fold(Phrase::default(), add)
}

/// The first few changes and, as the last item, the number of the others in the words of `more`.
pub(crate) fn few(mut changes: Vec<String>, more: impl Fn(usize) -> String) -> Vec<String> {
    let unnamed = changes.len().saturating_sub(NAMED_CHANGES);
    if unnamed > 0 {
        changes.truncate(NAMED_CHANGES);
        changes.push(more(unnamed));
    }
    changes
}

/// A name for the middle of a sentence: its first letter in lower case, unless the word is an abbreviation or begins a proper name of
/// several words, such as "Social Services".
pub(crate) fn uncapitalised(name: &str) -> String {
    let mut letters = name.chars();
    let begins_large = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    let is_proper = name.split_whitespace().nth(1).is_some_and(begins_large);
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() && !is_proper => {
            format!("{}{}", in_small_letters(first.encode_utf8(&mut [0; 4])), letters.as_str())
        }
        _ => name.to_owned(),
    }
}

/// Adds a full stop, unless the sentence already ends with one, such as that of an abbreviation.
///
/// ```
/// use words::full_stop;
///
/// assert_eq!(full_stop("Udgiften er 9 mio.".to_owned()), "Udgiften er 9 mio.");
/// assert_eq!(full_stop("Udgiften er 9".to_owned()), "Udgiften er 9.");
/// ```
#[must_use]
pub fn full_stop(mut sentence: String) -> String {
    if !sentence.ends_with('.') {
        sentence.push('.');
    }
    sentence
}

/// A span of years, or a single year: "2022–2025", "2022".
pub(crate) fn span((first, last): (Year, Year)) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// The years of columns as spans, and how many years they are: "2018, 2020–2021" and 3.
pub(crate) fn years_in(columns: &[Column]) -> (String, usize) {
    let mut spans: Vec<(Year, Year)> = Vec::new();
    let mut count: usize = 0;
    for column in columns {
        let Column::Year(year) = column else { continue };
        count = count.saturating_add(1);
        match spans.last_mut() {
            Some((_, last)) if last.saturating_add(1) == *year => *last = *year,
            _ => spans.push((*year, *year)),
        }
    }
    (spans.into_iter().map(span).collect::<Vec<_>>().join(", "), count)
}

/// The columns before the amounts of a comparison: "2022–2025, i alt: ". Empty where it is about a whole row.
pub(crate) fn columns(columns: &[Column], in_all: &str) -> String {
    let (years, _) = years_in(columns);
    let total = columns.contains(&Column::Total).then(|| in_all.to_owned());
    let words: Vec<String> = Some(years).filter(|years| !years.is_empty()).into_iter().chain(total).collect();
    if words.is_empty() { String::new() } else { format!("{}: ", words.join(", ")) }
}
