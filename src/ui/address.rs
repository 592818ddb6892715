//! The one place that touches the address bar.

use gloo_timers::callback::Timeout;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Location, window};
use yew::{Callback, hook, use_effect_with, use_mut_ref};

/// Where the page is published, if the build was told.
const PUBLISHED: Option<&str> = option_env!("INDSATSREGNER_PAGE");

/// Browsers refuse more than some hundred changes of the address in half a minute, so it is written once the reader's
/// hand has rested for so many milliseconds.
const REST: u32 = 300;

/// The link in the address bar: the text behind `#`, empty where there is none.
pub(super) fn read() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').map(str::to_owned).unwrap_or(hash)
}

/// Tells the browser and assistive technology which language the page is in.
pub(super) fn speak(code: &str) {
    let root = window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        // A document that refuses attributes cannot be told.
        let _ = root.set_attribute("lang", code);
    }
}

/// Names the page in the window's title, for tabs, bookmarks and screen readers.
pub(super) fn name(title: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// The permanent address of a link: where the page is published, as the build was told, else where it is. Of a page that
/// only lies on this machine, the name of its file: the path to it is nobody else's business.
pub(super) fn canonical(link: &str) -> String {
    let page = page();
    let page = if is_shared() { page.as_str() } else { page.rsplit('/').next().unwrap_or_default() };
    format!("{page}#{link}")
}

/// The address of a link for the clipboard: the permanent one, or one that opens on this machine alone.
pub(super) fn copied(link: &str) -> String {
    format!("{}#{link}", page())
}

/// Whether others can open the page's links.
pub(super) fn is_shared() -> bool {
    PUBLISHED.is_some() || location(Location::protocol).starts_with("http")
}

/// The page's permanent address, without query and link; of a frame, that of the page itself.
pub(super) fn page() -> String {
    PUBLISHED.map_or_else(page_here, str::to_owned)
}

/// The address that the page was loaded from, without query and link.
pub(super) fn page_here() -> String {
    let here = location(Location::href);
    here.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// What the address asks for by its query.
pub(super) fn query() -> String {
    location(Location::search)
}

/// Whether the page lies on a host, with all its files; else it is the one file, wherever that may be.
pub(super) fn is_hosted() -> bool {
    let manifest = window().and_then(|window| window.document()?.query_selector("link[rel=manifest]").ok()?);
    manifest.is_some() && location(Location::protocol).starts_with("http")
}

/// Whether the page is shown inside another.
pub(super) fn is_framed() -> bool {
    let window = window();
    let around = window.as_ref().and_then(|window| window.parent().ok()?);
    around != window
}

/// Writes a link into the address bar at once, for a page that is about to go.
pub(super) fn settle(link: &str) {
    // Refused, the address is some tenths of a second old.
    let _ = replace(link);
}

/// Loads the page again.
pub(super) fn reload() {
    if let Some(window) = window() {
        // A page that may not be loaded again stays.
        let _ = window.location().reload();
    }
}

fn location(part: fn(&Location) -> Result<String, JsValue>) -> String {
    window().and_then(|window| part(&window.location()).ok()).unwrap_or_default()
}

/// Keeps the address bar and the page in step: `link` is written once the hand rests, and a link that somebody puts into
/// the address bar is reported. `on_open` gives back the page's own link to what it then shows.
///
/// An address that was opened stays as it is until the reader changes something, also one that could not be applied
/// in full: the reader may want to mend it.
#[hook]
pub(super) fn use_address(link: &str, on_open: Callback<String, String>) {
    let pending = use_mut_ref(|| None::<Timeout>);
    // The page's own link to what the address stands for.
    let shown = use_mut_ref(|| link.to_owned());

    {
        let (shown, pending) = (shown.clone(), pending.clone());
        use_effect_with((), move |()| {
            let changed = Closure::<dyn Fn()>::new(move || {
                // A write that still waited would overwrite what was just opened.
                pending.borrow_mut().take();
                let opened = on_open.emit(read());
                *shown.borrow_mut() = opened;
            });
            if let Some(window) = window() {
                let _ = window.add_event_listener_with_callback("hashchange", changed.as_ref().unchecked_ref());
            }
            move || {
                if let Some(window) = window() {
                    let _ = window.remove_event_listener_with_callback("hashchange", changed.as_ref().unchecked_ref());
                }
            }
        });
    }

    use_effect_with(link.to_owned(), move |link| {
        pending.borrow_mut().take();
        if *link != *shown.borrow() {
            let link = link.clone();
            let write = move || {
                // A refusal (too many changes, a sandboxed frame) leaves the old address; the next change tries again.
                if replace(&link).is_ok() {
                    *shown.borrow_mut() = link;
                }
            };
            *pending.borrow_mut() = Some(Timeout::new(REST, write));
        }
    });
}

fn replace(link: &str) -> Result<(), JsValue> {
    let history = window().ok_or(JsValue::NULL)?.history()?;
    history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{link}")))
}
