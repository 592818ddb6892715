//! What the languages have in common: how numbers, lists and sentences are put together, without a word of any language.

use std::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Day, Phrase};
use crate::audit::{Check, Column, Value, Verdict};
use crate::derive::Interval;
use crate::factor::Factor;
use crate::format::{Locale, NO_BREAK};
use crate::money::Thousands;
use crate::note::{Administration, Committee, Line, Unit, Year};
use crate::say::Changed;
use crate::sensitivity::Stretch;

/// Each changed driver is named up to so many; beyond it they are counted.
const NAMED_CHANGES: usize = 3;

/// A noun for one and for any other number.
pub(super) type Noun = (&'static str, &'static str);

/// How a language writes numbers with what they count.
pub(super) struct Numbers {
    /// Its marks.
    pub(super) locale: Locale,
    /// A million kroner: "mio. kr."
    pub(super) millions: &'static str,
    /// "kr."
    pub(super) kroner: &'static str,
    /// Before a number to multiply with.
    pub(super) times: &'static str,
}

impl Numbers {
    /// "1 borger", "150 borgere".
    pub(super) fn counted(&self, number: Decimal, (one, many): Noun) -> String {
        let noun = if number == Decimal::ONE { one } else { many };
        format!("{}{NO_BREAK}{noun}", self.locale.exact(number))
    }

    /// "2 tabeller, 19 trykte beløb og 1 mål", without what there is none of.
    pub(super) fn listed(&self, parts: &[(usize, Noun)], and: &str) -> String {
        let some = parts.iter().filter(|(count, _)| *count > 0);
        join(&some.map(|(count, noun)| self.counted(Decimal::from(*count), *noun)).collect::<Vec<_>>(), and)
    }

    /// A driver's value with its unit.
    pub(super) fn value(&self, value: Decimal, unit: Unit, noun: Noun) -> String {
        match unit {
            Unit::Share => self.locale.percent(value),
            Unit::Factor => format!("{}{NO_BREAK}{}", self.times, self.locale.exact(value)),
            _ => self.counted(value.checked_mul(unit.scale()).unwrap_or(value), noun),
        }
    }

    /// A driver's two values as a sentence has them: the unit once, and only where the driver's name does not say it.
    pub(super) fn before_and_after(&self, changed: &Changed<'_>, noun: Noun) -> (String, String) {
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
    pub(super) fn in_millions(&self, amount: Thousands) -> String {
        let millions = in_millions(amount.decimal());
        if amount != Thousands::ZERO && millions.abs() < Decimal::new(5, 3) {
            return self.in_kroner(amount.decimal());
        }
        format!("{}{NO_BREAK}{}", self.locale.fixed(millions, 2), self.millions)
    }

    /// In millions, with every digit that says something.
    pub(super) fn in_exact_millions(&self, thousands: Decimal) -> String {
        format!("{}{NO_BREAK}{}", self.millions_alone(thousands), self.millions)
    }

    /// The same without its unit.
    pub(super) fn millions_alone(&self, thousands: Decimal) -> String {
        self.locale.exact(in_millions(thousands))
    }

    /// With every digit that says something, in kroner below a million.
    pub(super) fn in_short(&self, amount: Thousands) -> String {
        let amount = amount.decimal();
        if amount.abs() < Decimal::ONE_THOUSAND { self.in_kroner(amount) } else { self.in_exact_millions(amount) }
    }

    /// In whole kroner.
    pub(super) fn in_kroner(&self, thousands: Decimal) -> String {
        let kroner = thousands.saturating_mul(Decimal::ONE_THOUSAND);
        format!("{}{NO_BREAK}{}", self.locale.rounded(kroner, 0), self.kroner)
    }

    /// Two amounts, without their signs: in millions, or in kroner where they would read alike.
    pub(super) fn apart(&self, (one, other): (Thousands, Thousands)) -> (String, String) {
        let size = |amount: Thousands| if amount < Thousands::ZERO { amount.negated() } else { amount };
        let (one, other) = (size(one), size(other));
        let (left, right) = (self.in_millions(one), self.in_millions(other));
        if left == right { (self.in_kroner(one.decimal()), self.in_kroner(other.decimal())) } else { (left, right) }
    }

    /// The ends of an interval, the unit with the second: in whole numbers, or finer where these are the same.
    pub(super) fn interval(&self, interval: Interval, unit: Unit, noun: Noun) -> (String, String) {
        let scaled = |value: Decimal| value.checked_mul(unit.scale()).unwrap_or(value);
        let (low, below) = (scaled(interval.low), scaled(interval.below));
        let decimals = if rounded(low, 0) == rounded(below, 0) { 2 } else { 0 };
        (self.locale.rounded(low, decimals), self.counted(rounded(below, decimals), noun))
    }

    /// What two compared values differ by, in what they are read in.
    pub(super) fn off(&self, left: &Value, right: &Value, years: Noun) -> Option<String> {
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

/// Factors with their signs between them: "150 borgere × 25 % ÷ 25 borgere".
pub(super) fn formula(factors: &[Factor], said: impl Fn(&Factor) -> String) -> String {
    let mut formula = String::new();
    for factor in factors {
        let sign = match factor {
            _ if formula.is_empty() => "",
            Factor::Divisor { .. } => " ÷ ",
            Factor::Driver { .. } | Factor::Rest { .. } | Factor::Posts { .. } | Factor::Share { .. } => " × ",
        };
        formula.push_str(sign);
        formula.push_str(&said(factor));
    }
    formula
}

/// The administrations and committees of the lines, each once.
pub(super) fn bodies(lines: &[Line]) -> (Vec<Administration>, Vec<Committee>) {
    let mut administrations: Vec<Administration> = Vec::new();
    let mut committees: Vec<Committee> = Vec::new();
    for line in lines {
        administrations.extend(&line.administrations);
        committees.extend(line.committees.iter().map(|share| share.committee));
    }
    administrations.sort_unstable();
    administrations.dedup();
    committees.sort_unstable();
    committees.dedup();
    (administrations, committees)
}

/// The name of a day's month.
pub(super) fn month<'n>(names: &[&'n str; 12], day: Day) -> &'n str {
    let at = usize::try_from(day.month).ok().and_then(|month| month.checked_sub(1));
    at.and_then(|at| names.get(at)).copied().unwrap_or_default()
}

/// So many decimals at most, half away from zero.
pub(super) fn rounded(number: Decimal, decimals: u32) -> Decimal {
    number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero).normalize()
}

fn in_millions(thousands: Decimal) -> Decimal {
    thousands.checked_div(Decimal::ONE_THOUSAND).unwrap_or_default()
}

/// The words for how the net changes.
pub(super) struct NetWords {
    /// Where it is a saving before and after: "nettobesparelsen går fra ".
    pub(super) saving: &'static str,
    /// Where it is a cost before and after.
    pub(super) cost: &'static str,
    /// Where it turns.
    pub(super) turns: &'static str,
    /// Between the two amounts.
    pub(super) to: &'static str,
    /// Before an amount that is a saving.
    pub(super) a_saving: &'static str,
    /// Before an amount that is a cost.
    pub(super) a_cost: &'static str,
    /// No amount.
    pub(super) nothing: &'static str,
}

impl NetWords {
    /// Adds how the net changes, with the amount that it comes to in strong words.
    pub(super) fn say(&self, start: Phrase, numbers: &Numbers, net: (Thousands, Thousands)) -> Phrase {
        let (before, after) = numbers.apart(net);
        let sign = |amount: Thousands| amount.cmp(&Thousands::ZERO);
        let with_sign = |amount: &str, sign: Ordering| match sign {
            Ordering::Less => format!("{}{amount}", self.a_saving),
            Ordering::Equal => self.nothing.to_owned(),
            Ordering::Greater => format!("{}{amount}", self.a_cost),
        };
        let said = match (sign(net.0), sign(net.1)) {
            (Ordering::Less, Ordering::Less) => start.plain(self.saving).plain(before).plain(self.to).strong(after),
            (Ordering::Greater, Ordering::Greater) => start.plain(self.cost).plain(before).plain(self.to).strong(after),
            (was, is) => {
                start.plain(self.turns).plain(with_sign(&before, was)).plain(self.to).strong(with_sign(&after, is))
            }
        };
        said.full_stop()
    }
}

/// "a, b og c".
pub(super) fn join(parts: &[String], and: &str) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// Adds stretches of values, each end a strong piece: "mellem 3 og 5 år eller 8 år". `words` are what stands before the lower
/// end, between the two, and between two stretches.
pub(super) fn stretches(
    phrase: Phrase,
    stretches: &[Stretch],
    [before, and, or]: [&str; 3],
    low: impl Fn(Decimal) -> String,
    high: impl Fn(Decimal) -> String,
) -> Phrase {
    stretches.iter().enumerate().fold(phrase, |phrase, (position, stretch)| {
        let phrase = if position == 0 { phrase } else { phrase.plain(or) };
        if stretch.low == stretch.high {
            phrase.strong(high(stretch.high))
        } else {
            phrase.plain(before).strong(low(stretch.low)).plain(and).strong(high(stretch.high))
        }
    })
}

/// The first few changes; how many more there are is the last of them, in the words of `more`.
pub(super) fn few(mut changes: Vec<String>, more: impl Fn(usize) -> String) -> Vec<String> {
    let left = changes.len().saturating_sub(NAMED_CHANGES);
    if left > 0 {
        changes.truncate(NAMED_CHANGES);
        changes.push(more(left));
    }
    changes
}

/// The first letter in upper case.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Ends a sentence. The point of an abbreviation is its full stop as well.
pub(super) fn full_stop(mut sentence: String) -> String {
    if !sentence.ends_with('.') {
        sentence.push('.');
    }
    sentence
}

/// "2022–2025", or the one year.
pub(super) fn span((first, last): (Year, Year)) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// "2022–2025, i alt: ", or nothing for a whole row.
pub(super) fn columns(columns: &[Column], in_all: &str) -> String {
    let mut spans: Vec<(Year, Year)> = Vec::new();
    let mut words: Vec<String> = Vec::new();
    for column in columns {
        match column {
            Column::Year(year) => match spans.last_mut() {
                Some((_, last)) if last.saturating_add(1) == *year => *last = *year,
                _ => spans.push((*year, *year)),
            },
            Column::Total => words.push(in_all.to_owned()),
            Column::Whole => {}
        }
    }
    let words: Vec<String> = spans.into_iter().map(span).chain(words).collect();
    if words.is_empty() { String::new() } else { format!("{}: ", words.join(", ")) }
}

/// How many checks with how many comparisons there are, and what came of them.
pub(super) struct Tally {
    /// The checks.
    pub(super) checks: usize,
    /// Their comparisons.
    pub(super) comparisons: usize,
    /// Checks that agree.
    pub(super) agree: usize,
    /// Checks that do not.
    pub(super) differ: usize,
    /// Checks that cannot be decided.
    pub(super) unknown: usize,
}

impl Tally {
    /// Counts.
    pub(super) fn of(checks: &[Check]) -> Self {
        let count = |verdict| checks.iter().filter(|check| check.verdict() == verdict).count();
        Self {
            checks: checks.len(),
            comparisons: checks.iter().map(|check| check.compared.len()).sum(),
            agree: count(Verdict::Agree),
            differ: count(Verdict::Differ),
            unknown: count(Verdict::Unknown),
        }
    }
}

/// The steering area with the short names that the city's staff use for administrations and committees.
pub(super) fn carried_by(area: &str, line: &Line) -> String {
    let administrations = line.administrations.iter().map(|administration| match administration {
        Administration::Bif => "BIF",
        Administration::Sof => "SOF",
        Administration::Suf => "SUF",
    });
    let committees = line.committees.iter().map(|share| match share.committee {
        Committee::Biu => "BIU",
        Committee::Sud => "SUD",
        Committee::Sou => "SOU",
    });
    let joined = |names: Vec<&str>| names.join("/");
    format!("{area} · {} · {}", joined(administrations.collect()), joined(committees.collect()))
}
