//! What a language supplies for how certain an answer is: what it hangs on, and where it lies within the documents' own
//! ranges.

use rust_decimal::Decimal;

use super::phrase::Phrase;
use engine::answer::Answer;
use engine::sensitivity::{HangsOn, JointRange};
use model::note::Variant;

/// The wordings of how certain an answer is.
pub trait CertaintyWords {
    /// The sentence above the limits that an answer hangs on.
    fn hangs_on(&self, facts: &HangsOn, answer: &Answer) -> String;
    /// The sentence on the highest rate with which a payback comes in the same year, a share of 1 a year.
    fn rate_limit(&self, rate: Decimal) -> Phrase;
    /// The sentence on where the answer lies with all numbers between the documents' own ends.
    fn joint_range(&self, range: &JointRange, answer: &Answer, variant: &Variant) -> String;
}
