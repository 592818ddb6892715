//! CSV and JSON of any scenario: other programs can read the files, and the page can open its own.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

mod common;

use common::{DAY, subject, subject_at};
use engine::link::{Notice, Page, Screen};
use engine::scenario_file::{FileError, OpenedFile, Remark, read};
use files::{Subject, csv, json};
use jsonschema::Validator;
use model::language::Language;
use model::scenario::Scenario;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json as js};
use testing::{Any, LIBRARY, any_scenario, decimal, every_note, note, scenario};

/// The rows of an exported CSV file, as a program that knows `;` or `,` reads them.
#[track_caller]
fn rows(bytes: &[u8], separator: u8) -> Vec<Vec<String>> {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut reader = ::csv::ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(text);
    reader.records().map(|row| row.expect("rows of one width").iter().map(str::to_owned).collect()).collect()
}

fn danish(scenario: &Scenario<'static>) -> Vec<Vec<String>> {
    rows(&csv::write(&subject(scenario), Language::Danish).unwrap(), b';')
}

fn number(field: &str) -> Option<Decimal> {
    field.replace(',', ".").parse().ok()
}

#[test]
fn danish_excel_gets_semicolons_decimal_commas_and_a_byte_order_mark() {
    let bytes = csv::write(&subject(&scenario("ips-2018", &[("effect", "0.275")])), Language::Danish).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(
        text.starts_with("\u{feff}Afsnit;Id;Navn;Enhed;Værdi;Notatets værdi;2018;2019;2020;2021;2022;I alt;Kilde\r\n")
    );
    assert_eq!(text.matches("\r\n").count(), text.matches('\n').count(), "every line ends as Windows has it");
    let effect = text.lines().find(|line| line.starts_with("Forudsætning;effect;")).expect("a row for the effect");
    assert!(effect.contains(";27,5;25;"), "{effect}");
    let benefits = text.lines().find(|line| line.contains("/benefits;")).expect("a row for the benefits");
    assert!(benefits.contains(";-2423;-4846;-4846;-4846;-1939;-18900;"), "{benefits}");
}

#[test]
fn english_excel_gets_commas_and_points() {
    let scenario = scenario("ips-2018", &[("effect", "0.275")]);
    let link = Page::of(Screen::Note, Language::English).link(&scenario);
    let subject = Subject::open(&LIBRARY, &format!("https://example.org/#{link}"), DAY).unwrap();
    let rows = rows(&csv::write(&subject, Language::English).unwrap(), b',');
    assert_eq!(rows[0][..5], ["Section", "Id", "Name", "Unit", "Value"]);
    let effect = rows.iter().find(|row| row[1] == "effect").expect("a row for the effect");
    assert_eq!(effect[4..6], ["27.5", "25"]);
}

#[test]
fn the_words_follow_the_reader_and_the_marks_the_excel_that_is_chosen() {
    let scenario = scenario("ips-2018", &[("effect", "0.275")]);
    let rows = rows(&csv::write(&subject(&scenario), Language::English).unwrap(), b',');
    assert_eq!(rows[0][..5], ["Afsnit", "Id", "Navn", "Enhed", "Værdi"]);
    let effect = rows.iter().find(|row| row[1] == "effect").expect("a row for the effect");
    assert_eq!(effect[4..6], ["27.5", "25"]);
}

#[test]
fn a_text_that_starts_like_a_formula_is_quoted() {
    for text in ["=1+1", "+45", "-2 %", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠1"] {
        assert_eq!(csv::guarded(text), format!("'{text}"));
    }
    for text in ["", "150 × 25 %", "a=b", "“=”", "1-2"] {
        assert_eq!(csv::guarded(text), text);
    }
}

fn schema() -> Validator {
    let text = std::fs::read_to_string(testing::in_repository("schema/scenario-1.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    assert!(jsonschema::meta::is_valid(&schema), "the schema itself is no schema");
    jsonschema::validator_for(&schema).unwrap()
}

#[track_caller]
fn written(scenario: &Scenario<'static>) -> String {
    json::write(&subject(scenario)).unwrap()
}

#[track_caller]
fn opened(text: &str) -> OpenedFile<'static> {
    read(&LIBRARY, text).unwrap_or_else(|error| panic!("{error:?}"))
}

/// The file of the business case with a change made to it.
#[track_caller]
fn damaged(damage: impl Fn(&mut Value)) -> String {
    let mut value: Value = serde_json::from_str(&written(&Scenario::baseline(note("ips-2018")))).unwrap();
    damage(&mut value);
    serde_json::to_string_pretty(&value).unwrap()
}

#[track_caller]
fn refused(text: &str) -> FileError {
    let error = read(&LIBRARY, text).err().unwrap_or_else(|| panic!("{text} was opened"));
    for language in Language::ALL {
        let said = words::of(language).file_error(&error);
        assert!(said.ends_with('.') && said.len() > 10, "{said}");
    }
    error
}

#[test]
fn a_file_says_what_it_is_and_where_it_is_described() {
    let value: Value = serde_json::from_str(&written(&scenario("ips-2018", &[("caseload", "20")]))).unwrap();
    assert_eq!(value["$schema"], "https://example.org/indsats/scenario-1.schema.json");
    assert_eq!(value["link"], "https://example.org/indsats/index.html#v=1&note=ips-2018&caseload=20");
    assert_eq!(value["written"]["on"], "2026-03-01");
    let caseload = value["scenario"]["drivers"].as_array().unwrap().iter().find(|driver| driver["id"] == "caseload");
    assert_eq!(
        *caseload.unwrap(),
        js!({"id": "caseload", "value": "20", "published": "25", "unit": "citizens-per-post"})
    );
    let total = &value["outcome"]["perspectives"][0];
    assert_eq!(total["id"], "total");
    assert_eq!(total["costs"][0], 5651);
}

#[test]
fn a_file_that_cannot_be_read_is_refused_with_reason_and_place() {
    assert_eq!(refused("  \n"), FileError::Empty);
    assert_eq!(refused("{\n  \"format\": ,\n}"), FileError::NotJson { line: 2, column: 13 });
    assert_eq!(refused("{}"), FileError::NotAScenario);
    assert_eq!(refused("[1, 2]"), FileError::NotAScenario);
    assert_eq!(refused(&" ".repeat(1_000_001)), FileError::TooLarge);
    let no_note = damaged(|value| drop(value["scenario"].as_object_mut().unwrap().remove("note")));
    assert!(
        matches!(refused(&no_note), FileError::Missing { field, within, .. } if field == "note" && within == "scenario")
    );
    let no_scenario = damaged(|value| drop(value.as_object_mut().unwrap().remove("scenario")));
    assert!(
        matches!(refused(&no_scenario), FileError::Missing { field, within, .. } if field == "scenario" && within.is_empty())
    );
    let elsewise: [(&str, Value); 5] = [
        ("/scenario/drivers/2/value", js!("mange")),
        ("/scenario/drivers/2/value", js!(12.5)),
        ("/scenario/posts", js!("third")),
        ("/outcome/years/0", js!("2018")),
        ("/scenario/drivers", js!({})),
    ];
    for (place, value) in elsewise {
        let error = refused(&damaged(|file| *file.pointer_mut(place).unwrap() = value.clone()));
        let path = place[1..].replace("drivers/2", "drivers[2]").replace("years/0", "years[0]").replace('/', ".");
        assert!(
            matches!(&error, FileError::Unfit { field, line, .. } if *field == path && *line > 1),
            "{place}: {error:?}"
        );
    }
    let other = damaged(|value| value["scenario"]["note"] = js!("ips-1999"));
    assert_eq!(refused(&other), FileError::UnknownNote("ips-1999".to_owned()));
    let borrowing = damaged(|value| value["scenario"]["savings_from"] = js!("bi10-2026"));
    assert_eq!(refused(&borrowing), FileError::UnknownSavings("bi10-2026".to_owned()));
}

#[test]
fn parts_of_a_file_that_are_not_used_are_reported() {
    let newer = damaged(|value| value["version"] = js!(2));
    assert_eq!(opened(&newer).remarks, [Remark::OtherVersion(2)]);
    let more = damaged(|value| value["scenario"]["drivers"][1]["colour"] = js!("red"));
    assert_eq!(opened(&more).remarks, [Remark::UnknownField("scenario.drivers[1].colour".to_owned())]);
    let unknown = damaged(|value| value["scenario"]["drivers"][1]["id"] = js!("weather"));
    assert_eq!(opened(&unknown).remarks, [Remark::Notice(Notice::UnknownDriver("weather".to_owned()))]);
    let too_high = damaged(|value| value["scenario"]["drivers"][0]["value"] = js!("100000000"));
    assert!(matches!(opened(&too_high).remarks.as_slice(), [Remark::Notice(Notice::Rejected { .. })]));
    let other = damaged(|value| value["outcome"]["lines"][0]["cells"][0] = js!(-1));
    assert_eq!(opened(&other).remarks, [Remark::OtherResult]);
    for remark in [newer, more, unknown, too_high, other].iter().flat_map(|text| opened(text).remarks) {
        for language in Language::ALL {
            assert!(words::of(language).file_remark(&remark).len() > 20, "{remark:?}");
        }
    }
}

#[test]
fn a_short_file_written_by_hand_is_enough() {
    let text = r#"{"format": "indsatsregner-scenario", "version": 1,
        "scenario": {"note": "ips-2018", "posts": "half", "drivers": [{"id": "effect", "value": "27.5"}]}}"#;
    assert!(schema().is_valid(&serde_json::from_str(text).unwrap()));
    let OpenedFile { scenario, remarks, .. } = opened(text);
    assert_eq!(remarks, []);
    assert_eq!(engine::link::print(&scenario), "v=1&note=ips-2018&effect=27.5&posts=half");
}

/// The file of a scenario at a discount rate.
#[track_caller]
fn at_rate(scenario: &Scenario<'static>, rate: Decimal) -> Value {
    serde_json::from_str(&json::write(&subject_at(scenario, rate)).unwrap()).unwrap()
}

#[test]
fn a_file_holds_the_rate_and_what_follows_from_it() {
    let published = Scenario::baseline(note("ips-2018"));
    let file = at_rate(&published, decimal("0.035"));
    assert_eq!(file["scenario"]["discount_rate"], "3.5");
    let total = &file["outcome"]["perspectives"][0];
    assert_eq!(total["payback"], js!({"kind": "reached", "years": "4", "year": 2021}));
    assert_eq!(total["payback_discounted"], js!({"kind": "reached", "years": "5", "year": 2022}));
    assert_eq!(total["payback_simple"]["year"], 2021);
    let OpenedFile { scenario, remarks, .. } = opened(&file.to_string());
    assert_eq!((scenario.rate(), remarks), (decimal("0.035"), vec![]));
    // The rate is not the one that the outcome was computed with.
    let mut other = file;
    other["scenario"]["discount_rate"] = js!("0");
    assert_eq!(opened(&other.to_string()).remarks, [Remark::OtherResult]);
    other["scenario"]["discount_rate"] = js!("101");
    let OpenedFile { scenario, remarks, .. } = opened(&other.to_string());
    assert_eq!(
        (scenario.rate(), remarks),
        (Decimal::ZERO, vec![Remark::Notice(Notice::UnknownRate("101".to_owned()))])
    );
}

#[test]
fn a_file_written_before_rates_existed_opens_with_the_same_result() {
    let mut file = at_rate(&Scenario::baseline(note("ips-2018")), Decimal::ZERO);
    file["scenario"].as_object_mut().unwrap().remove("discount_rate").unwrap();
    for perspective in file["outcome"]["perspectives"].as_array_mut().unwrap() {
        for newer in ["payback_simple", "payback_discounted", "returned", "returned_in_year", "returned_year"] {
            perspective.as_object_mut().unwrap().remove(newer).unwrap();
        }
    }
    assert!(schema().is_valid(&file));
    assert_eq!(opened(&file.to_string()).remarks, []);
}

#[test]
fn files_have_what_comes_back_for_each_krone() {
    let business_case = Scenario::baseline(note("ips-2018"));
    let rows = danish(&business_case);
    let of = |id: &str| rows.iter().find(|row| row[1] == id).unwrap_or_else(|| panic!("no row {id}"));
    // 21.575 ÷ 19.416 over the table, and 5.563 ÷ 4.854 in 2021.
    assert_eq!(of("returned/total")[2..5], ["Kr. pr. krone, 2018–2022", "kr.", "1,111197"]);
    assert_eq!(of("returned-in-year/total")[2..5], ["Kr. pr. krone, 2021", "kr.", "1,146065"]);
    let file: Value = serde_json::from_str(&written(&business_case)).unwrap();
    let service = &file["outcome"]["perspectives"][1];
    assert_eq!((service["id"].as_str(), service["returned_year"].as_u64()), (Some("service"), Some(2021)));
    assert!(service["returned"].as_str().unwrap().starts_with("0.158"), "{service}");
    // A note without savings says nothing about it.
    let without = Scenario::baseline(note("bi10-2026"));
    assert!(danish(&without).iter().all(|row| !row[1].starts_with("returned")));
    let file: Value = serde_json::from_str(&written(&without)).unwrap();
    assert!(file["outcome"]["perspectives"][0].get("returned").is_none());
}

#[test]
fn csv_has_payback_by_every_convention() {
    let bytes =
        csv::write(&subject_at(&Scenario::baseline(note("ips-2018")), decimal("0.04")), Language::Danish).unwrap();
    let rows = rows(&bytes, b';');
    let of = |id: &str| rows.iter().find(|row| row[1] == id).unwrap_or_else(|| panic!("no row {id}"))[4].clone();
    assert_eq!(of("discount-rate"), "4");
    for (kind, years, year) in [
        ("payback", "4", "2021"),
        ("payback-interpolated", "3,923836", "2021"),
        ("payback-simple", "3,490203", "2021"),
        ("payback-discounted", "5", "2022"),
    ] {
        assert_eq!((of(&format!("{kind}/total")).as_str(), of(&format!("{kind}-year/total")).as_str()), (years, year));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_number_of_a_csv_file_is_the_engines_and_every_row_is_as_wide(Any(scenario) in any_scenario()) {
        let rows = danish(&scenario);
        let outcome = testing::outcome(&scenario);
        let width = 6 + outcome.years.len() + 2;
        prop_assert!(rows.iter().all(|row| row.len() == width));
        let variant = scenario.note().variant;
        let of = |id: &str| rows.iter().find(|row| row[1] == id).unwrap_or_else(|| panic!("no row {id}"));
        for (ix, driver) in variant.drivers() {
            let shown = number(&of(&driver.id)[4]).map(|shown| shown / driver.unit.scale());
            prop_assert_eq!(shown, scenario.value(ix), "{}", driver.id);
        }
        for (line, own) in variant.lines.iter().zip(&outcome.lines) {
            let row = of(&format!("{}/{}", variant.efforts[line.effort].id, line.id));
            let cells: Vec<_> = row[6..width - 2].iter().map(|cell| number(cell)).collect();
            prop_assert_eq!(cells, own.cells.iter().map(|cell| Some(cell.decimal())).collect::<Vec<_>>());
            prop_assert_eq!(number(&row[width - 2]), Some(own.total().decimal()));
        }
        for view in &outcome.views {
            let row = of(&format!("cumulative/{}", view.perspective.id(variant)));
            let cells: Vec<_> = row[6..width - 2].iter().map(|cell| number(cell)).collect();
            prop_assert_eq!(cells, view.cumulative.iter().map(|cell| Some(cell.decimal())).collect::<Vec<_>>());
        }
        // A field that is not a number must not start like a formula.
        for field in rows.iter().flatten().filter(|field| number(field).is_none()) {
            prop_assert!(!field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{}", field);
        }
    }

    #[test]
    fn a_scenario_saved_and_opened_is_the_same_scenario(Any(scenario) in any_scenario()) {
        let OpenedFile { scenario: back, remarks, .. } = opened(&written(&scenario));
        prop_assert_eq!(back, scenario);
        prop_assert_eq!(remarks, []);
    }

    #[test]
    fn every_file_is_what_the_schema_says(Any(scenario) in any_scenario()) {
        static SCHEMA: std::sync::LazyLock<Validator> = std::sync::LazyLock::new(schema);
        let value: Value = serde_json::from_str(&written(&scenario)).unwrap();
        let faults: Vec<String> = SCHEMA.iter_errors(&value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        prop_assert_eq!(faults, Vec::<String>::new());
    }

    #[test]
    fn a_file_cut_or_changed_anywhere_is_opened_or_refused_but_never_a_panic(
        at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>(),
    ) {
        let mut bytes = written(&scenario("ips-2018", &[("caseload", "20")])).into_bytes();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        let text = String::from_utf8_lossy(&bytes);
        if let Err(error) = read(&LIBRARY, &text) {
            prop_assert!(words::of(Language::Danish).file_error(&error).ends_with('.'));
        }
    }
}

#[test]
fn the_schema_refuses_what_is_no_scenario() {
    let schema = schema();
    let base: Value = serde_json::from_str(&written(&Scenario::baseline(every_note()[0]))).unwrap();
    assert!(schema.is_valid(&base));
    for (place, value) in [
        ("/format", js!("other")),
        ("/version", js!(2)),
        ("/scenario/drivers/0/value", js!(12.5)),
        ("/scenario/drivers/0/value", js!("12,5")),
        ("/outcome/lines/0/cells/0", js!("1")),
        ("/outcome/perspectives/0/payback", js!({"kind": "soon"})),
    ] {
        let mut damaged = base.clone();
        *damaged.pointer_mut(place).unwrap() = value;
        assert!(!schema.is_valid(&damaged), "{place}");
    }
    assert_eq!(decimal("1"), Decimal::ONE);
}
