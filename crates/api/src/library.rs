//! The notes, decoded once: that takes many times as long as a computation.

use std::sync::{Mutex, PoisonError};

use engine::notes::Library;
#[cfg(feature = "loader")]
use engine::notes::{add_bodies, city};
#[cfg(feature = "loader")]
use model::fault::Problem;

#[cfg(feature = "loader")]
use crate::edge::NoteInfo;
#[cfg(feature = "loader")]
use crate::failure::{Code, Failure};

/// The notes that calls are about, once there was a call.
static LIBRARY: Mutex<Option<&'static Library>> = Mutex::new(None);

/// The notes that ship, and those that were loaded besides.
///
/// It has none only if the embedded bytes are not what the build wrote. A test makes sure that they are.
pub fn library() -> &'static Library {
    let mut library = LIBRARY.lock().unwrap_or_else(PoisonError::into_inner);
    library.get_or_insert_with(|| Library::embedded().map_or(Library::none(), kept))
}

/// Makes calls be about this library from now on.
#[cfg(feature = "loader")]
pub fn replace(library: Library) {
    *LIBRARY.lock().unwrap_or_else(PoisonError::into_inner) = Some(kept(library));
}

/// The library for good: loaded scenarios may be of any library that there was.
fn kept(library: Library) -> &'static Library {
    Box::leak(Box::new(library))
}

/// The library with one more document, given as the text of a data file, and the notes in that document.
///
/// # Errors
/// [`Code::UnusableNote`] with every problem of the text: line and column, item and reason, a line each.
#[cfg(feature = "loader")]
pub fn with_note(library: &Library, text: &str) -> Result<(Library, Vec<NoteInfo>), Failure> {
    let read = load::read_note(city(), library.documents(), text.as_bytes())
        .map_err(|problems| Failure::new(Code::UnusableNote, sentences(&problems)))?;
    add_bodies(read.city);
    let library = Library::new(read.documents);
    let notes = library.notes().filter(|note| note.document.id == read.added);
    let notes = notes.map(|note| NoteInfo::of(&library, note)).collect();
    Ok((library, notes))
}

#[cfg(feature = "loader")]
fn sentences(problems: &[Problem]) -> String {
    let sentence = |problem: &Problem| {
        let place = problem.place.as_ref().map(|place| format!("line {}, column {}: ", place.line, place.column));
        format!("{}{}.", place.unwrap_or_default(), load::in_english(problem))
    };
    problems.iter().map(sentence).collect::<Vec<_>>().join("\n")
}
