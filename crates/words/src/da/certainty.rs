//! How certain an answer is, in Danish.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::super::certainty::CertaintyWords;
use super::super::common::{join, ranges, span, uncapitalised};
use super::super::{Phrase, Wording};
use super::{Danish, NUMBERS};
use crate::format::DANISH;
use engine::answer::Answer;
use engine::language::capitalised;
use engine::payback::Payback;
use engine::sensitivity::{HangsOn, JointRange, Margin};
use model::money::Thousands;
use model::note::Variant;

impl CertaintyWords for Danish {
    fn hangs_on(&self, facts: &HangsOn, answer: &Answer) -> String {
        let in_year =
            if answer.returned_year_after_year().is_some() { full_year(facts, answer) } else { String::new() };
        let margin = format!("{in_year}{}", facts.margin.map(margin).unwrap_or_default());
        match (facts.payback, facts.limits.is_empty()) {
            (Payback::Reached { .. }, true) => format!("{margin}Intet enkelt tal kan alene rykke det år."),
            (Payback::Reached { year, by_the_rest, .. }, false) => {
                let rest = super::rest(by_the_rest);
                format!(
                    "{margin}”Tjent hjem i {year}{rest}” holder kun, så længe hvert af disse tal er inden for sin grænse og resten er som nu:"
                )
            }
            (_, true) => format!("{margin}Intet enkelt tal kan alene gøre, at det er tjent hjem i tide."),
            (Payback::NotWithin { horizon, .. }, false) => {
                format!("{margin}Et af disse tal alene kunne gøre, at det er tjent hjem inden for {horizon} år:")
            }
            (Payback::OnlyAfterwards | Payback::NoCosts | Payback::NoSavings, false) => String::new(),
        }
    }

    fn rate_limit(&self, rate: Decimal) -> Phrase {
        Phrase::default().plain("Renten må højst være ").strong(DANISH.percent(rate)).plain(" om året.")
    }

    fn joint_range(&self, range: &JointRange, answer: &Answer, variant: &Variant) -> String {
        let it = &efforts(answer);
        let paid_back = match range.payback {
            (Payback::Reached { year: earliest, .. }, Payback::Reached { year: latest, .. }) if earliest == latest => {
                format!(" I begge ender er {it} tjent hjem i {latest}.")
            }
            (Payback::Reached { year: earliest, .. }, Payback::Reached { year: latest, .. }) => {
                format!(" {} er tjent hjem tidligst i {earliest} og senest i {latest}.", capitalised(it))
            }
            (Payback::Reached { year, .. }, Payback::NotWithin { horizon, .. }) => {
                format!(" I den bedste ende er {it} tjent hjem i {year}, i den dårligste ikke inden for {horizon} år.")
            }
            (Payback::NotWithin { horizon, .. }, Payback::NotWithin { .. }) => {
                format!(" I ingen af enderne er {it} tjent hjem inden for {horizon} år.")
            }
            _ => String::new(),
        };
        let fading = if range.never_fades {
            " I den bedste ende bliver hele andelen i job eller uddannelse, når indsatsen stopper."
        } else {
            ""
        };
        let values = range.outside.iter().filter_map(|(ix, value)| {
            let driver = variant.driver(*ix)?;
            Some(format!("{} på {}", self.named(&driver.mention), self.value(*value, driver.unit)))
        });
        let outside = match values.collect::<Vec<_>>() {
            values if values.is_empty() => String::new(),
            values => format!(" Din linje er regnet med {}, og det har ingen af notaterne.", join(&values, "og")),
        };
        let returned = range.returned.filter(|_| answer.returned_year_after_year().is_some());
        let returned = returned.map(|ends| {
            let (least, most) = (DANISH.fixed(ends.0, 2), DANISH.fixed(ends.1, 2));
            let year = answer.returned.year;
            if least == most {
                format!(" Hver krone giver {most} kr. i {year}.")
            } else {
                format!(" Hver krone giver mellem {least} og {most} kr. i {year}.")
            }
        });
        format!(
            "Notaterne giver selv yderpunkter for {}. Med dem alle på én gang ligger nettobeløbet for {} mellem {} og {} (minus er en \
             besparelse).{}{paid_back}{fading} Det er feltet i figuren.{outside}",
            join(&ranges(self, &range.drivers, variant, "i samme forhold"), "og"),
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
        Some(name) => uncapitalised(Danish.named(name)),
        None if answer.efforts > 1 => "indsatserne".to_owned(),
        None => "indsatsen".to_owned(),
    }
}

/// By how much a year with full savings gives more or less than it costs.
fn full_year(facts: &HangsOn, answer: &Answer) -> String {
    let (year, cost, net) = facts.full_year;
    let (efforts, it) = (efforts(answer), if answer.efforts > 1 { "de" } else { "den" });
    let cost = NUMBERS.in_millions(cost);
    let apart = match net.cmp(&Thousands::ZERO) {
        Ordering::Equal => return format!("I {year} sparer {efforts} lige så meget, som {it} koster ({cost}). "),
        Ordering::Less => format!("{} mere", NUMBERS.in_short(net.negated())),
        Ordering::Greater => format!("{} mindre", NUMBERS.in_short(net)),
    };
    format!("I {year} sparer {efforts} {apart}, end {it} koster ({cost}). ")
}

/// What is left over at the end of the payback year.
fn margin(margin: Margin) -> String {
    let spent = NUMBERS.in_millions(margin.spent);
    if margin.balance == Thousands::ZERO {
        return format!("Ved udgangen af {} er der brugt {spent} og sparet præcis lige så meget. ", margin.end_of);
    }
    let left = NUMBERS.in_short(margin.balance.negated());
    format!("Ved udgangen af {} er der brugt {spent}, og {left} er til overs. ", margin.end_of)
}
