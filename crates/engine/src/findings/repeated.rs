//! The same lines in two tables of a document.

use rust_decimal::Decimal;

use super::check::{Check, Column, Compared, Evidence, Kind};
use super::place::{about_rows, of_row, of_rows};
use model::evaluate::{Perspective, part_of_cell};
use model::money::Thousands;
use model::note::{Document, Line, Row, Table};

pub(super) fn checks(document: &Document) -> Vec<Check> {
    let rows = document.tables.iter().flat_map(|table| table.rows.iter().map(move |row| (table, row)));
    rows.filter_map(|(table, row)| repeated(document, table, row)).collect()
}

/// Compares a row with the rows of another table that print the same lines one by one; `None` where the lines of the
/// row are printed in its own table.
fn repeated(document: &Document, table: &Table, row: &Row) -> Option<Check> {
    let variant = document.variants.get(table.variant)?;
    let lines: Vec<&Line> = row.lines.iter().filter_map(|line| variant.lines.get(*line)).collect();
    let line_rows: Vec<(&Table, &Row)> = lines.iter().filter_map(|line| document.own_row(line)).collect();
    if line_rows.is_empty() || line_rows.iter().any(|(line_table, _)| line_table.id == table.id) {
        return None;
    }
    let perspective = row.committee.map_or(Perspective::Total, Perspective::Committee);
    let mut compared = Vec::new();
    for year in &table.years {
        let Some(printed) = table.cell(row, *year) else { continue };
        let part = |line: &&Line| {
            let (line_table, line_row) = document.own_row(line)?;
            Some(part_of_cell(line, line_table.cell(line_row, *year).unwrap_or_default(), perspective))
        };
        let sum: Thousands = lines.iter().filter_map(part).sum();
        compared.push(Compared::cells(Column::Year(*year), Some(printed), Some(sum)));
    }
    let places = [of_row((document, table, row)), of_rows(document, line_rows.get(..1)?)?];
    let mut check = Check::new(Kind::Repeated, about_rows(document, &[(table, row)]), places, compared);
    let [_, of_lines] = &mut check.places;
    if let (Some(place), Some(all)) = (of_lines.first_mut(), of_rows(document, &line_rows)) {
        place.words = all.words;
    }
    // Committees share a line only because this very table says so: their shares were worked out from it.
    let is_shared = |line: &&Line| line.committees.iter().any(|part| part.share != Decimal::ONE);
    if row.committee.is_some() && lines.iter().any(is_shared) {
        check.evidence = Evidence::Fitted;
    }
    Some(check)
}
