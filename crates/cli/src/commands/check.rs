//! `check`: what is wrong with files that hold notes.

use std::path::Path;

use model::note::Document;
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
    let mut loaded = read::shipped()?.documents().to_vec();
    let (mut ending, mut unread) = (Ending::Fine, None);
    for path in &arguments.files {
        match check(&mut loaded, path, words) {
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
fn check(loaded: &mut Vec<Document>, path: &Path, words: Words) -> Result<Ending, Stopped> {
    let (name, bytes) = (input::name(path), input::bytes(path)?);
    // Whoever works on a note that ships has its next edition at hand: it takes the place of the one that ships.
    let id = str::from_utf8(&bytes).ok().and_then(id);
    let others: Vec<Document> = loaded.iter().filter(|document| id.as_ref() != Some(&document.id)).cloned().collect();
    match read::note(&others, &name, &bytes) {
        Ok(read) => {
            let document = read.documents.iter().find(|document| document.id == read.added);
            let title = document.map(|document| words.document(document)).unwrap_or_default();
            output::text(&format!("{name}: {}\n", strong(title)))?;
            *loaded = read.documents;
            Ok(Ending::Fine)
        }
        Err(faults) => {
            read::say(&faults);
            Ok(Ending::Found)
        }
    }
}

/// The id that a file gives its document; `None` where it cannot be read.
fn id(text: &str) -> Option<String> {
    text.parse::<toml::Table>().ok()?.get("id")?.as_str().map(str::to_owned)
}
