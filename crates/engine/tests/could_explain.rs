//! What could explain printed payback times: found for the 2018 note, for planted ones, or not at all; and whatever is found
//! is held against the full calculation.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::could_explain::{Found, Own, Search, could_explain};
use engine::figures::{PaybackCheck, payback_checks};
use engine::payback::Payback;
use model::note::{DriverIx, Note, PaybackBasis, PrintedPayback, Unit};
use model::scenario::Scenario;
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{LIBRARY, decimal, driver_ix, note, outcome};

/// The 2018 note with other printed payback times: in all, and on service.
fn printing(total: Option<u16>, service: Option<u16>) -> Note<'static> {
    let mut document = note("ips-2018").document.clone();
    let variant = &mut document.variants[0];
    variant.printed_paybacks.retain_mut(|printed: &mut PrintedPayback| {
        let years = match printed.basis {
            PaybackBasis::Total => total,
            PaybackBasis::Service => service,
        };
        years.is_some_and(|years| {
            printed.payback = years;
            true
        })
    });
    Box::leak(Box::new(document)).notes().next().unwrap()
}

/// Whether every printed payback time comes out of the full calculation, with one driver at another value.
fn comes_out(note: Note<'static>, ix: DriverIx, value: Decimal) -> bool {
    let mut scenario = Scenario::baseline(note);
    assert_eq!(scenario.set(ix, value), Ok(()), "{value}");
    let checks = payback_checks(note, &outcome(&scenario));
    assert_eq!(checks.len(), note.variant.printed_paybacks.len());
    checks.iter().all(PaybackCheck::agrees)
}

/// The computed payback in years; `None` where there is none, and where it is longer than any note would print.
fn years(check: &PaybackCheck) -> Option<u16> {
    match check.computed {
        Payback::Reached { years, .. } => u16::try_from(years).ok(),
        _ => None,
    }
}

fn id(note: Note<'static>, found: &Found) -> &'static str {
    &note.variant.driver(found.ix).unwrap().id
}

/// The ids and values that were found, in their order. Values are in the model's unit.
fn named(note: Note<'static>, search: &Search) -> Vec<(&'static str, String)> {
    search.found.iter().map(|found| (id(note, found), found.value.to_string())).collect()
}

#[test]
fn a_residual_of_20_per_cent_gives_both_4_and_76_years() {
    let note = note("ips-2018");
    let search = could_explain(note).unwrap();
    assert_eq!(search.printed, [4, 76]);
    let first = search.found[0];
    assert_eq!((id(note, &first), first.value, first.own), ("residual", decimal("0.2"), Own::Range));
    assert_eq!((first.lowest, first.highest), (first.value, first.value), "19 and 21 per cent give other years");
    // No document names the other one: nearly twice the saving on interviews that its cells give.
    assert_eq!(named(note, &search)[1..], [("talks", "7.8".to_owned())]);
    assert_eq!(search.found[1].own, Own::No);
}

#[test]
fn every_whole_per_cent_of_the_residual_was_tried_and_only_20_gives_both() {
    let note = note("ips-2018");
    let residual = driver_ix(&Scenario::baseline(note), "residual");
    let fitting: Vec<u32> =
        (0..=100).filter(|percent| comes_out(note, residual, Decimal::new(i64::from(*percent), 2))).collect();
    assert_eq!(fitting, [20]);
}

#[test]
fn another_driver_explains_what_was_printed_with_its_value() {
    // One consultant instead of two: 8.496 less 1.662 leaves 6.834 on service, which 63 a year cover in 109 years more. In
    // all, it is paid back within three years.
    let note = printing(Some(3), Some(114));
    let search = could_explain(note).unwrap();
    let found = search.found.iter().find(|found| id(note, found) == "fte-advisor").unwrap();
    assert_eq!(found.value, decimal("1"));
    assert!(search.found.iter().all(|found| id(note, found) != "residual"), "{:?}", named(note, &search));
}

#[test]
fn nothing_explains_a_payback_on_service_in_the_first_year() {
    let note = printing(Some(4), Some(1));
    let search = could_explain(note).unwrap();
    assert_eq!(named(note, &search), []);
    let of_2018 = could_explain(testing::note("ips-2018")).unwrap();
    assert_eq!((search.values, search.drivers), (of_2018.values, of_2018.drivers), "as much was tried");
    assert!(search.values > 1_000 && search.values < 3_000, "{}", search.values);
}

#[test]
fn only_drivers_of_the_money_in_question_are_tried() {
    let drivers = |total, service| could_explain(printing(total, service)).unwrap().drivers;
    let all = note("ips-2018").variant.drivers.iter().filter(|driver| !driver.is_master()).count();
    assert_eq!(drivers(Some(5), None), all, "each driver moves something in all");
    // Benefits, programmes and single benefits are no service, and neither is the IPS team.
    assert_eq!(drivers(None, Some(76)), all - 4);
}

#[test]
fn there_is_nothing_to_explain_where_the_tables_give_what_is_printed() {
    assert_eq!(could_explain(printing(Some(4), Some(146))), None);
    assert_eq!(could_explain(printing(None, None)), None);
    for note in LIBRARY.notes().filter(|note| note.variant.printed_paybacks.is_empty()) {
        assert_eq!(could_explain(note), None);
    }
}

#[test]
fn a_driver_that_follows_goes_on_following() {
    // At 40 per cent from the second year on, 20 of 40 in the first and 16 after the effort.
    let mut scenario = Scenario::baseline(note("ips-2018"));
    let effect = driver_ix(&scenario, "effect");
    scenario.set(effect, decimal("0.4")).unwrap();
    let checks = payback_checks(scenario.note(), &outcome(&scenario));
    let note = printing(years(&checks[0]), years(&checks[1]));
    let search = could_explain(note).unwrap();
    assert!(named(note, &search).contains(&("effect", "0.4".to_owned())), "{:?}", named(note, &search));
}

/// Whatever the note prints, as far as its model can give it.
fn any_printed() -> impl Strategy<Value = Note<'static>> {
    let years = |from: u16, to: u16| prop::option::of(from..to);
    (years(1, 12), years(60, 260)).prop_map(|(total, service)| printing(total, service))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn whatever_is_found_gives_every_printed_payback_time(note in any_printed()) {
        if let Some(search) = could_explain(note) {
            prop_assert!(search.found.len() <= search.drivers);
            for found in &search.found {
                for value in [found.value, found.lowest, found.highest] {
                    prop_assert!(comes_out(note, found.ix, value), "{} at {}", id(note, found), value);
                }
                prop_assert!(found.lowest <= found.value && found.value <= found.highest);
            }
            let own: Vec<Own> = search.found.iter().map(|found| found.own).collect();
            prop_assert!(own.is_sorted(), "{:?}", own);
        }
    }

    #[test]
    fn a_value_that_a_reader_might_guess_is_found(percent in 1_i64..=100, at in 0_usize..4) {
        let baseline = Scenario::baseline(testing::note("ips-2018"));
        let shares: Vec<DriverIx> =
            baseline.note().variant.drivers().filter(|(_, driver)| driver.unit == Unit::Share).map(|(ix, _)| ix).collect();
        let mut scenario = baseline.clone();
        scenario.set(shares[at], Decimal::new(percent, 2)).unwrap();
        let checks = payback_checks(scenario.note(), &outcome(&scenario));
        if let (Some(total), Some(service)) = (years(&checks[0]), years(&checks[1])) {
            let note = printing(Some(total), Some(service));
            if let Some(search) = could_explain(note) {
                let found = search.found.iter().find(|found| found.ix == shares[at]);
                prop_assert!(found.is_some(), "{:?} of {:?}", (total, service), named(note, &search));
            }
        }
    }
}

/// Each embedded note, too, and not only planted ones.
#[test]
fn what_is_found_for_the_notes_that_ship_comes_out_of_the_full_calculation() {
    let mut found = 0;
    for note in LIBRARY.notes() {
        for explanation in could_explain(note).into_iter().flat_map(|search| search.found) {
            assert!(
                comes_out(note, explanation.ix, explanation.value),
                "{} in {}",
                id(note, &explanation),
                note.variant.id
            );
            found += 1;
        }
    }
    assert!(found > 0);
}
