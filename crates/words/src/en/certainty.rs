//! How certain an answer is, in English.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::super::certainty::CertaintyWords;
use super::super::common::{join, ranges, span, uncapitalised};
use super::super::{Phrase, Wording};
use super::{English, NUMBERS};
use crate::format::ENGLISH;
use engine::answer::Answer;
use engine::language::capitalised;
use engine::payback::Payback;
use engine::sensitivity::{HangsOn, JointRange, Margin};
use model::money::Thousands;
use model::note::Variant;

impl CertaintyWords for English {
    fn hangs_on(&self, facts: &HangsOn, answer: &Answer) -> String {
        let in_year =
            if answer.returned_year_after_year().is_some() { full_year(facts, answer) } else { String::new() };
        let margin = format!("{in_year}{}", facts.margin.map(margin).unwrap_or_default());
        match (facts.payback, facts.limits.is_empty()) {
            (Payback::Reached { .. }, true) => format!("{margin}No single number can move that year on its own."),
            (Payback::Reached { year, by_the_rest, .. }, false) => {
                let rest = super::rest(by_the_rest);
                format!(
                    "{margin}“Paid back in {year}{rest}” holds only while each of these numbers is within its limit and the rest stays as it is:"
                )
            }
            (_, true) => format!("{margin}No single number can bring payback in time on its own."),
            (Payback::NotWithin { horizon, .. }, false) => {
                format!("{margin}One of these numbers alone could bring payback within {horizon} years:")
            }
            (Payback::OnlyAfterwards | Payback::NoCosts | Payback::NoSavings, false) => String::new(),
        }
    }

    fn rate_limit(&self, rate: Decimal) -> Phrase {
        Phrase::default().plain("The rate may be at most ").strong(ENGLISH.percent(rate)).plain(" a year.")
    }

    fn joint_range(&self, range: &JointRange, answer: &Answer, variant: &Variant) -> String {
        let (it, is) = (&efforts(answer), if answer.efforts > 1 { "are" } else { "is" });
        let paid_back = match range.payback {
            (Payback::Reached { year: earliest, .. }, Payback::Reached { year: latest, .. }) if earliest == latest => {
                format!(" At both ends {it} {is} paid back in {latest}.")
            }
            (Payback::Reached { year: earliest, .. }, Payback::Reached { year: latest, .. }) => {
                format!(
                    " {} {is} paid back in {earliest} at the earliest and in {latest} at the latest.",
                    capitalised(it)
                )
            }
            (Payback::Reached { year, .. }, Payback::NotWithin { horizon, .. }) => {
                format!(" At the best end {it} {is} paid back in {year}, at the worst not within {horizon} years.")
            }
            (Payback::NotWithin { horizon, .. }, Payback::NotWithin { .. }) => {
                format!(" At neither end {is} {it} paid back within {horizon} years.")
            }
            _ => String::new(),
        };
        let fading = if range.never_fades {
            " At the best end the whole share stays in a job or education once the effort has stopped."
        } else {
            ""
        };
        let values = range.outside.iter().filter_map(|(ix, value)| {
            let driver = variant.driver(*ix)?;
            Some(format!("{} for {}", self.value(*value, driver.unit), self.named(&driver.mention)))
        });
        let outside = match values.collect::<Vec<_>>() {
            values if values.is_empty() => String::new(),
            values => format!(" Your line is worked out with {}, which none of the notes has.", join(&values, "and")),
        };
        let returned = range.returned.filter(|_| answer.returned_year_after_year().is_some());
        let returned = returned.map(|ends| {
            let (least, most) = (ENGLISH.fixed(ends.0, 2), ENGLISH.fixed(ends.1, 2));
            let year = answer.returned.year;
            if least == most {
                format!(" Each krone gives {most} kr. in {year}.")
            } else {
                format!(" Each krone gives between {least} and {most} kr. in {year}.")
            }
        });
        format!(
            "The notes themselves give a lowest and a highest number for {}. With all of them at once, the net amount for {} lies between {} \
             and {} (minus is a saving).{}{paid_back}{fading} That is the area in the chart.{outside}",
            join(&ranges(self, &range.drivers, variant, "in proportion"), "and"),
            span(answer.years),
            self.millions(range.net.0),
            self.millions(range.net.1),
            returned.unwrap_or_default(),
        )
    }
}

/// The efforts that the answer counts: one of several by its name.
fn efforts(answer: &Answer) -> String {
    match answer.only_effort {
        Some(name) => uncapitalised(English.named(name)),
        None if answer.efforts > 1 => "the efforts".to_owned(),
        None => "the effort".to_owned(),
    }
}

/// By how much a year with full savings gives more or less than it costs.
fn full_year(facts: &HangsOn, answer: &Answer) -> String {
    let (year, cost, net) = facts.full_year;
    let cost = NUMBERS.in_millions(cost);
    let (save, costs) = if answer.efforts > 1 {
        ("save", format!("they cost ({cost})"))
    } else {
        ("saves", format!("it costs ({cost})"))
    };
    let saves = format!("{} {save}", efforts(answer));
    let apart = match net.cmp(&Thousands::ZERO) {
        Ordering::Equal => return format!("In {year} {saves} as much as {costs}. "),
        Ordering::Less => format!("{} more", NUMBERS.in_short(net.negated())),
        Ordering::Greater => format!("{} less", NUMBERS.in_short(net)),
    };
    format!("In {year} {saves} {apart} than {costs}. ")
}

/// What is left over at the end of the payback year.
fn margin(margin: Margin) -> String {
    let spent = NUMBERS.in_millions(margin.spent);
    if margin.balance == Thousands::ZERO {
        return format!("By the end of {}, {spent} has been spent and exactly as much saved. ", margin.end_of);
    }
    let left = NUMBERS.in_short(margin.balance.negated());
    format!("By the end of {}, {spent} has been spent, and {left} is left over. ", margin.end_of)
}
