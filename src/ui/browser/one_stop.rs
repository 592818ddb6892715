//! Toolbars: rows of controls that are one stop of the Tab key, so that the way to the answer is short. The arrow keys lead from one
//! control to the next.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, NodeList};

use crate::ui::browser::{focus, window::window};

const TOOLBARS: &str = "[role=toolbar]";
/// What takes a change back stands beside the choices, and is a stop of its own while there is something to take back.
const CONTROLS: &str = "a, button:not(.take-back)";
const CHOSEN: &str = "[aria-current], [aria-pressed=true]";
/// The name of the site leads where the first of the screens beside it leads.
const SAID_TWICE: &str = ".site a";

/// Leaves each toolbar one stop: the first of its controls that is chosen or, where none is, the first of all. Documents are read
/// without this, so there every link is a stop.
pub(crate) fn leave_one_stop_to_each_toolbar() {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    for_each(document.query_selector_all(SAID_TWICE).ok(), |link| set_stop(link, false));
    for_each(document.query_selector_all(TOOLBARS).ok(), |toolbar| {
        for_each(toolbar.query_selector_all(CONTROLS).ok(), |control| set_stop(control, false));
        let first = |of: &str| toolbar.query_selector(of).ok().flatten();
        if let Some(stop) = first(CHOSEN).or_else(|| first(CONTROLS)) {
            set_stop(&stop, true);
        }
    });
}

/// Moves the focus along the toolbar that it is in, round from the last control to the first, and with Home and End to either.
pub(crate) fn go_along(event: &KeyboardEvent) {
    let Some(focused) = event.target().map(JsCast::unchecked_into::<Element>) else { return };
    let Some(toolbar) = focused.closest(TOOLBARS).ok().flatten() else { return };
    let Ok(controls) = toolbar.query_selector_all(CONTROLS) else { return };
    let all = || 0..controls.length();
    let Some(at) = all().find(|index| focused.is_same_node(controls.get(*index).as_ref())) else {
        return;
    };
    let after = || (at.saturating_add(1)..controls.length()).chain(0..at);
    let shown =
        |index: u32| element(&controls, index).filter(|control| control.get_bounding_client_rect().width() > 0.0);
    let next = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => after().find_map(shown),
        "ArrowLeft" | "ArrowUp" => after().rev().find_map(shown),
        "Home" => all().find_map(shown),
        "End" => all().rev().find_map(shown),
        _ => None,
    };
    // With another key held down, these keys are the browser's.
    let is_alone = !(event.ctrl_key() || event.alt_key() || event.meta_key());
    if let Some(next) = next.filter(|_| is_alone) {
        event.prevent_default();
        set_stop(&focused, false);
        set_stop(&next, true);
        focus::give_element(&next);
    }
}

fn for_each(found: Option<NodeList>, mut treat: impl FnMut(&Element)) {
    let Some(found) = found else { return };
    for control in (0..found.length()).filter_map(|index| element(&found, index)) {
        treat(&control);
    }
}

fn element(found: &NodeList, index: u32) -> Option<Element> {
    found.get(index).map(JsCast::unchecked_into)
}

fn set_stop(control: &Element, is_stop: bool) {
    // Every element takes this attribute.
    let _ = control.set_attribute("tabindex", if is_stop { "0" } else { "-1" });
}
