//! A link as somebody pastes it: a whole address or the text behind `#`, broken over lines or wrapped in quotes by what it
//! came through.

use crate::link::{self, Notice, Opened};
use crate::notes::Library;
use crate::scenario::Scenario;

/// The scenario of a pasted link, and what of it could not be applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasted<'n> {
    /// The note with what could be applied.
    pub scenario: Scenario<'n>,
    /// A line for the reader for each thing that could not.
    pub notices: Vec<Notice<'n>>,
}

/// Why a pasted text leads to no scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusable {
    /// There is nothing in the field.
    Empty,
    /// It is no link, or one without anything behind `#`.
    NoLink,
    /// It does not say which note it is about.
    NoNote,
    /// There is no such note.
    UnknownNote(String),
}

/// Reads a pasted text.
///
/// # Errors
/// [`Unusable`], where there is no scenario in it.
pub fn read<'n>(library: &'n Library, text: &str) -> Result<Pasted<'n>, Unusable> {
    if text.trim().is_empty() {
        return Err(Unusable::Empty);
    }
    let link = link::mended(text);
    if !link.contains('=') {
        return Err(Unusable::NoLink);
    }
    let parts: Vec<&str> = link.split('&').filter(|part| link::is_about_scenario(part)).collect();
    if !parts.iter().any(|part| part.split_once('=').is_some_and(|(key, _)| key == link::key::NOTE)) {
        return Err(Unusable::NoNote);
    }
    let Opened { scenario, notices, .. } = link::open(library, &parts.join("&")).ok_or(Unusable::NoLink)?;
    let unknown = notices.iter().find_map(|notice| match notice {
        Notice::UnknownNote { id, .. } => Some(id.clone()),
        _ => None,
    });
    match unknown {
        Some(id) => Err(Unusable::UnknownNote(id)),
        None => Ok(Pasted { scenario, notices }),
    }
}
