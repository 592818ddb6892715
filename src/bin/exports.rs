//! What makes files, as a wasm of its own: the page asks for it when a reader does, and only then.
//!
//! `loadPart` of the page's entry starts it, `ui::export` calls it.

// As in lib.rs.
#![warn(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "wasm-bindgen exports only what is public")]
mod browser {
    use std::fmt::Display;

    use serde::Serialize;
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    use indsatsregner::export::{self, Subject};
    use indsatsregner::language::Language;
    use indsatsregner::link::{Page, Screen};
    use indsatsregner::notes::Library;
    use indsatsregner::scenario_file;

    /// The workbook of the scenario at a whole address of the page, on a day such as `2026-03-01`.
    ///
    /// # Errors
    /// What went wrong; nothing does with a page as built.
    #[wasm_bindgen]
    pub fn xlsx(address: &str, day: &str) -> Result<Vec<u8>, JsValue> {
        written(address, day, |subject| export::workbook::write(subject).map_err(said))
    }

    /// The same as CSV.
    ///
    /// # Errors
    /// As [`xlsx`].
    #[wasm_bindgen]
    pub fn csv(address: &str, day: &str) -> Result<Vec<u8>, JsValue> {
        written(address, day, |subject| export::csv::write(subject).map_err(said))
    }

    /// The same as JSON.
    ///
    /// # Errors
    /// As [`xlsx`].
    #[wasm_bindgen]
    pub fn json(address: &str, day: &str) -> Result<Vec<u8>, JsValue> {
        written(address, day, |subject| export::json::write(subject).map(String::into_bytes).map_err(said))
    }

    /// What a scenario file leads to.
    #[derive(Serialize)]
    struct Opened {
        /// The link, without the `#`.
        link: String,
        /// A sentence on each thing that was not used as it stands.
        remarks: Vec<String>,
    }

    /// Reads a scenario file, for a reader of the language with this code.
    ///
    /// # Errors
    /// A sentence on what is wrong with the file, and where.
    #[wasm_bindgen]
    pub fn open(text: &str, language: &str) -> Result<JsValue, JsValue> {
        let library = Library::embedded().map_err(said)?;
        let language = Language::of(language).unwrap_or_default();
        let words = language.wording();
        let opened = scenario_file::read(&library, text).map_err(|error| said(words.file_error(&error)))?;
        let link = Page::of(Screen::Note, language).link(&opened.scenario);
        let remarks = opened.remarks.iter().map(|remark| words.file_remark(remark)).collect();
        serde_wasm_bindgen::to_value(&Opened { link, remarks }).map_err(JsValue::from)
    }

    fn written(
        address: &str,
        day: &str,
        write: impl Fn(&Subject<'_>) -> Result<Vec<u8>, JsValue>,
    ) -> Result<Vec<u8>, JsValue> {
        let library = Library::embedded().map_err(said)?;
        let day = export::day(day).ok_or_else(|| said("there is no such day"))?;
        let subject = Subject::open(&library, address, day).ok_or_else(|| said("there is no outcome"))?;
        write(&subject)
    }

    fn said(what: impl Display) -> JsValue {
        JsValue::from_str(&what.to_string())
    }
}

fn main() {}
