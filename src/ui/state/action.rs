//! What can happen to the state of the page.

use std::rc::Rc;

use rust_decimal::Decimal;

use crate::ui::section::Section;
use crate::ui::state::draft::Draft;
use crate::ui::state::own_news::{LeftOut, OwnNews};
use engine::link::{Opened, Question, Title};
use engine::notes::Library;
use model::evaluate::Perspective;
use model::note::DriverIx;
use model::scenario::{Horizon, PostsCount, Scenario};

/// What the reader does with the text in a driver's field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typing {
    /// The text stands for this value, in the driver's unit.
    Value(Decimal),
    /// The text stands for no value that the driver accepts, or is given up: what counted before counts again.
    NoValue,
    /// The field was left, or its value confirmed.
    Over,
}

/// An event that changes the state.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The reader gave a driver a value, in the driver's unit.
    DriverSet(DriverIx, Decimal),
    /// The reader gave several drivers values at once.
    DriversSet(Vec<(DriverIx, Decimal)>),
    /// The reader typed into the field of a driver.
    Typed(DriverIx, Typing),
    /// The reader gave a driver the document's value again.
    DriverRestored(DriverIx),
    /// The reader undid the change of a driver elsewhere than in its field.
    Undone(DriverIx),
    /// The reader chose one of a driver's alternatives, by its position.
    AlternativeChosen(DriverIx, usize),
    /// The reader chose another way of counting posts.
    PostsCounted(PostsCount),
    /// The reader chose one of the scenarios of the note that take one press.
    ScenarioChosen(Scenario<'static>),
    /// The reader undid all changes of the note.
    AllRestored,
    /// The reader went back to the values that the link had brought.
    ArrivalRestored,
    /// The reader took back the last step, whatever it changed.
    StepTakenBack,
    /// The reader chose another perspective.
    SeenFrom(Perspective),
    /// The reader asked how a number in this part of the page came about.
    Asked(Question<'static>, Section),
    /// The reader closed the explanation.
    ExplanationClosed,
    /// The reader chose a driver for an axis of the map: 0 across, 1 up.
    AxisChosen(usize, DriverIx),
    /// The reader chose the number of years within which payback is looked for.
    Within(u32),
    /// The reader chose a rate for the discounted payback, a share of 1 a year.
    RateChosen(Decimal),
    /// The reader chose how far ahead paybacks are looked for.
    HorizonChosen(Horizon),
    /// The reader gave the link a title, or removed it.
    Titled(Option<Title>),
    /// The reader chose the document that the findings are about, or all of them.
    FindingsAbout(Option<String>),
    /// The reader chose the other scenario of the comparison.
    ComparedWith(Scenario<'static>),
    /// A link was opened.
    LinkOpened(Rc<Opened<'static>>),
    /// A scenario file was opened.
    FileOpened {
        /// The name of the file.
        name: String,
        /// The link to the scenario in the file: the text behind `#`.
        link: String,
        /// One sentence for each thing in the file that could not be used.
        remarks: Vec<String>,
    },
    /// A note of the reader's own was read.
    NoteBrought {
        /// The page's notes with this one.
        library: &'static Library,
        /// The name of its file.
        name: String,
        /// The id of the note.
        note: String,
        /// A sentence on each thing in the file that was mended or does not hinder.
        remarks: Vec<String>,
        /// What became of the note that it takes the place of.
        news: Option<OwnNews>,
    },
    /// A note of the reader's own was read, and has to wait until the reader chooses between it and another one.
    NoteWaits(OwnNews),
    /// The reader took a note of their own away.
    NoteTakenAway {
        /// The page's notes without it.
        library: &'static Library,
        /// The note as it was.
        news: OwnNews,
    },
    /// The reader closed the news of their own notes, or chose to keep what was there.
    OwnNewsDismissed,
    /// Notes that were brought before were read once more.
    KeptRead {
        /// The page's notes with those that could be read.
        library: &'static Library,
        /// Those that could not.
        left_out: Vec<LeftOut>,
    },
    /// The reader closed the notice about notes that are left out.
    LeftOutDismissed,
    /// The reader has the text of a note in hand: one that cannot be used as it is, or one to begin with.
    NoteDrafted(Rc<Draft>),
    /// The reader has typed this into the text in hand.
    DraftTyped(String),
    /// The reader has changed a text in hand in the form, so that it is this.
    DraftEdited {
        /// The text.
        text: Rc<str>,
        /// Which text it was, by [`State::drafts`](crate::ui::state::State::drafts): another one may be in hand now.
        number: u32,
    },
    /// The reader took back the last change of the text in hand.
    DraftTakenBack,
    /// A file that the reader opened cannot be used.
    FileUnusable {
        /// What is said of it, the sentence on the whole file first.
        said: Vec<String>,
        /// Whether its text is in hand now.
        is_in_hand: bool,
    },
    /// The reader closed the notice about a file that cannot be used.
    UnusableDismissed,
    /// The reader closed the notices.
    NoticesDismissed,
}

impl Action {
    /// Whether it puts something else in the place of the whole calculation, or of what that is compared with.
    #[must_use]
    pub const fn replaces_all(&self) -> bool {
        matches!(
            self,
            Self::ScenarioChosen(_)
                | Self::AllRestored
                | Self::ArrivalRestored
                | Self::ComparedWith(_)
                | Self::FileOpened { .. }
                | Self::NoteBrought { .. }
        )
    }

    /// Whether the page has other notes after it: a step back would lead into those that it had before.
    pub(super) const fn brings_other_notes(&self) -> bool {
        matches!(self, Self::NoteBrought { .. } | Self::NoteTakenAway { .. } | Self::KeptRead { .. })
    }

    /// What the reader has a hand on.
    pub(super) const fn hand(&self) -> Hand {
        match self {
            Self::DriverSet(driver, _) | Self::Typed(driver, _) => Hand::Driver(*driver),
            _ => Hand::Other,
        }
    }
}

/// What the reader has a hand on. All that one hand does to one driver is one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hand {
    Driver(DriverIx),
    Other,
}
