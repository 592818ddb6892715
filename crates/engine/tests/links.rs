//! Links: round trips, and what broken links lead to.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

#[path = "links/mangle.rs"]
mod mangle;

use engine::compare::{Pair, unchosen};
use engine::explain::Ask;
use engine::link::migrate::MIGRATIONS;
use engine::link::{
    self, About, Chapter, FindingId, Headline, LONGEST_TITLE, Notice, Opened, Page, Question, RESERVED, Screen, Title,
    VERSION, Whose,
};
use model::language::Language;
use model::money::Thousands;
use model::note::DriverIx;
use model::scenario::{Horizon, PostsCount, Rejection, Scenario, Settings};
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{Any, LIBRARY, any_scenario, computed, decimal, driver_ix, scenario};

use mangle::{MANGLINGS, Mangling, PAGE};

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
fn a_link_without_changes_opens_its_screen_without_a_notice() {
    for (link, screen) in [
        ("", Screen::Overview),
        ("#", Screen::Overview),
        (" # ", Screen::Overview),
        ("v=1", Screen::Overview),
        ("v=1&screen=questions", Screen::Questions),
        ("v=1&screen=findings", Screen::Findings),
        ("#v=1&note=ips-2018", Screen::Note),
        ("&&", Screen::Overview),
    ] {
        let opened = open(link);
        assert_eq!((opened.page.screen, opened.notices), (screen, vec![]), "{link:?}");
        assert!(!opened.own.scenario.differs());
    }
}

#[test]
fn a_comma_typed_into_a_link_by_hand_is_understood() {
    let opened = open("v=1&note=ips-2018&effect=12,5");
    assert_eq!(opened.notices, []);
    assert_eq!(opened.own.scenario, scenario("ips-2018", &[("effect", "0.125")]));
}

#[test]
fn what_cannot_be_applied_is_reported_and_the_rest_is_applied() {
    let opened = open("v=1&note=ips-2018&caseload=20&salary=9&effect=mange&citizens=-1&posts=third&x&years=2&years=3");
    let effort = opened.own.scenario.clone();
    assert_eq!(effort, scenario("ips-2018", &[("caseload", "20"), ("years", "3")]));
    let variant = effort.note().variant;
    let driver = |id| variant.driver(driver_ix(&effort, id)).unwrap();
    let expected = [
        Notice::Fragment("x".into()),
        Notice::Repeated("years".into()),
        Notice::UnknownDriver("salary".into()),
        Notice::Unreadable { driver: driver("effect"), value: "mange".into() },
        Notice::Rejected { driver: driver("citizens"), value: "-1".into(), rejection: Rejection::TooLow(decimal("0")) },
        Notice::UnknownPosts("third".into()),
    ];
    assert_eq!(opened.notices, expected);
}

/// The notice of a note that there is not: the first one is shown.
fn unknown_note(id: &str) -> Notice<'static> {
    Notice::UnknownNote { id: id.to_owned(), shown: LIBRARY.first().unwrap() }
}

#[test]
fn an_unknown_version_or_note_is_reported() {
    let newer = open("v=9&note=ips-2018&caseload=20");
    assert_eq!(newer.notices, [Notice::OtherVersion("9".into())]);
    assert_eq!(newer.own.scenario, scenario("ips-2018", &[("caseload", "20")]));
    let lost = open(&format!("v={VERSION}&note=atlantis"));
    assert_eq!(lost.notices, [unknown_note("atlantis")]);
}

#[test]
fn every_screen_and_note_has_a_link_that_opens_it() {
    for screen in [Screen::Overview, Screen::Questions, Screen::Findings, Screen::Method] {
        assert_eq!(open(&link::screen(screen)).page.screen, screen);
    }
    for note in LIBRARY.notes() {
        let opened = open(&link::print(&Scenario::baseline(note)));
        assert_eq!(
            (opened.page.screen, opened.own.scenario.note().variant.id.as_str()),
            (Screen::Note, note.variant.id.as_str())
        );
    }
    assert_eq!(open("v=1&screen=atlantis").notices, [Notice::UnknownScreen("atlantis".into())]);
}

/// The link to a page as it is sent to others, with its headline.
fn lasting(page: &Page<'_>, scenario: &Scenario<'_>) -> String {
    page.lasting(&computed(scenario), page.other.as_ref().map(computed).as_ref())
}

/// A page over the scenario, as a reader could have set it up.
fn any_page() -> impl Strategy<Value = (Any, Page<'static>)> {
    let screens = prop::sample::select(Screen::ALL.to_vec());
    let languages = prop::sample::select(Language::ALL.to_vec());
    let beside = prop::option::of(any_scenario());
    let picks = any::<[prop::sample::Index; 4]>();
    let titles = "\\PC{0,100}";
    let all = (any_scenario(), screens, languages, beside, picks, titles);
    all.prop_map(|(scenario, screen, language, beside, picks, title)| {
        let mut page = Page::of(screen, language);
        page.is_language_said |= picks[1].index(2) == 0;
        let outcome = testing::outcome(&scenario.0);
        let drivers: Vec<DriverIx> = scenario.0.note().variant.drivers().map(|(ix, _)| ix).collect();
        if screen.is_about_a_note() {
            page.see_from(outcome.views[picks[0].index(outcome.views.len())].perspective, scenario.0.note().variant);
            let line = picks[1].index(outcome.lines.len() + 1);
            let ask = Ask::Line(line, outcome.years.first().copied());
            page.question = (line < outcome.lines.len()).then_some(Question::Of(Whose::Own, ask));
            page.title = (picks[2].index(2) == 0).then(|| Title::new(&title)).flatten();
        }
        if screen == Screen::Note {
            page.axes = [picks[2], picks[3]].map(|pick| drivers.get(pick.index(drivers.len() + 1)).copied());
            page.within = u32::try_from(picks[1].index(20) + 1).ok();
            let ix = drivers[picks[2].index(drivers.len())];
            let value = scenario.0.value(ix).unwrap();
            let ask = Ask::paid_back(page.perspective(scenario.0.note().variant));
            page.question = page.question.map(|_| Question::Of(Whose::At(vec![(ix, value)]), ask));
        }
        if screen == Screen::Compare {
            page.other = beside.map(|beside| beside.0);
            let note = page.other.as_ref().unwrap_or(&scenario.0).note();
            let total = Ask::find(note, "net.total");
            page.question = match picks[3].index(3) {
                0 => page.question,
                1 => total.map(|ask| Question::Of(Whose::Other, ask)),
                _ => Some(Question::Difference(Pair { left: total, right: total })),
            };
        }
        if screen == Screen::Overview || screen == Screen::Method {
            let asked = Question::Of(Whose::Baseline(scenario.0.note()), Ask::Posts(None));
            page.question = (picks[1].index(2) == 0).then_some(asked);
        }
        if screen == Screen::Findings && picks[0].index(2) == 0 {
            page.finding = FindingId::of("payback-ips-2018-2");
        }
        if screen.may_be_about_a_document() && picks[1].index(2) == 0 {
            page.about = LIBRARY.documents().iter().find(|document| document.id == "bi10-2026").map(About::of);
        }
        if screen == Screen::Method {
            page.chapter = Chapter::ALL.get(picks[0].index(Chapter::ALL.len() + 1)).copied();
        }
        let rate = Decimal::new(i64::try_from(picks[3].index(21)).unwrap() * 5, 3);
        let settings = Settings { rate, horizon: Horizon::ALL[picks[2].index(Horizon::ALL.len())] };
        let scenario = scenario.0.with_settings(settings);
        page.other = page.other.map(|other| other.with_settings(settings));
        if screen == Screen::Compare {
            page.other = page.other.or_else(|| unchosen(&LIBRARY, &scenario));
        }
        // A new option does not compile until it is varied above and named here. Otherwise no test would miss it in links.
        let Page {
            screen: _,
            language: _,
            is_language_said: _,
            chosen_perspective: _,
            question: _,
            axes: _,
            within: _,
            other: _,
            chapter: _,
            finding: _,
            about: _,
            title: _,
            // A link that waits for its note comes with a notice: `own_notes` has it.
            awaited: _,
        } = &page;
        (Any(scenario), page)
    })
}

proptest! {
    #[test]
    fn every_page_has_a_link_that_opens_exactly_this_page((Any(scenario), page) in any_page()) {
        let link = page.link(&scenario);
        prop_assert!(link.chars().all(|c| c.is_ascii_alphanumeric() || "._~-=&".contains(c)), "{}", link);
        let opened = open(&link);
        prop_assert_eq!(&opened.notices, &vec![], "{}", &link);
        prop_assert_eq!(&opened.page.link(&opened.own.scenario), &link);
        let lasting = lasting(&page, &scenario);
        let again = open(&lasting);
        prop_assert_eq!(&again.notices, &vec![], "{}", &lasting);
        prop_assert_eq!(again.link(), lasting.as_str());
        // What the page writes needs no mending, but for a title that could end a sentence.
        let plain = link::open_plain(&LIBRARY, &lasting);
        prop_assert!(plain.as_ref() == Some(&again) || (plain.is_none() && page.title.is_some()), "{}", &lasting);
        prop_assert!(again.page == page && again.own.scenario == opened.own.scenario);
        prop_assert_eq!(opened.own.scenario.settings(), scenario.settings(), "no screen drops the rate or the horizon");
        for whose in [Whose::Own, Whose::Other, Whose::Baseline(scenario.note())] {
            let asked = page.scenario_of(&whose, &scenario).settings();
            prop_assert_eq!(asked, scenario.settings(), "{:?} is counted as the rest of the page", whose);
        }
        if page.screen.is_about_a_note() {
            prop_assert_eq!(opened.own.scenario, scenario);
        }
        prop_assert!(opened.page == page, "{:?} is not {:?}", opened.page, page);
        prop_assert_eq!(link::mended(&LIBRARY, &link), link, "a link that arrived well is left alone");
    }
}

#[test]
fn no_driver_has_the_name_of_a_key() {
    for note in testing::every_note() {
        for driver in &note.variant.drivers {
            assert!(!RESERVED.contains(&driver.id.as_str()), "{} in {}", driver.id, note.variant.id);
        }
    }
}

#[test]
fn unknown_parts_of_a_link_are_reported() {
    for (link, notice) in [
        ("v=1&screen=method&chapter=last", Notice::UnknownChapter("last".into())),
        ("v=1&screen=findings&finding=payback-ips", Notice::UnknownFinding("payback-ips".into())),
        ("v=1&screen=findings&finding=payback-ips-2018-x", Notice::UnknownFinding("payback-ips-2018-x".into())),
        ("v=1&screen=findings&about=bi99-2018", Notice::UnknownDocument("bi99-2018".into())),
        ("v=1&note=ips-2018&lang=kl", Notice::UnknownLanguage("kl".into())),
        ("v=1&note=ips-2018&seen-from=moon", Notice::UnknownPerspective("moon".into())),
        ("v=1&note=bi11-2026-s1&seen-from=sou", Notice::UnknownPerspective("sou".into())),
        ("v=1&note=ips-2018&explain=line.nothing", Notice::UnknownNumber("line.nothing".into())),
        ("v=1&screen=sensitivity&note=ips-2018&across=salary", Notice::UnknownDriver("salary".into())),
        ("v=1&screen=compare&note=ips-2018&with.salary=3", Notice::UnknownDriver("salary".into())),
        ("v=1&screen=compare&note=ips-2018&with.note=atlantis", unknown_note("atlantis")),
    ] {
        assert_eq!(open(link).notices, [notice], "{link}");
    }
}

#[test]
fn the_other_scenario_is_of_the_same_note_where_the_link_names_none() {
    let opened = open("v=1&screen=compare&note=ips-2018&caseload=20&with.caseload=30");
    assert_eq!(opened.own.scenario, scenario("ips-2018", &[("caseload", "20")]));
    assert_eq!(opened.page.other, Some(scenario("ips-2018", &[("caseload", "30")])));
}

#[test]
fn a_switch_between_editions_keeps_what_can_be_kept_and_reports_the_rest() {
    let changed = scenario("bi07-2022-a", &[("caseload", "20"), ("effect", "0.4"), ("fte-bif", "2")]);
    let other = LIBRARY.find("bi07-2022-b").unwrap();
    let opened = open(&link::print_for(&changed, other));
    assert_eq!(opened.notices, []);
    assert_eq!(
        opened.own.scenario,
        scenario("bi07-2022-b", &[("caseload", "20"), ("effect", "0.4"), ("fte-bif", "2")])
    );
    let earlier = open(&link::print_for(&changed, LIBRARY.find("ips-2018").unwrap()));
    assert_eq!(earlier.notices, [Notice::UnknownDriver("fte-bif".into())]);
    assert_eq!(earlier.own.scenario, scenario("ips-2018", &[("caseload", "20"), ("effect", "0.4")]));
}

#[test]
fn zero_caseload_and_two_hundred_per_cent_are_refused() {
    for (link, id) in [("caseload=0", "caseload"), ("effect=200", "effect"), ("citizens=1.5", "citizens")] {
        let opened = open(&format!("v=1&note=ips-2018&{link}"));
        assert!(!opened.own.scenario.differs(), "{link}");
        assert!(matches!(&opened.notices[..], [Notice::Rejected { driver, .. }] if driver.id == id), "{link}");
    }
}

/// Tests the ten drivers with the longest ids and values: six digits for kroner, and a decimal where the unit allows
/// one.
#[test]
fn ten_changes_stay_below_two_hundred_and_ten_characters() {
    for note in testing::every_note() {
        let mut scenario = Scenario::baseline(note);
        let mut written: Vec<(usize, DriverIx, Decimal)> = Vec::new();
        for (ix, driver) in note.variant.drivers() {
            let typed = ["512345", "12.5", "12", "1.25"]
                .map(|typed| (typed, (decimal(typed) / driver.unit.scale()).normalize()));
            let taken = typed.into_iter().find(|(_, value)| scenario.set(ix, *value).is_ok());
            let (typed, value) = taken.unwrap_or_else(|| panic!("{} takes none of the values", driver.id));
            written.push((driver.id.len() + typed.len(), ix, value));
            scenario.restore(ix);
        }
        written.sort_by_key(|(length, ..)| std::cmp::Reverse(*length));
        for (_, ix, value) in written.into_iter().take(10) {
            scenario.set(ix, value).unwrap();
        }
        let link = lasting(&Page::of(Screen::Note, Language::default()), &scenario);
        assert!(link.len() < 210, "{} characters: {link}", link.len());
    }
}

#[test]
fn a_link_tells_what_the_page_showed_when_it_was_made() {
    let page = Page::of(Screen::Note, Language::default());
    let net = |thousands| Thousands::new(thousands);
    for (note, changes, saw) in [
        ("ips-2018", &[][..], "4.-2159"),
        ("ips-2018", &[("caseload", "2"), ("residual", "0")], "no.146410"),
        ("bi11-2026-s1", &[], "costs.9028"),
    ] {
        let link = lasting(&page, &scenario(note, changes));
        assert!(link.starts_with(&format!("v=1&saw={saw}&note={note}")), "{link}");
        assert_eq!(open(&link).notices, []);
    }
    // The link was cut off on its way: the caseload was 20.
    let cut = open("v=1&saw=5.3000&note=ips-2018&caseload=2");
    let [Notice::OtherHeadline { was, now, .. }] = &cut.notices[..] else { panic!("{:?}", cut.notices) };
    assert_eq!(
        (*was, *now),
        (Headline::PaidBack { years: 5, by_the_rest: false, net: net(3000) }, Headline::NotWithin(net(144_305)))
    );
    // A damaged headline is ignored.
    for saw in ["", "4", "4.", ".-2159", "04.-2159", "4.-2159.1", "often.3"] {
        assert_eq!(open(&format!("v=1&saw={saw}&note=ips-2018")).notices, [], "{saw}");
    }
    let service = "v=1&saw=4.-2159&note=ips-2018&seen-from=service";
    assert!(
        matches!(&open(service).notices[..], [Notice::OtherHeadline { .. }]),
        "the headline is that of the perspective"
    );
    let beside = "v=1&with.saw=5.0&screen=compare&note=ips-2018&with.note=ips-2018&with.caseload=20";
    assert!(matches!(&open(beside).notices[..], [Notice::OtherHeadline { .. }]));
}

#[test]
fn a_title_is_short_plain_text() {
    let opened = open("v=1&title=F~e6~rre_sager~2c~_~3c~b~3e~nu~3c~~2f~b~3e~&note=ips-2018");
    assert_eq!(opened.page.title.as_ref().map(Title::words), Some("Færre sager, <b>nu</b>"));
    let long = open(&format!("v=1&title={}&note=ips-2018", "x".repeat(500)));
    assert_eq!(long.page.title.map(|title| title.words().len()), Some(LONGEST_TITLE));
    assert_eq!(open("v=1&title=_~200b~_&note=ips-2018").page.title, None);
}

/// What platforms, mail programs and people do to links. Each of them opens the same page without a notice.
#[test]
fn a_link_that_was_mangled_on_its_way_is_read() {
    let sent = "v=1&saw=5.3127&title=F~e6~rre_sager&note=ips-2018&caseload=20&effect=20.5&seen-from=service";
    let wanted = open(sent);
    assert_eq!(wanted.own.scenario, scenario("ips-2018", &[("caseload", "20"), ("effect", "0.205")]));
    let notices = wanted.notices;
    let encoded = |text: &str| text.replace('%', "%25").replace('=', "%3D").replace('&', "%26").replace('~', "%7E");
    let mangled = [
        format!("#{sent}"),
        format!("https://eksempel.dk/indsats/#{sent}"),
        format!("https://eksempel.dk/indsats/?embed=chart#{sent}"),
        format!("<https://eksempel.dk/#{sent}>"),
        format!("\u{201d}{sent}\u{201d}"),
        format!("({sent})."),
        format!("{sent}."),
        format!("{sent},\n"),
        format!("  {sent}\u{200b}"),
        encoded(sent),
        encoded(&encoded(sent)),
        encoded(&encoded(&format!("https://eksempel.dk/#{sent}"))).replace('#', "%23"),
        sent.replace('&', "&amp;"),
        sent.replace('&', "&amp;amp;"),
        sent.replace("note=", "note=\r\n "),
        sent.replace("caseload", "case\r\nload"),
        sent.replace("&effect", "&+effect"),
        sent.replace('=', "=3D").replace("caseload", "case=\r\nload"),
        sent.replace("note=ips-2018", "NOTE=IPS-2018").replace("v=1", "V=1").replace("service", "SERVICE"),
        format!("{sent}#:~:text=svaret"),
        format!("{sent}&"),
        format!("*{sent}*"),
        format!("{sent}?utm_source=nyhedsbrev&utm_medium=mail"),
        format!("https://eksempel.dk/?{sent}"),
        format!("https://eksempel.dk/?fbclid=abc&{sent}"),
        format!("https://eksempel.dk/%23{sent}"),
        format!("Se her: https://eksempel.dk/#{sent}\n\nHilsen Per\n33 66 33 66"),
        sent.replace('&', " & ").replace("v=1", "v = 1"),
    ];
    for link in mangled {
        let opened = open(&link);
        assert_eq!(opened.notices, notices, "{link}");
        assert_eq!(opened.own.scenario, wanted.own.scenario, "{link}");
        assert_eq!(opened.page, wanted.page, "{link}");
    }
}

/// The page's own link to what a text opens, without its title: capitals are no longer told apart in one that came in capitals.
fn without_title(opened: &Opened<'_>) -> String {
    opened.link().split('&').filter(|part| !part.starts_with("title=")).collect::<Vec<_>>().join("&")
}

/// Whether two things can happen to a link one after the other. Nothing happens to an address once a sentence is around it. In
/// capital letters base64 stands for another address. The lines of an undecoded mail are short, so nobody breaks them again.
fn can_follow([first, second]: [&Mangling; 2]) -> bool {
    let is_lost = match first.name {
        "Sophos" => second.name == "capital letters",
        "a mail that was never decoded" => second.name.contains("lines"),
        _ => false,
    };
    (first.is_to_address || !second.is_to_address) && !is_lost
}

/// Two things that can happen to a link one after the other.
fn two_manglings() -> impl Strategy<Value = [&'static Mangling; 2]> {
    let one = || prop::sample::select(MANGLINGS.iter().collect::<Vec<_>>());
    let pairs = (one(), one()).prop_map(|(first, second)| [first, second]);
    pairs.prop_filter("they can", |pair| can_follow(*pair))
}

/// What is wrong with what a link opens once these two things have happened to it.
fn fault(sent: &str, manglings: [&Mangling; 2]) -> Option<String> {
    let [first, second] = manglings.map(|mangling| mangling.of);
    let text = second(&first(&format!("{PAGE}#{sent}")));
    let (opened, wanted) = (open(&text), open(sent));
    let behind = text.split_once('#').map_or(text.as_str(), |(_, link)| link);
    // What is opened without mending is what mending would have opened.
    let is_plain = link::open_plain(&LIBRARY, behind).is_none_or(|plain| plain == open(behind));
    let is_same = without_title(&opened) == without_title(&wanted) && opened.notices == wanted.notices && is_plain;
    let names = manglings.map(|mangling| mangling.name).join(", then ");
    (!is_same).then(|| format!("{names}: {text}\n  opens {} ({} notices)\n", opened.link(), opened.notices.len()))
}

#[test]
fn a_link_is_read_whatever_two_things_happened_to_it() {
    for sent in [
        "v=1&saw=6r.1029&title=F~e6~rre_sager&note=ips-2018&caseload=20&seen-from=total&rate=3.5",
        "v=1&screen=findings",
        "v=1&screen=findings&rate=1&horizon=30",
        "v=1&screen=findings&finding=payback-ips-2018-2",
        "v=1&screen=findings&lang=da&finding=payback-ips-2018-2&about=bi10-2026",
        "v=1&screen=own-note&about=ips-2018",
        "v=1&screen=method&chapter=payback",
        "v=1&saw=2.-28989&lang=en&note=bi10-2026&lent=ips-2018&all-pay=1&all-amounts=-2.5&explain=line.benefits.2027",
        "v=1&saw=1.-18895&with.saw=2.-15053&title=~21~&screen=compare&lang=da&note=ips-2018&pay-team=0&pay-outreach=0&posts=half\
         &fte-advisor=0&pay-advisor=0&horizon=10&with.note=bi07-2022-a&with.lent=ips-2018&with.sick=0&with.fte-vet=0\
         &with.pay-vet=0&with.fte-co=0&with.pay-co=0&with.posts=half&explain=line.benefits.2018",
        "v=1&saw=costs.9028&with.saw=costs.10504&screen=compare&note=bi11-2026-s1&with.note=bi11-2026-s2",
    ] {
        let pairs = MANGLINGS.iter().flat_map(|first| MANGLINGS.iter().map(move |second| [first, second]));
        let pairs = pairs.filter(|pair| can_follow(*pair));
        let faults: Vec<String> = pairs.filter_map(|manglings| fault(sent, manglings)).collect();
        assert!(faults.is_empty(), "{}", faults.concat());
    }
}

proptest! {
    #[test]
    fn every_link_of_the_page_is_read_whatever_two_things_happened_to_it(
        (Any(scenario), page) in any_page(),
        manglings in two_manglings(),
    ) {
        prop_assert_eq!(fault(&lasting(&page, &scenario), manglings), None);
    }
}

#[test]
fn what_is_left_of_a_cut_link_is_read_and_the_rest_is_said() {
    let first = LIBRARY.first().unwrap();
    for (link, notices) in [
        ("v=1&saw=6r.1029", vec![Notice::CutBeforeNote(first)]),
        ("v=1&saw=6r.", vec![Notice::CutBeforeNote(first)]),
        ("v=1&saw=6r.1029&title=F~e6~r", vec![Notice::CutBeforeNote(first)]),
        ("v=1&note=bi10-20…", vec![Notice::UnknownNote { id: "bi10-20".into(), shown: testing::note("bi10-2026") }]),
        ("v=1&note=bi07-2022-", vec![unknown_note("bi07-2022")]),
        ("https://eksempel.dk/#v=1&note=ips-2018&casel...", vec![Notice::Fragment("casel".into())]),
    ] {
        let opened = open(link);
        let said: Vec<_> =
            opened.notices.into_iter().filter(|notice| !matches!(notice, Notice::OtherHeadline { .. })).collect();
        assert_eq!(said, notices, "{link}");
    }
    assert_eq!(open("v=1&note=bi10-20").own.scenario.note().variant.id, "bi10-2026");
}

#[test]
fn a_shown_link_that_was_shortened_gives_way_to_the_whole_one() {
    for text in [
        "[https://eksempel.dk/#v=1…](https://eksempel.dk/#v=1&note=ips-2018&caseload=20)",
        "[https://eksempel.dk/#v=1&note=ips-2…](https://eksempel.dk/#v=1&note=ips-2018&caseload=20)",
        "Ikke https://video.example/watch?v=1a2b3c4d5e6 men https://eksempel.dk/#v=1&note=ips-2018&caseload=20",
    ] {
        let opened = open(text);
        assert_eq!(
            (opened.notices, opened.own.scenario),
            (vec![], scenario("ips-2018", &[("caseload", "20")])),
            "{text}"
        );
    }
}

#[test]
fn no_name_of_the_page_is_that_of_a_tail() {
    for note in testing::every_note() {
        for driver in &note.variant.drivers {
            let link = format!("v=1&note={}&{}=1", note.variant.id, driver.id);
            assert_eq!(link::mended(&LIBRARY, &link), link);
        }
    }
    for key in RESERVED {
        let link = format!("v=1&{key}=1");
        assert_eq!(link::mended(&LIBRARY, &link), link);
    }
}

#[test]
fn damage_that_cannot_be_mended_is_reported() {
    let cut = open("v=1&saw=4.-2159&note=ips-20");
    assert_eq!(cut.notices, [unknown_note("ips-20")]);
    let cut = open("v=1&note=ips-2018&caselo");
    assert_eq!(cut.notices, [Notice::Fragment("caselo".into())]);
    let garbled = open("v=1&note=ips-2018&effect=%ff%fe");
    assert!(matches!(&garbled.notices[..], [Notice::Unreadable { .. }]), "{:?}", garbled.notices);
}

proptest! {
    /// Any text opens a page, and the link of that page leads back to it.
    #[test]
    fn any_text_opens_a_page(text in "\\PC{0,200}", tail in "[ -~]{0,80}") {
        for link in [text.clone(), format!("v=1&note=ips-2018&{tail}"), format!("v=1&title={text}&note=ips-2018")] {
            let opened = open(&link);
            let link_of_page = opened.link();
            let again = open(&link_of_page);
            prop_assert_eq!(&again.notices, &vec![], "{}", &link_of_page);
            prop_assert_eq!(again.link(), link_of_page);
        }
    }

    /// A link that was cut off anywhere opens a page. Where it lost a value and the answer changed, there is a notice.
    #[test]
    fn a_cut_link_never_shows_another_answer_without_a_notice(Any(scenario) in any_scenario(), at in any::<prop::sample::Index>()) {
        let page = Page::of(Screen::Note, Language::default());
        let link = lasting(&page, &scenario);
        let head = link.find("&note=").unwrap();
        let end = head + at.index(link.len() - head + 1);
        let opened = open(&link[..end]);
        let is_same = link::headline(&opened.own, opened.page.perspective(opened.own.note().variant))
            == link::headline(&computed(&scenario), page.perspective(scenario.note().variant));
        // A link that was cut off before its note opens the overview.
        if opened.page.screen == Screen::Note {
            prop_assert!(is_same || !opened.notices.is_empty(), "{} of {}", &link[..end], link);
        }
    }
}

#[test]
fn a_driver_id_of_an_earlier_version_is_understood() {
    let opened = open("v=1&note=ips-2018&cost-project-lead=690000&effect-residual=12");
    assert_eq!(opened.notices, []);
    assert_eq!(opened.own.scenario, scenario("ips-2018", &[("pay-lead", "690"), ("residual", "0.12")]));
    let axes = open("v=1&screen=sensitivity&note=bi11-2026-s1&across=caseload-ips&up=effect-ips");
    assert_eq!(axes.notices, []);
    assert!(axes.page.axes.iter().all(Option::is_some));
    // No id in use today was ever the id of another driver.
    let is_used = |id: &str| {
        RESERVED.contains(&id) || testing::every_note().iter().any(|note| note.variant.find_driver(id).is_some())
    };
    for migration in MIGRATIONS {
        for (before, after) in migration.renamed {
            assert!(!is_used(before) && is_used(after), "{}: {before} is {after}", migration.name);
        }
    }
}

#[test]
fn unknown_choices_beside_the_drivers_are_reported() {
    for (link, notice) in [
        ("v=1&screen=sensitivity&note=ips-2018&within=0", Notice::UnknownYears("0".into())),
        ("v=1&screen=sensitivity&note=ips-2018&within=21", Notice::UnknownYears("21".into())),
        ("v=1&screen=method&rate=often", Notice::UnknownRate("often".into())),
        ("v=1&screen=method&rate=101", Notice::UnknownRate("101".into())),
        ("v=1&screen=sensitivity&note=ips-2018&at.salary=3&explain=net.total", Notice::UnknownDriver("salary".into())),
    ] {
        assert_eq!(open(link).notices, [notice], "{link}");
    }
}
