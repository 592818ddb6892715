//! Checks within one document.

use rust_decimal::Decimal;

use super::{Check, Column, Compared, Kind, Place, Value, Verdict, verdict};
use crate::evaluate::{Perspective, evaluate, part_of_cell};
use crate::figures::payback_checks;
use crate::money::Thousands;
use crate::note::{Document, Note, Row, RowRef, Statement, Table, Year};
use crate::ordered::each_once;
use crate::payback::Payback;
use crate::scenario::Scenario;

pub(super) fn document(document: &Document) -> Vec<Check> {
    let rows = || document.tables.iter().flat_map(|table| table.rows.iter().map(move |row| (table, row)));
    let sums = rows().map(|(table, row)| sum(document, table, row));
    let repeated = rows().filter_map(|(table, row)| repeated(document, table, row));
    let statements = document.statements.iter().flat_map(|statement| {
        [stated_amount(document, statement), stated_years(document, statement)].into_iter().flatten()
    });
    let paybacks = document.notes().flat_map(paybacks);
    sums.chain(repeated).chain(statements).chain(paybacks).filter(|check| !check.compared.is_empty()).collect()
}

pub(super) fn place_of_row(document: &Document, table: &Table, row: &Row) -> Place {
    Place {
        document: document.id.clone(),
        place: table.place.clone(),
        words: row.label.clone(),
        rows: vec![(table.id.clone(), row.id.clone())],
        effort: None,
    }
}

pub(super) fn compared_cells(column: Column, left: Option<Thousands>, right: Option<Thousands>) -> Compared {
    let value = |cell: Option<Thousands>| cell.map_or(Value::Empty, Value::Cell);
    Compared { column, left: value(left), right: value(right), verdict: verdict(left == right) }
}

/// Compares a total with the sum of its parts, and with the sum of its years.
fn sum(document: &Document, table: &Table, row: &Row) -> Check {
    let parts: Vec<&Row> = row.parts.iter().filter_map(|part| table.rows.get(*part)).collect();
    let mut compared = Vec::new();
    if !parts.is_empty() {
        for year in &table.years {
            if let Some(printed) = table.cell(row, *year) {
                let sum: Thousands = parts.iter().filter_map(|part| document.cell(table, part, *year)).sum();
                compared.push(compared_cells(Column::Year(*year), Some(printed), Some(sum)));
            }
        }
        if let Some(printed) = row.total {
            let sum: Thousands = parts.iter().filter_map(|part| document.total(table, part)).sum();
            compared.push(compared_cells(Column::Total, Some(printed), Some(sum)));
        }
    }
    if let Some(printed) = row.total
        && !row.lost
    {
        let sum_of_years = row.cells.iter().flatten().copied().sum();
        compared.push(compared_cells(Column::Total, Some(printed), Some(sum_of_years)));
    }
    let words = parts.iter().map(|part| part.label.as_str()).collect::<Vec<_>>().join(" + ");
    let place_of_parts =
        Place { document: document.id.clone(), place: table.place.clone(), words, rows: Vec::new(), effort: None };
    Check { kind: Kind::Sum, places: [place_of_row(document, table, row), place_of_parts], compared }
}

/// Compares a row with the rows of another table that print the same lines one by one; `None` where the lines of the
/// row are printed in its own table.
fn repeated(document: &Document, table: &Table, row: &Row) -> Option<Check> {
    let variant = document.variants.get(table.variant)?;
    let line_rows: Vec<(&Table, &Row)> =
        row.lines.iter().filter_map(|line| document.own_row(variant.lines.get(*line)?)).collect();
    if line_rows.is_empty() || line_rows.iter().any(|(line_table, _)| line_table.id == table.id) {
        return None;
    }
    let perspective = row.committee.map_or(Perspective::Total, Perspective::Committee);
    let mut compared = Vec::new();
    for year in &table.years {
        let Some(printed) = table.cell(row, *year) else { continue };
        let part = |line_index: &usize| {
            let line = variant.lines.get(*line_index)?;
            let (line_table, line_row) = document.own_row(line)?;
            Some(part_of_cell(variant, line, line_table.cell(line_row, *year).unwrap_or_default(), perspective))
        };
        let sum: Thousands = row.lines.iter().filter_map(part).sum();
        compared.push(compared_cells(Column::Year(*year), Some(printed), Some(sum)));
    }
    let (first_table, first_row) = line_rows.first()?;
    let mut place_of_lines = place_of_row(document, first_table, first_row);
    place_of_lines.words = line_rows.iter().map(|(_, row)| row.label.as_str()).collect::<Vec<_>>().join(" + ");
    Some(Check { kind: Kind::Repeated, places: [place_of_row(document, table, row), place_of_lines], compared })
}

fn place_of_statement(document: &Document, statement: &Statement) -> Place {
    let source = &statement.source;
    Place {
        document: document.id.clone(),
        place: source.place.clone(),
        words: source.quote.clone(),
        rows: Vec::new(),
        effort: None,
    }
}

fn place_of_rows(document: &Document, references: &[RowRef]) -> Option<Place> {
    let rows: Vec<(&Table, &Row)> = references.iter().filter_map(|reference| document.row(*reference)).collect();
    let (table, row) = rows.first()?;
    let mut place = place_of_row(document, table, row);
    place.rows = rows.iter().map(|(table, row)| (table.id.clone(), row.id.clone())).collect();
    place.words = rows.iter().map(|(_, row)| row.label.as_str()).collect::<Vec<_>>().join(" + ");
    Some(place)
}

/// The sum of the rows in each year. Years without a printed cell, and years whose sum is zero, are left out.
fn sums_by_year(document: &Document, references: &[RowRef]) -> Vec<(Year, Thousands)> {
    let rows: Vec<(&Table, &Row)> = references.iter().filter_map(|reference| document.row(*reference)).collect();
    let years = each_once(rows.iter().flat_map(|(table, _)| table.years.iter().copied()));
    let sum_in = |year: Year| {
        let printed: Vec<Thousands> = rows.iter().filter_map(|(table, row)| table.cell(row, year)).collect();
        (!printed.is_empty()).then(|| (year, printed.into_iter().sum()))
    };
    years.into_iter().filter_map(sum_in).filter(|(_, sum)| *sum != Thousands::ZERO).collect()
}

/// Compares an amount in a sentence with the table. They agree where the amount is the cell, rounded as in the
/// sentence.
fn stated_amount(document: &Document, statement: &Statement) -> Option<Check> {
    let amount = statement.amount?;
    let tolerance = amount.rounded_to.checked_div(Decimal::TWO)?;
    let is_about = |year: Year| amount.years.is_none_or(|(first, last)| (first..=last).contains(&year));
    let compared = sums_by_year(document, &statement.rows)
        .into_iter()
        .filter(|(year, _)| is_about(*year))
        .map(|(year, cell)| {
            let difference = cell.decimal().checked_sub(amount.thousands).map(|difference| difference.abs());
            Compared {
                column: Column::Year(year),
                left: Value::Stated(amount.thousands, amount.rounded_to),
                right: Value::Cell(cell),
                verdict: difference.map_or(Verdict::Unknown, |difference| verdict(difference <= tolerance)),
            }
        })
        .collect();
    let places = [place_of_statement(document, statement), place_of_rows(document, &statement.rows)?];
    Some(Check { kind: Kind::Statement, places, compared })
}

/// Compares the years in a sentence with the first and the last year in which the rows print an amount.
fn stated_years(document: &Document, statement: &Statement) -> Option<Check> {
    let (first, last) = statement.years?;
    let sums = sums_by_year(document, &statement.rows);
    let span = sums.first().zip(sums.last()).map(|((first, _), (last, _))| (*first, *last));
    let compared = vec![Compared {
        column: Column::Whole,
        left: Value::Years(first, last),
        right: span.map_or(Value::Empty, |(first, last)| Value::Years(first, last)),
        verdict: span.map_or(Verdict::Unknown, |span| verdict(span == (first, last))),
    }];
    let places = [place_of_statement(document, statement), place_of_rows(document, &statement.rows)?];
    Some(Check { kind: Kind::Years, places, compared })
}

/// Compares each printed payback time with the payback that the tables give.
fn paybacks(note: Note<'_>) -> Vec<Check> {
    let Ok(outcome) = evaluate(&Scenario::baseline(note)) else { return Vec::new() };
    let payback_checks = payback_checks(note, &outcome);
    let pairs = note.variant.printed_paybacks.iter().zip(payback_checks);
    pairs
        .map(|(printed, check)| {
            let computed = match check.computed {
                Payback::Reached { years, .. } => Some(years),
                Payback::NotWithin { .. } | Payback::NoCosts | Payback::NoSavings => None,
            };
            let source = &printed.source;
            let place = |words: &str| Place {
                document: note.document.id.clone(),
                place: source.place.clone(),
                words: words.to_owned(),
                rows: Vec::new(),
                effort: None,
            };
            let compared = Compared {
                column: Column::Whole,
                left: Value::Payback(Some(Decimal::from(check.printed))),
                right: Value::Payback(computed),
                verdict: verdict(check.agrees()),
            };
            let label = source.row.as_deref().unwrap_or(&source.quote);
            Check { kind: Kind::Payback, places: [place(label), place("")], compared: vec![compared] }
        })
        .collect()
}
