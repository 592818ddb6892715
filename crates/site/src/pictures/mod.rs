//! The pictures that chats show of a link: for the front and for each note, in each language, its sentence beside its chart. They are
//! drawn at build from the notes, with fonts that are given, so that a picture is the same on every machine.
//!
//! Native only: publishing puts the pictures beside the pages that name them.

mod colours;
mod content;
mod fonts;
mod frame;
mod letters;
mod lines;
mod paint;

use std::collections::BTreeMap;
use std::fmt;

use engine::notes::Library;
use model::language::Language;

pub use self::content::{Chart, Content, of_front, of_note};
pub use self::fonts::{FILES, Fonts};
pub use self::frame::{Frame, Line, MARGIN, framed};
pub use self::letters::{Letters, Run};
pub use self::paint::{png, svg};

use crate::addresses::{picture_of_front, picture_of_note};

/// The width and the height of a picture, in pixels: what networks ask for.
pub const SIZE: (u32, u32) = (1200, 630);

/// Why a picture cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureError {
    /// A font is not what its name says.
    Font(String),
    /// The words or the chart of a picture do not fit into it, even in the smallest size.
    NoRoom(String),
    /// What was drawn is no picture.
    NotDrawn(String),
}

impl fmt::Display for PictureError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Font(family) => write!(out, "none of the fonts is {family}"),
            Self::NoRoom(what) => write!(out, "there is no room in its picture for: {what}"),
            Self::NotDrawn(reason) => write!(out, "a picture cannot be drawn: {reason}"),
        }
    }
}

impl std::error::Error for PictureError {}

/// Every picture, by the name that it is published under.
///
/// # Errors
/// Returns [`PictureError`] where words do not fit into a picture: they are never cut.
pub fn pictures(library: &Library, fonts: &Fonts) -> Result<BTreeMap<String, Vec<u8>>, PictureError> {
    contents(library).into_iter().map(|(name, content)| Ok((name, png(&framed(&content, fonts)?, fonts)?))).collect()
}

/// What each picture shows, with the name of the picture.
#[must_use]
pub fn contents(library: &Library) -> Vec<(String, Content<'_>)> {
    let in_language = |language: Language| {
        let words = words::of(language);
        let of_front = of_front(library, words).map(|content| (picture_of_front(language), content));
        let of_notes =
            library.notes().filter_map(move |note| Some((picture_of_note(note, language), of_note(note, words)?)));
        of_front.into_iter().chain(of_notes)
    };
    Language::ALL.into_iter().flat_map(in_language).collect()
}
