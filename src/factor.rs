//! The factors of a line's amount: what [`crate::evaluate`] multiplies, one by one, each with where it comes from.

use crate::evaluate::{EvaluateError, Phase, phase_in, posts_needed, rate_driver};
use crate::note::{DriverIx, Posts, Rule, Year};
use crate::scenario::{PostsCount, Scenario};
use rust_decimal::Decimal;

/// Something that a line's amount is multiplied with or divided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Factor {
    /// The value of a driver, in its unit.
    Driver {
        /// Which.
        ix: DriverIx,
        /// Its value.
        value: Decimal,
    },
    /// Divided by the value of a driver.
    Divisor {
        /// Which.
        ix: DriverIx,
        /// Its value.
        value: Decimal,
    },
    /// 1 minus the value of a driver: the share that is left.
    Rest {
        /// Which.
        ix: DriverIx,
        /// Its value.
        value: Decimal,
    },
    /// Posts that were counted in halves or wholes.
    Posts {
        /// As many as are paid for.
        posts: Decimal,
        /// Citizens ÷ caseload.
        exact: Decimal,
        /// How they were counted.
        count: PostsCount,
    },
    /// The share of the line that falls in this phase of its effort.
    Share {
        /// The phase.
        phase: Phase,
        /// A share of 1.
        share: Decimal,
    },
}

impl Factor {
    /// The driver behind it.
    #[must_use]
    pub const fn driver(&self) -> Option<DriverIx> {
        match self {
            Self::Driver { ix, .. } | Self::Divisor { ix, .. } | Self::Rest { ix, .. } => Some(*ix),
            Self::Posts { .. } | Self::Share { .. } => None,
        }
    }

    /// All of them multiplied, divisors last, so that 150 ÷ 7 × 7 is 150; `None` where that is too large or divides by zero.
    #[must_use]
    pub fn product(factors: &[Self]) -> Option<Decimal> {
        let mut product = Decimal::ONE;
        for factor in factors {
            product = match factor {
                Self::Driver { value, .. } => product.checked_mul(*value)?,
                Self::Rest { value, .. } => product.checked_mul(Decimal::ONE.checked_sub(*value)?)?,
                Self::Posts { posts, .. } => product.checked_mul(*posts)?,
                Self::Share { share, .. } => product.checked_mul(*share)?,
                Self::Divisor { .. } => product,
            };
        }
        for factor in factors {
            if let Self::Divisor { value, .. } = factor {
                product = product.checked_div(*value)?;
            }
        }
        Some(product)
    }
}

/// The factors of the exact amount of a line in a year, in 1.000 kr. A share of 1 is left out.
///
/// # Errors
/// As [`crate::evaluate::evaluate`].
pub fn factors(scenario: &Scenario<'_>, line: usize, year: Year) -> Result<Vec<Factor>, EvaluateError> {
    let variant = scenario.note().variant;
    let overflow = EvaluateError::Overflow { line };
    let found = variant.lines.get(line).ok_or(overflow)?;
    let phase = phase_in(scenario, variant.efforts.get(found.effort).ok_or(overflow)?, year)?;
    factors_in(scenario, line, phase)
}

/// The same for a year in this phase of the line's effort.
///
/// # Errors
/// As [`factors`].
pub(crate) fn factors_in(scenario: &Scenario<'_>, line: usize, phase: Phase) -> Result<Vec<Factor>, EvaluateError> {
    let found = scenario.note().variant.lines.get(line).ok_or(EvaluateError::Overflow { line })?;
    let value = |ix: DriverIx| scenario.value(ix).ok_or(EvaluateError::NoValue(ix));
    let driver = |ix: DriverIx| Ok(Factor::Driver { ix, value: value(ix)? });
    let mut factors = match found.rule {
        Rule::Fixed { amount } => vec![driver(amount)?],
        Rule::PerCitizen { citizens, amount } => vec![driver(citizens)?, driver(amount)?],
        Rule::PerOutcome { citizens, effect, amount, adjustment } => {
            let rate = rate_driver(effect, phase).map_or(Ok(Factor::Share { phase, share: Decimal::ZERO }), driver)?;
            let mut factors = vec![driver(citizens)?, rate, driver(amount)?];
            if let Some(adjustment) = adjustment {
                factors.push(driver(adjustment.price)?);
                factors.push(Factor::Rest { ix: adjustment.anyway, value: value(adjustment.anyway)? });
            }
            factors
        }
        Rule::Staff { posts, cost } => {
            let mut factors = match (posts, scenario.posts()) {
                (Posts::Driver(ix), _) => vec![driver(ix)?],
                (Posts::Caseload { citizens, caseload }, PostsCount::Exact) => {
                    vec![driver(citizens)?, Factor::Divisor { ix: caseload, value: value(caseload)? }]
                }
                (Posts::Caseload { citizens, caseload }, count) => {
                    let none = EvaluateError::DivisionByZero(caseload);
                    let exact = value(citizens)?.checked_div(value(caseload)?).ok_or(none)?;
                    vec![Factor::Posts { posts: posts_needed(scenario, posts)?, exact, count }]
                }
            };
            factors.push(driver(cost)?);
            factors
        }
    };
    let share = found.schedule.share(phase);
    if share != Decimal::ONE && !matches!(found.rule, Rule::PerOutcome { .. }) {
        factors.push(Factor::Share { phase, share });
    }
    Ok(factors)
}
