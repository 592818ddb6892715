//! The sender's title for a link: a short text of their own, written with characters that every platform leaves alone.
//!
//! A space is written as `_`. Any other character that is not an ASCII letter or digit is written as its code point
//! between two `~`: `Færre sager` is `F~e6~rre_sager`.

use std::fmt::Write;

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 80;

const SPACE: char = '_';
const CODE: char = '~';

/// A title: one line of at most [`LONGEST_TITLE`] characters. It is only ever shown as text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Title(String);

impl Title {
    /// A title of these words. Invisible characters are removed, and a long title is cut off. `None` if nothing is
    /// left.
    #[must_use]
    pub fn new(words: &str) -> Option<Self> {
        let visible: String =
            words.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| is_visible(*c)).collect();
        let words: Vec<&str> = visible.split(' ').filter(|word| !word.is_empty()).collect();
        let shortened: String = words.join(" ").chars().take(LONGEST_TITLE).collect();
        let shortened = shortened.trim();
        (!shortened.is_empty()).then(|| Self(shortened.to_owned()))
    }

    /// The title as text.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.0
    }

    /// The title as it is written in a link.
    pub(super) fn encoded(&self) -> String {
        let mut link = String::new();
        for c in self.0.chars() {
            match c {
                ' ' => link.push(SPACE),
                c if c.is_ascii_alphanumeric() => link.push(c),
                // Writing to a string cannot fail.
                c => drop(write!(link, "{CODE}{:x}{CODE}", u32::from(c))),
            }
        }
        link
    }

    /// Reads the title of a link. Text between two `~` that is not a code stays as it is.
    pub(super) fn decoded(link: &str) -> Option<Self> {
        let mut words = String::new();
        let mut rest = link;
        while let Some((before, after)) = rest.split_once(CODE) {
            words.push_str(&before.replace(SPACE, " "));
            let code = after
                .split_once(CODE)
                .and_then(|(code, rest)| Some((u32::from_str_radix(code, 16).ok().and_then(char::from_u32)?, rest)));
            rest = match code {
                Some((c, rest)) => {
                    words.push(c);
                    rest
                }
                None => after,
            };
        }
        words.push_str(&rest.replace(SPACE, " "));
        Self::new(&words)
    }
}

/// Whether a character is visible: not a control character, not one that changes the direction of the text around it,
/// and not one without width.
fn is_visible(c: char) -> bool {
    // Unicode keeps the last two of each 65,536 for no character at all, and files cannot hold them.
    let is_none = u32::from(c) & 0xFFFE == 0xFFFE || matches!(c, '\u{fdd0}'..='\u{fdef}');
    !(is_none
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn expect(words: &str, shown: &str, link: &str) {
        let title = Title::new(words);
        assert_eq!(title.as_ref().map(Title::words), Some(shown));
        assert_eq!(title.as_ref().map(Title::encoded).as_deref(), Some(link));
        assert_eq!(Title::decoded(link), title);
    }

    #[test]
    fn a_title_is_what_was_typed() {
        expect("Sydhavnen 2026", "Sydhavnen 2026", "Sydhavnen_2026");
        expect("Færre sager pr. konsulent", "Færre sager pr. konsulent", "F~e6~rre_sager_pr~2e~_konsulent");
        expect("a_b~c & <b>d</b>", "a_b~c & <b>d</b>", "a~5f~b~7e~c_~26~_~3c~b~3e~d~3c~~2f~b~3e~");
        expect(" to\n linjer\u{202e} ", "to linjer", "to_linjer");
    }

    #[test]
    fn a_title_is_never_longer_than_eighty_characters() {
        assert_eq!(Title::new(&"æ".repeat(100)).map(|title| title.words().chars().count()), Some(LONGEST_TITLE));
        assert_eq!(Title::decoded(&"a".repeat(100)).map(|title| title.words().len()), Some(LONGEST_TITLE));
        assert_eq!(Title::new(" \u{200b}\n"), None);
        assert_eq!(Title::decoded(""), None);
    }

    #[test]
    fn text_that_is_no_code_stays() {
        for (link, words) in [("a~b", "ab"), ("a~zz~b", "azz b"), ("~110000~", "110000"), ("a~", "a")] {
            let shown = Title::decoded(link);
            assert!(shown.is_some_and(|title| title.words().replace(' ', "") == words.replace(' ', "")), "{link}");
        }
    }
}
