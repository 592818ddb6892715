//! The file of every number: each printed cell is there, with the number the document prints.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use files::all_notes;
use model::language::Language;
use rust_decimal::Decimal;
use testing::LIBRARY;

/// The rows of the file as a program that knows the separator reads them, without their head.
fn rows(language: Language, excel: Language) -> Vec<Vec<String>> {
    let bytes = all_notes::write(&LIBRARY, words::of(language), excel).unwrap();
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let separator = if excel == Language::Danish { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(text);
    reader.records().map(|row| row.expect("rows of one width").iter().map(str::to_owned).collect()).collect()
}

// The columns that the tests read.
const DOCUMENT: usize = 0;
const NAME: usize = 4;
const YEAR: usize = 5;
const VALUE: usize = 6;
const ORIGIN: usize = 8;
const PLACE: usize = 9;
const ROW: usize = 10;
const QUOTE: usize = 11;

#[test]
fn every_printed_cell_has_a_row_with_its_number() {
    let rows = rows(Language::Danish, Language::English);
    let words = words::of(Language::Danish);
    let columns = [DOCUMENT, NAME, YEAR, VALUE, PLACE, ROW];
    let mut left: Vec<[String; 6]> = rows.iter().map(|row| columns.map(|column| row[column].clone())).collect();
    for document in LIBRARY.documents() {
        for table in &document.tables {
            for row in &table.rows {
                let in_all = std::iter::once(("I alt".to_owned(), row.total));
                let cells = table.years.iter().map(ToString::to_string).zip(row.cells.iter().copied()).chain(in_all);
                for (year, cell) in cells.filter_map(|(year, cell)| Some((year, cell?))) {
                    let (place, label) = (table.place.clone(), row.label.clone());
                    let wanted =
                        [words.document(document), label.clone(), year, cell.decimal().to_string(), place, label];
                    let found = left.iter().position(|row| *row == wanted);
                    left.swap_remove(found.unwrap_or_else(|| panic!("no row {wanted:?}")));
                }
            }
        }
    }
    let others: usize = LIBRARY
        .documents()
        .iter()
        .map(|document| {
            let drivers: usize = document.notes().map(|note| note.variant.drivers.len()).sum();
            drivers + document.targets.len() + document.results.len()
        })
        .sum();
    assert_eq!(left.len(), others, "the rest are drivers, targets and results");
}

#[test]
fn every_driver_says_where_it_is_from() {
    let rows = rows(Language::Danish, Language::Danish);
    for note in LIBRARY.notes() {
        let words = words::of(Language::Danish);
        for driver in &note.variant.drivers {
            let name = words.driver_name(driver);
            let row = rows.iter().find(|row| row[1] == words.note_name(note) && row[NAME] == name);
            let row = row.unwrap_or_else(|| panic!("no row for {name}"));
            assert_eq!(row[ORIGIN], words.origin(&driver.origin), "{name}");
            for source in driver.origin.sources() {
                assert!(row[QUOTE].contains(source.words()), "{name}: {} in {}", source.words(), row[QUOTE]);
            }
        }
    }
}

#[test]
fn danish_and_english_excel_read_the_same_numbers() {
    let (danish, english) = (rows(Language::English, Language::Danish), rows(Language::English, Language::English));
    assert_eq!(danish.len(), english.len());
    for (danish, english) in danish.iter().zip(&english) {
        let number = |text: &str| text.parse::<Decimal>().unwrap_or_else(|_| panic!("{text} is no number"));
        assert_eq!(number(&danish[VALUE].replace(',', ".")), number(&english[VALUE]));
        for (column, (danish, english)) in danish.iter().zip(english).enumerate() {
            assert!(column == VALUE || danish == english, "{danish} and {english}");
            assert!(column == VALUE || !danish.starts_with(['=', '+', '-', '@']), "{danish} starts like a formula");
        }
    }
}
