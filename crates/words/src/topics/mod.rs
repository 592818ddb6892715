//! Which messages are said, and with which values. Each topic is one file, once for every language; none holds a word of any
//! language. What the page asks for is a method of [`Words`](crate::Words). What only topics need is a function that takes the language
//! as `words`.
//!
//! - [`numbers`], [`years`], [`sentence`], [`bodies`], [`quotes`]: numbers, years and lists; names from the data, places in documents,
//!   and the documents' own words.
//! - [`answering`]: the answer, with [`beginning`] for its first sentence. [`changing`]: what the reader's changes do.
//!   [`paybacks`], [`figures`], [`certainty`], [`limits`]: what stands around the key figures.
//! - [`drivers`], [`borrowing`], [`input`], [`notices`], [`own_notes`], [`note_form`]: around the fields, and about what readers type, paste, follow,
//!   open or bring; [`faults`] for what is wrong with a note that they bring.
//! - [`explaining`]: explanations of numbers. [`could_explain`]: what could explain a printed payback.
//! - [`comparing`]: two scenarios side by side, with the answer in [`compared`]. [`checking`]: where documents disagree, with [`disagreeing`] for each kind of check.
//! - [`aims`]: what the notes promise and report. [`replying`]: readers' questions. [`front`], [`method`]: the overview, and the screen
//!   about the method with citations. [`page`]: the page itself, and in other places.
//!   [`saved_workbook`]: a workbook while it is changed.

mod aims;
mod all_numbers;
mod along_slider;
mod answering;
mod beginning;
mod bodies;
mod borrowing;
mod certainty;
mod changing;
mod checking;
mod compared;
mod comparing;
mod could_explain;
mod disagreeing;
mod drivers;
mod explaining;
mod faults;
mod faults_in_form;
mod figures;
mod front;
mod input;
mod key_figures;
mod limits;
mod method;
mod note_form;
mod notices;
mod numbers;
mod own_notes;
mod page;
mod paybacks;
mod presets;
mod quotes;
mod reached;
mod replying;
mod saved_workbook;
mod sentence;
mod years;

pub(super) use self::bodies::the_committee;
pub(super) use self::comparing::with_closing_comma;
pub use self::comparing::{BothNames, Cautions};
pub use self::faults_in_form::InForm;
pub use self::front::WhoseShare;
pub use self::key_figures::NamedFigure;
pub(super) use self::limits::ranges;
pub use self::method::Reading;
pub(super) use self::numbers::{Numbers, all_of, rounded, spelled_out, year_of};
pub(super) use self::paybacks::{nth_and_rest, tables_and_after};
pub use self::quotes::rejoined;
pub use self::sentence::full_stop;
pub(super) use self::sentence::{join, join_phrases, span, uncapitalised};
