//! What the page remembers, and the only ways it changes.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::Reducible;

use crate::link::{self, Notice, Opened, Screen};
use crate::note::DriverIx;
use crate::notes::Library;
use crate::scenario::{PostsCount, Scenario};

/// What the page remembers. Everything on it follows from this.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    library: &'static Library,
    /// What is shown.
    pub screen: Screen,
    /// The note with the reader's values.
    pub scenario: Scenario<'static>,
    /// What of the last link could not be applied.
    pub notices: Vec<Notice<'static>>,
    /// Counts the times that values came from elsewhere than their fields: fields then forget what was typed.
    pub epoch: u32,
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The reader gave a driver a value, in the driver's unit.
    DriverSet(DriverIx, Decimal),
    /// The reader put the document's value of one driver back.
    DriverRestored(DriverIx),
    /// The reader counts posts in another way.
    PostsCounted(PostsCount),
    /// The reader put the whole note back.
    AllRestored,
    /// A link was opened: the text behind `#`.
    LinkOpened(String),
    /// The reader has read the notices.
    NoticesDismissed,
}

impl State {
    /// The page as a link opens it; `None` only when the library has no note.
    #[must_use]
    pub fn open(library: &'static Library, link: &str) -> Option<Self> {
        let Opened { screen, scenario, notices } = link::open(library, link)?;
        Some(Self { library, screen, scenario, notices, epoch: 0 })
    }

    /// Where notes are looked up.
    #[must_use]
    pub const fn library(&self) -> &'static Library {
        self.library
    }

    /// The link to what is on the page, without the `#`.
    #[must_use]
    pub fn link(&self) -> String {
        match self.screen {
            Screen::Note => link::print(&self.scenario),
            screen => link::screen(screen),
        }
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::DriverSet(driver, value) => {
                // A field reports only what the driver accepts; anything else leaves the last good value in force.
                let _ = self.scenario.set(driver, value);
            }
            Action::DriverRestored(driver) => self.scenario.restore(driver),
            Action::PostsCounted(posts) => self.scenario.count_posts(posts),
            Action::AllRestored => {
                self.scenario = Scenario::published(self.scenario.note());
                self.epoch = self.epoch.wrapping_add(1);
            }
            Action::LinkOpened(link) => {
                if let Some(Opened { screen, scenario, notices }) = link::open(self.library, &link) {
                    self.screen = screen;
                    self.scenario = scenario;
                    self.notices = notices;
                    self.epoch = self.epoch.wrapping_add(1);
                }
            }
            Action::NoticesDismissed => self.notices.clear(),
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.apply(action);
        Rc::new(next)
    }
}
