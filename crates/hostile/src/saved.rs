//! Names in the files that readers save.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::LazyLock;

use engine::day::Day;
use engine::link::{Page, Screen, Title};
use engine::notes::Library;
use engine::scenario_file::read as read_file;
use files::comparison::{self, Compared};
use files::{Subject, all_notes, csv, json, workbook};
use model::language::Language;
use model::scenario::Scenario;
use testing::library_that_says;
use zip::ZipArchive;

use crate::Choices;
use crate::xml::{may_hold, tree};

const DAY: Day = Day { year: 2026, month: 3, day: 1 };

/// Any words that a note may have stay text in every file: no markup, no formula, well-formed, and read again.
///
/// The bytes choose the language; the rest is the words. They are the title of the link as they are; what no note may have is left out of its
/// names.
pub fn saved_files(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let language = choices.one_of(&Language::ALL);
    let is_workbook = choices.is();
    let words = choices.rest();
    let said: String = words.chars().filter(|letter| may_hold(*letter)).collect();
    if said.trim().is_empty() {
        return;
    }
    let library = library_that_says(&said);
    let address = address(&library, &words, language);
    let subject = Subject::open(&library, &address, DAY).expect("a scenario can be saved");
    let compared = Compared::open(&library, &address, DAY).expect("a comparison can be saved");
    if is_workbook {
        let is_name = said.chars().count() <= LONGEST_NAME;
        let written = workbook::write(&subject).unwrap_or_else(|error| panic!("{error} with {said:?}"));
        expect_plain(&parts(&written), &PLAIN[usize::from(language != Language::Danish)].0, is_name);
        let written = comparison::workbook::write(&compared).unwrap_or_else(|error| panic!("{error} with {said:?}"));
        expect_plain(&parts(&written), &PLAIN[usize::from(language != Language::Danish)].1, is_name);
        return;
    }
    for excel in Language::ALL {
        let separator = u8::try_from(words::of(excel).head().csv_separator).expect("one byte");
        expect_text(&csv::write(&subject, excel).expect("CSV"), separator);
        expect_text(&comparison::csv::write(&compared, excel).expect("CSV"), separator);
        expect_text(&all_notes::write(&library, words::of(language), excel).expect("CSV"), separator);
    }
    let text = json::write(&subject).expect("JSON");
    let opened = read_file(&library, &text).unwrap_or_else(|error| panic!("{error:?} in {text}"));
    assert_eq!((opened.scenario, opened.remarks), (subject.computed.scenario, Vec::new()));
}

/// The address of the only note of a library, with these words as its title.
fn address(library: &Library, words: &str, language: Language) -> String {
    let note = library.notes().next().expect("a note");
    let mut page = Page::of(Screen::Note, language);
    page.is_language_said = true;
    page.title = Title::new(words);
    format!("https://example.org/indsats/index.html#{}", page.link(&Scenario::baseline(note)))
}

/// Every field of a CSV file that is no number begins as no formula does, and every row has as many fields.
fn expect_text(bytes: &[u8], separator: u8) {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut reader = ::csv::ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(text);
    let mut width = None;
    for row in reader.records() {
        let row = row.expect("a row");
        assert_eq!(*width.get_or_insert(row.len()), row.len(), "{row:?}");
        for field in row.iter().filter(|field| !is_number(field)) {
            assert!(!field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{field:?}");
        }
    }
}

fn is_number(field: &str) -> bool {
    !field.is_empty() && field.chars().all(|letter| letter.is_ascii_digit() || "-,.".contains(letter))
}

/// The workbooks, of a scenario and of a comparison, of a note with ordinary names, in each language.
static PLAIN: LazyLock<[(Parts, Parts); 2]> = LazyLock::new(|| {
    Language::ALL.map(|language| {
        let library = library_that_says("navn");
        let address = address(&library, "navn", language);
        let subject = Subject::open(&library, &address, DAY).expect("a scenario can be saved");
        let compared = Compared::open(&library, &address, DAY).expect("a comparison can be saved");
        (
            parts(&workbook::write(&subject).expect("a workbook")),
            parts(&comparison::workbook::write(&compared).expect("a workbook")),
        )
    })
});

/// The parts of a workbook by name.
type Parts = BTreeMap<String, String>;

fn parts(workbook: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).expect("a ZIP file");
    let mut parts = Parts::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("text");
        parts.insert(part.name().expect("a name").into_owned(), text);
    }
    parts
}

/// A workbook has the same parts as one with ordinary names, and each has the same elements: only texts, and the strings in formulas,
/// are others. `is_name`: whether a note may have such a name, so that no formula is too long.
fn expect_plain(hostile: &Parts, plain: &Parts, is_name: bool) {
    assert_eq!(hostile.keys().collect::<Vec<_>>(), plain.keys().collect::<Vec<_>>());
    for (name, text) in hostile {
        let (hostile, plain) = (tree(text), tree(&plain[name]));
        if name.ends_with("sharedStrings.xml") {
            // Texts that are different may have become one.
            for text in hostile.descendants().filter(|node| node.has_tag_name((MAIN, "t"))) {
                let length = text.text().unwrap_or_default().encode_utf16().count();
                assert!(length <= MOST_IN_CELL, "a cell with {length} characters");
            }
            continue;
        }
        let elements = |tree: &roxmltree::Document<'_>| {
            let elements = tree.descendants().filter(roxmltree::Node::is_element);
            elements.map(|element| element.tag_name().name().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(elements(&hostile), elements(&plain), "{name}");
        let formulas = |tree: &roxmltree::Document<'_>| {
            let formulas = tree.descendants().filter(|node| node.tag_name().name() == "f");
            formulas.map(|formula| without_strings(formula.text().unwrap_or_default())).collect::<Vec<_>>()
        };
        assert_eq!(formulas(&hostile), formulas(&plain), "{name}");
        if is_name {
            let formulas = hostile.descendants().filter(|node| node.tag_name().name() == "f");
            let longest = formulas.map(|formula| formula.text().unwrap_or_default().encode_utf16().count()).max();
            assert!(longest.unwrap_or_default() <= MOST_IN_FORMULA, "a formula of {longest:?} characters in {name}");
        }
    }
}

/// The namespace of workbooks.
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// How long a name may be, so that a note with it loads.
const LONGEST_NAME: usize = 300;

/// The most characters that a formula has.
const MOST_IN_FORMULA: usize = 8_192;

/// The most characters that a cell holds.
const MOST_IN_CELL: usize = 32_767;

/// A formula without what stands in its strings, of which several may be put together, and none is longer than Excel takes.
fn without_strings(formula: &str) -> String {
    let mut kept = String::new();
    let mut letters = formula.chars().peekable();
    while let Some(letter) = letters.next() {
        kept.push(letter);
        if letter != '"' {
            continue;
        }
        let mut length = 0_usize;
        while let Some(letter) = letters.next() {
            if letter != '"' || letters.next_if_eq(&'"').is_some() {
                length += letter.len_utf16();
                continue;
            }
            break;
        }
        assert!(length <= 510, "a string of {length} characters in {formula}");
        kept.push('"');
    }
    while kept.contains("\"\"&\"\"") {
        kept = kept.replace("\"\"&\"\"", "\"\"");
    }
    kept
}
