//! The page's address: the only module that reads or writes the address bar, the window's title and the document's
//! language.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, KeyboardEvent, Location};
use yew::{Callback, hook, use_effect_with, use_mut_ref};

use crate::ui::browser::places::Places;
use crate::ui::browser::window::window;

/// The address at which the page is published; `None` where the build was given none.
const PUBLISHED: Option<&str> = option_env!("INDSATSREGNER_PAGE");

/// How long nothing may change before the address is written, in milliseconds. Browsers refuse more than about a
/// hundred changes of the address in half a minute.
const WRITE_DELAY: u32 = 300;

/// The link in the address bar: the text behind `#` or, where there is none, the link that the address itself stands for.
pub(crate) fn read() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    let link = hash.strip_prefix('#').unwrap_or(&hash);
    if link.is_empty() { own().unwrap_or_default() } else { link.to_owned() }
}

/// The link to what the page that was loaded is the document of; `None` for a page without one.
fn own() -> Option<String> {
    window()?.document()?.document_element()?.get_attribute("data-opens")
}

/// Tells the browser and assistive technology which language the page is in.
pub(crate) fn set_language(code: &str) {
    let root = window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        // Nothing can be done where the document refuses the attribute.
        let _ = root.set_attribute("lang", code);
    }
}

/// Sets the window's title, for tabs, bookmarks and screen readers.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// The permanent address of a link: at the published page if the build was given its address, otherwise at the page as
/// it was opened. For a file on the reader's machine it names only the file, since the path to it is private.
pub(crate) fn canonical(link: &str) -> String {
    let page = page_for(link);
    let page = if is_shared() { page.as_str() } else { page.rsplit('/').next().unwrap_or_default() };
    format!("{page}#{link}")
}

/// The address of a link for the clipboard: the permanent one or, for a file on the reader's machine, one that opens
/// only there.
pub(crate) fn to_copy(link: &str) -> String {
    format!("{}#{link}", page_for(link))
}

/// The permanent address that a link is given: of the note whose document was loaded, if the link is about it too, because chats then
/// show that note. Any other link goes to the page itself.
fn page_for(link: &str) -> String {
    let value = |link: &str, name: &str| {
        link.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=').map(str::to_owned))
    };
    let is_own = own().is_some_and(|own| {
        value(&own, "note").is_some()
            && ["note", "lang", "screen"].iter().all(|name| value(&own, name) == value(link, name))
    });
    let page = page();
    let (folder, here) = (page.rsplit_once('/').map_or("", |(folder, _)| folder), page_here());
    match here.strip_prefix(&page_above()) {
        Some(document) if is_own => format!("{folder}/{document}"),
        _ => page,
    }
}

/// Whether other people can open the page's links.
pub(crate) fn is_shared() -> bool {
    PUBLISHED.is_some() || location(Location::protocol).starts_with("http")
}

/// The page's permanent address, without query and link. In an iframe too, this is the address of the page itself.
pub(crate) fn page() -> String {
    PUBLISHED.map_or_else(page_above, str::to_owned)
}

/// The address of the page itself that the loaded document is below, without query and link.
fn page_above() -> String {
    let here = page_here();
    // What is behind the last `/` names the page, and each folder ends with one.
    let folders = up().matches("../").count();
    if folders == 0 {
        here
    } else {
        here.rsplit('/')
            .skip(folders.saturating_add(1))
            .fold(String::new(), |above, folder| format!("{folder}/{above}"))
    }
}

/// The address that the page was loaded from, without query and link.
pub(crate) fn page_here() -> String {
    let here = location(Location::href);
    here.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// The query of the address, with its `?`; empty where there is none.
pub(crate) fn query() -> String {
    location(Location::search)
}

/// The way from the folder of the page that was loaded to that of all files: the document of a note lies in a folder of its own.
pub(crate) fn up() -> String {
    let manifest = manifest().and_then(|manifest| manifest.get_attribute("href")).unwrap_or_default();
    manifest.rsplit_once("../").map(|(up, _)| format!("{up}../")).unwrap_or_default()
}

/// What names the file by which the page is installed.
fn manifest() -> Option<Element> {
    window()?.document()?.query_selector("link[rel=manifest]").ok()?
}

/// Whether the page is on a web server with all its files; otherwise it is the single-file page, wherever that lies.
pub(crate) fn is_hosted() -> bool {
    manifest().is_some() && location(Location::protocol).starts_with("http")
}

/// Whether the page is shown in an iframe of another page.
pub(crate) fn is_framed() -> bool {
    let window = window();
    let parent = window.as_ref().and_then(|window| window.parent().ok()?);
    parent != window
}

/// Writes a link into the address bar at once, for a page that is about to be reloaded.
pub(crate) fn write_now(link: &str) {
    // Where the browser refuses, the address is only some tenths of a second out of date.
    let _ = replace(link);
}

/// Loads the page again.
pub(crate) fn reload() {
    if let Some(window) = window() {
        // Where the browser refuses to load the page again, the page stays as it is.
        let _ = window.location().reload();
    }
}

fn location(part: fn(&Location) -> Result<String, JsValue>) -> String {
    window().and_then(|window| part(&window.location()).ok()).unwrap_or_default()
}

/// A link that somebody has put into the address bar.
pub(crate) struct Followed {
    /// The link as it stands there.
    pub(crate) link: String,
    current: Rc<RefCell<String>>,
}

impl Followed {
    /// Tells the page's own link to what is about to be shown. Until the reader changes something, the address stays as it is.
    pub(crate) fn opens(&self, own_link: String) {
        *self.current.borrow_mut() = own_link;
    }
}

/// A link that is about to be written. It no longer is once this is dropped.
struct Pending {
    write: Rc<dyn Fn()>,
    _timer: Timeout,
}

/// What may be the last that happens here before the reader leads the page elsewhere, leaves it, or loads it again. A browser that
/// loads a page again has read its address before it says so, and one that goes back does not say so at all: what does that
/// comes before, a button or a key.
const LAST_CHANCES: [&str; 7] =
    ["pointerdown", "click", "keydown", "blur", "beforeunload", "pagehide", "visibilitychange"];

/// Whether a key is no text and no step of a slider, but may be the browser's own: F5, or a letter or an arrow with Ctrl, Alt or ⌘.
fn may_lead_away(key: &KeyboardEvent) -> bool {
    key.key() == "F5" || key.ctrl_key() || key.alt_key() || key.meta_key()
}

/// Keeps the address bar and the page in step. `link` is written once it has stopped changing, or as soon as the reader leaves;
/// a link that somebody puts into the address bar goes to `on_open`, which says what the page's own link to it is (`Followed::opens`) just before
/// the page shows that: what a link needs may have to arrive first.
///
/// What takes the place of the whole calculation (`replaced` rises) gets an entry of its own in the history of the browser, as a
/// followed link does, so that going back brings what was there. Single numbers change the entry that is there. In an iframe
/// nothing gets an entry: going back is the page's around it.
///
/// An address that was opened stays as it is until the reader changes something. That also holds for one that could not
/// be applied in full: the reader may want to correct it.
#[hook]
pub(crate) fn use_address(link: &str, replaced: u32, places: &Rc<RefCell<Places>>, on_open: Callback<Followed>) {
    let pending = use_mut_ref(|| None::<Pending>);
    // The page's own link to what the current address opens.
    let current = use_mut_ref(|| link.to_owned());
    // The link in the address bar as the page last read or wrote it.
    let known = use_mut_ref(read);

    let last_replaced = use_mut_ref(|| replaced);

    {
        let (current, known, pending, places) = (current.clone(), known.clone(), pending.clone(), places.clone());
        use_effect_with((), move |()| {
            let at_place = (known.clone(), places.clone());
            let arrive = {
                let pending = pending.clone();
                Closure::<dyn Fn(Event)>::new(move |_| {
                    // A write that is still pending would overwrite the link that was just opened.
                    pending.borrow_mut().take();
                    places.borrow_mut().arrive();
                    let link = read();
                    known.borrow_mut().clone_from(&link);
                    on_open.emit(Followed { link, current: current.clone() });
                })
            };
            let leave = Closure::<dyn Fn(Event)>::new(move |event: Event| {
                if event.dyn_ref().is_some_and(|key| !may_lead_away(key)) {
                    return;
                }
                let pending = pending.borrow_mut().take();
                if let Some(pending) = pending {
                    (pending.write)();
                }
            });
            // Two entries with the same address: only the place is another one.
            let arrive_at_place = Closure::<dyn Fn(Event)>::new(move |_| {
                if read() == *at_place.0.borrow() {
                    Places::arrive_at_place(&at_place.1);
                }
            });
            listen("hashchange", &arrive);
            listen("popstate", &arrive_at_place);
            for name in LAST_CHANCES {
                listen(name, &leave);
            }
            move || {
                forget("hashchange", &arrive);
                forget("popstate", &arrive_at_place);
                for name in LAST_CHANCES {
                    forget(name, &leave);
                }
            }
        });
    }

    let places = places.clone();
    use_effect_with((link.to_owned(), replaced), move |(link, replaced)| {
        let waiting = pending.borrow_mut().take();
        if last_replaced.replace(*replaced) != *replaced {
            // What was there a moment ago is what going back is to bring.
            if let Some(waiting) = waiting {
                (waiting.write)();
            }
            let is_here = read() == *known.borrow() && !is_framed();
            if is_here && *link != *current.borrow() && push(link).is_ok() {
                places.borrow_mut().mark_new();
                current.borrow_mut().clone_from(link);
                *known.borrow_mut() = read();
            }
        }
        if *link != *current.borrow() {
            let link = link.clone();
            let write: Rc<dyn Fn()> = Rc::new(move || {
                // The reader may have followed a link of which the browser has not told the page yet. That link stays.
                if read() != *known.borrow() || link == *current.borrow() {
                    return;
                }
                // A refusal (too many changes, a sandboxed iframe) leaves the old address; the next change tries again.
                if replace(&link).is_ok() {
                    current.borrow_mut().clone_from(&link);
                    *known.borrow_mut() = read();
                }
            });
            let later = write.clone();
            *pending.borrow_mut() = Some(Pending { write, _timer: Timeout::new(WRITE_DELAY, move || later()) });
        }
    });
}

/// Listens at the window, before the page itself hears.
fn listen(name: &str, listener: &Closure<dyn Fn(Event)>) {
    if let Some(window) = window() {
        let listener = listener.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback_and_bool(name, listener, true);
    }
}

fn forget(name: &str, listener: &Closure<dyn Fn(Event)>) {
    if let Some(window) = window() {
        let listener = listener.as_ref().unchecked_ref();
        let _ = window.remove_event_listener_with_callback_and_bool(name, listener, true);
    }
}

fn replace(link: &str) -> Result<(), JsValue> {
    let history = window().ok_or(JsValue::NULL)?.history()?;
    // What is kept with the entry stays.
    history.replace_state_with_url(&history.state()?, "", Some(&format!("#{link}")))
}

/// Makes another entry of the history with the address that is there, for a way to another part of the same screen. Returns whether
/// the browser has made it.
pub(crate) fn enter_again() -> bool {
    !is_framed() && push(&read()).is_ok()
}

fn push(link: &str) -> Result<(), JsValue> {
    let history = window().ok_or(JsValue::NULL)?.history()?;
    history.push_state_with_url(&JsValue::NULL, "", Some(&format!("#{link}")))
}
