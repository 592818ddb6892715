//! When a line has its amount: by phase, year by year, or once.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::notes::CITY;
use load::in_english;
use model::fault::Problem;
use model::note::{Document, Line, Schedule};

const SHIPPED: &str = include_str!("../../../data/ips-2018.toml");
/// The schedule of the coordination, the only one of the shipped file.
const BY_PHASE: &str = "schedule = { first = \"0.5\", running = 1, after = 0 }";

fn with(schedule: &str) -> Result<Document, Vec<Problem>> {
    assert!(SHIPPED.contains(BY_PHASE));
    load::document(&CITY, &SHIPPED.replace(BY_PHASE, schedule))
}

/// The file with a schedule for the benefits, which follow the effect rates.
fn of_outcomes(schedule: &str) -> Result<Document, Vec<Problem>> {
    let rule = "rule = { per-outcome = { amount = \"benefit\" } }";
    assert!(SHIPPED.contains(rule));
    load::document(&CITY, &SHIPPED.replace(rule, &format!("{rule}\n{schedule}")))
}

fn line<'d>(document: &'d Document, id: &str) -> &'d Line {
    document.variants[0].lines.iter().find(|line| line.id == id).unwrap()
}

#[track_caller]
fn expect_refused(read: Result<Document, Vec<Problem>>, words: &str) {
    let Err(problems) = read else { panic!("{words}: it is not refused") };
    let sentences: Vec<String> = problems.iter().map(in_english).collect();
    assert!(sentences.iter().any(|sentence| sentence.contains(words)), "{sentences:?}");
}

#[test]
fn shares_year_by_year_say_what_shares_by_phase_say() {
    let shipped = with(BY_PHASE).unwrap();
    for schedule in
        ["schedule = { years = [\"0.5\", 1] }", "schedule = { years = [\"0.5\", 1, 1, \"1.0\"], after = 0 }"]
    {
        assert_eq!(with(schedule).unwrap(), shipped, "{schedule}");
    }
}

#[test]
fn a_schedule_with_which_a_printed_cell_does_not_come_out_is_refused() {
    expect_refused(with("schedule = { years = [\"0.5\", \"0.75\", 1] }"), "2019");
    expect_refused(with("schedule = { once = 1 }"), "2018");
    expect_refused(of_outcomes("schedule = { years = [\"0.5\", 1] }"), "2018");
    expect_refused(of_outcomes("schedule = { once = 2 }"), "2018");
}

#[test]
fn a_line_per_outcome_has_all_of_its_rates_where_its_schedule_says_nothing() {
    let whole = of_outcomes("schedule = { years = [1] }").unwrap();
    assert_eq!(line(&whole, "benefits").formula.weight.schedule, Schedule::ALWAYS);
    assert_eq!(whole, with(BY_PHASE).unwrap());
    expect_refused(of_outcomes("schedule = { years = [1], after = 0 }"), "2022");
}

#[test]
fn a_schedule_is_of_one_form_and_within_bounds() {
    let several = "a schedule is by phase, year by year or once";
    expect_refused(with("schedule = { first = 1, years = [1, 1] }"), several);
    expect_refused(with("schedule = { once = 1, years = [1, 1] }"), several);
    expect_refused(with("schedule = { running = 1, once = 1 }"), several);
    expect_refused(of_outcomes("schedule = { first = \"0.5\" }"), "follows the effect rates");
    expect_refused(of_outcomes("schedule = { after = 1 }"), "follows the effect rates");
    expect_refused(with("schedule = { years = [] }"), "1 to 20 years");
    expect_refused(with("schedule = { years = [\"1.1\"] }"), "1.1");
    expect_refused(with("schedule = { years = [1, \"-0.1\"] }"), "-0.1");
    expect_refused(with("schedule = { years = [1], after = 2 }"), "2");
    for once in ["0", "21"] {
        expect_refused(with(&format!("schedule = {{ once = {once} }}")), "1 to 20 years");
    }
    expect_refused(with("schedule = { once = 20 }"), "the last year of the effort");
    expect_refused(
        with(&format!("schedule = {{ years = [{}, 1] }}", vec!["0"; 18].join(", "))),
        "the last year of the effort",
    );
    let long = vec!["1"; 21].join(", ");
    expect_refused(with(&format!("schedule = {{ years = [{long}] }}")), "1 to 20 years");
}
