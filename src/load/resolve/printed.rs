//! What a document prints: tables, rows, targets, results and statements.

use rust_decimal::Decimal;

use super::check::{check_ids, check_names, check_share, check_source, check_year, find_index};
use super::city::committee;
use crate::load::file::{AmountFile, CellFile, RowFile, StatementFile, TableFile, VariantFile};
use crate::load::{Fault, ItemFault, path};
use crate::money::Thousands;
use crate::note::{City, Measured, Omitted, Row, RowRef, Series, StatedAmount, Statement, Table, Target};

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
    Ok(Table { id: written.id, place: written.place, title: written.title, variant, years: written.years, rows })
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
    check_source(&item, &written.source)
}

pub(super) fn check_result(written: &Measured, document: &str) -> Result<(), ItemFault> {
    let item = path(&[document, &written.id]);
    written.share.map_or(Ok(()), |reached| check_share(&item, reached))?;
    check_names(&item, &written.measure)?;
    check_names(&item, &written.period)?;
    check_source(&item, &written.source)
}

pub(super) fn check_omitted(written: &Omitted, document: &str) -> Result<(), ItemFault> {
    let item = path(&[document, &written.amount]);
    check_names(&item, &written.why)?;
    check_source(&item, &written.source)
}
