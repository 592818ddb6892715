//! Helpers that tests share: notes, scenarios and outcomes by id.

#![allow(dead_code, reason = "every test file uses some of these")]

pub(crate) mod workbook;

use std::sync::LazyLock;

use indsatsregner::computed::Computed;
use indsatsregner::evaluate::{Outcome, evaluate};
use indsatsregner::figures::Figures;
use indsatsregner::link;
use indsatsregner::note::{Committee, DriverIx, Note, Unit};
use indsatsregner::notes::{CITY, Library};
use indsatsregner::scenario::{PostsCount, Scenario};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// The notes that ship.
pub(crate) static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| Library::embedded().expect("the embedded notes can be read"));

/// The note with this id.
#[track_caller]
pub(crate) fn note(id: &str) -> Note<'static> {
    LIBRARY.find(id).unwrap_or_else(|| panic!("there is no note {id}"))
}

/// Every unit.
pub(crate) const UNITS: [Unit; 9] = [
    Unit::Citizens,
    Unit::CitizensPerPost,
    Unit::Posts,
    Unit::CostPerPost,
    Unit::Share,
    Unit::AmountPerOutcome,
    Unit::AmountPerYear,
    Unit::Years,
    Unit::Factor,
];

/// The committee with this id.
#[track_caller]
pub(crate) fn committee(id: &str) -> Committee {
    CITY.find_committee(id).unwrap_or_else(|| panic!("there is no committee {id}"))
}

/// Every committee.
pub(crate) fn committees() -> Vec<Committee> {
    CITY.committees.iter().map(|body| committee(&body.id)).collect()
}

/// The note as published, with some drivers changed; values in the model's unit.
#[track_caller]
pub(crate) fn scenario(id: &str, changes: &[(&str, &str)]) -> Scenario<'static> {
    let mut scenario = Scenario::baseline(note(id));
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

/// A scenario with its outcome and key figures.
#[track_caller]
pub(crate) fn computed<'n>(scenario: &Scenario<'n>) -> Computed<'n> {
    Computed::of(scenario.clone()).expect("a scenario within bounds can be computed")
}

/// The outcome of a scenario that has one.
#[track_caller]
pub(crate) fn outcome(scenario: &Scenario<'_>) -> Outcome {
    evaluate(scenario).unwrap_or_else(|error| panic!("{error:?}"))
}

/// The key figures of a scenario that has an outcome.
#[track_caller]
pub(crate) fn key_figures(scenario: &Scenario<'_>) -> Figures {
    computed(scenario).figures
}

/// A decimal from text with a decimal point.
#[track_caller]
pub(crate) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|_| panic!("{text} is no decimal"))
}

/// Every note, and those with borrowed savings.
pub(crate) fn every_note() -> Vec<Note<'static>> {
    let borrowing = LIBRARY.notes().filter_map(|note| LIBRARY.with_savings(&note.variant.id));
    LIBRARY.notes().chain(borrowing).collect()
}

/// A generated scenario. A failing test shows it as its link, since the whole note would be too long to read.
#[derive(Clone)]
pub(crate) struct Any(pub(crate) Scenario<'static>);

impl std::fmt::Debug for Any {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&link::print(&self.0))
    }
}

/// Any note with any number of its drivers changed, as a slider or field could, and posts counted in any way.
pub(crate) fn any_scenario() -> impl Strategy<Value = Any> {
    let notes = every_note();
    let changes = prop::collection::vec((any::<prop::sample::Index>(), 0_u32..=300), 0..8);
    (prop::sample::select(notes), changes, prop::sample::select(PostsCount::ALL.to_vec())).prop_map(
        |(note, changes, posts)| {
            let mut scenario = Scenario::baseline(note);
            for (at, per_cent) in changes {
                let drivers: Vec<_> = note.variant.drivers().collect();
                let (ix, driver) = drivers[at.index(drivers.len())];
                let (low, high) = driver.unit.bounds();
                let wanted = driver.value * Decimal::from(per_cent) / Decimal::ONE_HUNDRED;
                let digits = driver.unit.decimals();
                let shown = (wanted.clamp(low, high) * driver.unit.scale()).round_dp(digits) / driver.unit.scale();
                assert_eq!(scenario.set(ix, shown), Ok(()), "{} = {shown}", driver.id);
            }
            scenario.count_posts(posts);
            Any(scenario)
        },
    )
}
