//! Writes cells: each formula with the result that the engine has for it, each kind of cell in one look.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline, Formula, Url, Worksheet, XlsxError};

use super::formula::At;
use crate::note::{Driver, Unit};

/// What a formula comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shown {
    Number(Decimal),
    Words(String),
    Nothing,
}

impl<T: Into<Decimal>> From<T> for Shown {
    fn from(number: T) -> Self {
        Self::Number(number.into())
    }
}

/// The looks of cells.
pub(super) struct Looks {
    pub(super) title: Format,
    pub(super) heading: Format,
    pub(super) column: Format,
    pub(super) number_column: Format,
    pub(super) year_column: Format,
    pub(super) help: Format,
    pub(super) id: Format,
    pub(super) text: Format,
    pub(super) wrapped: Format,
    pub(super) link: Format,
    pub(super) strong: Format,
    pub(super) unit: Format,
    pub(super) wrapped_unit: Format,
    pub(super) year: Format,
    pub(super) cell: Format,
    pub(super) sum: Format,
    pub(super) exact: Format,
    pub(super) exact_total: Format,
    pub(super) answer: Format,
    pub(super) exact_answer: Format,
    pub(super) percent: Format,
    pub(super) plain: Format,
}

/// The height of a line of text, in points.
const LINE: f64 = 15.0;

/// Whole thousands, the groups apart as the reader's spreadsheet does it.
const GROUPED: &str = "#,##0";
const EXACT: &str = "#,##0.00";
const PERCENT: &str = "0.00%";

impl Looks {
    pub(super) fn new() -> Self {
        let base = || Format::new().set_align(FormatAlign::Top);
        let muted = || base().set_font_color(Color::RGB(0x59_59_59));
        let answer = || base().set_bold().set_align(FormatAlign::Right).set_text_wrap();
        let headed = || base().set_bold().set_border_bottom(FormatBorder::Thin).set_text_wrap();
        Self {
            title: base().set_bold().set_font_size(16),
            heading: base().set_bold().set_font_size(13),
            column: headed(),
            number_column: headed().set_align(FormatAlign::Right),
            year_column: headed().set_align(FormatAlign::Right).set_num_format("0"),
            help: muted(),
            id: muted().set_font_size(8),
            text: base(),
            wrapped: base().set_text_wrap(),
            link: base().set_text_wrap().set_font_color(Color::RGB(0x0B_5A_63)).set_underline(FormatUnderline::Single),
            strong: base().set_bold(),
            unit: base().set_align(FormatAlign::Left).set_indent(1),
            wrapped_unit: base().set_align(FormatAlign::Left).set_indent(1).set_text_wrap(),
            // No rule below: most of the columns are for years that only a longer effort has.
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

    /// How a driver's value is shown.
    pub(super) fn driver(driver: &Driver) -> Format {
        // Whole kroner have no decimals to show.
        let whole = driver.value.checked_mul(driver.unit.scale()).is_some_and(|kroner| kroner.is_integer());
        let format = match driver.unit {
            Unit::Citizens => GROUPED,
            Unit::Share => PERCENT,
            Unit::Years => "0",
            Unit::Factor => "0.000",
            Unit::CitizensPerPost | Unit::Posts => "General",
            Unit::CostPerPost | Unit::AmountPerOutcome | Unit::AmountPerYear if whole => GROUPED,
            Unit::CostPerPost | Unit::AmountPerOutcome | Unit::AmountPerYear => EXACT,
        };
        Format::new().set_align(FormatAlign::Top).set_num_format(format)
    }

    /// The same for the cell that is there to be changed.
    pub(super) fn input(format: Format) -> Format {
        format.set_background_color(Color::RGB(0xFF_F2_CC)).set_border(FormatBorder::Thin).set_unlocked()
    }
}

/// A sheet that is written to.
pub(super) struct Pen<'a> {
    pub(super) sheet: &'a mut Worksheet,
    pub(super) looks: &'a Looks,
}

impl<'a> Pen<'a> {
    pub(super) fn new(sheet: &'a mut Worksheet, looks: &'a Looks) -> Self {
        // A formula that comes to nothing is written with nothing, not with a nought.
        sheet.set_formula_result_default("");
        Self { sheet, looks }
    }

    pub(super) fn text(&mut self, at: At, text: &str, look: &Format) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(at.row, at.column, text, look).map(drop)
    }

    /// Texts from a cell on to the right, in the same look.
    pub(super) fn texts<'t>(
        &mut self,
        at: At,
        texts: impl IntoIterator<Item = &'t str>,
        look: &Format,
    ) -> Result<(), XlsxError> {
        (0..).zip(texts).try_for_each(|(column, text)| self.text(at.right(column), text, look))
    }

    /// The title of the sheet, in a row of its height.
    pub(super) fn title(&mut self, text: &str) -> Result<(), XlsxError> {
        self.sheet.set_row_height(0, LINE * 1.5)?;
        self.text(At::new(0, 1), text, &self.looks.title)
    }

    /// Makes a row as high as its longest text needs, of these texts and the widths of their columns: not every program
    /// does so when it opens a file.
    pub(super) fn fit<'t>(
        &mut self,
        row: u32,
        texts: impl IntoIterator<Item = (&'t str, u16)>,
    ) -> Result<(), XlsxError> {
        let lines = texts.into_iter().map(|(text, width)| {
            let length = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
            // Words are not broken, so a line is rarely full.
            length.saturating_mul(11).div_ceil(width.max(1).saturating_mul(10))
        });
        let lines = lines.max().unwrap_or(1).clamp(1, 20);
        self.sheet.set_row_height(row, LINE * f64::from(lines)).map(drop)
    }

    /// The headings of a block's columns, from the second column on.
    pub(super) fn columns<'t>(&mut self, row: u32, texts: impl IntoIterator<Item = &'t str>) -> Result<(), XlsxError> {
        self.texts(At::new(row, 1), texts, &self.looks.column)
    }

    pub(super) fn number(&mut self, at: At, number: Decimal, look: &Format) -> Result<(), XlsxError> {
        self.sheet.write_number_with_format(at.row, at.column, binary(number), look).map(drop)
    }

    pub(super) fn formula(
        &mut self,
        at: At,
        formula: &str,
        shown: impl Into<Shown>,
        look: &Format,
    ) -> Result<(), XlsxError> {
        let result = match shown.into() {
            Shown::Number(number) => number.normalize().to_string(),
            Shown::Words(words) => words,
            Shown::Nothing => String::new(),
        };
        let formula = Formula::new(format!("={formula}")).set_result(result);
        self.sheet.write_formula_with_format(at.row, at.column, formula, look).map(drop)
    }

    /// A link that can be followed, in a row as high as it needs in a column of this width.
    pub(super) fn address(&mut self, at: At, address: &str, width: u16) -> Result<(), XlsxError> {
        self.fit(at.row, [(address, width)])?;
        let url = self.sheet.write_url_with_format(at.row, at.column, Url::new(address), &self.looks.link).map(drop);
        // Longer than a spreadsheet takes for a link, it is still a text.
        url.or_else(|_| self.text(at, address, &self.looks.wrapped.clone()))
    }

    /// A block's heading: the next row is free.
    pub(super) fn heading(&mut self, row: u32, text: &str, help: &str) -> Result<u32, XlsxError> {
        let (heading, looks) = (At::new(row, 1), self.looks);
        self.text(heading, text, &looks.heading)?;
        let next = row.saturating_add(1);
        if help.is_empty() {
            return Ok(next);
        }
        self.help(next, help)
    }

    /// A line of help across the sheet: the next row is free.
    pub(super) fn help(&mut self, row: u32, help: &str) -> Result<u32, XlsxError> {
        self.text(At::new(row, 1), help, &self.looks.help)?;
        Ok(row.saturating_add(1))
    }
}

/// The binary number that a spreadsheet has in place of a decimal: the nearest one.
fn binary(number: Decimal) -> f64 {
    // By its digits, as a spreadsheet reads them; every decimal can be read.
    number.normalize().to_string().parse().unwrap_or_default()
}
