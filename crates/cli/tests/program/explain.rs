//! `explain`.

use api::calls;
use api::loaded::Loaded;
use api::opening::followed;

use super::{PUBLISHED, misused, printed, shipped};

#[test]
fn the_json_is_that_of_the_javascript_package() {
    let scenario = Loaded::new(followed(shipped(), PUBLISHED).unwrap());
    for number in ["net.total", "net.total.2019", "line.benefits.2018", "payback.service", "driver.caseload"] {
        let expected = serde_json::to_string_pretty(&calls::explain(&scenario, number).unwrap()).unwrap() + "\n";
        assert_eq!(printed(&["explain", PUBLISHED, number, "--json"]), expected, "{number}");
    }
}

#[test]
fn a_number_leads_down_to_the_words_of_the_document() {
    let said = printed(&["explain", PUBLISHED, "line.benefits.2018"]);
    assert!(said.contains("150\u{a0}people × 12.5% × DKK\u{a0}117,490 = DKK\u{a0}2,202,937.5\n"), "{said}");
    assert!(said.contains("“en halv beskæftigelseeffekt svarende til 12,5 pct.”"), "{said}");
    assert!(said.contains("section 1.4"), "{said}");
}

#[test]
fn the_number_is_the_links_or_the_payback() {
    assert!(printed(&["explain", PUBLISHED]).starts_with("Paid back: 2021 (4th year)\n"));
    let of_link = printed(&["explain", &format!("{PUBLISHED}&explain=net.total.2019"), "--lang", "da"]);
    assert_eq!(of_link, printed(&["explain", PUBLISHED, "net.total.2019", "--lang", "da"]));
    assert!(of_link.starts_with("Udgifter minus besparelser, 2019: −709\u{a0}t.kr.\n"), "{of_link}");
    // A point of a chart is of the scenario with other values.
    let at = printed(&["explain", &format!("{PUBLISHED}&at.caseload=20&explain=net.total")]);
    assert_eq!(at, printed(&["explain", &format!("{PUBLISHED}&caseload=20"), "net.total"]));
}

#[test]
fn what_was_changed_is_said_to_be_the_readers() {
    let said = printed(&["explain", &format!("{PUBLISHED}&effect-first=20"), "line.benefits.2018"]);
    assert!(said.contains(": 20%, changed by you (the proposal: 12.5%)"), "{said}");
}

#[test]
fn a_number_that_the_note_does_not_have_is_refused() {
    assert!(misused(&["explain", PUBLISHED, "net.total.1999"]).contains("“net.total.1999”"));
    assert!(misused(&["explain", PUBLISHED, "nonsense"]).contains("“nonsense”"));
}
