//! A reader asks what an answer rests on.

use fantoccini::key::Key;
use serde_json::Value;

use crate::find::{drawing, element, explanation, link, region};
use crate::page::Page;
use crate::patience::becomes;

/// The heading of the tornado chart.
const TORNADO: &str = "tornado-title";
/// The map, which the arrow keys work in.
const MAP: &str = "[role=application]";
const HERE: &str = "v=1&note=ips-2018&caseload=20";

/// The calculator with everything that is folded open.
fn here() -> Page {
    let page = Page::open(HERE);
    page.unfold();
    page.wait_until("the map is there", |page| !page.texts("#map-reading").is_empty());
    page
}

#[test]
fn each_number_offers_the_value_that_gets_there_and_the_last_digit_decides() {
    let page = Page::open(HERE);
    let way = |id: &str| element("button").inside(format!("[data-limit={id}]"));
    assert_eq!(page.text(way("effect")), "mindst 29,26 %");
    assert!(page.text("[data-limit=effect]").contains("nu: 25 %"), "{}", page.text("[data-limit=effect]"));
    page.browser.click(way("effect"));
    page.wait_until("it is paid back in 2021", |page| page.answer().contains("tjent hjem i 2021, det 4. år."));
    assert_eq!(page.driver("effect").value(), "29,26 %");
    page.driver("effect").type_in("29,25");
    page.wait_until("it is not", |page| page.answer().contains("2022"));
    page.browser.click("#limits-years option[value='5']");
    page.wait_until("a later year takes less", |page| !page.text(way("effect")).contains("29,26"));
    page.wait_until("the link has the year", |page| page.address().contains("within=5"));
    page.assert_quiet();
}

#[test]
fn an_old_link_to_what_an_answer_rests_on_opens_the_calculator() {
    let page = Page::open("v=1&screen=sensitivity&note=ips-2018&across=effect&up=pay-lead&within=6");
    assert_eq!(page.notices(), [""; 0]);
    assert!(page.answer().contains("tjent hjem i 2021"), "{}", page.answer());
    // The map is open, because the link names its drivers.
    page.wait_until("the map is there", |page| !page.texts("#map-reading").is_empty());
    let chosen = page.browser.look("return document.querySelector('#limits-years').value;", vec![]);
    assert_eq!(chosen, Value::from("6"));
}

#[test]
fn the_tornado_follows_the_drivers_and_has_its_table() {
    let page = Page::open(HERE);
    let drawn = || page.texts(element("text").inside(drawing(TORNADO)));
    let before = drawn();
    assert!(before.iter().any(|text| text == "Sparet kontanthjælp om året"), "{before:?}");
    assert!(page.text("[data-bar=residual]").contains("notatets eget"));
    assert!(page.text("[data-bar=citizens]").contains("±20 %, vores valg"));
    page.driver("benefit").type_in("1000");
    page.wait_until("other bars are drawn", |_| drawn() != before);
}

#[test]
fn a_bar_of_the_tornado_opens_its_calculation_and_gets_the_focus_back() {
    const BAR: &str = "Andel i job eller uddannelse fra andet år, af borgerne, 30…";
    const FOCUS: &str = "return element.contains(document.activeElement)
        ? document.activeElement.getAttribute('aria-label') : document.activeElement.outerHTML.slice(0, 200);";
    let page = Page::open(HERE);
    let explained = || explanation().inside(region(TORNADO));
    let focus = || page.browser.look_at(drawing(TORNADO), FOCUS, vec![]).as_str().unwrap_or_default().to_owned();
    page.browser.look_at(link(BAR).inside(drawing(TORNADO)), "element.focus();", vec![]);
    let label = focus();
    assert!(
        label.starts_with("Andel i job eller uddannelse fra andet år, af borgerne, 30") && label.contains("Netto: "),
        "{label}"
    );
    page.browser.press(Key::Enter);
    page.wait_until("the calculation is open", |page| !page.texts(explained()).is_empty());
    let said = page.text(explained());
    assert!(said.contains("Andel i job eller uddannelse fra andet år, af borgerne: 30 %"), "{said}");
    page.browser.press(Key::Escape);
    page.wait_until("it is closed", |page| page.texts(explained()).is_empty());
    becomes("what has the focus", focus, &label);
    page.assert_quiet();
}

#[test]
fn the_map_is_read_by_pointer_and_by_keys_and_leads_back_to_the_drivers() {
    const MOVE: &str = "const frame = element;
        const { left, top, width } = frame.getBoundingClientRect();
        const at = { bubbles: true, clientX: left + width - 30, clientY: top + 40 };
        frame.dispatchEvent(new PointerEvent('pointermove', at));";
    let page = here();
    let reading = || page.text("#map-reading");
    assert!(
        reading().ends_with("tjent hjem i 2023 (6. år, først efter indsatsen, hvis nogle bliver i job), netto 1,03 mio. kr. (udgift i alt)"),
        "{}",
        reading()
    );
    assert!(reading().contains("20 borgere"), "what the reader has, not the square that it lies in: {}", reading());
    let here = reading();
    page.browser.look_at(MAP, "element.focus();", vec![]);
    page.browser.press(Key::Up);
    page.wait_until("the point has moved up", |_| reading() != here);
    let higher = reading();
    assert!(higher.contains("Andel i job eller uddannelse fra andet år, af borgerne: 25,5 %"), "{higher}");
    page.browser.press(Key::Enter);
    becomes("the effect", || page.driver("effect").value(), "25,5 %");
    page.browser.look_at(MAP, MOVE, vec![]);
    page.wait_until("the point is where the pointer is", |_| {
        reading().contains("senest") || reading().contains("2019") || reading().contains("2018")
    });
    page.assert_quiet();
}

#[test]
fn the_map_is_redrawn_while_any_slider_moves_and_its_axes_are_in_the_link() {
    let page = here();
    let drawn = || page.painted(drawing("map-title"), "--level-0");
    let before = drawn();
    assert_eq!(before.len(), 1, "a shade is one shape");
    page.driver("citizens").slide_by_key(Key::Right, 5);
    page.wait_until("the map is another", |_| drawn() != before);
    page.browser.click("#map-across option[value=citizens]");
    page.wait_until("the link has the axis", |page| page.address().contains("&across=citizens"));
    let again = Page::open(&format!("{HERE}&across=citizens"));
    again.wait_until("the map is there", |page| !page.texts("#map-reading").is_empty());
    assert_eq!(
        again.browser.look("return document.querySelector('#map-across').value;", vec![]),
        Value::from("citizens")
    );
}

#[test]
fn a_note_without_savings_maps_its_costs() {
    let page = Page::open("v=1&note=bi10-2026");
    page.unfold();
    page.wait_until("the map is there", |page| !page.texts("#map-reading").is_empty());
    assert_eq!(page.texts("#limits-title"), [""; 0], "nothing can be paid back, so nothing is said of what it takes");
    let levels = page.texts(element("ul[aria-label] li").inside(region("map-title")));
    assert!(levels.len() > 1 && levels.iter().all(|level| level.contains("mio. kr.")), "{levels:?}");
}
