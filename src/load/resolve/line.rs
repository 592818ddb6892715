//! A line and the formula that gives its amount.

use rust_decimal::Decimal;

use super::check::{find, named, share};
use super::city::{administration, committee};
use super::driver::of_unit;
use super::printed::row_ref;
use crate::load::file::{LineFile, RuleFile};
use crate::load::{Fault, Found, path};
use crate::note::{
    City, CommitteeShare, Driver, Effort, Formula, Line, Posts, Quantity, Schedule, Table, Unit, Weight,
};

pub(super) fn line(
    written: LineFile,
    city: &City,
    variant: &str,
    drivers: &[Driver],
    efforts: &[Effort],
    tables: &[Table],
) -> Result<Line, Found> {
    let at = path(&[variant, &written.id]);
    named(&at, &written.name)?;
    named(&at, &written.basis)?;
    let effort = find(&at, "effort", &written.effort, efforts.iter().map(|effort| effort.id.as_str()))?;
    let of = efforts.get(effort).ok_or_else(|| (at.clone(), Fault::Missing("the effort")))?;
    let formula = formula(&at, &written, drivers, of)?;
    let carried = written.committees.iter().try_fold(Decimal::ZERO, |sum, each| sum.checked_add(each.share));
    if carried != Some(Decimal::ONE) {
        let parts = carried.unwrap_or_default().to_string();
        return Err((at, Fault::Sum { column: "committees".to_owned(), printed: "1".to_owned(), parts }));
    }
    let administrations =
        written.administrations.iter().map(|id| administration(&at, city, id)).collect::<Result<Vec<_>, _>>()?;
    let committees = written
        .committees
        .iter()
        .map(|each| Ok(CommitteeShare { committee: committee(&at, city, &each.committee)?, share: each.share }))
        .collect::<Result<Vec<_>, _>>()?;
    let row = row_ref(&at, &written.row, tables)?;
    Ok(Line {
        id: written.id,
        name: written.name,
        effort,
        side: written.side,
        formula,
        area: written.area,
        administrations,
        committees,
        row: Some(row),
        basis: written.basis,
    })
}

/// What the kind of the line makes of it: the one place that knows the kinds.
fn formula(at: &str, written: &LineFile, drivers: &[Driver], effort: &Effort) -> Result<Formula, Found> {
    let missing = |what| (at.to_owned(), Fault::Missing(what));
    let citizens = || effort.citizens.ok_or_else(|| missing("the effort's citizens"));
    let driver = |id: &str, unit| of_unit(at, drivers, id, unit);
    let scheduled = Weight::Schedule(schedule(at, written.schedule)?);
    let (quantity, unit_amount, weight) = match &written.rule {
        RuleFile::Fixed { amount } => (Quantity::One, driver(amount, Unit::AmountPerYear)?, scheduled),
        RuleFile::PerCitizen { amount } => {
            (Quantity::Citizens(citizens()?), driver(amount, Unit::AmountPerOutcome)?, scheduled)
        }
        RuleFile::PerOutcome { .. } if written.schedule != Schedule::default() => {
            return Err((
                at.to_owned(),
                Fault::Other("a line per outcome follows the effect rates, not a schedule".to_owned()),
            ));
        }
        RuleFile::PerOutcome { amount } => {
            let effect = effort.effect.ok_or_else(|| missing("the effort's effect"))?;
            (Quantity::Citizens(citizens()?), driver(amount, Unit::AmountPerOutcome)?, Weight::Effect(effect))
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
    Ok(Formula { quantity, unit_amount, weight, adjustment: None })
}

/// A schedule of shares between 0 and 1.
fn schedule(at: &str, written: Schedule) -> Result<Schedule, Found> {
    for phase in [written.first, written.running, written.after] {
        share(at, phase)?;
    }
    Ok(written)
}
