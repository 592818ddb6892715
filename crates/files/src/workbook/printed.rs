//! The sheet of printed cells, beside the computed ones.

use rust_xlsxwriter::{Color, ConditionalFormatCell, ConditionalFormatCellRule, Format, Workbook};

use super::formula::CellRef;
use super::lines;
use super::sheet_writer::{Formats, SheetWriter};
use super::{FIRST_YEAR, ID, NAME, Plan, WorkbookError, in_sheet, print};
use crate::Subject;
use model::money::Thousands;
use model::note::Year;

const PLACE: u16 = 2;
const FIRST: u16 = 3;
const NAME_WIDTH: u16 = 60;

/// Writes the sheet: the printed cell of each line and year, then the computed cell minus the printed one.
pub(super) fn write(
    subject: &Subject<'_>,
    plan: &Plan,
    formats: &Formats,
    workbook: &mut Workbook,
) -> Result<(), WorkbookError> {
    let words = subject.words;
    let labels = &words.labels().export;
    let note = subject.computed.scenario.note();
    let sheet = workbook.add_worksheet().set_name(labels.printed_sheet)?;
    let mut writer = SheetWriter::new(sheet, formats);
    writer.title(labels.printed_title)?;
    writer.text(CellRef::new(1, NAME), labels.printed_help, &formats.help)?;
    let years: Vec<Year> = (note.variant.first..=note.variant.last).collect();
    // The first column of the differences, with an empty column before it.
    let differences = FIRST.saturating_add(u16::try_from(years.len()).unwrap_or_default()).saturating_add(1);
    let (block_head, head) = (3, 4);
    writer.text(CellRef::new(block_head, FIRST), labels.as_printed, &formats.strong)?;
    writer.text(CellRef::new(block_head, differences), labels.computed_minus_printed, &formats.strong)?;
    for (column, text) in [(NAME, labels.columns.row), (PLACE, labels.columns.place)] {
        writer.text(CellRef::new(head, column), text, &formats.column)?;
    }
    for (column, year) in (0..).zip(&years) {
        for block in [FIRST, differences] {
            writer.number(CellRef::new(head, block).right(column), (*year).into(), &formats.year_column)?;
        }
    }
    let mut row = head;
    for ((line, outcome), line_row) in note.variant.lines.iter().zip(&subject.computed.outcome.lines).zip(&plan.lines) {
        // A borrowed line has no row in the note's tables.
        let Some((table, printed)) = note.document.own_row(line) else { continue };
        row = row.saturating_add(1);
        writer.text(CellRef::new(row, ID), &format!("printed {}", lines::id(subject, line)), &formats.id)?;
        writer.text(CellRef::new(row, NAME), &printed.label, &formats.wrapped)?;
        writer.fit(row, [(printed.label.as_str(), NAME_WIDTH)])?;
        writer.text(CellRef::new(row, PLACE), &table.place, &formats.text)?;
        for ((column, year), computed) in (0..).zip(&years).zip(&outcome.cells) {
            let Some(cell) = note.document.cell(table, printed, *year) else { continue };
            let printed_cell = CellRef::new(row, FIRST).right(column);
            writer.number(printed_cell, cell.decimal(), &formats.cell)?;
            let computed_cell = in_sheet(labels.calculation_sheet, CellRef::new(*line_row, FIRST_YEAR).right(column));
            let formula = format!("{computed_cell}-{}", printed_cell.free());
            let difference: Thousands = computed.minus(cell);
            writer.formula(CellRef::new(row, differences).right(column), &formula, difference.get(), &formats.cell)?;
        }
    }
    let differs = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::NotEqualTo(0))
        .set_format(Format::new().set_bold().set_background_color(Color::RGB(0xFF_F2_CC)));
    let last = differences.saturating_add(u16::try_from(years.len()).unwrap_or_default()).saturating_sub(1);
    writer.sheet.add_conditional_format(
        head.saturating_add(1),
        differences,
        row.max(head.saturating_add(1)),
        last,
        &differs,
    )?;
    for (column, width) in (0_u16..).zip([26, NAME_WIDTH, 12]) {
        writer.sheet.set_column_width(column, width)?;
    }
    writer.sheet.set_freeze_panes(head.saturating_add(1), PLACE)?;
    writer.sheet.set_print_area(0, NAME, row, last)?;
    Ok(print(writer.sheet, &subject.into(), (0, head))?)
}
