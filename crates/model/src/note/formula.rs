//! The formula of a line. The calculation, its explanation, the search for break-even values, the intervals of derived
//! numbers and the workbook all read this one description.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{DriverIx, Effect, Phase};
use crate::money;

/// The formula of a line, in 1.000 kr. per year: quantity × unit amount × weight of the phase × adjustment ×
/// increases.
///
/// Each of the four kinds of line in `data/*.toml` fills it in differently:
///
/// | kind | quantity | unit amount | weight |
/// |---|---|---|---|
/// | staff | posts | cost per post | schedule |
/// | fixed | – | amount per year | schedule |
/// | per citizen | citizens | amount per citizen | schedule |
/// | per outcome | citizens | amount per citizen who reaches a job or education | effect rates |
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Formula {
    /// The number of posts or citizens that the unit amount is multiplied by.
    pub quantity: Quantity,
    /// The driver with the amount per post, per citizen or per year, in 1.000 kr.
    pub unit_amount: DriverIx,
    /// The share of the full amount in each phase of the effort.
    pub weight: Weight,
    /// The adjustment of a saving per citizen; `None` for other lines.
    pub adjustment: Option<Adjustment>,
    /// The drivers that raise its amount together with others.
    pub increases: Increases,
}

/// The number of posts or citizens that a unit amount is multiplied by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quantity {
    /// One: the unit amount is already the amount of a year.
    One,
    /// The driver with the number of citizens.
    Citizens(DriverIx),
    /// Full-time posts.
    Posts(Posts),
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

/// Where the share of a line's full amount in each phase of its effort comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Weight {
    /// Fixed shares.
    Schedule(Schedule),
    /// The effect rates, which are drivers.
    Effect(Effect),
}

/// The share of a line's amount in each phase of its effort. 1 is the whole amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// The share in the first year.
    #[serde(with = "money::decimal")]
    pub first: Decimal,
    /// The share from the second year on, while the effort runs.
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
    /// The terms whose product is the line's amount in a phase, in the order in which people read them: an effect rate
    /// follows the citizens, and the share of a schedule comes last.
    pub fn terms(&self, phase: Phase) -> impl Iterator<Item = Term> {
        let weight = Some(self.weight.in_phase(phase));
        let (rate, share) = match self.weight {
            Weight::Effect(_) => (weight, None),
            Weight::Schedule(_) => (None, weight),
        };
        let [quantity, unit_amount, pay, price, remainder, amounts] = self.full_amount();
        [quantity, rate, unit_amount, pay, price, remainder, amounts, share].into_iter().flatten()
    }

    /// The terms of the full amount of a year. They are the same in every phase. The calculation walks them thousands of
    /// times for a map, so this is an array and no iterator.
    #[must_use]
    #[inline]
    pub const fn full_amount(&self) -> [Option<Term>; 6] {
        let (price, remainder) = match self.adjustment {
            None => (None, None),
            Some(Adjustment { price: None, anyway }) => (None, Some(Term::Remainder(anyway))),
            Some(Adjustment { price: Some(price), anyway }) => {
                (Some(Term::Driver(price)), Some(Term::Remainder(anyway)))
            }
        };
        let pay = increase(self.increases.pay);
        let amounts = increase(self.increases.amounts);
        [self.quantity.term(), Some(Term::Driver(self.unit_amount)), pay, price, remainder, amounts]
    }

    /// The posts that the line pays for; `None` for a line that pays for none.
    #[must_use]
    pub const fn posts(&self) -> Option<Posts> {
        match self.quantity {
            Quantity::Posts(posts) => Some(posts),
            Quantity::One | Quantity::Citizens(_) => None,
        }
    }
}

const fn increase(driver: Option<DriverIx>) -> Option<Term> {
    match driver {
        None => None,
        Some(ix) => Some(Term::Increase(ix)),
    }
}

impl Quantity {
    const fn term(self) -> Option<Term> {
        match self {
            Self::One => None,
            Self::Citizens(citizens) => Some(Term::Driver(citizens)),
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
    /// The term of a phase. In a phase without an effect rate it is a share of 0.
    #[must_use]
    #[inline]
    pub fn in_phase(&self, phase: Phase) -> Term {
        match self {
            Self::Schedule(schedule) => Term::Share(schedule.share(phase)),
            Self::Effect(effect) => effect.rate(phase).map_or(Term::Share(Decimal::ZERO), Term::Driver),
        }
    }
}

impl Schedule {
    /// The share of 1 in a phase.
    #[must_use]
    pub const fn share(&self, phase: Phase) -> Decimal {
        match phase {
            Phase::Before => Decimal::ZERO,
            Phase::First => self.first,
            Phase::Running => self.running,
            Phase::After => self.after,
        }
    }
}

impl Default for Schedule {
    /// The whole amount while the effort runs, and nothing afterwards.
    fn default() -> Self {
        Self { first: Decimal::ONE, running: Decimal::ONE, after: Decimal::ZERO }
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
