//! Quotes as the page shows them.

use crate::Words;
use engine::findings::Place;
use model::note::Document;

/// The words that follow a hyphen which stands for a part that the next word has too: "jobindsats- og rusmiddelbehandling". After
/// "for", a hyphen is a speck of the scan.
const KEPT_BEFORE: [&str; 4] = ["og", "eller", "samt", "for"];

/// A quote with the words joined that a line break of the document has parted: "resulta- ter" is shown as "resultater". The
/// data keeps the words as they were read.
///
/// ```
/// use words::rejoined;
///
/// assert_eq!(rejoined("gode resulta- ter"), "gode resultater");
/// assert_eq!(rejoined("jobindsats- og rusmiddelbehandling"), "jobindsats- og rusmiddelbehandling");
/// // An abbreviation keeps its hyphen.
/// assert_eq!(rejoined("på cpr- niveau"), "på cpr-niveau");
/// ```
#[must_use]
pub fn rejoined(quote: &str) -> String {
    let mut parts = quote.split("- ");
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let before = shown.rsplit(|c| !is_letter(c)).next().unwrap_or_default();
        let after = part.split(|c| !is_letter(c)).next().unwrap_or_default();
        let goes_on = after.chars().next().is_some_and(|first| !first.is_ascii_uppercase());
        let hyphen = if before.is_empty() || !goes_on || KEPT_BEFORE.contains(&after) {
            "- "
        } else if before.chars().any(is_vowel) {
            ""
        } else {
            "-"
        };
        shown.push_str(hyphen);
        shown.push_str(part);
    }
    shown
}

const fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'æ' | 'ø' | 'å' | 'Æ' | 'Ø' | 'Å' | 'é')
}

const fn is_vowel(c: char) -> bool {
    matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'æ' | 'ø' | 'å' | 'é')
}

impl Words {
    /// The row of a table with this label.
    #[must_use]
    pub fn row(self, label: &str) -> String {
        self.messages().documents.row(self.quoted(label))
    }

    /// A place in one of these documents: its document, its table or section, and its words.
    #[must_use]
    pub fn cited_place(self, documents: &[Document], place: &Place) -> String {
        let document = documents.iter().find(|document| document.id == place.document);
        let title = document.map(|document| self.document(document)).unwrap_or_default();
        let within =
            if place.place.is_empty() { String::new() } else { format!(", {}", self.table_or_section(&place.place)) };
        let quote =
            if place.words.is_empty() { String::new() } else { format!(": {}", self.quoted(&rejoined(&place.words))) };
        format!("{title}{within}{quote}")
    }

    /// A quote from a document, in the quotation marks of the language.
    #[must_use]
    pub fn quoted(self, words: &str) -> String {
        self.messages().documents.quoted(words)
    }
}
