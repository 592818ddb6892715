//! What it takes to be paid back within a number of years: every offered value gets there, and none nearer does.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::payback::{Convention, Payback};
use engine::sensitivity::{Move, WhatItTakes, is_paid_back_within, what_it_takes, years_to_choose};
use model::evaluate::Perspective;
use model::note::Unit;
use model::scenario::Scenario;
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{LIBRARY, any_made_scenario, any_scenario, computed, decimal, driver_ix, every_note, scenario};

const TOTAL: Perspective = Perspective::Total;

#[track_caller]
fn moves(scenario: &Scenario<'static>, perspective: Perspective, years: u32) -> Vec<Move> {
    match what_it_takes(&computed(scenario), perspective, years).unwrap() {
        WhatItTakes::Takes { moves, .. } => moves,
        other => panic!("{other:?}"),
    }
}

fn payback_with(scenario: &Scenario<'static>, to: &Move, value: Decimal, perspective: Perspective) -> Payback {
    let mut moved = scenario.clone();
    moved.choose(to.ix, value).unwrap();
    computed(&moved).payback(perspective, Convention::FirstYear)
}

/// The smallest step that is offered: one of the last digit on screen, and a whole krone for amounts.
fn step(unit: Unit) -> Decimal {
    let decimals = if unit.scale() == Decimal::ONE_THOUSAND { 0 } else { unit.decimals() };
    Decimal::new(1, decimals) / unit.scale()
}

/// Checks every offered value, and what is said to be in vain.
fn check(scenario: &Scenario<'static>, perspective: Perspective, years: u32) -> Result<(), TestCaseError> {
    let now = computed(scenario);
    let paid = |payback| is_paid_back_within(payback, years);
    match what_it_takes(&now, perspective, years).unwrap() {
        WhatItTakes::IsThere => prop_assert!(paid(now.payback(perspective, Convention::FirstYear))),
        WhatItTakes::NoSavings => {
            let view = now.outcome.view(perspective);
            prop_assert!(view.is_none_or(|view| view.savings.iter().all(|saving| saving.get() == 0)));
        }
        WhatItTakes::Takes { moves, in_vain } => {
            prop_assert!(!paid(now.payback(perspective, Convention::FirstYear)));
            prop_assert!(moves.is_sorted_by_key(|it| it.way), "{:?}", moves);
            for to in &moves {
                let driver = scenario.note().variant.driver(to.ix).unwrap();
                let from = scenario.value(to.ix).unwrap();
                let there = payback_with(scenario, to, to.to, perspective);
                prop_assert!(matches!(there, Payback::Reached { .. }) && paid(there), "{} at {}", driver.id, to.to);
                let step = step(driver.unit);
                let back = if from < to.to { (to.to - step).max(from) } else { (to.to + step).min(from) };
                let nearer = payback_with(scenario, to, back, perspective);
                // Nothing is paid back where nothing is spent, so such a value is no way.
                let is_no_way = !paid(nearer) || nearer == Payback::NoCosts;
                prop_assert!(is_no_way, "{} at {} is nearer than {}", driver.id, back, to.to);
                prop_assert!(in_vain.iter().all(|ix| *ix != to.ix));
            }
        }
    }
    Ok(())
}

#[test]
fn three_years_take_some_more_in_a_job_in_2018() {
    let now = scenario("ips-2018", &[]);
    assert_eq!(what_it_takes(&computed(&now), TOTAL, 4), Ok(WhatItTakes::IsThere));
    let moves = moves(&now, TOTAL, 3);
    let effect = moves.iter().find(|it| it.ix == driver_ix(&now, "effect")).unwrap();
    // Three years cost 14.562, of which 750 are saved by coordination: 2,5 times 150 × 140,337 × the share must be 13.812.
    assert_eq!(effect.to, decimal("0.2625"));
    // All pay, 4.854 a year: 2.781 + 2 × 5.563 = 13.907 pays for three times 4.635, which is 4,5 per cent less.
    let pay = moves.iter().find(|it| it.ix == driver_ix(&now, "all-pay")).unwrap();
    assert!(decimal("-0.0455") < pay.to && pay.to < decimal("-0.0445"), "{}", pay.to);
    assert!(!pay.is_beyond);
    // The shortest way is the one that is least of a slider.
    assert!(moves[0].way <= decimal("0.05"), "{moves:?}");
    assert!(moves.iter().all(|it| it.ix != driver_ix(&now, "all-amounts")), "both sides follow");
    assert!(moves.iter().all(|it| it.ix != driver_ix(&now, "years")), "an effort is not paid back by stopping earlier");
}

#[test]
fn what_cannot_get_there_alone_is_told() {
    // Of 20 per cent nobody had found a job anyway, and not even that brings it into four years.
    let now = scenario("ips-2018", &[("effect", "0.2")]);
    let WhatItTakes::Takes { moves, in_vain } = what_it_takes(&computed(&now), TOTAL, 4).unwrap() else { panic!() };
    assert!(in_vain.contains(&driver_ix(&now, "anyway")));
    assert!(moves.iter().any(|it| it.ix == driver_ix(&now, "effect") && it.to == decimal("0.2493")));
}

#[test]
fn a_note_without_savings_has_no_payback_to_reach() {
    let now = scenario("bi10-2026", &[]);
    assert_eq!(what_it_takes(&computed(&now), TOTAL, 4), Ok(WhatItTakes::NoSavings));
    // Nor has a perspective of a note with savings that counts none of them.
    let mut met = 0;
    for note in LIBRARY.notes().filter_map(|note| LIBRARY.with_savings(&note.variant.id)) {
        let borrowing = computed(&Scenario::baseline(note));
        for view in &borrowing.outcome.views {
            if view.savings.iter().all(|saving| saving.get() == 0) {
                assert_eq!(what_it_takes(&borrowing, view.perspective, 4), Ok(WhatItTakes::NoSavings));
                met += 1;
            }
        }
    }
    assert!(met > 0);
}

#[test]
fn every_note_and_perspective_is_answered_for_every_year() {
    for note in every_note() {
        let baseline = Scenario::baseline(note);
        for perspective in Perspective::of_variant(note.variant) {
            for years in years_to_choose(&computed(&baseline)) {
                check(&baseline, perspective, years).unwrap();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn an_offered_value_gets_there_and_none_nearer(any in prop_oneof![any_scenario(), any_made_scenario()], years in 1_u32..=20, seen in 0_usize..6) {
        let perspectives = Perspective::of_variant(any.0.note().variant);
        check(&any.0, perspectives[seen % perspectives.len()], years)?;
    }
}
