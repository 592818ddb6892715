//! Pasted texts, and notes and values that nobody has chosen: there is an answer, or a reason why there is none. The tests of `hostile` have
//! more.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::computed::Computed;
use engine::pasted::{self, Unusable};
use engine::payback::Convention;
use model::evaluate::evaluate;
use model::scenario::Scenario;
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{Any, LIBRARY, any_new_scenario, cases};

#[test]
fn a_link_with_an_empty_name_names_no_note() {
    for text in ["v=1&note=", "https://a.example/#v=1&note=&caseload=20", "v=1&note=ips-2018&note="] {
        assert_eq!(pasted::read(&LIBRARY, text), Err(Unusable::NoNote), "{text:?}");
    }
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn any_note_with_any_values_has_an_outcome(
        (_, Any(mut scenario)) in any_new_scenario(), places in prop::collection::vec(0_u32..=1_000, 40),
    ) {
        let note = scenario.note();
        // Anywhere between the bounds, and often at one of them.
        for ((ix, driver), place) in note.variant.drivers().zip(places) {
            let (low, high) = driver.unit.bounds();
            let share = match place { 0..300 => Decimal::ZERO, 300..600 => Decimal::ONE, _ => Decimal::new(i64::from(place), 3) };
            let value = (low + (high - low) * share).round_dp(driver.unit.decimals_in_model());
            prop_assert_eq!(scenario.set(ix, value), Ok(()), "{} = {}", driver.id, value);
        }
        let outcome = evaluate(&scenario).map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
        for view in &outcome.views {
            let net: i64 = view.net.iter().map(|cell| cell.get()).sum();
            prop_assert_eq!(view.cumulative.last().map_or(0, |cell| cell.get()), net);
            let parts: i64 = view.costs.iter().chain(&view.savings).map(|cell| cell.get()).sum();
            prop_assert_eq!(parts, net);
        }
        let computed = Computed::of(scenario.clone()).expect("what has an outcome can be computed");
        for view in &computed.outcome.views {
            for convention in [Convention::FirstYear, Convention::Discounted { rate: Decimal::new(35, 3) }] {
                let _ = engine::payback::payback(view, note.variant.first, convention, 20);
            }
        }
        prop_assert_eq!(Scenario::baseline(note).differs(), false);
    }
}
