//! The lines of a budget.

use serde::{Deserialize, Serialize};

use super::{Administration, Area, CommitteeShare, Formula, Names, RowRef};

/// A line of the budget: what it pays for or saves, and the rule that computes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its id within the variant.
    pub id: String,
    /// A short name, in our own words.
    pub name: Names,
    /// The position of its effort in the variant.
    pub effort: usize,
    /// Whether it is a cost, an income or a saving.
    pub side: Side,
    /// What gives its amount.
    pub formula: Formula,
    /// The steering area that the amount belongs to.
    pub area: Area,
    /// The administrations that the printed row names.
    pub administrations: Vec<Administration>,
    /// The committees that pay for it or gain from it; their shares add up to 1. Empty only in a note that does
    /// not ship.
    pub committees: Vec<CommitteeShare>,
    /// The printed row that the line reproduces; `None` for a borrowed line, which the document does not print,
    /// and for a line of a note that does not ship and has no table.
    pub row: Option<RowRef>,
    /// Why this formula was chosen, in our own words; `None` only in a note that does not ship.
    pub basis: Option<Names>,
    /// A key that the lines of every note share where they are the same row, written as `effort/row`: `ips/consultants`. Lines
    /// of one variant with the same key make up the row together. `None` where no other note has the row.
    pub same_row: Option<String>,
}

/// Whether a line is a cost, an income or a saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// An expense; its amounts are positive.
    Cost,
    /// Money that comes in because of a cost: a refund by the state, a payment by users. Its amounts are negative, and they are
    /// counted with the costs: what the city pays is the rest. It is no saving, so it pays nothing back.
    Income,
    /// Money that is not spent; its amounts are negative.
    Saving,
}

impl Side {
    /// Whether its amounts are negative: those of an income and of a saving.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        match self {
            Self::Cost => false,
            Self::Income | Self::Saving => true,
        }
    }

    /// Whether its amounts are counted with the costs: those of a cost, and of an income that is subtracted from them.
    #[must_use]
    pub const fn is_of_costs(self) -> bool {
        match self {
            Self::Cost | Self::Income => true,
            Self::Saving => false,
        }
    }
}
