//! The numbers that a reader may change.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Names, Origin, Reached, Source, Year};
use crate::money;

/// The position of a driver in its variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DriverIx(pub usize);

/// A number that lines are computed from and that the reader may change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Driver {
    /// The id in links and data files. It never changes.
    pub id: String,
    /// Whether it is a number of the note, and what it is called.
    pub kind: DriverKind,
    /// The heading that it is listed under.
    pub group: Group,
    /// The unit it is counted in.
    pub unit: Unit,
    /// The document's value, in the model's unit (see [`Unit`]).
    #[serde(with = "money::decimal")]
    pub value: Decimal,
    /// Where that value comes from.
    pub origin: Origin,
    /// The groups that the document divides the value into; they add up to it. Empty where it does not divide it.
    pub parts: Vec<Part>,
    /// The range that the document itself gives, where it gives one.
    pub range: Option<Range>,
    /// The driver that it follows, where the document says so; `None` for most drivers.
    pub follows: Option<Follows>,
    /// Other values that documents give for it, such as the rate that was measured where `value` is the target.
    pub alternatives: Vec<Alternative>,
}

/// Whether a driver is a number of the note, or one that the page adds. Such a number is in no document; the kind says what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DriverKind {
    /// A number of the note.
    OfNote {
        /// Its name on screen, in our own words.
        name: Names,
        /// Its name inside a sentence, in the definite form: "sagsstammen".
        mention: Names,
    },
    /// The share of citizens who would have found a job anyway. Every variant with savings per citizen has it.
    FoundAnyway {
        /// What they would have reached, where that is no job.
        reached: Reached,
    },
    /// The factor that converts borrowed amounts to the prices of the note.
    PriceFactor {
        /// The year whose prices the amounts are in.
        from: Year,
        /// The year whose prices the note is in.
        to: Year,
    },
    /// By how much all pay is raised at once: every cost per post. Every variant that pays for posts has it.
    AllPay,
    /// By how much every amount is raised at once, costs and savings alike: the price and wage regulation. Every variant has
    /// it.
    AllAmounts,
}

/// The proportion that a driver keeps to another one: the document's value of the one ÷ the document's value of the
/// other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Follows {
    /// The driver that it follows. That one follows none.
    pub leader: DriverIx,
    /// Why it follows, with the document's words.
    pub origin: Origin,
}

/// Another value that a document gives for a driver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// Its name on screen, in our own words.
    pub name: Names,
    /// The value, in the driver's unit.
    #[serde(with = "money::decimal")]
    pub value: Decimal,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether the posts stay as the note has them with this number of citizens, so that the caseload follows: people who
    /// were enrolled did not change how many consultants the grant pays for.
    #[serde(default)]
    pub posts_stay: bool,
}

/// One of the groups that a document divides a driver's value into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its name on screen, in our own words.
    pub name: Names,
    /// Its share of the value, in the driver's unit.
    #[serde(with = "money::decimal")]
    pub value: Decimal,
    /// Where the document says so.
    pub source: Source,
}

/// A range that a document gives for a driver: a low and a high estimate beside its own value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// The lower end, in the driver's unit.
    #[serde(with = "money::decimal")]
    pub low: Decimal,
    /// The upper end, in the driver's unit.
    #[serde(with = "money::decimal")]
    pub high: Decimal,
    /// Where the document says so; `None` only in a note that does not ship.
    #[serde(default)]
    pub source: Option<Source>,
}

/// The heading that a driver is listed under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Citizens and caseload.
    Citizens,
    /// Posts and what a post costs.
    Staff,
    /// What is paid beside posts: fixed amounts, courses, amounts for each citizen, shares of other costs.
    Costs,
    /// What comes in, and its limits.
    Income,
    /// Effect rates.
    Effect,
    /// Savings per citizen in a job, and fixed savings.
    Savings,
    /// How long the effort runs.
    Period,
    /// What moves many amounts at once.
    Together,
}

impl Group {
    /// Every group, in the order on the page.
    pub const ALL: [Self; 8] = [
        Self::Citizens,
        Self::Staff,
        Self::Costs,
        Self::Income,
        Self::Effect,
        Self::Savings,
        Self::Period,
        Self::Together,
    ];

    /// Its permanent id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Citizens => "citizens",
            Self::Staff => "staff",
            Self::Costs => "costs",
            Self::Income => "income",
            Self::Effect => "effect",
            Self::Savings => "savings",
            Self::Period => "period",
            Self::Together => "together",
        }
    }
}

/// The unit of a driver. The model computes amounts in 1.000 kr. and shares as parts of 1; [`Self::scale`] converts to
/// what the screen shows.
///
/// ```
/// use model::note::Unit;
/// use rust_decimal::Decimal;
///
/// let effect = Decimal::new(125, 3); // 0.125 in the model
/// assert_eq!((effect * Unit::Share.scale()).normalize().to_string(), "12.5"); // per cent on screen
/// assert_eq!(Unit::Share.bounds(), (Decimal::ZERO, Decimal::ONE));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// People, in whole numbers.
    Citizens,
    /// Citizens per consultant at a time.
    CitizensPerPost,
    /// Full-time posts.
    Posts,
    /// 1.000 kr. per post and year.
    CostPerPost,
    /// A share of 1, shown in per cent.
    Share,
    /// 1.000 kr. per year and citizen who reaches a job or education.
    AmountPerOutcome,
    /// 1.000 kr. per year.
    AmountPerYear,
    /// Courses, or other things that are bought one by one, in a year; in whole numbers.
    Courses,
    /// 1.000 kr. for each course or each event.
    AmountEach,
    /// Whole years.
    Years,
    /// A factor that amounts are multiplied by.
    Factor,
    /// By how much amounts are raised, as a share of 1; negative where they are lowered. Shown in per cent, with its sign.
    Increase,
}

impl Unit {
    /// The largest number of decimals that a value may have on screen.
    #[must_use]
    pub const fn decimals(self) -> u32 {
        match self {
            Self::Citizens | Self::Courses | Self::Years => 0,
            Self::CitizensPerPost
            | Self::Posts
            | Self::Share
            | Self::CostPerPost
            | Self::AmountPerOutcome
            | Self::AmountPerYear
            | Self::AmountEach
            | Self::Increase => 2,
            Self::Factor => 3,
        }
    }

    /// The largest number of decimals that a value may have in the model's unit.
    #[must_use]
    pub fn decimals_in_model(self) -> u32 {
        let further = match self {
            Self::Share | Self::Increase => 2,
            Self::CostPerPost | Self::AmountPerOutcome | Self::AmountPerYear | Self::AmountEach => 3,
            Self::Citizens | Self::CitizensPerPost | Self::Posts | Self::Courses | Self::Years | Self::Factor => 0,
        };
        self.decimals().saturating_add(further)
    }

    /// The factor from the model's value to the one on screen and in links: 100 for shares and increases, which become per
    /// cent, and 1.000 for amounts, which become kroner.
    #[must_use]
    pub fn scale(self) -> Decimal {
        match self {
            Self::Share | Self::Increase => Decimal::ONE_HUNDRED,
            Self::CostPerPost | Self::AmountPerOutcome | Self::AmountPerYear | Self::AmountEach => {
                Decimal::ONE_THOUSAND
            }
            Self::Citizens | Self::CitizensPerPost | Self::Posts | Self::Courses | Self::Years | Self::Factor => {
                Decimal::ONE
            }
        }
    }

    /// Whether people read the model's value in per cent.
    #[must_use]
    pub const fn is_in_per_cent(self) -> bool {
        matches!(self, Self::Share | Self::Increase)
    }

    /// Whether it is an amount of money.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(self, Self::CostPerPost | Self::AmountPerOutcome | Self::AmountPerYear | Self::AmountEach)
    }

    /// The lowest and the highest value that the model accepts, in the model's unit. The bounds are wide enough for any
    /// question of a reader, and narrow enough that every product of drivers is exact to 28 digits: all digits of every
    /// product but that of a borrowed saving whose six drivers are all at their ends.
    #[must_use]
    pub fn bounds(self) -> (Decimal, Decimal) {
        let between = |low: u32, high: u32| (Decimal::from(low), Decimal::from(high));
        match self {
            Self::Citizens | Self::Courses => between(0, 100_000),
            Self::CitizensPerPost => between(1, 1_000),
            Self::Posts => between(0, 1_000),
            Self::CostPerPost | Self::AmountPerOutcome | Self::AmountEach => between(0, 10_000),
            Self::Share => between(0, 1),
            Self::AmountPerYear => between(0, 1_000_000),
            Self::Years => between(1, 20),
            Self::Factor => (Decimal::new(1, 1), Decimal::TEN),
            Self::Increase => (Decimal::new(-9, 1), Decimal::ONE),
        }
    }
}

/// The permanent id of the driver that raises all pay.
const ALL_PAY: &str = "all-pay";
/// The permanent id of the driver that raises every amount.
const ALL_AMOUNTS: &str = "all-amounts";

impl Driver {
    /// The permanent id of the driver with the share of citizens who would have found a job anyway.
    pub const FOUND_ANYWAY: &str = "anyway";

    /// The driver with the share of citizens who would have found a job anyway, or have reached what else the efforts say. Every variant
    /// with savings per citizen has it.
    #[must_use]
    pub fn found_anyway(reached: Reached) -> Self {
        let origin = Origin::Assumed { why: None };
        Self::added(Self::FOUND_ANYWAY, DriverKind::FoundAnyway { reached }, Group::Effect, Unit::Share, origin)
    }

    /// The driver that raises all pay at once. Every variant that pays for posts has it.
    #[must_use]
    pub fn all_pay() -> Self {
        Self::added(ALL_PAY, DriverKind::AllPay, Group::Together, Unit::Increase, Origin::Neutral)
    }

    /// The driver that raises every amount at once. Every variant has it.
    #[must_use]
    pub fn all_amounts() -> Self {
        Self::added(ALL_AMOUNTS, DriverKind::AllAmounts, Group::Together, Unit::Increase, Origin::Neutral)
    }

    /// Whether the page adds a driver with this id to notes, so that none of their own may have it.
    #[must_use]
    pub fn is_added(id: &str) -> bool {
        [Self::FOUND_ANYWAY, ALL_PAY, ALL_AMOUNTS].contains(&id)
    }

    /// Whether it moves what other drivers of the note already give: all pay, or every amount. At 0 it changes nothing, and
    /// whatever it says is said of those drivers one by one too.
    #[must_use]
    pub const fn is_master(&self) -> bool {
        matches!(self.kind, DriverKind::AllPay | DriverKind::AllAmounts)
    }

    /// A driver that the page adds, which begins at 0.
    fn added(id: &str, kind: DriverKind, group: Group, unit: Unit, origin: Origin) -> Self {
        Self {
            id: id.to_owned(),
            kind,
            group,
            unit,
            value: Decimal::ZERO,
            origin,
            parts: Vec::new(),
            range: None,
            follows: None,
            alternatives: Vec::new(),
        }
    }
}
