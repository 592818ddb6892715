//! Reads the notes that readers bring. It is a wasm of its own, which the page loads only when a reader opens a file.
//!
//! `loadProgram` in `guard.js` of `site` starts it, and `ui::programs::own_notes` calls it.

#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "wasm-bindgen exports only what is public")]
mod browser {
    use serde::{Serialize, Serializer};
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    use model::language::Language;
    use own_notes::form::{self, Edit};
    use own_notes::from_table;
    use own_notes::table::{AmountUnit, Row, Table};

    /// What became of a file. Either it has problems, or the rest is there.
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Answer {
        #[serde(serialize_with = "as_bytes")]
        handed_on: Vec<u8>,
        note: String,
        says: String,
        remarks: Vec<String>,
        problems: Vec<Problem>,
        /// The text of the file, where something hinders: only this program knows every encoding.
        text: String,
    }

    #[derive(Serialize)]
    struct Problem {
        line: u32,
        column: u32,
        passage: String,
        sentence: String,
    }

    /// A table that was read, and the text of a note that has it.
    #[derive(Serialize)]
    struct TableRead {
        years: Vec<u16>,
        unit: &'static str,
        rows: Vec<RowRead>,
        /// A sentence on each thing that the reader should look at.
        doubts: Vec<String>,
        note: String,
    }

    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct RowRead {
        label: String,
        /// As text: JavaScript's numbers are binary.
        cells: Vec<String>,
        is_total: bool,
    }

    /// Reads a table that somebody has pasted; `null` where there is none in the text. `title` is that of the note that is made of it, `unit`
    /// what the amounts are in, where that is not what the table says, and `year` that of the first column where the table has none.
    ///
    /// # Errors
    /// Only where the answer cannot be handed to JavaScript.
    #[wasm_bindgen]
    pub fn table(text: &str, title: &str, unit: &str, year: u16, language: &str) -> Result<JsValue, JsValue> {
        let words = words::of(Language::of(language).unwrap_or_default());
        let Some(mut table) = Table::read(text) else { return Ok(JsValue::NULL) };
        table.begin_in(year);
        let chosen = AmountUnit::ALL.into_iter().find(|known| known.id() == unit);
        let unit = chosen.unwrap_or(table.unit);
        let note = from_table::note(&table, title, unit, words);
        let unsaid = (chosen.is_none() && !table.is_unit_said).then(|| words.table_unit_unsaid().to_owned());
        let doubts: Vec<String> = unsaid.into_iter().chain(table.doubts_in_words(words)).collect();
        let rows = table.rows.into_iter().map(|Row { label, cells, is_total, .. }| RowRead {
            label,
            cells: cells.into_iter().map(|cell| words.locale().exact(cell)).collect(),
            is_total,
        });
        let read = TableRead { years: table.years, unit: unit.id(), rows: rows.collect(), doubts, note };
        serde_wasm_bindgen::to_value(&read).map_err(JsValue::from)
    }

    /// A text as a form, in the compact form of [`engine::note_form`]: see [`own_notes::form::form`].
    ///
    /// # Errors
    /// Only where there is no memory for it.
    #[wasm_bindgen]
    pub fn form(text: &str, handed_on: &[u8], language: &str) -> Result<Vec<u8>, JsValue> {
        let words = words::of(Language::of(language).unwrap_or_default());
        let form = form::form(text, handed_on, words);
        form.handed_on().map_err(|error| JsValue::from_str(&error.to_string()))
    }

    /// A text after a change of the form: see [`own_notes::form::edit::edited`]. `what` is `set`, `add` or `remove`.
    #[wasm_bindgen]
    #[must_use]
    pub fn edited(text: &str, what: &str, path: &str, value: &str, language: &str) -> Option<String> {
        let words = words::of(Language::of(language).unwrap_or_default());
        let (path, value) = (path.to_owned(), value.to_owned());
        let edit = match what {
            "set" => Edit::Set { path, value },
            "add" => Edit::Add { path },
            "remove" => Edit::Remove { path },
            _ => return None,
        };
        form::edit::edited(text, &edit, words)
    }

    /// A text in TOML or in JSON, whatever it is in; nothing where it has a mistake of form.
    #[wasm_bindgen(js_name = savedAs)]
    #[must_use]
    pub fn saved_as(text: &str, is_json: bool) -> Option<String> {
        let json = form::convert::json_of(text)?;
        Some(if is_json { json } else { form::convert::toml_of(text) })
    }

    /// The id of the note in a text: see [`own_notes::form::id::id`].
    #[wasm_bindgen(js_name = idOf)]
    #[must_use]
    pub fn id_of(text: &str) -> Option<String> {
        form::id::id(text)
    }

    /// The notes without one that the reader has brought: see [`own_notes::without`].
    #[wasm_bindgen]
    #[must_use]
    pub fn without(handed_on: &[u8], document: &str, language: &str) -> Option<Vec<u8>> {
        own_notes::without(handed_on, document, words::of(Language::of(language).unwrap_or_default()))
    }

    /// The text of a new note: see [`own_notes::form::begin::begun`].
    #[wasm_bindgen]
    #[must_use]
    pub fn begun(year: u16, language: &str) -> String {
        form::begin::begun(year, words::of(Language::of(language).unwrap_or_default()))
    }

    #[allow(clippy::ptr_arg, reason = "the signature that serde's `serialize_with` asks for")]
    fn as_bytes<S: Serializer>(bytes: &Vec<u8>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes)
    }

    /// Reads a file with a note: see [`own_notes::read`]. `language` is the code of the reader's language. Line and column are 0 where a
    /// problem is one of the whole file.
    ///
    /// # Errors
    /// Only where the answer cannot be handed to JavaScript.
    #[wasm_bindgen]
    pub fn read(file: &[u8], name: &str, handed_on: &[u8], language: &str) -> Result<JsValue, JsValue> {
        let words = words::of(Language::of(language).unwrap_or_default());
        let answer = match own_notes::read(file, name, handed_on, words) {
            Ok(own_notes::Read { handed_on, note, says, remarks }) => {
                Answer { handed_on, note, says, remarks, problems: Vec::new(), text: String::new() }
            }
            Err(problems) => {
                let problem = |own_notes::Problem { place, passage, sentence }| {
                    let (line, column) = place.unwrap_or_default();
                    Problem { line, column, passage, sentence }
                };
                let problems = problems.into_iter().map(problem).collect();
                Answer {
                    handed_on: Vec::new(),
                    note: String::new(),
                    says: String::new(),
                    remarks: Vec::new(),
                    problems,
                    text: load::decoded(file).unwrap_or_default(),
                }
            }
        };
        serde_wasm_bindgen::to_value(&answer).map_err(JsValue::from)
    }
}

fn main() {}
