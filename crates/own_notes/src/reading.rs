//! Reads a file with a note beside the notes that are known.

use engine::answer::answer;
use engine::computed::Computed;
use engine::link::RESERVED;
use engine::notes::{Brought, BroughtFile, CITY, Library};
use load::ReadNote;
use model::evaluate::Perspective;
use model::fault;
use model::note::{Document, Note};
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
    checked(file, name, handed_on, words).map(|checked| checked.read).map_err(|failures| {
        let in_words = |failure: &Failure| match failure {
            Failure::Problem(problem) => said(problem, words),
            Failure::Other(sentence) => whole(sentence.clone()),
        };
        failures.iter().map(in_words).collect()
    })
}

/// The notes without one that the reader has brought, as a [`Brought`] in its compact form. Those that stay are read again from their files:
/// what a note says of an effort may depend on the others. `None` where one of them can no longer be read.
#[must_use]
pub fn without(handed_on: &[u8], document: &str, words: Words) -> Option<Vec<u8>> {
    let stay = known(handed_on).ok()?.files.into_iter().filter(|file| file.document != document);
    let none = postcard::to_allocvec(&known(&[]).ok()?).ok()?;
    stay.into_iter().try_fold(none, |known, BroughtFile { name, text, .. }| {
        Some(read(text.as_bytes(), &name, &known, words).ok()?.handed_on)
    })
}

/// Why a note was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Failure {
    /// Something in its file.
    Problem(fault::Problem),
    /// Something else, in a sentence.
    Other(String),
}

/// A note that was checked, with what the loader says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Checked {
    pub(crate) read: Read,
    /// What was mended, and what does not hinder.
    pub(crate) remarks: Vec<fault::Problem>,
    /// The note itself.
    pub(crate) document: Document,
}

/// Reads a file with a note: see [`read`].
pub(crate) fn checked(file: &[u8], name: &str, handed_on: &[u8], words: Words) -> Result<Checked, Vec<Failure>> {
    let in_general = |error: postcard::Error| vec![Failure::Other(error.to_string())];
    let all = |problems: Vec<fault::Problem>| problems.into_iter().map(Failure::Problem).collect::<Vec<_>>();
    let known = known(handed_on).map_err(in_general)?;
    let (own, shipped): (Vec<Document>, Vec<Document>) =
        known.documents.into_iter().partition(|document| document.fingerprint.is_some());
    let mut note = load::read_note(&known.city, &shipped, file).map_err(all)?;
    // An earlier edition of the same note makes room.
    let others: Vec<Document> = own.into_iter().filter(|document| document.id != note.added).collect();
    if !others.is_empty() {
        note = load::read_note(&known.city, &[shipped, others].concat(), file).map_err(all)?;
    }
    let ReadNote { city, documents, added: id, remarks, .. } = note;
    let text = load::decoded(file).unwrap_or_default();
    let Some(document) = documents.iter().find(|document| document.id == id).cloned() else { return Err(Vec::new()) };
    let reserved = reserved_ids(&document, &text);
    if !reserved.is_empty() {
        return Err(all(reserved));
    }
    let first = document.variants.first().map(|variant| variant.id.clone());
    let mut files: Vec<BroughtFile> = known.files.into_iter().filter(|file| file.document != id).collect();
    files.push(BroughtFile { document: id, name: name.to_owned(), text });
    let brought = Brought { city, documents, files };
    let handed_on = postcard::to_allocvec(&brought).map_err(in_general)?;
    let note = first.unwrap_or_default();
    // The answer may name the bodies of the note.
    let library = Library::brought(handed_on.clone()).map_err(in_general)?;
    let says = library.find(&note).and_then(|note| answered(note, words)).unwrap_or_default();
    let said = remarks.iter().map(|remark| remark_of_file(remark, words)).collect();
    Ok(Checked { read: Read { handed_on, note, says, remarks: said }, remarks, document })
}

/// The drivers with ids that links use for something else. The loader does not know links, so the place is looked for in the text.
fn reserved_ids(document: &Document, text: &str) -> Vec<fault::Problem> {
    let drivers = document.variants.iter().flat_map(|variant| &variant.drivers);
    let reserved = drivers.filter(|driver| RESERVED.contains(&driver.id.as_str()));
    let problem = |id: &String| {
        let quoted = format!("\"{id}\"");
        let found =
            text.lines().zip(1_u32..).find(|(line, _)| line.trim_start().starts_with("id") && line.contains(&quoted));
        let place = found.map(|(line, number)| {
            let before = line.find(&quoted).and_then(|at| line.get(..at)).unwrap_or_default().chars().count();
            let column = u32::try_from(before).unwrap_or_default().saturating_add(1);
            fault::Place { line: number, column, passage: quoted.clone() }
        });
        fault::Problem { place, item: String::new(), fault: fault::Fault::Reserved(id.clone()) }
    };
    reserved.map(|driver| problem(&driver.id)).collect()
}

/// What the page answers about a note.
fn answered(note: Note<'_>, words: Words) -> Option<String> {
    let computed = Computed::of(Scenario::baseline(note))?;
    Some(words.answer(&answer(&computed, Perspective::headline(note.variant))).text())
}

/// What is known before the file: the notes that ship, or those of an earlier call.
fn known(handed_on: &[u8]) -> Result<Brought, postcard::Error> {
    if handed_on.is_empty() {
        let documents = Library::embedded()?.documents().to_vec();
        return Ok(Brought { city: CITY.clone(), documents, files: Vec::new() });
    }
    postcard::from_bytes(handed_on)
}

/// A problem as it is said to the reader.
fn said(problem: &fault::Problem, words: Words) -> Problem {
    let place = problem.place.as_ref();
    Problem {
        place: place.map(|place| (place.line, place.column)),
        passage: place.map(|place| place.passage.clone()).unwrap_or_default(),
        sentence: words.problem(problem),
    }
}

/// What was mended in a file, or does not hinder, behind its place.
fn remark_of_file(remark: &fault::Problem, words: Words) -> String {
    let sentence = words.problem(remark);
    match &remark.place {
        Some(place) => format!("{}: {sentence}", words.place_in_text(place.line, place.column)),
        None => sentence,
    }
}

/// A problem of a file as a whole.
const fn whole(sentence: String) -> Problem {
    Problem { place: None, passage: String::new(), sentence }
}
