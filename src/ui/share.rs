//! Copies the link to what is on the page; where the browser refuses, shows it to be copied by hand.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlInputElement, window};
use yew::{
    AttrValue, Callback, Html, NodeRef, Properties, function_component, html, use_effect_with, use_node_ref, use_state,
};

use super::address;
use super::words::use_words;

#[derive(Properties, PartialEq)]
pub(super) struct ShareProps {
    /// The link, without the `#`.
    pub(super) link: AttrValue,
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
pub(super) fn Share(props: &ShareProps) -> Html {
    let labels = use_words().labels();
    let copied = use_state(|| Copied::Not);
    let by_hand = use_node_ref();
    let on_copy = {
        let (copied, link) = (copied.clone(), props.link.clone());
        Callback::from(move |_| {
            let (copied, link) = (copied.clone(), link.clone());
            spawn_local(async move {
                let done = write(&address::absolute(&link)).await.is_ok();
                copied.set(if done { Copied::Done(link) } else { Copied::Refused(link) });
            });
        })
    };
    {
        let by_hand = by_hand.clone();
        use_effect_with((*copied).clone(), move |copied| select(copied, &by_hand));
    }
    // Once the page shows something else, "copied" would be about another link.
    let (done, refused) = match &*copied {
        Copied::Done(link) => (*link == props.link, false),
        Copied::Refused(link) => (false, *link == props.link),
        Copied::Not => (false, false),
    };
    html! {
        <div class="share">
            <button type="button" class="copy" onclick={on_copy}>{ labels.copy_link }</button>
            <span role="status">{ if done { labels.link_copied } else { "" } }</span>
            <div class="by-hand">
                if refused {
                    <label>
                        { labels.link_by_hand }
                        <input ref={by_hand} type="text" readonly=true value={address::absolute(&props.link)} />
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
