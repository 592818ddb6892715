//! What the notes promise, report and leave open, in words.

use super::with_closing_comma;
use crate::messages::at;
use crate::{AimPart, Words, rejoined};
use engine::aims::{Aim, Change, FollowedUp, Promise, Report, Tally};
use model::note::{Denominator, Document, DocumentName, FollowUp, Reach, ShareTerms, Source};

/// The name of a note without its edition: the editions say the same.
fn note_of(words: Words, documents: &[&Document]) -> String {
    match documents {
        [document] => words.document(document),
        [document, ..] => words.document_name(&DocumentName { edition: None, ..document.name() }),
        [] => String::new(),
    }
}

impl Words {
    /// Everything that is said about an aim, with the part that each sentence belongs to.
    #[must_use]
    pub fn aim(self, aim: &Aim<'_>) -> Vec<(AimPart, String)> {
        let promises = aim
            .promises
            .iter()
            .flat_map(|promise| promised(self, promise, promise.before.and_then(|before| aim.promises.get(before))));
        let reports = aim.reports.iter().map(|report| (AimPart::Reported, self.reported_result(aim, report)));
        let judgements = aim.judgements.iter().map(|(document, remark)| {
            let quote = self.quoted(&rejoined(remark.source.words()));
            (AimPart::Written, format!("{quote} ({})", self.place(&self.document(document), &remark.source)))
        });
        let without_target = aim.without_target.iter().map(|(document, remark)| {
            let place = self.place(&self.document(document), &remark.source);
            (
                AimPart::Promised,
                self.messages().aims.without_target(at::Place(place), at::Says(self.named(&remark.says))),
            )
        });
        let follow_ups = aim.promises.iter().enumerate().flat_map(|(position, promise)| {
            let document = note_of(self, &promise.documents);
            let since = aim.reports.iter().filter(|report| report.against == Some(position));
            let since: Vec<String> = since
                .map(|report| {
                    let document = self.document(report.document);
                    self.messages()
                        .aims
                        .reported_since(at::Document(document), at::Period(self.named(&report.result.period)))
                })
                .collect();
            let since = since.join(" ");
            // Where the note lists what it follows up on, that says when.
            let alone = promise.target.follow_up.as_ref().filter(|_| promise.follow_ups.is_empty());
            let alone =
                alone.map(|when| self.messages().aims.follow_up(at::Document(&document), at::When(self.named(when))));
            let listed = promise.follow_ups.iter().map(move |(follow_up, followed_up)| {
                let promised = follow_up_promised(self, &document, follow_up);
                let became = match followed_up {
                    FollowedUp::Reported => since.as_str(),
                    FollowedUp::Missing => self.labels().aims.never_reported,
                    FollowedUp::NotYet => self.labels().aims.no_later_note,
                };
                (AimPart::of(*followed_up), format!("{promised} {became}"))
            });
            alone.map(|said| (AimPart::NotYet, said)).into_iter().chain(listed)
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

    /// How many are to reach an aim or have reached it: "40 %", or the number of people alone.
    #[must_use]
    pub fn reach(self, reach: Reach) -> String {
        match reach {
            Reach::Share(share) => self.locale().percent(share),
            Reach::People(people) => self.locale().exact(people.into()),
        }
    }

    /// A result beside its target, and how the two definitions differ.
    #[must_use]
    pub fn reported_result(self, aim: &Aim<'_>, report: &Report<'_>) -> String {
        let aims = &self.messages().aims;
        let measure = format!("{} {}", self.reach(report.reach), self.named(&report.result.measure));
        let (document, period) = (self.document(report.document), self.named(&report.result.period));
        let first = match aim.promise_of(report) {
            Some(promise) => aims.reported_against(
                at::Document(document),
                at::Measure(measure),
                at::Period(period),
                at::Target(self.reach(promise.target.reach)),
            ),
            None => aims.reported(at::Document(document), at::Measure(measure), at::Period(period)),
        };
        let apart = aim.apart(report);
        let of = apart.and_then(|apart| apart.of).map(|(target, result)| other_denominator(self, target, result));
        let also = apart.and_then(|apart| apart.also_counts).map(|also| aims.also_counts(self.named(also)));
        [Some(first), of, also].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// How many targets, results and follow-ups there are.
    #[must_use]
    pub fn aims_tally(self, tally: &Tally) -> String {
        let (aims, counted) = (&self.messages().aims, &self.messages().counted);
        let Tally { targets, results, due, reported } = *tally;
        let count = |number: usize| self.count(number.into());
        let numbers =
            aims.tally(at::Results(counted.results(&count(results))), at::Targets(counted.targets(&count(targets))));
        let follow_ups = counted.follow_ups(&count(due));
        match (due, due.saturating_sub(reported)) {
            (0, _) => numbers,
            (_, 0) => format!("{numbers} {}", aims.tally_all_reported(follow_ups)),
            (_, missing) => {
                format!(
                    "{numbers} {}",
                    aims.tally_missing(
                        at::FollowUps(follow_ups),
                        at::Missing(&count(missing)),
                        at::Reported(&count(reported))
                    )
                )
            }
        }
    }

    /// What a share is a share of: for each fact its heading, our own words, and the document's.
    #[must_use]
    pub fn terms(self, terms: &ShareTerms) -> Vec<(&'static str, String, Option<&Source>)> {
        let labels = self.labels();
        let unsaid = || self.denominator(Denominator::NotSaid).to_owned();
        let when = terms.when.as_ref();
        let of = match terms.of {
            Denominator::NormalEffort => (
                labels.aims.compared_with,
                format!("{} {}", labels.aims.more_than_normal, labels.aims.per_cent_or_points),
            ),
            of => (labels.aims.share_of, self.denominator(of).to_owned()),
        };
        let mut facts = vec![
            (of.0, of.1, terms.whom.as_ref()),
            (labels.aims.share_counts, String::new(), Some(&terms.success)),
            (labels.aims.share_when, when.map_or_else(unsaid, |_| String::new()), when),
        ];
        facts.extend(
            terms.called_effect.as_ref().map(|source| (labels.aims.called_effect, String::new(), Some(source))),
        );
        facts
    }
}

/// A target, how it differs from the one before it, and whether it has been dropped.
fn promised(words: Words, promise: &Promise<'_>, before: Option<&Promise<'_>>) -> Vec<(AimPart, String)> {
    let share = words.reach(promise.target.reach);
    let document = note_of(words, &promise.documents);
    let said = words.messages().aims.target(
        at::Document(document),
        at::Measure(words.named(&promise.target.measure)),
        at::Share(&share),
    );
    let said = match promise.target.denominator() {
        Denominator::NormalEffort => format!("{said}. {}", words.labels().aims.per_cent_or_points),
        _ => said,
    };
    let said = (AimPart::Promised, said);
    let changed = promise.change.zip(before).map(|(change, before)| {
        let (name, share_before) = (note_of(words, &before.documents), words.reach(before.target.reach));
        (AimPart::Changed, target_changed(words, change, &name, &share_before, &share))
    });
    let dropped =
        promise.dropped_in.map(|newest| (AimPart::Changed, words.messages().aims.dropped(words.document(newest))));
    [Some(said), changed, dropped].into_iter().flatten().collect()
}

/// How a target differs from the one before it.
fn target_changed(words: Words, change: Change, before: &str, share_before: &str, share: &str) -> String {
    let aims = &words.messages().aims;
    match change {
        Change::Reach => aims.share_changed(at::Before(before), at::Share(share), at::ShareBefore(share_before)),
        Change::Definition => aims.definition_changed(before),
        Change::People => aims.people_changed(before),
    }
}

/// That a note promises a follow-up, with when.
fn follow_up_promised(words: Words, document: &str, follow_up: &FollowUp) -> String {
    let aims = &words.messages().aims;
    let (says, when) = (words.named(&follow_up.says), words.named(&follow_up.when));
    if follow_up.happens {
        aims.promised(at::Document(document), at::Says(says), at::When(when))
    } else {
        aims.promised_to_follow_up(
            at::Document(with_closing_comma(document.to_owned())),
            at::Says(says),
            at::When(when),
        )
    }
}

/// That target and result are shares of different people.
fn other_denominator(words: Words, target: Denominator, result: Denominator) -> String {
    let aims = &words.messages().aims;
    let result = words.denominator(result);
    match target {
        Denominator::NotSaid => aims.other_denominator_unsaid(result),
        Denominator::NormalEffort => aims.other_denominator_normal(result),
        target => aims.other_denominator(at::Result(result), at::Target(words.denominator(target))),
    }
}
