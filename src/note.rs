//! What a document says: plain data, checked once.
//!
//! A [`Document`] is one of the city's papers, a [`Variant`] an edition or scenario in it that has a table of its own.
//! People write it as `data/*.toml`; `load` turns that into these types, with every reference resolved and every sum
//! checked. Build and tests do so, the browser gets the result: whoever holds a `Document` holds a checked one.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::money::{self, Thousands};

/// A calendar year.
pub type Year = u16;

/// A wording of our own in one or more languages, by language code. Danish (`da`) is always there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// The wording in `language` where there is one, else the Danish, with the code of what was found (for `lang`).
    #[must_use]
    pub fn get<'a>(&'a self, language: &'a str) -> (&'a str, &'a str) {
        match self.0.get(language) {
            Some(words) => (words, language),
            None => (self.0.get("da").map_or("", String::as_str), "da"),
        }
    }

    /// The language codes that have a wording.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// Where a figure stands, and the few words that hold it. The file is the document's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The section or table, as the document numbers it: `1.3`, `Tabel 4`.
    pub place: String,
    /// The row's label, where the place is a table.
    #[serde(default)]
    pub row: Option<String>,
    /// The document's own few words with the figure in them.
    pub quote: String,
}

/// Where a number comes from. Always shown with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Origin {
    /// A document says it in so many words.
    Stated(Source),
    /// Computed from what a document prints.
    Derived {
        /// How, in our own words.
        how: Names,
        /// What it was computed from.
        from: Vec<Source>,
    },
    /// Nobody but us or the reader says so.
    Assumed {
        /// Why this value, in our own words.
        why: Names,
    },
}

/// One of the city's papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Permanent id.
    pub id: String,
    /// The file it was transcribed from.
    pub file: String,
    /// What we call it on screen.
    pub title: Names,
    /// The budget it belongs to.
    pub budget: Year,
    /// The year whose prices its amounts are in.
    pub price_level: Year,
    /// Every printed table, cell by cell.
    pub tables: Vec<Table>,
    /// What the efforts are to reach, each in the definition it was printed with.
    pub targets: Vec<Target>,
    /// The editions or scenarios with a table of their own.
    pub variants: Vec<Variant>,
}

/// A printed table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Id within the document.
    pub id: String,
    /// How the document numbers it.
    pub place: String,
    /// The document's own heading.
    pub title: String,
    /// Position of the variant whose lines it shows.
    pub variant: usize,
    /// The years its columns are headed with.
    pub years: Vec<Year>,
    /// Its rows from top to bottom.
    pub rows: Vec<Row>,
}

/// A printed row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Id within the table.
    pub id: String,
    /// The document's own label.
    pub label: String,
    /// One cell a year; `None` where the document leaves it empty.
    pub cells: Vec<Option<Thousands>>,
    /// The printed sum over the years, where there is such a column.
    pub total: Option<Thousands>,
    /// The steering area the row names.
    pub area: Option<Area>,
    /// The committee whose part of the lines the row shows; `None` for all of it.
    pub committee: Option<Committee>,
    /// The printed distribution key, a share of 1.
    #[serde(with = "optional_decimal")]
    pub key: Option<Decimal>,
    /// The rows of this table that it is the sum of.
    pub parts: Vec<usize>,
    /// The lines, by position in the table's variant, that it is the sum of.
    pub lines: Vec<usize>,
}

/// A row of one of a document's tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowRef {
    /// Position of the table in the document.
    pub table: usize,
    /// Position of the row in the table.
    pub row: usize,
}

/// What an effort is to reach, as the document defines it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Id within the document.
    pub id: String,
    /// The share that is aimed at.
    #[serde(with = "money::decimal")]
    pub share: Decimal,
    /// Share of whom, measured how, in our own words.
    pub measure: Names,
    /// When it is followed up, in our own words.
    pub follow_up: Names,
    /// Where it stands.
    pub source: Source,
}

/// An edition or scenario of a document that has its own table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// Permanent id: it lives in links.
    pub id: String,
    /// What we call it on screen.
    pub name: Names,
    /// The first year of its tables.
    pub first: Year,
    /// The last year of its tables.
    pub last: Year,
    /// The programmes in it.
    pub efforts: Vec<Effort>,
    /// The numbers a reader may change.
    pub drivers: Vec<Driver>,
    /// The rows of its budget.
    pub lines: Vec<Line>,
    /// Results that the document itself prints.
    pub published: Vec<Published>,
}

/// A driver of the variant, by position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DriverIx(pub(crate) usize);

/// A programme: who it is for, how long it runs, what it reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effort {
    /// Id within the variant.
    pub id: String,
    /// What we call it on screen.
    pub name: Names,
    /// Its first year.
    pub start: Year,
    /// The driver with the number of years it runs.
    pub length: DriverIx,
    /// The driver with its citizens.
    pub citizens: Option<DriverIx>,
    /// The driver with the citizens a consultant has at a time.
    pub caseload: Option<DriverIx>,
    /// What share of the citizens reach a job or education.
    pub effect: Option<Effect>,
    /// The number of consultants that the document states; the caseload leads to the same.
    pub consultants: Option<StatedPosts>,
}

/// A number of posts that a document states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedPosts {
    /// Full-time posts.
    #[serde(with = "money::decimal")]
    pub posts: Decimal,
    /// Where it stands.
    pub source: Source,
}

/// Effect rates by phase, each a driver in share of the citizens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// In the first year; the full rate where `None`.
    pub first: Option<DriverIx>,
    /// From the second year, as long as the effort runs.
    pub full: DriverIx,
    /// After it has stopped; none where `None`.
    pub residual: Option<DriverIx>,
}

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
}

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
    /// The printed row that it reproduces.
    pub row: RowRef,
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
    },
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

/// A steering area of the municipal budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    /// Service.
    Service,
    /// Overførsler.
    Transfers,
    /// Indsats (EI).
    Programme,
    /// Efterspørgselsstyrede overførsler (EO).
    DemandLedTransfers,
}

/// An administration of the city.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Administration {
    /// Beskæftigelses- og Integrationsforvaltningen.
    Bif,
    /// Socialforvaltningen.
    Sof,
    /// Sundheds- og Omsorgsforvaltningen.
    Suf,
}

/// A committee of the city council.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Committee {
    /// Beskæftigelses- og Integrationsudvalget.
    Biu,
    /// Socialudvalget.
    Sud,
    /// Sundheds- og Omsorgsudvalget.
    Sou,
}

/// The part of a line that a committee carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommitteeShare {
    /// Who.
    pub committee: Committee,
    /// How much, a share of 1.
    #[serde(with = "money::decimal")]
    pub share: Decimal,
}

/// A result that a document prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// Seen from where.
    pub basis: PublishedBasis,
    /// The printed payback time, in years.
    pub payback: u16,
    /// Where it stands.
    pub source: Source,
}

/// What a published payback time counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PublishedBasis {
    /// All areas.
    Total,
    /// Service alone.
    Service,
}

/// A document and one of its variants: what a scenario varies and the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note<'n> {
    /// The paper.
    pub document: &'n Document,
    /// The edition or scenario in it.
    pub variant: &'n Variant,
}

impl Document {
    /// Its variants, each with the document beside it.
    pub fn notes(&self) -> impl Iterator<Item = Note<'_>> {
        self.variants.iter().map(|variant| Note { document: self, variant })
    }

    /// The row that `at` points to, with its table.
    #[must_use]
    pub fn row(&self, at: RowRef) -> Option<(&Table, &Row)> {
        let table = self.tables.get(at.table)?;
        Some((table, table.rows.get(at.row)?))
    }
}

impl Table {
    /// The cell of `row` in `year`.
    #[must_use]
    pub fn cell(&self, row: &Row, year: Year) -> Option<Thousands> {
        let column = self.years.iter().position(|printed| *printed == year)?;
        row.cells.get(column).copied().flatten()
    }
}

impl Variant {
    /// The driver at a position.
    #[must_use]
    pub fn driver(&self, ix: DriverIx) -> Option<&Driver> {
        self.drivers.get(ix.0)
    }

    /// The position of the driver with this id.
    #[must_use]
    pub fn find_driver(&self, id: &str) -> Option<DriverIx> {
        self.drivers.iter().position(|driver| driver.id == id).map(DriverIx)
    }

    /// Every driver with its position.
    pub fn drivers(&self) -> impl Iterator<Item = (DriverIx, &Driver)> {
        self.drivers.iter().enumerate().map(|(position, driver)| (DriverIx(position), driver))
    }

    /// The committees that carry any of its lines, in the order of the lines, each once.
    #[must_use]
    pub fn committees(&self) -> Vec<Committee> {
        let mut found: Vec<Committee> = Vec::new();
        for share in self.lines.iter().flat_map(|line| &line.committees) {
            if !found.contains(&share.committee) {
                found.push(share.committee);
            }
        }
        found.sort_unstable();
        found
    }
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
        }
    }

    /// What the model's value is multiplied with on screen and in links: per cent for shares, whole kroner for
    /// amounts per post or person.
    #[must_use]
    pub fn scale(self) -> Decimal {
        match self {
            Self::Share => Decimal::ONE_HUNDRED,
            Self::CostPerPost | Self::AmountPerOutcome | Self::AmountPerYear => Decimal::ONE_THOUSAND,
            Self::Citizens | Self::CitizensPerPost | Self::Posts | Self::Years => Decimal::ONE,
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
        }
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
