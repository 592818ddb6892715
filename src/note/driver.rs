//! The numbers that a reader may change.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Names, Origin, Source};
use crate::money;

/// A driver of the variant, by position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DriverIx(pub(crate) usize);

/// A number that lines are computed from and that the reader may change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Driver {
    /// Permanent id: it lives in links.
    pub id: String,
    /// What we call it on screen.
    pub name: Names,
    /// The same within a sentence, in the definite form: "sagsstammen".
    pub mention: Names,
    /// The heading it stands under.
    pub group: Group,
    /// What it is counted in.
    pub unit: Unit,
    /// The document's value, in the model's unit (see [`Unit`]).
    #[serde(with = "money::decimal")]
    pub value: Decimal,
    /// Where that value comes from.
    pub origin: Origin,
    /// Groups that the document divides the value into.
    pub parts: Vec<Part>,
    /// The range that the document itself gives.
    pub range: Option<Range>,
    /// Other values that a document has for it: measured beside aimed at.
    pub alternatives: Vec<Alternative>,
}

/// Another value that a document has for a driver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// What we call it on screen.
    pub name: Names,
    /// The value, in the driver's unit.
    #[serde(with = "money::decimal")]
    pub value: Decimal,
    /// Where it comes from.
    pub origin: Origin,
}

/// One of the groups a driver's value is divided into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// What we call it on screen.
    pub name: Names,
    /// Its share of the value, in the driver's unit.
    #[serde(with = "money::decimal")]
    pub value: Decimal,
    /// Where it stands.
    pub source: Source,
}

/// A range that a document gives for a driver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// Its lower end, in the driver's unit.
    #[serde(with = "money::decimal")]
    pub low: Decimal,
    /// Its upper end, in the driver's unit.
    #[serde(with = "money::decimal")]
    pub high: Decimal,
    /// Where it stands.
    pub source: Source,
}

/// The heading that a driver stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Citizens and caseload.
    Citizens,
    /// Posts and what a post costs.
    Staff,
    /// Effect rates.
    Effect,
    /// Savings per citizen in a job, and fixed savings.
    Savings,
    /// How long the effort runs.
    Period,
}

impl Group {
    /// Every group, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Citizens, Self::Staff, Self::Effect, Self::Savings, Self::Period];
}

/// What a driver is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// People, in whole numbers.
    Citizens,
    /// Citizens per consultant at a time.
    CitizensPerPost,
    /// Full-time posts.
    Posts,
    /// 1.000 kr. a post and year.
    CostPerPost,
    /// A share of 1; shown in per cent.
    Share,
    /// 1.000 kr. a citizen who reaches a job or education, and year.
    AmountPerOutcome,
    /// 1.000 kr. a year.
    AmountPerYear,
    /// Whole years.
    Years,
    /// A number to multiply with.
    Factor,
}

impl Unit {
    /// The decimals that a value may have on screen.
    #[must_use]
    pub const fn decimals(self) -> u32 {
        match self {
            Self::Citizens | Self::Years => 0,
            Self::CitizensPerPost
            | Self::Posts
            | Self::Share
            | Self::CostPerPost
            | Self::AmountPerOutcome
            | Self::AmountPerYear => 2,
            Self::Factor => 3,
        }
    }

    /// What the model's value is multiplied with on screen and in links: per cent for shares, whole kroner for
    /// amounts per post or person.
    #[must_use]
    pub fn scale(self) -> Decimal {
        match self {
            Self::Share => Decimal::ONE_HUNDRED,
            Self::CostPerPost | Self::AmountPerOutcome | Self::AmountPerYear => Decimal::ONE_THOUSAND,
            Self::Citizens | Self::CitizensPerPost | Self::Posts | Self::Years | Self::Factor => Decimal::ONE,
        }
    }

    /// The lowest and highest value that the model accepts, in its own unit. Wide enough for any question a reader
    /// has, narrow enough that every product of drivers is exact.
    #[must_use]
    pub fn bounds(self) -> (Decimal, Decimal) {
        let to = |low: u32, high: u32| (Decimal::from(low), Decimal::from(high));
        match self {
            Self::Citizens => to(0, 100_000),
            Self::CitizensPerPost => to(1, 1_000),
            Self::Posts => to(0, 1_000),
            Self::CostPerPost | Self::AmountPerOutcome => to(0, 10_000),
            Self::Share => to(0, 1),
            Self::AmountPerYear => to(0, 1_000_000),
            Self::Years => to(1, 20),
            Self::Factor => (Decimal::new(1, 1), Decimal::TEN),
        }
    }
}
