//! The text of a new note, of which nothing is known but the year.

use std::fmt::Write;

use crate::from_table::{LENGTH, quoted};
use words::Words;

/// How many years the table of a new note has.
const YEARS: u16 = 4;

/// The text of a new note whose table begins in this year. What every note has is there, and the reader says the rest.
#[must_use]
pub fn begun(year: u16, words: Words) -> String {
    let last = year.saturating_add(YEARS.saturating_sub(1));
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write!(
        text,
        "# {}\ntitle = \"\"\nyears = [{year}, {last}]\nunit = \"kr\"\nlanguage = {}\n\n[[effort]]\nname = \"\"\nlength = \"{LENGTH}\"\n\n\
         [[driver]]\nid = \"{LENGTH}\"\nname = {}\nunit = \"years\"\nvalue = {YEARS}\n",
        words.form_comment(),
        quoted(words.code()),
        quoted(words.labels().own_note.length),
    );
    text
}
