//! One effort of a note alone, and all of them together.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::answer::answer;
use model::evaluate::Perspective;
use model::money::Thousands;
use proptest::prelude::*;
use testing::{Any, LIBRARY, any_scenario, computed, every_note, outcome, scenario};

proptest! {
    #[test]
    fn the_efforts_of_a_note_add_up_to_the_note(Any(scenario) in any_scenario()) {
        let outcome = outcome(&scenario);
        let efforts: Vec<_> = Perspective::efforts(scenario.note().variant).collect();
        prop_assume!(!efforts.is_empty());
        let total = outcome.view(Perspective::Total).unwrap();
        for column in 0..outcome.years.len() {
            let net: Thousands = efforts.iter().map(|effort| outcome.view(*effort).unwrap().net[column]).sum();
            prop_assert_eq!(net, total.net[column]);
        }
        for (index, effort) in efforts.iter().enumerate() {
            prop_assert_eq!(&outcome.view(*effort).unwrap().costs[..outcome.efforts[index].costs.len()], &outcome.efforts[index].costs[..]);
        }
    }
}

#[test]
fn every_perspective_of_a_note_has_an_id_of_its_own_that_finds_it() {
    for note in every_note() {
        let perspectives = Perspective::of_variant(note.variant);
        for perspective in &perspectives {
            assert_eq!(Perspective::find(note.variant, perspective.id(note.variant)), Some(*perspective));
        }
        let several = note.variant.efforts.len() > 1;
        assert_eq!(perspectives.iter().any(|it| matches!(it, Perspective::Effort(_))), several, "{}", note.variant.id);
    }
}

#[test]
fn links_that_name_the_efforts_with_savings_open_the_only_one_that_has_some() {
    let lent = LIBRARY.with_savings("bi10-2026").unwrap();
    let ips = Perspective::of_effort(lent.variant, "ips");
    assert_eq!(Perspective::find(lent.variant, "saving-efforts"), Some(ips));
    assert_eq!(Perspective::headline(lent.variant), ips);
    let alone = LIBRARY.find("bi10-2026").unwrap();
    assert_eq!(Perspective::find(alone.variant, "saving-efforts"), None);
}

/// 7.881 a year to IPS, as table 2a of BI10 prints it.
#[test]
fn the_answer_about_one_effort_has_its_costs_and_its_price() {
    let computed = computed(&scenario("bi10-2026", &[]));
    let ips = Perspective::of_effort(computed.note().variant, "ips");
    let facts = answer(&computed, ips);
    assert_eq!((facts.efforts, facts.cost.get(), facts.cost_in_all.get()), (1, 7_881, 31_524));
    assert!(facts.price.unwrap().effort.is_none(), "the sentence names the effort already");
    let veterans = answer(&computed, Perspective::of_effort(computed.note().variant, "veterans"));
    assert_eq!((veterans.citizens, veterans.price), (None, None), "the note names no number of veterans");
}
