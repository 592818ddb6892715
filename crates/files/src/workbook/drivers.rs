//! The sheet of drivers: the cells that the reader may change, and above them the answer.

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DataValidationRule, Format, Formula, Workbook,
    XlsxError,
};

use super::formula::{self, CellRef, HORIZON};
use super::paybacks::{calendar_year, shown_payback, shown_year};
use super::sheet_writer::{Formats, FormulaResult, SheetWriter};
use super::{RATE, STEP, in_sheet};
use crate::{Subject, step};
use engine::payback::Convention;
use model::evaluate::Perspective;
use model::note::{Driver, DriverIx, Group, Unit};
use model::scenario::{Horizon, PostsCount};
use words::ColumnLabels;

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
pub(super) fn write(subject: &Subject<'_>, formats: &Formats, workbook: &mut Workbook) -> Result<(), XlsxError> {
    let words = subject.words;
    let labels = &words.labels().export;
    let note = subject.computed.scenario.note();
    let mut names: Vec<(String, CellRef)> = Vec::new();
    let sheet = workbook.add_worksheet().set_name(labels.drivers_sheet)?;
    let mut writer = SheetWriter::new(sheet, formats);
    writer.title(&words.note_name(note))?;
    writer.text(CellRef::new(1, NAME), &words.note_line(note), &formats.help)?;
    writer.text(CellRef::new(2, NAME), labels.drivers_help, &formats.help)?;
    writer.text(CellRef::new(3, NAME), labels.in_formulas_help, &formats.help)?;
    let head = HEAD;
    let heads = heads(&labels.columns);
    writer.fit(head, heads.into_iter().map(|(_, text)| text).zip(WIDTHS))?;
    for (column, text) in heads {
        let is_number = [VALUE, BASELINE, LOW, HIGH].contains(&column);
        writer.text(
            CellRef::new(head, column),
            text,
            if is_number { &formats.number_column } else { &formats.column },
        )?;
    }
    let mut row = head;
    for group in Group::ALL {
        let drivers: Vec<_> = note.variant.drivers().filter(|(_, driver)| driver.group == group).collect();
        if drivers.is_empty() {
            continue;
        }
        row = row.saturating_add(1);
        writer.text(CellRef::new(row, NAME), words.group(group), &formats.strong)?;
        for (ix, driver) in drivers {
            row = row.saturating_add(1);
            driver_row(&mut writer, subject, row, ix, driver)?;
            names.push((formula::name(driver), CellRef::new(row, VALUE)));
        }
    }
    mark_changes(writer.sheet, head.saturating_add(1), row)?;
    let (posts_cell, row) = posts_count(&mut writer, subject, row.saturating_add(2))?;
    names.push((STEP.to_owned(), posts_cell));
    let row = row.saturating_add(2);
    names.push((RATE.to_owned(), rate(&mut writer, subject, row)?));
    let row = row.saturating_add(1);
    names.push((HORIZON.to_owned(), horizon(&mut writer, subject, row)?));
    for (column, width) in (0_u16..).zip(WIDTHS) {
        writer.sheet.set_column_width(column, width)?;
    }
    writer.sheet.set_freeze_panes(head.saturating_add(1), UNIT)?;
    // The columns to the right are not printed: the sheet of sources holds the same, and has room for it.
    writer.sheet.set_print_area(0, NAME, row, WHY)?;
    super::print(writer.sheet, subject, (0, head))?;
    for (name, cell) in names {
        workbook.define_name(name, &format!("={}", in_sheet(labels.drivers_sheet, cell)))?;
    }
    Ok(())
}

/// Each column with its heading.
const fn heads(columns: &ColumnLabels) -> [(u16, &'static str); 13] {
    [
        (ID, columns.name_in_formulas),
        (NAME, columns.driver),
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
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    row: u32,
    ix: DriverIx,
    driver: &Driver,
) -> Result<(), XlsxError> {
    let (words, formats) = (subject.words, writer.formats);
    let scaled = |value: Decimal| value.checked_mul(formula::scale(driver.unit)).unwrap_or(value);
    let cell = |column| CellRef::new(row, column);
    let format = Formats::driver(driver);
    writer.text(cell(ID), &formula::name(driver), &formats.id)?;
    let name = words.driver_name(driver);
    writer.text(cell(NAME), &name, &formats.wrapped)?;
    let value = subject.computed.scenario.value(ix).unwrap_or(driver.value);
    match subject.computed.scenario.leader(ix) {
        Some(leader) => {
            let note = subject.computed.note();
            let formula = match driver.follows {
                Some(_) => formula::followed(note, driver, leader),
                None => formula::following_caseload(note, driver, leader, STEP),
            };
            writer.formula(
                cell(VALUE),
                &formula,
                FormulaResult::Number(scaled(value)),
                &Formats::input(format.clone()),
            )?;
        }
        None => writer.number(cell(VALUE), scaled(value), &Formats::input(format.clone()))?,
    }
    // The number format already shows the per cent sign.
    let unit = if driver.unit.is_in_per_cent() { "" } else { words.unit(driver.unit) };
    writer.text(cell(UNIT), unit, &formats.unit)?;
    writer.number(cell(BASELINE), scaled(driver.value), &format)?;
    let (low, high) = driver.unit.bounds();
    writer.number(cell(LOW), scaled(low), &format)?;
    writer.number(cell(HIGH), scaled(high), &format)?;
    writer.sheet.add_data_validation(row, VALUE, row, VALUE, &validation(subject, row, driver)?)?;
    let file = driver.origin.document(subject.computed.scenario.note().document).file;
    let source = driver.origin.sources().first();
    let place = source.map_or("", |source| source.place.as_str());
    let label = source.and_then(|source| source.row.as_deref()).unwrap_or_default();
    let quote = source.map_or("", |source| source.quote.as_str());
    let why = words.explanation(subject.computed.note(), driver).unwrap_or_default();
    let range = driver
        .range
        .as_ref()
        .map(|range| format!("{}–{}", words.value(range.low, driver.unit), words.value(range.high, driver.unit)));
    let why = [why.as_str(), range.as_deref().unwrap_or_default()];
    let why = why.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let file = if source.is_some() { file.as_str() } else { "" };
    let origin = [words.origin(&driver.origin), &why, file, place, label, quote];
    let widths = WIDTHS.into_iter().skip(usize::from(ORIGIN));
    writer.fit(row, origin.into_iter().zip(widths).chain([(name.as_str(), NAME_WIDTH)]))?;
    writer.texts(cell(ORIGIN), origin, &formats.wrapped_unit)
}

/// The rule for what the value cell accepts: the same as the field on the page, except that the number of decimals is not
/// limited.
fn validation(subject: &Subject<'_>, row: u32, driver: &Driver) -> Result<DataValidation, XlsxError> {
    let labels = &subject.words.labels().export;
    let bound = |column: u16| Formula::new(format!("={}", CellRef::new(row, column).fixed()));
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
    let (value, baseline) = (CellRef::new(first, VALUE).in_column(), CellRef::new(first, BASELINE).in_column());
    let changed = ConditionalFormatFormula::new()
        .set_rule(Formula::new(format!("=AND({baseline}<>\"\",{value}<>{baseline})")))
        .set_format(Format::new().set_bold());
    sheet.add_conditional_format(first, NAME, last, VALUE, &changed).map(drop)
}

/// Writes the cell with the multiple that posts are rounded up to, and the choices below it. Returns the cell and the last
/// row.
fn posts_count(writer: &mut SheetWriter<'_>, subject: &Subject<'_>, row: u32) -> Result<(CellRef, u32), XlsxError> {
    let (words, formats) = (subject.words, writer.formats);
    let labels = &words.labels().export;
    let cell = CellRef::new(row, VALUE);
    writer.text(CellRef::new(row, ID), STEP, &formats.id)?;
    writer.text(CellRef::new(row, NAME), labels.posts_step, &formats.wrapped)?;
    writer.fit(row, [(labels.posts_step, NAME_WIDTH)])?;
    writer.number(cell, step(subject.computed.scenario.posts()), &Formats::input(formats.plain.clone()))?;
    writer.text(CellRef::new(row, UNIT), words.unit(Unit::Posts), &formats.unit)?;
    writer.number(CellRef::new(row, BASELINE), step(PostsCount::default()), &formats.plain)?;
    let mut last = row;
    for posts in PostsCount::ALL {
        last = last.saturating_add(1);
        writer.number(CellRef::new(last, VALUE), step(posts), &formats.plain)?;
        writer.text(CellRef::new(last, UNIT), words.posts_count(posts), &formats.help)?;
    }
    let choices = CellRef::new(row.saturating_add(1), VALUE).fixed_down_to(last);
    let rule = DataValidation::new()
        .allow_list_formula(Formula::new(format!("={choices}")))
        .ignore_blank(false)
        .set_error_title(labels.not_accepted)?
        .set_error_message(labels.posts_step)?;
    writer.sheet.add_data_validation(row, VALUE, row, VALUE, &rule)?;
    mark_changes(writer.sheet, row, row)?;
    Ok((cell, last))
}

/// Writes the reader's rate for the discounted payback. Returns its cell.
fn rate(writer: &mut SheetWriter<'_>, subject: &Subject<'_>, row: u32) -> Result<CellRef, XlsxError> {
    let formats = writer.formats;
    let labels = &subject.words.labels().export;
    let cell = |column| CellRef::new(row, column);
    writer.text(cell(ID), RATE, &formats.id)?;
    writer.text(cell(NAME), labels.rate, &formats.wrapped)?;
    writer.number(cell(VALUE), subject.computed.scenario.rate(), &Formats::input(formats.percent.clone()))?;
    let (low, high) = Unit::Share.bounds();
    writer.number(cell(LOW), low, &formats.percent)?;
    writer.number(cell(HIGH), high, &formats.percent)?;
    let texts = [labels.rate_origin, labels.rate_help];
    writer.fit(row, texts.into_iter().zip(WIDTHS.into_iter().skip(usize::from(ORIGIN))))?;
    writer.texts(cell(ORIGIN), texts, &formats.wrapped_unit)?;
    let bound = |column: u16| Formula::new(format!("={}", cell(column).fixed()));
    let rule = DataValidation::new()
        .allow_decimal_number_formula(DataValidationRule::Between(bound(LOW), bound(HIGH)))
        .ignore_blank(false)
        .set_error_title(labels.not_accepted)?
        .set_error_message(labels.rate_help)?;
    writer.sheet.add_data_validation(row, VALUE, row, VALUE, &rule)?;
    Ok(cell(VALUE))
}

/// Writes how many years ahead a payback is looked for. Returns its cell.
fn horizon(writer: &mut SheetWriter<'_>, subject: &Subject<'_>, row: u32) -> Result<CellRef, XlsxError> {
    let formats = writer.formats;
    let labels = &subject.words.labels().export;
    let cell = |column| CellRef::new(row, column);
    writer.text(cell(ID), HORIZON, &formats.id)?;
    writer.text(cell(NAME), labels.horizon, &formats.wrapped)?;
    writer.number(
        cell(VALUE),
        subject.computed.scenario.horizon().years().into(),
        &Formats::input(formats.plain.clone()),
    )?;
    writer.text(cell(UNIT), subject.words.unit(Unit::Years), &formats.unit)?;
    let choices = Horizon::ALL.map(|horizon| horizon.years().to_string());
    let rule = DataValidation::new()
        .allow_list_strings(&choices)?
        .ignore_blank(false)
        .set_error_title(labels.not_accepted)?
        .set_error_message(labels.horizon)?;
    writer.sheet.add_data_validation(row, VALUE, row, VALUE, &rule)?;
    Ok(cell(VALUE))
}

/// The cells of the calculation sheet that hold the answer: the net, and the payback on the total economy by each
/// convention.
pub(super) struct Answer {
    pub(super) net: Option<CellRef>,
    pub(super) paybacks: Vec<(Convention, CellRef)>,
}

/// Writes the answer above the drivers, where the reader sees it while changing them.
pub(super) fn answer(
    subject: &Subject<'_>,
    answer: &Answer,
    formats: &Formats,
    workbook: &mut Workbook,
) -> Result<(), XlsxError> {
    let (words, labels) = (subject.words, subject.words.labels());
    let mut writer = SheetWriter::new(workbook.worksheet_from_name(labels.export.drivers_sheet)?, formats);
    let in_calculation = |cell| in_sheet(labels.export.calculation_sheet, cell);
    let [years, calendar] = [1, 2].map(|below| ANSWER.saturating_add(below));
    writer.text(
        CellRef::new(ANSWER, NAME),
        words.perspective(Perspective::Total, subject.computed.note().variant),
        &formats.column,
    )?;
    for (row, id, label) in
        [(years, "answer", labels.export.answer), (calendar, "answer-year", labels.export.calendar_year)]
    {
        writer.text(CellRef::new(row, ID), id, &formats.id)?;
        writer.text(CellRef::new(row, NAME), label, &formats.wrapped)?;
    }
    writer.fit(years, [(labels.export.no_savings, WIDTHS.into_iter().nth(usize::from(VALUE)).unwrap_or(1))])?;
    writer.text(CellRef::new(ANSWER, VALUE), labels.figures.net, &formats.number_column)?;
    if let Some(net) = answer.net {
        writer.formula(
            CellRef::new(years, VALUE),
            &in_calculation(net),
            subject.computed.figures.net.get(),
            &formats.answer,
        )?;
    }
    for (column, (convention, cell)) in (UNIT..).zip(&answer.paybacks) {
        writer.text(CellRef::new(ANSWER, column), words.convention(*convention).name, &formats.number_column)?;
        let payback = subject.computed.payback(Perspective::Total, *convention);
        let format = if convention.counts_whole_years() { &formats.answer } else { &formats.exact_answer };
        writer.formula(CellRef::new(years, column), &in_calculation(*cell), shown_payback(subject, payback), format)?;
        // A plain reference to an empty cell of another sheet would show a 0.
        let year = in_calculation(calendar_year(*cell));
        let formula = format!("IF(ISNUMBER({year}),{year},\"\")");
        writer.formula(CellRef::new(calendar, column), &formula, shown_year(payback), &formats.plain)?;
    }
    Ok(())
}
