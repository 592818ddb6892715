//! A file that anybody brings is a note or is refused with reasons: never with a panic, and never without a word.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::fs;

use engine::notes::{CITY, Library};
use load::{ReadNote, in_english, read_note};
use model::evaluate::{Perspective, evaluate};
use model::fault::{Encoding, Fault, Foreign, Form, Kind, Part, Problem, Syntax};
use model::money::Thousands;
use model::note::{Area, Document, Driver, DriverKind, Origin, Reached};
use model::scenario::Scenario;
use proptest::prelude::*;
use testing::in_repository;

const SHIPPED: [&str; 5] = ["bi07-2022-a", "bi07-2022-b", "bi10-2026", "bi11-2026", "ips-2018"];

/// A note with as little as a note can have.
const MINIMAL: &str = r#"
title = "Lektiehjælp"
years = [2027, 2030]
[[effort]]
name = "Lektiehjælp"
length = "years"
[[driver]]
id = "years"
name = "Varighed"
unit = "years"
value = 3
[[driver]]
id = "pay"
name = "Løn"
unit = "amount-per-year"
value = 1_200.5
[[line]]
name = "Løn"
side = "cost"
area = "service"
rule = { fixed = { amount = "pay" } }
"#;

fn shipped(id: &str) -> String {
    fs::read_to_string(in_repository("data").join(format!("{id}.toml"))).unwrap()
}

/// The file beside all documents that ship but this one.
fn read_beside(but: &str, bytes: &[u8]) -> Result<ReadNote, Vec<Problem>> {
    let library = Library::embedded().unwrap();
    let others: Vec<Document> = library.documents().iter().filter(|document| document.id != but).cloned().collect();
    read_note(&CITY, &others, bytes)
}

fn read(text: &str) -> Result<ReadNote, Vec<Problem>> {
    read_note(&CITY, &[], text.as_bytes())
}

#[track_caller]
fn expect_read(text: &str) -> (Document, ReadNote) {
    let read = read(text).unwrap_or_else(|problems| panic!("{:#?}", said(&problems)));
    let added = read.documents.iter().find(|document| document.id == read.added).unwrap().clone();
    (added, read)
}

fn said(problems: &[Problem]) -> Vec<String> {
    let said = |problem: &Problem| {
        let place = problem.place.as_ref().map(|place| format!("{}:{} ", place.line, place.column));
        format!("{}{}", place.unwrap_or_default(), in_english(problem))
    };
    problems.iter().map(said).collect()
}

#[track_caller]
fn expect_only(bytes: &[u8], fault: &Fault) {
    let problems = read_note(&CITY, &[], bytes).unwrap_err();
    assert_eq!(problems.iter().map(|problem| &problem.fault).collect::<Vec<_>>(), [fault]);
}

/// The file as JSON of the same shape, with numbers as they are written.
fn as_json(text: &str) -> String {
    serde_json::to_string_pretty(&toml::from_str::<toml::Table>(text).unwrap()).unwrap()
}

#[test]
fn the_notes_that_ship_load_as_toml_and_as_json() {
    let library = Library::embedded().unwrap();
    for id in SHIPPED {
        let text = shipped(id);
        for (bytes, form) in [(text.clone(), Form::Toml), (as_json(&text), Form::Json)] {
            let mut read =
                read_beside(id, bytes.as_bytes()).unwrap_or_else(|problems| panic!("{:#?}", said(&problems)));
            assert_eq!((read.form, read.added.as_str(), &read.city), (form, id, &*CITY));
            assert_eq!(read.remarks, [], "{id}");
            for document in &mut read.documents {
                document.omitted_counts.clear();
                // The one that was read has the fingerprint of its file.
                assert_eq!(document.fingerprint.take().is_some(), document.id == id, "{}", document.id);
            }
            assert_eq!(read.documents, library.documents(), "{id} as {form:?}");
        }
    }
}

#[test]
fn a_note_may_have_little() {
    let (document, read) = expect_read(MINIMAL);
    assert_eq!((document.id.as_str(), document.budget, document.price_level), ("lektiehjaelp", 2027, 2027));
    assert_eq!(read.remarks, []);
    let note = document.notes().next().unwrap();
    let driver = note.variant.driver(note.variant.find_driver("pay").unwrap()).unwrap();
    assert_eq!(driver.origin, Origin::OfFile { why: None });
    let outcome = evaluate(&Scenario::baseline(note)).unwrap();
    let cells: Vec<i64> = outcome.lines[0].cells.iter().copied().map(Thousands::get).collect();
    assert_eq!(cells, [1201, 1201, 1201, 0]);
}

#[test]
fn amounts_may_be_in_kroner_or_millions() {
    let (thousands, _) = expect_read(MINIMAL);
    for (unit, value) in [("kr", "1_200_500"), ("mio", "1.2005")] {
        let text =
            MINIMAL.replace("years = [2027", &format!("unit = \"{unit}\"\nyears = [2027")).replace("1_200.5", value);
        let read = Document { fingerprint: thousands.fingerprint.clone(), ..expect_read(&text).0 };
        assert_eq!(read, thousands, "{unit}");
    }
    let problems = read(&MINIMAL.replace("years = [2027", "unit = \"kr\"\nyears = [2027").replace("1_200.5", "0.0001"))
        .unwrap_err();
    assert!(matches!(problems[0].fault, Fault::TooFine { decimals: 2, .. }), "{problems:?}");
}

#[test]
fn bodies_of_any_municipality_are_named_in_free_text() {
    let named =
        "committees = [{ committee = \"Kultur- og Fritidsudvalget\", share = 1 }]\nadministrations = [\"Kultur\"]\n";
    let (document, read) = expect_read(&format!("{MINIMAL}{named}"));
    let share = &document.variants[0].lines[0].committees[0];
    let body = read.city.committee(share.committee).unwrap();
    assert_eq!((body.id.as_str(), body.short.as_str()), ("kultur-og-fritidsudvalg", "Kultur- og Fritidsudvalget"));
    assert_eq!(read.city.committees.len(), CITY.committees.len() + 1);
    // One of the city's own is known by its name, too.
    let known = named.replace("Kultur- og Fritidsudvalget", "Socialudvalget");
    let (document, _) = expect_read(&format!("{MINIMAL}{known}"));
    assert_eq!(document.variants[0].lines[0].committees[0].committee.id(), "sud");
    let outcome = evaluate(&Scenario::baseline(document.notes().next().unwrap())).unwrap();
    assert!(outcome.view(Perspective::Committee(CITY.find_committee("sud").unwrap())).is_some());
    // What looks like an id is one, or a slip.
    let problems = said_of(&format!("{MINIMAL}{}", named.replace("Kultur- og Fritidsudvalget", "sudd")));
    assert_eq!(problems, ["22:29 lektiehjaelp/line/1: there is no Committee \"sudd\" (like \"sud\")"]);
}

fn said_of(text: &str) -> Vec<String> {
    said(&read(text).unwrap_err())
}

#[test]
fn a_line_is_not_told_of_the_fault_of_its_driver() {
    let text = MINIMAL.replace("value = 1_200.5", "value = \"tolv\"").replace("side = \"cost\"", "side = \"kost\"");
    assert_eq!(
        said_of(&text),
        [
            "16:9 lektiehjaelp/pay: \"tolv\" is no number",
            "19:8 lektiehjaelp/line/1: \"kost\" is none of cost, income, saving",
        ]
    );
}

/// Two lines, of which the second one is a share of the first, and eight faults: three that reading finds, and five of sums and of what other items are called.
const FAULTY: &str = r#"
title = "Lektiehjælp"
years = [2027, 2030]
[[effort]]
name = "Lektiehjælp"
start = "snart"
length = "aar"
[[driver]]
id = "years"
name = "Varighed"
unit = "years"
value = 3
[[driver]]
id = "pay"
name = "Løn"
unit = "amount-per-year"
value = 1200
[[line]]
id = "wages"
name = "Løn"
side = "kost"
area = "service"
rule = { fixed = { amount = "lon" } }
committees = [{ committee = "sud", share = "0.6" }]
[[line]]
id = "overhead"
name = "Overhead"
side = "cost"
area = "servise"
rule = { share-of = { lines = ["wage"], share = "andel" } }
"#;

#[test]
fn every_fault_is_told_at_once() {
    let said = said_of(FAULTY);
    let expected = [
        "WholeNumber is needed, not Text",
        "there is no Driver \"aar\"",
        "\"kost\"",
        "there is no Driver \"lon\"",
        "0.6",
        "\"servise\"",
        "there is no Line \"wage\"",
        "there is no Driver \"andel\"",
    ];
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    for (said, expected) in said.iter().zip(expected) {
        assert!(said.contains(expected), "{said} has no {expected}");
    }
}

#[test]
fn an_amount_after_the_effort_is_a_fault() {
    let with = |schedule: &str| said_of(&format!("{}\nschedule = {schedule}\n", MINIMAL.trim_end()));
    for schedule in ["{ once = 9 }", "{ years = [0, 0, 0, 1] }", "{ amounts = { 2035 = 5 } }"] {
        let said = with(schedule);
        assert!(matches!(said.as_slice(), [one] if one.contains("is after 2029")), "{schedule}: {said:?}");
    }
}

#[test]
fn json_that_is_no_object_is_told_so() {
    for text in ["[1,2]", "null", "5", "[ [1], 2 ]\n", "\"note\"", "[]"] {
        expect_only(text.as_bytes(), &Fault::NoObject);
    }
}

#[test]
fn a_carriage_return_alone_ends_a_line() {
    assert_eq!(read(&MINIMAL.replace('\n', "\r")).unwrap().documents, read(MINIMAL).unwrap().documents);
    let wrong = MINIMAL.replace("value = 3", "value = \"tre\"");
    assert_eq!(said_of(&wrong.replace('\n', "\r")), said_of(&wrong));
}

#[test]
fn of_many_faults_the_first_lines_are_shown() {
    let lines = (0..400).map(|number| {
        // That there is no such driver is found after all that cannot be read.
        let side = if number < 100 { "cost" } else { "kost" };
        format!("[[line]]\nname = \"{number}\"\nside = \"{side}\"\narea = \"service\"\nrule = {{ fixed = {{ amount = \"ukendt\" }} }}\n")
    });
    let problems = read(&format!("{MINIMAL}{}", lines.collect::<String>())).unwrap_err();
    let places: Vec<u32> = problems.iter().filter_map(|problem| Some(problem.place.as_ref()?.line)).collect();
    assert_eq!(places.len(), 200);
    assert!(places.is_sorted());
    let first = u32::try_from(MINIMAL.lines().count()).unwrap() + 5;
    assert_eq!(
        places.iter().take(100).copied().collect::<Vec<_>>(),
        (0..100).map(|line| first + 5 * line).collect::<Vec<_>>()
    );
    assert!(matches!(problems.last().unwrap().fault, Fault::More(_)));
}

#[test]
fn the_template_is_a_note() {
    let text = fs::read_to_string(in_repository("docs/note-template.toml")).unwrap();
    let (document, read) = expect_read(&text);
    assert_eq!(read.remarks, []);
    assert_eq!(
        evaluate(&Scenario::baseline(document.notes().next().unwrap())).unwrap().years,
        [2027, 2028, 2029, 2030]
    );
}

#[test]
fn an_effort_says_what_its_people_reach_in_few_words() {
    let with =
        |outcome: &str| MINIMAL.replace("length = \"years\"", &format!("length = \"years\"\noutcome = {outcome}"));
    let reached = |text: &str| expect_read(text).0.variants[0].efforts[0].reached.clone();
    assert_eq!(reached(MINIMAL), Reached::JobOrEducation);
    let Reached::Named(own) = reached(&with("\"i egen bolig\"")) else { panic!("a job") };
    assert_eq!(own.get("da"), ("i egen bolig", "da"));
    assert_eq!(own.get("en"), ("i egen bolig", "da"));
    let Reached::Named(both) = reached(&with("{ da = \"i egen bolig\", en = \"in a home\" }")) else { panic!("a job") };
    assert_eq!(both.get("en"), ("in a home", "en"));

    for empty in ["\"\"", "\" \"", "{}", "{ da = \"i egen bolig\", en = \" \" }"] {
        let problems = read(&with(empty)).unwrap_err();
        let [problem] = problems.as_slice() else { panic!("{empty}: {:#?}", said(&problems)) };
        assert_eq!(problem.fault, Fault::Missing(Part::Wording), "{empty}");
    }
    let long = "i en bolig, som de selv har fundet, og som de kan blive boende i";
    assert_eq!(
        said_of(&with(&format!("\"{long}\""))),
        ["7:11 lektiehjaelp/effort/1: the text has more than 60 characters"]
    );
    reached(&with(&format!("\"{}\"", "æ".repeat(60))));
}

#[test]
fn what_people_do_is_said_instead_of_what_they_reach_and_not_beside_it() {
    let with = |more: &str| MINIMAL.replace("length = \"years\"", &format!("length = \"years\"\n{more}"));
    let (document, _) = expect_read(&with("achieves = \"undgår en sygemelding\""));
    let Reached::Done(words) = &document.variants[0].efforts[0].reached else { panic!("it is what they do") };
    assert_eq!(words.get("da"), ("undgår en sygemelding", "da"));
    let both = read(&with("achieves = \"undgår en sygemelding\"\noutcome = \"i egen bolig\"")).unwrap_err();
    assert_eq!(both[0].fault, Fault::Missing(Part::OneOutcome));
}

/// What people would have reached anyway is what they reach.
#[test]
fn the_share_who_would_have_reached_it_anyway_is_of_what_the_efforts_say() {
    let text = fs::read_to_string(in_repository("docs/note-template.toml")).unwrap();
    let (document, _) = expect_read(&text);
    let variant = &document.variants[0];
    let anyway = variant.driver(variant.find_driver(Driver::FOUND_ANYWAY).unwrap()).unwrap();
    assert_eq!(anyway.kind, DriverKind::FoundAnyway { reached: variant.efforts[0].reached.clone() });
    assert!(matches!(variant.reached(), Reached::Named(_)));
}

#[test]
fn other_encodings_are_read_with_a_remark() {
    let utf16 = |mark: &[u8], to_bytes: fn(u16) -> [u8; 2]| {
        [mark.to_vec(), MINIMAL.encode_utf16().flat_map(to_bytes).collect()].concat()
    };
    let windows: Vec<u8> = MINIMAL.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let files = [
        (format!("\u{feff}{MINIMAL}").into_bytes(), Some(Encoding::Utf8WithMark)),
        (utf16(b"\xFF\xFE", u16::to_le_bytes), Some(Encoding::Utf16)),
        (utf16(b"\xFE\xFF", u16::to_be_bytes), Some(Encoding::Utf16)),
        (utf16(b"", u16::to_le_bytes), Some(Encoding::Utf16)),
        (utf16(b"", u16::to_be_bytes), Some(Encoding::Utf16)),
        (windows, Some(Encoding::Windows1252)),
        (MINIMAL.replace('\n', "\r\n").into_bytes(), None),
    ];
    let expected = expect_read(MINIMAL).0;
    for (bytes, encoding) in files {
        let read =
            read_note(&CITY, &[], &bytes).unwrap_or_else(|problems| panic!("{encoding:?} {:#?}", said(&problems)));
        assert_eq!(read.documents, std::slice::from_ref(&expected), "{encoding:?}");
        let remarks: Vec<_> = read.remarks.into_iter().map(|remark| remark.fault).collect();
        assert_eq!(remarks, encoding.map(Fault::Decoded).into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn other_kinds_of_files_are_told_by_their_content() {
    let foreign: [(&[u8], Foreign); 11] = [
        (b"%PDF-1.7\n%\xE2\xE3", Foreign::Pdf),
        (b"PK\x03\x04....xl/workbook.xml", Foreign::Workbook),
        (b"PK\x03\x04....word/document.xml", Foreign::TextDocument),
        (b"PK\x03\x04....notes.toml", Foreign::Archive),
        (b"\x89PNG\r\n\x1A\n", Foreign::Picture),
        (b"<!doctype html><p a=1>", Foreign::WebPage),
        (b"Post;2027;2028\nL\xC3\xB8n;1;2\n", Foreign::Table),
        (b"Post\t2027\t2028\nLon\t1\t2\n", Foreign::Table),
        (b"K\xC3\xA6re alle\n\nHermed notatet.", Foreign::Prose),
        (b"\x00\x01\x02\x03\x04", Foreign::Binary),
        (b"{\\rtf1 hej}", Foreign::TextDocument),
    ];
    for (bytes, foreign) in foreign {
        expect_only(bytes, &Fault::Foreign(foreign));
    }
    expect_only(b"", &Fault::Empty);
    expect_only(b"\xEF\xBB\xBF \n", &Fault::Empty);
    expect_only(&vec![b'a'; 5_000_001], &Fault::TooLarge { bytes: 5_000_001, most: 5_000_000 });
}

#[test]
fn clumsy_texts_are_named() {
    let toml = |text: &str| read(text).unwrap_err().remove(0).fault;
    assert_eq!(toml("title = “Lektiehjælp”"), Fault::Syntax(Form::Toml, Syntax::SmartQuotes));
    assert_eq!(toml("title = Lektiehjælp"), Fault::Syntax(Form::Toml, Syntax::BareText));
    assert_eq!(toml("title = \"a\"\ntitle = \"b\""), Fault::FieldTwice("title".to_owned()));
    assert_eq!(toml("{\"title\": \"a\", \"title\": \"b\"}"), Fault::FieldTwice("title".to_owned()));
    assert_eq!(toml("{\"title\": “a”}"), Fault::Syntax(Form::Json, Syntax::SmartQuotes));
    assert_eq!(toml("{\"title\": \"a\" \"budget\": 1}"), Fault::Syntax(Form::Json, Syntax::Comma));
    for key in ["__proto__", "constructor"] {
        let fault = toml(&format!("{key} = 1\n{MINIMAL}"));
        assert_eq!(fault, Fault::Field { field: key.to_owned(), meant: None });
    }
    for deep in [format!("a = {}", "[".repeat(10_000)), format!("{{\"a\": {}", "[".repeat(10_000))] {
        assert!(read(&deep).unwrap_err().iter().any(|problem| problem.fault == Fault::Nested));
    }
    let ten = "10000000000000000000000000000";
    let problems = read(&MINIMAL.replace("1_200.5", ten)).unwrap_err();
    assert!(matches!(problems[0].fault, Fault::OutOfBounds { .. }), "{problems:?}");
    let problems = read(&MINIMAL.replace("1_200.5", &ten.repeat(3))).unwrap_err();
    assert!(matches!(problems[0].fault, Fault::TooManyDigits(_)), "{problems:?}");
}

/// A code in a text may stand for any character. Some of them no workbook and no picture can hold.
#[test]
fn a_character_that_files_cannot_hold_is_refused() {
    let in_toml = |code: &str| MINIMAL.replacen("name = \"", &format!("name = \"{code}"), 1);
    let in_json = |code: &str| as_json(MINIMAL).replacen("\"name\": \"", &format!("\"name\": \"{code}"), 1);
    for (code, letter) in [
        ("\\u0001", '\u{1}'),
        ("\\u0000", '\0'),
        ("\\u007f", '\u{7f}'),
        ("\\u0085", '\u{85}'),
        ("\\uffff", '\u{ffff}'),
        ("\\ufdd0", '\u{fdd0}'),
    ] {
        for text in [in_toml(code), in_json(code)] {
            let problems = read(&text).unwrap_err();
            assert_eq!(problems.len(), 1, "{problems:?}");
            assert_eq!(problems[0].fault, Fault::Character(letter), "{text}");
            assert!(problems[0].place.is_some(), "{text}");
        }
    }
    for code in ["\\t", "\\n", "\\u00ad", "\\ufeff", "\\U0001F600", "\\uf0b7"] {
        read(&in_toml(code)).unwrap();
    }
}

/// Names stand in formulas of workbooks, which have a largest size.
#[test]
fn a_name_that_no_sentence_can_hold_is_refused() {
    for field in ["title", "name"] {
        let with = |length: usize| {
            let name = "æ".repeat(length);
            MINIMAL.replacen(&format!("{field} = \"Lektiehjælp\""), &format!("{field} = \"{name}\""), 1)
        };
        read(&with(300)).unwrap();
        let problems = read(&with(301)).unwrap_err();
        assert_eq!(problems[0].fault, Fault::TextTooLong(300), "{field}: {problems:?}");
    }
}

#[test]
fn a_point_that_may_be_between_thousands_is_asked_about() {
    for number in ["560.000", "\"1.250\"", "-2.040"] {
        let fault = read(&MINIMAL.replace("1_200.5", number)).unwrap_err().remove(0).fault;
        assert_eq!(fault, Fault::PointOfThousands(number.replace('"', "")));
    }
    for number in ["560.5", "0.250", "1200.000", "560.125", "1.25"] {
        read(&MINIMAL.replace("1_200.5", number)).unwrap();
    }
}

#[test]
fn a_blank_in_the_place_of_a_name_is_no_name() {
    let fault = read(&MINIMAL.replace("amount = \"pay\"", "amount = \"\"")).unwrap_err().remove(0).fault;
    assert!(matches!(fault, Fault::Unknown { kind: Kind::Driver, ref id, .. } if id.is_empty()), "{fault:?}");
}

#[test]
fn a_note_without_an_effort_is_told_so_once() {
    let (before, rest) = MINIMAL.split_once("[[effort]]").unwrap();
    let (_, after) = rest.split_once("[[").unwrap();
    let problems = read(&format!("{before}[[{after}")).unwrap_err();
    assert_eq!(said(&problems).len(), 1, "{problems:?}");
}

/// The page adds drivers of its own to every note.
#[test]
fn ids_of_drivers_that_the_page_adds_are_taken() {
    for id in ["anyway", "all-pay", "all-amounts"] {
        let text = MINIMAL.replace("\"pay\"", &format!("\"{id}\""));
        assert_eq!(read(&text).unwrap_err()[0].fault, Fault::Duplicate(id.to_owned()));
    }
}

#[test]
fn followers_go_in_no_circle() {
    let follow = |leader: &str| format!("value = 1_200.5\nfollows = {{ driver = \"{leader}\" }}");
    let other = "[[driver]]\nid = \"rent\"\nname = \"Husleje\"\nunit = \"amount-per-year\"\nvalue = 2\nfollows = { driver = \"pay\" }\n[[line]]";
    let text = MINIMAL.replace("value = 1_200.5", &follow("rent")).replace("[[line]]", other);
    let faults: Vec<_> = read(&text).unwrap_err().into_iter().map(|problem| problem.fault).collect();
    assert_eq!(faults, [Fault::Leader("rent".to_owned()), Fault::Leader("pay".to_owned())]);
    let own = MINIMAL.replace("value = 1_200.5", &follow("pay"));
    assert_eq!(read(&own).unwrap_err()[0].fault, Fault::Leader("pay".to_owned()));
}

#[test]
fn large_notes_load_and_larger_ones_are_refused() {
    let note = |drivers: usize, lines: usize| {
        let mut text = MINIMAL.split("[[line]]").next().unwrap().to_owned();
        for driver in 0..drivers {
            text.extend([format!(
                "[[driver]]\nid = \"d{driver}\"\nname = \"D\"\nunit = \"amount-per-year\"\nvalue = 1\n"
            )]);
        }
        for line in 0..lines {
            let driver = line % drivers;
            text.extend([format!("[[line]]\nname = \"L\"\nside = \"cost\"\narea = \"service\"\nrule = {{ fixed = {{ amount = \"d{driver}\" }} }}\n")]);
        }
        text
    };
    let (document, _) = expect_read(&note(1_000, 10_000));
    assert_eq!(document.variants[0].lines.len(), 10_000);
    let problems = read(&note(3_000, 10)).unwrap_err();
    assert!(matches!(problems[0].fault, Fault::TooMany { most: 2_000, .. }), "{problems:?}");
}

/// What does not hinder is a remark: documents contradict themselves.
#[test]
fn printed_numbers_that_do_not_fit_are_remarks() {
    let text = shipped("ips-2018").replacen("cells = [-2203,", "cells = [-2204,", 1);
    let read = read_beside("ips-2018", text.as_bytes()).unwrap();
    let sums = read.remarks.iter().filter(|remark| matches!(remark.fault, Fault::Sum { .. })).count();
    let computed = read.remarks.iter().filter(|remark| matches!(remark.fault, Fault::Computed { .. })).count();
    assert_eq!((sums, computed), (1, 1), "{:#?}", said(&read.remarks));
}

/// Loads and, if it loads, computes whatever it has.
fn try_out(bytes: &[u8]) {
    match read_note(&CITY, &[], bytes) {
        Ok(read) => {
            for note in read.documents.iter().flat_map(Document::notes) {
                evaluate(&Scenario::baseline(note)).unwrap();
            }
        }
        Err(problems) => assert!(!problems.is_empty(), "refused without a word"),
    }
}

/// A change that a clumsy hand makes.
fn mutated(text: &str, line: usize, kind: u8, number: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    // An earlier change may have taken every line away.
    if lines.is_empty() {
        return String::new();
    }
    let (line, other) = (line % lines.len(), (line / 7) % lines.len());
    match kind {
        0 => drop(lines.remove(line)),
        1 => lines.insert(line, lines[line].clone()),
        2 => lines.swap(line, other),
        3 => lines[line] = lines[line].replace(|letter: char| letter.is_ascii_digit(), number),
        4 => lines[line] = lines[line].replace('"', number),
        _ => lines.truncate(line),
    }
    lines.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn random_bytes_are_refused_with_a_word(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        try_out(&bytes);
    }

    #[test]
    fn random_texts_of_the_format_are_refused_with_a_word(text in "(\\[\\[(line|driver|effort|table)\\]\\]\n|(id|name|value|years|rule|title|unit) = (\"[a-z]{0,3}\"|-?[0-9]{1,30}|\\[[0-9, ]{0,9}\\]|\\{ fixed = 1 \\})\n){0,30}") {
        try_out(text.as_bytes());
    }

    #[test]
    fn mutated_notes_load_or_are_refused_with_a_word(
        file in 0_usize..5,
        changes in proptest::collection::vec((any::<usize>(), 0_u8..6, "[0-9.e-]{0,4}"), 1..4),
        json in any::<bool>(),
    ) {
        let text = shipped(SHIPPED[file]);
        let text = if json { as_json(&text) } else { text };
        let text = changes.iter().fold(text, |text, (line, kind, number)| mutated(&text, *line, *kind, number));
        prop_assume!(!text.is_empty());
        try_out(text.as_bytes());
    }

    #[test]
    fn notes_from_a_generator_load_and_are_computed(
        first in 2000_u16..2090,
        length in 1_u32..8,
        amounts in proptest::collection::vec((0_u32..1_000_000, any::<bool>(), 0_u8..5), 1..6),
        citizens in 0_u32..5_000,
        share in 0_u32..=100,
    ) {
        let mut text = format!(
            "title = \"Et notat\"\nyears = [{first}, {}]\n[[effort]]\nname = \"E\"\nlength = \"years\"\ncitizens = \"people\"\ncaseload = \"load\"\neffect = {{ full = \"share\" }}\n",
            first + 5
        );
        let driver = |id: &str, unit: &str, value: String| {
            format!("[[driver]]\nid = \"{id}\"\nname = \"{id}\"\nunit = \"{unit}\"\nvalue = {value}\n")
        };
        text += &driver("years", "years", length.to_string());
        text += &driver("people", "citizens", citizens.to_string());
        text += &driver("load", "citizens-per-post", "25".to_owned());
        text += &driver("share", "share", format!("{}.{:02}", share / 100, share % 100));
        for (index, (amount, is_saving, kind)) in amounts.iter().enumerate() {
            let (unit, rule) = match kind {
                0 => ("amount-per-year", format!("fixed = {{ amount = \"a{index}\" }}")),
                1 => ("amount-per-outcome", format!("per-citizen = {{ amount = \"a{index}\" }}")),
                2 => ("amount-per-outcome", format!("per-outcome = {{ amount = \"a{index}\" }}")),
                _ => ("cost-per-post", format!("staff = {{ cost = \"a{index}\" }}")),
            };
            text += &driver(&format!("a{index}"), unit, (amount % 10_000).to_string());
            let side = if *is_saving { "saving" } else { "cost" };
            text.extend([format!("[[line]]\nname = \"L{index}\"\nside = \"{side}\"\narea = \"service\"\nrule = {{ {rule} }}\n")]);
        }
        let (document, read) = expect_read(&text);
        prop_assert_eq!(read.remarks, []);
        prop_assert!(evaluate(&Scenario::baseline(document.notes().next().unwrap())).is_ok());
        // JSON of the same shape is the same note.
        prop_assert_eq!(expect_read(&as_json(&text)).0, document);
    }
}

#[test]
fn a_number_is_within_its_own_range() {
    let ranged = |value: &str, low: &str, high: &str| {
        let value = format!("value = {value}\nrange = {{ low = {low}, high = {high} }}");
        let text = MINIMAL.replace("value = 1_200.5", &value).replace("years = [", "unit = \"kr\"\nyears = [");
        read_note(&CITY, &[], text.as_bytes())
            .map(|_| ())
            .map_err(|problems| problems.iter().map(in_english).collect::<String>())
    };
    for (value, low, high) in [("150000", "150000", "200000"), ("200000", "150000", "200000")] {
        assert_eq!(ranged(value, low, high), Ok(()));
    }
    let outside = ranged("210000", "150000", "200000").unwrap_err();
    assert!(outside.contains("210000 is not within its range, 150000 to 200000"), "as it is written: {outside}");
    let turned = ranged("150000", "200000", "150000").unwrap_err();
    assert!(turned.contains("200000 is not below 150000"), "{turned}");
}

#[test]
fn a_steering_area_is_named_by_its_id_its_name_or_in_free_text() {
    let area_of = |area: &str| {
        let text = MINIMAL.replace("area = \"service\"", &format!("area = \"{area}\""));
        let read = read_note(&CITY, &[], text.as_bytes());
        read.map(|read| read.documents[0].variants[0].lines[0].area.clone())
            .map_err(|problems| problems.iter().map(in_english).collect::<String>())
    };
    for (written, known) in [
        ("service", Area::Service),
        ("Serviceudgifter", Area::Service),
        ("Overførsler", Area::Transfers),
        ("Indsats (EI)", Area::Programme),
        ("Efterspørgselsstyrede overførsler", Area::DemandLedTransfers),
        ("ANLÆG", Area::Capital),
    ] {
        assert_eq!(area_of(written), Ok(known), "{written}");
    }
    let Ok(Area::Named(names)) = area_of(" Forsikrede ledige ") else { panic!("it is free text") };
    assert_eq!(names.get("en"), ("Forsikrede ledige", "da"));
    for written in ["servise", "", "a--b"] {
        let refused = area_of(written).unwrap_err();
        assert!(refused.contains("demand-led-transfers"), "{written:?} is refused with what it may be: {refused}");
    }
}

#[test]
fn a_body_without_a_name_is_said_to_have_none() {
    for bodies in ["committees = [{ committee = \"\", share = 1 }]", "administrations = [\"\"]"] {
        let text = format!("{MINIMAL}{bodies}\n");
        let problems = read_note(&CITY, &[], text.as_bytes()).map(|_| ()).unwrap_err();
        assert_eq!(problems.len(), 1, "{bodies}: {problems:?}");
    }
}

#[test]
fn that_nothing_is_left_afterwards_may_be_said_where_no_effect_is() {
    let template = fs::read_to_string(in_repository("docs/note-template.toml")).unwrap();
    let rule = "rule = { per-outcome = { amount = \"mindre-ydelse\" } }";
    assert!(template.contains(rule));
    let with = |after: &str| {
        let text = template.replace(rule, &format!("{rule}\nschedule = {{ years = [0.5, 1], after = {after} }}"));
        read_note(&CITY, &[], text.as_bytes()).map(|_| ())
    };
    assert_eq!(with("0"), Ok(()));
    let problems = with("0.5").unwrap_err();
    assert!(problems.iter().any(|problem| problem.fault == Fault::NothingAfterwards), "{problems:?}");
}
