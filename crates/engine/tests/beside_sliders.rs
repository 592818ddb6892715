//! The marks on sliders, and what a folded group comes to.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::computed::Computed;
use engine::group_sum::{GroupSum, group_sum};
use engine::people::people;
use engine::sensitivity::{Says, ticks};
use engine::slider::Slider;
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::{Group, Note};
use model::scenario::Scenario;
use rust_decimal::Decimal;
use testing::{LIBRARY, every_note};

fn baseline(note: Note<'static>) -> Computed<'static> {
    Computed::of(Scenario::baseline(note)).unwrap()
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
    assert_eq!(
        group_sum(&computed, Group::Staff, Perspective::Total),
        Some(GroupSum::Posts(2021, Thousands::new(4854)))
    );
    // The four savings of a citizen in a job or education.
    let sum: Decimal = ["benefit", "talks", "offers", "one-off"]
        .iter()
        .map(|id| computed.scenario.value(computed.note().variant.find_driver(id).unwrap()).unwrap())
        .sum();
    assert_eq!(group_sum(&computed, Group::Savings, Perspective::Total), Some(GroupSum::SavedPerOutcome(sum)));
    assert_eq!(group_sum(&computed, Group::Period, Perspective::Total), None);
    let without = baseline(LIBRARY.find("bi10-2026").unwrap());
    assert_eq!(group_sum(&without, Group::Savings, Perspective::Total), None);
    // The posts of IPS alone, where it is seen alone: 7.881 of the year, all of it posts.
    let bi10 = testing::computed(&testing::scenario("bi10-2026", &[]));
    let ips = Perspective::of_effort(bi10.note().variant, "ips");
    assert_eq!(group_sum(&bi10, Group::Staff, ips), Some(GroupSum::Posts(2026, Thousands::new(7881))));
}

#[test]
fn people_are_counted_only_where_the_share_is_one_of_everybody_and_they_are_few_enough() {
    let of = |note: &str| people(&baseline(LIBRARY.find(note).unwrap()), Perspective::Total);
    let ips = of("ips-2018").unwrap();
    assert_eq!((ips.places, ips.per_consultant, ips.in_job), (150, Some(25), Some(Decimal::new(375, 1))));
    // The target is a share of those who have completed it.
    assert_eq!(of("bi10-2026").map(|people| (people.places, people.in_job)), Some((225, None)));
    let mut many = Scenario::baseline(LIBRARY.find("ips-2018").unwrap());
    let citizens = many.note().variant.find_driver("citizens").unwrap();
    many.set(citizens, Decimal::from(99_999)).unwrap();
    assert_eq!(people(&Computed::of(many).unwrap(), Perspective::Total), None);
}

/// Whoever looks at one effort finds the numbers of the others apart. A number that several share, or that raises all, is of each.
#[test]
fn the_numbers_of_other_efforts_are_told_from_those_of_one() {
    let variant = LIBRARY.find("bi10-2026").unwrap().variant;
    let of_others = |effort: &str| -> Vec<&str> {
        let effort = variant.efforts.iter().position(|it| it.id == effort).unwrap();
        variant
            .drivers()
            .filter(|(ix, _)| variant.is_of_others(*ix, effort))
            .map(|(_, driver)| driver.id.as_str())
            .collect()
    };
    let (ips, veterans) = (of_others("ips"), of_others("veterans"));
    for (id, is_of_ips) in
        [("pay-ips", true), ("caseload", true), ("effect", true), ("fte-vet", false), ("sick", false)]
    {
        assert_eq!(ips.contains(&id), !is_of_ips, "{id}");
    }
    assert!(veterans.contains(&"caseload") && !veterans.contains(&"fte-vet"), "{veterans:?}");
    for (ix, driver) in variant.drivers().filter(|(_, driver)| driver.is_master()) {
        assert!((0..variant.efforts.len()).all(|effort| !variant.is_of_others(ix, effort)), "{} is of all", driver.id);
    }
    for note in LIBRARY.notes().filter(|note| note.variant.efforts.len() == 1) {
        assert!(note.variant.drivers().all(|(ix, _)| !note.variant.is_of_others(ix, 0)), "{}", note.variant.id);
    }
}
