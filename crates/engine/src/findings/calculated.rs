//! A printed row, and what its lines come to with the note's own assumptions.
//!
//! A note that ships is only built where these agree. One that a reader brings may contradict itself, and the page computes it all the same.

use super::check::{Check, Column, Compared, Kind, Place};
use super::place::{about_rows, of_row};
use model::evaluate::{Outcome, cell_of_row, evaluate};
use model::note::{Document, Row, Table};
use model::scenario::Scenario;

pub(super) fn checks(document: &Document) -> Vec<Check> {
    if document.fingerprint.is_none() {
        return Vec::new();
    }
    let outcomes: Vec<Option<Outcome>> =
        document.notes().map(|note| evaluate(&Scenario::baseline(note)).ok()).collect();
    let of_table = |table: &Table| -> Vec<Check> {
        let outcome = outcomes.get(table.variant).and_then(Option::as_ref);
        let rows = table.rows.iter().filter(|row| !row.lines.is_empty());
        outcome
            .map(|outcome| rows.filter_map(|row| calculated(document, table, row, outcome)).collect())
            .unwrap_or_default()
    };
    document.tables.iter().flat_map(of_table).collect()
}

/// Compares each printed cell of a row with the computed one.
fn calculated(document: &Document, table: &Table, row: &Row, outcome: &Outcome) -> Option<Check> {
    let variant = document.variants.get(table.variant)?;
    let printed = table.years.iter().filter_map(|year| Some((*year, table.cell(row, *year)?)));
    let compared = printed.map(|(year, cell)| {
        Compared::cells(Column::Year(year), Some(cell), Some(cell_of_row(variant, outcome, row, year)))
    });
    let of_lines = Place { item: format!("{}/{}/lines", table.id, row.id), ..Place::nowhere(document) };
    let places = [of_row((document, table, row)), of_lines];
    Some(Check::new(Kind::Calculated, about_rows(document, &[(table, row)]), places, compared.collect()))
}
