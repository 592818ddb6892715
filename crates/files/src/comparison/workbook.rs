//! The comparison as a workbook of one sheet, in which each difference is a formula over the two values.

use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use super::{Cell, Compared, Row, rows};
use crate::VERSION;
use crate::workbook::formula::CellRef;
use crate::workbook::sheet_writer::{Formats, SheetWriter};
use crate::workbook::{Imprint, created, print};

/// The columns. The first is narrow and empty, as in the workbook of a scenario, where it has ids.
const NAME: u16 = 1;
const UNIT: u16 = 2;
const FIRST: u16 = 3;
const SECOND: u16 = 4;
const APART: u16 = 5;
const FIRST_YEAR: u16 = 6;

/// The widths of the columns, in characters.
const WIDTHS: [u16; 6] = [2, 58, 14, 18, 18, 14];
const YEAR_WIDTH: u16 = 11;

/// How many characters fit beside each other above the table.
const SENTENCE_WIDTH: u16 = 110;

/// The workbook as the bytes of an `.xlsx` file.
///
/// # Errors
/// Passes on an error of the library that writes the file. None is expected.
pub fn write(compared: &Compared<'_>) -> Result<Vec<u8>, XlsxError> {
    let (words, comparison) = (compared.words, &compared.comparison);
    let labels = words.labels();
    let formats = Formats::new();
    let mut workbook = Workbook::new();
    let properties = DocProperties::new()
        .set_title(labels.screens.compare)
        .set_author(words.foot(VERSION))
        .set_comment(&compared.address)
        .set_creation_datetime(&created(compared.day)?);
    workbook.set_properties(&properties);
    let sheet = workbook.add_worksheet().set_name(labels.screens.compare)?;
    let mut writer = SheetWriter::new(sheet, &formats);
    writer.title(labels.screens.compare)?;
    let mut row = 1;
    let full_names = comparison.scenarios.as_ref().map(|scenario| words.scenario_name(scenario));
    let above = [full_names.left, full_names.right].into_iter().map(|name| (name, &formats.strong));
    let said = [(words.comparison(comparison).text(), &formats.sentence)];
    let cautions = compared.cautions();
    let cautions = cautions.into_iter().map(|caution| (caution, &formats.wrapped));
    for (text, format) in above.chain(said).chain(cautions) {
        writer.sheet.merge_range(row, NAME, row, APART, "", format)?;
        writer.fit(row, [(text.as_str(), SENTENCE_WIDTH)])?;
        writer.text(CellRef::new(row, NAME), &text, format)?;
        row = row.saturating_add(1);
    }
    writer.address(CellRef::new(row, NAME), &compared.address, WIDTHS[1])?;
    row = row.saturating_add(1);
    writer.help(row, labels.comparison.difference_help)?;
    let head = row.saturating_add(2);
    heads(&mut writer, compared, head)?;
    let mut row = head.saturating_add(1);
    let mut section = "";
    for compared_row in rows(compared) {
        if compared_row.section != section {
            section = compared_row.section;
            row = writer.heading(row.saturating_add(1), section, "")?;
        }
        write_row(&mut writer, row, &compared_row)?;
        row = row.saturating_add(1);
    }
    for (column, width) in (0_u16..).zip(WIDTHS) {
        writer.sheet.set_column_width(column, width)?;
    }
    let years = u16::try_from(comparison.years.len()).unwrap_or_default();
    if years > 0 {
        writer.sheet.set_column_range_width(
            FIRST_YEAR,
            FIRST_YEAR.saturating_add(years).saturating_sub(1),
            YEAR_WIDTH,
        )?;
    }
    writer.sheet.set_freeze_panes(head.saturating_add(1), UNIT)?;
    print(writer.sheet, &Imprint { words, day: compared.day, address: &compared.address }, (head, head))?;
    workbook.save_to_buffer()
}

/// Writes the heads of the columns.
fn heads(writer: &mut SheetWriter<'_>, compared: &Compared<'_>, row: u32) -> Result<(), XlsxError> {
    let (words, formats) = (compared.words, writer.formats);
    let labels = words.labels();
    let names = words.short_names(&compared.comparison);
    writer.fit(row, [(names.left.as_str(), WIDTHS[3]), (names.right.as_str(), WIDTHS[4])])?;
    writer.text(CellRef::new(row, NAME), labels.export.columns.name, &formats.column)?;
    writer.text(CellRef::new(row, UNIT), labels.export.columns.unit, &formats.column)?;
    let difference = labels.comparison.difference;
    let years = compared.comparison.years.iter().map(|year| format!("{difference} {year}"));
    let texts = [names.left, names.right, difference.to_owned()].into_iter().chain(years);
    for (column, text) in (FIRST..).zip(texts) {
        writer.text(CellRef::new(row, column), &text, &formats.number_column)?;
    }
    Ok(())
}

fn write_row(writer: &mut SheetWriter<'_>, row: u32, compared: &Row) -> Result<(), XlsxError> {
    let formats = writer.formats;
    writer.fit(row, [(compared.name.as_str(), WIDTHS[1])])?;
    writer.text(CellRef::new(row, NAME), &compared.name, &formats.wrapped)?;
    writer.text(CellRef::new(row, UNIT), compared.unit, &formats.unit)?;
    for (column, cell) in [(FIRST, &compared.values.left), (SECOND, &compared.values.right)] {
        match cell {
            Cell::Number(number) => {
                writer.number(CellRef::new(row, column), *number, number_format(*number, formats))?;
            }
            Cell::Words(words) => writer.text(CellRef::new(row, column), words, &formats.plain)?,
            Cell::Nothing => {}
        }
    }
    if let Cell::Number(apart) = compared.apart {
        let at = CellRef::new(row, APART);
        let has_words =
            [&compared.values.left, &compared.values.right].iter().any(|cell| matches!(cell, Cell::Words(_)));
        if has_words {
            // A payback in words leaves nothing to subtract.
            writer.number(at, apart, number_format(apart, formats))?;
        } else {
            let [first, second] = [FIRST, SECOND].map(|column| CellRef::new(row, column).free());
            writer.formula(at, &format!("{first}-{second}"), apart, number_format(apart, formats))?;
        }
    }
    for (column, amount) in (FIRST_YEAR..).zip(&compared.by_year) {
        writer.number(CellRef::new(row, column), amount.decimal(), &formats.cell)?;
    }
    Ok(())
}

/// Whole numbers are shown without decimals, others with two.
fn number_format(number: rust_decimal::Decimal, formats: &Formats) -> &rust_xlsxwriter::Format {
    if number.is_integer() { &formats.cell } else { &formats.exact }
}
