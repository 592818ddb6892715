//! The words that a language supplies for the sentences that are put together in the same way in every language.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::common::{AskWords, CostWords, CouldExplainWords, LimitWords, NameWords, NetWords, Noun, Numbers};
use super::phrase::Phrase;
use engine::aims::Change;
use engine::answer::Changed;
use engine::compare::Pair;
use engine::figures::PaybackCheck;
use engine::payback::Payback;
use model::note::{Denominator, FollowUp, Phase, Unit, Year};
use model::scenario::PostsCount;

/// The fixed words of the sentences that [`common`](super::common) puts together.
pub struct Vocabulary {
    /// How numbers are written with the things they count.
    pub(super) numbers: Numbers,
    /// The names of the numbers that can be explained.
    pub(super) asks: AskWords,
    /// The words for how the net changes.
    pub(super) net: NetWords,
    /// The words that name a scenario.
    pub(super) names: NameWords,
    /// The words for which of two scenarios costs more.
    pub(super) costs: CostWords,
    /// The words for the values that a driver needs for payback in time.
    pub(super) limits: LimitWords,
    /// The words for what could explain printed payback times.
    pub(super) could_explain: CouldExplainWords,
    /// The conjunction before the last item of a list.
    pub(super) and: &'static str,
    /// The numbers from zero to twenty in words. In Danish they are in the neuter, as before "år".
    pub(super) numerals: [&'static str; 21],
    /// The name of the perspective of the whole city.
    pub(super) city: &'static str,
    /// The name of the perspective of service alone.
    pub(super) service: &'static str,
    /// The name of the perspective of the efforts that have savings.
    pub(super) saving_efforts: &'static str,
    /// A payback of zero years.
    pub(super) at_once: &'static str,
    /// An amount that cannot be computed.
    pub(super) unknown: &'static str,
    /// The step of an explanation where the costs are never paid back.
    pub(super) never_saved: &'static str,
    /// The step of an explanation where the costs are paid back within the first year.
    pub(super) saved_at_once: &'static str,
    /// The end of the sentence on changes that leave all costs as they were, in a note without savings.
    pub(super) costs_stay: &'static str,
    /// The sentence on two scenarios that do not differ.
    pub(super) the_same: &'static str,
    /// In a check: one document prints no amount where the other does.
    pub(super) nothing: &'static str,
    /// In a check: the tables lead to no payback.
    pub(super) no_payback: &'static str,
}

/// The words and the grammar from which [`Wording`](super::Wording) builds its texts. Only this module calls it. The
/// arguments are already formatted in the language.
pub trait Words: Sync {
    /// The fixed words.
    fn vocabulary(&self) -> &'static Vocabulary;
    /// How the language writes numbers with the things they count.
    fn numbers(&self) -> &'static Numbers {
        &self.vocabulary().numbers
    }
    /// The noun for what a unit counts.
    fn noun(&self, unit: Unit) -> Noun;
    /// "4. år".
    fn nth_year(&self, years: Decimal) -> String;
    /// The words below a net over all years: a saving in all, zero, or a cost in all.
    fn comes_to(&self, net: Ordering) -> &'static str;

    /// The budget of a year: "budget 2022".
    fn budget(&self, year: Year) -> String;
    /// A note by its short name and its budget, in running text: "BI07 i budget 2022".
    fn in_budget(&self, note: &str, year: Year) -> String;
    /// The table of a document with this number.
    fn table(&self, number: &str) -> String;
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
    /// The phase in which a share of an amount is counted.
    fn phase(&self, phase: Phase) -> &'static str;
    /// The step of an explanation that rounds an exact number of posts up.
    fn rounded_up(&self, exact: &str, posts: &str, counted_in: &str) -> String;
    fn posts_stay(&self, posts: &str) -> String;
    /// The step of an explanation that rounds an amount to whole thousands.
    fn rounded(&self, cell: &str) -> String;
    /// The step of an explanation that adds up parts.
    fn adds_up(&self, whole: &str) -> String;
    /// The step of an explanation that says that the costs are paid back by the end of a year.
    fn saved_by(&self, year: Year) -> String;
    /// The step of an explanation with what is left after some years and what the next year gains.
    fn left_after(&self, years: &str, left: &str, gain: &str) -> String;
    /// The step of an explanation that discounts the amounts of later years.
    fn discounted_by(&self, divisor: &str) -> String;

    /// A changed driver: "sagsstammen fra 25 til 20".
    fn change(&self, changed: &Changed<'_>) -> String;
    /// A change of how posts are counted.
    fn counting(&self, posts: PostsCount) -> String;
    /// The number of changes that the sentence does not name.
    fn more_changes(&self, more: usize) -> String;
    /// The beginning of the sentence on what the reader's changes do: the list of the changes.
    fn having(&self, changes: &str) -> String;
    /// The changes still give no payback. If the net changes, the sentence goes on with that.
    fn still_none(&self, net_changes: bool) -> &'static str;
    /// The changes do not move payback. If the net changes, the sentence goes on with that.
    fn stays(&self, moment: &str, net_changes: bool) -> String;
    /// The changes move payback; `from` is `None` where there was none. The sentence goes on with the new moment.
    fn moves(&self, from: Option<&str>) -> String;
    /// The changes leave no costs. Ends the sentence.
    fn no_costs_left(&self, start: Phrase) -> Phrase;
    /// The changes leave no savings. Ends the sentence.
    fn no_savings_left(&self, start: Phrase) -> Phrase;
    /// The changes change all costs. The sentence goes on with the new amount.
    fn costs_go(&self, from: &str) -> String;

    /// Adds a sentence on what comes back for each krone in each of two scenarios, with the year of each.
    fn both_give(&self, start: Phrase, returned: Pair<(String, Year)>) -> Phrase;
    /// Adds a sentence on when each of two scenarios is paid back.
    fn both_paid_back(&self, start: Phrase, payback: Pair<Payback>) -> Phrase;

    /// That these payback times come out: the end of the sentence on a value. `own` says that the documents name the value.
    fn gives(&self, years: &str, own: Option<&str>) -> String;
    /// That a value lies within the range that the note gives. It stands inside a sentence.
    fn in_own_range(&self, value: &str, range: &str) -> String;
    /// That a value is another one that the note has, with its name. It stands inside a sentence.
    fn own_alternative(&self, value: &str, name: &str) -> String;
    /// The sentence that every value that was tried between these two does the same.
    fn also_between(&self, lowest: &str, highest: &str) -> String;
    /// The sentence that this could explain the printed numbers, which the note does not say.
    fn could_be_why(&self, numbers: usize) -> String;
    /// The sentence that no value gives these payback times.
    fn nothing_gives(&self, years: &str) -> String;
    /// The sentence on how many values of how many drivers were tried.
    fn tried(&self, values: usize, drivers: usize) -> String;
    /// The sentence that the reader's values give these payback times.
    fn chosen_give(&self, years: &str) -> String;
    /// The sentences on what the tables end with, and how long the last saving takes to cover it; `None` where nothing is
    /// left after the tables.
    fn tables_and_after(&self, check: &PaybackCheck) -> Option<String>;

    /// How a target differs from the one before it.
    fn target_changed(&self, change: Change, before: &str, share_before: &str, share: &str) -> String;
    /// That the newest note about the effort no longer has the target.
    fn target_dropped(&self, newest: &str) -> String;
    /// A result: what was measured, when, who reports it, and the share of the target.
    fn reported(&self, measure: &str, period: &str, document: &str, target: Option<&str>) -> String;
    /// That target and result are shares of different people.
    fn other_denominator(&self, target: Denominator, result: Denominator) -> String;
    /// That something counts in the result that does not count in the target.
    fn also_counts(&self, also: &str) -> String;
    /// The sentence that a note promises a follow-up, with when.
    fn follow_up_promised(&self, document: &str, follow_up: &FollowUp) -> String;
    /// The sentence that a later note has a result, with what it is about.
    fn reported_since(&self, period: &str, document: &str) -> String;
    /// The sentences that a note wants something, and that no target measures it.
    fn without_target(&self, says: &str, place: &str) -> String;

    /// An amount per full-time post.
    fn per_post(&self, amount: &str) -> String;
}
