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

/// The file in which the project leader stands below the other costs, and is a share of lines above; with these drivers.
fn with_share(rule: &str, drivers: &[(&str, &str, &str)]) -> Result<Document, Vec<Problem>> {
    let begins = SHIPPED.find("[[variant.line]]\nid = \"project-lead\"").unwrap();
    let ends = begins + 1 + SHIPPED[begins + 1..].find("[[variant.line]]").unwrap();
    let below = SHIPPED.find("# What the document itself concludes").unwrap();
    let staff = "rule = { staff = { posts = \"fte-lead\", cost = \"pay-lead\" } }";
    let leader = &SHIPPED[begins..ends];
    assert!(leader.contains(staff));
    let names = "{ da = \"Et tal\", en = \"A number\" }";
    let drivers: Vec<String> = drivers
        .iter()
        .map(|(id, unit, value)| {
            format!(
                "[[variant.driver]]\nid = \"{id}\"\nname = {names}\nmention = {names}\ngroup = \"staff\"\nunit = \"{unit}\"\n\
                 value = {value}\norigin = {{ assumed = {{ why = {names} }} }}\n\n"
            )
        })
        .collect();
    let first_line = SHIPPED.find("[[variant.line]]").unwrap();
    let parts = [
        &SHIPPED[..first_line],
        &drivers.concat(),
        &SHIPPED[first_line..begins],
        &SHIPPED[ends..below],
        &leader.replace(staff, rule),
        &SHIPPED[below..],
    ];
    load::document(&CITY, &parts.concat())
}

fn share_of(lines: &str, limit: &str) -> String {
    format!("rule = {{ share-of = {{ lines = [{lines}], share = \"overhead\"{limit} }} }}")
}

#[test]
fn overhead_is_a_share_of_the_lines_that_it_names() {
    let rule = share_of("\"outreach\", \"abuse-consultants\"", "");
    let overhead = |value| with_share(&rule, &[("overhead", "share", value)]);
    // 34,3 % of 954 + 1.000 is 670,2, as long as the effort runs.
    let line = cells(&overhead("\"0.343\"").unwrap()).pop().unwrap();
    assert_eq!(line, [670, 670, 670, 670, 0]);
    expect_refused(overhead("\"0.35\""), "printed");
}

#[test]
fn a_share_goes_no_further_than_its_limit() {
    let rule = share_of("\"outreach\", \"abuse-consultants\"", ", limit = \"most\"");
    let limited = |most| with_share(&rule, &[("overhead", "share", "\"0.9\""), ("most", "amount-per-year", most)]);
    assert_eq!(cells(&limited("670").unwrap()).pop().unwrap(), [670, 670, 670, 670, 0]);
    expect_refused(limited("671"), "printed");
}

#[test]
fn a_limit_may_be_one_for_each_citizen_or_for_each_post() {
    let staff = share_of("\"abuse-consultants\"", ", limit = \"most\"");
    let share = ("overhead", "share", "\"0.9\"");
    // 150 citizens at most at 4,46666 each, and two posts at 335.
    let per_citizen = with_share(&staff, &[share, ("most", "amount-per-outcome", "\"4.46666\"")]);
    assert_eq!(cells(&per_citizen.unwrap()).pop().unwrap(), [670, 670, 670, 670, 0]);
    let per_post = with_share(&staff, &[share, ("most", "cost-per-post", "335")]);
    assert_eq!(cells(&per_post.unwrap()).pop().unwrap(), [670, 670, 670, 670, 0]);
    let of_no_posts = share_of("\"outreach\", \"abuse-consultants\"", ", limit = \"most\"");
    expect_refused(with_share(&of_no_posts, &[share, ("most", "cost-per-post", "335")]), "the same posts");
    expect_refused(with_share(&staff, &[share, ("most", "years", "3")]), "does not have the unit AmountPerYear");
}

#[test]
fn a_share_names_lines_above_it_of_its_effort_and_of_one_side() {
    let share = [("overhead", "share", "\"0.343\"")];
    let with_lines = |lines| with_share(&share_of(lines, ""), &share);
    expect_refused(with_lines("\"project-lead\""), "does not stand above");
    expect_refused(with_lines("\"nobody\""), "nobody");
    expect_refused(with_lines(""), "the lines of the share");
    expect_refused(with_lines("\"outreach\", \"outreach\""), "counts once");
    expect_refused(with_lines("\"outreach\", \"benefits\""), "of costs alone");
    let no_share = share_of("\"outreach\"", "").replace("overhead", "years");
    expect_refused(with_share(&no_share, &[]), "does not have the unit Share");
}

#[test]
fn what_comes_in_is_subtracted_from_the_costs_and_is_no_saving() {
    let saving = "side = \"saving\"\nrule = { fixed = { amount = \"coordination\" } }";
    assert!(SHIPPED.contains(saving));
    let read = |side: &str| load::document(&CITY, &SHIPPED.replace(saving, &saving.replace("saving", side)));
    let income = read("income").unwrap();
    assert_eq!(cells(&income), cells(&shipped()));
    let total = |document: &Document| {
        let outcome = evaluate(&Scenario::baseline(document.notes().next().unwrap())).unwrap();
        let view = outcome.view(Perspective::Total).unwrap();
        (view.costs[1].get(), view.savings[1].get(), view.net.clone())
    };
    let ((cost, saved, net), (own_cost, own_saved, own_net)) = (total(&shipped()), total(&income));
    assert_eq!((own_cost, own_saved, own_net), (cost - 300, saved + 300, net));
    expect_refused(read("cost"), "-150 has the wrong sign");
}

/// The first year behind the effort of the note that ships.
const RUNS_UNTIL: u16 = 2022;

#[test]
fn amounts_of_named_years_are_shares_of_the_full_amount() {
    let schedule = "schedule = { first = \"0.5\", running = 1, after = 0 }";
    let at = SHIPPED.find(RULE).unwrap();
    let ends = at + SHIPPED[at..].find("[[").unwrap_or(SHIPPED.len() - at);
    let line = &SHIPPED[at..ends];
    let written = line.lines().find(|line| line.starts_with("schedule")).unwrap_or(schedule);
    let read = |amounts: &str| {
        let changed = line.replace(written, &format!("schedule = {{ amounts = {{ {amounts} }} }}"));
        load::document(&CITY, &SHIPPED.replace(line, &changed))
    };
    let all = format!(
        "2018 = 150, {}",
        (2019..RUNS_UNTIL).map(|year| format!("{year} = 300")).collect::<Vec<_>>().join(", ")
    );
    assert_eq!(cells(&read(&all).unwrap()), cells(&shipped()));
    // Years that are not named have nothing, those after the last one too.
    expect_refused(read("2018 = 150, 2020 = 300"), "2019: -300 is printed, but 0 is computed");
    expect_refused(read("2018 = 150, 2019 = 300"), "2020: -300 is printed, but 0 is computed");
    expect_refused(read(&all.replace("2018 =", "2030 =")), "2030 is after");
    expect_refused(read("2018 = 150, 2019 = 301"), "301 is out of bounds, 0 to 300");
    expect_refused(read("2017 = 150, 2019 = 300"), "the year 2017 is out of range");
    expect_refused(read("soon = 150"), "\"soon\" is no number");
    // One year in two writings would have two amounts.
    expect_refused(read("02018 = 150, 2018 = 150"), "\"02018\" is no number");
    expect_refused(read("\"+2018\" = 150"), "\"+2018\" is no number");
    expect_refused(read("2060 = 150"), "a schedule has 1 to 20 years");
    expect_refused(read(""), "a schedule has 1 to 20 years, and this is 0");
    let of_posts = "rule = { staff = { posts = \"fte-lead\", cost = \"pay-lead\" } }";
    let changed = SHIPPED.replace(of_posts, &format!("{of_posts}\nschedule = {{ amounts = {{ 2018 = 1 }} }}"));
    expect_refused(load::document(&CITY, &changed), "belong to a line with an amount a year");
}
