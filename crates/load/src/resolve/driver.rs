//! A driver, and the drivers that efforts and lines name by id.

use rust_decimal::Decimal;

use super::check::{check_names, check_source, find_index};
use crate::file::{DriverFile, FollowsFile};
use crate::{Fault, ItemFault, path};
use model::note::{Driver, DriverIx, DriverKind, Follows, Names, Origin, Unit};
use model::scenario::{Rejection, accept};

pub(super) fn driver(written: DriverFile, variant: &str) -> Result<Driver, ItemFault> {
    let item = path(&[variant, &written.id]);
    check_names(&item, &written.name)?;
    check_names(&item, &written.mention)?;
    let check_bounds = |value: Decimal| match accept(written.unit, value) {
        Ok(()) => Ok(()),
        Err(Rejection::NoSuchDriver) => Err((item.clone(), Fault::Missing("the driver"))),
        Err(Rejection::TooLow(_) | Rejection::TooHigh(_) | Rejection::TooFine(_)) => {
            Err((item.clone(), Fault::OutOfBounds(value.to_string())))
        }
    };
    check_bounds(written.value)?;
    check_origin(&item, &written.origin)?;
    for alternative in &written.alternative {
        check_names(&item, &alternative.name)?;
        check_bounds(alternative.value)?;
        check_origin(&item, &alternative.origin)?;
    }
    for part in &written.part {
        check_names(&item, &part.name)?;
        check_bounds(part.value)?;
        check_source(&item, &part.source)?;
    }
    let parts = written.part.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value));
    if !written.part.is_empty() && parts != Some(written.value) {
        let parts = parts.unwrap_or_default().to_string();
        return Err((item, Fault::Sum { column: "parts".to_owned(), printed: written.value.to_string(), parts }));
    }
    if let Some(range) = &written.range {
        check_bounds(range.low)?;
        check_bounds(range.high)?;
        check_source(&item, &range.source)?;
        if range.low >= range.high {
            return Err((item, Fault::OutOfBounds(range.low.to_string())));
        }
    }
    Ok(Driver {
        id: written.id,
        kind: DriverKind::OfNote { name: written.name, mention: written.mention },
        group: written.group,
        unit: written.unit,
        value: written.value,
        origin: written.origin,
        parts: written.part,
        range: written.range,
        follows: None,
        alternatives: written.alternative,
    })
}

/// The driver that each of these drivers follows. A driver that follows another one may not be followed itself.
pub(super) fn followed(
    variant: &str,
    written: Vec<(String, Option<FollowsFile>)>,
    drivers: &[Driver],
) -> Result<Vec<Option<Follows>>, ItemFault> {
    let followers: Vec<String> =
        written.iter().filter(|(_, follows)| follows.is_some()).map(|(id, _)| id.clone()).collect();
    let resolve = |(id, follows): (String, Option<FollowsFile>)| {
        let Some(follows) = follows else { return Ok(None) };
        let item = path(&[variant, &id]);
        let unit = drivers.iter().find(|driver| driver.id == id).map_or(Unit::Share, |driver| driver.unit);
        let leader = driver_with_unit(&item, drivers, &follows.driver, unit)?;
        let is_zero = drivers.get(leader.0).is_none_or(|leader| leader.value.is_zero());
        if is_zero || followers.contains(&follows.driver) {
            return Err((item, Fault::Missing("a driver to follow that is not zero and follows none itself")));
        }
        check_origin(&item, &follows.origin)?;
        Ok(Some(Follows { leader, origin: follows.origin }))
    };
    written.into_iter().map(resolve).collect()
}

/// Checks that an origin has sources or, where it needs one, an explanation.
fn check_origin(item: &str, origin: &Origin) -> Result<(), ItemFault> {
    match origin {
        Origin::Stated(source) | Origin::Borrowed { source, .. } => check_source(item, source),
        Origin::Derived { how, from, .. } => {
            check_explanation(item, how.as_ref())?;
            if from.is_empty() {
                return Err((item.to_owned(), Fault::Missing("what it is derived from")));
            }
            from.iter().try_for_each(|source| check_source(item, source))
        }
        Origin::Assumed { why } => check_explanation(item, why.as_ref()),
        Origin::Neutral => Err((item.to_owned(), Fault::Missing("an origin that a document or we can have"))),
    }
}

/// Checks that there is an explanation of a number. Only numbers that the page adds have none of their own.
fn check_explanation(item: &str, explanation: Option<&Names>) -> Result<(), ItemFault> {
    check_names(item, explanation.ok_or_else(|| (item.to_owned(), Fault::Missing("the explanation of a number")))?)
}

/// The driver with this id, which must have this unit.
pub(super) fn driver_with_unit(item: &str, drivers: &[Driver], id: &str, unit: Unit) -> Result<DriverIx, ItemFault> {
    let index = find_index(item, "driver", id, drivers.iter().map(|driver| driver.id.as_str()))?;
    let needs = match unit {
        Unit::Citizens => "number of citizens",
        Unit::CitizensPerPost => "number of citizens per post",
        Unit::Posts => "number of posts",
        Unit::CostPerPost => "cost per post",
        Unit::Share => "share",
        Unit::AmountPerOutcome => "amount per citizen",
        Unit::AmountPerYear => "amount per year",
        Unit::Courses => "number of courses",
        Unit::AmountEach => "amount for each course or event",
        Unit::Years => "number of years",
        Unit::Factor => "factor",
        Unit::Increase => "increase",
    };
    match drivers.get(index) {
        Some(driver) if driver.unit == unit => Ok(DriverIx(index)),
        _ => Err((item.to_owned(), Fault::Unit { driver: id.to_owned(), needs })),
    }
}
