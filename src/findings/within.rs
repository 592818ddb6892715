//! Checks within one document.

use rust_decimal::Decimal;

use super::{Check, Column, Compared, Kind, Place, Value, Verdict, verdict};
use crate::evaluate::{Perspective, evaluate, part_of_cell};
use crate::figures::payback_checks;
use crate::money::Thousands;
use crate::note::{Document, Note, Row, RowRef, Statement, Table, Year};
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

pub(super) fn at_row(document: &Document, table: &Table, row: &Row) -> Place {
    Place {
        document: document.id.clone(),
        place: table.place.clone(),
        words: row.label.clone(),
        rows: vec![(table.id.clone(), row.id.clone())],
        effort: None,
    }
}

pub(super) fn cells(column: Column, left: Option<Thousands>, right: Option<Thousands>) -> Compared {
    let value = |cell: Option<Thousands>| cell.map_or(Value::Empty, Value::Cell);
    Compared { column, left: value(left), right: value(right), verdict: verdict(left == right) }
}

/// A total, and what its parts or its own years add up to.
fn sum(document: &Document, table: &Table, row: &Row) -> Check {
    let parts: Vec<&Row> = row.parts.iter().filter_map(|part| table.rows.get(*part)).collect();
    let mut compared = Vec::new();
    if !parts.is_empty() {
        for year in &table.years {
            if let Some(printed) = table.cell(row, *year) {
                let sum: Thousands = parts.iter().filter_map(|part| document.cell(table, part, *year)).sum();
                compared.push(cells(Column::Year(*year), Some(printed), Some(sum)));
            }
        }
        if let Some(printed) = row.total {
            let sum: Thousands = parts.iter().filter_map(|part| document.total(table, part)).sum();
            compared.push(cells(Column::Total, Some(printed), Some(sum)));
        }
    }
    if let Some(printed) = row.total
        && !row.lost
    {
        compared.push(cells(Column::Total, Some(printed), Some(row.cells.iter().flatten().copied().sum())));
    }
    let words = parts.iter().map(|part| part.label.as_str()).collect::<Vec<_>>().join(" + ");
    let other =
        Place { document: document.id.clone(), place: table.place.clone(), words, rows: Vec::new(), effort: None };
    Check { kind: Kind::Sum, sides: [at_row(document, table, row), other], compared }
}

/// A row that shows lines whose own rows stand elsewhere, and what those rows print.
fn repeated(document: &Document, table: &Table, row: &Row) -> Option<Check> {
    let variant = document.variants.get(table.variant)?;
    let own: Vec<(&Table, &Row)> =
        row.lines.iter().filter_map(|line| document.own_row(variant.lines.get(*line)?)).collect();
    if own.is_empty() || own.iter().any(|(own_table, _)| own_table.id == table.id) {
        return None;
    }
    let seen = row.committee.map_or(Perspective::Total, Perspective::Committee);
    let mut compared = Vec::new();
    for year in &table.years {
        let Some(printed) = table.cell(row, *year) else { continue };
        let part = |at: &usize| {
            let line = variant.lines.get(*at)?;
            let (own_table, own_row) = document.own_row(line)?;
            Some(part_of_cell(line, own_table.cell(own_row, *year).unwrap_or_default(), seen))
        };
        let elsewhere: Thousands = row.lines.iter().filter_map(part).sum();
        compared.push(cells(Column::Year(*year), Some(printed), Some(elsewhere)));
    }
    let (first_table, first_row) = own.first()?;
    let mut other = at_row(document, first_table, first_row);
    other.words = own.iter().map(|(_, row)| row.label.as_str()).collect::<Vec<_>>().join(" + ");
    Some(Check { kind: Kind::Repeated, sides: [at_row(document, table, row), other], compared })
}

fn at_statement(document: &Document, statement: &Statement) -> Place {
    let source = &statement.source;
    Place {
        document: document.id.clone(),
        place: source.place.clone(),
        words: source.quote.clone(),
        rows: Vec::new(),
        effort: None,
    }
}

fn at_rows(document: &Document, rows: &[RowRef]) -> Option<Place> {
    let found: Vec<(&Table, &Row)> = rows.iter().filter_map(|row| document.row(*row)).collect();
    let (table, row) = found.first()?;
    let mut place = at_row(document, table, row);
    place.rows = found.iter().map(|(table, row)| (table.id.clone(), row.id.clone())).collect();
    place.words = found.iter().map(|(_, row)| row.label.as_str()).collect::<Vec<_>>().join(" + ");
    Some(place)
}

/// The rows' cells of each year taken together, where they print any.
fn taken_together(document: &Document, rows: &[RowRef]) -> Vec<(Year, Thousands)> {
    let found: Vec<(&Table, &Row)> = rows.iter().filter_map(|row| document.row(*row)).collect();
    let mut years: Vec<Year> = found.iter().flat_map(|(table, _)| table.years.iter().copied()).collect();
    years.sort_unstable();
    years.dedup();
    let in_year = |year: Year| {
        let printed: Vec<Thousands> = found.iter().filter_map(|(table, row)| table.cell(row, year)).collect();
        (!printed.is_empty()).then(|| (year, printed.into_iter().sum()))
    };
    years.into_iter().filter_map(in_year).filter(|(_, sum)| *sum != Thousands::ZERO).collect()
}

/// An amount in a sentence agrees with a cell that it is the rounding of.
fn stated_amount(document: &Document, statement: &Statement) -> Option<Check> {
    let amount = statement.amount?;
    let slack = amount.rounded_to.checked_div(Decimal::TWO)?;
    let about = |year: Year| amount.years.is_none_or(|(first, last)| (first..=last).contains(&year));
    let compared = taken_together(document, &statement.rows)
        .into_iter()
        .filter(|(year, _)| about(*year))
        .map(|(year, cell)| {
            let off = cell.decimal().checked_sub(amount.thousands).map(|off| off.abs());
            Compared {
                column: Column::Year(year),
                left: Value::Stated(amount.thousands, amount.rounded_to),
                right: Value::Cell(cell),
                verdict: off.map_or(Verdict::Unknown, |off| verdict(off <= slack)),
            }
        })
        .collect();
    let sides = [at_statement(document, statement), at_rows(document, &statement.rows)?];
    Some(Check { kind: Kind::Statement, sides, compared })
}

fn stated_years(document: &Document, statement: &Statement) -> Option<Check> {
    let (first, last) = statement.years?;
    let printed = taken_together(document, &statement.rows);
    let span = printed.first().zip(printed.last()).map(|((first, _), (last, _))| (*first, *last));
    let compared = vec![Compared {
        column: Column::Whole,
        left: Value::Years(first, last),
        right: span.map_or(Value::Empty, |(first, last)| Value::Years(first, last)),
        verdict: span.map_or(Verdict::Unknown, |span| verdict(span == (first, last))),
    }];
    let sides = [at_statement(document, statement), at_rows(document, &statement.rows)?];
    Some(Check { kind: Kind::Years, sides, compared })
}

fn paybacks(note: Note<'_>) -> Vec<Check> {
    let Ok(outcome) = evaluate(&Scenario::baseline(note)) else { return Vec::new() };
    let checks = payback_checks(note, &outcome);
    let published = note.variant.printed_paybacks.iter().zip(checks);
    published
        .map(|(published, check)| {
            let computed = match check.computed {
                Payback::Reached { years, .. } => Some(years),
                Payback::Never | Payback::NoCosts | Payback::NoSavings => None,
            };
            let source = &published.source;
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
            Check { kind: Kind::Payback, sides: [place(label), place("")], compared: vec![compared] }
        })
        .collect()
}
