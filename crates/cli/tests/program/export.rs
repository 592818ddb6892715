//! `export`.

use engine::day::Day;
use files::{Subject, csv, json, workbook};
use model::language::Language;

use super::{PUBLISHED, file, misused, own_note, printed, program, run, shipped};

const DAY: &str = "2026-03-01";
const ADDRESS: &str = "https://example.org/indsatsregner/#v=1&saw=6r.1029&note=ips-2018&caseload=20";

/// What the files are about.
fn subject(language: Language) -> Subject<'static> {
    let subject = Subject::open(shipped(), ADDRESS, Day::of_iso(DAY).unwrap()).unwrap();
    assert_eq!(subject.computed.scenario.changes().count(), 1);
    Subject { words: words::of(language), ..subject }
}

/// The bytes that the program writes to its standard output.
fn bytes(arguments: &[&str]) -> Vec<u8> {
    let output = program(&[&["export", ADDRESS, "--day", DAY], arguments].concat()).output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
    output.stdout
}

#[test]
fn the_files_are_those_that_the_page_saves() {
    for language in Language::ALL {
        let (subject, code) = (subject(language), language.code());
        assert!(bytes(&["--xlsx", "--lang", code]) == workbook::write(&subject).unwrap(), "{code}: the workbook");
        assert_eq!(bytes(&["--csv", "--lang", code]), csv::write(&subject, language).unwrap(), "{code}");
        for excel in Language::ALL {
            let written = bytes(&["--csv", "--lang", code, "--excel", excel.code()]);
            assert_eq!(written, csv::write(&subject, excel).unwrap(), "{code} for {excel:?}");
        }
        assert_eq!(bytes(&["--json", "--lang", code]), json::write(&subject).unwrap().into_bytes(), "{code}");
    }
}

#[test]
fn a_file_is_written_where_it_is_wanted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.xlsx");
    let out = printed(&["export", ADDRESS, "--day", DAY, "--xlsx", "--output", path.to_str().unwrap()]);
    assert_eq!(out, "");
    assert!(std::fs::read(&path).unwrap() == workbook::write(&subject(Language::English)).unwrap());
    let nowhere = folder.path().join("no/such/folder/case.xlsx");
    let ran = run(&["export", ADDRESS, "--xlsx", "-o", nowhere.to_str().unwrap()]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.starts_with(&format!("error: {}: ", nowhere.display())), "{}", ran.err);
}

#[test]
fn links_in_files_lead_to_where_the_page_is() {
    let link = |arguments: &[&str]| {
        let text = printed(&[&["export", "--json"], arguments].concat());
        serde_json::from_str::<serde_json::Value>(&text).unwrap()["link"].as_str().unwrap().to_owned()
    };
    assert_eq!(link(&[PUBLISHED]), "#v=1&saw=4.-2159&note=ips-2018");
    assert_eq!(link(&[ADDRESS]), ADDRESS);
    let elsewhere = "https://example.com/";
    assert_eq!(link(&["ips-2018", "--address", elsewhere]), format!("{elsewhere}#v=1&saw=4.-2159&note=ips-2018"));
}

#[test]
fn without_a_day_the_file_has_todays() {
    let text = printed(&["export", PUBLISHED, "--json"]);
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert!(Day::of_iso(file["written"]["on"].as_str().unwrap()).is_some(), "{text}");
}

#[test]
fn a_note_of_ones_own_is_exported() {
    let (_folder, path) = file("own.toml", own_note());
    let text = printed(&["export", "of-our-own", "--note", path.to_str().unwrap(), "--json"]);
    assert!(text.contains("\"of-our-own\""), "{text}");
    let output = program(&["export", "of-our-own", "--note", path.to_str().unwrap(), "--xlsx"]).output().unwrap();
    assert!(output.status.success() && output.stdout.starts_with(b"PK"));
}

#[test]
fn exactly_one_form_is_chosen() {
    assert!(misused(&["export", PUBLISHED]).contains("--xlsx|--csv|--json"));
    assert!(misused(&["export", PUBLISHED, "--csv", "--json"]).contains("cannot be used with"));
    assert!(misused(&["export", PUBLISHED, "--json", "--day", "1 March"]).contains("2026-03-01"));
}
