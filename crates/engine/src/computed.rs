//! A scenario with everything that follows from it, computed once and then shared.

use crate::figures::{Figures, Returned, figures};
use crate::payback::{Convention, Payback, payback};
use model::evaluate::{Outcome, Perspective, evaluate};
use model::money::Thousands;
use model::note::Note;
use model::scenario::{Scenario, Settings};

/// A scenario with its outcome and its key figures. The page, its sentences, the explanations, the links and the
/// exports all read this one value, so nobody can see two numbers for one thing.
///
/// ```
/// use engine::computed::Computed;
/// use engine::notes::Library;
/// use model::scenario::Scenario;
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

/// The key figures that depend on whose money is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenFrom {
    /// Whose money is counted.
    pub perspective: Perspective,
    /// What comes back for each krone of cost.
    pub returned: Returned,
    /// Payback by the document's convention.
    pub payback: Payback,
    /// Payback, interpolated.
    pub interpolated: Payback,
    /// Costs plus savings over the years of the table. A negative net is a gain.
    pub net: Thousands,
    /// The costs in the year of the key figures.
    pub cost: Thousands,
}

impl<'n> Computed<'n> {
    /// Computes a scenario. `None` if it has no outcome; every scenario whose values are within their bounds has one.
    #[must_use]
    pub fn of(scenario: Scenario<'n>) -> Option<Self> {
        let outcome = evaluate(&scenario).ok()?;
        let figures = figures(scenario.note(), &outcome, scenario.horizon())?;
        Some(Self { scenario, outcome, figures })
    }

    /// The same with other settings for paybacks. The outcome does not depend on them, so it is kept.
    #[must_use]
    pub fn with_settings(self, settings: Settings) -> Self {
        let scenario = self.scenario.with_settings(settings);
        let figures = figures(scenario.note(), &self.outcome, settings.horizon).unwrap_or(self.figures);
        Self { scenario, outcome: self.outcome, figures }
    }

    /// The payback of a perspective by a convention, within the scenario's horizon. A committee that neither pays nor
    /// saves anything has nothing to pay back.
    #[must_use]
    pub fn payback(&self, perspective: Perspective, convention: Convention) -> Payback {
        let (first, horizon) = (self.note().variant.first, self.scenario.horizon().years());
        let view = self.outcome.view(perspective);
        view.map_or(Payback::NoCosts, |view| payback(view, first, convention, horizon))
    }

    /// The key figures of a perspective. A committee that neither pays nor saves anything has only zeros.
    #[must_use]
    pub fn seen_from(&self, perspective: Perspective) -> SeenFrom {
        let view = self.outcome.view(perspective);
        let column = self.outcome.years.iter().position(|year| *year == self.figures.year);
        SeenFrom {
            perspective,
            returned: self.figures.returned(perspective),
            payback: self.payback(perspective, Convention::FirstYear),
            interpolated: self.payback(perspective, Convention::Interpolated),
            net: view.map(|view| view.net.iter().copied().sum()).unwrap_or_default(),
            cost: view.zip(column).and_then(|(view, column)| view.costs.get(column).copied()).unwrap_or_default(),
        }
    }

    /// The note that the scenario varies.
    #[must_use]
    pub const fn note(&self) -> Note<'n> {
        self.scenario.note()
    }
}
