//! What the reader's changes do to payback and, where they do not move that, to the net.

use std::cmp::Ordering;

use super::sentence::few;
use super::{Numbers, join};
use crate::{Phrase, Wording};
use engine::answer::Difference;
use engine::payback::Payback;
use model::money::Thousands;

/// The sentence on what the reader's changes did.
pub(crate) fn difference<W: Wording + ?Sized>(words: &W, difference: &Difference<'_>) -> Phrase {
    let counting = difference.posts.map(|posts| words.counting(posts));
    let changes = difference.changes.iter().map(|changed| words.change(changed)).chain(counting);
    let changes = few(changes.collect(), |more| words.more_changes(more));
    let start = Phrase::default().plain(words.having(&join(&changes, words.vocabulary().and)));
    let (before, after) = difference.payback;
    let net_changes = difference.net.0 != difference.net.1;
    match (moment(words, before), moment(words, after)) {
        (moment_before, Some(moment_after)) if moment_before.as_ref() == Some(&moment_after) => {
            let stays = match after {
                Payback::NotWithin { .. } => words.still_none(net_changes).to_owned(),
                _ => words.stays(&moment_after, net_changes),
            };
            let phrase = start.plain(stays);
            if net_changes { words.vocabulary().net.say(phrase, words.numbers(), difference.net) } else { phrase }
        }
        (moment_before, Some(moment_after)) => {
            start.plain(words.moves(moment_before.as_deref())).strong(moment_after).plain(".")
        }
        (_, None) if after == Payback::NoCosts => words.no_costs_left(start),
        (Some(_), None) => words.no_savings_left(start),
        (None, None) if net_changes => {
            let (before, after) = words.numbers().apart(difference.net);
            start.plain(words.costs_go(&before)).strong(after).full_stop()
        }
        (None, None) => start.plain(words.vocabulary().costs_stay),
    }
}

/// The moment of payback in words: a year, or that it does not come within the horizon. `None` without costs or without savings.
fn moment<W: Wording + ?Sized>(words: &W, payback: Payback) -> Option<String> {
    match payback {
        Payback::Reached { year, by_the_rest: true, .. } => Some(format!("{year}, {}", words.labels().by_the_rest)),
        Payback::Reached { year, .. } => Some(year.to_string()),
        Payback::NotWithin { horizon, .. } => Some(words.not_within(horizon)),
        Payback::OnlyAfterwards | Payback::NoSavings | Payback::NoCosts => None,
    }
}

/// The words for how the net changes.
pub(crate) struct NetWords {
    /// Where the net is a saving before and after: "nettobesparelsen går fra ".
    pub(crate) saving: &'static str,
    /// Where the net is a cost before and after.
    pub(crate) cost: &'static str,
    /// Where the net changes between saving, cost and zero.
    pub(crate) turns: &'static str,
    /// The word between the two amounts.
    pub(crate) to: &'static str,
    /// The words before an amount that is a saving.
    pub(crate) a_saving: &'static str,
    /// The words before an amount that is a cost.
    pub(crate) a_cost: &'static str,
    /// An amount of zero.
    pub(crate) nothing: &'static str,
}

impl NetWords {
    /// Adds how the net changes, with the new amount emphasized.
    pub(crate) fn say(&self, start: Phrase, numbers: &Numbers, net: (Thousands, Thousands)) -> Phrase {
        let (before, after) = numbers.apart(net);
        let sign = |amount: Thousands| amount.cmp(&Thousands::ZERO);
        let with_sign = |amount: &str, sign: Ordering| match sign {
            Ordering::Less => format!("{}{amount}", self.a_saving),
            Ordering::Equal => self.nothing.to_owned(),
            Ordering::Greater => format!("{}{amount}", self.a_cost),
        };
        let phrase = match (sign(net.0), sign(net.1)) {
            (Ordering::Less, Ordering::Less) => start.plain(self.saving).plain(before).plain(self.to).strong(after),
            (Ordering::Greater, Ordering::Greater) => start.plain(self.cost).plain(before).plain(self.to).strong(after),
            (sign_before, sign_after) => start
                .plain(self.turns)
                .plain(with_sign(&before, sign_before))
                .plain(self.to)
                .strong(with_sign(&after, sign_after)),
        };
        phrase.full_stop()
    }
}
