//! The first sentence of the answer: each in four forms, by what it is about.

use crate::Phrase;
use crate::messages::{
    AnswerAhead, AnswerCosts, AnswerFree, AnswerGives, AnswerLoses, AnswerLosesEachYear, AnswerNotWithin,
    AnswerOnlyAfterwards, AnswerPaidBack, AnswerPaidBackAtOnce, AnswerShort,
};

/// What the answer is about.
pub(super) enum Beginning {
    /// One effort, with what it is given.
    With { given: String, effort: String },
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
            Self::With { given, effort } => messages.with(effort, returned, given, year),
            Self::Alone { effort } => messages.alone(effort, returned, year),
            Self::Aside { effort, aside } => messages.aside(aside, effort, returned, year),
            Self::Several { efforts, together } => messages.several(efforts, returned, together, year),
        }
    }

    pub(super) fn paid_back(&self, messages: &AnswerPaidBack, nth: &str, year: u32) -> Phrase {
        match self {
            Self::With { given, effort } => messages.with(effort, nth, given, year),
            Self::Alone { effort } => messages.alone(effort, nth, year),
            Self::Aside { effort, aside } => messages.aside(aside, effort, nth, year),
            Self::Several { efforts, together } => messages.several(efforts, nth, together, year),
        }
    }

    pub(super) fn paid_back_at_once(&self, messages: &AnswerPaidBackAtOnce, year: u32) -> Phrase {
        match self {
            Self::With { given, effort } => messages.with(effort, given, year),
            Self::Alone { effort } => messages.alone(effort, year),
            Self::Aside { effort, aside } => messages.aside(aside, effort, year),
            Self::Several { efforts, together } => messages.several(efforts, together, year),
        }
    }

    pub(super) fn ahead(&self, messages: &AnswerAhead, net: &str, year: u32, years: &str) -> Phrase {
        match self {
            Self::With { given, effort } => messages.with(effort, net, given, year, years),
            Self::Alone { effort } => messages.alone(effort, net, year, years),
            Self::Aside { effort, aside } => messages.aside(aside, effort, net, year, years),
            Self::Several { efforts, together } => messages.several(efforts, net, together, year, years),
        }
    }

    pub(super) fn not_within(&self, messages: &AnswerNotWithin, horizon: u32) -> Phrase {
        match self {
            Self::With { given, effort } => messages.with(effort, horizon, given),
            Self::Alone { effort } => messages.alone(effort, horizon),
            Self::Aside { effort, aside } => messages.aside(aside, effort, horizon),
            Self::Several { efforts, together } => messages.several(efforts, horizon, together),
        }
    }

    pub(super) fn costs(&self, messages: &AnswerCosts, cost: &str, year: u16) -> Phrase {
        match self {
            Self::With { given, effort } => messages.with(cost, effort, given, year),
            Self::Alone { effort } => messages.alone(cost, effort, year),
            Self::Aside { effort, aside } => messages.aside(aside, cost, effort, year),
            Self::Several { efforts, together } => messages.several(cost, efforts, together, year),
        }
    }

    pub(super) fn only_afterwards(&self, messages: &AnswerOnlyAfterwards, rest: &str) -> Phrase {
        match self {
            Self::With { given, effort } => messages.with(effort, rest, given),
            Self::Alone { effort } => messages.alone(effort, rest),
            Self::Aside { effort, aside } => messages.aside(aside, effort, rest),
            Self::Several { efforts, together } => messages.several(efforts, rest, together),
        }
    }

    pub(super) fn free(&self, messages: &AnswerFree) -> Phrase {
        match self {
            Self::With { given, effort } => messages.with(effort, given),
            Self::Alone { effort } => messages.alone(effort),
            Self::Aside { effort, aside } => messages.aside(aside, effort),
            Self::Several { efforts, together } => messages.several(efforts, together),
        }
    }

    pub(super) fn loses_each_year(&self, messages: &AnswerLosesEachYear, returned: &str, year: u16) -> Phrase {
        match self {
            Self::With { given, effort } => messages.with(effort, returned, given, year),
            Self::Alone { effort } => messages.alone(effort, returned, year),
            Self::Aside { effort, aside } => messages.aside(aside, effort, returned, year),
            Self::Several { efforts, together } => messages.several(efforts, returned, together, year),
        }
    }

    pub(super) fn loses(&self, messages: &AnswerLoses) -> Phrase {
        match self {
            Self::With { given, effort } => messages.with(effort, given),
            Self::Alone { effort } => Phrase::default().plain(messages.alone(effort)),
            Self::Aside { effort, aside } => Phrase::default().plain(messages.aside(aside, effort)),
            Self::Several { efforts, together } => messages.several(efforts, together),
        }
    }

    pub(super) fn short(&self, messages: &AnswerShort, short: &str, until: u16) -> Phrase {
        match self {
            Self::With { given, effort } => messages.with(effort, short, until, given),
            Self::Alone { effort } => Phrase::default().plain(messages.alone(effort, short, until)),
            Self::Aside { effort, aside } => Phrase::default().plain(messages.aside(aside, effort, short, until)),
            Self::Several { efforts, together } => messages.several(efforts, short, together, until),
        }
    }
}
