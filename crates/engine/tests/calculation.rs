//! What the rules do when a reader changes something: worked examples, then properties over generated scenarios.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::payback::Payback;
use model::evaluate::{Perspective, evaluate};
use model::money::Thousands;
use model::note::Unit;
use model::scenario::{PostsCount, Rejection, Scenario};
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{decimal, driver_ix, key_figures, note, outcome, scenario};

#[track_caller]
fn costs(scenario: &Scenario<'_>) -> Vec<i64> {
    outcome(scenario).view(Perspective::Total).unwrap().costs.iter().map(|cost| cost.get()).collect()
}

#[test]
fn a_smaller_caseload_takes_more_consultants() {
    let now = scenario("ips-2018", &[("caseload", "20")]);
    assert_eq!(outcome(&now).efforts[0].consultants, Some(decimal("7.5")));
    // 7,5 × (371,667 + 159) + 1.670 = 2.787,5 + 1.192,5 + 1.670, each row rounded by itself.
    assert_eq!(costs(&now), [5651, 5651, 5651, 5651, 0]);
}

#[test]
fn consultants_can_be_counted_in_half_or_whole_posts() {
    let mut now = scenario("ips-2018", &[("caseload", "24")]);
    for (posts, consultants) in [(PostsCount::Exact, "6.25"), (PostsCount::Half, "6.5"), (PostsCount::Whole, "7")] {
        now.count_posts(posts);
        assert_eq!(outcome(&now).efforts[0].consultants, Some(decimal(consultants)), "{posts:?}");
    }
    now.set(driver_ix(&now, "caseload"), decimal("25")).unwrap();
    assert_eq!(outcome(&now).efforts[0].consultants, Some(decimal("6")), "six are six however they are counted");
}

#[test]
fn a_caseload_that_does_not_divide_evenly_is_exact_all_the_same() {
    // 150 ÷ 7 consultants × 7 kr. would be 150 kr. only if nothing is rounded on the way.
    let now = scenario("ips-2018", &[("caseload", "7"), ("pay-outreach", "7"), ("pay-team", "0")]);
    let outreach = now.note().variant.lines.iter().position(|line| line.id == "outreach").unwrap();
    assert_eq!(outcome(&now).lines[outreach].cells[0], Thousands::new(150));
}

#[test]
fn a_shorter_effort_stops_costs_and_leaves_the_residual_effect_earlier() {
    let now = outcome(&scenario("ips-2018", &[("years", "2")]));
    let total = now.view(Perspective::Total).unwrap();
    assert_eq!(total.costs.iter().map(|cell| cell.get()).collect::<Vec<_>>(), [4854, 4854, 0, 0, 0]);
    assert_eq!(total.savings.iter().map(|cell| cell.get()).collect::<Vec<_>>(), [-2781, -5563, -2105, -2105, -2105]);
}

#[test]
fn a_longer_effort_lengthens_the_table_by_the_year_after_it() {
    let now = outcome(&scenario("ips-2018", &[("years", "6")]));
    assert_eq!(now.years.last(), Some(&2024));
    let total = now.view(Perspective::Total).unwrap();
    assert_eq!(
        total.net.iter().map(|cell| cell.get()).collect::<Vec<_>>(),
        [2073, -709, -709, -709, -709, -709, -2105]
    );
}

#[test]
fn an_effort_of_one_year_has_its_first_years_effect_and_then_the_residual() {
    let now = outcome(&scenario("ips-2018", &[("years", "1")]));
    assert_eq!(now.efforts[0].outcomes, ["18.75", "15", "15", "15", "15"].map(decimal));
}

#[test]
fn without_effect_only_the_fixed_coordination_saving_is_left() {
    let now = scenario("ips-2018", &[("effect", "0"), ("effect-first", "0"), ("residual", "0")]);
    assert_eq!(key_figures(&now).total, Payback::NotWithin { horizon: 20, ahead: None });
    let none =
        scenario("ips-2018", &[("effect", "0"), ("effect-first", "0"), ("residual", "0"), ("coordination", "0")]);
    assert_eq!(key_figures(&none).total, Payback::NoSavings);
    assert_eq!(key_figures(&none).cost_per_outcome, None, "nothing is divided by nobody");
}

#[test]
fn without_citizens_or_posts_there_is_nothing_to_pay_back() {
    let none = scenario("ips-2018", &[("citizens", "0"), ("fte-lead", "0"), ("fte-advisor", "0")]);
    assert_eq!(key_figures(&none).total, Payback::NoCosts);
    assert_eq!(key_figures(&none).cost_per_citizen, None);
}

#[test]
fn a_value_out_of_bounds_is_refused_and_the_last_one_stays() {
    let mut now = scenario("ips-2018", &[("caseload", "20")]);
    let before = now.clone();
    let caseload = driver_ix(&now, "caseload");
    let effect = driver_ix(&now, "effect");
    let citizens = driver_ix(&now, "citizens");
    assert_eq!(now.set(caseload, Decimal::ZERO), Err(Rejection::TooLow(Decimal::ONE)));
    assert_eq!(now.set(effect, Decimal::TWO), Err(Rejection::TooHigh(Decimal::ONE)));
    assert_eq!(now.set(citizens, decimal("-1")), Err(Rejection::TooLow(Decimal::ZERO)));
    assert_eq!(now.set(citizens, Decimal::MAX), Err(Rejection::TooHigh(decimal("100000"))));
    assert_eq!(now.set(citizens, decimal("1.5")), Err(Rejection::TooFine(0)));
    assert_eq!(now, before);
}

/// Any value that the drivers of the note accept, in steps of the screen's last decimal; often one of the ends.
fn any_scenario_of_2018() -> impl Strategy<Value = Scenario<'static>> {
    let note = note("ips-2018");
    let drivers: Vec<_> = note
        .variant
        .drivers()
        .map(|(ix, driver)| {
            let (low, high) = driver.unit.bounds();
            let finest = driver.unit.scale() * Decimal::TEN.powi(driver.unit.decimals());
            let end = |value: Decimal| i64::try_from(value * finest).unwrap();
            let ends = end(low)..=end(high);
            let value = move |steps: i64| Decimal::from(steps) / finest;
            let published = driver.value;
            prop_oneof![
                2 => Just(published),
                4 => ends.prop_map(value),
                1 => prop_oneof![Just(low), Just(high)],
            ]
            .prop_map(move |value| (ix, value))
        })
        .collect();
    (drivers, prop::sample::select(PostsCount::ALL.to_vec())).prop_map(move |(values, posts)| {
        let mut scenario = Scenario::baseline(note);
        for (ix, value) in values {
            assert_eq!(scenario.set(ix, value), Ok(()), "{ix:?} = {value}");
        }
        scenario.count_posts(posts);
        scenario
    })
}

trait Powi {
    fn powi(self, exponent: u32) -> Self;
}

impl Powi for Decimal {
    fn powi(self, exponent: u32) -> Self {
        (0..exponent).fold(Self::ONE, |power, _| power * self)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_scenario_within_bounds_has_an_outcome(scenario in any_scenario_of_2018()) {
        prop_assert!(evaluate(&scenario).is_ok());
        key_figures(&scenario);
    }

    #[test]
    fn what_is_shown_adds_up(scenario in any_scenario_of_2018()) {
        let now = outcome(&scenario);
        let total = now.view(Perspective::Total).unwrap();
        for column in 0..now.years.len() {
            let lines: Thousands = now.lines.iter().map(|line| line.cells[column]).sum();
            prop_assert_eq!(total.net[column], lines);
            prop_assert_eq!(total.costs[column].plus(total.savings[column]), lines);
            let committees: Thousands = now.views.iter()
                .filter(|view| matches!(view.perspective, Perspective::Committee(_)))
                .map(|view| view.net[column])
                .sum();
            prop_assert_eq!(committees, lines, "the committees together are the city");
        }
        prop_assert_eq!(total.cumulative.last().copied(), Some(total.net.iter().copied().sum()));
    }

    #[test]
    fn more_citizens_never_cost_less(scenario in any_scenario_of_2018(), more in 1_u32..1000) {
        let citizens = driver_ix(&scenario, "citizens");
        let mut larger = scenario.clone();
        let raised = (scenario.value(citizens).unwrap() + Decimal::from(more)).min(Unit::Citizens.bounds().1);
        larger.set(citizens, raised).unwrap();
        for (few, many) in costs(&scenario).iter().zip(costs(&larger)) {
            prop_assert!(*few <= many);
        }
    }

    #[test]
    fn a_higher_effect_never_saves_less(scenario in any_scenario_of_2018(), more in 0_u32..100) {
        let effect = driver_ix(&scenario, "effect");
        let mut better = scenario.clone();
        let raised = (scenario.value(effect).unwrap() + Decimal::new(more.into(), 2)).min(Decimal::ONE);
        better.set(effect, raised).unwrap();
        let saved = |scenario| outcome(scenario).view(Perspective::Total).unwrap().savings.clone();
        for (little, much) in saved(&scenario).iter().zip(saved(&better)) {
            prop_assert!(*little >= much, "savings are negative");
        }
    }

    #[test]
    fn whole_posts_are_never_fewer_than_half_posts_nor_these_than_exact_ones(scenario in any_scenario_of_2018()) {
        let mut scenario = scenario;
        let mut posts = Decimal::ZERO;
        for count in [PostsCount::Exact, PostsCount::Half, PostsCount::Whole] {
            scenario.count_posts(count);
            let needed = outcome(&scenario).efforts[0].consultants.unwrap();
            prop_assert!(posts <= needed);
            posts = needed;
        }
    }

    #[test]
    fn restoring_each_changed_driver_gives_the_note_back(scenario in any_scenario_of_2018()) {
        let mut restored = scenario.clone();
        for change in scenario.changes() {
            restored.restore(change.ix);
        }
        restored.count_posts(PostsCount::default());
        prop_assert!(!restored.differs());
        prop_assert_eq!(outcome(&restored), outcome(&Scenario::baseline(scenario.note())));
    }
}
