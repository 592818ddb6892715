//! What the reader's changes do to payback and, where they do not move that, to the net.

use std::cmp::Ordering;

use super::sentence::few;
use super::{join, with_closing_comma};
use crate::messages::at;
use crate::{Phrase, Words};
use engine::answer::{Answer, Changed, Difference};
use engine::payback::Payback;
use model::money::Thousands;
use model::note::{DriverKind, Reached};
use model::scenario::PostsCount;

impl Words {
    /// What the reader's changes did, as the sentence below the answer.
    #[must_use]
    pub fn difference(self, difference: &Difference<'_>) -> Phrase {
        let messages = &self.messages().difference;
        let counting = difference.posts.map(|posts| counting(self, posts));
        let changes = difference.changes.iter().map(|changed| change(self, changed)).chain(counting);
        let changes = few(changes.collect(), |more| messages.more_changes(&self.count(more.into())));
        let changes = &join(&changes, self.messages().lists.and);
        let ((before, after), reached) = (difference.payback, difference.reached);
        let net_changes = difference.net.0 != difference.net.1;
        let said = match (moment(self, reached, before), moment(self, reached, after)) {
            (moment_before, Some(moment_after)) if moment_before.as_ref() == Some(&moment_after) => match after {
                Payback::NotWithin { .. } if net_changes => still_none(self, changes, difference.net),
                Payback::NotWithin { .. } => Phrase::default().plain(messages.still_none(changes)),
                _ if net_changes => stays(self, changes, &moment_after, difference.net),
                _ => Phrase::default().plain(messages.stays(at::Changes(changes), at::Moment(moment_after))),
            },
            (Some(from), Some(to)) => {
                messages.moves(at::Changes(changes), at::From(with_closing_comma(from)), at::To(to))
            }
            (None, Some(to)) => messages.moves_from_none(at::Changes(changes), at::To(to)),
            (_, None) if after == Payback::NoCosts => messages.no_costs_left(changes),
            (Some(_), None) => messages.no_savings_left(changes),
            (None, None) if net_changes => costs_go(self, changes, difference.net),
            (None, None) => match difference.per_outcome.filter(|(before, after)| before != after) {
                Some((before, after)) => messages.price_goes(
                    at::After(self.kroner(Some(after))),
                    at::Before(self.kroner(Some(before))),
                    at::Changes(changes),
                    at::Reached(self.reached(reached)),
                ),
                None => Phrase::default().plain(messages.costs_stay(changes)),
            },
        };
        said.capitalised()
    }

    /// The answer for what leaves the page: whoever reads it elsewhere must not take the reader's numbers for the note's, so all that the
    /// reader has changed is said behind it.
    #[must_use]
    pub fn answer_elsewhere(self, answer: &Answer<'_>, difference: Option<&Difference<'_>>) -> Phrase {
        let sentence = self.answer(answer);
        match difference {
            Some(difference) => sentence.plain(format!(" {}", self.changed_from_note(difference))),
            None => sentence,
        }
    }

    /// All that the reader has changed, in a sentence.
    #[must_use]
    pub fn changed_from_note(self, difference: &Difference<'_>) -> String {
        let counting = difference.posts.map(|posts| counting(self, posts));
        let changes: Vec<String> =
            difference.changes.iter().map(|changed| change(self, changed)).chain(counting).collect();
        let said = self.messages().difference.changed_from_note(join(&changes, self.messages().lists.and));
        std::iter::once(said).chain(self.followed(difference)).collect::<Vec<_>>().join(" ")
    }

    /// What has another value because it follows what the reader changed, in a sentence; `None` where nothing has.
    #[must_use]
    pub fn followed(self, difference: &Difference<'_>) -> Option<String> {
        let followed: Vec<String> = difference.followed.iter().map(|changed| change(self, changed)).collect();
        let followed = (!followed.is_empty()).then(|| join(&followed, self.messages().lists.and))?;
        Some(self.messages().difference.followed(followed))
    }
}

/// How much dearer or cheaper the changes make what has no savings: in kroner, and per cent where it cost something before.
fn costs_go(words: Words, changes: &str, (before, after): (Thousands, Thousands)) -> Phrase {
    let (messages, numbers) = (&words.messages().difference, words.numbers());
    let apart = after.minus(before);
    let said = if apart < Thousands::ZERO {
        messages.costs_less(words.rounded_millions(apart.negated()))
    } else {
        messages.costs_more(words.rounded_millions(apart))
    };
    let (before_in_words, after_in_words) = numbers.apart((before, after));
    let (after_in_words, before_in_words) = (at::After(after_in_words), at::Before(before_in_words));
    match apart.decimal().checked_div(before.decimal()) {
        Some(share) => messages.costs_go_by(
            after_in_words,
            at::Apart(said),
            before_in_words,
            at::Changes(changes),
            at::Percent(words.percent_apart(share)),
        ),
        None => messages.costs_go(after_in_words, at::Apart(said), before_in_words, at::Changes(changes)),
    }
}

/// A changed driver: "sagsstammen fra 25 til 20", "lønninger +3 %".
fn change(words: Words, changed: &Changed<'_>) -> String {
    let (before, after) = words.numbers().before_and_after(changed);
    let added = &words.messages().added_drivers;
    match changed.driver.kind {
        DriverKind::AllPay if changed.before.is_zero() => return added.all_pay_raised(after),
        DriverKind::AllAmounts if changed.before.is_zero() => return added.all_amounts_raised(after),
        DriverKind::AllPay
        | DriverKind::AllAmounts
        | DriverKind::OfNote { .. }
        | DriverKind::FoundAnyway { .. }
        | DriverKind::PriceFactor { .. } => {}
    }
    words.messages().difference.change(
        at::After(after),
        at::Before(before),
        at::Driver(words.driver_mention(changed.driver)),
    )
}

/// A change of how posts are counted.
fn counting(words: Words, posts: PostsCount) -> String {
    let messages = &words.messages().difference;
    match posts {
        PostsCount::AsInNote => messages.counting_as_in_note.to_owned(),
        posts => messages.counting(words.posts_count(posts)),
    }
}

/// The moment of payback in words: a year, or that it does not come within the horizon. `None` without costs or without savings.
fn moment(words: Words, reached: &Reached, payback: Payback) -> Option<String> {
    match payback {
        Payback::Reached { year, by_the_rest: true, .. } => {
            Some(words.messages().paybacks.year_by_the_rest(at::Rest(words.by_the_rest(reached)), at::Year(year)))
        }
        Payback::Reached { year, .. } => Some(year.to_string()),
        Payback::NotWithin { horizon, .. } => Some(words.not_within(horizon)),
        Payback::OnlyAfterwards | Payback::NoSavings | Payback::NoCosts => None,
    }
}

/// What the net is before and after.
enum Net {
    Saving,
    Cost,
    /// It changes between a saving, a cost and nothing.
    Turns,
}

/// How the net changes, with both amounts in words.
fn net(words: Words, net: (Thousands, Thousands)) -> (Net, String, String) {
    let messages = &words.messages().difference;
    let (before, after) = words.numbers().apart(net);
    let sign = |amount: Thousands| amount.cmp(&Thousands::ZERO);
    let with_sign = |amount: String, sign: Ordering| match sign {
        Ordering::Less => messages.a_saving(amount),
        Ordering::Equal => messages.nothing.to_owned(),
        Ordering::Greater => messages.a_cost(amount),
    };
    match (sign(net.0), sign(net.1)) {
        (Ordering::Less, Ordering::Less) => (Net::Saving, before, after),
        (Ordering::Greater, Ordering::Greater) => (Net::Cost, before, after),
        (sign_before, sign_after) => (Net::Turns, with_sign(before, sign_before), with_sign(after, sign_after)),
    }
}

/// The changes still give no payback, but change the net.
fn still_none(words: Words, changes: &str, amounts: (Thousands, Thousands)) -> Phrase {
    let messages = &words.messages().difference;
    match net(words, amounts) {
        (Net::Saving, before, after) => {
            messages.still_none_saving(at::After(after), at::Before(before), at::Changes(changes))
        }
        (Net::Cost, before, after) => {
            messages.still_none_cost(at::After(after), at::Before(before), at::Changes(changes))
        }
        (Net::Turns, before, after) => {
            messages.still_none_turns(at::After(after), at::Before(before), at::Changes(changes))
        }
    }
}

/// The changes do not move payback, but change the net.
fn stays(words: Words, changes: &str, moment: &str, amounts: (Thousands, Thousands)) -> Phrase {
    let messages = &words.messages().difference;
    match net(words, amounts) {
        (Net::Saving, before, after) => {
            messages.stays_saving(at::After(after), at::Before(before), at::Changes(changes), at::Moment(moment))
        }
        (Net::Cost, before, after) => {
            messages.stays_cost(at::After(after), at::Before(before), at::Changes(changes), at::Moment(moment))
        }
        (Net::Turns, before, after) => {
            messages.stays_turns(at::After(after), at::Before(before), at::Changes(changes), at::Moment(moment))
        }
    }
}
