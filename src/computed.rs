//! A scenario with everything that follows from it, computed once and then shared.

use rust_decimal::Decimal;

use crate::evaluate::{Outcome, evaluate};
use crate::figures::{Figures, figures};
use crate::note::Note;
use crate::scenario::Scenario;

/// A scenario with its outcome and its key figures. The page, its sentences, the explanations, the links and the
/// exports all read this one value, so nobody can see two numbers for one thing.
///
/// ```
/// use indsatsregner::computed::Computed;
/// use indsatsregner::notes::Library;
/// use indsatsregner::scenario::Scenario;
///
/// let library = Library::embedded().unwrap();
/// let computed = Computed::of(Scenario::baseline(library.find("ips-2018").unwrap())).unwrap();
/// // Costs minus savings over all years, in 1.000 kr.: a gain of 2,2 million kroner.
/// assert_eq!(computed.figures.net.get(), -2_159);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Computed<'n> {
    /// The note with the reader's values. This field comes first so that two scenarios with different values are told
    /// apart before their outcomes are compared.
    pub scenario: Scenario<'n>,
    /// The cells that follow from the scenario, by year.
    pub outcome: Outcome,
    /// The key figures of the outcome.
    pub figures: Figures,
}

impl<'n> Computed<'n> {
    /// Computes a scenario. `None` if it has no outcome; every scenario whose values are within their bounds has one.
    #[must_use]
    pub fn of(scenario: Scenario<'n>) -> Option<Self> {
        let outcome = evaluate(&scenario).ok()?;
        let figures = figures(scenario.note(), &outcome)?;
        Some(Self { scenario, outcome, figures })
    }

    /// The same with a rate for the discounted payback, a share of 1 a year. The outcome and the key figures do not
    /// depend on the rate, so they are kept.
    #[must_use]
    pub fn with_rate(self, rate: Decimal) -> Self {
        Self { scenario: self.scenario.with_rate(rate), ..self }
    }

    /// The note that the scenario varies.
    #[must_use]
    pub const fn note(&self) -> Note<'n> {
        self.scenario.note()
    }
}
