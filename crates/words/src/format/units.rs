//! The words that people write around a number.

use rust_decimal::Decimal;

use crate::UnitWords;
use crate::messages;
use model::language::Language;
use model::note::Unit;

/// What the words around a number make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// There are no words, so it is a number of the field's unit, or one to multiply by.
    None,
    /// It is a number of the field's unit, times this factor: 1.000 for `t.kr.`.
    Unit(Decimal),
    /// It is per cent, of whatever.
    PerCent,
    /// It is percentage points.
    Points,
}

/// What the words before and behind a number stand for; `None` where they are those of another unit.
pub(crate) fn measure(before: &str, behind: &str, unit: Unit) -> Option<Measure> {
    // "kr. 2,4 mio." is "2,4 mio. kr.".
    let words = format!("{}{}", without_each(behind), without_each(before));
    if words.is_empty() {
        return Some(Measure::None);
    }
    if is_among(&words, |known| known.share) {
        // An increase is per cent of nothing but what it raises.
        return Some(if unit == Unit::Increase { Measure::Unit(Decimal::ONE) } else { Measure::PerCent });
    }
    if is_among(&words, |known| known.points) {
        return (unit == Unit::Share).then_some(Measure::Points);
    }
    unit_factor(&words, unit).map(Measure::Unit)
}

/// The words without what says what each of them is for: a year, a post.
fn without_each(words: &str) -> &str {
    every_language().flat_map(|known| known.each).find_map(|each| words.strip_suffix(each)).unwrap_or(words)
}

/// Whether a word says that the numbers on both sides are multiplied.
pub(crate) fn means_times(word: &str) -> bool {
    is_among(word, |known| known.factor)
}

/// The text without a word in front that says "about".
pub(crate) fn without_about(text: &str) -> &str {
    let text = text.trim_start_matches(['~', ' ']);
    let word_for_about = |about: &'static str| {
        let rest = text.strip_prefix(about)?;
        (!rest.starts_with(char::is_alphabetic)).then_some(rest)
    };
    every_language().flat_map(|known| known.about).copied().find_map(word_for_about).unwrap_or(text).trim_start()
}

/// The factor that the words around a number in this unit stand for: 1 for those of the unit, 1.000 for `t.kr.`, a million for
/// `mio. kr.`, `million kroner` or `m`. `None` for other words.
fn unit_factor(words: &str, unit: Unit) -> Option<Decimal> {
    let of_unit: fn(&UnitWords) -> &'static [&'static str] = match unit {
        Unit::CostPerPost | Unit::AmountPerOutcome | Unit::AmountPerYear | Unit::AmountEach => {
            return money_factor(words);
        }
        Unit::Share | Unit::Increase => |known| known.share,
        Unit::Citizens | Unit::CitizensPerPost => |known| known.citizens,
        Unit::Posts => |known| known.posts,
        Unit::Courses => |known| known.courses,
        Unit::Years => |known| known.years,
        Unit::Factor => |known| known.factor,
    };
    is_among(words, of_unit).then_some(Decimal::ONE)
}

fn money_factor(words: &str) -> Option<Decimal> {
    let kroner = every_language().flat_map(|known| known.kroner).find_map(|name| words.strip_suffix(name));
    let number = kroner.unwrap_or(words);
    if number.is_empty() {
        Some(Decimal::ONE)
    } else if kroner.is_some() && is_among(number, |known| known.thousands_of_kroner)
        || is_among(number, |known| known.thousand)
    {
        Some(Decimal::ONE_THOUSAND)
    } else if is_among(number, |known| known.million) {
        Some(Decimal::from(1_000_000))
    } else {
        is_among(number, |known| known.billion).then(|| Decimal::from(1_000_000_000))
    }
}

/// The words of every language of the page. Every field accepts them all, because people paste numbers from one language into the
/// other.
fn every_language() -> impl Iterator<Item = &'static UnitWords> {
    Language::ALL.into_iter().map(|language| &messages::of(language).unit_words)
}

fn is_among(words: &str, known: fn(&UnitWords) -> &'static [&'static str]) -> bool {
    every_language().any(|language| known(language).contains(&words))
}
