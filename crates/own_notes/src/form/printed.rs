//! How the printed tables of a note compare with what the note gives, number by number.

use std::collections::HashSet;

use model::fault::{Column, Fault, Problem};

use super::faults::{Finder, all_shown, nearest_shown};
use super::tree::Tree;
use crate::reading::Checked;
use engine::note_form::{Hindrance, NoteForm, PrintedCheck};
use model::note::{Document, Row, Table};
use words::Words;

/// The comparison; `None` where the note has no table with a number.
pub(super) fn compared(checked: &Checked, text: &str, form: &NoteForm, words: Words) -> Option<PrintedCheck> {
    let rows = || checked.document.tables.iter().flat_map(|table| table.rows.iter().map(move |row| (table, row)));
    let count = |is_compared: bool| {
        let of_kind = rows().filter(|(_, row)| is_alone(row) != is_compared);
        of_kind.map(|(table, row)| numbers(table, row)).fold(0_usize, usize::saturating_add)
    };
    if count(true).saturating_add(count(false)) == 0 {
        return None;
    }
    let tree = Tree::of(text);
    let finder = Finder::of(tree.as_ref(), text);
    let shown = all_shown(form, words);
    let mut places: HashSet<(u32, u32)> = HashSet::new();
    let mut differing = Vec::new();
    for remark in &checked.remarks {
        let Some(column) = column(&remark.fault) else { continue };
        places.extend(remark.place.as_ref().map(|place| (place.line, place.column)));
        let path = finder.path(remark).and_then(|path| nearest_shown(&path, &shown));
        let label = label(&checked.document, remark);
        let name = words.form_number_of_row(&label, column);
        differing.push(Hindrance { path, name, sentence: words.form_differs(&remark.fault) });
    }
    let alone: Vec<String> = rows()
        .filter(|(table, row)| is_alone(row) && numbers(table, row) > 0)
        .map(|(_, row)| row.label.clone())
        .collect();
    let all = count(true);
    let says = words.form_printed(all.saturating_sub(places.len()), all, &alone);
    Some(PrintedCheck { says, differing })
}

/// Whether a row is compared with nothing: no line is named for it, and it adds up no others.
const fn is_alone(row: &Row) -> bool {
    row.lines.is_empty() && row.parts.is_empty()
}

/// How many numbers a row has.
fn numbers(table: &Table, row: &Row) -> usize {
    let cells = table.years.iter().filter(|year| table.cell(row, **year).is_some()).count();
    cells.saturating_add(usize::from(row.total.is_some()))
}

/// The column of a number that does not come out; `None` for any other remark.
pub(super) const fn column(fault: &Fault) -> Option<Column> {
    match fault {
        Fault::Computed { year, .. } => Some(Column::Year(*year)),
        Fault::Sum { column: column @ (Column::Year(_) | Column::Total), .. } => Some(*column),
        _ => None,
    }
}

/// The label of the row that a remark is about. Its item is the path of the table and the row.
fn label(document: &Document, remark: &Problem) -> String {
    let (table_id, row_id) = remark.item.split_once('/').unwrap_or_default();
    let table = document.tables.iter().find(|table| table.id == table_id);
    let row = table.and_then(|table| table.rows.iter().find(|row| row.id == row_id));
    row.map_or_else(|| remark.item.clone(), |row| row.label.clone())
}
