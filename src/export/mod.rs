//! The files that readers can save: a scenario with everything that follows from it as a workbook, as CSV and as JSON.
//!
//! Each file is written from a [`Subject`] and depends on nothing else. Even the day is part of it, so the same scenario on
//! the same day gives the same bytes.

pub mod csv;
pub mod json;
pub mod workbook;

use rust_decimal::Decimal;

use crate::computed::Computed;
use crate::link;
use crate::notes::Library;
use crate::payback::Convention;
use crate::scenario::{PostsCount, Scenario};
use crate::text::{Day, Wording};

/// The engine's version, which every file names.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What a file is about: a computed scenario, its address, and the day.
pub struct Subject<'n> {
    /// The notes that ship.
    pub library: &'n Library,
    /// The reader's scenario, computed.
    pub computed: Computed<'n>,
    /// The wordings of the reader's language.
    pub words: &'static dyn Wording,
    /// The whole permanent address of the scenario.
    pub address: String,
    /// The reader's date on which the file is written.
    pub day: Day,
}

impl<'n> Subject<'n> {
    /// The subject of a whole address of the page, whose link stands behind the `#`. `None` only if the library has no
    /// note.
    #[must_use]
    pub fn open(library: &'n Library, address: &str, day: Day) -> Option<Self> {
        let text = address.split_once('#').map_or("", |(_, text)| text);
        let opened = link::open(library, text)?;
        Some(Self {
            library,
            computed: opened.own,
            words: opened.page.language.wording(),
            address: address.to_owned(),
            day,
        })
    }

    /// The name of its files without the extension: the note and the day.
    #[must_use]
    pub fn file_name(&self) -> String {
        file_name(&self.computed.scenario, self.day)
    }
}

/// The name of a scenario's files without the extension: the note and the day.
#[must_use]
pub fn file_name(scenario: &Scenario<'_>, day: Day) -> String {
    format!("{}-{}", scenario.note().variant.id, iso(day))
}

/// A day in the form `2026-03-01`.
#[must_use]
pub fn iso(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

/// The day of a text in the form `2026-03-01`; `None` for any other text.
#[must_use]
pub fn day(text: &str) -> Option<Day> {
    let mut parts = text.split('-').map(str::parse);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    let fits = (1900..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    (fits && parts.next().is_none()).then_some(Day { year, month, day })
}

/// The multiple that posts are rounded up to; 0 where they are not rounded, and −1 where they stay as in the note.
const fn step(posts: PostsCount) -> Decimal {
    match posts {
        PostsCount::Exact => Decimal::ZERO,
        PostsCount::Half => Decimal::from_parts(5, 0, 0, false, 1),
        PostsCount::Whole => Decimal::ONE,
        PostsCount::AsInNote => Decimal::NEGATIVE_ONE,
    }
}

/// The id of a payback in files. The payback by the document's convention has the short one.
fn payback_id(convention: Convention) -> String {
    if convention == Convention::FirstYear { "payback".to_owned() } else { format!("payback-{}", convention.id()) }
}

/// A number as text for programs: with a decimal point, and without separators or trailing zeros.
#[must_use]
pub fn plain(number: Decimal) -> String {
    number.normalize().to_string()
}
