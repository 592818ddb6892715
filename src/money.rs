//! Amounts and the one rounding rule.
//!
//! Two kinds of number meet in the model. An *exact* amount is a [`Decimal`] in 1.000 kr. A *cell* is what a
//! document prints: whole thousands, [`Thousands`]. The step from the first to the second is [`Thousands::round`]
//! and nothing else; from there on only cells are added, so that what is shown always adds up.

use std::iter::Sum;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A printed amount in whole 1.000 kr. Costs are positive, savings negative, as in the documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Thousands(i64);

impl Thousands {
    /// No amount.
    pub const ZERO: Self = Self(0);

    /// The largest cell that is accepted, in either direction: 10^12 thousand kroner. Far above any budget, and far
    /// enough below `i64::MAX` that no sum of cells can reach it.
    pub const LIMIT: i64 = 1_000_000_000_000;

    /// A cell of `amount` thousand kroner, as printed.
    #[must_use]
    pub const fn new(amount: i64) -> Self {
        Self(amount)
    }

    /// The rounding rule of the documents: to whole thousands, half away from zero.
    ///
    /// `None` when the amount is beyond [`Self::LIMIT`].
    #[must_use]
    pub fn round(exact: Decimal) -> Option<Self> {
        // In integers: it is done for every cell at every point of a map.
        let (digits, one) = (exact.mantissa(), 10_i128.checked_pow(exact.scale())?);
        let rest = digits.checked_rem(one)?;
        let away = if rest.unsigned_abs() >= one.unsigned_abs().div_ceil(2) { digits.signum() } else { 0 };
        let whole = i64::try_from(digits.checked_div(one)?.checked_add(away)?).ok()?;
        (whole.unsigned_abs() <= Self::LIMIT.unsigned_abs()).then_some(Self(whole))
    }

    /// The number of thousands.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// The amount as a decimal, in 1.000 kr.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        Decimal::from(self.0)
    }

    /// The sum. Saturates, which [`Self::LIMIT`] keeps out of reach of any table of cells.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference; saturates like [`Self::plus`].
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The same amount with the opposite sign: a saving as a positive number.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Thousands {
    fn sum<I: Iterator<Item = Self>>(cells: I) -> Self {
        cells.fold(Self::ZERO, Self::plus)
    }
}

/// How a number that people wrote becomes a [`Decimal`]: data files hold whole numbers bare and others in quotes
/// (`"12.5"`), never a binary fraction; the embedded form holds text.
pub mod decimal {
    use std::fmt;
    use std::str::FromStr;

    use rust_decimal::Decimal;
    use serde::de::{Error, Visitor};
    use serde::{Deserializer, Serializer};

    /// Writes the decimal as text, every digit kept.
    ///
    /// # Errors
    /// Only what the serializer itself reports.
    pub fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    /// Reads a whole number, or a decimal in quotes.
    ///
    /// # Errors
    /// Anything else, a binary fraction such as a bare `0.1` included.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(Written)
        } else {
            deserializer.deserialize_str(Written)
        }
    }

    struct Written;

    impl Visitor<'_> for Written {
        type Value = Decimal;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a whole number, or a decimal in quotes such as \"12.5\"")
        }

        fn visit_i64<E: Error>(self, value: i64) -> Result<Decimal, E> {
            Ok(Decimal::from(value))
        }

        fn visit_str<E: Error>(self, value: &str) -> Result<Decimal, E> {
            Decimal::from_str(value).map_err(|_| E::custom(format_args!("\"{value}\" is not a decimal such as 12.5")))
        }
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "an overflow would fail the test")]
mod tests {
    use super::*;

    #[track_caller]
    fn expect_cell(exact: &str, cell: i64) {
        let exact: Decimal = exact.parse().unwrap();
        assert_eq!(Thousands::round(exact), Some(Thousands::new(cell)), "{exact} rounds to {cell}");
    }

    #[test]
    fn half_goes_away_from_zero_on_both_sides() {
        expect_cell("0.5", 1);
        expect_cell("-0.5", -1);
        expect_cell("2.5", 3);
        expect_cell("-2.5", -3);
        expect_cell("4405.875", 4406);
        expect_cell("-2202.9375", -2203);
        expect_cell("62.4999", 62);
        expect_cell("0", 0);
        expect_cell("-0.4", 0);
        expect_cell("62.5000000000000000000000000", 63);
        expect_cell("0.4999999999999999999999999999", 0);
        expect_cell("-7.9999999999999999999999999999", -8);
    }

    #[test]
    fn an_amount_beyond_the_limit_is_no_cell() {
        assert_eq!(Thousands::round(Decimal::from(Thousands::LIMIT)), Some(Thousands::new(Thousands::LIMIT)));
        assert_eq!(Thousands::round(Decimal::from(Thousands::LIMIT + 1)), None);
        assert_eq!(Thousands::round(Decimal::MAX), None);
        assert_eq!(Thousands::round(Decimal::MIN), None);
    }
}
