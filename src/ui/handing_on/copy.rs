//! A button that copies a text. Where the browser refuses, it shows a field to copy the text from by hand.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;
use yew::{
    AttrValue, Callback, Html, NodeRef, Properties, function_component, html, use_effect_with, use_node_ref, use_state,
};

use crate::ui::browser::window::window;

#[derive(Properties, PartialEq)]
pub(crate) struct CopyProps {
    pub(crate) text: AttrValue,
    /// The text of the button.
    pub(crate) label: &'static str,
    /// The message once the text is copied.
    pub(crate) done: &'static str,
    /// The label of the field for copying by hand.
    pub(crate) by_hand: &'static str,
}

/// The result of the last attempt to copy, with the text that it was about.
#[derive(Clone, PartialEq)]
enum CopyResult {
    None,
    Copied(AttrValue),
    Refused(AttrValue),
}

/// The button, and below it the message or the field.
#[function_component]
pub(crate) fn Copy(props: &CopyProps) -> Html {
    let result = use_state(|| CopyResult::None);
    let field = use_node_ref();
    let on_copy = {
        let (result, text) = (result.clone(), props.text.clone());
        Callback::from(move |_| {
            let (result, text) = (result.clone(), text.clone());
            spawn_local(async move {
                let is_copied = write(&text).await.is_ok();
                result.set(if is_copied { CopyResult::Copied(text) } else { CopyResult::Refused(text) });
            });
        })
    };
    {
        let field = field.clone();
        use_effect_with((*result).clone(), move |result| select_refused(result, &field));
    }
    // Once the text of the button has changed, the result is about another text and is no longer shown.
    let (is_copied, is_refused) = match &*result {
        CopyResult::Copied(text) => (*text == props.text, false),
        CopyResult::Refused(text) => (false, *text == props.text),
        CopyResult::None => (false, false),
    };
    html! {
        <div class="share">
            <button type="button" class="copy" onclick={on_copy}>{ props.label }</button>
            <span role="status">{ if is_copied { props.done } else { "" } }</span>
            <div class="by-hand">
                if is_refused {
                    <label>
                        { props.by_hand }
                        <input ref={field} type="text" readonly=true value={props.text.clone()} />
                    </label>
                }
            </div>
        </div>
    }
}

/// Writes a text to the clipboard.
async fn write(text: &str) -> Result<(), JsValue> {
    let window = window().ok_or(JsValue::NULL)?;
    // Without a secure context there is no clipboard object, and calling it would throw an exception we cannot catch.
    if !window.is_secure_context() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.map(|_| ())
}

/// Selects the text of the field for copying by hand, where the browser refused to copy.
fn select_refused(result: &CopyResult, field: &NodeRef) {
    if let (CopyResult::Refused(_), Some(field)) = (result, field.cast::<HtmlInputElement>()) {
        let _ = field.focus();
        field.select();
    }
}
