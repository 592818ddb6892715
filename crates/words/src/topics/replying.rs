//! The questions that readers ask, and the answers to them.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::{all_of, join, join_phrases, rounded, span, spelled_out, uncapitalised, with_closing_comma};
use crate::messages::at;
use crate::{OF_DOCUMENTS, Phrase, Words, rejoined};
use engine::aims::Tally;
use engine::compare::Pair;
use engine::notes::city;
use engine::questions::{
    AskedUntil, CheaperScenario, Claim, Consultants, EditionsOf, Indexed, Money, Reply, Sides, TargetMet, Unchanged,
    WhoPays,
};
use model::language::capitalised;
use model::money::Thousands;
use model::note::{Administration, Area, Denominator, Document, DocumentName, FollowUp, Names, Note, Reach, Unit};
use model::ordered::each_once;

impl Words {
    /// A question that readers ask.
    #[must_use]
    pub fn question(self, reply: &Reply<'_>) -> Cow<'static, str> {
        let questions = &self.messages().questions;
        Cow::Borrowed(match reply {
            Reply::Claim(claim) => {
                let years = usize::try_from(claim.years).map(|years| spelled_out(self, years));
                return Cow::Owned(questions.claim(years.unwrap_or_default()));
            }
            Reply::WhoPays(_) => questions.who_pays,
            Reply::TargetsMet(..) => questions.targets_met,
            Reply::CheaperScenario(_) => questions.cheaper_scenario,
            Reply::Unchanged(_) => questions.unchanged,
            Reply::AfterwardsNotSaid(_) => questions.afterwards,
            Reply::MoneyInAll(_) => questions.money_in_all,
            Reply::Consultants(_) => questions.consultants,
            Reply::TargetChanged(_) => questions.target_changed,
            Reply::Evaluation(..) => questions.evaluation,
            Reply::Editions(_) => questions.editions,
            Reply::DearerPosts(..) => questions.dearer_posts,
            Reply::OtherArea(_) => questions.other_area,
            Reply::TimeSaved(..) => questions.time_saved,
            Reply::Overhead(..) => questions.overhead,
            Reply::Indexed(..) => questions.indexed,
            Reply::Reimbursement => questions.reimbursement,
        })
    }

    /// The answer to it.
    #[must_use]
    pub fn reply(self, reply: &Reply<'_>) -> Phrase {
        let replies = &self.messages().replies;
        match reply {
            Reply::TargetsMet(results, tally) => targets_met(self, results, tally),
            Reply::CheaperScenario(cheaper) => cheaper_scenario(self, cheaper),
            Reply::Unchanged(all) => unchanged_costs(self, all),
            Reply::WhoPays(it) => who_pays_and_saves(self, it),
            Reply::Claim(claim) => claimed(self, claim),
            Reply::AfterwardsNotSaid(all) => afterwards_not_said(self, all),
            Reply::MoneyInAll(all) => money_in_all(self, all),
            Reply::Consultants(all) => consultants_over_time(self, all),
            Reply::TargetChanged(pair) => target_became_another(self, pair),
            Reply::Evaluation(document, evaluation, comparison) => evaluated(self, document, evaluation, comparison),
            Reply::Editions(efforts) => editions_granted(self, efforts),
            Reply::DearerPosts(notes, all) => {
                let start = Phrase::default().plain(replies.dearer(at::From(notes.left.1), at::To(notes.right.1)));
                let all = all.iter().map(|(administration, rises)| risen(self, *administration, rises));
                all.fold(start, |phrase, risen| phrase.plain(" ").then(risen)).plain(format!(" {}", replies.dearer_see))
            }
            Reply::OtherArea(pair) => {
                let areas_in = |(document, areas): &(&Document, Vec<Area>)| {
                    let areas = in_list(self, areas.iter().map(|area| self.area(area).to_owned()));
                    replies.areas_in(at::Areas(areas), at::Document(self.document(document)))
                };
                replies.other_area(at::After(areas_in(&pair.right)), at::Before(areas_in(&pair.left)))
            }
            Reply::TimeSaved(document, remark) => replies.time_saved(
                at::Place(self.place(&self.document(document), &remark.source)),
                at::Says(self.named(&remark.says)),
            ),
            Reply::Overhead(documents, all) => {
                let others = all.saturating_sub(documents.len());
                let names = in_list(self, documents.iter().map(|document| self.document(document)));
                replies.overhead(at::Documents(with_closing_comma(names)), at::Others(spelled_out(self, others)))
            }
            Reply::Indexed(found) => indexed(self, found),
            Reply::Reimbursement => Phrase::default().plain(replies.reimbursement),
        }
    }
}

/// The parts of a list in a sentence.
fn in_list(words: Words, parts: impl IntoIterator<Item = String>) -> String {
    join(&parts.into_iter().collect::<Vec<_>>(), words.messages().lists.and)
}

fn phrases(words: Words, parts: impl Iterator<Item = Phrase>) -> Phrase {
    join_phrases(parts.collect(), words.messages().lists.and)
}

/// Sentences one after the other.
fn sentences(parts: impl Iterator<Item = Phrase>) -> Phrase {
    parts.reduce(|all, sentence| all.plain(" ").then(sentence)).unwrap_or_default()
}

/// The name of an effort for the middle of a sentence.
fn effort_of(words: Words, note: Note<'_>, effort: usize) -> String {
    uncapitalised(note.variant.efforts.get(effort).map_or("", |effort| words.named(&effort.name)))
}

fn variant_of(words: Words, note: Note<'_>) -> &str {
    words.named(&note.variant.name)
}

/// The short names of administrations within a sentence.
fn administrations_of(words: Words, administrations: &[Administration]) -> String {
    let names = administrations.iter().filter_map(|administration| city().administration(*administration));
    in_list(words, names.map(|body| body.short.clone()))
}

fn size(amount: Thousands) -> Thousands {
    if amount < Thousands::ZERO { amount.negated() } else { amount }
}

fn count(words: Words, number: usize) -> String {
    words.locale().exact(number.into())
}

fn targets_met(words: Words, results: &[TargetMet<'_>], tally: &Tally) -> Phrase {
    let replies = &words.messages().replies;
    let of_result = |met: &TargetMet<'_>| {
        let effort = at::Effort(capitalised(words.named(met.effort)));
        let (share, target) = (at::Share(words.reach(met.reached)), at::Target(words.reach(met.target)));
        match (met.said_missed, met.also_counts) {
            // What the note itself concludes weighs more than that the two are not measured alike.
            (Some(note), Some(also)) => replies.target_said_missed_although(
                at::Also(words.named(also)),
                effort,
                at::Note(words.named(&note.short)),
                share,
                target,
            ),
            (Some(note), None) => replies.target_said_missed(effort, at::Note(words.named(&note.short)), share, target),
            (None, _) if !met.is_alike => replies.target_undecided(effort, share, target),
            (None, _) if met.reached.meets(met.target) == Some(true) => replies.target_reached(effort, share, target),
            (None, _) => replies.target_not_reached(effort, share, target),
        }
    };
    let follow_ups = words.messages().counted.follow_ups(&words.count(tally.due.into()));
    let missing = match tally.due.saturating_sub(tally.reported) {
        missing if missing == tally.due && missing > 1 => all_of(words, missing),
        missing => count(words, missing),
    };
    let missing = Phrase::default().plain(replies.follow_ups_missing(at::FollowUps(follow_ups), at::Missing(missing)));
    sentences(results.iter().map(of_result).chain([missing]))
}

fn cheaper_scenario(words: Words, cheaper: &CheaperScenario<'_>) -> Phrase {
    let (replies, numbers) = (&words.messages().replies, words.numbers());
    let left = with_closing_comma(variant_of(words, cheaper.notes.left).to_owned());
    let right = variant_of(words, cheaper.notes.right);
    let (a_year, in_all) = (numbers.in_short(cheaper.a_year), numbers.in_short(cheaper.in_all));
    let is_half = cheaper.posts == Decimal::new(5, 1);
    let posts = if is_half { replies.half_a_post.to_owned() } else { words.value(cheaper.posts, Unit::Posts) };
    let first = match &cheaper.reason {
        None => {
            replies.cheaper(at::AYear(a_year), at::InAll(in_all), at::Left(left), at::Posts(posts), at::Right(right))
        }
        Some((remark, administrations)) => {
            let administrations = administrations_of(words, administrations);
            let quote = words.quoted(&rejoined(remark.source.words()));
            let place = words.place(&words.document(cheaper.notes.left.document), &remark.source);
            if words.language() == OF_DOCUMENTS {
                replies.cheaper_quoted(
                    at::AYear(a_year),
                    at::Administrations(administrations),
                    at::InAll(in_all),
                    at::Left(left),
                    at::Place(place),
                    at::Posts(posts),
                    at::Quote(quote),
                    at::Right(right),
                )
            } else {
                let says = uncapitalised(words.named(&remark.says));
                replies.cheaper_translated(
                    at::AYear(a_year),
                    at::Administrations(administrations),
                    at::InAll(in_all),
                    at::Left(left),
                    at::Place(place),
                    at::Posts(posts),
                    at::Quote(quote),
                    at::Right(right),
                    at::Says(says),
                )
            }
        }
    };
    first.plain(format!(" {}", replies.cheaper_unsaid))
}

fn unchanged_costs(words: Words, all: &[Unchanged<'_>]) -> Phrase {
    let replies = &words.messages().replies;
    let of_effort = |one: &Unchanged<'_>| {
        let (effort, note) = (effort_of(words, one.note, one.effort), variant_of(words, one.note));
        let (amount, cost) = (words.short_millions(size(one.more)), words.exact_millions(one.cost));
        if one.more < Thousands::ZERO {
            replies.effort_less(at::Amount(amount), at::Cost(cost), at::Effort(effort), at::Note(note))
        } else {
            replies.effort_more(at::Amount(amount), at::Cost(cost), at::Effort(effort), at::Note(note))
        }
    };
    replies.unchanged(phrases(words, all.iter().map(of_effort)))
}

fn afterwards_not_said(words: Words, all: &[AskedUntil<'_>]) -> Phrase {
    let replies = &words.messages().replies;
    let ends_with = |one: &AskedUntil<'_>, other: &AskedUntil<'_>| {
        one.last == other.last && one.note.document.id == other.note.document.id
    };
    let together = all.chunk_by(ends_with).filter_map(|efforts| {
        let first = efforts.first()?;
        let names = in_list(words, efforts.iter().map(|one| effort_of(words, one.note, one.effort)));
        let note = words.named(&first.note.document.short);
        Some(replies.effort_until(at::Effort(names), at::Note(note), at::Year(first.last)))
    });
    replies.afterwards(in_list(words, together))
}

fn money_in_all(words: Words, all: &[Money<'_>]) -> Phrase {
    let replies = &words.messages().replies;
    let of_effort = |money: &Money<'_>| {
        let asked = money.asked.iter().map(|(note, sum)| {
            replies.money_asked(at::Amount(words.exact_millions(*sum)), at::Note(variant_of(words, *note)))
        });
        let asked = join_phrases(asked.collect(), words.messages().lists.or);
        let effort = capitalised(&effort_of(words, money.newest.0, money.newest.1));
        let (document, years) = (words.document(money.document), span(money.years));
        let granted = words.exact_millions(money.granted);
        match money.other {
            None => replies.money(
                at::Asked(asked),
                at::Document(document),
                at::Effort(effort),
                at::Granted(granted),
                at::Years(years),
            ),
            Some((other, apart)) => {
                let other = with_closing_comma(words.document(other));
                let amount = words.exact_millions(size(apart));
                if apart < Thousands::ZERO {
                    replies.money_less(
                        at::Apart(amount),
                        at::Asked(asked),
                        at::Document(document),
                        at::Effort(effort),
                        at::Granted(granted),
                        at::Other(other),
                        at::Years(years),
                    )
                } else {
                    replies.money_more(
                        at::Apart(amount),
                        at::Asked(asked),
                        at::Document(document),
                        at::Effort(effort),
                        at::Granted(granted),
                        at::Other(other),
                        at::Years(years),
                    )
                }
            }
        }
    };
    let prices = Phrase::default().plain(replies.money_prices);
    sentences(all.iter().map(of_effort).chain([prices]))
}

fn consultants_over_time(words: Words, all: &[Consultants<'_>]) -> Phrase {
    let replies = &words.messages().replies;
    let of_note = |one: &Consultants<'_>| {
        let posts = words.locale().rounded(one.posts, 2);
        replies.consultants_in(
            at::Effort(effort_of(words, one.note, one.effort)),
            at::Note(variant_of(words, one.note)),
            at::Posts(posts),
        )
    };
    replies.consultants(phrases(words, all.iter().map(of_note)))
}

fn who_pays_and_saves(words: Words, it: &WhoPays<'_>) -> Phrase {
    let replies = &words.messages().replies;
    let kroner = |returned: Decimal| words.messages().amounts.kroner(words.locale().fixed(returned, 2));
    let (note, years) = (variant_of(words, it.note), span(it.years));
    let start = match it.service {
        None => replies.who_pays(at::Note(note), at::Returned(kroner(it.total)), at::Years(years)),
        Some(service) => replies.who_pays_service(
            at::Note(note),
            at::Returned(kroner(it.total)),
            at::Service(kroner(service)),
            at::Years(years),
        ),
    };
    let of_committee = |sides: &Sides| {
        let body = capitalised(&words.the(words.perspective(sides.perspective, it.note.variant)));
        let (costs, savings) = (words.short_millions(sides.costs), words.short_millions(sides.savings));
        match sides.returned {
            None => replies.body_pays(at::Body(body), at::Costs(costs), at::Savings(savings)),
            Some(returned) => replies.body_pays_returned(
                at::Body(body),
                at::Costs(costs),
                at::Returned(kroner(returned)),
                at::Savings(savings),
            ),
        }
    };
    sentences([start].into_iter().chain(it.committees.iter().map(of_committee)))
}

fn claimed(words: Words, claim: &Claim<'_>) -> Phrase {
    let replies = &words.messages().replies;
    let balance = words.short_millions(claim.margin.balance.negated());
    let spent = words.short_millions(claim.margin.spent);
    let start = replies.claim(
        at::Balance(balance),
        at::Note(variant_of(words, claim.note)),
        at::Spent(spent),
        at::Year(claim.margin.end_of),
    );
    let limits = claim.limits.iter().filter_map(|(ix, limit)| {
        let driver = claim.note.variant.driver(*ix)?;
        Some(words.break_even(driver, limit))
    });
    let rate = replies.claim_rate(words.locale().percent(claim.rate));
    sentences([start].into_iter().chain(limits).chain([rate]))
}

fn target_became_another(words: Words, pair: &Pair<(&Document, Reach, Denominator)>) -> Phrase {
    let replies = &words.messages().replies;
    let of_target = |(document, reach, of): (&Document, Reach, Denominator)| {
        let note = words.document_name(&DocumentName { edition: None, ..document.name() });
        let share = words.reach(reach);
        if of == Denominator::NormalEffort {
            replies.target_more(at::Note(note), at::Of(words.denominator(of)), at::Share(share))
        } else {
            replies.target_share(at::Note(note), at::Of(words.denominator(of)), at::Share(share))
        }
    };
    replies.target_changed(at::After(of_target(pair.right)), at::Before(of_target(pair.left)))
}

fn evaluated(words: Words, document: &Document, evaluation: &FollowUp, comparison: &FollowUp) -> Phrase {
    let by = evaluation.by.as_ref().map(|by| words.named(by)).unwrap_or_default();
    let (comparison, when) = (words.named(&comparison.when), words.named(&evaluation.when));
    words.messages().replies.evaluation(
        at::By(by),
        at::Comparison(comparison),
        at::Document(words.document(document)),
        at::When(when),
    )
}

fn editions_granted(words: Words, efforts: &[EditionsOf<'_>]) -> Phrase {
    let replies = &words.messages().replies;
    let named = |document: &Document| document.edition.as_ref().map(|it| words.named(it).to_owned());
    let of_effort = |effort: &EditionsOf<'_>| {
        let fitting: Vec<String> = effort.fitting.iter().filter_map(|document| named(document)).collect();
        let fitting = if fitting.is_empty() { replies.no_edition.to_owned() } else { in_list(words, fitting) };
        let amounts = each_once(effort.proposed.iter().map(|(_, amount)| *amount));
        let proposed = amounts.into_iter().map(|amount| {
            let by = effort.proposed.iter().filter(|(_, proposed)| *proposed == amount);
            let by = in_list(words, by.filter_map(|(document, _)| named(document)));
            replies.edition_amount(at::Amount(words.short_millions(amount)), at::Editions(by))
        });
        let (proposed, granted) = (in_list(words, proposed), words.short_millions(effort.granted));
        replies.edition_fits(
            at::Editions(fitting),
            at::Effort(capitalised(words.named(effort.effort))),
            at::Granted(granted),
            at::Proposed(proposed),
        )
    };
    let start = Phrase::default().plain(replies.editions);
    sentences([start].into_iter().chain(efforts.iter().map(of_effort)))
}

/// How much dearer the posts of an administration have become.
fn risen(words: Words, administration: Administration, rises: &[(&Names, Decimal)]) -> Phrase {
    let rises = rises.iter().map(|(name, rise)| {
        format!("{} {}", uncapitalised(words.named(name)), words.locale().percent(rounded(*rise, 3)))
    });
    let rises = in_list(words, rises);
    words
        .messages()
        .replies
        .dearer_in(at::Administration(administrations_of(words, &[administration])), at::Rises(rises))
}

fn indexed(words: Words, indexed: &Indexed<'_>) -> Phrase {
    let replies = &words.messages().replies;
    let start = replies.indexed(at::Level(count(words, indexed.level)), at::Several(count(words, indexed.several)));
    if indexed.proposed == 0 {
        return start;
    }
    let same = indexed.proposed.saturating_sub(indexed.moved.len());
    let proposed = replies.indexed_proposed(
        at::Proposed(count(words, indexed.proposed)),
        at::Same(count(words, same)),
        at::Several(count(words, indexed.several)),
    );
    let moved = in_list(
        words,
        indexed.moved.iter().map(|(effort, proposed, granted)| {
            let effort = uncapitalised(words.named(effort));
            replies.moved(
                at::Effort(effort),
                at::Granted(words.short_millions(*granted)),
                at::Proposed(words.short_millions(*proposed)),
            )
        }),
    );
    let moved = (!indexed.moved.is_empty())
        .then(|| Phrase::default().plain(replies.indexed_moved(&words.count(indexed.moved.len().into()), moved)));
    sentences([Some(start), Some(proposed), moved].into_iter().flatten())
}
