//! Text inside markup.

/// The text with the characters that have a meaning in markup escaped, for use as content or inside an attribute.
///
/// ```
/// assert_eq!(engine::markup::escaped("a < \"b\" & c"), "a &lt; &quot;b&quot; &amp; c");
/// ```
#[must_use]
pub fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
