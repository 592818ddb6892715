//! Where documents contradict themselves or each other.
//!
//! A *check* compares two statements that should agree, and says whether they do. A check whose statements differ is a
//! *finding*. Each kind of check walks through all the data. No known error is listed anywhere, so every finding follows
//! from the transcribed data alone. A check covers one row, one sentence or one pair of rows, and makes one comparison
//! for each cell in it.

mod across;
mod within;

use crate::money::Thousands;
use crate::note::{Document, Year};
use crate::ordered::by_key;
use rust_decimal::Decimal;

/// The kind of a check: what it compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A printed total and the sum of its parts.
    Sum,
    /// The same lines in two tables of a document.
    Repeated,
    /// An amount in a sentence and in the table.
    Statement,
    /// The years in a sentence and in the table.
    Years,
    /// A printed payback time and the payback that the tables give.
    Payback,
    /// The cost per post that two rows imply.
    Posts,
    /// An earlier appropriation in two documents.
    Series,
    /// The amount that a note proposes for an effort, and the amount that a later document says was granted.
    Granted,
    /// A line in two editions of a note.
    Edition,
    /// The committee of a line in two editions of a note.
    Committee,
    /// The definition of a target in two notes.
    Target,
}

impl Kind {
    /// Every kind, in the order on the page.
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

/// A check: two places in the documents, and every comparison between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What the check compares.
    pub kind: Kind,
    /// The two places in the documents.
    pub places: [Place; 2],
    /// The comparisons, one for each cell or one for the whole.
    pub compared: Vec<Compared>,
}

/// A place in a document that a check reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The id of the document.
    pub document: String,
    /// The table or section, as the document numbers it.
    pub place: String,
    /// The document's own words, such as the label of a row or a quote.
    pub words: String,
    /// The ids of the table and of the row, for each row at this place. The page marks their cells. Empty for a
    /// sentence.
    pub rows: Vec<(String, String)>,
    /// The id of the effort, where the place stands for the sum of all costs of an effort.
    pub effort: Option<String>,
}

/// One comparison of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The column that it is about.
    pub column: Column,
    /// The value at the first place.
    pub left: Value,
    /// The value at the second place.
    pub right: Value,
    /// Whether the values agree.
    pub verdict: Verdict,
}

/// The column of a table that a comparison is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The column of a year.
    Year(Year),
    /// The sum over the years.
    Total,
    /// The row or sentence as a whole.
    Whole,
}

/// A value that a comparison reads at one of its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A cell.
    Cell(Thousands),
    /// An empty cell.
    Empty,
    /// An amount in a sentence, in 1.000 kr., and the value of its last digit, also in 1.000 kr.
    Stated(Decimal, Decimal),
    /// The first and the last year.
    Years(Year, Year),
    /// A payback time in years; `None` where the effort never pays back.
    Payback(Option<Decimal>),
    /// The cost per post, in 1.000 kr.
    PerPost(Decimal),
    /// The committees of a line.
    Committees(Vec<crate::note::Committee>),
    /// A target: its share, and its definition in our own words.
    Target(Decimal, crate::note::Names),
}

/// Whether two values agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The values agree.
    Agree,
    /// The values differ.
    Differ,
    /// One of the values cannot be computed.
    Unknown,
}

impl Check {
    /// The verdict of the check. It is [`Verdict::Differ`] as soon as one comparison differs.
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

    /// The comparisons whose values differ.
    pub fn differences(&self) -> impl Iterator<Item = &Compared> {
        self.compared.iter().filter(|compared| compared.verdict == Verdict::Differ)
    }

    /// The comparisons with this verdict. Comparisons of the same two values become one group, with all their columns.
    #[must_use]
    pub fn grouped(&self, verdict: Verdict) -> Vec<(Vec<Column>, &Compared)> {
        let mut groups: Vec<(Vec<Column>, &Compared)> = Vec::new();
        for compared in self.compared.iter().filter(|compared| compared.verdict == verdict) {
            let has_same_values = |(_, first): &&mut (Vec<Column>, &Compared)| {
                first.left == compared.left && first.right == compared.right
            };
            match groups.iter_mut().find(has_same_values) {
                Some((columns, _)) => columns.push(compared.column),
                None => groups.push((vec![compared.column], compared)),
            }
        }
        groups
    }

    /// Whether the check differs in a cell of this row and year.
    #[must_use]
    pub fn differs_in(&self, document: &str, table: &str, row: &str, year: Year) -> bool {
        let has_row = |place: &Place| {
            let is_row = |(table_id, row_id): &(String, String)| table_id == table && row_id == row;
            place.document == document && place.rows.iter().any(is_row)
        };
        let is_in_year = |compared: &Compared| match compared.column {
            Column::Year(compared_year) => compared_year == year,
            Column::Total | Column::Whole => true,
        };
        self.places.iter().any(has_row) && self.differences().any(is_in_year)
    }

    /// Whether the check differs in the cost of this effort in a year.
    #[must_use]
    pub fn differs_about_effort(&self, document: &str, effort: &str, year: Year) -> bool {
        let is_effort = |place: &Place| place.document == document && place.effort.as_deref() == Some(effort);
        self.places.iter().any(is_effort) && self.differences().any(|compared| compared.column == Column::Year(year))
    }

    /// Whether either place is in this document.
    #[must_use]
    pub fn concerns(&self, document: &str) -> bool {
        self.places.iter().any(|place| place.document == document)
    }
}

/// Runs every check over these documents. The checks are sorted by kind, then in the order of the documents.
///
/// ```
/// use indsatsregner::findings::{Kind, Verdict, check_all};
/// use indsatsregner::notes::Library;
///
/// let library = Library::embedded().unwrap();
/// let checks = check_all(library.documents());
/// let mut findings = checks.iter().filter(|check| check.verdict() == Verdict::Differ);
/// // The business case of 2018 prints a payback time on service that its own tables do not give.
/// assert!(findings.any(|check| check.kind == Kind::Payback && check.concerns("ips-2018")));
/// ```
#[must_use]
pub fn check_all(documents: &[Document]) -> Vec<Check> {
    by_key(documents.iter().flat_map(within::document).chain(across::documents(documents)), |check| check.kind)
}

fn verdict(agrees: bool) -> Verdict {
    if agrees { Verdict::Agree } else { Verdict::Differ }
}
