//! A line and the formula that gives its amount.

use rust_decimal::Decimal;

use super::Context;
use super::area::area;
use super::check::{check_name, check_optional_names, check_share};
use super::city::{administration, committee};
use super::driver::Drivers;
use super::printed::Tables;
use super::schedule::Scheduled;
use super::share::{Above, Share};
use super::variant::Efforts;
use crate::file::{DecimalFile, LineFile, RuleFile};
use crate::items::{Item, is_id};
use crate::report::At;
use model::fault::{Column, Fault, Kind, Part};
use model::note::{CommitteeShare, Effort, Formula, Increases, Line, Posts, Quantity, Unit, Weight};

/// A line; `None` for one with a fault, or one that follows from another fault.
pub(super) fn line(
    context: &Context<'_>,
    item: &Item<'_, LineFile>,
    id: &str,
    drivers: &Drivers<'_>,
    efforts: &Efforts<'_>,
    tables: &Tables<'_>,
    above: &Above<'_, '_>,
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
    // Where something could not be read, a blank stands for it. Whatever else the line says is checked all the same.
    let is_read = |key: &str| item.is_whole || context.report.is_sound(at, key);
    if is_read("name") {
        check_name(context, at.field("name"), &written.name);
    }
    if item.is_whole {
        check_optional_names(context, at, "basis", written.basis.as_ref());
    }
    if is_read("committees") {
        check_committees(context, at, written);
    }
    let area = if is_read("area") { area(context, at.field("area"), &written.area) } else { None };
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
    if !is_read("rule") {
        return None;
    }
    let has_schedule = item.is_whole || at.node.get("schedule").is_none() || is_read("schedule");
    let share = Share { context, at: at.field("rule").field("share-of"), above, effort, effort_index };
    let formula = formula(context, at, written, drivers, effort, has_schedule);
    // The lines of a share are looked for whatever its formula lacks.
    let formula = share.complete(formula, &written.rule, drivers);
    if !item.is_whole || context.report.count() > before || (written.row.is_some() && row.is_none()) {
        return None;
    }
    Some(Line {
        id: id.to_owned(),
        name: written.name.clone(),
        effort: effort_index?,
        side: written.side,
        formula: formula?,
        area: area?,
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
/// fault of its own. `has_schedule`: whether the schedule could be read.
fn formula(
    context: &Context<'_>,
    at: At<'_>,
    written: &LineFile,
    drivers: &Drivers<'_>,
    effort: Option<&Effort>,
    has_schedule: bool,
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
    let scheduled = Scheduled { context, at: at.field("schedule"), rule: &written.rule, drivers, effort };
    let scheduled = has_schedule.then(|| scheduled.read(&written.schedule)).flatten().map(Weight::of_schedule);
    let (mut probability, mut lacks_probability) = (None, false);
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
            let after = written.schedule.after.as_ref().is_some_and(|DecimalFile(share)| !share.is_zero());
            if after && effect.is_some_and(|effect| effect.residual.is_none()) {
                context.report.problem(at.field("schedule").field("after"), Fault::NothingAfterwards);
            }
            let weight = scheduled.zip(effect).map(|(scheduled, effect)| Weight { effect: Some(effect), ..scheduled });
            (citizens().map(Quantity::Citizens), unit_amount, weight)
        }
        RuleFile::PerCourse { courses, amount } => {
            let courses = driver("per-course", "courses", courses, Unit::Courses);
            (courses.map(Quantity::Courses), driver("per-course", "amount", amount, Unit::AmountEach), scheduled)
        }
        // `Share` puts in the lines and the limit.
        RuleFile::ShareOf { share, .. } => {
            (Some(Quantity::Lines(Vec::new())), driver("share-of", "share", share, Unit::Share), scheduled)
        }
        RuleFile::PerEvent { people, probability: share, amount } => {
            let share = driver("per-event", "probability", share, Unit::Share);
            (probability, lacks_probability) = (share, share.is_none());
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
    let effort = effort.filter(|_| !lacks_probability)?;
    let (quantity, mut weight) = (quantity?, weight?);
    if written.schedule.is_empty() && effort.phases_in(&quantity) {
        weight.schedule = effort.phase_in.with_after(weight.schedule.after);
    }
    Some(Formula {
        quantity,
        probability,
        unit_amount: unit_amount?,
        weight,
        adjustment: None,
        increases: Increases::default(),
        limit: None,
    })
}

/// The limit of what a variant may have.
pub(super) const MOST_LINES: (Kind, usize) = (Kind::Line, 20_000);
