//! Reads the notes that readers bring. The page loads it as a wasm of its own when somebody opens one.

mod fingerprint;
pub mod from_table;
pub mod table;

use engine::answer::answer;
use engine::computed::Computed;
use engine::notes::{Brought, BroughtFile, CITY, Library};
use model::evaluate::Perspective;
use model::note::Document;
use model::scenario::Scenario;
use words::Words;

/// A note that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// All notes, those that were there and this one, as a [`Brought`] in its compact form.
    pub handed_on: Vec<u8>,
    /// The id of its first variant, by which links name it.
    pub note: String,
    /// What the page answers about it, as it stands.
    pub says: String,
    /// A sentence on each thing in the file that was mended or does not hinder.
    pub remarks: Vec<String>,
}

/// Something in a file that hinders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line and the column, both from 1; `None` where it is about the whole file.
    pub place: Option<(u32, u32)>,
    /// What stands there.
    pub passage: String,
    /// What is wrong with it, in the reader's language.
    pub sentence: String,
}

/// Reads a file with a note. `name` is what the file is called, and `handed_on` what an earlier call gave, or nothing. A note that the
/// reader has brought before is replaced by one with the same id.
///
/// # Errors
/// All problems of the file, in its order.
pub fn read(file: &[u8], name: &str, handed_on: &[u8], words: Words) -> Result<Read, Vec<Problem>> {
    let in_general = |error: postcard::Error| vec![whole(error.to_string())];
    let known = known(handed_on).map_err(in_general)?;
    let text = String::from_utf8_lossy(file).into_owned();
    // An earlier edition of the same file makes room.
    let id = document_id(&text);
    let stays = |document: &&Document| document.fingerprint.is_none() || Some(&document.id) != id.as_ref();
    let documents: Vec<Document> = known.documents.iter().filter(stays).cloned().collect();
    let before: Vec<String> = documents.iter().map(|document| document.id.clone()).collect();
    let mut documents =
        load::beside(&known.city, &documents, name, &text).map_err(|error| vec![whole(error.to_string())])?;
    let Some(added) = documents.iter_mut().find(|document| !before.contains(&document.id)) else {
        return Err(Vec::new());
    };
    added.fingerprint = Some(fingerprint::of(&text));
    let said = added.notes().next().and_then(|note| {
        let computed = Computed::of(Scenario::baseline(note))?;
        Some(words.answer(&answer(&computed, Perspective::headline(note.variant))).text())
    });
    let (document, note) = (added.id.clone(), added.variants.first().map(|variant| variant.id.clone()));
    let mut files: Vec<BroughtFile> = known.files.into_iter().filter(|file| file.document != document).collect();
    files.push(BroughtFile { document, name: name.to_owned(), text });
    let brought = Brought { city: known.city, documents, files };
    let handed_on = postcard::to_allocvec(&brought).map_err(in_general)?;
    let says = said.unwrap_or_default();
    Ok(Read { handed_on, note: note.unwrap_or_default(), says, remarks: Vec::new() })
}

/// What is known before the file: the notes that ship, or those of an earlier call.
fn known(handed_on: &[u8]) -> Result<Brought, postcard::Error> {
    if handed_on.is_empty() {
        let documents = Library::embedded()?.documents().to_vec();
        return Ok(Brought { city: CITY.clone(), documents, files: Vec::new() });
    }
    postcard::from_bytes(handed_on)
}

fn document_id(text: &str) -> Option<String> {
    let table: toml::Table = text.parse().ok()?;
    table.get("id")?.as_str().map(str::to_owned)
}

/// A problem of a file as a whole.
const fn whole(sentence: String) -> Problem {
    Problem { place: None, passage: String::new(), sentence }
}
