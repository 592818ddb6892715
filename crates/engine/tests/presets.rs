//! The scenarios that take one press: each one is accepted, is another one than the note, and says where its number is from.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::presets::{From, Preset, presets};
use model::evaluate::{Perspective, evaluate};
use model::note::{Denominator, DriverKind, Note, Unit};
use model::scenario::{Horizon, PostsCount, Settings};
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{Any, LIBRARY, any_scenario, decimal, every_note, note};

fn of(note: Note<'static>) -> Vec<Preset<'static>> {
    presets(&LIBRARY, note, Perspective::Total)
}

/// The driver, the value and where it comes from, in short.
fn told(preset: &Preset<'_>) -> (String, String, String) {
    let setting = preset.sets.as_ref().unwrap();
    let from = match setting.from {
        From::Measured { document, .. } => document.id.clone(),
        From::Alternative(_) => "alternative".to_owned(),
        From::Range(_) => "range".to_owned(),
        From::Ends(_) => "ends".to_owned(),
        From::Example => "example".to_owned(),
    };
    (preset.note.variant.driver(setting.ix).unwrap().id.clone(), setting.value.normalize().to_string(), from)
}

#[track_caller]
fn offers(note: Note<'static>, expected: &[(&str, &str, &str)]) {
    let all: Vec<_> = of(note).iter().skip(1).map(told).collect();
    let all: Vec<_> = all.iter().map(|(id, value, from)| (id.as_str(), value.as_str(), from.as_str())).collect();
    assert_eq!(all, expected, "{}", note.variant.id);
}

#[test]
fn each_note_offers_the_most_telling_first() {
    offers(
        note("ips-2018"),
        &[
            ("anyway", "0.1", "example"),
            ("effect", "0.2", "bi11-2026"),
            ("effect", "0.47", "bi10-2026"),
            ("caseload", "20", "example"),
            ("residual", "0.25", "range"),
        ],
    );
    // Of several efforts together only amounts are told, and no share moves one.
    offers(note("bi10-2026"), &[("caseload", "20", "example"), ("all-pay", "0.03", "example")]);
    offers(
        LIBRARY.with_savings("bi11-2026-s1").unwrap(),
        &[
            ("effect", "0.2", "bi11-2026"),
            ("anyway", "0.1", "example"),
            ("effect", "0.47", "bi10-2026"),
            ("caseload", "20", "example"),
            ("residual", "0.25", "range"),
        ],
    );
    offers(
        note("bi11-2026-s1"),
        &[
            ("effect", "0.2", "bi11-2026"),
            ("effect", "0.47", "bi10-2026"),
            ("caseload", "20", "example"),
            ("citizens", "73", "alternative"),
            ("all-pay", "0.03", "example"),
        ],
    );
}

#[test]
fn people_who_were_enrolled_leave_the_posts_as_they_are() {
    let enrolled = of(note("bi11-2026-s1"))
        .into_iter()
        .find(|it| it.sets.as_ref().is_some_and(|sets| matches!(sets.from, From::Alternative(_))));
    let scenario = enrolled.unwrap().scenario(Settings::default());
    assert_eq!(scenario.posts(), PostsCount::AsInNote);
}

#[test]
fn a_measured_share_says_whom_it_is_a_share_of_where_that_is_not_the_notes_own() {
    for preset in of(note("bi10-2026")).iter().chain(&of(note("ips-2018"))) {
        let Some(sets) = &preset.sets else { continue };
        let From::Measured { apart, result, .. } = &sets.from else { continue };
        let (own, measured) = apart.expect("the notes measure those who have left");
        assert_eq!(measured, Denominator::Left);
        assert_ne!(own, measured);
        assert_eq!(result.share, Some(sets.value));
    }
}

#[test]
fn every_preset_is_accepted_and_another_scenario_than_all_others() {
    for note in every_note() {
        let presets = of(note);
        assert!((2..=6).contains(&presets.len()), "{}: {}", note.variant.id, presets.len());
        for settings in [Settings::default(), Settings { rate: decimal("0.035"), horizon: Horizon::Fifty }] {
            let scenarios: Vec<_> = presets.iter().map(|preset| preset.scenario(settings)).collect();
            for (index, (preset, scenario)) in presets.iter().zip(&scenarios).enumerate() {
                assert_eq!(scenario.settings(), settings);
                assert_eq!(scenario.differs(), index > 0, "{}: {preset:?}", note.variant.id);
                let chosen: Vec<usize> = (0..presets.len()).filter(|other| presets[*other].is(scenario)).collect();
                assert_eq!(chosen, [index]);
                assert!(evaluate(scenario).is_ok());
                if let Some(sets) = &preset.sets {
                    assert_eq!(scenario.value(sets.ix), Some(sets.value));
                    assert_eq!(scenario.changes().count(), 1, "one number is set, and what follows it");
                }
            }
        }
    }
}

#[test]
fn an_example_is_only_what_no_document_gives() {
    for preset in every_note().into_iter().flat_map(of) {
        let Some(sets) = &preset.sets else { continue };
        let driver = preset.note.variant.driver(sets.ix).unwrap();
        let is_example = sets.from == From::Example;
        let may_be = matches!(driver.kind, DriverKind::FoundAnyway { .. } | DriverKind::AllPay)
            || driver.unit == Unit::CitizensPerPost;
        assert_eq!(is_example, sets.source().is_none());
        assert_eq!(is_example, may_be, "{}", driver.id);
        let given = driver.alternatives.iter().map(|other| other.value).collect::<Vec<Decimal>>();
        assert!(!is_example || !given.contains(&sets.value));
    }
}

proptest! {
    #[test]
    fn a_press_sets_one_number_and_keeps_the_readers_others(Any(scenario) in any_scenario()) {
        for preset in of(scenario.note()) {
            let pressed = preset.with(&scenario);
            prop_assert!(preset.is(&pressed), "{:?}", preset);
            prop_assert_eq!(pressed.settings(), scenario.settings());
            let Some(sets) = &preset.sets else {
                prop_assert!(!pressed.differs());
                prop_assert_eq!(preset.is(&scenario), !scenario.differs());
                continue;
            };
            prop_assert_eq!(pressed.value(sets.ix), Some(sets.value));
            for (ix, driver) in scenario.note().variant.drivers() {
                // Where the posts stay as in the note, the caseload follows the citizens.
                let follows = scenario.moves_with(sets.ix, ix) || driver.unit == Unit::CitizensPerPost;
                if !follows && ix != sets.ix {
                    prop_assert_eq!(pressed.value(ix), scenario.value(ix), "{}", driver.id);
                }
            }
        }
    }
}

#[test]
fn an_effort_that_is_seen_alone_has_no_scenarios_of_the_others() {
    let note = note("bi10-2026");
    for perspective in Perspective::efforts(note.variant) {
        let settings = presets(&LIBRARY, note, perspective).into_iter().filter_map(|preset| preset.sets);
        let ids: Vec<&str> = settings.map(|sets| note.variant.driver(sets.ix).unwrap().id.as_str()).collect();
        let expected: &[&str] = match perspective.id(note.variant) {
            "ips" => &["effect", "effect", "caseload", "all-pay"],
            "health" => &["sick", "all-pay"],
            _ => &["all-pay"],
        };
        assert_eq!(ids, expected, "{}", perspective.id(note.variant));
    }
}
