//! Writes the cells of a sheet. Each formula is written with the engine's result for it, and each kind of cell has one
//! format.

use std::borrow::Cow;

use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline, Formula, Url, Worksheet, XlsxError};

use super::formula::CellRef;
use model::note::{Driver, Unit};

/// The result of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FormulaResult {
    Number(Decimal),
    Words(String),
    /// An empty text.
    Nothing,
}

impl<T: Into<Decimal>> From<T> for FormulaResult {
    fn from(number: T) -> Self {
        Self::Number(number.into())
    }
}

/// The formats of the workbook's cells.
pub(crate) struct Formats {
    pub(crate) title: Format,
    pub(crate) heading: Format,
    pub(crate) column: Format,
    pub(crate) number_column: Format,
    pub(crate) year_column: Format,
    pub(crate) help: Format,
    pub(crate) sentence: Format,
    pub(crate) problem: Format,
    pub(crate) id: Format,
    pub(crate) text: Format,
    pub(crate) wrapped: Format,
    pub(crate) link: Format,
    pub(crate) strong: Format,
    pub(crate) unit: Format,
    pub(crate) wrapped_unit: Format,
    pub(crate) year: Format,
    pub(crate) cell: Format,
    pub(crate) sum: Format,
    pub(crate) exact: Format,
    pub(crate) exact_total: Format,
    pub(crate) answer: Format,
    pub(crate) exact_answer: Format,
    pub(crate) percent: Format,
    pub(crate) plain: Format,
}

/// The height of a line of text, in points.
const LINE_HEIGHT: f64 = 15.0;

/// The number format for whole numbers. The reader's spreadsheet separates the groups of digits in its own way.
const GROUPED: &str = "#,##0";
const EXACT: &str = "#,##0.00";
const PERCENT: &str = "0.00%";
/// Per cent with the sign: a plus, a minus, or none at zero.
const SIGNED_PERCENT: &str = "+0.00%;-0.00%;0%";

impl Formats {
    pub(crate) fn new() -> Self {
        let base = || Format::new().set_align(FormatAlign::Top);
        let muted = || base().set_font_color(Color::RGB(0x59_59_59));
        let answer = || base().set_bold().set_align(FormatAlign::Right).set_text_wrap();
        let column_head = || base().set_bold().set_border_bottom(FormatBorder::Thin).set_text_wrap();
        Self {
            title: base().set_bold().set_font_size(16),
            heading: base().set_bold().set_font_size(13),
            column: column_head(),
            number_column: column_head().set_align(FormatAlign::Right),
            year_column: column_head().set_align(FormatAlign::Right).set_num_format("0"),
            help: muted(),
            sentence: base().set_bold().set_text_wrap(),
            problem: base().set_bold().set_font_color(Color::RGB(0xA2_22_0B)),
            id: muted().set_font_size(8),
            text: base(),
            wrapped: base().set_text_wrap(),
            link: base().set_text_wrap().set_font_color(Color::RGB(0x0B_5A_63)).set_underline(FormatUnderline::Single),
            strong: base().set_bold(),
            unit: base().set_align(FormatAlign::Left).set_indent(1),
            wrapped_unit: base().set_align(FormatAlign::Left).set_indent(1).set_text_wrap(),
            // There is no line below, because most of these columns are for years that only a longer effort has.
            year: base().set_bold().set_align(FormatAlign::Right).set_num_format("0"),
            cell: base().set_num_format(GROUPED),
            sum: base().set_bold().set_align(FormatAlign::Right).set_num_format(GROUPED),
            exact: base().set_num_format(EXACT),
            exact_total: base().set_bold().set_align(FormatAlign::Right).set_num_format(EXACT),
            answer: answer().set_num_format(GROUPED),
            exact_answer: answer().set_num_format(EXACT),
            percent: base().set_num_format(PERCENT),
            plain: base().set_align(FormatAlign::Right),
        }
    }

    /// The format of a driver's value.
    pub(crate) fn driver(driver: &Driver) -> Format {
        // Amounts in whole kroner are shown without decimals.
        let is_whole = driver.value.checked_mul(driver.unit.scale()).is_some_and(|kroner| kroner.is_integer());
        let format = match driver.unit {
            Unit::Citizens | Unit::Courses => GROUPED,
            Unit::Share => PERCENT,
            Unit::Increase => SIGNED_PERCENT,
            Unit::Years => "0",
            Unit::Factor => "0.000",
            Unit::CitizensPerPost | Unit::Posts => "General",
            Unit::CostPerPost | Unit::AmountPerOutcome | Unit::AmountPerYear | Unit::AmountEach if is_whole => GROUPED,
            Unit::CostPerPost | Unit::AmountPerOutcome | Unit::AmountPerYear | Unit::AmountEach => EXACT,
        };
        Format::new().set_align(FormatAlign::Top).set_num_format(format)
    }

    /// The format for a cell that the reader may change.
    pub(crate) fn input(format: Format) -> Format {
        format.set_background_color(Color::RGB(0xFF_F2_CC)).set_border(FormatBorder::Thin).set_unlocked()
    }
}

/// Writes to one sheet.
pub(crate) struct SheetWriter<'a> {
    pub(crate) sheet: &'a mut Worksheet,
    pub(crate) formats: &'a Formats,
}

impl<'a> SheetWriter<'a> {
    pub(crate) fn new(sheet: &'a mut Worksheet, formats: &'a Formats) -> Self {
        // Without this, a formula whose result is empty would be written with a 0.
        sheet.set_formula_result_default("");
        Self { sheet, formats }
    }

    pub(crate) fn text(&mut self, cell: CellRef, text: &str, format: &Format) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(cell.row, cell.column, held(text), format).map(drop)
    }

    /// Writes texts from a cell to the right, all in the same format.
    pub(crate) fn texts<'t>(
        &mut self,
        cell: CellRef,
        texts: impl IntoIterator<Item = &'t str>,
        format: &Format,
    ) -> Result<(), XlsxError> {
        (0..).zip(texts).try_for_each(|(column, text)| self.text(cell.right(column), text, format))
    }

    /// Writes the title of the sheet in a higher first row.
    pub(crate) fn title(&mut self, text: &str) -> Result<(), XlsxError> {
        self.sheet.set_row_height(0, LINE_HEIGHT * 1.5)?;
        self.text(CellRef::new(0, 1), text, &self.formats.title)
    }

    /// Makes a row as high as the longest of its texts needs. Each text comes with the width of its column in
    /// characters. Not every program does this itself when it opens a file.
    pub(crate) fn fit<'t>(
        &mut self,
        row: u32,
        texts: impl IntoIterator<Item = (&'t str, u16)>,
    ) -> Result<(), XlsxError> {
        let lines = texts.into_iter().map(|(text, width)| {
            let length = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
            // Words are not split, so lines are rarely full: a tenth is added to the length.
            length.saturating_mul(11).div_ceil(width.max(1).saturating_mul(10))
        });
        let lines = lines.max().unwrap_or(1).clamp(1, 20);
        self.sheet.set_row_height(row, LINE_HEIGHT * f64::from(lines)).map(drop)
    }

    /// Writes the heads of a block's columns, from the second column on.
    pub(crate) fn columns<'t>(&mut self, row: u32, texts: impl IntoIterator<Item = &'t str>) -> Result<(), XlsxError> {
        self.texts(CellRef::new(row, 1), texts, &self.formats.column)
    }

    pub(crate) fn number(&mut self, cell: CellRef, number: Decimal, format: &Format) -> Result<(), XlsxError> {
        self.sheet.write_number_with_format(cell.row, cell.column, binary(number), format).map(drop)
    }

    /// Writes a formula (without its `=`) with its result.
    pub(crate) fn formula(
        &mut self,
        cell: CellRef,
        formula: &str,
        result: impl Into<FormulaResult>,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let result = match result.into() {
            FormulaResult::Number(number) => number.normalize().to_string(),
            FormulaResult::Words(words) => words,
            FormulaResult::Nothing => String::new(),
        };
        let formula = Formula::new(format!("={formula}")).set_result(result);
        self.sheet.write_formula_with_format(cell.row, cell.column, formula, format).map(drop)
    }

    /// Writes an address as a link, in a row made high enough for a column of this width.
    pub(crate) fn address(&mut self, cell: CellRef, address: &str, width: u16) -> Result<(), XlsxError> {
        self.fit(cell.row, [(address, width)])?;
        let url =
            self.sheet.write_url_with_format(cell.row, cell.column, Url::new(address), &self.formats.link).map(drop);
        // An address that is too long for a spreadsheet's link is written as text.
        url.or_else(|_| self.text(cell, address, &self.formats.wrapped.clone()))
    }

    /// Writes a block's heading, with a line of help unless that is empty. Returns the next free row.
    pub(crate) fn heading(&mut self, row: u32, text: &str, help: &str) -> Result<u32, XlsxError> {
        let (cell, formats) = (CellRef::new(row, 1), self.formats);
        self.text(cell, text, &formats.heading)?;
        let next = row.saturating_add(1);
        if help.is_empty() {
            return Ok(next);
        }
        self.help(next, help)
    }

    /// Writes a line of help. Returns the next free row.
    pub(crate) fn help(&mut self, row: u32, help: &str) -> Result<u32, XlsxError> {
        self.text(CellRef::new(row, 1), help, &self.formats.help)?;
        Ok(row.saturating_add(1))
    }
}

/// The most characters of a cell, as spreadsheets count them: those beyond U+FFFF twice.
const MOST_IN_CELL: usize = 32_767;

/// The text, cut off with `…` where a cell cannot hold all of it: a file with a longer one would not be written at all.
fn held(text: &str) -> Cow<'_, str> {
    // A character takes at least as many bytes.
    if text.len() <= MOST_IN_CELL || text.encode_utf16().count() <= MOST_IN_CELL {
        return text.into();
    }
    let mut room = MOST_IN_CELL.saturating_sub(1);
    let fits = |letter: &char| {
        let left = room.checked_sub(letter.len_utf16());
        room = left.unwrap_or_default();
        left.is_some()
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

/// The nearest binary number to a decimal, since spreadsheets store binary numbers.
fn binary(number: Decimal) -> f64 {
    // Parses the digits, as a spreadsheet does. Every decimal can be parsed.
    number.normalize().to_string().parse().unwrap_or_default()
}
