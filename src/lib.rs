//! Indsatsregner shows what Copenhagen's budget notes on employment efforts print, and computes what follows when a
//! reader changes a number in them.
//!
//! These are the modules in the order of their dependencies. A module may use those above it, but none below it.
//! `tests/layering.rs` checks this.
//!
//! The note as data:
//!
//! - [`ordered`] – short lists in order.
//! - [`money`] – cells and the one rounding rule.
//! - [`note`] – a document as checked data.
//!
//! The calculation:
//!
//! - [`scenario`] – what the reader has changed.
//! - [`evaluate`] – turns a scenario into its outcome.
//! - [`payback`], [`figures`] – when an effort has paid for itself, and the other key figures.
//! - [`computed`] – a scenario with its outcome and its key figures.
//! - [`explain`] – how each number came about.
//! - [`brackets`] – what printed cells say about a number that is not printed.
//! - [`could_explain`] – which values give the payback times that a note prints.
//! - [`findings`] – where documents disagree.
//!
//! The notes that ship:
//!
//! - `load` – turns data files into checked notes, at build and in tests.
//! - [`borrow`] – a note with the savings of another one.
//! - [`notes`] – the notes that are built in.
//!
//! What follows from several computations:
//!
//! - [`chart`], [`slider`] – scales, marks, and the steps of a slider.
//! - [`sensitivity`] – what an answer rests on.
//! - [`timeline`] – the efforts over the years.
//! - [`also_said`] – what a note says that stands nowhere else.
//! - [`answer`] – the facts behind the sentences of the page.
//! - [`compare`] – two scenarios side by side.
//! - [`method`] – the facts on the screen about the method.
//!
//! Text in and out:
//!
//! - [`format`] – numbers to text and back.
//! - [`language`], [`hyphens`] – the languages, and where long words may be divided.
//! - [`link`], [`pasted`] – scenarios to links and back, and links as people paste them.
//! - [`iframe`] – the page inside another one.
//! - [`scenario_file`] – scenarios to files and back.
//! - [`text`] – every wording.
//!
//! What leaves the library:
//!
//! - [`draw`] – each chart, from outcomes and words to marks.
//! - `tables`, `publish` – the printed tables as plain pages, and what is published. Only at build.
//! - [`export`] – the files that readers can save: workbook, CSV, JSON.
//! - `api`, `ui` – the calculation for JavaScript, and the page. Apart from `bin/exports`, the separate wasm that
//!   writes files, only these two know a browser.

// Nothing that a reader, a link or a file holds may cause a panic.
#![warn(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

pub mod aims;
pub mod also_said;
pub mod answer;
pub mod borrow;
pub mod brackets;
pub mod chart;
pub mod compare;
pub mod computed;
pub mod could_explain;
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
pub mod ordered;
pub mod pasted;
pub mod payback;
pub mod post_prices;
pub mod questions;
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
