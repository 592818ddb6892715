//! The service worker, which keeps the page for visits without a network, and the offer of a newer edition that it
//! holds.
//!
//! Some places allow no service worker: an insecure connection, a browser that refuses storage, an iframe, the
//! single-file page. There the page works without one and says nothing about it.

use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{EventTarget, ServiceWorkerContainer, ServiceWorkerRegistration};
use yew::{
    AttrValue, Callback, Html, MouseEvent, Properties, UseStateHandle, function_component, html, use_effect_with,
    use_state,
};

use crate::ui::browser::address;
use crate::ui::browser::window::window;
use crate::ui::context::use_words;

/// The address of the worker's script, relative to the page.
const WORKER: &str = "sw.js";
/// The message that makes a waiting worker replace the active one.
const TAKE_OVER: &str = "take over";
/// The message that makes the active worker delete the files of earlier editions.
const TIDY: &str = "tidy";

#[derive(Properties, PartialEq)]
pub(super) struct EditionProps {
    /// The link to what is on the page, so that a reload shows the same.
    pub(super) link: AttrValue,
}

/// A line that offers a newer edition when one is ready. The page does not change until the reader asks for it.
#[function_component]
pub(super) fn Edition(props: &EditionProps) -> Html {
    let words = use_words();
    let labels = &words.labels().elsewhere;
    let has_newer = use_state(|| false);
    {
        let has_newer = has_newer.clone();
        use_effect_with((), move |()| start_worker(&has_newer));
    }
    let on_press = {
        let link = props.link.clone();
        Callback::from(move |_: MouseEvent| {
            address::write_now(&link);
            spawn_local(async {
                // If the worker cannot take over, a plain reload is the next best thing.
                if take_over().await.is_err() {
                    address::reload();
                }
            });
        })
    };
    html! {
        <div role="status">
            if *has_newer {
                <p class="edition" data-part="edition">{ labels.new_edition }{ " " }<button type="button" onclick={on_press}>{ labels.reload }</button></p>
            }
        </div>
    }
}

/// The browser's service worker container; `None` where the page can have no worker. The property is read through
/// `Reflect`, because reading it throws where storage is refused.
fn container() -> Option<ServiceWorkerContainer> {
    if !address::is_hosted() || address::is_framed() {
        return None;
    }
    let container = Reflect::get(&window()?.navigator(), &"serviceWorker".into()).ok()?;
    container.is_object().then(|| container.unchecked_into())
}

/// Registers the worker, and sets `has_newer` when it has a newer edition. Listens for as long as the page lives.
fn start_worker(has_newer: &UseStateHandle<bool>) {
    let Some(container) = container() else { return };
    let has_newer = has_newer.clone();
    spawn_local(async move {
        // If the browser refuses, the page needs the network at each visit, like any other page.
        let _ = register(container, has_newer).await;
    });
}

async fn register(container: ServiceWorkerContainer, has_newer: UseStateHandle<bool>) -> Result<(), JsValue> {
    let had_worker = container.controller().is_some();
    if had_worker {
        // A newer edition may take over in another window. Then this window still shows the older one.
        let has_newer = has_newer.clone();
        listen(&container, "controllerchange", move || has_newer.set(true));
    }
    let registration: ServiceWorkerRegistration =
        JsFuture::from(container.register(&format!("{}{WORKER}", address::up()))).await?.unchecked_into();
    if let Some(worker) = container.controller() {
        worker.post_message(&TIDY.into())?;
    }
    let check_waiting = {
        let registration = registration.clone();
        // On the first visit there is no controller yet, and the waiting edition is not a newer one.
        move || {
            if registration.waiting().is_some() && container.controller().is_some() {
                has_newer.set(true);
            }
        }
    };
    check_waiting();
    {
        let updated = registration.clone();
        listen(&registration, "updatefound", move || {
            if let Some(worker) = updated.installing() {
                listen(&worker, "statechange", check_waiting.clone());
            }
        });
    }
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let listening_document = document.clone();
    // A page may stay open for days, so it looks for a newer edition whenever the reader comes back to it.
    listen(&document, "visibilitychange", move || {
        if !listening_document.hidden()
            && let Ok(update) = registration.update()
        {
            spawn_local(async move {
                // An error here means that there is no network. The next visit tries again.
                let _ = JsFuture::from(update).await;
            });
        }
    });
    Ok(())
}

/// Lets the waiting edition take over, and reloads the page once it has.
async fn take_over() -> Result<(), JsValue> {
    let container = container().ok_or(JsValue::NULL)?;
    let registration = JsFuture::from(container.get_registration()).await?;
    let waiting = registration.dyn_into::<ServiceWorkerRegistration>()?.waiting().ok_or(JsValue::NULL)?;
    listen(&container, "controllerchange", address::reload);
    waiting.post_message(&TAKE_OVER.into())
}

/// Adds an event listener that stays for as long as the page lives.
fn listen(target: &EventTarget, event: &str, on_event: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(on_event);
    // If the target refuses the listener, the page just never hears of the event.
    let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    listener.forget();
}
