//! What must hold of anything that somebody hands to the page: links, pasted texts, typed numbers, files, values, names, and what is done in
//! the form of a note.
//!
//! Each function takes what a stranger gives, and panics where a promise of SECURITY.md does not hold. Tests call them with what proptest
//! generates, and `fuzz/` with what libFuzzer thinks up, so a promise is written once. What needs choices takes them from bytes: see
//! [`Choices`].

#![allow(
    clippy::restriction,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    reason = "a panic is how a check fails, and a result that is not used fails none"
)]

mod choices;
mod evaluated;
mod form;
mod links;
mod note_file;
mod numbers;
mod pictures;
mod saved;
mod scenario_file;
mod tables;
pub mod xml;

use engine::notes::{Brought, CITY, Library};
use model::language::Language;
use std::sync::LazyLock;
use words::Words;

pub use choices::Choices;
pub use evaluated::evaluated;
pub use form::{Hand, edit_of, fields, form_edits, groups, hands_in_form};
pub use links::{link, pasted};
pub use note_file::note_file;
pub use numbers::typed_number;
pub use pictures::picture;
pub use saved::saved_files;
pub use scenario_file::scenario_file;
pub use tables::table;

/// The template of a note, as it is given to readers.
pub const TEMPLATE: &str = include_str!("../../../docs/note-template.toml");

/// The notes that ship, with one that a reader has brought.
pub static WITH_OWN_NOTE: LazyLock<Library> = LazyLock::new(|| {
    let read = own_notes::read(TEMPLATE.as_bytes(), "note.toml", &[], danish()).expect("the template is a note");
    Library::brought(read.handed_on).expect("what was handed on is read")
});

/// What the program that reads notes is handed where no note is known: reading beside those that ship takes a hundred times as long, and is
/// the same code.
static NO_NOTES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let none = Brought { city: CITY.clone(), documents: Vec::new(), files: Vec::new() };
    postcard::to_allocvec(&none).expect("it can be written")
});

fn danish() -> Words {
    words::of(Language::Danish)
}

/// The wordings of every language.
fn every_words() -> impl Iterator<Item = Words> {
    Language::ALL.into_iter().map(words::of)
}
