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
use indsatsregner::link::{self, Notice, Opened, Screen, VERSION};
use indsatsregner::scenario::{PostsCount, Rejection, Scenario};

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
fn a_link_without_changes_opens_its_screen_without_a_word() {
    for (link, screen) in [
        ("", Screen::Overview),
        ("#", Screen::Overview),
        (" # ", Screen::Overview),
        ("v=1", Screen::Overview),
        ("v=1&screen=findings", Screen::Findings),
        ("#v=1&note=ips-2018", Screen::Note),
        ("&&", Screen::Overview),
    ] {
        let opened = open(link);
        assert_eq!((opened.screen, opened.notices), (screen, vec![]), "{link:?}");
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
fn every_screen_and_note_has_a_link_that_opens_it() {
    for screen in [Screen::Overview, Screen::Findings] {
        assert_eq!(open(&link::screen(screen)).screen, screen);
    }
    for note in LIBRARY.notes() {
        let opened = open(&link::print(&Scenario::published(note)));
        assert_eq!(
            (opened.screen, opened.scenario.note().variant.id.as_str()),
            (Screen::Note, note.variant.id.as_str())
        );
    }
    assert_eq!(open("v=1&screen=atlantis").notices, [Notice::UnknownScreen("atlantis".into())]);
}

#[test]
fn a_switch_between_editions_keeps_what_can_be_kept_and_says_the_rest() {
    let changed = scenario("bi07-2022-a", &[("caseload-ips", "20"), ("effect-ips", "0.4")]);
    let other = LIBRARY.find("bi07-2022-b").unwrap();
    let opened = open(&link::print_for(&changed, other));
    assert_eq!(opened.notices, []);
    assert_eq!(opened.scenario, scenario("bi07-2022-b", &[("caseload-ips", "20"), ("effect-ips", "0.4")]));
    let earlier = open(&link::print_for(&changed, LIBRARY.find("ips-2018").unwrap()));
    assert_eq!(
        earlier.notices,
        [Notice::UnknownDriver("caseload-ips".into()), Notice::UnknownDriver("effect-ips".into())]
    );
}

#[test]
fn zero_caseload_and_two_hundred_per_cent_are_refused() {
    for (link, id) in [("caseload=0", "caseload"), ("effect=200", "effect"), ("citizens=1.5", "citizens")] {
        let opened = open(&format!("v=1&note=ips-2018&{link}"));
        assert!(!opened.scenario.differs(), "{link}");
        assert!(matches!(&opened.notices[..], [Notice::Rejected { driver, .. }] if driver.id == id), "{link}");
    }
}
