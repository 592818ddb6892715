//! The kinds of line, written in the shipped file instead of one that gives the same cells.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::notes::CITY;
use load::in_english;
use model::evaluate::{Perspective, evaluate};
use model::fault::Problem;
use model::note::{Area, Document};
use model::scenario::Scenario;

const SHIPPED: &str = include_str!("../../../data/ips-2018.toml");
const RULE: &str = "rule = { fixed = { amount = \"coordination\" } }";
const DRIVER: &str = "group = \"savings\"\nunit = \"amount-per-year\"\nvalue = 300\n";

/// The file in which the coordination is of another kind, with these drivers beside its amount.
fn with(rule: &str, amount: &str, drivers: &[(&str, &str, &str)]) -> Result<Document, Vec<Problem>> {
    assert!(SHIPPED.contains(RULE) && SHIPPED.contains(DRIVER));
    let amount = format!("group = \"savings\"\nunit = \"amount-each\"\nvalue = {amount}\n");
    let mut text = SHIPPED.replace(RULE, rule).replace(DRIVER, &amount);
    for (id, unit, value) in drivers {
        let names = "{ da = \"Et tal\", en = \"A number\" }";
        let driver = format!(
            "[[variant.driver]]\nid = \"{id}\"\nname = {names}\nmention = {names}\ngroup = \"savings\"\nunit = \"{unit}\"\n\
             value = {value}\norigin = {{ assumed = {{ why = {names} }} }}\n\n"
        );
        let first_line = text.find("[[variant.line]]").unwrap();
        text.insert_str(first_line, &driver);
    }
    load::document(&CITY, &text)
}

#[track_caller]
fn expect_refused(read: Result<Document, Vec<Problem>>, words: &str) {
    let Err(problems) = read else { panic!("{words}: it is not refused") };
    let sentences: Vec<String> = problems.iter().map(in_english).collect();
    assert!(sentences.iter().any(|sentence| sentence.contains(words)), "{sentences:?}");
}

/// What the lines of the note come to.
fn cells(document: &Document) -> Vec<Vec<i64>> {
    let outcome = evaluate(&Scenario::baseline(document.notes().next().unwrap())).unwrap();
    outcome.lines.iter().map(|line| line.cells.iter().map(|cell| cell.get()).collect()).collect()
}

fn shipped() -> Document {
    load::document(&CITY, SHIPPED).unwrap()
}

#[test]
fn courses_cost_what_each_of_them_costs() {
    let rule = "rule = { per-course = { courses = \"courses\", amount = \"coordination\" } }";
    let courses = |number| with(rule, "\"12.5\"", &[("courses", "courses", number)]);
    // 24 × 12,5 is 300, and so are half of it in the first year.
    assert_eq!(cells(&courses("24").unwrap()), cells(&shipped()));
    expect_refused(courses("25"), "printed");
    expect_refused(with(rule, "\"12.5\"", &[("courses", "posts", "24")]), "does not have the unit Courses");
    expect_refused(with(rule, "\"12.5\"", &[]), "courses");
}

#[test]
fn an_event_is_people_times_probability_times_price() {
    let rule = "rule = { per-event = { probability = \"relapse\", amount = \"coordination\" } }";
    let relapse = |value| with(rule, "40", &[("relapse", "share", value)]);
    // 150 citizens × 5 % × 40.
    assert_eq!(cells(&relapse("\"0.05\"").unwrap()), cells(&shipped()));
    expect_refused(relapse("\"0.06\""), "printed");
    let own = "rule = { per-event = { people = \"relatives\", probability = \"relapse\", amount = \"coordination\" } }";
    let relatives = with(own, "40", &[("relapse", "share", "\"0.1\""), ("relatives", "citizens", "75")]);
    assert_eq!(cells(&relatives.unwrap()), cells(&shipped()));
    expect_refused(with(rule, "40", &[("relapse", "factor", "1")]), "does not have the unit Share");
}

#[test]
fn capital_is_the_citys_money_and_no_part_of_service() {
    let line = "rule = { staff = { posts = \"fte-lead\", cost = \"pay-lead\" } }\narea = \"service\"";
    assert!(SHIPPED.contains(line));
    let text = SHIPPED.replace(line, &line.replace("service", "capital"));
    let document = load::document(&CITY, &text).unwrap();
    let note = document.notes().next().unwrap();
    assert!(note.variant.lines.iter().any(|line| line.area == Area::Capital));
    let costs = |document: &Document, perspective| {
        let outcome = evaluate(&Scenario::baseline(document.notes().next().unwrap())).unwrap();
        outcome.view(perspective).unwrap().costs[0].get()
    };
    let shipped = shipped();
    assert_eq!(costs(&document, Perspective::Total), costs(&shipped, Perspective::Total));
    assert_eq!(costs(&document, Perspective::Service), costs(&shipped, Perspective::Service) - 670);
}
