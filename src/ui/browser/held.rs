//! What stands in the document in places whose views arrive later. It stays there until they do, so that nothing moves.

use std::cell::RefCell;

use web_sys::Element;
use yew::Html;

use crate::ui::browser::window::{has_browser, window};

/// Names what is held, in the document.
const NAME: &str = "data-held";

thread_local! {
    static HELD: RefCell<Vec<(String, Element)>> = const { RefCell::new(Vec::new()) };
}

/// Whether the document that the page was loaded as is one of what its link shows, as `start.js` found, in the language of this code.
pub(crate) fn is_document_of_link(language: &str) -> bool {
    let found = |selector: &str| {
        let document = window().and_then(|window| window.document());
        document.is_some_and(|document| document.query_selector(selector).is_ok_and(|found| found.is_some()))
    };
    found(&format!("html[lang={language}]:not([data-leads-elsewhere]) > [data-document] > #as-published[hidden]"))
}

/// Holds what the document has, before the page takes its place.
pub(crate) fn hold() {
    let nodes = window().and_then(|window| window.document()?.query_selector_all(&format!("[{NAME}]")).ok());
    let Some(nodes) = nodes else { return };
    let elements = (0..nodes.length()).filter_map(|index| {
        let element = wasm_bindgen::JsCast::dyn_into::<Element>(nodes.get(index)?).ok()?;
        Some((element.get_attribute(NAME)?, element))
    });
    HELD.set(elements.collect());
}

/// The element of the document that has this name, if it is held.
pub(crate) fn held(name: &str) -> Option<Html> {
    HELD.with_borrow(|held| {
        let element = held.iter().find(|(held, _)| held == name);
        element.map(|(_, element)| Html::VRef(element.clone().into()))
    })
}

/// Forgets what is held: a piece that is needed elsewhere than where the document stood begins with nothing.
pub(crate) fn let_go() {
    HELD.take();
}

/// The name under which an element is to be held, for the document alone.
pub(crate) fn name_in_document(name: &'static str) -> Option<&'static str> {
    (!has_browser()).then_some(name)
}
