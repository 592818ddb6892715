//! Which values of a driver give payback in time.

use rust_decimal::Decimal;

use crate::{Phrase, Wording};
use engine::language::capitalised;
use engine::sensitivity::{BreakEven, Ends, Stretch};
use model::note::{Driver, Unit, Variant};

/// The words of the sentence on limits. The driver's name stands before the first five.
pub(crate) struct LimitWords {
    /// The words before the smallest value.
    pub(crate) at_least: &'static str,
    /// The words before the largest value.
    pub(crate) at_most: &'static str,
    /// The words before a list of stretches of values.
    pub(crate) must_be: &'static str,
    /// The end of the sentence where every value gives payback in time.
    pub(crate) always: &'static str,
    /// The end of the sentence where no value gives payback in time.
    pub(crate) never: &'static str,
    /// The word before the lower end of a stretch.
    pub(crate) between: &'static str,
    /// The word between the two ends of a stretch.
    pub(crate) to: &'static str,
    /// The word between two stretches.
    pub(crate) or: &'static str,
}

/// The sentence on the limits of a driver. Each of [`BreakEven::ends`] is a strong piece.
pub(crate) fn break_even<W: Wording + ?Sized>(words: &W, driver: &Driver, limits: &BreakEven) -> Phrase {
    let limit_words = &words.vocabulary().limits;
    let name = words.named(&driver.mention);
    // In "Antallet af borgere skal være mindst 214" the name already says what is counted, so the number has no unit.
    // A factor is no number of times that something is.
    let has_unit_in_name = driver.unit == Unit::Factor || name.contains(words.noun(driver.unit).1);
    let number = |value: Decimal| words.locale().field(value, driver.unit);
    let value = |value: Decimal| if has_unit_in_name { number(value) } else { words.value(value, driver.unit) };
    let start = |predicate: &str| Phrase::default().plain(format!("{} {predicate}", capitalised(name)));
    let before_value = |predicate: &str| start(predicate).plain(" ");
    match limits {
        BreakEven::AtLeast(low) => before_value(limit_words.at_least).strong(value(*low)).full_stop(),
        BreakEven::AtMost(high) => before_value(limit_words.at_most).strong(value(*high)).full_stop(),
        BreakEven::Within(stretches) => {
            let add = |phrase: Phrase, (index, stretch): (usize, &Stretch)| {
                let phrase = if index == 0 { phrase } else { phrase.plain(format!(" {} ", limit_words.or)) };
                if stretch.low == stretch.high {
                    return phrase.strong(value(stretch.high));
                }
                let phrase = phrase.plain(format!("{} ", limit_words.between)).strong(number(stretch.low));
                phrase.plain(format!(" {} ", limit_words.to)).strong(value(stretch.high))
            };
            stretches.iter().enumerate().fold(before_value(limit_words.must_be), add).full_stop()
        }
        BreakEven::Always => start(limit_words.always).full_stop(),
        BreakEven::Never => start(limit_words.never).full_stop(),
    }
}

/// Drivers with their lowest and highest value: "andelen i job eller uddannelse (20–25 %)". `in_proportion` stands behind
/// those that no document prints.
pub(crate) fn ranges<W: Wording + ?Sized>(
    words: &W,
    drivers: &[Ends],
    variant: &Variant,
    in_proportion: &str,
) -> Vec<String> {
    let named = drivers.iter().filter_map(|ends| {
        let driver = variant.driver(ends.ix)?;
        let locale = words.locale();
        let low = locale.field(ends.low, driver.unit);
        let high =
            if driver.unit == Unit::Share { locale.percent(ends.high) } else { locale.field(ends.high, driver.unit) };
        let why = if ends.are_printed { String::new() } else { format!(", {in_proportion}") };
        Some(format!("{} ({low}–{high}{why})", words.named(&driver.mention)))
    });
    named.collect()
}
