//! Repairs links that were damaged on their way: mail programs break, wrap and encode them, chats take the full stop
//! after a link for a part of it, and people type links in capitals.

use percent_encoding::percent_decode_str;

use super::key;
use model::language;

/// How many encodings of a link are undone at most.
const MOST_ENCODINGS: usize = 3;

/// The text of a link as it was before it was sent. An undamaged link stays as it is.
#[must_use]
pub fn mended(text: &str) -> String {
    let text = decoded(text);
    // No link of the page contains a space, nor a `+` that stands for one.
    let text: String = text.chars().filter(|c| !(c.is_whitespace() || is_invisible(*c) || *c == '+')).collect();
    let text = plain_ampersands(text);
    let text = quoted_printable(&text);
    let text = behind_hash(&text);
    let text = text.trim_matches(is_wrapping);
    let parts: Vec<String> = text.split('&').filter(|part| !part.is_empty()).map(with_small_letters).collect();
    parts.join("&")
}

/// Whether a character is invisible. Such characters are sometimes copied together with a link.
fn is_invisible(c: char) -> bool {
    c.is_control() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Whether a character may stand around a link in running text. No link of the page begins or ends with one of these.
fn is_wrapping(c: char) -> bool {
    "<>()[]{}\"'”“„’‘»«.,;:!?*|\\`".contains(c)
}

/// The text without `%26` and similar codes, also if they were encoded more than once.
fn decoded(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..MOST_ENCODINGS {
        // Bytes that are not UTF-8 become the replacement character. A notice then says that the value cannot be read.
        let next = percent_decode_str(&text).decode_utf8_lossy().into_owned();
        if next == text {
            break;
        }
        text = next;
    }
    text
}

/// The text with `&` in place of `&amp;`, which HTML may have made of it more than once.
fn plain_ampersands(mut text: String) -> String {
    for _ in 0..MOST_ENCODINGS {
        text = text.replace("&amp;", "&").replace("&AMP;", "&");
    }
    text
}

/// The text without quoted-printable codes. A mail that was never decoded writes `=` as `=3D` and ends its lines with
/// `=`.
fn quoted_printable(text: &str) -> String {
    let version = text.find("v=3D").or_else(|| text.find("V=3D"));
    match version {
        Some(_) => text.replace("=3D", "\u{0}").replace('=', "").replace('\u{0}', "="),
        None => text.to_owned(),
    }
}

/// The part of a whole address behind `#`. If there are several, the first one with a key and a value.
fn behind_hash(text: &str) -> &str {
    let mut parts = text.split('#');
    let first = parts.next().unwrap_or_default();
    // An address contains a slash before its `#`. The text of a link never contains one.
    let parts: Vec<&str> =
        if first.contains('/') { parts.collect() } else { [first].into_iter().chain(parts).collect() };
    parts.iter().find(|part| part.contains('=')).or(parts.first()).copied().unwrap_or_default()
}

/// A part of a link in small letters, as all keys and ids are. Only a title keeps its capitals.
fn with_small_letters(part: &str) -> String {
    match part.split_once('=') {
        Some((key, value)) if key.eq_ignore_ascii_case(key::TITLE) => format!("{}={value}", key::TITLE),
        _ => language::in_small_letters(part),
    }
}
