//! Which messages are said, and with which values. Each topic is one file, once for every language; none holds a word of any
//! language. Functions take the language as `words`.
//!
//! - [`numbers`], [`years`], [`sentence`], [`bodies`], [`quotes`]: numbers, years and lists; names from the data, places in documents,
//!   and the documents' own words.
//! - [`answering`]: the answer, with [`beginning`] for its first sentence. [`changing`]: what the reader's changes do.
//!   [`paybacks`], [`figures`], [`certainty`], [`limits`]: what stands around the key figures.
//! - [`drivers`], [`borrowing`], [`input`], [`notices`]: around the fields, and about what readers type, paste, follow or open.
//! - [`explaining`]: explanations of numbers. [`could_explain`]: what could explain a printed payback.
//! - [`comparing`]: two scenarios side by side. [`checking`]: where documents disagree, with [`disagreeing`] for each kind of check.
//! - [`aims`]: what the notes promise and report. [`replying`]: readers' questions. [`front`], [`method`]: the overview, and the screen
//!   about the method with citations.

mod aims;
mod along_slider;
mod answering;
mod beginning;
mod bodies;
mod borrowing;
mod certainty;
mod changing;
mod checking;
mod comparing;
mod could_explain;
mod disagreeing;
mod drivers;
mod explaining;
mod figures;
mod front;
mod input;
mod limits;
mod method;
mod notices;
mod numbers;
mod paybacks;
mod quotes;
mod replying;
mod sentence;
mod years;

pub(super) use self::aims::{aim, aims_tally, reported as reported_result, terms};
pub(super) use self::along_slider::{along_slider, strip_key};
pub(super) use self::answering::answer;
pub(super) use self::bodies::{
    abbreviations, area_and_payers, document_in_text, document_name, perspective, place, table_or_section,
    the_committee,
};
pub(super) use self::borrowing::borrow_help;
pub(super) use self::certainty::{hangs_on, joint_range};
pub(super) use self::changing::difference;
pub(super) use self::checking::{agreeing_values, compared_value, explained, finding_sentences, tally};
pub(super) use self::comparing::{
    comparison, outside_service, outside_service_in, scenario_name, short_names, with_closing_comma,
};
pub(super) use self::could_explain::{comes_out, could_explain};
pub(super) use self::drivers::{driver_mention, driver_name, explanation, follows, interval, note_value_as};
pub(super) use self::explaining::{ask, factor, goes_on, goes_on_in_vain, payback_by, printed, quantity, step};
pub(super) use self::figures::{
    figures_seen_from, no_cost_per_outcome, of_which_consultants, returned, share_on_all_places,
};
pub(super) use self::front::{
    also_said, granted_from, overview_title, part_in_area, posts_unstated, row_without_posts,
};
pub(super) use self::input::{file_error, file_remark, rejected, unreadable, unusable};
pub(super) use self::limits::{break_even, ranges};
pub(super) use self::method::{citation, day, frozen, payback_help, transcribed};
pub(super) use self::notices::{headline, notice};
pub(super) use self::numbers::{Numbers, rounded, signed, spelled_out, year_of};
pub(super) use self::paybacks::{nth_and_rest, payback, payback_in_short, printed_payback, tables_and_after};
pub use self::quotes::rejoined;
pub(super) use self::replying::{question, reply};
pub(super) use self::sentence::{full_stop, join, join_phrases, span, uncapitalised};
pub(super) use self::years::{nth_year, years_between};
