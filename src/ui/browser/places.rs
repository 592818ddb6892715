//! Where the reader is: for each entry in the history of the browser, how far the page was scrolled, what was open, what had the
//! focus, and how the sliders stood that are in no link. Another screen starts at its top; going back finds the place again.
//!
//! Browsers restore a place as soon as they have gone back, when the page still shows what it showed before. So the page does it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Date, Function};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, Event, EventInit, FocusOptions, History, HtmlDetailsElement, HtmlElement, HtmlInputElement,
    ScrollRestoration,
};
use yew::{hook, use_effect_with, use_mut_ref};

use crate::ui::browser::window::window;

/// The places of the page, by entry of the history.
pub(crate) struct Places {
    /// The current entry.
    entry: f64,
    /// The places that the reader has left.
    left: Vec<(f64, Place)>,
    /// The place that is to be found again once the page shows what it showed there.
    awaited: Option<Place>,
}

/// The last event after which a browser still keeps something with the entry for when the page is loaded again: at `pagehide`, and
/// at the change of visibility before it, it has read the entry already.
const LEAVING: &str = "beforeunload";

/// What a reader who comes back finds as it was.
#[derive(Debug, Clone, PartialEq)]
struct Place {
    /// How far the page is scrolled, in CSS pixels.
    top: f64,
    /// The disclosures that are open.
    open: Vec<String>,
    /// What has the focus; empty for nothing that can be found again.
    focus: String,
    /// The ids and positions of the sliders that no link holds.
    slid: Vec<(String, String)>,
}

/// The sliders whose position is part of the place, because no link holds it.
const SLIDERS: &str = "main input[type=range][data-kept-with-place]";

thread_local! {
    /// The place in the document that the page takes the place of, where its reader has begun to read it.
    static DOCUMENT: RefCell<Option<Place>> = const { RefCell::new(None) };
}

/// Marks the body that is a document until the page takes its place.
const IS_DOCUMENT: &str = "data-document";

/// Remembers where the reader is in the document, which the page is about to take the place of.
pub(crate) fn leave_document() {
    let Some(body) = document().and_then(|document| document.body()) else { return };
    if body.has_attribute(IS_DOCUMENT) {
        let place = Place::here();
        let is_at_start = place.top <= 0.0 && place.open.is_empty() && place.focus.is_empty();
        DOCUMENT.set((!is_at_start).then_some(place));
        let _ = body.remove_attribute(IS_DOCUMENT);
    }
}

/// Whether there is nothing to open again once the page has taken the place of the document. What the document itself has open is written
/// otherwise than what the browser has opened.
pub(crate) fn is_as_loaded() -> bool {
    all("main details[open='']").is_empty() && entry().is_none_or(|(_, place)| place.is_none())
}

impl Places {
    /// The places of a page that has just been loaded. One that was loaded again finds its place.
    pub(crate) fn start() -> Self {
        let history = history();
        if let Some(history) = &history {
            // A browser that refuses restores what it can by itself.
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        }
        let known = entry().map(|(entry, place)| (entry, place.map(|place| Place { focus: String::new(), ..place })));
        let (entry, awaited) = known.unwrap_or_else(|| (Date::now(), None));
        // Whoever has begun to read the document goes on there.
        let awaited = DOCUMENT.take().or(awaited);
        mark(&Array::of1(&entry.into()));
        Self { entry, left: Vec::new(), awaited }
    }

    /// Remembers the place that the page is at, before it shows something else.
    pub(crate) fn leave(&mut self) {
        let entry = self.entry;
        self.left.retain(|(left, _)| !is_same(*left, entry));
        self.left.push((entry, Place::here()));
    }

    /// Notices that the browser has gone to another entry. The page still shows what it showed at the last one.
    pub(crate) fn arrive(&mut self) {
        self.leave();
        match entry() {
            Some((entry, place)) => {
                let known = self.left.iter().find(|(left, _)| is_same(*left, entry)).map(|(_, place)| place.clone());
                self.entry = entry;
                self.awaited = known.or(place);
            }
            None => self.mark_new(),
        }
    }

    /// Notices that the browser has gone to another entry that shows the same, and takes the reader to its place.
    pub(crate) fn arrive_at_place(places: &RefCell<Self>) {
        let here = places.borrow().entry;
        if entry().is_some_and(|(entry, _)| is_same(entry, here)) {
            return;
        }
        places.borrow_mut().arrive();
        // What moves there may ask for the places itself.
        let place = places.borrow_mut().awaited.take();
        if let Some(place) = place {
            place.find_again(false);
        }
    }

    /// Notices that the page itself has made a new entry.
    pub(crate) fn mark_new(&mut self) {
        self.entry = Date::now();
        self.awaited = None;
        mark(&Array::of1(&self.entry.into()));
    }
}

/// Takes the reader to the right place of what the page shows: to the one that was left, and else to the top of another screen.
/// `shown` says which screen it is, and of which note. `arrivals` rises each time a link brought something. `leads_elsewhere` is
/// true where the link names a part of the screen, which takes the focus by itself.
#[hook]
pub(crate) fn use_place(places: &Rc<RefCell<Places>>, shown: &str, arrivals: u32, leads_elsewhere: bool) {
    let last = use_mut_ref(|| None::<String>);
    {
        let places = places.clone();
        use_effect_with((shown.to_owned(), arrivals), move |(shown, _)| {
            let before = last.borrow_mut().replace(shown.clone());
            let is_another = before.as_ref().is_some_and(|before| before != shown);
            let awaited = places.borrow_mut().awaited.take();
            match awaited {
                Some(place) => place.find_again(is_another),
                None if is_another && !leads_elsewhere => start_at_top(),
                None => {}
            }
        });
    }
    let places = places.clone();
    use_effect_with((), move |()| {
        let leave = Closure::<dyn Fn(Event)>::new(move |_| {
            let places = places.borrow();
            mark(&Place::here().kept(places.entry));
        });
        let listener = leave.as_ref().unchecked_ref::<Function>();
        if let Some(window) = window() {
            let _ = window.add_event_listener_with_callback(LEAVING, listener);
        }
        move || {
            if let Some(window) = window() {
                let _ = window.remove_event_listener_with_callback(LEAVING, leave.as_ref().unchecked_ref());
            }
        }
    });
}

/// Shows another screen from its top and gives the focus to its heading, which is then read aloud.
fn start_at_top() {
    scroll_to(0.0);
    give_quietly(heading().as_ref());
}

impl Place {
    /// The place that the page is at.
    fn here() -> Self {
        let open = disclosures().into_iter().filter(|(_, element)| element.open()).map(|(name, _)| name).collect();
        let slid = sliders().map(|slider| (slider.id(), slider.value())).collect();
        Self { top: scrolled(), open, focus: focused(), slid }
    }

    /// Opens what was open, gives the focus back to what had it, and scrolls to where the page was. On another screen, the heading
    /// takes the focus where nothing else can.
    fn find_again(self, is_another: bool) {
        self.slide();
        self.open();
        let focused = find_focused(&self.focus);
        give_quietly(focused.or_else(|| heading().filter(|_| is_another)).as_ref());
        scroll_to(self.top);
        // Charts take the width of their place when they are drawn, and what was opened is filled then. Whoever has scrolled in the
        // meantime stays there.
        let reached = scrolled();
        once_drawn(move || {
            if is_same(scrolled(), reached) {
                self.open();
                scroll_to(self.top);
            }
        });
    }

    /// Moves the sliders to where they were, as the reader did.
    fn slide(&self) {
        for slider in sliders() {
            let left = self.slid.iter().find(|(id, _)| *id == slider.id()).map(|(_, position)| position);
            let Some(position) = left.filter(|position| **position != slider.value()) else { continue };
            slider.set_value(position);
            let init = EventInit::new();
            init.set_bubbles(true);
            if let Ok(moved) = Event::new_with_event_init_dict("input", &init) {
                let _ = slider.dispatch_event(&moved);
            }
        }
    }

    fn open(&self) {
        for (name, disclosure) in disclosures() {
            if self.open.contains(&name) && !disclosure.open() {
                disclosure.set_open(true);
            }
        }
    }

    /// What the browser keeps with an entry of its history.
    fn kept(&self, entry: f64) -> Array {
        let slid: Array = self.slid.iter().map(|(id, position)| Array::of2(&id.into(), &position.into())).collect();
        let kept = Array::of4(&entry.into(), &self.top.into(), &self.focus.as_str().into(), &slid);
        for name in &self.open {
            kept.push(&name.as_str().into());
        }
        kept
    }
}

/// The current entry of the history, and the place that the browser kept with it. `None` for an entry that the page has not seen.
fn entry() -> Option<(f64, Option<Place>)> {
    let kept = history()?.state().ok()?.dyn_into::<Array>().ok()?;
    let entry = kept.get(0).as_f64()?;
    let top = kept.get(1).as_f64();
    let place = top.map(|top| Place {
        top,
        focus: kept.get(2).as_string().unwrap_or_default(),
        slid: slid(&kept.get(3)),
        open: kept.iter().skip(4).filter_map(|name| name.as_string()).collect(),
    });
    Some((entry, place))
}

/// The ids and positions of sliders that the browser kept.
fn slid(kept: &JsValue) -> Vec<(String, String)> {
    let pair = |pair: JsValue| {
        let pair = pair.dyn_into::<Array>().ok()?;
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    kept.dyn_ref::<Array>().map(|kept| kept.iter().filter_map(pair).collect()).unwrap_or_default()
}

/// Keeps something with the current entry of the history. The address stays.
fn mark(kept: &JsValue) {
    if let Some(history) = history() {
        // A browser that refuses shows the screen from its top when the reader comes back.
        let _ = history.replace_state(kept, "");
    }
}

/// The disclosures of the screen, each with a name by which it is found again: what its summary says, and how many before it say
/// the same.
fn disclosures() -> Vec<(String, HtmlDetailsElement)> {
    let mut found: Vec<(String, HtmlDetailsElement)> = Vec::new();
    for element in all("main details") {
        let summary = element.query_selector("summary").ok().flatten();
        let summary = summary.and_then(|summary| summary.text_content()).unwrap_or_default();
        let same =
            found.iter().filter(|(name, _)| name.split_once(' ').is_some_and(|(_, said)| said == summary)).count();
        if let Ok(disclosure) = element.dyn_into() {
            found.push((format!("{same} {summary}"), disclosure));
        }
    }
    found
}

/// A name for what has the focus, by which it is found again: its id, or the address it leads to and how many before it lead there.
fn focused() -> String {
    let Some(element) = document().and_then(|document| document.active_element()) else { return String::new() };
    if !element.id().is_empty() {
        return format!("#{}", element.id());
    }
    let Some(address) = element.get_attribute("href") else { return String::new() };
    let before = leading_to(&address).into_iter().take_while(|other| *other != element).count();
    format!("{before} {address}")
}

fn find_focused(name: &str) -> Option<Element> {
    if let Some(id) = name.strip_prefix('#') {
        return document()?.get_element_by_id(id);
    }
    let (before, address) = name.split_once(' ')?;
    leading_to(address).into_iter().nth(before.parse().ok()?)
}

/// The links with an address.
fn leading_to(address: &str) -> Vec<Element> {
    let mut links = all("a[href]");
    links.retain(|link| link.get_attribute("href").as_deref() == Some(address));
    links
}

fn sliders() -> impl Iterator<Item = HtmlInputElement> {
    all(SLIDERS).into_iter().filter_map(|element| element.dyn_into().ok())
}

fn heading() -> Option<Element> {
    document()?.query_selector("main h1").ok()?
}

/// Gives the focus to an element and leaves the page where it is.
fn give_quietly(element: Option<&Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_ref::<HtmlElement>()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

fn all(selector: &str) -> Vec<Element> {
    let found = document().and_then(|document| document.query_selector_all(selector).ok());
    let found = found.into_iter();
    found.flat_map(|found| (0..found.length()).filter_map(move |index| found.get(index)?.dyn_into().ok())).collect()
}

/// Does something once what changed has been drawn.
fn once_drawn(then: impl FnOnce() + 'static) {
    let after_next = Closure::once_into_js(then);
    let next = Closure::once_into_js(move || request_frame(&after_next));
    request_frame(&next);
}

fn request_frame(then: &JsValue) {
    if let Some(window) = window() {
        let _ = window.request_animation_frame(then.unchecked_ref());
    }
}

fn scrolled() -> f64 {
    window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

fn scroll_to(top: f64) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, top);
    }
}

/// Whether two numbers that went through the browser are the same one.
fn is_same(one: f64, other: f64) -> bool {
    one.to_bits() == other.to_bits()
}

fn history() -> Option<History> {
    window()?.history().ok()
}

fn document() -> Option<Document> {
    window()?.document()
}
