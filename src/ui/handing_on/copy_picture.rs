//! The button that copies a chart as a picture, where the browser can.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Window};
use yew::{Callback, Html, MouseEvent, Properties, function_component, html, use_state};

use crate::ui::browser::window::window;
use crate::ui::context::use_words;

const PNG: &str = "image/png";

#[derive(Properties, PartialEq)]
pub(crate) struct CopyPictureProps {
    /// The name of the chart.
    pub(crate) chart: String,
    /// Makes the picture, as the `data:` address of a PNG; `None` where the browser cannot.
    pub(crate) make: Callback<(), Option<String>>,
}

/// The button, and beside it whether it worked. Nothing where the browser has no way to copy pictures.
#[function_component]
pub(crate) fn CopyPicture(props: &CopyPictureProps) -> Html {
    let message = use_state(|| "");
    let words = use_words();
    let labels = &words.labels().sharing;
    let on_copy = {
        let (make, message) = (props.make.clone(), message.clone());
        Callback::from(move |_: MouseEvent| {
            // Browsers copy only while they handle the press, so the picture is made before anything is waited for.
            let copying = make.emit(()).ok_or(JsValue::NULL).and_then(|address| copy(&address));
            let message = message.clone();
            spawn_local(async move {
                let is_copied = match copying {
                    Ok(copying) => JsFuture::from(copying).await.is_ok(),
                    Err(_) => false,
                };
                message.set(if is_copied { labels.picture_copied } else { labels.picture_refused });
            });
        })
    };
    html! {
        <span class="copy-picture">
            if clipboard_item().is_some() {
                <button type="button" class="quiet" onclick={on_copy} aria-label={format!("{}: {}", labels.copy_picture, props.chart)}>{ labels.copy_picture }</button>
            }
            <span role="status">{ *message }</span>
        </span>
    }
}

/// What the browser makes content for the clipboard with; `None` where it cannot, or where the page is not allowed to.
fn clipboard_item() -> Option<Function> {
    let window = window().filter(Window::is_secure_context)?;
    Reflect::get(&window, &"ClipboardItem".into()).ok()?.dyn_into().ok()
}

/// Begins to copy the picture at a `data:` address.
fn copy(address: &str) -> Result<Promise, JsValue> {
    let window = window().ok_or(JsValue::NULL)?;
    let (_, in_base64) = address.split_once(',').ok_or(JsValue::NULL)?;
    // Each character of the decoded text stands for one byte.
    let bytes: Vec<u8> =
        window.atob(in_base64)?.chars().filter_map(|byte| u8::try_from(u32::from(byte)).ok()).collect();
    let options = BlobPropertyBag::new();
    options.set_type(PNG);
    let content = Array::of1(&Uint8Array::from(bytes.as_slice()));
    let picture = Blob::new_with_u8_array_sequence_and_options(&content, &options)?;
    let contents = Object::new();
    Reflect::set(&contents, &PNG.into(), &picture)?;
    let item = Reflect::construct(&clipboard_item().ok_or(JsValue::NULL)?, &Array::of1(&contents))?;
    let clipboard = window.navigator().clipboard();
    let write: Function = Reflect::get(&clipboard, &"write".into())?.dyn_into()?;
    write.call1(&clipboard, &Array::of1(&item))?.dyn_into()
}
