//! The steps of the reader that can be taken back.

use std::rc::Rc;

use crate::ui::state::action::Hand;
use engine::computed::Computed;
use engine::link::Page;

/// What the page showed before a step of the reader.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) hand: Hand,
    pub(super) page: Page<'static>,
    pub(super) own: Rc<Computed<'static>>,
    pub(super) baseline: Rc<Computed<'static>>,
    pub(super) other: Option<Rc<Computed<'static>>>,
    pub(super) file: Option<String>,
}

/// How many steps can be taken back.
const MOST_STEPS: usize = 50;

/// The steps that can be taken back, the last one last.
#[derive(Debug, Clone, Default)]
pub(super) struct Past(Rc<Vec<Step>>);

impl Past {
    /// Adds a step, unless the last one was of the same hand on the same driver: then that one goes on.
    pub(super) fn add(&mut self, step: Step) {
        let goes_on = matches!(step.hand, Hand::Driver(_)) && self.0.last().is_some_and(|last| last.hand == step.hand);
        if !goes_on {
            let steps = Rc::make_mut(&mut self.0);
            steps.push(step);
            if steps.len() > MOST_STEPS {
                steps.remove(0);
            }
        }
    }

    /// The last step that changed something: a value that was typed and given up did not.
    pub(super) fn last_other_than(&self, own: &Computed<'static>) -> Option<&Step> {
        self.0.iter().rev().find(|step| step.own.scenario != own.scenario)
    }

    /// Whether a step before this one changed something.
    pub(super) fn has_before(&self, step: &Step) -> bool {
        let before = self.0.iter().take_while(|other| !std::ptr::eq(*other, step));
        before.into_iter().any(|other| other.own.scenario != step.own.scenario)
    }

    /// Takes the last step that changed something, and forgets those after it.
    pub(super) fn take_last_other_than(&mut self, own: &Computed<'static>) -> Option<Step> {
        let steps = Rc::make_mut(&mut self.0);
        std::iter::from_fn(|| steps.pop()).find(|step| step.own.scenario != own.scenario)
    }
}

/// The steps change with what they lead back to. Two lists are the same where nothing was added or taken since.
impl PartialEq for Past {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
