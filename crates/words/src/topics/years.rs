//! Years and spans of years in few words.

use rust_decimal::Decimal;

use crate::Wording;

/// "4. år".
pub(crate) fn nth_year(words: &dyn Wording, years: Decimal) -> String {
    words.messages().years.nth(words.head().ordinal(&words.locale().exact(years)))
}

/// Payback between these years, both included.
pub(crate) fn years_between(words: &dyn Wording, first: u32, last: u32) -> String {
    let years = &words.messages().years;
    match (first, last) {
        (0, last) => years.by_the_nth(words.nth_year(last.into())),
        (first, last) if first == last => words.nth_year(first.into()),
        (first, last) => years.between(first, last),
    }
}
