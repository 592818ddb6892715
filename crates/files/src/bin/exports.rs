//! Writes and reads the files that a reader saves. It is a wasm of its own, which the page loads only when a reader
//! asks for a file.
//!
//! `loadProgram` in `guard.js` of `site` starts it, and `ui::handing_on::export` calls it.

#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "wasm-bindgen exports only what is public")]
mod browser {
    use std::fmt::Display;
    use std::sync::{Mutex, PoisonError};

    use serde::Serialize;
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    use engine::day::Day;
    use engine::link::{Page, Screen};
    use engine::notes::Library;
    use engine::scenario_file;
    #[allow(unused_imports, reason = "it is exported as it is")]
    pub use files::api::compute;
    use files::comparison::{self, Compared};
    use files::{Subject, all_notes};
    use model::language::Language;
    use words::Words;

    /// What the page knows, where a reader has brought notes.
    static HANDED_ON: Mutex<Vec<u8>> = Mutex::new(Vec::new());

    /// From now on files are about these notes: what [`Library::handed_on`] gives the page.
    #[wasm_bindgen]
    pub fn bring(handed_on: Vec<u8>) {
        *HANDED_ON.lock().unwrap_or_else(PoisonError::into_inner) = handed_on;
    }

    /// The notes that files are about.
    fn library() -> Result<Library, JsValue> {
        let handed_on = HANDED_ON.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if handed_on.is_empty() { Library::embedded() } else { Library::brought(handed_on) }.map_err(js_text)
    }

    /// The workbook of the scenario in a link. `address` is the whole address of the page with the link, and `day` is
    /// the day that the file names as its date, such as `2026-03-01`. `language` is the code of the page's language.
    ///
    /// # Errors
    /// Returns a message where the file cannot be written. This does not happen with an address and day from the page.
    #[wasm_bindgen]
    pub fn xlsx(address: &str, day: &str, language: &str) -> Result<Vec<u8>, JsValue> {
        write_file(address, day, language, |subject| files::workbook::write(subject).map_err(js_text))
    }

    /// The scenario as CSV for Danish Excel, with the same parameters as [`xlsx`].
    ///
    /// # Errors
    /// Like [`xlsx`].
    #[wasm_bindgen]
    pub fn csv_da(address: &str, day: &str, language: &str) -> Result<Vec<u8>, JsValue> {
        write_file(address, day, language, |subject| files::csv::write(subject, Language::Danish).map_err(js_text))
    }

    /// The same for English Excel.
    ///
    /// # Errors
    /// Like [`xlsx`].
    #[wasm_bindgen]
    pub fn csv_en(address: &str, day: &str, language: &str) -> Result<Vec<u8>, JsValue> {
        write_file(address, day, language, |subject| files::csv::write(subject, Language::English).map_err(js_text))
    }

    /// The scenario as JSON, with the same parameters as [`xlsx`].
    ///
    /// # Errors
    /// Like [`xlsx`].
    #[wasm_bindgen]
    pub fn json(address: &str, day: &str, language: &str) -> Result<Vec<u8>, JsValue> {
        write_file(address, day, language, |subject| {
            files::json::write(subject).map(String::into_bytes).map_err(js_text)
        })
    }

    /// The workbook of a comparison, with the same parameters as [`xlsx`].
    ///
    /// # Errors
    /// Like [`xlsx`].
    #[wasm_bindgen]
    pub fn comparison_xlsx(address: &str, day: &str, language: &str) -> Result<Vec<u8>, JsValue> {
        write_comparison(address, day, language, |compared| comparison::workbook::write(compared).map_err(js_text))
    }

    /// A comparison as CSV for Danish Excel, with the same parameters as [`xlsx`].
    ///
    /// # Errors
    /// Like [`xlsx`].
    #[wasm_bindgen]
    pub fn comparison_csv_da(address: &str, day: &str, language: &str) -> Result<Vec<u8>, JsValue> {
        let write = |compared: &Compared<'_>| comparison::csv::write(compared, Language::Danish).map_err(js_text);
        write_comparison(address, day, language, write)
    }

    /// The same for English Excel.
    ///
    /// # Errors
    /// Like [`xlsx`].
    #[wasm_bindgen]
    pub fn comparison_csv_en(address: &str, day: &str, language: &str) -> Result<Vec<u8>, JsValue> {
        let write = |compared: &Compared<'_>| comparison::csv::write(compared, Language::English).map_err(js_text);
        write_comparison(address, day, language, write)
    }

    /// Every number of the notes as CSV for Danish Excel, with the same parameters as [`xlsx`], of which only the language counts.
    ///
    /// # Errors
    /// Like [`xlsx`].
    #[wasm_bindgen]
    pub fn notes_csv_da(_address: &str, _day: &str, language: &str) -> Result<Vec<u8>, JsValue> {
        write_all_notes(language, Language::Danish)
    }

    /// The same for English Excel.
    ///
    /// # Errors
    /// Like [`xlsx`].
    #[wasm_bindgen]
    pub fn notes_csv_en(_address: &str, _day: &str, language: &str) -> Result<Vec<u8>, JsValue> {
        write_all_notes(language, Language::English)
    }

    /// The result of opening a scenario file.
    #[derive(Serialize)]
    struct Opened {
        /// The link to the scenario, without the `#`.
        link: String,
        /// A sentence for each part of the file that was ignored or changed.
        remarks: Vec<String>,
    }

    /// Reads a scenario file. `language` is the code of the reader's language.
    ///
    /// # Errors
    /// Returns a sentence that says what is wrong with the file, and where.
    #[wasm_bindgen]
    pub fn open(text: &str, language: &str) -> Result<JsValue, JsValue> {
        let library = library()?;
        let language = Language::of(language).unwrap_or_default();
        let words = words::of(language);
        let opened = scenario_file::read(&library, text).map_err(|error| js_text(words.file_error(&error)))?;
        // Where the file says no language, the page stays in its own.
        let page = opened.page.unwrap_or_else(|| Page { is_language_said: false, ..Page::of(Screen::Note, language) });
        let link = page.link(&opened.scenario);
        let remarks = opened.remarks.iter().map(|remark| words.file_remark(remark)).collect();
        serde_wasm_bindgen::to_value(&Opened { link, remarks }).map_err(JsValue::from)
    }

    /// Writes a file about the scenario at an address of the page.
    fn write_file(
        address: &str,
        day: &str,
        language: &str,
        write: impl Fn(&Subject<'_>) -> Result<Vec<u8>, JsValue>,
    ) -> Result<Vec<u8>, JsValue> {
        let (library, day) = library_and_day(day)?;
        let mut subject = Subject::open(&library, address, day).ok_or_else(no_outcome)?;
        subject.words = words_of(language, subject.words);
        write(&subject)
    }

    /// Writes a file about the comparison at an address of the page.
    fn write_comparison(
        address: &str,
        day: &str,
        language: &str,
        write: impl Fn(&Compared<'_>) -> Result<Vec<u8>, JsValue>,
    ) -> Result<Vec<u8>, JsValue> {
        let (library, day) = library_and_day(day)?;
        let mut compared = Compared::open(&library, address, day).ok_or_else(no_outcome)?;
        compared.words = words_of(language, compared.words);
        write(&compared)
    }

    /// Writes a file about all notes.
    fn write_all_notes(language: &str, excel: Language) -> Result<Vec<u8>, JsValue> {
        let library = library()?;
        all_notes::write(&library, words_of(language, words::of(excel)), excel).map_err(js_text)
    }

    fn library_and_day(day: &str) -> Result<(Library, Day), JsValue> {
        Ok((library()?, Day::of_iso(day).ok_or_else(|| js_text("there is no such day"))?))
    }

    /// The words of the page's language: a link does not say the one that the browser prefers.
    fn words_of(language: &str, otherwise: Words) -> Words {
        Language::of(language).map_or(otherwise, words::of)
    }

    fn no_outcome() -> JsValue {
        js_text("there is no outcome")
    }

    fn js_text(message: impl Display) -> JsValue {
        JsValue::from_str(&message.to_string())
    }
}

fn main() {}
