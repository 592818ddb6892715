//! Which key figures a comparison shows, for the page and for its files.

use crate::compare::{Comparison, Pair};
use model::evaluate::Perspective;
use model::note::Year;

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
        let is_shown = |figure: &KeyFigure| match figure {
            KeyFigure::Returned => self.figure_differences.returned.is_some(),
            KeyFigure::PaybackTotal | KeyFigure::PaybackService => self.has_savings(),
            KeyFigure::CostPerCitizen | KeyFigure::CostPerOutcome => have_one_effort,
            KeyFigure::Net | KeyFigure::Cost | KeyFigure::Posts => true,
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
