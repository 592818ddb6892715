//! Turns scenarios into links and back. This is the only place that prints and parses the text behind `#`. The format
//! is version 1, and it is frozen.
//!
//! A link is flat and readable: `v=1&saw=10.8925&note=ips-2018&caseload=20&effect=12.5`. It names the note and holds
//! only what differs from it: permanent ids with values in the unit of the screen (per cent, kroner), with a decimal
//! point. It uses only characters that mail programs and chats leave alone: letters, digits, `.`, `_`, `~`, `-`, `=`
//! and `&`. One scenario has one link.
//!
//! - `print`(mod@print): from a page to its link. `read`: from a link to its page, with a
//!   `notice` about each thing of the rest.
//! - `mend`: finds links in what surrounds them, and repairs damaged ones. [`migrate`]: replaces former names.
//! - [`headline`]: what the page showed when the link was made. `title`: the sender's own words.
//! - [`file_name`]: what a file about a link is called. `own_file`: the file of a note that does not ship.
//! - `question`: which number is explained, and of which scenario. `screen`(mod@screen): the screens of the page.

mod file_name;
mod headline;
mod mend;
pub mod migrate;
mod notice;
mod own_file;
mod print;
mod question;
mod read;
mod screen;
mod title;

use model::evaluate::Perspective;
use model::language::{Language, LanguageChoice};
use model::note::{DriverIx, Note, Variant};
use model::scenario::{PostsCount, Scenario, Settings};

pub use self::file_name::{file_name, page_with_notes, title_of};
pub use self::headline::{Headline, headline};
pub use self::key::RESERVED;
pub use self::notice::Notice;
pub use self::own_file::OwnFile;
pub use self::question::{Question, Whose};
pub use self::read::{Opened, mended, open, open_plain};
pub use self::screen::{About, Chapter, FindingId, Screen};
pub use self::title::{LONGEST_TITLE, Title};

/// The version that is printed, and the only one that is read without a notice.
pub const VERSION: &str = "1";

/// The largest number of years within which a reader can look for payback.
pub const LONGEST_WITHIN: u32 = 20;

/// What the page shows besides the scenario: the screen, and what the reader chose on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<'n> {
    /// The screen.
    pub screen: Screen,
    /// The language.
    pub language: Language,
    /// Whether somebody chose the language. Otherwise the browser prefers it, and the link does not say it.
    pub is_language_said: bool,
    /// The perspective that the reader chose; `None` for the one that the note opens with: see [`Page::perspective`].
    pub chosen_perspective: Option<Perspective>,
    /// The number whose explanation is open.
    pub question: Option<Question<'n>>,
    /// The two drivers of the map, across and up; `None` where the page chooses.
    pub axes: [Option<DriverIx>; 2],
    /// The number of years within which payback is looked for; `None` if the page chooses.
    pub within: Option<u32>,
    /// The scenario that the reader's own is compared with; `None` for the baseline.
    pub other: Option<Scenario<'n>>,
    /// The chapter on the method that the page scrolls to.
    pub chapter: Option<Chapter>,
    /// The finding that the screen of findings scrolls to.
    pub finding: Option<FindingId>,
    /// The document that the findings are about, or that a note of the reader's own begins from; `None` for all findings and for no note.
    pub about: Option<About>,
    /// The sender's title for the link.
    pub title: Option<Title>,
    /// On the screen for a reader's own note: a link to a note that is not here, which is followed once its file is.
    pub awaited: Option<String>,
}

impl Page<'_> {
    /// A screen with nothing chosen on it yet.
    #[must_use]
    pub fn of(screen: Screen, language: impl Into<LanguageChoice>) -> Self {
        let LanguageChoice { language, is_said } = language.into();
        Self {
            screen,
            language,
            is_language_said: is_said,
            chosen_perspective: None,
            question: None,
            axes: [None; 2],
            within: None,
            other: None,
            chapter: None,
            finding: None,
            about: None,
            title: None,
            awaited: None,
        }
    }

    /// The language, and whether somebody chose it.
    #[must_use]
    pub const fn language_choice(&self) -> LanguageChoice {
        LanguageChoice { language: self.language, is_said: self.is_language_said }
    }

    /// The page in this language if nobody chose one.
    #[must_use]
    pub fn preferring(self, language: Language) -> Self {
        Self { language: if self.is_language_said { self.language } else { language }, ..self }
    }

    /// The perspective in which a variant is shown.
    #[must_use]
    pub fn perspective(&self, variant: &Variant) -> Perspective {
        self.chosen_perspective.unwrap_or_else(|| Perspective::headline(variant))
    }

    /// Shows another perspective of a variant.
    pub fn see_from(&mut self, perspective: Perspective, variant: &Variant) {
        self.chosen_perspective = Some(perspective).filter(|chosen| *chosen != Perspective::headline(variant));
    }
}

/// The keys of a link.
pub(crate) mod key {
    /// The keys, and the list of them all.
    macro_rules! keys {
        ($($name:ident = $key:literal,)*) => {
            $(pub(crate) const $name: &str = $key;)*

            /// The keys that may not be the id of a driver.
            pub const RESERVED: &[&str] = &[$($name),*];
        };
    }

    keys! {
        VERSION = "v",
        HEADLINE = "saw",
        TITLE = "title",
        SCREEN = "screen",
        LANGUAGE = "lang",
        NOTE = "note",
        OWN_FILE = "own",
        SAVINGS = "lent",
        POSTS = "posts",
        PERSPECTIVE = "seen-from",
        EXPLAIN = "explain",
        APART = "apart",
        CHAPTER = "chapter",
        FINDING = "finding",
        ABOUT = "about",
        ACROSS = "across",
        UP = "up",
        WITHIN = "within",
        RATE = "rate",
        HORIZON = "horizon",
    }

    pub(crate) const AXES: [&str; 2] = [ACROSS, UP];
    /// The prefix of the keys of the other scenario.
    pub(crate) const OTHER: &str = "with.";
    /// The prefix of the drivers that have another value in an explained number.
    pub(crate) const AT: &str = "at.";
}

/// Whether the value of a key may have capitals: a title, and the name of a reader's own note.
fn may_have_capitals(key: &str) -> bool {
    key == key::TITLE || key.trim_start_matches(key::OTHER) == key::OWN_FILE
}

/// Whether the scenario of a link is about a note that a reader has brought.
#[must_use]
pub fn is_of_own_note(link: &str) -> bool {
    link.split('&').any(|part| part.split_once('=').is_some_and(|(key, _)| key == key::OWN_FILE))
}

/// Whether a part of a link is about the scenario: its note and what differs from it.
pub(crate) fn is_about_scenario(part: &str) -> bool {
    let key = part.split_once('=').map_or(part, |(key, _)| key);
    let scenario_keys = [key::VERSION, key::NOTE, key::OWN_FILE, key::SAVINGS, key::POSTS];
    let is_prefixed = key.starts_with(key::OTHER) || key.starts_with(key::AT);
    scenario_keys.contains(&key) || !(is_prefixed || RESERVED.contains(&key))
}

/// The link of a screen without a scenario, in Danish, without the `#`.
#[must_use]
pub fn screen(screen: Screen) -> String {
    let screen = if screen.is_about_a_note() { Screen::Overview } else { screen };
    Page::of(screen, Language::default()).screen_link(Settings::default())
}

/// The link of a scenario, in Danish, without the `#`.
#[must_use]
pub fn print(scenario: &Scenario<'_>) -> String {
    Page::of(Screen::Note, Language::default()).link(scenario)
}

/// The link to another note, in Danish: see [`Page::link_for`].
#[must_use]
pub fn print_for(scenario: &Scenario<'_>, note: Note<'_>) -> String {
    Page::of(Screen::Note, Language::default()).link_for(scenario, note)
}

const fn posts_id(posts: PostsCount) -> &'static str {
    match posts {
        PostsCount::Exact => "exact",
        PostsCount::Half => "half",
        PostsCount::Whole => "whole",
        PostsCount::AsInNote => "note",
    }
}
