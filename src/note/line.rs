//! The rows of a budget and the rules that compute them.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Administration, Area, CommitteeShare, DriverIx, Effect, Names, RowRef};
use crate::money;

/// A row of the budget: what it is and how it is computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Id within the variant.
    pub id: String,
    /// A short name of our own.
    pub name: Names,
    /// Position of the effort it belongs to.
    pub effort: usize,
    /// Whether it costs or saves.
    pub side: Side,
    /// The rule that gives its amount.
    pub rule: Rule,
    /// What share of that amount falls in each phase; for a line per outcome the effect rates say so instead.
    pub schedule: Schedule,
    /// The steering area.
    pub area: Area,
    /// The administrations that the row names.
    pub administrations: Vec<Administration>,
    /// The committees that carry it, shares adding up to 1.
    pub committees: Vec<CommitteeShare>,
    /// The printed row that it reproduces; `None` for a borrowed line, which no row of the document prints.
    pub row: Option<RowRef>,
    /// What the choice of rule and schedule rests on, in our own words.
    pub basis: Names,
}

/// Whether a line costs or saves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// An expense: positive.
    Cost,
    /// Money not spent: negative.
    Saving,
}

/// How the amount of a line is computed, before its schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// Posts × cost per post.
    Staff {
        /// How many posts.
        posts: Posts,
        /// The driver with the annual cost of one, in 1.000 kr.
        cost: DriverIx,
    },
    /// An amount a year.
    Fixed {
        /// The driver with the amount, in 1.000 kr.
        amount: DriverIx,
    },
    /// Citizens × amount.
    PerCitizen {
        /// The driver with the citizens.
        citizens: DriverIx,
        /// The driver with the amount per citizen, in 1.000 kr.
        amount: DriverIx,
    },
    /// Citizens × effect rate of the year × amount.
    PerOutcome {
        /// The driver with the citizens.
        citizens: DriverIx,
        /// The rates.
        effect: Effect,
        /// The driver with the amount per citizen in a job or education, in 1.000 kr.
        amount: DriverIx,
        /// What a borrowed amount is multiplied with besides; `None` for the note's own.
        adjustment: Option<Adjustment>,
    },
}

/// What a borrowed unit saving is adjusted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjustment {
    /// The driver with the factor between the price levels.
    pub price: DriverIx,
    /// The driver with the share who would have found a job anyway.
    pub anyway: DriverIx,
}

/// Where a number of posts comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Posts {
    /// The reader sets it.
    Driver(DriverIx),
    /// Citizens ÷ caseload.
    Caseload {
        /// The driver with the citizens.
        citizens: DriverIx,
        /// The driver with the caseload.
        caseload: DriverIx,
    },
}

/// What share of a line's amount falls in each phase of its effort. Shares of 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// In the first year.
    #[serde(with = "money::decimal")]
    pub first: Decimal,
    /// From the second year, as long as the effort runs.
    #[serde(with = "money::decimal")]
    pub running: Decimal,
    /// After it has stopped.
    #[serde(with = "money::decimal")]
    pub after: Decimal,
}

impl Default for Schedule {
    /// In full while the effort runs, nothing after.
    fn default() -> Self {
        Self { first: Decimal::ONE, running: Decimal::ONE, after: Decimal::ZERO }
    }
}
