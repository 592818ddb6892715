//! A workbook in a spreadsheet engine that is not ours.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "rows and columns are few"
)]

use files::{Subject, workbook};
use ironcalc::base::Model;
use ironcalc::base::cell::CellValue;
use ironcalc::import::load_from_xlsx_bytes;
use model::note::Unit;
use model::scenario::Scenario;
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::common::{DRIVERS, Sheets, Shown, VALUE, in_cell, step};

/// A written workbook in the spreadsheet engine, not calculated yet.
#[track_caller]
pub(crate) fn open(bytes: &[u8]) -> Model<'static> {
    let book = load_from_xlsx_bytes(bytes, "exported", "en", "UTC").unwrap_or_else(|error| panic!("{error}"));
    Model::from_workbook(book, "en").unwrap_or_else(|error| panic!("{error}"))
}

/// Every cell of every sheet, as the engine shows it.
pub(crate) fn read(model: &Model<'_>) -> Sheets {
    let mut sheets = vec![Vec::new(); model.workbook.worksheets.len()];
    for cell in model.get_all_cells() {
        let rows: &mut Vec<Vec<Shown>> = &mut sheets[cell.index as usize];
        let (row, column) = (cell.row as usize - 1, cell.column as usize - 1);
        if rows.len() <= row {
            rows.resize(row + 1, Vec::new());
        }
        if rows[row].len() <= column {
            rows[row].resize(column + 1, Shown::Nothing);
        }
        rows[row][column] = match model.get_cell_value_by_index(cell.index, cell.row, cell.column).unwrap() {
            CellValue::None => Shown::Nothing,
            CellValue::String(text) => Shown::Text(text),
            CellValue::Number(number) => Shown::Number(number),
            CellValue::Boolean(yes) => Shown::Text(yes.to_string()),
        };
    }
    Sheets(sheets)
}

/// The workbook of a subject, as it is saved.
#[track_caller]
pub(crate) fn written(subject: &Subject<'_>) -> Vec<u8> {
    workbook::write(subject).unwrap_or_else(|error| panic!("{error}"))
}

/// Types the values of a scenario and a rate into their cells, as a person would, and calculates.
pub(crate) fn change(model: &mut Model<'_>, scenario: &Scenario<'_>, rate: Decimal) {
    let sheets = read(model);
    let rows = sheets.by_id(DRIVERS);
    let mut set = |id: &str, value: f64| {
        model.update_cell_with_number(DRIVERS as u32, rows[id] as i32 + 1, VALUE as i32 + 1, value).unwrap();
    };
    for (ix, driver) in scenario.note().variant.drivers() {
        set(&workbook::name(driver), in_cell(driver.unit, scenario.value(ix).unwrap()));
    }
    set(workbook::STEP, step(scenario.posts()));
    set(workbook::RATE, in_cell(Unit::Share, rate));
    model.evaluate();
}

/// Any rate that a reader may choose, a share of 1 per year. Most of them are rates that people would choose.
pub(crate) fn any_rate() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        2 => (0_i64..=20).prop_map(|half| Decimal::new(half * 5, 3)),
        1 => (0_i64..=10_000).prop_map(|hundredth| Decimal::new(hundredth, 4)),
    ]
    .prop_map(|rate| rate.normalize())
}
