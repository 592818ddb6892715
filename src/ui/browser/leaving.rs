//! Leaving the page, which the browser asks about where work would be lost that is nowhere else.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;
use yew::{hook, use_effect_with};

use crate::ui::browser::window::window;

const LEAVING: &str = "beforeunload";

/// Has the browser ask before the page is left or loaded anew, as long as the component is there and `is_asked`.
#[hook]
pub(crate) fn use_question_before_leaving(is_asked: bool) {
    use_effect_with(is_asked, |is_asked| {
        let ask = is_asked.then(|| Closure::<dyn Fn(Event)>::new(|event: Event| event.prevent_default()));
        if let (Some(window), Some(ask)) = (window(), &ask) {
            let _ = window.add_event_listener_with_callback(LEAVING, ask.as_ref().unchecked_ref());
        }
        move || {
            if let (Some(window), Some(ask)) = (window(), &ask) {
                let _ = window.remove_event_listener_with_callback(LEAVING, ask.as_ref().unchecked_ref());
            }
        }
    });
}
