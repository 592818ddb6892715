//! Reads the language files of the page, checks them against each other, and writes them as Rust.
//!
//! A language file is TOML. A table is a section, a text is a message, and a list is a list of texts or of records:
//!
//! ```toml
//! [difference]
//! # Below the answer. changes: what the reader has changed; to: the new year of payback.
//! moves = "{changes} flytter tilbagebetalingen til *{to}*."
//! more_changes = { one = "{count} ændring mere", other = "{count} ændringer mere" }
//! ```
//!
//! Each section becomes a struct. A message without places becomes a field of it, and every other message a function
//! with an argument for each place, in the order of the alphabet. Where there are several, each argument goes by the name of its place:
//! `moves(at::Changes(changes), at::To(year))`. So a place that is missing, has another name or got the value of another one does not
//! compile, and mending a sentence never changes the order.
//!
//! A section that is named as a [`Record`], such as the head of a language, becomes a struct of the crate that includes the messages.
//!
//! - `folder`: one file for each language of the page. `read`: a file as a tree of messages, with the line of each. `template`: a
//!   message with its places. `compare`: what must be the same in every language. [`write`]: the tree as Rust.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "it runs while the page is built, where a panic is as good as a fault"
)]

mod compare;
mod fault;
mod folder;
mod read;
mod template;
mod write;

use model::language::Language;

pub use self::fault::Fault;
pub use self::folder::sources;

/// A language file.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path of the file, for the faults.
    pub path: String,
    /// The language whose messages it holds.
    pub language: Language,
    /// The text of the file.
    pub text: String,
}

/// A struct that stands in lists, such as a word with its meaning, or that is a section of its own, such as the head of a language. The
/// crate that includes the messages defines it.
#[derive(Debug, Clone, Copy)]
pub struct Record {
    /// The path of the struct, as seen from the included file.
    pub path: &'static str,
    /// The section that is this record; `None` for records that stand in lists.
    pub section: Option<&'static str>,
    /// The fields that every record has.
    pub required: &'static [&'static str],
    /// The fields that some records have. Their type is an `Option`.
    pub optional: &'static [&'static str],
    /// The fields that hold one letter, such as a decimal comma. Every record has them.
    pub marks: &'static [&'static str],
    /// The fields that hold a list of texts, which may be longer in one language than in another. Every record has them.
    pub lists: &'static [&'static str],
}

impl Record {
    /// A record without fields, to say only some of them.
    pub const EMPTY: Self = Self { path: "", section: None, required: &[], optional: &[], marks: &[], lists: &[] };
}

/// The Rust source of the messages in these languages, and the choice among them. The first language says in which order the messages stand, and its
/// comments become the documentation.
///
/// # Errors
/// Every fault of every file.
pub fn generate(sources: &[Source], records: &[Record]) -> Result<String, Vec<Fault>> {
    let mut faults = Vec::new();
    let languages: Vec<_> = sources.iter().map(|source| read::language(source, records, &mut faults)).collect();
    if let [first, others @ ..] = languages.as_slice() {
        for other in others {
            compare::sections(first, other, &mut faults);
        }
    }
    if faults.is_empty() {
        Ok(write::source(&languages))
    } else {
        faults.sort_by(|one, other| (&one.path, one.line).cmp(&(&other.path, other.line)));
        Err(faults)
    }
}

#[cfg(test)]
mod tests;
