//! The charts: the cumulative net on the total economy, and one for each other perspective and payer.
//!
//! They are drawn from rows of their own. A reader can make an effort longer, so there are more columns than years, and
//! a chart would draw the others as zeros. So the columns behind the last year repeat its point.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartFont, ChartFormat, ChartLine, ChartType, Color, Workbook, XlsxError,
};

use super::formula::CellRef;
use super::sheet_writer::{Formats, FormulaResult, SheetWriter};
use super::views::ViewRows;
use super::{FIRST_YEAR, ID, NAME, Plan, WorkbookError, in_sheet, print};
use crate::Subject;
use model::evaluate::Perspective;

/// The rows that the charts are drawn from.
pub(super) struct CurveRows {
    years: u32,
    /// The row of each perspective.
    curves: Vec<(Perspective, u32)>,
}

/// The number of columns and rows of the sheet that a small chart covers, with the space behind it.
const COLUMNS: u16 = 8;
const ROWS: u32 = 17;
/// The sizes of charts, in pixels.
const SIZE: (u32, u32) = (500, 320);
const FIRST_SIZE: (u32, u32) = (1012, 400);
const FIRST_ROWS: u32 = 21;
/// The row of the first chart, below the answer.
const FIRST_ROW: u32 = 2;
const ANSWER_WIDTH: u16 = 130;

/// Writes the rows that the charts are drawn from. Returns the next free row.
pub(super) fn rows(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    plan: &Plan,
    views: &[ViewRows],
    row: u32,
) -> Result<(u32, CurveRows), WorkbookError> {
    let (words, formats) = (subject.words, writer.formats);
    let labels = &words.labels().export;
    let years_row = writer.heading(row, labels.charts_sheet, labels.curves_help)?;
    let count = format!("({}-{}+1)", plan.span.1.fixed(), plan.span.0.fixed());
    let shown_years = &subject.computed.outcome.years;
    let last = shown_years.last().copied().unwrap_or_default();
    writer.text(CellRef::new(years_row, ID), "curve-years", &formats.id)?;
    writer.text(CellRef::new(years_row, NAME), labels.year, &formats.text)?;
    for (cell, column) in plan.years.cells(years_row).zip(0_usize..) {
        let head = CellRef::new(plan.head, cell.column).in_row();
        let formula = format!("IF({head}=\"\",{},{head})", plan.span.1.fixed());
        writer.formula(cell, &formula, shown_years.get(column).copied().unwrap_or(last), &formats.plain)?;
    }
    let mut row = years_row;
    let mut curves = Vec::new();
    // An effort pays nothing: committees do.
    for rows in views.iter().filter(|rows| !matches!(rows.perspective, Perspective::Effort(_))) {
        let Some(view) = subject.computed.outcome.view(rows.perspective) else { continue };
        row = row.saturating_add(1);
        writer.text(
            CellRef::new(row, ID),
            &format!("curve {}", rows.perspective.id(subject.computed.note().variant)),
            &formats.id,
        )?;
        writer.text(
            CellRef::new(row, NAME),
            words.perspective(rows.perspective, subject.computed.note().variant),
            &formats.wrapped,
        )?;
        let end = view.cumulative.last().copied().unwrap_or_default();
        for (cell, column) in plan.years.cells(row).zip(0_usize..) {
            let head = CellRef::new(plan.head, cell.column).in_row();
            let cumulative = CellRef::new(rows.cumulative, cell.column).free();
            let last = format!("INDEX({},{count})", plan.years.range(rows.cumulative));
            let formula = format!("IF({head}=\"\",{last},{cumulative})");
            let value = view.cumulative.get(column).copied().unwrap_or(end);
            writer.formula(cell, &formula, FormulaResult::Number(value.decimal()), &formats.cell)?;
        }
        curves.push((rows.perspective, row));
    }
    Ok((row.saturating_add(2), CurveRows { years: years_row, curves }))
}

/// Draws the charts below the answer: the total economy first and largest.
pub(super) fn draw(
    subject: &Subject<'_>,
    plan: &Plan,
    rows: &CurveRows,
    answer: CellRef,
    formats: &Formats,
    workbook: &mut Workbook,
) -> Result<(), XlsxError> {
    let words = subject.words;
    let labels = &words.labels().export;
    let sheet = workbook.worksheet_from_name(labels.charts_sheet)?;
    let mut writer = SheetWriter::new(sheet, formats);
    let said = words.answer(&engine::answer::answer(&subject.computed, subject.perspective)).text();
    let last_column = COLUMNS.saturating_mul(2).saturating_sub(1);
    writer.sheet.merge_range(0, NAME, 0, last_column, "", &formats.sentence)?;
    // One line more than it takes now: another answer may be longer.
    writer.fit(0, [(format!("{said}{}", " ".repeat(ANSWER_WIDTH.into())).as_str(), ANSWER_WIDTH)])?;
    let formula = in_sheet(labels.drivers_sheet, answer);
    writer.formula(CellRef::new(0, NAME), &formula, FormulaResult::Words(said), &formats.sentence)?;
    writer.sheet.set_column_width(ID, 2)?;
    let mut place = (FIRST_ROW, NAME);
    for (index, (perspective, row)) in rows.curves.iter().enumerate() {
        let chart = chart(subject, plan, rows.years, (*perspective, *row), index == 0);
        writer.sheet.insert_chart(place.0, place.1, &chart)?;
        place = match (index, place) {
            (0, (row, _)) => (row.saturating_add(FIRST_ROWS), NAME),
            (_, (row, NAME)) => (row, NAME.saturating_add(COLUMNS)),
            (_, (row, _)) => (row.saturating_add(ROWS), NAME),
        };
    }
    print(writer.sheet, &subject.into(), (0, 0))
}

fn chart(
    subject: &Subject<'_>,
    plan: &Plan,
    years_row: u32,
    (perspective, row): (Perspective, u32),
    is_first: bool,
) -> Chart {
    let words = subject.words;
    let labels = &words.labels().export;
    let last = FIRST_YEAR.saturating_add(plan.years.columns.saturating_sub(1));
    let in_row = |row: u32| (labels.calculation_sheet, row, FIRST_YEAR, row, last);
    let mut chart = Chart::new(ChartType::ScatterStraightWithMarkers);
    chart
        .add_series()
        .set_name(words.perspective(perspective, subject.computed.note().variant))
        .set_categories(in_row(years_row))
        .set_values(in_row(row))
        .set_format(ChartFormat::new().set_line(ChartLine::new().set_color(Color::RGB(0x0B_5A_63)).set_width(2.25)));
    let title = format!("{}: {}", words.perspective(perspective, subject.computed.note().variant), labels.cumulative);
    chart.title().set_name(&title).set_font(ChartFont::new().set_size(if is_first { 14 } else { 11 }).set_bold());
    chart.legend().set_hidden();
    // The years stand at the lower edge, also where the curve goes below zero.
    chart.x_axis().set_label_position(ChartAxisLabelPosition::Low).set_num_format("0").set_major_unit(1);
    chart.y_axis().set_num_format("#,##0").set_name(labels.in_thousands);
    let (width, height) = if is_first { FIRST_SIZE } else { SIZE };
    chart.set_width(width).set_height(height);
    chart.set_alt_text(&title);
    chart
}
