//! A data file with a fault is refused with its file, item and reason; the files that ship have none.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::fs;
use std::path::{Path, PathBuf};

use engine::notes::{CITY, Library};
use model::fault::{Fault, Place, Problem};
use model::language::Language;
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

/// Loading the changed file is refused for this item alone, and the reason holds these words.
#[track_caller]
fn expect_refused(text: &str, item: &str, words: &str) -> Fault {
    let problems = load::document(&CITY, text).expect_err(item);
    let [problem] = &problems[..] else { panic!("{item} is not refused alone: {problems:#?}") };
    assert_eq!(problem.item, item, "{problem:?}");
    let sentence = load::in_english(problem);
    assert!(sentence.contains(words), "{sentence:?} does not say {words:?}");
    problem.fault.clone()
}

/// Loading the changed file is refused for this item among others, and the reason holds these words.
#[track_caller]
fn expect_among(text: &str, item: &str, words: &str) {
    let problems = load::document(&CITY, text).expect_err(item);
    let is_meant = |problem: &Problem| problem.item == item && load::in_english(problem).contains(words);
    assert!(problems.iter().any(is_meant), "{item}, {words}: {problems:#?}");
}

/// The changed file is refused with these reasons, each at the passage that was changed.
#[track_caller]
fn expect_all(text: &str, expected: &[(&str, &str, &str)]) {
    let problems = load::document(&CITY, text).expect_err("the file has faults");
    let found: Vec<(&str, String, &str)> = problems
        .iter()
        .map(|problem| {
            let place = problem.place.as_ref().unwrap();
            let line = text.lines().nth(place.line as usize - 1).unwrap();
            let at_column: String = line.chars().skip(place.column as usize - 1).collect();
            assert!(at_column.starts_with(&place.passage), "{problem:?}");
            (problem.item.as_str(), load::in_english(problem), place.passage.as_str())
        })
        .collect();
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for ((item, sentence, passage), (expected_item, words, expected_passage)) in found.iter().zip(expected) {
        assert_eq!((item, passage), (expected_item, expected_passage), "{sentence}");
        assert!(sentence.contains(words), "{sentence:?} does not say {words:?}");
    }
}

#[test]
fn what_ships_is_what_the_data_files_say() {
    let files: Vec<_> = documents().into_iter().map(|path| (path.display().to_string(), read(&path))).collect();
    let files = files.iter().map(|(file, text)| (file.as_str(), text.as_str()));
    let city = load::city(SHIPPED_CITY).unwrap();
    let mut loaded = load::documents(&city, files).unwrap_or_else(|problems| panic!("{problems:#?}"));
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
    let city = load::city(&format!("{SHIPPED_CITY}\n{new}")).unwrap();
    let committee = city.find_committee("kfu").unwrap();
    let text = SHIPPED.replace("committee = \"biu\"", "committee = \"kfu\"");
    let document = load::document(&city, &text).unwrap();
    let committees = document.variants[0].committees();
    assert_eq!(committees.iter().map(Committee::id).collect::<Vec<_>>(), ["sud", "kfu"], "in the order of the city");
    assert_eq!(city.committee(committee).unwrap().short, "KFU");
    expect_refused(&with("committee = \"biu\"", "committee = \"kfu\""), "table-6/biu-service", "no Committee \"kfu\"");
}

#[test]
fn administrations_and_committees() {
    let refused = |piece: &str, replacement: &str, item: &str, words: &str| {
        assert!(SHIPPED_CITY.contains(piece), "{piece:?} is not in the file");
        let problems = load::city(&SHIPPED_CITY.replacen(piece, replacement, 1)).expect_err(item);
        let sentences: Vec<_> = problems.iter().map(load::in_english).collect();
        assert!(sentences.iter().any(|said| said.starts_with(item) && said.contains(words)), "{sentences:?}");
    };
    refused("id = \"sud\"", "id = \"biu\"", "committee/biu", "twice");
    refused("id = \"sud\"", "id = \"SUD\"", "committee/SUD", "a–z");
    let long = "id = \"socialudvalget-og-flere-til\"";
    refused("id = \"sud\"", long, "committee/socialudvalget-og-flere-til", "more than 23");
    refused("short = \"SOF\"", "short = \"\"", "administration/sof", "short name");
    refused("name = { da = \"Socialudvalget\",", "name = {", "committee/sud", "language \"da\"");
    refused("short = \"SOF\"", "colour = \"red\"", "administration/sof", "unknown field \"colour\"");
}

#[test]
fn form() {
    let budget = |replacement: &str| with("budget = 2018", replacement);
    expect_refused(&budget("budget = \"soon\""), "ips-2018", "WholeNumber is needed, not Text");
    expect_refused(&budget("budget = 2018\ncolour = 1"), "ips-2018", "unknown field \"colour\"");
    expect_refused(&budget("budget = 2018\nofficial-title = 1"), "ips-2018", "(like \"official_title\")");
    expect_refused(&with("price_level = 2018\n", ""), "ips-2018", "missing field \"price_level\"");
    expect_refused(
        &with("value = \"0.125\"", "value = \"12 pct\""),
        "ips-2018/effect-first",
        "\"12 pct\" is no number",
    );
    expect_refused(&with("[-2203,", "[-2203.5,"), "summary/benefits", "WholeNumber is needed");
    expect_refused("id = ", "", "no Toml: ");
    let empty = load::document(&CITY, "").unwrap_err();
    assert!(empty.iter().any(|problem| problem.fault == Fault::FieldMissing("title".to_owned())), "{empty:?}");
}

/// A number may be written as people write numbers, and never passes through a binary fraction.
#[test]
fn numbers_are_taken_as_they_are_written() {
    let shipped = load::document(&CITY, SHIPPED).unwrap();
    for (piece, other) in [
        ("value = \"0.125\"", "value = 0.125"),
        ("value = \"117.49\"", "value = 117.49"),
        ("value = \"117.49\"", "value = 1.1749e2"),
        ("value = 90\n", "value = 90.0\n"),
        ("budget = 2018", "budget = 2_018"),
        ("budget = 2018", "budget = \"2018\""),
        ("[-2203,", "[\"-2203\","),
    ] {
        assert_eq!(load::document(&CITY, &with(piece, other)).unwrap(), shipped, "{other}");
    }
    let digits = with("value = \"0.125\"", "value = 0.12345678901234567890123456789012");
    expect_refused(&digits, "ips-2018/effect-first", "too many digits");
}

/// A file is mended once, not once for each fault: all are said, each with its place, and none that only follows from another.
#[test]
fn every_fault_is_said_at_once() {
    let text = with("budget = 2018", "budget = \"soon\"")
        .replacen("value = \"0.125\"", "value = \"12 pct\"", 1)
        .replacen("unit = \"citizens-per-post\"", "unit = \"citizens-per-pots\"", 1)
        .replacen("administrations = [\"bif\"]", "administrations = [\"bff\"]", 1)
        .replacen("quote = \"ca. 25 ledige\"", "quote = \" \"", 1)
        .replacen("cells = [-2781, -5563,", "cells = [-2781, -5564,", 1)
        .replacen("mention = { da = \"borgerne\",", "mention = {", 1)
        .replacen("due = 2019", "due = 19", 1);
    let problems = load::document(&CITY, &text).unwrap_err();
    let said: Vec<String> = problems.iter().map(load::in_english).collect();
    let expected = [
        "WholeNumber is needed",
        "-5564 is printed",
        "the year 19",
        "\"12 pct\" is no number",
        "\"citizens-per-pots\" is none of",
        "no Administration \"bff\"",
    ];
    for words in expected {
        assert_eq!(said.iter().filter(|said| said.contains(words)).count(), 1, "{words}: {said:#?}");
    }
    assert!(said.iter().all(|said| !said.contains("does not have the unit")), "{said:#?}");
    let lines: Vec<_> = problems.iter().map(|problem| problem.place.as_ref().unwrap().line).collect();
    assert!(lines.is_sorted(), "in the order of the file");
}

#[test]
fn places_are_those_that_an_editor_shows() {
    let text = with("mention = { da = \"sagsstammen\",", "mention = { da = \"sagsstammen\", dk = \"æøå\",");
    let text = text.replacen("cells = [-78, -157,", "cells = [-78, \"æøå\",", 1).replace('\n', "\r\n");
    expect_all(
        &text,
        &[("summary/interviews", "\"æøå\" is no number", "\"æøå\""), ("ips-2018/caseload", "no Language \"dk\"", "dk")],
    );
    let problems: Vec<Problem> = load::document(&CITY, "title = 'æøå'\nbudget = 'x'").unwrap_err();
    let budget = problems.iter().find(|problem| matches!(problem.fault, Fault::Type { .. })).unwrap();
    assert_eq!(budget.place, Some(Place { line: 2, column: 10, passage: "'x'".to_owned() }));
}

#[test]
fn ids() {
    expect_among(&with("id = \"summary\"", "id = \"Summary\""), "Summary", "a–z");
    let twice = with("id = \"table-2\"", "id = \"table-1\"");
    assert_eq!(expect_refused(&twice, "table-1", "twice"), Fault::Duplicate("table-1".to_owned()));
    expect_among(&with("id = \"caseload\"", "id = \"citizens\""), "ips-2018/citizens", "twice");
    let files = [("data/a.toml", SHIPPED), ("data/b.toml", SHIPPED)];
    let problems = load::documents(&CITY, files).expect_err("the same note cannot ship twice");
    let twice = |file: &str| {
        problems.iter().any(|it| it.file == file && it.problem.fault == Fault::Duplicate("ips-2018".to_owned()))
    };
    assert!(twice("data/a.toml") && twice("data/b.toml"), "{problems:?}");
}

#[test]
fn references() {
    expect_refused(
        &with("administrations = [\"bif\"]", "administrations = [\"bff\"]"),
        "ips-2018/benefits",
        "no Administration \"bff\"",
    );
    expect_refused(
        &with("[{ committee = \"biu\"", "[{ committee = \"bui\""),
        "ips-2018/benefits",
        "no Committee \"bui\"",
    );
    expect_refused(&with("parts = [\"benefits\",", "parts = [\"benefit\","), "summary/savings", "no Row \"benefit\"");
    expect_refused(
        &with("lines = [\"coordination\"]", "lines = [\"coord\"]"),
        "summary/coordination",
        "no Line \"coord\"",
    );
    expect_refused(&with("length = \"years\"", "length = \"duration\""), "ips-2018/ips", "no Driver \"duration\"");
    expect_refused(&with("effort = \"ips\"\nside", "effort = \"iqs\"\nside"), "ips-2018/benefits", "no Effort \"iqs\"");
    expect_refused(&with("effort = \"ips\"", "effort = \"iqs\""), "ips-2018/effect", "no Effort \"iqs\"");
    expect_refused(&with("row = \"summary/benefits\"", "row = \"summary/benefit\""), "ips-2018/benefits", "no Row");
    expect_refused(&with("row = \"summary/benefits\"", "row = \"benefits\""), "ips-2018/benefits", "table/row");
    expect_refused(
        &with("caseload = \"caseload\"", "caseload = \"effect\""),
        "ips-2018/ips",
        "does not have the unit CitizensPerPost",
    );
}

#[test]
fn sources_and_wordings() {
    expect_refused(&with("quote = \"ca. 25 ledige\"", "quote = \" \""), "ips-2018/caseload", "quote");
    expect_refused(
        &with("place = \"1.3\", quote = \"ca. 25 ledige\"", "quote = \"ca. 25 ledige\""),
        "ips-2018/caseload",
        "missing field \"place\"",
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
        let Err(problems) = load::document(&CITY, &text) else {
            panic!("without {} it is not refused", &SHIPPED[at..end])
        };
        let unsaid = problems.iter().all(|problem| problem.fault == Fault::Unsaid(Language::English));
        assert!(unsaid && problems.len() == 1, "{problems:?}");
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
    expect_refused(&with("least = 0", "least = 1"), "ips-2018/six-of-ten", "1 is not below");
    expect_refused(&with("of = \"in-effort\"", "of = \"not-said\""), "ips-2018/effect", "whom");
    expect_refused(&with("people = \"abuse\"", "people = \"Abuse\""), "ips-2018/resume", "a–z");
    expect_refused(
        &with("targets = [\"effect\"", "targets = [\"effort\""),
        "ips-2018/evaluation",
        "no Target \"effort\"",
    );
    expect_refused(&with("due = 2019", "due = 19"), "ips-2018/evaluation", "19");
    expect_refused(
        &with("kind = \"judgement\"", "kind = \"verdict\""),
        "ips-2018/good-effects",
        "\"verdict\" is none of judgement",
    );
    expect_refused(
        &with("rows = [\"summary/net\"]", "rows = [\"summary/nett\"]"),
        "ips-2018/financed",
        "no Row \"nett\"",
    );
    expect_refused(&with("years = [2017, 2017]", "years = [2017, 2016]"), "ips-2018/preparation", "2016");
    expect_refused(&with("id = \"divided\"", "id = \"six-of-ten\""), "ips-2018/six-of-ten", "twice");
}

/// A sentence may be about an effort of another document, but of one that ships.
#[test]
fn efforts_of_sentences() {
    let text = with("effort = \"ips\"\npeople", "effort = \"iqs\"\npeople");
    load::document(&CITY, &text).expect("another document may have the effort");
    let problems = load::documents(&CITY, [("data/changed.toml", text.as_str())]).expect_err("no document has it");
    let said: Vec<_> = problems.iter().map(ToString::to_string).collect();
    let line = 1 + text.lines().position(|line| line == "effort = \"iqs\"").unwrap();
    let expected = format!("data/changed.toml:{line}:10: ips-2018/resume: there is no Effort \"iqs\" (like \"ips\")");
    assert!(said.contains(&expected), "{said:#?}");
}

/// A row may be the same in several notes: the line names its own effort, and some other note has the row too.
#[test]
fn rows_that_notes_share() {
    let key = "same_row = \"ips/abuse-caseworkers\"";
    expect_refused(&with(key, "same_row = \"abuse-caseworkers\""), "ips-2018/abuse-consultants", "ips/row");
    expect_refused(&with(key, "same_row = \"veterans/lead\""), "ips-2018/abuse-consultants", "ips/row");
    expect_refused(&with(key, "same_row = \"ips/SOF\""), "ips-2018/abuse-consultants", "a–z");
    let later = fs::read_to_string(in_repository("data/bi10-2026.toml")).unwrap();
    let loaded = |text: &str| load::documents(&CITY, [("data/changed.toml", text), ("data/later.toml", &later)]);
    let said = |text: &str| loaded(text).unwrap_err().iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let alone = said(&with(key, "same_row = \"ips/abuse-caseworker\""));
    assert!(
        alone.contains("ips-2018/abuse-consultants: no other note has the row \"ips/abuse-caseworker\""),
        "{alone}"
    );
    let saving = with("row = \"summary/benefits\"\n", "row = \"summary/benefits\"\nsame_row = \"ips/consultants\"\n");
    let both = said(&saving);
    assert!(both.contains("ips-2018/benefits: the row \"ips/consultants\" is on several sides"), "{both}");
}

#[test]
fn years() {
    expect_among(
        &with("years = [2018, 2019, 2020, 2021, 2022]", "years = [2018, 2019, 2020, 2022, 2021]"),
        "summary",
        "2021",
    );
    expect_among(
        &with("years = [2018, 2019, 2020, 2021, 2022]", "years = [1018, 2019, 2020, 2021, 2022]"),
        "summary",
        "1018",
    );
    // One year beyond the table is one fault of it, however many rows it has.
    let beyond = load::document(&CITY, &with("years = [2018, 2022]", "years = [2018, 2023]")).unwrap_err();
    let of_table = beyond.iter().filter(|problem| matches!(problem.fault, Fault::NotInTable { year: 2023, .. }));
    assert_eq!(of_table.map(|problem| problem.item.as_str()).collect::<Vec<_>>(), ["ips-2018"], "{beyond:#?}");
    expect_among(&with("start = 2018", "start = 2017"), "ips-2018/ips", "2017");
    let cells = with("cells = [-2203, -4406, -4406, -4406, -1762]", "cells = [-2203, -4406]");
    assert_eq!(expect_refused(&cells, "summary/benefits", "2 cells for 5 years"), Fault::Cells { years: 5, cells: 2 });
}

#[test]
fn sums_that_do_not_carry() {
    expect_among(
        &with("cells = [-2781, -5563,", "cells = [-2781, -5564,"),
        "summary/savings",
        "2019: -5564 is printed, but its parts give -5563",
    );
    expect_among(&with("total = 2680", "total = 2690"), "table-4/project-lead", "total: 2690");
    expect_among(
        &with("value = 90\n", "value = 91\n"),
        "ips-2018/citizens",
        "parts: 150 is printed, but its parts give 151",
    );
    expect_among(&with("posts = 6,", "posts = 7,"), "ips-2018/ips", "consultants: 7");
    expect_among(&with("share = \"0.5\" }, {", "share = \"0.6\" }, {"), "ips-2018/project-lead", "committees: 1");
    // The rows agree with each other, but the drivers do not give them.
    expect_among(&with("value = \"117.49\"", "value = \"118\""), "summary/benefits", "2018: -2203 is printed");
    expect_among(&with("cells = [1335,", "cells = [1334,"), "table-8/total", "2624");
}

#[test]
fn values_out_of_bounds() {
    expect_refused(&with("value = \"0.125\"", "value = \"1.25\""), "ips-2018/effect-first", "1.25 is out of bounds");
    expect_refused(&with("value = 25\n", "value = 0\n"), "ips-2018/caseload", "0 is out of bounds");
    expect_refused(&with("key = 1", "key = 100"), "table-6/sud-service", "100 is out of bounds");
    expect_refused(&with("low = \"0.10\"", "low = \"0.30\""), "ips-2018/residual", "not below");
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
fn every_missing_wording_is_named() {
    let text = SHIPPED.replace(", en = \"", ", en = \" ");
    let blank = text.replacen("en = \" Jobs alongside", "en = \" \" } # Jobs", 1);
    assert_eq!(load::document(&CITY, &blank).unwrap_err().len(), 1);
    let all = SHIPPED.matches(", en = \"").count();
    let mut text = String::new();
    let mut rest = SHIPPED;
    while let Some(at) = rest.find(", en = \"") {
        let after = &rest[at + ", en = \"".len()..];
        text.push_str(&rest[..at]);
        rest = &after[after.find('"').unwrap() + 1..];
    }
    text.push_str(rest);
    let problems = load::document(&CITY, &text).unwrap_err();
    let unsaid = problems.iter().filter(|problem| problem.fault == Fault::Unsaid(Language::English)).count();
    let unlisted = problems.iter().find_map(|problem| match problem.fault {
        Fault::More(count) => Some(count),
        _ => None,
    });
    assert_eq!(unsaid + unlisted.unwrap_or_default(), all);
}

#[test]
fn a_derived_number_without_an_explanation_is_refused() {
    let text = with(
        "how = { da = \"Beløbet for IPS-teamet delt med de 6 konsulenter\", en = \"The amount for the IPS team divided by the 6 employment specialists\" }",
        "",
    );
    expect_refused(&text, "ips-2018/pay-team", "the explanation of a number is missing");
}
