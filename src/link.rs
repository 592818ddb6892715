//! Scenario to link and back: the one place that prints and parses the text behind `#`.
//!
//! A link is flat and readable: `v=1&note=ips-2018&caseload=20&effect=12.5`. It names the note and holds only what differs
//! from it, by permanent id, in the unit of the screen (per cent, kroner) with a decimal point. Only characters that
//! mail programs and chats leave alone: letters, digits, `.`, `-`, `=` and `&`. One scenario has one link.

use std::fmt::Write;

use rust_decimal::Decimal;

use crate::evaluate::Perspective;
use crate::explain::Ask;
use crate::language::Language;
use crate::note::{DriverIx, Note, Unit};
use crate::notes::Library;
use crate::scenario::{PostsCount, Rejection, Scenario};

/// The version that is printed, and the one that is read without a notice.
pub const VERSION: &str = "1";

/// What the page shows besides the scenario: where the reader is and how they look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<'n> {
    /// The screen.
    pub screen: Screen,
    /// The language.
    pub language: Language,
    /// From where the money is seen.
    pub perspective: Perspective,
    /// The number whose explanation is open.
    pub ask: Option<Ask>,
    /// The two drivers of the map, across and up; the page's choice where there is none.
    pub axes: [Option<DriverIx>; 2],
    /// What the scenario is compared with; its own note as published where there is nothing else.
    pub beside: Option<Scenario<'n>>,
    /// The chapter about the method that is brought into view.
    pub chapter: Option<Chapter>,
}

/// A screen of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Screen {
    /// The front: all efforts over the years.
    #[default]
    Overview,
    /// A note and its calculation.
    Note,
    /// What the answer of a note hangs on.
    Sensitivity,
    /// Two scenarios side by side.
    Compare,
    /// Where the documents disagree.
    Findings,
    /// How it is calculated, and from what.
    Method,
}

impl Screen {
    /// Every screen, in the order of the page.
    pub const ALL: [Self; 6] =
        [Self::Overview, Self::Note, Self::Sensitivity, Self::Compare, Self::Findings, Self::Method];

    /// Its permanent id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Note => "note",
            Self::Sensitivity => "sensitivity",
            Self::Compare => "compare",
            Self::Findings => "findings",
            Self::Method => "method",
        }
    }

    /// Whether it is about a note and its scenario.
    #[must_use]
    pub const fn is_about_a_note(self) -> bool {
        matches!(self, Self::Note | Self::Sensitivity | Self::Compare)
    }
}

/// A chapter of the screen about the method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Chapter {
    /// The rules in plain words.
    Rules,
    /// A worked example.
    Example,
    /// Payback, counted in several ways.
    Payback,
    /// Where numbers come from.
    Origins,
    /// The documents, and what was left out of them.
    Documents,
    /// How to cite.
    Citing,
    /// Short names and words.
    Glossary,
    /// The accessibility statement.
    Accessibility,
}

impl Chapter {
    /// Every chapter, in the order of the screen.
    pub const ALL: [Self; 8] = [
        Self::Rules,
        Self::Example,
        Self::Payback,
        Self::Origins,
        Self::Documents,
        Self::Citing,
        Self::Glossary,
        Self::Accessibility,
    ];

    /// Its permanent id, also that of its heading.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Rules => "rules",
            Self::Example => "example",
            Self::Payback => "payback",
            Self::Origins => "origins",
            Self::Documents => "documents",
            Self::Citing => "citing",
            Self::Glossary => "glossary",
            Self::Accessibility => "accessibility",
        }
    }
}

const VERSION_KEY: &str = "v";
const SCREEN_KEY: &str = "screen";
const LANGUAGE_KEY: &str = "lang";
pub(crate) const NOTE_KEY: &str = "note";
const POSTS_KEY: &str = "posts";
const SAVINGS_KEY: &str = "savings";
const PERSPECTIVE_KEY: &str = "seen-from";
const ASK_KEY: &str = "explain";
const CHAPTER_KEY: &str = "chapter";
const AXIS_KEYS: [&str; 2] = ["across", "up"];
/// Before the keys of the scenario that another is compared with.
const BESIDE: &str = "with.";

/// The keys that no driver may have for an id.
pub const RESERVED: [&str; 11] = [
    VERSION_KEY,
    SCREEN_KEY,
    LANGUAGE_KEY,
    NOTE_KEY,
    POSTS_KEY,
    SAVINGS_KEY,
    PERSPECTIVE_KEY,
    ASK_KEY,
    CHAPTER_KEY,
    AXIS_KEYS[0],
    AXIS_KEYS[1],
];

/// Whether a part of a link is about what is shown beside the scenario, and how.
pub(crate) fn is_about_page(part: &str) -> bool {
    let key = part.split_once('=').map_or(part, |(key, _)| key);
    let keys = [SCREEN_KEY, LANGUAGE_KEY, PERSPECTIVE_KEY, ASK_KEY, AXIS_KEYS[0], AXIS_KEYS[1]];
    keys.contains(&key) || key.starts_with(BESIDE)
}

/// What a link leads to: a scenario, always, and all that could not be applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened<'n> {
    /// What to show.
    pub page: Page<'n>,
    /// The note with what could be applied.
    pub scenario: Scenario<'n>,
    /// A line for the reader for each thing that could not.
    pub notices: Vec<Notice<'n>>,
}

/// Something in a link that could not be applied as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice<'n> {
    /// There is no such screen; another one was opened.
    UnknownScreen(String),
    /// The screen about the method has no such chapter.
    UnknownChapter(String),
    /// The page does not speak this language.
    UnknownLanguage(String),
    /// The note's money cannot be seen from there.
    UnknownPerspective(String),
    /// The note has no such number to explain.
    UnknownNumber(String),
    /// Written by another version; what this one understands was applied.
    OtherVersion(String),
    /// There is no such note; the first one was opened.
    UnknownNote(String),
    /// The note has no such driver.
    UnknownDriver(String),
    /// The value is no number.
    Unreadable {
        /// Of this driver, by its position in the note.
        driver: &'n crate::note::Driver,
        /// As it stands in the link.
        value: String,
    },
    /// The driver cannot have this value.
    Rejected {
        /// The driver.
        driver: &'n crate::note::Driver,
        /// As it stands in the link.
        value: String,
        /// Why.
        rejection: Rejection,
    },
    /// There are no such savings to borrow.
    UnknownSavings(String),
    /// Posts cannot be counted in this way.
    UnknownPosts(String),
    /// A part that is no `key=value`.
    Fragment(String),
    /// The same key twice; the last one was applied.
    Repeated(String),
}

impl Page<'_> {
    /// A screen as it opens.
    #[must_use]
    pub const fn of(screen: Screen, language: Language) -> Self {
        Self {
            screen,
            language,
            perspective: Perspective::Total,
            ask: None,
            axes: [None; 2],
            beside: None,
            chapter: None,
        }
    }

    /// The link to a screen that is about no note.
    #[must_use]
    pub fn screen_link(&self) -> String {
        let mut link = format!("{VERSION_KEY}={VERSION}&{SCREEN_KEY}={}", self.screen.id());
        if self.language != Language::default() {
            // Writing to a string cannot fail.
            let _ = write!(link, "&{LANGUAGE_KEY}={}", self.language.code());
        }
        if let (Screen::Method, Some(chapter)) = (self.screen, self.chapter) {
            let _ = write!(link, "&{CHAPTER_KEY}={}", chapter.id());
        }
        link
    }

    /// The link to this page with the scenario, without the `#`.
    #[must_use]
    pub fn link(&self, scenario: &Scenario<'_>) -> String {
        self.link_for(scenario, scenario.note())
    }

    /// The link to another note with the reader's changes carried over. What that note has no driver for is in it too:
    /// opening it says so.
    #[must_use]
    pub fn link_for(&self, scenario: &Scenario<'_>, note: Note<'_>) -> String {
        if !self.screen.is_about_a_note() {
            return self.screen_link();
        }
        let mut link = format!("{VERSION_KEY}={VERSION}");
        let mut add = |key: &str, value: &str| {
            // Writing to a string cannot fail.
            let _ = write!(link, "&{key}={value}");
        };
        // The calculator is what a note opens with.
        if self.screen != Screen::Note {
            add(SCREEN_KEY, self.screen.id());
        }
        if self.language != Language::default() {
            add(LANGUAGE_KEY, self.language.code());
        }
        write_scenario(&mut add, "", scenario, note);
        if self.perspective != Perspective::Total {
            add(PERSPECTIVE_KEY, self.perspective.id());
        }
        if self.screen == Screen::Sensitivity {
            for (key, axis) in AXIS_KEYS.into_iter().zip(self.axes) {
                if let Some(driver) = axis.and_then(|ix| scenario.note().variant.driver(ix)) {
                    add(key, &driver.id);
                }
            }
        }
        if let (Screen::Compare, Some(beside)) = (self.screen, &self.beside) {
            write_scenario(&mut add, BESIDE, beside, beside.note());
        }
        if let Some(ask) = self.ask {
            add(ASK_KEY, &ask.id(scenario.note()));
        }
        link
    }
}

/// The link of a screen without a scenario, in Danish, without the `#`.
#[must_use]
pub fn screen(screen: Screen) -> String {
    let screen = if screen.is_about_a_note() { Screen::Overview } else { screen };
    Page::of(screen, Language::default()).screen_link()
}

/// The link of a scenario, in Danish, without the `#`.
#[must_use]
pub fn print(scenario: &Scenario<'_>) -> String {
    Page::of(Screen::Note, Language::default()).link(scenario)
}

/// The link to another note in Danish, as [`Page::link_for`].
#[must_use]
pub fn print_for(scenario: &Scenario<'_>, note: Note<'_>) -> String {
    Page::of(Screen::Note, Language::default()).link_for(scenario, note)
}

/// The note and what differs from it, by permanent id.
fn write_scenario(add: &mut impl FnMut(&str, &str), prefix: &str, scenario: &Scenario<'_>, note: Note<'_>) {
    let mut add = |key: &str, value: &str| add(&format!("{prefix}{key}"), value);
    add(NOTE_KEY, &note.variant.id);
    if let Some(lender) = &note.variant.savings_from {
        add(SAVINGS_KEY, lender);
    }
    // With its savings borrowed or given back it is the same note: what only the other form has is not missed.
    let is_same = note.variant.id == scenario.note().variant.id;
    for change in scenario.changes().filter(|change| !is_same || note.variant.find_driver(&change.driver.id).is_some())
    {
        let on_screen = change.value.checked_mul(change.driver.unit.scale()).unwrap_or(change.value);
        add(&change.driver.id, &on_screen.normalize().to_string());
    }
    if scenario.posts() != PostsCount::default() {
        add(POSTS_KEY, posts_id(scenario.posts()));
    }
}

/// Opens a link, with or without the `#`. Whatever it holds, there is a scenario: the note as published where nothing
/// could be applied. `None` only when the library has no note.
#[must_use]
pub fn open<'n>(library: &'n Library, link: &str) -> Option<Opened<'n>> {
    let text = link.trim().trim_start_matches('#');
    let mut notices = Vec::new();
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    for part in text.split('&').filter(|part| !part.is_empty()) {
        match part.split_once('=') {
            Some((key, value)) if !key.is_empty() => {
                if let Some(earlier) = pairs.iter_mut().find(|(known, _)| *known == key) {
                    notices.push(Notice::Repeated(key.to_owned()));
                    earlier.1 = value;
                } else {
                    pairs.push((key, value));
                }
            }
            _ => notices.push(Notice::Fragment(part.to_owned())),
        }
    }
    let of = |wanted: &str| pairs.iter().find(|(key, _)| *key == wanted).map(|(_, value)| *value);
    if let Some(version) = of(VERSION_KEY).filter(|version| *version != VERSION) {
        notices.push(Notice::OtherVersion(version.to_owned()));
    }
    let (beside, own): (Vec<_>, Vec<_>) = pairs.iter().copied().partition(|(key, _)| key.starts_with(BESIDE));
    let is_about_page = |key: &str| matches!(key, VERSION_KEY | SCREEN_KEY | LANGUAGE_KEY | CHAPTER_KEY);
    let implied = if pairs.iter().any(|(key, _)| !is_about_page(key)) { Screen::Note } else { Screen::Overview };
    let screen = of(SCREEN_KEY).map_or(implied, |id| {
        Screen::ALL.into_iter().find(|screen| screen.id() == id).unwrap_or_else(|| {
            notices.push(Notice::UnknownScreen(id.to_owned()));
            implied
        })
    });
    let language = of(LANGUAGE_KEY).map_or_else(Language::default, |code| {
        Language::of(code).unwrap_or_else(|| {
            notices.push(Notice::UnknownLanguage(code.to_owned()));
            Language::default()
        })
    });
    let chapter = of(CHAPTER_KEY).and_then(|id| {
        let found = Chapter::ALL.into_iter().find(|chapter| chapter.id() == id);
        if found.is_none() {
            notices.push(Notice::UnknownChapter(id.to_owned()));
        }
        found
    });
    let scenario = read_scenario(library, own, None, &mut notices)?;
    let note = scenario.note();
    let beside: Vec<_> =
        beside.into_iter().filter_map(|(key, value)| Some((key.strip_prefix(BESIDE)?, value))).collect();
    let beside = if beside.is_empty() { None } else { read_scenario(library, beside, Some(note), &mut notices) };
    let perspective = of(PERSPECTIVE_KEY).map_or(Perspective::Total, |id| {
        let seen = |perspective: &Perspective| match perspective {
            Perspective::Total | Perspective::Service => true,
            Perspective::Committee(committee) => note.variant.committees().contains(committee),
        };
        Perspective::find(id).filter(seen).unwrap_or_else(|| {
            notices.push(Notice::UnknownPerspective(id.to_owned()));
            Perspective::Total
        })
    });
    let ask = of(ASK_KEY).and_then(|id| {
        let ask = Ask::find(note, id);
        if ask.is_none() {
            notices.push(Notice::UnknownNumber(id.to_owned()));
        }
        ask
    });
    let axes = AXIS_KEYS.map(|key| {
        let id = of(key)?;
        let found = note.variant.find_driver(id);
        if found.is_none() {
            notices.push(Notice::UnknownDriver(id.to_owned()));
        }
        found
    });
    let page = Page { screen, language, perspective, ask, axes, beside, chapter };
    Some(Opened { page, scenario, notices })
}

/// The scenario of these keys; `implied` is the note where none is named. `None` only when the library has no note.
fn read_scenario<'n>(
    library: &'n Library,
    pairs: Vec<(&str, &str)>,
    implied: Option<Note<'n>>,
    notices: &mut Vec<Notice<'n>>,
) -> Option<Scenario<'n>> {
    let of = |wanted: &str| pairs.iter().find(|(key, _)| *key == wanted).map(|(_, value)| *value);
    let note = match of(NOTE_KEY) {
        Some(id) => {
            let found = library.find(id);
            if found.is_none() {
                notices.push(Notice::UnknownNote(id.to_owned()));
            }
            found.or_else(|| library.first())?
        }
        None => implied.or_else(|| library.first())?,
    };
    let note = match of(SAVINGS_KEY) {
        None => note,
        Some(lender) => borrowing(library, note, lender).unwrap_or_else(|| {
            notices.push(Notice::UnknownSavings(lender.to_owned()));
            note
        }),
    };
    let mut scenario = Scenario::published(note);
    for (key, value) in pairs {
        match key {
            POSTS_KEY => match PostsCount::ALL.into_iter().find(|posts| posts_id(*posts) == value) {
                Some(posts) => scenario.count_posts(posts),
                None => notices.push(Notice::UnknownPosts(value.to_owned())),
            },
            key if RESERVED.contains(&key) => {}
            _ => notices.extend(apply(&mut scenario, note, key, value)),
        }
    }
    Some(scenario)
}

/// The note with the savings of the lender.
fn borrowing<'n>(library: &'n Library, note: Note<'_>, lender: &str) -> Option<Note<'n>> {
    library.with_savings(&note.variant.id).filter(|note| note.variant.savings_from.as_deref() == Some(lender))
}

fn apply<'n>(scenario: &mut Scenario<'n>, note: Note<'n>, key: &str, value: &str) -> Option<Notice<'n>> {
    let Some((ix, driver)) = note.variant.drivers().find(|(_, driver)| driver.id == key) else {
        return Some(Notice::UnknownDriver(key.to_owned()));
    };
    match read(value, driver.unit) {
        None => Some(Notice::Unreadable { driver, value: value.to_owned() }),
        Some(number) => scenario.set(ix, number).err().map(|rejection| Notice::Rejected {
            driver,
            value: value.to_owned(),
            rejection,
        }),
    }
}

/// A number in a link: digits with a decimal point, or the comma that somebody typed into it by hand.
fn read(value: &str, unit: Unit) -> Option<Decimal> {
    let fits = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
    let plain = value.replace(',', ".");
    let number: Decimal = plain.chars().all(fits).then(|| plain.parse().ok())??;
    number.checked_div(unit.scale()).map(|value| value.normalize())
}

const fn posts_id(posts: PostsCount) -> &'static str {
    match posts {
        PostsCount::Exact => "exact",
        PostsCount::Half => "half",
        PostsCount::Whole => "whole",
    }
}
