//! A line and the formula that gives its amount.

use rust_decimal::Decimal;

use super::Context;
use super::check::{check_names, check_optional_names, check_share};
use super::city::{administration, committee};
use super::driver::Drivers;
use super::printed::Tables;
use super::variant::Efforts;
use crate::file::{DecimalFile, LineFile, RuleFile, ScheduleFile};
use crate::items::{Item, is_id};
use crate::report::At;
use model::fault::{Column, Fault, Kind, Part};
use model::note::{CommitteeShare, Effort, Formula, Increases, Line, Posts, Quantity, Schedule, Unit, Weight};

/// A line; `None` for one with a fault, or one that follows from another fault.
pub(super) fn line(
    context: &Context<'_>,
    item: &Item<'_, LineFile>,
    id: &str,
    drivers: &Drivers<'_>,
    efforts: &Efforts<'_>,
    tables: &Tables<'_>,
) -> Option<Line> {
    let (at, before, written) = (item.at(), context.report.count(), &item.written);
    // Others may be named by their ids in spite of a fault here, and bodies in free text have to be known.
    let administrations: Vec<_> = written
        .administrations
        .iter()
        .enumerate()
        .map(|(index, named)| administration(context, at.field("administrations").nth(index), named))
        .collect();
    let committees: Vec<_> = written
        .committees
        .iter()
        .enumerate()
        .map(|(index, part)| {
            let at = at.field("committees").nth(index);
            check_share(context, at.field("share"), part.share);
            let committee = committee(context, at.field("committee"), &part.committee)?;
            Some(CommitteeShare { committee, share: part.share })
        })
        .collect();
    if !item.is_whole {
        return None;
    }
    check_names(context, at.field("name"), &written.name);
    check_optional_names(context, at, "basis", written.basis.as_ref());
    check_committees(context, at, written);
    let row = match &written.row {
        Some(row) => tables.row(context, at.field("row"), row),
        None if context.report.is_strict => {
            context.report.problem(at, Fault::FieldMissing("row".to_owned()));
            None
        }
        None => None,
    };
    let effort_index = match &written.effort {
        Some(id) => efforts.ids.find(at.field("effort"), id, context.report),
        None if context.report.is_strict => {
            context.report.problem(at, Fault::FieldMissing("effort".to_owned()));
            None
        }
        None if efforts.all.len() == 1 => Some(0),
        // That is said once, of the note.
        None if efforts.all.is_empty() => None,
        None => {
            context.report.problem(at, Fault::Missing(Part::EffortOfLine));
            None
        }
    };
    let effort = effort_index.and_then(|index| efforts.all.get(index)?.as_ref());
    if let Some(effort) = effort {
        check_same_row(context, at.field("same_row"), written.same_row.as_deref(), &effort.id);
    }
    let formula = formula(context, at, written, drivers, effort);
    if context.report.count() > before || (written.row.is_some() && row.is_none()) {
        return None;
    }
    Some(Line {
        id: id.to_owned(),
        name: written.name.clone(),
        effort: effort_index?,
        side: written.side,
        formula: formula?,
        area: written.area,
        administrations: administrations.into_iter().collect::<Option<_>>()?,
        committees: committees.into_iter().collect::<Option<_>>()?,
        row,
        basis: written.basis.clone(),
        same_row: written.same_row.clone(),
    })
}

/// Checks that the shares of the committees add up to 1. Only a note that does not ship may leave them out.
fn check_committees(context: &Context<'_>, at: At<'_>, written: &LineFile) {
    if context.report.is_strict && written.administrations.is_empty() && at.node.get("administrations").is_none() {
        context.report.problem(at, Fault::FieldMissing("administrations".to_owned()));
    }
    if written.committees.is_empty() && !context.report.is_strict {
        return;
    }
    let sum = written.committees.iter().try_fold(Decimal::ZERO, |sum, committee| sum.checked_add(committee.share));
    if sum != Some(Decimal::ONE) {
        let fault = Fault::Sum { column: Column::Committees, printed: Decimal::ONE, parts: sum.unwrap_or_default() };
        context.report.problem(at.field("committees"), fault);
    }
}

/// Checks that the key of a row names the line's own effort and then the row.
fn check_same_row(context: &Context<'_>, at: At<'_>, key: Option<&str>, effort: &str) {
    let Some(key) = key else { return };
    match key.split_once('/') {
        Some((named, row)) if named == effort => {
            if !is_id(row) {
                context.report.problem(at, Fault::Id(row.to_owned()));
            }
        }
        _ => context.report.problem(at, Fault::SharedRowForm { key: key.to_owned(), effort: effort.to_owned() }),
    }
}

/// The formula that the kind of the line stands for. No other function knows the kinds. `None` where a driver or the effort has a
/// fault of its own.
fn formula(
    context: &Context<'_>,
    at: At<'_>,
    written: &LineFile,
    drivers: &Drivers<'_>,
    effort: Option<&Effort>,
) -> Option<Formula> {
    let rule = at.field("rule");
    let needed = |found: Option<_>, part| {
        if found.is_none() && effort.is_some() {
            context.report.problem(rule, Fault::Missing(part));
        }
        found
    };
    let citizens = || needed(effort.and_then(|effort| effort.citizens), Part::Citizens);
    let driver =
        |kind: &str, field: &str, id: &str, unit| drivers.with_unit(context, rule.field(kind).field(field), id, unit);
    let follows_rates = matches!(written.rule, RuleFile::PerOutcome { .. });
    let scheduled = schedule(context, at.field("schedule"), &written.schedule, follows_rates).map(Weight::of_schedule);
    let mut probability = None;
    let (quantity, unit_amount, weight) = match &written.rule {
        RuleFile::Fixed { amount } => {
            (Some(Quantity::One), driver("fixed", "amount", amount, Unit::AmountPerYear), scheduled)
        }
        RuleFile::PerCitizen { amount } => {
            let unit_amount = driver("per-citizen", "amount", amount, Unit::AmountPerOutcome);
            (citizens().map(Quantity::Citizens), unit_amount, scheduled)
        }
        RuleFile::PerOutcome { amount } => {
            let effect = effort.and_then(|effort| effort.effect);
            if effect.is_none() && effort.is_some() {
                context.report.problem(rule, Fault::Missing(Part::Effect));
            }
            let unit_amount = driver("per-outcome", "amount", amount, Unit::AmountPerOutcome);
            if effect.is_some_and(|effect| effect.residual.is_none()) && written.schedule.after.is_some() {
                context.report.problem(at.field("schedule").field("after"), Fault::NothingAfterwards);
            }
            let weight = scheduled.zip(effect).map(|(scheduled, effect)| Weight { effect: Some(effect), ..scheduled });
            (citizens().map(Quantity::Citizens), unit_amount, weight)
        }
        RuleFile::PerCourse { courses, amount } => {
            let courses = driver("per-course", "courses", courses, Unit::Courses);
            (courses.map(Quantity::Courses), driver("per-course", "amount", amount, Unit::AmountEach), scheduled)
        }
        RuleFile::PerEvent { people, probability: share, amount } => {
            let share = driver("per-event", "probability", share, Unit::Share);
            probability = Some(share?);
            let people = match people {
                Some(id) => driver("per-event", "people", id, Unit::Citizens),
                None => citizens(),
            };
            (people.map(Quantity::Citizens), driver("per-event", "amount", amount, Unit::AmountEach), scheduled)
        }
        RuleFile::Staff { posts, cost } => {
            let posts = if let Some(id) = posts {
                driver("staff", "posts", id, Unit::Posts).map(Posts::Driver)
            } else {
                let caseload = needed(effort.and_then(|effort| effort.caseload), Part::Caseload);
                citizens().zip(caseload).map(|(citizens, caseload)| Posts::Caseload { citizens, caseload })
            };
            (posts.map(Quantity::Posts), driver("staff", "cost", cost, Unit::CostPerPost), scheduled)
        }
    };
    effort?;
    Some(Formula {
        quantity: quantity?,
        probability,
        unit_amount: unit_amount?,
        weight: weight?,
        adjustment: None,
        increases: Increases::default(),
    })
}

/// The number of years that a schedule may name: as many as an effort may run.
const MOST_YEARS: usize = 20;

/// The schedule, whose shares must be between 0 and 1. A line that follows effect rates has its shares by phase from them, so
/// it can only have a schedule year by year, and has the whole amount after the effort where the schedule does not say otherwise.
fn schedule(context: &Context<'_>, at: At<'_>, written: &ScheduleFile, follows_rates: bool) -> Option<Schedule> {
    let before = context.report.count();
    let share = |share: &Option<DecimalFile>, otherwise| share.as_ref().map_or(otherwise, |DecimalFile(share)| *share);
    let ScheduleFile { first, running, years, once, after } = written;
    let is_by_phase = first.is_some() || running.is_some();
    if [is_by_phase, years.is_some(), once.is_some()].into_iter().filter(|is_given| *is_given).count() > 1 {
        context.report.problem(at, Fault::ScheduleForms);
    }
    if follows_rates && (is_by_phase || (after.is_some() && years.is_none())) {
        context.report.problem(at, Fault::ScheduleOfOutcome);
    }
    if let Some(years) = years
        && !(1..=MOST_YEARS).contains(&years.len())
    {
        context.report.problem(at.field("years"), Fault::ScheduleYears(years.len()));
    }
    if let Some(once) = once
        && !(1..=MOST_YEARS).contains(&usize::from(*once))
    {
        context.report.problem(at.field("once"), Fault::ScheduleYears(usize::from(*once)));
    }
    for (index, DecimalFile(share)) in years.iter().flatten().enumerate() {
        check_share(context, at.field("years").nth(index), *share);
    }
    for (field, given) in [("first", first), ("running", running), ("after", after)] {
        if let Some(DecimalFile(share)) = given {
            check_share(context, at.field(field), *share);
        }
    }
    if context.report.count() > before {
        return None;
    }
    let after = share(after, if follows_rates && once.is_none() { Decimal::ONE } else { Decimal::ZERO });
    let by_year: Vec<Decimal> = match (years, once) {
        (Some(years), _) => years.iter().map(|DecimalFile(share)| *share).collect(),
        (None, Some(once)) => {
            let mut shares = vec![Decimal::ZERO; usize::from(*once).saturating_sub(1)];
            shares.extend([Decimal::ONE, Decimal::ZERO]);
            shares
        }
        (None, None) => vec![share(first, Decimal::ONE), share(running, Decimal::ONE)],
    };
    Schedule::of_years(&by_year, after)
}

/// The limit of what a variant may have.
pub(super) const MOST_LINES: (Kind, usize) = (Kind::Line, 20_000);
