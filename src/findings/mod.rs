//! Where documents contradict themselves or each other.
//!
//! One mechanism: every kind of check walks the data, lays two things that should agree beside each other and says whether
//! they do. No known error is listed anywhere; what is found follows from what was transcribed. A check covers the cells of
//! one row, sentence or pair; how many comparisons it made is counted.

mod across;
mod within;

use crate::money::Thousands;
use crate::note::{Document, Year};
use rust_decimal::Decimal;

/// What was compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A printed total and its parts.
    Sum,
    /// The same lines in two tables of a document.
    Repeated,
    /// An amount in a sentence and the table.
    Statement,
    /// The years in a sentence and the table.
    Years,
    /// A printed payback time and the one that the tables give.
    Payback,
    /// The cost per post that two rows imply.
    Posts,
    /// An earlier appropriation in two documents.
    Series,
    /// What a note proposes for an effort and what a later document says was granted.
    Granted,
    /// A line in two editions of a note.
    Edition,
    /// The committee of a line in two editions of a note.
    Committee,
    /// The definition of a target in two notes.
    Target,
}

impl Kind {
    /// Every kind, in the order of the page.
    pub const ALL: [Self; 11] = [
        Self::Sum,
        Self::Repeated,
        Self::Statement,
        Self::Years,
        Self::Payback,
        Self::Posts,
        Self::Series,
        Self::Granted,
        Self::Edition,
        Self::Committee,
        Self::Target,
    ];
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What was compared.
    pub kind: Kind,
    /// Where the two sides stand.
    pub sides: [Place; 2],
    /// Each comparison made.
    pub compared: Vec<Compared>,
}

/// Where one side of a check stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The document's id.
    pub document: String,
    /// The table or section, as the document numbers it.
    pub place: String,
    /// The document's own words: a row's label, a quote.
    pub words: String,
    /// Its rows, as ids of table and row, so that their cells can be marked; none for a sentence.
    pub rows: Vec<(String, String)>,
    /// The effort whose costs it is the sum of, by id, where it is such a sum.
    pub effort: Option<String>,
}

/// One comparison of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// What it is about.
    pub column: Column,
    /// The first side.
    pub left: Value,
    /// The second side.
    pub right: Value,
    /// Whether they agree.
    pub verdict: Verdict,
}

/// The column that a comparison is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// A year.
    Year(Year),
    /// The sum over the years.
    Total,
    /// The row or sentence as a whole.
    Whole,
}

/// One side of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A cell.
    Cell(Thousands),
    /// Nothing printed.
    Empty,
    /// An amount in a sentence, in 1.000 kr., and what its last digit counts.
    Stated(Decimal, Decimal),
    /// A first and last year.
    Years(Year, Year),
    /// A payback time in years; `None` for never.
    Payback(Option<Decimal>),
    /// 1.000 kr. a post.
    PerPost(Decimal),
    /// Committees, by their short names.
    Committees(Vec<crate::note::Committee>),
    /// A target: the share, and its definition in our words.
    Target(Decimal, crate::note::Names),
}

/// Whether two sides agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// They do.
    Agree,
    /// They do not.
    Differ,
    /// One side cannot be computed.
    Unknown,
}

impl Check {
    /// The verdict of the check: differ where any comparison does.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let has = |verdict| self.compared.iter().any(|compared| compared.verdict == verdict);
        if has(Verdict::Differ) {
            Verdict::Differ
        } else if has(Verdict::Unknown) {
            Verdict::Unknown
        } else {
            Verdict::Agree
        }
    }

    /// The comparisons in which the sides differ.
    pub fn differences(&self) -> impl Iterator<Item = &Compared> {
        self.compared.iter().filter(|compared| compared.verdict == Verdict::Differ)
    }

    /// The comparisons with the same two sides taken together, with the columns they are about.
    #[must_use]
    pub fn grouped(&self, verdict: Verdict) -> Vec<(Vec<Column>, &Compared)> {
        let mut groups: Vec<(Vec<Column>, &Compared)> = Vec::new();
        for compared in self.compared.iter().filter(|compared| compared.verdict == verdict) {
            let same = |(_, other): &&mut (Vec<Column>, &Compared)| {
                other.left == compared.left && other.right == compared.right
            };
            match groups.iter_mut().find(same) {
                Some((columns, _)) => columns.push(compared.column),
                None => groups.push((vec![compared.column], compared)),
            }
        }
        groups
    }

    /// Whether the check differs in a cell of this row and year.
    #[must_use]
    pub fn differs_in(&self, document: &str, table: &str, row: &str, year: Year) -> bool {
        let stands =
            |side: &Place| side.document == document && side.rows.iter().any(|(of, own)| of == table && own == row);
        let about = |compared: &Compared| match compared.column {
            Column::Year(own) => own == year,
            Column::Total | Column::Whole => true,
        };
        self.sides.iter().any(stands) && self.differences().any(about)
    }

    /// Whether the check differs about what this effort costs in a year.
    #[must_use]
    pub fn differs_about_effort(&self, document: &str, effort: &str, year: Year) -> bool {
        let stands = |side: &Place| side.document == document && side.effort.as_deref() == Some(effort);
        self.sides.iter().any(stands) && self.differences().any(|compared| compared.column == Column::Year(year))
    }

    /// Whether either side stands in this document.
    #[must_use]
    pub fn concerns(&self, document: &str) -> bool {
        self.sides.iter().any(|side| side.document == document)
    }
}

/// Every check over these documents, by kind and then in the order of the documents.
#[must_use]
pub fn check_all(documents: &[Document]) -> Vec<Check> {
    let mut checks: Vec<Check> =
        documents.iter().flat_map(within::document).chain(across::documents(documents)).collect();
    checks.sort_by_key(|check| check.kind);
    checks
}

fn verdict(agree: bool) -> Verdict {
    if agree { Verdict::Agree } else { Verdict::Differ }
}
