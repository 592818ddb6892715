//! Links: round trips, and what a broken one leads to.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod common;

use common::{LIBRARY, decimal, driver_ix, scenario};
use indsatsregner::link::{self, Notice, Opened, VERSION};
use indsatsregner::scenario::{PostsCount, Rejection};

#[track_caller]
fn open(link: &str) -> Opened<'static> {
    link::open(&LIBRARY, link).expect("there is a note to open")
}

#[test]
fn a_link_holds_only_what_differs() {
    assert_eq!(link::print(&scenario("ips-2018", &[])), "v=1&note=ips-2018");
    let mut changed = scenario("ips-2018", &[("effect", "0.205"), ("caseload", "20"), ("cost-ips-team", "371.6675")]);
    changed.count_posts(PostsCount::Half);
    assert_eq!(link::print(&changed), "v=1&note=ips-2018&caseload=20&cost-ips-team=371667.5&effect=20.5&posts=half");
}

#[test]
fn ten_changes_stay_below_two_hundred_characters() {
    let changes = [
        ("citizens", "120"),
        ("caseload", "22.5"),
        ("cost-ips-team", "380"),
        ("cost-outreach", "165.5"),
        ("effect-first", "0.1"),
        ("effect", "0.21"),
        ("effect-residual", "0.15"),
        ("coordination", "250"),
        ("cost-project-lead", "690"),
        ("length", "5"),
    ];
    let link = link::print(&scenario("ips-2018", &changes));
    assert!(link.len() < 200, "{} characters: {link}", link.len());
}

#[test]
fn an_empty_link_opens_the_first_note_without_a_word() {
    for link in ["", "#", " # ", "v=1", "#v=1&note=ips-2018", "&&"] {
        let opened = open(link);
        assert_eq!(opened.notices, [], "{link:?}");
        assert!(!opened.scenario.differs());
    }
}

#[test]
fn a_comma_typed_into_a_link_by_hand_is_understood() {
    let opened = open("v=1&note=ips-2018&effect=12,5");
    assert_eq!(opened.notices, []);
    assert_eq!(opened.scenario, scenario("ips-2018", &[("effect", "0.125")]));
}

#[test]
fn what_cannot_be_applied_is_said_and_the_rest_is_applied() {
    let opened =
        open("v=1&note=ips-2018&caseload=20&salary=9&effect=mange&citizens=-1&posts=third&x&length=2&length=3");
    let effort = opened.scenario.clone();
    assert_eq!(effort, scenario("ips-2018", &[("caseload", "20"), ("length", "3")]));
    let variant = effort.note().variant;
    let driver = |id| variant.driver(driver_ix(&effort, id)).unwrap();
    let expected = [
        Notice::Fragment("x".into()),
        Notice::Repeated("length".into()),
        Notice::UnknownDriver("salary".into()),
        Notice::Unreadable { driver: driver("effect"), value: "mange".into() },
        Notice::Rejected { driver: driver("citizens"), value: "-1".into(), rejection: Rejection::TooLow(decimal("0")) },
        Notice::UnknownPosts("third".into()),
    ];
    assert_eq!(opened.notices, expected);
}

#[test]
fn another_version_or_note_is_said() {
    let newer = open("v=9&note=ips-2018&caseload=20");
    assert_eq!(newer.notices, [Notice::OtherVersion("9".into())]);
    assert_eq!(newer.scenario, scenario("ips-2018", &[("caseload", "20")]));
    let lost = open(&format!("v={VERSION}&note=atlantis"));
    assert_eq!(lost.notices, [Notice::UnknownNote("atlantis".into())]);
}

#[test]
fn zero_caseload_and_two_hundred_per_cent_are_refused() {
    for (link, id) in [("caseload=0", "caseload"), ("effect=200", "effect"), ("citizens=1.5", "citizens")] {
        let opened = open(&format!("v=1&note=ips-2018&{link}"));
        assert!(!opened.scenario.differs(), "{link}");
        assert!(matches!(&opened.notices[..], [Notice::Rejected { driver, .. }] if driver.id == id), "{link}");
    }
}
