//! Indsatsregner: what Copenhagen's budget notes on employment efforts print, and what follows when a reader changes a
//! number in them.
//!
//! The modules in reading order; each may use those above it, never those below.
//!
//! 1. [`money`] – amounts and the one rounding rule.
//! 2. [`note`] – what a document says, as checked data.
//! 3. [`scenario`] – what the reader has changed.
//! 4. [`evaluate`] – scenario in, outcome out: the calculation.
//! 5. [`payback`], [`figures`], [`derive`] – what an outcome means, and what printed cells imply.
//!    [`factor`], [`explain`] – how each number came about.
//! 6. [`audit`] – where documents disagree; `load` – data files into checked notes, at build and in tests.
//! 7. [`borrow`] – savings lent from one note to another; [`notes`] – the notes that ship.
//! 8. [`round`], [`slider`], [`chart`] – scales and geometry; [`sensitivity`] – what an answer rests on; [`story`] – the
//!    efforts over the years; [`say`] – the facts of the page's sentences; [`compare`] – two scenarios side by side; [`method`] – the facts about the
//!    method.
//! 9. [`format`] – numbers to text and back; [`language`]; [`hyphens`] – where long words may be parted; [`link`] – scenario to link and back,
//!    [`pasted`] – links as people paste them; [`embed`] – the page inside another; [`scenario_file`] – scenarios as files
//!    and back; [`text`] – every wording.
//! 10. [`draw`] – the charts, from outcomes and words to marks; `tables` – the printed tables as a plain page, at build;
//!     `publish` – from what was built to what is published; [`export`] – what can be taken along: workbook, CSV, JSON.
//! 11. `api` – the JavaScript side, and `ui` – the page. Only these two know a browser, and `bin/exports`, the
//!     wasm of its own that writes files.

// What a reader or a file can reach must not be able to panic.
#![warn(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

pub mod audit;
pub mod borrow;
pub mod chart;
pub mod compare;
pub mod derive;
pub mod draw;
pub mod embed;
pub mod evaluate;
pub mod explain;
pub mod export;
pub mod factor;
pub mod figures;
pub mod format;
pub mod hyphens;
pub mod language;
pub mod link;
pub mod method;
pub mod money;
pub mod note;
pub mod notes;
pub mod pasted;
pub mod payback;
pub mod round;
pub mod say;
pub mod scenario;
pub mod scenario_file;
pub mod sensitivity;
pub mod slider;
pub mod story;
pub mod text;

#[cfg(not(target_arch = "wasm32"))]
pub mod load;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
#[cfg(not(target_arch = "wasm32"))]
pub mod tables;

#[cfg(target_arch = "wasm32")]
pub mod api;
#[cfg(target_arch = "wasm32")]
pub mod ui;
