//! Moves the keyboard focus, for example away from a button that is about to disappear.

use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, HtmlDetailsElement, HtmlElement, HtmlInputElement, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition, SvgElement,
};

use crate::ui::browser::window::window;

/// Gives the focus to the element with this id. Returns whether the element has it then; a hidden element takes none.
pub(crate) fn give(id: &str) -> bool {
    document().and_then(|document| document.get_element_by_id(id)).is_some_and(|element| give_and_check(&element))
}

/// Gives the focus to the first visible chart mark with this link (given without the `#`). Returns whether one has it
/// then.
pub(crate) fn give_mark(link: &str) -> bool {
    // Links hold no character that a selector would have to escape.
    let anchors =
        document().and_then(|document| document.query_selector_all(&format!(".drawing a[href=\"#{link}\"]")).ok());
    let Some(anchors) = anchors else { return false };
    (0..anchors.length())
        .filter_map(|index| anchors.get(index))
        .any(|anchor| anchor.dyn_ref().is_some_and(give_and_check))
}

fn give_and_check(element: &Element) -> bool {
    give_element(element);
    document().and_then(|document| document.active_element()).as_ref() == Some(element)
}

/// Whether the focus is nowhere, or on a button that has done what it was pressed for.
pub(crate) fn is_lost_or_on_button() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_none_or(|element| matches!(element.tag_name().as_str(), "BODY" | "BUTTON"))
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Gives the focus to the element with this id and scrolls it to the top of the window.
pub(crate) fn give_and_scroll(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        give_element(&element);
        element.scroll_into_view();
    }
}

/// Opens the disclosure that the field with this id is folded in, if it is in one, gives it the focus and selects its text.
pub(crate) fn reveal_and_give(id: &str) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    let folded = element.closest("details").ok().flatten();
    if let Some(disclosure) = folded.and_then(|folded| folded.dyn_into::<HtmlDetailsElement>().ok()) {
        disclosure.set_open(true);
    }
    give_element(&element);
    if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
        field.select();
    }
}

/// Opens the disclosure with this id, if it is one, gives the focus to what can take it there, and scrolls to it.
pub(crate) fn open_and_give(id: &str) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    if let Some(disclosure) = element.dyn_ref::<HtmlDetailsElement>() {
        disclosure.set_open(true);
    }
    let summary = element.query_selector("summary").ok().flatten();
    give_element(summary.as_ref().unwrap_or(&element));
    element.scroll_into_view();
}

/// Gives the focus to an element. The browser scrolls it into view.
pub(crate) fn give_element(element: &Element) {
    // An element that was removed in the meantime takes no focus. There is nothing better to do then.
    let _ = match (element.dyn_ref::<HtmlElement>(), element.dyn_ref::<SvgElement>()) {
        (Some(element), _) => element.focus(),
        (None, Some(element)) => element.focus(),
        (None, None) => Ok(()),
    };
}

/// Scrolls a focused element fully into view. By themselves browsers scroll sideways only until a part of it shows.
pub(crate) fn reveal(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
