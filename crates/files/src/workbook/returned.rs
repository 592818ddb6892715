//! What comes back for each krone of cost, in every perspective.

use rust_decimal::Decimal;

use super::efforts::stops;
use super::formula::CellRef;
use super::sheet_writer::{FormulaResult, SheetWriter};
use super::views::ViewRows;
use super::{FIRST_YEAR, ID, NAME, Plan, TOTAL, WorkbookError, heads};
use crate::Subject;
use model::evaluate::Perspective;

/// Writes savings ÷ costs over all years and in the last year in which every effort with savings runs. Returns the next free
/// row. A note without savings says nothing about it.
pub(super) fn returned(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    plan: &Plan,
    views: &[ViewRows],
    row: u32,
) -> Result<u32, WorkbookError> {
    let (labels, formats) = (subject.words.labels(), writer.formats);
    let variant = subject.computed.note().variant;
    if !variant.states_savings() {
        return Ok(row);
    }
    let row = writer.heading(row, labels.figures.returned, labels.export.returned_help)?;
    let saving = plan.efforts.iter().enumerate().filter(|(effort_index, _)| variant.saves(*effort_index));
    let stops: Vec<String> = saving.map(|(_, row)| stops(*row).fixed()).collect();
    let figures = &subject.computed.figures;
    let year = CellRef::new(row, TOTAL);
    writer.text(CellRef::new(row, ID), "returned-year", &formats.id)?;
    writer.text(CellRef::new(row, NAME), labels.export.returned_year, &formats.text)?;
    let last_full = figures.returned(Perspective::Total).year;
    writer.formula(year, &format!("MIN({})-1", stops.join(",")), last_full, &formats.plain)?;
    let column = format!("{}-{}+1", year.fixed(), plan.span.0.fixed());
    let mut row = row.saturating_add(1);
    let columns =
        [(NAME, labels.export.seen_from), (TOTAL, labels.figures.in_all), (FIRST_YEAR, labels.export.in_that_year)];
    heads(writer, row, columns)?;
    for rows in views {
        row = row.saturating_add(1);
        let returned = figures.returned(rows.perspective);
        writer.text(
            CellRef::new(row, ID),
            &format!("returned {}", rows.perspective.id(subject.computed.note().variant)),
            &formats.id,
        )?;
        writer.text(
            CellRef::new(row, NAME),
            subject.words.perspective(rows.perspective, subject.computed.note().variant),
            &formats.text,
        )?;
        let in_all = |row: u32| CellRef::new(row, TOTAL).free();
        let in_year = |row: u32| format!("INDEX({},{column})", plan.years.range(row));
        for (column, saving, cost, value) in [
            (TOTAL, in_all(rows.savings), in_all(rows.costs), returned.in_all),
            (FIRST_YEAR, in_year(rows.savings), in_year(rows.costs), returned.in_year),
        ] {
            let formula = format!("IF({cost}<=0,\"\",-{saving}/{cost})");
            writer.formula(CellRef::new(row, column), &formula, shown(value), &formats.exact)?;
        }
    }
    Ok(row.saturating_add(2))
}

/// What comes back, as its cell shows it.
fn shown(returned: Option<Decimal>) -> FormulaResult {
    returned.map_or(FormulaResult::Nothing, FormulaResult::Number)
}
