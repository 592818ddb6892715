//! `check`: what is wrong with files that hold notes.

use std::path::Path;

use engine::notes::CITY;
use model::note::{City, Document};
use words::Words;

use crate::arguments::Check;
use crate::ending::{Ending, Stopped};
use crate::input;
use crate::output::{self, strong};
use crate::read;

/// Does it.
///
/// # Errors
/// [`Stopped`] where a file cannot be read, after all others were checked.
pub(crate) fn run(arguments: &Check, words: Words) -> Result<Ending, Stopped> {
    let (mut loaded, mut city) = (read::shipped()?.documents().to_vec(), CITY.clone());
    let (mut ending, mut unread) = (Ending::Fine, None);
    for path in &arguments.files {
        match check(&mut loaded, &mut city, (path, arguments.ships), words) {
            Ok(of_file) => ending = ending.and(of_file),
            Err(stopped @ Stopped::Output(_)) => return Err(stopped),
            Err(stopped) => {
                // The last one is said by whoever ends the program.
                let before = unread.replace(stopped);
                if let Some(stopped) = before {
                    output::error(&stopped.sentence());
                }
            }
        }
    }
    unread.map_or(Ok(ending), Err)
}

/// Checks a file beside the documents that were loaded before, and adds its document to them.
fn check(
    loaded: &mut Vec<Document>,
    city: &mut City,
    (path, ships): (&Path, bool),
    words: Words,
) -> Result<Ending, Stopped> {
    let (name, bytes) = (input::name(path), input::bytes(path)?);
    if ships && !read::can_ship(&name, &bytes, words) {
        return Ok(Ending::Found);
    }
    // Whoever works on a note that ships has its next edition at hand: it takes the place of the one that ships.
    let id = str::from_utf8(&bytes).ok().and_then(id);
    let others: Vec<Document> = loaded.iter().filter(|document| id.as_ref() != Some(&document.id)).cloned().collect();
    let Some(read) = read::note(city, &others, (&name, &bytes), words) else { return Ok(Ending::Found) };
    let document = read.documents.iter().find(|document| document.id == read.added);
    let title = document.map(|document| words.document(document)).unwrap_or_default();
    output::text(&format!("{name}: {}\n", strong(title)))?;
    (*loaded, *city) = (read.documents, read.city);
    Ok(Ending::Fine)
}

/// The id that a file gives its document; `None` where it cannot be read.
fn id(text: &str) -> Option<String> {
    let in_toml = || text.parse::<toml::Table>().ok()?.get("id")?.as_str().map(str::to_owned);
    let in_json = || serde_json::from_str::<serde_json::Value>(text).ok()?.get("id")?.as_str().map(str::to_owned);
    in_toml().or_else(in_json)
}
