//! The documents' own ranges, all at once: every scenario between their ends lies in the band.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::payback::{Convention, Payback};
use engine::sensitivity::{Ends, joint_range};
use model::evaluate::Perspective;
use model::note::{Driver, DriverIx};
use model::scenario::{PostsCount, Scenario};
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{LIBRARY, computed, driver_ix, every_note, scenario};

/// Every value that the documents give for a driver.
fn documented(driver: &Driver) -> Vec<Decimal> {
    let range = driver.range.iter().flat_map(|range| [range.low, range.high]);
    let alternatives = driver.alternatives.iter().map(|alternative| alternative.value);
    std::iter::once(driver.value).chain(range).chain(alternatives).collect()
}

/// A scenario with every driver for which the documents give several values somewhere between the lowest and the
/// highest. `at` holds a share of the way for each driver, in per mille.
fn between(scenario: &Scenario<'static>, at: &[u32]) -> Scenario<'static> {
    let variant = scenario.note().variant;
    let mut moved = scenario.clone();
    let (mut leaders, mut followers): (Vec<_>, Vec<_>) =
        variant.drivers().zip(at).partition(|((_, driver), _)| driver.follows.is_none());
    leaders.append(&mut followers);
    for ((ix, driver), at) in leaders {
        let values = documented(driver);
        if values.len() == 1 {
            continue;
        }
        let (low, high) = (*values.iter().min().unwrap(), *values.iter().max().unwrap());
        let value = low + (high - low) * Decimal::from(*at) / Decimal::ONE_THOUSAND;
        let proportion = driver.follows.as_ref().map_or(Decimal::ONE, |follows| {
            moved.value(follows.leader).unwrap() / variant.driver(follows.leader).unwrap().value
        });
        let value = (value * proportion).round_dp(driver.unit.decimals_in_model());
        moved.set(ix, value).unwrap();
        if driver.alternatives.iter().any(|alternative| alternative.posts_stay) {
            moved.count_posts(PostsCount::AsInNote);
        }
    }
    moved
}

fn years(payback: Payback) -> Decimal {
    match payback {
        Payback::NoCosts => Decimal::NEGATIVE_ONE,
        Payback::Reached { years, .. } => years,
        Payback::NotWithin { .. } => Decimal::from(1_000),
        Payback::OnlyAfterwards | Payback::NoSavings => Decimal::from(2_000),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_band_contains_every_scenario_between_its_ends(
        note in prop::sample::select(every_note()),
        at in prop::collection::vec(prop_oneof![Just(0_u32), Just(1_000), 0..=1_000_u32], 60),
        (moved, per_cent) in (any::<prop::sample::Index>(), 60_u32..=150),
    ) {
        // One driver without ends may have a value of the reader's.
        let mut own = Scenario::baseline(note);
        let free: Vec<(DriverIx, &Driver)> =
            note.variant.drivers().filter(|(_, driver)| documented(driver).len() == 1).collect();
        let (ix, driver) = free[moved.index(free.len())];
        let is_caseload = note.variant.efforts.iter().any(|effort| effort.caseload == Some(ix));
        if !is_caseload && driver.follows.is_none() {
            let (low, high) = driver.unit.bounds();
            let wanted = driver.value * Decimal::from(per_cent) / Decimal::ONE_HUNDRED;
            let shown = (wanted.clamp(low, high) * driver.unit.scale()).round_dp(driver.unit.decimals());
            own.set(ix, shown / driver.unit.scale()).unwrap();
        }
        let inside = between(&own, &at);
        let inside = computed(&inside);
        for view in &inside.outcome.views {
            let perspective = view.perspective;
            let Some(range) = joint_range(&computed(&own), perspective).unwrap() else { continue };
            for ((low, high), end) in range.cumulative.iter().zip(&view.cumulative) {
                prop_assert!(low <= end && end <= high, "{perspective:?}: {end:?} in {:?}", range.cumulative);
            }
            let net = view.net.iter().copied().sum();
            prop_assert!(range.net.0 <= net && net <= range.net.1, "{perspective:?}: {net:?} in {:?}", range.net);
            let payback = inside.payback(perspective, Convention::FirstYear);
            let (earliest, latest) = (years(range.payback.0), years(range.payback.1));
            prop_assert!(earliest <= years(payback) && years(payback) <= latest, "{payback:?} in {:?}", range.payback);
        }
    }
}

#[test]
fn each_end_of_the_band_is_a_scenario_of_the_documents_values() {
    // 2018: the residual effect at 25 per cent keeps the full saving of 5.263 after the effort, where coordination stops.
    let own = scenario("ips-2018", &[]);
    let range = joint_range(&computed(&own), Perspective::Total).unwrap().unwrap();
    let residual = driver_ix(&own, "residual");
    assert_eq!(
        range.drivers,
        [Ends { ix: residual, low: Decimal::new(10, 2), high: Decimal::new(25, 2), are_printed: true }]
    );
    assert!(range.never_fades && range.outside.is_empty(), "25 per cent after the effort is all of it");
    let best = computed(&scenario("ips-2018", &[("residual", "0.25")])).figures.net;
    let note = computed(&own).figures.net;
    assert_eq!(range.net, (best, note));
    // With another share, its ends keep the document's proportion: 10–25 of 25 are 16–40 of 40.
    let more = scenario("ips-2018", &[("effect", "0.40")]);
    let range = joint_range(&computed(&more), Perspective::Total).unwrap().unwrap();
    assert_eq!(
        range.drivers,
        [Ends { ix: residual, low: Decimal::new(16, 2), high: Decimal::new(40, 2), are_printed: false }]
    );
}

#[test]
fn the_people_enrolled_do_not_change_the_posts_unless_the_reader_has_a_caseload() {
    let note = LIBRARY.with_savings("bi11-2026-s1").unwrap();
    let own = Scenario::baseline(note);
    let range = joint_range(&computed(&own), Perspective::Total).unwrap().unwrap();
    let named: Vec<&str> = range.drivers.iter().map(|ends| note.variant.driver(ends.ix).unwrap().id.as_str()).collect();
    assert_eq!(named, ["citizens", "effect", "residual"]);
    // What is left follows the share: 10 of 25 of 20 per cent are 8, and at most all of 25.
    let residual = range.drivers[2];
    assert_eq!((residual.low, residual.high, residual.are_printed), (Decimal::new(8, 2), Decimal::new(25, 2), false));
    let mut outside = own.clone();
    let effect = driver_ix(&outside, "effect");
    outside.set(effect, Decimal::new(5, 2)).unwrap();
    let named = joint_range(&computed(&outside), Perspective::Total).unwrap().unwrap().outside;
    assert_eq!(named, [(effect, Decimal::new(5, 2))], "no document has 5 per cent");
    // With 73 citizens, 20 per cent and the lowest residual effect, the posts still cost what they cost in the note.
    let mut worst = own.clone();
    let set = |scenario: &mut Scenario<'_>, id: &str, value: i64, scale: u32| {
        let ix = driver_ix(scenario, id);
        scenario.set(ix, Decimal::new(value, scale)).unwrap();
    };
    set(&mut worst, "citizens", 73, 0);
    worst.count_posts(PostsCount::AsInNote);
    set(&mut worst, "effect", 20, 2);
    assert_eq!(computed(&worst).figures.net, range.net.1);
    // A reader's own caseload lets the posts follow the citizens, and every whole number of citizens is tried.
    let mut own = own;
    set(&mut own, "caseload", 20, 0);
    let range = joint_range(&computed(&own), Perspective::Total).unwrap().unwrap();
    for citizens in 73..=75 {
        let mut inside = own.clone();
        set(&mut inside, "citizens", citizens, 0);
        let net = computed(&inside).figures.net;
        assert!(range.net.0 <= net && net <= range.net.1, "{citizens}");
    }
}

#[test]
fn a_number_with_ends_that_moves_none_of_the_money_gives_no_band() {
    // The share in jobs is measured, but without savings it moves no money.
    let own = scenario("bi11-2026-s1", &[]);
    assert_eq!(joint_range(&computed(&own), Perspective::Total), Ok(None));
}
