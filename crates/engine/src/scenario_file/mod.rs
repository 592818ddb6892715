//! A scenario and its outcome as a file in the public format, version 1. `schema/scenario-1.schema.json`, which is
//! published beside the page, describes the same format for other programs. A test checks that the two agree.
//!
//! Decimals are text with a decimal point, exact to the last digit. Cells are whole numbers of 1.000 kr. Drivers are in
//! the unit of the screen, as in a link: per cent, kroner. There are no wordings here.

mod read;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::computed::Computed;
use crate::link::OwnFile;
use crate::payback::{Convention, Payback};
use model::evaluate::View;
use model::money::{self, Thousands};
use model::note::{Side, Unit, Year};
use model::scenario::{PostsCount, Scenario};

pub use read::{FileError, LARGEST, OpenedFile, Remark, read};

/// The name of the format, which every file contains.
pub const FORMAT: &str = "indsatsregner-scenario";

/// The version that is written, and the only one that is read without a remark.
pub const VERSION: u32 = 1;

/// The file beside the page that describes the format.
pub const SCHEMA: &str = "scenario-1.schema.json";

/// A scenario file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// The address of the description of the format.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// When and by what it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<Written>,
    /// The whole address of the scenario. What the page showed beside it comes from here: the title, the perspective, the language, and
    /// what was open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The scenario. Nothing else is needed to compute it again.
    pub scenario: Values,
    /// What followed from the scenario when the file was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Results>,
}

/// When and by what a file was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// The day, as `2026-03-01`.
    pub on: String,
    /// The version of this program.
    pub version: String,
}

/// A note with the reader's values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Values {
    /// The permanent id of the note.
    pub note: String,
    /// The file that holds the note, where it does not ship.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_file: Option<NoteFile>,
    /// The note that its savings are borrowed from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub savings_from: Option<String>,
    /// How posts are counted.
    #[serde(default)]
    pub posts: PostsCount,
    /// The reader's rate for the discounted payback, in per cent a year. No document gives one.
    #[serde(default, with = "money::decimal")]
    pub discount_rate: Decimal,
    /// How many years ahead a payback is looked for; 20 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub horizon: Option<u32>,
    /// The drivers. A driver that is left out has the note's own value.
    #[serde(default)]
    pub drivers: Vec<DriverValue>,
}

/// The file of a note that does not ship: whoever opens the scenario needs it too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteFile {
    /// The name of its note.
    pub name: String,
    /// The fingerprint of what it says, in hexadecimal digits.
    pub fingerprint: String,
}

/// A driver with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DriverValue {
    /// Its permanent id.
    pub id: String,
    /// The reader's value, in `unit`.
    #[serde(with = "money::decimal")]
    pub value: Decimal,
    /// Whether the value follows another driver, in the note's proportion. Such a value is ignored when a file is opened.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub follows: bool,
    /// The note's own value, in `unit`. It is ignored when a file is opened.
    #[serde(default, with = "optional", skip_serializing_if = "Option::is_none")]
    pub published: Option<Decimal>,
    /// The unit of both values. It is ignored when a file is opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// Everything that follows from a scenario. Cells are in whole 1.000 kr. Savings are negative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Results {
    /// The years of every list below.
    pub years: Vec<Year>,
    /// The rows of the budget.
    pub lines: Vec<LineCells>,
    /// What follows for each effort.
    pub efforts: Vec<EffortResult>,
    /// The same money in each perspective.
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
    /// The sum of the cells.
    pub total: Thousands,
}

/// What follows for an effort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffortResult {
    /// Its id.
    pub id: String,
    /// The first year after it has stopped.
    pub stops: Year,
    /// Citizens in the effort at any one time.
    #[serde(default, with = "optional", skip_serializing_if = "Option::is_none")]
    pub citizens: Option<Decimal>,
    /// The full-time posts that citizens ÷ caseload leads to.
    #[serde(default, with = "optional", skip_serializing_if = "Option::is_none")]
    pub consultants: Option<Decimal>,
    /// All full-time posts.
    #[serde(with = "money::decimal")]
    pub posts: Decimal,
    /// Citizens who reach a job or education, one number a year.
    #[serde(with = "list")]
    pub outcomes: Vec<Decimal>,
    /// The costs, one cell a year.
    pub costs: Vec<Thousands>,
}

/// The money of one perspective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PerspectiveResult {
    /// `total`, `service`, or the short name of a committee.
    pub id: String,
    /// The expenses of each year.
    pub costs: Vec<Thousands>,
    /// The savings of each year.
    pub savings: Vec<Thousands>,
    /// Costs plus savings of each year.
    pub net: Vec<Thousands>,
    /// The net of each year and all earlier years together.
    pub cumulative: Vec<Thousands>,
    /// Payback by the document's convention.
    pub payback: PaybackResult,
    /// Payback, interpolated.
    pub payback_interpolated: PaybackResult,
    /// Payback as all costs ÷ the saving of the year that saves most. The first files of this version had neither this
    /// field nor the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payback_simple: Option<PaybackResult>,
    /// Payback in whole years, discounted by the reader's rate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payback_discounted: Option<PaybackResult>,
    /// Savings ÷ costs over all years. Missing where the note has no savings or the perspective no costs, and with the next
    /// two fields in the first files of this version.
    #[serde(default, with = "optional", skip_serializing_if = "Option::is_none")]
    pub returned: Option<Decimal>,
    /// Savings ÷ costs in `returned_year`.
    #[serde(default, with = "optional", skip_serializing_if = "Option::is_none")]
    pub returned_in_year: Option<Decimal>,
    /// The last year in which every effort with savings runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned_year: Option<Year>,
}

/// A payback time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum PaybackResult {
    /// It pays for itself.
    Reached {
        /// The number of years it takes by the convention.
        #[serde(with = "money::decimal")]
        years: Decimal,
        /// The calendar year in which it happens.
        year: u32,
    },
    /// It pays for itself, but only after the last year with costs. Only `payback_simple` says so.
    OnlyAfterwards,
    /// There are savings, but they do not cover the costs for good within the horizon.
    NotWithin {
        /// The horizon, in years from the first year of the table.
        horizon: u32,
        /// The first year at whose end the savings covered the costs so far, before later costs undid that.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ahead: Option<u32>,
    },
    /// There is nothing to pay back.
    NoCosts,
    /// There are no savings.
    NoSavings,
}

/// The key figures. Costs and people are those of `year`, the last year in which every effort runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyFigures {
    /// Costs plus savings over all years.
    pub net: Thousands,
    /// The year of the figures below.
    pub year: Year,
    /// Costs in that year.
    pub cost: Thousands,
    /// Citizens in the efforts at any one time.
    #[serde(with = "money::decimal")]
    pub citizens: Decimal,
    /// Citizens who reach a job or education.
    #[serde(with = "money::decimal")]
    pub outcomes: Decimal,
    /// Costs per citizen, in 1.000 kr.
    #[serde(default, with = "optional", skip_serializing_if = "Option::is_none")]
    pub cost_per_citizen: Option<Decimal>,
    /// Costs per citizen in a job or education, in 1.000 kr.
    #[serde(default, with = "optional", skip_serializing_if = "Option::is_none")]
    pub cost_per_outcome: Option<Decimal>,
    /// All full-time posts.
    #[serde(with = "money::decimal")]
    pub posts: Decimal,
    /// The full-time posts that citizens ÷ caseload leads to.
    #[serde(with = "money::decimal")]
    pub consultants: Decimal,
}

/// The file of a scenario. `address` is its whole address. `day` has the form `2026-03-01`.
#[must_use]
pub fn file(computed: &Computed<'_>, address: &str, day: &str) -> File {
    let page = address.split('#').next().unwrap_or_default();
    File {
        schema: page.rsplit_once('/').map(|(folder, _)| format!("{folder}/{SCHEMA}")),
        format: FORMAT.to_owned(),
        version: VERSION,
        written: Some(Written { on: day.to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() }),
        link: Some(address.to_owned()),
        scenario: values(&computed.scenario),
        outcome: Some(results(computed)),
    }
}

/// The id of the unit in which the screen shows a driver.
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
        Unit::Courses => "courses-per-year",
        Unit::AmountEach => "kroner-each",
        Unit::Years => "years",
        Unit::Factor => "factor",
        Unit::Increase => "per-cent-increase",
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
            follows: scenario.follows(ix),
            published: Some(on_screen(driver.value)),
            unit: Some(unit(driver.unit).to_owned()),
        }
    });
    Values {
        note: variant.id.clone(),
        note_file: OwnFile::of(scenario.note().document)
            .map(|file| NoteFile { name: file.name.words().to_owned(), fingerprint: file.fingerprint }),
        savings_from: variant.lender().map(str::to_owned),
        posts: scenario.posts(),
        discount_rate: rate.checked_mul(Unit::Share.scale()).unwrap_or(rate).normalize(),
        horizon: Some(scenario.horizon().years()),
        drivers: drivers.collect(),
    }
}

fn results(computed: &Computed<'_>) -> Results {
    let Computed { scenario, outcome, figures } = computed;
    let variant = scenario.note().variant;
    let effort_id = |index: usize| variant.efforts.get(index).map(|effort| effort.id.clone()).unwrap_or_default();
    let lines = variant.lines.iter().zip(&outcome.lines).map(|(line, line_outcome)| LineCells {
        id: line.id.clone(),
        effort: effort_id(line.effort),
        side: line.side,
        cells: line_outcome.cells.clone(),
        total: line_outcome.total(),
    });
    let efforts = outcome.efforts.iter().enumerate().map(|(effort_index, effort)| EffortResult {
        id: effort_id(effort_index),
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
        perspectives: outcome.views.iter().map(|view| perspective(computed, view)).collect(),
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

fn perspective(computed: &Computed<'_>, view: &View) -> PerspectiveResult {
    let payback_by = |convention| match computed.payback(view.perspective, convention) {
        Payback::Reached { years, year, .. } => PaybackResult::Reached { years: years.normalize(), year },
        Payback::OnlyAfterwards => PaybackResult::OnlyAfterwards,
        Payback::NotWithin { horizon, ahead } => PaybackResult::NotWithin { horizon, ahead },
        Payback::NoCosts => PaybackResult::NoCosts,
        Payback::NoSavings => PaybackResult::NoSavings,
    };
    // This names every convention, so a new one does not compile until it has a field here.
    let [first_year, interpolated, simple, discounted] = Convention::all(computed.scenario.rate());
    let returned = Some(computed.figures.returned(view.perspective));
    let returned = returned.filter(|_| computed.note().variant.states_savings());
    let exact = |ratio: Option<Decimal>| ratio.map(|ratio| ratio.normalize());
    PerspectiveResult {
        id: view.perspective.id(computed.note().variant).to_owned(),
        costs: view.costs.clone(),
        savings: view.savings.clone(),
        net: view.net.clone(),
        cumulative: view.cumulative.clone(),
        payback: payback_by(first_year),
        payback_interpolated: payback_by(interpolated),
        payback_simple: Some(payback_by(simple)),
        payback_discounted: Some(payback_by(discounted)),
        returned: exact(returned.and_then(|returned| returned.in_all)),
        returned_in_year: exact(returned.and_then(|returned| returned.in_year)),
        returned_year: returned.filter(|returned| returned.in_year.is_some()).map(|returned| returned.year),
    }
}

/// A decimal in the form of `money::decimal`, where serde needs a type.
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
