//! The factors of a line's amount: the terms of its formula with the values of a scenario. The calculation multiplies
//! them, and the explanations show them.

use rust_decimal::Decimal;
use serde::Serialize;

use super::amount::{exact_posts, line_at, posts_needed, sum_in};
use super::phase::effort_year;
use super::{EvaluateError, value};
use crate::note::{DriverIx, EffortYear, Phase, Posts, Quantity, Schedule, Term, Year};
use crate::scenario::{PostsCount, Scenario};

/// Something that a line's amount is multiplied or divided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Factor {
    /// The value of a driver, in its unit.
    Driver {
        /// The driver's position.
        ix: DriverIx,
        /// The driver's value.
        value: Decimal,
    },
    /// A division by the value of a driver.
    Divisor {
        /// The driver's position.
        ix: DriverIx,
        /// The driver's value.
        value: Decimal,
    },
    /// 1 minus the value of a driver: the remaining share.
    Remainder {
        /// The driver's position.
        ix: DriverIx,
        /// The driver's value.
        value: Decimal,
    },
    /// 1 plus the value of a driver: what was there, and its increase.
    Increase {
        /// The driver's position.
        ix: DriverIx,
        /// The driver's value.
        value: Decimal,
    },
    /// Posts that were rounded up to halves or wholes, or stay as in the note.
    Posts {
        /// The full-time posts that are paid for.
        posts: Decimal,
        /// Citizens ÷ caseload, before rounding.
        exact: Decimal,
        /// How the posts were counted.
        count: PostsCount,
    },
    /// What the lines come to in the year that the line is a share of, exactly and in 1.000 kr.
    Lines {
        /// The amount.
        amount: Decimal,
    },
    /// The share of the line's full amount that a year of its effort has.
    Share {
        /// The phase that the year is in.
        phase: Phase,
        /// Which year of the effort it is, counted from 1, where years have shares of their own; `None` where all years of the
        /// phase have the same.
        year: Option<u16>,
        /// The share, as a share of 1.
        share: Decimal,
    },
}

impl Factor {
    /// The driver whose value this factor is; `None` for posts, for other lines, and for the share of a year.
    #[must_use]
    pub const fn driver(&self) -> Option<DriverIx> {
        match self {
            Self::Driver { ix, .. }
            | Self::Divisor { ix, .. }
            | Self::Remainder { ix, .. }
            | Self::Increase { ix, .. } => Some(*ix),
            Self::Posts { .. } | Self::Lines { .. } | Self::Share { .. } => None,
        }
    }
}

/// The factors of the exact amount of a line in a year, in 1.000 kr., before a limit. A share of 1 is left out, and so are the
/// whole that remains where nobody would have found a job anyway, and an increase of nothing.
///
/// # Errors
/// As [`evaluate`](super::evaluate).
pub fn factors(scenario: &Scenario<'_>, line_index: usize, year: Year) -> Result<Vec<Factor>, EvaluateError> {
    let line = line_at(scenario, line_index)?;
    let effort = scenario.note().variant.efforts.get(line.effort);
    let year = effort_year(scenario, effort.ok_or(EvaluateError::Overflow { line: line_index })?, year)?;
    let mut factors = Vec::new();
    if let Quantity::Lines(lines) = &line.formula.quantity {
        factors.push(Factor::Lines { amount: sum_in(scenario, line_index, lines, year)? });
    }
    for term in line.formula.terms(year).filter(|term| *term != Term::Share(Decimal::ONE)) {
        factors.extend(
            factors_of(scenario, &line.formula.weight.schedule, term, year)?
                .into_iter()
                .flatten()
                .filter(|factor| !is_whole(factor)),
        );
    }
    Ok(factors)
}

/// The factors of the most that a line can come to in a year, in 1.000 kr.; none for a line without a limit.
///
/// # Errors
/// As [`evaluate`](super::evaluate).
pub fn limit_factors(scenario: &Scenario<'_>, line_index: usize, year: Year) -> Result<Vec<Factor>, EvaluateError> {
    let line = line_at(scenario, line_index)?;
    let Some(limit) = &line.formula.limit else { return Ok(Vec::new()) };
    let effort = scenario.note().variant.efforts.get(line.effort);
    let year = effort_year(scenario, effort.ok_or(EvaluateError::Overflow { line: line_index })?, year)?;
    let mut factors = Vec::new();
    for term in limit.terms(year).filter(|term| *term != Term::Share(Decimal::ONE)) {
        let of_term = factors_of(scenario, &limit.schedule, term, year)?;
        factors.extend(of_term.into_iter().flatten().filter(|factor| !is_whole(factor)));
    }
    Ok(factors)
}

/// The factor of a schedule's share in a year; `None` for the whole.
#[must_use]
pub fn share_factor(schedule: &Schedule, year: EffortYear) -> Option<Factor> {
    let share = schedule.share(year);
    (share != Decimal::ONE).then(|| of_year(schedule, year, share))
}

/// A share of a year, which is called by its number where the schedule has shares year by year.
fn of_year(schedule: &Schedule, EffortYear { phase, number }: EffortYear, share: Decimal) -> Factor {
    let runs = matches!(phase, Phase::First | Phase::Running);
    Factor::Share { phase, year: (runs && schedule.is_by_year()).then_some(number), share }
}

/// Whether a factor changes nothing: the whole that remains, or an increase of nothing.
const fn is_whole(factor: &Factor) -> bool {
    match factor {
        Factor::Remainder { value, .. } | Factor::Increase { value, .. } => value.is_zero(),
        Factor::Driver { .. }
        | Factor::Divisor { .. }
        | Factor::Posts { .. }
        | Factor::Lines { .. }
        | Factor::Share { .. } => false,
    }
}

/// The one or two factors that a term stands for.
fn factors_of(
    scenario: &Scenario<'_>,
    schedule: &Schedule,
    term: Term,
    year: EffortYear,
) -> Result<[Option<Factor>; 2], EvaluateError> {
    let driver = |ix| Ok(Factor::Driver { ix, value: value(scenario, ix)? });
    Ok(match term {
        Term::Driver(ix) => [Some(driver(ix)?), None],
        Term::Remainder(ix) => [Some(Factor::Remainder { ix, value: value(scenario, ix)? }), None],
        Term::Increase(ix) => [Some(Factor::Increase { ix, value: value(scenario, ix)? }), None],
        Term::Share(share) => [Some(of_year(schedule, year, share)), None],
        Term::Caseload { citizens, caseload } => match scenario.posts() {
            PostsCount::Exact => {
                [Some(driver(citizens)?), Some(Factor::Divisor { ix: caseload, value: value(scenario, caseload)? })]
            }
            count @ (PostsCount::Half | PostsCount::Whole | PostsCount::AsInNote) => {
                let exact = exact_posts(scenario, citizens, caseload)?;
                let posts = posts_needed(scenario, Posts::Caseload { citizens, caseload })?;
                [Some(Factor::Posts { posts, exact, count }), None]
            }
        },
    })
}

/// A product of factors. The division comes last, so that 150 ÷ 7 × 7 is 150.
#[derive(Debug, Clone, Copy)]
pub(super) struct Product {
    /// The line it belongs to, for errors.
    line_index: usize,
    dividend: Decimal,
    /// The driver that it is divided by, with its value.
    divisor: Option<(DriverIx, Decimal)>,
}

impl Product {
    /// The product with a single factor, for the line at this position.
    pub(super) const fn of(line_index: usize, factor: Decimal) -> Self {
        Self { line_index, dividend: factor, divisor: None }
    }

    /// Multiplies the product by a term with the values of the scenario. It is in 1.000 kr. after all terms of the line.
    #[inline]
    pub(super) fn multiply_by_term(&mut self, scenario: &Scenario<'_>, term: Term) -> Result<(), EvaluateError> {
        match term {
            Term::Driver(ix) => self.multiply_by(value(scenario, ix)?),
            Term::Remainder(ix) => {
                let remainder = Decimal::ONE.checked_sub(value(scenario, ix)?).ok_or(self.overflow())?;
                self.multiply_by(remainder)
            }
            Term::Increase(ix) => match value(scenario, ix)? {
                // As good as always, and a map multiplies some hundred thousand times.
                nothing if nothing.is_zero() => Ok(()),
                increase => self.multiply_by(Decimal::ONE.checked_add(increase).ok_or(self.overflow())?),
            },
            Term::Share(share) => self.multiply_by(share),
            Term::Caseload { citizens, caseload } if scenario.posts() == PostsCount::Exact => {
                self.divisor = Some((caseload, value(scenario, caseload)?));
                self.multiply_by(value(scenario, citizens)?)
            }
            Term::Caseload { citizens, caseload } => {
                self.multiply_by(posts_needed(scenario, Posts::Caseload { citizens, caseload })?)
            }
        }
    }

    /// Multiplies the product by one more number.
    #[inline]
    pub(super) fn multiply_by(&mut self, factor: Decimal) -> Result<(), EvaluateError> {
        self.dividend = self.dividend.checked_mul(factor).ok_or(self.overflow())?;
        Ok(())
    }

    /// The value of the product.
    #[inline]
    pub(super) fn value(&self) -> Result<Decimal, EvaluateError> {
        match self.divisor {
            None => Ok(self.dividend),
            Some((ix, divisor)) => self.dividend.checked_div(divisor).ok_or(EvaluateError::DivisionByZero(ix)),
        }
    }

    const fn overflow(&self) -> EvaluateError {
        EvaluateError::Overflow { line: self.line_index }
    }
}
