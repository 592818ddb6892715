//! What the notes promise, report and leave open, in words.

use super::full_stop;
use crate::{AimPart, Wording, rejoined};
use engine::aims::{Aim, FollowedUp, Promise, Report};
use model::note::{Denominator, Document, DocumentName, ShareTerms, Source};

/// The name of a note without its edition: the editions say the same.
fn note_of<W: Wording + ?Sized>(words: &W, documents: &[&Document]) -> String {
    match documents {
        [document] => words.document(document),
        [document, ..] => words.document_name(&DocumentName { edition: None, ..document.name() }),
        [] => String::new(),
    }
}

/// Everything that is said about an aim, with the part that each sentence belongs to.
pub(crate) fn aim<W: Wording + ?Sized>(words: &W, aim: &Aim<'_>) -> Vec<(AimPart, String)> {
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
        (AimPart::Promised, words.without_target(words.named(&remark.says), &place))
    });
    let follow_ups = aim.promises.iter().enumerate().flat_map(|(position, promise)| {
        let document = note_of(words, &promise.documents);
        let since = aim.reports.iter().filter(|report| report.against == Some(position));
        let since: Vec<String> = since
            .map(|report| words.reported_since(words.named(&report.result.period), &words.document(report.document)))
            .collect();
        let since = since.join(" ");
        promise.follow_ups.iter().map(move |(follow_up, followed_up)| {
            let promised = words.follow_up_promised(&document, follow_up);
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
fn promised<W: Wording + ?Sized>(
    words: &W,
    promise: &Promise<'_>,
    before: Option<&Promise<'_>>,
) -> Vec<(AimPart, String)> {
    let share = words.locale().percent(promise.target.share);
    let document = note_of(words, &promise.documents);
    let said = format!("{share} {} ({document})", words.named(&promise.target.measure));
    let said = match promise.target.terms.of {
        Denominator::NormalEffort => format!("{said}. {}", words.labels().per_cent_or_points),
        _ => said,
    };
    let said = (AimPart::Promised, said);
    let changed = promise.change.zip(before).map(|(change, before)| {
        let (name, share_before) = (note_of(words, &before.documents), words.locale().percent(before.target.share));
        (AimPart::Changed, words.target_changed(change, &name, &share_before, &share))
    });
    let dropped = promise.dropped_in.map(|newest| (AimPart::Changed, words.target_dropped(&words.document(newest))));
    [Some(said), changed, dropped].into_iter().flatten().collect()
}

/// A result beside its target, and how the two definitions differ.
pub(crate) fn reported<W: Wording + ?Sized>(words: &W, aim: &Aim<'_>, report: &Report<'_>) -> String {
    let locale = words.locale();
    let share = report.result.share.map(|share| locale.percent(share)).unwrap_or_default();
    let target = aim.promise_of(report).map(|promise| locale.percent(promise.target.share));
    let measure = format!("{share} {}", words.named(&report.result.measure));
    let period = words.named(&report.result.period);
    let first = words.reported(&measure, period, &words.document(report.document), target.as_deref());
    let apart = aim.apart(report);
    let of = apart.and_then(|apart| apart.of).map(|(target, result)| words.other_denominator(target, result));
    let also = apart.and_then(|apart| apart.also_counts).map(|also| words.also_counts(words.named(also)));
    [Some(first), of, also].into_iter().flatten().map(full_stop).collect::<Vec<_>>().join(" ")
}

/// The facts of a share beside its definition: a heading, our words, and the document's.
pub(crate) fn terms<'t, W: Wording + ?Sized>(
    words: &W,
    terms: &'t ShareTerms,
) -> Vec<(&'static str, String, Option<&'t Source>)> {
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
