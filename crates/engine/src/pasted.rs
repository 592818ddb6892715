//! Links as people paste them: a whole address or only the text after `#`, with whatever the programs that it came through did to it
//! and put around it.

use crate::link::{self, Notice, Opened};
use crate::notes::Library;
use model::scenario::Scenario;

/// The scenario of a pasted link, and the parts of the link that could not be applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasted<'n> {
    /// The note with all changes that could be applied.
    pub scenario: Scenario<'n>,
    /// One notice for each part that could not be applied.
    pub notices: Vec<Notice<'n>>,
}

/// Why a pasted text leads to no scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusable {
    /// The text is empty.
    Empty,
    /// The text is not a link, or the link has nothing after `#`.
    NoLink,
    /// The link does not name a note.
    NoNote,
    /// The link names a note with this id, which does not exist.
    UnknownNote(String),
}

/// Reads a pasted text.
///
/// # Errors
/// Returns [`Unusable`] where the text contains no scenario.
pub fn read<'n>(library: &'n Library, text: &str) -> Result<Pasted<'n>, Unusable> {
    if text.trim().is_empty() {
        return Err(Unusable::Empty);
    }
    let link = link::mended(library, text);
    if !link.contains('=') {
        return Err(Unusable::NoLink);
    }
    let parts: Vec<&str> = link.split('&').filter(|part| link::is_about_scenario(part)).collect();
    if !parts.iter().any(|part| part.split_once('=').is_some_and(|(key, _)| key == link::key::NOTE)) {
        return Err(Unusable::NoNote);
    }
    let Opened { own, notices, .. } = link::open(library, &parts.join("&")).ok_or(Unusable::NoLink)?;
    let unknown_note = notices.iter().find_map(|notice| match notice {
        Notice::UnknownNote { id, .. } => Some(id.clone()),
        Notice::FileNotHere(file) => Some(file.name.words().to_owned()),
        _ => None,
    });
    match unknown_note {
        // `note=` names none.
        Some(id) if id.trim().is_empty() => Err(Unusable::NoNote),
        Some(id) => Err(Unusable::UnknownNote(id)),
        None => Ok(Pasted { scenario: own.scenario, notices }),
    }
}
