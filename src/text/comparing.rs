//! How the languages say which of two scenarios costs more: one sentence, whose words each language fills in.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::Phrase;
use super::common::{Numbers, span};
use crate::compare::{Comparison, Pair};
use crate::format::MINUS;
use crate::money::Thousands;
use crate::note::Year;
use crate::scenario::Scenario;

/// The words of the sentence, each with the spaces around it.
pub(super) struct CostWords {
    /// " koster "
    pub(super) costs: &'static str,
    /// After an amount.
    pub(super) more: &'static str,
    /// After an amount.
    pub(super) less: &'static str,
    /// No amount.
    pub(super) as_much: &'static str,
    /// " om året "
    pub(super) a_year: &'static str,
    /// After "more" and "less".
    pub(super) than: &'static str,
    /// After "as much".
    pub(super) like: &'static str,
    /// Between two that go the same way.
    pub(super) and: &'static str,
    /// Between two that do not.
    pub(super) but: &'static str,
    /// " i alt"
    pub(super) in_all: &'static str,
    /// Between two amounts.
    pub(super) against: &'static str,
    /// Before a year, or several.
    pub(super) during: &'static str,
}

impl CostWords {
    /// Which costs more a year, and in all.
    pub(super) fn say(&self, numbers: &Numbers, names: Pair<String>, comparison: &Comparison<'_>) -> Phrase {
        let costs = comparison.figures.as_ref().map(|figures| figures.cost);
        let sums = comparison.costs.sums.map(Option::unwrap_or_default);
        let (a_year, in_all) = (comparison.apart.cost, comparison.costs.difference);
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
pub(super) struct NameWords {
    /// " med ændringer"
    pub(super) changed: &'static str,
    /// " med lånte besparelser"
    pub(super) borrowed: &'static str,
    /// " med ændringer og lånte besparelser"
    pub(super) both: &'static str,
    /// The note as published, without its name.
    pub(super) published: &'static str,
    /// The note with changes, without its name.
    pub(super) with_changes: &'static str,
    /// The reader's own of two with changes.
    pub(super) mine: &'static str,
    /// The other of two with changes.
    pub(super) other: &'static str,
}

impl NameWords {
    /// The name of a scenario: its note's, and what was done to it.
    pub(super) fn name(&self, note: &str, differs: bool, borrows: bool) -> String {
        let done = match (differs, borrows) {
            (false, false) => "",
            (true, false) => self.changed,
            (false, true) => self.borrowed,
            (true, true) => self.both,
        };
        format!("{note}{done}")
    }

    /// What tells the two apart, as short as can be; `full` are their whole names.
    pub(super) fn apart(&self, comparison: &Comparison<'_>, full: Pair<String>) -> Pair<String> {
        if !comparison.is_of_one_note() {
            return without_what_they_share(&full).unwrap_or(full);
        }
        let names = match comparison.scenarios.as_ref().map(Scenario::differs) {
            Pair { left: true, right: false } => Pair { left: self.with_changes, right: self.published },
            Pair { left: false, right: true } => Pair { left: self.published, right: self.with_changes },
            Pair { .. } => Pair { left: self.mine, right: self.other },
        };
        names.map(str::to_owned)
    }
}

/// A number said with the sign of another: "+0,369 mio. kr.", "−3 år"; no sign for nothing.
pub(super) fn signed(number: Decimal, said: impl Fn(Decimal) -> String) -> String {
    let sign = match number.cmp(&Decimal::ZERO) {
        Ordering::Less => MINUS.to_string(),
        Ordering::Equal => String::new(),
        Ordering::Greater => "+".to_owned(),
    };
    format!("{sign}{}", said(number.abs()))
}
