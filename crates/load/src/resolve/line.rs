//! A line and the formula that gives its amount.

use rust_decimal::Decimal;

use super::check::{check_ids, check_names, check_share, find_index};
use super::city::{administration, committee};
use super::driver::driver_with_unit;
use super::printed::row_ref;
use crate::file::{DecimalFile, LineFile, RuleFile, ScheduleFile};
use crate::{Fault, ItemFault, path};
use model::note::{
    City, CommitteeShare, Driver, Effort, Formula, Increases, Line, Posts, Quantity, Schedule, Table, Unit, Weight,
};

pub(super) fn line(
    written: LineFile,
    city: &City,
    variant: &str,
    drivers: &[Driver],
    efforts: &[Effort],
    tables: &[Table],
) -> Result<Line, ItemFault> {
    let item = path(&[variant, &written.id]);
    check_names(&item, &written.name)?;
    check_names(&item, &written.basis)?;
    let effort_index = find_index(&item, "effort", &written.effort, efforts.iter().map(|effort| effort.id.as_str()))?;
    let effort = efforts.get(effort_index).ok_or_else(|| (item.clone(), Fault::Missing("the effort")))?;
    let formula = formula(&item, &written, drivers, effort)?;
    let sum_of_shares =
        written.committees.iter().try_fold(Decimal::ZERO, |sum, committee| sum.checked_add(committee.share));
    if sum_of_shares != Some(Decimal::ONE) {
        let parts = sum_of_shares.unwrap_or_default().to_string();
        return Err((item, Fault::Sum { column: "committees".to_owned(), printed: "1".to_owned(), parts }));
    }
    let administrations =
        written.administrations.iter().map(|id| administration(&item, city, id)).collect::<Result<Vec<_>, _>>()?;
    let committees = written
        .committees
        .iter()
        .map(|part| Ok(CommitteeShare { committee: committee(&item, city, &part.committee)?, share: part.share }))
        .collect::<Result<Vec<_>, _>>()?;
    let row = row_ref(&item, &written.row, tables)?;
    check_same_row(&item, written.same_row.as_deref(), &effort.id)?;
    Ok(Line {
        id: written.id,
        name: written.name,
        effort: effort_index,
        side: written.side,
        formula,
        area: written.area,
        administrations,
        committees,
        row: Some(row),
        basis: written.basis,
        same_row: written.same_row,
    })
}

/// Checks that the key of a row names the line's own effort and then the row.
fn check_same_row(item: &str, key: Option<&str>, effort: &str) -> Result<(), ItemFault> {
    let Some(key) = key else { return Ok(()) };
    match key.split_once('/') {
        Some((named, row)) if named == effort => check_ids(item, [row]),
        _ => Err((item.to_owned(), Fault::Other(format!("the row \"{key}\" is not of the form {effort}/row")))),
    }
}

/// The formula that the kind of the line stands for. No other function knows the kinds.
fn formula(item: &str, written: &LineFile, drivers: &[Driver], effort: &Effort) -> Result<Formula, ItemFault> {
    let missing = |what| (item.to_owned(), Fault::Missing(what));
    let citizens = || effort.citizens.ok_or_else(|| missing("the effort's citizens"));
    let driver = |id: &str, unit| driver_with_unit(item, drivers, id, unit);
    let schedule = schedule(item, &written.schedule, matches!(written.rule, RuleFile::PerOutcome { .. }))?;
    let scheduled = Weight::of_schedule(schedule);
    let probability = match &written.rule {
        RuleFile::PerEvent { probability, .. } => Some(driver(probability, Unit::Share)?),
        RuleFile::Staff { .. }
        | RuleFile::Fixed { .. }
        | RuleFile::PerCitizen { .. }
        | RuleFile::PerOutcome { .. }
        | RuleFile::PerCourse { .. } => None,
    };
    let (quantity, unit_amount, weight) = match &written.rule {
        RuleFile::Fixed { amount } => (Quantity::One, driver(amount, Unit::AmountPerYear)?, scheduled),
        RuleFile::PerCitizen { amount } => {
            (Quantity::Citizens(citizens()?), driver(amount, Unit::AmountPerOutcome)?, scheduled)
        }
        RuleFile::PerOutcome { amount } => {
            let effect = effort.effect.ok_or_else(|| missing("the effort's effect"))?;
            (
                Quantity::Citizens(citizens()?),
                driver(amount, Unit::AmountPerOutcome)?,
                Weight { effect: Some(effect), ..scheduled },
            )
        }
        RuleFile::PerCourse { courses, amount } => {
            (Quantity::Courses(driver(courses, Unit::Courses)?), driver(amount, Unit::AmountEach)?, scheduled)
        }
        RuleFile::PerEvent { people, amount, .. } => {
            let people = people.as_ref().map_or_else(citizens, |id| driver(id, Unit::Citizens))?;
            (Quantity::Citizens(people), driver(amount, Unit::AmountEach)?, scheduled)
        }
        RuleFile::Staff { posts, cost } => {
            let posts = match posts {
                Some(id) => Posts::Driver(driver(id, Unit::Posts)?),
                None => Posts::Caseload {
                    citizens: citizens()?,
                    caseload: effort.caseload.ok_or_else(|| missing("the effort's caseload"))?,
                },
            };
            (Quantity::Posts(posts), driver(cost, Unit::CostPerPost)?, scheduled)
        }
    };
    Ok(Formula { quantity, probability, unit_amount, weight, adjustment: None, increases: Increases::default() })
}

/// The number of years that a schedule may name: as many as an effort may run.
const MOST_YEARS: usize = 20;

/// The schedule, whose shares must be between 0 and 1. A line that follows effect rates has its shares by phase from them, so
/// it can only have a schedule year by year, and has the whole amount after the effort where the schedule does not say otherwise.
fn schedule(item: &str, written: &ScheduleFile, follows_rates: bool) -> Result<Schedule, ItemFault> {
    let refused = |why: &str| Err((item.to_owned(), Fault::Other(why.to_owned())));
    let share = |share: &Option<DecimalFile>, otherwise| share.as_ref().map_or(otherwise, |DecimalFile(share)| *share);
    let ScheduleFile { first, running, years, once, after } = written;
    let is_by_phase = first.is_some() || running.is_some();
    if [is_by_phase, years.is_some(), once.is_some()].into_iter().filter(|is_given| *is_given).count() > 1 {
        return refused("a schedule is by phase, year by year or once, and not several of these");
    }
    if follows_rates && (is_by_phase || (after.is_some() && years.is_none())) {
        return refused("a line per outcome follows the effect rates, and its schedule can only be year by year");
    }
    let after = share(after, if follows_rates && once.is_none() { Decimal::ONE } else { Decimal::ZERO });
    let by_year: Vec<Decimal> = match (years, once) {
        (Some(years), _) => years.iter().map(|DecimalFile(share)| *share).collect(),
        (None, Some(once)) => {
            let earlier = usize::from(*once).checked_sub(1).filter(|earlier| *earlier < MOST_YEARS);
            let Some(earlier) = earlier else { return refused("the year of a schedule is one of the first 20") };
            let mut shares = vec![Decimal::ZERO; earlier];
            shares.extend([Decimal::ONE, Decimal::ZERO]);
            shares
        }
        (None, None) => vec![share(first, Decimal::ONE), share(running, Decimal::ONE)],
    };
    if years.as_ref().is_some_and(|years| years.len() > MOST_YEARS) {
        return refused("a schedule has at most 20 years");
    }
    by_year.iter().chain([&after]).try_for_each(|share| check_share(item, *share))?;
    let schedule = Schedule::of_years(&by_year, after);
    schedule.ok_or_else(|| (item.to_owned(), Fault::Missing("the years of the schedule")))
}
