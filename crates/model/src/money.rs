//! Amounts and the one rounding rule.
//!
//! The model has two kinds of amount. An *exact* amount is a [`Decimal`] in 1.000 kr. A *cell* is what a document
//! prints: whole thousands, [`Thousands`]. Only [`Thousands::round`] turns an exact amount into a cell. After that the
//! model adds nothing but cells, so the sums on the page always add up.

use std::iter::Sum;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A printed amount in whole 1.000 kr. Costs are positive, savings negative, as in the documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Thousands(i64);

impl Thousands {
    /// The cell 0.
    pub const ZERO: Self = Self(0);

    /// The largest accepted cell, positive or negative: 10^12 thousand kroner. That is far above any budget, and so far
    /// below `i64::MAX` that no sum of cells can overflow.
    pub const LIMIT: i64 = 1_000_000_000_000;

    /// A cell of `amount` thousand kroner.
    #[must_use]
    pub const fn new(amount: i64) -> Self {
        Self(amount)
    }

    /// Rounds as the documents do: to whole thousands, half away from zero.
    ///
    /// `None` when the amount is beyond [`Self::LIMIT`].
    ///
    /// ```
    /// use model::money::Thousands;
    /// use rust_decimal::Decimal;
    ///
    /// let benefits = Decimal::new(-2_202_500, 3); // −2.202,500 thousand kroner
    /// assert_eq!(Thousands::round(benefits), Some(Thousands::new(-2203)));
    /// assert_eq!(Thousands::round(Decimal::MAX), None);
    /// ```
    #[must_use]
    pub fn round(exact: Decimal) -> Option<Self> {
        Self::of_quotient(exact.mantissa(), 10_i128.checked_pow(exact.scale())?)
    }

    /// Rounds a quotient of whole numbers in the same way. `None` when it is beyond [`Self::LIMIT`], or the divisor is not above zero.
    #[must_use]
    pub fn of_quotient(over: i128, under: i128) -> Option<Self> {
        // A map rounds some cells at every point. Integers make this fast.
        let rest = over.checked_rem(under)?;
        let rounds_away = rest.unsigned_abs() >= under.unsigned_abs().div_ceil(2);
        let correction = if rounds_away { over.signum() } else { 0 };
        let whole = i64::try_from(over.checked_div(under)?.checked_add(correction)?).ok()?;
        (under > 0 && whole.unsigned_abs() <= Self::LIMIT.unsigned_abs()).then_some(Self(whole))
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

    /// The sum. It saturates at the ends of `i64`, which no table of cells within [`Self::LIMIT`] can reach.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference. It saturates like [`Self::plus`].
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The amount with the opposite sign; it turns a saving into a positive number.
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

/// Reads and writes a [`Decimal`] without ever passing through a binary fraction. Data files hold whole numbers as they
/// are and other numbers in quotes (`"12.5"`). The notes embedded in the page hold all of them as text.
pub mod decimal {
    use std::fmt;
    use std::str::FromStr;

    use rust_decimal::Decimal;
    use serde::de::{Error, Visitor};
    use serde::{Deserializer, Serializer};

    /// Writes the decimal as text, with every digit.
    ///
    /// # Errors
    /// Returns only the errors of the serializer.
    pub fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    /// Reads a whole number, or a decimal in quotes.
    ///
    /// # Errors
    /// Refuses anything else, including a binary fraction such as `0.1` without quotes.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(DecimalVisitor)
        } else {
            deserializer.deserialize_str(DecimalVisitor)
        }
    }

    struct DecimalVisitor;

    impl Visitor<'_> for DecimalVisitor {
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

/// Reads and writes a list of [`Decimal`]s as [`decimal`] does a single one.
pub mod decimals {
    use rust_decimal::Decimal;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(transparent)]
    struct Exact(#[serde(with = "super::decimal")] Decimal);

    /// Writes each decimal as text, with every digit.
    ///
    /// # Errors
    /// Returns only the errors of the serializer.
    pub fn serialize<S: Serializer>(values: &[Decimal], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(values.iter().copied().map(Exact))
    }

    /// Reads a list of whole numbers and of decimals in quotes.
    ///
    /// # Errors
    /// Refuses anything else, as [`decimal`](super::decimal) does.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Decimal>, D::Error> {
        Ok(Vec::<Exact>::deserialize(deserializer)?.into_iter().map(|Exact(value)| value).collect())
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "an overflow would fail the test")]
mod tests {
    use super::*;

    #[track_caller]
    fn expect_cell(exact: &str, cell: i64) {
        let exact: Decimal = exact.parse().unwrap();
        assert_eq!(Thousands::round(exact), Some(Thousands::new(cell)), "{exact} does not round to {cell}");
    }

    #[test]
    fn half_rounds_away_from_zero_for_positive_and_negative_amounts() {
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
    fn an_amount_beyond_the_limit_gives_no_cell() {
        assert_eq!(Thousands::round(Decimal::from(Thousands::LIMIT)), Some(Thousands::new(Thousands::LIMIT)));
        assert_eq!(Thousands::round(Decimal::from(Thousands::LIMIT + 1)), None);
        assert_eq!(Thousands::round(Decimal::MAX), None);
        assert_eq!(Thousands::round(Decimal::MIN), None);
    }
}
