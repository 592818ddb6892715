//! Tells the page around the iframe how high its content is, so that nothing of it is cut. The code that is offered for embedding
//! listens; a page that takes no script keeps the height that its element says.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use yew::{NodeRef, hook};

use crate::ui::browser::width::use_resized;
use crate::ui::browser::window::window;
use engine::iframe::HEIGHT_MESSAGE;

/// Tells the height when the content is drawn, and whenever it has another size.
#[hook]
pub(super) fn use_told_height(content: &NodeRef) {
    use_resized(content, |_| tell());
}

fn tell() {
    let Some(window) = window() else { return };
    let body = window.document().and_then(|document| document.body());
    let parent = window.parent().ok().flatten();
    let (Some(body), Some(parent)) = (body, parent) else { return };
    let message = Object::new();
    let height = JsValue::from(body.get_bounding_client_rect().height().ceil());
    // The page around may be anybody's, and a height is no secret. One that does not listen misses nothing.
    if Reflect::set(&message, &HEIGHT_MESSAGE.into(), &height).is_ok() {
        let _ = parent.post_message(&message, "*");
    }
}
