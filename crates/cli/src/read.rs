//! Reads notes from files. Nothing else of the program calls the loader.

use std::path::{Path, PathBuf};

use engine::notes::{CITY, Library};
use load::LoadError;
use model::note::Document;

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

/// A note that was read from a file.
pub(crate) struct Read {
    /// All documents together, with the new one.
    pub(crate) documents: Vec<Document>,
    /// The id of the new one.
    pub(crate) added: String,
}

/// What is wrong with a file, as it is printed: `file:line:column: sentence`, and the passage on a line of its own.
pub(crate) type Faults = Vec<String>;

/// Reads a note beside documents that were read before.
///
/// # Errors
/// Everything that is wrong with the note.
pub(crate) fn note(loaded: &[Document], name: &str, bytes: &[u8]) -> Result<Read, Faults> {
    let text = str::from_utf8(bytes).map_err(|error| vec![not_text(name, bytes, error.valid_up_to())])?;
    let unsaid: Faults = load::missing_wordings(name, text).iter().map(fault).collect();
    if !unsaid.is_empty() {
        return Err(unsaid);
    }
    let documents = load::beside(&CITY, loaded, name, text).map_err(|error| vec![fault(&error)])?;
    let is_new = |document: &&Document| !loaded.iter().any(|known| known.id == document.id);
    let added = documents.iter().find(is_new).map(|document| document.id.clone()).unwrap_or_default();
    Ok(Read { documents, added })
}

/// The notes that ship and those of the files beside them, each of which may refer to those before it.
///
/// # Errors
/// A file cannot be read, or its note has faults. They have been said.
pub(crate) fn notes(files: &[PathBuf]) -> Result<Notes, Stopped> {
    let mut library = shipped()?;
    let mut own = Vec::new();
    for path in files {
        let read = note(library.documents(), &input::name(path), &input::bytes(path)?);
        let read = read.map_err(|faults| unusable(path, &faults))?;
        library = Library::new(read.documents);
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

/// Says faults on standard error.
pub(crate) fn say(faults: &Faults) {
    for fault in faults {
        output::say(fault);
    }
}

fn unusable(path: &Path, faults: &Faults) -> Stopped {
    say(faults);
    Stopped::File(format!("{}: the note cannot be used", input::name(path)))
}

/// A fault as it is printed.
fn fault(error: &LoadError) -> String {
    let LoadError { file, item, fault } = error;
    match fault {
        load::Fault::Form(reason) => placed(file, reason).unwrap_or_else(|| format!("{file}: {reason}\n")),
        fault => format!("{file}: {item}: {fault}\n"),
    }
}

/// What a TOML parser says, with its place in front: it says the place, the passage with a mark below it, and the reason.
fn placed(file: &str, reason: &str) -> Option<String> {
    let (place, rest) = reason.strip_prefix("TOML parse error at line ")?.split_once('\n')?;
    let (line, column) = place.split_once(", column ")?;
    let passage = rest.lines().find_map(|text| text.strip_prefix(&format!("{line} | ")))?;
    let reason = rest.lines().filter(|text| !text.contains(" | ") && text.trim() != "|").collect::<Vec<_>>().join("; ");
    Some(format!("{file}:{line}:{column}: {reason}\n  {}\n", passage.trim()))
}

/// That bytes are no UTF-8 from a position on.
fn not_text(file: &str, bytes: &[u8], position: usize) -> String {
    let before = String::from_utf8_lossy(bytes.get(..position).unwrap_or_default()).into_owned();
    let line = before.matches('\n').count().saturating_add(1);
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count().saturating_add(1);
    format!("{file}:{line}:{column}: the file is no UTF-8 text\n")
}
