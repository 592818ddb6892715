//! Files that somebody opens as a note.

use engine::notes::{CITY, Library};
use model::evaluate::evaluate;
use model::note::Document;
use model::scenario::Scenario;
use own_notes::form::convert::{json_of, toml_of};
use serde_json::Value;

use crate::{NO_NOTES, danish, every_words};

/// Any bytes are a note or are refused, with a sentence in every language for each problem. A note can be computed, no text in it has a
/// character that workbooks and pictures cannot hold, and its file, saved by the page as it stands, as JSON and as TOML, is the same note.
pub fn note_file(bytes: &[u8]) {
    let read = match load::read_note(&CITY, &[], bytes) {
        Ok(read) => read,
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a word");
            return problems.iter().for_each(said);
        }
    };
    read.remarks.iter().for_each(said);
    for document in &read.documents {
        expect_only_text(&serde_json::to_value(document).expect("a document can be written"));
        for note in document.notes() {
            evaluate(&Scenario::baseline(note)).expect("a note that loads can be computed");
        }
    }
    // Links use some ids for something else, which the loader does not know.
    let Some((document, text)) = brought(bytes) else { return };
    let json = json_of(&text).expect("what loads has a form");
    for (form, again) in [("text", text.clone()), ("JSON", json.clone()), ("TOML", toml_of(&json))] {
        let (again_document, _) = brought(again.as_bytes()).unwrap_or_else(|| panic!("no note as {form}: {again}"));
        assert_eq!(again_document, document, "another note as {form}: {again}");
    }
}

/// The document of a file that a reader brings, and the text that is kept of it.
fn brought(bytes: &[u8]) -> Option<(Document, String)> {
    let read = own_notes::read(bytes, "note.toml", &NO_NOTES, danish()).ok()?;
    let library = Library::brought(read.handed_on).expect("what was handed on is read");
    assert!(library.find(&read.note).is_some(), "there is no note {}", read.note);
    let own = library.documents().iter().find(|document| document.fingerprint.is_some())?;
    Some((own.clone(), library.files().first()?.text.clone()))
}

fn said(problem: &model::fault::Problem) {
    for words in every_words() {
        assert!(!words.problem(problem).is_empty(), "{problem:?} is not said in {}", words.code());
    }
    assert!(!load::in_english(problem).is_empty());
}

fn expect_only_text(value: &Value) {
    match value {
        Value::String(text) => {
            let bad = text.chars().find(|letter| !crate::xml::may_hold(*letter));
            assert_eq!(bad, None, "{text:?} was read");
        }
        Value::Array(items) => items.iter().for_each(expect_only_text),
        Value::Object(fields) => fields.values().for_each(expect_only_text),
        _ => {}
    }
}
