//! Writes numbers as text.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Locale, MINUS};
use model::money::Thousands;
use model::note::Unit;

impl Locale {
    /// The number with all its digits, but without trailing zeros.
    ///
    /// ```
    /// use model::language::Language;
    /// use rust_decimal::Decimal;
    ///
    /// let number = Decimal::new(1_234_500, 3); // 1234.500
    /// assert_eq!(words::of(Language::Danish).locale().exact(number), "1.234,5");
    /// assert_eq!(words::of(Language::English).locale().exact(number), "1,234.5");
    /// ```
    #[must_use]
    pub fn exact(self, number: Decimal) -> String {
        self.write(number.normalize(), false)
    }

    /// The number with at most this many decimals, rounded half away from zero, without trailing zeros.
    #[must_use]
    pub fn rounded(self, number: Decimal, decimals: u32) -> String {
        self.exact(number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero))
    }

    /// The number with exactly this many decimals, rounded half away from zero.
    #[must_use]
    pub fn fixed(self, number: Decimal, decimals: u32) -> String {
        let mut rounded = number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        rounded.rescale(decimals);
        self.write(rounded, false)
    }

    /// A cell of a table, in 1.000 kr.
    #[must_use]
    pub fn cell(self, cell: Thousands) -> String {
        self.exact(cell.decimal())
    }

    /// A difference in 1.000 kr. with its sign, `+` included. Zero has no sign.
    #[must_use]
    pub fn signed(self, cell: Thousands) -> String {
        self.write(cell.decimal(), true)
    }

    /// A driver's value as its input field shows it: per cent for shares, kroner for amounts, without the name of the
    /// unit.
    #[must_use]
    pub fn field(self, value: Decimal, unit: Unit) -> String {
        let on_screen = value.checked_mul(unit.scale()).unwrap_or(value);
        self.write(on_screen.normalize(), unit == Unit::Increase)
    }

    /// A share of 1 in per cent: `12,5 %`.
    #[must_use]
    pub fn percent(self, share: Decimal) -> String {
        self.messages.amounts.share(self.field(share, Unit::Share))
    }

    fn write(self, number: Decimal, with_plus: bool) -> String {
        let digits = number.abs().to_string();
        let (whole, decimals) = match digits.split_once('.') {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (digits.as_str(), None),
        };
        let mut text = String::with_capacity(digits.len().saturating_add(8));
        if number.is_sign_negative() && !number.is_zero() {
            text.push(MINUS);
        } else if with_plus && !number.is_zero() {
            text.push('+');
        }
        for (index, digit) in whole.chars().enumerate() {
            let digits_left = whole.len().saturating_sub(index);
            if index > 0 && digits_left.is_multiple_of(3) {
                text.push(self.messages.language.thousands);
            }
            text.push(digit);
        }
        if let Some(decimals) = decimals {
            text.push(self.messages.language.decimals);
            text.push_str(decimals);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages;
    use model::language::Language;

    const DANISH: Locale = Locale::new(messages::of(Language::Danish));
    const ENGLISH: Locale = Locale::new(messages::of(Language::English));

    #[test]
    fn numbers_are_written_as_danes_write_them() {
        let written = |text: &str| DANISH.exact(text.parse().unwrap());
        assert_eq!(written("1234567.890"), "1.234.567,89");
        assert_eq!(written("-709"), "\u{2212}709");
        assert_eq!(written("-0"), "0");
        assert_eq!(written("999"), "999");
        assert_eq!(DANISH.percent("0.125".parse().unwrap()), "12,5\u{a0}%");
        assert_eq!(DANISH.field("371.667".parse().unwrap(), Unit::CostPerPost), "371.667");
        assert_eq!(DANISH.signed(Thousands::new(12)), "+12");
        assert_eq!(DANISH.signed(Thousands::ZERO), "0");
        assert_eq!(DANISH.fixed("3.9238".parse().unwrap(), 2), "3,92");
        assert_eq!(DANISH.fixed("4".parse().unwrap(), 1), "4,0");
    }

    #[test]
    fn numbers_are_written_as_the_english_write_them() {
        let written = |text: &str| ENGLISH.exact(text.parse().unwrap());
        assert_eq!(written("1234567.890"), "1,234,567.89");
        assert_eq!(written("-1709"), "\u{2212}1,709");
        assert_eq!(ENGLISH.percent("0.125".parse().unwrap()), "12.5%");
        assert_eq!(ENGLISH.field("371.667".parse().unwrap(), Unit::CostPerPost), "371,667");
        assert_eq!(ENGLISH.fixed("3.9238".parse().unwrap(), 2), "3.92");
    }
}
