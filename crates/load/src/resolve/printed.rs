//! What a document prints: tables, rows, targets, results, and what its sentences say.

use rust_decimal::Decimal;

use super::check::{check_ids, check_names, check_number_in_quote, check_share, check_source, check_year, find_index};
use super::city::committee;
use crate::file::{AmountFile, CellFile, FollowUpFile, RemarkFile, RowFile, StatementFile, TableFile, VariantFile};
use crate::{Fault, ItemFault, path};
use model::money::Thousands;
use model::note::{
    City, Count, CountUnit, Denominator, FollowUp, Measured, Omitted, Population, Remark, Row, RowRef, Series,
    ShareTerms, StatedAmount, Statement, Table, Target, Year,
};

pub(super) fn table(written: TableFile, city: &City, variants: &[VariantFile]) -> Result<Table, ItemFault> {
    let item = written.id.clone();
    for year in &written.years {
        check_year(&item, *year)?;
    }
    let mut neighbours = written.years.iter().zip(written.years.iter().skip(1));
    if let Some((_, not_later)) = neighbours.find(|(year, next)| year >= next) {
        return Err((item, Fault::Year(*not_later)));
    }
    let variant = match (&written.variant, variants) {
        (Some(id), _) => find_index(&item, "variant", id, variants.iter().map(|variant| variant.id.as_str()))?,
        (None, [_]) => 0,
        (None, _) => return Err((item, Fault::Missing("the variant"))),
    };
    let lines: Vec<&str> =
        variants.get(variant).map_or(Vec::new(), |variant| variant.line.iter().map(|line| line.id.as_str()).collect());
    check_ids(&item, written.row.iter().map(|row| row.id.as_str()))?;
    let row_ids: Vec<String> = written.row.iter().map(|row| row.id.clone()).collect();
    let rows = written
        .row
        .into_iter()
        .map(|row_file| row(row_file, city, &item, written.years.len(), &row_ids, &lines))
        .collect::<Result<Vec<_>, _>>()?;
    let efforts =
        || variants.get(variant).into_iter().flat_map(|variant| &variant.effort).map(|effort| effort.id.as_str());
    written.titled.iter().try_for_each(|id| find_index(&item, "effort", id, efforts()).map(|_| ()))?;
    written.current_prices.as_ref().map_or(Ok(()), |source| check_source(&item, source))?;
    Ok(Table {
        id: written.id,
        place: written.place,
        title: written.title,
        variant,
        titled: written.titled,
        current_prices: written.current_prices,
        years: written.years,
        rows,
    })
}

fn row(
    written: RowFile,
    city: &City,
    table: &str,
    years: usize,
    rows: &[String],
    lines: &[&str],
) -> Result<Row, ItemFault> {
    let item = path(&[table, &written.id]);
    let cells: Vec<Option<Thousands>> = match written.cells.len() {
        0 => std::iter::repeat_n(None, years).collect(),
        cells if cells == years => written.cells.iter().map(|cell| amount(&item, cell)).collect::<Result<_, _>>()?,
        cells => return Err((item, Fault::Cells { years, cells })),
    };
    let key = written.key.map(|key| key.0);
    if let Some(key) = key {
        check_share(&item, key)?;
    }
    let parts = written
        .parts
        .iter()
        .map(|id| find_index(&item, "row", id, rows.iter().map(String::as_str)))
        .collect::<Result<_, _>>()?;
    let lines = written
        .lines
        .iter()
        .map(|id| find_index(&item, "line", id, lines.iter().copied()))
        .collect::<Result<_, _>>()?;
    if let Some(staff) = &written.staff {
        check_source(&item, &staff.source)?;
    }
    if written.lost && !written.cells.is_empty() {
        return Err((item, Fault::Other("a lost row has no cells".to_owned())));
    }
    let no_series = |key: &String| {
        (item.clone(), Fault::Other(format!("the series \"{key}\" is not of the form effort/agreement")))
    };
    let series = written.series.map(|key| Series::new(&key).ok_or_else(|| no_series(&key))).transpose()?;
    let total = written.total.map(|total| amount(&item, &CellFile::Amount(total))).transpose()?.flatten();
    Ok(Row {
        id: written.id,
        label: written.label,
        cells,
        total,
        area: written.area,
        committee: written.committee.map(|id| committee(&item, city, &id)).transpose()?,
        key,
        appropriation: written.appropriation,
        staff: written.staff,
        series,
        lost: written.lost,
        adds_up: written.adds_up,
        parts,
        lines,
    })
}

pub(super) fn statement(written: StatementFile, document: &str, tables: &[Table]) -> Result<Statement, ItemFault> {
    let item = path(&[document, &written.id]);
    check_source(&item, &written.source)?;
    let ids = written.amount.iter().flat_map(|amount| &amount.rows).chain(&written.rows);
    let rows = ids.map(|id| row_ref(&item, id, tables)).collect::<Result<Vec<_>, _>>()?;
    if rows.is_empty() || (written.amount.is_none() && written.years.is_none()) {
        return Err((item, Fault::Missing("the rows it speaks of, or what it says of them")));
    }
    if let Some([first, last]) = written.years {
        check_year(&item, first)?;
        check_year(&item, last)?;
    }
    Ok(Statement {
        id: written.id,
        source: written.source,
        amount: written.amount.map(|AmountFile { thousands, rounded_to, years, .. }| StatedAmount {
            thousands,
            rounded_to,
            years: years.map(|[first, last]| (first, last)),
        }),
        years: written.years.map(|[first, last]| (first, last)),
        area: written.area,
        rows,
    })
}

/// The row that an id of the form `table/row` names.
pub(super) fn row_ref(item: &str, id: &str, tables: &[Table]) -> Result<RowRef, ItemFault> {
    let no_row = || (item.to_owned(), Fault::Other(format!("\"{id}\" is no row: write it as table/row")));
    let (table_id, row_id) = id.split_once('/').ok_or_else(no_row)?;
    let table = find_index(item, "table", table_id, tables.iter().map(|table| table.id.as_str()))?;
    let rows = tables.get(table).map_or(&[][..], |table| &table.rows);
    let row = find_index(item, "row", row_id, rows.iter().map(|row| row.id.as_str()))?;
    Ok(RowRef { table, row })
}

fn amount(item: &str, cell: &CellFile) -> Result<Option<Thousands>, ItemFault> {
    match cell {
        CellFile::Empty(_) => Ok(None),
        CellFile::Amount(amount) => Thousands::round(Decimal::from(*amount))
            .map(Some)
            .ok_or_else(|| (item.to_owned(), Fault::OutOfBounds(amount.to_string()))),
    }
}

pub(super) fn check_target(written: &Target, document: &str) -> Result<(), ItemFault> {
    let item = path(&[document, &written.id]);
    check_share(&item, written.share)?;
    check_names(&item, &written.measure)?;
    check_names(&item, &written.follow_up)?;
    check_terms(&item, &written.terms)?;
    check_source(&item, &written.source)?;
    check_number_in_quote(&item, written.share, CountUnit::Share, &written.source.quote)
}

pub(super) fn check_result(written: &Measured, document: &str) -> Result<(), ItemFault> {
    let item = path(&[document, &written.id]);
    check_names(&item, &written.measure)?;
    check_names(&item, &written.period)?;
    written.also_counts.as_ref().map_or(Ok(()), |also| check_names(&item, also))?;
    check_source(&item, &written.source)?;
    let quote = &written.source.quote;
    match (written.share, &written.terms) {
        (Some(share), Some(terms)) => {
            check_share(&item, share)?;
            check_terms(&item, terms)?;
            check_number_in_quote(&item, share, CountUnit::Share, quote)?;
        }
        (None, None) => {}
        _ => return Err((item, Fault::Missing("the share, or what it is a share of"))),
    }
    let people = written.count.map(Decimal::from);
    people.map_or(Ok(()), |people| check_number_in_quote(&item, people, CountUnit::People, quote))
}

fn check_terms(item: &str, terms: &ShareTerms) -> Result<(), ItemFault> {
    if terms.whom.is_none() != (terms.of == Denominator::NotSaid) {
        return Err((item.to_owned(), Fault::Missing("whom the share is a share of")));
    }
    let sources = [terms.whom.as_ref(), Some(&terms.success), terms.when.as_ref(), terms.called_effect.as_ref()];
    sources.into_iter().flatten().try_for_each(|source| check_source(item, source))
}

pub(super) fn check_population(written: &Population, document: &str) -> Result<(), ItemFault> {
    let item = path(&[document, &written.id]);
    check_ids(&item, [written.people.as_str()])?;
    check_names(&item, &written.says)?;
    check_source(&item, &written.source)
}

pub(super) fn check_count(written: &Count, document: &str) -> Result<(), ItemFault> {
    let item = path(&[document, &written.id]);
    check_names(&item, &written.says)?;
    check_source(&item, &written.source)?;
    check_ids(&item, written.what.as_deref())?;
    check_years(&item, written.years)?;
    check_number_in_quote(&item, written.number, written.unit, &written.source.quote)?;
    match written.least {
        Some(least) if least >= written.number => Err((item, Fault::OutOfBounds(least.to_string()))),
        Some(least) if !least.is_zero() => check_number_in_quote(&item, least, written.unit, &written.source.quote),
        _ => Ok(()),
    }
}

pub(super) fn follow_up(written: FollowUpFile, document: &str, targets: &[Target]) -> Result<FollowUp, ItemFault> {
    let item = path(&[document, &written.id]);
    for names in [Some(&written.says), Some(&written.when), written.by.as_ref()].into_iter().flatten() {
        check_names(&item, names)?;
    }
    if written.sources.is_empty() {
        return Err((item, Fault::Missing("a source")));
    }
    written.sources.iter().try_for_each(|source| check_source(&item, source))?;
    written.due.map_or(Ok(()), |due| check_year(&item, due))?;
    let target_ids = || targets.iter().map(|target| target.id.as_str());
    let positions =
        written.targets.iter().map(|id| find_index(&item, "target", id, target_ids())).collect::<Result<_, _>>()?;
    Ok(FollowUp {
        id: written.id,
        effort: written.effort,
        targets: positions,
        says: written.says,
        happens: written.happens,
        when: written.when,
        by: written.by,
        due: written.due,
        every_months: written.every_months,
        sources: written.sources,
    })
}

pub(super) fn remark(written: RemarkFile, document: &str, tables: &[Table]) -> Result<Remark, ItemFault> {
    let item = path(&[document, &written.id]);
    check_names(&item, &written.says)?;
    check_source(&item, &written.source)?;
    let years = written.years.map(|[first, last]| (first, last));
    check_years(&item, years)?;
    let rows = written.rows.iter().map(|id| row_ref(&item, id, tables)).collect::<Result<_, _>>()?;
    Ok(Remark {
        id: written.id,
        kind: written.kind,
        judges: written.judges,
        grounds_for: written.grounds_for,
        joins: written.joins,
        effort: written.effort,
        says: written.says,
        years,
        rows,
        source: written.source,
    })
}

fn check_years(item: &str, years: Option<(Year, Year)>) -> Result<(), ItemFault> {
    let Some((first, last)) = years else { return Ok(()) };
    check_year(item, first)?;
    check_year(item, last)?;
    if first > last { Err((item.to_owned(), Fault::Year(last))) } else { Ok(()) }
}

pub(super) fn check_omitted(written: &Omitted, document: &str) -> Result<(), ItemFault> {
    let item = path(&[document, &written.amount]);
    check_names(&item, &written.why)?;
    check_source(&item, &written.source)
}
