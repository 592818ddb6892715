//! What could explain the payback times that a note prints.

use rust_decimal::Decimal;

use super::join;
use crate::{Phrase, Wording};
use engine::answer::Changed;
use engine::could_explain::{Found, Own, Search};
use engine::figures::PaybackCheck;
use model::note::{Driver, Note};

/// How many values the sentences name.
const NAMED: usize = 3;

/// The words for what could explain printed payback times, with the spaces around them.
pub(crate) struct CouldExplainWords {
    /// The words before the first driver, at the beginning of the text.
    pub(crate) with: &'static str,
    /// The words between that driver and its value.
    pub(crate) at: &'static str,
    /// The words between a value and the note's.
    pub(crate) instead_of: &'static str,
    /// The words before the second driver, at the beginning of a sentence.
    pub(crate) the_same_with: &'static str,
    /// The words before each further driver.
    pub(crate) or_with: &'static str,
    /// The words between each of these drivers and its value.
    pub(crate) also_at: &'static str,
    /// The word before two numbers of years: "både".
    pub(crate) both: &'static str,
}

/// Every printed payback time: "både 4 og 76 år", "76 år".
fn all_years<W: Wording + ?Sized>(words: &W, printed: &[u16]) -> String {
    let number = |years: &u16| words.locale().exact(Decimal::from(*years));
    match printed {
        [years] => words.printed_years(*years),
        [one, other] => {
            let vocabulary = words.vocabulary();
            let (both, and) = (vocabulary.could_explain.both, vocabulary.and);
            format!("{both} {} {and} {}", number(one), words.printed_years(*other))
        }
        several => {
            let (last, first) = several.split_last().unwrap_or((&0, &[]));
            let years: Vec<String> = first.iter().map(number).chain([words.printed_years(*last)]).collect();
            join(&years, words.vocabulary().and)
        }
    }
}

/// The sentences on what a search has found. The strong pieces are the first values of [`Search::found`], in its order.
pub(crate) fn could_explain<W: Wording + ?Sized>(words: &W, note: Note<'_>, search: &Search) -> Phrase {
    let years = all_years(words, &search.printed);
    let tried = words.tried(search.values, search.drivers);
    let named = search.found.iter().filter_map(|found| Some((found, note.variant.driver(found.ix)?)));
    let named: Vec<(&Found, &Driver)> = named.take(NAMED).collect();
    let [(first, driver), others @ ..] = named.as_slice() else {
        return Phrase::default().plain(format!("{} {tried}", words.nothing_gives(&years)));
    };
    let could_explain = &words.vocabulary().could_explain;
    let mut phrase = with_value(words, Phrase::default().plain(could_explain.with), could_explain.at, (first, driver));
    let value = |value: Decimal| values_of(words, driver, value).1;
    let own = match first.own {
        Own::No => None,
        Own::Range => driver.range.as_ref().map(|range| {
            let low = words.locale().field(range.low, driver.unit);
            words.in_own_range(&value(first.value), &format!("{low}–{}", words.value(range.high, driver.unit)))
        }),
        Own::Alternative(position) => driver
            .alternatives
            .get(position)
            .map(|alternative| words.own_alternative(&value(first.value), words.named(&alternative.name))),
    };
    phrase = phrase.plain(words.gives(&years, own.as_deref()));
    if first.lowest < first.highest {
        let lowest = words.locale().field(first.lowest, driver.unit);
        phrase = phrase.plain(format!(" {}", words.also_between(&lowest, &value(first.highest))));
    }
    for (index, other) in others.iter().enumerate() {
        let before = if index == 0 { could_explain.the_same_with } else { could_explain.or_with };
        phrase = with_value(words, phrase.plain(before), could_explain.also_at, *other);
    }
    if !others.is_empty() {
        phrase = phrase.full_stop();
    }
    phrase.plain(format!(" {} {tried}", words.could_be_why(search.printed.len())))
}

/// Adds a driver with the value that was found and the note's. `at` stands between the driver and the value.
fn with_value<W: Wording + ?Sized>(words: &W, phrase: Phrase, at: &str, (found, driver): (&Found, &Driver)) -> Phrase {
    let (noted, value) = values_of(words, driver, found.value);
    let instead_of = words.vocabulary().could_explain.instead_of;
    phrase.plain(format!("{}{at}", words.named(&driver.mention))).strong(value).plain(format!("{instead_of}{noted}"))
}

/// The note's value of a driver and another one, as in a sentence.
fn values_of<W: Wording + ?Sized>(words: &W, driver: &Driver, value: Decimal) -> (String, String) {
    let changed = Changed { driver, before: driver.value, after: value };
    words.numbers().before_and_after(&changed, words.noun(driver.unit))
}

/// That every printed payback time comes out of the reader's values, with the sum behind each that the note's own values
/// do not give; `None` where not all come out, or where they do with the note's values already.
pub(crate) fn comes_out<W: Wording + ?Sized>(
    words: &W,
    noted: &[PaybackCheck],
    now: &[PaybackCheck],
) -> Option<String> {
    if noted.iter().all(PaybackCheck::agrees) || !now.iter().all(PaybackCheck::agrees) {
        return None;
    }
    let printed: Vec<u16> = now.iter().map(|check| check.printed).collect();
    let missing = noted.iter().zip(now).filter(|(noted, _)| !noted.agrees());
    let sums = missing.filter_map(|(_, now)| words.tables_and_after(now));
    let sentences: Vec<String> = [words.chosen_give(&all_years(words, &printed))].into_iter().chain(sums).collect();
    Some(sentences.join(" "))
}
