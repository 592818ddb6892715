//! Repairs links that were damaged on their way, and finds them in what stands around them: mail programs break, wrap, encode and
//! check links, chats put brackets around them, campaigns add tails, and people paste the sentence with the link in it.
//!
//! - `decode`: undoes encodings, and characters that look like those of a link.
//! - `wrapper`: the addresses in which mail programs and networks wrap a link.
//! - `place`: where in a text a link begins, and where it may end.
//! - `tails`: what others add to a link.

mod decode;
mod place;
mod tails;
mod wrapper;

use super::may_have_capitals;
use model::language;

pub(super) use place::Reading;

/// The longest text that is searched for a link, in characters. A mail with all that it answers is shorter.
const LONGEST: usize = 50_000;

/// How often a text is decoded or taken out of a wrapper at most.
const MOST_LAYERS: usize = 8;

/// The links that a text may hold, for each place where one may begin. Each has the ways in which it can be read there, the
/// shortest first. An undamaged link can be read in one way.
pub(super) fn readings(text: &str) -> Vec<Vec<Reading>> {
    let text: String = text.chars().take(LONGEST).collect();
    let plain = laid_bare(&text);
    let found = place::links(&plain);
    if !found.is_empty() {
        return found;
    }
    // A line break may stand within a code or within the version, so that neither can be read.
    let in_one = laid_bare(&text.chars().filter(|c| !c.is_whitespace()).collect::<String>());
    let found = place::links(&in_one);
    if found.is_empty() { place::whole(&plain) } else { found }
}

/// The text without codes and wrappers.
fn laid_bare(text: &str) -> String {
    let mut text = decode::with_plain_characters(text);
    for _ in 0..MOST_LAYERS {
        let next = wrapper::content(&text).unwrap_or_else(|| decode::without_per_cent_codes(&text));
        let next = decode::with_plain_characters(&next);
        if next == text {
            break;
        }
        text = next;
    }
    // No link of the page contains a `+`, but forms write one for a space.
    text.replace('+', " ")
}

/// The text of a link in its usual form: with plain separators and small letters, and without what surrounds it or was added.
fn tidied(link: &str) -> String {
    let link = link.trim_matches(is_around);
    // `amp` is left where a program has put `;` in place of the `&` of `&amp;`.
    let is_left = |part: &&str| !part.is_empty() && !part.eq_ignore_ascii_case("amp") && !tails::is_tail(part);
    let parts = link.split(['&', ';']).filter(is_left);
    parts.map(with_small_letters).collect::<Vec<_>>().join("&")
}

/// Whether a character may stand around a link in running text. No link of the page begins or ends with one of these.
fn is_around(c: char) -> bool {
    place::ends_link(c) || "'’‘*.,;:!_~-…/&".contains(c)
}

/// A part of a link in small letters, as all keys and ids are. Only what people have written themselves keeps its capitals.
fn with_small_letters(part: &str) -> String {
    match part.split_once('=') {
        Some((key, value)) if may_have_capitals(&language::in_small_letters(key)) => {
            format!("{}={value}", language::in_small_letters(key))
        }
        _ => language::in_small_letters(part),
    }
}
