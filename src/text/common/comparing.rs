//! Two scenarios side by side: what each is called, and which of them costs more.

use std::cmp::Ordering;

use super::{Numbers, span};
use crate::compare::{Comparison, Pair};
use crate::money::Thousands;
use crate::note::Year;
use crate::scenario::Scenario;
use crate::text::{Phrase, Wording};

/// A scenario by the name of its note: "BI10 i budget 2026 med ændringer".
pub(in crate::text) fn scenario_name<W: Wording + ?Sized>(words: &W, scenario: &Scenario<'_>) -> String {
    let variant = scenario.note().variant;
    words.vocabulary().names.name(words.named(&variant.name), scenario.differs(), variant.savings_from.is_some())
}

/// What tells two scenarios apart, in a few words each.
pub(in crate::text) fn sides<W: Wording + ?Sized>(words: &W, comparison: &Comparison<'_>) -> Pair<String> {
    words
        .vocabulary()
        .names
        .apart(comparison, comparison.scenarios.as_ref().map(|scenario| words.scenario_name(scenario)))
}

/// What differs and what it does, in a sentence or two.
pub(in crate::text) fn comparison<W: Wording + ?Sized>(words: &W, comparison: &Comparison<'_>) -> Phrase {
    if comparison.same {
        return Phrase::default().plain(words.vocabulary().the_same);
    }
    if let Some(change) = comparison.change() {
        return words.difference(&change);
    }
    let names = comparison.scenarios.as_ref().map(|scenario| words.scenario_name(scenario));
    let costs = words.vocabulary().costs.say(words.numbers(), names, comparison).plain(" ");
    words.both_paid_back(costs, comparison.figures.as_ref().map(|figures| figures.total))
}

/// The words of the sentence on costs, each with the spaces around it.
pub(in crate::text) struct CostWords {
    /// " koster "
    pub(in crate::text) costs: &'static str,
    /// After an amount.
    pub(in crate::text) more: &'static str,
    /// After an amount.
    pub(in crate::text) less: &'static str,
    /// No amount.
    pub(in crate::text) as_much: &'static str,
    /// " om året "
    pub(in crate::text) a_year: &'static str,
    /// After "more" and "less".
    pub(in crate::text) than: &'static str,
    /// After "as much".
    pub(in crate::text) like: &'static str,
    /// Between two that go the same way.
    pub(in crate::text) and: &'static str,
    /// Between two that do not.
    pub(in crate::text) but: &'static str,
    /// " i alt"
    pub(in crate::text) in_all: &'static str,
    /// Between two amounts.
    pub(in crate::text) against: &'static str,
    /// Before a year, or several.
    pub(in crate::text) during: &'static str,
}

impl CostWords {
    /// Which costs more a year, and in all.
    pub(in crate::text) fn say(&self, numbers: &Numbers, names: Pair<String>, comparison: &Comparison<'_>) -> Phrase {
        let costs = comparison.figures.as_ref().map(|figures| figures.cost);
        let sums = comparison.costs.sums.map(Option::unwrap_or_default);
        let (a_year, in_all) = (comparison.figure_differences.cost, comparison.costs.difference);
        let years = comparison.figures.as_ref().map(|figures| (figures.year, figures.year));
        let way = |amount: Thousands| amount.cmp(&Thousands::ZERO);
        let link = if way(a_year) == Ordering::Equal { self.like } else { self.than };
        let then = if way(a_year) == way(in_all) { self.and } else { self.but };
        Phrase::default()
            .plain(enclosed(names.left))
            .plain(self.costs)
            .strong(self.by(numbers, a_year))
            .plain(format!("{}{link}{} ({})", self.a_year, names.right, self.against(numbers, costs, years)))
            .plain(then)
            .strong(self.by(numbers, in_all))
            .plain(format!("{} ({}).", self.in_all, self.against(numbers, sums, comparison.spans())))
    }

    /// "369.000 kr. mere".
    fn by(&self, numbers: &Numbers, difference: Thousands) -> String {
        match difference.cmp(&Thousands::ZERO) {
            Ordering::Less => format!("{}{}", numbers.in_short(difference.negated()), self.less),
            Ordering::Equal => self.as_much.to_owned(),
            Ordering::Greater => format!("{}{}", numbers.in_short(difference), self.more),
        }
    }

    /// "2,257 mod 2,626 mio. kr. i 2029".
    fn against(&self, numbers: &Numbers, amounts: Pair<Thousands>, years: Pair<(Year, Year)>) -> String {
        let amount = |amount: Thousands| numbers.in_exact_millions(amount.decimal());
        let Pair { left, right } = amounts.map(amount);
        let Pair { left: when, right: when_right } = years.map(span);
        if years.differs() {
            format!("{left}{}{when}{}{right}{}{when_right}", self.during, self.against, self.during)
        } else if amounts.differs() {
            let number = numbers.millions_alone(amounts.left.decimal());
            format!("{number}{}{right}{}{when}", self.against, self.during)
        } else {
            format!("{left}{}{when}", self.during)
        }
    }
}

/// A name that has a comma within ends with one where the sentence goes on.
fn enclosed(name: String) -> String {
    if name.contains(", ") { name + "," } else { name }
}

/// "scenarie 1" and "scenarie 2" of two names that are the same up to there.
fn without_what_they_share(names: &Pair<String>) -> Option<Pair<String>> {
    let Pair { left, right } = names.as_ref().map(|name| name.split_once(", ")).both()?;
    let (shared, of_left) = left;
    let (other, of_right) = right;
    (shared == other).then(|| Pair { left: of_left, right: of_right }.map(str::to_owned))
}

/// What a name ends with where its scenario is not the note as published.
pub(in crate::text) struct NameWords {
    /// " med ændringer"
    pub(in crate::text) changed: &'static str,
    /// " med lånte besparelser"
    pub(in crate::text) borrowed: &'static str,
    /// " med ændringer og lånte besparelser"
    pub(in crate::text) both: &'static str,
    /// The note as published, without its name.
    pub(in crate::text) baseline: &'static str,
    /// The note with changes, without its name.
    pub(in crate::text) with_changes: &'static str,
    /// The reader's own of two with changes.
    pub(in crate::text) mine: &'static str,
    /// The other of two with changes.
    pub(in crate::text) other: &'static str,
}

impl NameWords {
    /// The name of a scenario: its note's, and what was done to it.
    pub(in crate::text) fn name(&self, note: &str, differs: bool, borrows: bool) -> String {
        let done = match (differs, borrows) {
            (false, false) => "",
            (true, false) => self.changed,
            (false, true) => self.borrowed,
            (true, true) => self.both,
        };
        format!("{note}{done}")
    }

    /// What tells the two apart, as short as can be; `full` are their whole names.
    pub(in crate::text) fn apart(&self, comparison: &Comparison<'_>, full: Pair<String>) -> Pair<String> {
        if !comparison.is_of_one_note() {
            return without_what_they_share(&full).unwrap_or(full);
        }
        let names = match comparison.scenarios.as_ref().map(Scenario::differs) {
            Pair { left: true, right: false } => Pair { left: self.with_changes, right: self.baseline },
            Pair { left: false, right: true } => Pair { left: self.baseline, right: self.with_changes },
            Pair { .. } => Pair { left: self.mine, right: self.other },
        };
        names.map(str::to_owned)
    }
}
