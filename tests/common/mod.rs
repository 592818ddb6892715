//! Words of the domain for tests.

#![allow(dead_code, reason = "every test file uses some of these")]

use std::sync::LazyLock;

use indsatsregner::evaluate::{Outcome, evaluate};
use indsatsregner::figures::{Figures, figures};
use indsatsregner::note::{DriverIx, Note};
use indsatsregner::notes::Library;
use indsatsregner::scenario::Scenario;
use rust_decimal::Decimal;

/// The notes that ship.
pub(crate) static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| Library::embedded().expect("the embedded notes can be read"));

/// The note with this id.
#[track_caller]
pub(crate) fn note(id: &str) -> Note<'static> {
    LIBRARY.find(id).unwrap_or_else(|| panic!("there is no note {id}"))
}

/// The note as published, with some drivers changed; values in the model's unit.
#[track_caller]
pub(crate) fn scenario(id: &str, changes: &[(&str, &str)]) -> Scenario<'static> {
    let mut scenario = Scenario::published(note(id));
    for (driver, value) in changes {
        let accepted = scenario.set(driver_ix(&scenario, driver), decimal(value));
        assert_eq!(accepted, Ok(()), "{driver} = {value}");
    }
    scenario
}

/// The position of a driver.
#[track_caller]
pub(crate) fn driver_ix(scenario: &Scenario<'_>, id: &str) -> DriverIx {
    scenario.note().variant.find_driver(id).unwrap_or_else(|| panic!("there is no driver {id}"))
}

/// The outcome of a scenario that has one.
#[track_caller]
pub(crate) fn outcome(scenario: &Scenario<'_>) -> Outcome {
    evaluate(scenario).unwrap_or_else(|error| panic!("{error:?}"))
}

/// The key figures of a scenario that has an outcome.
#[track_caller]
pub(crate) fn key_figures(scenario: &Scenario<'_>) -> Figures {
    figures(scenario.note(), &outcome(scenario)).expect("an outcome has key figures")
}

/// A decimal as people write it in code.
#[track_caller]
pub(crate) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|_| panic!("{text} is no decimal"))
}
