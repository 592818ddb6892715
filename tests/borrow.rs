//! The savings that the later notes do not state, borrowed from the business case of 2018.

mod common;

use common::{LIBRARY, decimal, driver_ix, key_figures, note, outcome, scenario};
use indsatsregner::evaluate::Perspective;
use indsatsregner::link;
use indsatsregner::note::{Origin, Side};
use indsatsregner::payback::Payback;
use indsatsregner::scenario::Scenario;

const LATER: [&str; 5] = ["bi07-2022-a", "bi07-2022-b", "bi10-2026", "bi11-2026-s1", "bi11-2026-s2"];

#[track_caller]
fn borrowing(id: &str) -> Scenario<'static> {
    Scenario::baseline(LIBRARY.with_savings(id).unwrap_or_else(|| panic!("{id} can borrow nothing")))
}

#[test]
fn the_later_notes_state_no_savings_until_the_reader_asks() {
    for id in LATER {
        assert_eq!(key_figures(&scenario(id, &[])).total, Payback::NoSavings, "{id}");
        assert!(matches!(key_figures(&borrowing(id)).total, Payback::Reached { .. }), "{id}");
    }
    assert!(LIBRARY.with_savings("ips-2018").is_none(), "it has savings of its own");
}

#[test]
fn borrowed_savings_change_no_cost() {
    for id in LATER {
        let (before, after) = (outcome(&scenario(id, &[])), outcome(&borrowing(id)));
        let costs =
            |outcome: &indsatsregner::evaluate::Outcome| outcome.view(Perspective::Total).unwrap().costs.clone();
        assert_eq!(costs(&before), costs(&after), "{id}");
    }
}

#[test]
fn the_unit_savings_are_those_of_2018_and_say_so() {
    let lender = note("ips-2018");
    for id in LATER {
        let variant = LIBRARY.with_savings(id).unwrap().variant;
        let savings: Vec<_> = variant.lines.iter().filter(|line| line.side == Side::Saving).collect();
        assert_eq!(savings.len(), 4, "{id}: the fixed saving stays with its lender");
        for own in lender.variant.drivers.iter().filter(|driver| driver.id.ends_with("per-outcome")) {
            let borrowed = variant.driver(variant.find_driver(&own.id).unwrap()).unwrap();
            assert_eq!(borrowed.value, own.value);
            assert!(matches!(&borrowed.origin, Origin::Borrowed { document, .. } if document == "ips-2018"));
        }
        for ours in ["prices", "anyway"] {
            let driver = variant.driver(variant.find_driver(ours).unwrap()).unwrap();
            assert!(matches!(driver.origin, Origin::Assumed { .. }), "{ours}");
        }
    }
}

#[test]
fn citizens_effect_price_and_those_who_would_have_found_a_job_anyway_decide_the_saving() {
    let mut now = borrowing("bi10-2026");
    let saved = |scenario: &Scenario<'_>| {
        let view = outcome(scenario).view(Perspective::Total).unwrap().clone();
        view.savings[0].get()
    };
    // 225 citizens x 50 % = 112,5: 13.218 (13.217,6) + 470 (470,3) + 1.800 + 300 (300,04), each row rounded by itself.
    assert_eq!(saved(&now), -(13_218 + 470 + 1_800 + 300));
    now.set(driver_ix(&now, "anyway"), decimal("0.5")).unwrap();
    assert_eq!(saved(&now), -(6_609 + 235 + 900 + 150));
    now.set(driver_ix(&now, "prices"), decimal("1.1")).unwrap();
    assert_eq!(saved(&now), -(7_270 + 259 + 990 + 165));
}

#[test]
fn a_link_restores_borrowed_savings() {
    let mut now = borrowing("bi11-2026-s1");
    now.set(driver_ix(&now, "prices"), decimal("1.25")).unwrap();
    let text = link::print(&now);
    assert_eq!(text, "v=1&note=bi11-2026-s1&lent=ips-2018&prices=1.25");
    let opened = link::open(&LIBRARY, &text).unwrap();
    assert_eq!((opened.own.scenario, opened.notices), (now.clone(), vec![]));
    // Giving the savings back drops what only they had, without complaint: the reader asked for it.
    let back = link::open(&LIBRARY, &link::print_for(&now, note("bi11-2026-s1"))).unwrap();
    assert_eq!((back.own.scenario, back.notices), (scenario("bi11-2026-s1", &[]), vec![]));
    let none = link::open(&LIBRARY, "v=1&note=ips-2018&lent=ips-2018").unwrap();
    assert_eq!(none.notices, [link::Notice::UnknownSavings("ips-2018".into())]);
}

#[test]
fn the_measured_effect_is_an_alternative_to_the_target() {
    let variant = note("bi10-2026").variant;
    let effect = variant.driver(variant.find_driver("effect").unwrap()).unwrap();
    assert_eq!(effect.value, decimal("0.5"));
    assert_eq!(effect.alternatives.iter().map(|other| other.value).collect::<Vec<_>>(), [decimal("0.47")]);
}
