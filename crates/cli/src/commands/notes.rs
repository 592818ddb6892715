//! `notes`: the notes, and the drivers of one.

use std::fmt::Write;

use api::calls;
use api::edge::NoteInfo;
use engine::notes::Library;
use model::evaluate::Perspective;
use model::note::Note;
use words::Words;

use crate::arguments::Notes;
use crate::ending::{Ending, Stopped};
use crate::output::{self, strong};
use crate::read;
use crate::rows::left_aligned;

/// Does it.
///
/// # Errors
/// [`Stopped`] where a file cannot be used, there is no such note, or the output cannot be written.
pub(crate) fn run(arguments: &Notes, words: Words) -> Result<Ending, Stopped> {
    let notes = read::notes(&arguments.own.files, words)?;
    let library = &notes.library;
    let unknown = |id: &str| Stopped::Misused(format!("there is no note \"{id}\"; without an id, all are listed"));
    let note = match &arguments.id {
        Some(id) => Some(library.find(id).ok_or_else(|| unknown(id))?),
        None => None,
    };
    match (note, arguments.json) {
        (None, true) => output::json(&calls::notes(library))?,
        (Some(note), true) => output::json(&NoteInfo::of(library, note))?,
        (None, false) => output::text(&list(library, words))?,
        (Some(note), false) => output::text(&described(note, words))?,
    }
    Ok(Ending::Fine)
}

/// Every note on a line of its own: its id, its years, and its name.
fn list(library: &Library, words: Words) -> String {
    let row = |note: Note<'_>| {
        let years = format!("{}–{}", note.variant.first, note.variant.last);
        vec![note.variant.id.clone(), years, words.note_name(note)]
    };
    left_aligned(&library.notes().map(row).collect::<Vec<_>>())
}

/// A note: whose money can be counted, and its drivers with their ids, values and bounds.
fn described(note: Note<'_>, words: Words) -> String {
    let (labels, variant) = (words.labels(), note.variant);
    let mut text = format!("{}\n{}\n", strong(words.note_name(note)), words.note_line(note));
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(text, "\n{} (seen-from=)", strong(labels.who_pays.who));
    let perspectives = Perspective::of_variant(variant);
    let perspectives = perspectives.iter().map(|perspective| {
        vec![perspective.id(variant).to_owned(), words.perspective(*perspective, variant).to_owned()]
    });
    text.push_str(&left_aligned(&perspectives.collect::<Vec<_>>()));
    let _ = writeln!(text, "\n{}", strong(labels.export.drivers_sheet));
    let columns = &labels.export.columns;
    let head = [columns.id, columns.value, columns.lowest, columns.highest, columns.unit, columns.name];
    let drivers = variant.drivers.iter().map(|driver| {
        let (lowest, highest) = driver.unit.bounds();
        let [value, lowest, highest] =
            [driver.value, lowest, highest].map(|value| words.locale().field(value, driver.unit));
        vec![driver.id.clone(), value, lowest, highest, words.unit(driver.unit).to_owned(), words.driver_name(driver)]
    });
    let rows = [head.map(str::to_owned).to_vec()].into_iter().chain(drivers);
    text.push_str(&left_aligned(&rows.collect::<Vec<_>>()));
    text
}
