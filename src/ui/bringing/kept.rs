//! The notes that a reader has brought before: those inside the file that the page was saved as, and those that the browser keeps
//! because the reader asked for it, with the text that the reader has in hand. Nothing else of the page is ever stored.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use web_sys::{Element, Storage};

use crate::ui::browser::address;
use crate::ui::browser::window::window;
use crate::ui::programs::own_notes::{OwnNotes, Read};
use crate::ui::state::{Draft, LeftOut, Why};
use engine::link::{Page, Screen};
use engine::notes::{BroughtFile, Library};
use model::language::Language;
use model::scenario::Scenario;

/// What the names of stored notes begin with. What follows is the id of a document.
const PREFIX: &str = "indsatsregner note ";

/// Under which name the text in hand is stored.
const IN_HAND: &str = "indsatsregner text";

/// The notes inside the file of the page. Each element has the name of its file, and the text as base64.
pub(crate) const INSIDE: &str = "script[data-note]";

/// What the page begins with of what was there before.
pub(crate) struct Kept {
    /// The notes.
    pub(crate) library: &'static Library,
    /// The notes that are left out.
    pub(crate) left_out: Vec<LeftOut>,
    /// The text that the reader had in hand.
    pub(crate) in_hand: Option<Rc<Draft>>,
}

/// A note that was brought before.
struct KeptNote {
    name: String,
    text: String,
    /// The id by which the browser keeps it; `None` where it is inside the file of the page.
    stored_as: Option<String>,
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
    files.iter().all(|file| storage.set_item(&format!("{PREFIX}{}", file.document), &item(file)).is_ok())
}

/// Whether the browser keeps a note as it is now.
pub(crate) fn has(file: &BroughtFile) -> bool {
    stored_as(&file.document).is_some_and(|kept| kept == item(file))
}

/// Whether the browser keeps a note with this id, as it is now or as it was.
pub(crate) fn has_any(document: &str) -> bool {
    stored_as(document).is_some()
}

fn stored_as(document: &str) -> Option<String> {
    storage()?.get_item(&format!("{PREFIX}{document}")).ok().flatten()
}

/// What is stored of a note.
fn item(BroughtFile { name, text, .. }: &BroughtFile) -> String {
    format!("{name}\n{text}")
}

/// Has the browser forget one note, and the text in hand where that is of it, or where nothing is remembered any more.
pub(crate) fn forget_one(BroughtFile { document, text, .. }: &BroughtFile) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&format!("{PREFIX}{document}"));
        let is_of_it =
            stored_draft(&storage).is_some_and(|draft| draft.of.as_ref() == Some(document) || *draft.text == **text);
        if is_of_it || stored(&storage).is_empty() {
            let _ = storage.remove_item(IN_HAND);
        }
    }
}

/// Has the browser keep the text in hand, where it keeps notes.
pub(crate) fn remember_in_hand(draft: &Draft) {
    let Some(storage) = storage() else { return };
    if !draft.text.is_empty() && !stored(&storage).is_empty() {
        let Draft { name, text, is_form, of, .. } = draft;
        let way = if *is_form { FORM } else { "" };
        let of = of.as_deref().unwrap_or_default();
        let _ = storage.set_item(IN_HAND, &format!("{way}\n{of}\n{name}\n{text}"));
    }
}

/// What is stored of a text that the reader has in the form.
const FORM: &str = "form";

fn stored_draft(storage: &Storage) -> Option<Draft> {
    let item = storage.get_item(IN_HAND).ok().flatten()?;
    let mut parts = item.splitn(4, '\n');
    let (way, of, name, text) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let begin = if way == FORM { Draft::in_form } else { Draft::new };
    let draft = begin(name.to_owned(), text);
    Some(draft.of_note(Some(of).filter(|of| !of.is_empty())))
}

/// The text that the reader had in hand when the page was closed. One that is that of a note is no longer in hand.
fn in_hand(library: &Library) -> Option<Rc<Draft>> {
    let draft = stored_draft(&storage()?)?;
    let is_note = library.files().iter().any(|file| *file.text == *draft.text);
    (!is_note).then(|| Rc::new(draft))
}

/// Has the browser forget all notes, and the text in hand.
pub(crate) fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(IN_HAND);
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

/// The elements with the notes inside the file of the page, each with the name of its file.
fn elements() -> Vec<(String, Element)> {
    let elements = window().and_then(|window| window.document()).and_then(|it| it.query_selector_all(INSIDE).ok());
    let Some(elements) = elements else { return Vec::new() };
    let elements = (0..elements.length()).filter_map(|index| elements.get(index)?.dyn_into::<Element>().ok());
    elements.filter_map(|element| Some((element.get_attribute("data-note")?, element))).collect()
}

/// The notes that the browser keeps.
fn items() -> Vec<KeptNote> {
    let Some(storage) = storage() else { return Vec::new() };
    let item = |key: String| {
        let item = storage.get_item(&key).ok().flatten().unwrap_or_default();
        let document = key.strip_prefix(PREFIX).unwrap_or_default().to_owned();
        let (name, text) = item.split_once('\n').unwrap_or((&document, ""));
        KeptNote { name: name.to_owned(), text: text.to_owned(), stored_as: Some(document.clone()) }
    };
    stored(&storage).into_iter().map(item).collect()
}

/// All notes that were brought before, where what reads them did not arrive.
pub(crate) fn all_left_out() -> Vec<LeftOut> {
    let names = elements().into_iter().map(|(name, _)| name).chain(items().into_iter().map(|kept| kept.name));
    names.map(|name| LeftOut { name, text: "".into(), why: Why::NotRead }).collect()
}

/// The notes inside the file of the page. One that cannot be read has no text.
fn inside() -> Vec<KeptNote> {
    let kept = |(name, element): (String, Element)| {
        let decoded = element.text_content().and_then(|text| window()?.atob(&text).ok());
        let bytes = |decoded: String| decoded.chars().map(|letter| u8::try_from(u32::from(letter)).ok()).collect();
        let text = decoded.and_then(bytes).and_then(|bytes: Vec<u8>| String::from_utf8(bytes).ok());
        KeptNote { name, text: text.unwrap_or_default(), stored_as: None }
    };
    elements().into_iter().map(kept).collect()
}

fn left_out(kept: &KeptNote, why: Why) -> LeftOut {
    LeftOut { name: kept.name.clone(), text: kept.text.as_str().into(), why }
}

/// The library with the notes that were brought before, and those that are left out. Of two with the same id the first one is there, and
/// what is open already comes before both. What is left out stays where it is kept.
pub(crate) async fn with_kept(library: &'static Library, language: Language) -> Kept {
    let Ok(program) = OwnNotes::load().await else {
        return Kept { library, left_out: all_left_out(), in_hand: in_hand(library) };
    };
    let inside = inside();
    let stored = items();
    let (mut library, mut all_out) = (library, Vec::new());
    let mut first_inside = None;
    for (index, kept) in inside.iter().chain(&stored).enumerate() {
        if library.files().iter().any(|file| file.text == kept.text) {
            continue;
        }
        match read(&program, kept, library, language) {
            Ok((with_note, note)) => {
                library = with_note;
                store_by_id(kept, library, &note);
                first_inside = first_inside.or(Some(note).filter(|_| index < inside.len()));
            }
            Err(why) => all_out.push(left_out(kept, why)),
        }
    }
    // Whoever opens a page with a note inside and follows no link comes for the note.
    let note = first_inside.and_then(|id| library.find(&id)).filter(|_| address::read().is_empty());
    if let Some(note) = note {
        let page = Page { is_language_said: false, ..Page::of(Screen::Note, language) };
        address::write_now(&page.link(&Scenario::baseline(note)));
    }
    Kept { library, left_out: all_out, in_hand: in_hand(library) }
}

/// Has the browser keep a note by the id that it has now. One that is made of its title could end with half a word before.
fn store_by_id(kept: &KeptNote, library: &Library, note: &str) {
    let document = library.find(note).map(|note| &note.document.id);
    let file = library.files().iter().find(|file| Some(&file.document) == document);
    if let (Some(storage), Some(former), Some(file)) = (storage(), &kept.stored_as, file)
        && former.strip_prefix(file.document.as_str()).is_some_and(|rest| rest.starts_with('-'))
        && !has_any(&file.document)
        && remember(std::slice::from_ref(file))
    {
        let _ = storage.remove_item(&format!("{PREFIX}{former}"));
    }
}

/// The library with one more note, and the id of that one.
fn read(
    program: &OwnNotes,
    kept: &KeptNote,
    library: &'static Library,
    language: Language,
) -> Result<(&'static Library, String), Why> {
    let file = Uint8Array::from(kept.text.as_bytes());
    match program.read(&file, &kept.name, library, language) {
        Ok(Read::Note { library: with_note, note, .. }) => {
            let document = with_note.find(&note).map(|note| &note.document.id);
            let is_there = library.files().iter().any(|file| Some(&file.document) == document);
            if is_there { Err(Why::OtherIsThere) } else { Ok((with_note, note)) }
        }
        Ok(Read::Refused { problems, .. }) => Err(Why::Problems(problems.len())),
        Err(_) => Err(Why::NotRead),
    }
}
