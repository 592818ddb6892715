//! The state of the page, and the only ways in which it changes.

mod action;
mod draft;
pub(crate) mod opening;
mod own_news;
mod past;
mod unusable;

use std::rc::Rc;

use yew::Reducible;

pub use crate::ui::state::action::{Action, Typing};
pub use crate::ui::state::draft::{Draft, Problem};
pub use crate::ui::state::own_news::{Former, LeftOut, OwnNews, Way, Why};
pub use crate::ui::state::unusable::Unusable;

use crate::ui::section::Section;
use crate::ui::state::action::Hand;
use crate::ui::state::past::{Past, Step};
use engine::compare::unchosen;
use engine::computed::Computed;
use engine::link::{About, Notice, Opened, Page, Screen};
use engine::notes::Library;
use model::evaluate::Perspective;
use model::language::Language;
use model::note::{DriverIx, Note};
use model::scenario::{Scenario, Settings};

/// The state of the page. Everything that the page shows follows from it.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    library: &'static Library,
    /// The language that the reader's browser prefers.
    preferred: Language,
    /// The screen, and what the reader chose on it.
    pub page: Page<'static>,
    /// The reader's scenario, computed once for each change.
    own: Rc<Computed<'static>>,
    /// The baseline of the same note.
    baseline: Rc<Computed<'static>>,
    /// The scenario that the reader's own is compared with; `None` on other screens, and if it is the baseline.
    other: Option<Rc<Computed<'static>>>,
    /// What could not be applied of the last link.
    pub notices: Vec<Notice<'static>>,
    /// What could not be used of the last file: one sentence for each thing.
    pub remarks: Vec<String>,
    /// The last file, if it could not be used. What was open is open still.
    pub unusable: Option<Unusable>,
    /// What became of a note of the reader's own that was there before, until the reader has done with it.
    pub own_news: Option<OwnNews>,
    /// Rises with each such news.
    pub own_news_count: u32,
    /// The notes that were brought before and are not there now.
    pub left_out: Vec<LeftOut>,
    /// The name of the file that was opened last.
    pub file: Option<String>,
    /// The text of the note that the reader had in hand last.
    pub draft: Option<Rc<Draft>>,
    /// The text that this one took the place of, while it may be wanted back.
    pub former_draft: Option<Rc<Draft>>,
    /// Rises each time another text is taken in hand.
    pub drafts: u32,
    /// The part of the page with the number that was asked about. A link does not contain it.
    pub asked_in: Option<Section>,
    /// The reader's scenario as it was before the reader typed into the field of this driver; `None` once the field is done with.
    untyped: Option<(DriverIx, Rc<Computed<'static>>)>,
    /// Rises each time values change by other means than their fields. Fields then forget what was typed into them.
    pub epoch: u32,
    /// The steps that the reader can take back.
    past: Past,
    /// The reader's scenario as the last link showed it that brought another one.
    arrived: Rc<Computed<'static>>,
    /// Rises each time something takes the place of the whole calculation at once. The history of the browser then gets an entry.
    pub replaced: u32,
}

impl State {
    /// The state after a link was opened; `None` only if the library has no note. `preferred` is the language of the reader's browser.
    #[must_use]
    pub fn open(library: &'static Library, link: &str, preferred: Language) -> Option<Self> {
        let Opened { page, own, other, notices } = opening::open(library, link)?;
        let baseline = Rc::new(baseline(&own)?);
        let own = Rc::new(own);
        Some(Self {
            library,
            preferred,
            page: page.preferring(preferred),
            baseline,
            arrived: own.clone(),
            own,
            other: other.map(Rc::new),
            notices,
            remarks: Vec::new(),
            unusable: None,
            own_news: None,
            own_news_count: 0,
            left_out: Vec::new(),
            file: None,
            draft: None,
            former_draft: None,
            drafts: 0,
            asked_in: None,
            untyped: None,
            epoch: 0,
            past: Past::default(),
            replaced: 0,
        })
    }

    /// Without these notes, which were brought before.
    #[must_use]
    pub fn leaving_out(self, left_out: Vec<LeftOut>) -> Self {
        Self { left_out, ..self }
    }

    /// With the text of a note that the reader goes on with.
    #[must_use]
    pub fn going_on_with(mut self, in_hand: Option<Rc<Draft>>) -> Self {
        self.drafts = u32::from(in_hand.is_some());
        self.draft = in_hand;
        self
    }

    /// The reader's scenario, computed.
    #[must_use]
    pub const fn own(&self) -> &Rc<Computed<'static>> {
        &self.own
    }

    /// The reader's scenario.
    #[must_use]
    pub fn scenario(&self) -> &Scenario<'static> {
        &self.own.scenario
    }

    /// The note that the reader's scenario varies.
    #[must_use]
    pub fn note(&self) -> Note<'static> {
        self.own.note()
    }

    /// Whether nothing but values of drivers has changed since `earlier`, by the hand of the reader.
    #[must_use]
    pub fn has_moved_from(&self, earlier: &Self) -> bool {
        let with_own =
            Self { own: self.own.clone(), untyped: self.untyped.clone(), past: self.past.clone(), ..earlier.clone() };
        self.own != earlier.own && *self == with_own
    }

    /// The baseline of the same note, computed.
    #[must_use]
    pub const fn baseline(&self) -> &Rc<Computed<'static>> {
        &self.baseline
    }

    /// The scenario that the reader's own is compared with: its baseline, unless the reader chose another one.
    #[must_use]
    pub fn other(&self) -> &Rc<Computed<'static>> {
        self.other.as_ref().unwrap_or(&self.baseline)
    }

    /// The notes: those that ship, and those that the reader has brought.
    #[must_use]
    pub const fn library(&self) -> &'static Library {
        self.library
    }

    /// The language that the reader's browser prefers.
    #[must_use]
    pub const fn preferred(&self) -> Language {
        self.preferred
    }

    /// Whether there is a step that the reader can take back.
    #[must_use]
    pub fn can_take_back(&self) -> bool {
        self.past.last_other_than(&self.own).is_some()
    }

    /// Whether there is another step to take back once the last one is.
    #[must_use]
    pub fn can_take_back_more_than_once(&self) -> bool {
        self.past.last_other_than(&self.own).is_some_and(|step| self.past.has_before(step))
    }

    /// Whether the link brought changes of its own, and whether the reader has made others since.
    #[must_use]
    pub fn arrival(&self) -> Arrival {
        if self.arrived.note() != self.own.note() || !self.arrived.scenario.differs() {
            Arrival::AsPublished
        } else if self.arrived.scenario == self.own.scenario {
            Arrival::AsArrived
        } else {
            Arrival::ChangedSince
        }
    }

    /// The link to what is on the page, without the `#`.
    #[must_use]
    pub fn link(&self) -> String {
        self.page.lasting(&self.own, self.other.as_deref())
    }

    fn apply(&mut self, action: Action) {
        let step = self.step(action.hand());
        // A note that was brought is a fresh start, and a step back would lead into another library.
        let is_fresh = action.brings_other_notes() || matches!(action, Action::LinkOpened(_) | Action::StepTakenBack);
        let (is_step, replaces_all) = (!is_fresh, action.replaces_all());
        self.carry_out(action);
        self.compare_with_something();
        if is_step && step.own.scenario != self.own.scenario {
            self.past.add(step);
        }
        if replaces_all {
            self.replaced = self.replaced.wrapping_add(1);
        }
    }

    fn carry_out(&mut self, action: Action) {
        // Whatever else the reader does, the value that was typed has been taken.
        if !matches!(action, Action::Typed(..)) {
            self.untyped = None;
        }
        match action {
            Action::Typed(driver, typing) => self.follow_typing(driver, typing),
            Action::DriverSet(driver, value) => {
                // A field only reports values that the driver accepts. Any other value would leave the last one in
                // place.
                self.change(|scenario| {
                    let _ = scenario.choose(driver, value);
                });
            }
            Action::DriversSet(values) => {
                self.change(|scenario| {
                    for (driver, value) in values {
                        let _ = scenario.choose(driver, value);
                    }
                });
                self.epoch = self.epoch.wrapping_add(1);
            }
            Action::AlternativeChosen(driver, index) => self.change(|scenario| {
                let chosen = scenario.note().variant.driver(driver).and_then(|driver| driver.alternatives.get(index));
                // The document's own values are always accepted.
                let _ = chosen.map(|alternative| scenario.choose_alternative(driver, alternative));
            }),
            Action::DriverRestored(driver) => self.change(|scenario| scenario.restore(driver)),
            Action::Undone(driver) => {
                self.change(|scenario| scenario.restore(driver));
                self.epoch = self.epoch.wrapping_add(1);
            }
            Action::PostsCounted(posts) => self.change(|scenario| scenario.count_posts(posts)),
            Action::ScenarioChosen(chosen) => {
                self.change(|scenario| *scenario = chosen);
                self.epoch = self.epoch.wrapping_add(1);
            }
            Action::AllRestored => self.restore_all(),
            Action::ArrivalRestored => {
                self.own = self.arrived.clone();
                self.epoch = self.epoch.wrapping_add(1);
            }
            Action::StepTakenBack => self.take_back(),
            Action::SeenFrom(perspective) => self.page.see_from(perspective, self.own.note().variant),
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
            Action::RateChosen(rate) => self.count_paybacks(Settings { rate, ..self.scenario().settings() }),
            Action::HorizonChosen(horizon) => self.count_paybacks(Settings { horizon, ..self.scenario().settings() }),
            Action::FindingsAbout(document) => {
                let documents = self.library.documents();
                self.page.about = document.and_then(|id| documents.iter().find(|it| it.id == id)).map(About::of);
                self.page.finding = None;
            }
            Action::Titled(title) => self.page.title = title,
            Action::ComparedWith(scenario) => {
                let other = scenario.with_settings(self.scenario().settings());
                self.other = Computed::of(other.clone()).map(Rc::new);
                self.page.other = Some(other);
            }
            Action::LinkOpened(opened) => {
                // The links of the page take the reader's values along. A step back would lead from a note into another one.
                if opened.own.note() != self.own.note() {
                    self.past = Past::default();
                }
                let brings_another = opened.own.scenario != self.own.scenario;
                self.follow((*opened).clone(), None, Vec::new());
                if brings_another {
                    self.arrived = self.own.clone();
                }
            }
            Action::FileOpened { name, link, remarks } => self.open_file(name, &link, remarks),
            own @ (Action::NoteBrought { .. }
            | Action::NoteWaits(_)
            | Action::NoteTakenAway { .. }
            | Action::OwnNewsDismissed
            | Action::KeptRead { .. }
            | Action::LeftOutDismissed
            | Action::NoteDrafted(_)
            | Action::DraftTyped(_)
            | Action::DraftEdited { .. }
            | Action::DraftTakenBack) => self.change_own_notes(own),
            Action::NoticesDismissed => {
                self.notices.clear();
                self.remarks.clear();
            }
            Action::FileUnusable { said, is_in_hand } => {
                let number = self.unusable.take().map_or(0, |last| last.number.wrapping_add(1));
                self.unusable = Some(Unusable { said, is_in_hand, number });
            }
            Action::UnusableDismissed => self.unusable = None,
        }
    }
}

impl State {
    /// Does what is about the reader's own notes.
    fn change_own_notes(&mut self, action: Action) {
        match action {
            Action::NoteBrought { library, name, note, remarks, news } => {
                self.take_in(library, name, &note, remarks);
                match news {
                    Some(news) => self.tell(news),
                    None => self.own_news = self.own_news.take().filter(|old| !old.is_settled_by(library, &note)),
                }
            }
            Action::NoteWaits(news) => self.tell(news),
            Action::NoteTakenAway { library, news } => {
                self.take_away(library);
                self.tell(news);
            }
            Action::OwnNewsDismissed => self.own_news = None,
            Action::KeptRead { library, left_out } => {
                self.left_out = left_out;
                self.go_on_with(library);
            }
            Action::LeftOutDismissed => self.left_out.clear(),
            Action::NoteDrafted(draft) => self.take_in_hand(draft),
            Action::DraftTyped(text) => {
                self.change_draft(|draft| draft.changed(&text, true));
            }
            Action::DraftEdited { text, number } if number == self.drafts => {
                self.change_draft(|draft| draft.changed(&text, false));
            }
            Action::DraftTakenBack => self.change_draft(Draft::before),
            _ => {}
        }
    }

    /// Opens the link of a file with a scenario, in the language of the page where it says none.
    fn open_file(&mut self, name: String, link: &str, remarks: Vec<String>) {
        if let Some(mut opened) = opening::open(self.library, link) {
            if !opened.page.is_language_said {
                let Page { language, is_language_said, .. } = self.page;
                opened.page = Page { language, is_language_said, ..opened.page };
            }
            self.follow(opened, Some(name), remarks);
        }
    }

    /// Takes another text of a note in hand.
    fn take_in_hand(&mut self, draft: Rc<Draft>) {
        // Who comes back here goes on with it, and does not begin once more.
        self.page.about = None;
        self.unusable = None;
        self.left_out.retain(|note| note.text != draft.text);
        let former = self.draft.take().filter(|former| !former.text.is_empty() && former.text != draft.text);
        self.former_draft = former.or_else(|| self.former_draft.take());
        self.draft = Some(draft);
        self.drafts = self.drafts.wrapping_add(1);
    }

    /// Changes the text in hand; an empty one where there is none.
    fn change_draft(&mut self, change: impl FnOnce(&Draft) -> Draft) {
        let draft = self.draft.take().unwrap_or_default();
        self.draft = Some(Rc::new(change(&draft)));
    }

    /// Changes the reader's scenario and computes it. If it cannot be computed, the last result stays.
    fn change(&mut self, change: impl FnOnce(&mut Scenario<'static>)) {
        let mut scenario = self.own.scenario.clone();
        change(&mut scenario);
        if scenario != self.own.scenario
            && let Some(computed) = Computed::of(scenario)
        {
            self.own = Rc::new(computed);
        }
    }

    /// Compares a note without changes with another one. A link to the comparison would open that one, too.
    fn compare_with_something(&mut self) {
        if self.page.screen == Screen::Compare && self.page.other.is_none() {
            self.page.other = unchosen(self.library, self.scenario());
            self.other = self.page.other.clone().and_then(Computed::of).map(Rc::new);
        }
    }

    /// Follows what is typed into the field of a driver, key by key. A text that stands for no value brings back all that counted
    /// before, also whether the driver followed another one.
    fn follow_typing(&mut self, driver: DriverIx, typing: Typing) {
        let before = match self.untyped.take() {
            Some((of, before)) if of == driver => before,
            _ => self.own.clone(),
        };
        match typing {
            // A field only reports values that the driver accepts.
            Typing::Value(value) => self.change(|scenario| {
                let _ = scenario.choose(driver, value);
            }),
            Typing::NoValue => self.own = before.clone(),
            Typing::Over => return,
        }
        self.untyped = Some((driver, before));
    }

    /// Shows the note as it is. Savings that it borrows are no numbers of its own, so they go too.
    fn restore_all(&mut self) {
        let note = self.note();
        if note.variant.lender().is_some()
            && let Some(own) = self.library.find(&note.variant.id)
        {
            let as_published = Scenario::baseline(own).with_settings(self.scenario().settings());
            let mut page = Page { question: None, chosen_perspective: None, axes: [None; 2], ..self.page.clone() };
            // Whoever looks at one effort goes on looking at it.
            let seen_from = self.page.perspective(note.variant);
            if matches!(seen_from, Perspective::Effort(_)) {
                page.see_from(seen_from, own.variant);
            }
            if let Some(opened) = opening::open(self.library, &page.link(&as_published)) {
                let (file, remarks) = (self.file.take(), std::mem::take(&mut self.remarks));
                self.follow(opened, file, remarks);
            }
            return;
        }
        self.own = self.baseline.clone();
        self.epoch = self.epoch.wrapping_add(1);
    }

    /// Takes in a note that the reader has brought, and shows where the reader was going: to what a link waits for, or to the note.
    fn take_in(&mut self, library: &'static Library, name: String, note: &str, remarks: Vec<String>) {
        let page = Page::of(Screen::Note, self.page.language_choice());
        let to_note = library.find(note).map(|note| page.link(&Scenario::baseline(note)));
        let Some(link) = self.page.awaited.clone().or(to_note) else { return };
        let Some(opened) = opening::open(library, &link) else { return };
        self.library = library;
        // What the reader has in hand and is not this note stays in hand.
        let text = library.find(note).and_then(|note| {
            library.files().iter().find(|file| file.document == note.document.id).map(|file| file.text.as_str())
        });
        let stays = |draft: &Rc<Draft>| !draft.is_done_with(&name, text.unwrap_or_default());
        self.left_out.retain(|note| Some(&*note.text) != text);
        self.draft = self.draft.take().filter(stays);
        self.former_draft = self.former_draft.take().filter(stays);
        self.past = Past::default();
        self.follow(opened, Some(name), remarks);
        self.arrived = self.own.clone();
    }

    /// Says what became of a note.
    fn tell(&mut self, news: OwnNews) {
        self.own_news_count = self.own_news_count.wrapping_add(1);
        self.own_news = Some(news);
    }

    /// Goes on with the notes without one. Where the page shows or compares that one, the list of the reader's own takes its place.
    fn take_away(&mut self, library: &'static Library) {
        let is_there = |computed: &Computed<'static>| library.find(&computed.note().variant.id).is_some();
        let stays = is_there(&self.own) && is_there(self.other());
        let first = library.first().filter(|_| !stays);
        let page = Page::of(Screen::OwnNote, self.page.language_choice());
        let opened = first.and_then(|note| opening::open(library, &page.link(&Scenario::baseline(note))));
        self.library = library;
        self.past = Past::default();
        if let Some(opened) = opened {
            self.follow(opened, None, Vec::new());
            self.arrived = self.own.clone();
        }
    }

    /// Goes on with more notes, and to what a link waits for where that is among them.
    fn go_on_with(&mut self, library: &'static Library) {
        let opened = self.page.awaited.clone().and_then(|link| opening::open(library, &link));
        self.library = library;
        self.past = Past::default();
        if let Some(opened) = opened {
            self.follow(opened, None, Vec::new());
            self.arrived = self.own.clone();
        }
    }

    /// What the page shows now, before a step.
    fn step(&self, hand: Hand) -> Step {
        Step {
            hand,
            page: self.page.clone(),
            own: self.own.clone(),
            baseline: self.baseline.clone(),
            other: self.other.clone(),
            file: self.file.clone(),
        }
    }

    /// Shows what the reader had before the last step. A step from one note to another takes the page along.
    fn take_back(&mut self) {
        let Some(step) = self.past.take_last_other_than(&self.own) else { return };
        let is_comparison = step.page.screen == Screen::Compare && self.page.screen == Screen::Compare;
        if is_comparison || step.own.note() != self.own.note() {
            self.other = step.other;
            self.page.other = step.page.other.clone();
        }
        if step.own.note() != self.own.note() {
            let language = self.page.language;
            self.page = Page { language, question: None, ..step.page };
        }
        self.own = step.own;
        self.baseline = step.baseline;
        self.file = step.file;
        self.remarks.clear();
        self.unusable = None;
        self.asked_in = None;
        self.epoch = self.epoch.wrapping_add(1);
    }

    /// Counts the paybacks of all scenarios in the same way.
    fn count_paybacks(&mut self, settings: Settings) {
        let with_settings =
            |computed: &Rc<Computed<'static>>| Rc::new(Computed::clone(computed).with_settings(settings));
        self.own = with_settings(&self.own);
        self.baseline = with_settings(&self.baseline);
        self.other = self.other.as_ref().map(with_settings);
        self.page.other = self.page.other.take().map(|other| other.with_settings(settings));
        // An explanation of a discounted payback would still use the old rate.
        self.page.question = None;
        self.asked_in = None;
    }

    /// Shows what a link or a file leads to.
    fn follow(&mut self, opened: Opened<'static>, file: Option<String>, remarks: Vec<String>) {
        let Opened { page, own, other, notices } = opened;
        if own.note() != self.own.note() || own.scenario.settings() != self.own.scenario.settings() {
            let Some(baseline) = baseline(&own) else { return };
            self.baseline = Rc::new(baseline);
        }
        self.page = page.preferring(self.preferred);
        self.own = Rc::new(own);
        self.other = other.map(Rc::new);
        self.notices = notices;
        self.file = file;
        self.remarks = remarks;
        self.unusable = None;
        self.asked_in = None;
        self.epoch = self.epoch.wrapping_add(1);
    }
}

/// Whether the link brought changes, and whether they are still there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// It brought the note as published, or another note.
    AsPublished,
    /// It brought changes, and nothing was changed since.
    AsArrived,
    /// It brought changes, and the reader has made others since.
    ChangedSince,
}

/// The baseline of a scenario, with the reader's rate and horizon. If the scenario is its own baseline, it is not computed again.
fn baseline(own: &Computed<'static>) -> Option<Computed<'static>> {
    let baseline = Scenario::baseline(own.note()).with_settings(own.scenario.settings());
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
