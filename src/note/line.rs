//! The lines of a budget and the rules that compute them.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Administration, Area, CommitteeShare, DriverIx, Effect, Names, RowRef};
use crate::money;

/// A line of the budget: what it pays for or saves, and the rule that computes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its id within the variant.
    pub id: String,
    /// A short name, in our own words.
    pub name: Names,
    /// The position of its effort in the variant.
    pub effort: usize,
    /// Whether it is a cost or a saving.
    pub side: Side,
    /// The rule that computes its amount for a full year.
    pub rule: Rule,
    /// The share of that amount in each phase. A line per outcome follows the effect rates instead.
    pub schedule: Schedule,
    /// The steering area that the amount belongs to.
    pub area: Area,
    /// The administrations that the printed row names.
    pub administrations: Vec<Administration>,
    /// The committees that pay for it or gain from it; their shares add up to 1.
    pub committees: Vec<CommitteeShare>,
    /// The printed row that the line reproduces; `None` for a borrowed line, which the document does not print.
    pub row: Option<RowRef>,
    /// Why this rule and schedule were chosen, in our own words.
    pub basis: Names,
}

/// Whether a line is a cost or a saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// An expense; its amounts are positive.
    Cost,
    /// Money that is not spent; its amounts are negative.
    Saving,
}

/// How the amount of a line for a full year is computed, before its schedule or effect rate applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// Posts × cost per post.
    Staff {
        /// Where the number of posts comes from.
        posts: Posts,
        /// The driver with the annual cost of one post, in 1.000 kr.
        cost: DriverIx,
    },
    /// A fixed amount per year.
    Fixed {
        /// The driver with the amount, in 1.000 kr.
        amount: DriverIx,
    },
    /// Citizens × amount.
    PerCitizen {
        /// The driver with the number of citizens.
        citizens: DriverIx,
        /// The driver with the amount per citizen, in 1.000 kr.
        amount: DriverIx,
    },
    /// Citizens × effect rate of the year × amount.
    PerOutcome {
        /// The driver with the number of citizens.
        citizens: DriverIx,
        /// The effect rates, one for each phase.
        effect: Effect,
        /// The driver with the amount per citizen who reaches a job or education, in 1.000 kr.
        amount: DriverIx,
        /// The adjustment of a borrowed amount; `None` where the amount is the note's own.
        adjustment: Option<Adjustment>,
    },
}

/// The two drivers that adjust a borrowed unit saving: it is multiplied by the price factor, and by the share of
/// citizens who would not have found a job anyway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjustment {
    /// The driver with the factor between the price levels.
    pub price: DriverIx,
    /// The driver with the share of citizens who would have found a job anyway.
    pub anyway: DriverIx,
}

/// Where a number of posts comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Posts {
    /// A driver of its own.
    Driver(DriverIx),
    /// Citizens ÷ caseload.
    Caseload {
        /// The driver with the number of citizens.
        citizens: DriverIx,
        /// The driver with the caseload.
        caseload: DriverIx,
    },
}

/// The share of a line's amount in each phase of its effort. 1 is the whole amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// The share in the first year.
    #[serde(with = "money::decimal")]
    pub first: Decimal,
    /// The share from the second year on, while the effort runs.
    #[serde(with = "money::decimal")]
    pub running: Decimal,
    /// The share after the effort has stopped.
    #[serde(with = "money::decimal")]
    pub after: Decimal,
}

impl Default for Schedule {
    /// The whole amount while the effort runs, and nothing afterwards.
    fn default() -> Self {
        Self { first: Decimal::ONE, running: Decimal::ONE, after: Decimal::ZERO }
    }
}
