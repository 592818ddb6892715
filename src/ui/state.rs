//! What the page remembers, and the only ways it changes.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::Reducible;

use super::section::Section;
use crate::evaluate::Perspective;
use crate::link::{self, Notice, Opened, Page, Question, Title};
use crate::note::DriverIx;
use crate::notes::Library;
use crate::scenario::{PostsCount, Scenario};

/// What the page remembers. Everything on it follows from this.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    library: &'static Library,
    /// What is shown, and how.
    pub page: Page<'static>,
    /// The note with the reader's values.
    pub scenario: Scenario<'static>,
    /// What of the last link could not be applied.
    pub notices: Vec<Notice<'static>>,
    /// What of the last file was not used as it stands, a sentence each.
    pub remarks: Vec<String>,
    /// The file that the page was opened from last, by name.
    pub file: Option<String>,
    /// Where the number stands that was asked about; a link does not say.
    pub asked_in: Option<Section>,
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
    /// The reader looks at the money from another side.
    SeenFrom(Perspective),
    /// The reader asked how a number came about, where it stands in a part of the page.
    Asked(Question<'static>, Section),
    /// The reader has read it.
    ExplanationClosed,
    /// The reader chose a driver for an axis of the map: 0 across, 1 up.
    AxisChosen(usize, DriverIx),
    /// The reader looks for payback within so many years.
    Within(u32),
    /// The reader chose a rate for the discounted payback, a share of 1 a year.
    RateChosen(Decimal),
    /// The reader gave the link a title of their own, or took it away.
    Titled(Option<Title>),
    /// The reader compares with another scenario.
    ComparedWith(Scenario<'static>),
    /// A link was opened: the text behind `#`.
    LinkOpened(String),
    /// A scenario file was opened.
    FileOpened {
        /// Its name.
        name: String,
        /// The link that it leads to: the text behind `#`.
        link: String,
        /// A sentence on each thing in it that was not used as it stands.
        remarks: Vec<String>,
    },
    /// The reader has read the notices.
    NoticesDismissed,
}

impl State {
    /// The page as a link opens it; `None` only when the library has no note.
    #[must_use]
    pub fn open(library: &'static Library, link: &str) -> Option<Self> {
        let Opened { page, scenario, notices } = link::open(library, link)?;
        Some(Self { library, page, scenario, notices, remarks: Vec::new(), file: None, asked_in: None, epoch: 0 })
    }

    /// Where notes are looked up.
    #[must_use]
    pub const fn library(&self) -> &'static Library {
        self.library
    }

    /// The link to what is on the page, without the `#`.
    #[must_use]
    pub fn link(&self) -> String {
        self.page.lasting(&self.scenario)
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
                self.scenario = Scenario::baseline(self.scenario.note());
                self.epoch = self.epoch.wrapping_add(1);
            }
            Action::SeenFrom(perspective) => self.page.perspective = perspective,
            Action::Asked(question, section) => {
                self.page.question = Some(question);
                self.asked_in = Some(section);
            }
            Action::ExplanationClosed => {
                self.page.question = None;
                self.asked_in = None;
            }
            Action::AxisChosen(axis, driver) => {
                if let Some(slot) = self.page.axes.get_mut(axis) {
                    *slot = Some(driver);
                }
            }
            Action::Within(years) => self.page.within = Some(years),
            Action::RateChosen(rate) => {
                self.page.rate = rate;
                // An explanation of a discounted payback would be about the rate before.
                self.page.question = None;
                self.asked_in = None;
            }
            Action::Titled(title) => self.page.title = title,
            Action::ComparedWith(scenario) => self.page.other = Some(scenario),
            Action::LinkOpened(link) => self.follow(&link, None, Vec::new()),
            Action::FileOpened { name, link, remarks } => self.follow(&link, Some(name), remarks),
            Action::NoticesDismissed => {
                self.notices.clear();
                self.remarks.clear();
            }
        }
    }
}

impl State {
    fn follow(&mut self, link: &str, file: Option<String>, remarks: Vec<String>) {
        if let Some(Opened { page, scenario, notices }) = link::open(self.library, link) {
            self.page = page;
            self.scenario = scenario;
            self.notices = notices;
            self.file = file;
            self.remarks = remarks;
            self.asked_in = None;
            self.epoch = self.epoch.wrapping_add(1);
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
