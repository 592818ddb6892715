//! Indsatsregner: what Copenhagen's budget notes on employment efforts print, and what follows when a reader changes a
//! number in them.
//!
//! The modules in reading order; each may use those above it, never those below.
//!
//! 1. [`money`] – amounts and the one rounding rule.
//! 2. [`note`] – what a document says, as checked data.
//! 3. [`scenario`] – what the reader has changed.
//! 4. [`evaluate`] – scenario in, outcome out: the calculation.
//! 5. [`payback`], [`figures`], [`brackets`] – what an outcome means, and what printed cells imply.
//!    [`factor`], [`explain`] – how each number came about.
//! 6. [`findings`] – where documents disagree; `load` – data files into checked notes, at build and in tests.
//! 7. [`borrow`] – savings lent from one note to another; [`notes`] – the notes that ship.
//! 8. [`slider`], [`chart`] – scales and geometry; [`sensitivity`] – what an answer rests on; [`timeline`] – the
//!    efforts over the years; [`answer`] – the facts of the page's sentences; [`compare`] – two scenarios side by side; [`method`] – the facts about the
//!    method.
//! 9. [`format`] – numbers to text and back; [`language`]; [`hyphens`] – where long words may be parted; [`link`] – scenario to link and back,
//!    [`pasted`] – links as people paste them; [`iframe`] – the page inside another; [`scenario_file`] – scenarios as files
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

pub mod answer;
pub mod borrow;
pub mod brackets;
pub mod chart;
pub mod compare;
pub mod computed;
pub mod draw;
pub mod evaluate;
pub mod explain;
pub mod export;
pub mod figures;
pub mod findings;
pub mod format;
pub mod hyphens;
pub mod iframe;
pub mod language;
pub mod link;
pub mod method;
pub mod money;
pub mod note;
pub mod notes;
pub mod pasted;
pub mod payback;
pub mod scenario;
pub mod scenario_file;
pub mod sensitivity;
pub mod slider;
pub mod text;
pub mod timeline;

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
