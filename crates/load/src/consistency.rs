//! Checks that the parts of a document are consistent: printed sums add up, each line has a row of its own, and the
//! calculation reproduces every printed cell. A note that fails does not ship.

use super::{Fault, ItemFault, path};
use model::brackets::interval;
use model::evaluate::{Outcome, Perspective, evaluate, part_of_cell};
use model::money::Thousands;
use model::note::{Document, Note, Origin, Row, Side, Table, Year};
use model::scenario::Scenario;

pub(super) fn check(document: &Document) -> Result<(), ItemFault> {
    for table in &document.tables {
        for row in &table.rows {
            let result = parts_add_up(document, table, row).and_then(|()| years_add_up(table, row));
            match (row.adds_up, result) {
                (true, result) => result?,
                (false, Err(_)) => {}
                (false, Ok(())) => {
                    let item = path(&[&table.id, &row.id]);
                    return Err((item, Fault::Other("it is marked as wrong, but it adds up".to_owned())));
                }
            }
        }
    }
    for note in document.notes() {
        lines_have_rows(note)?;
    }
    let outcomes = document.notes().map(baseline_outcome).collect::<Result<Vec<_>, _>>()?;
    for table in &document.tables {
        if let (Some(outcome), Some(note)) = (outcomes.get(table.variant), document.notes().nth(table.variant)) {
            for row in table.rows.iter().filter(|row| !row.lines.is_empty()) {
                row_is_reproduced(note, outcome, table, row)?;
            }
        }
    }
    document.notes().try_for_each(derived_values_fit)
}

/// Checks each column of a row that adds up other rows.
fn parts_add_up(document: &Document, table: &Table, row: &Row) -> Result<(), ItemFault> {
    if row.parts.is_empty() {
        return Ok(());
    }
    let parts = || row.parts.iter().filter_map(|part| table.rows.get(*part));
    for year in &table.years {
        if let Some(printed) = table.cell(row, *year) {
            let sum = parts().filter_map(|part| document.cell(table, part, *year)).sum();
            same(table, row, &year.to_string(), printed, sum)?;
        }
    }
    match row.total {
        Some(printed) => {
            same(table, row, "total", printed, parts().filter_map(|part| document.total(table, part)).sum())
        }
        None => Ok(()),
    }
}

/// Checks the printed total of a row over the years.
fn years_add_up(table: &Table, row: &Row) -> Result<(), ItemFault> {
    match row.total {
        Some(printed) if !row.lost => same(table, row, "total", printed, row.cells.iter().flatten().copied().sum()),
        _ => Ok(()),
    }
}

/// Checks that each line has a row of its own, which has a column for every year and cells with the sign of the line's
/// side.
fn lines_have_rows(note: Note<'_>) -> Result<(), ItemFault> {
    for (line_index, line) in note.variant.lines.iter().enumerate() {
        let item = || path(&[&note.variant.id, &line.id]);
        let Some((table, row)) = note.document.own_row(line) else {
            return Err((item(), Fault::Missing("the printed row")));
        };
        if row.lines != [line_index] || row.committee.is_some() {
            return Err((item(), Fault::Other(format!("the row \"{}\" does not show this line alone", row.id))));
        }
        for year in note.variant.first..=note.variant.last {
            if !table.years.contains(&year) {
                return Err((item(), Fault::Year(year)));
            }
            let cell = table.cell(row, year).unwrap_or_default();
            let has_right_sign = match line.side {
                Side::Cost => cell >= Thousands::ZERO,
                Side::Saving => cell <= Thousands::ZERO,
            };
            if !has_right_sign {
                return Err((item(), Fault::OutOfBounds(cell.get().to_string())));
            }
        }
    }
    Ok(())
}

fn baseline_outcome(note: Note<'_>) -> Result<Outcome, ItemFault> {
    evaluate(&Scenario::baseline(note))
        .map_err(|error| (note.variant.id.clone(), Fault::Other(format!("it cannot be computed: {error:?}"))))
}

/// Checks that the calculation gives every printed cell of the row.
fn row_is_reproduced(note: Note<'_>, outcome: &Outcome, table: &Table, row: &Row) -> Result<(), ItemFault> {
    for year in &table.years {
        if let Some(printed) = table.cell(row, *year) {
            same(table, row, &year.to_string(), printed, computed_cell(note, outcome, row, *year))?;
        }
    }
    Ok(())
}

/// The computed cell of a printed row in a year: the sum of its lines, or one committee's part of that sum.
fn computed_cell(note: Note<'_>, outcome: &Outcome, row: &Row, year: Year) -> Thousands {
    let perspective = row.committee.map_or(Perspective::Total, Perspective::Committee);
    let column = outcome.years.iter().position(|column| *column == year);
    row.lines
        .iter()
        .filter_map(|line_index| {
            let cell = *outcome.lines.get(*line_index)?.cells.get(column?)?;
            Some(part_of_cell(note.variant.lines.get(*line_index)?, cell, perspective))
        })
        .sum()
}

/// Checks that each derived unit amount is in the interval that the printed cells leave for it.
fn derived_values_fit(note: Note<'_>) -> Result<(), ItemFault> {
    for (ix, driver) in note.variant.drivers() {
        if !driver.unit.is_money() || !matches!(driver.origin, Origin::Derived { .. }) {
            continue;
        }
        let item = || path(&[&note.variant.id, &driver.id]);
        match interval(note, ix) {
            Some(interval) if interval.contains(driver.value) => {}
            Some(_) => return Err((item(), Fault::OutOfBounds(driver.value.to_string()))),
            None => return Err((item(), Fault::Other("no printed row brackets it".to_owned()))),
        }
    }
    Ok(())
}

fn same(table: &Table, row: &Row, column: &str, printed: Thousands, parts: Thousands) -> Result<(), ItemFault> {
    if printed == parts {
        return Ok(());
    }
    let fault =
        Fault::Sum { column: column.to_owned(), printed: printed.get().to_string(), parts: parts.get().to_string() };
    Err((path(&[&table.id, &row.id]), fault))
}
