//! Text inside markup.

/// The text with the characters that have a meaning in markup escaped, for use as content or inside an attribute. A character that no markup
/// can hold becomes a mark that something is missing: a picture with such a character in it does not open.
///
/// ```
/// assert_eq!(engine::markup::escaped("a < \"b\" & c"), "a &lt; &quot;b&quot; &amp; c");
/// assert_eq!(engine::markup::escaped("a\0b"), "a\u{fffd}b");
/// ```
#[must_use]
pub fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                escaped.push('\u{fffd}');
            }
            letter => escaped.push(letter),
        }
    }
    escaped
}
