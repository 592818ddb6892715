//! How numbers are written with the things they count.

use std::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};

use super::sentence::join;
use crate::format::{Locale, MINUS, NO_BREAK};
use crate::words::Vocabulary;
use engine::answer::Changed;
use engine::findings::Value;
use model::brackets::Interval;
use model::money::Thousands;
use model::note::{Unit, Year};

/// The singular and the plural of a noun.
pub(crate) type Noun = (&'static str, &'static str);

/// How a language writes numbers with the things they count.
pub struct Numbers {
    /// The decimal and grouping marks.
    pub(crate) locale: Locale,
    /// The unit of millions of kroner: "mio. kr."
    pub(crate) millions: &'static str,
    /// The unit of thousands of millions of kroner: "mia. kr."
    pub(crate) billions: &'static str,
    /// The unit of thousands of kroner: "t.kr."
    pub(crate) thousands: &'static str,
    /// The unit of kroner: "kr."
    pub(crate) kroner: &'static str,
    /// The word before a number that something is multiplied by.
    pub(crate) times: &'static str,
}

/// A number in words as far as a language has them, else in figures.
pub(crate) fn spelled_out(vocabulary: &Vocabulary, number: usize) -> String {
    let in_words = vocabulary.numerals.get(number).map(|word| (*word).to_owned());
    in_words.unwrap_or_else(|| vocabulary.numbers.locale.exact(Decimal::from(number)))
}

impl Numbers {
    /// A number with its noun: "1 borger", "150 borgere".
    pub(crate) fn counted(&self, number: Decimal, (one, many): Noun) -> String {
        let noun = if number == Decimal::ONE { one } else { many };
        format!("{}{NO_BREAK}{noun}", self.locale.exact(number))
    }

    /// A list of counts without those of zero: "2 tabeller, 19 trykte beløb og 1 mål".
    pub(crate) fn listed(&self, parts: &[(usize, Noun)], and: &str) -> String {
        let nonzero = parts.iter().filter(|(count, _)| *count > 0);
        join(&nonzero.map(|(count, noun)| self.counted(Decimal::from(*count), *noun)).collect::<Vec<_>>(), and)
    }

    /// A driver's value with its unit.
    pub(crate) fn value(&self, value: Decimal, unit: Unit, noun: Noun) -> String {
        match unit {
            Unit::Share => self.locale.percent(value),
            Unit::Factor => format!("{}{NO_BREAK}{}", self.times, self.locale.exact(value)),
            _ => self.counted(value.checked_mul(unit.scale()).unwrap_or(value), noun),
        }
    }

    /// A driver's two values for a sentence. Only the second has a unit, and none has one where the driver's name
    /// implies it.
    pub(crate) fn before_and_after(&self, changed: &Changed<'_>, noun: Noun) -> (String, String) {
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

    /// An amount in millions with two decimals, or in kroner where that would read as zero.
    pub(crate) fn in_millions(&self, amount: Thousands) -> String {
        let millions = in_millions(amount.decimal());
        if amount != Thousands::ZERO && millions.abs() < Decimal::new(5, 3) {
            return self.in_kroner(amount.decimal());
        }
        if is_billions(amount.decimal()) {
            return format!("{}{NO_BREAK}{}", self.locale.fixed(in_millions(millions), 2), self.billions);
        }
        format!("{}{NO_BREAK}{}", self.locale.fixed(millions, 2), self.millions)
    }

    /// An amount in millions, with all its decimals; in thousands of millions from there on.
    pub(crate) fn in_exact_millions(&self, thousands: Decimal) -> String {
        if is_billions(thousands) {
            return format!("{}{NO_BREAK}{}", self.locale.exact(in_millions(in_millions(thousands))), self.billions);
        }
        format!("{}{NO_BREAK}{}", self.millions_alone(thousands), self.millions)
    }

    /// Whether both amounts have the same unit in [`Self::in_exact_millions`], so that the first may go without it.
    pub(crate) fn share_unit(amounts: [Decimal; 2]) -> bool {
        !amounts.into_iter().any(is_billions)
    }

    /// An amount in millions with all its decimals, without the unit.
    pub(crate) fn millions_alone(&self, thousands: Decimal) -> String {
        self.locale.exact(in_millions(thousands))
    }

    /// An amount in millions with all its decimals, or in kroner below a million.
    pub(crate) fn in_short(&self, amount: Thousands) -> String {
        let amount = amount.decimal();
        if amount.abs() < Decimal::ONE_THOUSAND { self.in_kroner(amount) } else { self.in_exact_millions(amount) }
    }

    /// A cell with its unit.
    pub(crate) fn in_thousands(&self, cell: Thousands) -> String {
        format!("{}{NO_BREAK}{}", self.locale.cell(cell), self.thousands)
    }

    /// A difference of cells with its sign and unit.
    pub(crate) fn thousands_apart(&self, difference: Thousands) -> String {
        format!("{}{NO_BREAK}{}", self.locale.signed(difference), self.thousands)
    }

    /// An amount in kroner, to the øre.
    pub(crate) fn in_exact_kroner(&self, thousands: Decimal) -> String {
        let kroner = thousands.saturating_mul(Decimal::ONE_THOUSAND);
        format!("{}{NO_BREAK}{}", self.locale.rounded(kroner, 2), self.kroner)
    }

    /// An amount in whole kroner.
    pub(crate) fn in_kroner(&self, thousands: Decimal) -> String {
        let kroner = thousands.saturating_mul(Decimal::ONE_THOUSAND);
        format!("{}{NO_BREAK}{}", self.locale.rounded(kroner, 0), self.kroner)
    }

    /// Two amounts without their signs, in millions, or in kroner where they would look the same.
    pub(crate) fn apart(&self, (before, after): (Thousands, Thousands)) -> (String, String) {
        let size = |amount: Thousands| if amount < Thousands::ZERO { amount.negated() } else { amount };
        let (before, after) = (size(before), size(after));
        let millions = (self.in_millions(before), self.in_millions(after));
        if millions.0 == millions.1 {
            (self.in_kroner(before.decimal()), self.in_kroner(after.decimal()))
        } else {
            millions
        }
    }

    /// The ends of an interval, with the unit after the second: in whole numbers, or with two decimals where these
    /// would be the same.
    pub(crate) fn interval(&self, interval: Interval, unit: Unit, noun: Noun) -> (String, String) {
        let scaled = |value: Decimal| value.checked_mul(unit.scale()).unwrap_or(value);
        let (low, below) = (scaled(interval.low), scaled(interval.below));
        let decimals = if rounded(low, 0) == rounded(below, 0) { 2 } else { 0 };
        (self.locale.rounded(low, decimals), self.counted(rounded(below, decimals), noun))
    }

    /// An example of a number for a field.
    pub(crate) fn example(&self, unit: Unit) -> String {
        self.locale.exact(match unit {
            Unit::Share => Decimal::new(125, 1),
            Unit::CostPerPost | Unit::AmountPerYear | Unit::AmountPerOutcome => Decimal::from(125_000),
            Unit::Citizens | Unit::CitizensPerPost | Unit::Posts | Unit::Years => Decimal::from(12),
            Unit::Factor => Decimal::new(12, 1),
        })
    }

    /// The size of the difference between two compared values, in their unit; `None` where they have no difference. How far
    /// apart two payback times are says nothing: one of them comes from a rule of ours.
    pub(crate) fn difference(&self, left: &Value, right: &Value) -> Option<String> {
        match (left, right) {
            (Value::Cell(left), Value::Cell(right)) => {
                let difference = left.minus(*right);
                let size = if difference < Thousands::ZERO { difference.negated() } else { difference };
                Some(self.in_short(size))
            }
            (Value::Stated(left, _), Value::Cell(right)) => {
                Some(self.in_kroner(left.checked_sub(right.decimal())?.abs()))
            }
            (Value::Stated(left, _), Value::Stated(right, _)) | (Value::PerPost(left), Value::PerPost(right)) => {
                Some(self.in_kroner(left.checked_sub(*right)?.abs()))
            }
            _ => None,
        }
    }
}

/// A number rounded to at most this many decimals, half away from zero.
pub(crate) fn rounded(number: Decimal, decimals: u32) -> Decimal {
    number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero).normalize()
}

fn is_billions(thousands: Decimal) -> bool {
    thousands.abs() >= Decimal::ONE_THOUSAND.saturating_mul(Decimal::ONE_THOUSAND)
}

fn in_millions(thousands: Decimal) -> Decimal {
    thousands.checked_div(Decimal::ONE_THOUSAND).unwrap_or_default()
}

/// A number with its sign before the text of its size: "+0,369 mio. kr.", "−3 år". Zero has no sign.
pub(crate) fn signed(number: Decimal, text: impl Fn(Decimal) -> String) -> String {
    let sign = match number.cmp(&Decimal::ZERO) {
        Ordering::Less => MINUS.to_string(),
        Ordering::Equal => String::new(),
        Ordering::Greater => "+".to_owned(),
    };
    format!("{sign}{}", text(number.abs()))
}

/// The calendar year of the nth year, where the year `first` counts as 1.
pub(crate) fn year_of(first: Year, nth: u64) -> u64 {
    u64::from(first).saturating_add(nth).saturating_sub(1)
}
