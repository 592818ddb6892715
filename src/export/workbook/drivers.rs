//! The sheet with the drivers: the one with cells to change, and above them what it comes to.

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DataValidationRule, Format, Formula, Workbook,
    XlsxError,
};

use super::formula::{self, At};
use super::paybacks::{calendar_year, shown, shown_year};
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
const PUBLISHED: u16 = 4;
const LOW: u16 = 5;
const HIGH: u16 = 6;
const ORIGIN: u16 = 7;
const WHY: u16 = 8;
const FILE: u16 = 9;
const PLACE: u16 = 10;
const ROW: u16 = 11;
const QUOTE: u16 = 12;

/// The rows of what it comes to, and of the heads of the drivers.
const ANSWER: u32 = 5;
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
        let is_number = [VALUE, PUBLISHED, LOW, HIGH].contains(&column);
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
            line(&mut pen, subject, row, ix, driver)?;
            names.push((formula::name(driver), At::new(row, VALUE)));
        }
    }
    mark_changes(pen.sheet, head.saturating_add(1), row)?;
    let (counted, row) = counting(&mut pen, subject, row.saturating_add(2))?;
    names.push((STEP.to_owned(), counted));
    let row = row.saturating_add(2);
    names.push((RATE.to_owned(), rate(&mut pen, subject, row)?));
    for (column, width) in (0_u16..).zip(WIDTHS) {
        pen.sheet.set_column_width(column, width)?;
    }
    pen.sheet.set_freeze_panes(head.saturating_add(1), UNIT)?;
    // What is right of it stands on the sheet of sources too, and there is room for it.
    pen.sheet.set_print_area(0, NAME, row, WHY)?;
    super::print(pen.sheet, subject, (0, head))?;
    for (name, at) in names {
        workbook.define_name(name, &format!("={}", in_sheet(labels.drivers_sheet, at)))?;
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
        (PUBLISHED, columns.note_value),
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

/// A driver: its value, what it may be, and where the note has it from.
fn line(pen: &mut Pen<'_>, subject: &Subject<'_>, row: u32, ix: DriverIx, driver: &Driver) -> Result<(), XlsxError> {
    let (words, looks) = (subject.words, pen.looks);
    let scaled = |value: Decimal| value.checked_mul(formula::scale(driver.unit)).unwrap_or(value);
    let at = |column| At::new(row, column);
    let format = Looks::driver(driver);
    pen.text(at(ID), &formula::name(driver), &looks.id)?;
    let name = words.named(&driver.name);
    pen.text(at(NAME), name, &looks.wrapped)?;
    let value = subject.computed.scenario.value(ix).unwrap_or(driver.value);
    pen.number(at(VALUE), scaled(value), &Looks::input(format.clone()))?;
    // A share is shown with its sign.
    let unit = if driver.unit == Unit::Share { "" } else { words.unit(driver.unit) };
    pen.text(at(UNIT), unit, &looks.unit)?;
    pen.number(at(PUBLISHED), scaled(driver.value), &format)?;
    let (low, high) = driver.unit.bounds();
    pen.number(at(LOW), scaled(low), &format)?;
    pen.number(at(HIGH), scaled(high), &format)?;
    pen.sheet.add_data_validation(row, VALUE, row, VALUE, &validation(subject, row, driver)?)?;
    let file = driver.origin.file(&subject.computed.scenario.note().document.file);
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
    let file = if source.is_some() { file } else { "" };
    let origin = [words.origin(&driver.origin), &why, file, place, label, quote];
    let widths = WIDTHS.into_iter().skip(usize::from(ORIGIN));
    pen.fit(row, origin.into_iter().zip(widths).chain([(name, NAME_WIDTH)]))?;
    pen.texts(at(ORIGIN), origin, &looks.wrapped_unit)
}

/// What the cell takes: the same as the field on the page, except that it is not told how many decimals.
fn validation(subject: &Subject<'_>, row: u32, driver: &Driver) -> Result<DataValidation, XlsxError> {
    let labels = &subject.words.labels().export;
    let end = |column: u16| Formula::new(format!("={}", At::new(row, column).fixed()));
    let between = DataValidationRule::Between(end(LOW), end(HIGH));
    let rule = match driver.unit {
        Unit::Citizens | Unit::Years => DataValidation::new().allow_whole_number_formula(between),
        _ => DataValidation::new().allow_decimal_number_formula(between),
    };
    rule.ignore_blank(false)
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title(labels.not_accepted)?
        .set_error_message(labels.not_accepted_help)
}

/// Values that are not the note's stand out.
fn mark_changes(sheet: &mut rust_xlsxwriter::Worksheet, first: u32, last: u32) -> Result<(), XlsxError> {
    let (value, published) = (At::new(first, VALUE).in_column(), At::new(first, PUBLISHED).in_column());
    let changed = ConditionalFormatFormula::new()
        .set_rule(Formula::new(format!("=AND({published}<>\"\",{value}<>{published})")))
        .set_format(Format::new().set_bold());
    sheet.add_conditional_format(first, NAME, last, VALUE, &changed).map(drop)
}

/// How posts are counted: a cell with what they are rounded up to, and the ways there are. Gives the cell, and the
/// last row.
fn counting(pen: &mut Pen<'_>, subject: &Subject<'_>, row: u32) -> Result<(At, u32), XlsxError> {
    let (words, looks) = (subject.words, pen.looks);
    let labels = &words.labels().export;
    let at = At::new(row, VALUE);
    pen.text(At::new(row, ID), STEP, &looks.id)?;
    pen.text(At::new(row, NAME), labels.posts_step, &looks.wrapped)?;
    pen.fit(row, [(labels.posts_step, NAME_WIDTH)])?;
    pen.number(at, step(subject.computed.scenario.posts()), &Looks::input(looks.plain.clone()))?;
    pen.text(At::new(row, UNIT), words.unit(Unit::Posts), &looks.unit)?;
    pen.number(At::new(row, PUBLISHED), step(PostsCount::default()), &looks.plain)?;
    let mut last = row;
    for way in PostsCount::ALL {
        last = last.saturating_add(1);
        pen.number(At::new(last, VALUE), step(way), &looks.plain)?;
        pen.text(At::new(last, UNIT), words.posts_count(way), &looks.help)?;
    }
    let ways = At::new(row.saturating_add(1), VALUE).fixed_down_to(last);
    let rule = DataValidation::new()
        .allow_list_formula(Formula::new(format!("={ways}")))
        .ignore_blank(false)
        .set_error_title(labels.not_accepted)?
        .set_error_message(labels.posts_step)?;
    pen.sheet.add_data_validation(row, VALUE, row, VALUE, &rule)?;
    mark_changes(pen.sheet, row, row)?;
    Ok((at, last))
}

/// The reader's rate for the discounted payback. Gives its cell.
fn rate(pen: &mut Pen<'_>, subject: &Subject<'_>, row: u32) -> Result<At, XlsxError> {
    let looks = pen.looks;
    let labels = &subject.words.labels().export;
    let at = |column| At::new(row, column);
    pen.text(at(ID), RATE, &looks.id)?;
    pen.text(at(NAME), labels.rate, &looks.wrapped)?;
    pen.number(at(VALUE), subject.computed.scenario.rate(), &Looks::input(looks.percent.clone()))?;
    let (low, high) = Unit::Share.bounds();
    pen.number(at(LOW), low, &looks.percent)?;
    pen.number(at(HIGH), high, &looks.percent)?;
    let texts = [labels.rate_origin, labels.rate_help];
    pen.fit(row, texts.into_iter().zip(WIDTHS.into_iter().skip(usize::from(ORIGIN))))?;
    pen.texts(at(ORIGIN), texts, &looks.wrapped_unit)?;
    let end = |column: u16| Formula::new(format!("={}", at(column).fixed()));
    let rule = DataValidation::new()
        .allow_decimal_number_formula(DataValidationRule::Between(end(LOW), end(HIGH)))
        .ignore_blank(false)
        .set_error_title(labels.not_accepted)?
        .set_error_message(labels.rate_help)?;
    pen.sheet.add_data_validation(row, VALUE, row, VALUE, &rule)?;
    Ok(at(VALUE))
}

/// Where the calculation has what it comes to: the net, and the payback of the total economy by each convention.
pub(super) struct Answer {
    pub(super) net: Option<At>,
    pub(super) paybacks: Vec<(Convention, At)>,
}

/// Writes what it comes to above the drivers, where it is in sight while they are changed.
pub(super) fn answer(
    subject: &Subject<'_>,
    answer: &Answer,
    looks: &Looks,
    workbook: &mut Workbook,
) -> Result<(), XlsxError> {
    let (words, labels) = (subject.words, subject.words.labels());
    let mut pen = Pen::new(workbook.worksheet_from_name(labels.export.drivers_sheet)?, looks);
    let there = |at| in_sheet(labels.export.calculation_sheet, at);
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
        pen.formula(At::new(years, VALUE), &there(net), subject.computed.figures.net.get(), &looks.answer)?;
    }
    let Some(view) = subject.computed.outcome.view(Perspective::Total) else { return Ok(()) };
    for (column, (convention, at)) in (UNIT..).zip(&answer.paybacks) {
        pen.text(At::new(ANSWER, column), words.convention(*convention).name, &looks.number_column)?;
        let counted = payback(view, subject.computed.scenario.note().variant.first, *convention);
        let look = match convention {
            Convention::FirstYear | Convention::Discounted { .. } => &looks.answer,
            Convention::Interpolated | Convention::Simple => &looks.exact_answer,
        };
        pen.formula(At::new(years, column), &there(*at), shown(subject, counted), look)?;
        // Of a cell with nothing another sheet would show a nought.
        let year = there(calendar_year(*at));
        let formula = format!("IF(ISNUMBER({year}),{year},\"\")");
        pen.formula(At::new(calendar, column), &formula, shown_year(counted), &looks.plain)?;
    }
    Ok(())
}
