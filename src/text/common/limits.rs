//! What a driver must be.

use rust_decimal::Decimal;

use super::sentence::capitalised;
use crate::note::Driver;
use crate::sensitivity::{BreakEven, Stretch};
use crate::text::{Phrase, Wording};

/// The words about limits; a driver's name stands before the first five.
pub(in crate::text) struct LimitWords {
    /// Before the least value.
    pub(in crate::text) at_least: &'static str,
    /// Before the largest value.
    pub(in crate::text) at_most: &'static str,
    /// Before stretches of values.
    pub(in crate::text) must_be: &'static str,
    /// That every value does, as the end of the sentence.
    pub(in crate::text) always: &'static str,
    /// That no value does, as the end of the sentence.
    pub(in crate::text) never: &'static str,
    /// Before the lower end of a stretch.
    pub(in crate::text) between: &'static str,
    /// Between its ends.
    pub(in crate::text) to: &'static str,
    /// Between two stretches.
    pub(in crate::text) or: &'static str,
}

/// The sentence; each of [`BreakEven::ends`] is a strong piece.
pub(in crate::text) fn break_even<W: Wording + ?Sized>(words: &W, driver: &Driver, found: &BreakEven) -> Phrase {
    let limits = &words.vocabulary().limits;
    let name = words.named(&driver.mention);
    // "Antallet af borgere skal være mindst 214": the name has said what is counted.
    let is_said = name.contains(words.noun(driver.unit).1);
    let number = |value: Decimal| words.locale().field(value, driver.unit);
    let value = |value: Decimal| if is_said { number(value) } else { words.value(value, driver.unit) };
    let said = |what: &str| Phrase::default().plain(format!("{} {what}", capitalised(name)));
    let before = |what: &str| said(what).plain(" ");
    match found {
        BreakEven::AtLeast(least) => before(limits.at_least).strong(value(*least)).full_stop(),
        BreakEven::AtMost(most) => before(limits.at_most).strong(value(*most)).full_stop(),
        BreakEven::Within(stretches) => {
            let add = |phrase: Phrase, (position, stretch): (usize, &Stretch)| {
                let phrase = if position == 0 { phrase } else { phrase.plain(format!(" {} ", limits.or)) };
                if stretch.low == stretch.high {
                    return phrase.strong(value(stretch.high));
                }
                let phrase = phrase.plain(format!("{} ", limits.between)).strong(number(stretch.low));
                phrase.plain(format!(" {} ", limits.to)).strong(value(stretch.high))
            };
            stretches.iter().enumerate().fold(before(limits.must_be), add).full_stop()
        }
        BreakEven::Always => said(limits.always).full_stop(),
        BreakEven::Never => said(limits.never).full_stop(),
    }
}
