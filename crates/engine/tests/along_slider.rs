//! What stands below each slider, held against the same values computed one by one.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::computed::Computed;
use engine::payback::Convention;
use engine::sensitivity::{AlongSlider, along_slider, is_paid_back_within, judged_years, main_drivers};
use engine::slider::Slider;
use model::evaluate::Perspective;
use model::note::{Driver, Note};
use model::scenario::Scenario;
use testing::LIBRARY;

/// Every note, also with borrowed savings, with every perspective that it has.
fn baselines() -> Vec<(Computed<'static>, Vec<Perspective>)> {
    let notes = LIBRARY.notes().chain(LIBRARY.notes().filter_map(|note| LIBRARY.with_savings(&note.variant.id)));
    let computed = notes.map(|note: Note<'static>| Computed::of(Scenario::baseline(note)).unwrap());
    computed.map(|it| (it.clone(), it.outcome.views.iter().map(|view| view.perspective).collect())).collect()
}

#[test]
fn a_slider_says_what_each_of_its_values_gives() {
    let (mut limits, mut amounts) = (0, 0);
    for (baseline, perspectives) in baselines() {
        for perspective in perspectives {
            let years = judged_years(&baseline, perspective);
            let horizon = baseline.scenario.horizon().years();
            for (ix, driver) in baseline.note().variant.drivers() {
                let along = along_slider(&baseline, ix, perspective, years).unwrap();
                let at = |value| {
                    let mut scenario = baseline.scenario.clone();
                    scenario.choose(ix, value).unwrap();
                    Computed::of(scenario).unwrap()
                };
                match along {
                    AlongSlider::Payback { in_time, within_horizon, limit } => {
                        limits += 1;
                        for value in Slider::of(driver).values(12).into_iter().chain(limit.1.ends()) {
                            let payback = at(value).payback(perspective, Convention::FirstYear);
                            let name = format!("{} {} {value}", baseline.note().variant.id, driver.id);
                            assert_eq!(in_time.contains(value), is_paid_back_within(payback, years), "{name}");
                            assert_eq!(within_horizon.contains(value), is_paid_back_within(payback, horizon), "{name}");
                        }
                    }
                    AlongSlider::Amount { measure, points } => {
                        amounts += 1;
                        assert!(points.windows(2).all(|pair| pair[0].0 < pair[1].0), "{}", driver.id);
                        for (value, amount) in points {
                            assert_eq!(measure.of(&at(value)), amount, "{} {value}", driver.id);
                        }
                    }
                    AlongSlider::Nothing => {}
                }
            }
        }
    }
    assert!(limits > 100 && amounts > 100, "{limits} limits, {amounts} amounts");
}

#[test]
fn few_drivers_come_first_and_the_shares_are_among_them() {
    for (baseline, perspectives) in baselines() {
        let variant = baseline.note().variant;
        for perspective in perspectives {
            let main = main_drivers(&baseline, perspective).unwrap();
            assert!((3..=6).contains(&main.len()), "{} {perspective:?}: {}", variant.id, main.len());
            // An effort without savings has nothing to lose to jobs that were found anyway, nor to another effort's share.
            let is_of_jobs = !matches!(perspective, Perspective::Effort(_)) || perspective.states_savings(variant);
            let anyway = variant.find_driver(Driver::FOUND_ANYWAY);
            assert!(anyway.is_none_or(|anyway| main.contains(&anyway) == is_of_jobs), "{} {perspective:?}", variant.id);
            let efforts =
                || variant.efforts.iter().enumerate().filter_map(|(index, effort)| Some((index, effort.effect?)));
            for (index, effect) in efforts() {
                let is_own = efforts().find(|(index, _)| perspective.counts(*index)).is_some_and(|own| own.0 == index);
                assert!(!is_own || main.contains(&effect.full), "{} {perspective:?}", variant.id);
                let is_foreign = matches!(perspective, Perspective::Effort(_)) && !perspective.counts(index);
                assert!(!is_foreign || !main.contains(&effect.full), "{} {perspective:?}", variant.id);
            }
            assert!(main.iter().all(|ix| !baseline.scenario.follows(*ix)), "{}", variant.id);
        }
    }
}
