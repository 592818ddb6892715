//! The files that readers can save: a scenario with everything that follows from it as a workbook, as CSV and as JSON, a
//! comparison of two as a workbook and as CSV, and every number of the notes as CSV.
//!
//! The file of a scenario is written from a [`Subject`] and depends on nothing else. Even the day is part of it, so the same scenario on
//! the same day gives the same bytes.

pub mod all_notes;
#[cfg(target_arch = "wasm32")]
pub mod api;
pub mod comparison;
pub mod csv;
pub mod json;
pub mod workbook;

use rust_decimal::Decimal;

use engine::computed::Computed;
use engine::day::Day;
use engine::link::{self, Title};
use engine::notes::Library;
use engine::payback::Convention;
use model::evaluate::Perspective;
use model::note::Variant;
use model::scenario::PostsCount;
use words::Words;

/// The engine's version, which every file names.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What a file is about: a computed scenario, its address, and the day.
pub struct Subject<'n> {
    /// The notes that ship.
    pub library: &'n Library,
    /// The reader's scenario, computed.
    pub computed: Computed<'n>,
    /// Whose money the answer is about.
    pub perspective: Perspective,
    /// The reader's title.
    pub title: Option<Title>,
    /// The wordings of the reader's language.
    pub words: Words,
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
            perspective: opened.page.perspective(opened.own.note().variant),
            computed: opened.own,
            words: words::of(opened.page.language),
            title: opened.page.title,
            address: address.to_owned(),
            day,
        })
    }
}

/// Whether a note has what the key figure with this id counts, so that a zero there is one.
fn has_figure(variant: &Variant, id: &str) -> bool {
    match id {
        "citizens" | "cost-per-citizen" => variant.names_citizens(),
        "outcomes" | "cost-per-outcome" => variant.has_outcomes(),
        "posts" => variant.pays_for_posts(),
        "consultants" => variant.has_caseload(),
        _ => true,
    }
}

const fn step(posts: PostsCount) -> Decimal {
    match posts {
        PostsCount::Exact => Decimal::ZERO,
        PostsCount::Half => Decimal::from_parts(5, 0, 0, false, 1),
        PostsCount::Whole => Decimal::ONE,
        PostsCount::AsInNote => Decimal::NEGATIVE_ONE,
    }
}

/// The id of a payback in files. The payback by the document's convention has the short one.
#[must_use]
pub fn payback_id(convention: Convention) -> String {
    if convention == Convention::FirstYear { "payback".to_owned() } else { format!("payback-{}", convention.id()) }
}

/// A number as text for programs: with a decimal point, and without separators or trailing zeros.
#[must_use]
pub fn plain(number: Decimal) -> String {
    number.normalize().to_string()
}
