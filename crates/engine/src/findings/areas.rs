//! The steering area of the same row: in the tables and sentences of a document, and in the next note.

use super::check::{Check, Compared, Kind, Place, Value, Verdict};
use super::editions::{LineOf, lines};
use super::pairs::with_next_note;
use super::place::{about_rows, beside_cells, of_source, referred, rows};
use model::note::{Area, Document, Names, Row, Table};

pub(super) fn checks(documents: &[Document]) -> Vec<Check> {
    let lines = lines(documents);
    let is_same_row =
        |left: LineOf<'_>, right: LineOf<'_>| left.1.same_row.is_some() && left.1.same_row == right.1.same_row;
    let pairs = with_next_note(&lines, |(note, _)| note.document, is_same_row);
    let across = pairs.into_iter().filter_map(|(left, right)| {
        let place = |(note, line): LineOf<'_>| {
            let (table, row) = note.document.own_row(line)?;
            Some(Place { item: format!("line/{}", line.id), ..beside_cells((note.document, table, row)) })
        };
        let places = [place(left)?, place(right)?];
        Some(compare(Some(left.1.name.clone()), places, left.1.area.clone(), right.1.area.clone()))
    });
    documents.iter().flat_map(within).chain(across).collect()
}

fn compare(about: Option<Names>, places: [Place; 2], left: Area, right: Area) -> Check {
    let verdict = Verdict::of(left == right);
    let compared = Compared::whole(Value::Area(left), Value::Area(right), verdict);
    Check::new(Kind::Area, about, places, vec![compared])
}

/// Compares the area that a row names with that of other rows and of sentences about the same lines.
fn within(document: &Document) -> Vec<Check> {
    let named: Vec<(&Table, &Row, Area)> = rows(std::slice::from_ref(document))
        .filter(|(.., row)| !row.lines.is_empty())
        .filter_map(|(_, table, row)| Some((table, row, row.area.clone()?)))
        .collect();
    let mut checks = Vec::new();
    for (index, (table, row, area)) in named.iter().enumerate() {
        let about = || about_rows(document, &[(table, row)]);
        let has_same_lines = |(other_table, other, _): &&(&Table, &Row, Area)| {
            other.lines == row.lines && other_table.variant == table.variant
        };
        for (other_table, other, other_area) in named.iter().skip(index.saturating_add(1)).filter(has_same_lines) {
            let places = [beside_cells((document, table, row)), beside_cells((document, other_table, other))];
            checks.push(compare(about(), places, area.clone(), other_area.clone()));
        }
        let speaks_of = |reference: &[model::note::RowRef]| matches!(referred(document, reference).as_slice(), [(_, only)] if only.lines == row.lines);
        for statement in document.statements.iter().filter(|statement| speaks_of(&statement.rows)) {
            let Some(stated) = &statement.area else { continue };
            let sentence = of_source(document, &statement.source, &format!("statement/{}", statement.id));
            checks.push(compare(
                about(),
                [beside_cells((document, table, row)), sentence],
                area.clone(),
                stated.clone(),
            ));
        }
    }
    checks
}
