//! Fingers: what they scroll, what they slide, and what they leave alone.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::find::{Find, drawing, element};
use crate::page::{NOTE, Page};
use crate::patience::becomes;

/// The width and height of a phone, and the size of its text, in CSS pixels.
const PHONE: (u32, u32) = (360, 740);

/// The page with a link on a phone: a small window that is touched.
fn phone(link: &str) -> Page {
    let (width, height) = PHONE;
    let page = Page::open(link);
    let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
    page.browser.devtools("Emulation.setDeviceMetricsOverride", &screen);
    page.browser.devtools("Emulation.setTouchEmulationEnabled", &json!({ "enabled": true }));
    page.wait_until_drawn();
    page
}

/// What a finger does at each of its points, one a frame.
#[derive(Clone, Copy)]
struct Touch<'p>(&'p Page);

impl Touch<'_> {
    fn send(self, kind: &str, points: &[(f64, f64)]) {
        let points: Vec<Value> = points.iter().map(|(x, y)| json!({ "x": x, "y": y })).collect();
        self.0.browser.devtools("Input.dispatchTouchEvent", &json!({ "type": kind, "touchPoints": points }));
    }

    /// A finger comes down at a point, and moves by this much.
    fn move_by(self, (x, y): (f64, f64), (across, along): (f64, f64)) {
        const DRAWN: &str = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]));";
        self.send("touchStart", &[(x, y)]);
        for step in 1..=10 {
            let part = f64::from(step) / 10.0;
            self.send("touchMove", &[(across.mul_add(part, x), along.mul_add(part, y))]);
            self.0.browser.look_later(DRAWN, vec![]);
        }
    }

    /// The same, and the finger is lifted.
    fn swipe(self, from: (f64, f64), by: (f64, f64)) {
        self.move_by(from, by);
        self.send("touchEnd", &[]);
    }
}

/// Where the page is scrolled to.
fn scrolled(page: &Page) -> f64 {
    page.browser.look("return scrollY;", vec![]).as_f64().expect("a place is a number")
}

/// A point in the middle of something on the page, at this share of its width, once it is in the middle of the window.
fn point_on(page: &Page, what: impl Into<Find>, share: f64) -> (f64, f64) {
    const POINT: &str = "element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left + given[0] * width, top + height / 2];";
    let point = page.browser.look_at(what, POINT, vec![share.into()]);
    let part = |index: usize| point[index].as_f64().expect("a place is a number");
    (part(0), part(1))
}

#[test]
fn a_finger_that_scrolls_the_page_leaves_every_slider_alone() {
    for link in [NOTE, "v=1&note=bi10-2026&lent=ips-2018"] {
        let page = phone(link);
        let touch = Touch(&page);
        let answer = page.answer();
        let citizens = page.driver("citizens");
        let value = citizens.value();
        let slider = || citizens.its("input[type=range]");
        let thumb = page.browser.look_at(
            slider(),
            "return (element.value - element.min) / (element.max - element.min);",
            vec![],
        );
        let thumb = thumb.as_f64().expect("a share is a number");
        // Straight up and down, and slightly askew.
        for (share, by) in [(0.9, (0.0, -200.0)), (thumb, (0.0, -200.0)), (0.1, (0.0, 200.0)), (0.9, (30.0, -200.0))] {
            let from = point_on(&page, slider(), share);
            let before = scrolled(&page);
            touch.swipe(from, by);
            page.wait_until("the page has scrolled", |page| (scrolled(page) - before).abs() > 50.0);
            assert_eq!((citizens.value(), page.answer()), (value.clone(), answer.clone()), "{link}: {share}, {by:?}");
        }
        // A finger that rests for a moment.
        for share in [0.9, thumb] {
            touch.swipe(point_on(&page, slider(), share), (0.0, 0.0));
            assert_eq!((citizens.value(), page.answer()), (value.clone(), answer.clone()), "{link}: a tap at {share}");
        }
        // Whatever was still on its way is now over: this change is the only one.
        citizens.slide_by_key(Key::Up, 1);
        page.wait_until("the answer has changed", |page| page.answer() != answer);
        let one_more = citizens.value();
        becomes("the address", || page.address(), &Page::address_of(&changed(link, &one_more)));
        page.assert_quiet();
    }
}

/// The link with another number of citizens.
fn changed(link: &str, citizens: &str) -> String {
    format!("{link}&citizens={}", citizens.trim_end_matches(" borgere").replace('.', ""))
}

#[test]
fn a_finger_slides_a_slider_sideways() {
    let page = phone(NOTE);
    let touch = Touch(&page);
    let citizens = page.driver("citizens");
    let value = citizens.value();
    let slider = || citizens.its("input[type=range]");
    let before = (page.answer(), point_on(&page, slider(), 0.3));
    let top = scrolled(&page);
    // A finger is never quite level.
    touch.swipe(before.1, (100.0, 12.0));
    page.wait_until("the answer has changed", |page| page.answer() != before.0);
    let slid = citizens.value();
    assert_ne!(slid, value);
    assert!((scrolled(&page) - top).abs() < 1.0, "the page does not scroll meanwhile");
    becomes("the address", || page.address(), &Page::address_of(&changed(NOTE, &slid)));

    // The system takes the finger away: a call, a gesture at the edge.
    let from = point_on(&page, slider(), 0.5);
    touch.move_by(from, (-80.0, 0.0));
    page.wait_until("the slider has moved", |_| citizens.value() != slid);
    touch.send("touchCancel", &[]);
    becomes("the value", || citizens.value(), &slid);

    // Two fingers are no slide.
    let (x, y) = point_on(&page, slider(), 0.2);
    touch.send("touchStart", &[(x, y)]);
    touch.send("touchStart", &[(x, y), (x + 80.0, y)]);
    touch.send("touchMove", &[(x - 30.0, y), (x + 110.0, y)]);
    touch.send("touchEnd", &[(x - 30.0, y)]);
    touch.send("touchMove", &[(x - 60.0, y)]);
    touch.send("touchEnd", &[]);
    assert_eq!(citizens.value(), slid);
    page.assert_quiet();
}

#[test]
fn a_mouse_and_the_keys_move_a_slider_as_before() {
    let page = Page::open(NOTE);
    let citizens = page.driver("citizens");
    let from = point_on(&page, citizens.its("input[type=range]"), 0.9);
    // Only pressed, not dragged.
    page.browser.drag(from, from);
    page.browser.let_go();
    page.wait_until("the slider has gone where it was pressed", |_| citizens.value() != "150 borgere");
    citizens.restore();
    becomes("the value", || citizens.value(), "150 borgere");
    citizens.slide_by_key(Key::Up, 2);
    page.wait_until("the slider has moved", |_| citizens.value() != "150 borgere");
}

#[test]
fn a_finger_reads_the_map_by_a_tap_or_sideways_and_scrolls_over_it() {
    let page = phone("v=1&screen=sensitivity&note=ips-2018");
    page.unfold();
    page.wait_until("the map is there", |page| !page.texts("#map-reading").is_empty());
    let touch = Touch(&page);
    let map = || element("[role=application]");
    let reading = || page.text("#map-reading");
    let before = reading();
    let from = point_on(&page, map(), 0.3);
    let top = scrolled(&page);
    touch.swipe(from, (0.0, -200.0));
    page.wait_until("the page has scrolled", |page| (scrolled(page) - top).abs() > 50.0);
    assert_eq!(reading(), before);

    touch.swipe(point_on(&page, drawing("map-title"), 0.3), (0.0, 0.0));
    page.wait_until("the map reads another point", |_| reading() != before);
    let tapped = reading();
    touch.swipe(point_on(&page, map(), 0.4), (100.0, 0.0));
    page.wait_until("the map reads another point", |_| reading() != tapped);
    page.assert_quiet();
}
