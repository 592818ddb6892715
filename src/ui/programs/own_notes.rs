//! The program that reads the notes that readers bring.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::ui::programs::program::Program;
use crate::ui::state::Problem;
use engine::note_form::NoteForm;
use engine::notes::Library;
use model::language::Language;

/// The loaded program.
pub(crate) struct OwnNotes(Program);

/// What became of a file.
pub(crate) enum Read {
    /// It is a note.
    Note {
        /// The page's notes with this one.
        library: &'static Library,
        /// The id of the note.
        note: String,
        /// A sentence on each thing that was mended or does not hinder.
        remarks: Vec<String>,
    },
    /// Something in it hinders.
    Refused {
        /// What hinders.
        problems: Vec<Problem>,
        /// The text of the file; empty where it is none.
        text: String,
    },
}

impl OwnNotes {
    /// Loads the program, unless it is loaded already.
    pub(crate) async fn load() -> Result<Self, JsValue> {
        Program::load("own-notes").await.map(Self)
    }

    /// What the page would answer of a note, or what hinders. The page stays as it is.
    pub(crate) fn try_out(
        &self,
        file: &Uint8Array,
        library: &Library,
        language: Language,
    ) -> Result<Result<String, Vec<Problem>>, JsValue> {
        let (answer, problems) = self.answer(file, "", library, language)?;
        Ok(if problems.is_empty() { Ok(text(&answer, "says")) } else { Err(problems) })
    }

    /// What the program says of a file, and what hinders.
    fn answer(
        &self,
        file: &Uint8Array,
        name: &str,
        library: &Library,
        language: Language,
    ) -> Result<(JsValue, Vec<Problem>), JsValue> {
        let known = Uint8Array::from(library.handed_on());
        let answer = self.0.call("read", &[file.into(), name.into(), known.into(), language.code().into()])?;
        let problems: Array = Reflect::get(&answer, &"problems".into())?.dyn_into()?;
        Ok((answer, problems.iter().map(|problem| of_answer(&problem)).collect()))
    }

    /// Reads a file with a note beside those of a library, which lives as long as the page.
    pub(crate) fn read(
        &self,
        file: &Uint8Array,
        name: &str,
        library: &Library,
        language: Language,
    ) -> Result<Read, JsValue> {
        let (answer, problems) = self.answer(file, name, library, language)?;
        if !problems.is_empty() {
            return Ok(Read::Refused { problems, text: text(&answer, "text") });
        }
        let handed_on: Uint8Array = Reflect::get(&answer, &"handedOn".into())?.dyn_into()?;
        let remarks: Array = Reflect::get(&answer, &"remarks".into())?.dyn_into()?;
        Ok(Read::Note {
            library: library_of(&handed_on)?,
            note: text(&answer, "note"),
            remarks: remarks.iter().filter_map(|remark| remark.as_string()).collect(),
        })
    }
}

/// A table that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TableRead {
    /// The years of its columns.
    pub(crate) years: Vec<String>,
    /// What its amounts are in, as the format of notes writes it.
    pub(crate) unit: String,
    /// Its rows.
    pub(crate) rows: Vec<RowRead>,
    /// A sentence on each thing that the reader should look at.
    pub(crate) doubts: Vec<String>,
    /// The text of a note that has them.
    pub(crate) note: String,
}

/// A row of a table that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RowRead {
    pub(crate) label: String,
    /// The amounts, written as the page's language does.
    pub(crate) cells: Vec<String>,
    /// Whether it adds up others, and is left out of the note.
    pub(crate) is_total: bool,
}

impl OwnNotes {
    /// Reads a table that somebody has pasted; `None` where there is none in the text.
    pub(crate) fn table(
        &self,
        table: &str,
        (title, unit): (&str, &str),
        year: u16,
        language: Language,
    ) -> Result<Option<TableRead>, JsValue> {
        let arguments = [table.into(), title.into(), unit.into(), year.into(), language.code().into()];
        let read = self.0.call("table", &arguments)?;
        if read.is_null() {
            return Ok(None);
        }
        let rows: Array = Reflect::get(&read, &"rows".into())?.dyn_into()?;
        let row = |row: JsValue| RowRead {
            label: text(&row, "label"),
            cells: texts(&row, "cells"),
            is_total: Reflect::get(&row, &"isTotal".into()).is_ok_and(|is_total| is_total.is_truthy()),
        };
        let years: Array = Reflect::get(&read, &"years".into())?.dyn_into()?;
        let years = years.iter().filter_map(|year| year.as_f64()).map(|year| year.to_string()).collect();
        let (unit, note, doubts) = (text(&read, "unit"), text(&read, "note"), texts(&read, "doubts"));
        Ok(Some(TableRead { years, unit, rows: rows.iter().map(row).collect(), doubts, note }))
    }
}

/// What the reader does in the form: each with the path of what it is done to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FormEdit {
    /// A field gets a text.
    Set(String, String),
    /// Something is added.
    Add(String),
    /// Something is taken away.
    Remove(String),
}

impl OwnNotes {
    /// The text as a form; `None` if the program is of another edition.
    pub(crate) fn form(&self, text: &str, library: &Library, language: Language) -> Result<Option<NoteForm>, JsValue> {
        let known = Uint8Array::from(library.handed_on());
        let form: Uint8Array = self.0.call("form", &[text.into(), known.into(), language.code().into()])?.dyn_into()?;
        Ok(NoteForm::read(&form.to_vec()).ok())
    }

    /// The text after a change; `None` where it cannot be made.
    pub(crate) fn edited(&self, text: &str, edit: &FormEdit, language: Language) -> Result<Option<String>, JsValue> {
        let (what, path, value) = match edit {
            FormEdit::Set(path, value) => ("set", path, value.as_str()),
            FormEdit::Add(path) => ("add", path, ""),
            FormEdit::Remove(path) => ("remove", path, ""),
        };
        let arguments = [text.into(), what.into(), path.into(), value.into(), language.code().into()];
        Ok(self.0.call("edited", &arguments)?.as_string())
    }

    /// The text in TOML or in JSON, whatever it is in; `None` where it has a mistake of form.
    pub(crate) fn saved_as(&self, text: &str, is_json: bool) -> Result<Option<String>, JsValue> {
        Ok(self.0.call("savedAs", &[text.into(), is_json.into()])?.as_string())
    }

    /// The id of the note in a text; `None` where it has none yet.
    pub(crate) fn id_of(&self, text: &str) -> Result<Option<String>, JsValue> {
        Ok(self.0.call("idOf", &[text.into()])?.as_string())
    }

    /// The notes of a library without one that the reader has brought; they live as long as the page.
    pub(crate) fn without(
        &self,
        library: &Library,
        document: &str,
        language: Language,
    ) -> Result<&'static Library, JsValue> {
        let known = Uint8Array::from(library.handed_on());
        let left = self.0.call("without", &[known.into(), document.into(), language.code().into()])?;
        library_of(&left.dyn_into()?)
    }

    /// The text of a new note whose table begins in this year.
    pub(crate) fn begun(&self, year: u16, language: Language) -> Result<String, JsValue> {
        self.0.call("begun", &[year.into(), language.code().into()])?.as_string().ok_or(JsValue::NULL)
    }
}

/// The library that was handed on.
fn library_of(handed_on: &Uint8Array) -> Result<&'static Library, JsValue> {
    let library = Library::brought(handed_on.to_vec()).map_err(|error| JsValue::from_str(&error.to_string()))?;
    // Scenarios that the reader may go back to are of the libraries before it.
    Ok(Box::leak(Box::new(library)))
}

fn texts(object: &JsValue, field: &str) -> Vec<String> {
    let list = Reflect::get(object, &field.into()).ok().and_then(|list| list.dyn_into::<Array>().ok());
    list.into_iter().flat_map(|list| list.iter().filter_map(|item| item.as_string()).collect::<Vec<_>>()).collect()
}

fn of_answer(problem: &JsValue) -> Problem {
    Problem {
        line: number(problem, "line"),
        column: number(problem, "column"),
        passage: text(problem, "passage"),
        sentence: text(problem, "sentence"),
    }
}

fn text(object: &JsValue, field: &str) -> String {
    Reflect::get(object, &field.into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the program gives whole numbers that fit")]
fn number(object: &JsValue, field: &str) -> u32 {
    Reflect::get(object, &field.into()).ok().and_then(|value| value.as_f64()).unwrap_or_default() as u32
}
