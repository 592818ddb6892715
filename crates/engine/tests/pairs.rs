//! Pairs of values of two drivers, each compared with the full calculation: every pair of drivers of every note, in generated scenarios.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use model::evaluate::{EvaluateError, Pairs, Perspective, View};
use model::money::Thousands;
use model::note::{DriverIx, Unit};
use model::scenario::Scenario;
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{Any, any_made_scenario, any_scenario, committees, driver_ix, outcome, scenario};

/// Some values of a unit, in the order of `places`, which pick them from all that it takes. The ends are among them.
fn values(unit: Unit, places: &[i64]) -> Vec<Decimal> {
    let (low, high) = unit.bounds();
    let finest = (0..unit.decimals()).fold(unit.scale(), |finest, _| finest * Decimal::TEN);
    let [first, last] = [low, high].map(|end| i64::try_from(end * finest).unwrap());
    let on_screen = |place: &i64| Decimal::from(first + place % (last - first + 1)) / finest;
    [low].into_iter().chain(places.iter().map(on_screen)).chain([high]).collect()
}

/// The money in a perspective by the full calculation; none for a committee that neither pays nor saves anything.
fn computed(scenario: &Scenario<'_>, perspective: Perspective) -> View {
    let outcome = outcome(scenario);
    let nothing = vec![Thousands::ZERO; outcome.years.len()];
    let [costs, savings, net, cumulative] = [nothing.clone(), nothing.clone(), nothing.clone(), nothing];
    outcome.view(perspective).cloned().unwrap_or(View { perspective, costs, savings, net, cumulative })
}

/// Compares all pairs of these values.
fn compare(
    scenario: &Scenario<'static>,
    perspective: Perspective,
    [outer, inner]: [DriverIx; 2],
    [outer_values, inner_values]: [&[Decimal]; 2],
) -> Result<(), TestCaseError> {
    let mut pairs = Pairs::new(scenario, perspective, (outer, outer_values), (inner, inner_values)).unwrap();
    for outer_value in outer_values {
        pairs.set_outer(*outer_value).unwrap();
        for (position, inner_value) in inner_values.iter().enumerate() {
            let mut plain = scenario.clone();
            plain.set(outer, *outer_value).unwrap();
            plain.set(inner, *inner_value).unwrap();
            let expected = computed(&plain, perspective);
            let ids = [outer, inner].map(|ix| &scenario.note().variant.driver(ix).unwrap().id);
            prop_assert_eq!(pairs.view(position).unwrap(), &expected, "{:?}: {}, {}", ids, outer_value, inner_value);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_pair_of_drivers_gives_what_the_full_calculation_gives(
        Any(scenario) in any_scenario(), places in prop::collection::vec(0..i64::MAX, 3), seen in any::<prop::sample::Index>(),
    ) {
        compare_all(&scenario, &places, seen)?;
    }

    #[test]
    fn so_it_is_with_every_kind_of_line(
        Any(scenario) in any_made_scenario(), places in prop::collection::vec(0..i64::MAX, 1), seen in any::<prop::sample::Index>(),
    ) {
        compare_all(&scenario, &places, seen)?;
    }
}

/// Compares every pair of drivers, each pair in one perspective.
fn compare_all(scenario: &Scenario<'static>, places: &[i64], seen: prop::sample::Index) -> Result<(), TestCaseError> {
    let variant = scenario.note().variant;
    let committees = committees().into_iter().map(Perspective::Committee);
    let perspectives: Vec<_> = Perspective::of_variant(variant).into_iter().chain(committees).collect();
    for (index, (outer, outer_driver)) in variant.drivers().enumerate() {
        let outer_values = values(outer_driver.unit, places);
        for (inner, inner_driver) in variant.drivers() {
            let seen = perspectives[(seen.index(perspectives.len()) + index) % perspectives.len()];
            let inner_values = values(inner_driver.unit, places);
            compare(scenario, seen, [outer, inner], [&outer_values, &inner_values])?;
        }
    }
    Ok(())
}

/// Slider's values, close to each other and with few digits, are those that a map has.
#[test]
fn the_values_of_sliders_give_what_the_full_calculation_gives() {
    let scenario = scenario("ips-2018", &[("anyway", "0.12"), ("benefit", "117.49")]);
    let [citizens, effect] = ["citizens", "effect"].map(|id| driver_ix(&scenario, id));
    let outer: Vec<Decimal> = (100..=200).step_by(5).map(Decimal::from).collect();
    let inner: Vec<Decimal> = (0..=500).step_by(7).map(|thousandths| Decimal::new(thousandths, 3)).collect();
    for drivers in [[citizens, effect], [effect, citizens]] {
        let values = if drivers[0] == citizens { [&outer[..], &inner] } else { [&inner[..], &outer] };
        compare(&scenario, Perspective::Total, drivers, values).unwrap();
    }
}

#[test]
fn a_driver_or_value_that_the_note_does_not_have_is_an_error() {
    let now = scenario("ips-2018", &[]);
    let [effect, foreign] = [driver_ix(&now, "effect"), DriverIx(1000)];
    let one = [Decimal::ONE];
    let pairs = |drivers: [DriverIx; 2], values: [&[Decimal]; 2]| {
        Pairs::new(&now, Perspective::Total, (drivers[0], values[0]), (drivers[1], values[1])).map(|_| ())
    };
    assert_eq!(pairs([effect, foreign], [&one, &one]), Err(EvaluateError::NoValue(foreign)));
    assert_eq!(pairs([effect, effect], [&one, &[Decimal::TWO]]), Err(EvaluateError::OutOfBounds(effect)));
    let mut pairs = Pairs::new(&now, Perspective::Total, (effect, &one), (effect, &one)).unwrap();
    assert_eq!(pairs.view(1), Err(EvaluateError::NoValue(effect)));
    assert_eq!(pairs.set_outer(Decimal::TWO), Err(EvaluateError::OutOfBounds(effect)));
}
