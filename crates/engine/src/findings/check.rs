//! A check as plain data. The crate `words` says it.

use rust_decimal::Decimal;

pub use super::kind::Kind;
use crate::could_explain::Search;
use model::money::Thousands;
use model::note::{Area, Committee, CountUnit, Names, Reach, Year};

/// A check: two sides, each with every place that says the same, and the comparisons between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What the check compares.
    pub kind: Kind,
    /// What it is about, in our own words; `None` where the places say it.
    pub about: Option<Names>,
    /// The places of the first and of the second side. A side has several where editions or rows say the same.
    pub places: [Vec<Place>; 2],
    /// The comparisons, one for each cell or one for the whole.
    pub compared: Vec<Compared>,
    /// What an agreement of the two sides is worth.
    pub evidence: Evidence,
    /// What could explain the difference; empty where nothing in the documents does.
    pub explanations: Vec<Explanation>,
    /// The id of the document whose number of posts is used for a side that does not state its own.
    pub posts_from: Option<String>,
    /// Whether a document of the check itself says that the target was missed.
    pub said_missed: bool,
    /// The findings that follow from this one, such as that of a total of which it is a part.
    pub same_fact: Vec<Check>,
}

/// What an agreement is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// The two sides were printed independently.
    Independent,
    /// The second side was worked out from the first, so that they agree says nothing.
    Fitted,
    /// The row adds up its own equal numbers.
    Trivial,
    /// The sum has one part only.
    OnePart,
}

/// Something that could explain a difference. Each was found by a rule, in the documents or by computing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Explanation {
    /// The difference is the sum of the row with this label, in the document's words.
    LeavesOut(Thousands, String),
    /// The sum comes out with the amount that another document has for a year: the year, the amount, the document's id.
    WithAmountOf(Year, Thousands, String),
    /// It agrees in this other edition.
    FitsIn(String),
    /// The amount fits another total of the document, with this label in the document's words.
    FitsTotal(Thousands, String),
    /// Another sentence of the document has these years.
    OtherSentence(Year, Year),
    /// A table of the document has an empty column for this year.
    EmptyColumn(Year),
    /// The cost per post is the same; the number of posts differs.
    OtherPosts(Decimal, Decimal),
    /// Target and result are not defined in the same way.
    OtherDefinition,
    /// The proposal is in the prices of this year, and the grant is said to be in each year's own.
    OtherPrices(Year),
    /// Every one of the amounts is that of the proposal, in fixed prices, of this document.
    Proposed(String),
    /// The upper end that the document gives for the share is the whole effect.
    UpperEnd(Decimal),
    /// A sentence of the document says so, in our own words.
    Says(Names),
    /// Values of the variant's drivers with which its printed payback times come out, or that there are none.
    Searched {
        /// The id of the variant.
        variant: String,
        /// What was searched and found.
        search: Search,
    },
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
    /// What the place is within its document. Editions of a note have the same item for the same thing.
    pub item: String,
    /// The ids of the table and of the row, for each row at this place. The page marks their cells. Empty where no cell
    /// is in doubt.
    pub rows: Vec<(String, String)>,
    /// The id of the effort, where the place stands for the sum of all costs of an effort.
    pub effort: Option<String>,
}

/// One comparison of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The column that it is about.
    pub column: Column,
    /// The value on the first side.
    pub left: Value,
    /// The value on the second side.
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
    /// A sum over the years that is printed in the column of this year.
    TotalIn(Year),
    /// The row or sentence as a whole.
    Whole,
}

/// A value that a comparison reads on one of its sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A cell.
    Cell(Thousands),
    /// Nothing: an empty cell, no target, no result.
    Empty,
    /// An amount in a sentence, in 1.000 kr., and the value of its last digit, also in 1.000 kr.
    Stated(Decimal, Decimal),
    /// The first and the last year.
    Years(Year, Year),
    /// A payback time in years; `None` where the effort never pays back.
    Payback(Option<Decimal>),
    /// The cost per post, in 1.000 kr.
    PerPost(Decimal),
    /// A number of full-time posts.
    Posts(Decimal),
    /// A number of people or posts or a share of 1, and whether it is that many each year.
    Count(Decimal, CountUnit, bool),
    /// The committees of a line.
    Committees(Vec<Committee>),
    /// The appropriation that a row names; `None` where it names none.
    Appropriation(Option<String>),
    /// The steering area of a row.
    Area(Area),
    /// A share of 1.
    Share(Decimal),
    /// How many are to reach an aim or have reached it, and the definition in our own words.
    Target(Reach, Names),
    /// How many have reached an aim beside how many were to.
    Against(Reach, Reach),
    /// What sentences say, in our own words.
    Said(Vec<Names>),
    /// The number of follow-ups that were promised or reported.
    FollowUps(usize),
    /// Amounts that stay the same over some years.
    Unmoved(Vec<(Thousands, (Year, Year))>),
    /// By how much posts of these names have become dearer, as shares of 1.
    Rises(Vec<(Names, Decimal)>),
    /// Tables by their numbers.
    Tables(Vec<String>),
}

/// Whether two values agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The values agree.
    Agree,
    /// The values differ.
    Differ,
    /// It cannot be said yet, or one of the values cannot be computed.
    Unknown,
}

impl Verdict {
    /// Agreement or difference.
    pub(super) const fn of(agrees: bool) -> Self {
        if agrees { Self::Agree } else { Self::Differ }
    }
}

impl Compared {
    /// A comparison of the whole.
    pub(super) const fn whole(left: Value, right: Value, verdict: Verdict) -> Self {
        Self { column: Column::Whole, left, right, verdict }
    }

    /// A comparison of two cells.
    pub(super) fn cells(column: Column, left: Option<Thousands>, right: Option<Thousands>) -> Self {
        let value = |cell: Option<Thousands>| cell.map_or(Value::Empty, Value::Cell);
        Self { column, left: value(left), right: value(right), verdict: Verdict::of(left == right) }
    }

    /// The difference of two cells, an empty one being nothing; `None` where it compares no cells.
    pub(super) fn difference_of_cells(&self) -> Option<Thousands> {
        let cell = |value: &Value| match value {
            Value::Cell(cell) => Some(*cell),
            Value::Empty => Some(Thousands::ZERO),
            _ => None,
        };
        Some(cell(&self.left)?.minus(cell(&self.right)?))
    }

    /// The size of the difference in 1.000 kr.; zero where it is no amount.
    fn difference(&self) -> Decimal {
        let thousands = |value: &Value| match value {
            Value::Cell(cell) => Some(cell.decimal()),
            Value::Stated(thousands, _) | Value::PerPost(thousands) => Some(*thousands),
            Value::Empty => Some(Decimal::ZERO),
            _ => None,
        };
        let sides = thousands(&self.left).zip(thousands(&self.right));
        sides.and_then(|(left, right)| left.checked_sub(right)).unwrap_or_default().abs()
    }
}

impl Check {
    /// A check of independent sides, one place each, without an explanation.
    pub(super) fn new(kind: Kind, about: Option<Names>, places: [Place; 2], compared: Vec<Compared>) -> Self {
        Self {
            kind,
            about,
            places: places.map(|place| vec![place]),
            compared,
            evidence: Evidence::Independent,
            explanations: Vec::new(),
            posts_from: None,
            said_missed: false,
            same_fact: Vec::new(),
        }
    }

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

    /// The size of the largest difference in 1.000 kr.; zero where no amounts differ.
    #[must_use]
    pub fn largest_difference(&self) -> Decimal {
        self.differences().map(Compared::difference).max().unwrap_or_default()
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

    /// The check, and the findings that follow from it.
    pub fn with_same_fact(&self) -> impl Iterator<Item = &Check> {
        std::iter::once(self).chain(&self.same_fact)
    }

    /// Every place of both sides, also of the findings that follow from it.
    pub fn all_places(&self) -> impl Iterator<Item = &Place> {
        self.with_same_fact().flat_map(|check| check.places.iter().flatten())
    }

    /// What could explain the difference, here and in the findings that follow from it, each once. That one of those fits in
    /// another edition is left out, since the editions' own difference is told beside it.
    #[must_use]
    pub fn all_explanations(&self) -> Vec<&Explanation> {
        let mut each: Vec<&Explanation> = self.explanations.iter().collect();
        for explanation in self.same_fact.iter().flat_map(|check| &check.explanations) {
            if !each.contains(&explanation) && !matches!(explanation, Explanation::FitsIn(_)) {
                each.push(explanation);
            }
        }
        each
    }

    /// The places of each side as a reader is to see them: without those that have no words, and each of them once.
    #[must_use]
    pub fn cited(&self) -> [Vec<&Place>; 2] {
        [0, 1].map(|side| {
            let of_side = self.with_same_fact().filter_map(|check| check.places.get(side)).flatten();
            let mut cited: Vec<&Place> = Vec::new();
            for place in of_side.filter(|place| !place.place.is_empty() || !place.words.is_empty()) {
                let reads_the_same = |other: &&Place| {
                    (&other.document, &other.place, &other.words) == (&place.document, &place.place, &place.words)
                };
                if !cited.iter().any(reads_the_same) {
                    cited.push(place);
                }
            }
            cited
        })
    }

    /// Whether the check differs in a cell of this row and year.
    #[must_use]
    pub fn differs_in(&self, document: &str, table: &str, row: &str, year: Year) -> bool {
        let has_row = |place: &Place| {
            let is_row = |(table_id, row_id): &(String, String)| table_id == table && row_id == row;
            place.document == document && place.rows.iter().any(is_row)
        };
        let is_in_year = |compared: &Compared| match compared.column {
            Column::Year(compared_year) | Column::TotalIn(compared_year) => compared_year == year,
            Column::Total | Column::Whole => true,
        };
        let differs = |check: &Check| check.places.iter().flatten().any(has_row) && check.differences().any(is_in_year);
        self.with_same_fact().any(differs)
    }

    /// Whether the check differs in the cost of this effort in a year.
    #[must_use]
    pub fn differs_about_effort(&self, document: &str, effort: &str, year: Year) -> bool {
        let is_effort = |place: &Place| place.document == document && place.effort.as_deref() == Some(effort);
        let is_in_year = |compared: &Compared| compared.column == Column::Year(year);
        let differs =
            |check: &Check| check.places.iter().flatten().any(is_effort) && check.differences().any(is_in_year);
        self.with_same_fact().any(differs)
    }

    /// Whether both sides are in the same document.
    #[must_use]
    pub fn is_within_a_document(&self) -> bool {
        let [one_side, other_side] = &self.places;
        one_side.iter().any(|place| other_side.iter().any(|other| other.document == place.document))
    }

    /// Whether any place is in this document.
    #[must_use]
    pub fn concerns(&self, document: &str) -> bool {
        self.all_places().any(|place| place.document == document)
    }
}
