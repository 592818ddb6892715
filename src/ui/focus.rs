//! Moves the focus where a button that goes away would lose it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, window};

/// Gives the focus to the element with this id; whether there is one.
pub(super) fn give(id: &str) -> bool {
    let element = window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = &element {
        give_element(element);
    }
    element.is_some()
}

/// Brings the element with this id to the top of the window, and gives it the focus.
pub(super) fn bring(id: &str) {
    let element = window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element {
        give_element(&element);
        element.scroll_into_view();
    }
}

/// Gives the focus to an element; the browser brings it into view.
pub(super) fn give_element(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // An element that has gone meanwhile takes no focus; there is nothing better to do then.
        let _ = element.focus();
    }
}

/// Brings an element that has taken the focus into view as a whole: browsers are content with a part of it, across.
pub(super) fn reveal(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
