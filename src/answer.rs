//! The facts behind the sentences of the page, as data in no language.

use rust_decimal::Decimal;

use crate::computed::Computed;
use crate::evaluate::{Outcome, Perspective};
use crate::money::Thousands;
use crate::note::{Driver, Year};
use crate::payback::{Convention, Payback, payback};
use crate::scenario::{Change, PostsCount};

/// The facts of the answer: when the effort is paid back, with how many citizens and what effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The budget of the note that the savings are borrowed from.
    pub borrowed_from: Option<Year>,
    /// Whether the note has savings at all.
    pub states_savings: bool,
    /// How many efforts the note has.
    pub efforts: usize,
    /// The perspective that the answer is about.
    pub perspective: Perspective,
    /// The costs in the year of the key figures.
    pub cost: Thousands,
    /// The year of the key figures.
    pub year: Year,
    /// Citizens in the effort at any one time; `None` unless the note has a single effort and names its citizens.
    pub citizens: Option<Decimal>,
    /// The full effect, a share of 1; `None` unless the note has a single effort and gives its effect.
    pub effect: Option<Decimal>,
    /// Payback in this perspective, by the document's convention.
    pub payback: Payback,
    /// The last year of the table. A later payback assumes that the last saving goes on.
    pub last: Year,
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
    /// How posts are counted now; `None` if that was not changed.
    pub posts: Option<PostsCount>,
    /// Payback before and now.
    pub payback: (Payback, Payback),
    /// The net over all years before and now.
    pub net: (Thousands, Thousands),
}

impl<'n> Changed<'n> {
    fn of(change: Change<'n>) -> Self {
        Self { driver: change.driver, before: change.driver.value, after: change.value }
    }
}

/// The answer for a scenario in one perspective.
#[must_use]
pub fn answer(computed: &Computed<'_>, perspective: Perspective) -> Answer {
    let Computed { scenario, outcome, figures } = computed;
    let effort = match scenario.note().variant.efforts.as_slice() {
        [only] => Some(only),
        _ => None,
    };
    Answer {
        borrowed_from: scenario.note().variant.savings_from.as_ref().map(|lender| lender.budget),
        states_savings: scenario.note().variant.states_savings(),
        efforts: scenario.note().variant.efforts.len(),
        perspective,
        cost: cost(outcome, figures.year, perspective),
        year: figures.year,
        citizens: effort.and_then(|effort| scenario.value(effort.citizens?)),
        effect: effort.and_then(|effort| scenario.value(effort.effect?.full)),
        payback: paid_back(outcome, perspective),
        last: outcome.years.last().copied().unwrap_or_default(),
    }
}

fn cost(outcome: &Outcome, year: Year, perspective: Perspective) -> Thousands {
    let column = outcome.years.iter().position(|column_year| *column_year == year);
    let view = outcome.view(perspective);
    view.zip(column).and_then(|(view, column)| view.costs.get(column).copied()).unwrap_or_default()
}

/// Payback by the document's convention. A committee that neither pays nor saves anything has nothing to pay back.
fn paid_back(outcome: &Outcome, perspective: Perspective) -> Payback {
    let first = outcome.years.first().copied().unwrap_or_default();
    outcome.view(perspective).map_or(Payback::NoCosts, |view| payback(view, first, Convention::FirstYear))
}

fn net(outcome: &Outcome, perspective: Perspective) -> Thousands {
    outcome.view(perspective).map(|view| view.net.iter().copied().sum()).unwrap_or_default()
}

/// What differs between a scenario and its baseline, and what follows from it in one perspective. `None` if nothing
/// differs.
#[must_use]
pub fn difference<'n>(now: &Computed<'n>, baseline: &Computed<'_>, perspective: Perspective) -> Option<Difference<'n>> {
    let scenario = &now.scenario;
    scenario.differs().then(|| Difference {
        changes: scenario.changes().map(Changed::of).collect(),
        posts: (scenario.posts() != PostsCount::default()).then(|| scenario.posts()),
        payback: (paid_back(&baseline.outcome, perspective), paid_back(&now.outcome, perspective)),
        net: (net(&baseline.outcome, perspective), net(&now.outcome, perspective)),
    })
}
