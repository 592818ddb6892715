//! What is printed: tables cell by cell, targets, results and sentences.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Area, Committee, Names, Source, Year};
use crate::money::{self, Thousands};

/// A printed table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Id within the document.
    pub id: String,
    /// How the document numbers it.
    pub place: String,
    /// The document's own heading.
    pub title: String,
    /// Position of the variant whose lines it shows.
    pub variant: usize,
    /// The years its columns are headed with.
    pub years: Vec<Year>,
    /// Its rows from top to bottom.
    pub rows: Vec<Row>,
}

/// A printed row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Id within the table.
    pub id: String,
    /// The document's own label.
    pub label: String,
    /// One cell a year; `None` where the document leaves it empty.
    pub cells: Vec<Option<Thousands>>,
    /// The printed sum over the years, where there is such a column.
    pub total: Option<Thousands>,
    /// The steering area the row names.
    pub area: Option<Area>,
    /// The committee whose part of the lines the row shows; `None` for all of it.
    pub committee: Option<Committee>,
    /// The printed distribution key, a share of 1.
    #[serde(with = "optional_decimal")]
    pub key: Option<Decimal>,
    /// The appropriation it names.
    pub appropriation: Option<String>,
    /// The full-time posts that the document states for it.
    pub staff: Option<Staff>,
    /// The earlier appropriation it prints.
    pub series: Option<Series>,
    /// Whether the reading of a scanned document lost its cells.
    pub lost: bool,
    /// Whether what it is the sum of adds up to what is printed.
    pub adds_up: bool,
    /// The rows of this table that it is the sum of.
    pub parts: Vec<usize>,
    /// The lines, by position in the table's variant, that it is the sum of.
    pub lines: Vec<usize>,
}

/// An earlier appropriation, the same in every document that prints it: `ips/budget-2022` is what the effort `ips` was given
/// with the budget of 2022.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Series(String);

impl Series {
    /// The key, as `effort/agreement`; `None` for any other form.
    #[must_use]
    pub fn new(key: &str) -> Option<Self> {
        let (effort, agreement) = key.split_once('/')?;
        let is_id =
            |id: &str| !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        (is_id(effort) && is_id(agreement)).then(|| Self(key.to_owned()))
    }

    /// The id of the effort that it was given to.
    #[must_use]
    pub fn effort(&self) -> &str {
        self.0.split_once('/').map_or("", |(effort, _)| effort)
    }

    /// The budget it was given with, where it is no other agreement.
    #[must_use]
    pub fn budget(&self) -> Option<Year> {
        self.0.split_once("/budget-").and_then(|(_, year)| year.parse().ok())
    }
}

/// A row of one of a document's tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RowRef {
    /// Position of the table in the document.
    pub table: usize,
    /// Position of the row in the table.
    pub row: usize,
}

/// What an effort is to reach, as the document defines it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Id within the document.
    pub id: String,
    /// What is aimed at: the same key in every document that has such a target.
    pub aim: String,
    /// The effort, by id.
    pub effort: String,
    /// How it is defined: another key for another definition.
    pub definition: String,
    /// The share that is aimed at.
    #[serde(with = "money::decimal")]
    pub share: Decimal,
    /// Share of whom, measured how, in our own words.
    pub measure: Names,
    /// When it is followed up, in our own words.
    pub follow_up: Names,
    /// Where it stands.
    pub source: Source,
}

/// The full-time posts that a document states for a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// How many.
    #[serde(with = "money::decimal")]
    pub posts: Decimal,
    /// What they are: the same key for posts that should cost alike.
    pub kind: String,
    /// Where it stands.
    pub source: Source,
}

/// A sentence with an amount or a span of years in it, and the rows it speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Id within the document.
    pub id: String,
    /// Where it stands.
    pub source: Source,
    /// The amount a year.
    pub amount: Option<StatedAmount>,
    /// The first and last year it gives.
    pub years: Option<(Year, Year)>,
    /// The rows it speaks of, taken together.
    pub rows: Vec<RowRef>,
}

/// An amount in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedAmount {
    /// In 1.000 kr.
    #[serde(with = "money::decimal")]
    pub thousands: Decimal,
    /// What its last digit counts, in 1.000 kr.: 100 for "5,7 mio."
    #[serde(with = "money::decimal")]
    pub rounded_to: Decimal,
    /// The first and last year that it is about; all that the rows have, where `None`.
    pub years: Option<(Year, Year)>,
}

/// What was measured of an effort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// Id within the document.
    pub id: String,
    /// What it measures: the key of the target it belongs to.
    pub aim: String,
    /// The effort, by id.
    pub effort: String,
    /// The share that was reached.
    #[serde(default, with = "optional_decimal")]
    pub share: Option<Decimal>,
    /// A number of people.
    #[serde(default)]
    pub count: Option<u32>,
    /// Of whom, measured how, in our own words.
    pub measure: Names,
    /// When, in our own words.
    pub period: Names,
    /// The first year of the period.
    pub from: Year,
    /// The last year of the period.
    pub to: Year,
    /// How it is defined, as in [`Target::definition`].
    pub definition: String,
    /// Where it stands.
    pub source: Source,
}

/// A printed amount that is no data here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Omitted {
    /// As printed.
    pub amount: String,
    /// Why it is left out, in our own words.
    pub why: Names,
    /// Where it stands.
    pub source: Source,
}

impl Table {
    /// The cell of `row` in `year`.
    #[must_use]
    pub fn cell(&self, row: &Row, year: Year) -> Option<Thousands> {
        let column = self.years.iter().position(|printed| *printed == year)?;
        row.cells.get(column).copied().flatten()
    }
}

mod optional_decimal {
    use rust_decimal::Decimal;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::money;

    #[derive(Serialize, Deserialize)]
    #[serde(transparent)]
    struct Wrapped(#[serde(with = "money::decimal")] Decimal);

    #[allow(clippy::ref_option, reason = "the signature that serde's `with` asks for")]
    pub(super) fn serialize<S: Serializer>(value: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
        value.map(Wrapped).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
        Ok(Option::<Wrapped>::deserialize(deserializer)?.map(|wrapped| wrapped.0))
    }
}
