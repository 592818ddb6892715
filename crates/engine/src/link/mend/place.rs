//! Where in a text a link begins, and where it may end.
//!
//! A link begins with its version. Where it ends cannot be seen: a space may have come into it, or begin the sentence behind it. So
//! each end is a reading of its own, and whoever opens them sees which one is whole.

use super::{decode, tidied};
use crate::link::key;

/// One way to read a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The text of the link in its usual form.
    pub(crate) link: String,
    /// The first of the shorter readings that this one is likelier than, if both can be read equally well; its own position where
    /// that is none.
    pub(crate) likelier_than: usize,
}

/// How many links are looked for in a text.
const MOST_LINKS: usize = 4;

/// How many spaces and line breaks a link may have within it, and around it in the same text.
const MOST_BREAKS: usize = 400;

/// In how many ways a link is read at most. Spaces beside `&` and `=` are none of its ends.
const MOST_READINGS: usize = 40;

/// Programs break lines that are at least so long, in characters.
const SHORTEST_BROKEN_LINE: usize = 30;

/// The keys by which a link can begin that was written without its version.
const FIRST_KEYS: [&str; 5] = [key::NOTE, key::SCREEN, key::HEADLINE, key::TITLE, key::LANGUAGE];

/// Whether a link begins somewhere in the text.
pub(super) fn begins(text: &str) -> bool {
    beginnings(text).next().is_some()
}

/// The links in a text, each with its readings, the shortest first.
pub(super) fn links(text: &str) -> Vec<Vec<Reading>> {
    let mut last = None;
    let others = beginnings(text).filter(|before| last.replace(before.len()) != Some(before.len()));
    others.take(MOST_LINKS).map(|before| ends(before, text.strip_prefix(before).unwrap_or_default())).collect()
}

/// The readings of a text that names no version: of what follows its first `#`, or of all of it where it is no address.
pub(super) fn whole(text: &str) -> Vec<Vec<Reading>> {
    let mut before = 0_usize;
    for part in text.split('#') {
        // An address contains a slash before its `#`. The text of a link never contains one.
        if part.contains('=') && !part.contains('/') {
            let (address, link) = text.split_at_checked(before).unwrap_or_default();
            return vec![ends(address, link)];
        }
        before = before.saturating_add(part.len()).saturating_add(1);
    }
    let link = if text.contains('/') { "" } else { text.rsplit('#').next().unwrap_or_default() };
    vec![ends("", link)]
}

/// What stands before each link.
fn beginnings(text: &str) -> impl Iterator<Item = &str> {
    text.char_indices().filter_map(move |(at, c)| {
        let (before, link) = text.split_at_checked(at)?;
        let is_beginning = match c {
            'v' | 'V' => is_version(before, link),
            _ => before.ends_with(['#', '?']) && FIRST_KEYS.iter().any(|key| has_key(link, key)),
        };
        // Some programs sort what stands between the signs, and so parts may stand before the version.
        is_beginning.then(|| if before.ends_with(['&', ';']) { before.trim_end_matches(is_of_link) } else { before })
    })
}

/// Whether a link begins with its version here.
fn is_version(before: &str, link: &str) -> bool {
    let stands_apart = !before.ends_with(|c: char| c.is_alphanumeric() || "_.-~".contains(c));
    let mut letters = link.chars();
    letters.next();
    let value = letters.as_str().trim_start().strip_prefix('=').map(str::trim_start);
    stands_apart
        && value.is_some_and(|value| {
            let after = value.trim_start_matches(|c: char| c.is_ascii_digit());
            after.len() < value.len() && !after.starts_with(|c: char| c.is_alphanumeric() || "_-".contains(c))
        })
}

/// Whether a text begins with this key and its `=`.
fn has_key(text: &str, key: &str) -> bool {
    let (start, rest) = text.split_at_checked(key.len()).unwrap_or_default();
    start.eq_ignore_ascii_case(key) && rest.starts_with('=')
}

/// Whether a character can be a part of a link.
fn is_of_link(c: char) -> bool {
    c.is_ascii_alphanumeric() || "._~-=&;".contains(c)
}

/// Whether a link ends before this character.
pub(super) fn ends_link(c: char) -> bool {
    "#?<>()[]{}\"”“„»«›‹|`—".contains(c)
}

/// The text up to where a link ends for certain. A text fragment begins with `:~:`.
fn up_to_end(text: &str) -> &str {
    let text = text.split(ends_link).next().unwrap_or_default();
    text.split(":~:").next().unwrap_or_default()
}

/// The readings of a link that begins after `before`: up to each of its spaces and line breaks.
fn ends(before: &str, link: &str) -> Vec<Reading> {
    let link = up_to_end(link.trim_start());
    let pieces = pieces(link);
    let is_all_link = pieces.iter().all(|(_, piece)| piece.chars().all(is_of_link));
    let last = pieces.len().saturating_sub(1);
    let mut line = before.rsplit('\n').next().unwrap_or_default().chars().count();
    let mut joined = String::new();
    let mut likelier_than = 0;
    let mut readings: Vec<Reading> = Vec::new();
    for (index, (gap, piece)) in pieces.into_iter().enumerate() {
        let is_broken = gap.contains(['\n', '\r']);
        // No link ends with one of these signs.
        let goes_on = joined.ends_with(['=', '&']) || piece.starts_with(['=', '&']);
        let is_likely = piece.contains(['=', ';'])
            || is_number_broken(&joined, piece)
            || (is_broken && line >= SHORTEST_BROKEN_LINE);
        if goes_on {
            readings.pop();
        } else if readings.len() == MOST_READINGS {
            break;
        } else if !is_likely {
            likelier_than = readings.len();
        }
        line = if is_broken { 0 } else { line }.saturating_add(piece.chars().count());
        joined.push_str(piece);
        let is_whole = index == last && is_all_link;
        let link = tidied(up_to_end(&decode::without_codes(&joined)));
        readings.push(Reading { link, likelier_than: if is_whole { 0 } else { likelier_than.min(readings.len()) } });
    }
    readings
}

/// Whether a break stands beside the point of a number.
fn is_number_broken(before: &str, after: &str) -> bool {
    let begins_with_digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    (before.ends_with('.') && begins_with_digit(after)) || after.strip_prefix('.').is_some_and(begins_with_digit)
}

/// The parts of a text between its spaces and line breaks, each with what stands before it.
fn pieces(text: &str) -> Vec<(&str, &str)> {
    let mut pieces = Vec::new();
    let (mut gap, mut rest) = ("", text);
    loop {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (piece, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        pieces.push((gap, piece));
        rest = after.trim_start();
        gap = after.strip_suffix(rest).unwrap_or_default();
        if rest.is_empty() || pieces.len() > MOST_BREAKS {
            return pieces;
        }
    }
}
