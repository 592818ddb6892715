//! What a document prints: tables cell by cell, targets, results, and what its sentences say about the efforts.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Area, Committee, Document, Effort, Names, Note, Source, Year};
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
    /// The ids of the efforts that the heading names; empty where it names none.
    pub titled: Vec<String>,
    /// The words that say that each amount is in the prices of its own year ("løbende p/l"); `None` where the table does not.
    pub current_prices: Option<Source>,
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
    /// use model::note::Series;
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

/// How many are to reach an aim, or have reached it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reach {
    /// A share of people, a share of 1.
    Share(#[serde(with = "money::decimal")] Decimal),
    /// A number of people.
    People(u32),
}

impl Reach {
    /// The share, a share of 1; `None` for a number of people.
    #[must_use]
    pub const fn share(self) -> Option<Decimal> {
        match self {
            Self::Share(share) => Some(share),
            Self::People(_) => None,
        }
    }

    /// Whether this, which was measured, is at least the target. A share and a number of people cannot be compared.
    #[must_use]
    pub fn meets(self, target: Self) -> Option<bool> {
        match (self, target) {
            (Self::Share(reached), Self::Share(asked)) => Some(reached >= asked),
            (Self::People(reached), Self::People(asked)) => Some(reached >= asked),
            (Self::Share(_), Self::People(_)) | (Self::People(_), Self::Share(_)) => None,
        }
    }
}

/// The target of an effort, as the document defines it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Its id within the document.
    pub id: String,
    /// A key for the aim. Targets for the same aim have the same key in every document.
    pub aim: String,
    /// The id of the effort.
    pub effort: String,
    /// The row whose money the target is about, as in [`Line::same_row`](super::Line::same_row); `None` where it is about the
    /// whole effort.
    pub same_row: Option<String>,
    /// A key for the definition. Targets that are defined differently have different keys.
    pub definition: String,
    /// How many are to reach it.
    pub reach: Reach,
    /// Who they are and how it is measured, in our own words, which follow the number.
    pub measure: Names,
    /// When the city follows up on it, in our own words; `None` where the document does not say.
    pub follow_up: Option<Names>,
    /// What a share is a share of, in the document's words; `None` where the file does not say.
    pub terms: Option<ShareTerms>,
    /// Where the document says so.
    pub source: Source,
}

impl Target {
    /// What the target is a share of, as far as its own words say.
    #[must_use]
    pub fn denominator(&self) -> Denominator {
        self.terms.as_ref().map_or(Denominator::NotSaid, |terms| terms.of)
    }
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
    /// The steering area that the sentence names.
    pub area: Option<Area>,
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
    /// What counts as reached here but not in the target, in our own words; `None` where nothing more does.
    #[serde(default)]
    pub also_counts: Option<Names>,
    /// What the share is a share of, in the document's words; `None` where there is no share.
    #[serde(default)]
    pub terms: Option<ShareTerms>,
    /// Where the document says so.
    pub source: Source,
}

impl Measured {
    /// What was reached, as it can be compared with such a target; `None` where the document does not give it so.
    #[must_use]
    pub fn reach_like(&self, target: Reach) -> Option<Reach> {
        match target {
            Reach::Share(_) => self.share.map(Reach::Share),
            Reach::People(_) => self.count.map(Reach::People),
        }
    }

    /// The effort that was measured, where it is none of the note's own. `document` is the one that says so.
    #[must_use]
    pub fn other_effort<'d>(&self, note: Note<'_>, document: &'d Document) -> Option<&'d Effort> {
        let is_own = note.variant.efforts.iter().any(|effort| effort.id == self.effort);
        let mut efforts = document.variants.iter().flat_map(|variant| &variant.efforts);
        efforts.find(|effort| !is_own && effort.id == self.effort)
    }
}

/// What a share is a share of, and what counts as reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShareTerms {
    /// The group that the share is a share of.
    pub of: Denominator,
    /// The document's words for this group; `None` where it does not say.
    #[serde(default)]
    pub whom: Option<Source>,
    /// The document's words for what counts as reached.
    pub success: Source,
    /// The document's words for when it is measured; `None` where it does not say.
    #[serde(default)]
    pub when: Option<Source>,
    /// The words by which the document itself calls the share an effect; `None` where it does not.
    #[serde(default)]
    pub called_effect: Option<Source>,
}

/// The group that a share is a share of. Only a share of those who are in the effort can be multiplied by its citizens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Denominator {
    /// Everybody who is in the effort.
    InEffort,
    /// Those who have completed the effort.
    Completed,
    /// Those who have left the effort, whether they completed it or not.
    Left,
    /// Those who came to an event.
    Attended,
    /// Those in the normal effort: the share says how many more than there.
    NormalEffort,
    /// The document does not say.
    NotSaid,
}

/// Whom a document says that an effort is for. A document may say it in several places, and not always the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Population {
    /// Its id within the document.
    pub id: String,
    /// The id of the effort. It may be an effort of another document.
    pub effort: String,
    /// The row whose people they are, as in [`Line::same_row`](super::Line::same_row); `None` where they are those of the whole
    /// effort.
    #[serde(default)]
    pub same_row: Option<String>,
    /// A key for the people. Populations that are defined alike have the same key in every document.
    pub people: String,
    /// Whether the document says that the effort was for them before, but no longer is.
    #[serde(default)]
    pub former: bool,
    /// Whether the words name only a part of the people, or name them in short, and so do not define them.
    #[serde(default)]
    pub part: bool,
    /// Who they are, in our own words.
    pub says: Names,
    /// Where the document says so.
    pub source: Source,
}

/// A follow-up or an evaluation that a document promises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Its id within the document.
    pub id: String,
    /// The id of the effort.
    pub effort: String,
    /// The positions of the targets, in the document, that it follows up on.
    pub targets: Vec<usize>,
    /// What is followed up on, in our own words: a question such as "how many get a job", or a whole sentence where `happens`.
    pub says: Names,
    /// Whether the document promises that something happens, and not the answer to a question.
    pub happens: bool,
    /// When, in our own words.
    pub when: Names,
    /// Who does it, in our own words; `None` where the document does not say.
    pub by: Option<Names>,
    /// The year of the first one; `None` where the document does not say.
    pub due: Option<Year>,
    /// The number of months between one and the next; `None` where the document does not say.
    pub every_months: Option<u8>,
    /// Where the document says so; one source or more.
    pub sources: Vec<Source>,
}

/// A sentence about an effort that gives no number of its own but matters to the reading of the numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Its id within the document. Editions of the same note use the same id for the same sentence.
    pub id: String,
    /// What kind of thing it says.
    pub kind: RemarkKind,
    /// How it judges the results of the effort; `None` where it judges something else or nothing.
    pub judges: Option<Judged>,
    /// The id of the driver whose value it gives reasons for.
    pub grounds_for: Option<String>,
    /// The id of the effort that it says is joined into this one.
    pub joins: Option<String>,
    /// The id of the effort, which may be an effort of another document; `None` where it is about the whole document.
    pub effort: Option<String>,
    /// What it says, in our own words.
    pub says: Names,
    /// The first and the last year that it is about, where it gives them.
    pub years: Option<(Year, Year)>,
    /// The rows whose amounts it is about.
    pub rows: Vec<RowRef>,
    /// The place and the words of the sentence.
    pub source: Source,
}

/// How a document judges the results of an effort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Judged {
    /// They are good.
    Good,
    /// They miss the target.
    Missed,
}

/// The kind of thing that a [`Remark`] says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RemarkKind {
    /// How the document judges results, experience or risk: "gode resultater".
    Judgement,
    /// What a citizen must fulfil or is asked to do.
    Condition,
    /// What an amount pays for, what an effort contains, or that something has no amount.
    Content,
    /// An aim that no target measures.
    Aim,
    /// What the document expects to follow, beside its targets.
    Expectation,
    /// Why something is as it is: why the effect is lower, why a post is halved.
    Reason,
    /// That the effort goes on unchanged.
    Unchanged,
    /// What is new, has ended or is to be merged.
    Change,
    /// A reference to another document.
    Reference,
    /// What the document leaves empty: a column or a field of its form.
    Blank,
    /// A wording that differs between editions of the same note.
    Wording,
    /// What the machine reading of the document must mean, where it cannot be right.
    Reading,
}

/// A number of people, posts or talks, or a share, which a sentence gives and no driver, row, target or result holds, or which is
/// compared with that of another sentence (`what`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// Its id within the document.
    pub id: String,
    /// The id of the effort, which may be an effort of another document.
    pub effort: String,
    /// What is counted.
    pub unit: CountUnit,
    /// The number, or the upper end of a range. A share is a share of 1.
    #[serde(with = "money::decimal")]
    pub number: Decimal,
    /// The lower end, where the document gives a range; 0 for "up to".
    #[serde(default, with = "optional_decimal")]
    pub least: Option<Decimal>,
    /// What the number says, in our own words.
    pub says: Names,
    /// The id of the driver whose value it gives reasons for.
    #[serde(default)]
    pub grounds_for: Option<String>,
    /// A key for what is counted. Numbers with the same key should be the same, in every document. `None` where nothing else
    /// gives the number.
    #[serde(default)]
    pub what: Option<String>,
    /// Whether the document says that it is that many each year.
    #[serde(default)]
    pub a_year: bool,
    /// The first and the last year that it is about, where the document gives them.
    #[serde(default)]
    pub years: Option<(Year, Year)>,
    /// Where the document says so.
    pub source: Source,
}

/// What a [`Count`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountUnit {
    /// A share of a group of people.
    Share,
    /// People.
    People,
    /// Full-time posts.
    Posts,
    /// Talks with a citizen.
    Talks,
}

/// A printed amount, or a printed number of people or posts or a share, that was not transcribed as data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Omitted {
    /// The amount or the number, as the document prints it.
    pub amount: String,
    /// Why it is left out, in our own words.
    pub why: Names,
    /// Where the document prints it.
    pub source: Source,
}

impl Denominator {
    /// Whether the share is one of everybody in the effort. Only then does citizens × share give a number of people.
    #[must_use]
    pub const fn is_those_in_the_effort(self) -> bool {
        matches!(self, Self::InEffort)
    }
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
