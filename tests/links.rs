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

use common::{Any, LIBRARY, any_scenario, decimal, driver_ix, scenario};
use indsatsregner::explain::Ask;
use indsatsregner::language::Language;
use indsatsregner::link::{self, Chapter, Notice, Opened, Page, RESERVED, Screen, VERSION};
use indsatsregner::note::DriverIx;
use indsatsregner::scenario::{PostsCount, Rejection, Scenario};
use proptest::prelude::*;

#[track_caller]
fn open(link: &str) -> Opened<'static> {
    link::open(&LIBRARY, link).expect("there is a note to open")
}

#[test]
fn a_link_holds_only_what_differs() {
    assert_eq!(link::print(&scenario("ips-2018", &[])), "v=1&note=ips-2018");
    let mut changed = scenario("ips-2018", &[("effect", "0.205"), ("caseload", "20"), ("pay-team", "371.6675")]);
    changed.count_posts(PostsCount::Half);
    assert_eq!(link::print(&changed), "v=1&note=ips-2018&caseload=20&pay-team=371667.5&effect=20.5&posts=half");
}

#[test]
fn ten_changes_stay_below_two_hundred_characters() {
    let changes = [
        ("citizens", "120"),
        ("caseload", "22.5"),
        ("pay-team", "380"),
        ("pay-outreach", "165.5"),
        ("effect-first", "0.1"),
        ("effect", "0.21"),
        ("residual", "0.15"),
        ("coordination", "250"),
        ("pay-lead", "690"),
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
        assert_eq!((opened.page.screen, opened.notices), (screen, vec![]), "{link:?}");
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
    for screen in [Screen::Overview, Screen::Findings, Screen::Method] {
        assert_eq!(open(&link::screen(screen)).page.screen, screen);
    }
    for note in LIBRARY.notes() {
        let opened = open(&link::print(&Scenario::published(note)));
        assert_eq!(
            (opened.page.screen, opened.scenario.note().variant.id.as_str()),
            (Screen::Note, note.variant.id.as_str())
        );
    }
    assert_eq!(open("v=1&screen=atlantis").notices, [Notice::UnknownScreen("atlantis".into())]);
}

/// A page over the scenario, as a reader could have set it up.
fn any_page() -> impl Strategy<Value = (Any, Page<'static>)> {
    let screens = prop::sample::select(Screen::ALL.to_vec());
    let languages = prop::sample::select(Language::ALL.to_vec());
    let beside = prop::option::of(any_scenario());
    let picks = any::<[prop::sample::Index; 4]>();
    (any_scenario(), screens, languages, beside, picks).prop_map(|(scenario, screen, language, beside, picks)| {
        let mut page = Page::of(screen, language);
        let outcome = common::outcome(&scenario.0);
        let drivers: Vec<DriverIx> = scenario.0.note().variant.drivers().map(|(ix, _)| ix).collect();
        if screen.is_about_a_note() {
            page.perspective = outcome.views[picks[0].index(outcome.views.len())].perspective;
            let line = picks[1].index(outcome.lines.len() + 1);
            page.ask = (line < outcome.lines.len()).then_some(Ask::Line(line, outcome.years.first().copied()));
        }
        if screen == Screen::Sensitivity {
            page.axes = [picks[2], picks[3]].map(|pick| drivers.get(pick.index(drivers.len() + 1)).copied());
        }
        if screen == Screen::Compare {
            page.beside = beside.map(|beside| beside.0);
        }
        if screen == Screen::Method {
            page.chapter = Chapter::ALL.get(picks[0].index(Chapter::ALL.len() + 1)).copied();
        }
        (scenario, page)
    })
}

proptest! {
    #[test]
    fn every_page_has_a_link_that_opens_it_and_nothing_else((Any(scenario), page) in any_page()) {
        let link = page.link(&scenario);
        prop_assert!(link.chars().all(|c| c.is_ascii_alphanumeric() || "._~-=&".contains(c)), "{}", link);
        let opened = open(&link);
        prop_assert_eq!(&opened.notices, &vec![], "{}", &link);
        prop_assert_eq!(opened.page.link(&opened.scenario), link);
        if page.screen.is_about_a_note() {
            prop_assert_eq!(opened.scenario, scenario);
        }
        prop_assert!(opened.page == page, "{:?} is not {:?}", opened.page.ask, page.ask);
    }
}

#[test]
fn no_driver_has_the_name_of_a_key() {
    for note in common::every_note() {
        for driver in &note.variant.drivers {
            assert!(!RESERVED.contains(&driver.id.as_str()), "{} in {}", driver.id, note.variant.id);
        }
    }
}

#[test]
fn what_of_a_page_is_unknown_is_said() {
    for (link, notice) in [
        ("v=1&screen=method&chapter=last", Notice::UnknownChapter("last".into())),
        ("v=1&note=ips-2018&lang=kl", Notice::UnknownLanguage("kl".into())),
        ("v=1&note=ips-2018&seen-from=moon", Notice::UnknownPerspective("moon".into())),
        ("v=1&note=bi11-2026-s1&seen-from=sou", Notice::UnknownPerspective("sou".into())),
        ("v=1&note=ips-2018&explain=line.nothing", Notice::UnknownNumber("line.nothing".into())),
        ("v=1&screen=sensitivity&note=ips-2018&across=salary", Notice::UnknownDriver("salary".into())),
        ("v=1&screen=compare&note=ips-2018&with.salary=3", Notice::UnknownDriver("salary".into())),
        ("v=1&screen=compare&note=ips-2018&with.note=atlantis", Notice::UnknownNote("atlantis".into())),
    ] {
        assert_eq!(open(link).notices, [notice], "{link}");
    }
}

#[test]
fn what_is_compared_with_is_the_same_note_where_no_other_is_named() {
    let opened = open("v=1&screen=compare&note=ips-2018&caseload=20&with.caseload=30");
    assert_eq!(opened.scenario, scenario("ips-2018", &[("caseload", "20")]));
    assert_eq!(opened.page.beside, Some(scenario("ips-2018", &[("caseload", "30")])));
}

#[test]
fn a_switch_between_editions_keeps_what_can_be_kept_and_says_the_rest() {
    let changed = scenario("bi07-2022-a", &[("caseload", "20"), ("effect", "0.4"), ("fte-bif", "2")]);
    let other = LIBRARY.find("bi07-2022-b").unwrap();
    let opened = open(&link::print_for(&changed, other));
    assert_eq!(opened.notices, []);
    assert_eq!(opened.scenario, scenario("bi07-2022-b", &[("caseload", "20"), ("effect", "0.4"), ("fte-bif", "2")]));
    let earlier = open(&link::print_for(&changed, LIBRARY.find("ips-2018").unwrap()));
    assert_eq!(earlier.notices, [Notice::UnknownDriver("fte-bif".into())]);
    assert_eq!(earlier.scenario, scenario("ips-2018", &[("caseload", "20"), ("effect", "0.4")]));
}

#[test]
fn zero_caseload_and_two_hundred_per_cent_are_refused() {
    for (link, id) in [("caseload=0", "caseload"), ("effect=200", "effect"), ("citizens=1.5", "citizens")] {
        let opened = open(&format!("v=1&note=ips-2018&{link}"));
        assert!(!opened.scenario.differs(), "{link}");
        assert!(matches!(&opened.notices[..], [Notice::Rejected { driver, .. }] if driver.id == id), "{link}");
    }
}
