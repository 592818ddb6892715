//! What a document prints: tables cell by cell, targets, results and sentences.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Area, Committee, Names, Source, Year};
use crate::money::{self, Thousands};

/// A printed table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its id within the document.
    pub id: String,
    /// Its number in the document: `Tabel 4`.
    pub place: String,
    /// The document's own heading.
    pub title: String,
    /// The position of the variant whose lines the table shows.
    pub variant: usize,
    /// The years of its columns, from left to right.
    pub years: Vec<Year>,
    /// Its rows, from top to bottom.
    pub rows: Vec<Row>,
}

/// A printed row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its id within the table.
    pub id: String,
    /// The document's own label.
    pub label: String,
    /// One cell per year; `None` where the document leaves the cell empty.
    pub cells: Vec<Option<Thousands>>,
    /// The printed sum over the years; `None` where the table has no such column.
    pub total: Option<Thousands>,
    /// The steering area that the row names.
    pub area: Option<Area>,
    /// The committee whose part of the lines the row shows; `None` where it shows the whole amount.
    pub committee: Option<Committee>,
    /// The printed distribution key, a share of 1.
    #[serde(with = "optional_decimal")]
    pub key: Option<Decimal>,
    /// The appropriation that the row names.
    pub appropriation: Option<String>,
    /// The full-time posts that the document states for the row.
    pub staff: Option<Staff>,
    /// The earlier appropriation that the row prints.
    pub series: Option<Series>,
    /// Whether the scan of the document lost the cells of this row.
    pub lost: bool,
    /// Whether the printed amounts equal the sum of `parts` and of the years. `false` marks an error in the document.
    pub adds_up: bool,
    /// The positions of the rows of this table that the row adds up.
    pub parts: Vec<usize>,
    /// The positions of the lines, in the table's variant, that the row adds up.
    pub lines: Vec<usize>,
}

/// An earlier appropriation. Every document that prints it uses the same key: `ips/budget-2022` is what the effort
/// `ips` was granted in the budget for 2022.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Series(String);

impl Series {
    /// The series with this key, written as `effort/agreement`; `None` for any other form.
    ///
    /// ```
    /// use indsatsregner::note::Series;
    ///
    /// let series = Series::new("ips/budget-2022").unwrap();
    /// assert_eq!((series.effort(), series.budget()), ("ips", Some(2022)));
    /// assert_eq!(Series::new("ips"), None);
    /// ```
    #[must_use]
    pub fn new(key: &str) -> Option<Self> {
        let (effort, agreement) = key.split_once('/')?;
        let is_id =
            |id: &str| !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        (is_id(effort) && is_id(agreement)).then(|| Self(key.to_owned()))
    }

    /// The id of the effort that was granted the money.
    #[must_use]
    pub fn effort(&self) -> &str {
        self.0.split_once('/').map_or("", |(effort, _)| effort)
    }

    /// The year of the budget that granted the money; `None` where another agreement did.
    #[must_use]
    pub fn budget(&self) -> Option<Year> {
        self.0.split_once("/budget-").and_then(|(_, year)| year.parse().ok())
    }
}

/// A reference to a row of one of the document's tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RowRef {
    /// The position of the table in the document.
    pub table: usize,
    /// The position of the row in the table.
    pub row: usize,
}

/// The target of an effort, as the document defines it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Its id within the document.
    pub id: String,
    /// A key for the aim. Targets for the same aim have the same key in every document.
    pub aim: String,
    /// The id of the effort.
    pub effort: String,
    /// A key for the definition. Targets that are defined differently have different keys.
    pub definition: String,
    /// The share of citizens to reach, a share of 1.
    #[serde(with = "money::decimal")]
    pub share: Decimal,
    /// Whose share it is and how it is measured, in our own words.
    pub measure: Names,
    /// When the city follows up on it, in our own words.
    pub follow_up: Names,
    /// Where the document says so.
    pub source: Source,
}

/// The full-time posts that a document states for a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// The number of posts.
    #[serde(with = "money::decimal")]
    pub posts: Decimal,
    /// A key for the kind of post. Posts of the same kind should cost the same.
    pub kind: String,
    /// Where the document says so.
    pub source: Source,
}

/// A sentence that gives an amount or a span of years, and the rows that the sentence is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Its id within the document.
    pub id: String,
    /// The place and the words of the sentence.
    pub source: Source,
    /// The amount per year, where the sentence gives one.
    pub amount: Option<StatedAmount>,
    /// The first and the last year, where the sentence gives them.
    pub years: Option<(Year, Year)>,
    /// The rows that the sentence is about. Their cells are added up before they are compared with it.
    pub rows: Vec<RowRef>,
}

/// An amount in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedAmount {
    /// The amount in 1.000 kr.
    #[serde(with = "money::decimal")]
    pub thousands: Decimal,
    /// The value of its last digit, in 1.000 kr.: 100 for "5,7 mio."
    #[serde(with = "money::decimal")]
    pub rounded_to: Decimal,
    /// The first and the last year that the amount is about; `None` means every year of the rows.
    pub years: Option<(Year, Year)>,
}

/// A measured result of an effort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// Its id within the document.
    pub id: String,
    /// The aim it is measured against, as in [`Target::aim`].
    pub aim: String,
    /// The id of the effort.
    pub effort: String,
    /// The share of citizens that was reached, a share of 1; `None` where the document gives only a number of people.
    #[serde(default, with = "optional_decimal")]
    pub share: Option<Decimal>,
    /// The number of people, where the document gives one.
    #[serde(default)]
    pub count: Option<u32>,
    /// Who was counted and how it was measured, in our own words.
    pub measure: Names,
    /// The period of the measurement, in our own words.
    pub period: Names,
    /// The first year of the period.
    pub from: Year,
    /// The last year of the period.
    pub to: Year,
    /// A key for the definition, as in [`Target::definition`].
    pub definition: String,
    /// Where the document says so.
    pub source: Source,
}

/// A printed amount that was not transcribed as data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Omitted {
    /// The amount, as the document prints it.
    pub amount: String,
    /// Why it is left out, in our own words.
    pub why: Names,
    /// Where the document prints it.
    pub source: Source,
}

impl Table {
    /// The cell of `row` in `year`; `None` where the table has no such year or the document leaves the cell empty.
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
