//! From a file back to a scenario. Every file gets an answer: the scenario, with a remark on everything that could not
//! be used, or an error that says what is wrong with the file and where.

use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::Value;

use super::{FORMAT, File, NoteFile, VERSION, results};
use crate::computed::Computed;
use crate::link::{self, Notice, Opened, Page, Screen};
use crate::notes::Library;
use model::note::Unit;
use model::scenario::{Horizon, PostsCount, Scenario, Settings};

/// The largest size, in bytes, of a file that is read. Files of the page are far smaller.
pub const LARGEST: usize = 1_000_000;

/// What a file leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedFile<'n> {
    /// The note with the values that could be applied.
    pub scenario: Scenario<'n>,
    /// What the page showed when the file was written; `None` where the file has no link of the page.
    pub page: Option<Page<'n>>,
    /// One remark for each thing that could not be applied or that the reader should know.
    pub remarks: Vec<Remark<'n>>,
}

/// Something in a file that was not used as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark<'n> {
    /// The file has another version of the format. What this version understands was applied.
    OtherVersion(u64),
    /// The format has no such field.
    UnknownField(String),
    /// The same remark as for a link.
    Notice(Notice<'n>),
    /// The results in the file differ from the results computed here.
    OtherResult,
}

/// Why a file cannot be opened. Lines and columns are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// The file is larger than [`LARGEST`].
    TooLarge,
    /// The file is empty.
    Empty,
    /// The file is not JSON.
    NotJson {
        /// The line with the error.
        line: usize,
        /// The column of the error.
        column: usize,
    },
    /// The file is JSON, but it does not say that it is a scenario of this page.
    NotAScenario,
    /// A field is missing.
    Missing {
        /// The name of the field.
        field: String,
        /// The place where it is missing, such as `scenario.drivers[2]`; empty for the file itself.
        within: String,
        /// The line of that place.
        line: usize,
    },
    /// A field holds something other than it should.
    Unfit {
        /// The field, such as `scenario.drivers[2].value`.
        field: String,
        /// The line of the field.
        line: usize,
        /// The column of the field.
        column: usize,
    },
    /// There is no such note.
    UnknownNote(String),
    /// The file is about a note that a reader brought, and its file is not here. The name of the note.
    NoteFileNotHere(String),
    /// There are no savings to borrow from that note.
    UnknownSavings(String),
}

/// Reads a file.
///
/// # Errors
/// [`FileError`] if there is no scenario in the file.
pub fn read<'n>(library: &'n Library, text: &str) -> Result<OpenedFile<'n>, FileError> {
    if text.len() > LARGEST {
        return Err(FileError::TooLarge);
    }
    // Some editors put a byte order mark at the start of the file.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(FileError::Empty);
    }
    let not_json = |error: &serde_json::Error| FileError::NotJson { line: error.line(), column: error.column() };
    let value: Value = serde_json::from_str(text).map_err(|error| not_json(&error))?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(FileError::NotAScenario);
    }
    let mut remarks = Vec::new();
    if let Some(version) = value.get("version").and_then(Value::as_u64).filter(|version| *version != u64::from(VERSION))
    {
        remarks.push(Remark::OtherVersion(version));
    }
    let file = typed(text, &mut remarks)?;
    let scenario = scenario(library, &file, &mut remarks)?;
    let horizon = file.scenario.horizon.map_or(Some(Horizon::default()), Horizon::of_years).unwrap_or_else(|| {
        let years = file.scenario.horizon.unwrap_or_default().to_string();
        remarks.push(Remark::Notice(Notice::UnknownHorizon(years)));
        Horizon::default()
    });
    let scenario = scenario.with_settings(Settings { rate: rate(&file, &mut remarks), horizon });
    // If something could not be applied, other results are to be expected.
    if !remarks.iter().any(|remark| matches!(remark, Remark::Notice(_))) && differs(&file, &scenario) {
        remarks.push(Remark::OtherResult);
    }
    let page = page(library, &file, &scenario);
    Ok(OpenedFile { scenario, page, remarks })
}

/// What the page showed, from the link in the file. What belongs to a note is left out if the link is about another one, as in a file
/// that was changed by hand.
fn page<'n>(library: &'n Library, file: &File, scenario: &Scenario<'n>) -> Option<Page<'n>> {
    let Opened { page, own, .. } = link::open(library, file.link.as_deref()?)?;
    let screen = if page.screen.is_about_a_note() { page.screen } else { Screen::Note };
    Some(if own.note() == scenario.note() {
        Page { screen, other: page.other.map(|other| other.with_settings(scenario.settings())), ..page }
    } else {
        Page { title: page.title, ..Page::of(Screen::Note, page.language) }
    })
}

/// Reads the fields of the file. Adds a remark for each field that the format does not have.
fn typed(text: &str, remarks: &mut Vec<Remark<'_>>) -> Result<File, FileError> {
    let mut json = serde_json::Deserializer::from_str(text);
    let mut track = serde_path_to_error::Track::new();
    let traced = serde_path_to_error::Deserializer::new(&mut json, &mut track);
    let mut unknown = |path: serde_ignored::Path<'_>| remarks.push(Remark::UnknownField(indexed(&path.to_string())));
    let read = File::deserialize(serde_ignored::Deserializer::new(traced, &mut unknown));
    read.map_err(|error| {
        let path = track.path().to_string();
        let path = if path == "." { String::new() } else { path };
        // Only this message of serde names a field itself. All others are about the field at the end of the path.
        let missing = error
            .to_string()
            .strip_prefix("missing field `")
            .and_then(|rest| rest.split_once('`').map(|(field, _)| field.to_owned()));
        match missing {
            Some(field) => FileError::Missing { field, within: path, line: error.line() },
            None => FileError::Unfit { field: path, line: error.line(), column: error.column() },
        }
    })
}

/// Writes `scenario.drivers.1.id` as `scenario.drivers[1].id`, as the errors of other fields do.
fn indexed(path: &str) -> String {
    let mut written = String::new();
    for part in path.split('.') {
        if !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()) {
            written = format!("{written}[{part}]");
        } else {
            let dot = if written.is_empty() { "" } else { "." };
            written = format!("{written}{dot}{part}");
        }
    }
    written
}

fn scenario<'n>(library: &'n Library, file: &File, remarks: &mut Vec<Remark<'n>>) -> Result<Scenario<'n>, FileError> {
    let values = &file.scenario;
    // A note that ships may have the id of a reader's own.
    let found = library.find(&values.note);
    let found = found.filter(|note| values.note_file.is_none() || note.document.fingerprint.is_some());
    let plain_note = found.ok_or_else(|| match &values.note_file {
        Some(file) => FileError::NoteFileNotHere(file.name.clone()),
        None => FileError::UnknownNote(values.note.clone()),
    })?;
    let is_other = |file: &NoteFile| plain_note.document.fingerprint.as_ref() != Some(&file.fingerprint);
    if values.note_file.as_ref().is_some_and(is_other) {
        remarks.push(Remark::Notice(Notice::OtherFile(plain_note)));
    }
    let note = match &values.savings_from {
        None => plain_note,
        Some(lender) => library
            .with_savings(&values.note)
            .filter(|note| note.variant.lender() == Some(lender.as_str()))
            .ok_or_else(|| FileError::UnknownSavings(lender.clone()))?,
    };
    let mut scenario = Scenario::baseline(note);
    for (index, given) in values.drivers.iter().enumerate() {
        let Some((ix, driver)) = note.variant.drivers().find(|(_, driver)| driver.id == given.id) else {
            remarks.push(Remark::Notice(Notice::UnknownDriver(given.id.clone())));
            continue;
        };
        if values.drivers.iter().take(index).any(|earlier| earlier.id == given.id) {
            remarks.push(Remark::Notice(Notice::Repeated(given.id.clone())));
        }
        // A driver that followed another one when the file was written follows it again.
        if given.follows && (driver.follows.is_some() || values.posts == PostsCount::AsInNote) {
            continue;
        }
        let model_value = given.value.checked_div(driver.unit.scale()).unwrap_or(Decimal::MAX);
        if let Err(rejection) = scenario.set(ix, model_value) {
            let value = given.value.normalize().to_string();
            remarks.push(Remark::Notice(Notice::Rejected { driver, value, rejection }));
        }
    }
    let replaced = scenario.caseload_replaced_by(values.posts);
    remarks.extend(replaced.map(|caseload| Remark::Notice(Notice::CaseloadFollows(caseload))));
    scenario.count_posts(values.posts);
    Ok(scenario)
}

/// The rate of the file, within the same bounds as in a link.
fn rate(file: &File, remarks: &mut Vec<Remark<'_>>) -> Decimal {
    let per_cent = file.scenario.discount_rate;
    let (low, high) = Unit::Share.bounds();
    let rate = per_cent.checked_div(Unit::Share.scale()).map(|rate| rate.normalize());
    let accepted = rate.filter(|rate| (low..=high).contains(rate));
    accepted.unwrap_or_else(|| {
        remarks.push(Remark::Notice(Notice::UnknownRate(per_cent.normalize().to_string())));
        Decimal::ZERO
    })
}

/// Whether the results in the file differ from the results computed here.
fn differs(file: &File, scenario: &Scenario<'_>) -> bool {
    let Some(written) = &file.outcome else { return false };
    let computed = Computed::of(scenario.clone()).map(|computed| {
        let mut computed = results(&computed);
        // A result that the file does not contain is no difference.
        for (computed, written) in computed.perspectives.iter_mut().zip(&written.perspectives) {
            computed.payback_simple = computed.payback_simple.take().filter(|_| written.payback_simple.is_some());
            computed.payback_discounted =
                computed.payback_discounted.take().filter(|_| written.payback_discounted.is_some());
            computed.returned = computed.returned.filter(|_| written.returned.is_some());
            computed.returned_in_year = computed.returned_in_year.filter(|_| written.returned_in_year.is_some());
            computed.returned_year = computed.returned_year.filter(|_| written.returned_year.is_some());
        }
        computed
    });
    computed.as_ref() != Some(written)
}
