//! Tables that are pasted, and the notes that are made of them.

use own_notes::form::form;
use own_notes::from_table;
use own_notes::table::{AmountUnit, Table};

use crate::{NO_NOTES, danish, every_words};

/// Any text is a table or none. The note that is made of a table loads or says what hinders, and has a form that says the same.
pub fn table(text: &str) {
    let Some(mut table) = Table::read(text) else { return };
    assert!(!table.rows.is_empty(), "{text:?}");
    table.begin_in(2027);
    for unit in AmountUnit::ALL {
        let note = from_table::note(&table, text, unit, danish());
        if let Err(problems) = load::read_note(&engine::notes::CITY, &[], note.as_bytes()) {
            for words in every_words() {
                assert!(problems.iter().all(|problem| !words.problem(problem).is_empty()), "{text:?}");
            }
        }
    }
    let note = from_table::note(&table, "Et notat", table.unit, danish());
    let form = form(&note, &NO_NOTES, danish());
    assert!(!form.sections.is_empty(), "{text:?} became a text without a form: {note}");
    let read = own_notes::read(note.as_bytes(), "note.toml", &NO_NOTES, danish());
    assert_eq!(read.is_ok(), form.hindrances.is_empty(), "{text:?}: {:?}", form.hindrances);
}
