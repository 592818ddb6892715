//! What gives the amount of a line: the one description that the calculation, its explanation, the search for limits, the
//! intervals of derived numbers and the workbook all read.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{DriverIx, Effect, Phase};
use crate::money;

/// The formula of a line, in 1.000 kr. a year: quantity × unit amount × weight of the phase × adjustment.
///
/// The four kinds of line that people write in `data/*.toml` are four ways to fill it in:
///
/// | kind | quantity | unit amount | weight |
/// |---|---|---|---|
/// | staff | posts | cost of a post | schedule |
/// | fixed | – | amount a year | schedule |
/// | per citizen | citizens | amount per citizen | schedule |
/// | per outcome | citizens | amount per citizen in a job or education | effect rates |
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Formula {
    /// How many the line pays for.
    pub quantity: Quantity,
    /// The driver with the amount for each, in 1.000 kr.
    pub unit_amount: DriverIx,
    /// What share of that falls in each phase of the effort.
    pub weight: Weight,
    /// What a borrowed amount is multiplied by besides; `None` for the note's own lines.
    pub adjustment: Option<Adjustment>,
}

/// How many a line pays for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quantity {
    /// Nothing is counted: the unit amount is the amount of a year.
    One,
    /// The driver with the citizens.
    Citizens(DriverIx),
    /// Full-time posts.
    Posts(Posts),
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

/// What share of a line's full amount falls in each phase of its effort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Weight {
    /// Shares that the document fixes.
    Schedule(Schedule),
    /// The share of the citizens who reach a job or education, which a driver sets for each phase.
    Effect(Effect),
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

/// What a borrowed unit saving is adjusted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjustment {
    /// The driver with the factor between the price levels.
    pub price: DriverIx,
    /// The driver with the share who would have found a job anyway.
    pub anyway: DriverIx,
}

/// One term of a formula, before anybody knows the drivers' values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Multiplied by the value of a driver.
    Driver(DriverIx),
    /// Multiplied by 1 minus the value of a driver.
    Remainder(DriverIx),
    /// Multiplied by the posts that the caseload leads to, counted as the scenario says.
    Caseload {
        /// The driver with the citizens.
        citizens: DriverIx,
        /// The driver with the caseload, by which the citizens are divided.
        caseload: DriverIx,
    },
    /// Multiplied by a share of 1 that no driver sets.
    Share(Decimal),
}

impl Formula {
    /// The terms that multiply to the line's amount in a phase, in the order in which people read them: an effect rate
    /// follows the citizens, a share of a schedule comes last.
    pub fn terms(&self, phase: Phase) -> impl Iterator<Item = Term> {
        let weight = Some(self.weight.in_phase(phase));
        let (rate, share) = match self.weight {
            Weight::Effect(_) => (weight, None),
            Weight::Schedule(_) => (None, weight),
        };
        let [quantity, unit_amount, price, remainder] = self.parts();
        [quantity, rate, unit_amount, price, remainder, share].into_iter().flatten()
    }

    /// The terms that are the same in every phase: those of the full amount of a year.
    pub fn full_amount(&self) -> impl Iterator<Item = Term> {
        self.parts().into_iter().flatten()
    }

    fn parts(&self) -> [Option<Term>; 4] {
        let adjustment = self.adjustment;
        [
            self.quantity.term(),
            Some(Term::Driver(self.unit_amount)),
            adjustment.map(|adjustment| Term::Driver(adjustment.price)),
            adjustment.map(|adjustment| Term::Remainder(adjustment.anyway)),
        ]
    }

    /// The posts that the line pays; `None` for a line that pays none.
    #[must_use]
    pub const fn posts(&self) -> Option<Posts> {
        match self.quantity {
            Quantity::Posts(posts) => Some(posts),
            Quantity::One | Quantity::Citizens(_) => None,
        }
    }

    /// Whether the amount of a phase depends on the driver.
    #[must_use]
    pub fn reads(&self, driver: DriverIx, phase: Phase) -> bool {
        self.terms(phase).any(|term| term.reads(driver))
    }

    /// In how many phases the amount depends on the driver.
    #[must_use]
    pub fn phases_reading(&self, driver: DriverIx) -> usize {
        Phase::WITH_AMOUNTS.into_iter().filter(|phase| self.reads(driver, *phase)).count()
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
    /// The term of a phase. No driver sets the weight of a phase without an effect: it is 0.
    #[must_use]
    pub fn in_phase(&self, phase: Phase) -> Term {
        match self {
            Self::Schedule(schedule) => Term::Share(schedule.share(phase)),
            Self::Effect(effect) => effect.rate(phase).map_or(Term::Share(Decimal::ZERO), Term::Driver),
        }
    }
}

impl Schedule {
    /// The share of 1 that falls in a phase.
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
    /// In full while the effort runs, nothing after.
    fn default() -> Self {
        Self { first: Decimal::ONE, running: Decimal::ONE, after: Decimal::ZERO }
    }
}

impl Term {
    fn reads(self, driver: DriverIx) -> bool {
        match self {
            Self::Driver(ix) | Self::Remainder(ix) => ix == driver,
            Self::Caseload { citizens, caseload } => citizens == driver || caseload == driver,
            Self::Share(_) => false,
        }
    }
}
