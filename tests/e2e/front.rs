//! The front answers, and leads on.

use crate::find::{button, element, link, part};
use crate::fonts::Fonts;
use crate::page::Page;
use crate::patience::becomes;

const SHARE: &str = "input[type=range][data-part=share]";
const SLIDE: &str = "element.value = given[0]; element.dispatchEvent(new Event('input', { bubbles: true }));";

#[test]
fn the_share_that_is_moved_on_the_front_goes_along_into_the_calculator() {
    let page = Page::open("");
    assert_eq!(page.text("h1"), "Hvad får København for 7,88 mio. kr. om året?");
    let said = || page.text(part("of-hundred"));
    assert!(said().starts_with("Målet: 50 af 100 af dem, der har afsluttet indsatsen,"), "{}", said());
    page.browser.look_at(SHARE, SLIDE, vec!["30".into()]);
    page.wait_until("the dots follow", |page| page.text(part("of-hundred")).starts_with("Dit bud: 30 af 100"));
    page.browser.click(button("Målt: 47 %"));
    page.wait_until("the measured share is shown", |page| page.text(part("of-hundred")).starts_with("Målt: 47 af 100"));
    assert!(!said().contains("har afsluttet"), "it was measured of others than the target is about: {}", said());
    page.browser.click(link("Regn videre"));
    becomes("the effort", || page.text("main h1"), "IPS Rusmiddel");
    assert_eq!(page.driver("effect").value(), "47 %");
    page.assert_quiet();
}

#[test]
fn the_share_on_the_front_is_where_it_was_for_whoever_comes_back() {
    let page = Page::open("");
    page.browser.look_at(SHARE, SLIDE, vec!["30".into()]);
    page.wait_until("the dots follow", |page| page.text(part("of-hundred")).starts_with("Dit bud: 30 af 100"));
    page.browser.click(link("Regn videre"));
    becomes("the effort", || page.text("main h1"), "IPS Rusmiddel");
    page.browser.back();
    page.wait_until("the share is there again", |page| page.text(part("of-hundred")).starts_with("Dit bud: 30 af 100"));
    page.reload();
    page.wait_until("after a reload too", |page| page.text(part("of-hundred")).starts_with("Dit bud: 30 af 100"));
    page.assert_quiet();
}

#[test]
fn a_phone_shows_what_it_is_about_and_something_to_turn() {
    const BELOW: &str = "return element.getBoundingClientRect().bottom;";
    let page = Page::open_on_a_phone(Fonts::Narrow, 360, "");
    page.resize_frame((360, 740));
    let bottom = page.browser.look_at(SHARE, BELOW, vec![]).as_f64().unwrap();
    assert!(bottom <= 740.0, "the slider ends at {bottom}");
    assert_eq!(page.barriers(), [""; 0]);
}

#[test]
fn an_effort_opens_alone_and_the_others_are_one_press_away() {
    let page = Page::open("");
    page.browser.click(element("a").inside("[data-effort=ips] h3"));
    becomes("the effort", || page.text("main h1"), "IPS Rusmiddel");
    assert!(page.answer().contains("koster IPS Rusmiddel 7,88 mio. kr. om året"), "{}", page.answer());
    page.browser.click(link("Veteranindsatsen"));
    becomes("the other effort", || page.text("main h1"), "Veteranindsatsen");
    page.browser.click(link("Alle tilsammen"));
    page.wait_until("all of them", |page| page.answer().starts_with("De 3 indsatser"));
    page.assert_quiet();
}

#[test]
fn a_contradiction_of_the_front_has_a_link_of_its_own() {
    let page = Page::open("");
    page.browser.click(element("a").inside(part("finding")));
    becomes("the screen", || page.text("main h1"), "Modsigelser");
    page.wait_until("the card has the focus", |page| {
        page.browser.look("return document.activeElement.id;", vec![]) == "payback-ips-2018"
    });
    assert_eq!(page.address(), Page::address_of("v=1&screen=findings&finding=payback-ips-2018"));
    let smaller = Page::open("v=1&screen=findings&finding=years-bi10-2026");
    smaller.wait_until("a smaller one is unfolded", |page| {
        page.browser.look("return document.activeElement.id;", vec![]) == "years-bi10-2026"
    });
    page.assert_quiet();
}

#[test]
fn the_definitions_of_an_aim_stand_three_in_a_row_on_a_desk() {
    // How many definitions stand in each row, for each aim that has more than two.
    const ROWS: &str = "return elements.map((aim) => {
            const tops = [...aim.querySelectorAll('h4')].map((head) => Math.round(head.getBoundingClientRect().top));
            return [...new Set(tops)].map((top) => tops.filter((other) => other === top).length);
        }).filter((rows) => rows[0] + (rows[1] ?? 0) > 2);";
    let page = Page::open("v=1&screen=aims");
    page.unfold();
    let rows = page.browser.look_at("[data-aim]", ROWS, vec![]);
    let rows = rows.as_array().expect("rows for each aim");
    assert!(rows.len() > 1, "{rows:?}");
    for of_aim in rows {
        assert_eq!(of_aim[0], 3, "{rows:?}");
    }
}

#[test]
fn a_note_leads_to_the_contradictions_about_it() {
    let page = Page::open("v=1&note=ips-2018");
    let way = || page.text(element("a").inside(part("contradictions")));
    let number = way().split_whitespace().next().map(str::to_owned).expect("the way says how many there are");
    page.browser.click(element("a").inside(part("contradictions")));
    becomes("the address", || page.address(), &Page::address_of("v=1&screen=findings&about=ips-2018"));
    let cards = || page.browser.look_at(part("finding"), "return elements.length;", vec![]);
    becomes("the cards", || cards().to_string(), &number);
    let choose = "element.value = given[0]; element.dispatchEvent(new Event('change', { bubbles: true }));";
    page.browser.look_at("#findings-document", choose, vec!["".into()]);
    becomes("the address", || page.address(), &Page::address_of("v=1&screen=findings"));
    page.wait_until("all of them are there", |_| cards() != number.as_str());
    page.assert_quiet();
}

/// The bars of the front lead where the words below them lead too, so the Tab key passes over them.
#[test]
fn the_bars_of_the_front_are_no_stops_and_their_links_stand_below_as_text() {
    const REPEATED: &str = "const to = (link) => link.getAttribute('href');
        const texts = new Set([...document.querySelectorAll('main a:not(svg a)')].map(to));
        return { bars: elements.length, stops: elements.filter((link) => link.tabIndex >= 0).length,
            alone: elements.map(to).filter((link) => !texts.has(link)).length };";
    let page = Page::open("");
    page.unfold();
    let seen = page.browser.look_at("main svg a", REPEATED, vec![]);
    assert_ne!(seen["bars"], 0, "the front has bars");
    assert_eq!(seen["stops"], 0, "{seen}");
    assert_eq!(seen["alone"], 0, "{seen}");
}
