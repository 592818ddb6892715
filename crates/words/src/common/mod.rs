//! What the languages have in common: how numbers, lists and sentences are put together. It holds no word of any
//! language.
//!
//! - [`numbers`], [`sentence`], [`bodies`], [`borrowing`]: numbers, lists, and names from the data.
//! - [`aims`]: what the notes promise and report. [`quotes`]: the documents' own words as the page shows them.
//! - [`explaining`]: explanations of numbers. [`changing`]: what the reader's changes do. [`comparing`]: two scenarios
//!   side by side. [`checking`]: where documents disagree. [`could_explain`]: what could explain a printed payback. [`limits`]: which values of a driver give payback in time.
//!
//! Functions that need the words of a language take the language as `words`.

mod aims;
mod bodies;
mod borrowing;
mod changing;
mod checking;
mod comparing;
mod could_explain;
mod explaining;
mod limits;
mod numbers;
mod quotes;
mod sentence;

pub(super) use self::aims::{aim, reported as reported_result, terms};
pub(super) use self::bodies::{
    abbreviations, area_and_payers, document_in_text, document_name, perspective, place, table_or_section,
    the_committee,
};
pub(super) use self::borrowing::{budgets, lending_efforts};
pub(super) use self::changing::{NetWords, difference};
pub(super) use self::checking::{Tally, agreeing_values, compared_value, explained, finding_sentences};
pub(super) use self::comparing::{CostWords, NameWords, comparison, scenario_name, short_names, with_closing_comma};
pub(super) use self::could_explain::{CouldExplainWords, comes_out, could_explain};
pub(super) use self::explaining::{AskWords, ask, factor, payback_by, quantity, step};
pub(super) use self::limits::{LimitWords, break_even, ranges};
pub(super) use self::numbers::{Noun, Numbers, rounded, signed, spelled_out, year_of};
pub use self::quotes::rejoined;
pub(super) use self::sentence::{full_stop, join, join_phrases, span, uncapitalised};
