//! When a line has its amount: by phase, year by year, or once.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::notes::CITY;
use load::{in_english, read_note};
use model::evaluate::{Outcome, evaluate};
use model::fault::Problem;
use model::note::{Document, Line, Schedule};
use model::scenario::Scenario;

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

/// An effort of four years with a row of each kind, and a refund with a limit per post; `phase_in` is a field of the effort or nothing,
/// `schedule` one of the first row.
fn phased(phase_in: &str, schedule: &str) -> Result<Document, Vec<Problem>> {
    let driver = |id: &str, unit: &str, value: &str| {
        format!("[[driver]]\nid = \"{id}\"\nname = \"{id}\"\nunit = \"{unit}\"\nvalue = \"{value}\"\n")
    };
    let line = |id: &str, side: &str, rule: &str, schedule: &str| {
        let rule = format!("rule = {{ {rule} }}\n{schedule}");
        format!("[[line]]\nid = \"{id}\"\nname = \"{id}\"\nside = \"{side}\"\narea = \"service\"\n{rule}\n")
    };
    let drivers = [
        ("varighed", "years", "4"),
        ("borgere", "citizens", "80"),
        ("sagsstamme", "citizens-per-post", "20"),
        ("effekt", "share", "0.25"),
        ("rest", "share", "0.1"),
        ("pr-borger", "amount-per-outcome", "10"),
        ("pr-job", "amount-per-outcome", "40"),
        ("loen", "cost-per-post", "600"),
        ("andel", "share", "0.5"),
        ("loft", "cost-per-post", "200"),
        ("leje", "amount-per-year", "120"),
        ("risiko", "share", "0.1"),
        ("pris", "amount-each", "100"),
    ];
    let lines = [
        ("kurser", "cost", "per-citizen = { amount = \"pr-borger\" }", schedule),
        ("konsulenter", "cost", "staff = { cost = \"loen\" }", ""),
        ("leje", "cost", "fixed = { amount = \"leje\" }", ""),
        ("refusion", "income", "share-of = { lines = [\"konsulenter\"], share = \"andel\", limit = \"loft\" }", ""),
        ("ydelser", "saving", "per-outcome = { amount = \"pr-job\" }", ""),
        ("undgaaet", "saving", "per-event = { probability = \"risiko\", amount = \"pris\" }", ""),
    ];
    let drivers: String = drivers.iter().map(|(id, unit, value)| driver(id, unit, value)).collect();
    let lines: String = lines.iter().map(|(id, side, rule, schedule)| line(id, side, rule, schedule)).collect();
    own_note(&format!(
        "title = \"Indfaset\"\nyears = [2027, 2031]\n[[effort]]\nname = \"Støtte\"\nlength = \"varighed\"\n\
             citizens = \"borgere\"\ncaseload = \"sagsstamme\"\n{phase_in}\n\
             effect = {{ full = \"effekt\", residual = \"rest\" }}\n{drivers}{lines}"
    ))
}

fn own_note(text: &str) -> Result<Document, Vec<Problem>> {
    read_note(&CITY, &[], text.as_bytes()).map(|read| read.documents.into_iter().next().unwrap())
}

fn outcome(document: &Document) -> Outcome {
    evaluate(&Scenario::baseline(document.notes().next().unwrap())).unwrap()
}

fn cells(document: &Document, id: &str) -> Vec<i64> {
    let position = document.variants[0].lines.iter().position(|line| line.id == id).unwrap();
    outcome(document).lines[position].cells.iter().map(|cell| cell.get()).collect()
}

const PHASED: &str = "phase_in = [0, 0.25, 0.6, 1]";

#[test]
fn people_are_phased_in_with_all_that_is_counted_by_them() {
    let document = phased(PHASED, "").unwrap();
    assert_eq!(cells(&document, "kurser"), [0, 200, 480, 800, 0]);
    assert_eq!(cells(&document, "konsulenter"), [0, 600, 1440, 2400, 0]);
    assert_eq!(cells(&document, "undgaaet"), [0, -200, -480, -800, 0]);
    // A quarter reach a job of 0, 20, 48 and 80, and one of ten of all is still in one afterwards.
    assert_eq!(cells(&document, "ydelser"), [0, -200, -480, -800, -320]);
    let reached: Vec<_> = outcome(&document).efforts[0].outcomes.iter().map(ToString::to_string).collect();
    assert_eq!(reached.iter().map(|people| people.parse::<f64>().unwrap()).collect::<Vec<_>>(), [0., 5., 12., 20., 8.]);
    // Half of the pay would be 300 for each, and the limit is 200: of none, one, 2.4 and four posts.
    assert_eq!(cells(&document, "refusion"), [0, -200, -480, -800, 0]);
    assert_eq!(cells(&document, "leje"), [120, 120, 120, 120, 0], "it is not counted by people");
}

#[test]
fn a_row_with_a_schedule_of_its_own_keeps_it() {
    let document = phased(PHASED, "schedule = { first = 1, running = \"0.5\" }").unwrap();
    assert_eq!(cells(&document, "kurser"), [800, 400, 400, 400, 0]);
}

#[test]
fn all_people_are_there_where_nothing_else_is_said() {
    let said = phased("phase_in = [1]", "").unwrap();
    assert_eq!(said.variants, phased("", "").unwrap().variants);
    assert_eq!(cells(&said, "kurser"), [800, 800, 800, 800, 0]);
}

#[test]
fn a_phase_in_is_of_shares_and_of_people() {
    expect_refused(phased("phase_in = []", ""), "1 to 20 years");
    expect_refused(phased("phase_in = [0.5, 1.5]", ""), "1.5");
    let people = |text: &str| text.replace("citizens = \"borgere\"\n", "");
    let read = own_note(&people(
        "title = \"N\"\nyears = [2027, 2028]\n[[effort]]\nname = \"E\"\nlength = \"aar\"\nphase_in = [0.5, 1]\n\
             [[driver]]\nid = \"aar\"\nname = \"År\"\nunit = \"years\"\nvalue = 2\n[[driver]]\nid = \"leje\"\nname = \"Leje\"\n\
             unit = \"amount-per-year\"\nvalue = 2\n[[line]]\nname = \"Leje\"\nside = \"cost\"\narea = \"service\"\n\
             rule = { fixed = { amount = \"leje\" } }\n",
    ));
    expect_refused(read, "citizens");
}
