//! What of a table may be read otherwise than it is meant.

use rust_decimal::Decimal;

use super::Table;
use crate::label::Loss;
use words::Words;

/// Something of a table that was perhaps not read as it is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The line of the pasted text, from 1.
    pub line: u32,
    /// The label of the row.
    pub label: String,
    /// What is in doubt.
    pub about: About,
}

/// What may be read wrongly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The row has more numbers than the table has years, and only the first ones were read.
    MoreNumbers,
    /// The row has fewer numbers than the table has years, and was not read.
    FewerNumbers,
    /// Something among the numbers of the row is none, and the row was not read.
    NoNumber,
    /// The line has several numbers and no label, and was not read.
    NoLabel,
    /// The line is the first of so many with running text, none of which was read.
    RunningText {
        /// How many there are.
        lines: usize,
    },
    /// The row says that it is a sum, and the rows above it add up to something else in a column.
    OtherSum {
        /// The column, from 0.
        column: usize,
        /// What stands in the row.
        printed: Decimal,
        /// What the rows above add up to.
        parts: Decimal,
    },
    /// The amounts of the row are below zero, and its label says that something is lost.
    Lost(Loss),
    /// The amounts of the row are above zero, and its label says a saving.
    SavingAboveZero,
}

impl Table {
    /// A sentence on each thing that the reader should look at.
    #[must_use]
    pub fn doubts_in_words(&self, words: Words) -> Vec<String> {
        let said = |Doubt { line, label, about }: &Doubt| match about {
            About::MoreNumbers => words.table_more(*line, label),
            About::FewerNumbers => words.table_fewer(*line, label),
            About::NoNumber => words.table_no_number(*line, label),
            About::NoLabel => words.table_no_label(*line),
            About::RunningText { lines } => words.table_running_text(*line, label, *lines),
            About::OtherSum { column, printed, parts } => {
                let year = self.years.get(*column).copied().unwrap_or_default();
                words.table_other_sum(*line, label, year, (*printed, *parts))
            }
            About::Lost(Loss::Income) => words.table_lost_income(*line, label),
            About::Lost(Loss::Grant) => words.table_lost_grant(*line, label),
            About::SavingAboveZero => words.table_saving_above_zero(*line, label),
        };
        self.doubts.iter().map(said).collect()
    }
}
