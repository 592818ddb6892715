//! What the page says in sentences, as data: the facts of each sentence, before any language.

use rust_decimal::Decimal;

use crate::computed::Computed;
use crate::evaluate::{Outcome, Perspective};
use crate::money::Thousands;
use crate::note::{Driver, Year};
use crate::payback::{Convention, Payback, payback};
use crate::scenario::{Change, PostsCount};

/// The facts of the answer: with these citizens and this effect, paid back then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The budget of the note that the savings are borrowed from.
    pub borrowed_from: Option<Year>,
    /// Whether the note has savings at all.
    pub states_savings: bool,
    /// How many efforts the note has.
    pub efforts: usize,
    /// From where the money is seen.
    pub perspective: Perspective,
    /// Costs of the year that the key figures are about.
    pub cost: Thousands,
    /// That year.
    pub year: Year,
    /// Citizens at a time, where the note has a single effort with citizens.
    pub citizens: Option<Decimal>,
    /// The full effect, a share of 1, where the note has a single effort with one.
    pub effect: Option<Decimal>,
    /// Payback on the total economy, by the document's convention.
    pub payback: Payback,
    /// The last year of the table: later payback rests on the last saving going on.
    pub last: Year,
}

/// A driver with its values before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed<'n> {
    /// The driver.
    pub driver: &'n Driver,
    /// Its value before: the document's, or that of what is compared with.
    pub before: Decimal,
    /// Its value now.
    pub after: Decimal,
}

/// The facts of what the reader's changes did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference<'n> {
    /// Each changed driver.
    pub changes: Vec<Changed<'n>>,
    /// How posts are counted, where that was changed.
    pub posts: Option<PostsCount>,
    /// Payback in the note and now.
    pub payback: (Payback, Payback),
    /// The net over all years in the note and now.
    pub net: (Thousands, Thousands),
}

impl<'n> Changed<'n> {
    fn of(change: Change<'n>) -> Self {
        Self { driver: change.driver, before: change.driver.value, after: change.value }
    }
}

/// The answer of a scenario, seen from one perspective.
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
    let column = outcome.years.iter().position(|own| *own == year);
    let view = outcome.view(perspective);
    view.zip(column).and_then(|(view, column)| view.costs.get(column).copied()).unwrap_or_default()
}

/// Payback by the document's convention; a committee that carries nothing has nothing to pay back.
fn paid_back(outcome: &Outcome, perspective: Perspective) -> Payback {
    let first = outcome.years.first().copied().unwrap_or_default();
    outcome.view(perspective).map_or(Payback::NoCosts, |view| payback(view, first, Convention::FirstYear))
}

fn net(outcome: &Outcome, perspective: Perspective) -> Thousands {
    outcome.view(perspective).map(|view| view.net.iter().copied().sum()).unwrap_or_default()
}

/// What differs between a scenario and its note's baseline, and what that leads to, seen from one perspective. `None` where
/// nothing differs.
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
