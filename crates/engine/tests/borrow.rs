//! The savings that the later notes do not state, borrowed from the business case of 2018.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::computed::Computed;
use engine::link;
use engine::payback::{Convention, Payback};
use model::evaluate::Perspective;
use model::note::{Origin, Side, Unit};
use model::scenario::Scenario;
use testing::{LIBRARY, computed, decimal, driver_ix, key_figures, note, outcome, scenario};

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
        let costs = |outcome: &model::evaluate::Outcome| outcome.view(Perspective::Total).unwrap().costs.clone();
        let (before, after) = (costs(&before), costs(&after));
        // The year after the efforts have stopped is there for what is left of the savings.
        let (later, same) = after.split_last().unwrap();
        assert_eq!((before.as_slice(), later.get()), (same, 0), "{id}");
    }
}

#[test]
fn the_unit_savings_are_those_of_2018_and_say_so() {
    let lender = note("ips-2018");
    for id in LATER {
        let variant = LIBRARY.with_savings(id).unwrap().variant;
        let savings: Vec<_> = variant.lines.iter().filter(|line| line.side == Side::Saving).collect();
        assert_eq!(savings.len(), 4, "{id}: the fixed saving stays with its lender");
        for own in lender.variant.drivers.iter().filter(|driver| driver.unit == Unit::AmountPerOutcome) {
            let borrowed = variant.driver(variant.find_driver(&own.id).unwrap()).unwrap();
            assert_eq!(borrowed.value, own.value);
            // No document prints them, so they stay derived, in the lender's document.
            assert!(matches!(&borrowed.origin, Origin::Derived { lender: Some(_), .. }), "{:?}", borrowed.origin);
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
        view.savings[1].get()
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

/// The paybacks that the lender's own caution gives: half of the full share in the first year, and 10 of 25 per cent
/// after the effort.
#[test]
fn borrowing_lends_the_caution_too() {
    let expect = |id: &str, effect: Option<&str>, seen: Perspective, year: u32, net: Option<i64>| {
        let mut now = borrowing(id);
        if let Some(effect) = effect {
            now.set(driver_ix(&now, "effect"), decimal(effect)).unwrap();
        }
        let computed = Computed::of(now).unwrap();
        let paid_back = computed.payback(seen, Convention::FirstYear);
        assert!(matches!(paid_back, Payback::Reached { year: reached, .. } if reached == year), "{id}: {paid_back:?}");
        if let Some(expected) = net {
            // When the effort has stopped. The year after that is in the table too, with what is left of the savings.
            let (_, years) = computed.outcome.view(seen).unwrap().cumulative.split_last().unwrap();
            assert_eq!(years.last().unwrap().get(), expected, "{id}");
        }
    };
    let (total, alone) = (Perspective::Total, Perspective::Effort(0));
    expect("bi10-2026", None, total, 2027, Some(-15_782));
    expect("bi10-2026", Some("0.25"), total, 2033, None);
    expect("bi10-2026", Some("0.25"), alone, 2031, Some(3_895));
    expect("bi11-2026-s1", Some("0.25"), total, 2029, None);
    expect("bi11-2026-s2", Some("0.25"), total, 2031, Some(1_296));
    expect("bi11-2026-s1", Some("0.2"), total, 2031, None);
    expect("bi11-2026-s2", Some("0.2"), total, 2033, None);
}

/// The line at a caseload says what it means for IPS.
#[test]
fn every_caseload_is_that_of_an_ips_effort() {
    let mut found = 0;
    for note in LIBRARY.notes() {
        for effort in note.variant.efforts.iter().filter(|effort| effort.caseload.is_some()) {
            assert!(effort.name.get("da").0.contains("IPS"), "{}", effort.id);
            found += 1;
        }
        let caseloads = note.variant.drivers().filter(|(ix, _)| note.variant.is_caseload(*ix));
        assert!(caseloads.map(|(_, driver)| driver.unit).eq([Unit::CitizensPerPost]), "{}", note.variant.id);
    }
    assert_eq!(found, 6);
}

/// An effort that runs already may be at full strength in the first year of its table; one that begins may not.
#[test]
fn only_an_effort_that_runs_already_may_start_at_its_full_share() {
    for id in ["bi07-2022-a", "bi07-2022-b", "bi10-2026", "bi11-2026-s1", "bi11-2026-s2"] {
        let mut now = borrowing(id);
        let [effect, first] = ["effect", "effect-first"].map(|id| driver_ix(&now, id));
        for share in ["0.5", "0.2"] {
            now.set(effect, decimal(share)).unwrap();
            assert_eq!(now.full_share_from_start(first), Some(decimal(share)), "{id}");
        }
        let others = now.note().variant.drivers().map(|(ix, _)| ix).filter(|ix| *ix != first);
        assert!(others.into_iter().all(|ix| now.full_share_from_start(ix).is_none()), "{id}");
        // One press: the saving of the first year is then that of the second.
        now.choose(first, now.full_share_from_start(first).unwrap()).unwrap();
        let savings = Computed::of(now).unwrap().outcome.view(Perspective::Total).unwrap().savings.clone();
        assert_eq!(savings[0], savings[1], "{id}");
    }
    let anew = Scenario::baseline(LIBRARY.find("ips-2018").unwrap());
    assert!(anew.note().variant.drivers().all(|(ix, _)| anew.full_share_from_start(ix).is_none()));
}

#[test]
fn what_follows_a_share_keeps_the_lenders_proportion() {
    let mut now = borrowing("bi10-2026");
    let [effect, first, residual] = ["effect", "effect-first", "residual"].map(|id| driver_ix(&now, id));
    let values = |now: &Scenario<'_>| [first, residual].map(|ix| now.value(ix).unwrap());
    assert_eq!(values(&now), [decimal("0.25"), decimal("0.2")]);
    now.set(effect, decimal("0.2")).unwrap();
    assert_eq!(values(&now), [decimal("0.1"), decimal("0.08")]);
    // A value of the reader's own stays, until the reader ties it again. A link holds only what was set.
    now.set(first, decimal("0.3")).unwrap();
    now.set(effect, decimal("0.4")).unwrap();
    assert_eq!(values(&now), [decimal("0.3"), decimal("0.16")]);
    assert_eq!(link::print(&now), "v=1&note=bi10-2026&lent=ips-2018&effect=40&effect-first=30");
    assert_eq!(link::open(&LIBRARY, &link::print(&now)).unwrap().own.scenario, now);
    assert!(!now.follows(first) && now.follows(residual));
    now.restore(first);
    assert_eq!(values(&now), [decimal("0.2"), decimal("0.16")]);
    assert!(now.follows(first));
    now.restore(effect);
    assert_eq!(values(&now), [decimal("0.25"), decimal("0.2")]);
    assert!(!now.differs());
    // A value that is only by chance the one that would follow stays the reader's own, in links too.
    now.set(effect, decimal("0.4")).unwrap();
    now.set(first, decimal("0.2")).unwrap();
    assert!(!now.follows(first));
    assert_eq!(link::open(&LIBRARY, &link::print(&now)).unwrap().own.scenario, now);
    // By hand it lets the driver follow again: a slider that is moved back has changed nothing.
    now.choose(first, decimal("0.2")).unwrap();
    assert!(now.follows(first));
    now.choose(first, decimal("0.3")).unwrap();
    assert!(!now.follows(first));
    // The order of a link's parts does not matter.
    let [one, other] = ["effect=5&effect-first=25", "effect-first=25&effect=5"]
        .map(|changes| link::open(&LIBRARY, &format!("v=1&note=bi10-2026&lent=ips-2018&{changes}")).unwrap());
    assert_eq!(one.own, other.own);
}

#[test]
fn what_comes_back_depends_on_whose_money_is_counted() {
    let in_year = |scenario: &Scenario<'static>, perspective| {
        computed(scenario).seen_from(perspective).returned.in_year.unwrap().round_dp(2)
    };
    let bi10 = borrowing("bi10-2026");
    assert_eq!(in_year(&bi10, Perspective::Effort(0)), decimal("2.00"));
    assert_eq!(in_year(&bi10, Perspective::Total), decimal("1.66"));
    let business_case = scenario("ips-2018", &[]);
    assert_eq!(in_year(&business_case, Perspective::Total), decimal("1.15"));
    let service = computed(&business_case).seen_from(Perspective::Service).returned;
    assert_eq!(service.in_all.unwrap().round_dp(2), decimal("0.16"));
}
