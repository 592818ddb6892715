//! A variant and its efforts.

use std::ops::RangeInclusive;

use super::check::{check_ids, check_names, check_source, check_year, find_index};
use super::driver::{driver, driver_with_unit, followed};
use super::line::line;
use crate::file::{EffectFile, EffortFile, VariantFile};
use crate::{Fault, ItemFault, path};
use model::note::{Adjustment, City, Driver, DriverIx, Effect, Effort, Line, Table, Target, Unit, Variant, Year};

pub(super) fn variant(
    mut written: VariantFile,
    city: &City,
    tables: &[Table],
    targets: &[Target],
) -> Result<Variant, ItemFault> {
    let item = written.id.clone();
    check_ids(&item, [item.as_str()])?;
    check_names(&item, &written.name)?;
    let [first, last] = written.years;
    check_year(&item, first)?;
    check_year(&item, last)?;
    if first > last {
        return Err((item, Fault::Year(last)));
    }
    check_ids(&item, written.driver.iter().map(|driver| driver.id.as_str()))?;
    check_ids(&item, written.effort.iter().map(|effort| effort.id.as_str()))?;
    check_ids(&item, written.line.iter().map(|line| line.id.as_str()))?;
    let follows = written.driver.iter_mut().map(|driver| (driver.id.clone(), driver.follows.take())).collect();
    let mut drivers =
        written.driver.into_iter().map(|driver_file| driver(driver_file, &item)).collect::<Result<Vec<_>, _>>()?;
    let follows = followed(&item, follows, &drivers)?;
    for (driver, follows) in drivers.iter_mut().zip(follows) {
        driver.follows = follows;
    }
    let efforts = written
        .effort
        .into_iter()
        .map(|effort_file| effort(effort_file, &item, &drivers, targets, first..=last))
        .collect::<Result<Vec<_>, _>>()?;
    if efforts.is_empty() {
        return Err((item, Fault::Missing("an effort")));
    }
    let mut lines = written
        .line
        .into_iter()
        .map(|line_file| line(line_file, city, &item, &drivers, &efforts, tables))
        .collect::<Result<Vec<Line>, _>>()?;
    assume_nobody_anyway(&mut drivers, &mut lines);
    add_masters(&mut drivers, &mut lines);
    written.savings_about.as_ref().map_or(Ok(()), |about| check_names(&item, about))?;
    written.applied_for.as_ref().map_or(Ok(()), |source| check_source(&item, source))?;
    for printed in &written.printed_payback {
        check_source(&item, &printed.source)?;
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
        applied_for: written.applied_for,
        savings_from: None,
    })
}

/// Adds the driver with the share of citizens who would have found a job anyway to a variant with savings per citizen.
/// No document gives the share.
fn assume_nobody_anyway(drivers: &mut Vec<Driver>, lines: &mut [Line]) {
    let anyway = DriverIx(drivers.len());
    let mut is_read = false;
    for line in lines.iter_mut().filter(|line| line.formula.weight.effect.is_some()) {
        line.formula.adjustment = Some(Adjustment { price: None, anyway });
        is_read = true;
    }
    if is_read {
        drivers.push(Driver::found_anyway());
    }
}

/// Adds the drivers that raise all pay and every amount at once. A cost per post is pay.
fn add_masters(drivers: &mut Vec<Driver>, lines: &mut [Line]) {
    let all_pay = DriverIx(drivers.len());
    let pays_for_posts =
        |line: &Line| drivers.get(line.formula.unit_amount.0).is_some_and(|driver| driver.unit == Unit::CostPerPost);
    let mut is_read = false;
    for line in lines.iter_mut().filter(|line| pays_for_posts(line)) {
        line.formula.increases.pay = Some(all_pay);
        is_read = true;
    }
    if is_read {
        drivers.push(Driver::all_pay());
    }
    let all_amounts = DriverIx(drivers.len());
    for line in lines {
        line.formula.increases.amounts = Some(all_amounts);
    }
    drivers.push(Driver::all_amounts());
}

fn effort(
    written: EffortFile,
    variant: &str,
    drivers: &[Driver],
    targets: &[Target],
    years: RangeInclusive<Year>,
) -> Result<Effort, ItemFault> {
    let item = path(&[variant, &written.id]);
    check_names(&item, &written.name)?;
    check_names(&item, &written.about)?;
    if !years.contains(&written.start) {
        return Err((item, Fault::Year(written.start)));
    }
    let driver_ix = |id: &String, unit| driver_with_unit(&item, drivers, id, unit);
    let effect = match &written.effect {
        None => None,
        Some(EffectFile { first, full, residual, target }) => Some(Effect {
            first: first.as_ref().map(|id| driver_ix(id, Unit::Share)).transpose()?,
            full: driver_ix(full, Unit::Share)?,
            residual: residual.as_ref().map(|id| driver_ix(id, Unit::Share)).transpose()?,
            target: find_index(&item, "target", target, targets.iter().map(|target| target.id.as_str()))?,
        }),
    };
    let citizens = written.citizens.as_ref().map(|id| driver_ix(id, Unit::Citizens)).transpose()?;
    let caseload = written.caseload.as_ref().map(|id| driver_ix(id, Unit::CitizensPerPost)).transpose()?;
    if let Some(stated) = &written.consultants {
        check_source(&item, &stated.source)?;
        let value = |ix: Option<DriverIx>| Some(drivers.get(ix?.0)?.value);
        let implied = value(citizens).zip(value(caseload)).and_then(|(citizens, load)| citizens.checked_div(load));
        if implied != Some(stated.posts) {
            let (printed, parts) = (stated.posts.to_string(), implied.unwrap_or_default().to_string());
            return Err((item, Fault::Sum { column: "consultants".to_owned(), printed, parts }));
        }
    }
    Ok(Effort {
        length: driver_ix(&written.length, Unit::Years)?,
        id: written.id,
        name: written.name,
        about: written.about,
        start: written.start,
        continues: false,
        citizens,
        caseload,
        effect,
        savings_like: written.savings_like,
        consultants: written.consultants,
    })
}
