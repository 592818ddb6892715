//! What a language supplies for the checks of the documents.

use rust_decimal::Decimal;

use engine::findings::{Check, Column, Evidence, Kind, Value, Weight};
use model::note::{CountUnit, Year};

/// The facts of a disagreement, as far as possible in the words of the language. Every text is to stand inside a sentence.
pub struct Disagreement<'a> {
    /// What is compared.
    pub kind: Kind,
    /// What it is about; `None` where the documents' names say it.
    pub about: Option<&'a str>,
    /// The names of the documents on the first side.
    pub first: &'a str,
    /// The names of the documents on the second side; `None` where both sides are in the same documents.
    pub second: Option<&'a str>,
    /// The columns that differ in this way.
    pub columns: &'a [Column],
    /// The columns in words, with a space before them: " om året i 2022–2025". Empty for a whole row.
    pub when: &'a str,
    /// The value on the first side.
    pub left: &'a str,
    /// The value on the second side.
    pub right: &'a str,
    /// Both values as data.
    pub values: [&'a Value; 2],
}

/// What could explain a disagreement, with its facts in the words of the language.
pub enum Explained<'a> {
    /// The difference is the amount in the row with this label.
    LeavesOut(&'a str, &'a str),
    /// The sum comes out with this amount for a year, as this document has it.
    WithAmountOf(Year, &'a str, &'a str),
    /// It agrees in this document.
    FitsIn(&'a str),
    /// The amount fits this one, in the row with this label.
    FitsTotal(&'a str, &'a str),
    /// Another sentence of the document has these years.
    OtherSentence(&'a str),
    /// A table of the document has an empty column for this year.
    EmptyColumn(Year),
    /// A post costs the same; the numbers of posts differ.
    OtherPosts(&'a str, &'a str),
    /// Target and result are not defined in the same way.
    OtherDefinition,
    /// The proposal is in the prices of this year, and the grant is said to be in each year's own.
    OtherPrices(Year),
    /// This document proposed the amount in fixed prices.
    Proposed(&'a str),
    /// The upper end of the share is the whole effect.
    UpperEnd(&'a str),
    /// A sentence of the document says so.
    Says(&'a str),
    /// What a search has found.
    Searched(&'a str),
}

/// The words of a language about the checks of the documents.
pub trait FindingWords: Sync {
    /// The heading of the findings that mean this for the reader.
    fn weight(&self, weight: Weight) -> &'static str;
    /// The heading of a kind of check.
    fn kind(&self, kind: Kind) -> &'static str;
    /// What the calculator does where a check of this kind differs.
    fn remedy(&self, kind: Kind) -> &'static str;
    /// What an agreement is worth; `None` for independent sides, whose agreement says something.
    fn evidence(&self, evidence: Evidence) -> Option<&'static str>;
    /// The line on how many checks there are, how many of them agree, differ or cannot be decided, and how many of those
    /// that agree say nothing.
    fn tally(&self, checks: &[Check]) -> String;
    /// The sentence on two sides that should agree but do not.
    fn disagreement(&self, disagreement: &Disagreement<'_>) -> String;
    /// The sentence on what could explain it.
    fn explained(&self, explained: &Explained<'_>) -> String;
    /// The sentence on whose number of posts is used where a side does not state its own.
    fn posts_from(&self, document: &str) -> String;
    /// Why a check of this kind cannot be decided.
    fn undecided(&self, kind: Kind) -> &'static str;
    /// By how much a post of this name has become dearer.
    fn rise(&self, name: &str, rise: &str) -> String;
    /// The sentence on the size of a difference.
    fn off_by(&self, difference: &str) -> String;
    /// The sentence on by how many percentage points a result misses its target.
    fn short_by(&self, points: &str) -> String;
    /// The name of a note that stands for this many of its editions.
    fn all_editions(&self, note: &str, editions: usize) -> String;
    /// These years, with a space before them. `years` is how many they are; `in_all` is whether the sum is meant too.
    fn in_columns(&self, span: &str, years: usize, in_all: bool) -> String;
    /// A number of people, posts or talks, or a share.
    fn number(&self, number: Decimal, unit: CountUnit, a_year: bool) -> String;
    /// A measured share beside the target.
    fn against(&self, share: &str, target: &str) -> String;
    /// An amount that stays the same over some years.
    fn unmoved(&self, amount: &str, span: &str) -> String;
    /// An appropriation; `None` for none.
    fn charged_to(&self, appropriation: Option<&str>) -> String;
    /// A number of follow-ups.
    fn follow_ups(&self, number: usize) -> String;
    /// A number of full-time posts.
    fn full_time_posts(&self, posts: Decimal) -> String;
}
