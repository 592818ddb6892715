//! The notes that a reader has brought before: those inside the file that the page was saved as, and those that the browser keeps
//! because the reader asked for it. Nothing else of the page is ever stored.

use js_sys::Uint8Array;
use web_sys::Storage;

use crate::ui::browser::address;
use crate::ui::browser::window::window;
use crate::ui::programs::own_notes::{OwnNotes, Read};
use engine::link::{Page, Screen};
use engine::notes::{BroughtFile, Library};
use model::language::Language;
use model::scenario::Scenario;

/// What the names of stored notes begin with. What follows is the id of a document.
const PREFIX: &str = "indsatsregner note ";

/// The notes inside the file of the page. Each element has the name of its file, and the text as base64.
pub(crate) const INSIDE: &str = "script[data-note]";

/// A note that was brought before.
struct Kept {
    name: String,
    text: String,
}

/// The browser's storage; `None` where it has none, or allows none.
fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// The names under which notes are stored, in the order of the browser.
fn stored(storage: &Storage) -> Vec<String> {
    let names = (0..storage.length().unwrap_or_default()).filter_map(|index| storage.key(index).ok().flatten());
    names.filter(|name| name.starts_with(PREFIX)).collect()
}

/// Whether the browser keeps notes.
pub(crate) fn remembers() -> bool {
    storage().is_some_and(|storage| !stored(&storage).is_empty())
}

/// Has the browser keep these notes beside those that it keeps already. Returns whether it does: it may have no room, or allow none.
pub(crate) fn remember(files: &[BroughtFile]) -> bool {
    let Some(storage) = storage() else { return false };
    files.iter().all(|BroughtFile { document, name, text }| {
        storage.set_item(&format!("{PREFIX}{document}"), &format!("{name}\n{text}")).is_ok()
    })
}

/// Has the browser forget all notes.
pub(crate) fn forget() {
    if let Some(storage) = storage() {
        for name in stored(&storage) {
            let _ = storage.remove_item(&name);
        }
    }
}

/// Whether there are notes to read before the page begins.
pub(crate) fn is_any() -> bool {
    let document = window().and_then(|window| window.document());
    remembers() || document.is_some_and(|document| document.query_selector(INSIDE).ok().flatten().is_some())
}

fn inside() -> Vec<Kept> {
    let elements = window().and_then(|window| window.document()).and_then(|it| it.query_selector_all(INSIDE).ok());
    let Some(elements) = elements else { return Vec::new() };
    let elements = (0..elements.length()).filter_map(|index| elements.get(index));
    let kept = |element: web_sys::Node| {
        use wasm_bindgen::JsCast;
        let name = element.dyn_ref::<web_sys::Element>()?.get_attribute("data-note")?;
        let text = window()?.atob(&element.text_content()?).ok()?;
        let bytes: Vec<u8> = text.chars().filter_map(|letter| u8::try_from(u32::from(letter)).ok()).collect();
        Some(Kept { name, text: String::from_utf8(bytes).ok()? })
    };
    elements.filter_map(kept).collect()
}

fn in_storage() -> Vec<Kept> {
    let Some(storage) = storage() else { return Vec::new() };
    let item = |name: String| {
        let item = storage.get_item(&name).ok().flatten()?;
        let (name, text) = item.split_once('\n')?;
        Some(Kept { name: name.to_owned(), text: text.to_owned() })
    };
    stored(&storage).into_iter().filter_map(item).collect()
}

/// The library with the notes that were brought before. One that can no longer be read is left out, and stays where it is.
pub(crate) async fn with_kept(library: &'static Library, language: Language) -> &'static Library {
    let Ok(program) = OwnNotes::load().await else { return library };
    let (inside, stored) = (inside(), in_storage());
    let mut library = library;
    let mut first_inside = None;
    for (index, Kept { name, text }) in inside.iter().chain(&stored).enumerate() {
        let file = Uint8Array::from(text.as_bytes());
        if let Ok(Read::Note { library: with_note, note, .. }) = program.read(&file, name, library, language) {
            library = with_note;
            first_inside = first_inside.or(Some(note).filter(|_| index < inside.len()));
        }
    }
    // Whoever opens a page with a note inside and follows no link comes for the note.
    let note = first_inside.and_then(|id| library.find(&id)).filter(|_| address::read().is_empty());
    if let Some(note) = note {
        let page = Page { is_language_said: false, ..Page::of(Screen::Note, language) };
        address::write_now(&page.link(&Scenario::baseline(note)));
    }
    library
}
