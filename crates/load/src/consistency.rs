//! Checks that the parts of a document are consistent: printed sums add up, each line has a row of its own, and the
//! calculation reproduces every printed cell. A note that ships and fails stops the build. In any other note this hinders nothing:
//! documents contradict themselves, and the page says so.

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::items::path;
use crate::report::{At, Report};
use crate::tree::Node;
use model::brackets::interval;
use model::evaluate::{EvaluateError, Outcome, cell_of_row, evaluate};
use model::fault::{Column, Computing, Fault, Kind, Part};
use model::language::{Language, in_small_letters};
use model::money::Thousands;
use model::note::{Document, DriverKind, Note, Origin, Row, RowRef, Table, Year};
use model::scenario::Scenario;

/// Checks the printed sums. Returns the rows that do not add up and are not marked so.
///
/// Without its variants, rows that need them are left out.
pub(super) fn check_sums(document: &Document, root: &Node, report: &Report<'_>) -> Vec<RowRef> {
    let has_variants = !document.variants.is_empty();
    let mut wrong = Vec::new();
    for (table_index, table) in document.tables.iter().enumerate() {
        for (row_index, row) in table.rows.iter().enumerate() {
            let parts = || row.parts.iter().filter_map(|part| table.rows.get(*part));
            if !has_variants && (row.lost || parts().any(|part| part.lost)) {
                continue;
            }
            let mut faults = parts_that_do_not_add_up(document, table, row);
            faults.extend(total_that_does_not_add_up(table, row));
            let reference = RowRef { table: table_index, row: row_index };
            let item = path(&[&table.id, &row.id]);
            let at = At { item: &item, node: row_node(root, reference) };
            match (row.adds_up, faults.is_empty()) {
                (true, true) | (false, false) => {}
                (false, true) => report.blemish(at.field("adds_up"), Fault::AddsUp),
                (true, false) => wrong.push(reference),
            }
            for fault in faults.into_iter().filter(|_| row.adds_up) {
                let place = match &fault {
                    Fault::Sum { column: Column::Year(year), .. } => cell_of(at, table, *year),
                    _ => at.field("total"),
                };
                report.blemish(place, fault);
            }
        }
    }
    wrong
}

/// Checks that each line has a row of its own, and that the calculation gives what is printed. Whatever a note may leave out is
/// checked only where it is there.
pub(super) fn check_calculation(document: &Document, root: &Node, report: &Report<'_>) {
    let notes: Vec<Note<'_>> = document.notes().collect();
    let variant_nodes = variant_nodes(root);
    let node_of = |index: usize| variant_nodes.get(index).copied().unwrap_or(root);
    for (index, note) in notes.iter().enumerate() {
        lines_have_rows(*note, node_of(index), report);
        if !report.is_strict {
            names_differ(*note, node_of(index), report);
        }
    }
    let outcomes: Vec<Option<Outcome>> =
        notes.iter().enumerate().map(|(index, note)| baseline_outcome(*note, node_of(index), report)).collect();
    for (table_index, table) in document.tables.iter().enumerate() {
        if let (Some(Some(outcome)), Some(note)) = (outcomes.get(table.variant), notes.get(table.variant)) {
            for (row_index, row) in table.rows.iter().enumerate().filter(|(_, row)| !row.lines.is_empty()) {
                let item = path(&[&table.id, &row.id]);
                let node = row_node(root, RowRef { table: table_index, row: row_index });
                row_is_reproduced(*note, outcome, table, row, At { item: &item, node }, report);
            }
        }
    }
    for (index, note) in notes.iter().enumerate() {
        derived_values_fit(*note, node_of(index), report);
    }
}

/// The places of the variants: the whole file where it holds the only one itself.
pub(super) fn variant_nodes(root: &Node) -> Vec<&Node> {
    root.get("variant").map_or_else(|| vec![root], |variants| variants.items().iter().collect())
}

/// The item of a list at a position; the whole where there is none.
pub(super) fn nth_of<'n>(of: &'n Node, key: &str, index: usize) -> &'n Node {
    of.get(key).and_then(|list| list.items().get(index)).unwrap_or(of)
}

fn row_node(root: &Node, reference: RowRef) -> &Node {
    nth_of(nth_of(root, "table", reference.table), "row", reference.row)
}

fn cell_of<'n>(row: At<'n>, table: &Table, year: Year) -> At<'n> {
    let column = table.years.iter().position(|column| *column == year).unwrap_or_default();
    row.field("cells").nth(column)
}

/// Each column of a row that adds up other rows, where it does not.
fn parts_that_do_not_add_up(document: &Document, table: &Table, row: &Row) -> Vec<Fault> {
    if row.parts.is_empty() {
        return Vec::new();
    }
    let parts = || row.parts.iter().filter_map(|part| table.rows.get(*part));
    let of_year = |year: &Year| {
        let printed = table.cell(row, *year)?;
        different(Column::Year(*year), printed, parts().filter_map(|part| document.cell(table, part, *year)).sum())
    };
    let of_total =
        |printed| different(Column::Total, printed, parts().filter_map(|part| document.total(table, part)).sum());
    table.years.iter().filter_map(of_year).chain(row.total.and_then(of_total)).collect()
}

/// The printed total of a row over the years, where the years do not give it.
fn total_that_does_not_add_up(table: &Table, row: &Row) -> Option<Fault> {
    let printed = row.total.filter(|_| !row.lost && !table.years.is_empty())?;
    different(Column::Total, printed, row.cells.iter().flatten().copied().sum())
}

fn different(column: Column, printed: Thousands, parts: Thousands) -> Option<Fault> {
    (printed != parts).then(|| Fault::Sum { column, printed: printed.decimal(), parts: parts.decimal() })
}

/// Checks that each line has a row of its own, which has a column for every year and cells with the sign of the line's
/// side. In a note that does not ship, a line may have none.
fn lines_have_rows(note: Note<'_>, variant: &Node, report: &Report<'_>) {
    let mut short: Vec<usize> = Vec::new();
    for (line_index, line) in note.variant.lines.iter().enumerate() {
        let item = path(&[&note.variant.id, &line.id]);
        let at = At { item: &item, node: nth_of(variant, "line", line_index) };
        let Some((table, row)) = note.document.own_row(line) else {
            if report.is_strict {
                report.problem(at, Fault::Missing(Part::PrintedRow));
            }
            continue;
        };
        let at = at.field("row");
        if row.lines != [line_index] || row.committee.is_some() {
            report.problem(at, Fault::RowNotAlone(row.id.clone()));
            continue;
        }
        for year in note.variant.first..=note.variant.last {
            if !table.years.contains(&year) {
                // It is one fault of the years, however many rows the table has.
                let table_index = line.row.map_or(0, |row| row.table);
                if !short.contains(&table_index) {
                    short.push(table_index);
                    let at = years_of(At { item: &note.variant.id, node: variant }, table.years.first() > Some(&year));
                    report.problem(at, Fault::NotInTable { year, table: table.id.clone() });
                }
                break;
            }
            let cell = table.cell(row, year).unwrap_or_default();
            let wrong = if line.side.is_negative() { Ordering::Greater } else { Ordering::Less };
            let has_right_sign = cell.cmp(&Thousands::ZERO) != wrong;
            if !has_right_sign {
                report.problem(at, Fault::Sign(cell.get()));
                break;
            }
        }
    }
}

/// Remarks on efforts, drivers, and lines of the same effort that nobody can tell apart by their names.
fn names_differ(note: Note<'_>, variant: &Node, report: &Report<'_>) {
    let language = Language::default().code();
    // The page adds drivers of its own behind those of the file.
    let drivers = note.variant.drivers.iter().map_while(|driver| match &driver.kind {
        DriverKind::OfNote { name, .. } => Some((Kind::Driver, "driver", name, None)),
        _ => None,
    });
    let efforts = note.variant.efforts.iter().map(|effort| (Kind::Effort, "effort", &effort.name, None));
    let lines = note.variant.lines.iter().map(|line| (Kind::Line, "line", &line.name, Some(line.effort)));
    let all: [Vec<_>; 3] = [efforts.collect(), drivers.collect(), lines.collect()];
    for of_kind in all {
        let mut first: HashMap<(String, Option<usize>), &Node> = HashMap::new();
        for (index, (kind, key, name, effort)) in of_kind.into_iter().enumerate() {
            let Some(node) = variant.get(key).and_then(|list| list.items().get(index)) else { continue };
            let name = name.get(language).0.trim();
            let at = At { item: "", node }.field("name");
            let before = *first.entry((in_small_letters(name), effort)).or_insert(at.node);
            if !std::ptr::eq(before, at.node) {
                let line = report.line_of(before.place().start).saturating_add(1);
                report.blemish(at, Fault::SameName { kind, name: name.to_owned(), line });
            }
        }
    }
}

/// Where a variant says its first year, or its last one.
fn years_of(variant: At<'_>, is_first: bool) -> At<'_> {
    let pair = variant.field("years");
    match (std::ptr::eq(pair.node, variant.node), is_first) {
        (false, _) => pair.nth(usize::from(!is_first)),
        (true, true) => variant.field("first"),
        (true, false) => variant.field("last"),
    }
}

fn baseline_outcome(note: Note<'_>, variant: &Node, report: &Report<'_>) -> Option<Outcome> {
    let error = match evaluate(&Scenario::baseline(note)) {
        Ok(outcome) => return Some(outcome),
        Err(error) => error,
    };
    let why = match error {
        EvaluateError::NoValue(ix)
        | EvaluateError::DivisionByZero(ix)
        | EvaluateError::OutOfBounds(ix)
        | EvaluateError::Undecided(ix) => {
            Computing::Driver(note.variant.driver(ix).map(|driver| driver.id.clone()).unwrap_or_default())
        }
        EvaluateError::Overflow { line } => {
            Computing::Overflow(note.variant.lines.get(line).map(|line| line.id.clone()).unwrap_or_default())
        }
    };
    report.problem(At { item: &note.variant.id, node: variant }, Fault::NotComputed(why));
    None
}

/// Checks that the calculation gives every printed cell of the row.
fn row_is_reproduced(note: Note<'_>, outcome: &Outcome, table: &Table, row: &Row, at: At<'_>, report: &Report<'_>) {
    for year in &table.years {
        let Some(printed) = table.cell(row, *year) else { continue };
        let computed = cell_of_row(note.variant, outcome, row, *year);
        if printed != computed {
            let fault = Fault::Computed { year: *year, printed: printed.decimal(), computed: computed.decimal() };
            report.blemish(cell_of(at, table, *year), fault);
        }
    }
}

/// Checks that each derived unit amount is in the interval that the printed cells leave for it.
fn derived_values_fit(note: Note<'_>, variant: &Node, report: &Report<'_>) {
    for (ix, driver) in note.variant.drivers() {
        if !driver.unit.is_money() || !matches!(driver.origin, Origin::Derived { .. }) {
            continue;
        }
        let item = path(&[&note.variant.id, &driver.id]);
        let at = At { item: &item, node: nth_of(variant, "driver", ix.0) };
        match interval(note, ix) {
            Some(interval) if interval.contains(driver.value) => {}
            Some(_) => report.blemish(at.field("value"), Fault::OutsideInterval(driver.value)),
            None => report.blemish(at.field("origin"), Fault::NoInterval),
        }
    }
}
