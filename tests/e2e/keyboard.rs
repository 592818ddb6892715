//! A reader without a mouse.

use engine::notes::Library;
use fantoccini::key::Key;
use serde_json::Value;

use crate::fonts::in_both_fonts;
use crate::page::{NOTE, Page};
use crate::patience::becomes;
use crate::server;

/// A number of tab stops that is larger than any page has.
const MOST_STOPS: usize = 400;

/// The element that has the focus, as the reader sees it.
struct Focus(Value);

impl Focus {
    #[track_caller]
    fn of(page: &Page) -> Self {
        Self(page.browser.look(include_str!("focus.js"), vec![]))
    }

    fn what(&self) -> String {
        self.0["what"].as_str().unwrap_or_default().to_owned()
    }

    fn is(&self, quality: &str) -> bool {
        self.0[quality] == true
    }
}

/// Presses Tab. Fails unless the element that then has the focus is visible and outlined.
#[track_caller]
fn tab(page: &Page) -> String {
    page.browser.press(Key::Tab);
    assert_focus_is_seen(page)
}

/// Presses Tab until a certain element has the focus.
#[track_caller]
fn tab_to(page: &Page, place: &str) {
    let mut stops = Vec::new();
    while stops.last().is_none_or(|stop| stop != place) {
        assert!(stops.len() < MOST_STOPS, "{place} is not among the stops {stops:?}");
        stops.push(tab(page));
    }
}

/// Presses Shift+Tab until a certain element has the focus.
#[track_caller]
fn tab_back(page: &Page) -> String {
    page.browser.press_with(Key::Shift, &Key::Tab);
    assert_focus_is_seen(page)
}

#[track_caller]
fn assert_focus_is_seen(page: &Page) -> String {
    let what = Focus::of(page).what();
    assert!(Focus::of(page).is("isOutlined"), "nothing shows that {what} has the focus");
    // The page may still be scrolling to it.
    page.wait_until(&format!("{what} is in view and nothing lies over it"), |page| Focus::of(page).is("isSeen"));
    what
}

#[test]
fn a_driver_is_changed_and_put_back_by_keyboard_alone() {
    let page = Page::open(NOTE);
    let published = page.every_number();
    // These two stand one below the other among the drivers that come first.
    tab_to(&page, "benefit text");
    for expected in ["benefit range", "benefit summary", "caseload text", "caseload range"] {
        assert_eq!(tab(&page), expected);
    }
    for _ in 0..5 {
        page.browser.press(Key::Left);
    }
    becomes("the caseload", || page.driver("caseload").value(), "20 borgere");
    assert_eq!(page.driver("caseload").text(), "20");
    assert_eq!(page.figure("Tjent hjem, alt medregnet").number, "2023");

    assert_eq!(tab_back(&page), "caseload text");
    page.browser.press_with(Key::Control, "a");
    page.browser.type_keys("22,5");
    becomes("the caseload", || page.driver("caseload").value(), "22,5 borgere");
    for expected in ["caseload range", "caseload summary", "caseload button"] {
        assert_eq!(tab(&page), expected);
    }
    page.browser.press(Key::Enter);
    becomes("the caseload", || page.driver("caseload").value(), "25 borgere");
    page.every_number().assert_same(&published);
    // The button has gone, and the focus has moved to its field.
    becomes("the focus", || Focus::of(&page).what(), "caseload text");
    assert_eq!(tab(&page), "caseload range");
    assert_eq!(tab(&page), "caseload summary");
    page.browser.press(Key::Enter);
    page.wait_until("the document is quoted", |page| page.browser.shows("[data-driver=caseload] q"));
    assert_eq!(page.driver("caseload").quotes(), ["ca. 25 ledige"]);
}

#[test]
fn the_focus_is_not_lost_with_a_button_that_goes_away_when_it_is_pressed() {
    let page = Page::open(NOTE);
    for button in ["button Luk", "button Tilbage til notatets tal", "citizens button"] {
        page.open_anew("v=1&note=ips-2018&citizens=120&salary=9");
        tab_to(&page, button);
        page.browser.press(Key::Enter);
        page.wait_until(&format!("{button} does something"), |page| {
            page.notices().is_empty() || page.driver("citizens").value() == "150 borgere"
        });
        page.wait_until(&format!("the focus is on something in view after {button}"), |page| {
            let focus = Focus::of(page);
            focus.is("isSeen") && !focus.is("isNowhere")
        });
    }
}

#[test]
fn the_focus_stays_on_the_language_that_is_chosen() {
    let page = Page::open(NOTE);
    let language = |page: &Page| page.browser.look("return document.documentElement.lang;", vec![]);
    for width in [1280, 360] {
        page.browser.resize((width, 740));
        page.open_anew("v=1&note=ips-2018");
        tab_to(&page, "a English");
        page.browser.press(Key::Enter);
        becomes("the language", || language(&page), &"en");
        becomes("the focus", || Focus::of(&page).what(), "a English");
        assert_eq!(tab_back(&page), "a Dansk");
        page.browser.press(Key::Enter);
        becomes("the language", || language(&page), &"da");
        becomes("the focus", || Focus::of(&page).what(), "a Dansk");
    }
}

#[test]
fn every_stop_of_the_tab_key_is_outlined_and_in_view_on_the_way_down_and_up() {
    in_both_fonts(|fonts| walk_down_and_up(&Page::open_with(fonts, "v=1&note=ips-2018&caseload=20&salary=9")));
}

/// A window in which the sticky answer takes up the most space: just wide enough for two columns, and low.
#[test]
fn every_stop_is_in_view_in_a_small_window_too() {
    in_both_fonts(|fonts| {
        let page = Page::open_with(fonts, "v=1&note=ips-2018&caseload=20&effect=12.5&salary=9");
        page.browser.resize((1024, 700));
        walk_down_and_up(&page);
    });
}

#[track_caller]
fn walk_down_and_up(page: &Page) {
    page.browser.look_at("details[data-group]", "elements.forEach((group) => { group.open = true; });", vec![]);
    let mut stops = Vec::new();
    loop {
        page.browser.press(Key::Tab);
        // After the last stop the focus leaves the page, or returns to the first stop.
        if Focus::of(page).is("isNowhere") || stops.first() == Some(&Focus::of(page).what()) {
            break;
        }
        stops.push(assert_focus_is_seen(page));
        assert!(stops.len() < MOST_STOPS, "the focus goes round and round: {stops:?}");
    }
    let ids = page.driver_ids();
    let missing = |part: &str| ids.iter().map(|id| format!("{id} {part}")).filter(|stop| !stops.contains(stop)).count();
    assert_eq!(["text", "range", "summary"].map(missing), [0; 3], "the stops are {stops:?}");
    for stop in ["button Luk", "caseload button", "a Regnestykket", "summary Tallene i figuren som tabel"] {
        assert!(stops.contains(&stop.to_owned()), "{stop} is not among {stops:?}");
    }
    // Scrolling up differs from scrolling down: the focused element must end up below the sticky answer.
    for stop in stops.iter().rev() {
        assert_eq!(&tab_back(page), stop);
    }
}

#[test]
fn the_first_stop_skips_to_the_answer_and_leaves_the_address_alone() {
    let page = Page::open("v=1&note=ips-2018&caseload=20");
    assert_eq!(tab(&page), "a Gå til svaret");
    page.browser.press(Key::Enter);
    page.wait_until("the focus has moved", |page| Focus::of(page).what() != "a Gå til svaret");
    assert_eq!(page.address(), Page::address_of("v=1&note=ips-2018&caseload=20"));
    tab_to(&page, "button Tilbage til notatets tal");
    assert_eq!(tab(&page), "effect text", "after what was changed come the drivers");
}

/// The most stops of the Tab key up to the answer, or to what follows one without numbers to press, and up to the first driver.
const STOPS_TO_ANSWER: usize = 12;
const STOPS_TO_DRIVER: usize = 25;

#[test]
fn the_answer_and_the_first_driver_are_few_stops_away() {
    const PASSED: &str = "const { activeElement } = document;
        const isPast = element.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING;
        return [isPast !== 0, activeElement.closest('[data-driver]') !== null];";
    let library = Library::embedded().unwrap();
    let lent = ["v=1&note=bi10-2026&lent=ips-2018".to_owned()];
    let links = library.notes().map(|note| format!("v=1&note={}", note.variant.id)).chain(lent);
    let links: Vec<String> = links.collect();
    for width in [1280, 1440, 1000, 500] {
        let page = Page::open(NOTE);
        page.browser.resize((width, 800));
        for link in &links {
            page.open_anew(link);
            let (mut to_answer, mut to_driver) = (None, None);
            let mut stops = Vec::new();
            while to_driver.is_none() {
                assert!(stops.len() < MOST_STOPS, "{link} has no driver among {stops:?}");
                page.browser.press(Key::Tab);
                stops.push(Focus::of(&page).what());
                let passed = page.browser.look_at("#answer", PASSED, vec![]);
                to_answer = to_answer.or_else(|| (passed[0] == true).then_some(stops.len()));
                to_driver = (passed[1] == true).then_some(stops.len());
            }
            assert!(
                to_answer <= Some(STOPS_TO_ANSWER),
                "{link}, {width}: the answer is stop {to_answer:?} of {stops:?}"
            );
            assert!(to_driver <= Some(STOPS_TO_DRIVER), "{link}, {width}: a driver is stop {to_driver:?} of {stops:?}");
        }
    }
}

#[test]
fn the_arrow_keys_lead_along_a_toolbar_which_is_one_stop() {
    let page = Page::open("v=1&note=bi07-2022-b");
    let press = |key: Key| {
        page.browser.press(key);
        assert_focus_is_seen(&page)
    };
    tab_to(&page, "a Regnestykket");
    assert_eq!(press(Key::Right), "a Sammenlign");
    assert_eq!(press(Key::Left), "a Regnestykket");
    assert_eq!(press(Key::Left), "button to-embed-offer", "the row goes round");
    assert_eq!(press(Key::Right), "a Regnestykket");
    assert_eq!(press(Key::End), "button to-embed-offer");
    assert_eq!(press(Key::Home), "a Regnestykket");
    assert_eq!(tab(&page), "a Alle tilsammen", "of the choices the stop is what is chosen");
    assert_eq!(press(Key::Right), "a udgave a");
    assert_eq!(press(Key::Right), "a udgave b");
    assert_eq!(press(Key::Right), "button Som notatet");
    assert_eq!(press(Key::Right), "button Fx 20 borgere pr. konsulent");
    page.browser.press(Key::Enter);
    page.wait_until("the scenario is chosen", |page| page.driver("caseload").value() == "20 borgere");
    assert_eq!(Focus::of(&page).what(), "button Fx 20 borgere pr. konsulent", "the focus stays");
    assert_eq!(tab(&page), "button Fortryd", "what takes it back is a stop of its own");
    assert_eq!(press(Key::Right), "button Fortryd", "and no part of the row");
    assert_eq!(tab_back(&page), "a Alle tilsammen");
}

#[test]
fn the_choices_are_one_stop_in_an_iframe_too() {
    let page = Page::open_address(&format!("{}/?embed=calculator#v=1&note=bi07-2022-b", server::origin()));
    tab_to(&page, "a Alle tilsammen");
    assert_eq!(tab(&page), "caseload text");
}

/// A system that replaces all colours, and one that asks for less movement.
#[test]
fn the_way_is_seen_in_forced_colours_and_nothing_moves_by_itself() {
    const MOVING: &str = "return document.getAnimations().length;";
    let page = Page::open("v=1&note=ips-2018&caseload=20");
    page.browser.prefer("forced-colors", "active");
    for _ in 0..12 {
        tab(&page);
    }
    page.driver("effect").slide_by_key(Key::Right, 3);
    page.wait_until("the effect has moved", |page| page.driver("effect").value() != "25 %");
    assert_eq!(page.browser.look(MOVING, vec![]), 0);
}
