//! The notes, decoded once: that takes many times as long as a computation.

use std::sync::{Mutex, PoisonError};

#[cfg(feature = "loader")]
use engine::notes::CITY;
use engine::notes::Library;
#[cfg(feature = "loader")]
use model::note::Document;

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
/// [`Code::UnusableNote`] for the first fault of the text, with the item and the reason.
#[cfg(feature = "loader")]
pub fn with_note(library: &Library, text: &str) -> Result<(Library, Vec<NoteInfo>), Failure> {
    /// What errors call the text, which is in no file.
    const FILE: &str = "the note";
    let unusable = |fault: load::LoadError| Failure::new(Code::UnusableNote, format!("{fault}."));
    if let Some(missing) = load::missing_wordings(FILE, text).into_iter().next() {
        return Err(unusable(missing));
    }
    let documents = load::beside(&CITY, library.documents(), FILE, text).map_err(unusable)?;
    let was = |document: &Document| library.documents().iter().any(|known| known.id == document.id);
    let added: Vec<String> = documents.iter().filter(|it| !was(it)).map(|document| document.id.clone()).collect();
    let library = Library::new(documents);
    let notes = library.notes().filter(|note| added.contains(&note.document.id));
    let notes = notes.map(|note| NoteInfo::of(&library, note)).collect();
    Ok((library, notes))
}
