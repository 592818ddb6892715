//! A scenario and its outcome as a file: the published format, version 1. `schema/scenario-1.schema.json`, laid beside the page, says the same to
//! other programs, and a test holds the two together.
//!
//! Numbers that are decimals are text, exact to the last digit, with a decimal point; printed cells are whole numbers of
//! 1.000 kr. Drivers are in the unit of the screen, as in a link: per cent, kroner. Nothing here has wordings.

mod read;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::computed::Computed;
use crate::evaluate::View;
use crate::money::{self, Thousands};
use crate::note::{Side, Unit, Year};
use crate::payback::{Convention, Payback, payback};
use crate::scenario::{PostsCount, Scenario};

pub use read::{FileError, LARGEST, OpenedFile, Remark, read};

/// What a file says that it is.
pub const FORMAT: &str = "indsatsregner-scenario";

/// The version that is written, and the one that is read without a remark.
pub const VERSION: u32 = 1;

/// Where the format is described, beside the page.
pub const SCHEMA: &str = "scenario-1.schema.json";

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Where the format is described.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// When and by what it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<Written>,
    /// The whole permanent address of the scenario.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The scenario: all that is needed to open it again.
    pub scenario: Values,
    /// What followed from it when it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Results>,
}

/// When and by what a file was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// The day, as `2026-03-01`.
    pub on: String,
    /// The engine's version.
    pub version: String,
}

/// A note with the reader's values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Values {
    /// The permanent id of the note.
    pub note: String,
    /// The note that its savings are borrowed from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub savings_from: Option<String>,
    /// How posts are counted.
    #[serde(default)]
    pub posts: PostsCount,
    /// The reader's rate for the discounted payback, in per cent a year. None of the documents has one.
    #[serde(default, with = "money::decimal")]
    pub discount_rate: Decimal,
    /// Its drivers. One that is left out has the note's own value.
    #[serde(default)]
    pub drivers: Vec<DriverValue>,
}

/// A driver with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DriverValue {
    /// Its permanent id.
    pub id: String,
    /// The value in force, in `unit`.
    #[serde(with = "money::decimal")]
    pub value: Decimal,
    /// The note's own value, in `unit`; reading it changes nothing.
    #[serde(default, with = "optional", skip_serializing_if = "Option::is_none")]
    pub published: Option<Decimal>,
    /// What it is counted in; reading it changes nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// All that follows from a scenario. Cells are in whole 1.000 kr., savings negative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Results {
    /// The years of every list below.
    pub years: Vec<Year>,
    /// The rows of the budget.
    pub lines: Vec<LineCells>,
    /// What each effort does.
    pub efforts: Vec<EffortResult>,
    /// The same money seen from each side.
    pub perspectives: Vec<PerspectiveResult>,
    /// The key figures.
    pub figures: KeyFigures,
}

/// A row of the budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineCells {
    /// Its id.
    pub id: String,
    /// The id of its effort.
    pub effort: String,
    /// Whether it costs or saves.
    pub side: Side,
    /// One cell a year.
    pub cells: Vec<Thousands>,
    /// Their sum.
    pub total: Thousands,
}

/// What an effort does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffortResult {
    /// Its id.
    pub id: String,
    /// The first year after it has stopped.
    pub stops: Year,
    /// Citizens at a time.
    #[serde(default, with = "optional", skip_serializing_if = "Option::is_none")]
    pub citizens: Option<Decimal>,
    /// The full-time posts that citizens and caseload lead to.
    #[serde(default, with = "optional", skip_serializing_if = "Option::is_none")]
    pub consultants: Option<Decimal>,
    /// All its full-time posts.
    #[serde(with = "money::decimal")]
    pub posts: Decimal,
    /// Citizens who reach a job or education, by year.
    #[serde(with = "list")]
    pub outcomes: Vec<Decimal>,
    /// What it costs, by year.
    pub costs: Vec<Thousands>,
}

/// The money of one perspective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PerspectiveResult {
    /// `total`, `service`, or the short name of a committee.
    pub id: String,
    /// Expenses by year.
    pub costs: Vec<Thousands>,
    /// Savings by year.
    pub savings: Vec<Thousands>,
    /// Both together.
    pub net: Vec<Thousands>,
    /// The net of a year and all before it.
    pub cumulative: Vec<Thousands>,
    /// Payback by the document's convention.
    pub payback: PaybackResult,
    /// The same, interpolated.
    pub payback_interpolated: PaybackResult,
    /// All costs ÷ the saving of the year that saves most. The first files of this version had neither this nor the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payback_simple: Option<PaybackResult>,
    /// In whole years, discounted by the reader's rate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payback_discounted: Option<PaybackResult>,
}

/// A payback time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum PaybackResult {
    /// After so many years, in that calendar year.
    Reached {
        /// Years by the convention.
        #[serde(with = "money::decimal")]
        years: Decimal,
        /// The calendar year.
        year: u32,
    },
    /// The savings never make up for the costs.
    Never,
    /// There is nothing to pay back.
    NoCosts,
    /// There are no savings.
    NoSavings,
}

/// The key figures. Costs and people are those of `year`, the last one in which every effort runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyFigures {
    /// Costs plus savings over all years.
    pub net: Thousands,
    /// The year of the figures below.
    pub year: Year,
    /// Costs in that year.
    pub cost: Thousands,
    /// Citizens at a time.
    #[serde(with = "money::decimal")]
    pub citizens: Decimal,
    /// Citizens who reach a job or education.
    #[serde(with = "money::decimal")]
    pub outcomes: Decimal,
    /// In 1.000 kr.
    #[serde(default, with = "optional", skip_serializing_if = "Option::is_none")]
    pub cost_per_citizen: Option<Decimal>,
    /// In 1.000 kr.
    #[serde(default, with = "optional", skip_serializing_if = "Option::is_none")]
    pub cost_per_outcome: Option<Decimal>,
    /// Full-time posts.
    #[serde(with = "money::decimal")]
    pub posts: Decimal,
    /// Full-time posts that the caseload decides.
    #[serde(with = "money::decimal")]
    pub consultants: Decimal,
}

/// The file of a scenario. `address` is its whole permanent address, `day` as `2026-03-01`.
#[must_use]
pub fn file(computed: &Computed<'_>, address: &str, day: &str) -> File {
    let page = address.split('#').next().unwrap_or_default();
    let folder = page.rsplit_once('/').map(|(folder, _)| format!("{folder}/{SCHEMA}"));
    File {
        schema: folder,
        format: FORMAT.to_owned(),
        version: VERSION,
        written: Some(Written { on: day.to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() }),
        link: Some(address.to_owned()),
        scenario: values(&computed.scenario),
        outcome: Some(results(computed)),
    }
}

/// The id of what a driver is counted in, on screen.
#[must_use]
pub const fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Citizens => "citizens",
        Unit::CitizensPerPost => "citizens-per-post",
        Unit::Posts => "posts",
        Unit::CostPerPost => "kroner-per-post-and-year",
        Unit::Share => "per-cent",
        Unit::AmountPerOutcome => "kroner-per-outcome-and-year",
        Unit::AmountPerYear => "kroner-per-year",
        Unit::Years => "years",
        Unit::Factor => "factor",
    }
}

fn values(scenario: &Scenario<'_>) -> Values {
    let rate = scenario.rate();
    let variant = scenario.note().variant;
    let drivers = variant.drivers().map(|(ix, driver)| {
        let on_screen = |value: Decimal| value.checked_mul(driver.unit.scale()).unwrap_or(value).normalize();
        DriverValue {
            id: driver.id.clone(),
            value: on_screen(scenario.value(ix).unwrap_or(driver.value)),
            published: Some(on_screen(driver.value)),
            unit: Some(unit(driver.unit).to_owned()),
        }
    });
    Values {
        note: variant.id.clone(),
        savings_from: variant.lender().map(str::to_owned),
        posts: scenario.posts(),
        discount_rate: rate.checked_mul(Unit::Share.scale()).unwrap_or(rate).normalize(),
        drivers: drivers.collect(),
    }
}

fn results(Computed { scenario, outcome, figures }: &Computed<'_>) -> Results {
    let variant = scenario.note().variant;
    let effort_id = |at: usize| variant.efforts.get(at).map(|effort| effort.id.clone()).unwrap_or_default();
    let lines = variant.lines.iter().zip(&outcome.lines).map(|(line, cells)| LineCells {
        id: line.id.clone(),
        effort: effort_id(line.effort),
        side: line.side,
        cells: cells.cells.clone(),
        total: cells.total(),
    });
    let efforts = outcome.efforts.iter().enumerate().map(|(at, effort)| EffortResult {
        id: effort_id(at),
        stops: effort.stops,
        citizens: effort.citizens.map(|number| number.normalize()),
        consultants: effort.consultants.map(|number| number.normalize()),
        posts: effort.posts.normalize(),
        outcomes: effort.outcomes.iter().map(Decimal::normalize).collect(),
        costs: effort.costs.clone(),
    });
    Results {
        years: outcome.years.clone(),
        lines: lines.collect(),
        efforts: efforts.collect(),
        perspectives: outcome.views.iter().map(|view| perspective(view, variant.first, scenario.rate())).collect(),
        figures: KeyFigures {
            net: figures.net,
            year: figures.year,
            cost: figures.cost,
            citizens: figures.citizens.normalize(),
            outcomes: figures.outcomes.normalize(),
            cost_per_citizen: figures.cost_per_citizen.map(|number| number.normalize()),
            cost_per_outcome: figures.cost_per_outcome.map(|number| number.normalize()),
            posts: figures.posts.normalize(),
            consultants: figures.consultants.normalize(),
        },
    }
}

fn perspective(view: &View, first: Year, rate: Decimal) -> PerspectiveResult {
    let by = |convention| match payback(view, first, convention) {
        Payback::Reached { years, year } => PaybackResult::Reached { years: years.normalize(), year },
        Payback::Never => PaybackResult::Never,
        Payback::NoCosts => PaybackResult::NoCosts,
        Payback::NoSavings => PaybackResult::NoSavings,
    };
    // Every convention there is: a new one has no place here until it is given one.
    let [first_year, interpolated, simple, discounted] = Convention::all(rate);
    PerspectiveResult {
        id: view.perspective.id().to_owned(),
        costs: view.costs.clone(),
        savings: view.savings.clone(),
        net: view.net.clone(),
        cumulative: view.cumulative.clone(),
        payback: by(first_year),
        payback_interpolated: by(interpolated),
        payback_simple: Some(by(simple)),
        payback_discounted: Some(by(discounted)),
    }
}

/// A decimal as `money::decimal` has it, for where serde wants a type.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Exact(#[serde(with = "money::decimal")] Decimal);

mod optional {
    use rust_decimal::Decimal;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Exact;

    #[allow(clippy::ref_option, reason = "the signature that serde's `with` asks for")]
    pub(super) fn serialize<S: Serializer>(value: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
        value.map(Exact).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
        Ok(Option::<Exact>::deserialize(deserializer)?.map(|exact| exact.0))
    }
}

mod list {
    use rust_decimal::Decimal;
    use serde::{Deserialize, Deserializer, Serializer};

    use super::Exact;

    pub(super) fn serialize<S: Serializer>(values: &[Decimal], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(values.iter().map(|value| Exact(*value)))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Decimal>, D::Error> {
        Ok(Vec::<Exact>::deserialize(deserializer)?.into_iter().map(|exact| exact.0).collect())
    }
}
