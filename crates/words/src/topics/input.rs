//! What is said of what readers type, paste or open.

use rust_decimal::Decimal;

use super::numbers::signed;
use crate::Words;
use crate::format::{Entry, Unreadable, WorkedOut};
use crate::messages::at;
use engine::pasted::Unusable;
use engine::scenario_file::{FileError, Remark};
use model::note::{Driver, Unit};
use model::scenario::Rejection;

impl Words {
    /// The message below a field on why a typed text is not a number.
    #[must_use]
    pub fn unreadable(self, reason: Unreadable, unit: Unit) -> String {
        let typed = &self.messages().typed;
        let example = self.numbers().example(unit);
        match reason {
            Unreadable::Empty => typed.empty(example),
            Unreadable::NotANumber => typed.not_a_number(example),
            Unreadable::Parentheses => typed.parentheses.to_owned(),
            Unreadable::OtherCurrency => typed.other_currency.to_owned(),
            Unreadable::TooLarge => typed.too_large.to_owned(),
            Unreadable::SignAlone => typed.sign_alone(example),
            Unreadable::DividedByZero => typed.divided_by_zero.to_owned(),
        }
    }

    /// The message below a field on what came out of a calculation that goes on from the current value; `None` for a number that was typed as it
    /// is.
    #[must_use]
    pub fn worked_out(self, entry: Entry, unit: Unit, current: Decimal) -> Option<String> {
        let typed = &self.messages().typed;
        let value = self.value(entry.value, unit);
        match entry.worked_out {
            WorkedOut::No => None,
            WorkedOut::Yes => Some(typed.worked_out(value)),
            WorkedOut::PerCentOfShare { per_cent } => {
                let points = signed(per_cent, |points| self.locale().exact(points));
                let current = self.value(current, unit);
                Some(typed.per_cent_of_share(at::Current(current), at::Points(points), at::Value(value)))
            }
        }
    }

    /// The message below a field on why the driver does not accept a number.
    #[must_use]
    pub fn rejected(self, rejection: Rejection, driver: &Driver) -> String {
        let typed = &self.messages().typed;
        match rejection {
            Rejection::NoSuchDriver => typed.no_such_driver.to_owned(),
            Rejection::TooLow(low) => typed.too_low(self.value(low, driver.unit)),
            Rejection::TooHigh(high) => typed.too_high(self.value(high, driver.unit)),
            Rejection::TooFine(0) => typed.not_whole.to_owned(),
            Rejection::TooFine(decimals) => typed.too_fine(&self.count(decimals.into())),
        }
    }

    /// The whole message below a field: why its text does not count, and which value does.
    #[must_use]
    pub fn still_counts(self, problem: &str, value: &str) -> String {
        format!("{problem} {}", self.messages().typed.still_counts(value))
    }

    /// The message on why a pasted text does not lead to a scenario.
    #[must_use]
    pub fn unusable(self, reason: &Unusable) -> String {
        let pasted = &self.messages().pasted;
        match reason {
            Unusable::Empty => pasted.empty.to_owned(),
            Unusable::NoLink => pasted.no_link.to_owned(),
            Unusable::NoNote => pasted.no_note.to_owned(),
            Unusable::UnknownNote(id) => pasted.unknown_note(id),
        }
    }

    /// The message on why a file cannot be opened: what is wrong with it, and where.
    #[must_use]
    pub fn file_error(self, error: &FileError) -> String {
        let files = &self.messages().files;
        match error {
            FileError::TooLarge => files.too_large.to_owned(),
            FileError::Empty => files.empty.to_owned(),
            FileError::NotJson { line, column } => files.not_json(at::Column(*column), at::Line(*line)),
            FileError::NotAScenario => files.not_a_scenario.to_owned(),
            FileError::Missing { field, within, line } if within.is_empty() => {
                files.missing(at::Field(field), at::Line(*line))
            }
            FileError::Missing { field, within, line } => {
                files.missing_within(at::Field(field), at::Line(*line), at::Within(within))
            }
            FileError::Unfit { field, line, column } => {
                files.unfit(at::Column(*column), at::Field(field), at::Line(*line))
            }
            FileError::UnknownNote(id) => files.unknown_note(id),
            FileError::NoteFileNotHere(name) => files.note_file_not_here(name),
            FileError::UnknownSavings(id) => files.unknown_savings(id),
        }
    }

    /// The message on something in a file that was changed or left out.
    #[must_use]
    pub fn file_remark(self, remark: &Remark<'_>) -> String {
        let files = &self.messages().files;
        match remark {
            Remark::OtherVersion(version) => files.other_version(*version),
            Remark::UnknownField(path) => files.unknown_field(path),
            Remark::Notice(notice) => self.notice(notice),
            Remark::OtherResult => files.other_result.to_owned(),
        }
    }
}
