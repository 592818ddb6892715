//! Turns ids into positions and checks each item on its own.
//!
//! - [`printed`]: tables, rows, and the statements about them. [`variant`]: a variant and its efforts, with [`driver`]
//!   and [`line`].
//! - [`city`]: the administrations and committees, and those that items name by id.
//! - [`check`]: the checks that every item has to pass.

mod check;
mod city;
mod driver;
mod line;
mod printed;
mod variant;

use self::check::{check_ids, check_names, check_year, find_index};
use super::file::DocumentFile;
use super::{ItemFault, path};
use model::note::{City, Document};

pub(super) use self::city::city;

pub(super) fn document(written: DocumentFile, city: &City) -> Result<Document, ItemFault> {
    let item = written.id.as_str();
    check_ids(item, [item])?;
    check_names(item, &written.title)?;
    check_names(item, &written.official_title)?;
    check_names(item, &written.short)?;
    written.edition.as_ref().map_or(Ok(()), |edition| check_names(item, edition))?;
    for year in [written.budget, written.price_level] {
        check_year(item, year)?;
    }
    check_ids(item, written.variant.iter().map(|variant| variant.id.as_str()))?;
    check_ids(item, written.table.iter().map(|table| table.id.as_str()))?;
    check_ids(item, written.target.iter().map(|target| target.id.as_str()))?;
    written.target.iter().try_for_each(|target| printed::check_target(target, item))?;
    let tables = written
        .table
        .into_iter()
        .map(|table| printed::table(table, city, &written.variant))
        .collect::<Result<Vec<_>, _>>()?;
    check_ids(item, written.statement.iter().map(|statement| statement.id.as_str()))?;
    check_ids(item, written.result.iter().map(|result| result.id.as_str()))?;
    let statements = written
        .statement
        .into_iter()
        .map(|statement| printed::statement(statement, item, &tables))
        .collect::<Result<_, _>>()?;
    written.result.iter().try_for_each(|result| printed::check_result(result, item))?;
    check_ids(item, written.population.iter().map(|population| population.id.as_str()))?;
    written.population.iter().try_for_each(|population| printed::check_population(population, item))?;
    check_ids(item, written.follow_up.iter().map(|follow_up| follow_up.id.as_str()))?;
    let follow_ups = written
        .follow_up
        .into_iter()
        .map(|follow_up| printed::follow_up(follow_up, item, &written.target))
        .collect::<Result<Vec<_>, _>>()?;
    check_ids(item, written.remark.iter().map(|remark| remark.id.as_str()))?;
    let remarks =
        written.remark.into_iter().map(|remark| printed::remark(remark, item, &tables)).collect::<Result<_, _>>()?;
    check_ids(item, written.count.iter().map(|count| count.id.as_str()))?;
    written.count.iter().try_for_each(|count| printed::check_count(count, item))?;
    let mut omitted = written.omitted.iter().chain(&written.omitted_count);
    omitted.try_for_each(|omitted| printed::check_omitted(omitted, item))?;
    check_names(item, &written.decision)?;
    check_names(item, &written.risk)?;
    let variants = written
        .variant
        .into_iter()
        .map(|variant| variant::variant(variant, city, &tables, &written.target))
        .collect::<Result<Vec<_>, _>>()?;
    let effort_ids = || variants.iter().flat_map(|variant| &variant.efforts).map(|effort| effort.id.as_str());
    let efforts_of_targets = written.target.iter().map(|target| (&target.id, &target.effort));
    let efforts_of_results = written.result.iter().map(|result| (&result.id, &result.effort));
    let efforts_of_follow_ups = follow_ups.iter().map(|follow_up| (&follow_up.id, &follow_up.effort));
    for (id, effort) in efforts_of_targets.chain(efforts_of_results).chain(efforts_of_follow_ups) {
        find_index(&path(&[item, id]), "effort", effort, effort_ids())?;
    }
    Ok(Document {
        edition_of: written.edition_of,
        decision: written.decision,
        risk: written.risk,
        statements,
        results: written.result,
        populations: written.population,
        follow_ups,
        remarks,
        counts: written.count,
        omitted: written.omitted,
        omitted_counts: written.omitted_count,
        id: written.id,
        file: written.file,
        fingerprint: None,
        read_by: written.read_by,
        short: written.short,
        edition: written.edition,
        title: written.title,
        official_title: written.official_title,
        budget: written.budget,
        price_level: written.price_level,
        tables,
        targets: written.target,
        variants,
    })
}
