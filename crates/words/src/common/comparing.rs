//! Two scenarios side by side: the name of each, and which of them costs more.

use std::cmp::Ordering;

use super::{Numbers, join, span, uncapitalised};
use crate::{Phrase, Wording};
use engine::compare::{Comparison, Pair};
use engine::figures::Returned;
use model::money::Thousands;
use model::note::{Names, Year};
use model::scenario::Scenario;

/// The name of a scenario, from the name of its note: "BI10 i budget 2026 med ændringer".
pub(crate) fn scenario_name<W: Wording + ?Sized>(words: &W, scenario: &Scenario<'_>) -> String {
    let variant = scenario.note().variant;
    words.vocabulary().names.name(words.named(&variant.name), scenario.differs(), variant.savings_from.is_some())
}

/// A short name for each of two scenarios, which tells them apart.
pub(crate) fn short_names<W: Wording + ?Sized>(words: &W, comparison: &Comparison<'_>) -> Pair<String> {
    words
        .vocabulary()
        .names
        .apart(comparison, comparison.scenarios.as_ref().map(|scenario| words.scenario_name(scenario)))
}

/// What differs between two scenarios, in a sentence or two. In one note with and without changes it is what the
/// changes do.
pub(crate) fn comparison<W: Wording + ?Sized>(words: &W, comparison: &Comparison<'_>) -> Phrase {
    if comparison.same {
        return Phrase::default().plain(words.vocabulary().the_same);
    }
    if let Some(change) = comparison.change() {
        return words.difference(&change);
    }
    let names = comparison.scenarios.as_ref().map(|scenario| words.scenario_name(scenario));
    let costs = costs(words, &names, comparison).plain(" ");
    let with_more = |said: Phrase| {
        more_efforts(words, &names, comparison).into_iter().fold(said, |said, more| said.plain(" ").plain(more))
    };
    if let Some(returned) = comparison.returned_year_after_year() {
        let given = |returned: Returned| (words.per_krone(returned.in_year.unwrap_or_default()), returned.year);
        return with_more(words.both_give(costs, returned.map(given)));
    }
    with_more(words.both_paid_back(costs, comparison.figures.as_ref().map(|figures| figures.total)))
}

/// Which of two scenarios costs more. Where their notes do not have the same efforts, it is about those that both have.
fn costs<W: Wording + ?Sized>(words: &W, names: &Pair<String>, comparison: &Comparison<'_>) -> Phrase {
    let in_costs = &words.vocabulary().costs;
    let whole = CostsCompared {
        years: comparison.figures.as_ref().map(|figures| (figures.year, figures.year)),
        a_year: comparison.figures.as_ref().map(|figures| figures.cost),
        spans: comparison.spans(),
        in_all: comparison.costs.sums.map(Option::unwrap_or_default),
    };
    let Some(efforts) = &comparison.efforts else {
        return in_costs.say(words.numbers(), names.clone(), &whole);
    };
    if efforts.shared.is_empty() {
        let alone = efforts.alone.as_ref().map(|alone| listed(words, alone));
        let different = Phrase::default().plain(words.other_efforts(alone)).plain(" ");
        return different.then(in_costs.say(words.numbers(), names.clone(), &whole));
    }
    let shared = CostsCompared { a_year: efforts.costs, in_all: efforts.sums, ..whole };
    let in_notes = names.as_ref().map(String::as_str);
    in_costs.say(words.numbers(), words.effort_in(&listed(words, &efforts.shared), in_notes), &shared)
}

/// A sentence for each note with efforts that the other one does not have, where both have some in common.
fn more_efforts<W: Wording + ?Sized>(words: &W, names: &Pair<String>, comparison: &Comparison<'_>) -> Vec<String> {
    let Some(efforts) = comparison.efforts.as_ref().filter(|efforts| !efforts.shared.is_empty()) else {
        return Vec::new();
    };
    let each = [(&names.left, &efforts.alone.left), (&names.right, &efforts.alone.right)];
    let more = each.into_iter().filter(|(_, alone)| !alone.is_empty());
    more.map(|(name, alone)| words.more_efforts(name, &listed(words, alone))).collect()
}

fn listed<W: Wording + ?Sized>(words: &W, efforts: &[&Names]) -> String {
    let names: Vec<String> = efforts.iter().map(|effort| uncapitalised(words.named(effort))).collect();
    join(&names, words.vocabulary().and)
}

/// The costs of two scenarios, or of the efforts that both have.
pub(crate) struct CostsCompared {
    /// The year that the yearly costs are of.
    years: Pair<(Year, Year)>,
    /// The costs of that year.
    a_year: Pair<Thousands>,
    /// The years that the sums are over.
    spans: Pair<(Year, Year)>,
    /// The costs of all years.
    in_all: Pair<Thousands>,
}

/// The words of the sentence on costs, each with the spaces around it.
pub(crate) struct CostWords {
    /// The verb: " koster ".
    pub(crate) costs: &'static str,
    /// The word for "more" after a difference.
    pub(crate) more: &'static str,
    /// The word for "less" after a difference.
    pub(crate) less: &'static str,
    /// The words in place of a difference of zero.
    pub(crate) as_much: &'static str,
    /// The words for the yearly costs: " om året ".
    pub(crate) a_year: &'static str,
    /// The word before the other scenario after "more" and "less".
    pub(crate) than: &'static str,
    /// The word before the other scenario after "as much".
    pub(crate) like: &'static str,
    /// Between the yearly and the total costs where both differ in the same direction.
    pub(crate) and: &'static str,
    /// Between the yearly and the total costs where they differ in different directions.
    pub(crate) but: &'static str,
    /// The words for the total costs: " i alt".
    pub(crate) in_all: &'static str,
    /// The word between the two amounts.
    pub(crate) against: &'static str,
    /// The word before a year or a span of years.
    pub(crate) during: &'static str,
}

impl CostWords {
    /// The sentence on which scenario costs more a year, and which costs more in all.
    pub(crate) fn say(&self, numbers: &Numbers, names: Pair<String>, costs: &CostsCompared) -> Phrase {
        let (a_year, in_all) = (costs.a_year.join(Thousands::minus), costs.in_all.join(Thousands::minus));
        let direction = |amount: Thousands| amount.cmp(&Thousands::ZERO);
        let than = if direction(a_year) == Ordering::Equal { self.like } else { self.than };
        let conjunction = if direction(a_year) == direction(in_all) { self.and } else { self.but };
        Phrase::default()
            .plain(with_closing_comma(names.left))
            .plain(self.costs)
            .strong(self.difference(numbers, a_year))
            .plain(format!(
                "{}{than}{} ({})",
                self.a_year,
                names.right,
                self.against(numbers, costs.a_year, costs.years)
            ))
            .plain(conjunction)
            .strong(self.difference(numbers, in_all))
            .plain(format!("{} ({}).", self.in_all, self.against(numbers, costs.in_all, costs.spans)))
    }

    /// A difference: "369.000 kr. mere".
    fn difference(&self, numbers: &Numbers, difference: Thousands) -> String {
        match difference.cmp(&Thousands::ZERO) {
            Ordering::Less => format!("{}{}", numbers.in_short(difference.negated()), self.less),
            Ordering::Equal => self.as_much.to_owned(),
            Ordering::Greater => format!("{}{}", numbers.in_short(difference), self.more),
        }
    }

    /// Both amounts: "2,257 mod 2,626 mio. kr. i 2029".
    fn against(&self, numbers: &Numbers, amounts: Pair<Thousands>, years: Pair<(Year, Year)>) -> String {
        let amount = |amount: Thousands| numbers.in_exact_millions(amount.decimal());
        let Pair { left, right } = amounts.map(amount);
        let Pair { left: years_left, right: years_right } = years.map(span);
        if years.differs() {
            format!("{left}{}{years_left}{}{right}{}{years_right}", self.during, self.against, self.during)
        } else if amounts.differs() && Numbers::share_unit([amounts.left.decimal(), amounts.right.decimal()]) {
            let number = numbers.millions_alone(amounts.left.decimal());
            format!("{number}{}{right}{}{years_left}", self.against, self.during)
        } else if amounts.differs() {
            format!("{left}{}{right}{}{years_left}", self.against, self.during)
        } else {
            format!("{left}{}{years_left}", self.during)
        }
    }
}

/// Ends a name that contains a comma with another comma, for the middle of a sentence.
pub(crate) fn with_closing_comma(name: String) -> String {
    if name.contains(", ") { name + "," } else { name }
}

/// The parts of two names after a beginning that both share, such as "scenarie 1" and "scenarie 2"; `None` where they
/// share none.
fn without_shared_beginning(names: &Pair<String>) -> Option<Pair<String>> {
    let Pair { left, right } = names.as_ref().map(|name| name.split_once(", ")).both()?;
    let (left_beginning, left_end) = left;
    let (right_beginning, right_end) = right;
    (left_beginning == right_beginning).then(|| Pair { left: left_end, right: right_end }.map(str::to_owned))
}

/// The words that name scenarios: what is added to the note's name, and the short names of two scenarios of one note.
pub(crate) struct NameWords {
    /// Added for a scenario with changes: " med ændringer".
    pub(crate) changed: &'static str,
    /// Added for a scenario with borrowed savings: " med lånte besparelser".
    pub(crate) borrowed: &'static str,
    /// Added for a scenario with both: " med ændringer og lånte besparelser".
    pub(crate) both: &'static str,
    /// The short name of the baseline.
    pub(crate) baseline: &'static str,
    /// The short name of the only scenario with changes.
    pub(crate) with_changes: &'static str,
    /// The short name of the reader's scenario where both have changes.
    pub(crate) mine: &'static str,
    /// The short name of the other scenario where both have changes.
    pub(crate) other: &'static str,
}

impl NameWords {
    /// The name of a scenario: the note's name, and what is different from the note.
    pub(crate) fn name(&self, note: &str, differs: bool, borrows: bool) -> String {
        let suffix = match (differs, borrows) {
            (false, false) => "",
            (true, false) => self.changed,
            (false, true) => self.borrowed,
            (true, true) => self.both,
        };
        format!("{note}{suffix}")
    }

    /// The shortest names that tell the two scenarios apart; `full` are their full names.
    pub(crate) fn apart(&self, comparison: &Comparison<'_>, full: Pair<String>) -> Pair<String> {
        if !comparison.is_of_one_note() {
            return without_shared_beginning(&full).unwrap_or(full);
        }
        let names = match comparison.scenarios.as_ref().map(Scenario::differs) {
            Pair { left: true, right: false } => Pair { left: self.with_changes, right: self.baseline },
            Pair { left: false, right: true } => Pair { left: self.baseline, right: self.with_changes },
            Pair { .. } => Pair { left: self.mine, right: self.other },
        };
        names.map(str::to_owned)
    }
}
