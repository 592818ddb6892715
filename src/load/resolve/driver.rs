//! A driver, and the drivers that efforts and lines name.

use rust_decimal::Decimal;

use super::check::{find, named, sourced};
use crate::load::file::DriverFile;
use crate::load::{Fault, Found, path};
use crate::note::{Driver, DriverIx, Origin, Unit};
use crate::scenario::{Rejection, accept};

pub(super) fn driver(written: DriverFile, variant: &str) -> Result<Driver, Found> {
    let at = path(&[variant, &written.id]);
    named(&at, &written.name)?;
    named(&at, &written.mention)?;
    let bounded = |value: Decimal| match accept(written.unit, value) {
        Ok(()) => Ok(()),
        Err(Rejection::NoSuchDriver) => Err((at.clone(), Fault::Missing("the driver"))),
        Err(Rejection::TooLow(_) | Rejection::TooHigh(_) | Rejection::TooFine(_)) => {
            Err((at.clone(), Fault::OutOfBounds(value.to_string())))
        }
    };
    bounded(written.value)?;
    origin(&at, &written.origin)?;
    for alternative in &written.alternative {
        named(&at, &alternative.name)?;
        bounded(alternative.value)?;
        origin(&at, &alternative.origin)?;
    }
    for part in &written.part {
        named(&at, &part.name)?;
        bounded(part.value)?;
        sourced(&at, &part.source)?;
    }
    let parts = written.part.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value));
    if !written.part.is_empty() && parts != Some(written.value) {
        let parts = parts.unwrap_or_default().to_string();
        return Err((at, Fault::Sum { column: "parts".to_owned(), printed: written.value.to_string(), parts }));
    }
    if let Some(range) = &written.range {
        bounded(range.low)?;
        bounded(range.high)?;
        sourced(&at, &range.source)?;
        if range.low >= range.high {
            return Err((at, Fault::OutOfBounds(range.low.to_string())));
        }
    }
    Ok(Driver {
        id: written.id,
        name: written.name,
        mention: written.mention,
        group: written.group,
        unit: written.unit,
        value: written.value,
        origin: written.origin,
        parts: written.part,
        range: written.range,
        alternatives: written.alternative,
    })
}

fn origin(at: &str, origin: &Origin) -> Result<(), Found> {
    match origin {
        Origin::Stated(source) | Origin::Borrowed { source, .. } => sourced(at, source),
        Origin::Derived { how, from } => {
            named(at, how)?;
            if from.is_empty() {
                return Err((at.to_owned(), Fault::Missing("what it is derived from")));
            }
            from.iter().try_for_each(|source| sourced(at, source))
        }
        Origin::Assumed { why } => named(at, why),
    }
}

/// The driver with this id, which has to be counted in `unit`.
pub(super) fn of_unit(at: &str, drivers: &[Driver], id: &str, unit: Unit) -> Result<DriverIx, Found> {
    let found = find(at, "driver", id, drivers.iter().map(|driver| driver.id.as_str()))?;
    let needs = match unit {
        Unit::Citizens => "number of citizens",
        Unit::CitizensPerPost => "number of citizens per post",
        Unit::Posts => "number of posts",
        Unit::CostPerPost => "cost per post",
        Unit::Share => "share",
        Unit::AmountPerOutcome => "amount per citizen",
        Unit::AmountPerYear => "amount per year",
        Unit::Years => "number of years",
        Unit::Factor => "factor",
    };
    match drivers.get(found) {
        Some(driver) if driver.unit == unit => Ok(DriverIx(found)),
        _ => Err((at.to_owned(), Fault::Unit { driver: id.to_owned(), needs })),
    }
}
