//! A variant and its efforts.

use std::ops::RangeInclusive;

use super::check::{in_range, named, sourced, unique};
use super::driver::{driver, of_unit};
use super::line::line;
use crate::load::file::{EffectFile, EffortFile, VariantFile};
use crate::load::{Fault, Found, path};
use crate::note::{City, Driver, DriverIx, Effect, Effort, Table, Unit, Variant, Year};

pub(super) fn variant(written: VariantFile, city: &City, tables: &[Table]) -> Result<Variant, Found> {
    let at = written.id.clone();
    unique(&at, [at.as_str()])?;
    named(&at, &written.name)?;
    let [first, last] = written.years;
    in_range(&at, first)?;
    in_range(&at, last)?;
    if first > last {
        return Err((at, Fault::Year(last)));
    }
    unique(&at, written.driver.iter().map(|driver| driver.id.as_str()))?;
    unique(&at, written.effort.iter().map(|effort| effort.id.as_str()))?;
    unique(&at, written.line.iter().map(|line| line.id.as_str()))?;
    let drivers = written.driver.into_iter().map(|each| driver(each, &at)).collect::<Result<Vec<_>, _>>()?;
    let efforts = written
        .effort
        .into_iter()
        .map(|each| effort(each, &at, &drivers, first..=last))
        .collect::<Result<Vec<_>, _>>()?;
    if efforts.is_empty() {
        return Err((at, Fault::Missing("an effort")));
    }
    let lines = written
        .line
        .into_iter()
        .map(|each| line(each, city, &at, &drivers, &efforts, tables))
        .collect::<Result<_, _>>()?;
    written.savings_about.as_ref().map_or(Ok(()), |about| named(&at, about))?;
    for printed in &written.printed_payback {
        sourced(&at, &printed.source)?;
    }
    Ok(Variant {
        id: written.id,
        name: written.name,
        first,
        last,
        efforts,
        drivers,
        lines,
        printed_paybacks: written.printed_payback,
        savings_about: written.savings_about,
        savings_from: None,
    })
}

fn effort(
    written: EffortFile,
    variant: &str,
    drivers: &[Driver],
    years: RangeInclusive<Year>,
) -> Result<Effort, Found> {
    let at = path(&[variant, &written.id]);
    named(&at, &written.name)?;
    if !years.contains(&written.start) {
        return Err((at, Fault::Year(written.start)));
    }
    let pick = |id: &String, unit| of_unit(&at, drivers, id, unit);
    let effect = match &written.effect {
        None => None,
        Some(EffectFile { first, full, residual }) => Some(Effect {
            first: first.as_ref().map(|id| pick(id, Unit::Share)).transpose()?,
            full: pick(full, Unit::Share)?,
            residual: residual.as_ref().map(|id| pick(id, Unit::Share)).transpose()?,
        }),
    };
    let citizens = written.citizens.as_ref().map(|id| pick(id, Unit::Citizens)).transpose()?;
    let caseload = written.caseload.as_ref().map(|id| pick(id, Unit::CitizensPerPost)).transpose()?;
    if let Some(stated) = &written.consultants {
        sourced(&at, &stated.source)?;
        let value = |ix: Option<DriverIx>| Some(drivers.get(ix?.0)?.value);
        let implied = value(citizens).zip(value(caseload)).and_then(|(citizens, load)| citizens.checked_div(load));
        if implied != Some(stated.posts) {
            let (printed, parts) = (stated.posts.to_string(), implied.unwrap_or_default().to_string());
            return Err((at, Fault::Sum { column: "consultants".to_owned(), printed, parts }));
        }
    }
    Ok(Effort {
        length: pick(&written.length, Unit::Years)?,
        id: written.id,
        name: written.name,
        start: written.start,
        citizens,
        caseload,
        effect,
        savings_like: written.savings_like,
        consultants: written.consultants,
    })
}
