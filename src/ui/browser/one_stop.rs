//! Toolbars: rows of controls that are one stop of the Tab key, so that the way to the answer is short. The arrow keys lead from one
//! control to the next.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::ui::browser::window::window;

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
    for toolbar in found(document.query_selector_all(TOOLBARS)) {
        let controls = controls(&toolbar);
        let is_chosen = |control: &&HtmlElement| control.matches(CHOSEN).unwrap_or_default();
        let stop = controls.iter().find(is_chosen).or_else(|| controls.first());
        for control in &controls {
            set_stop(control, Some(control) == stop);
        }
    }
    for link in found(document.query_selector_all(SAID_TWICE)).iter().filter_map(|link| link.dyn_ref()) {
        set_stop(link, false);
    }
}

/// Moves the focus along the toolbar that it is in, and round from the last control to the first.
pub(crate) fn go_along(event: &KeyboardEvent) {
    let has_other_meaning = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
    let focused = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let toolbar = focused.as_ref().and_then(|focused| focused.closest(TOOLBARS).ok()?);
    let Some(toolbar) = toolbar else { return };
    let mut controls = controls(&toolbar);
    controls.retain(|control| control.get_bounding_client_rect().width() > 0.0);
    let at = controls.iter().position(|control| focused.as_ref() == Some(control.as_ref()));
    let Some(at) = at.filter(|_| !has_other_meaning) else { return };
    let last = controls.len().saturating_sub(1);
    let next = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => {
            if at == last {
                0
            } else {
                at.saturating_add(1)
            }
        }
        "ArrowLeft" | "ArrowUp" => at.checked_sub(1).unwrap_or(last),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    for (index, control) in controls.iter().enumerate() {
        set_stop(control, index == next);
    }
    if let Some(next) = controls.get(next) {
        // A control on the page takes the focus.
        let _ = next.focus();
    }
}

fn controls(toolbar: &Element) -> Vec<HtmlElement> {
    found(toolbar.query_selector_all(CONTROLS)).into_iter().filter_map(|control| control.dyn_into().ok()).collect()
}

fn found(nodes: Result<web_sys::NodeList, wasm_bindgen::JsValue>) -> Vec<Element> {
    let Ok(nodes) = nodes else { return Vec::new() };
    (0..nodes.length()).filter_map(|index| nodes.get(index)?.dyn_into().ok()).collect()
}

fn set_stop(control: &HtmlElement, is_stop: bool) {
    let index = if is_stop { 0 } else { -1 };
    if control.tab_index() != index || (!is_stop && !control.has_attribute("tabindex")) {
        control.set_tab_index(index);
    }
}
