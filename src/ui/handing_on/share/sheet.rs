//! The button that opens the system's share sheet, on systems that have one.

use js_sys::Reflect;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ShareData;
use yew::{AttrValue, Callback, Html, MouseEvent, html};

use crate::ui::browser::window::window;
use words::Words;

/// The button, or an empty element where the system has no share sheet.
pub(super) fn sheet(title: String, text: String, url: AttrValue, words: Words) -> Html {
    let on_press = Callback::from(move |_: MouseEvent| open(&title, &text, &url));
    html! {
        <span class="sheet">
            if has_sheet() {
                <button type="button" onclick={on_press}>{ words.labels().sharing.share_sheet }</button>
            }
        </span>
    }
}

/// Opens the share sheet of the system, if it has one.
pub(crate) fn open(title: &str, text: &str, url: &str) {
    let data = ShareData::new();
    data.set_title(title);
    data.set_text(text);
    data.set_url(url);
    if let Some(window) = window().filter(|_| has_sheet()) {
        let shared = window.navigator().share_with_data(&data);
        // An error here means that the reader closed the sheet. That needs no message.
        spawn_local(async move { drop(JsFuture::from(shared).await) });
    }
}

/// Whether the browser offers a share sheet.
pub(crate) fn has_sheet() -> bool {
    window().is_some_and(|window| {
        let navigator = window.navigator();
        Reflect::get(&navigator, &"share".into()).is_ok_and(|share| share.is_function())
    })
}
