//! A reader asks how a number is computed.

use fantoccini::key::Key;

use crate::page::{NOTE, Page};
use crate::patience::becomes;

const BENEFITS: &str = "#table-line\\.benefits\\.2019";
const TITLE: &str = "#explanation-title";

fn is_focused(page: &Page, css: &str) -> bool {
    page.browser.look("return document.activeElement === document.querySelector(arguments[0]);", vec![css.into()])
        == true
}

#[test]
fn a_cell_opens_its_calculation_where_it_stands_and_escape_closes_it() {
    let page = Page::open(NOTE);
    page.browser.click(BENEFITS);
    becomes("the explanation", || page.text(TITLE), "Kortere ledighed, sparet ydelse, 2019: −4.406 t.kr.");
    assert_eq!(
        page.texts(".explanation .formula"),
        ["150 borgere × 25 % × 117.490 kr. = 4.405.875 kr.", "Afrundet til hele tusinder: 4.406 t.kr."]
    );
    let printed = page.text(".explanation .printed");
    assert!(
        printed.starts_with("I notatet står −4.406 t.kr. (afsnit 1.1, rækken ”Reducerede ydelsesudgift"),
        "{printed}"
    );
    assert!(page.texts(".explanation q").contains(&"25 pct. af borgerne fra år 2".to_owned()));
    assert!(
        page.browser
            .look("return document.querySelector('tr[data-line=benefits] + tr .explanation') !== null;", vec![])
            == true
    );
    let link = format!("{NOTE}&explain=line.benefits.2019");
    becomes("the address", || page.address(), &Page::address_of(&link));
    page.wait_until("the focus is in the explanation", |page| is_focused(page, ".explanation"));
    page.browser.press(Key::Escape);
    becomes("the explanation", || page.text(TITLE), "");
    page.wait_until("the focus is back on the number", |page| is_focused(page, BENEFITS));
    becomes("the address", || page.address(), &Page::address_of(NOTE));
    page.assert_quiet();
}

#[test]
fn an_explanation_is_a_link_and_follows_the_readers_changes() {
    let page = Page::open("v=1&note=ips-2018&effect=20&explain=line.benefits.2019");
    assert_eq!(page.text(".explanation .formula"), "150 borgere × 20 % × 117.490 kr. = 3.524.700 kr.");
    assert!(page.text(".explanation .behind").contains("ændret af dig (notatet: 25 %)"));
    page.driver("effect").type_in("10");
    becomes("the formula", || page.text(".explanation .formula"), "150 borgere × 10 % × 117.490 kr. = 1.762.350 kr.");
}

#[test]
fn every_part_of_a_sum_can_be_asked_about_in_turn() {
    let page = Page::open(NOTE);
    page.browser.click("#figures-payback\\.total");
    becomes("the explanation", || page.text(TITLE), "Tjent hjem: 2021 (4. år)");
    page.browser.click(".explanation #figures-cumulative\\.total\\.2021");
    becomes(
        "the explanation",
        || page.text(TITLE),
        "Udgifter minus besparelser, lagt sammen til og med 2021: −54 t.kr.",
    );
    page.browser.click(".explanation #figures-net\\.total\\.2018");
    becomes("the explanation", || page.text(TITLE), "Udgifter minus besparelser, 2018: 2.073 t.kr.");
    page.browser.click(".explanation #figures-savings\\.total\\.2018");
    becomes("the explanation", || page.text(TITLE), "Besparelser, 2018: −2.781 t.kr.");
    page.browser.click(".explanation #figures-line\\.benefits\\.2018");
    becomes(
        "the formula",
        || page.text(".explanation .formula"),
        "150 borgere × 12,5 % × 117.490 kr. = 2.202.937,5 kr.",
    );
}

#[test]
fn every_number_of_the_tables_and_key_figures_opens_something() {
    const ALL: &str = "return [...document.querySelectorAll('.number-link')].map((number) => number.id);";
    for note in ["ips-2018", "bi10-2026"] {
        let page = Page::open(&format!("v=1&note={note}"));
        let numbers = crate::page::strings(&page.browser.look(ALL, vec![]));
        assert!(numbers.len() > 60, "{numbers:?}");
        // A number outside a link would have no explanation.
        assert_eq!(
            page.browser.look(
                "return document.querySelectorAll('.budget tbody td:not([colspan]):not(:has(.number-link))').length;",
                vec![]
            ),
            0
        );
        for id in numbers.iter().step_by(7) {
            page.browser.look("document.getElementById(arguments[0]).click();", vec![id.as_str().into()]);
            page.wait_until(&format!("{id} is explained"), |page| {
                let open = page.browser.look(
                    "return document.getElementById(arguments[0])?.getAttribute('aria-expanded');",
                    vec![id.as_str().into()],
                );
                open == "true" && !page.text(TITLE).is_empty()
            });
        }
        page.assert_quiet();
    }
}

#[test]
fn an_explanation_that_no_note_has_is_said() {
    let page = Page::open("v=1&note=ips-2018&explain=line.nothing.2019");
    assert_eq!(page.notices(), ["Notatet har intet tal med navnet ”line.nothing.2019” at forklare."]);
}

#[test]
fn the_point_of_payback_in_the_chart_explains_itself() {
    let page = Page::open(NOTE);
    page.browser.look("document.querySelector('.cumulative .drawing a').focus();", vec![]);
    page.browser.press(Key::Enter);
    becomes("the explanation", || page.text(TITLE), "Tjent hjem: 2021 (4. år)");
    assert_eq!(page.texts(".explanation .steps .parts li").len(), 4, "a line for each year that it took");
}

/// Numbers of scenarios other than the reader's own: what is pressed to reach each, and what its explanation says.
#[test]
fn a_number_of_any_scenario_opens_where_it_stands_and_is_a_link() {
    for (link, section, title) in [
        (
            "v=1&screen=sensitivity&note=ips-2018&at.effect=20&explain=net.total",
            ".tornado",
            "Udgifter minus besparelser, alle år: 1.947 t.kr.",
        ),
        (
            "v=1&screen=sensitivity&note=ips-2018&at.effect=20&explain=payback.total",
            ".limits",
            "Tjent hjem: 2024 (7. år, kun ved resteffekten)",
        ),
        (
            "v=1&screen=sensitivity&note=ips-2018&at.caseload=20&at.effect=20&explain=payback.total",
            ".map",
            "Tjent hjem: 2026 (9. år, kun ved resteffekten)",
        ),
        (
            "v=1&screen=compare&note=ips-2018&caseload=20&with.note=ips-2018&with.explain=payback.total",
            ".figures-apart",
            "Tjent hjem: 2021 (4. år)",
        ),
        (
            "v=1&screen=compare&note=ips-2018&caseload=20&with.note=ips-2018&apart=line.ips-team",
            ".rows-apart",
            "Forskel · IPS-team, alle år: +2.232 t.kr.",
        ),
        (
            "v=1&screen=compare&note=ips-2018&caseload=20&with.note=ips-2018&explain=driver.caseload",
            ".drivers-apart",
            "Sagsstamme: borgere pr. konsulent: 20 borgere",
        ),
        (
            "v=1&screen=method&note=ips-2018&explain=payback.total.interpolated",
            ".conventions",
            "Tjent hjem · med brøkdele: 3,92 år",
        ),
        ("v=1&screen=overview&note=ips-2018&explain=cost.ips.2018", ".band", "Udgift, 2018: 4.854 t.kr."),
    ] {
        let page = Page::open(link);
        page.wait_until(&format!("{link} opens"), |page| !page.text(TITLE).is_empty());
        assert_eq!(page.text(TITLE), title, "{link}");
        let place = "const open = document.querySelector('.explanation');
            return open.closest('section').querySelector(arguments[0]) !== null || open.closest(arguments[0]) !== null;";
        assert!(page.browser.look(place, vec![section.into()]) == true, "{link} does not open in {section}");
        assert_eq!(page.notices(), [""; 0], "{link}");
        assert_eq!(page.barriers(), [""; 0], "{link}");
        page.assert_quiet();
    }
}

#[test]
fn every_number_of_the_other_screens_opens_something() {
    const ALL: &str = "document.querySelectorAll('details').forEach((more) => { more.open = true; });
        return [...document.querySelectorAll('.number-link')].map((number) => number.id);";
    for (link, least) in [
        ("v=1&screen=sensitivity&note=ips-2018&caseload=20", 80),
        ("v=1&screen=compare&note=ips-2018&caseload=20&with.note=ips-2018", 60),
        ("v=1&screen=compare&note=bi07-2022-a&with.note=bi11-2026-s1", 40),
        ("v=1&screen=method&rate=3.5", 40),
        ("v=1", 20),
    ] {
        let page = Page::open(link);
        let numbers = crate::page::strings(&page.browser.look(ALL, vec![]));
        assert!(numbers.len() >= least, "{link} has {} numbers", numbers.len());
        let mut unique = numbers.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), numbers.len(), "{link} has an id twice");
        for id in numbers.iter().step_by(numbers.len() / 8) {
            page.browser.look("document.getElementById(arguments[0]).click();", vec![id.as_str().into()]);
            page.wait_until(&format!("{id} of {link} is explained"), |page| {
                let open = page.browser.look(
                    "return document.getElementById(arguments[0])?.getAttribute('aria-expanded');",
                    vec![id.as_str().into()],
                );
                open == "true" && !page.text(TITLE).is_empty()
            });
        }
        page.assert_quiet();
    }
}
