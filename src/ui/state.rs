//! What the page remembers, and the only ways it changes.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::Reducible;

use super::section::Section;
use crate::computed::Computed;
use crate::evaluate::Perspective;
use crate::link::{self, Notice, Opened, Page, Question, Title};
use crate::note::{DriverIx, Note};
use crate::notes::Library;
use crate::scenario::{PostsCount, Scenario};

/// What the page remembers. Everything on it follows from this.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    library: &'static Library,
    /// What is shown, and how.
    pub page: Page<'static>,
    /// The note with the reader's values, computed once for each change.
    own: Rc<Computed<'static>>,
    /// The same note with its own values.
    baseline: Rc<Computed<'static>>,
    /// What the reader's scenario is compared with; `None` on other screens, and where that is the baseline.
    other: Option<Rc<Computed<'static>>>,
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
    /// A link was opened.
    LinkOpened(Rc<Opened<'static>>),
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
        let Opened { page, own, other, notices } = link::open(library, link)?;
        Some(Self {
            library,
            page,
            baseline: Rc::new(baseline(&own)?),
            own: Rc::new(own),
            other: other.map(Rc::new),
            notices,
            remarks: Vec::new(),
            file: None,
            asked_in: None,
            epoch: 0,
        })
    }

    /// The note with the reader's values, and all that follows.
    #[must_use]
    pub const fn own(&self) -> &Rc<Computed<'static>> {
        &self.own
    }

    /// The note with the reader's values.
    #[must_use]
    pub fn scenario(&self) -> &Scenario<'static> {
        &self.own.scenario
    }

    /// The note that the reader's scenario varies.
    #[must_use]
    pub fn note(&self) -> Note<'static> {
        self.own.note()
    }

    /// The same note with its own values, and all that follows.
    #[must_use]
    pub const fn baseline(&self) -> &Rc<Computed<'static>> {
        &self.baseline
    }

    /// What the reader's scenario is compared with: its baseline where the reader chose nothing else.
    #[must_use]
    pub fn other(&self) -> &Rc<Computed<'static>> {
        self.other.as_ref().unwrap_or(&self.baseline)
    }

    /// Where notes are looked up.
    #[must_use]
    pub const fn library(&self) -> &'static Library {
        self.library
    }

    /// The link to what is on the page, without the `#`.
    #[must_use]
    pub fn link(&self) -> String {
        self.page.lasting(&self.own, self.other.as_deref())
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::DriverSet(driver, value) => {
                // A field reports only what the driver accepts; anything else leaves the last good value in force.
                self.change(|scenario| {
                    let _ = scenario.set(driver, value);
                });
            }
            Action::DriverRestored(driver) => self.change(|scenario| scenario.restore(driver)),
            Action::PostsCounted(posts) => self.change(|scenario| scenario.count_posts(posts)),
            Action::AllRestored => {
                self.own = self.baseline.clone();
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
                self.discount_at(rate);
                // An explanation of a discounted payback would be about the rate before.
                self.page.question = None;
                self.asked_in = None;
            }
            Action::Titled(title) => self.page.title = title,
            Action::ComparedWith(scenario) => {
                let other = scenario.with_rate(self.scenario().rate());
                self.other = Computed::of(other.clone()).map(Rc::new);
                self.page.other = Some(other);
            }
            Action::LinkOpened(opened) => self.follow((*opened).clone(), None, Vec::new()),
            Action::FileOpened { name, link, remarks } => {
                if let Some(opened) = link::open(self.library, &link) {
                    self.follow(opened, Some(name), remarks);
                }
            }
            Action::NoticesDismissed => {
                self.notices.clear();
                self.remarks.clear();
            }
        }
    }
}

impl State {
    /// Changes the reader's scenario and computes it. What cannot be computed leaves the last result in force.
    fn change(&mut self, change: impl FnOnce(&mut Scenario<'static>)) {
        let mut scenario = self.own.scenario.clone();
        change(&mut scenario);
        if scenario != self.own.scenario
            && let Some(computed) = Computed::of(scenario)
        {
            self.own = Rc::new(computed);
        }
    }

    /// Discounts all scenarios by one rate.
    fn discount_at(&mut self, rate: Decimal) {
        let with_rate = |computed: &Rc<Computed<'static>>| Rc::new(Computed::clone(computed).with_rate(rate));
        self.own = with_rate(&self.own);
        self.baseline = with_rate(&self.baseline);
        self.other = self.other.as_ref().map(with_rate);
        self.page.other = self.page.other.take().map(|other| other.with_rate(rate));
    }

    fn follow(&mut self, opened: Opened<'static>, file: Option<String>, remarks: Vec<String>) {
        let Opened { page, own, other, notices } = opened;
        if own.note() != self.own.note() || own.scenario.rate() != self.own.scenario.rate() {
            let Some(baseline) = baseline(&own) else { return };
            self.baseline = Rc::new(baseline);
        }
        self.page = page;
        self.own = Rc::new(own);
        self.other = other.map(Rc::new);
        self.notices = notices;
        self.file = file;
        self.remarks = remarks;
        self.asked_in = None;
        self.epoch = self.epoch.wrapping_add(1);
    }
}

/// The note of a scenario with its own values, at the reader's rate. A scenario that differs in nothing is computed already.
fn baseline(own: &Computed<'static>) -> Option<Computed<'static>> {
    let baseline = Scenario::baseline(own.note()).with_rate(own.scenario.rate());
    if baseline == own.scenario { Some(own.clone()) } else { Computed::of(baseline) }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.apply(action);
        Rc::new(next)
    }
}
