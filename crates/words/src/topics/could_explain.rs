//! What could explain the payback times that a note prints.

use rust_decimal::Decimal;

use super::{join, tables_and_after};
use crate::messages::at;
use crate::{Phrase, Words};
use engine::answer::Changed;
use engine::could_explain::{Found, Own, Search};
use engine::figures::PaybackCheck;
use model::note::{Driver, Note};

/// How many values the sentences name, the first among them.
const NAMED: usize = 3;

/// Every printed payback time: "både 4 og 76 år", "76 år".
fn all_years(words: Words, printed: &[u16]) -> String {
    let number = |years: &u16| words.locale().exact(Decimal::from(*years));
    match printed {
        [years] => words.printed_years(*years),
        [one, other] => {
            words.messages().could_explain.both(at::First(number(one)), at::Second(words.printed_years(*other)))
        }
        several => {
            let (last, first) = several.split_last().unwrap_or((&0, &[]));
            let years: Vec<String> = first.iter().map(number).chain([words.printed_years(*last)]).collect();
            join(&years, words.messages().lists.and)
        }
    }
}

impl Words {
    /// What could explain the payback times that the note prints, below the key figures and in the findings. The strong
    /// pieces are the first values of [`Search::found`], in its order.
    #[must_use]
    pub fn could_explain(self, note: Note<'_>, search: &Search) -> Phrase {
        let years = all_years(self, &search.printed);
        let (messages, counted) = (&self.messages().could_explain, &self.messages().counted);
        let tried = messages.tried(
            at::Drivers(counted.drivers(&self.count(search.drivers.into()))),
            at::Values(counted.values(&self.count(search.values.into()))),
        );
        let named = search.found.iter().filter_map(|found| Some((found, note.variant.driver(found.ix)?)));
        let named: Vec<(&Found, &Driver)> = named.take(NAMED).collect();
        let [(first, driver), others @ ..] = named.as_slice() else {
            return Phrase::default().plain(format!("{} {tried}", messages.nothing_gives(&years)));
        };
        let mut phrase = first_found(self, (first, driver), &years);
        if first.lowest < first.highest {
            let lowest = self.locale().field(first.lowest, driver.unit);
            let (_, highest) = values_of(self, driver, first.highest);
            phrase = phrase.plain(format!(" {}", messages.also_between(at::Highest(highest), at::Lowest(lowest))));
        }
        let named = |(found, driver): &(&Found, &Driver)| {
            let (noted, value) = values_of(self, driver, found.value);
            (self.driver_mention(driver), noted, value)
        };
        let others: Vec<(String, String, String)> = others.iter().map(named).collect();
        phrase = match others.as_slice() {
            [] => phrase,
            [(driver, noted, value)] => {
                phrase.plain(" ").then(messages.the_same_with(at::Driver(driver), at::Noted(noted), at::Value(value)))
            }
            [(driver, noted, value), (other, other_noted, other_value), ..] => {
                phrase.plain(" ").then(messages.the_same_with_two(
                    at::Driver(driver),
                    at::Noted(noted),
                    at::Other(other),
                    at::OtherNoted(other_noted),
                    at::OtherValue(other_value),
                    at::Value(value),
                ))
            }
        };
        let could_be_why = messages.could_be_why(&self.count(search.printed.len().into()));
        phrase.plain(format!(" {could_be_why} {tried}"))
    }

    /// That every payback time that the note prints comes out of the reader's values; `None` where that is not so, or where
    /// they come out of the note's already. `noted` and `now` are the checks of the note's values and of the reader's.
    #[must_use]
    pub fn comes_out(self, noted: &[PaybackCheck], now: &[PaybackCheck]) -> Option<String> {
        if noted.iter().all(PaybackCheck::agrees) || !now.iter().all(PaybackCheck::agrees) {
            return None;
        }
        let printed: Vec<u16> = now.iter().map(|check| check.printed).collect();
        let missing = noted.iter().zip(now).filter(|(noted, _)| !noted.agrees());
        let sums = missing.filter_map(|(_, now)| tables_and_after(self, now));
        let sentences: Vec<String> =
            [self.messages().could_explain.chosen_give(all_years(self, &printed))].into_iter().chain(sums).collect();
        Some(sentences.join(" "))
    }
}

/// The sentence on the first value that was found, and whether the documents name it.
fn first_found(words: Words, (found, driver): (&Found, &Driver), years: &str) -> Phrase {
    let messages = &words.messages().could_explain;
    let name = words.driver_mention(driver);
    let (noted, value) = values_of(words, driver, found.value);
    let range = driver.range.as_ref().filter(|_| found.own == Own::Range);
    let alternative = match found.own {
        Own::Alternative(position) => driver.alternatives.get(position),
        Own::Range | Own::No => None,
    };
    if let Some(range) = range {
        let low = words.locale().field(range.low, driver.unit);
        let range = format!("{low}–{}", words.value(range.high, driver.unit));
        messages.with_in_range(at::Driver(name), at::Noted(noted), at::Range(range), at::Value(value), at::Years(years))
    } else if let Some(alternative) = alternative {
        messages.with_alternative(
            at::Driver(name),
            at::Name(words.named(&alternative.name)),
            at::Noted(noted),
            at::Value(value),
            at::Years(years),
        )
    } else {
        messages.with(at::Driver(name), at::Noted(noted), at::Value(value), at::Years(years))
    }
}

/// The note's value of a driver and another one, as in a sentence.
fn values_of(words: Words, driver: &Driver, value: Decimal) -> (String, String) {
    let changed = Changed { driver, before: driver.value, after: value };
    words.numbers().before_and_after(&changed)
}
