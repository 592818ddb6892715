//! What can be taken along: a scenario with all that follows from it as a workbook, as CSV and as JSON.
//!
//! Each file is written from the same [`Subject`], knows no browser and depends on nothing but it: the day is handed in, so
//! one scenario on one day is one file, byte for byte.

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

/// What a file is about: a scenario, all that follows from it, and where and when it was read.
pub struct Subject<'n> {
    /// Where notes are looked up.
    pub library: &'n Library,
    /// The note with the reader's values, and all that follows.
    pub computed: Computed<'n>,
    /// The wordings of the reader's language.
    pub words: &'static dyn Wording,
    /// The whole permanent address of the scenario.
    pub address: String,
    /// The day on which the file is written, the reader's own.
    pub day: Day,
}

impl<'n> Subject<'n> {
    /// What a whole address of the page is about: what stands behind its `#`.
    ///
    /// `None` only when the library has no note.
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

    /// The name of its files, without their ending: the note and the day.
    #[must_use]
    pub fn file_name(&self) -> String {
        file_name(&self.computed.scenario, self.day)
    }
}

/// The name of a scenario's files, without their ending: the note and the day.
#[must_use]
pub fn file_name(scenario: &Scenario<'_>, day: Day) -> String {
    format!("{}-{}", scenario.note().variant.id, iso(day))
}

/// A day as `2026-03-01`.
#[must_use]
pub fn iso(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

/// The day that `2026-03-01` names; `None` for anything else.
#[must_use]
pub fn day(text: &str) -> Option<Day> {
    let mut parts = text.split('-').map(str::parse);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    let fits = (1900..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    (fits && parts.next().is_none()).then_some(Day { year, month, day })
}

/// The multiple that posts are rounded up to; 0 where they are not.
const fn step(posts: PostsCount) -> Decimal {
    match posts {
        PostsCount::Exact => Decimal::ZERO,
        PostsCount::Half => Decimal::from_parts(5, 0, 0, false, 1),
        PostsCount::Whole => Decimal::ONE,
    }
}

/// What the payback by a convention is called in files; the document's own is the plain one.
fn payback_id(convention: Convention) -> String {
    if convention == Convention::FirstYear { "payback".to_owned() } else { format!("payback-{}", convention.id()) }
}

/// A number as text for machines: a point before the decimals, nothing between groups, no needless zeros.
#[must_use]
pub fn plain(number: Decimal) -> String {
    number.normalize().to_string()
}
