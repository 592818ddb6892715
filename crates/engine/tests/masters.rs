//! What raises all pay or every amount at once: the same result as raising each number by itself, and nothing at all until the
//! reader sets it.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::compare::compare;
use engine::computed::Computed;
use engine::could_explain::could_explain;
use engine::explain::{Ask, explain};
use engine::link::{self, Page, Screen};
use engine::method::origins;
use engine::sensitivity::{
    AlongSlider, BreakEven, Measure, along_slider, break_even, hangs_on, joint_range, judged_years, main_drivers,
    nearest_limits, tornado,
};
use model::evaluate::{Outcome, Perspective};
use model::language::Language;
use model::note::{DriverIx, Note, Unit};
use model::scenario::{PostsCount, Scenario};
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{Any, LIBRARY, any_scenario, computed, decimal, driver_ix, every_note, note, outcome, scenario};

const ALL_PAY: &str = "all-pay";
const ALL_AMOUNTS: &str = "all-amounts";

fn masters(note: Note<'_>) -> Vec<DriverIx> {
    note.variant.drivers().filter(|(_, driver)| driver.is_master()).map(|(ix, _)| ix).collect()
}

/// The scenario with every number of these units × (1 + increase). `None` where the screen has no such number.
fn each_raised(scenario: &Scenario<'static>, units: &[Unit], increase: Decimal) -> Option<Scenario<'static>> {
    let mut raised = scenario.clone();
    for (ix, _) in scenario.note().variant.drivers().filter(|(_, driver)| units.contains(&driver.unit)) {
        raised.set(ix, scenario.value(ix)? * (Decimal::ONE + increase)).ok()?;
    }
    Some(raised)
}

fn with(scenario: &Scenario<'static>, id: &str, value: Decimal) -> Scenario<'static> {
    let mut changed = scenario.clone();
    changed.set(driver_ix(scenario, id), value).unwrap();
    changed
}

/// The amounts of an outcome, without what only tells how many people and posts there are.
fn amounts(outcome: Outcome) -> impl PartialEq + std::fmt::Debug {
    (outcome.lines, outcome.views, outcome.efforts)
}

/// Any note, as it is but for its citizens and how posts are counted.
fn any_note() -> impl Strategy<Value = Any> {
    let posts = prop::sample::select(PostsCount::ALL.to_vec());
    (prop::sample::select(every_note()), 0_u32..=300, posts).prop_map(|(note, citizens, posts)| {
        let mut scenario = Scenario::baseline(note);
        if let Some(ix) = note.variant.efforts[0].citizens {
            scenario.set(ix, citizens.into()).unwrap();
        }
        scenario.count_posts(posts);
        Any(scenario)
    })
}

#[test]
fn every_note_has_both_and_no_cost_per_post_is_left_out() {
    for note in every_note() {
        assert_eq!(masters(note).len(), 2, "{}", note.variant.id);
        for line in &note.variant.lines {
            let unit = note.variant.driver(line.formula.unit_amount).unwrap().unit;
            assert_eq!(line.formula.increases.pay.is_some(), unit == Unit::CostPerPost, "{}", line.id);
            let amounts = line.formula.increases.amounts.unwrap();
            assert_eq!(note.variant.driver(amounts).unwrap().id, ALL_AMOUNTS, "{}", line.id);
        }
    }
}

#[test]
fn three_per_cent_more_pay_in_2018_takes_the_54_thousand_and_more() {
    let now = computed(&scenario("ips-2018", &[(ALL_PAY, "0.03")]));
    // 2.230 × 1,03 = 2.296,9; 954 × 1,03 = 982,62; 1.000 × 1,03 = 1.030; 670 × 1,03 = 690,1: 5.000 a year.
    assert_eq!(now.outcome.view(Perspective::Total).unwrap().costs[0].get(), 2297 + 983 + 1030 + 690);
    // 20.000 spent and 19.470 saved in four years, and 2.105 in the fifth.
    assert_eq!(now.figures.net.get(), 20_000 - 21_575);
}

#[test]
fn nothing_is_said_of_them_until_the_reader_sets_them() {
    for note in every_note() {
        let baseline = computed(&Scenario::baseline(note));
        let masters = masters(note);
        for perspective in Perspective::of_variant(note.variant) {
            let main = main_drivers(&baseline, perspective).unwrap();
            assert!(main.iter().all(|ix| !masters.contains(ix)), "{}", note.variant.id);
            let hangs_on = hangs_on(&baseline, perspective).unwrap();
            assert!(hangs_on.iter().flat_map(|it| &it.nearest).all(|limit| !masters.contains(&limit.ix)));
            let range = joint_range(&baseline, perspective).unwrap();
            assert!(range.iter().flat_map(|it| &it.drivers).all(|ends| !masters.contains(&ends.ix)));
        }
        if let Some(search) = could_explain(note) {
            assert!(search.found.iter().all(|found| !masters.contains(&found.ix)));
        }
        for (index, _) in note.variant.lines.iter().enumerate() {
            let cell = explain(&baseline, Ask::Line(index, Some(note.variant.first))).unwrap();
            assert!(cell.drivers.iter().all(|ix| !masters.contains(ix)));
        }
    }
    let drivers: usize = LIBRARY.notes().map(|note| note.variant.drivers.len() - 2).sum();
    let counted: usize = origins(&LIBRARY).iter().map(|origins| origins.baseline).sum();
    assert_eq!(counted, drivers, "they are neither stated nor assumed");
}

#[test]
fn notes_that_share_no_row_have_the_same_masters() {
    let [left, right] =
        ["ips-2018", "bi10-2026"].map(|id| computed(&scenario(id, &[(ALL_PAY, "0.03"), (ALL_AMOUNTS, "0.02")])));
    let ids = |left: &Computed<'static>, right: &Computed<'static>| -> Vec<&str> {
        let compared = compare(left, right);
        compared.drivers.iter().map(|pair| pair.id).filter(|id| id.starts_with("all-")).collect()
    };
    assert_eq!(ids(&left, &right), Vec::<&str>::new());
    let other = computed(&scenario("bi10-2026", &[(ALL_PAY, "0.04"), (ALL_AMOUNTS, "0.02")]));
    assert_eq!(ids(&left, &other), [ALL_PAY]);
}

#[test]
fn a_change_of_all_pay_is_one_key_of_a_link_and_goes_along_to_another_note() {
    let now = scenario("ips-2018", &[(ALL_PAY, "-0.025")]);
    let page = Page::of(Screen::Note, Language::default());
    assert_eq!(page.link(&now), "v=1&note=ips-2018&all-pay=-2.5");
    let there = link::open(&LIBRARY, &page.link_for(&now, note("bi10-2026"))).unwrap();
    assert_eq!(there.notices, []);
    assert_eq!(there.own.scenario, scenario("bi10-2026", &[(ALL_PAY, "-0.025")]));
}

#[test]
fn all_pay_has_a_limit_and_the_regulation_has_none() {
    let baseline = computed(&scenario("ips-2018", &[]));
    let [pay, amounts] = [ALL_PAY, ALL_AMOUNTS].map(|id| driver_ix(&baseline.scenario, id));
    let years = judged_years(&baseline, Perspective::Total);
    let along = |ix| along_slider(&baseline, ix, Perspective::Total, years).unwrap();
    // 54 thousand of 19.416: 0,27 % gives 13 thousand a year more, which is 52; 0,3 % would give 15.
    let AlongSlider::Payback { in_time: BreakEven::AtMost(most), .. } = along(pay) else { panic!("no limit") };
    assert!(decimal("0.0025") < most && most < decimal("0.003"), "{most}");
    let AlongSlider::Amount { measure: Measure::Net(Perspective::Total), .. } = along(amounts) else {
        panic!("both sides follow")
    };
    assert_eq!(break_even(&baseline.scenario, amounts, Perspective::Total, 4), Ok(BreakEven::Always));
    assert_eq!(break_even(&baseline.scenario, amounts, Perspective::Total, 3), Ok(BreakEven::Never));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn raising_all_pay_is_raising_each_cost_per_post(scenario in any_note(), per_cent in -90_i64..=100) {
        let increase = Decimal::new(per_cent, 2);
        let each = each_raised(&scenario.0, &[Unit::CostPerPost], increase);
        prop_assume!(each.is_some());
        prop_assert_eq!(amounts(outcome(&with(&scenario.0, ALL_PAY, increase))), amounts(outcome(&each.unwrap())));
    }

    #[test]
    fn raising_every_amount_is_raising_each_unit_amount(scenario in any_note(), per_cent in -90_i64..=100) {
        let increase = Decimal::new(per_cent, 2);
        let units = [Unit::CostPerPost, Unit::AmountPerYear, Unit::AmountPerOutcome];
        let each = each_raised(&scenario.0, &units, increase);
        prop_assume!(each.is_some());
        prop_assert_eq!(amounts(outcome(&with(&scenario.0, ALL_AMOUNTS, increase))), amounts(outcome(&each.unwrap())));
    }

    #[test]
    fn they_have_no_bar_and_no_limit_however_they_are_set(scenario in any_scenario(), years in 1_u32..20) {
        let masters = masters(scenario.0.note());
        let bars = tornado(&scenario.0, Perspective::Total).unwrap();
        prop_assert!(bars.iter().all(|bar| !masters.contains(&bar.ix)));
        let limits = nearest_limits(&scenario.0, Perspective::Total, years).unwrap();
        prop_assert!(limits.iter().all(|limit| !masters.contains(&limit.ix)));
    }
}
