//! Two scenarios side by side: the name of each, what differs, and what to know before comparing them.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::compared::{both_give, both_paid_back, costs, more_efforts};
use super::{join, rounded, span, uncapitalised};
use crate::messages::at;
use crate::{Phrase, Words};
use engine::answer::share_on_all_places;
use engine::compare::{Comparison, DriverPair, KeyFigure, LeftOut, OutsideService, Pair, Row, Traded};
use engine::figures::Returned;
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::{Driver, Note, Year};
use model::ordered::each_once;
use model::scenario::Scenario;

/// What somebody has to know before comparing the numbers of two scenarios.
pub struct Cautions {
    /// That the amounts are in the prices of different years.
    pub prices: Option<String>,
    /// What one of them counts as service and the other does not.
    pub outside_service: Vec<String>,
    /// That the sums are over different years.
    pub spans: Option<String>,
    /// How their costs per citizen in a job can be compared.
    pub outcomes: Option<String>,
    /// The values that the notes give and that neither counts with.
    pub left_out: Vec<String>,
}

/// The name of what two scenarios have in common.
pub struct BothNames {
    /// The first note's name for it, or the only one.
    pub name: String,
    /// That the other note has another name for it, and which.
    pub in_the_other: Option<String>,
}

impl Words {
    /// A scenario by the name of its note: "BI10 i budget 2026 med ændringer".
    #[must_use]
    pub fn scenario_name(self, scenario: &Scenario<'_>) -> String {
        let variant = scenario.note().variant;
        let (messages, name) = (&self.messages().compared, self.named(&variant.name));
        match (scenario.differs(), variant.savings_from.is_some()) {
            (false, false) => name.to_owned(),
            (true, false) => messages.changed(name),
            (false, true) => messages.borrowed(name),
            (true, true) => messages.changed_and_borrowed(name),
        }
    }

    /// That whole notes are compared, to a reader who has looked at one of several efforts. Empty for others.
    #[must_use]
    pub fn compares_all_efforts(self, seen_from: Perspective, note: Note<'_>) -> String {
        match seen_from {
            Perspective::Effort(_) if note.variant.efforts.len() > 1 => {
                let effort = uncapitalised(self.perspective(seen_from, note.variant));
                self.messages().compared.all_efforts(effort)
            }
            _ => String::new(),
        }
    }

    /// The link to the calculation of the other scenario, by its name.
    #[must_use]
    pub fn open_other(self, name: &str) -> String {
        self.messages().compared.open_other(name)
    }

    /// A short name for each of two scenarios, which tells them apart.
    #[must_use]
    pub fn short_names(self, comparison: &Comparison<'_>) -> Pair<String> {
        let messages = &self.messages().compared;
        if !comparison.is_of_one_note() {
            let full = comparison.scenarios.as_ref().map(|scenario| self.scenario_name(scenario));
            return without_shared_beginning(&full).unwrap_or(full);
        }
        let names = match comparison.scenarios.as_ref().map(Scenario::differs) {
            Pair { left: true, right: false } => Pair { left: messages.with_changes, right: messages.baseline },
            Pair { left: false, right: true } => Pair { left: messages.baseline, right: messages.with_changes },
            Pair { .. } => Pair { left: messages.mine, right: messages.the_other },
        };
        names.map(str::to_owned)
    }

    /// The answer of the comparison screen: what differs between two scenarios, in a sentence or two.
    #[must_use]
    pub fn comparison(self, comparison: &Comparison<'_>) -> Phrase {
        if comparison.same {
            return Phrase::default().plain(self.messages().compared.the_same);
        }
        let Pair { left, right } = comparison.scenarios.as_ref().map(|scenario| self.borrowed_conditions(scenario));
        let conditions = each_once(left.into_iter().chain(right));
        let with_conditions =
            |said: Phrase| conditions.iter().fold(said, |said, condition| said.plain(format!(" {condition}")));
        if let Some(change) = comparison.change() {
            return with_conditions(self.difference(&change));
        }
        let names = comparison.scenarios.as_ref().map(|scenario| self.scenario_name(scenario));
        let said = costs(self, &names, comparison).plain(" ").then(match comparison.returned_year_after_year() {
            Some(returned) => {
                let given = |returned: Returned| (self.per_krone(returned.in_year.unwrap_or_default()), returned.year);
                both_give(self, returned.map(given))
            }
            None => both_paid_back(self, comparison),
        });
        let more = more_efforts(self, &names, comparison);
        with_conditions(more.into_iter().fold(said, |said, more| said.plain(format!(" {more}"))))
    }

    /// What the borrowed savings of a scenario rest on: how many would have found a job anyway, which no note counts, and whom the
    /// share is a share of. Nobody may quote a payback with them and leave it out. Empty without borrowed savings.
    #[must_use]
    pub fn borrowed_conditions(self, scenario: &Scenario<'_>) -> Vec<String> {
        let messages = &self.messages().compared;
        let note = scenario.note();
        let Some(lender) = &note.variant.savings_from else { return Vec::new() };
        let anyway = note.variant.find_driver(Driver::FOUND_ANYWAY).and_then(|ix| scenario.value(ix));
        let counted = anyway.map(|anyway| {
            let found = at::Found(self.reached_anyway(note.variant.reached()));
            if anyway.is_zero() {
                messages.counted_as_if_nobody(at::Budget(lender.budget), found)
            } else {
                messages.counted_as_if_some(at::Budget(lender.budget), found, at::Share(self.locale().percent(anyway)))
            }
        });
        let places = share_on_all_places(note).map(|of| self.share_on_all_places(of));
        counted.into_iter().chain(places).collect()
    }

    /// Above what a scenario gains against another, by its name.
    #[must_use]
    pub fn gained_with(self, name: &str) -> String {
        self.messages().compared.gained_with(name)
    }

    /// Above what a scenario loses against another, by its name.
    #[must_use]
    pub fn lost_with(self, name: &str) -> String {
        self.messages().compared.lost_with(name)
    }

    /// What a scenario has more or less of than another.
    #[must_use]
    pub fn traded(self, traded: &Traded<'_>) -> String {
        let (messages, numbers) = (&self.messages().compared, self.numbers());
        let in_short = |apart: Thousands| {
            let size = if apart < Thousands::ZERO { apart.negated() } else { apart };
            numbers.in_short(size)
        };
        match *traded {
            Traded::Costs { apart } if apart < Thousands::ZERO => messages.costs_less(in_short(apart)),
            Traded::Costs { apart } => messages.costs_more(in_short(apart)),
            // Savings are negative amounts.
            Traded::Savings { apart } if apart < Thousands::ZERO => messages.saves_more(in_short(apart)),
            Traded::Savings { apart } => messages.saves_less(in_short(apart)),
            Traded::Driver { driver, values } => messages.instead_of(
                at::Driver(self.driver_name(driver)),
                at::Left(self.value(values.left, driver.unit)),
                at::Right(self.value(values.right, driver.unit)),
            ),
        }
    }

    /// The link to a comparison in which both have the share, of 1, that the first has.
    #[must_use]
    pub fn same_share_in_both(self, share: Decimal) -> String {
        self.messages().outcomes_compared.same_share_in_both(self.locale().percent(share))
    }

    /// A value that a note gives and that neither of two scenarios counts with.
    #[must_use]
    pub fn left_out(self, left_out: &LeftOut<'_>) -> String {
        let LeftOut { driver, alternative, values, .. } = left_out;
        let messages = &self.messages().compared;
        let name = at::Name(self.named(&alternative.name));
        let (driver_name, other) =
            (at::Driver(self.driver_name(driver)), at::Other(self.value(alternative.value, driver.unit)));
        let value = |value: Decimal| self.value(value, driver.unit);
        match (values.left, values.right) {
            (Some(left), Some(right)) if left != right => {
                messages.left_out_apart(driver_name, at::Left(value(left)), name, other, at::Right(value(right)))
            }
            (Some(both), Some(_)) => messages.left_out_of_both(driver_name, name, other, at::Value(value(both))),
            (Some(left), None) => messages.left_out_of_first(driver_name, name, other, at::Value(value(left))),
            (None, right) => {
                messages.left_out_of_second(driver_name, name, other, at::Value(value(right.unwrap_or_default())))
            }
        }
    }

    /// What somebody has to know before comparing the numbers.
    #[must_use]
    pub fn cautions(self, comparison: &Comparison<'_>) -> Cautions {
        let (levels, spans) = (comparison.price_levels(), comparison.spans());
        let outside = comparison.outside_service.as_ref();
        let outside = [(outside.left, true), (outside.right, false)]
            .into_iter()
            .filter_map(|(outside, is_first)| Some(self.outside_service(outside.as_ref()?, is_first)));
        Cautions {
            prices: levels.differs().then(|| self.prices_apart(levels)),
            outside_service: outside.collect(),
            spans: spans.differs().then(|| self.spans_apart(spans)),
            outcomes: self.outcomes_compared(comparison.outcomes_compared(), comparison.reached()),
            left_out: comparison.left_out().iter().map(|left_out| self.left_out(left_out)).collect(),
        }
    }

    /// How a difference is computed; `None` below the sentence that the costs of other efforts cannot be subtracted.
    #[must_use]
    pub fn difference_help(self, comparison: &Comparison<'_>) -> Option<&'static str> {
        let has_difference = comparison.efforts.as_ref().is_none_or(|efforts| !efforts.shared.is_empty());
        has_difference.then_some(self.labels().comparison.difference_help)
    }

    /// The name of a row of the tables, and the other note's name for it where the two differ.
    #[must_use]
    pub fn row_names(self, row: &Row<'_>) -> BothNames {
        let names = row.lines.as_ref().map(|lines| {
            let names: Vec<&str> = lines.iter().map(|line| self.named(&line.name)).collect();
            (!names.is_empty()).then(|| names.join(" + "))
        });
        self.names(names)
    }

    /// The name of a driver, and the other note's name for it where the two differ. Drivers with the same id may be defined
    /// differently: a target for those who finish is not one for all who take part.
    #[must_use]
    pub fn driver_names(self, pair: &DriverPair<'_>) -> BothNames {
        self.names(pair.values.map(|valued| valued.map(|(driver, _)| self.driver_name(driver))))
    }

    fn names(self, names: Pair<Option<String>>) -> BothNames {
        let other = names.clone().both().filter(Pair::differs);
        let other = other.map(|names| format!("{}: {}", self.labels().comparison.in_the_other, names.right));
        BothNames { name: names.either().unwrap_or_default(), in_the_other: other }
    }

    /// The name of a key figure.
    #[must_use]
    pub fn key_figure(self, comparison: &Comparison<'_>, figure: KeyFigure) -> Cow<'static, str> {
        let labels = &self.labels().figures;
        let name = match figure {
            KeyFigure::Returned => labels.returned_total,
            KeyFigure::PaybackTotal => labels.payback_total,
            KeyFigure::PaybackService => labels.payback_service,
            KeyFigure::Net => labels.net,
            KeyFigure::Cost => labels.cost_a_year,
            KeyFigure::CostPerCitizen => labels.cost_per_citizen,
            KeyFigure::CostPerOutcome => return self.cost_per_outcome(comparison.reached()).into(),
            KeyFigure::Posts => labels.posts,
        };
        name.into()
    }

    /// The sentence on two scenarios whose amounts are in the prices of different years.
    #[must_use]
    pub fn prices_apart(self, levels: Pair<Year>) -> String {
        let Pair { left, right } = levels;
        self.messages().comparison.prices_apart(at::First(left), at::Second(right))
    }

    /// The sentence on two scenarios whose sums are over different years.
    #[must_use]
    pub fn spans_apart(self, spans: Pair<(Year, Year)>) -> String {
        let Pair { left, right } = spans.map(span);
        self.messages().comparison.spans_apart(at::First(left), at::Second(right))
    }

    /// The sentence on costs that one scenario has outside service and the other as service. `is_first` says whether the one
    /// is the first of the two.
    #[must_use]
    pub fn outside_service(self, outside: &OutsideService<'_>, is_first: bool) -> String {
        let comparison = &self.messages().comparison;
        let (areas, names, share) = outside_of(self, outside);
        if is_first {
            comparison.first_outside_service(at::Areas(areas), at::Names(names), at::Share(share))
        } else {
            comparison.second_outside_service(at::Areas(areas), at::Names(names), at::Share(share))
        }
    }

    /// The sentence on costs that a note has outside service and other notes as service.
    #[must_use]
    pub fn outside_service_in(self, note: Note<'_>, outside: &OutsideService<'_>) -> String {
        let (areas, names, share) = outside_of(self, outside);
        self.messages().comparison.outside_service(
            at::Areas(areas),
            at::Names(names),
            at::Note(self.named(&note.variant.name)),
            at::Share(share),
        )
    }

    /// The line that opens the rows that do not differ.
    #[must_use]
    pub fn rows_alike(self, count: usize) -> String {
        self.messages().comparison.rows_alike(&self.count(count.into()))
    }

    /// The line that opens the drivers that only one of the two notes has.
    #[must_use]
    pub fn drivers_only_in(self, name: &str, count: usize) -> String {
        self.messages().comparison.drivers_only_in(&self.count(count.into()), name)
    }
}

/// The areas and the names of such costs, and their share of all costs.
fn outside_of(words: Words, outside: &OutsideService<'_>) -> (String, String, String) {
    let and = words.messages().lists.and;
    let names: Vec<String> = outside.lines.iter().map(|line| words.quoted(words.named(&line.name))).collect();
    let areas = each_once(outside.lines.iter().map(|line| words.area(&line.area).to_owned()));
    (join(&areas, and), join(&names, and), words.locale().percent(rounded(outside.share, 2)))
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
