//! The answer of a comparison: which of two scenarios costs more, and what each of them gives or when it is paid back.

use std::cmp::Ordering;

use super::{Numbers, join, nth_and_rest, span, uncapitalised, with_closing_comma};
use crate::messages::at;
use crate::{Phrase, Words};
use engine::compare::{Comparison, Pair};
use engine::payback::Payback;
use model::language::capitalised;
use model::money::Thousands;
use model::note::{Names, Year};

/// Which of two scenarios costs more. Where their notes do not have the same efforts, it is about those that both have.
pub(super) fn costs(words: Words, names: &Pair<String>, comparison: &Comparison<'_>) -> Phrase {
    let messages = &words.messages().compared;
    let whole = CostsCompared {
        years: comparison.figures.as_ref().map(|figures| (figures.year, figures.year)),
        a_year: comparison.figures.as_ref().map(|figures| figures.cost),
        spans: comparison.spans(),
        in_all: comparison.costs.sums.map(Option::unwrap_or_default),
    };
    let Some(efforts) = &comparison.efforts else {
        return whole.sentence(words, names.clone());
    };
    if efforts.shared.is_empty() {
        let Pair { left, right } = efforts.alone.as_ref().map(|alone| listed(words, alone));
        let different = Phrase::default().plain(messages.other_efforts(at::Left(left), at::Right(right))).plain(" ");
        // The costs of one effort minus those of another are no answer to anything.
        return different.then(whole.each(words, names));
    }
    let shared = CostsCompared { a_year: efforts.costs, in_all: efforts.sums, ..whole };
    let left = capitalised(&messages.effort_in_note(at::Effort(listed(words, &efforts.shared)), at::Note(&names.left)));
    shared.sentence(words, Pair { left, right: messages.in_note(&names.right) })
}

/// A sentence for each note with efforts that the other one does not have, where both have some in common.
pub(super) fn more_efforts(words: Words, names: &Pair<String>, comparison: &Comparison<'_>) -> Vec<String> {
    let Some(efforts) = comparison.efforts.as_ref().filter(|efforts| !efforts.shared.is_empty()) else {
        return Vec::new();
    };
    let each = [(&names.left, &efforts.alone.left), (&names.right, &efforts.alone.right)];
    let more = each.into_iter().filter(|(_, alone)| !alone.is_empty());
    more.map(|(name, alone)| words.messages().compared.more_efforts(at::Efforts(listed(words, alone)), at::Note(name)))
        .collect()
}

fn listed(words: Words, efforts: &[&Names]) -> String {
    let names: Vec<String> = efforts.iter().map(|effort| uncapitalised(words.named(effort))).collect();
    join(&names, words.messages().lists.and)
}

/// The costs of two scenarios, or of the efforts that both have.
struct CostsCompared {
    /// The year that the yearly costs are of.
    years: Pair<(Year, Year)>,
    /// The costs of that year.
    a_year: Pair<Thousands>,
    /// The years that the sums are over.
    spans: Pair<(Year, Year)>,
    /// The costs of all years.
    in_all: Pair<Thousands>,
}

impl CostsCompared {
    /// The sentence with the costs of each, without a difference.
    fn each(self, words: Words, names: &Pair<String>) -> Phrase {
        let numbers = words.numbers();
        let amount = self.a_year.map(|amount| numbers.in_exact_millions(amount.decimal()));
        let Pair { left: left_year, right: right_year } = self.years.map(|(year, _)| year);
        words.messages().compared.each_costs(
            at::Left(with_closing_comma(names.left.clone())),
            at::LeftAmount(amount.left),
            at::LeftYear(left_year),
            at::Right(with_closing_comma(names.right.clone())),
            at::RightAmount(amount.right),
            at::RightYear(right_year),
        )
    }

    /// The sentence on which scenario costs more a year, and which costs more in all.
    fn sentence(self, words: Words, names: Pair<String>) -> Phrase {
        let messages = &words.messages().compared;
        let (a_year, in_all) = (self.a_year.join(Thousands::minus), self.in_all.join(Thousands::minus));
        let direction = |amount: Thousands| amount.cmp(&Thousands::ZERO);
        let is_same = direction(a_year) == Ordering::Equal;
        let goes_on = direction(a_year) == direction(in_all);
        let (a_year, in_all) = (apart(words, a_year), apart(words, in_all));
        let (left, right) = (with_closing_comma(names.left), names.right);
        let year_amounts = amounts(words, self.a_year, self.years);
        let sums = amounts(words, self.in_all, self.spans);
        match (is_same, goes_on) {
            (false, true) => messages.costs_and(
                at::AYear(a_year),
                at::InAll(in_all),
                at::Left(left),
                at::Right(right),
                at::Sums(sums),
                at::YearAmounts(year_amounts),
            ),
            (false, false) => messages.costs_but(
                at::AYear(a_year),
                at::InAll(in_all),
                at::Left(left),
                at::Right(right),
                at::Sums(sums),
                at::YearAmounts(year_amounts),
            ),
            (true, true) => messages.costs_the_same(
                at::Left(left),
                at::Right(with_closing_comma(right)),
                at::Sum(words.numbers().in_exact_millions(self.in_all.left.decimal())),
                at::YearAmounts(year_amounts),
            ),
            (true, false) => messages.costs_the_same_but(
                at::AYear(a_year),
                at::InAll(in_all),
                at::Left(left),
                at::Right(right),
                at::Sums(sums),
                at::YearAmounts(year_amounts),
            ),
        }
    }
}

/// A difference: "369.000 kr. mere".
fn apart(words: Words, difference: Thousands) -> String {
    let (messages, numbers) = (&words.messages().compared, words.numbers());
    match difference.cmp(&Thousands::ZERO) {
        Ordering::Less => messages.less(numbers.in_short(difference.negated())),
        Ordering::Equal => messages.as_much.to_owned(),
        Ordering::Greater => messages.more(numbers.in_short(difference)),
    }
}

/// Both amounts: "2,257 mod 2,626 mio. kr. i 2029".
fn amounts(words: Words, amounts: Pair<Thousands>, years: Pair<(Year, Year)>) -> String {
    let (messages, numbers) = (&words.messages().compared, words.numbers());
    let Pair { left, right } = amounts.map(|amount| numbers.in_exact_millions(amount.decimal()));
    let Pair { left: left_years, right: right_years } = years.map(span);
    if years.differs() {
        messages.amounts_and_years(
            at::Left(left),
            at::LeftYears(left_years),
            at::Right(right),
            at::RightYears(right_years),
        )
    } else if amounts.differs()
        && !numbers.money_leads()
        && Numbers::share_unit([amounts.left.decimal(), amounts.right.decimal()])
    {
        messages.amounts(
            at::Left(numbers.millions_alone(amounts.left.decimal())),
            at::Right(right),
            at::Years(left_years),
        )
    } else if amounts.differs() {
        messages.amounts(at::Left(left), at::Right(right), at::Years(left_years))
    } else {
        messages.amount(at::Amount(left), at::Years(left_years))
    }
}

/// What comes back for each krone in each of two scenarios, with the year of each.
pub(super) fn both_give(words: Words, returned: Pair<(String, Year)>) -> Phrase {
    let messages = &words.messages().compared;
    let is_same = !returned.differs();
    let Pair { left: (left, left_year), right: (right, right_year) } = returned;
    if is_same {
        messages.both_give_the_same(at::Returned(left), at::Year(left_year))
    } else {
        messages.both_give(at::Left(left), at::LeftYear(left_year), at::Right(right), at::RightYear(right_year))
    }
}

/// When each of two scenarios is paid back.
pub(super) fn both_paid_back(words: Words, comparison: &Comparison<'_>) -> Phrase {
    let messages = &words.messages().compared;
    let payback = comparison.figures.as_ref().map(|figures| figures.total);
    let reached = comparison.scenarios.as_ref().map(|scenario| scenario.note().variant.reached());
    let plain = |text: &str| Phrase::default().plain(text);
    if !payback.differs() {
        return match payback.left {
            Payback::Reached { years, year, by_the_rest } => messages
                .both_paid_back(at::Nth(nth_and_rest(words, comparison.reached(), years, by_the_rest)), at::Year(year)),
            Payback::OnlyAfterwards => plain(&messages.both_only_afterwards(words.by_the_rest(comparison.reached()))),
            Payback::NotWithin { horizon, .. } => messages.neither_within(horizon),
            Payback::NoSavings => plain(messages.neither_savings),
            Payback::NoCosts => plain(messages.neither_costs),
        };
    }
    let first = match payback.left {
        Payback::Reached { years, year, by_the_rest } => {
            messages.first_paid_back(at::Nth(nth_and_rest(words, reached.left, years, by_the_rest)), at::Year(year))
        }
        Payback::OnlyAfterwards => plain(&messages.first_only_afterwards(words.by_the_rest(reached.left))),
        Payback::NotWithin { horizon, .. } => messages.first_not_within(horizon),
        Payback::NoSavings => plain(messages.first_no_savings),
        Payback::NoCosts => plain(messages.first_no_costs),
    };
    let second = match payback.right {
        Payback::Reached { years, year, by_the_rest } => {
            messages.second_paid_back(at::Nth(nth_and_rest(words, reached.right, years, by_the_rest)), at::Year(year))
        }
        Payback::OnlyAfterwards => plain(&messages.second_only_afterwards(words.by_the_rest(reached.right))),
        Payback::NotWithin { horizon, .. } => messages.second_not_within(horizon),
        Payback::NoSavings => plain(messages.second_no_savings),
        Payback::NoCosts => plain(messages.second_no_costs),
    };
    messages.two_clauses(at::Left(first), at::Right(second))
}
