//! A button that copies a text; where the browser refuses, the text stands in a field to be copied by hand.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlInputElement, window};
use yew::{
    AttrValue, Callback, Html, NodeRef, Properties, function_component, html, use_effect_with, use_node_ref, use_state,
};

#[derive(Properties, PartialEq)]
pub(super) struct CopyProps {
    pub(super) text: AttrValue,
    /// On the button.
    pub(super) label: &'static str,
    /// Said once it is copied.
    pub(super) done: &'static str,
    /// Before the field, where it could not be copied.
    pub(super) by_hand: &'static str,
}

/// How the last attempt to copy went, and what was copied.
#[derive(Clone, PartialEq)]
enum Copied {
    Not,
    Done(AttrValue),
    Refused(AttrValue),
}

/// The button, and below it how it went.
#[function_component]
pub(super) fn Copy(props: &CopyProps) -> Html {
    let copied = use_state(|| Copied::Not);
    let by_hand = use_node_ref();
    let on_copy = {
        let (copied, text) = (copied.clone(), props.text.clone());
        Callback::from(move |_| {
            let (copied, text) = (copied.clone(), text.clone());
            spawn_local(async move {
                let done = write(&text).await.is_ok();
                copied.set(if done { Copied::Done(text) } else { Copied::Refused(text) });
            });
        })
    };
    {
        let by_hand = by_hand.clone();
        use_effect_with((*copied).clone(), move |copied| select(copied, &by_hand));
    }
    // Once the page shows something else, "copied" would be about another text.
    let (done, refused) = match &*copied {
        Copied::Done(text) => (*text == props.text, false),
        Copied::Refused(text) => (false, *text == props.text),
        Copied::Not => (false, false),
    };
    html! {
        <div class="share">
            <button type="button" class="copy" onclick={on_copy}>{ props.label }</button>
            <span role="status">{ if done { props.done } else { "" } }</span>
            <div class="by-hand">
                if refused {
                    <label>
                        { props.by_hand }
                        <input ref={by_hand} type="text" readonly=true value={props.text.clone()} />
                    </label>
                }
            </div>
        </div>
    }
}

async fn write(text: &str) -> Result<(), JsValue> {
    let window = window().ok_or(JsValue::NULL)?;
    // Outside a secure context there is no clipboard at all; calling it would throw past us.
    if !window.is_secure_context() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.map(|_| ())
}

fn select(copied: &Copied, by_hand: &NodeRef) {
    if let (Copied::Refused(_), Some(field)) = (copied, by_hand.cast::<HtmlInputElement>()) {
        let _ = field.focus();
        field.select();
    }
}
