//! What stands around the key figures.

use super::{perspective, rounded};
use crate::{Figure, Wording};
use engine::figures::Returned;
use model::evaluate::Perspective;
use model::note::{Denominator, Year};

/// Which perspective the key figures are of; `None` for the whole city.
pub(crate) fn figures_seen_from(words: &dyn Wording, from: Perspective) -> Option<String> {
    let figures = &words.messages().figures;
    Some(match from {
        Perspective::Total => return None,
        Perspective::Service => figures.on_service.to_owned(),
        Perspective::SavingEfforts => figures.for_saving_efforts.to_owned(),
        Perspective::Committee(_) => figures.seen_from(words.the(perspective(words, from))),
    })
}

/// How many of the posts are consultants.
pub(crate) fn of_which_consultants(words: &dyn Wording, consultants: rust_decimal::Decimal) -> String {
    let messages = words.messages();
    messages.figures.of_which(messages.counted.consultants(&words.count(rounded(consultants, 2))))
}

/// What comes back for each krone: in a year with full savings, and over the years of the table.
pub(crate) fn returned(words: &dyn Wording, returned: Returned, (first, last): (Year, Year)) -> Figure {
    let messages = words.messages();
    let in_year = returned.in_year.map(|returned| words.per_krone(returned));
    Figure {
        value: in_year.unwrap_or_else(|| messages.numbers.unknown.to_owned()),
        detail: match returned.in_all {
            Some(in_all) => {
                messages.figures.returned_detail(words.per_krone(in_all), returned.year, format!("{first}–{last}"))
            }
            None => words.in_year(returned.year),
        },
    }
}

/// Why an effort has no cost per citizen in a job.
pub(crate) fn no_cost_per_outcome(words: &dyn Wording, effort: &str, of: Denominator) -> String {
    let figures = &words.messages().figures;
    match of {
        Denominator::NotSaid => figures.share_of_unsaid(effort),
        of => figures.share_of_some(effort, words.denominator(of)),
    }
}

/// A share of some citizens by which borrowed savings are computed for every place.
pub(crate) fn share_on_all_places(words: &dyn Wording, of: Denominator) -> String {
    let figures = &words.messages().figures;
    match of {
        Denominator::NotSaid => figures.all_places_unsaid.to_owned(),
        of => figures.all_places(words.denominator(of)),
    }
}
