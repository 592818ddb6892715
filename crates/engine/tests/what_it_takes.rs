//! What it takes to be paid back in time, and what else is said beside a slider, held against the full computation.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::computed::Computed;
use engine::group_sum::{GroupSum, group_sum};
use engine::payback::Convention;
use engine::sensitivity::{Says, is_paid_back_within, ticks, what_it_takes};
use engine::slider::Slider;
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::{DriverIx, Group, Note};
use model::scenario::Scenario;
use rust_decimal::Decimal;
use testing::{LIBRARY, every_note};

fn baseline(note: Note<'static>) -> Computed<'static> {
    Computed::of(Scenario::baseline(note)).unwrap()
}

/// Whether a scenario is paid back in time once a driver has a value.
fn gets_there(computed: &Computed<'_>, ix: DriverIx, value: Decimal, perspective: Perspective, years: u32) -> bool {
    let mut scenario = computed.scenario.clone();
    scenario.choose(ix, value).unwrap();
    let payback = Computed::of(scenario).unwrap().payback(perspective, Convention::FirstYear);
    is_paid_back_within(payback, years)
}

#[test]
fn each_offered_value_gets_there_and_the_last_digit_decides() {
    let (mut offered, mut missed) = (0, 0);
    for computed in every_note().into_iter().map(baseline) {
        for perspective in computed.outcome.views.iter().map(|view| view.perspective) {
            for years in [1, 3, 4, 5, 8, 15] {
                let Some(facts) = what_it_takes(&computed, perspective, years).unwrap() else {
                    assert!(!computed.note().variant.states_savings());
                    continue;
                };
                let now = computed.payback(perspective, Convention::FirstYear);
                assert_eq!(facts.is_met, is_paid_back_within(now, years));
                for way in &facts.ways {
                    let driver = computed.note().variant.driver(way.ix).unwrap();
                    let name = format!("{} {} {years}", computed.note().variant.id, driver.id);
                    let value = way.value().unwrap();
                    assert!(gets_there(&computed, way.ix, value, perspective, years), "{name} with {value}");
                    offered += 1;
                    // Limits of amounts are in whole kroner.
                    let step = Decimal::new(
                        1,
                        driver.unit.decimals_in_model().min(if driver.unit.scale() == Decimal::ONE_THOUSAND {
                            3
                        } else {
                            9
                        }),
                    );
                    let current = computed.scenario.value(way.ix).unwrap();
                    if !facts.is_met && value != current {
                        let nearer = if value > current { value - step } else { value + step };
                        assert!(!gets_there(&computed, way.ix, nearer, perspective, years), "{name} with {nearer}");
                        missed += 1;
                    }
                }
                for ix in &facts.cannot {
                    let driver = computed.note().variant.driver(*ix).unwrap();
                    let (low, high) = driver.unit.bounds();
                    for value in [low, driver.value, high] {
                        assert!(!gets_there(&computed, *ix, value, perspective, years), "{}", driver.id);
                    }
                }
            }
        }
    }
    assert!(offered > 300 && missed > 100, "{offered} values, {missed} of them not met yet");
}

#[test]
fn marks_are_other_values_on_the_slider_and_each_is_there_once() {
    let mut measured = Vec::new();
    for note in every_note() {
        for (ix, driver) in note.variant.drivers() {
            let ticks = ticks(&LIBRARY, note, ix);
            for (index, tick) in ticks.iter().enumerate() {
                assert_ne!(tick.value, driver.value, "{}", driver.id);
                assert!(Slider::of(driver).covers(tick.value), "{} {}", driver.id, tick.value);
                assert!(ticks.iter().skip(index + 1).all(|other| other.value != tick.value), "{}", driver.id);
            }
            measured.extend(
                ticks.iter().filter(|tick| tick.says == Says::Measured).map(|tick| (driver.id.as_str(), tick.value)),
            );
        }
    }
    assert!(measured.contains(&("effect", Decimal::new(47, 2))), "{measured:?}");
    assert!(measured.contains(&("effect", Decimal::new(20, 2))), "{measured:?}");
}

#[test]
fn a_group_comes_to_what_its_lines_and_drivers_add_up_to() {
    let computed = baseline(LIBRARY.find("ips-2018").unwrap());
    assert_eq!(group_sum(&computed, Group::Staff), Some(GroupSum::Posts(2021, Thousands::new(4854))));
    // The four savings of a citizen in a job or education.
    let sum: Decimal = ["benefit", "talks", "offers", "one-off"]
        .iter()
        .map(|id| computed.scenario.value(computed.note().variant.find_driver(id).unwrap()).unwrap())
        .sum();
    assert_eq!(group_sum(&computed, Group::Savings), Some(GroupSum::SavedPerOutcome(sum)));
    assert_eq!(group_sum(&computed, Group::Period), None);
    let without = baseline(LIBRARY.find("bi10-2026").unwrap());
    assert_eq!(group_sum(&without, Group::Savings), None);
}
