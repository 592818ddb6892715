//! How certain an answer is: what it hangs on, and where it lies within the documents' own ranges.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::{join, ranges, span, uncapitalised};
use crate::messages::at;
use crate::{Phrase, Words};
use engine::answer::Answer;
use engine::payback::Payback;
use engine::sensitivity::{HangsOn, JointRange, Margin};
use model::language::capitalised;
use model::money::Thousands;
use model::note::Variant;

impl Words {
    /// The sentence on the highest rate with which a payback comes in the same year, a share of 1 a year.
    #[must_use]
    pub fn rate_limit(self, rate: Decimal) -> Phrase {
        self.messages().certainty.rate_limit(self.locale().percent(rate))
    }

    /// The sentence above the limit that an answer hangs on.
    #[must_use]
    pub fn hangs_on(self, facts: &HangsOn, answer: &Answer<'_>) -> String {
        let messages = &self.messages().certainty;
        let limits = match (facts.payback, facts.nearest.is_none()) {
            (Payback::Reached { .. }, true) => messages.none_moves.to_owned(),
            (Payback::Reached { year, by_the_rest: true, .. }, false) => messages.holds_while(
                self.messages().paybacks.year_by_the_rest(at::Rest(self.by_the_rest(answer.reached)), at::Year(year)),
            ),
            (Payback::Reached { year, .. }, false) => messages.holds_while(year),
            (_, true) => messages.none_brings.to_owned(),
            (Payback::NotWithin { horizon, .. }, false) => messages.one_could(horizon),
            (Payback::OnlyAfterwards | Payback::NoCosts | Payback::NoSavings, false) => return String::new(),
        };
        let full_year = answer.returned_year_after_year().map(|_| full_year(self, facts, answer));
        let margin = facts.margin.map(|left| margin(self, left));
        [full_year, margin, Some(limits)].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The sentence on where the answer lies with all numbers between the documents' own ends.
    #[must_use]
    pub fn joint_range(self, range: &JointRange, answer: &Answer<'_>, variant: &Variant) -> String {
        let (messages, and) = (&self.messages().certainty, self.messages().lists.and);
        let drivers = join(&ranges(self, &range.drivers, variant), and);
        let (low, high) = (self.millions(range.net.0), self.millions(range.net.1));
        let net = messages.range(at::Drivers(drivers), at::High(high), at::Low(low), at::Years(span(answer.years)));
        let returned = range.returned.filter(|_| answer.returned_year_after_year().is_some());
        let returned = returned.map(|ends| {
            let (least, most) = (self.locale().fixed(ends.0, 2), self.locale().fixed(ends.1, 2));
            let year = answer.returned.year;
            if least == most {
                messages.range_gives(at::Most(most), at::Year(year))
            } else {
                messages.range_gives_between(at::Least(least), at::Most(most), at::Year(year))
            }
        });
        let values = range.outside.iter().filter_map(|(ix, value)| {
            let driver = variant.driver(*ix)?;
            Some(
                messages
                    .outside_value(at::Driver(self.driver_mention(driver)), at::Value(self.value(*value, driver.unit))),
            )
        });
        let values: Vec<String> = values.collect();
        let sentences = [
            Some(net),
            returned,
            paid_back(self, range, answer),
            range.never_fades.then(|| messages.range_never_fades(self.reached(answer.reached))),
            Some(messages.range_in_chart.to_owned()),
            (!values.is_empty()).then(|| messages.range_outside(join(&values, and))),
        ];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// The efforts that the answer counts: one of several by its name.
fn efforts(words: Words, answer: &Answer<'_>) -> String {
    let messages = &words.messages().certainty;
    match answer.only_effort {
        Some(name) => uncapitalised(words.named(name)),
        None if answer.efforts > 1 => messages.efforts.to_owned(),
        None => messages.effort.to_owned(),
    }
}

/// By how much a year with full savings gives more or less than it costs.
fn full_year(words: Words, facts: &HangsOn, answer: &Answer<'_>) -> String {
    let (messages, numbers) = (&words.messages().certainty, words.numbers());
    let (year, cost, net) = facts.full_year;
    let (cost, efforts) = (numbers.in_millions(cost), efforts(words, answer));
    let count = count_of(words, answer);
    match net.cmp(&Thousands::ZERO) {
        Ordering::Equal => messages.saves_as_much(&count, at::Cost(cost), at::Efforts(efforts), at::Year(year)),
        Ordering::Less => messages.saves_more(
            &count,
            at::Apart(numbers.in_short(net.negated())),
            at::Cost(cost),
            at::Efforts(efforts),
            at::Year(year),
        ),
        Ordering::Greater => messages.saves_less(
            &count,
            at::Apart(numbers.in_short(net)),
            at::Cost(cost),
            at::Efforts(efforts),
            at::Year(year),
        ),
    }
}

/// The number of efforts, which is at least one.
fn count_of(words: Words, answer: &Answer<'_>) -> crate::fill::Count {
    words.count(answer.efforts.max(1).into())
}

/// What is left over at the end of the payback year.
fn margin(words: Words, margin: Margin) -> String {
    let (messages, numbers) = (&words.messages().certainty, words.numbers());
    let spent = numbers.in_millions(margin.spent);
    if margin.balance == Thousands::ZERO {
        messages.nothing_left_over(at::Spent(spent), at::Year(margin.end_of))
    } else {
        messages.left_over(
            at::Left(numbers.in_short(margin.balance.negated())),
            at::Spent(spent),
            at::Year(margin.end_of),
        )
    }
}

/// When the efforts are paid back at both ends.
fn paid_back(words: Words, range: &JointRange, answer: &Answer<'_>) -> Option<String> {
    let messages = &words.messages().certainty;
    let (efforts, count) = (efforts(words, answer), count_of(words, answer));
    Some(match range.payback {
        (Payback::Reached { year: earliest, .. }, Payback::Reached { year: latest, .. }) if earliest == latest => {
            messages.range_both(&count, at::Efforts(efforts), at::Year(latest))
        }
        (Payback::Reached { year: earliest, .. }, Payback::Reached { year: latest, .. }) => capitalised(
            &messages.range_from_to(&count, at::Earliest(earliest), at::Efforts(efforts), at::Latest(latest)),
        ),
        (Payback::Reached { year, .. }, Payback::NotWithin { horizon, .. }) => {
            messages.range_best(&count, at::Efforts(efforts), at::Horizon(horizon), at::Year(year))
        }
        (Payback::NotWithin { horizon, .. }, Payback::NotWithin { .. }) => {
            messages.range_neither(&count, at::Efforts(efforts), at::Horizon(horizon))
        }
        _ => return None,
    })
}
