//! A note as a form. The text stays what counts: the form shows what stands in it, and each change of the form rewrites one place of the
//! text and nothing else.
//!
//! [`shape`] has what a note may hold, as the published schema says it; [`view`] shows a text as a form, with [`faults`] and [`remarks`] at their fields;
//! [`edit`] changes a text; [`convert`] turns TOML into JSON and back; [`begin`] has the text of a new note.

pub mod begin;
mod change;
mod choices;
pub mod convert;
pub mod edit;
mod faults;
mod fitting;
pub mod id;
mod names;
mod number;
mod parts;
mod printed;
mod remarks;
mod shape;
mod tree;
mod view;
mod wording;
mod years;

pub use self::edit::Edit;
pub use self::view::form;

use self::wording::word;
use words::Words;

/// What wordings call what the schema has. `is_said`: whether something is in the form.
fn names_of_all(is_said: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut names = Vec::new();
    shape::note().add_names(&mut names, is_said);
    names
}

/// Whether a wording is one of something that the schema has.
#[must_use]
pub fn is_known(of: &str) -> bool {
    of == shape::NOTE || of.starts_with("truth=") || names_of_all(&|_| true).iter().any(|known| known == of)
}

/// The fields and choices of the schema that have no wording, and so are left to the text.
#[must_use]
pub fn unsaid(words: Words) -> Vec<String> {
    let is_said = |of: &str| word(of, words).is_some();
    names_of_all(&is_said).into_iter().filter(|of| !is_said(of)).collect()
}
