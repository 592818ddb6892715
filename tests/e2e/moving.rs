//! A reader moves about: to other screens and back, and back from what was changed.

use crate::find::{Find, button, disclosure, driver, element, link, part, way_to};
use crate::fonts::Fonts;
use crate::page::{NOTE, Page};
use crate::patience::becomes;
use fantoccini::key::Key;

const BACK_TO_NOTE: &str = "Tilbage til notatets tal";
const BACK_TO_LINK: &str = "Tilbage til det, linket viste";

/// The button that takes the last step back, in the row of the note's scenarios.
fn take_back() -> Find {
    button("Fortryd").beside(part("presets"))
}

impl Page {
    /// How far the page is scrolled, and the text of what has the focus.
    #[track_caller]
    fn place(&self) -> (i64, String) {
        const PLACE: &str =
            "return [Math.round(scrollY), document.activeElement.textContent.replaceAll('\\u00ad', '').trim()];";
        let place = self.browser.look(PLACE, vec![]);
        (place[0].as_i64().unwrap(), place[1].as_str().unwrap().to_owned())
    }

    /// Scrolls to something, and follows it as a link without a move of the mouse. Returns how far the page was scrolled then.
    #[track_caller]
    fn follow_from_there(&self, way: impl Into<Find>) -> i64 {
        const PRESS: &str = "element.scrollIntoView({ block: 'center', behavior: 'instant' });
            element.focus({ preventScroll: true });
            const top = Math.round(scrollY);
            element.click();
            return top;";
        self.browser.look_at(way, PRESS, vec![]).as_i64().unwrap()
    }

    #[track_caller]
    fn is_at_the_top_of(&self, heading: &str) {
        becomes(&format!("the place on {heading}"), || self.place(), &(0, heading.to_owned()));
        let is_heading = self.browser.look("return document.activeElement.localName;", vec![]);
        assert_eq!(is_heading, "h1", "{heading}");
    }

    #[track_caller]
    fn caseload(&self, expected: &str) {
        becomes("the caseload", || self.driver("caseload").value(), expected);
    }
}

#[test]
fn every_screen_starts_at_its_top_with_the_focus_on_its_heading() {
    let page = Page::open_on_a_phone(Fonts::Narrow, 360, "");
    assert!(page.follow_from_there(way_to("bi10-2026")) > 0);
    page.is_at_the_top_of("IPS Rusmiddel");
    for (way, heading) in [
        (element("a[data-note=ips-2018]"), "Job og rusmiddelbehandling"),
        (link("Sammenlign"), "Job og rusmiddelbehandling"),
        (link("Modsigelser"), "Modsigelser"),
        (link("Metode og kilder"), "Metode og kilder"),
    ] {
        // From the foot of a screen, wherever the way stands.
        page.browser.look("scrollTo(0, document.body.scrollHeight);", vec![]);
        page.browser.look_at(way, "element.click();", vec![]);
        page.wait_until(heading, |page| page.text("main h1").replace('\u{ad}', "") == heading && page.place().0 == 0);
        becomes("what has the focus", || page.place(), &(0, heading.to_owned()));
    }
    page.assert_quiet();
}

#[test]
fn going_back_finds_the_place_what_was_open_and_the_link_that_was_followed() {
    const OPEN: &str =
        "return elements.filter((more) => more.open).map((more) => more.querySelector('summary').textContent);";
    // In an iframe, the history is that of the page around it.
    let page = Page::open("v=1&note=ips-2018&caseload=20");
    for closed in [element("summary").inside(driver("caseload")), disclosure("Om notatet")] {
        page.browser.click(closed);
    }
    let open = |page: &Page| page.browser.look_at("main details", OPEN, vec![]);
    let opened = open(&page);
    assert!(opened.as_array().unwrap().len() >= 2, "{opened}");
    let way = "a[data-note=bi10-2026]";
    let name = page.text(way);
    let top = page.follow_from_there(way);
    assert!(top > 2000, "{top}");
    page.is_at_the_top_of("IPS Rusmiddel, veteraner og sundhed");
    page.browser.back();
    page.wait_until("the note is open again", |page| {
        page.text("main h1").replace('\u{ad}', "") == "Job og rusmiddelbehandling"
    });
    page.caseload("20 borgere");
    // What was opened may be a line higher or lower than it was.
    page.wait_until("the place is found again", |page| {
        let (now, focused) = page.place();
        (now - top).abs() < 50 && focused == name
    });
    becomes("what is open", || open(&page), &opened);
    page.browser.look("history.forward();", vec![]);
    page.wait_until("the other note is open", |page| {
        page.place() == (0, "IPS Rusmiddel, veteraner og sundhed".to_owned())
    });
    // Loading the page again keeps its place too.
    page.browser.look("scrollTo(0, 700);", vec![]);
    page.reload();
    becomes("the place after loading again", || page.place().0, &700);
}

#[test]
fn another_effort_of_the_note_leaves_the_reader_where_they_are() {
    let page = Page::open_on_a_phone(Fonts::Narrow, 360, "v=1&note=bi10-2026");
    for (effort, title) in [("Veteranindsatsen", "Veteranindsatsen"), ("Alle tilsammen", "")] {
        let top = page.follow_from_there(link(effort));
        page.wait_until("the other effort", |page| {
            page.browser.look_at(link(effort), "return element.getAttribute('aria-current');", vec![]) == "true"
        });
        becomes("the place", || page.place(), &(top, effort.to_owned()));
        if !title.is_empty() {
            assert_eq!(page.text("main h1").replace('\u{ad}', ""), title);
        }
    }
}

#[test]
fn what_takes_the_place_of_a_calculation_is_taken_back_by_going_back() {
    let page = Page::open(NOTE);
    let preset = element("button").inside(part("presets"));
    let replacements: [(&str, Find); 2] = [("a scenario of the note", preset), (BACK_TO_NOTE, button(BACK_TO_NOTE))];
    for (what, way) in replacements {
        page.open_anew(NOTE);
        page.driver("caseload").type_in("21");
        page.caseload("21 borgere");
        page.browser.click(way);
        page.caseload("25 borgere");
        page.wait_until("an entry of its own", |page| !page.address().contains("caseload"));
        page.browser.back();
        page.caseload("21 borgere");
        assert_eq!(page.address(), Page::address_of("v=1&note=ips-2018&caseload=21"), "{what}");
    }
    page.assert_quiet();
}

#[test]
fn going_back_after_a_way_to_another_part_of_the_screen_takes_no_change_back() {
    let page = Page::open(NOTE);
    page.driver("caseload").type_in("21");
    page.caseload("21 borgere");
    page.browser.click(element("button").inside(part("presets")));
    page.caseload("25 borgere");
    page.wait_until("an entry of its own", |page| !page.address().contains("caseload"));
    for way in ["Citér", "Excel", "Indlejr"] {
        let top = page.follow_from_there(button(way));
        page.wait_until(way, |page| page.place().0 > top + 500);
        page.browser.back();
        becomes("the place that was left", || page.place(), &(top, way.to_owned()));
        page.caseload("25 borgere");
        page.browser.look("history.forward();", vec![]);
        page.wait_until(way, |page| page.place().0 > top + 500);
        page.browser.back();
        becomes("the place that was left", || page.place().0, &top);
    }
    page.browser.back();
    page.caseload("21 borgere");
    page.assert_quiet();
}

#[test]
fn every_step_is_taken_back_one_by_one() {
    let page = Page::open(NOTE);
    assert!(!page.browser.shows(take_back()), "there is nothing to take back");
    let effect = page.driver("effect").value();
    page.driver("caseload").type_in("21");
    page.caseload("21 borgere");
    page.driver("effect").slide_by_key(Key::Right, 3);
    page.wait_until("the effect has moved", |page| page.driver("effect").value() != effect);
    let moved = page.driver("effect").value();
    page.browser.click(element("button").inside(part("presets")));
    page.caseload("25 borgere");
    page.browser.click(take_back());
    page.caseload("21 borgere");
    assert_eq!(page.driver("effect").value(), moved, "a scenario of the note gives back all that it replaced");
    page.browser.click(take_back());
    becomes("the effect", || page.driver("effect").value(), &effect);
    assert_eq!(page.driver("caseload").value(), "21 borgere");
    page.browser.click(take_back());
    page.caseload("25 borgere");
    page.wait_until("nothing more to take back", |page| !page.browser.shows(take_back()));
}

#[test]
fn one_press_leads_to_what_the_link_showed() {
    let page = Page::open("v=1&note=ips-2018&caseload=20");
    page.driver("caseload").type_in("15");
    page.caseload("15 borgere");
    page.driver("effect").type_in("12");
    page.browser.click(button(BACK_TO_LINK));
    page.caseload("20 borgere");
    becomes("the address", || page.address(), &Page::address_of("v=1&note=ips-2018&caseload=20"));
    page.wait_until("the way has served", |page| !page.browser.shows(button(BACK_TO_LINK)));
}

#[test]
fn two_links_at_the_top_lead_to_the_answer_and_to_the_drivers() {
    const DRIVER: &str = "return document.activeElement.closest('[data-driver]') !== null;";
    for link in [NOTE, "v=1&note=bi10-2026", "v=1&note=bi11-2026-s1&lang=da"] {
        let page = Page::open(link);
        page.browser.press(Key::Tab);
        assert_eq!(page.place().1, "Gå til svaret");
        page.browser.press(Key::Tab);
        assert_eq!(page.place().1, "Gå til forudsætningerne");
        page.browser.press(Key::Enter);
        becomes("what has the focus", || page.place().1, "Forudsætninger");
        page.browser.press(Key::Tab);
        assert_eq!(page.browser.look(DRIVER, vec![]), true, "{link}: the next stop is a driver");
    }
    let page = Page::open("v=1&screen=method");
    page.browser.press(Key::Tab);
    assert_eq!(page.place().1, "Gå til indholdet", "where there is no answer, no link promises one");
}
