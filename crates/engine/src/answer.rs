//! The facts behind the sentences of the page, as data in no language.

use rust_decimal::Decimal;

use crate::computed::{Computed, SeenFrom};
use crate::figures::{Returned, effort_figures};
use crate::payback::{Payback, last_year_with_costs};
use crate::sensitivity::{Margin, margin};
use model::evaluate::{Perspective, View};
use model::money::Thousands;
use model::note::{Denominator, Driver, DriverIx, Names, Note, Reached, Year};
use model::scenario::{Change, PostsCount, Scenario};

/// The facts of the answer: when the effort is paid back, with how many citizens and what effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer<'n> {
    /// The budget of the note that the savings are borrowed from.
    pub borrowed_from: Option<Year>,
    /// Whom the share is a share of, where borrowed savings are computed for more citizens than those ([`share_on_all_places`]).
    pub share_on_all_places: Option<Denominator>,
    /// Whether the note has savings at all.
    pub states_savings: bool,
    /// How many efforts the perspective counts.
    pub efforts: usize,
    /// The name of the only effort that the perspective counts of several; `None` where it counts all of them.
    pub only_effort: Option<&'n Names>,
    /// The perspective that the answer is about.
    pub perspective: Perspective,
    /// The costs in the year of the key figures.
    pub cost: Thousands,
    /// The costs of all years of the table together.
    pub cost_in_all: Thousands,
    /// How the costs go on from year to year.
    pub costs: Costs,
    /// The year of the key figures.
    pub year: Year,
    /// Citizens in the effort at any one time; `None` unless the perspective counts a single effort that
    /// names its citizens.
    pub citizens: Option<Decimal>,
    /// The driver with that number.
    pub citizens_driver: Option<DriverIx>,
    /// What those who count in the shares of the efforts that the perspective counts have reached.
    pub reached: &'n Reached,
    /// The driver with the full effect.
    pub effect_driver: Option<DriverIx>,
    /// The full effect, a share of 1; `None` unless the perspective counts a single effort that gives its effect.
    pub effect: Option<Decimal>,
    /// Whom that is a share of, where it is the note's own and those are not all who are in the effort.
    pub effect_of_some: Option<Denominator>,
    /// Where the full effect is another one that a document gives: what that is.
    pub effect_elsewhere: Option<&'n Names>,
    /// What one place of the first effort that names its citizens costs in its last year, in the total economy or in that effort.
    pub price: Option<Price<'n>>,
    /// The share who would have found a job anyway, a share of 1; `None` for a note without savings per citizen.
    pub found_anyway: Option<Decimal>,
    /// The driver with that share.
    pub found_anyway_driver: Option<DriverIx>,
    /// What is left over when it has paid for itself; `None` where it does not, or only by the rest of the savings.
    pub margin: Option<Margin>,
    /// Payback in this perspective, by the document's convention.
    pub payback: Payback,
    /// The years of the table.
    pub years: (Year, Year),
    /// The last year with costs in this perspective. A payback in a later year rests on what is left of the savings after
    /// that.
    pub runs_until: Year,
    /// The cumulative net at the end of that year.
    pub short: Thousands,
    /// Whether each year in which an effort of the perspective runs costs more than it saves.
    pub loses_every_year: bool,
    /// Costs plus savings over the years of the table.
    pub net: Thousands,
    /// How far ahead a payback is looked for, in years.
    pub horizon: u32,
    /// What comes back for each krone of cost.
    pub returned: Returned,
    /// Whether the efforts of the perspective ran before these years. Such an effort is prolonged again and again, so what
    /// comes back for each krone says more than a payback that assumes its end.
    pub continues: bool,
}

/// How costs go on from year to year, up to the last year that has any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Costs {
    /// There is one year with costs, or none.
    Once,
    /// They are the same each year.
    EachYear,
    /// They are the same each year after the first.
    Then {
        /// Those of the first year.
        first: Thousands,
        /// Those of each later year.
        later: Thousands,
    },
    /// They are different in some later years too.
    Otherwise,
}

impl Costs {
    fn of(years: &[Thousands]) -> Self {
        match years {
            [] | [_] => Self::Once,
            [first, later, others @ ..] if others.iter().all(|year| year == later) => {
                if first == later {
                    Self::EachYear
                } else {
                    Self::Then { first: *first, later: *later }
                }
            }
            _ => Self::Otherwise,
        }
    }
}

/// What a place in an effort costs, in 1.000 kr. a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Price<'n> {
    /// The name of the effort; `None` where the perspective counts no other.
    pub effort: Option<&'n Names>,
    /// The costs of a year per place.
    pub per_place: Decimal,
    /// What those who count in its share have reached.
    pub reached: &'n Reached,
    /// The costs of a year per citizen who has reached it; `None` where the share is not one of everybody in the effort.
    pub per_outcome: Option<Decimal>,
}

/// A driver with its values before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed<'n> {
    /// The driver.
    pub driver: &'n Driver,
    /// The value before: the document's value, or the value of the other scenario.
    pub before: Decimal,
    /// The value now.
    pub after: Decimal,
}

/// The facts about the effect of the reader's changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference<'n> {
    /// Each changed driver.
    pub changes: Vec<Changed<'n>>,
    /// Each driver that the reader has not changed, and whose value is another one because it follows one that is.
    pub followed: Vec<Changed<'n>>,
    /// What those who count in the shares have reached.
    pub reached: &'n Reached,
    /// How posts are counted now; `None` if that was not changed.
    pub posts: Option<PostsCount>,
    /// Payback before and now.
    pub payback: (Payback, Payback),
    /// The net over all years before and now.
    pub net: (Thousands, Thousands),
    /// What each person in a job costs before and now, in 1.000 kr.; `None` where the answer gives no such price.
    pub per_outcome: Option<(Decimal, Decimal)>,
}

impl Answer<'_> {
    /// What comes back for each krone in a year with full savings, where that says more than a payback: the effort is
    /// prolonged again and again, and there is something to pay back.
    #[must_use]
    pub fn returned_year_after_year(&self) -> Option<Decimal> {
        let has_payback = matches!(self.payback, Payback::Reached { .. } | Payback::NotWithin { .. });
        self.returned.in_year.filter(|_| self.continues && has_payback)
    }

    /// The year of a payback that comes only after the efforts have stopped. They have then cost more than they saved,
    /// and what pays them back is the rest of the savings that is left afterwards.
    #[must_use]
    pub fn paid_back_by_the_rest(&self) -> Option<u32> {
        match self.payback {
            Payback::Reached { year, by_the_rest: true, .. } => Some(year),
            _ => None,
        }
    }

    /// The year at whose end the savings covered the costs so far, though the table ends with a cost.
    #[must_use]
    pub fn ahead_for_a_while(&self) -> Option<u32> {
        match self.payback {
            Payback::NotWithin { ahead, .. } => ahead.filter(|_| self.net > Thousands::ZERO),
            _ => None,
        }
    }
}

impl<'n> Changed<'n> {
    fn of(change: Change<'n>) -> Self {
        Self { driver: change.driver, before: change.driver.value, after: change.value }
    }
}

/// The answer for a scenario in one perspective.
#[must_use]
pub fn answer<'n>(computed: &Computed<'n>, perspective: Perspective) -> Answer<'n> {
    let Computed { scenario, outcome, figures } = computed;
    let SeenFrom { returned, payback, net, cost, .. } = computed.seen_from(perspective);
    let (variant, view) = (scenario.note().variant, outcome.view(perspective));
    let counts = |index: usize| perspective.counts(index);
    let counted = (0..variant.efforts.len()).filter(|index| counts(*index));
    let mut efforts = counted.clone().filter_map(|index| variant.efforts.get(index));
    let effort = efforts.next().filter(|_| efforts.next().is_none());
    let note = scenario.note();
    let effort_index = counted.clone().next().filter(|index| effort.is_some() && !note.counts_outcomes(*index));
    let until = view.and_then(|view| last_year_with_costs(view, variant.first)).unwrap_or(figures.year);
    let years_run = outcome.years.iter().filter(|year| **year <= until).count();
    let running = |cells: &dyn Fn(&View) -> &Vec<Thousands>| -> Vec<Thousands> {
        view.map(|view| cells(view).iter().copied().take(years_run).collect()).unwrap_or_default()
    };
    let found_anyway = variant.find_driver(Driver::FOUND_ANYWAY);
    let is_as_published = |ix| scenario.value(ix) == variant.driver(ix).map(|driver| driver.value);
    Answer {
        borrowed_from: scenario.note().variant.savings_from.as_ref().map(|lender| lender.budget),
        share_on_all_places: share_on_all_places(scenario.note()),
        states_savings: scenario.note().variant.states_savings(),
        efforts: counted.clone().count(),
        only_effort: effort.filter(|_| variant.efforts.len() > 1).map(|effort| &effort.name),
        perspective,
        cost,
        cost_in_all: running(&|view| &view.costs).into_iter().sum(),
        costs: Costs::of(&running(&|view| &view.costs)),
        year: figures.year,
        price: price(computed, perspective),
        found_anyway: found_anyway.and_then(|ix| scenario.value(ix)),
        margin: view
            .and_then(|view| margin(view, variant.first, payback))
            .filter(|_| !matches!(payback, Payback::Reached { by_the_rest: true, .. })),
        citizens_driver: effort.and_then(|effort| effort.citizens),
        effect_driver: effort.and_then(|effort| Some(effort.effect?.full)),
        found_anyway_driver: found_anyway,
        citizens: effort.and_then(|effort| scenario.value(effort.citizens?)),
        reached: perspective.reached(variant),
        effect: effort.and_then(|effort| scenario.value(effort.effect?.full)),
        effect_elsewhere: effort.and_then(|effort| {
            let full = effort.effect?.full;
            let alternatives = &variant.driver(full)?.alternatives;
            alternatives.iter().find(|other| scenario.has_chosen(full, other)).map(|other| &other.name)
        }),
        effect_of_some: effort_index
            .filter(|_| effort.and_then(|effort| effort.effect).is_some_and(|effect| is_as_published(effect.full)))
            .and_then(|index| note.share_is_of(index)),
        payback,
        years: figures.net_years,
        runs_until: until,
        short: running(&|view| &view.cumulative).last().copied().unwrap_or_default(),
        loses_every_year: running(&|view| &view.net).iter().all(|net| *net > Thousands::ZERO),
        net,
        horizon: scenario.horizon().years(),
        returned,
        continues: variant.efforts.iter().enumerate().any(|(index, effort)| counts(index) && effort.continues),
    }
}

/// The price of a place in the first effort of the perspective that names its citizens. A part of the costs, such as those of a
/// committee, is no price.
fn price<'n>(computed: &Computed<'n>, perspective: Perspective) -> Option<Price<'n>> {
    if !matches!(perspective, Perspective::Total | Perspective::Effort(_)) {
        return None;
    }
    let variant = computed.note().variant;
    let mut counted = variant.efforts.iter().enumerate().filter(|(index, _)| perspective.counts(*index));
    counted.find_map(|(index, effort)| {
        let figures = effort_figures(computed.note(), &computed.outcome, index)?;
        Some(Price {
            effort: (perspective == Perspective::Total && variant.efforts.len() > 1).then_some(&effort.name),
            reached: &effort.reached,
            per_place: figures.cost_per_citizen?,
            per_outcome: figures.cost_per_outcome,
        })
    })
}

/// Whom the share of an effort is a share of, where the effort borrows savings and the share is not one of everybody in it. The
/// savings are nevertheless computed for every place, because the note does not say how many the others are. `None` where no
/// effort of the note is so.
#[must_use]
pub fn share_on_all_places(note: Note<'_>) -> Option<Denominator> {
    note.variant.savings_from.as_ref()?;
    let efforts = 0..note.variant.efforts.len();
    let mut of_some = efforts.filter(|effort| note.variant.saves(*effort) && !note.counts_outcomes(*effort));
    of_some.find_map(|effort| note.share_is_of(effort))
}

/// What differs between a scenario and its baseline, and what follows from it in one perspective. `None` if nothing
/// differs.
#[must_use]
pub fn difference<'n>(now: &Computed<'n>, baseline: &Computed<'_>, perspective: Perspective) -> Option<Difference<'n>> {
    let scenario = &now.scenario;
    // A driver that only stopped following has the same value before and after.
    let is_moved = |change: &Change<'_>| change.value != change.driver.value;
    let (before, after) = (baseline.seen_from(perspective), now.seen_from(perspective));
    let per_outcome = |computed: &Computed<'_>| price(computed, perspective)?.per_outcome;
    scenario.differs().then(|| Difference {
        changes: scenario.changes().filter(is_moved).map(Changed::of).collect(),
        followed: followed(scenario),
        reached: perspective.reached(scenario.note().variant),
        posts: (scenario.posts() != PostsCount::default()).then(|| scenario.posts()),
        payback: (before.payback, after.payback),
        net: (before.net, after.net),
        per_outcome: per_outcome(baseline).zip(per_outcome(now)),
    })
}

/// The drivers that follow another one to a value which is not the document's.
fn followed<'n>(scenario: &Scenario<'n>) -> Vec<Changed<'n>> {
    let variant = scenario.note().variant;
    let moved = variant.drivers().filter(|(ix, _)| scenario.follows(*ix)).filter_map(|(ix, driver)| {
        let after = scenario.value(ix).filter(|value| *value != driver.value)?;
        Some(Changed { driver, before: driver.value, after })
    });
    moved.collect()
}
