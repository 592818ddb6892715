//! The rows of a budget.

use serde::{Deserialize, Serialize};

use super::{Administration, Area, CommitteeShare, Formula, Names, RowRef};

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
    /// What gives its amount.
    pub formula: Formula,
    /// The steering area.
    pub area: Area,
    /// The administrations that the row names.
    pub administrations: Vec<Administration>,
    /// The committees that carry it, shares adding up to 1.
    pub committees: Vec<CommitteeShare>,
    /// The printed row that it reproduces; `None` for a borrowed line, which no row of the document prints.
    pub row: Option<RowRef>,
    /// What the choice of its formula rests on, in our own words.
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
