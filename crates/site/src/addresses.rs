//! Where the documents of the notes and of the page's screens lie, and the pictures that programs of chats and networks ask for. Those of the page's own language
//! lie at the top, those of another language in a folder of its own.

use engine::link::Screen;
use model::language::Language;
use model::note::Note;

/// The name of a page in its folder.
pub const PAGE: &str = "index.html";
/// The name of the picture of the front and, in its folder, of a note.
const PICTURE: &str = "card.png";

/// The folder of a language: empty for the page's own, `en/` for English.
#[must_use]
pub fn of_front(language: Language) -> String {
    if language == Language::default() { String::new() } else { format!("{}/", language.code()) }
}

/// The folder of the document of a note: its address, which search engines may keep.
#[must_use]
pub fn of_note(note: Note<'_>, language: Language) -> String {
    format!("{}{}/", of_front(language), note.variant.id)
}

/// The folder of the document of a screen; `None` for one about a note or a reader's choice, and for the one about the method, which says
/// how to cite the page today.
#[must_use]
pub fn of_screen(screen: Screen, language: Language) -> Option<String> {
    let folders = &words::of(language).labels().folders;
    let folder = match screen {
        Screen::Overview => return Some(of_front(language)),
        Screen::Aims => folders.aims,
        Screen::Findings => folders.findings,
        Screen::Questions => folders.questions,
        Screen::Note | Screen::Compare | Screen::Method | Screen::OwnNote => return None,
    };
    Some(format!("{}{folder}/", of_front(language)))
}

/// The picture of the front.
#[must_use]
pub fn picture_of_front(language: Language) -> String {
    format!("{}{PICTURE}", of_front(language))
}

/// The picture of a note.
#[must_use]
pub fn picture_of_note(note: Note<'_>, language: Language) -> String {
    format!("{}{PICTURE}", of_note(note, language))
}

/// Whether a file is a picture of a link: nobody who uses the page asks for it.
#[must_use]
pub fn is_picture(name: &str) -> bool {
    name.rsplit('/').next() == Some(PICTURE)
}

/// Whether a file is a document below the page, which publishing writes.
#[must_use]
pub fn is_document(name: &str) -> bool {
    name.strip_suffix(PAGE).is_some_and(|folder| folder.ends_with('/'))
}

#[cfg(test)]
mod tests {
    use super::{is_document, is_picture};

    #[test]
    fn documents_and_pictures_are_told_from_the_rest() {
        for name in ["index.html", "tables.html", "sw.js", "icons/icon-192.png", "v-1/start.js"] {
            assert!(!is_picture(name) && !is_document(name), "{name}");
        }
        for name in ["card.png", "a/card.png", "en/card.png"] {
            assert!(is_picture(name), "{name}");
        }
        for name in ["a/index.html", "en/index.html", "en/a/index.html"] {
            assert!(is_document(name), "{name}");
        }
    }
}
