//! What a language gives for the sentences that all languages put together alike.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::common::{AskWords, CostWords, LimitWords, NameWords, NetWords, Noun, Numbers};
use super::phrase::Phrase;
use crate::answer::Changed;
use crate::compare::Pair;
use crate::findings::Kind;
use crate::note::{Phase, Unit, Year};
use crate::payback::Payback;
use crate::scenario::PostsCount;

/// Words that stand as they are in what is put together.
pub struct Vocabulary {
    /// How numbers are written with what they count.
    pub(super) numbers: Numbers,
    /// What numbers are.
    pub(super) asks: AskWords,
    /// How the net changes.
    pub(super) net: NetWords,
    /// What a scenario is called.
    pub(super) names: NameWords,
    /// Which of two scenarios costs more.
    pub(super) costs: CostWords,
    /// What a driver must be.
    pub(super) limits: LimitWords,
    /// Before the last of a list.
    pub(super) and: &'static str,
    /// The numbers from nothing to twenty, as they count what has no gender or is neuter.
    pub(super) numerals: [&'static str; 21],
    /// The city, as the one from whose side money is seen.
    pub(super) city: &'static str,
    /// The same for service alone.
    pub(super) service: &'static str,
    /// Of what is paid back as soon as it begins.
    pub(super) at_once: &'static str,
    /// Of an amount that cannot be computed.
    pub(super) unknown: &'static str,
    /// What a step of an explanation says where nothing is ever paid back.
    pub(super) never_saved: &'static str,
    /// The same where it is within the first year.
    pub(super) saved_at_once: &'static str,
    /// That changes leave all costs as they were, where there are no savings.
    pub(super) costs_stay: &'static str,
    /// That two scenarios are one.
    pub(super) the_same: &'static str,
    /// No amount where another document has one.
    pub(super) nothing: &'static str,
    /// No payback where another document has one.
    pub(super) no_payback: &'static str,
}

/// The words and the grammar that [`Wording`](super::Wording) makes its answers of. Nobody else asks for them: what is
/// handed over is said already, in this language.
pub trait Words: Sync {
    /// The words that stand as they are.
    fn vocabulary(&self) -> &'static Vocabulary;
    /// How it writes numbers with what they count.
    fn numbers(&self) -> &'static Numbers {
        &self.vocabulary().numbers
    }
    /// What a unit counts.
    fn noun(&self, unit: Unit) -> Noun;
    /// "4. år".
    fn nth_year(&self, years: Decimal) -> String;
    /// What a net over all years is: a saving, nothing or an expense.
    fn comes_to(&self, net: Ordering) -> &'static str;

    /// The section of a document with this number.
    fn section(&self, number: &str) -> String;
    /// The row of a table with this label.
    fn row(&self, label: &str) -> String;
    /// An administration or a committee within a sentence: "Socialudvalget", "the Social Services Committee".
    fn the(&self, body: &str) -> String;

    /// "25 borgere pr. konsulent".
    fn per_consultant(&self, citizens: &str) -> String;
    /// "38 borgere i job eller uddannelse".
    fn in_a_job(&self, citizens: &str) -> String;
    /// When a share of an amount is counted.
    fn phase(&self, phase: Phase) -> &'static str;
    /// Why an exact number of posts becomes another.
    fn rounded_up(&self, exact: &str, posts: &str, counted_in: &str) -> String;
    /// An amount rounded to whole thousands.
    fn rounded(&self, cell: &str) -> String;
    /// What parts add up to.
    fn adds_up(&self, whole: &str) -> String;
    /// That it is paid back by the end of a year.
    fn saved_by(&self, year: Year) -> String;
    /// What is left after so many years, and what the next one gains.
    fn left_after(&self, years: &str, left: &str, gain: &str) -> String;
    /// By what later years are divided.
    fn discounted_by(&self, divisor: &str) -> String;

    /// A changed driver: "sagsstammen fra 25 til 20".
    fn change(&self, changed: &Changed<'_>) -> String;
    /// That posts are counted in another way.
    fn counting(&self, posts: PostsCount) -> String;
    /// How many changes are not named.
    fn more_changes(&self, more: usize) -> String;
    /// The changes, as the beginning of a sentence on what they do.
    fn having(&self, changes: &str) -> String;
    /// They give no payback where there was none before; the net may change, and is said after this.
    fn still_none(&self, net_changes: bool) -> &'static str;
    /// They leave payback when it was; the net may change, and is said after this.
    fn stays(&self, moment: &str, net_changes: bool) -> String;
    /// They move payback, from one moment where there was any, to another that is said after this.
    fn moves(&self, from: Option<&str>) -> String;
    /// They leave no costs.
    fn no_costs_left(&self, start: Phrase) -> Phrase;
    /// They leave no savings.
    fn no_savings_left(&self, start: Phrase) -> Phrase;
    /// They change all costs to an amount that is said after this.
    fn costs_go(&self, from: &str) -> String;

    /// When each of two is paid back, after what was said before.
    fn both_paid_back(&self, said: Phrase, payback: Pair<Payback>) -> Phrase;

    /// An amount for each full-time post.
    fn per_post(&self, amount: &str) -> String;
    /// Two values that should agree and do not; `when` is before amounts of some years.
    fn disagreement(&self, kind: Kind, when: &str, left: &str, right: &str) -> String;
    /// By how much.
    fn off_by(&self, difference: &str) -> String;
}
