//! The sheet of sources: what the workbook is about, and where everything in it comes from.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::formula::{self, CellRef};
use super::lines;
use super::sheet_writer::{Formats, SheetWriter};
use super::{ID, NAME, print};
use crate::{Subject, VERSION};
use engine::findings::{Check, Place, Verdict, check_all};
use model::note::{Driver, Source};

/// The column of the facts about the workbook.
const FACT: u16 = 2;
const FACT_WIDTH: u16 = 60;
/// The widths of the columns, in characters.
const WIDTHS: [u16; 6] = [26, 44, FACT_WIDTH, 24, 44, 60];

/// Writes the sheet of sources.
pub(super) fn write(subject: &Subject<'_>, formats: &Formats, workbook: &mut Workbook) -> Result<(), XlsxError> {
    let labels = &subject.words.labels().export;
    let sheet = workbook.add_worksheet().set_name(labels.sources_sheet)?;
    let mut writer = SheetWriter::new(sheet, formats);
    let row = about(&mut writer, subject)?;
    let row = drivers(&mut writer, subject, row)?;
    let row = rows(&mut writer, subject, row)?;
    let end = findings(&mut writer, subject, row)?;
    for (column, width) in (0_u16..).zip(WIDTHS) {
        writer.sheet.set_column_width(column, width)?;
    }
    let last = u16::try_from(WIDTHS.len()).unwrap_or_default().saturating_sub(1);
    writer.sheet.set_print_area(0, NAME, end, last)?;
    print(writer.sheet, &subject.into(), (0, 0))
}

/// Writes what the file is about, where it comes from, and when it was written. Returns the next free row.
fn about(writer: &mut SheetWriter<'_>, subject: &Subject<'_>) -> Result<u32, XlsxError> {
    let (words, formats) = (subject.words, writer.formats);
    let labels = words.labels();
    let note = subject.computed.scenario.note();
    writer.title(labels.export.sources_sheet)?;
    let facts = [
        (labels.method_screen.note, words.note_name(note)),
        (labels.method_screen.budget, note.document.budget.to_string()),
        (labels.method_screen.prices, words.prices(note.document)),
        (labels.export.written, format!("{}, {}", words.day(subject.day), words.foot(VERSION))),
        (labels.export.rules, labels.export.rules_help.to_owned()),
    ];
    let mut row = 2_u32;
    for (label, fact) in facts {
        writer.text(CellRef::new(row, NAME), label, &formats.text)?;
        writer.fit(row, [(fact.as_str(), FACT_WIDTH)])?;
        writer.text(CellRef::new(row, FACT), &fact, &formats.wrapped)?;
        row = row.saturating_add(1);
    }
    writer.text(CellRef::new(row, NAME), labels.export.link, &formats.text)?;
    writer.address(CellRef::new(row, FACT), &subject.address, FACT_WIDTH)?;
    Ok(row.saturating_add(2))
}

/// Writes every source of each driver's value, parts and range. Returns the next free row.
fn drivers(writer: &mut SheetWriter<'_>, subject: &Subject<'_>, row: u32) -> Result<u32, XlsxError> {
    let words = subject.words;
    let labels = words.labels();
    let mut row = writer.heading(row, labels.drivers.drivers, "")?;
    let columns = &labels.export.columns;
    writer.columns(row, [columns.number, columns.document, columns.place, columns.row, columns.quote])?;
    let note = subject.computed.scenario.note();
    for driver in &note.variant.drivers {
        for (label, document, source) in sources(subject, driver) {
            row = row.saturating_add(1);
            writer.text(CellRef::new(row, ID), &formula::name(driver), &writer.formats.id)?;
            let printed_label = source.row.as_deref().unwrap_or_default();
            texts(writer, row, [label.as_str(), &document, &source.place, printed_label, source.words()])?;
        }
    }
    Ok(row.saturating_add(2))
}

/// The sources of a driver: what each is about, its document, and the source itself.
fn sources<'s>(subject: &Subject<'s>, driver: &'s Driver) -> Vec<(String, String, &'s Source)> {
    let words = subject.words;
    let name = words.driver_name(driver);
    let document = words.document_name(&driver.origin.document(subject.computed.scenario.note().document));
    let values = driver.origin.sources().iter().map(|source| (name.clone(), document.clone(), source));
    let text = |value| words.value(value, driver.unit);
    let parts = driver
        .parts
        .iter()
        .map(|part| (format!("{}: {}", text(part.value), words.named(&part.name)), document.clone(), &part.source));
    let range = driver.range.iter().filter_map(|range| {
        Some((format!("{}–{}", text(range.low), text(range.high)), document.clone(), range.source.as_ref()?))
    });
    values.chain(parts).chain(range).collect()
}

/// Writes the printed row of each line, and why the line is computed by its rule. Returns the next free row.
fn rows(writer: &mut SheetWriter<'_>, subject: &Subject<'_>, row: u32) -> Result<u32, XlsxError> {
    let words = subject.words;
    let mut row = writer.heading(row, words.labels().export.lines_block, "")?;
    let columns = &words.labels().export.columns;
    let heads = [columns.line, columns.area_and_committee, columns.place, columns.row_in_note, columns.basis];
    writer.columns(row, heads)?;
    let note = subject.computed.scenario.note();
    for line in &note.variant.lines {
        row = row.saturating_add(1);
        let printed = note.document.own_row(line);
        let (place, label) = printed.map_or(("", ""), |(table, row)| (table.place.as_str(), row.label.as_str()));
        writer.text(CellRef::new(row, ID), &lines::id(subject, line), &writer.formats.id)?;
        let paid_by = words.area_and_payers(line);
        let basis = line.basis.as_ref().map_or("", |basis| words.named(basis));
        let texts = [words.named(&line.name), &paid_by, place, label, basis];
        self::texts(writer, row, texts)?;
    }
    Ok(row.saturating_add(2))
}

/// Writes where the document disagrees with itself or with others, with the quotes from both places. Returns the last row.
fn findings(writer: &mut SheetWriter<'_>, subject: &Subject<'_>, row: u32) -> Result<u32, XlsxError> {
    let words = subject.words;
    let documents = subject.library.documents();
    let document = subject.computed.scenario.note().document;
    let checks = check_all(documents);
    let differing = checks.iter().filter(|check| check.verdict() == Verdict::Differ && check.concerns(&document.id));
    let mut row = writer.heading(row, words.labels().screens.findings, words.labels().export.findings_help)?;
    let columns = &words.labels().export.columns;
    let heads = [columns.kind, columns.what, columns.comment, columns.one_side, columns.other_side];
    writer.columns(row, heads)?;
    for check in differing {
        row = row.saturating_add(1);
        finding(writer, subject, row, check)?;
    }
    Ok(row)
}

fn finding(writer: &mut SheetWriter<'_>, subject: &Subject<'_>, row: u32, check: &Check) -> Result<(), XlsxError> {
    let words = subject.words;
    let documents = subject.library.documents();
    let place_text = |place: &&Place| words.cited_place(documents, place);
    let side = |places: &[&Place]| places.iter().map(place_text).collect::<Vec<_>>().join("; ");
    let explanations = words.explanations(documents, check);
    let comments = explanations.iter().map(String::as_str).chain([words.remedy(check.kind)]);
    let [left, right] = check.cited();
    let texts = [
        words.kind(check.kind).to_owned(),
        words.finding_sentences(documents, check).join(" "),
        comments.collect::<Vec<_>>().join(" "),
        side(&left),
        side(&right),
    ];
    self::texts(writer, row, texts.each_ref().map(String::as_str))
}

/// Writes a row of texts beside the id column, and makes the row as high as they need.
fn texts(writer: &mut SheetWriter<'_>, row: u32, texts: [&str; 5]) -> Result<(), XlsxError> {
    writer.fit(row, texts.into_iter().zip(WIDTHS.into_iter().skip(1)))?;
    writer.texts(CellRef::new(row, NAME), texts, &writer.formats.wrapped)
}
