//! A scenario that stays loaded while its drivers change.

use engine::computed::Computed;
use engine::payback::{Convention, Payback, payback};
use model::evaluate::{Focus, Perspective, View};
use model::scenario::Scenario;

use crate::edge::{Given, Notice, PostsCount, Summary};
use crate::failure::{Code, Failure};
use crate::opening::{Described, count_posts, find_driver, perspective, set};

/// A scenario that stays loaded: after a change only the cells that depend on it are computed again, and only in the
/// perspectives that were asked for.
#[derive(Debug, Clone)]
pub struct Loaded<'n> {
    scenario: Scenario<'n>,
    perspective: Perspective,
    notices: Vec<Notice>,
    /// The perspectives that were asked for so far. Each follows every change.
    focused: Vec<(Perspective, Focus<'n>)>,
}

impl<'n> Loaded<'n> {
    /// Loads a scenario.
    #[must_use]
    pub fn new(described: Described<'n>) -> Self {
        let Described { scenario, perspective, notices } = described;
        Self { scenario, perspective, notices, focused: Vec::new() }
    }

    /// The scenario with all changes.
    #[must_use]
    pub const fn scenario(&self) -> &Scenario<'n> {
        &self.scenario
    }

    /// Whose money is counted where a call does not say.
    #[must_use]
    pub const fn perspective(&self) -> Perspective {
        self.perspective
    }

    /// What of the link could not be applied.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Gives a driver a value, in the unit of the screen.
    ///
    /// # Errors
    /// The note has no such driver, or it does not accept the value. The scenario is then as it was.
    pub fn set(&mut self, id: &str, given: Given) -> Result<(), Failure> {
        let (ix, value) = set(&mut self.scenario, id, given)?;
        // What cannot follow is computed anew when it is asked for.
        self.focused.retain_mut(|(_, focus)| focus.set(ix, value).is_ok());
        Ok(())
    }

    /// Gives a driver the note's value again.
    ///
    /// # Errors
    /// The note has no such driver.
    pub fn reset(&mut self, id: &str) -> Result<(), Failure> {
        let ix = find_driver(self.scenario.note(), id)?;
        self.scenario.restore(ix);
        self.focused.clear();
        Ok(())
    }

    /// Counts posts in another way.
    ///
    /// # Errors
    /// The posts are to stay as in the note, and a caseload has a value of its own.
    pub fn count_posts(&mut self, posts: PostsCount) -> Result<(), Failure> {
        count_posts(&mut self.scenario, posts)?;
        self.focused.clear();
        Ok(())
    }

    /// The perspective that a call asks for by its id, or the scenario's own.
    ///
    /// # Errors
    /// The note has no such perspective.
    pub fn asked(&self, id: Option<&str>) -> Result<Perspective, Failure> {
        id.map_or(Ok(self.perspective), |id| perspective(self.scenario.note(), id))
    }

    /// The payback by the document's convention.
    ///
    /// # Errors
    /// The scenario has no outcome.
    pub fn payback(&mut self, perspective: Perspective) -> Result<Payback, Failure> {
        let (first, horizon) = (self.scenario.note().variant.first, self.scenario.horizon().years());
        Ok(payback(self.view(perspective)?, first, Convention::FirstYear, horizon))
    }

    /// The money of a perspective, in short.
    ///
    /// # Errors
    /// The scenario has no outcome.
    pub fn summary(&mut self, perspective: Perspective) -> Result<Summary, Failure> {
        let (first, horizon) = (self.scenario.note().variant.first, self.scenario.horizon().years());
        let view = self.view(perspective)?;
        Ok(Summary::of(first, view, payback(view, first, Convention::FirstYear, horizon)))
    }

    /// The money of a perspective, by year.
    ///
    /// # Errors
    /// The scenario has no outcome.
    pub fn view(&mut self, perspective: Perspective) -> Result<&View, Failure> {
        let note = self.scenario.note();
        if !self.focused.iter().any(|(focused, _)| *focused == perspective) {
            let focus = Focus::new(&self.scenario, perspective).map_err(|error| Failure::no_outcome(note, error))?;
            self.focused.push((perspective, focus));
        }
        let focus = self.focused.iter_mut().find(|(focused, _)| *focused == perspective);
        focus.map(|(_, focus)| focus.view()).ok_or_else(no_outcome)
    }

    /// Everything that follows from the scenario.
    ///
    /// # Errors
    /// The scenario has no outcome.
    pub fn computed(&self) -> Result<Computed<'n>, Failure> {
        Computed::of(self.scenario.clone()).ok_or_else(no_outcome)
    }
}

/// The scenario has no outcome.
fn no_outcome() -> Failure {
    Failure::new(Code::NoOutcome, "The scenario has no outcome.")
}
