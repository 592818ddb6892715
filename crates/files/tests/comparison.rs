//! The files of a comparison: every difference is the first number minus the second, and what cannot be compared is not.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

mod common;

use common::DAY;
use engine::compare::Pair;
use engine::link::{Page, Screen};
use files::comparison::{Cell, Compared, Row, csv, rows, workbook};
use ironcalc::base::Model;
use ironcalc::base::cell::CellValue;
use model::language::Language;
use model::scenario::Scenario;
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{Any, LIBRARY, any_scenario, every_note, scenario};

#[track_caller]
fn compared(own: &Scenario<'static>, other: &Scenario<'static>, language: Language) -> Compared<'static> {
    let page = Page { other: Some(other.clone()), ..Page::of(Screen::Compare, language) };
    let address = format!("https://example.org/#{}", page.link(own));
    Compared::open(&LIBRARY, &address, DAY).expect("two scenarios can be compared")
}

/// A row of a CSV file as a program that knows the separator reads it.
fn table(bytes: &[u8], separator: u8) -> Vec<Vec<String>> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut reader = ::csv::ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(text);
    reader.records().map(|row| row.expect("rows of one width").iter().map(str::to_owned).collect()).collect()
}

#[track_caller]
fn named<'r>(rows: &'r [Row], name: &str) -> &'r Row {
    rows.iter().find(|row| row.name.starts_with(name)).unwrap_or_else(|| panic!("no row {name}"))
}

/// The numbers of two cells; a row that a note does not have counts as zero.
fn numbers(row: &Row) -> Option<(Decimal, Decimal)> {
    let number = |cell: &Cell| match cell {
        Cell::Number(number) => Some(*number),
        Cell::Nothing => Some(Decimal::ZERO),
        Cell::Words(_) => None,
    };
    Some((number(&row.values.left)?, number(&row.values.right)?))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn each_difference_is_the_first_minus_the_second((Any(own), Any(other)) in (any_scenario(), any_scenario())) {
        let compared = compared(&own, &other, Language::Danish);
        let rows = rows(&compared);
        for row in &rows {
            if let (Cell::Number(apart), Some((left, right))) = (&row.apart, numbers(row)) {
                prop_assert!((left - right - *apart).abs() < Decimal::new(1, 9), "{:?}", row);
            }
            prop_assert!(row.by_year.is_empty() || row.by_year.len() == compared.comparison.years.len(), "{:?}", row);
        }
        let danish = table(&csv::write(&compared, Language::Danish).unwrap(), b';');
        let english = table(&csv::write(&compared, Language::English).unwrap(), b',');
        prop_assert_eq!(danish.len(), english.len());
        prop_assert!(danish.len() > rows.len());
    }
}

#[test]
fn the_two_scenarios_of_one_document_have_their_difference_in_the_file() {
    let of = |id: &str| scenario(id, &[]);
    let compared = compared(&of("bi11-2026-s1"), &of("bi11-2026-s2"), Language::Danish);
    let rows = rows(&compared);
    let net = named(&rows, "Netto");
    let Cell::Number(apart) = net.apart else { panic!("{net:?}") };
    assert_eq!(apart, Decimal::from(-1476), "the note: 369 a year for four years");
    let text = String::from_utf8(csv::write(&compared, Language::Danish).unwrap()).unwrap();
    assert!(text.starts_with("\u{feff}Afsnit;Navn;Enhed;"), "{text}");
    assert!(text.contains(&compared.address), "the file leads back to the page");
}

#[test]
fn what_cannot_be_compared_has_no_difference() {
    let of = |id: &str| scenario(id, &[]);
    let compared = compared(&of("ips-2018"), &of("bi10-2026"), Language::Danish);
    let rows = rows(&compared);
    assert_eq!(named(&rows, "Netto").apart, Cell::Nothing, "only one of them states savings");
    let cautions = compared.cautions();
    assert_eq!(cautions.len(), 6, "{cautions:?}");
    // The last ones are what BI10 also gives and nobody counts with.
    assert!(cautions[4].contains("100\u{a0}borgere") && cautions[5].contains("47\u{a0}%"), "{cautions:?}");
}

#[test]
fn two_notes_without_an_effort_in_common_are_not_subtracted() {
    let of = |id: &str| scenario(id, &[]);
    for language in Language::ALL {
        let words = words::of(language);
        let help =
            |left: &str, right: &str| words.difference_help(&compared(&of(left), &of(right), language).comparison);
        assert_eq!(help("bi11-2026-s1", "bi11-2026-s2"), Some(words.labels().comparison.difference_help));
        assert_eq!(help("bi10-2026", "bi11-2026-s1"), None, "they have no effort in common");
    }
}

#[test]
fn every_difference_in_the_workbook_is_a_formula_with_the_same_result() {
    for (own, other) in every_note().into_iter().zip(every_note().into_iter().skip(1)) {
        let changed = Scenario::baseline(own);
        for language in Language::ALL {
            let compared = compared(&changed, &Scenario::baseline(other), language);
            let bytes = workbook::write(&compared).unwrap();
            let book = ironcalc::import::load_from_xlsx_bytes(&bytes, "exported", "en", "UTC").unwrap();
            let mut model = Model::from_workbook(book, "en").unwrap();
            let as_written = differences(&model);
            model.evaluate();
            assert_eq!(differences(&model), as_written, "{} and {}", own.variant.id, other.variant.id);
            let expected = rows(&compared).into_iter().filter(|row| matches!(row.apart, Cell::Number(_))).count();
            assert_eq!(as_written.len(), expected);
        }
    }
}

/// The numbers in the column of differences, from the top.
fn differences(model: &Model<'_>) -> Vec<String> {
    let apart = model.get_all_cells().into_iter().filter(|cell| cell.column == 6);
    let mut numbers: Vec<(i32, String)> = apart
        .filter_map(|cell| match model.get_cell_value_by_index(cell.index, cell.row, cell.column).unwrap() {
            CellValue::Number(number) => Some((cell.row, format!("{number:.6}"))),
            _ => None,
        })
        .collect();
    numbers.sort_by_key(|(row, _)| *row);
    numbers.into_iter().map(|(_, number)| number).collect()
}

#[test]
fn a_link_that_names_no_other_scenario_compares_with_the_note_as_published() {
    let own = scenario("ips-2018", &[("caseload", "20")]);
    let link = Page::of(Screen::Compare, Language::Danish).link(&own);
    let compared = Compared::open(&LIBRARY, &format!("https://example.org/#{link}"), DAY).unwrap();
    let Pair { left, right } = &compared.comparison.scenarios;
    assert_eq!((left, right), (&own, &Scenario::baseline(own.note())));
}
