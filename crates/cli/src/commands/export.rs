//! `export`: the files that the page saves.

use std::fs;

use engine::day::Day;
use engine::link::{Page, Screen};
use files::{Subject, csv, json, workbook};
use words::Words;

use crate::arguments::{Export, Form};
use crate::ending::{Ending, Stopped};
use crate::output;
use crate::read;
use crate::scenario::Opened;

/// Does it.
///
/// # Errors
/// [`Stopped`] where a file or the link cannot be used, or the output cannot be written.
pub(crate) fn run(arguments: &Export, words: Words) -> Result<Ending, Stopped> {
    if arguments.form.xlsx && arguments.output.is_none() && output::is_seen() {
        let sentence = "a workbook is no text for a terminal; name a file with --output, or redirect it";
        return Err(Stopped::Misused(sentence.to_owned()));
    }
    let notes = read::notes(&arguments.subject.notes.files, words)?;
    let opened = Opened::of(&notes.library, &arguments.subject.link, words)?;
    let day = arguments.day.unwrap_or_else(today);
    let no_outcome = || Stopped::Misused(words.unusable(&engine::pasted::Unusable::NoLink));
    let subject = Subject::open(&notes.library, &address(arguments, &opened), day).ok_or_else(no_outcome)?;
    let bytes = written(arguments, &Subject { words, ..subject })?;
    match &arguments.output {
        Some(path) => fs::write(path, bytes).map_err(|error| Stopped::file(path, &error))?,
        None => output::bytes(&bytes)?,
    }
    Ok(opened.ending)
}

/// The permanent address of the scenario.
fn address(arguments: &Export, opened: &Opened<'_>) -> String {
    let base = arguments.address.as_deref().or(opened.base.as_deref()).unwrap_or_default();
    let page = Page { screen: Screen::Note, question: None, other: None, ..opened.page.clone() };
    format!("{}#{}", base.trim_end_matches('#'), page.lasting(&opened.computed, None))
}

fn written(arguments: &Export, subject: &Subject<'_>) -> Result<Vec<u8>, Stopped> {
    let excel = arguments.excel.unwrap_or_else(|| subject.words.language());
    let Form { xlsx, csv, json: _ } = arguments.form;
    let written = if xlsx {
        workbook::write(subject).map_err(|error| error.to_string())
    } else if csv {
        csv::write(subject, excel).map_err(|error| error.to_string())
    } else {
        json::write(subject).map(String::into_bytes).map_err(|error| error.to_string())
    };
    written.map_err(|error| Stopped::File(format!("the file cannot be written: {error}")))
}

/// The day where the reader is.
fn today() -> Day {
    let today = jiff::ZonedDateTime::now().date();
    let number = |number: i8| u32::try_from(number).unwrap_or_default();
    Day {
        year: u32::try_from(today.year()).unwrap_or_default(),
        month: number(today.month()),
        day: number(today.day()),
    }
}
