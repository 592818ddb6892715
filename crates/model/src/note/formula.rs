//! The formula of a line. The calculation, its explanation, the search for break-even values, the intervals of derived
//! numbers and the workbook all read this one description.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{DriverIx, Effect, EffortYear, Phase};
use crate::money;

/// The formula of a line, in 1.000 kr. per year: quantity × probability × unit amount × weight of the year × adjustment ×
/// increases. Only an event has a probability.
///
/// Each of the kinds of line in `data/*.toml` fills it in differently:
///
/// | kind | quantity | unit amount | weight |
/// |---|---|---|---|
/// | staff | posts | cost per post | schedule |
/// | fixed | – | amount per year | schedule |
/// | per citizen | citizens | amount per citizen | schedule |
/// | per outcome | citizens | amount per citizen who reaches a job or education | effect rates × schedule |
/// | per course | courses in a year | amount for each | schedule |
/// | per event | citizens | amount for each event | schedule |
/// | share of lines | what other lines come to in the year | share | schedule |
///
/// A schedule gives shares by phase or year by year, so a cost that comes once is one with a share in a single year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Formula {
    /// The number of posts, citizens or courses that the unit amount is multiplied by, or the lines that it is a share of.
    pub quantity: Quantity,
    /// The driver with the probability of the event that the amount is paid for or saved by; `None` for a line that is about no
    /// event.
    pub probability: Option<DriverIx>,
    /// The driver with the amount per post, per citizen, per year, or for each course or event, in 1.000 kr.; for a share of other
    /// lines the driver with the share.
    pub unit_amount: DriverIx,
    /// The share of the full amount in each year of the effort.
    pub weight: Weight,
    /// The adjustment of a saving per citizen; `None` for other lines.
    pub adjustment: Option<Adjustment>,
    /// The drivers that raise its amount together with others.
    pub increases: Increases,
    /// The most that the amount of a year can be; `None` for a line without such a limit.
    pub limit: Option<Limit>,
}

/// The most that a line can come to in a year, as where a refund stops at a ceiling: quantity × amount × increase × share of the
/// schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// One for a ceiling of the year; the citizens or the posts where it is one for each of them.
    pub quantity: Quantity,
    /// The driver with the amount, in 1.000 kr. per year.
    pub amount: DriverIx,
    /// The driver that raises it together with every other amount.
    pub increase: Option<DriverIx>,
    /// The share of these citizens or posts who are there in each year; the whole for a limit of the year itself.
    pub schedule: Schedule,
}

/// What a unit amount is multiplied by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quantity {
    /// One: the unit amount is already the amount of a year.
    One,
    /// The driver with the number of citizens.
    Citizens(DriverIx),
    /// Full-time posts.
    Posts(Posts),
    /// The driver with the number of courses in a year.
    Courses(DriverIx),
    /// What other lines come to in the same year, exactly and without a sign. They are lines of the same effort, by their positions in
    /// the variant, and all of them stand before this line, so no line is a share of itself.
    Lines(Vec<usize>),
}

/// Where a number of posts comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Posts {
    /// A driver of its own.
    Driver(DriverIx),
    /// Citizens ÷ caseload.
    Caseload {
        /// The driver with the number of citizens.
        citizens: DriverIx,
        /// The driver with the caseload.
        caseload: DriverIx,
    },
}

/// The share of a line's full amount in each year of its effort: the effect rate of the year, if the line follows one, × the
/// share of the schedule.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Weight {
    /// The effect rates, which are drivers; `None` for a line that follows none.
    pub effect: Option<Effect>,
    /// Fixed shares.
    pub schedule: Schedule,
}

/// The share of a line's amount in each year of its effort. 1 is the whole amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The share in the first year.
    #[serde(with = "money::decimal")]
    pub first: Decimal,
    /// The shares of the years from the second on that have shares of their own: a line that is phased in. Empty for most lines.
    #[serde(with = "money::decimals")]
    pub between: Vec<Decimal>,
    /// The share of every later year, while the effort runs.
    #[serde(with = "money::decimal")]
    pub running: Decimal,
    /// The share after the effort has stopped.
    #[serde(with = "money::decimal")]
    pub after: Decimal,
}

/// The drivers that adjust a saving per citizen: it is multiplied by the share of citizens who would not have found a job
/// anyway and, if it is borrowed, by the factor between the price levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjustment {
    /// The driver with the factor between the price levels; `None` for the note's own lines.
    pub price: Option<DriverIx>,
    /// The driver with the share of citizens who would have found a job anyway.
    pub anyway: DriverIx,
}

/// The drivers that raise the amount of a line together with those of other lines. Each multiplies it by 1 plus its value, and
/// is 0 until the reader changes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Increases {
    /// The driver that raises all pay; `None` for a line that is no cost per post.
    pub pay: Option<DriverIx>,
    /// The driver that raises every amount.
    pub amounts: Option<DriverIx>,
}

/// One term of a formula, without the values of its drivers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// The value of a driver.
    Driver(DriverIx),
    /// 1 minus the value of a driver.
    Remainder(DriverIx),
    /// 1 plus the value of a driver.
    Increase(DriverIx),
    /// The posts that citizens and caseload give, counted as the scenario says.
    Caseload {
        /// The driver with the number of citizens.
        citizens: DriverIx,
        /// The driver with the caseload, by which the citizens are divided.
        caseload: DriverIx,
    },
    /// A share of 1 that is not a driver.
    Share(Decimal),
}

impl Formula {
    /// The terms whose product is the line's amount in a year, in the order in which people read them: an effect rate
    /// follows the citizens, and the share of a schedule comes last.
    pub fn terms(&self, year: EffortYear) -> impl Iterator<Item = Term> {
        let rate = self.weight.rate(year.phase);
        let share = Some(Term::Share(self.weight.schedule.share(year)));
        let [quantity, probability, unit_amount, pay, price, remainder, amounts] = self.full_amount();
        [quantity, rate, probability, unit_amount, pay, price, remainder, amounts, share].into_iter().flatten()
    }

    /// The drivers that the line's amount depends on in some year. One may be listed more than once.
    pub fn drivers(&self) -> impl Iterator<Item = DriverIx> {
        let rates = Phase::WITH_AMOUNTS.into_iter().filter_map(|phase| self.weight.rate(phase));
        let own = self.full_amount().into_iter().flatten().chain(self.limit.iter().flat_map(Limit::full_amount));
        own.chain(rates).flat_map(Term::drivers).flatten()
    }

    /// The lines that it is a share of; none for most lines.
    #[must_use]
    pub fn lines(&self) -> &[usize] {
        match &self.quantity {
            Quantity::Lines(lines) => lines,
            Quantity::One | Quantity::Citizens(_) | Quantity::Posts(_) | Quantity::Courses(_) => &[],
        }
    }

    /// The terms of the full amount of a year, without the lines that a share is one of. They are the same in every year. The
    /// calculation walks them thousands of times for a map, so this is an array and no iterator.
    #[must_use]
    #[inline]
    pub const fn full_amount(&self) -> [Option<Term>; 7] {
        let (price, remainder) = match self.adjustment {
            None => (None, None),
            Some(Adjustment { price: None, anyway }) => (None, Some(Term::Remainder(anyway))),
            Some(Adjustment { price: Some(price), anyway }) => {
                (Some(Term::Driver(price)), Some(Term::Remainder(anyway)))
            }
        };
        let pay = increase(self.increases.pay);
        let amounts = increase(self.increases.amounts);
        let probability = match self.probability {
            None => None,
            Some(ix) => Some(Term::Driver(ix)),
        };
        [self.quantity.term(), probability, Some(Term::Driver(self.unit_amount)), pay, price, remainder, amounts]
    }

    /// The posts that the line pays for; `None` for a line that pays for none.
    #[must_use]
    pub const fn posts(&self) -> Option<Posts> {
        self.quantity.posts()
    }
}

const fn increase(driver: Option<DriverIx>) -> Option<Term> {
    match driver {
        None => None,
        Some(ix) => Some(Term::Increase(ix)),
    }
}

impl Limit {
    /// The terms whose product is the limit of a year.
    pub fn terms(&self, year: EffortYear) -> impl Iterator<Item = Term> {
        self.full_amount().chain([Term::Share(self.schedule.share(year))])
    }

    /// The terms whose product is the limit of a year in which all of its citizens or posts are there.
    pub fn full_amount(&self) -> impl Iterator<Item = Term> {
        [self.quantity.term(), Some(Term::Driver(self.amount)), increase(self.increase)].into_iter().flatten()
    }
}

impl Quantity {
    /// The posts that it is a number of; `None` for another quantity.
    #[must_use]
    pub const fn posts(&self) -> Option<Posts> {
        match self {
            Self::Posts(posts) => Some(*posts),
            Self::One | Self::Citizens(_) | Self::Courses(_) | Self::Lines(_) => None,
        }
    }

    const fn term(&self) -> Option<Term> {
        match self {
            Self::One | Self::Lines(_) => None,
            Self::Citizens(number) | Self::Courses(number) => Some(Term::Driver(*number)),
            Self::Posts(posts) => Some(posts.term()),
        }
    }
}

impl Posts {
    /// Its term in a formula.
    #[must_use]
    pub const fn term(self) -> Term {
        match self {
            Self::Driver(posts) => Term::Driver(posts),
            Self::Caseload { citizens, caseload } => Term::Caseload { citizens, caseload },
        }
    }
}

impl Weight {
    /// A weight that follows a schedule alone.
    #[must_use]
    pub const fn of_schedule(schedule: Schedule) -> Self {
        Self { effect: None, schedule }
    }

    /// A weight that follows effect rates alone.
    #[must_use]
    pub const fn of_effect(effect: Effect) -> Self {
        Self { effect: Some(effect), schedule: Schedule::ALWAYS }
    }

    /// The term of the effect rate in a phase; `None` for a line that follows none. In a phase without a rate it is a share of 0.
    #[must_use]
    #[inline]
    pub fn rate(&self, phase: Phase) -> Option<Term> {
        let effect = self.effect.as_ref()?;
        Some(effect.rate(phase).map_or(Term::Share(Decimal::ZERO), Term::Driver))
    }
}

impl Schedule {
    /// The whole amount in every year, also after the effort.
    pub const ALWAYS: Self =
        Self { first: Decimal::ONE, between: Vec::new(), running: Decimal::ONE, after: Decimal::ONE };

    /// Shares year by year, of which the last one goes on while the effort runs; `None` without any.
    #[must_use]
    pub fn of_years(years: &[Decimal], after: Decimal) -> Option<Self> {
        let (first, later) = years.split_first()?;
        let running = *later.last().unwrap_or(first);
        // Years that already have the share that goes on need none of their own.
        let own = later.iter().rposition(|share| *share != running).map_or(0, |position| position.saturating_add(1));
        Some(Self { first: *first, between: later.iter().take(own).copied().collect(), running, after })
    }

    /// The share of 1 in a year.
    #[must_use]
    pub fn share(&self, year: EffortYear) -> Decimal {
        year.of_between(&self.between).copied().unwrap_or_else(|| self.share_in_phase(year.phase))
    }

    /// The share of 1 that a year of a phase has which has none of its own.
    #[must_use]
    #[inline]
    pub const fn share_in_phase(&self, phase: Phase) -> Decimal {
        match phase {
            Phase::Before => Decimal::ZERO,
            Phase::First => self.first,
            Phase::Running => self.running,
            Phase::After => self.after,
        }
    }

    /// The same shares while the effort runs, and another one after it.
    #[must_use]
    pub fn with_after(&self, after: Decimal) -> Self {
        Self { after, ..self.clone() }
    }

    /// Whether it has shares year by year, and not by phase alone.
    #[must_use]
    pub const fn is_by_year(&self) -> bool {
        !self.between.is_empty()
    }

    /// The shares year by year, of which the last one goes on.
    pub fn years(&self) -> impl Iterator<Item = Decimal> {
        [self.first].into_iter().chain(self.between.iter().copied()).chain([self.running])
    }
}

impl Default for Schedule {
    /// The whole amount while the effort runs, and nothing afterwards.
    fn default() -> Self {
        Self { after: Decimal::ZERO, ..Self::ALWAYS }
    }
}

impl Term {
    /// The drivers whose values it has.
    #[must_use]
    pub const fn drivers(self) -> [Option<DriverIx>; 2] {
        match self {
            Self::Driver(ix) | Self::Remainder(ix) | Self::Increase(ix) => [Some(ix), None],
            Self::Caseload { citizens, caseload } => [Some(citizens), Some(caseload)],
            Self::Share(_) => [None, None],
        }
    }
}
