//! A data file with a fault is refused with its file, item and reason; the files that ship have none.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::fs;
use std::path::{Path, PathBuf};

use engine::notes::{CITY, Library};
use load::{Fault, LoadError, missing_wordings};
use model::note::Committee;
use testing::{in_repository, sources};

const SHIPPED: &str = include_str!("../../../data/ips-2018.toml");
const SHIPPED_CITY: &str = include_str!("../../../data/city.toml");

/// The shipped file with a piece of it replaced; the piece must be there once at least.
#[track_caller]
fn with(piece: &str, replacement: &str) -> String {
    assert!(SHIPPED.contains(piece), "{piece:?} is not in the file");
    SHIPPED.replacen(piece, replacement, 1)
}

/// Loading the changed file is refused for this item, and the sentence holds these words.
#[track_caller]
fn expect_refused(text: &str, item: &str, words: &str) -> Fault {
    let Err(error) = load::document(&CITY, "data/changed.toml", text) else { panic!("{item} is not refused") };
    assert_eq!(error.file, "data/changed.toml");
    assert_eq!(error.item, item, "{error}");
    let sentence = error.to_string();
    assert!(sentence.contains(words), "{sentence:?} does not say {words:?}");
    error.fault
}

#[test]
fn what_ships_is_what_the_data_files_say() {
    let files: Vec<_> = documents().into_iter().map(|path| (path.display().to_string(), read(&path))).collect();
    let files = files.iter().map(|(file, text)| (file.as_str(), text.as_str()));
    let city = load::city("data/city.toml", SHIPPED_CITY).unwrap();
    let mut loaded = load::documents(&city, files).unwrap();
    for document in &mut loaded {
        // No screen shows these, so the page does not carry them.
        document.omitted_counts.clear();
    }
    assert_eq!(Library::embedded().unwrap().documents(), loaded);
    assert_eq!(*CITY, city);
}

/// The data files of documents: all but that of the city.
fn documents() -> Vec<PathBuf> {
    let all = fs::read_dir(in_repository("data")).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| !path.ends_with("city.toml")).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn a_new_committee_is_a_matter_of_data() {
    let new = "[[committee]]\nid = \"kfu\"\nshort = \"KFU\"\nname = { da = \"Kultur- og Fritidsudvalget\", en = \"Culture and Leisure Committee\" }\n";
    let city = load::city("data/city.toml", &format!("{SHIPPED_CITY}\n{new}")).unwrap();
    let committee = city.find_committee("kfu").unwrap();
    let text = SHIPPED.replace("committee = \"biu\"", "committee = \"kfu\"");
    let document = load::document(&city, "data/changed.toml", &text).unwrap();
    let committees = document.variants[0].committees();
    assert_eq!(committees.iter().map(Committee::id).collect::<Vec<_>>(), ["sud", "kfu"], "in the order of the city");
    assert_eq!(city.committee(committee).unwrap().short, "KFU");
    expect_refused(&with("committee = \"biu\"", "committee = \"kfu\""), "table-6/biu-service", "no committee \"kfu\"");
}

#[test]
fn administrations_and_committees() {
    let refused = |piece: &str, replacement: &str, item: &str, words: &str| {
        assert!(SHIPPED_CITY.contains(piece), "{piece:?} is not in the file");
        let error = load::city("data/city.toml", &SHIPPED_CITY.replacen(piece, replacement, 1)).expect_err(item);
        assert_eq!((error.file.as_str(), error.item.as_str()), ("data/city.toml", item), "{error}");
        assert!(error.to_string().contains(words), "{error}");
    };
    refused("id = \"sud\"", "id = \"biu\"", "committee/biu", "twice");
    refused("id = \"sud\"", "id = \"SUD\"", "committee/SUD", "a–z");
    refused("id = \"sud\"", "id = \"socialudvalget\"", "committee/socialudvalget", "at most 7");
    refused("short = \"SOF\"", "short = \"\"", "administration/sof", "short name");
    refused("name = { da = \"Socialudvalget\",", "name = {", "committee/sud", "language \"da\"");
    refused("short = \"SOF\"", "colour = \"red\"", "file", "unknown field `colour`");
}

#[test]
fn form() {
    expect_refused(&with("budget = 2018", "budget = \"soon\""), "file", "invalid type: string \"soon\", expected u16");
    expect_refused(&with("budget = 2018", "budget = 2018\ncolour = 1"), "file", "unknown field `colour`");
    expect_refused(&with("price_level = 2018\n", ""), "file", "missing field `price_level`");
    expect_refused(&with("value = \"0.125\"", "value = 0.125"), "file", "a decimal in quotes");
    expect_refused(&with("value = \"0.125\"", "value = \"12 pct\""), "file", "\"12 pct\" is not a decimal");
    expect_refused(&with("[-2203,", "[-2203.5,"), "file", "a cell is a whole number");
    expect_refused("id = ", "file", "line 1");
    expect_refused("", "file", "missing field");
}

#[test]
fn ids() {
    expect_refused(&with("id = \"summary\"", "id = \"Summary\""), "ips-2018/Summary", "a–z");
    let twice = with("id = \"table-2\"", "id = \"table-1\"");
    assert_eq!(expect_refused(&twice, "ips-2018/table-1", "twice"), Fault::Duplicate);
    let twice = with("id = \"caseload\"", "id = \"citizens\"");
    assert_eq!(expect_refused(&twice, "ips-2018/citizens", "twice"), Fault::Duplicate);
    let files = [("data/a.toml", SHIPPED), ("data/b.toml", SHIPPED)];
    let error = load::documents(&CITY, files).expect_err("the same note cannot ship twice");
    assert_eq!((error.file.as_str(), error.fault), ("data/b.toml", Fault::Duplicate));
}

#[test]
fn references() {
    expect_refused(
        &with("administrations = [\"bif\"]", "administrations = [\"bff\"]"),
        "ips-2018/benefits",
        "no administration \"bff\"",
    );
    expect_refused(
        &with("[{ committee = \"biu\"", "[{ committee = \"bui\""),
        "ips-2018/benefits",
        "no committee \"bui\"",
    );
    expect_refused(&with("parts = [\"benefits\",", "parts = [\"benefit\","), "summary/savings", "no row \"benefit\"");
    expect_refused(
        &with("lines = [\"coordination\"]", "lines = [\"coord\"]"),
        "summary/coordination",
        "no line \"coord\"",
    );
    expect_refused(&with("length = \"years\"", "length = \"duration\""), "ips-2018/ips", "no driver \"duration\"");
    expect_refused(&with("effort = \"ips\"\nside", "effort = \"iqs\"\nside"), "ips-2018/benefits", "no effort \"iqs\"");
    expect_refused(&with("effort = \"ips\"", "effort = \"iqs\""), "ips-2018/effect", "no effort \"iqs\"");
    expect_refused(&with("row = \"summary/benefits\"", "row = \"summary/benefit\""), "ips-2018/benefits", "no row");
    expect_refused(&with("row = \"summary/benefits\"", "row = \"benefits\""), "ips-2018/benefits", "table/row");
    expect_refused(
        &with("caseload = \"caseload\"", "caseload = \"effect\""),
        "ips-2018/ips",
        "no number of citizens per post",
    );
}

#[test]
fn sources_and_wordings() {
    expect_refused(&with("quote = \"ca. 25 ledige\"", "quote = \" \""), "ips-2018/caseload", "quote");
    expect_refused(
        &with("place = \"1.3\", quote = \"ca. 25 ledige\"", "quote = \"ca. 25 ledige\""),
        "file",
        "missing field `place`",
    );
    expect_refused(&with("mention = { da = \"sagsstammen\",", "mention = {"), "ips-2018/caseload", "language \"da\"");
}

/// The page would show the Danish words of a document in the middle of an English sentence.
#[test]
fn no_wording_may_lack_a_language() {
    let mut removed = 0;
    for (at, start) in SHIPPED.match_indices(", en = \"") {
        let end = at + start.len() + SHIPPED[at + start.len()..].find('"').unwrap() + 1;
        let text = format!("{}{}", &SHIPPED[..at], &SHIPPED[end..]);
        let Err(error) = load::document(&CITY, "data/changed.toml", &text) else {
            panic!("without {} it is not refused", &SHIPPED[at..end])
        };
        assert!(error.to_string().contains("language \"en\""), "{error}");
        removed += 1;
    }
    assert!(removed > 100, "only {removed} English wordings were removed");
}

#[test]
fn what_sentences_say() {
    let number = |piece: &str, replacement: &str, item: &str| {
        expect_refused(&with(piece, replacement), item, "does not have the number");
    };
    number("number = \"0.6\"", "number = \"0.7\"", "ips-2018/six-of-ten");
    number("number = 150", "number = 151", "ips-2018/divided");
    number("share = \"0.25\"", "share = \"0.35\"", "ips-2018/effect");
    expect_refused(&with("least = 0", "least = 1"), "ips-2018/six-of-ten", "1 is out of bounds");
    expect_refused(&with("of = \"in-effort\"", "of = \"not-said\""), "ips-2018/effect", "whom");
    expect_refused(&with("people = \"abuse\"", "people = \"Abuse\""), "ips-2018/resume/Abuse", "a–z");
    expect_refused(
        &with("targets = [\"effect\"", "targets = [\"effort\""),
        "ips-2018/evaluation",
        "no target \"effort\"",
    );
    expect_refused(&with("due = 2019", "due = 19"), "ips-2018/evaluation", "19");
    expect_refused(&with("kind = \"judgement\"", "kind = \"verdict\""), "file", "unknown variant `verdict`");
    expect_refused(
        &with("rows = [\"summary/net\"]", "rows = [\"summary/nett\"]"),
        "ips-2018/financed",
        "no row \"nett\"",
    );
    expect_refused(&with("years = [2017, 2017]", "years = [2017, 2016]"), "ips-2018/preparation", "2016");
    expect_refused(&with("id = \"divided\"", "id = \"six-of-ten\""), "ips-2018/six-of-ten", "twice");
}

/// A sentence may be about an effort of another document, but of one that ships.
#[test]
fn efforts_of_sentences() {
    let text = with("effort = \"ips\"\npeople", "effort = \"iqs\"\npeople");
    load::document(&CITY, "data/changed.toml", &text).expect("another document may have the effort");
    let error = load::documents(&CITY, [("data/changed.toml", text.as_str())]).expect_err("no document has it");
    assert_eq!(error.to_string(), "data/changed.toml: ips-2018/resume: there is no effort \"iqs\"");
}

/// A row may be the same in several notes: the line names its own effort, and some other note has the row too.
#[test]
fn rows_that_notes_share() {
    let key = "same_row = \"ips/abuse-caseworkers\"";
    expect_refused(&with(key, "same_row = \"abuse-caseworkers\""), "ips-2018/abuse-consultants", "ips/row");
    expect_refused(&with(key, "same_row = \"veterans/lead\""), "ips-2018/abuse-consultants", "ips/row");
    expect_refused(&with(key, "same_row = \"ips/SOF\""), "ips-2018/abuse-consultants/SOF", "a–z");
    let later = fs::read_to_string(in_repository("data/bi10-2026.toml")).unwrap();
    let loaded = |text: &str| load::documents(&CITY, [("data/changed.toml", text), ("data/later.toml", &later)]);
    let refused = |replacement: &str| loaded(&with(key, replacement)).expect_err(replacement).to_string();
    assert_eq!(
        refused("same_row = \"ips/abuse-caseworker\""),
        "data/changed.toml: ips-2018/abuse-consultants: no other note has the row \"ips/abuse-caseworker\""
    );
    let saving = with("row = \"summary/benefits\"\n", "row = \"summary/benefits\"\nsame_row = \"ips/consultants\"\n");
    assert_eq!(
        loaded(&saving).expect_err("benefits are a saving").to_string(),
        "data/changed.toml: ips-2018/benefits: the row \"ips/consultants\" is a cost and a saving"
    );
}

#[test]
fn years() {
    expect_refused(
        &with("years = [2018, 2019, 2020, 2021, 2022]", "years = [2018, 2019, 2020, 2022, 2021]"),
        "summary",
        "2021",
    );
    expect_refused(
        &with("years = [2018, 2019, 2020, 2021, 2022]", "years = [1018, 2019, 2020, 2021, 2022]"),
        "summary",
        "1018",
    );
    expect_refused(&with("years = [2018, 2022]", "years = [2018, 2023]"), "ips-2018/benefits", "2023");
    expect_refused(&with("start = 2018", "start = 2017"), "ips-2018/ips", "2017");
    let cells = with("cells = [-2203, -4406, -4406, -4406, -1762]", "cells = [-2203, -4406]");
    assert_eq!(expect_refused(&cells, "summary/benefits", "2 cells for 5 years"), Fault::Cells { years: 5, cells: 2 });
}

#[test]
fn sums_that_do_not_carry() {
    expect_refused(
        &with("cells = [-2781, -5563,", "cells = [-2781, -5564,"),
        "summary/savings",
        "2019: -5564 is printed, but its parts give -5563",
    );
    expect_refused(&with("total = 2680", "total = 2690"), "table-4/project-lead", "total: 2690");
    expect_refused(
        &with("value = 90\n", "value = 91\n"),
        "ips-2018/citizens",
        "parts: 150 is printed, but its parts give 151",
    );
    expect_refused(&with("posts = 6,", "posts = 7,"), "ips-2018/ips", "consultants: 7");
    expect_refused(&with("share = \"0.5\" }, {", "share = \"0.6\" }, {"), "ips-2018/project-lead", "committees: 1");
    // The rows agree with each other, but the drivers do not give them.
    expect_refused(&with("value = \"117.490\"", "value = \"118\""), "summary/benefits", "2018: -2203 is printed");
    expect_refused(&with("cells = [1335,", "cells = [1334,"), "table-8/total", "2624");
}

#[test]
fn values_out_of_bounds() {
    expect_refused(&with("value = \"0.125\"", "value = \"1.25\""), "ips-2018/effect-first", "1.25 is out of bounds");
    expect_refused(&with("value = 25\n", "value = 0\n"), "ips-2018/caseload", "0 is out of bounds");
    expect_refused(&with("key = 1", "key = 100"), "table-6/sud-service", "100 is out of bounds");
    expect_refused(&with("low = \"0.10\"", "low = \"0.30\""), "ips-2018/residual", "out of bounds");
    expect_refused(&with("cells = [670,", "cells = [9999999999999,"), "summary/project-lead", "out of bounds");
}

/// Where the documents themselves are at hand, every quote stands in its document word for word.
#[test]
fn every_quote_stands_in_its_document() {
    let Some(folder) = sources() else { return };
    let mut all = String::new();
    for entry in fs::read_dir(&folder).unwrap() {
        all.push_str(&fs::read_to_string(entry.unwrap().path()).unwrap());
    }
    let all = squeezed(&all);
    for path in documents() {
        let data = read(&path);
        let file = data.lines().find_map(|line| line.strip_prefix("file = \"")?.strip_suffix('"')).unwrap();
        let document = squeezed(&fs::read_to_string(folder.join(file)).unwrap());
        let mut quotes = 0;
        for (start, _) in data.match_indices("quote = \"") {
            let quote = &data[start + "quote = \"".len()..];
            let quote = &quote[..quote.find('"').unwrap()];
            // A borrowed value quotes another of the documents.
            let line_start = data[..start].rfind('\n').unwrap_or(0);
            let said = if data[line_start..start].contains("borrowed") { &all } else { &document };
            assert!(said.contains(&squeezed(quote)), "{file} does not say {quote:?}");
            quotes += 1;
        }
        assert!(quotes > 0, "{file}: no quotes");
    }
}

/// A citation names a document as it names itself. A scan has other letters, which people read as the title.
#[test]
fn every_official_title_stands_in_its_document() {
    let Some(folder) = sources() else { return };
    for path in documents() {
        let data = read(&path);
        let value = |start: &str| data.lines().find_map(|line| line.strip_prefix(start)?.split('"').next());
        let file = value("file = \"").unwrap();
        let title = value("official_title = { da = \"").unwrap().to_lowercase();
        let document = squeezed(&fs::read_to_string(folder.join(file)).unwrap()).to_lowercase();
        let parts: Vec<&str> = title.split(": ").collect();
        let parts = if value("read_by = \"") == Some("scan") { vec![&title[..4]] } else { parts };
        for part in parts {
            assert!(document.contains(part), "{file} does not say {part:?}");
        }
    }
}

/// The text with every run of white space as one space.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A language is added with all wordings of the data, so a build names every one that is missing.
#[test]
fn every_missing_wording_is_named_with_its_file_and_its_keys() {
    let named = |text: &str| missing_wordings("data/x.toml", text).iter().map(LoadError::to_string).collect::<Vec<_>>();
    for path in documents() {
        assert_eq!(named(&read(&path)), [""; 0], "{}", path.display());
    }
    let text = r#"
short = { da = "BI07", en = "BI07" }
title = { da = "Titel" }
[[variant]]
id = "x-2026"
name = { da = "Navn", en = " " }
[[variant.driver]]
id = "citizens"
origin = { assumed = { why = { en = "Because" } } }
alternative = [{ value = "1", name = { da = "Andet" } }]
"#;
    let unsaid =
        |item: &str, code: &str| format!("data/x.toml: {item}: a wording is missing in the language \"{code}\"");
    let mut expected = vec![
        unsaid("title", "en"),
        unsaid("variant/x-2026/name", "en"),
        unsaid("variant/x-2026/driver/citizens/origin/assumed/why", "da"),
        unsaid("variant/x-2026/driver/citizens/alternative/1/name", "en"),
    ];
    let mut found = named(text);
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
    assert_eq!(named("no TOML"), [""; 0], "loading says that it is none");
}

#[test]
fn a_derived_number_without_an_explanation_is_refused() {
    let text = with(
        "how = { da = \"Beløbet for IPS-teamet delt med de 6 konsulenter\", en = \"The amount for the IPS team divided by the 6 employment specialists\" }",
        "",
    );
    let error = load::document(&CITY, "data/changed.toml", &text).unwrap_err();
    assert!(error.to_string().contains("the explanation of a number is missing"), "{error}");
}
