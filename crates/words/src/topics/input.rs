//! What is said of what readers type, paste or open.

use crate::Wording;
use crate::format::Unreadable;
use engine::pasted::Unusable;
use engine::scenario_file::{FileError, Remark};
use model::note::{Driver, Unit};
use model::scenario::Rejection;

/// Why a typed text is not a number.
pub(crate) fn unreadable(words: &dyn Wording, reason: Unreadable, unit: Unit) -> String {
    let typed = &words.messages().typed;
    let example = words.numbers().example(unit);
    match reason {
        Unreadable::Empty => typed.empty(example),
        Unreadable::NotANumber => typed.not_a_number(example),
        Unreadable::TooLarge => typed.too_large.to_owned(),
    }
}

/// Why a driver does not accept a number.
pub(crate) fn rejected(words: &dyn Wording, rejection: Rejection, driver: &Driver) -> String {
    let typed = &words.messages().typed;
    match rejection {
        Rejection::NoSuchDriver => typed.no_such_driver.to_owned(),
        Rejection::TooLow(low) => typed.too_low(words.value(low, driver.unit)),
        Rejection::TooHigh(high) => typed.too_high(words.value(high, driver.unit)),
        Rejection::TooFine(0) => typed.not_whole.to_owned(),
        Rejection::TooFine(decimals) => typed.too_fine(&words.count(decimals.into())),
    }
}

/// Why a pasted text does not lead to a scenario.
pub(crate) fn unusable(words: &dyn Wording, reason: &Unusable) -> String {
    let pasted = &words.messages().pasted;
    match reason {
        Unusable::Empty => pasted.empty.to_owned(),
        Unusable::NoLink => pasted.no_link.to_owned(),
        Unusable::NoNote => pasted.no_note.to_owned(),
        Unusable::UnknownNote(id) => pasted.unknown_note(id),
    }
}

/// Why a file cannot be opened.
pub(crate) fn file_error(words: &dyn Wording, error: &FileError) -> String {
    let files = &words.messages().files;
    match error {
        FileError::TooLarge => files.too_large.to_owned(),
        FileError::Empty => files.empty.to_owned(),
        FileError::NotJson { line, column } => files.not_json(*column, *line),
        FileError::NotAScenario => files.not_a_scenario.to_owned(),
        FileError::Missing { field, within, line } if within.is_empty() => files.missing(field, *line),
        FileError::Missing { field, within, line } => files.missing_within(field, *line, within),
        FileError::Unfit { field, line, column } => files.unfit(*column, field, *line),
        FileError::UnknownNote(id) => files.unknown_note(id),
        FileError::UnknownSavings(id) => files.unknown_savings(id),
    }
}

/// What in a file was changed or left out.
pub(crate) fn file_remark(words: &dyn Wording, remark: &Remark<'_>) -> String {
    let files = &words.messages().files;
    match remark {
        Remark::OtherVersion(version) => files.other_version(*version),
        Remark::UnknownField(path) => files.unknown_field(path),
        Remark::Notice(notice) => words.notice(notice),
        Remark::OtherResult => files.other_result.to_owned(),
    }
}
