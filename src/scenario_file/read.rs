//! A file back to a scenario. Whatever it holds there is an answer: the scenario with a remark on everything that could not
//! be used, or what is wrong with it and where.

use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::Value;

use super::{FORMAT, File, VERSION, results};
use crate::computed::Computed;
use crate::link::Notice;
use crate::note::Unit;
use crate::notes::Library;
use crate::scenario::Scenario;

/// Far more than a file of the page has. A larger one is not read, however it came here.
pub const LARGEST: usize = 1_000_000;

/// What a file leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedFile<'n> {
    /// The note with what could be applied.
    pub scenario: Scenario<'n>,
    /// A line for the reader for each thing that could not, or that they should know.
    pub remarks: Vec<Remark<'n>>,
}

/// Something in a file that was not used as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark<'n> {
    /// Written in another version of the format; what this one understands was applied.
    OtherVersion(u64),
    /// The format has no such field.
    UnknownField(String),
    /// As in a link.
    Notice(Notice<'n>),
    /// The file's own results are not what is computed here.
    OtherResult,
}

/// Why a file cannot be opened. Lines and columns are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// It is far too large.
    TooLarge,
    /// There is nothing in it.
    Empty,
    /// It is no JSON.
    NotJson {
        /// The line where it stops being JSON.
        line: usize,
        /// The column there.
        column: usize,
    },
    /// It is JSON, but does not say that it is a scenario of this page.
    NotAScenario,
    /// A field is missing.
    Missing {
        /// Its name.
        field: String,
        /// In what, as `scenario.drivers[2]`; empty for the file itself.
        within: String,
        /// On what line that is.
        line: usize,
    },
    /// A field holds something else than it should.
    Unfit {
        /// Which, as `scenario.drivers[2].value`.
        field: String,
        /// On what line.
        line: usize,
        /// The column there.
        column: usize,
    },
    /// There is no such note.
    UnknownNote(String),
    /// There are no savings to borrow from that note.
    UnknownSavings(String),
}

/// Reads a file.
///
/// # Errors
/// [`FileError`], where there is no scenario in it.
pub fn read<'n>(library: &'n Library, text: &str) -> Result<OpenedFile<'n>, FileError> {
    if text.len() > LARGEST {
        return Err(FileError::TooLarge);
    }
    // Some editors put a byte order mark before what they save.
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
    let scenario = scenario.with_rate(rate(&file, &mut remarks));
    // Where something was left out, other results are no wonder.
    if !remarks.iter().any(|remark| matches!(remark, Remark::Notice(_))) && differs(&file, &scenario) {
        remarks.push(Remark::OtherResult);
    }
    Ok(OpenedFile { scenario, remarks })
}

/// The file with every field where it belongs; fields that belong nowhere are remarks.
fn typed(text: &str, remarks: &mut Vec<Remark<'_>>) -> Result<File, FileError> {
    let mut json = serde_json::Deserializer::from_str(text);
    let mut track = serde_path_to_error::Track::new();
    let traced = serde_path_to_error::Deserializer::new(&mut json, &mut track);
    let mut unknown = |path: serde_ignored::Path<'_>| remarks.push(Remark::UnknownField(indexed(&path.to_string())));
    let read = File::deserialize(serde_ignored::Deserializer::new(traced, &mut unknown));
    read.map_err(|error| {
        let path = track.path().to_string();
        let path = if path == "." { String::new() } else { path };
        // The one message of serde that says which field; all others are about the field that the path ends in.
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

/// `scenario.drivers.1.id` as `scenario.drivers[1].id`, which is how errors name the same place.
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
    let own = library.find(&values.note).ok_or_else(|| FileError::UnknownNote(values.note.clone()))?;
    let note = match &values.savings_from {
        None => own,
        Some(lender) => library
            .with_savings(&values.note)
            .filter(|note| note.variant.lender() == Some(lender.as_str()))
            .ok_or_else(|| FileError::UnknownSavings(lender.clone()))?,
    };
    let mut scenario = Scenario::baseline(note);
    scenario.count_posts(values.posts);
    for (at, given) in values.drivers.iter().enumerate() {
        let Some((ix, driver)) = note.variant.drivers().find(|(_, driver)| driver.id == given.id) else {
            remarks.push(Remark::Notice(Notice::UnknownDriver(given.id.clone())));
            continue;
        };
        if values.drivers.iter().take(at).any(|earlier| earlier.id == given.id) {
            remarks.push(Remark::Notice(Notice::Repeated(given.id.clone())));
        }
        let in_model = given.value.checked_div(driver.unit.scale()).unwrap_or(Decimal::MAX);
        if let Err(rejection) = scenario.set(ix, in_model) {
            let value = given.value.normalize().to_string();
            remarks.push(Remark::Notice(Notice::Rejected { driver, value, rejection }));
        }
    }
    Ok(scenario)
}

/// The rate, as a link takes it.
fn rate(file: &File, remarks: &mut Vec<Remark<'_>>) -> Decimal {
    let said = file.scenario.discount_rate;
    let (low, high) = Unit::Share.bounds();
    let rate = said.checked_div(Unit::Share.scale()).map(|rate| rate.normalize());
    let taken = rate.filter(|rate| (low..=high).contains(rate));
    taken.unwrap_or_else(|| {
        remarks.push(Remark::Notice(Notice::UnknownRate(said.normalize().to_string())));
        Decimal::ZERO
    })
}

/// Whether the file says that something else followed.
fn differs(file: &File, scenario: &Scenario<'_>) -> bool {
    let Some(said) = &file.outcome else { return false };
    let now = Computed::of(scenario.clone()).map(|computed| {
        let mut now = results(&computed);
        // What the file does not say it does not say otherwise.
        for (now, said) in now.perspectives.iter_mut().zip(&said.perspectives) {
            now.payback_simple = now.payback_simple.take().filter(|_| said.payback_simple.is_some());
            now.payback_discounted = now.payback_discounted.take().filter(|_| said.payback_discounted.is_some());
        }
        now
    });
    now.as_ref() != Some(said)
}
