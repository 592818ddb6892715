//! From ids to positions, each item checked by itself.
//!
//! - [`printed`]: tables, rows, and what sentences say of them. [`variant`]: a variant and its efforts, with
//!   [`driver`] and [`line`].
//! - [`city`]: the administrations and committees, and who in the city an item names.
//! - [`check`]: what holds for ids, names, sources, years and shares of every item.

mod check;
mod city;
mod driver;
mod line;
mod printed;
mod variant;

use self::check::{find, in_range, named, unique};
use super::file::DocumentFile;
use super::{Found, path};
use crate::note::{City, Document};

pub(super) use self::city::city;

pub(super) fn document(written: DocumentFile, city: &City) -> Result<Document, Found> {
    let at = written.id.as_str();
    unique(at, [at])?;
    named(at, &written.title)?;
    for year in [written.budget, written.price_level] {
        in_range(at, year)?;
    }
    unique(at, written.variant.iter().map(|variant| variant.id.as_str()))?;
    unique(at, written.table.iter().map(|table| table.id.as_str()))?;
    unique(at, written.target.iter().map(|target| target.id.as_str()))?;
    written.target.iter().try_for_each(|each| printed::target(each, at))?;
    let tables = written
        .table
        .into_iter()
        .map(|each| printed::table(each, city, &written.variant))
        .collect::<Result<Vec<_>, _>>()?;
    unique(at, written.statement.iter().map(|statement| statement.id.as_str()))?;
    unique(at, written.result.iter().map(|result| result.id.as_str()))?;
    let statements =
        written.statement.into_iter().map(|each| printed::statement(each, at, &tables)).collect::<Result<_, _>>()?;
    written.result.iter().try_for_each(|each| printed::result(each, at))?;
    written.omitted.iter().try_for_each(|each| printed::omitted(each, at))?;
    named(at, &written.decision)?;
    named(at, &written.risk)?;
    let variants =
        written.variant.into_iter().map(|each| variant::variant(each, city, &tables)).collect::<Result<Vec<_>, _>>()?;
    let efforts = || variants.iter().flat_map(|variant| &variant.efforts).map(|effort| effort.id.as_str());
    let named_by = written.target.iter().map(|target| (&target.id, &target.effort));
    for (id, effort) in named_by.chain(written.result.iter().map(|result| (&result.id, &result.effort))) {
        find(&path(&[at, id]), "effort", effort, efforts())?;
    }
    Ok(Document {
        edition_of: written.edition_of,
        decision: written.decision,
        risk: written.risk,
        statements,
        results: written.result,
        omitted: written.omitted,
        id: written.id,
        file: written.file,
        title: written.title,
        budget: written.budget,
        price_level: written.price_level,
        tables,
        targets: written.target,
        variants,
    })
}
