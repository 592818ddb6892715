//! Moves the focus where a button that goes away would lose it.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, window};

/// Gives the focus to the element with this id.
pub(super) fn give(id: &str) {
    let element = window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that has gone meanwhile takes no focus; there is nothing better to do then.
        let _ = element.focus();
    }
}
