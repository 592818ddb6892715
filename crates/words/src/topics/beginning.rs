//! The first sentence of the answer: each in four forms, by what it is about.

use crate::Phrase;
use crate::messages::{
    AnswerAhead, AnswerCosts, AnswerFree, AnswerGives, AnswerLoses, AnswerLosesEachYear, AnswerNotWithin,
    AnswerOnlyAfterwards, AnswerPaidBack, AnswerPaidBackAtOnce, AnswerShort, at,
};

/// What the answer is about.
pub(super) enum Beginning {
    /// One effort, after what it is given.
    With { given: Phrase, effort: String },
    /// One effort of which nothing is said.
    Alone { effort: String },
    /// The same, seen from somebody's side.
    Aside { effort: String, aside: String },
    /// Several efforts, and that they are counted together.
    Several { efforts: String, together: String },
}

/// Each gives the sentence of one section of the language file.
impl Beginning {
    pub(super) fn gives(&self, messages: &AnswerGives, returned: &str, year: u16) -> Phrase {
        match self {
            Self::With { given, effort } => {
                messages.with(at::Effort(effort), at::Returned(returned), at::With(given.clone()), at::Year(year))
            }
            Self::Alone { effort } => messages.alone(at::Effort(effort), at::Returned(returned), at::Year(year)),
            Self::Aside { effort, aside } => {
                messages.aside(at::Aside(aside), at::Effort(effort), at::Returned(returned), at::Year(year))
            }
            Self::Several { efforts, together } => {
                messages.several(at::Efforts(efforts), at::Returned(returned), at::Together(together), at::Year(year))
            }
        }
    }

    pub(super) fn paid_back(&self, messages: &AnswerPaidBack, nth: &str, year: u32) -> Phrase {
        match self {
            Self::With { given, effort } => {
                messages.with(at::Effort(effort), at::Nth(nth), at::With(given.clone()), at::Year(year))
            }
            Self::Alone { effort } => messages.alone(at::Effort(effort), at::Nth(nth), at::Year(year)),
            Self::Aside { effort, aside } => {
                messages.aside(at::Aside(aside), at::Effort(effort), at::Nth(nth), at::Year(year))
            }
            Self::Several { efforts, together } => {
                messages.several(at::Efforts(efforts), at::Nth(nth), at::Together(together), at::Year(year))
            }
        }
    }

    pub(super) fn paid_back_at_once(&self, messages: &AnswerPaidBackAtOnce, year: u32) -> Phrase {
        match self {
            Self::With { given, effort } => messages.with(at::Effort(effort), at::With(given.clone()), at::Year(year)),
            Self::Alone { effort } => messages.alone(at::Effort(effort), at::Year(year)),
            Self::Aside { effort, aside } => messages.aside(at::Aside(aside), at::Effort(effort), at::Year(year)),
            Self::Several { efforts, together } => {
                messages.several(at::Efforts(efforts), at::Together(together), at::Year(year))
            }
        }
    }

    pub(super) fn ahead(&self, messages: &AnswerAhead, net: &str, year: u32, years: &str) -> Phrase {
        match self {
            Self::With { given, effort } => messages.with(
                at::Effort(effort),
                at::Net(net),
                at::With(given.clone()),
                at::Year(year),
                at::Years(years),
            ),
            Self::Alone { effort } => {
                messages.alone(at::Effort(effort), at::Net(net), at::Year(year), at::Years(years))
            }
            Self::Aside { effort, aside } => {
                messages.aside(at::Aside(aside), at::Effort(effort), at::Net(net), at::Year(year), at::Years(years))
            }
            Self::Several { efforts, together } => messages.several(
                at::Efforts(efforts),
                at::Net(net),
                at::Together(together),
                at::Year(year),
                at::Years(years),
            ),
        }
    }

    pub(super) fn not_within(&self, messages: &AnswerNotWithin, horizon: u32) -> Phrase {
        match self {
            Self::With { given, effort } => {
                messages.with(at::Effort(effort), at::Horizon(horizon), at::With(given.clone()))
            }
            Self::Alone { effort } => messages.alone(at::Effort(effort), at::Horizon(horizon)),
            Self::Aside { effort, aside } => messages.aside(at::Aside(aside), at::Effort(effort), at::Horizon(horizon)),
            Self::Several { efforts, together } => {
                messages.several(at::Efforts(efforts), at::Horizon(horizon), at::Together(together))
            }
        }
    }

    pub(super) fn costs(&self, messages: &AnswerCosts, costs: &Phrase) -> Phrase {
        let costs = at::Costs(costs.clone());
        match self {
            Self::With { given, effort } => messages.with(costs, at::Effort(effort), at::With(given.clone())),
            Self::Alone { effort } => messages.alone(costs, at::Effort(effort)),
            Self::Aside { effort, aside } => messages.aside(at::Aside(aside), costs, at::Effort(effort)),
            Self::Several { efforts, together } => {
                messages.several(costs, at::Efforts(efforts), at::Together(together))
            }
        }
    }

    pub(super) fn only_afterwards(&self, messages: &AnswerOnlyAfterwards, rest: &str) -> Phrase {
        match self {
            Self::With { given, effort } => messages.with(at::Effort(effort), at::Rest(rest), at::With(given.clone())),
            Self::Alone { effort } => messages.alone(at::Effort(effort), at::Rest(rest)),
            Self::Aside { effort, aside } => messages.aside(at::Aside(aside), at::Effort(effort), at::Rest(rest)),
            Self::Several { efforts, together } => {
                messages.several(at::Efforts(efforts), at::Rest(rest), at::Together(together))
            }
        }
    }

    pub(super) fn free(&self, messages: &AnswerFree) -> Phrase {
        match self {
            Self::With { given, effort } => messages.with(at::Effort(effort), at::With(given.clone())),
            Self::Alone { effort } => messages.alone(effort),
            Self::Aside { effort, aside } => messages.aside(at::Aside(aside), at::Effort(effort)),
            Self::Several { efforts, together } => messages.several(at::Efforts(efforts), at::Together(together)),
        }
    }

    pub(super) fn loses_each_year(&self, messages: &AnswerLosesEachYear, returned: &str, year: u16) -> Phrase {
        match self {
            Self::With { given, effort } => {
                messages.with(at::Effort(effort), at::Returned(returned), at::With(given.clone()), at::Year(year))
            }
            Self::Alone { effort } => messages.alone(at::Effort(effort), at::Returned(returned), at::Year(year)),
            Self::Aside { effort, aside } => {
                messages.aside(at::Aside(aside), at::Effort(effort), at::Returned(returned), at::Year(year))
            }
            Self::Several { efforts, together } => {
                messages.several(at::Efforts(efforts), at::Returned(returned), at::Together(together), at::Year(year))
            }
        }
    }

    pub(super) fn loses(&self, messages: &AnswerLoses) -> Phrase {
        match self {
            Self::With { given, effort } => messages.with(at::Effort(effort), at::With(given.clone())),
            Self::Alone { effort } => Phrase::default().plain(messages.alone(effort)),
            Self::Aside { effort, aside } => {
                Phrase::default().plain(messages.aside(at::Aside(aside), at::Effort(effort)))
            }
            Self::Several { efforts, together } => messages.several(at::Efforts(efforts), at::Together(together)),
        }
    }

    pub(super) fn short(&self, messages: &AnswerShort, short: &str, until: u16) -> Phrase {
        match self {
            Self::With { given, effort } => {
                messages.with(at::Effort(effort), at::Short(short), at::Until(until), at::With(given.clone()))
            }
            Self::Alone { effort } => {
                Phrase::default().plain(messages.alone(at::Effort(effort), at::Short(short), at::Until(until)))
            }
            Self::Aside { effort, aside } => Phrase::default().plain(messages.aside(
                at::Aside(aside),
                at::Effort(effort),
                at::Short(short),
                at::Until(until),
            )),
            Self::Several { efforts, together } => {
                messages.several(at::Efforts(efforts), at::Short(short), at::Together(together), at::Until(until))
            }
        }
    }
}
