//! The fingerprint of what a file says. Blanks, comments and the order of its fields are no part of that, nor is the form that it is
//! written in.

use std::fmt::Write;

use serde_json::Value;
use sha2::{Digest, Sha256};

/// The first bytes of the hash that a link has: enough to tell editions of one file apart.
const BYTES: usize = 6;

/// The fingerprint of a file, in hexadecimal digits.
pub(crate) fn of(text: &str) -> String {
    // Fields are sorted by serde_json.
    let said = text.parse::<toml::Table>().ok().and_then(|table| serde_json::to_value(table).ok());
    let said = said.or_else(|| serde_json::from_str::<Value>(text).ok());
    let hash = Sha256::digest(said.map_or_else(|| text.to_owned(), |said| said.to_string()));
    let mut digits = String::new();
    for byte in hash.iter().take(BYTES) {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_same_words_have_the_same_fingerprint() {
        let plain = of("id = \"a\"\nbudget = 2027\n");
        assert_eq!(plain.len(), 12);
        assert_eq!(of("# A comment.\nbudget = 2027\nid   = \"a\""), plain);
        assert_eq!(of("{ \"budget\": 2027, \"id\": \"a\" }"), plain);
        assert_ne!(of("id = \"a\"\nbudget = 2028\n"), plain);
    }
}
