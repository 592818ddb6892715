//! Moves the focus where a button that goes away would lose it.

use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, SvgElement, window,
};

/// Gives the focus to the element with this id; whether it has it then. What is not shown takes none.
pub(super) fn give(id: &str) -> bool {
    document().and_then(|document| document.get_element_by_id(id)).is_some_and(|element| takes(&element))
}

/// Gives the focus to the first shown mark of a chart that leads to this link, without the `#`; whether one has it then.
pub(super) fn give_mark(link: &str) -> bool {
    // Links hold no character that a selector would have to escape.
    let found =
        document().and_then(|document| document.query_selector_all(&format!(".drawing a[href=\"#{link}\"]")).ok());
    let Some(found) = found else { return false };
    (0..found.length()).filter_map(|at| found.get(at)).any(|node| node.dyn_ref().is_some_and(takes))
}

fn takes(element: &Element) -> bool {
    give_element(element);
    document().and_then(|document| document.active_element()).as_ref() == Some(element)
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Brings the element with this id to the top of the window, and gives it the focus.
pub(super) fn bring(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        give_element(&element);
        element.scroll_into_view();
    }
}

/// Gives the focus to an element; the browser brings it into view.
pub(super) fn give_element(element: &Element) {
    // An element that has gone meanwhile takes no focus; there is nothing better to do then.
    let _ = match (element.dyn_ref::<HtmlElement>(), element.dyn_ref::<SvgElement>()) {
        (Some(element), _) => element.focus(),
        (None, Some(element)) => element.focus(),
        (None, None) => Ok(()),
    };
}

/// Brings an element that has taken the focus into view as a whole: browsers are content with a part of it, across.
pub(super) fn reveal(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
