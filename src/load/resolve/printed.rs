//! What is printed: tables, rows, targets, results, and what sentences say.

use rust_decimal::Decimal;

use super::check::{find, in_range, named, share, sourced, unique};
use super::city::committee;
use crate::load::file::{AmountFile, CellFile, RowFile, StatementFile, TableFile, VariantFile};
use crate::load::{Fault, Found, path};
use crate::money::Thousands;
use crate::note::{City, Measured, Omitted, Row, RowRef, Series, StatedAmount, Statement, Table, Target};

pub(super) fn table(written: TableFile, city: &City, variants: &[VariantFile]) -> Result<Table, Found> {
    let at = written.id.clone();
    for year in &written.years {
        in_range(&at, *year)?;
    }
    if let Some((_, late)) = written.years.iter().zip(written.years.iter().skip(1)).find(|(a, b)| a >= b) {
        return Err((at, Fault::Year(*late)));
    }
    let variant = match (&written.variant, variants) {
        (Some(id), _) => find(&at, "variant", id, variants.iter().map(|variant| variant.id.as_str()))?,
        (None, [_]) => 0,
        (None, _) => return Err((at, Fault::Missing("the variant"))),
    };
    let lines: Vec<&str> =
        variants.get(variant).map_or(Vec::new(), |variant| variant.line.iter().map(|line| line.id.as_str()).collect());
    unique(&at, written.row.iter().map(|row| row.id.as_str()))?;
    let ids: Vec<String> = written.row.iter().map(|row| row.id.clone()).collect();
    let rows = written
        .row
        .into_iter()
        .map(|each| row(each, city, &at, written.years.len(), &ids, &lines))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Table { id: written.id, place: written.place, title: written.title, variant, years: written.years, rows })
}

fn row(
    written: RowFile,
    city: &City,
    table: &str,
    years: usize,
    rows: &[String],
    lines: &[&str],
) -> Result<Row, Found> {
    let at = path(&[table, &written.id]);
    let cells: Vec<Option<Thousands>> = match written.cells.len() {
        0 => std::iter::repeat_n(None, years).collect(),
        cells if cells == years => written.cells.iter().map(|cell| amount(&at, cell)).collect::<Result<_, _>>()?,
        cells => return Err((at, Fault::Cells { years, cells })),
    };
    let key = written.key.map(|key| key.0);
    if let Some(key) = key {
        share(&at, key)?;
    }
    let parts = written
        .parts
        .iter()
        .map(|id| find(&at, "row", id, rows.iter().map(String::as_str)))
        .collect::<Result<_, _>>()?;
    let lines =
        written.lines.iter().map(|id| find(&at, "line", id, lines.iter().copied())).collect::<Result<_, _>>()?;
    if let Some(staff) = &written.staff {
        sourced(&at, &staff.source)?;
    }
    if written.lost && !written.cells.is_empty() {
        return Err((at, Fault::Other("a lost row has no cells".to_owned())));
    }
    let no_series =
        |key: &String| (at.clone(), Fault::Other(format!("the series \"{key}\" is not of the form effort/agreement")));
    let series = written.series.map(|key| Series::new(&key).ok_or_else(|| no_series(&key))).transpose()?;
    let total = written.total.map(|total| amount(&at, &CellFile::Amount(total))).transpose()?.flatten();
    Ok(Row {
        id: written.id,
        label: written.label,
        cells,
        total,
        area: written.area,
        committee: written.committee.map(|id| committee(&at, city, &id)).transpose()?,
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

pub(super) fn statement(written: StatementFile, document: &str, tables: &[Table]) -> Result<Statement, Found> {
    let at = path(&[document, &written.id]);
    sourced(&at, &written.source)?;
    let ids = written.amount.iter().flat_map(|amount| &amount.rows).chain(&written.rows);
    let rows = ids.map(|id| row_ref(&at, id, tables)).collect::<Result<Vec<_>, _>>()?;
    if rows.is_empty() || (written.amount.is_none() && written.years.is_none()) {
        return Err((at, Fault::Missing("the rows it speaks of, or what it says of them")));
    }
    if let Some([first, last]) = written.years {
        in_range(&at, first)?;
        in_range(&at, last)?;
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
        rows,
    })
}

/// The row that `table/row` names.
pub(super) fn row_ref(at: &str, id: &str, tables: &[Table]) -> Result<RowRef, Found> {
    let no_row = || (at.to_owned(), Fault::Other(format!("\"{id}\" is no row: write it as table/row")));
    let (table_id, row_id) = id.split_once('/').ok_or_else(no_row)?;
    let table = find(at, "table", table_id, tables.iter().map(|table| table.id.as_str()))?;
    let rows = tables.get(table).map_or(&[][..], |table| &table.rows);
    let row = find(at, "row", row_id, rows.iter().map(|row| row.id.as_str()))?;
    Ok(RowRef { table, row })
}

fn amount(at: &str, cell: &CellFile) -> Result<Option<Thousands>, Found> {
    match cell {
        CellFile::Empty(_) => Ok(None),
        CellFile::Amount(amount) => Thousands::round(Decimal::from(*amount))
            .map(Some)
            .ok_or_else(|| (at.to_owned(), Fault::OutOfBounds(amount.to_string()))),
    }
}

pub(super) fn target(written: &Target, document: &str) -> Result<(), Found> {
    let at = path(&[document, &written.id]);
    share(&at, written.share)?;
    named(&at, &written.measure)?;
    named(&at, &written.follow_up)?;
    sourced(&at, &written.source)
}

pub(super) fn result(written: &Measured, document: &str) -> Result<(), Found> {
    let at = path(&[document, &written.id]);
    written.share.map_or(Ok(()), |reached| share(&at, reached))?;
    named(&at, &written.measure)?;
    named(&at, &written.period)?;
    sourced(&at, &written.source)
}

pub(super) fn omitted(written: &Omitted, document: &str) -> Result<(), Found> {
    let at = path(&[document, &written.amount]);
    named(&at, &written.why)?;
    sourced(&at, &written.source)
}
