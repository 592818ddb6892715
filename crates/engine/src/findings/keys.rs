//! The keys by which committees share an expense: those of rows that share the same line should add up to a whole.

use rust_decimal::Decimal;

use super::check::{Check, Compared, Kind, Place, Value, Verdict};
use super::place::{about_rows, beside_cells, of_rows};
use model::note::{Document, Row, Table};

pub(super) fn checks(document: &Document) -> Vec<Check> {
    let rows = document.tables.iter().flat_map(|table| table.rows.iter().map(move |row| (table, row)));
    rows.filter_map(|(table, row)| shared(document, table, row)).collect()
}

fn shared(document: &Document, table: &Table, total: &Row) -> Option<Check> {
    let parts: Vec<&Row> = total.parts.iter().filter_map(|part| table.rows.get(*part)).collect();
    let has_common_line = |row: &&Row| {
        let is_in_another = |line: &usize| parts.iter().any(|other| other.id != row.id && other.lines.contains(line));
        row.lines.iter().any(is_in_another)
    };
    let sharing: Vec<(&Table, &Row)> =
        parts.iter().filter(|row| has_common_line(row)).map(|row| (table, *row)).collect();
    let keys: Option<Vec<Decimal>> = sharing.iter().map(|(_, row)| row.key).collect();
    let sum = keys?.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add)?;
    let whole = total.key?;
    let places = [Place { rows: Vec::new(), ..of_rows(document, &sharing)? }, beside_cells((document, table, total))];
    let compared = Compared::whole(Value::Share(sum), Value::Share(whole), Verdict::of(sum == whole));
    Some(Check::new(Kind::Key, about_rows(document, &[(table, total)]), places, vec![compared]))
}
