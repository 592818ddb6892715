//! Whichever way a scenario comes in, and however its results are asked for, they are the same.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use api::calls;
use api::edge::{Cell, Given, Number, ScenarioInput, ScenarioState, Summary};
use api::loaded::Loaded;
use api::many::evaluate_many;
use api::opening::{Described, described, followed};
use engine::computed::Computed;
use engine::payback::Convention;
use model::evaluate::Perspective;
use model::scenario::Scenario;
use proptest::prelude::*;
use testing::{Any, LIBRARY, any_scenario};

/// A scenario as JavaScript writes it.
fn written(scenario: &Scenario<'_>, perspective: Perspective) -> String {
    serde_json::to_string(&ScenarioState::of(scenario, perspective)).unwrap()
}

/// What `evaluate` says of one perspective, as `evaluateMany` says it.
fn expected(scenario: &Scenario<'_>, perspective: Perspective) -> Summary {
    let computed = Computed::of(scenario.clone()).unwrap();
    let view = computed.outcome.view(perspective).unwrap();
    let cells = |cells: &[model::money::Thousands]| cells.iter().copied().map(Cell::from).collect();
    Summary {
        first_year: scenario.note().variant.first,
        costs: cells(&view.costs),
        savings: cells(&view.savings),
        net: cells(&view.net),
        payback: computed.payback(perspective, Convention::FirstYear).into(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_scenario_comes_back_from_javascript_as_it_went(Any(scenario) in any_scenario()) {
        for perspective in Perspective::of_variant(scenario.note().variant) {
            let text = written(&scenario, perspective);
            let input: ScenarioInput<'_> = serde_json::from_str(&text).unwrap();
            let back = described(&LIBRARY, &input).unwrap();
            prop_assert_eq!(&back.scenario, &scenario);
            prop_assert_eq!(back.perspective, perspective);
        }
    }

    #[test]
    fn a_scenario_comes_back_from_its_link(Any(scenario) in any_scenario()) {
        for perspective in Perspective::of_variant(scenario.note().variant) {
            let loaded = Loaded::new(Described { scenario: scenario.clone(), perspective, notices: Vec::new() });
            let back = followed(&LIBRARY, &calls::link(&loaded).unwrap()).unwrap();
            prop_assert_eq!(&back.scenario, &scenario);
            prop_assert_eq!(back.perspective, perspective);
            prop_assert_eq!(back.notices, []);
        }
    }

    #[test]
    fn many_scenarios_give_what_each_of_them_gives(scenarios in prop::collection::vec(any_scenario(), 1..6)) {
        let asked: Vec<(&Scenario<'_>, Perspective)> = scenarios
            .iter()
            .flat_map(|Any(scenario)| Perspective::of_variant(scenario.note().variant).into_iter().map(move |it| (scenario, it)))
            .collect();
        let texts: Vec<String> = asked.iter().map(|(scenario, perspective)| written(scenario, *perspective)).collect();
        let inputs: Vec<ScenarioInput<'_>> = texts.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
        let each: Vec<Summary> = asked.iter().map(|(scenario, perspective)| expected(scenario, *perspective)).collect();
        prop_assert_eq!(evaluate_many(&LIBRARY, &inputs).unwrap(), each);
    }

    #[test]
    fn a_loaded_scenario_follows_its_changes(Any(scenario) in any_scenario(), Any(other) in any_scenario()) {
        let note = scenario.note();
        let perspectives = Perspective::of_variant(note.variant);
        let described = Described { scenario, perspective: Perspective::Total, notices: Vec::new() };
        let mut loaded = Loaded::new(described);
        for change in other.changes().filter(|change| note.variant.find_driver(&change.driver.id).is_some()) {
            for perspective in &perspectives {
                prop_assert_eq!(loaded.summary(*perspective).unwrap(), expected(&loaded.scenario().clone(), *perspective));
            }
            let on_screen = change.value.checked_mul(change.driver.unit.scale()).unwrap();
            // Another note may not accept it, and then keeps what it has.
            let _ = loaded.set(&change.driver.id, Given(Some(Number(on_screen))));
        }
        for perspective in &perspectives {
            prop_assert_eq!(loaded.summary(*perspective).unwrap(), expected(&loaded.scenario().clone(), *perspective));
        }
    }
}
