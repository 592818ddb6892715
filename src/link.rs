//! Scenario to link and back: the one place that prints and parses the text behind `#`.
//!
//! A link is flat and readable: `v=1&note=ips-2018&caseload=20&effect=12.5`. It names the note and holds only what differs
//! from it, by permanent id, in the unit of the screen (per cent, kroner) with a decimal point. Only characters that
//! mail programs and chats leave alone: letters, digits, `.`, `-`, `=` and `&`. One scenario has one link.

use std::fmt::Write;

use rust_decimal::Decimal;

use crate::note::{Note, Unit};
use crate::notes::Library;
use crate::scenario::{PostsCount, Rejection, Scenario};

/// The version that is printed, and the one that is read without a notice.
pub const VERSION: &str = "1";

/// What the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Screen {
    /// The front: all efforts over the years.
    #[default]
    Overview,
    /// A note and its calculation.
    Note,
    /// Where the documents disagree.
    Findings,
}

const VERSION_KEY: &str = "v";
const SCREEN_KEY: &str = "screen";
const NOTE_KEY: &str = "note";
const POSTS_KEY: &str = "posts";
const SAVINGS_KEY: &str = "savings";

/// What a link leads to: a scenario, always, and all that could not be applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened<'n> {
    /// What to show.
    pub screen: Screen,
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

/// The link of a screen without a scenario, without the `#`.
#[must_use]
pub fn screen(screen: Screen) -> String {
    let id = match screen {
        Screen::Overview | Screen::Note => "overview",
        Screen::Findings => "findings",
    };
    format!("{VERSION_KEY}={VERSION}&{SCREEN_KEY}={id}")
}

/// The link of a scenario, without the `#`.
#[must_use]
pub fn print(scenario: &Scenario<'_>) -> String {
    print_for(scenario, scenario.note())
}

/// The link to another note with the reader's changes carried over. What that note has no driver for is in it too:
/// opening it says so.
#[must_use]
pub fn print_for(scenario: &Scenario<'_>, note: Note<'_>) -> String {
    let mut link = format!("{VERSION_KEY}={VERSION}&{NOTE_KEY}={}", note.variant.id);
    if let Some(lender) = &note.variant.savings_from {
        let _ = write!(link, "&{SAVINGS_KEY}={lender}");
    }
    // With its savings borrowed or given back it is the same note: what only the other form has is not missed.
    let is_same = note.variant.id == scenario.note().variant.id;
    let mut add = |key: &str, value: &dyn std::fmt::Display| {
        // Writing to a string cannot fail.
        let _ = write!(link, "&{key}={value}");
    };
    for change in scenario.changes().filter(|change| !is_same || note.variant.find_driver(&change.driver.id).is_some())
    {
        let on_screen = change.value.checked_mul(change.driver.unit.scale()).unwrap_or(change.value);
        add(&change.driver.id, &on_screen.normalize());
    }
    if scenario.posts() != PostsCount::default() {
        add(POSTS_KEY, &posts_id(scenario.posts()));
    }
    link
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
    let named = of(NOTE_KEY).map(|id| library.find(id).ok_or_else(|| Notice::UnknownNote(id.to_owned())));
    let note = match named {
        Some(Ok(note)) => note,
        Some(Err(unknown)) => {
            notices.push(unknown);
            library.first()?
        }
        None => library.first()?,
    };
    let note = match of(SAVINGS_KEY) {
        None => note,
        Some(lender) => borrowing(library, note, lender).unwrap_or_else(|| {
            notices.push(Notice::UnknownSavings(lender.to_owned()));
            note
        }),
    };
    let is_about_note = pairs.iter().any(|(key, _)| !matches!(*key, VERSION_KEY | SCREEN_KEY));
    let implied = if is_about_note { Screen::Note } else { Screen::Overview };
    let screen = match of(SCREEN_KEY) {
        None => implied,
        Some("overview") => Screen::Overview,
        Some("findings") => Screen::Findings,
        Some(other) => {
            notices.push(Notice::UnknownScreen(other.to_owned()));
            implied
        }
    };
    let mut scenario = Scenario::published(note);
    for (key, value) in pairs {
        match key {
            VERSION_KEY | NOTE_KEY | SCREEN_KEY | SAVINGS_KEY => {}
            POSTS_KEY => match PostsCount::ALL.into_iter().find(|posts| posts_id(*posts) == value) {
                Some(posts) => scenario.count_posts(posts),
                None => notices.push(Notice::UnknownPosts(value.to_owned())),
            },
            _ => notices.extend(apply(&mut scenario, note, key, value)),
        }
    }
    Some(Opened { screen, scenario, notices })
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
