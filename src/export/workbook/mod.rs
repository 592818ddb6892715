//! A workbook in which everything follows from its driver cells, as it does on the page.
//!
//! Four sheets: the drivers with their sources and what it comes to, the calculation, what the note prints beside what is computed, and the sources
//! of all of it. Every number that is not a driver or a fact of the note is a formula over named driver cells, written with
//! the engine's own result, so that a viewer that does not calculate shows the same. Column A holds permanent ids, for who
//! wants to look numbers up by machine.
//!
//! The formulas follow the model: a line's amount is its [`crate::note::Formula`] spelled out, its three cells are those of
//! its phases, and the years lay them out.

mod drivers;
mod efforts;
mod formula;
mod interest;
mod lines;
mod paybacks;
mod pen;
mod printed;
mod result;
mod sources;
mod views;
mod years;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::{Subject, VERSION};
use crate::evaluate::EvaluateError;
use crate::note::{Unit, Year};

use formula::At;
use pen::{Looks, Pen};

pub use formula::{RATE, name};

/// The name of the cell that says how posts are rounded up.
pub const STEP: &str = "posts_rounded_up_to";

/// The columns that the blocks of the calculation share.
const ID: u16 = 0;
const NAME: u16 = 1;
const EFFORT: u16 = 2;
const SIDE: u16 = 3;
const AREA: u16 = 4;
const TOTAL: u16 = 5;
const FIRST_YEAR: u16 = 6;

/// The widths of the columns before the years, and of a year, in characters.
const WIDTHS: [u16; 6] = [24, 46, 27, 12, 25, 14];
const YEAR_WIDTH: u16 = 12;

/// Why there is no workbook.
#[derive(Debug)]
pub enum WorkbookError {
    /// The scenario has no outcome.
    Evaluate(EvaluateError),
    /// The writer refuses something.
    Write(XlsxError),
}

impl From<EvaluateError> for WorkbookError {
    fn from(error: EvaluateError) -> Self {
        Self::Evaluate(error)
    }
}

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> Self {
        Self::Write(error)
    }
}

impl std::fmt::Display for WorkbookError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Evaluate(error) => write!(f, "{error:?}"),
            Self::Write(error) => write!(f, "{error}"),
        }
    }
}

/// The workbook as the bytes of an `.xlsx` file.
///
/// # Errors
/// [`WorkbookError`]; a scenario whose values are within bounds has a workbook.
pub fn write(subject: &Subject<'_>) -> Result<Vec<u8>, WorkbookError> {
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(subject)?);
    drivers::write(subject, &looks, &mut workbook)?;
    let (plan, answer) = calculation(subject, &looks, &mut workbook)?;
    drivers::answer(subject, &answer, &looks, &mut workbook)?;
    printed::write(subject, &plan, &looks, &mut workbook)?;
    sources::write(subject, &looks, &mut workbook)?;
    Ok(workbook.save_to_buffer()?)
}

fn properties(subject: &Subject<'_>) -> Result<DocProperties, XlsxError> {
    let words = subject.words;
    let day = subject.day;
    let of = |number: u32| u8::try_from(number).unwrap_or(1);
    let created = ExcelDateTime::from_ymd(u16::try_from(day.year).unwrap_or(1900), of(day.month), of(day.day))?;
    Ok(DocProperties::new()
        .set_title(words.note_name(subject.computed.scenario.note()))
        .set_author(words.foot(VERSION))
        .set_subject(words.source_of(subject.computed.scenario.note()))
        .set_comment(&subject.address)
        .set_creation_datetime(&created))
}

/// The years that the calculation has columns for: as many as the longest effort can come to need.
#[derive(Debug, Clone, Copy)]
struct Years {
    first: Year,
    columns: u16,
}

impl Years {
    fn of(subject: &Subject<'_>) -> Self {
        let variant = subject.computed.scenario.note().variant;
        let longest = Unit::Years.bounds().1.to_string().parse::<Year>().unwrap_or_default();
        let ends = variant.efforts.iter().map(|effort| effort.start.saturating_add(longest));
        let last = ends.fold(variant.last, Year::max);
        Self { first: variant.first, columns: last.saturating_sub(variant.first).saturating_add(1) }
    }

    /// The cells of a row, one a year.
    fn cells(self, row: u32) -> impl Iterator<Item = At> {
        (0..self.columns).map(move |column| At::new(row, FIRST_YEAR.saturating_add(column)))
    }

    /// The first and last cell of a row, as a range that stays.
    fn range(self, row: u32) -> String {
        At::new(row, FIRST_YEAR).to(self.last(row))
    }

    /// The cells of a row from this one to the last.
    fn from(self, cell: At) -> String {
        format!("{}:{}", cell.free(), self.last(cell.row).in_column())
    }

    fn last(self, row: u32) -> At {
        At::new(row, FIRST_YEAR.saturating_add(self.columns.saturating_sub(1)))
    }
}

/// Where things stand in the calculation.
struct Plan {
    years: Years,
    /// The cells with the first and the last year of the tables.
    span: (At, At),
    /// The row of each effort.
    efforts: Vec<u32>,
    /// The row with the years.
    head: u32,
    /// The row of each line, year by year.
    lines: Vec<u32>,
}

fn calculation(
    subject: &Subject<'_>,
    looks: &Looks,
    workbook: &mut Workbook,
) -> Result<(Plan, drivers::Answer), WorkbookError> {
    let labels = &subject.words.labels().export;
    let sheet = workbook.add_worksheet().set_name(labels.calculation_sheet)?;
    let mut pen = Pen::new(sheet, looks);
    pen.title(&subject.words.note_name(subject.computed.scenario.note()))?;
    pen.text(At::new(1, NAME), labels.calculation_help, &looks.help)?;
    let years = Years::of(subject);
    let (row, posts) = efforts::posts(&mut pen, subject, 3)?;
    let (row, efforts::EffortRows { rows: efforts, span }) = efforts::efforts(&mut pen, subject, &posts, row)?;
    let (row, amounts) = lines::amounts(&mut pen, subject, &posts, row)?;
    let frame = years::Frame { years, span, efforts: &efforts };
    let (row, head, phases) = years::head(&mut pen, subject, &frame, row)?;
    let (row, outcomes) = years::outcomes(&mut pen, subject, &frame, head, &phases, row)?;
    let (row, lines) =
        lines::by_year(&mut pen, subject, &lines::ByYear { years, head, phases: &phases, amounts: &amounts }, row)?;
    let plan = Plan { years, span, efforts, head, lines };
    let (row, parts) = views::committees(&mut pen, subject, &plan, row)?;
    let (row, views) = views::views(&mut pen, subject, &plan, parts, row)?;
    let row = views::effort_costs(&mut pen, subject, &plan, row)?;
    let (row, paybacks) = paybacks::paybacks(&mut pen, subject, &plan, &views, row)?;
    let (row, net) = result::figures(&mut pen, subject, &plan, &views, &outcomes, row)?;
    for (column, width) in (0_u16..).zip(WIDTHS) {
        pen.sheet.set_column_width(column, width)?;
    }
    pen.sheet.set_column_range_width(FIRST_YEAR, years.last(0).column, YEAR_WIDTH)?;
    pen.sheet.set_freeze_panes(0, EFFORT)?;
    print(pen.sheet, subject, (0, 1))?;
    // The columns for years that a longer effort would need are not printed empty; the sheet says when they fill.
    let used = u16::try_from(subject.computed.outcome.years.len()).unwrap_or(years.columns).max(6);
    pen.sheet.set_print_area(0, NAME, row, FIRST_YEAR.saturating_add(used).saturating_sub(1))?;
    Ok((plan, drivers::Answer { net, paybacks }))
}

/// The heads of a block's columns: those of numbers stand over their ends.
fn heads<'t>(pen: &mut Pen<'_>, row: u32, texts: impl IntoIterator<Item = (u16, &'t str)>) -> Result<(), XlsxError> {
    let texts: Vec<(u16, &str)> = texts.into_iter().collect();
    let width = |column: u16| WIDTHS.get(usize::from(column)).copied().unwrap_or(YEAR_WIDTH);
    pen.fit(row, texts.iter().map(|(column, text)| (*text, width(*column))))?;
    // The rule below goes on where a block leaves columns out.
    let last = texts.iter().map(|(column, _)| *column).max().unwrap_or(NAME);
    for column in NAME..=last {
        let text = texts.iter().find(|(own, _)| *own == column).map_or("", |(_, text)| text);
        let look = if column < TOTAL { &pen.looks.column } else { &pen.looks.number_column };
        pen.text(At::new(row, column), text, look)?;
    }
    Ok(())
}

/// A cell of another sheet.
fn in_sheet(sheet: &str, at: At) -> String {
    format!("'{}'!{}", sheet.replace('\'', "''"), at.fixed())
}

/// The characters that the foot of a page may have.
const LONGEST_FOOT: usize = 255;

/// On A4 across, the sheet's width on a page, these rows on every page, and what it is and where it is from in the foot.
fn print(sheet: &mut Worksheet, subject: &Subject<'_>, (first, last): (u32, u32)) -> Result<(), XlsxError> {
    let words = subject.words;
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    let about = format!("&R&8{} · {} · &P/&N", words.foot(VERSION), words.day(subject.day));
    // A foot holds 255 characters. Half a link leads elsewhere than the whole: then rather where the page is.
    let of = |address: &str| format!("&L&8{}{about}", address.replace('&', "&&"));
    let page = subject.address.split('#').next().unwrap_or_default();
    let foot = [subject.address.as_str(), page].into_iter().map(of).find(|foot| foot.chars().count() <= LONGEST_FOOT);
    sheet.set_footer(foot.unwrap_or(about)).set_margins(0.4, 0.4, 0.5, 0.75, 0.3, 0.3);
    sheet.set_repeat_rows(first, last)?;
    Ok(())
}
