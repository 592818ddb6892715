//! The sheet of drivers: the cells that the reader may change, and above them the answer.

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DataValidationRule, Format, Formula, Workbook,
    XlsxError,
};

use super::formula::{self, At};
use super::paybacks::{calendar_year, shown_payback, shown_year};
use super::pen::{Looks, Pen};
use super::{RATE, STEP, in_sheet};
use crate::evaluate::Perspective;
use crate::export::{Subject, step};
use crate::note::{Driver, DriverIx, Group, Unit};
use crate::payback::{Convention, payback};
use crate::scenario::PostsCount;
use crate::text::ColumnLabels;

const ID: u16 = 0;
const NAME: u16 = 1;
const VALUE: u16 = 2;
const UNIT: u16 = 3;
const BASELINE: u16 = 4;
const LOW: u16 = 5;
const HIGH: u16 = 6;
const ORIGIN: u16 = 7;
const WHY: u16 = 8;
const FILE: u16 = 9;
const PLACE: u16 = 10;
const ROW: u16 = 11;
const QUOTE: u16 = 12;

/// The first row of the answer.
const ANSWER: u32 = 5;
/// The row of the column heads above the drivers.
const HEAD: u32 = 9;

const NAME_WIDTH: u16 = 46;
/// The widths of the columns, in characters.
const WIDTHS: [u16; 13] = [20, NAME_WIDTH, 14, 14, 14, 14, 14, 22, 48, 28, 12, 40, 40];

/// Writes the sheet and names the cells of the drivers.
pub(super) fn write(subject: &Subject<'_>, looks: &Looks, workbook: &mut Workbook) -> Result<(), XlsxError> {
    let words = subject.words;
    let labels = &words.labels().export;
    let note = subject.computed.scenario.note();
    let mut names: Vec<(String, At)> = Vec::new();
    let sheet = workbook.add_worksheet().set_name(labels.drivers_sheet)?;
    let mut pen = Pen::new(sheet, looks);
    pen.title(&words.note_name(note))?;
    pen.text(At::new(1, NAME), &words.note_line(note), &looks.help)?;
    pen.text(At::new(2, NAME), labels.drivers_help, &looks.help)?;
    pen.text(At::new(3, NAME), labels.in_formulas_help, &looks.help)?;
    let head = HEAD;
    let heads = heads(&labels.columns);
    pen.fit(head, heads.into_iter().map(|(_, text)| text).zip(WIDTHS))?;
    for (column, text) in heads {
        let is_number = [VALUE, BASELINE, LOW, HIGH].contains(&column);
        pen.text(At::new(head, column), text, if is_number { &looks.number_column } else { &looks.column })?;
    }
    let mut row = head;
    for group in Group::ALL {
        let drivers: Vec<_> = note.variant.drivers().filter(|(_, driver)| driver.group == group).collect();
        if drivers.is_empty() {
            continue;
        }
        row = row.saturating_add(1);
        pen.text(At::new(row, NAME), words.group(group), &looks.strong)?;
        for (ix, driver) in drivers {
            row = row.saturating_add(1);
            driver_row(&mut pen, subject, row, ix, driver)?;
            names.push((formula::name(driver), At::new(row, VALUE)));
        }
    }
    mark_changes(pen.sheet, head.saturating_add(1), row)?;
    let (posts_cell, row) = posts_count(&mut pen, subject, row.saturating_add(2))?;
    names.push((STEP.to_owned(), posts_cell));
    let row = row.saturating_add(2);
    names.push((RATE.to_owned(), rate(&mut pen, subject, row)?));
    for (column, width) in (0_u16..).zip(WIDTHS) {
        pen.sheet.set_column_width(column, width)?;
    }
    pen.sheet.set_freeze_panes(head.saturating_add(1), UNIT)?;
    // The columns to the right are not printed: the sheet of sources holds the same, and has room for it.
    pen.sheet.set_print_area(0, NAME, row, WHY)?;
    super::print(pen.sheet, subject, (0, head))?;
    for (name, cell) in names {
        workbook.define_name(name, &format!("={}", in_sheet(labels.drivers_sheet, cell)))?;
    }
    Ok(())
}

/// Each column with its heading.
const fn heads(columns: &ColumnLabels) -> [(u16, &'static str); 13] {
    [
        (ID, columns.name_in_formulas),
        (NAME, columns.assumption),
        (VALUE, columns.value),
        (UNIT, columns.unit),
        (BASELINE, columns.note_value),
        (LOW, columns.lowest),
        (HIGH, columns.highest),
        (ORIGIN, columns.origin),
        (WHY, columns.explanation),
        (FILE, columns.file),
        (PLACE, columns.place),
        (ROW, columns.row),
        (QUOTE, columns.quote),
    ]
}

/// Writes the row of a driver: its value, the note's value, its bounds, and its source.
fn driver_row(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    row: u32,
    ix: DriverIx,
    driver: &Driver,
) -> Result<(), XlsxError> {
    let (words, looks) = (subject.words, pen.looks);
    let scaled = |value: Decimal| value.checked_mul(formula::scale(driver.unit)).unwrap_or(value);
    let cell = |column| At::new(row, column);
    let format = Looks::driver(driver);
    pen.text(cell(ID), &formula::name(driver), &looks.id)?;
    let name = words.named(&driver.name);
    pen.text(cell(NAME), name, &looks.wrapped)?;
    let value = subject.computed.scenario.value(ix).unwrap_or(driver.value);
    pen.number(cell(VALUE), scaled(value), &Looks::input(format.clone()))?;
    // The number format of a share already shows the per cent sign.
    let unit = if driver.unit == Unit::Share { "" } else { words.unit(driver.unit) };
    pen.text(cell(UNIT), unit, &looks.unit)?;
    pen.number(cell(BASELINE), scaled(driver.value), &format)?;
    let (low, high) = driver.unit.bounds();
    pen.number(cell(LOW), scaled(low), &format)?;
    pen.number(cell(HIGH), scaled(high), &format)?;
    pen.sheet.add_data_validation(row, VALUE, row, VALUE, &validation(subject, row, driver)?)?;
    let file = driver.origin.document(subject.computed.scenario.note().document).file;
    let source = driver.origin.sources().first();
    let place = source.map_or("", |source| source.place.as_str());
    let label = source.and_then(|source| source.row.as_deref()).unwrap_or_default();
    let quote = source.map_or("", |source| source.quote.as_str());
    let why = driver.origin.explanation().map_or("", |names| words.named(names));
    let range = driver
        .range
        .as_ref()
        .map(|range| format!("{}–{}", words.value(range.low, driver.unit), words.value(range.high, driver.unit)));
    let why = [why, range.as_deref().unwrap_or_default()];
    let why = why.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let file = if source.is_some() { file.as_str() } else { "" };
    let origin = [words.origin(&driver.origin), &why, file, place, label, quote];
    let widths = WIDTHS.into_iter().skip(usize::from(ORIGIN));
    pen.fit(row, origin.into_iter().zip(widths).chain([(name, NAME_WIDTH)]))?;
    pen.texts(cell(ORIGIN), origin, &looks.wrapped_unit)
}

/// The rule for what the value cell accepts: the same as the field on the page, except that the number of decimals is not
/// limited.
fn validation(subject: &Subject<'_>, row: u32, driver: &Driver) -> Result<DataValidation, XlsxError> {
    let labels = &subject.words.labels().export;
    let bound = |column: u16| Formula::new(format!("={}", At::new(row, column).fixed()));
    let between = DataValidationRule::Between(bound(LOW), bound(HIGH));
    let rule = match driver.unit {
        Unit::Citizens | Unit::Years => DataValidation::new().allow_whole_number_formula(between),
        _ => DataValidation::new().allow_decimal_number_formula(between),
    };
    rule.ignore_blank(false)
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title(labels.not_accepted)?
        .set_error_message(labels.not_accepted_help)
}

/// Makes values bold that differ from the note's.
fn mark_changes(sheet: &mut rust_xlsxwriter::Worksheet, first: u32, last: u32) -> Result<(), XlsxError> {
    let (value, baseline) = (At::new(first, VALUE).in_column(), At::new(first, BASELINE).in_column());
    let changed = ConditionalFormatFormula::new()
        .set_rule(Formula::new(format!("=AND({baseline}<>\"\",{value}<>{baseline})")))
        .set_format(Format::new().set_bold());
    sheet.add_conditional_format(first, NAME, last, VALUE, &changed).map(drop)
}

/// Writes the cell with the multiple that posts are rounded up to, and the choices below it. Returns the cell and the last
/// row.
fn posts_count(pen: &mut Pen<'_>, subject: &Subject<'_>, row: u32) -> Result<(At, u32), XlsxError> {
    let (words, looks) = (subject.words, pen.looks);
    let labels = &words.labels().export;
    let cell = At::new(row, VALUE);
    pen.text(At::new(row, ID), STEP, &looks.id)?;
    pen.text(At::new(row, NAME), labels.posts_step, &looks.wrapped)?;
    pen.fit(row, [(labels.posts_step, NAME_WIDTH)])?;
    pen.number(cell, step(subject.computed.scenario.posts()), &Looks::input(looks.plain.clone()))?;
    pen.text(At::new(row, UNIT), words.unit(Unit::Posts), &looks.unit)?;
    pen.number(At::new(row, BASELINE), step(PostsCount::default()), &looks.plain)?;
    let mut last = row;
    for posts in PostsCount::ALL {
        last = last.saturating_add(1);
        pen.number(At::new(last, VALUE), step(posts), &looks.plain)?;
        pen.text(At::new(last, UNIT), words.posts_count(posts), &looks.help)?;
    }
    let choices = At::new(row.saturating_add(1), VALUE).fixed_down_to(last);
    let rule = DataValidation::new()
        .allow_list_formula(Formula::new(format!("={choices}")))
        .ignore_blank(false)
        .set_error_title(labels.not_accepted)?
        .set_error_message(labels.posts_step)?;
    pen.sheet.add_data_validation(row, VALUE, row, VALUE, &rule)?;
    mark_changes(pen.sheet, row, row)?;
    Ok((cell, last))
}

/// Writes the reader's rate for the discounted payback. Returns its cell.
fn rate(pen: &mut Pen<'_>, subject: &Subject<'_>, row: u32) -> Result<At, XlsxError> {
    let looks = pen.looks;
    let labels = &subject.words.labels().export;
    let cell = |column| At::new(row, column);
    pen.text(cell(ID), RATE, &looks.id)?;
    pen.text(cell(NAME), labels.rate, &looks.wrapped)?;
    pen.number(cell(VALUE), subject.computed.scenario.rate(), &Looks::input(looks.percent.clone()))?;
    let (low, high) = Unit::Share.bounds();
    pen.number(cell(LOW), low, &looks.percent)?;
    pen.number(cell(HIGH), high, &looks.percent)?;
    let texts = [labels.rate_origin, labels.rate_help];
    pen.fit(row, texts.into_iter().zip(WIDTHS.into_iter().skip(usize::from(ORIGIN))))?;
    pen.texts(cell(ORIGIN), texts, &looks.wrapped_unit)?;
    let bound = |column: u16| Formula::new(format!("={}", cell(column).fixed()));
    let rule = DataValidation::new()
        .allow_decimal_number_formula(DataValidationRule::Between(bound(LOW), bound(HIGH)))
        .ignore_blank(false)
        .set_error_title(labels.not_accepted)?
        .set_error_message(labels.rate_help)?;
    pen.sheet.add_data_validation(row, VALUE, row, VALUE, &rule)?;
    Ok(cell(VALUE))
}

/// The cells of the calculation sheet that hold the answer: the net, and the payback on the total economy by each
/// convention.
pub(super) struct Answer {
    pub(super) net: Option<At>,
    pub(super) paybacks: Vec<(Convention, At)>,
}

/// Writes the answer above the drivers, where the reader sees it while changing them.
pub(super) fn answer(
    subject: &Subject<'_>,
    answer: &Answer,
    looks: &Looks,
    workbook: &mut Workbook,
) -> Result<(), XlsxError> {
    let (words, labels) = (subject.words, subject.words.labels());
    let mut pen = Pen::new(workbook.worksheet_from_name(labels.export.drivers_sheet)?, looks);
    let in_calculation = |cell| in_sheet(labels.export.calculation_sheet, cell);
    let [years, calendar] = [1, 2].map(|below| ANSWER.saturating_add(below));
    pen.text(At::new(ANSWER, NAME), words.perspective(Perspective::Total), &looks.column)?;
    for (row, id, label) in
        [(years, "answer", labels.export.answer), (calendar, "answer-year", labels.export.calendar_year)]
    {
        pen.text(At::new(row, ID), id, &looks.id)?;
        pen.text(At::new(row, NAME), label, &looks.wrapped)?;
    }
    pen.fit(years, [(labels.export.no_savings, WIDTHS.into_iter().nth(usize::from(VALUE)).unwrap_or(1))])?;
    pen.text(At::new(ANSWER, VALUE), labels.net, &looks.number_column)?;
    if let Some(net) = answer.net {
        pen.formula(At::new(years, VALUE), &in_calculation(net), subject.computed.figures.net.get(), &looks.answer)?;
    }
    let Some(view) = subject.computed.outcome.view(Perspective::Total) else { return Ok(()) };
    for (column, (convention, cell)) in (UNIT..).zip(&answer.paybacks) {
        pen.text(At::new(ANSWER, column), words.convention(*convention).name, &looks.number_column)?;
        let payback = payback(view, subject.computed.scenario.note().variant.first, *convention);
        let look = if convention.counts_whole_years() { &looks.answer } else { &looks.exact_answer };
        pen.formula(At::new(years, column), &in_calculation(*cell), shown_payback(subject, payback), look)?;
        // A plain reference to an empty cell of another sheet would show a 0.
        let year = in_calculation(calendar_year(*cell));
        let formula = format!("IF(ISNUMBER({year}),{year},\"\")");
        pen.formula(At::new(calendar, column), &formula, shown_year(payback), &looks.plain)?;
    }
    Ok(())
}
