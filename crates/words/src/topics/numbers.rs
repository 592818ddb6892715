//! How numbers are written with the things they count.

use std::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};

use super::span;
use crate::fill::Count;
use crate::format::{Locale, MINUS};
use crate::messages::Messages;
use crate::{Figure, Words};
use engine::answer::Changed;
use engine::explain::Quantity;
use engine::findings::Value;
use model::brackets::Interval;
use model::money::Thousands;
use model::note::{Unit, Variant, Year};

/// How a language writes numbers with the things they count.
#[derive(Clone, Copy)]
pub(crate) struct Numbers {
    /// The decimal and grouping marks.
    pub(crate) locale: Locale,
    /// What the language file says.
    pub(crate) messages: &'static Messages,
}

/// A number in words as far as a language has them, else in figures.
pub(crate) fn spelled_out(words: Words, number: usize) -> String {
    let in_words = words.messages().numbers.numerals.get(number).map(|word| (*word).to_owned());
    in_words.unwrap_or_else(|| words.locale().exact(Decimal::from(number)))
}

/// All of a number of things that have just been counted: "begge", "alle 3".
pub(crate) fn all_of(words: Words, number: usize) -> String {
    let whole = &words.messages().whole;
    match number {
        1 => whole.single.to_owned(),
        2 => whole.both.to_owned(),
        _ => whole.more(words.locale().exact(number.into())),
    }
}

impl Numbers {
    /// A number that decides the form of a message.
    pub(crate) fn count(&self, number: impl Into<Decimal>) -> Count {
        Count::new(number, self.locale)
    }

    /// A number in this unit: "1 borger", "150 borgere".
    pub(crate) fn counted(&self, number: Decimal, unit: Unit) -> String {
        let (counted, amounts, text) = (&self.messages.counted, &self.messages.amounts, self.locale.exact(number));
        match unit {
            Unit::Citizens | Unit::CitizensPerPost => counted.citizens(&self.count(number)),
            Unit::Courses => counted.courses(&self.count(number)),
            Unit::Posts => counted.posts(&self.count(number)),
            Unit::CostPerPost | Unit::AmountPerOutcome | Unit::AmountPerYear | Unit::AmountEach => {
                amount_of(&text, |text| amounts.kroner(text))
            }
            Unit::Share | Unit::Increase => amounts.per_cent(text),
            Unit::Years => counted.years(&self.count(number)),
            Unit::Factor => amounts.factor(text),
        }
    }

    /// A driver's value with its unit.
    pub(crate) fn value(&self, value: Decimal, unit: Unit) -> String {
        match unit {
            Unit::Share => self.locale.percent(value),
            Unit::Increase => self.messages.amounts.share(self.locale.field(value, unit)),
            Unit::Factor => self.messages.amounts.times(self.locale.exact(value)),
            _ => self.counted(value.checked_mul(unit.scale()).unwrap_or(value), unit),
        }
    }

    /// Whether the language writes a currency before the number.
    pub(crate) fn money_leads(&self) -> bool {
        self.messages.amounts.kroner("0").ends_with('0')
    }

    /// A driver's two values for a sentence. Only the second has a unit, and none has one where the driver's name
    /// implies it.
    pub(crate) fn before_and_after(&self, changed: &Changed<'_>) -> (String, String) {
        let Changed { driver, before, after } = *changed;
        let field = |value| self.locale.field(value, driver.unit);
        match driver.unit {
            Unit::Share | Unit::Increase => (self.value(before, driver.unit), self.value(after, driver.unit)),
            Unit::CostPerPost | Unit::AmountPerOutcome | Unit::AmountPerYear | Unit::AmountEach | Unit::Years => {
                (field(before), self.value(after, driver.unit))
            }
            Unit::Citizens | Unit::CitizensPerPost | Unit::Posts | Unit::Courses | Unit::Factor => {
                (field(before), field(after))
            }
        }
    }

    /// An amount in millions with two decimals, or in kroner where that would read as zero.
    pub(crate) fn in_millions(&self, amount: Thousands) -> String {
        let millions = in_millions(amount.decimal());
        if amount != Thousands::ZERO && millions.abs() < Decimal::new(5, 3) {
            return self.in_kroner(amount.decimal());
        }
        if is_billions(amount.decimal()) {
            let billions = self.locale.fixed(in_millions(millions), 2);
            return amount_of(&billions, |number| self.messages.amounts.billions(number));
        }
        amount_of(&self.locale.fixed(millions, 2), |number| self.messages.amounts.millions(number))
    }

    /// An amount in millions, with all its decimals; in thousands of millions from there on.
    pub(crate) fn in_exact_millions(&self, thousands: Decimal) -> String {
        if is_billions(thousands) {
            let billions = self.locale.exact(in_millions(in_millions(thousands)));
            return amount_of(&billions, |number| self.messages.amounts.billions(number));
        }
        amount_of(&self.millions_alone(thousands), |number| self.messages.amounts.millions(number))
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
        amount_of(&self.locale.cell(cell), |number| self.messages.amounts.thousands(number))
    }

    /// A difference of cells with its sign and unit.
    pub(crate) fn thousands_apart(&self, difference: Thousands) -> String {
        amount_of(&self.locale.signed(difference), |number| self.messages.amounts.thousands(number))
    }

    /// An amount in kroner, to the øre.
    pub(crate) fn in_exact_kroner(&self, thousands: Decimal) -> String {
        let kroner = thousands.saturating_mul(Decimal::ONE_THOUSAND);
        amount_of(&self.locale.rounded(kroner, 2), |number| self.messages.amounts.kroner(number))
    }

    /// An amount in whole kroner.
    pub(crate) fn in_kroner(&self, thousands: Decimal) -> String {
        let kroner = thousands.saturating_mul(Decimal::ONE_THOUSAND);
        amount_of(&self.locale.rounded(kroner, 0), |number| self.messages.amounts.kroner(number))
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

    /// The ends of an interval, with the unit at one of them: in whole numbers, or with two decimals where these
    /// would be the same.
    pub(crate) fn interval(&self, interval: Interval, unit: Unit) -> (String, String) {
        let scaled = |value: Decimal| value.checked_mul(unit.scale()).unwrap_or(value);
        let (low, below) = (scaled(interval.low), scaled(interval.below));
        let decimals = if rounded(low, 0) == rounded(below, 0) { 2 } else { 0 };
        if self.money_leads() && unit.is_money() {
            return (self.counted(rounded(low, decimals), unit), self.locale.rounded(below, decimals));
        }
        (self.locale.rounded(low, decimals), self.counted(rounded(below, decimals), unit))
    }

    /// An example of a number for a field.
    pub(crate) fn example(&self, unit: Unit) -> String {
        self.locale.exact(match unit {
            Unit::Share => Decimal::new(125, 1),
            Unit::CostPerPost | Unit::AmountPerYear | Unit::AmountPerOutcome | Unit::AmountEach => {
                Decimal::from(125_000)
            }
            Unit::Citizens | Unit::CitizensPerPost | Unit::Posts | Unit::Courses | Unit::Years => Decimal::from(12),
            Unit::Increase => Decimal::from(3),
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

/// An amount with its unit. The sign of the number stands before both.
fn amount_of(number: &str, with_unit: impl Fn(&str) -> String) -> String {
    let size = number.trim_start_matches([MINUS, '+']);
    let sign = number.strip_suffix(size).unwrap_or_default();
    format!("{sign}{}", with_unit(size))
}

/// An amount, given in 1.000 kr., rounded to whole kroner; any other value as it is.
fn without_ore(value: Decimal, unit: Unit) -> Decimal {
    if unit.is_money() { rounded(value, 3) } else { value }
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

impl Words {
    /// The name of a unit, of whatever number.
    #[must_use]
    pub fn unit(self, unit: Unit) -> &'static str {
        self.unit_of(Decimal::TWO, unit)
    }

    /// The unit after the field with this number.
    #[must_use]
    pub fn unit_of(self, number: Decimal, unit: Unit) -> &'static str {
        let (units, count) = (&self.messages().units, self.numbers().count(number));
        match unit {
            Unit::Citizens | Unit::CitizensPerPost => units.citizens(&count),
            Unit::Courses => units.courses(&count),
            Unit::Posts => units.posts(&count),
            Unit::CostPerPost | Unit::AmountPerOutcome | Unit::AmountPerYear | Unit::AmountEach => units.kroner,
            Unit::Share | Unit::Increase => units.per_cent,
            Unit::Years => units.years(&count),
            Unit::Factor => units.factor,
        }
    }

    /// A driver's value with its unit.
    #[must_use]
    pub fn value(self, value: Decimal, unit: Unit) -> String {
        self.numbers().value(value, unit)
    }

    /// The same where people only read it, as at the end of a bar: amounts without øre.
    #[must_use]
    pub fn value_in_short(self, value: Decimal, unit: Unit) -> String {
        self.value(without_ore(value, unit), unit)
    }

    /// The same without its unit.
    #[must_use]
    pub fn number_in_short(self, value: Decimal, unit: Unit) -> String {
        self.locale().field(without_ore(value, unit), unit)
    }

    /// A difference of two explained numbers, with its sign.
    #[must_use]
    pub fn signed(self, variant: &Variant, difference: Quantity) -> String {
        match difference {
            Quantity::Cell(cell) => self.thousands_apart(cell),
            Quantity::Amount(amount) => self.kroner_apart(amount),
            Quantity::Posts(posts) => self.posts_apart(posts),
            Quantity::Returned(returned) => self.returned_apart(returned),
            Quantity::Value(years, Unit::Years) => self.years_apart(years),
            other => self.quantity(variant, other),
        }
    }

    /// A difference of cells, in thousands of kroner with its sign.
    #[must_use]
    pub fn thousands_apart(self, amount: Thousands) -> String {
        self.numbers().thousands_apart(amount)
    }

    /// The size of a net amount in millions, and whether it is a saving or a cost.
    #[must_use]
    pub fn net_amount(self, net: Thousands) -> Figure {
        let amounts = &self.messages().amounts;
        let detail = match net.cmp(&Thousands::ZERO) {
            Ordering::Less => amounts.saving,
            Ordering::Equal => amounts.even,
            Ordering::Greater => amounts.cost,
        };
        let size = if net < Thousands::ZERO { net.negated() } else { net };
        Figure { value: self.millions(size), detail: detail.to_owned() }
    }

    /// An amount in millions with two decimals, or in kroner where it is too small for that.
    #[must_use]
    pub fn millions(self, amount: Thousands) -> String {
        self.numbers().in_millions(amount)
    }

    /// An amount in kroner below a million, and in millions with two decimals from there on.
    #[must_use]
    pub fn rounded_millions(self, amount: Thousands) -> String {
        let is_small = amount.decimal().abs() < Decimal::ONE_THOUSAND;
        if is_small { self.kroner(Some(amount.decimal())) } else { self.millions(amount) }
    }

    /// An amount in kroner below a million, and in millions with all its decimals from there on.
    #[must_use]
    pub fn short_millions(self, amount: Thousands) -> String {
        self.numbers().in_short(amount)
    }

    /// An amount in kroner, given in thousands; `None` is an amount that cannot be computed.
    #[must_use]
    pub fn kroner(self, thousands: Option<Decimal>) -> String {
        thousands.map_or_else(|| self.messages().numbers.unknown.to_owned(), |amount| self.numbers().in_kroner(amount))
    }

    /// What comes back for each krone of cost: "1,11 kr. pr. krone".
    #[must_use]
    pub fn per_krone(self, returned: Decimal) -> String {
        self.messages().amounts.per_krone(self.locale().fixed(returned, 2))
    }

    /// The head of what comes back for each krone in these years: "Kr. pr. krone, 2018–2022".
    #[must_use]
    pub fn per_krone_in(self, years: (Year, Year)) -> String {
        self.messages().amounts.per_krone_in(span(years))
    }

    /// What comes back for each krone, in a table whose head says so.
    #[must_use]
    pub fn kroner_back(self, returned: Option<Decimal>) -> String {
        returned.map_or_else(|| self.messages().numbers.unknown.to_owned(), |returned| self.locale().fixed(returned, 2))
    }

    /// A difference of what comes back for each krone, with its sign.
    #[must_use]
    pub fn returned_apart(self, difference: Decimal) -> String {
        signed(rounded(difference, 2), |returned| self.per_krone(returned))
    }

    /// A difference as a share of what it is measured against, with its sign.
    #[must_use]
    pub fn percent_apart(self, share: Decimal) -> String {
        signed(rounded(share, 3), |share| self.locale().percent(share))
    }

    /// A payback that a document prints: "4 år".
    #[must_use]
    pub fn printed_years(self, years: u16) -> String {
        self.numbers().counted(Decimal::from(years), Unit::Years)
    }

    /// An amount in millions, to the thousand.
    #[must_use]
    pub fn exact_millions(self, amount: Thousands) -> String {
        self.numbers().in_exact_millions(amount.decimal())
    }

    /// A difference of amounts in millions, to the thousand, with its sign.
    #[must_use]
    pub fn millions_apart(self, difference: Thousands) -> String {
        signed(difference.decimal(), |amount| self.numbers().in_exact_millions(amount))
    }

    /// A difference of amounts in kroner with its sign, given in thousands.
    #[must_use]
    pub fn kroner_apart(self, thousands: Decimal) -> String {
        signed(rounded(thousands, 3), |amount| self.numbers().in_kroner(amount))
    }

    /// A difference of posts, with its sign.
    #[must_use]
    pub fn posts_apart(self, posts: Decimal) -> String {
        signed(rounded(posts, 2), |posts| self.locale().exact(posts))
    }

    /// A difference of paybacks in years, with its sign.
    #[must_use]
    pub fn years_apart(self, years: Decimal) -> String {
        signed(years, |years| self.numbers().counted(years, Unit::Years))
    }
}
