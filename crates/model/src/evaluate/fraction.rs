//! Products of decimals as fractions of whole numbers: what one driver brings to an amount and what another brings are multiplied
//! and rounded to a cell at each of thousands of pairs of values. The cell is that of decimals, digit for digit, or there is none.

use rust_decimal::Decimal;

use crate::money::Thousands;

/// The largest number of digits behind the point that decimals keep.
const MOST_DECIMALS: u32 = 28;

/// The largest number that decimals write without the point: they have 96 bits for it.
const MOST_DIGITS: u128 = (1 << 96) - 1;

/// A quotient of decimals has at least 15 digits behind the point where it is no larger than a cell may be. So rounding it to them first
/// and to a whole number then is the same as rounding once, as long as the divisor is smaller than this.
const MOST_UNDER: i128 = 100_000_000_000_000;

/// A product of decimals, and what it is divided by, in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fraction {
    over: i128,
    /// Above zero.
    under: i128,
    /// What decimals write of the product without its point, and at least of each of its factors.
    digits: u128,
    /// How many places behind the point the product has.
    decimals: u32,
    is_divided: bool,
}

impl Fraction {
    /// The fraction 1.
    pub(super) const ONE: Self = Self { over: 1, under: 1, digits: 1, decimals: 0, is_divided: false };

    /// The product with one more factor; `None` where decimals would round it.
    pub(super) fn times(self, factor: Decimal) -> Option<Self> {
        let (digits, decimals) = (factor.mantissa(), factor.scale());
        let under = 10_i128.checked_pow(decimals)?;
        // Zero would hide how large the other factors are.
        self.times_fraction(&Self {
            over: digits,
            under,
            digits: digits.unsigned_abs().max(1),
            decimals,
            is_divided: false,
        })
    }

    /// The fraction divided by a number above zero; `None` for any other, and where it is divided already.
    pub(super) fn divided_by(self, divisor: Decimal) -> Option<Self> {
        let (under, over) = (divisor.mantissa(), 10_i128.checked_pow(divisor.scale())?);
        if under <= 0 { None } else { self.times_fraction(&Self { over, under, is_divided: true, ..Self::ONE }) }
    }

    /// The product of two fractions, which is rounded as that of decimals is; `None` where it may not be.
    #[inline(never)]
    pub(super) fn times_fraction(self, other: &Self) -> Option<Self> {
        let product = Self {
            over: self.over.checked_mul(other.over)?,
            under: self.under.checked_mul(other.under)?,
            digits: self.digits.checked_mul(other.digits)?,
            decimals: self.decimals.checked_add(other.decimals)?,
            is_divided: self.is_divided || other.is_divided,
        };
        let is_whole = product.digits <= MOST_DIGITS && product.decimals <= MOST_DECIMALS;
        let is_divided_once = !(self.is_divided && other.is_divided);
        let is_divided_well = !product.is_divided || product.under <= MOST_UNDER;
        if is_whole && is_divided_once && is_divided_well { product.reduced() } else { None }
    }

    /// A fraction that is at least as large in everything as both. If its product with a third one is rounded as decimals are, so are
    /// theirs.
    pub(super) fn largest(&self, other: &Self) -> Option<Self> {
        Some(Self {
            over: self.over.checked_abs()?.max(other.over.checked_abs()?),
            under: self.under.max(other.under),
            digits: self.digits.max(other.digits),
            decimals: self.decimals.max(other.decimals),
            is_divided: self.is_divided || other.is_divided,
        })
    }

    /// The product of two fractions as a cell. `None` beyond the largest cell. Only for two whose product was tried, or that of larger ones.
    #[inline]
    pub(super) fn cell(&self, other: &Self) -> Option<Thousands> {
        Thousands::of_quotient(self.over.wrapping_mul(other.over), self.under.wrapping_mul(other.under))
    }

    fn reduced(self) -> Option<Self> {
        let divisor = common_divisor(self.over, self.under)?;
        Some(Self { over: self.over.checked_div(divisor)?, under: self.under.checked_div(divisor)?, ..self })
    }
}

/// The greatest common divisor of a number and one above zero.
fn common_divisor(one: i128, other: i128) -> Option<i128> {
    let (mut one, mut other) = (one.checked_abs()?, other);
    while one != 0 {
        (one, other) = (other.checked_rem(one)?, one);
    }
    Some(other)
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "an overflow would fail the test")]
mod tests {
    use super::*;

    /// Numbers that look drawn, the same in every run.
    struct Drawn(u64);

    impl Drawn {
        fn below(&mut self, end: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % end
        }

        /// A factor with so many digits at most, of which some stand behind the point; often a round one.
        fn factor(&mut self, most_digits: u32) -> Decimal {
            let digits = 10_u64.pow(u32::try_from(self.below(u64::from(most_digits) + 1)).unwrap());
            let round = [1, 5, 25, 50, 100][usize::try_from(self.below(5)).unwrap()];
            let scale = u32::try_from(self.below(u64::from(most_digits) + 1)).unwrap();
            let digits = i64::try_from(self.below(digits.min(1 << 30)) * round).unwrap();
            Decimal::new(if self.below(4) == 0 { -digits } else { digits }, scale)
        }
    }

    /// The cell of the product of all these factors, by decimals.
    fn by_decimals(factors: &[Decimal], divisor: Option<Decimal>) -> Option<Thousands> {
        let product = factors.iter().try_fold(Decimal::ONE, |product, factor| product.checked_mul(*factor))?;
        Thousands::round(match divisor {
            Some(divisor) => product.checked_div(divisor)?,
            None => product,
        })
    }

    /// The two sides of the same, each with its factors; `None` where their cell may differ.
    fn sides(factors: [&[Decimal]; 2], divisor: Option<Decimal>) -> Option<[Fraction; 2]> {
        let [one, other] =
            factors.map(|side| side.iter().try_fold(Fraction::ONE, |product, factor| product.times(*factor)));
        let (one, other) = (one?, other?);
        let one = match divisor {
            Some(divisor) => one.divided_by(divisor)?,
            None => one,
        };
        one.times_fraction(&other).map(|_| [one, other])
    }

    #[test]
    fn a_cell_of_fractions_is_that_of_decimals() {
        let mut drawn = Drawn(2018);
        let mut compared = 0;
        for round in 0..200_000 {
            let most_digits = [2, 4, 6, 9][round % 4];
            let factors: Vec<Decimal> = (0..=drawn.below(6)).map(|_| drawn.factor(most_digits)).collect();
            let divisor = (drawn.below(2) == 0).then(|| drawn.factor(most_digits.min(4)));
            let (some, others) = factors.split_at(factors.len() / 2);
            if let Some([one, other]) = sides([some, others], divisor) {
                assert_eq!(one.cell(&other), by_decimals(&factors, divisor), "{factors:?} / {divisor:?}");
                compared += 1;
            }
        }
        assert!(compared > 100_000, "{compared}");
    }

    #[test]
    fn what_decimals_would_round_has_no_product() {
        let long = Decimal::new(i64::MAX, 10);
        let [once, twice] = [Fraction::ONE.times(long).unwrap(), Fraction::ONE.times(Decimal::new(1, 20)).unwrap()];
        assert_eq!(once.times(long), None, "too many digits");
        assert_eq!(once.times(Decimal::ZERO).unwrap().times(long), None, "also behind a zero");
        assert_eq!(twice.times(Decimal::new(1, 9)), None, "too many decimals");
        let third = Fraction::ONE.divided_by(Decimal::from(3)).unwrap();
        assert_eq!(third.times_fraction(&third), None, "divided twice");
        assert_eq!(third.times(Decimal::new(1, 15)), None, "too near to a half for decimals to tell");
        for divisor in [Decimal::ZERO, Decimal::NEGATIVE_ONE] {
            assert_eq!(Fraction::ONE.divided_by(divisor), None);
        }
    }

    #[test]
    fn a_half_is_rounded_away_from_zero_also_where_it_is_divided() {
        for (over, cell) in [(5, 3), (-5, -3), (0, 0), (4, 2)] {
            let half = Fraction::ONE.times(Decimal::from(over)).unwrap().divided_by(Decimal::TWO).unwrap();
            assert_eq!(half.cell(&Fraction::ONE), Some(Thousands::new(cell)), "{over} / 2");
        }
    }
}
