//! The note as a calculation: efforts, drivers and lines.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Names, Origin, RowRef, Source, Year};
use crate::money;

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
    /// The variant whose unit savings were borrowed; `None` as published.
    pub savings_from: Option<String>,
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
    /// The variant whose unit savings may be borrowed for it, where the note states none.
    pub savings_like: Option<String>,
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
    /// Other values that a document has for it: measured beside aimed at.
    pub alternatives: Vec<Alternative>,
}

/// Another value that a document has for a driver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// What we call it on screen.
    pub name: Names,
    /// The value, in the driver's unit.
    #[serde(with = "money::decimal")]
    pub value: Decimal,
    /// Where it comes from.
    pub origin: Origin,
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
    /// A number to multiply with.
    Factor,
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

    /// Whether any of its lines is a saving.
    #[must_use]
    pub fn states_savings(&self) -> bool {
        self.lines.iter().any(|line| line.side == Side::Saving)
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
            Self::Factor => 3,
        }
    }

    /// What the model's value is multiplied with on screen and in links: per cent for shares, whole kroner for
    /// amounts per post or person.
    #[must_use]
    pub fn scale(self) -> Decimal {
        match self {
            Self::Share => Decimal::ONE_HUNDRED,
            Self::CostPerPost | Self::AmountPerOutcome | Self::AmountPerYear => Decimal::ONE_THOUSAND,
            Self::Citizens | Self::CitizensPerPost | Self::Posts | Self::Years | Self::Factor => Decimal::ONE,
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
            Self::Factor => (Decimal::new(1, 1), Decimal::TEN),
        }
    }
}
