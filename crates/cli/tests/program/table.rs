//! `table`.

use engine::payback::{Convention, Payback};
use model::evaluate::Perspective;
use testing::{computed, scenario};

use super::{PUBLISHED, misused, printed};

/// The rows of a table with ids, each with its fields. No field of one has a comma in it.
fn rows(arguments: &[&str]) -> Vec<Vec<String>> {
    let text = printed(&[&["table", "--raw"], arguments].concat());
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

#[test]
fn each_row_is_what_the_scenario_alone_gives() {
    let rows = rows(&[&format!("{PUBLISHED}&rate=3"), "--vary", "caseload=20..25:2.5", "--vary", "effect=10..50:5"]);
    assert_eq!(rows.len(), 1 + 3 * 9);
    let head = "caseload,effect,net,payback-kind,payback,payback-interpolated,payback-simple,payback-discounted";
    assert_eq!(rows[0].join(","), format!("{head},net.2018,net.2019,net.2020,net.2021,net.2022"));
    for row in &rows[1..] {
        let link = format!("v=1&note=ips-2018&rate=3&caseload={}&effect={}", row[0], row[1]);
        let alone = engine::link::open(super::shipped(), &link).unwrap();
        assert_eq!(alone.notices, []);
        let view = alone.own.outcome.view(Perspective::Total).unwrap();
        let net: Vec<String> = view.net.iter().map(|cell| cell.get().to_string()).collect();
        assert_eq!(row[8..], net, "{link}");
        assert_eq!(row[2], alone.own.figures.net.get().to_string(), "{link}");
        let conventions = Convention::all(alone.own.scenario.rate());
        for (field, convention) in row[4..8].iter().zip(conventions) {
            let payback = alone.own.payback(Perspective::Total, convention);
            match payback {
                Payback::Reached { years, .. } => {
                    assert_eq!(*field, years.round_dp(6).normalize().to_string(), "{link} {convention:?}");
                }
                _ => assert_eq!(field, "", "{link} {convention:?}: {payback:?}"),
            }
        }
    }
}

#[test]
fn the_business_case_is_a_row_of_its_own_table() {
    let rows = rows(&["ips-2018", "--vary", "effect=20..30:5"]);
    let published = rows.iter().find(|row| row[0] == "25").unwrap();
    assert_eq!(published[4..].join(","), "3.923836,3.490203,4,2073,-709,-709,-709,-2105");
    assert_eq!(published[1..4].join(","), "-2159,reached,4");
}

#[test]
fn a_value_alone_and_values_that_fall_are_taken() {
    let first = |rows: Vec<Vec<String>>| rows[1..].iter().map(|row| row[0].clone()).collect::<Vec<_>>();
    assert_eq!(first(rows(&[PUBLISHED, "--vary", "effect=30"])), ["30"]);
    assert_eq!(first(rows(&[PUBLISHED, "--vary", "caseload=26..20:2"])), ["26", "24", "22", "20"]);
    assert_eq!(first(rows(&[PUBLISHED, "--vary", "effect=10..20:3"])), ["10", "13", "16", "19"]);
    assert_eq!(
        first(rows(&[PUBLISHED, "--vary", "pay-team=350000..370.000:10000 kr."])),
        ["350000", "360000", "370000"]
    );
    assert_eq!(first(rows(&[PUBLISHED, "--lang", "da", "--vary", "effect=12,5 %..13:0,25"])), ["12.5", "12.75", "13"]);
}

#[test]
fn years_that_only_some_rows_have_are_empty_in_others() {
    let rows = rows(&[PUBLISHED, "--vary", "years=3..6:1"]);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{rows:?}");
    assert_eq!(rows[0].last().unwrap(), "net.2024");
    let longest = computed(&scenario("ips-2018", &[("years", "6")]));
    assert_eq!(longest.outcome.years.last(), Some(&2024));
    assert_eq!(rows[1].last().unwrap(), "");
    assert_ne!(rows[4].last().unwrap(), "");
}

#[test]
fn the_perspective_is_that_of_the_link() {
    let rows = rows(&[&format!("{PUBLISHED}&seen-from=service"), "--vary", "effect=25"]);
    assert_eq!(rows[1][2..4], ["not-within", ""]);
    let head = printed(&["table", &format!("{PUBLISHED}&seen-from=service"), "--vary", "effect=25"]);
    assert!(head.lines().next().unwrap().contains("Service spending only"), "{head}");
}

#[test]
fn the_head_is_in_the_language_and_the_marks_are_those_of_the_excel() {
    let danish = printed(&["table", PUBLISHED, "--vary", "effect=12.5", "--lang", "da"]);
    assert!(danish.starts_with("\"Andel i job eller uddannelse fra andet år, af borgerne (%)\","), "{danish}");
    assert!(danish.lines().nth(1).unwrap().starts_with("12.5,"), "numbers are for programs: {danish}");
    let excel = printed(&["table", PUBLISHED, "--vary", "effect=12.5", "--lang", "da", "--excel", "da"]);
    assert!(excel.starts_with('\u{feff}'), "{excel}");
    assert!(excel.lines().nth(1).unwrap().starts_with("12,5;"), "{excel}");
    assert_eq!(excel.matches("\r\n").count(), 2);
}

#[test]
fn what_cannot_be_varied_is_refused() {
    let refused = |vary: &str| misused(&["table", PUBLISHED, "--vary", vary]);
    assert!(refused("salary=1..2:1").contains("“salary”"));
    assert!(refused("effect").contains("DRIVER=FROM..TO:STEP"));
    assert!(refused("effect=1..2").contains("DRIVER=FROM..TO:STEP"));
    assert!(refused("effect=10..500:5").contains("at most 100%"));
    assert!(refused("effect=many").contains("cannot be read as a number"));
    assert!(refused("effect=1..2:0").contains("the step must be above 0"));
    assert!(refused("effect=1..2:-1").contains("the step must be above 0"));
    assert!(refused("citizens=1..5:0.5").contains("whole number"));
    assert!(refused("citizens=0..100000:0.0000000001").contains("at most 100000 rows"));
    let twice = misused(&["table", PUBLISHED, "--vary", "effect=1", "--vary", "effect=2"]);
    assert!(twice.contains("twice"), "{twice}");
    let all = ["--vary", "effect=0..100:0.1", "--vary", "caseload=1..1000:1"];
    assert!(misused(&[&["table", PUBLISHED][..], &all[..]].concat()).contains("at most 100000 rows"));
    assert!(misused(&["table", PUBLISHED]).contains("--vary"));
}
