//! What the note prints, beside what is computed.

use rust_xlsxwriter::{Color, ConditionalFormatCell, ConditionalFormatCellRule, Format, Workbook};

use super::formula::At;
use super::lines;
use super::pen::{Looks, Pen};
use super::{FIRST_YEAR, ID, NAME, Plan, WorkbookError, in_sheet, print};
use crate::export::Subject;
use crate::money::Thousands;
use crate::note::Year;

const PLACE: u16 = 2;
const FIRST: u16 = 3;
const NAME_WIDTH: u16 = 60;

/// Writes the sheet: the printed cell of each line and year, then what the computed one is above it.
pub(super) fn write(
    subject: &Subject<'_>,
    plan: &Plan,
    looks: &Looks,
    workbook: &mut Workbook,
) -> Result<(), WorkbookError> {
    let words = subject.words;
    let labels = &words.labels().export;
    let note = subject.computed.scenario.note();
    let sheet = workbook.add_worksheet().set_name(labels.printed_sheet)?;
    let mut pen = Pen::new(sheet, looks);
    pen.title(labels.printed_title)?;
    pen.text(At::new(1, NAME), labels.printed_help, &looks.help)?;
    let years: Vec<Year> = (note.variant.first..=note.variant.last).collect();
    let apart = FIRST.saturating_add(u16::try_from(years.len()).unwrap_or_default()).saturating_add(1);
    let (over, head) = (3, 4);
    pen.text(At::new(over, FIRST), labels.as_printed, &looks.strong)?;
    pen.text(At::new(over, apart), labels.computed_minus_printed, &looks.strong)?;
    for (column, text) in [(NAME, labels.columns.row), (PLACE, labels.columns.place)] {
        pen.text(At::new(head, column), text, &looks.column)?;
    }
    for (column, year) in (0..).zip(&years) {
        for block in [FIRST, apart] {
            pen.number(At::new(head, block).right(column), (*year).into(), &looks.year_column)?;
        }
    }
    let mut row = head;
    for ((line, outcome), own) in note.variant.lines.iter().zip(&subject.computed.outcome.lines).zip(&plan.lines) {
        // A borrowed line stands in no table of the note.
        let Some((table, printed)) = note.document.own_row(line) else { continue };
        row = row.saturating_add(1);
        pen.text(At::new(row, ID), &format!("printed {}", lines::id(subject, line)), &looks.id)?;
        pen.text(At::new(row, NAME), &printed.label, &looks.wrapped)?;
        pen.fit(row, [(printed.label.as_str(), NAME_WIDTH)])?;
        pen.text(At::new(row, PLACE), &table.place, &looks.text)?;
        for ((column, year), computed) in (0..).zip(&years).zip(&outcome.cells) {
            let Some(cell) = note.document.cell(table, printed, *year) else { continue };
            let at = At::new(row, FIRST).right(column);
            pen.number(at, cell.decimal(), &looks.cell)?;
            let own = in_sheet(labels.calculation_sheet, At::new(*own, FIRST_YEAR).right(column));
            let formula = format!("{own}-{}", at.free());
            let difference: Thousands = computed.minus(cell);
            pen.formula(At::new(row, apart).right(column), &formula, difference.get(), &looks.cell)?;
        }
    }
    let differs = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::NotEqualTo(0))
        .set_format(Format::new().set_bold().set_background_color(Color::RGB(0xFF_F2_CC)));
    let last = apart.saturating_add(u16::try_from(years.len()).unwrap_or_default()).saturating_sub(1);
    pen.sheet.add_conditional_format(head.saturating_add(1), apart, row.max(head.saturating_add(1)), last, &differs)?;
    for (column, width) in (0_u16..).zip([26, NAME_WIDTH, 12]) {
        pen.sheet.set_column_width(column, width)?;
    }
    pen.sheet.set_freeze_panes(head.saturating_add(1), PLACE)?;
    pen.sheet.set_print_area(0, NAME, row, last)?;
    Ok(print(pen.sheet, subject, (0, head))?)
}
