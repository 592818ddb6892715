//! The key figures of a comparison: how they differ, and which of them the page and the files show.

use rust_decimal::Decimal;

use crate::compare::{Comparable, Comparison, Pair};
use crate::figures::Figures;
use crate::payback::Payback;
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::Year;
use model::scenario::Scenario;

/// A key figure of two scenarios.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyFigure {
    /// What comes back to the city for each krone of cost, in a year with full savings.
    Returned,
    /// Payback in the total economy.
    PaybackTotal,
    /// Payback in service alone.
    PaybackService,
    /// Costs plus savings over all years.
    Net,
    /// Costs of a year.
    Cost,
    /// Costs of that year per citizen.
    CostPerCitizen,
    /// Costs of that year per citizen in a job or education.
    CostPerOutcome,
    /// Full-time posts.
    Posts,
}

/// The differences of the key figures; `None` where a key figure cannot be computed for both scenarios.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureDifferences {
    /// What comes back to the city for each krone of cost, in a year with full savings; `None` also where a note has no
    /// savings.
    pub returned: Option<Decimal>,
    /// Years to payback in the total economy, by the document's convention.
    pub total: Option<Decimal>,
    /// Years to payback in service alone.
    pub service: Option<Decimal>,
    /// Costs plus savings over all years; also `None` where only one note states savings, or where they do not have the same
    /// efforts.
    pub net: Option<Thousands>,
    /// Costs in the year that the key figures are about; also `None` where the notes do not have the same efforts.
    pub cost: Option<Thousands>,
    /// Costs of that year per citizen, in 1.000 kr.
    pub cost_per_citizen: Option<Decimal>,
    /// Costs of that year per citizen in a job or education, in 1.000 kr.
    pub cost_per_outcome: Option<Decimal>,
    /// Full-time posts; also `None` where the notes do not have the same efforts.
    pub posts: Option<Decimal>,
}

impl KeyFigure {
    /// All of them, in the order in which they are shown.
    const ALL: [Self; 8] = [
        Self::Returned,
        Self::PaybackTotal,
        Self::PaybackService,
        Self::Net,
        Self::Cost,
        Self::CostPerCitizen,
        Self::CostPerOutcome,
        Self::Posts,
    ];
}

impl Comparison<'_> {
    /// The key figures that say something about these two scenarios.
    #[must_use]
    pub fn key_figures(&self) -> Vec<KeyFigure> {
        // Each effort has its own citizens, so costs for each of them are those of one effort.
        let has_one_effort = self.scenarios.as_ref().map(|scenario| scenario.note().variant.efforts.len() == 1);
        let have_one_effort = has_one_effort.join(|left, right| left && right);
        let pays_for_posts = self.scenarios.as_ref().map(|scenario| scenario.note().variant.pays_for_posts());
        let is_shown = |figure: &KeyFigure| match figure {
            KeyFigure::Returned => self.figure_differences.returned.is_some(),
            KeyFigure::PaybackTotal | KeyFigure::PaybackService => self.has_savings(),
            KeyFigure::CostPerCitizen | KeyFigure::CostPerOutcome => have_one_effort,
            KeyFigure::Posts => pays_for_posts.join(|left, right| left || right),
            KeyFigure::Net | KeyFigure::Cost => true,
        };
        KeyFigure::ALL.into_iter().filter(is_shown).collect()
    }

    /// The year that a key figure is about in each scenario; `None` for one that is about no single year.
    #[must_use]
    pub fn year_of(&self, figure: KeyFigure) -> Option<Pair<Year>> {
        match figure {
            KeyFigure::Returned => Some(self.figures.as_ref().map(|figures| figures.returned(Perspective::Total).year)),
            KeyFigure::Cost | KeyFigure::CostPerCitizen | KeyFigure::CostPerOutcome => {
                Some(self.figures.as_ref().map(|figures| figures.year))
            }
            KeyFigure::PaybackTotal | KeyFigure::PaybackService | KeyFigure::Net | KeyFigure::Posts => None,
        }
    }
}

/// How the key figures of two scenarios differ.
pub(super) fn differences(
    scenarios: Pair<&Scenario<'_>>,
    figures: Pair<&Figures>,
    comparable: Comparable,
) -> FigureDifferences {
    let years = |payback: Payback| match payback {
        Payback::Reached { years, .. } => Some(years),
        Payback::OnlyAfterwards | Payback::NotWithin { .. } | Payback::NoCosts | Payback::NoSavings => None,
    };
    // The price of a job minus that of a home of one's own is no amount.
    let reach_the_same = !scenarios.map(|scenario| scenario.note().variant.reached()).differs();
    let minus = |pair: Pair<Option<Decimal>>| pair.both().and_then(|Pair { left, right }| left.checked_sub(right));
    let amount = |pick: fn(&Figures) -> Thousands| figures.map(pick).join(Thousands::minus);
    // In a note with several efforts, each effort has its own citizens.
    let has_one_effort = |scenario: &Scenario<'_>| scenario.note().variant.efforts.len() == 1;
    let both_have_one = scenarios.map(has_one_effort).join(|left, right| left && right);
    let per_person =
        |pick: fn(&Figures) -> Option<Decimal>| if both_have_one { minus(figures.map(pick)) } else { None };
    let returned = |scenario: &Scenario<'_>, figures: &Figures| {
        figures.returned(Perspective::Total).in_year.filter(|_| scenario.note().variant.states_savings())
    };
    FigureDifferences {
        returned: minus(Pair {
            left: returned(scenarios.left, figures.left),
            right: returned(scenarios.right, figures.right),
        }),
        total: minus(figures.map(|figures| years(figures.total))),
        service: minus(figures.map(|figures| years(figures.service))).filter(|_| comparable.service),
        net: comparable.net.then(|| amount(|figures| figures.net)),
        cost: comparable.efforts.then(|| amount(|figures| figures.cost)),
        cost_per_citizen: per_person(|figures| figures.cost_per_citizen),
        // Each is only there where the share is one of everybody in the effort, so both have the same denominator.
        cost_per_outcome: per_person(|figures| figures.cost_per_outcome).filter(|_| reach_the_same),
        posts: minus(figures.map(|figures| Some(figures.posts))).filter(|_| comparable.efforts),
    }
}
