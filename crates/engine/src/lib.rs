//! The notes that ship with the page, and everything that follows from them: facts, without words and without a browser.
//!
//! A link leads to a scenario with everything that follows from it:
//!
//! ```
//! use engine::link;
//! use engine::notes::Library;
//! use engine::payback::{Convention, Payback};
//! use model::evaluate::Perspective;
//!
//! let library = Library::embedded()?;
//! let opened = link::open(&library, "v=1&note=ips-2018").ok_or("no note ships")?;
//! assert_eq!(opened.notices, []);
//! // The savings have covered the costs for good in the fourth year.
//! let payback = opened.own.payback(Perspective::Total, Convention::FirstYear);
//! assert!(matches!(payback, Payback::Reached { year: 2021, .. }), "{payback:?}");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The modules in the order of their dependencies. `tests/layering.rs` checks that none uses one below it.
//!
//! What one scenario says:
//!
//! - [`payback`], [`figures`] – when an effort has paid for itself, and the other key figures.
//! - [`computed`] – a scenario with its outcome and its key figures: the value that everything below reads.
//! - [`explain`] – how each number came about.
//! - [`could_explain`] – which values give the payback times that a note prints.
//! - [`findings`] – where documents disagree.
//!
//! The notes that ship:
//!
//! - [`borrow`] – a note with the savings of another one.
//! - [`notes`] – the notes that are built in.
//!
//! What follows from several computations:
//!
//! - [`nice_numbers`], [`slider`] – round numbers for scales, and the steps of a slider.
//! - [`sensitivity`] – what an answer rests on.
//! - [`timeline`] – the efforts over the years.
//! - [`aims`], [`also_said`] – what was promised and reported, and what a note says that stands nowhere else.
//! - [`post_prices`] – what a post costs in each note.
//! - [`presets`] – scenarios of a note that take one press.
//! - [`answer`] – the facts behind the sentences of the page.
//! - [`compare`] – two scenarios side by side.
//! - [`questions`] – questions that readers ask, with the facts of their answers.
//! - [`method`] – the facts on the screen about the method.
//!
//! Scenarios to text and back:
//!
//! - [`day`] – days.
//! - [`link`], [`pasted`] – scenarios to links and back, and links as people paste them.
//! - [`markup`], [`iframe`] – text inside markup, and the page inside another one.
//! - [`scenario_file`] – scenarios to files and back.
//! - [`note_form`] – a note as a form.

pub mod aims;
pub mod also_said;
pub mod answer;
pub mod borrow;
pub mod compare;
pub mod computed;
pub mod could_explain;
pub mod day;
pub mod explain;
pub mod figures;
pub mod findings;
pub mod front;
pub mod group_sum;
pub mod iframe;
pub mod link;
pub mod markup;
pub mod method;
pub mod nice_numbers;
pub mod note_form;
pub mod notes;
pub mod pasted;
pub mod payback;
pub mod people;
pub mod post_prices;
pub mod presets;
pub mod questions;
pub mod scenario_file;
pub mod sensitivity;
pub mod slider;
pub mod timeline;
