//! What links suffer on their way: mail programs that break, wrap and encode them, chats that swallow the full stop after
//! them, people who type them in capitals.

use percent_encoding::percent_decode_str;

use super::key;

/// How many times a link is encoded on its way, at the most.
const ENCODED: usize = 3;

/// The text of a link as it was before it was sent. A link of the page stays as it is.
#[must_use]
pub fn mended(text: &str) -> String {
    let text = decoded(text);
    // No link of the page has a space in it, nor a `+` that stands for one.
    let text: String = text.chars().filter(|c| !(c.is_whitespace() || is_nothing(*c) || *c == '+')).collect();
    let text = plain_ampersands(text);
    let text = quoted_printable(&text);
    let text = behind_hash(&text);
    let text = text.trim_matches(is_wrapping);
    let parts: Vec<String> = text.split('&').filter(|part| !part.is_empty()).map(in_small_letters).collect();
    parts.join("&")
}

/// Characters that show nothing: they come along when text is copied.
fn is_nothing(c: char) -> bool {
    c.is_control() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// What stands around a link in running text. No link of the page begins or ends with one of these.
fn is_wrapping(c: char) -> bool {
    "<>()[]{}\"'”“„’‘»«.,;:!?*|\\`".contains(c)
}

/// Without `%26` and its like, also where they were encoded once more.
fn decoded(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..ENCODED {
        // What is no UTF-8 becomes the sign for it, and is then said to be unreadable.
        let next = percent_decode_str(&text).decode_utf8_lossy().into_owned();
        if next == text {
            break;
        }
        text = next;
    }
    text
}

/// `&` as a page of HTML writes it, perhaps more than once.
fn plain_ampersands(mut text: String) -> String {
    for _ in 0..ENCODED {
        text = text.replace("&amp;", "&").replace("&AMP;", "&");
    }
    text
}

/// A mail that was never decoded writes `=` as `=3D`, and ends its lines with a lone `=`.
fn quoted_printable(text: &str) -> String {
    let version = text.find("v=3D").or_else(|| text.find("V=3D"));
    match version {
        Some(_) => text.replace("=3D", "\u{0}").replace('=', "").replace('\u{0}', "="),
        None => text.to_owned(),
    }
}

/// Of a whole address the part behind `#`; of several such parts the first that says something.
fn behind_hash(text: &str) -> &str {
    let mut parts = text.split('#');
    let before = parts.next().unwrap_or_default();
    // An address has a slash before its `#`, the text of a link never has one.
    let parts: Vec<&str> =
        if before.contains('/') { parts.collect() } else { [before].into_iter().chain(parts).collect() };
    parts.iter().find(|part| part.contains('=')).or(parts.first()).copied().unwrap_or_default()
}

/// Keys and ids are in small letters; only a title has letters of its own.
fn in_small_letters(part: &str) -> String {
    match part.split_once('=') {
        Some((key, value)) if key.eq_ignore_ascii_case(key::TITLE) => format!("{}={value}", key::TITLE),
        _ => part.to_lowercase(),
    }
}
