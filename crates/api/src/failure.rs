//! Why a call cannot be answered.

use model::evaluate::EvaluateError;
use model::note::{Driver, Note};
use model::scenario::Rejection;
use rust_decimal::Decimal;
use serde::Serialize;

/// Why a call cannot be answered. JavaScript gets an `Error` with the sentence, the code and the driver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What kind of reason it is.
    pub code: Code,
    /// The id of the driver that it is about, as the caller wrote it; `None` where it is about none.
    pub driver: Option<String>,
    /// The reason, as a sentence.
    pub sentence: String,
}

/// The kinds of reasons. They are permanent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
#[cfg_attr(not(target_arch = "wasm32"), ts(rename = "ErrorCode"))]
pub enum Code {
    /// What was passed does not have the form of a scenario.
    Form,
    /// There is no such note.
    UnknownNote,
    /// The note cannot borrow the savings of this one.
    UnknownSavings,
    /// The note has no such driver.
    UnknownDriver,
    /// The note has no such perspective.
    UnknownPerspective,
    /// The note has no such number to explain.
    UnknownNumber,
    /// A payback cannot be looked for within this many years.
    UnknownHorizon,
    /// A payback cannot take so many years.
    UnknownYears,
    /// It is not a rate that can be discounted by.
    UnknownRate,
    /// The value is no number.
    NotANumber,
    /// The value is below the lowest one that the driver accepts.
    TooLow,
    /// The value is above the highest one that the driver accepts.
    TooHigh,
    /// The value has more decimals than the driver accepts.
    TooFine,
    /// The caseload has a value, although the posts stay as in the note, so that it follows the citizens.
    CaseloadFollows,
    /// The text of a note has a fault.
    UnusableNote,
    /// The scenario has no outcome. No scenario whose values are accepted is known to have none.
    NoOutcome,
}

impl Failure {
    /// A failure that is about no driver.
    pub(crate) fn new(code: Code, sentence: impl Into<String>) -> Self {
        Self { code, driver: None, sentence: sentence.into() }
    }

    /// A failure about a driver.
    pub(crate) fn about(driver: &str, code: Code, sentence: impl Into<String>) -> Self {
        Self { code, driver: Some(driver.to_owned()), sentence: sentence.into() }
    }

    /// The note has no driver with this id.
    pub(crate) fn no_driver(note: Note<'_>, id: &str) -> Self {
        Self::about(id, Code::UnknownDriver, format!("The note {} has no driver \"{id}\".", note.variant.id))
    }

    /// What a driver was given is no number.
    pub(crate) fn no_number(id: &str) -> Self {
        let sentence = format!("The driver \"{id}\" takes a number, or a decimal as text such as \"12.5\".");
        Self::about(id, Code::NotANumber, sentence)
    }

    /// A driver does not accept a value.
    pub(crate) fn rejected(note: Note<'_>, driver: &Driver, rejection: Rejection) -> Self {
        let id = &driver.id;
        let on_screen = |value: Decimal| value.checked_mul(driver.unit.scale()).unwrap_or(value).normalize();
        match rejection {
            Rejection::NoSuchDriver => Self::no_driver(note, id),
            Rejection::TooLow(low) => {
                Self::about(id, Code::TooLow, format!("The driver \"{id}\" cannot be below {}.", on_screen(low)))
            }
            Rejection::TooHigh(high) => {
                Self::about(id, Code::TooHigh, format!("The driver \"{id}\" cannot be above {}.", on_screen(high)))
            }
            Rejection::TooFine(0) => {
                Self::about(id, Code::TooFine, format!("The driver \"{id}\" takes whole numbers only."))
            }
            Rejection::TooFine(decimals) => {
                Self::about(id, Code::TooFine, format!("The driver \"{id}\" takes at most {decimals} decimals."))
            }
        }
    }

    /// A scenario has no outcome.
    pub(crate) fn no_outcome(note: Note<'_>, error: EvaluateError) -> Self {
        let driver = match error {
            EvaluateError::NoValue(ix)
            | EvaluateError::DivisionByZero(ix)
            | EvaluateError::OutOfBounds(ix)
            | EvaluateError::Undecided(ix) => note.variant.driver(ix),
            EvaluateError::Overflow { .. } => None,
        };
        let sentence = "The scenario has no outcome: one of its amounts cannot be computed.";
        Self { driver: driver.map(|driver| driver.id.clone()), ..Self::new(Code::NoOutcome, sentence) }
    }
}
