//! Names that are made to be taken for something else stay text in workbooks, as a spreadsheet engine that is not ours reads them. The tests of
//! `hostile` look into every other file that readers save.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]
#![allow(clippy::cast_possible_wrap, clippy::cast_sign_loss, reason = "sheets, rows and columns are few")]

#[allow(dead_code, reason = "only some of it is used here")]
#[path = "common/calculated.rs"]
mod calculated;
mod common;

use std::collections::BTreeSet;

use calculated::{open, read, written};
use common::{Shown, subject_in};
use engine::notes::Library;
use engine::scenario_file::read as read_file;
use ironcalc::base::Model;
use model::language::Language;
use model::scenario::Scenario;
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{LIBRARY, cases, hostile_text, note_that_says};

fn baseline(library: &'static Library) -> Scenario<'static> {
    Scenario::baseline(library.notes().next().unwrap())
}

/// Every cell with a formula.
fn formulas(model: &Model<'_>) -> BTreeSet<(u32, i32, i32)> {
    let cells = model.get_all_cells().into_iter().map(|cell| (cell.index, cell.row, cell.column));
    cells.filter(|(sheet, row, column)| model.get_cell_formula(*sheet, *row, *column).unwrap().is_some()).collect()
}

/// Every number that a cell shows, with its sheet, row and column.
fn numbers(model: &Model<'_>) -> Vec<(usize, usize, usize, String)> {
    let mut numbers = Vec::new();
    for (sheet, rows) in read(model).0.into_iter().enumerate() {
        for (row, cells) in rows.into_iter().enumerate() {
            for (column, cell) in cells.into_iter().enumerate() {
                if let Shown::Number(number) = cell {
                    numbers.push((sheet, row, column, number.to_string()));
                }
            }
        }
    }
    numbers
}

/// Every text that a cell shows.
fn texts(model: &Model<'_>) -> Vec<String> {
    let shown = read(model).0.into_iter().flatten().flatten();
    shown.filter_map(|cell| if let Shown::Text(text) = cell { Some(text) } else { None }).collect()
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn a_name_is_no_formula_and_no_markup_of_a_workbook(
        // A workbook writes control characters as codes in cells, and as they are in formulas: such a name is another one there.
        words in hostile_text().prop_filter("a name that can be written", |words| !words.contains(char::is_control)),
    ) {
        let subject = |words: &str| {
            let library = note_that_says(words);
            written(&subject_in(library, &baseline(library), Decimal::ZERO))
        };
        let mut plain = open(&subject("navn"));
        let mut hostile = open(&subject(&words));
        prop_assert_eq!(formulas(&hostile), formulas(&plain), "another cell has become a formula");
        plain.evaluate();
        hostile.evaluate();
        // Numbers are what they are beside any name, and no cell shows an error.
        let (of_hostile, of_plain) = (numbers(&hostile), numbers(&plain));
        let apart = of_hostile.iter().zip(&of_plain).find(|(hostile, plain)| hostile != plain);
        prop_assert!(apart.is_none() && of_hostile.len() == of_plain.len(), "{:?}", apart);
        prop_assert_eq!(read(&hostile).errors(), Vec::<String>::new());
        prop_assert!(texts(&hostile).contains(&words), "{:?} is in no cell", words);
    }

    #[test]
    fn any_text_is_refused_as_a_scenario_file_with_a_sentence(
        text in prop_oneof![any::<String>(), hostile_text(), "[\\[{\"a-z:,0-9}\\]]{0,60}"], deep in 0_usize..4_000,
    ) {
        for text in [text.as_str(), &"[".repeat(deep), &"{\"a\":".repeat(deep)] {
            let error = read_file(&LIBRARY, text).expect_err("no such text is a scenario");
            for language in Language::ALL {
                prop_assert!(words::of(language).file_error(&error).ends_with('.'));
            }
        }
    }
}
