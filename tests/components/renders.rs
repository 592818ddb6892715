//! Which components render when something small changes. Yew reports each render to `tracing`, so that the page needs no
//! counters of its own.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Debug;

use indsatsregner::ui::{App, AppProps};
use model::language::Language;
use tracing::dispatcher::DefaultGuard;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Dispatch, Metadata, Subscriber, dispatcher};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Event, EventInit, HtmlSelectElement, window};
use yew::{AppHandle, Renderer};

use crate::{ANSWER, drawn, enter, find, library, place, text, until};

thread_local! {
    /// What rendered since somebody asked last: the root element of each render.
    static RENDERED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Hears of each render from Yew.
struct Renders;

impl Subscriber for Renders {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_event() && metadata.target().ends_with("::lifecycle")
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &tracing::Event<'_>) {
        event.record(&mut Rendered);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

struct Rendered;

impl Visit for Rendered {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "view" {
            let name = root(&format!("{value:?}"));
            RENDERED.with_borrow_mut(|rendered| rendered.push(name));
        }
    }
}

/// The root element of a rendered view, such as `section/figures` or `section#rows-apart` for one with that heading; `<>`
/// and the first element for a list of elements.
fn root(view: &str) -> String {
    let tag = view.split_once("tag: ").map_or("", |(_, rest)| quoted(rest)[0]);
    if !view.starts_with("Ok(VTag") {
        return format!("<>{tag}");
    }
    // The root's own attributes stand behind its children.
    let attributes = view.rsplit_once("attributes: ").unwrap().1.rsplit_once(", key: ").unwrap().0;
    let class = || Some(format!("/{}", attribute(attributes, "class")?.split(' ').next().unwrap()));
    let heading = || Some(format!("#{}", attribute(attributes, "aria-labelledby")?));
    let role = || Some(format!("[{}]", attribute(attributes, "role")?));
    format!("{tag}{}", class().or_else(heading).or_else(role).unwrap_or_default())
}

/// The value of an attribute, from how Yew prints the attributes of an element.
fn attribute(attributes: &str, name: &str) -> Option<String> {
    match attributes.split_once("values: ") {
        Some((names, values)) => {
            // An attribute that is not there has the value `None`, which is no text.
            let values = values.replace("None", "\"\"");
            let (names, values) = (quoted(names), quoted(&values));
            assert_eq!(names.len(), values.len(), "{attributes}");
            let value = names.iter().position(|known| *known == name).map(|position| values[position].to_owned());
            value.filter(|value| !value.is_empty())
        }
        None => quoted(attributes).chunks(2).find(|pair| pair[0] == name).map(|pair| pair[1].to_owned()),
    }
}

fn quoted(text: &str) -> Vec<&str> {
    text.split('"').skip(1).step_by(2).collect()
}

/// Waits until nothing renders any more. Yew lets the browser work between renders, and goes on in the next task.
async fn settled() {
    let mut quiet = 0;
    while quiet < 5 {
        let before = RENDERED.with_borrow(Vec::len);
        drawn().await;
        quiet = if RENDERED.with_borrow(Vec::len) == before { quiet + 1 } else { 0 };
    }
}

struct Page {
    place: Element,
    app: AppHandle<App>,
    _listening: DefaultGuard,
}

impl Page {
    /// The page at a link, once its charts have been drawn for the room that they have.
    async fn open(link: &str) -> Self {
        let listening = dispatcher::set_default(&Dispatch::new(Renders));
        window().unwrap().location().set_hash(link).unwrap();
        let place = place();
        let app = Renderer::<App>::with_root_and_props(
            place.clone(),
            AppProps { library: library(), language: Language::Danish, left_out: Vec::new(), in_hand: None },
        )
        .render();
        until("the page is there", || place.query_selector("footer").unwrap().is_some()).await;
        until("the charts are as wide as their frames", || {
            let drawings = place.query_selector_all("svg[role]:only-child").unwrap();
            (0..drawings.length()).all(|index| {
                let drawing: Element = drawings.get(index).unwrap().dyn_into().unwrap();
                let width = drawing.parent_element().unwrap().get_bounding_client_rect().width().floor();
                let drawing = drawing.get_attribute("viewBox").unwrap();
                drawing.starts_with(&format!("0 0 {width} "))
            })
        })
        .await;
        settled().await;
        Self { place, app, _listening: listening }
    }

    /// What renders until the condition holds: the root element of each component, and how often it rendered if more than
    /// once. The page is taken away then, or it would follow the addresses of other tests.
    async fn renders(
        self,
        act: impl FnOnce(&Element),
        what: &'static str,
        holds: impl Fn(&Element) -> bool,
    ) -> Vec<String> {
        RENDERED.take();
        act(&self.place);
        until(what, || holds(&self.place)).await;
        settled().await;
        let mut counts = BTreeMap::new();
        for name in RENDERED.take() {
            *counts.entry(name).or_insert(0) += 1;
        }
        self.app.destroy();
        self.place.remove();
        let lines = counts.into_iter().map(|(name, count)| if count == 1 { name } else { format!("{name} × {count}") });
        lines.collect()
    }

    /// What renders when the reader moves the slider of the caseload.
    async fn renders_with_slider(self) -> Vec<String> {
        let before = text(&self.place, ANSWER);
        self.renders(
            |place| enter(place, "[data-driver=caseload] input[type=range]", "20"),
            "the answer moves, and the results follow",
            |place| text(place, ANSWER) != before && place.query_selector("[aria-busy=true]").unwrap().is_none(),
        )
        .await
    }

    /// What renders when the reader asks about the first number of a part of the page.
    async fn renders_with_question(self, part: &str) -> Vec<String> {
        let is_open = |place: &Element| place.query_selector("[aria-labelledby=explanation-title]").unwrap().is_some();
        let ask = |place: &Element| find(place, &format!("{part} a[aria-expanded]")).click();
        self.renders(ask, "the explanation opens", is_open).await
    }

    /// What renders when the reader chooses English.
    async fn renders_with_language(self) -> Vec<String> {
        const ENGLISH: &str = "nav [hreflang=en]";
        let is_current = |place: &Element| find(place, ENGLISH).has_attribute("aria-current");
        self.renders(|place| find(place, ENGLISH).click(), "the page is in English", is_current).await
    }
}

/// Chooses an option as a reader would.
fn choose(place: &Element, selector: &str, value: &str) {
    let select: HtmlSelectElement = find(place, selector).dyn_into().unwrap();
    select.set_value(value);
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    select.dispatch_event(&Event::new_with_event_init_dict("change", &bubbling).unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn one_slider_renders_what_shows_the_scenario() {
    let page = Page::open("v=1&note=ips-2018").await;
    let rendered = page.renders_with_slider().await;
    assert_eq!(
        rendered,
        [
            "<> × 5",
            "<>header",
            "<>p",
            "<>section",
            "details/all-numbers",
            "details/folded-map",
            "details/qr",
            "div/calculator × 2",
            "div/driver × 6",
            "div/embedding",
            "div/results × 2",
            "div/scrolled × 4",
            "div/share × 3",
            "div[status]",
            "form/drivers",
            "p/unseen",
            "section/about-chart",
            "section/answer",
            "section/cumulative × 2",
            "section/hangs-on",
            "section/limits",
            "section/people",
            "section/tornado",
            "span/copy-picture × 4",
            "svg/drawing × 6"
        ]
    );
}

#[wasm_bindgen_test]
async fn one_slider_beside_the_open_map_renders_it_too() {
    let page = Page::open("v=1&note=ips-2018&across=effect&up=caseload").await;
    let rendered = page.renders_with_slider().await;
    assert_eq!(
        rendered,
        [
            "<> × 5",
            "<>header",
            "<>p",
            "<>section",
            "details",
            "details/all-numbers",
            "details/folded-map",
            "details/qr",
            "div/calculator × 2",
            "div/driver × 6",
            "div/embedding",
            "div/results × 2",
            "div/scrolled × 4",
            "div/share × 3",
            "div[status]",
            "form/drivers",
            "p/unseen",
            "section/about-chart",
            "section/answer",
            "section/cumulative × 2",
            "section/hangs-on",
            "section/limits",
            "section/map",
            "section/people",
            "section/tornado",
            "span/copy-picture × 5",
            "svg/drawing × 7"
        ]
    );
}

#[wasm_bindgen_test]
async fn a_question_renders_what_links_to_explanations_and_no_drivers() {
    let page = Page::open("v=1&note=ips-2018").await;
    let rendered = page.renders_with_question("section[aria-labelledby=figures-title]").await;
    assert_eq!(
        rendered,
        [
            "<> × 3",
            "<>header",
            "<>p",
            "<>section",
            "details/folded-map",
            "details/qr",
            "div/calculator",
            "div/embedding",
            "div/explanation",
            "div/results",
            "div/scrolled × 4",
            "div/share × 3",
            "div[status]",
            "section/about-chart",
            "section/cumulative",
            "section/limits",
            "section/tornado",
            "span/copy-picture × 3"
        ]
    );
}

#[wasm_bindgen_test]
async fn a_question_about_the_method_renders_no_other_chapters() {
    let page = Page::open("v=1&screen=method").await;
    let rendered = page.renders_with_question("section[aria-labelledby=payback]").await;
    assert_eq!(
        rendered,
        ["<> × 3", "<>dl", "<>header", "div/explanation", "div/method", "div/scrolled", "div[status]"]
    );
}

#[wasm_bindgen_test]
async fn another_rate_renders_the_paybacks_and_the_links_to_the_notes() {
    let page = Page::open("v=1&screen=method").await;
    let before = text(&page.place, "section[aria-labelledby=payback]");
    let rendered = page.renders(
        |place| choose(place, "#discount-rate", "0.04"),
        "the paybacks move",
        |place| text(place, "section[aria-labelledby=payback]") != before,
    );
    assert_eq!(rendered.await, ["<> × 3", "<>dl", "<>header", "<>p × 2", "div/method", "div/scrolled", "div[status]"]);
}

#[wasm_bindgen_test]
async fn another_other_renders_the_comparison() {
    let page = Page::open("v=1&screen=compare&note=bi11-2026-s1&with.note=bi10-2026").await;
    let before = text(&page.place, "#comparison");
    let rendered = page.renders(
        |place| choose(place, "#compare-with", "bi11-2026-s2"),
        "the comparison moves",
        |place| text(place, "#comparison") != before,
    );
    // A frame renders once more where its table comes to be wider than the frame, which hangs on the letters of the machine.
    let once =
        |rendered: String| if rendered.starts_with("div/scrolled") { "div/scrolled".to_owned() } else { rendered };
    let rendered: Vec<String> = rendered.await.into_iter().map(once).collect();
    assert_eq!(
        rendered,
        [
            "<> × 3",
            "<>header",
            "<>p × 2",
            "details/qr",
            "div/opponent",
            "div/scrolled",
            "div/share × 2",
            "div[status]",
            "p/choose",
            "p/unseen",
            "section/both",
            "section/comparison",
            "span/copy-picture",
            "svg/drawing",
        ]
    );
}

#[wasm_bindgen_test]
async fn another_language_renders_everything_with_words() {
    let page = Page::open("v=1&note=ips-2018").await;
    let rendered = page.renders_with_language().await;
    assert_eq!(
        rendered,
        [
            "<> × 3",
            "<>header",
            "<>p",
            "<>section",
            "details/all-numbers",
            "details/also-said",
            "details/folded-map",
            "details/qr",
            "div",
            "div/calculator",
            "div/driver × 40",
            "div/embedding",
            "div/results",
            "div/scrolled × 4",
            "div/share × 3",
            "div[status] × 2",
            "form/drivers",
            "p/title-field",
            "p/unseen",
            "section/about-chart",
            "section/aims",
            "section/answer",
            "section/cumulative",
            "section/hangs-on",
            "section/limits",
            "section/opener",
            "section/people",
            "section/tornado",
            "span/copy-picture × 3",
            "svg/drawing × 3",
        ]
    );
}
