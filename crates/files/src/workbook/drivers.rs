//! The sheet of drivers: the cells that the reader may change. The answer stands above them.

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DataValidationRule, Format, Formula, Workbook,
    XlsxError,
};

use super::formula::{self, CellRef, HORIZON, quoted};
use super::inputs::{Accepts, Bounds, InNote, Input};
use super::sheet_writer::{Formats, FormulaResult, SheetWriter};
use super::{RATE, STEP};
use crate::{Subject, step};
use model::note::{Driver, DriverIx, Group, Source, Unit};
use model::scenario::{Horizon, PostsCount};
use words::ColumnLabels;

pub(super) const ID: u16 = 0;
pub(super) const NAME: u16 = 1;
pub(super) const VALUE: u16 = 2;
pub(super) const UNIT: u16 = 3;
const BASELINE: u16 = 4;
const LOW: u16 = 5;
const HIGH: u16 = 6;
const ORIGIN: u16 = 7;
const WHY: u16 = 8;
const DOCUMENT: u16 = 9;
const PLACE: u16 = 10;
const ROW: u16 = 11;
const QUOTE: u16 = 12;

/// The row of the help, between the answer and the drivers.
const HELP: u32 = 8;
/// The row of the column heads above the drivers.
const HEAD: u32 = 9;

const NAME_WIDTH: u16 = 46;
/// The widths of the columns, in characters.
pub(super) const WIDTHS: [u16; 13] = [20, NAME_WIDTH, 14, 14, 14, 14, 14, 22, 48, 28, 12, 40, 40];

/// Writes the sheet. Returns its cells that the reader may change.
pub(super) fn write(
    subject: &Subject<'_>,
    formats: &Formats,
    workbook: &mut Workbook,
) -> Result<Vec<Input>, XlsxError> {
    let words = subject.words;
    let labels = &words.labels().export;
    let note = subject.computed.scenario.note();
    let mut inputs = Vec::new();
    let sheet = workbook.add_worksheet().set_name(labels.drivers_sheet)?;
    let mut writer = SheetWriter::new(sheet, formats);
    let help = format!("{} {}", labels.drivers_help, labels.in_formulas_help);
    writer.text(CellRef::new(HELP, NAME), &help, &formats.help)?;
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
        writer.text(CellRef::new(row, NAME), &words.group(note.variant, group), &formats.strong)?;
        for (ix, driver) in drivers {
            row = row.saturating_add(1);
            driver_row(&mut writer, subject, row, ix, driver)?;
            inputs.push(driver_input(subject, CellRef::new(row, VALUE), ix, driver));
        }
    }
    mark_changes(writer.sheet, head.saturating_add(1), row)?;
    let row = if note.variant.has_caseload() {
        let (posts, row) = posts_count(&mut writer, subject, row.saturating_add(2))?;
        inputs.push(posts);
        row
    } else {
        row
    };
    let row = row.saturating_add(2);
    inputs.push(rate(&mut writer, subject, row)?);
    let row = row.saturating_add(1);
    inputs.push(horizon(&mut writer, subject, row)?);
    for (column, width) in (0_u16..).zip(WIDTHS) {
        writer.sheet.set_column_width(column, width)?;
    }
    writer.sheet.set_freeze_panes(head.saturating_add(1), UNIT)?;
    // The columns to the right are not printed: the sheet of sources holds the same, and has room for it.
    writer.sheet.set_print_area(0, NAME, row, WHY)?;
    super::print(writer.sheet, &subject.into(), (0, head))?;
    Ok(inputs)
}

/// The cell with the value of a driver.
fn driver_input(subject: &Subject<'_>, cell: CellRef, ix: DriverIx, driver: &Driver) -> Input {
    let words = subject.words;
    let in_cell = |value: Decimal| value.checked_mul(formula::scale(driver.unit)).unwrap_or(value);
    let (low, high) = driver.unit.bounds();
    // The note's own value is accepted wherever it lies, as on the page.
    let (low, high) = (low.min(driver.value), high.max(driver.value));
    let bounds = Bounds {
        low: in_cell(low),
        high: in_cell(high),
        lowest: words.value(low, driver.unit),
        highest: words.value(high, driver.unit),
        is_whole: driver.unit.decimals() == 0 && driver.value.is_integer(),
    };
    let name = formula::name(driver);
    let value = subject.computed.scenario.value(ix).unwrap_or(driver.value);
    Input {
        cell,
        label: words.driver_name(driver),
        accepts: Accepts::Between(bounds),
        otherwise: in_cell(driver.value),
        saved: in_cell(value),
        in_note: Some(InNote {
            now: formula::in_words(words, driver.unit, &name),
            as_saved: words.workbook_value(value, driver.unit),
            then: words.workbook_value(driver.value, driver.unit),
        }),
        name,
    }
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
        (DOCUMENT, columns.document),
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
    let document = words.document_name(&driver.origin.document(subject.computed.scenario.note().document));
    let source = driver.origin.sources().first();
    let place = source.map_or("", |source| source.place.as_str());
    let label = source.and_then(|source| source.row.as_deref()).unwrap_or_default();
    let quote = source.map_or("", Source::words);
    let why = words.explanation(subject.computed.note(), driver).unwrap_or_default();
    let range = driver
        .range
        .as_ref()
        .map(|range| format!("{}–{}", words.value(range.low, driver.unit), words.value(range.high, driver.unit)));
    let why = [why.as_str(), range.as_deref().unwrap_or_default()];
    let why = why.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let document = if source.is_some() { document.as_str() } else { "" };
    let origin = [words.origin(&driver.origin), &why, document, place, label, quote];
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
        Unit::Citizens | Unit::Courses | Unit::Years => DataValidation::new().allow_whole_number_formula(between),
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
fn posts_count(writer: &mut SheetWriter<'_>, subject: &Subject<'_>, row: u32) -> Result<(Input, u32), XlsxError> {
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
    let chosen = PostsCount::ALL.into_iter().fold(quoted(""), |otherwise, posts| {
        format!("IF({STEP}={},{},{otherwise})", step(posts), quoted(words.posts_count(posts)))
    });
    let input = Input {
        name: STEP.to_owned(),
        label: labels.posts_counted.to_owned(),
        cell,
        accepts: Accepts::OneOf(PostsCount::ALL.map(step).to_vec()),
        otherwise: step(PostsCount::default()),
        saved: step(subject.computed.scenario.posts()),
        in_note: Some(InNote {
            now: chosen,
            as_saved: words.posts_count(subject.computed.scenario.posts()).to_owned(),
            then: words.posts_count(PostsCount::default()).to_owned(),
        }),
    };
    Ok((input, last))
}

/// Writes the reader's rate for the discounted payback. Returns its cell.
fn rate(writer: &mut SheetWriter<'_>, subject: &Subject<'_>, row: u32) -> Result<Input, XlsxError> {
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
    let words = subject.words;
    Ok(Input {
        name: RATE.to_owned(),
        label: labels.rate.to_owned(),
        cell: cell(VALUE),
        accepts: Accepts::Between(Bounds {
            low,
            high,
            lowest: words.value(low, Unit::Share),
            highest: words.value(high, Unit::Share),
            is_whole: false,
        }),
        otherwise: Decimal::ZERO,
        saved: subject.computed.scenario.rate(),
        in_note: None,
    })
}

/// Writes how many years ahead a payback is looked for. Returns its cell.
fn horizon(writer: &mut SheetWriter<'_>, subject: &Subject<'_>, row: u32) -> Result<Input, XlsxError> {
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
    Ok(Input {
        name: HORIZON.to_owned(),
        label: labels.horizon.to_owned(),
        cell: cell(VALUE),
        accepts: Accepts::OneOf(Horizon::ALL.map(|horizon| horizon.years().into()).to_vec()),
        otherwise: Horizon::default().years().into(),
        saved: subject.computed.scenario.horizon().years().into(),
        in_note: None,
    })
}
