//! Reads notes from files. Nothing else of the program calls the loader.

use std::path::PathBuf;

use engine::notes::{CITY, Library};
use load::{ReadNote, read_note};
use model::fault::Problem;
use model::note::{City, Document};
use words::Words;

use crate::ending::Stopped;
use crate::input;
use crate::output;

/// The notes that ship, and those of files beside them.
pub(crate) struct Notes {
    /// All of them.
    pub(crate) library: Library,
    /// The ids of the documents that files brought.
    pub(crate) own: Vec<String>,
}

/// Reads a note beside documents that were read before, and says on standard error what is wrong with it and what was mended. `None` where
/// it has faults.
pub(crate) fn note(city: &City, loaded: &[Document], (name, bytes): (&str, &[u8]), words: Words) -> Option<ReadNote> {
    let read = read_note(city, loaded, bytes);
    for problem in read.as_ref().map_or_else(|problems| problems, |read| &read.remarks) {
        output::say(&said(name, problem, words));
    }
    read.ok()
}

/// Whether a note has everything that those which ship need. What it lacks is said on standard error.
pub(crate) fn can_ship(name: &str, bytes: &[u8], words: Words) -> bool {
    // What is no text at all, the reading of any note says better.
    let Some(text) = load::decoded(bytes) else { return true };
    let problems = load::document(&CITY, &text).err().unwrap_or_default();
    for problem in &problems {
        output::say(&said(name, problem, words));
    }
    problems.is_empty()
}

/// A problem as it is printed: `file:line:column: sentence`, and the passage on a line of its own.
fn said(name: &str, problem: &Problem, words: Words) -> String {
    let sentence = words.problem(problem);
    match &problem.place {
        Some(place) => format!("{name}:{}:{}: {sentence}\n  {}\n", place.line, place.column, place.passage.trim()),
        None => format!("{name}: {sentence}\n"),
    }
}

/// The notes that ship and those of the files beside them, each of which may refer to those before it.
///
/// # Errors
/// A file cannot be read, or its note has faults. They have been said.
pub(crate) fn notes(files: &[PathBuf], words: Words) -> Result<Notes, Stopped> {
    let (mut library, mut city) = (shipped()?, CITY.clone());
    let mut own = Vec::new();
    for path in files {
        let name = input::name(path);
        let read = note(&city, library.documents(), (&name, &input::bytes(path)?), words);
        let read = read.ok_or_else(|| Stopped::File(format!("{name}: the note cannot be used")))?;
        (library, city) = (Library::new(read.documents), read.city);
        own.push(read.added);
    }
    Ok(Notes { library, own })
}

/// The notes that ship.
///
/// # Errors
/// Only if the embedded notes are not what the build wrote.
pub(crate) fn shipped() -> Result<Library, Stopped> {
    Library::embedded().map_err(|error| Stopped::File(format!("the notes that ship: {error}")))
}
