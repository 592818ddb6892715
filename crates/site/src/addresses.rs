//! Where the pages and the pictures lie that only the programs of chats and networks ask for. Those of the page's own language lie at the
//! top, those of another language in a folder of its own.

use model::language::Language;
use model::note::Note;

/// The name of a page in its folder.
pub const PAGE: &str = "index.html";
/// The folder of the notes' pages and pictures, below that of their language.
const NOTES: &str = "note/";
/// The name of the picture of the front.
const PICTURE: &str = "card.png";

/// The folder of a language: empty for the page's own, `en/` for English.
#[must_use]
pub fn of_front(language: Language) -> String {
    if language == Language::default() { String::new() } else { format!("{}/", language.code()) }
}

/// The folder of the page of a note.
#[must_use]
pub fn of_note(note: Note<'_>, language: Language) -> String {
    format!("{}{NOTES}{}/", of_front(language), note.variant.id)
}

/// The picture of the front.
#[must_use]
pub fn picture_of_front(language: Language) -> String {
    format!("{}{PICTURE}", of_front(language))
}

/// The picture of a note.
#[must_use]
pub fn picture_of_note(note: Note<'_>, language: Language) -> String {
    format!("{}{NOTES}{}.png", of_front(language), note.variant.id)
}

/// Whether a file is there for programs alone: nobody who uses the page asks for it.
#[must_use]
pub fn is_for_programs(name: &str) -> bool {
    let is_page_or_picture = |rest: &str| rest == PICTURE || rest == PAGE || rest.starts_with(NOTES);
    let is_in = |language: &Language| name.strip_prefix(&of_front(*language)).is_some_and(is_page_or_picture);
    // The page itself is in no folder.
    name != PAGE && Language::ALL.iter().any(is_in)
}

#[cfg(test)]
mod tests {
    use super::is_for_programs;

    #[test]
    fn the_page_and_its_parts_are_for_people_and_the_rest_is_for_programs() {
        for name in ["index.html", "tables.html", "sw.js", "icons/icon-192.png", "v-1/start.js"] {
            assert!(!is_for_programs(name), "{name}");
        }
        for name in ["card.png", "note/a.png", "note/a/index.html", "en/index.html", "en/card.png", "en/note/a.png"] {
            assert!(is_for_programs(name), "{name}");
        }
    }
}
