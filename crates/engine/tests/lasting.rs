//! What holds of every scenario: a payback lasts, drivers that follow keep their proportion, and what comes back for each
//! krone is the savings.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::payback::{Convention, Payback, projected};
use model::money::Thousands;
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{Any, any_made_scenario, any_scenario, computed};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn no_year_after_a_payback_is_above_zero_again(Any(scenario) in prop_oneof![any_scenario(), any_made_scenario()]) {
        let computed = computed(&scenario);
        for view in &computed.outcome.views {
            let ends = projected(view, 60);
            match computed.payback(view.perspective, Convention::FirstYear) {
                Payback::Reached { years, by_the_rest, .. } => {
                    let years = usize::try_from(years).unwrap();
                    // What is left of the savings pays back what the last year with costs leaves.
                    let last = view.costs.iter().rposition(|cost| *cost > Thousands::ZERO).unwrap();
                    prop_assert_eq!(by_the_rest, ends[last] > Thousands::ZERO, "{:?}", ends);
                    prop_assert!(years <= 20);
                    prop_assert!(ends[years - 1..].iter().all(|end| *end <= Thousands::ZERO), "{:?}", ends);
                    // It is the first such year.
                    prop_assert!(years == 1 || ends[years - 2] > Thousands::ZERO, "{:?}", ends);
                }
                Payback::NotWithin { ahead, .. } => {
                    prop_assert!(ends[19..].iter().any(|end| *end > Thousands::ZERO), "{:?}", ends);
                    let is_ahead = |ahead: u32| {
                        let column = usize::try_from(ahead).unwrap() - usize::from(scenario.note().variant.first);
                        ends[column] <= Thousands::ZERO
                    };
                    prop_assert!(ahead.is_none_or(is_ahead), "{:?}: {:?}", ahead, ends);
                }
                Payback::NoCosts | Payback::NoSavings => {}
                Payback::OnlyAfterwards => prop_assert!(false, "only the simple ratio says so"),
            }
        }
    }

    #[test]
    fn a_driver_that_follows_keeps_the_documents_proportion(Any(scenario) in any_scenario()) {
        let variant = scenario.note().variant;
        for (ix, driver) in variant.drivers() {
            let Some(follows) = driver.follows.as_ref().filter(|_| scenario.follows(ix)) else { continue };
            let leader = variant.driver(follows.leader).unwrap();
            let now = scenario.value(follows.leader).unwrap();
            let expected = (now * driver.value / leader.value).min(driver.unit.bounds().1);
            // The value is rounded to what the screen shows.
            let half_a_step = Decimal::new(5, driver.unit.decimals_in_model() + 1);
            prop_assert!((scenario.value(ix).unwrap() - expected).abs() <= half_a_step, "{}", driver.id);
        }
    }

    #[test]
    fn what_comes_back_for_each_krone_times_the_costs_is_what_is_saved(Any(scenario) in prop_oneof![any_scenario(), any_made_scenario()]) {
        let computed = computed(&scenario);
        for view in &computed.outcome.views {
            let sum = |cells: &[Thousands]| cells.iter().copied().sum::<Thousands>().decimal();
            let (costs, savings) = (sum(&view.costs), sum(&view.savings));
            match computed.figures.returned(view.perspective).in_all {
                Some(returned) => {
                    let apart = (returned * costs + savings).abs();
                    prop_assert!(apart < Decimal::new(1, 6), "{:?}: {} × {} is not {}", view.perspective, returned, costs, savings);
                }
                None => prop_assert!(costs <= Decimal::ZERO),
            }
        }
    }
}
