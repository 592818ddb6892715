//! A printed total and the sum of its parts, and a row's total and its years.

use super::check::{Check, Column, Compared, Evidence, Explanation, Kind, Place};
use super::place::{PrintedRow, about_rows, of_row, rows};
use model::money::Thousands;
use model::note::{Document, Row, Table, Year};

/// A sum fits another axis far better if it is at least this many times nearer to it.
const FAR_BETTER: i64 = 10;

pub(super) fn checks(documents: &[Document]) -> Vec<Check> {
    rows(documents).map(|printed| sum(documents, printed)).collect()
}

/// Compares a total with the sum of its parts, and with the sum of its years.
fn sum(documents: &[Document], printed_row: PrintedRow<'_>) -> Check {
    let (document, table, row) = printed_row;
    let parts: Vec<&Row> = row.parts.iter().filter_map(|part| table.rows.get(*part)).collect();
    let mut compared = Vec::new();
    let mut explanations = Vec::new();
    if !parts.is_empty() {
        for year in &table.years {
            let Some(printed) = table.cell(row, *year) else { continue };
            let sum: Thousands = parts.iter().filter_map(|part| document.cell(table, part, *year)).sum();
            match over_the_years(row, printed, sum) {
                Some(over_years) => {
                    explanations = explained(documents, printed_row, &parts, printed.minus(over_years));
                    compared.push(Compared::cells(Column::TotalIn(*year), Some(printed), Some(over_years)));
                }
                None => compared.push(Compared::cells(Column::Year(*year), Some(printed), Some(sum))),
            }
        }
        if let Some(printed) = row.total {
            let sum: Thousands = parts.iter().filter_map(|part| document.total(table, part)).sum();
            compared.push(Compared::cells(Column::Total, Some(printed), Some(sum)));
        }
    }
    if let Some(printed) = row.total
        && !row.lost
    {
        let sum_of_years = row.cells.iter().flatten().copied().sum();
        compared.push(Compared::cells(Column::Total, Some(printed), Some(sum_of_years)));
    }
    let words = parts.iter().map(|part| part.label.as_str()).collect::<Vec<_>>().join(" + ");
    // A row that adds up its own cells is not cited twice.
    let parts_at = if parts.is_empty() { Place::nowhere(document) } else { of_row(printed_row) };
    let place_of_parts = Place { words, rows: Vec::new(), ..parts_at };
    let about = about_rows(document, &[(table, row)]);
    Check {
        evidence: evidence(row),
        explanations,
        ..Check::new(Kind::Sum, about, [of_row(printed_row), place_of_parts], compared)
    }
}

/// The sum of the row's other cells, where the printed cell is far nearer to it than to the sum of its column.
fn over_the_years(row: &Row, printed: Thousands, of_column: Thousands) -> Option<Thousands> {
    let off_by = |sum: Thousands| printed.minus(sum).get().saturating_abs();
    let over_years = row.cells.iter().flatten().copied().sum::<Thousands>().minus(printed);
    (printed != of_column && off_by(over_years).saturating_mul(FAR_BETTER) <= off_by(of_column)).then_some(over_years)
}

/// What it is worth that a sum agrees.
fn evidence(row: &Row) -> Evidence {
    match row.parts.as_slice() {
        [] if adds_up_equal_cells(row) => Evidence::Trivial,
        [_] => Evidence::OnePart,
        _ => Evidence::Independent,
    }
}

/// Whether a row without parts adds up cells that are all the same, zeros aside.
fn adds_up_equal_cells(row: &Row) -> bool {
    let mut cells = row.cells.iter().flatten().filter(|cell| **cell != Thousands::ZERO);
    let first = cells.next();
    first.is_some() && cells.all(|cell| Some(cell) == first)
}

/// What could explain that a sum over the years is off by this much: a part that was left out, or the amount that another
/// document has for one of the years.
fn explained(
    documents: &[Document],
    (document, table, row): PrintedRow<'_>,
    parts: &[&Row],
    off_by: Thousands,
) -> Vec<Explanation> {
    if off_by == Thousands::ZERO {
        return Vec::new();
    }
    let sum_of_part = |part: &&&Row| -> Thousands { part.cells.iter().flatten().copied().sum() };
    let left_out = parts.iter().filter(|part| sum_of_part(part) == off_by.negated());
    let mut explanations: Vec<Explanation> =
        left_out.map(|part| Explanation::LeavesOut(off_by.negated(), part.label.clone())).collect();
    let efforts = |table: &Table, row: &Row, year: Year| -> Vec<String> {
        let of_row = row.parts.iter().filter_map(|part| table.rows.get(*part));
        let printed = of_row.filter(|part| table.cell(part, year).is_some());
        printed.filter_map(|part| part.series.as_ref()).map(|series| series.effort().to_owned()).collect()
    };
    let is_other = |(other, _, _): &PrintedRow<'_>| other.id != document.id;
    for (other, other_table, other_row) in rows(documents).filter(is_other) {
        for year in &table.years {
            let (Some(own), Some(theirs)) = (table.cell(row, *year), other_table.cell(other_row, *year)) else {
                continue;
            };
            let of_same = efforts(table, row, *year);
            let is_total =
                !of_same.is_empty() && efforts(other_table, other_row, *year).iter().all(|id| of_same.contains(id));
            let adds_up = theirs.minus(own) == off_by && !other_row.parts.is_empty();
            let explanation = Explanation::WithAmountOf(*year, theirs, other.id.clone());
            if is_total && adds_up && !explanations.contains(&explanation) {
                explanations.push(explanation);
            }
        }
    }
    explanations
}
