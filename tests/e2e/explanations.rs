//! A reader asks how a number is computed.

use std::collections::BTreeSet;

use fantoccini::key::Key;

use crate::find::{Find, drawing, element, explanation, numbers, part, region};
use crate::page::{NOTE, Page, strings};
use crate::patience::becomes;

const BENEFITS: &str = "#table-line\\.benefits\\.2019";
const TITLE: &str = "#explanation-title";

/// A number with this id in the open explanation.
fn number(id: &str) -> Find {
    element(&format!("[id='{id}']")).inside(explanation())
}

/// The formulas of the open explanation.
fn formulas() -> Find {
    part("formula").inside(explanation())
}

fn is_focused(page: &Page, what: impl Into<Find>) -> bool {
    page.browser.look_at(what, "return document.activeElement === element;", vec![]) == true
}

/// The ids of all numbers.
#[track_caller]
fn number_ids(page: &Page) -> Vec<String> {
    strings(&page.browser.look_at(numbers(), "return elements.map((number) => number.id);", vec![]))
}

/// Presses a number, and waits until it is explained.
#[track_caller]
fn assert_explains(page: &Page, id: &str) {
    const OPEN: &str = "return element?.getAttribute('aria-expanded') ?? null;";
    let number = format!("[id='{id}']");
    page.browser.look_at(number.clone(), "element.click();", vec![]);
    page.wait_until(&format!("{id} is explained"), |page| {
        page.browser.look_at(number.clone(), OPEN, vec![]) == "true" && !page.text(TITLE).is_empty()
    });
}

#[test]
fn a_cell_opens_its_calculation_where_it_stands_and_escape_closes_it() {
    let page = Page::open(NOTE);
    page.browser.click(BENEFITS);
    becomes("the explanation", || page.text(TITLE), "Kortere ledighed, sparet kontanthjælp, 2019: −4.406 t.kr.");
    assert_eq!(
        page.texts(formulas()),
        ["150 borgere × 25 % × 117.490 kr. = 4.405.875 kr.", "Afrundet til hele tusinder: 4.406 t.kr."]
    );
    let printed = page.text(part("printed").inside(explanation()));
    assert!(
        printed.starts_with("I notatet står −4.406 t.kr. (afsnit 1.1, rækken ”Reducerede ydelsesudgift"),
        "{printed}"
    );
    assert!(page.texts(element("q").inside(explanation())).contains(&"25 pct. af borgerne fra år 2".to_owned()));
    let below = explanation().inside("tr[data-line=benefits] + tr");
    assert!(!page.text(below).is_empty(), "it opens below its row");
    let link = format!("{NOTE}&explain=line.benefits.2019");
    becomes("the address", || page.address(), &Page::address_of(&link));
    page.wait_until("the focus is in the explanation", |page| is_focused(page, explanation()));
    page.browser.press(Key::Escape);
    becomes("the explanation", || page.text(TITLE), "");
    page.wait_until("the focus is back on the number", |page| is_focused(page, BENEFITS));
    becomes("the address", || page.address(), &Page::address_of(NOTE));
    page.assert_quiet();
}

#[test]
fn an_explanation_is_a_link_and_follows_the_readers_changes() {
    let page = Page::open("v=1&note=ips-2018&effect=20&explain=line.benefits.2019");
    assert_eq!(page.text(formulas()), "150 borgere × 20 % × 117.490 kr. = 3.524.700 kr.");
    assert!(page.text(part("behind").inside(explanation())).contains("ændret af dig (notatet: 25 %)"));
    page.driver("effect").type_in("10");
    becomes("the formula", || page.text(formulas()), "150 borgere × 10 % × 117.490 kr. = 1.762.350 kr.");
}

#[test]
fn every_part_of_a_sum_can_be_asked_about_in_turn() {
    let page = Page::open(NOTE);
    page.browser.click("#figures-payback\\.total");
    becomes("the explanation", || page.text(TITLE), "Tjent hjem: 2021 (4. år)");
    page.browser.click(number("figures-cumulative.total.2021"));
    becomes(
        "the explanation",
        || page.text(TITLE),
        "Udgifter minus besparelser, lagt sammen til og med 2021: −54 t.kr.",
    );
    page.browser.click(number("figures-net.total.2018"));
    becomes("the explanation", || page.text(TITLE), "Udgifter minus besparelser, 2018: 2.073 t.kr.");
    page.browser.click(number("figures-savings.total.2018"));
    becomes("the explanation", || page.text(TITLE), "Besparelser, 2018: −2.781 t.kr.");
    page.browser.click(number("figures-line.benefits.2018"));
    becomes("the formula", || page.text(formulas()), "150 borgere × 12,5 % × 117.490 kr. = 2.202.937,5 kr.");
}

#[test]
fn every_number_of_the_tables_and_key_figures_opens_something() {
    for note in ["ips-2018", "bi10-2026"] {
        let page = Page::open(&format!("v=1&note={note}"));
        let ids = number_ids(&page);
        assert!(ids.len() > 60, "{ids:?}");
        // A number outside a link would have no explanation.
        let cells = element("tbody td:not([colspan])").inside(region("table-title"));
        let unexplained = "return elements.filter((cell) => find(given[0], cell).length === 0).length;";
        assert_eq!(page.browser.look_at(cells, unexplained, vec![numbers().steps()]), 0);
        for id in ids.iter().step_by(7) {
            assert_explains(&page, id);
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
    page.browser.look_at(element("a").inside(drawing("chart-title")), "element.focus();", vec![]);
    page.browser.press(Key::Enter);
    becomes("the explanation", || page.text(TITLE), "Tjent hjem: 2021 (4. år)");
    assert_eq!(page.texts(element("ol ul li").inside(explanation())).len(), 4, "a line for each year that it took");
}

/// Numbers of scenarios other than the reader's own: what is pressed to reach each, and what its explanation says.
#[test]
fn a_number_of_any_scenario_opens_where_it_stands_and_is_a_link() {
    for (link, section, title) in [
        (
            "v=1&screen=sensitivity&note=ips-2018&at.effect=20&explain=net.total",
            "tornado-title",
            "Udgifter minus besparelser, alle år: 1.947 t.kr.",
        ),
        (
            "v=1&screen=sensitivity&note=ips-2018&at.effect=20&explain=payback.total",
            "limits-title",
            "Tjent hjem: 2024 (7. år, først efter indsatsen, hvis nogle bliver i job)",
        ),
        (
            "v=1&screen=sensitivity&note=ips-2018&at.caseload=20&at.effect=20&explain=payback.total",
            "map-title",
            "Tjent hjem: 2026 (9. år, først efter indsatsen, hvis nogle bliver i job)",
        ),
        // Nothing is saved in these, so the page does not say what it takes to be paid back.
        ("v=1&note=bi10-2026&at.effect=20&explain=payback.total", "tornado-title", "Tjent hjem: ingen besparelser"),
        (
            "v=1&screen=compare&note=ips-2018&caseload=20&with.note=ips-2018&with.explain=payback.total",
            "figures-apart",
            "Tjent hjem: 2021 (4. år)",
        ),
        (
            "v=1&screen=compare&note=ips-2018&caseload=20&with.note=ips-2018&apart=line.ips-team",
            "rows-apart",
            "Forskel · IPS-team, alle år: +2.232 t.kr.",
        ),
        (
            "v=1&screen=compare&note=ips-2018&caseload=20&with.note=ips-2018&explain=driver.caseload",
            "assumptions-apart",
            "Borgere pr. konsulent (sagsstamme): 20 borgere",
        ),
        (
            "v=1&screen=method&note=ips-2018&explain=payback.total.interpolated",
            "payback",
            "Tjent hjem · med brøkdele: 3,92 år",
        ),
        ("v=1&screen=overview&note=ips-2018&explain=cost.ips.2018", "band-ips", "Udgift, 2018: 4.854 t.kr."),
    ] {
        let page = Page::open(link);
        page.wait_until(&format!("{link} opens"), |page| !page.text(TITLE).is_empty());
        assert_eq!(page.text(TITLE), title, "{link}");
        let there = explanation().inside(region(section));
        assert!(!page.text(there).is_empty(), "{link} does not open in {section}");
        assert_eq!(page.notices(), [""; 0], "{link}");
        assert_eq!(page.barriers(), [""; 0], "{link}");
        page.assert_quiet();
    }
}

#[test]
fn every_number_of_the_other_screens_opens_something() {
    for (link, least) in [
        ("v=1&note=ips-2018&caseload=20&across=effect&up=caseload", 80),
        ("v=1&screen=compare&note=ips-2018&caseload=20&with.note=ips-2018", 60),
        ("v=1&screen=compare&note=bi07-2022-a&with.note=bi11-2026-s1", 40),
        ("v=1&screen=method&rate=3.5", 40),
        ("v=1", 20),
    ] {
        let page = Page::open(link);
        let ids = number_ids(&page);
        page.unfold();
        assert!(ids.len() >= least, "{link} has {} numbers", ids.len());
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{link} has an id twice");
        for id in ids.iter().step_by(ids.len() / 8) {
            assert_explains(&page, id);
        }
        page.assert_quiet();
    }
}
