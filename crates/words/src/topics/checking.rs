//! The checks of the documents in words: findings, explanations, agreements and their numbers.

use rust_decimal::Decimal;

use super::disagreeing::Disagreement;
use super::sentence::columns;
use super::{full_stop, join, rounded, span, the_committee, uncapitalised};
use crate::Words;
use crate::choices::undecided;
use crate::messages::at;
use engine::findings::{Check, Column, Compared, Evidence, Explanation, Kind, Place, Value, Verdict};
use model::language::{capitalised, in_small_letters};
use model::money::Thousands;
use model::note::{CountUnit, Document, DocumentName, Names, Reach, Unit};

impl Words {
    /// The line on how many checks there are, how many of them agree, differ or cannot be decided, and how many of those
    /// that agree say nothing.
    #[must_use]
    pub fn tally(self, checks: &[Check]) -> String {
        let (messages, counted) = (&self.messages().tally, &self.messages().counted);
        let tally = Tally::of(checks);
        let count = |number: usize| self.count(number.into());
        let (agree, differ) = (messages.agree(&count(tally.agree)), messages.differ(&count(tally.differ)));
        let (checks, comparisons) =
            (counted.checks(&count(tally.checks)), counted.comparisons(&count(tally.comparisons)));
        let all = match tally.unknown {
            0 => messages.all(at::Agree(agree), at::Checks(checks), at::Comparisons(comparisons), at::Differ(differ)),
            unknown => messages.all_and_unknown(
                at::Agree(agree),
                at::Checks(checks),
                at::Comparisons(comparisons),
                at::Differ(differ),
                at::Unknown(&count(unknown)),
            ),
        };
        let together = (tally.facts != tally.differ).then(|| messages.together(&count(tally.facts)));
        let trivial =
            (tally.trivial > 0).then(|| messages.trivial(&count(tally.trivial), counted.sums(&count(tally.sums))));
        let one_part = (tally.one_part > 0).then(|| messages.one_part(&count(tally.one_part)));
        let fitted = (tally.fitted > 0).then(|| messages.fitted(&count(tally.fitted)));
        [Some(all), together, trivial, one_part, fitted].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// How many comparisons there are, and how many things differ.
    #[must_use]
    pub fn tally_in_short(self, checks: &[Check]) -> String {
        let tally = Tally::of(checks);
        let comparisons = self.messages().counted.comparisons(&self.count(tally.comparisons.into()));
        let messages = &self.messages().tally;
        match (tally.comparisons, tally.facts) {
            (0, _) => messages.nothing_to_compare.to_owned(),
            (_, 0) => messages.nothing_differs(comparisons),
            (_, facts) => messages.in_short(&self.count(facts.into()), comparisons),
        }
    }

    /// One of the two values of a comparison.
    #[must_use]
    pub fn compared_value(self, value: &Value) -> String {
        let (parts, counted, numbers) = (&self.messages().finding_parts, &self.messages().counted, self.numbers());
        let percent = |share| numbers.locale.percent(share);
        match value {
            Value::Cell(cell) => numbers.locale.cell(*cell),
            Value::Empty => parts.nothing.to_owned(),
            Value::Stated(thousands, _) => numbers.in_exact_millions(*thousands),
            Value::Years(first, last) => span((*first, *last)),
            Value::Payback(Some(years)) => numbers.counted(*years, Unit::Years),
            Value::Payback(None) => parts.no_payback.to_owned(),
            Value::PerPost(cost) => self.messages().amounts.per_post(numbers.in_kroner(*cost)),
            Value::Posts(posts) => numbers.counted(*posts, Unit::Posts),
            Value::Count(number, unit, a_year) => {
                let number = match unit {
                    CountUnit::Share => percent(*number),
                    CountUnit::People | CountUnit::Posts | CountUnit::Talks => numbers.locale.exact(*number),
                };
                if *a_year { parts.a_year(number) } else { number }
            }
            Value::Committees(committees) => {
                let names: Vec<String> = committees.iter().map(|committee| the_committee(self, *committee)).collect();
                join(&names, self.messages().lists.and)
            }
            Value::Appropriation(appropriation) => {
                let is_number = |text: &str| text.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
                let shown = appropriation
                    .as_deref()
                    .map(|text| if is_number(text) { text.to_owned() } else { self.quoted(text) });
                shown.map_or_else(|| parts.no_appropriation.to_owned(), |shown| parts.appropriation(shown))
            }
            Value::Area(area) => self.area(area).to_owned(),
            Value::Share(share) => percent(*share),
            Value::Target(reach, measure) => format!("{} {}", self.reach(*reach), self.named(measure)),
            Value::Against(share, target) => {
                parts.against(at::Share(self.reach(*share)), at::Target(self.reach(*target)))
            }
            Value::Said(says) => says.iter().map(|says| self.named(says)).collect::<Vec<_>>().join("; "),
            Value::FollowUps(number) => counted.follow_ups(&self.count((*number).into())),
            Value::Unmoved(amounts) => {
                let amounts: Vec<String> = amounts
                    .iter()
                    .map(|(amount, years)| parts.unmoved(at::Amount(in_short(self, *amount)), at::Years(span(*years))))
                    .collect();
                join(&amounts, self.messages().lists.and)
            }
            Value::Rises(rises) => {
                let rise = |(name, rise): &(Names, Decimal)| {
                    parts.rise(at::Name(uncapitalised(self.named(name))), at::Rise(percent(rounded(*rise, 3))))
                };
                let rises: Vec<String> = rises.iter().map(rise).collect();
                join(&rises, self.messages().lists.and)
            }
            Value::Tables(tables) => join(tables, self.messages().lists.and),
        }
    }

    /// A finding: a sentence for each group of comparisons that differ.
    #[must_use]
    pub fn finding_sentences(self, documents: &[Document], check: &Check) -> Vec<String> {
        let is_told = |follower: &&Check| follower.differences().all(|compared| check.compared.contains(compared));
        let followers = check.same_fact.iter().filter(|follower| !is_told(follower));
        let following = followers.flat_map(|follower| own_sentences(self, documents, follower));
        own_sentences(self, documents, check).into_iter().chain(following).collect()
    }

    /// What a finding compares, what it is about, and in which documents. It tells findings of one kind apart.
    #[must_use]
    pub fn finding_title(self, documents: &[Document], check: &Check) -> String {
        let [one_side, other_side] = &check.places;
        let first = documents_of(self, documents, one_side, &[]);
        let second = documents_of(self, documents, other_side, one_side);
        let papers = [first, second].into_iter().flatten().collect::<Vec<_>>().join(" ↔ ");
        let about = check.about.as_ref().map(|about| uncapitalised(self.named(about)));
        let parts = [Some(self.kind(check.kind).to_owned()), about, Some(papers).filter(|papers| !papers.is_empty())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// What could explain a finding: a sentence for each explanation.
    #[must_use]
    pub fn explanations(self, documents: &[Document], check: &Check) -> Vec<String> {
        let document = |id: &String| {
            documents
                .iter()
                .find(|document| document.id == *id)
                .map(|document| self.document(document))
                .unwrap_or_default()
        };
        let reasons = &self.messages().finding_reasons;
        let sentence = |explanation: &Explanation| {
            let amount = |amount: &Thousands| in_short(self, *amount);
            let posts = |posts: &Decimal| self.locale().exact(*posts);
            let label = |label: &String| self.quoted(label);
            capitalised(&match explanation {
                Explanation::LeavesOut(left_out, row) => {
                    reasons.leaves_out(at::Amount(amount(left_out)), at::Row(label(row)))
                }
                Explanation::WithAmountOf(year, theirs, other) => {
                    reasons.with_amount_of(at::Amount(amount(theirs)), at::Document(document(other)), at::Year(*year))
                }
                Explanation::FitsIn(other) => reasons.fits_in(document(other)),
                Explanation::FitsTotal(granted, row) => {
                    reasons.fits_total(at::Amount(amount(granted)), at::Row(label(row)))
                }
                Explanation::OtherSentence(first, last) => reasons.other_sentence(span((*first, *last))),
                Explanation::EmptyColumn(year) => reasons.empty_column(*year),
                Explanation::OtherPosts(left, right) => {
                    reasons.other_posts(at::Left(posts(left)), at::Right(posts(right)))
                }
                Explanation::OtherDefinition => reasons.other_definition.to_owned(),
                Explanation::OtherPrices(year) => reasons.other_prices(*year),
                Explanation::Proposed(other) => reasons.proposed(document(other)),
                Explanation::UpperEnd(share) => reasons.upper_end(self.locale().percent(*share)),
                Explanation::Says(says) => full_stop(self.named(says).to_owned()),
                Explanation::Searched { variant, search } => {
                    let note = documents.iter().flat_map(Document::notes).find(|note| note.variant.id == *variant);
                    let found = note.map(|note| self.could_explain(note, search).text());
                    full_stop(found.unwrap_or_default())
                }
            })
        };
        check.all_explanations().into_iter().map(sentence).collect()
    }

    /// A check that agrees: each group of comparisons with its columns and values, and what the agreement is worth.
    #[must_use]
    pub fn agreeing_values(self, check: &Check) -> Vec<String> {
        let in_all = in_small_letters(self.labels().figures.in_all);
        let text = |(about, compared): (Vec<Column>, &Compared)| {
            let (left, right) = (self.compared_value(&compared.left), self.compared_value(&compared.right));
            let values = if left == right || right.is_empty() { left } else { format!("{left} ≈ {right}") };
            format!("{}{values}", columns(&about, &in_all))
        };
        let groups = check.grouped(Verdict::Agree).into_iter().map(text);
        let undecided = (check.verdict() == Verdict::Unknown).then(|| undecided(self, check.kind));
        groups.chain(self.evidence(check.evidence).into_iter().chain(undecided).map(str::to_owned)).collect()
    }
}

fn in_short(words: Words, amount: Thousands) -> String {
    words.numbers().in_short(amount)
}

/// A value inside a sentence, where amounts have their unit.
fn in_sentence(words: Words, kind: Kind, value: &Value) -> String {
    match (kind, value) {
        (_, Value::Cell(cell)) => in_short(words, *cell),
        (Kind::Title, Value::Said(names)) => {
            let names: Vec<String> = names.iter().map(|name| uncapitalised(words.named(name))).collect();
            join(&names, words.messages().lists.and)
        }
        _ => words.compared_value(value),
    }
}

/// The names of the documents of some places, without those of the other side. Editions of a note have one name.
fn documents_of(words: Words, documents: &[Document], places: &[Place], other_side: &[Place]) -> Option<String> {
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
        [document] => words.document(document),
        [first, ..] => {
            let without_edition = words.document_name(&DocumentName { edition: None, ..first.name() });
            {
                let parts = &words.messages().finding_parts;
                if note.len() == 2 { parts.both_editions(without_edition) } else { parts.all_editions(without_edition) }
            }
        }
    };
    let names: Vec<String> = notes.iter().map(|note| name(note)).collect();
    (!names.is_empty()).then(|| join(&names, words.messages().lists.and))
}

/// A sentence for each group of comparisons of one check that differ.
fn own_sentences(words: Words, documents: &[Document], check: &Check) -> Vec<String> {
    let [one_side, other_side] = &check.places;
    let first = documents_of(words, documents, one_side, &[]).unwrap_or_default();
    let second = documents_of(words, documents, other_side, one_side);
    let about = check.about.as_ref().map(|about| uncapitalised(words.named(about)));
    let sentence = |(columns, compared): (Vec<Column>, &Compared)| {
        let Compared { left, right, .. } = compared;
        let facts = Disagreement {
            kind: check.kind,
            about: about.as_deref(),
            first: &first,
            second: second.as_deref(),
            columns: &columns,
            left: &in_sentence(words, check.kind, left),
            right: &in_sentence(words, check.kind, right),
            read: one_side.first().map_or("", |place| &place.words),
            values: [left, right],
        };
        let disagreement = capitalised(&facts.sentence(words));
        let findings = &words.messages().findings;
        let difference = match (check.kind, left, right) {
            (Kind::Result, Value::Target(Reach::Share(aim), _), Value::Target(Reach::Share(share), _)) => aim
                .checked_sub(*share)
                .and_then(|missing| missing.checked_mul(Unit::Share.scale()))
                .map(|points| findings.short_by(words.locale().exact(points))),
            _ => words.numbers().difference(left, right).map(|difference| findings.off_by(difference)),
        };
        match difference {
            Some(difference) => format!("{disagreement} {difference}"),
            None => disagreement,
        }
    };
    let posts_from = check.posts_from.as_ref().and_then(|id| documents.iter().find(|document| document.id == *id));
    let posts_from = posts_from.map(|document| words.messages().findings.posts_from(words.document(document)));
    check.grouped(Verdict::Differ).into_iter().map(sentence).chain(posts_from).collect()
}

/// The numbers of checks and comparisons, by result.
struct Tally {
    /// The number of checks.
    checks: usize,
    /// The number of comparisons in all checks.
    comparisons: usize,
    /// The number of checks that agree.
    agree: usize,
    /// The number of checks that differ.
    differ: usize,
    /// The number of facts that they find.
    facts: usize,
    /// The number of checks that cannot be decided.
    unknown: usize,
    /// The number of sums.
    sums: usize,
    /// The number of sums that add up a row's own equal numbers.
    trivial: usize,
    /// The number of sums that have one part only.
    one_part: usize,
    /// The number of checks whose one side was worked out from the other.
    fitted: usize,
}

impl Tally {
    /// Counts the checks.
    fn of(checks: &[Check]) -> Self {
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
