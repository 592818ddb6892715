//! How numbers are written with what they count.

use std::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};

use super::sentence::join;
use crate::answer::Changed;
use crate::brackets::Interval;
use crate::findings::Value;
use crate::format::{Locale, MINUS, NO_BREAK};
use crate::money::Thousands;
use crate::note::{Measured, Unit, Year};
use crate::text::Wording;
use crate::text::words::Vocabulary;

/// A noun for one and for any other number.
pub(in crate::text) type Noun = (&'static str, &'static str);

/// How a language writes numbers with what they count.
pub struct Numbers {
    /// Its marks.
    pub(in crate::text) locale: Locale,
    /// A million kroner: "mio. kr."
    pub(in crate::text) millions: &'static str,
    /// A thousand kroner: "t.kr."
    pub(in crate::text) thousands: &'static str,
    /// "kr."
    pub(in crate::text) kroner: &'static str,
    /// Before a number to multiply with.
    pub(in crate::text) times: &'static str,
}

/// A number in words as far as a language has them, else in figures.
pub(in crate::text) fn spelled_out(vocabulary: &Vocabulary, number: usize) -> String {
    let in_words = vocabulary.numerals.get(number).map(|word| (*word).to_owned());
    in_words.unwrap_or_else(|| vocabulary.numbers.locale.exact(Decimal::from(number)))
}

impl Numbers {
    /// "1 borger", "150 borgere".
    pub(in crate::text) fn counted(&self, number: Decimal, (one, many): Noun) -> String {
        let noun = if number == Decimal::ONE { one } else { many };
        format!("{}{NO_BREAK}{noun}", self.locale.exact(number))
    }

    /// "2 tabeller, 19 trykte beløb og 1 mål", without what there is none of.
    pub(in crate::text) fn listed(&self, parts: &[(usize, Noun)], and: &str) -> String {
        let some = parts.iter().filter(|(count, _)| *count > 0);
        join(&some.map(|(count, noun)| self.counted(Decimal::from(*count), *noun)).collect::<Vec<_>>(), and)
    }

    /// A driver's value with its unit.
    pub(in crate::text) fn value(&self, value: Decimal, unit: Unit, noun: Noun) -> String {
        match unit {
            Unit::Share => self.locale.percent(value),
            Unit::Factor => format!("{}{NO_BREAK}{}", self.times, self.locale.exact(value)),
            _ => self.counted(value.checked_mul(unit.scale()).unwrap_or(value), noun),
        }
    }

    /// A driver's two values as a sentence has them: the unit once, and only where the driver's name does not say it.
    pub(in crate::text) fn before_and_after(&self, changed: &Changed<'_>, noun: Noun) -> (String, String) {
        let Changed { driver, before, after } = *changed;
        let field = |value| self.locale.field(value, driver.unit);
        match driver.unit {
            Unit::Share => (self.locale.percent(before), self.locale.percent(after)),
            Unit::CostPerPost | Unit::AmountPerOutcome | Unit::AmountPerYear | Unit::Years => {
                (field(before), self.value(after, driver.unit, noun))
            }
            Unit::Citizens | Unit::CitizensPerPost | Unit::Posts | Unit::Factor => (field(before), field(after)),
        }
    }

    /// In millions with two decimals; what would read as nothing there, in kroner.
    pub(in crate::text) fn in_millions(&self, amount: Thousands) -> String {
        let millions = in_millions(amount.decimal());
        if amount != Thousands::ZERO && millions.abs() < Decimal::new(5, 3) {
            return self.in_kroner(amount.decimal());
        }
        format!("{}{NO_BREAK}{}", self.locale.fixed(millions, 2), self.millions)
    }

    /// In millions, with every digit that says something.
    pub(in crate::text) fn in_exact_millions(&self, thousands: Decimal) -> String {
        format!("{}{NO_BREAK}{}", self.millions_alone(thousands), self.millions)
    }

    /// The same without its unit.
    pub(in crate::text) fn millions_alone(&self, thousands: Decimal) -> String {
        self.locale.exact(in_millions(thousands))
    }

    /// With every digit that says something, in kroner below a million.
    pub(in crate::text) fn in_short(&self, amount: Thousands) -> String {
        let amount = amount.decimal();
        if amount.abs() < Decimal::ONE_THOUSAND { self.in_kroner(amount) } else { self.in_exact_millions(amount) }
    }

    /// A cell with its unit.
    pub(in crate::text) fn in_thousands(&self, cell: Thousands) -> String {
        format!("{}{NO_BREAK}{}", self.locale.cell(cell), self.thousands)
    }

    /// A difference of cells.
    pub(in crate::text) fn thousands_apart(&self, difference: Thousands) -> String {
        format!("{}{NO_BREAK}{}", self.locale.signed(difference), self.thousands)
    }

    /// In kroner, to the øre.
    pub(in crate::text) fn in_exact_kroner(&self, thousands: Decimal) -> String {
        let kroner = thousands.saturating_mul(Decimal::ONE_THOUSAND);
        format!("{}{NO_BREAK}{}", self.locale.rounded(kroner, 2), self.kroner)
    }

    /// In whole kroner.
    pub(in crate::text) fn in_kroner(&self, thousands: Decimal) -> String {
        let kroner = thousands.saturating_mul(Decimal::ONE_THOUSAND);
        format!("{}{NO_BREAK}{}", self.locale.rounded(kroner, 0), self.kroner)
    }

    /// Two amounts, without their signs: in millions, or in kroner where they would read alike.
    pub(in crate::text) fn apart(&self, (one, other): (Thousands, Thousands)) -> (String, String) {
        let size = |amount: Thousands| if amount < Thousands::ZERO { amount.negated() } else { amount };
        let (one, other) = (size(one), size(other));
        let (left, right) = (self.in_millions(one), self.in_millions(other));
        if left == right { (self.in_kroner(one.decimal()), self.in_kroner(other.decimal())) } else { (left, right) }
    }

    /// The ends of an interval, the unit with the second: in whole numbers, or finer where these are the same.
    pub(in crate::text) fn interval(&self, interval: Interval, unit: Unit, noun: Noun) -> (String, String) {
        let scaled = |value: Decimal| value.checked_mul(unit.scale()).unwrap_or(value);
        let (low, below) = (scaled(interval.low), scaled(interval.below));
        let decimals = if rounded(low, 0) == rounded(below, 0) { 2 } else { 0 };
        (self.locale.rounded(low, decimals), self.counted(rounded(below, decimals), noun))
    }

    /// A number as it is typed into a field.
    pub(in crate::text) fn example(&self, unit: Unit) -> String {
        self.locale.exact(match unit {
            Unit::Share => Decimal::new(125, 1),
            Unit::CostPerPost | Unit::AmountPerYear | Unit::AmountPerOutcome => Decimal::from(125_000),
            Unit::Citizens | Unit::CitizensPerPost | Unit::Posts | Unit::Years => Decimal::from(12),
            Unit::Factor => Decimal::new(12, 1),
        })
    }

    /// What two compared values differ by, in what they are read in.
    pub(in crate::text) fn off(&self, left: &Value, right: &Value, years: Noun) -> Option<String> {
        match (left, right) {
            (Value::Cell(left), Value::Cell(right)) => {
                Some(self.locale.exact(left.decimal().checked_sub(right.decimal())?.abs()))
            }
            (Value::Stated(left, _), Value::Cell(right)) => {
                Some(self.in_kroner(left.checked_sub(right.decimal())?.abs()))
            }
            (Value::Payback(Some(left)), Value::Payback(Some(right))) => {
                Some(self.counted(left.checked_sub(*right)?.abs(), years))
            }
            _ => None,
        }
    }
}

/// So many decimals at most, half away from zero.
pub(in crate::text) fn rounded(number: Decimal, decimals: u32) -> Decimal {
    number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero).normalize()
}

fn in_millions(thousands: Decimal) -> Decimal {
    thousands.checked_div(Decimal::ONE_THOUSAND).unwrap_or_default()
}

/// A number said with the sign of another: "+0,369 mio. kr.", "−3 år"; no sign for nothing.
pub(in crate::text) fn signed(number: Decimal, said: impl Fn(Decimal) -> String) -> String {
    let sign = match number.cmp(&Decimal::ZERO) {
        Ordering::Less => MINUS.to_string(),
        Ordering::Equal => String::new(),
        Ordering::Greater => "+".to_owned(),
    };
    format!("{sign}{}", said(number.abs()))
}

/// What was measured: a share, or else people.
pub(in crate::text) fn reached<W: Wording + ?Sized>(words: &W, result: &Measured) -> String {
    let people = result.count.map(|count| words.locale().exact(count.into()));
    result.share.map(|share| words.locale().percent(share)).or(people).unwrap_or_default()
}

/// The calendar year of the nth year, the first being 1.
pub(in crate::text) fn year_of(first: Year, nth: u64) -> u64 {
    u64::from(first).saturating_add(nth).saturating_sub(1)
}
