//! Hundreds of thousands of generated inputs: no value makes the page panic, every value is written so that it is read again, and every scenario
//! can be said. What is made to harm is in the tests of `hostile`.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::answer;
use engine::link;
use engine::slider::Slider;
use model::evaluate::{Perspective, evaluate};
use model::language::Language;
use model::note::Unit;
use model::scenario::{PostsCount, Scenario};
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{LIBRARY, UNITS, computed, every_note};
use words::format::{Entry, WorkedOut};

/// Any text, and often one that looks like a link.
fn linked() -> impl Strategy<Value = String> {
    let notes: Vec<String> = LIBRARY.notes().map(|note| note.variant.id.clone()).collect();
    let ids: Vec<String> =
        LIBRARY.notes().flat_map(|note| &note.variant.drivers).map(|driver| driver.id.clone()).collect();
    let key = prop_oneof![4 => prop::sample::select(ids), 1 => "(v|note|posts|screen)", 1 => "\\PC{0,8}"];
    let value = prop_oneof![
        4 => "-?[0-9]{0,35}([.,][0-9]{0,35})?",
        1 => "\\PC{0,8}",
        1 => prop::sample::select(notes),
    ];
    let pairs = prop::collection::vec((key, value), 0..6);
    prop_oneof![
        4 => pairs.prop_map(|pairs| pairs.into_iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&")),
        1 => any::<String>(),
    ]
}

/// What people write around a number, in any language.
const AROUND: [&str; 9] = ["{}", " {}\t", "ca. {}", "~{}", "\"{}\"", "={}", "\u{feff}{}\r\n", "{}\u{a0}", "about {}"];

/// What nobody sees within a number.
const HIDDEN: [&str; 6] = ["", "\u{200b}", "\u{ad}", "\u{200e}", "\u{feff}", "\u{2060}"];

/// Where a value lies between the bounds of its unit, as a share of 1.
fn accepted_share() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        4 => (0_i64..=1_000_000).prop_map(|millionths| Decimal::new(millionths, 6)),
        // Most values are far below the upper bound.
        4 => (0_i64..=100_000).prop_map(|small| Decimal::new(small, 9)),
    ]
}

/// The value of this unit that lies there.
fn within(unit: Unit, share: Decimal) -> Decimal {
    let (low, high) = unit.bounds();
    (low + share * (high - low)).round_dp(unit.decimals_in_model()).normalize()
}

fn decimals() -> impl Strategy<Value = Decimal> {
    (any::<i128>(), 0_u32..=28).prop_map(|(digits, scale)| {
        let digits = digits >> 32;
        Decimal::try_from_i128_with_scale(digits, scale).unwrap_or(Decimal::MAX)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60_000))]

    #[test]
    fn every_value_is_read_back_whatever_stands_around_it(
        share in accepted_share(), unit in prop::sample::select(UNITS.to_vec()), language in prop::sample::select(Language::ALL.to_vec()),
        around in prop::sample::select(AROUND.to_vec()), hidden in prop::sample::select(HIDDEN.to_vec()), at in any::<prop::sample::Index>(),
    ) {
        let words = words::of(language);
        let value = within(unit, share);
        let written = words.locale().field(value, unit);
        let with_unit = words.value(value, unit);
        let behind_field = format!("{written} {}", words.unit(unit));
        for text in [written, with_unit, behind_field] {
            let places: Vec<usize> = text.char_indices().map(|(place, _)| place).chain([text.len()]).collect();
            let (head, tail) = text.split_at(places[at.index(places.len())]);
            let decorated = around.replace("{}", &format!("{head}{hidden}{tail}"));
            let entry = words.locale().read_entry(&decorated, unit, Decimal::ONE);
            prop_assert_eq!(entry, Ok(Entry { value, worked_out: WorkedOut::No }), "{:?}", decorated);
        }
    }

    #[test]
    fn a_calculation_is_off_by_no_more_than_its_rounding(
        // "+3 %" is an increase itself, and goes on from nothing.
        share in accepted_share(), unit in prop::sample::select(UNITS.iter().copied().filter(|unit| *unit != Unit::Increase).collect::<Vec<_>>()), language in prop::sample::select(Language::ALL.to_vec()),
        percent in -50_i64..=50, by in 1_i64..40,
    ) {
        let locale = words::of(language).locale();
        let current = within(unit, share);
        let shown = current * unit.scale();
        let half_a_digit = Decimal::new(5, unit.decimals() + 1);
        let sign = if percent < 0 { '−' } else { '+' };
        let written = locale.field(current, unit);
        for (text, exact) in [
            (format!("{sign}{} %", percent.abs()), shown * Decimal::new(100 + percent, 2)),
            (format!("{written}*{by}"), shown * Decimal::from(by)),
            (format!("{written} / {by}"), shown / Decimal::from(by)),
            (format!("{written}+{by}"), shown + Decimal::from(by)),
            (format!("{written} - {by}"), shown - Decimal::from(by)),
        ] {
            let value = locale.read_entry(&text, unit, current).unwrap().value * unit.scale();
            prop_assert!((value - exact).abs() <= half_a_digit, "{text:?} is {value} and not {exact}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400_000))]

    #[test]
    fn any_value_is_accepted_or_refused_and_what_is_in_force_is_computed(
        note in prop::sample::select(every_note()), at in any::<prop::sample::Index>(), value in decimals(), posts in prop::sample::select(PostsCount::ALL.to_vec()),
        language in prop::sample::select(Language::ALL.to_vec()),
    ) {
        let drivers: Vec<_> = note.variant.drivers().collect();
        let (ix, driver) = drivers[at.index(drivers.len())];
        let mut scenario = Scenario::baseline(note);
        scenario.count_posts(posts);
        let words = words::of(language);
        if let Err(rejection) = scenario.set(ix, value) {
            prop_assert!(!words.rejected(rejection, driver).is_empty());
        }
        let outcome = evaluate(&scenario);
        prop_assert!(outcome.is_ok());
        let slider = Slider::of(driver);
        let stop = slider.stop(value);
        prop_assert!(stop >= slider.low && stop <= slider.high);
        prop_assert!(scenario.set(ix, slider.value(stop)).is_ok(), "every stop of a slider is a value: {}", stop);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn any_scenario_can_be_said(text in linked()) {
        let now = link::open(&LIBRARY, &text).unwrap().own;
        let baseline = computed(&Scenario::baseline(now.note()));
        let difference = answer::difference(&now, &baseline, Perspective::Total);
        prop_assert_eq!(difference.is_some(), now.scenario.differs());
        for words in Language::ALL.map(words::of) {
            prop_assert!(words.answer(&answer::answer(&now, Perspective::Total)).text().ends_with('.'));
            if let Some(difference) = &difference {
                prop_assert!(words.difference(difference).text().ends_with('.'));
            }
        }
    }
}
