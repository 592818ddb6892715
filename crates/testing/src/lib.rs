//! What the tests of the crates share: notes, scenarios and outcomes by id, generated scenarios, and files of the
//! repository.

#![allow(
    clippy::restriction,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    reason = "a panic is how a test fails, and a result that is not used fails none"
)]

mod made;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use engine::computed::Computed;
use engine::figures::Figures;
use engine::link;
use engine::notes::{CITY, Library};
use model::evaluate::{Outcome, evaluate};
use model::note::{Committee, DriverIx, Note, Unit};
use model::scenario::{PostsCount, Scenario};
use proptest::prelude::*;
use rust_decimal::Decimal;

pub use made::{
    MADE, any_made_scenario, any_new_scenario, library_made, library_that_says, made_notes, note_that_says,
};

/// The notes that ship.
pub static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().expect("the embedded notes can be read"));

/// The note with this id.
#[track_caller]
pub fn note(id: &str) -> Note<'static> {
    LIBRARY.find(id).unwrap_or_else(|| panic!("there is no note {id}"))
}

/// Every unit.
pub const UNITS: [Unit; 12] = [
    Unit::Citizens,
    Unit::CitizensPerPost,
    Unit::Posts,
    Unit::CostPerPost,
    Unit::Share,
    Unit::AmountPerOutcome,
    Unit::AmountPerYear,
    Unit::Courses,
    Unit::AmountEach,
    Unit::Years,
    Unit::Factor,
    Unit::Increase,
];

/// The committee with this id.
#[track_caller]
pub fn committee(id: &str) -> Committee {
    CITY.find_committee(id).unwrap_or_else(|| panic!("there is no committee {id}"))
}

/// Every committee.
pub fn committees() -> Vec<Committee> {
    CITY.committees.iter().map(|body| committee(&body.id)).collect()
}

/// The note as published, with some drivers changed; values in the model's unit.
#[track_caller]
pub fn scenario(id: &str, changes: &[(&str, &str)]) -> Scenario<'static> {
    let mut scenario = Scenario::baseline(note(id));
    for (driver, value) in changes {
        let accepted = scenario.set(driver_ix(&scenario, driver), decimal(value));
        assert_eq!(accepted, Ok(()), "{driver} = {value}");
    }
    scenario
}

/// The position of a driver.
#[track_caller]
pub fn driver_ix(scenario: &Scenario<'_>, id: &str) -> DriverIx {
    scenario.note().variant.find_driver(id).unwrap_or_else(|| panic!("there is no driver {id}"))
}

/// A scenario with its outcome and key figures.
#[track_caller]
pub fn computed<'n>(scenario: &Scenario<'n>) -> Computed<'n> {
    Computed::of(scenario.clone()).expect("a scenario within bounds can be computed")
}

/// The outcome of a scenario that has one.
#[track_caller]
pub fn outcome(scenario: &Scenario<'_>) -> Outcome {
    evaluate(scenario).unwrap_or_else(|error| panic!("{error:?}"))
}

/// The key figures of a scenario that has an outcome.
#[track_caller]
pub fn key_figures(scenario: &Scenario<'_>) -> Figures {
    computed(scenario).figures
}

/// A decimal from text with a decimal point.
#[track_caller]
pub fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|_| panic!("{text} is no decimal"))
}

/// Every note, and those with borrowed savings.
pub fn every_note() -> Vec<Note<'static>> {
    let borrowing = LIBRARY.notes().filter_map(|note| LIBRARY.with_savings(&note.variant.id));
    LIBRARY.notes().chain(borrowing).collect()
}

/// A generated scenario. A failing test shows it as its link, since the whole note would be too long to read.
#[derive(Clone)]
pub struct Any(/** The scenario. */ pub Scenario<'static>);

impl std::fmt::Debug for Any {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&link::print(&self.0))
    }
}

/// Any note with any number of its drivers changed, as a slider or field could, and posts counted in any way.
pub fn any_scenario() -> impl Strategy<Value = Any> {
    with_changes(every_note())
}

/// Any of these notes, changed in the same way.
pub(crate) fn with_changes(notes: Vec<Note<'static>>) -> impl Strategy<Value = Any> {
    let changes = prop::collection::vec((any::<prop::sample::Index>(), 0_u32..=300), 0..8);
    (prop::sample::select(notes), changes, prop::sample::select(PostsCount::ALL.to_vec())).prop_map(
        |(note, changes, posts)| {
            let mut scenario = Scenario::baseline(note);
            for (at, per_cent) in changes {
                let drivers: Vec<_> = note.variant.drivers().collect();
                let (ix, driver) = drivers[at.index(drivers.len())];
                let (low, high) = driver.unit.bounds();
                let wanted = match driver.unit {
                    // It begins at 0, of which every share is 0.
                    Unit::Increase => (Decimal::from(per_cent) - Decimal::ONE_HUNDRED) / Decimal::from(200),
                    _ => driver.value * Decimal::from(per_cent) / Decimal::ONE_HUNDRED,
                };
                let digits = driver.unit.decimals();
                let shown = (wanted.clamp(low, high) * driver.unit.scale()).round_dp(digits) / driver.unit.scale();
                assert_eq!(scenario.set(ix, shown), Ok(()), "{} = {shown}", driver.id);
            }
            scenario.count_posts(posts);
            Any(scenario)
        },
    )
}

/// So many generated cases, or as many as the environment variable `PROPTEST_CASES` says.
#[must_use]
pub fn cases(few: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig::with_cases(asked.unwrap_or(few))
}

/// Text made to be taken for something else: markup, entities, formulas, links, and what writing systems do to each other; and any text.
pub fn hostile_text() -> impl Strategy<Value = String> {
    const HOSTILE: [&str; 24] = [
        "<script>alert(1)</script>",
        "</title><img src=x onerror=alert(1)>",
        "]]><svg onload=alert(1)>",
        "<!--",
        "-->",
        "&lt;b&gt;",
        "&#60;b",
        "\"><b a=\"",
        "' onload='alert(1)",
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "=HYPERLINK(\"http://a.example\")",
        "=cmd|' /C calc'!A0",
        "\t=1",
        "\r=1",
        "_x0041_",
        "{=1}",
        "javascript:alert(1)",
        "\u{202e}1+1=",
        "\u{feff}=1+1",
        "\0",
        "\u{b}",
    ];
    let planted = || prop::sample::select(HOSTILE.to_vec());
    prop_oneof![
        3 => planted().prop_map(str::to_owned),
        3 => ("[ -~æøå]{0,12}", planted(), "[ -~æøå]{0,12}").prop_map(|(before, bad, after)| format!("{before}{bad}{after}")),
        2 => "\\PC{1,40}",
        1 => any::<String>(),
    ]
    .prop_filter("names are not empty", |text| !text.trim().is_empty())
}

/// The path of a file or folder of the repository, whichever crate's test asks.
#[must_use]
pub fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// The folder with the documents themselves, which are no part of the repository. `INDSATSREGNER_SOURCES` names it,
/// seen from the root of the repository. `None` where it does not exist.
#[must_use]
pub fn sources() -> Option<PathBuf> {
    let named = std::env::var("INDSATSREGNER_SOURCES");
    let folder = in_repository(named.as_deref().unwrap_or("../shared/sources"));
    if !folder.exists() {
        eprintln!("the documents are not at hand in {}: they were not compared", folder.display());
        return None;
    }
    Some(folder)
}
