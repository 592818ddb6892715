//! The answer as sentences, at the top of the calculator and in citations.

use rust_decimal::Decimal;

use super::beginning::Beginning;
use super::{join_phrases, span, uncapitalised, with_closing_comma};
use crate::fill::Count;
use crate::messages::at;
use crate::{Phrase, Words};
use engine::answer::{Answer, Costs};
use engine::payback::Payback;
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::{Denominator, Unit};

impl Words {
    /// The answer as a sentence, at the top of the calculator and in citations.
    #[must_use]
    pub fn answer(self, answer: &Answer<'_>) -> Phrase {
        let said = Said {
            words: self,
            answer,
            beginning: beginning(self, answer),
            count: self.count(answer.efforts.max(1).into()),
        };
        let sentences = match (answer.returned_year_after_year(), answer.payback) {
            (returned, Payback::Reached { years, year, by_the_rest: true }) => said.by_the_rest(returned, years, year),
            (Some(returned), payback) => said.year_after_year(returned, payback),
            (None, payback) => said.by_payback(payback),
        };
        let sentences = match (answer.payback, answer.borrowed_from) {
            (Payback::Reached { .. } | Payback::NotWithin { .. }, Some(budget)) => {
                let said = match if_found_anyway(self, answer) {
                    Some(condition) => condition.plain(" ").then(sentences.capitalised()),
                    None => sentences,
                };
                // What is no claim of the note's says at once what it rests on.
                let said = said.plain(format!(" {}", self.messages().answer.savings_are_of(budget)));
                match answer.share_on_all_places {
                    Some(of) => said.plain(format!(" {}", self.share_on_all_places(of))),
                    None => said,
                }
            }
            _ => sentences,
        };
        let sentences = sentences.capitalised();
        match answer.effect.zip(answer.effect_elsewhere) {
            // It need not be a share of the same people as the note's.
            Some((share, what)) => {
                let share = at::Share(self.locale().percent(share));
                sentences
                    .plain(format!(" {}", self.messages().answer.effect_elsewhere(share, at::What(self.named(what)))))
            }
            None => sentences,
        }
    }
}

/// How many would have found a job anyway, which no note counts: the condition of what is said after it. `None` where the sentence
/// itself says it, or nothing does.
fn if_found_anyway(words: Words, answer: &Answer<'_>) -> Option<Phrase> {
    let messages = &words.messages().answer;
    let share = answer.found_anyway.filter(|_| !decides_by_share(answer))?;
    let said = if share.is_zero() { messages.nobody.to_owned() } else { words.locale().percent(share) };
    let anyway = at::Anyway(Phrase::default().driver(said, answer.found_anyway_driver));
    Some(messages.if_found_anyway(anyway, at::Found(words.reached_anyway(answer.reached))))
}

/// Whether the answer begins with how many of how many reach a job: where that decides when it is paid back. A share of a single citizen
/// is no share.
fn decides_by_share(answer: &Answer<'_>) -> bool {
    answer.efforts <= 1
        && answer.effect.is_some()
        && answer.citizens.is_some_and(|citizens| citizens != Decimal::ONE)
        && !matches!(answer.payback, Payback::NoSavings | Payback::NoCosts)
}

/// What the answer is about: the efforts, what they are given, and from whose side they are looked at.
fn beginning(words: Words, answer: &Answer<'_>) -> Beginning {
    let messages = &words.messages().answer;
    let number = |text: String, driver| Phrase::default().driver(text, driver);
    let citizens =
        answer.citizens.map(|citizens| number(words.value(citizens, Unit::Citizens), answer.citizens_driver));
    let share = share_in_job(words, answer);
    // With borrowed savings, and with no share before it, it has a sentence of its own.
    let anyway = answer.found_anyway.filter(|_| answer.borrowed_from.is_none() || decides_by_share(answer));
    let has_some_in_job = answer.effect.is_some_and(|share| !share.is_zero());
    // No note counts them, and a few of them take the payback away: that they are nobody is said too.
    let is_nobody_said = anyway.is_some_and(|share| share.is_zero()) && has_some_in_job;
    let nobody = is_nobody_said.then(|| number(messages.none_of_them.to_owned(), answer.found_anyway_driver));
    let anyway = anyway.filter(|share| !share.is_zero());
    let anyway = anyway.map(|share| number(words.locale().percent(share), answer.found_anyway_driver)).or(nobody);
    let with = match (citizens, share) {
        // The share decides when it is paid back, but not what it costs.
        (Some(citizens), Some(share)) if decides_by_share(answer) => Some(match anyway {
            Some(anyway) => messages.if_share_of_and_anyway(
                at::Anyway(anyway),
                at::Citizens(citizens),
                at::Found(words.reached_anyway(answer.reached)),
                at::Get(words.get(answer.reached)),
                at::Share(share),
            ),
            None => messages.if_share_of(at::Citizens(citizens), at::Get(words.get(answer.reached)), at::Share(share)),
        }),
        (citizens, share) => {
            // Where it decides over no savings, it follows in a sentence of its own.
            let share = share.filter(|_| answer.payback != Payback::NoSavings || answer.states_savings);
            let share = share.map(|share| match whom_it_is_of(words, answer) {
                Some(of) => {
                    messages.share_of_some(at::Of(of), at::Reached(words.reached(answer.reached)), at::Share(share))
                }
                None => messages.share(at::Reached(words.reached(answer.reached)), at::Share(share)),
            });
            let given: Vec<Phrase> = citizens.into_iter().chain(share).collect();
            (!given.is_empty()).then(|| messages.given(join_phrases(given, words.messages().lists.and)))
        }
    };
    let aside = match answer.perspective {
        Perspective::Total | Perspective::Effort(_) => None,
        Perspective::Service => Some(messages.on_service.to_owned()),
        Perspective::Committee(committee) => Some(messages.seen_from(words.the(words.committee(committee)))),
    };
    let effort = answer.only_effort.map_or(messages.effort.to_owned(), |name| uncapitalised(words.named(name)));
    if answer.efforts > 1 {
        let together = aside.map_or_else(|| messages.together.to_owned(), |aside| messages.together_aside(aside));
        return Beginning::Several { efforts: answer.efforts.to_string(), together };
    }
    match (with, aside) {
        (None, None) => Beginning::Alone { effort },
        (None, Some(aside)) => Beginning::Aside { effort, aside },
        (Some(given), None) => Beginning::With { given, effort },
        (Some(given), Some(aside)) => {
            Beginning::With { given, effort: messages.effort_aside(at::Aside(aside), at::Effort(effort)) }
        }
    }
}

/// The share in a job or education.
fn share_in_job(words: Words, answer: &Answer<'_>) -> Option<Phrase> {
    answer.effect.map(|share| Phrase::default().driver(words.locale().percent(share), answer.effect_driver))
}

/// Whom that is a share of, where those are not all who are in the effort.
fn whom_it_is_of(words: Words, answer: &Answer<'_>) -> Option<String> {
    let of = answer.effect_of_some.filter(|of| *of != Denominator::NotSaid)?;
    Some(with_closing_comma(words.denominator(of).to_owned()))
}

/// What the sentences are put together from.
struct Said<'a> {
    words: Words,
    answer: &'a Answer<'a>,
    beginning: Beginning,
    /// The number of efforts.
    count: Count,
}

impl Said<'_> {
    /// The answer for efforts that are prolonged again and again.
    fn year_after_year(&self, returned: Decimal, payback: Payback) -> Phrase {
        let (messages, answer) = (self.words.messages(), self.answer);
        let first = self.gives(returned);
        let until = answer.runs_until;
        let then = match payback {
            Payback::Reached { year, .. } if returned >= Decimal::ONE => {
                let left = answer.margin.map(|margin| margin.balance.negated());
                match left.filter(|left| *left != Thousands::ZERO) {
                    Some(left) => {
                        let left = self.words.rounded_millions(left);
                        messages.answer.is_paid_back_by(&self.count, at::Left(left), at::Year(year))
                    }
                    None => Phrase::default().plain(messages.answer.is_paid_back(&self.count, year)),
                }
            }
            Payback::Reached { year, .. } => {
                let years = at::Years(span((answer.years.0, until)));
                Phrase::default().plain(messages.answer.runs_only(&self.count, at::Year(year), years))
            }
            _ => {
                let (horizon, until) = (at::Horizon(answer.horizon), at::Until(until));
                Phrase::default().plain(messages.answer.stops_in_vain(&self.count, horizon, until))
            }
        };
        first.plain(" ").then(then)
    }

    fn gives(&self, returned: Decimal) -> Phrase {
        let returned = self.words.per_krone(returned);
        self.beginning.gives(&self.words.messages().answer_gives, &returned, self.answer.returned.year)
    }

    /// The answer where a payback comes only once the efforts have stopped.
    fn by_the_rest(&self, returned: Option<Decimal>, years: Decimal, year: u32) -> Phrase {
        let (messages, answer, words) = (self.words.messages(), self.answer, self.words);
        let until = answer.runs_until;
        let after = at::After(words.reached_after(answer.reached));
        match (returned, answer.loses_every_year) {
            (Some(returned), true) => {
                let returned = words.per_krone(returned);
                let section = &messages.answer_loses_each_year;
                let first = self.beginning.loses_each_year(section, &returned, answer.returned.year);
                first.plain(format!(" {}", messages.answer.rest_lasts(&self.count, after, at::Year(year))))
            }
            (Some(returned), false) => {
                let then = messages.answer.stops_at_a_loss(&self.count, after, at::Until(until), at::Year(year));
                self.gives(returned).plain(format!(" {then}"))
            }
            (None, loses_every_year) => {
                let first = if loses_every_year {
                    self.beginning.loses(&messages.answer_loses)
                } else {
                    self.beginning.short(&messages.answer_short, &words.short_millions(answer.short), until)
                };
                first.plain(" ").then(messages.answer.rest_pays(
                    &self.count,
                    after,
                    at::Nth(words.nth_year(years)),
                    at::Year(year),
                ))
            }
        }
    }

    /// How much is left over, and of how much: a payback that holds by a hair is another one than one that holds by far.
    fn with_margin(&self, sentence: Phrase) -> Phrase {
        let Some(margin) = self.answer.margin else { return sentence };
        let (messages, words) = (&self.words.messages().answer, self.words);
        let (left, spent) = (margin.balance.negated(), words.millions(margin.spent));
        if left == Thousands::ZERO {
            return sentence.plain(format!(" {}", messages.no_margin(spent)));
        }
        sentence.plain(" ").then(messages.margin(at::Left(words.rounded_millions(left)), at::Spent(spent)))
    }

    /// What a place costs and, where the share is one of everybody, what a citizen in a job does. Any other share leaves all costs as
    /// they are.
    fn with_price(&self, sentence: Phrase) -> Phrase {
        let (messages, words, answer) = (&self.words.messages().answer, self.words, self.answer);
        let share = share_in_job(words, answer);
        let Some(price) = answer.price else { return self.with_share_that_leaves_costs(sentence) };
        let place = words.kroner(Some(price.per_place));
        let outcome = price.per_outcome.map(|amount| words.kroner(Some(amount)));
        match (price.effort.map(|effort| uncapitalised(words.named(effort))), outcome, share) {
            (None, Some(outcome), Some(share)) => {
                let get = at::Get(words.get(price.reached));
                let price = messages.place_and_outcome(get, at::Outcome(outcome), at::Place(place), at::Share(share));
                sentence.plain(" ").then(price)
            }
            (None, ..) => self.with_share_that_leaves_costs(sentence.plain(" ").then(messages.place(place))),
            (Some(effort), None, _) => {
                sentence.plain(" ").then(messages.place_in(at::Effort(effort), at::Place(place)))
            }
            (Some(effort), Some(outcome), _) => {
                let price = messages.place_and_outcome_in(
                    at::Effort(effort),
                    at::Outcome(outcome),
                    at::Place(place),
                    at::Reached(words.reached(price.reached)),
                );
                sentence.plain(" ").then(price)
            }
        }
    }

    /// That the costs are the same whatever share of the citizens reaches a job.
    fn with_share_that_leaves_costs(&self, sentence: Phrase) -> Phrase {
        let messages = &self.words.messages().answer;
        let share = share_in_job(self.words, self.answer).filter(|_| !self.answer.states_savings);
        let Some(share) = share else { return sentence };
        let get = at::Get(self.words.get(self.answer.reached));
        sentence.plain(" ").then(match whom_it_is_of(self.words, self.answer) {
            Some(of) => messages.same_cost_of_some(get, at::Of(of), at::Share(share)),
            None => messages.same_cost(get, at::Share(share)),
        })
    }

    /// What the efforts cost in a year, and over all years.
    fn costs(&self) -> Phrase {
        let (messages, answer, words) = (&self.words.messages().answer, self.answer, self.words);
        let in_all = at::InAll(words.millions(answer.cost_in_all));
        let years = at::Years(span((answer.years.0, answer.runs_until)));
        let cost = words.millions(answer.cost);
        match answer.costs {
            Costs::Once => messages.costs_once(at::Cost(cost), at::Year(answer.year)),
            Costs::EachYear => messages.costs_each_year(at::Cost(cost), in_all, years),
            Costs::Then { first, later } => messages.costs_then(
                at::First(words.millions(first)),
                in_all,
                at::Later(words.millions(later)),
                at::Year(answer.years.0),
                years,
            ),
            Costs::Otherwise => messages.costs_otherwise(at::Cost(cost), in_all, at::Year(answer.year), years),
        }
    }

    /// The answer for any other efforts.
    fn by_payback(&self, payback: Payback) -> Phrase {
        let (messages, answer, words) = (self.words.messages(), self.answer, self.words);
        match payback {
            Payback::Reached { years, year, .. } if years == Decimal::ONE => {
                self.with_margin(self.beginning.paid_back_at_once(&messages.answer_paid_back_at_once, year))
            }
            Payback::Reached { years, year, .. } => {
                self.with_margin(self.beginning.paid_back(&messages.answer_paid_back, &words.nth_year(years), year))
            }
            Payback::NotWithin { horizon, .. } => match (answer.ahead_for_a_while(), answer.returned.in_all) {
                (Some(year), _) => {
                    let (net, years) = (words.millions(answer.net), span(answer.years));
                    self.beginning.ahead(&messages.answer_ahead, &net, year, &years)
                }
                (None, in_all) => {
                    let first = self.beginning.not_within(&messages.answer_not_within, horizon);
                    match in_all {
                        Some(returned) => {
                            let returned = words.locale().fixed(returned, 2);
                            let (returned, years) = (at::Returned(returned), at::Years(span(answer.years)));
                            // A horizon shorter than the table may end before the savings have covered the costs.
                            if answer.net > Thousands::ZERO {
                                let short = at::Short(words.rounded_millions(answer.net));
                                first.plain(" ").then(messages.answer.falls_short(returned, short, years))
                            } else {
                                first.plain(format!(" {}", messages.answer.brings_back(returned, years)))
                            }
                        }
                        None => first,
                    }
                }
            },
            Payback::NoSavings => {
                let why = if answer.states_savings { messages.answer.no_savings } else { messages.answer.states_none };
                let first = self.beginning.costs(&messages.answer_costs, &self.costs());
                self.with_price(first).plain(format!(" {why}"))
            }
            Payback::OnlyAfterwards => {
                self.beginning.only_afterwards(&messages.answer_only_afterwards, words.by_the_rest(answer.reached))
            }
            Payback::NoCosts => self.beginning.free(&messages.answer_free),
        }
    }
}
