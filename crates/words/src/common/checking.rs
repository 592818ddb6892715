//! The checks of the documents in words: findings, explanations, agreements and their numbers.

use rust_decimal::{Decimal, RoundingStrategy};

use super::sentence::{columns, years_in};
use super::{document_in_text, full_stop, join, span, the_committee, uncapitalised};
use crate::Wording;
use crate::findings::{Disagreement, Explained};
use engine::findings::{Check, Column, Compared, Evidence, Explanation, Kind, Place, Value, Verdict};
use engine::language::{capitalised, in_small_letters};
use model::money::Thousands;
use model::note::{Document, DocumentName, Unit};

/// One of the two values of a comparison.
pub(crate) fn compared_value<W: Wording + ?Sized>(words: &W, value: &Value) -> String {
    let numbers = words.numbers();
    let percent = |share| numbers.locale.percent(share);
    match value {
        Value::Cell(cell) => numbers.locale.cell(*cell),
        Value::Empty => words.vocabulary().nothing.to_owned(),
        Value::Stated(thousands, _) => numbers.in_exact_millions(*thousands),
        Value::Years(first, last) => span((*first, *last)),
        Value::Payback(Some(years)) => numbers.counted(*years, words.noun(Unit::Years)),
        Value::Payback(None) => words.vocabulary().no_payback.to_owned(),
        Value::PerPost(cost) => words.per_post(&numbers.in_kroner(*cost)),
        Value::Posts(posts) => words.full_time_posts(*posts),
        Value::Count(number, unit, a_year) => words.number(*number, *unit, *a_year),
        Value::Committees(committees) => {
            let names: Vec<String> = committees.iter().map(|committee| the_committee(words, *committee)).collect();
            join(&names, words.vocabulary().and)
        }
        Value::Appropriation(appropriation) => {
            let is_number = |text: &str| text.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
            let shown =
                appropriation.as_deref().map(|text| if is_number(text) { text.to_owned() } else { words.quoted(text) });
            words.charged_to(shown.as_deref())
        }
        Value::Area(area) => words.area(*area).to_owned(),
        Value::Share(share) => percent(*share),
        Value::Target(share, measure) => format!("{} {}", percent(*share), words.named(measure)),
        Value::Against(share, target) => words.against(&percent(*share), &percent(*target)),
        Value::Said(says) => says.iter().map(|says| words.named(says)).collect::<Vec<_>>().join("; "),
        Value::FollowUps(number) => words.follow_ups(*number),
        Value::Unmoved(amounts) => {
            let amounts: Vec<String> =
                amounts.iter().map(|(amount, years)| words.unmoved(&in_short(words, *amount), &span(*years))).collect();
            join(&amounts, words.vocabulary().and)
        }
        Value::Rises(rises) => {
            let rises: Vec<String> = rises
                .iter()
                .map(|(name, rise)| words.rise(&uncapitalised(words.named(name)), &percent_to_a_tenth(words, *rise)))
                .collect();
            join(&rises, words.vocabulary().and)
        }
        Value::Tables(tables) => join(tables, words.vocabulary().and),
    }
}

/// A share of 1 in per cent, with one decimal.
fn percent_to_a_tenth<W: Wording + ?Sized>(words: &W, share: Decimal) -> String {
    words.locale().percent(share.round_dp_with_strategy(3, RoundingStrategy::MidpointAwayFromZero))
}

fn in_short<W: Wording + ?Sized>(words: &W, amount: Thousands) -> String {
    words.numbers().in_short(amount)
}

/// A value inside a sentence, where amounts have their unit.
fn in_sentence<W: Wording + ?Sized>(words: &W, kind: Kind, value: &Value) -> String {
    match (kind, value) {
        (_, Value::Cell(cell)) => in_short(words, *cell),
        (Kind::Title, Value::Said(names)) => {
            let names: Vec<String> = names.iter().map(|name| uncapitalised(words.named(name))).collect();
            join(&names, words.vocabulary().and)
        }
        _ => words.compared_value(value),
    }
}

/// The names of the documents of some places, without those of the other side. Editions of a note have one name.
fn documents_of<W: Wording + ?Sized>(
    words: &W,
    documents: &[Document],
    places: &[Place],
    other_side: &[Place],
) -> Option<String> {
    let is_in = |places: &[Place], id: &str| places.iter().any(|place| place.document == id);
    let own = documents.iter().filter(|document| is_in(places, &document.id) && !is_in(other_side, &document.id));
    let mut notes: Vec<Vec<&Document>> = Vec::new();
    for document in own {
        let is_edition = |note: &&mut Vec<&Document>| {
            note.iter().any(|other| other.edition_of.is_some() && other.edition_of == document.edition_of)
        };
        match notes.iter_mut().find(is_edition) {
            Some(note) => note.push(document),
            None => notes.push(vec![document]),
        }
    }
    let name = |note: &[&Document]| match note {
        [] => String::new(),
        [document] => words.document_in_text(document),
        [first, ..] => {
            let without_edition = document_in_text(words, &DocumentName { edition: None, ..first.name() });
            words.all_editions(&without_edition, note.len())
        }
    };
    let names: Vec<String> = notes.iter().map(|note| name(note)).collect();
    (!names.is_empty()).then(|| join(&names, words.vocabulary().and))
}

/// A sentence for each group of comparisons that differ, and then those of the findings that follow from it.
pub(crate) fn finding_sentences<W: Wording + ?Sized>(words: &W, documents: &[Document], check: &Check) -> Vec<String> {
    let is_told = |follower: &&Check| follower.differences().all(|compared| check.compared.contains(compared));
    let followers = check.same_fact.iter().filter(|follower| !is_told(follower));
    let following = followers.flat_map(|follower| own_sentences(words, documents, follower));
    own_sentences(words, documents, check).into_iter().chain(following).collect()
}

/// A sentence for each group of comparisons of one check that differ.
fn own_sentences<W: Wording + ?Sized>(words: &W, documents: &[Document], check: &Check) -> Vec<String> {
    let [one_side, other_side] = &check.places;
    let first = documents_of(words, documents, one_side, &[]).unwrap_or_default();
    let second = documents_of(words, documents, other_side, one_side);
    let about = check.about.as_ref().map(|about| uncapitalised(words.named(about)));
    let sentence = |(about_columns, compared): (Vec<Column>, &Compared)| {
        let Compared { left, right, .. } = compared;
        let (span, years) = years_in(&about_columns);
        let in_all = about_columns.contains(&Column::Total);
        let when = if years == 0 && !in_all { String::new() } else { words.in_columns(&span, years, in_all) };
        let facts = Disagreement {
            kind: check.kind,
            about: about.as_deref(),
            first: &first,
            second: second.as_deref(),
            columns: &about_columns,
            when: &when,
            left: &in_sentence(words, check.kind, left),
            right: &in_sentence(words, check.kind, right),
            values: [left, right],
        };
        let disagreement = full_stop(capitalised(&words.disagreement(&facts)));
        let difference = match (check.kind, left, right) {
            (Kind::Result, Value::Target(aim, _), Value::Target(share, _)) => aim
                .checked_sub(*share)
                .and_then(|missing| missing.checked_mul(Unit::Share.scale()))
                .map(|points| words.short_by(&words.locale().exact(points))),
            _ => words.numbers().difference(left, right).map(|difference| words.off_by(&difference)),
        };
        match difference {
            Some(difference) => full_stop(format!("{disagreement} {difference}")),
            None => disagreement,
        }
    };
    let posts_from = check.posts_from.as_ref().and_then(|id| documents.iter().find(|document| document.id == *id));
    let posts_from = posts_from.map(|document| words.posts_from(&words.document_in_text(document))).map(full_stop);
    check.grouped(Verdict::Differ).into_iter().map(sentence).chain(posts_from).collect()
}

/// A sentence for everything that could explain the difference, here and in what follows from it.
pub(crate) fn explained<W: Wording + ?Sized>(words: &W, documents: &[Document], check: &Check) -> Vec<String> {
    let document = |id: &String| {
        documents
            .iter()
            .find(|document| document.id == *id)
            .map(|document| words.document_in_text(document))
            .unwrap_or_default()
    };
    let sentence = |explanation: &Explanation| {
        let amount = |amount: &Thousands| in_short(words, *amount);
        let posts = |posts| words.locale().exact(posts);
        let label = |label: &String| words.quoted(label);
        full_stop(capitalised(&match explanation {
            Explanation::LeavesOut(left_out, row) => {
                words.explained(&Explained::LeavesOut(&amount(left_out), &label(row)))
            }
            Explanation::WithAmountOf(year, theirs, other) => {
                words.explained(&Explained::WithAmountOf(*year, &amount(theirs), &document(other)))
            }
            Explanation::FitsIn(other) => words.explained(&Explained::FitsIn(&document(other))),
            Explanation::FitsTotal(granted, row) => {
                words.explained(&Explained::FitsTotal(&amount(granted), &label(row)))
            }
            Explanation::OtherSentence(first, last) => {
                words.explained(&Explained::OtherSentence(&span((*first, *last))))
            }
            Explanation::EmptyColumn(year) => words.explained(&Explained::EmptyColumn(*year)),
            Explanation::OtherPosts(left, right) => {
                words.explained(&Explained::OtherPosts(&posts(*left), &posts(*right)))
            }
            Explanation::OtherDefinition => words.explained(&Explained::OtherDefinition),
            Explanation::OtherPrices(year) => words.explained(&Explained::OtherPrices(*year)),
            Explanation::Proposed(other) => words.explained(&Explained::Proposed(&document(other))),
            Explanation::UpperEnd(share) => words.explained(&Explained::UpperEnd(&words.locale().percent(*share))),
            Explanation::Says(says) => words.explained(&Explained::Says(words.named(says))),
            Explanation::Searched { variant, search } => {
                let note = documents.iter().flat_map(Document::notes).find(|note| note.variant.id == *variant);
                let found = note.map(|note| words.could_explain(note, search).text());
                words.explained(&Explained::Searched(&found.unwrap_or_default()))
            }
        }))
    };
    check.all_explanations().into_iter().map(sentence).collect()
}

/// Each group of comparisons that agree, with its columns and values, and what the agreement is worth; why it cannot be
/// decided where that is so.
pub(crate) fn agreeing_values<W: Wording + ?Sized>(words: &W, check: &Check) -> Vec<String> {
    let in_all = in_small_letters(words.labels().in_all);
    let text = |(about, compared): (Vec<Column>, &Compared)| {
        let (left, right) = (words.compared_value(&compared.left), words.compared_value(&compared.right));
        let values = if left == right || right.is_empty() { left } else { format!("{left} ≈ {right}") };
        format!("{}{values}", columns(&about, &in_all))
    };
    let groups = check.grouped(Verdict::Agree).into_iter().map(text);
    let undecided = (check.verdict() == Verdict::Unknown).then(|| words.undecided(check.kind));
    groups.chain(words.evidence(check.evidence).into_iter().chain(undecided).map(str::to_owned)).collect()
}

/// The numbers of checks and comparisons, by result.
pub(crate) struct Tally {
    /// The number of checks.
    pub(crate) checks: usize,
    /// The number of comparisons in all checks.
    pub(crate) comparisons: usize,
    /// The number of checks that agree.
    pub(crate) agree: usize,
    /// The number of checks that differ.
    pub(crate) differ: usize,
    /// The number of facts that they find.
    pub(crate) facts: usize,
    /// The number of checks that cannot be decided.
    pub(crate) unknown: usize,
    /// The number of sums.
    pub(crate) sums: usize,
    /// The number of sums that add up a row's own equal numbers.
    pub(crate) trivial: usize,
    /// The number of sums that have one part only.
    pub(crate) one_part: usize,
    /// The number of checks whose one side was worked out from the other.
    pub(crate) fitted: usize,
}

impl Tally {
    /// Counts the checks.
    pub(crate) fn of(checks: &[Check]) -> Self {
        let each = || checks.iter().flat_map(Check::with_same_fact);
        let count = |verdict| each().filter(|check| check.verdict() == verdict).count();
        let worth = |evidence| each().filter(|check| check.evidence == evidence).count();
        Self {
            checks: each().count(),
            comparisons: each().map(|check| check.compared.len()).sum(),
            agree: count(Verdict::Agree),
            differ: count(Verdict::Differ),
            facts: checks.iter().filter(|check| check.verdict() == Verdict::Differ).count(),
            unknown: count(Verdict::Unknown),
            sums: checks.iter().filter(|check| check.kind == Kind::Sum).count(),
            trivial: worth(Evidence::Trivial),
            one_part: worth(Evidence::OnePart),
            fitted: worth(Evidence::Fitted),
        }
    }
}
