//! Accessibility: axe finds no fault by WCAG 2.2 up to level AA, in every state of the page that readers meet.

use crate::find::disclosure;
use crate::page::{NOTE, Page};
use crate::patience::becomes;

#[test]
fn nothing_bars_the_way_on_the_page_as_it_opens() {
    assert_eq!(Page::open(NOTE).barriers(), [""; 0]);
}

#[test]
fn nothing_bars_the_way_with_changes_and_an_open_provenance() {
    let page = Page::open("v=1&note=ips-2018&caseload=20&effect=12.5&posts=half");
    page.driver("caseload").open_provenance();
    page.driver("benefit").open_provenance();
    page.browser.click(disclosure("Tallene i figuren som tabel"));
    assert_eq!(page.driver("caseload").quotes(), ["ca. 25 ledige"]);
    assert_eq!(page.barriers(), [""; 0]);
}

#[test]
fn nothing_bars_the_way_with_a_message_and_a_broken_link() {
    let page = Page::open("v=1&note=ips-2018&salary=9");
    page.driver("caseload").type_in("mange");
    let message = "Det kan ikke læses som et tal. Skriv f.eks. 12. Der regnes stadig med 25 borgere.";
    becomes("the message", || page.driver("caseload").message(), message);
    assert_eq!(page.barriers(), [""; 0]);
}

/// A link to every screen, with everything open that the link can open.
const STATES: [&str; 7] = [
    "v=1",
    "v=1&note=ips-2018&caseload=20&seen-from=sud&explain=line.benefits.2019",
    "v=1&note=bi10-2026&lent=ips-2018&explain=per-citizen.ips",
    "v=1&note=ips-2018&caseload=20&across=effect&up=caseload",
    "v=1&screen=compare&note=bi11-2026-s1&with.note=bi11-2026-s2",
    "v=1&screen=findings",
    "v=1&screen=method",
];

#[track_caller]
fn nothing_bars_the_way(prefer_dark: bool, language: &str) {
    let page = Page::open("");
    if prefer_dark {
        page.browser.prefer("prefers-color-scheme", "dark");
    }
    for state in STATES {
        page.open_anew(&format!("{state}{language}"));
        page.unfold();
        assert_eq!(page.barriers(), [""; 0], "{state}{language}, dark: {prefer_dark}");
    }
}

#[test]
fn nothing_bars_the_way_on_any_screen_in_danish() {
    nothing_bars_the_way(false, "");
}

#[test]
fn nothing_bars_the_way_on_any_screen_in_english() {
    nothing_bars_the_way(false, "&lang=en");
}

#[test]
fn nothing_bars_the_way_in_the_dark() {
    nothing_bars_the_way(true, "");
}
