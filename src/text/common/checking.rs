//! The checks of the documents in words: findings, agreements and their numbers.

use super::sentence::columns;
use super::{full_stop, join, span, the_committee};
use crate::findings::{Check, Column, Compared, Value, Verdict};
use crate::language::{capitalised, in_small_letters};
use crate::note::Unit;
use crate::text::Wording;

/// One of the two values of a comparison.
pub(in crate::text) fn compared_value<W: Wording + ?Sized>(words: &W, value: &Value) -> String {
    let numbers = words.numbers();
    match value {
        Value::Cell(cell) => numbers.locale.cell(*cell),
        Value::Empty => words.vocabulary().nothing.to_owned(),
        Value::Stated(thousands, _) => numbers.in_exact_millions(*thousands),
        Value::Years(first, last) => span((*first, *last)),
        Value::Payback(Some(years)) => numbers.counted(*years, words.noun(Unit::Years)),
        Value::Payback(None) => words.vocabulary().no_payback.to_owned(),
        Value::PerPost(cost) => words.per_post(&numbers.in_kroner(*cost)),
        Value::Committees(committees) => {
            let names: Vec<String> = committees.iter().map(|committee| the_committee(words, *committee)).collect();
            join(&names, words.vocabulary().and)
        }
        Value::Target(share, measure) => {
            format!("{} {}", numbers.locale.percent(*share), words.named(measure))
        }
    }
}

/// A sentence for each group of comparisons that differ.
pub(in crate::text) fn finding_sentences<W: Wording + ?Sized>(words: &W, check: &Check) -> Vec<String> {
    let in_all = in_small_letters(words.labels().in_all);
    let sentence = |(about, compared): (Vec<Column>, &Compared)| {
        let (left, right) = (words.compared_value(&compared.left), words.compared_value(&compared.right));
        let disagreement = words.disagreement(check.kind, &columns(&about, &in_all), &left, &right);
        let disagreement = full_stop(capitalised(&disagreement));
        match words.numbers().difference(&compared.left, &compared.right, words.noun(Unit::Years)) {
            Some(difference) => full_stop(format!("{disagreement} {}", words.off_by(&difference))),
            None => disagreement,
        }
    };
    check.grouped(Verdict::Differ).into_iter().map(sentence).collect()
}

/// Each group of comparisons that agree, with its columns and values.
pub(in crate::text) fn agreeing_values<W: Wording + ?Sized>(words: &W, check: &Check) -> Vec<String> {
    let in_all = in_small_letters(words.labels().in_all);
    let text = |(about, compared): (Vec<Column>, &Compared)| {
        let (left, right) = (words.compared_value(&compared.left), words.compared_value(&compared.right));
        let values = if left == right { left } else { format!("{left} ≈ {right}") };
        format!("{}{values}", columns(&about, &in_all))
    };
    check.grouped(Verdict::Agree).into_iter().map(text).collect()
}

/// The numbers of checks and comparisons, by result.
pub(in crate::text) struct Tally {
    /// The number of checks.
    pub(in crate::text) checks: usize,
    /// The number of comparisons in all checks.
    pub(in crate::text) comparisons: usize,
    /// The number of checks that agree.
    pub(in crate::text) agree: usize,
    /// The number of checks that differ.
    pub(in crate::text) differ: usize,
    /// The number of checks that cannot be decided.
    pub(in crate::text) unknown: usize,
}

impl Tally {
    /// Counts the checks.
    pub(in crate::text) fn of(checks: &[Check]) -> Self {
        let count = |verdict| checks.iter().filter(|check| check.verdict() == verdict).count();
        Self {
            checks: checks.len(),
            comparisons: checks.iter().map(|check| check.compared.len()).sum(),
            agree: count(Verdict::Agree),
            differ: count(Verdict::Differ),
            unknown: count(Verdict::Unknown),
        }
    }
}
