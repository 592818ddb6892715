//! The service worker, which keeps the page for when there is no network, and the newer edition that waits in it.
//!
//! Where there can be none (no secure connection, storage refused, a frame, the one file) the page works as well, and says
//! nothing about it.

use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{EventTarget, ServiceWorkerContainer, ServiceWorkerRegistration, window};
use yew::{
    AttrValue, Callback, Html, MouseEvent, Properties, UseStateHandle, function_component, html, use_effect_with,
    use_state,
};

use super::address;
use super::words::use_words;

/// The worker's address, beside the page.
const WORKER: &str = "sw.js";
/// What the worker understands.
const TAKE_OVER: &str = "take over";
const TIDY: &str = "tidy";

#[derive(Properties, PartialEq)]
pub(super) struct EditionProps {
    /// The link to what is on the page, which a reload has to keep.
    pub(super) link: AttrValue,
}

/// One line where a newer edition waits: the page stays what it is until the reader asks for the new one.
#[function_component]
pub(super) fn Edition(props: &EditionProps) -> Html {
    let words = use_words();
    let own = &words.labels().elsewhere;
    let newer = use_state(|| false);
    {
        let newer = newer.clone();
        use_effect_with((), move |()| watch(&newer));
    }
    let on_press = {
        let link = props.link.clone();
        Callback::from(move |_: MouseEvent| {
            address::settle(&link);
            spawn_local(async {
                // Without its registration there is still the reload.
                if change().await.is_err() {
                    address::reload();
                }
            });
        })
    };
    html! {
        <div role="status">
            if *newer {
                <p class="edition">{ own.new_edition }{ " " }<button type="button" onclick={on_press}>{ own.reload }</button></p>
            }
        </div>
    }
}

/// Where the page may have a worker; even asking throws where storage is refused.
fn container() -> Option<ServiceWorkerContainer> {
    if !address::is_hosted() || address::is_framed() {
        return None;
    }
    let container = Reflect::get(&window()?.navigator(), &"serviceWorker".into()).ok()?;
    container.is_object().then(|| container.unchecked_into())
}

/// Registers the worker and follows it for as long as the page lives.
fn watch(newer: &UseStateHandle<bool>) {
    let Some(container) = container() else { return };
    let newer = newer.clone();
    spawn_local(async move {
        // Refused: the page then needs the network at each visit, as any other.
        let _ = follow(container, newer).await;
    });
}

async fn follow(container: ServiceWorkerContainer, newer: UseStateHandle<bool>) -> Result<(), JsValue> {
    let was_kept = container.controller().is_some();
    if was_kept {
        // Another window may have let a newer edition take over; this one is an old one then.
        let newer = newer.clone();
        listen(&container, "controllerchange", move || newer.set(true));
    }
    let registration: ServiceWorkerRegistration = JsFuture::from(container.register(WORKER)).await?.unchecked_into();
    if let Some(worker) = container.controller() {
        worker.post_message(&TIDY.into())?;
    }
    let look = {
        let registration = registration.clone();
        // The very first edition waits for nobody.
        move || {
            if registration.waiting().is_some() && container.controller().is_some() {
                newer.set(true);
            }
        }
    };
    look();
    {
        let found = registration.clone();
        listen(&registration, "updatefound", move || {
            if let Some(worker) = found.installing() {
                listen(&worker, "statechange", look.clone());
            }
        });
    }
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let shown = document.clone();
    // A page may stay open for days; whoever comes back to it hears of a newer edition.
    listen(&document, "visibilitychange", move || {
        if !shown.hidden()
            && let Ok(update) = registration.update()
        {
            spawn_local(async move {
                // There is no network; the next time may have one.
                let _ = JsFuture::from(update).await;
            });
        }
    });
    Ok(())
}

/// Lets the edition that waits take over, and shows it.
async fn change() -> Result<(), JsValue> {
    let container = container().ok_or(JsValue::NULL)?;
    let registration = JsFuture::from(container.get_registration()).await?;
    let waiting = registration.dyn_into::<ServiceWorkerRegistration>()?.waiting().ok_or(JsValue::NULL)?;
    listen(&container, "controllerchange", address::reload);
    waiting.post_message(&TAKE_OVER.into())
}

/// Listens for as long as the page lives.
fn listen(to: &EventTarget, event: &str, heard: impl Fn() + 'static) {
    let heard = Closure::<dyn Fn()>::new(heard);
    // A target that takes no listeners tells nothing.
    let _ = to.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
    heard.forget();
}
