//! Texts that keep their room while a reader moves a slider, so that nothing below them jumps.
//!
//! The height of such a text is fixed from when a slider or its field takes the focus until it loses it or, where a press takes it, until
//! that press has ended: what is pressed must not move away meanwhile. A text that becomes too
//! long for it meanwhile is set smaller, or gets a larger room where it would be hard to read. What consists of several texts only
//! gets a larger room.

use std::cell::Cell;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement, MutationObserver, MutationObserverInit, MutationRecord, Node, NodeList};

use crate::ui::browser::window::window;

/// The texts that keep their room.
const TEXTS: &str = "[data-keeps-room]";

/// Those that are never set smaller.
const OF_ONE_SIZE: &str = "[data-keeps-room='larger']";

/// Where the reader changes the answer.
const DRIVERS: &str = "[data-driver]";

/// The property that the style sheet multiplies the size of such a text with.
const SIZE: &str = "--size-in-room";

const USUAL_SIZE: &str = "1";

/// The smaller sizes to try.
const SIZES: [&str; 7] = ["0.94", "0.88", "0.82", "0.77", "0.72", "0.67", "0.62"];

/// The smallest letters, in pixels, that are still easy to read on a phone.
const SMALLEST: f64 = 10.5;

/// Lets texts keep their room, on the whole page and for as long as it lives.
pub(crate) fn guard_room() {
    let Some(window) = window() else { return };
    let is_pressed = Cell::new(false);
    let hear = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        match event.type_().as_str() {
            // A mouse gives no focus to a slider in Safari.
            "focusin" | "pointerdown" if element.as_ref().is_some_and(is_at_driver) => keep(&texts()),
            "pointerdown" => is_pressed.set(true),
            // The click comes after the end of the press.
            "pointerup" | "pointercancel" => {
                if is_pressed.replace(false) {
                    Timeout::new(0, release_unless_in_hand).forget();
                }
            }
            _ if is_pressed.get() => {}
            _ => each(release),
        }
    });
    for name in ["focusin", "focusout", "pointerdown", "pointerup", "pointercancel", "resize"] {
        let _ = window.add_event_listener_with_callback_and_bool(name, hear.as_ref().unchecked_ref(), true);
    }
    hear.forget();
    fit_what_changes();
}

/// Fits the texts that change, before the browser paints them: an effect of their component may come a frame later, and the words
/// would be seen in two sizes.
fn fit_what_changes() {
    let on_change = Closure::<dyn Fn(js_sys::Array)>::new(|records: js_sys::Array| {
        let changed: Vec<Node> =
            records.iter().filter_map(|record| record.dyn_into::<MutationRecord>().ok()?.target()).collect();
        let mut to_fit = texts();
        // What consists of several texts may also need more room because something else has changed.
        to_fit.retain(|text| {
            has_kept_room(text) && (is_of_one_size(text) || changed.iter().any(|node| text.contains(Some(node))))
        });
        // Nearly all of them fit as they are. To know that, the browser lays them out once and not once for each.
        for text in &to_fit {
            set_size(text, USUAL_SIZE);
        }
        to_fit.retain(|text| !fits(text));
        // The room of one may hold that of another, which comes behind it and is fitted before it.
        to_fit.iter().rev().for_each(fit);
    });
    let Some(body) = window().and_then(|window| window.document()?.body()) else { return };
    let Ok(observer) = MutationObserver::new(on_change.as_ref().unchecked_ref()) else { return };
    let wanted = MutationObserverInit::new();
    wanted.set_child_list(true);
    wanted.set_character_data(true);
    wanted.set_subtree(true);
    if observer.observe_with_options(&body, &wanted).is_ok() {
        on_change.forget();
    }
}

/// Whether an element is one in which the reader changes the answer, or part of it.
pub(crate) fn is_at_driver(element: &Element) -> bool {
    matches!(element.closest(DRIVERS), Ok(Some(_)))
}

fn release_unless_in_hand() {
    let hand = window().and_then(|window| window.document()?.active_element());
    if !hand.is_some_and(|hand| is_at_driver(&hand)) {
        each(release);
    }
}

fn is_of_one_size(text: &HtmlElement) -> bool {
    text.matches(OF_ONE_SIZE).unwrap_or_default()
}

fn has_kept_room(text: &HtmlElement) -> bool {
    text.style().get_property_value("height").is_ok_and(|height| !height.is_empty())
}

/// Whether a text fits into the room that it keeps. Browsers round both heights.
fn fits(text: &HtmlElement) -> bool {
    text.scroll_height() <= text.client_height().saturating_add(1)
}

/// Sets the letters of a text to a part of their usual size. Setting what is set already would have the browser lay it out again.
fn set_size(text: &HtmlElement, size: &str) {
    let style = text.style();
    if style.get_property_value(SIZE).as_deref() != Ok(size) {
        let _ = style.set_property(SIZE, size);
    }
}

/// Sets a text that is too long for its room at its usual size in the largest letters with which it fits, or gives it a larger room. A
/// text within it may have been fitted in the meantime.
fn fit(text: &HtmlElement) {
    if fits(text) {
        return;
    }
    for size in SIZES.iter().filter(|_| !is_of_one_size(text)) {
        set_size(text, size);
        if pixels(text, "font-size").is_some_and(|letters| letters < SMALLEST) {
            break;
        }
        if fits(text) {
            return;
        }
    }
    // It fits at no size, so it gets a larger room, and the page scrolls by as much below the reader's hand.
    let before = top_of_hand();
    release(text);
    keep(std::slice::from_ref(text));
    if let (Some(window), Some(before), Some(after)) = (window(), before, top_of_hand()) {
        window.scroll_by_with_x_and_y(0.0, after - before);
    }
}

/// How far below the top of the window the reader's hand is: what has the focus.
fn top_of_hand() -> Option<f64> {
    let hand = window()?.document()?.active_element()?;
    Some(hand.get_bounding_client_rect().top())
}

fn each(act: impl Fn(&HtmlElement)) {
    texts().iter().for_each(act);
}

/// The texts of the page that keep their room.
fn texts() -> Vec<HtmlElement> {
    let nodes = window().and_then(|window| window.document()?.query_selector_all(TEXTS).ok());
    let all = |nodes: NodeList| (0..nodes.length()).filter_map(move |index| nodes.get(index)?.dyn_into().ok());
    nodes.into_iter().flat_map(all).collect()
}

/// Fixes the height of texts, to the fraction of a pixel, or many of them together would move what is below. All of them are
/// measured first, so that the browser lays them out once.
fn keep(texts: &[HtmlElement]) {
    let heights: Vec<Option<String>> = texts.iter().map(|text| computed(text, "height")).collect();
    for (text, height) in texts.iter().zip(heights) {
        let _ = height.map(|height| text.style().set_property("height", &height));
    }
}

/// A property of an element as the browser computes it.
fn computed(element: &HtmlElement, property: &str) -> Option<String> {
    window()?.get_computed_style(element).ok()??.get_property_value(property).ok()
}

fn pixels(element: &HtmlElement, property: &str) -> Option<f64> {
    Some(js_sys::parse_float(&computed(element, property)?)).filter(|pixels| !pixels.is_nan())
}

fn release(text: &HtmlElement) {
    let style = text.style();
    let _ = style.remove_property("height");
    let _ = style.remove_property(SIZE);
}
