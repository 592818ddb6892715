//! A workbook in which everything follows from its driver cells, as it does on the page.
//!
//! There are five sheets: the drivers with their sources and the answer, the charts, the calculation, the printed amounts beside the
//! computed ones, and the sources. The calculation begins with what the drivers' cells hold, or with the note's value
//! where a cell cannot be used ([`inputs`]). Every number that is neither a driver nor a fact of the note is a formula over named
//! driver cells. Each formula is written with the engine's own result, so a viewer that does not calculate shows the
//! same. Column A holds permanent ids for programs that look numbers up.
//!
//! The formulas follow the model: a line's amount is its [`model::note::Formula`] spelled out, it has one cell
//! for each phase, and each year shows the cell of its phase. Where a line has shares year by year, they have a row of their own, and a
//! year in which the effort runs shows the amount with its share.

mod answer;
mod curves;
mod drivers;
mod efforts;
pub(crate) mod formula;
mod inputs;
mod interest;
mod lines;
mod paybacks;
mod printed;
mod result;
mod returned;
pub(crate) mod sheet_writer;
mod sources;
mod views;
mod years;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::{Subject, VERSION};
use engine::day::Day;
use model::evaluate::EvaluateError;
use model::note::{Unit, Year};
use words::Words;

use formula::CellRef;
use sheet_writer::{Formats, SheetWriter};

pub use answer::ANSWER;
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
    /// The library that writes the file reports an error.
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
    let formats = Formats::new();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(subject)?);
    let inputs = drivers::write(subject, &formats, &mut workbook)?;
    workbook.add_worksheet().set_name(subject.words.labels().export.charts_sheet)?;
    let (plan, answer, curves) = calculation(subject, &inputs, &formats, &mut workbook)?;
    inputs::define_names(&mut workbook, subject, &inputs, &answer.state)?;
    let sentence = answer::answer(subject, &plan, &answer, &inputs, &formats, &mut workbook)?;
    curves::draw(subject, &plan, &curves, sentence, &formats, &mut workbook)?;
    printed::write(subject, &plan, &formats, &mut workbook)?;
    sources::write(subject, &formats, &mut workbook)?;
    Ok(workbook.save_to_buffer()?)
}

fn properties(subject: &Subject<'_>) -> Result<DocProperties, XlsxError> {
    let words = subject.words;
    Ok(DocProperties::new()
        .set_title(words.note_name(subject.computed.scenario.note()))
        .set_author(words.foot(VERSION))
        .set_subject(words.source_of(subject.computed.scenario.note()))
        .set_comment(&subject.address)
        .set_creation_datetime(&created(subject.day)?))
}

/// The day as that on which the file was made.
pub(crate) fn created(day: Day) -> Result<ExcelDateTime, XlsxError> {
    let byte = |number: u32| u8::try_from(number).unwrap_or(1);
    ExcelDateTime::from_ymd(u16::try_from(day.year).unwrap_or(1900), byte(day.month), byte(day.day))
}

/// The years that the calculation has columns for: enough for the longest effort that a reader can choose.
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

    /// The cells of a row, one for each year.
    fn cells(self, row: u32) -> impl Iterator<Item = CellRef> {
        (0..self.columns).map(move |column| CellRef::new(row, FIRST_YEAR.saturating_add(column)))
    }

    /// The range from the first to the last cell of a row, which stays when the formula is copied.
    fn range(self, row: u32) -> String {
        CellRef::new(row, FIRST_YEAR).to(self.last(row))
    }

    /// The cells of a row from this one to the last.
    fn from(self, cell: CellRef) -> String {
        format!("{}:{}", cell.free(), self.last(cell.row).in_column())
    }

    fn last(self, row: u32) -> CellRef {
        CellRef::new(row, FIRST_YEAR.saturating_add(self.columns.saturating_sub(1)))
    }
}

/// The places of things in the sheet of the calculation.
struct Plan {
    years: Years,
    /// The cells with the first and the last year of the tables.
    span: (CellRef, CellRef),
    /// The row of each effort.
    efforts: Vec<u32>,
    /// The row with the years.
    head: u32,
    /// The row of each line, year by year.
    lines: Vec<u32>,
}

fn calculation(
    subject: &Subject<'_>,
    inputs: &[inputs::Input],
    formats: &Formats,
    workbook: &mut Workbook,
) -> Result<(Plan, answer::Answer, curves::CurveRows), WorkbookError> {
    let labels = &subject.words.labels().export;
    let sheet = workbook.add_worksheet().set_name(labels.calculation_sheet)?;
    let mut writer = SheetWriter::new(sheet, formats);
    writer.title(&subject.words.note_name(subject.computed.scenario.note()))?;
    writer.text(CellRef::new(1, NAME), labels.calculation_help, &formats.help)?;
    let years = Years::of(subject);
    let (row, state) = inputs::inputs(&mut writer, subject, inputs, 4)?;
    let (row, posts) = efforts::posts(&mut writer, subject, row)?;
    let (row, efforts::EffortRows { rows: efforts, span }) = efforts::efforts(&mut writer, subject, &posts, row)?;
    let (row, amounts) = lines::amounts(&mut writer, subject, &posts, row)?;
    let (row, shares) = lines::shares_by_year(&mut writer, subject, row)?;
    let frame = years::Frame { years, span, efforts: &efforts };
    let (row, head, phases) = years::head(&mut writer, subject, &frame, row)?;
    let (row, outcomes) = years::outcomes(&mut writer, subject, &frame, head, &phases, row)?;
    let from = lines::ByYear {
        years,
        head,
        phases: &phases,
        efforts: &efforts,
        amounts: &amounts,
        shares: &shares,
        posts: &posts,
    };
    let (row, lines) = lines::by_year(&mut writer, subject, &from, row)?;
    let plan = Plan { years, span, efforts, head, lines };
    let (row, parts) = views::committees(&mut writer, subject, &plan, row)?;
    let (row, views) = views::views(&mut writer, subject, &plan, parts, row)?;
    let row = views::effort_costs(&mut writer, subject, &plan, row)?;
    let (row, paybacks) = paybacks::paybacks(&mut writer, subject, &plan, &views, row)?;
    let row = returned::returned(&mut writer, subject, &plan, &views, row)?;
    let (row, net) = result::figures(&mut writer, subject, &plan, &views, &outcomes, row)?;
    let (row, curves) = curves::rows(&mut writer, subject, &plan, &views, row.saturating_add(1))?;
    for (column, width) in (0_u16..).zip(WIDTHS) {
        writer.sheet.set_column_width(column, width)?;
    }
    writer.sheet.set_column_range_width(FIRST_YEAR, years.last(0).column, YEAR_WIDTH)?;
    writer.sheet.set_freeze_panes(0, EFFORT)?;
    print(writer.sheet, &subject.into(), (0, 1))?;
    // Columns that only a longer effort needs are not printed. The sheet says when they have values.
    let used = u16::try_from(subject.computed.outcome.years.len()).unwrap_or(years.columns).max(6);
    writer.sheet.set_print_area(0, NAME, row, FIRST_YEAR.saturating_add(used).saturating_sub(1))?;
    let costs = views.iter().find(|rows| rows.perspective == subject.perspective).map(|rows| rows.costs);
    Ok((plan, answer::Answer { net, paybacks: paybacks.totals, asked: paybacks.asked, costs, state }, curves))
}

/// Writes the heads of a block's columns. Those of numbers are aligned to the right.
fn heads<'t>(
    writer: &mut SheetWriter<'_>,
    row: u32,
    texts: impl IntoIterator<Item = (u16, &'t str)>,
) -> Result<(), XlsxError> {
    let texts: Vec<(u16, &str)> = texts.into_iter().collect();
    let width = |column: u16| WIDTHS.get(usize::from(column)).copied().unwrap_or(YEAR_WIDTH);
    writer.fit(row, texts.iter().map(|(column, text)| (*text, width(*column))))?;
    // Columns that the block leaves out get an empty head, so that the line below the heads has no gap.
    let last = texts.iter().map(|(column, _)| *column).max().unwrap_or(NAME);
    for column in NAME..=last {
        let text = texts.iter().find(|(text_column, _)| *text_column == column).map_or("", |(_, text)| text);
        let format = if column < TOTAL { &writer.formats.column } else { &writer.formats.number_column };
        writer.text(CellRef::new(row, column), text, format)?;
    }
    Ok(())
}

/// What stands before a reference into another sheet.
fn sheet_prefix(sheet: &str) -> String {
    format!("'{}'!", sheet.replace('\'', "''"))
}

/// A reference to a cell of another sheet.
fn in_sheet(sheet: &str, cell: CellRef) -> String {
    format!("{}{}", sheet_prefix(sheet), cell.fixed())
}

/// The largest number of characters in the foot of a page.
const LONGEST_FOOT: usize = 255;

/// What the foot of a printed sheet names.
pub(crate) struct Imprint<'s> {
    pub(crate) words: Words,
    pub(crate) day: Day,
    pub(crate) address: &'s str,
}

impl<'s> From<&'s Subject<'_>> for Imprint<'s> {
    fn from(subject: &'s Subject<'_>) -> Self {
        Self { words: subject.words, day: subject.day, address: &subject.address }
    }
}

/// Sets how the sheet is printed: on A4 across, as wide as one page, with these rows at the top of every page, and with
/// the note and its source in the foot.
pub(crate) fn print(sheet: &mut Worksheet, imprint: &Imprint<'_>, (first, last): (u32, u32)) -> Result<(), XlsxError> {
    let Imprint { words, day, address } = imprint;
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    let about = format!("&R&8{} · {} · &P/&N", words.foot(VERSION), words.day(*day));
    // Where the link is too long for a foot, the foot has the address of the page alone: half a link would open something
    // else.
    let foot_with = |address: &str| format!("&L&8{}{about}", address.replace('&', "&&"));
    let page = address.split('#').next().unwrap_or_default();
    let foot = [*address, page].into_iter().map(foot_with).find(|foot| foot.chars().count() <= LONGEST_FOOT);
    sheet.set_footer(foot.unwrap_or(about)).set_margins(0.4, 0.4, 0.5, 0.75, 0.3, 0.3);
    sheet.set_repeat_rows(first, last)?;
    Ok(())
}
