//! What cannot be answered says so: with a code, the driver and a sentence.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use api::calls;
use api::edge::{Given, Number, PostsCount, ScenarioInput};
use api::failure::{Code, Failure};
use api::loaded::Loaded;
use api::many::evaluate_many;
use api::opening::{described, followed};
use testing::LIBRARY;

#[track_caller]
fn load(input: &str) -> Loaded<'static> {
    Loaded::new(described(&LIBRARY, &serde_json::from_str(input).unwrap()).unwrap())
}

#[track_caller]
fn expect(failure: &Failure, code: Code, driver: Option<&str>, sentence: &str) {
    assert_eq!((failure.code, failure.driver.as_deref(), failure.sentence.as_str()), (code, driver, sentence));
}

#[test]
fn each_part_of_a_scenario_that_cannot_be_applied_has_its_failure() {
    let failures = [
        (r#"{"note":"ips"}"#, Code::UnknownNote, None, "There is no note \"ips\"."),
        (
            r#"{"note":"ips-2018","savingsFrom":"bi10-2026"}"#,
            Code::UnknownSavings,
            None,
            "The note ips-2018 cannot borrow the savings of \"bi10-2026\".",
        ),
        (
            r#"{"note":"ips-2018","drivers":{"case":20}}"#,
            Code::UnknownDriver,
            Some("case"),
            "The note ips-2018 has no driver \"case\".",
        ),
        (
            r#"{"note":"ips-2018","drivers":{"effect":100.5}}"#,
            Code::TooHigh,
            Some("effect"),
            "The driver \"effect\" cannot be above 100.",
        ),
        (
            r#"{"note":"ips-2018","drivers":{"caseload":"0.5"}}"#,
            Code::TooLow,
            Some("caseload"),
            "The driver \"caseload\" cannot be below 1.",
        ),
        (
            r#"{"note":"ips-2018","drivers":{"effect":"12.125"}}"#,
            Code::TooFine,
            Some("effect"),
            "The driver \"effect\" takes at most 2 decimals.",
        ),
        (
            r#"{"note":"ips-2018","drivers":{"citizens":1.5}}"#,
            Code::TooFine,
            Some("citizens"),
            "The driver \"citizens\" takes whole numbers only.",
        ),
        (
            r#"{"note":"ips-2018","drivers":{"effect":[1,{"a":null}]}}"#,
            Code::NotANumber,
            Some("effect"),
            "The driver \"effect\" takes a number, or a decimal as text such as \"12.5\".",
        ),
        (
            r#"{"note":"ips-2018","seenFrom":"nobody"}"#,
            Code::UnknownPerspective,
            None,
            "The note ips-2018 has no perspective \"nobody\".",
        ),
        (
            r#"{"note":"ips-2018","discountRate":-1}"#,
            Code::UnknownRate,
            None,
            "A rate is a number from 0 to 100, in per cent a year.",
        ),
        (r#"{"note":"ips-2018","horizon":11}"#, Code::UnknownHorizon, None, "A horizon is 10, 20, 30 or 50 years."),
        (
            r#"{"note":"ips-2018","drivers":{"caseload":20},"posts":"as-in-note"}"#,
            Code::CaseloadFollows,
            Some("caseload"),
            "The driver \"caseload\" follows the citizens, because the posts stay as in the note.",
        ),
    ];
    for (input, code, driver, sentence) in failures {
        let input: ScenarioInput<'_> = serde_json::from_str(input).unwrap();
        expect(&described(&LIBRARY, &input).unwrap_err(), code, driver, sentence);
        let failure = evaluate_many(&LIBRARY, &[serde_json::from_str(r#"{"note":"ips-2018"}"#).unwrap(), input]);
        expect(&failure.unwrap_err(), code, driver, &format!("Scenario 1: {sentence}"));
    }
}

#[test]
fn a_loaded_scenario_stays_as_it_is_where_a_change_fails() {
    let mut loaded = load(r#"{"note":"ips-2018","drivers":{"caseload":20}}"#);
    let before = loaded.scenario().clone();
    let too_low = loaded.set("caseload", Given(Number::of_binary(0.0))).unwrap_err();
    expect(&too_low, Code::TooLow, Some("caseload"), "The driver \"caseload\" cannot be below 1.");
    assert_eq!(loaded.set("no-such", Given(Number::of_binary(1.0))).unwrap_err().code, Code::UnknownDriver);
    assert_eq!(loaded.set("caseload", Given(Number::of_binary(f64::NAN))).unwrap_err().code, Code::NotANumber);
    assert_eq!(loaded.reset("no-such").unwrap_err().code, Code::UnknownDriver);
    assert_eq!(loaded.count_posts(PostsCount::AsInNote).unwrap_err().code, Code::CaseloadFollows);
    assert_eq!(*loaded.scenario(), before);
    loaded.reset("caseload").unwrap();
    assert!(!loaded.scenario().differs());
}

#[test]
fn a_number_that_is_not_there_cannot_be_explained() {
    let loaded = load(r#"{"note":"ips-2018"}"#);
    for number in ["net.total.1999", "payback", "nonsense"] {
        let sentence = format!("The note ips-2018 has no number \"{number}\" to explain.");
        expect(&calls::explain(&loaded, number).unwrap_err(), Code::UnknownNumber, None, &sentence);
    }
    assert_eq!(calls::break_even(&loaded, "no-such", Some(4.0), None).unwrap_err().code, Code::UnknownDriver);
    assert_eq!(calls::break_even(&loaded, "effect", Some(4.0), Some("x")).unwrap_err().code, Code::UnknownPerspective);
}

#[test]
fn a_payback_takes_whole_years() {
    let loaded = load(r#"{"note":"ips-2018"}"#);
    for years in [None, Some(0.0), Some(-1.0), Some(3.5), Some(f64::NAN), Some(f64::INFINITY), Some(1e9)] {
        let sentence = "The years that a payback may take are a whole number from 1 on.";
        expect(&calls::break_even(&loaded, "effect", years, None).unwrap_err(), Code::UnknownYears, None, sentence);
    }
}

#[test]
fn a_link_leads_somewhere_and_says_what_could_not_be_applied() {
    let opened = followed(&LIBRARY, "v=1&note=ips-2018&caseload=20&caseload-max=3&effect=101").unwrap();
    let said = serde_json::to_string(&opened.notices).unwrap();
    let expected = concat!(
        r#"[{"kind":"unknown-driver","driver":"caseload-max","text":"caseload-max"},"#,
        r#"{"kind":"too-high","driver":"effect","text":"101"}]"#
    );
    assert_eq!(said, expected);
}

#[test]
fn a_binary_fraction_is_the_decimal_that_it_is_written_as() {
    for (number, text) in [(0.1, "0.1"), (12.5, "12.5"), (-3.0, "-3"), (371_667.0, "371667"), (1e-7, "0.0000001")] {
        assert_eq!(Number::of_binary(number), Number::of_text(text), "{number}");
    }
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300] {
        assert_eq!(Number::of_binary(number), None, "{number}");
    }
}
