//! What the kinds of line come to that the notes which ship have not, and that every way of computing a line gives the same.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::computed::Computed;
use engine::explain::{self as explained, Ask, Step, explain};
use model::evaluate::{Factor, Focus, Perspective, evaluate};
use model::money::Thousands;
use model::note::{Increases, Limit, Note, Quantity, Schedule, Variant, Weight};
use model::scenario::Scenario;
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{Any, any_made_scenario, decimal, note};

/// The 2018 case with another weight for one of its lines. The effort runs from 2018 to 2021.
#[track_caller]
fn with_schedule(line: &str, schedule: Schedule) -> Note<'static> {
    let shipped = note("ips-2018");
    let mut variant: Variant = shipped.variant.clone();
    let line = variant.lines.iter_mut().find(|candidate| candidate.id == line).unwrap();
    line.formula.weight = Weight { schedule, ..line.formula.weight.clone() };
    Note { variant: Box::leak(Box::new(variant)), ..shipped }
}

fn schedule(years: &[&str], after: &str) -> Schedule {
    Schedule::of_years(&years.iter().map(|share| decimal(share)).collect::<Vec<_>>(), decimal(after)).unwrap()
}

#[track_caller]
fn cells(scenario: &Scenario<'_>, line: &str) -> Vec<i64> {
    let index = line_index(scenario.note(), line);
    evaluate(scenario).unwrap().lines[index].cells.iter().map(|cell| cell.get()).collect()
}

#[track_caller]
fn line_index(note: Note<'_>, line: &str) -> usize {
    note.variant.lines.iter().position(|candidate| candidate.id == line).unwrap()
}

#[track_caller]
fn set<'n>(mut scenario: Scenario<'n>, driver: &str, value: &str) -> Scenario<'n> {
    let ix = scenario.note().variant.find_driver(driver).unwrap();
    assert_eq!(scenario.set(ix, decimal(value)), Ok(()));
    scenario
}

#[test]
fn a_line_is_phased_in_year_by_year() {
    let phased_in = with_schedule("project-lead", schedule(&["0", "0.25", "0.6", "1"], "0"));
    let now = Scenario::baseline(phased_in);
    // A project leader costs 670: 0,25 × 670 = 167,5 and 0,6 × 670 = 402.
    assert_eq!(cells(&now, "project-lead"), [0, 168, 402, 670, 0]);
    // The last share goes on for as long as the effort runs, and no longer.
    assert_eq!(cells(&set(now.clone(), "years", "6"), "project-lead")[..6], [0, 168, 402, 670, 670, 670]);
    assert_eq!(cells(&set(now, "years", "2"), "project-lead"), [0, 168, 0, 0, 0]);
}

#[test]
fn a_cost_that_comes_once_comes_in_its_year_alone() {
    let first = with_schedule("project-lead", schedule(&["1", "0"], "0"));
    assert_eq!(cells(&Scenario::baseline(first), "project-lead"), [670, 0, 0, 0, 0]);
    let third = with_schedule("project-lead", schedule(&["0", "0", "1", "0"], "0"));
    assert_eq!(cells(&Scenario::baseline(third), "project-lead"), [0, 0, 670, 0, 0]);
    // An effort that is over before then has no such cost.
    assert_eq!(cells(&set(Scenario::baseline(third), "years", "2"), "project-lead"), [0, 0, 0, 0, 0]);
}

#[test]
fn a_line_per_outcome_is_phased_in_on_top_of_its_rates() {
    // 150 citizens × 12,5 % and 25 %, then 10 %, × 117,49: 2.203, 4.406 and 1.762 in whole.
    let note = with_schedule("benefits", schedule(&["0.5", "0.5", "1"], "1"));
    assert_eq!(cells(&Scenario::baseline(note), "benefits"), [-1101, -2203, -4406, -4406, -1762]);
}

#[test]
fn an_explanation_names_the_year_that_has_a_share_of_its_own() {
    let note = with_schedule("project-lead", schedule(&["0", "0.25", "0.6", "1"], "0"));
    let computed = Computed::of(Scenario::baseline(note)).unwrap();
    let shares = |year| {
        let explanation = explain(&computed, Ask::Line(line_index(note, "project-lead"), Some(year))).unwrap();
        let steps = explanation.steps.into_iter().flat_map(|step| match step {
            Step::Product(factors, _) => factors,
            _ => Vec::new(),
        });
        let shares = steps.filter_map(|factor| match factor {
            Factor::Share { year, share, .. } => Some((year, share.normalize().to_string())),
            _ => None,
        });
        shares.collect::<Vec<_>>()
    };
    assert_eq!(shares(2018), [(Some(1), "0".to_owned())]);
    assert_eq!(shares(2019), [(Some(2), "0.25".to_owned())]);
    assert_eq!(shares(2020), [(Some(3), "0.6".to_owned())]);
    assert_eq!(shares(2021), [], "a whole is not said");
    assert_eq!(shares(2022), [(None, "0".to_owned())], "after the effort no year is its own");
}

#[test]
fn shares_that_are_all_the_same_are_no_shares_year_by_year() {
    assert_eq!(schedule(&["1", "1", "1"], "0"), Schedule::default());
    assert_eq!(schedule(&["0.5", "1", "1"], "0"), schedule(&["0.5", "1"], "0"));
    assert!(!schedule(&["0.5", "1"], "0").is_by_year());
    assert!(schedule(&["0.5", "1", "0.5"], "0").is_by_year());
    assert_eq!(Schedule::of_years(&[], Decimal::ONE), None);
}

/// The 2018 case in which the treatment counsellors are half of what the three lines above cost, and at most what their pay is; the
/// project leader is phased in.
fn with_share() -> Note<'static> {
    let phased_in = with_schedule("project-lead", schedule(&["0", "0.5", "0.75", "1"], "0"));
    let mut variant = phased_in.variant.clone();
    let driver = |id| phased_in.variant.find_driver(id).unwrap();
    let lines = ["project-lead", "outreach", "ips-team"].map(|id| line_index(phased_in, id)).to_vec();
    let share = &mut variant.lines[line_index(phased_in, "abuse-consultants")];
    share.formula.quantity = Quantity::Lines(lines);
    share.formula.unit_amount = driver("effect");
    share.formula.increases = Increases::default();
    share.formula.limit = Some(Limit {
        quantity: Quantity::One,
        amount: driver("coordination"),
        increase: Some(driver("all-amounts")),
        schedule: Schedule::ALWAYS,
    });
    Note { variant: Box::leak(Box::new(variant)), ..phased_in }
}

#[test]
fn a_share_is_one_of_exact_amounts_and_is_rounded_once() {
    let note = with_share();
    // 25 % of 0, 335, 502,5 and 670, with 954 + 2.230,002 each: 796,0 and more. The limit is 300.
    assert_eq!(cells(&Scenario::baseline(note), "abuse-consultants"), [300, 300, 300, 300, 0]);
    let high = set(Scenario::baseline(note), "coordination", "1000000");
    assert_eq!(cells(&high, "abuse-consultants"), [796, 880, 922, 964, 0]);
    // What raises every amount raises the lines and the limit, and each once.
    let dearer = set(high, "all-amounts", "0.1");
    assert_eq!(cells(&dearer, "abuse-consultants"), [876, 968, 1014, 1060, 0]);
    let dearer = set(Scenario::baseline(note), "all-amounts", "0.1");
    assert_eq!(cells(&dearer, "abuse-consultants"), [330, 330, 330, 330, 0]);
}

#[test]
fn a_share_is_explained_by_the_lines_and_by_its_limit() {
    let note = with_share();
    let computed = Computed::of(Scenario::baseline(note)).unwrap();
    let explanation = explain(&computed, Ask::Line(line_index(note, "abuse-consultants"), Some(2019))).unwrap();
    let [Step::Sum(parts, base), Step::Product(factors, before), Step::Limited(exact, of_limit, limit)] =
        explanation.steps.as_slice()
    else {
        panic!("{:?}", explanation.steps)
    };
    assert_eq!(parts.len(), 3);
    assert_eq!(*base, explained::Quantity::Amount(decimal("3519.002")));
    assert!(matches!(factors[0], Factor::Lines { amount } if amount == decimal("3519.002")));
    assert_eq!(*before, explained::Quantity::Amount(*exact));
    assert_eq!((*exact, *limit), (decimal("879.7505"), decimal("300")));
    let [Factor::Driver { ix, .. }] = of_limit.as_slice() else { panic!("{of_limit:?}") };
    assert!(explanation.drivers.contains(ix), "the limit is one of the drivers behind the number");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn one_perspective_gives_what_the_whole_calculation_gives(
        Any(scenario) in any_made_scenario(),
        moves in prop::collection::vec((any::<prop::sample::Index>(), 0_u32..=200), 1..5),
    ) {
        let note = scenario.note();
        let mut now = scenario;
        let mut focuses: Vec<Focus<'_>> = Perspective::of_variant(note.variant)
            .into_iter()
            .map(|perspective| Focus::new(&now, perspective).unwrap())
            .collect();
        for (at, per_cent) in moves {
            let drivers: Vec<_> = note.variant.drivers().collect();
            let (ix, driver) = drivers[at.index(drivers.len())];
            let (low, high) = driver.unit.bounds();
            let wanted = (driver.value * Decimal::from(per_cent) / Decimal::ONE_HUNDRED).clamp(low, high);
            let value = (wanted * driver.unit.scale()).round_dp(driver.unit.decimals()) / driver.unit.scale();
            prop_assert_eq!(now.set(ix, value), Ok(()));
            let outcome = evaluate(&now).unwrap();
            for (focus, view) in focuses.iter_mut().zip(&outcome.views) {
                focus.set(ix, value).unwrap();
                prop_assert_eq!(focus.view(), view, "{} = {}", driver.id, value);
            }
        }
    }

    #[test]
    fn a_cell_is_the_rounded_product_of_its_explanation(Any(scenario) in any_made_scenario()) {
        let computed = Computed::of(scenario).unwrap();
        for (index, line) in computed.outcome.lines.iter().enumerate() {
            for (year, cell) in computed.outcome.years.iter().zip(&line.cells) {
                let exact = model::evaluate::exact_amount(&computed.scenario, index, *year).unwrap();
                let is_negative = computed.note().variant.lines[index].side.is_negative();
                let signed = if is_negative { cell.negated() } else { *cell };
                prop_assert_eq!(Thousands::round(exact), Some(signed));
            }
        }
    }
}
