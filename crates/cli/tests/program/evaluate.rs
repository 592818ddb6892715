//! `evaluate`.

use api::calls;
use api::loaded::Loaded;
use api::opening::followed;

use super::{PUBLISHED, file, finish, misused, own_note, printed, program, run, run_with, shipped};

/// What the JavaScript package gives for a link, as the program writes JSON.
fn of_package(link: &str) -> String {
    let outcome = calls::evaluate(&Loaded::new(followed(shipped(), link).unwrap())).unwrap();
    serde_json::to_string_pretty(&outcome).unwrap() + "\n"
}

#[test]
fn the_business_case_of_2018_is_paid_back_in_its_fourth_year() {
    let english = printed(&["evaluate", PUBLISHED]);
    let rows: Vec<Vec<&str>> = english.lines().map(|line| line.split_whitespace().collect()).collect();
    assert!(rows.contains(&vec!["Net", "2,073", "−709", "−709", "−709", "−2,105", "−2,159"]), "{english}");
    assert!(english.contains("In whole years  2021 (4th year)\n"), "{english}");
    assert!(english.contains("With fractions  3.92\u{a0}years\n"), "{english}");
    let danish = printed(&["evaluate", PUBLISHED, "--lang", "da"]);
    let rows: Vec<Vec<&str>> = danish.lines().map(|line| line.split_whitespace().collect()).collect();
    assert!(rows.contains(&vec!["Netto", "2.073", "−709", "−709", "−709", "−2.105", "−2.159"]), "{danish}");
    assert!(danish.contains("I hele år       2021 (4. år)\n"), "{danish}");
}

#[test]
fn the_json_is_that_of_the_javascript_package() {
    for link in [
        PUBLISHED,
        "v=1&note=ips-2018&caseload=20&effect=12.5&posts=whole&rate=3&horizon=30",
        "v=1&note=bi10-2026&lent=ips-2018&effect=30&seen-from=ips",
        "v=1&note=bi11-2026-s2",
    ] {
        assert_eq!(printed(&["evaluate", link, "--json"]), of_package(link), "{link}");
    }
}

#[test]
fn a_note_a_link_and_a_whole_address_lead_to_the_same() {
    let json = of_package(PUBLISHED);
    let address = format!("https://example.org/indsatsregner/#{PUBLISHED}");
    let mail = format!("Look at this: <{address}>, it is the one.\n");
    for link in ["ips-2018", &format!("#{PUBLISHED}"), &address, &mail] {
        assert_eq!(printed(&["evaluate", "--json", link]), json, "{link}");
    }
    let ran = run_with(&["evaluate", "-", "--json"], mail.as_bytes());
    assert_eq!((ran.code, ran.out, ran.err.as_str()), (0, json, ""));
}

#[test]
fn what_the_reader_changed_is_said() {
    let said = printed(&["evaluate", "v=1&note=ips-2018&caseload=20"]);
    assert!(said.contains("\nChanged by you\n"), "{said}");
    assert!(said.contains("(caseload): 20\u{a0}people (the proposal: 25\u{a0}people)\n"), "{said}");
    assert!(!printed(&["evaluate", PUBLISHED]).contains("Changed by you"));
}

#[test]
fn what_cannot_be_applied_is_said_beside_the_result() {
    let link = "v=1&note=ips-2018&nonsense=1&effect=300";
    let ran = run(&["evaluate", link, "--json"]);
    assert_eq!((ran.code, ran.out), (1, of_package(link)));
    assert!(ran.err.starts_with("note: Something in the link could not be used\n"), "{}", ran.err);
    assert!(ran.err.contains("“nonsense”") && ran.err.contains("“300”"), "{}", ran.err);
    // That the page once showed something else is a remark: the whole link is applied.
    let ran = run(&["evaluate", "v=1&saw=5.-1&note=ips-2018", "--json"]);
    assert_eq!((ran.code, ran.out), (0, of_package(PUBLISHED)));
    assert!(ran.err.contains("When the link was made"), "{}", ran.err);
}

#[test]
fn what_leads_to_no_scenario_is_refused() {
    assert!(misused(&["evaluate", "https://example.org/"]).contains("not a link to a calculation"));
    assert!(misused(&["evaluate", "ips-2081"]).contains("not a link to a calculation"));
    assert!(misused(&["evaluate", "v=1&note=ips-2081"]).contains("“ips-2081”"));
    assert!(misused(&["evaluate", "v=1&screen=findings"]).contains("does not say which proposal"));
    assert!(misused(&["evaluate", ""]).contains("Paste a link"));
    assert!(misused(&["--lang", "da", "evaluate", ""]).contains("Indsæt et link"));
    assert!(misused(&["evaluate"]).contains("<LINK>"));
    assert!(misused(&["evaluate", PUBLISHED, "--lang", "de"]).contains("possible values: da, en"));
}

#[test]
fn results_are_in_the_language_of_the_environment() {
    let in_language = |name: &str, value: &str| {
        let mut command = program(&["evaluate", PUBLISHED]);
        command.env(name, value);
        finish(command).out
    };
    assert!(in_language("LANG", "da_DK.UTF-8").contains("Nøgletal"));
    assert!(in_language("LC_ALL", "da_DK").contains("Nøgletal"));
    assert!(in_language("LANG", "C").contains("Key figures"));
}

#[test]
fn a_note_of_ones_own_is_computed_like_one_that_ships() {
    let (_folder, path) = file("own.toml", own_note());
    let path = path.to_str().unwrap();
    let own = printed(&["evaluate", "of-our-own", "--note", path, "--json"]);
    assert_eq!(own.replace("of-our-own", "ips-2018"), of_package(PUBLISHED));
    assert!(misused(&["evaluate", "of-our-own"]).contains("not a link"));
    let ran = run_with(&["evaluate", "of-our-own", "--note", "-", "--json"], own_note().as_bytes());
    assert_eq!((ran.code, ran.out, ran.err.as_str()), (0, own, ""));
}

#[test]
fn a_note_that_cannot_be_used_stops_it() {
    let (_folder, path) = file("own.toml", own_note().replace("title = ", "titel = "));
    let ran = run(&["evaluate", "of-our-own", "--note", path.to_str().unwrap()]);
    assert_eq!((ran.code, ran.out.as_str()), (3, ""));
    assert!(ran.err.contains(&format!("{}:", path.display())) && ran.err.contains("titel"), "{}", ran.err);
    assert!(ran.err.ends_with("the note cannot be used\n"), "{}", ran.err);
    for path in ["no-such-file.toml", "data"] {
        let ran = run(&["evaluate", PUBLISHED, "--note", path]);
        assert_eq!((ran.code, ran.out.as_str()), (3, ""), "{path}");
        assert!(ran.err.starts_with(&format!("error: {path}: ")), "{}", ran.err);
    }
}
