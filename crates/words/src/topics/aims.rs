//! What the notes promise, report and leave open, in words.

use super::with_closing_comma;
use crate::{AimPart, Wording, rejoined};
use engine::aims::{Aim, Change, FollowedUp, Promise, Report, Tally};
use model::note::{Denominator, Document, DocumentName, FollowUp, ShareTerms, Source};

/// The name of a note without its edition: the editions say the same.
fn note_of(words: &dyn Wording, documents: &[&Document]) -> String {
    match documents {
        [document] => words.document(document),
        [document, ..] => words.document_name(&DocumentName { edition: None, ..document.name() }),
        [] => String::new(),
    }
}

/// Everything that is said about an aim, with the part that each sentence belongs to.
pub(crate) fn aim(words: &dyn Wording, aim: &Aim<'_>) -> Vec<(AimPart, String)> {
    let promises = aim
        .promises
        .iter()
        .flat_map(|promise| promised(words, promise, promise.before.and_then(|before| aim.promises.get(before))));
    let reports = aim.reports.iter().map(|report| (AimPart::Reported, reported(words, aim, report)));
    let judgements = aim.judgements.iter().map(|(document, remark)| {
        let quote = words.quoted(&rejoined(&remark.source.quote));
        (AimPart::Written, format!("{quote} ({})", words.place(&words.document(document), &remark.source)))
    });
    let without_target = aim.without_target.iter().map(|(document, remark)| {
        let place = words.place(&words.document(document), &remark.source);
        (AimPart::Promised, words.messages().aims.without_target(place, words.named(&remark.says)))
    });
    let follow_ups = aim.promises.iter().enumerate().flat_map(|(position, promise)| {
        let document = note_of(words, &promise.documents);
        let since = aim.reports.iter().filter(|report| report.against == Some(position));
        let since: Vec<String> = since
            .map(|report| {
                let document = words.document(report.document);
                words.messages().aims.reported_since(document, words.named(&report.result.period))
            })
            .collect();
        let since = since.join(" ");
        promise.follow_ups.iter().map(move |(follow_up, followed_up)| {
            let promised = follow_up_promised(words, &document, follow_up);
            let became = match followed_up {
                FollowedUp::Reported => since.as_str(),
                FollowedUp::Missing => words.labels().never_reported,
                FollowedUp::NotYet => words.labels().no_later_note,
            };
            (AimPart::of(*followed_up), format!("{promised} {became}"))
        })
    });
    let mut sentences: Vec<(AimPart, String)> = Vec::new();
    for sentence in promises.chain(without_target).chain(reports).chain(judgements).chain(follow_ups) {
        // Two targets may share a follow-up, which is said once.
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences
}

/// A target, how it differs from the one before it, and whether it has been dropped.
fn promised(words: &dyn Wording, promise: &Promise<'_>, before: Option<&Promise<'_>>) -> Vec<(AimPart, String)> {
    let share = words.locale().percent(promise.target.share);
    let document = note_of(words, &promise.documents);
    let said = words.messages().aims.target(document, words.named(&promise.target.measure), &share);
    let said = match promise.target.terms.of {
        Denominator::NormalEffort => format!("{said}. {}", words.labels().per_cent_or_points),
        _ => said,
    };
    let said = (AimPart::Promised, said);
    let changed = promise.change.zip(before).map(|(change, before)| {
        let (name, share_before) = (note_of(words, &before.documents), words.locale().percent(before.target.share));
        (AimPart::Changed, target_changed(words, change, &name, &share_before, &share))
    });
    let dropped =
        promise.dropped_in.map(|newest| (AimPart::Changed, words.messages().aims.dropped(words.document(newest))));
    [Some(said), changed, dropped].into_iter().flatten().collect()
}

/// How a target differs from the one before it.
fn target_changed(words: &dyn Wording, change: Change, before: &str, share_before: &str, share: &str) -> String {
    let aims = &words.messages().aims;
    match change {
        Change::Share => aims.share_changed(before, share, share_before),
        Change::Definition => aims.definition_changed(before),
        Change::People => aims.people_changed(before),
    }
}

/// That a note promises a follow-up, with when.
fn follow_up_promised(words: &dyn Wording, document: &str, follow_up: &FollowUp) -> String {
    let aims = &words.messages().aims;
    let (says, when) = (words.named(&follow_up.says), words.named(&follow_up.when));
    if follow_up.happens {
        aims.promised(document, says, when)
    } else {
        aims.promised_to_follow_up(with_closing_comma(document.to_owned()), says, when)
    }
}

/// A result beside its target, and how the two definitions differ.
pub(crate) fn reported(words: &dyn Wording, aim: &Aim<'_>, report: &Report<'_>) -> String {
    let (aims, locale) = (&words.messages().aims, words.locale());
    let share = report.result.share.map(|share| locale.percent(share)).unwrap_or_default();
    let measure = format!("{share} {}", words.named(&report.result.measure));
    let (document, period) = (words.document(report.document), words.named(&report.result.period));
    let first = match aim.promise_of(report) {
        Some(promise) => aims.reported_against(document, measure, period, locale.percent(promise.target.share)),
        None => aims.reported(document, measure, period),
    };
    let apart = aim.apart(report);
    let of = apart.and_then(|apart| apart.of).map(|(target, result)| other_denominator(words, target, result));
    let also = apart.and_then(|apart| apart.also_counts).map(|also| aims.also_counts(words.named(also)));
    [Some(first), of, also].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// That target and result are shares of different people.
fn other_denominator(words: &dyn Wording, target: Denominator, result: Denominator) -> String {
    let aims = &words.messages().aims;
    let result = words.denominator(result);
    match target {
        Denominator::NotSaid => aims.other_denominator_unsaid(result),
        Denominator::NormalEffort => aims.other_denominator_normal(result),
        target => aims.other_denominator(result, words.denominator(target)),
    }
}

/// How many targets, results and follow-ups there are.
pub(crate) fn aims_tally(words: &dyn Wording, tally: &Tally) -> String {
    let (aims, counted) = (&words.messages().aims, &words.messages().counted);
    let Tally { targets, results, due, reported } = *tally;
    let count = |number: usize| words.count(number.into());
    let numbers = aims.tally(counted.results(&count(results)), counted.targets(&count(targets)));
    let follow_ups = counted.follow_ups(&count(due));
    match (due, due.saturating_sub(reported)) {
        (0, _) => numbers,
        (_, 0) => format!("{numbers} {}", aims.tally_all_reported(follow_ups)),
        (_, missing) => {
            format!("{numbers} {}", aims.tally_missing(follow_ups, &count(missing), &count(reported)))
        }
    }
}

/// The facts of a share beside its definition: a heading, our words, and the document's.
pub(crate) fn terms<'t>(words: &dyn Wording, terms: &'t ShareTerms) -> Vec<(&'static str, String, Option<&'t Source>)> {
    let labels = words.labels();
    let unsaid = || words.denominator(Denominator::NotSaid).to_owned();
    let when = terms.when.as_ref();
    let of = match terms.of {
        Denominator::NormalEffort => {
            (labels.compared_with, format!("{} {}", labels.more_than_normal, labels.per_cent_or_points))
        }
        of => (labels.share_of, words.denominator(of).to_owned()),
    };
    let mut facts = vec![
        (of.0, of.1, terms.whom.as_ref()),
        (labels.share_counts, String::new(), Some(&terms.success)),
        (labels.share_when, when.map_or_else(unsaid, |_| String::new()), when),
    ];
    facts.extend(terms.called_effect.as_ref().map(|source| (labels.called_effect, String::new(), Some(source))));
    facts
}
