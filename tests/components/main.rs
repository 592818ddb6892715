//! Components by themselves in a real browser.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]
#![cfg(target_arch = "wasm32")]

mod renders;

use std::cell::RefCell;
use std::rc::Rc;

use charts::marks::{Drawing, Link, Mark, Paint};
use engine::link::{self, Notice, Title};
use engine::notes::Library;
use gloo_timers::future::TimeoutFuture;
use indsatsregner::ui::state::{Action, Arrival, State, Typing};
use indsatsregner::ui::{
    App, AppProps, DrawingView, DrawingViewProps, DriverField, DriverFieldProps, Notices, NoticesProps, TitleField,
    TitleFieldProps,
};
use js_sys::Reflect;
use model::evaluate::evaluations;
use model::language::Language;
use model::note::{Driver, DriverIx};
use model::scenario::Scenario;
use rust_decimal::Decimal;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement, window};
use yew::{Callback, Renderer};

wasm_bindgen_test_configure!(run_in_browser);

/// The message about the text in a field.
const MESSAGE: &str = "[aria-live=polite]";
const ANSWER: &str = "#answer";
const DIFFERENCE: &str = "[data-part=difference]";

fn library() -> &'static Library {
    Box::leak(Box::new(Library::embedded().unwrap()))
}

/// A new element in the document.
fn place() -> Element {
    let document = window().unwrap().document().unwrap();
    let place = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&place).unwrap();
    place
}

/// Waits until Yew has drawn, which it does after the running task.
async fn drawn() {
    TimeoutFuture::new(0).await;
    TimeoutFuture::new(0).await;
}

/// Waits until the condition holds. It is checked a fixed number of times, so a busy machine gets more time.
async fn until(what: &'static str, holds: impl Fn() -> bool) {
    for _ in 0..3_000 {
        if holds() {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("it never happened that {what}");
}

fn find(place: &Element, selector: &str) -> HtmlElement {
    let found = place.query_selector(selector).unwrap();
    found.unwrap_or_else(|| panic!("{selector} is not there")).dyn_into().unwrap()
}

/// The button with this name, as a screen reader says it; `None` where there is none.
fn button(place: &Element, name: &str) -> Option<HtmlElement> {
    let buttons = place.query_selector_all("button").unwrap();
    let buttons = (0..buttons.length()).map(|index| buttons.get(index).unwrap().unchecked_into::<HtmlElement>());
    let name_of = |button: &HtmlElement| button.get_attribute("aria-label").or_else(|| button.text_content());
    buttons.into_iter().find(|button| name_of(button).is_some_and(|own| own.replace('\u{a0}', " ") == name))
}

fn text(place: &Element, selector: &str) -> String {
    find(place, selector).text_content().unwrap_or_default()
}

/// Types a text into an input as a reader would.
fn enter(place: &Element, selector: &str, value: &str) {
    let input: HtmlInputElement = find(place, selector).dyn_into().unwrap();
    input.set_value(value);
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    input.dispatch_event(&Event::new_with_event_init_dict("input", &bubbling).unwrap()).unwrap();
}

struct Field {
    place: Element,
    /// The values of the slider and the buttons.
    heard: Rc<RefCell<Vec<Decimal>>>,
    /// What was typed stands for.
    typed: Rc<RefCell<Vec<Typing>>>,
}

/// The field of a driver of the 2018 note by itself. It records what the field reports.
async fn field(driver: &str) -> Field {
    field_with(driver, None).await
}

/// The same, with the full share that the driver may have from the first year on.
async fn field_with(driver: &str, full_share: Option<Decimal>) -> Field {
    let note = library().find("ips-2018").unwrap();
    let (ix, driver): (DriverIx, &'static Driver) =
        note.variant.drivers().find(|(_, known)| known.id == driver).unwrap();
    let heard = Rc::new(RefCell::new(Vec::new()));
    let on_set = {
        let heard = heard.clone();
        Callback::from(move |(_, value)| heard.borrow_mut().push(value))
    };
    let typed = Rc::new(RefCell::new(Vec::new()));
    let on_type = {
        let typed = typed.clone();
        Callback::from(move |(_, typing)| typed.borrow_mut().push(typing))
    };
    let place = place();
    let props = DriverFieldProps {
        ix,
        driver,
        note,
        value: driver.value,
        interval: None,
        tie: None,
        full_share,
        is_short: false,
        along: None,
        epoch: 0,
        on_set,
        on_type,
        on_restore: Callback::noop(),
        chosen: None,
        on_alternative: Callback::noop(),
        ticks: Vec::new(),
    };
    Renderer::<DriverField>::with_root_and_props(place.clone(), props).render();
    drawn().await;
    Field { place, heard, typed }
}

#[wasm_bindgen_test]
async fn the_full_share_is_one_press_where_the_effort_runs_already() {
    const FULL_SHARE: &str = "Prøv 25 %: fuld andel fra år 1, for indsatsen kører allerede";
    let full = Decimal::new(25, 2);
    let running = field_with("effect-first", Some(full)).await;
    button(&running.place, FULL_SHARE).expect("one press").click();
    assert_eq!(*running.heard.borrow(), [full]);
    let beginning = field("effect-first").await;
    assert!(button(&beginning.place, FULL_SHARE).is_none());
    let caseload = field("caseload").await;
    assert!(text(&caseload.place, "[data-part=tie]").starts_with("Andelen i job antages "));
}

#[wasm_bindgen_test]
async fn a_field_reports_what_it_understands() {
    let field = field("effect").await;
    for typed in ["12,5", "12.5", "12,5 %"] {
        field.typed.borrow_mut().clear();
        enter(&field.place, "input[type=text]", typed);
        drawn().await;
        assert_eq!(*field.typed.borrow(), [Typing::Value("0.125".parse().unwrap())], "{typed}");
        assert_eq!(text(&field.place, MESSAGE), "");
    }
    assert!(field.heard.borrow().is_empty(), "nothing slid");
}

#[wasm_bindgen_test]
async fn a_field_works_out_what_goes_on_from_its_value_before_it_was_typed_in() {
    let field = field("effect").await;
    for (typed, value, message) in [
        ("+", None, "Det kan ikke læses som et tal. Skriv f.eks. 12,5. Der regnes stadig med 25\u{a0}%."),
        (
            "+3",
            None,
            "Skriv hele regnestykket, f.eks. 12,5+3, eller hvor mange procent, f.eks. +3 %. Der regnes stadig med 25\u{a0}%.",
        ),
        (
            "+3 %",
            Some("0.2575"),
            "= 25,75\u{a0}%, for procenten er regnet af 25\u{a0}%. Mener du procentpoint, så skriv +3 pp.",
        ),
        ("+3 pp", Some("0.28"), "= 28\u{a0}%"),
        ("25*1,1", Some("0.275"), "= 27,5\u{a0}%"),
        ("25 pct.", Some("0.25"), ""),
    ] {
        field.typed.borrow_mut().clear();
        enter(&field.place, "input[type=text]", typed);
        drawn().await;
        let typing = value.map_or(Typing::NoValue, |value| Typing::Value(value.parse().unwrap()));
        assert_eq!(*field.typed.borrow(), [typing], "{typed}");
        assert_eq!(text(&field.place, MESSAGE).trim(), message, "{typed}");
    }
}

#[wasm_bindgen_test]
async fn a_field_keeps_what_it_cannot_read_and_says_what_counts() {
    let field = field("effect").await;
    for (typed, message) in [
        ("mange", "Det kan ikke læses som et tal. Skriv f.eks. 12,5."),
        ("", "Skriv et tal, f.eks. 12,5."),
        ("200 %", "Tallet kan højst være 100\u{a0}%."),
        ("-5", "Tallet skal være mindst 0\u{a0}%."),
        ("1000000000000000000000000000000", "Tallet er for stort at regne med."),
    ] {
        field.typed.borrow_mut().clear();
        enter(&field.place, "input[type=text]", typed);
        drawn().await;
        let message = format!("{message} Der regnes stadig med 25\u{a0}%.");
        assert_eq!(text(&field.place, MESSAGE).trim(), message, "{typed}");
        let input: HtmlInputElement = find(&field.place, "input[type=text]").dyn_into().unwrap();
        assert_eq!(input.value(), typed, "what was typed is kept");
        assert_eq!(input.get_attribute("aria-invalid").as_deref(), Some("true"));
        assert_eq!(*field.typed.borrow(), [Typing::NoValue], "{typed}");
    }
}

#[wasm_bindgen_test]
fn a_text_without_a_value_brings_back_all_that_counted_before_it() {
    use yew::Reducible;

    let note = "v=1&note=bi10-2026&posts=note&citizens=200";
    let opened = Rc::new(State::open(library(), note, Language::Danish).unwrap());
    assert!(opened.notices.is_empty(), "{:?}", opened.notices);
    let before = opened.scenario().clone();
    let ix = |id: &str| before.note().variant.find_driver(id).unwrap();
    let typed = |state: Rc<State>, driver: &str, typing: Typing| state.reduce(Action::Typed(ix(driver), typing));
    // The caseload follows the citizens until it is given a value.
    let half = typed(opened, "caseload", Typing::Value(Decimal::from(2)));
    assert_ne!(*half.scenario(), before);
    let evaluations_before = evaluations::so_far();
    let nothing = typed(half, "caseload", Typing::NoValue);
    assert_eq!(*nothing.scenario(), before, "the posts stay as in the note again");
    assert_eq!(evaluations::so_far(), evaluations_before, "it is computed already");
    let whole = typed(nothing, "caseload", Typing::Value(Decimal::from(20)));
    let done = typed(whole, "caseload", Typing::Over);
    let again = typed(done.clone(), "caseload", Typing::NoValue);
    assert_eq!(again.scenario(), done.scenario(), "a field that was left has its value");
    let other = typed(again, "citizens", Typing::Value(Decimal::from(1)));
    let slid = other.reduce(Action::DriverSet(ix("effect"), "0.2".parse().unwrap()));
    let empty = typed(slid.clone(), "citizens", Typing::NoValue);
    assert_eq!(empty.scenario(), slid.scenario(), "what was done in between stays");
}

#[wasm_bindgen_test]
async fn a_slider_reports_its_stop_and_says_its_value() {
    let field = field("caseload").await;
    enter(&field.place, "input[type=range]", "20");
    drawn().await;
    assert_eq!(*field.heard.borrow(), [Decimal::from(20)]);
    let slider = find(&field.place, "input[type=range]");
    assert_eq!(slider.get_attribute("aria-valuetext").as_deref(), Some("25\u{a0}borgere"), "the value in force");
}

#[wasm_bindgen_test]
async fn the_page_says_the_answer_and_follows_a_change() {
    window().unwrap().location().set_hash("v=1&note=ips-2018").unwrap();
    let place = place();
    let app = Renderer::<App>::with_root_and_props(
        place.clone(),
        AppProps { library: library(), language: Language::Danish, left_out: Vec::new(), in_hand: None },
    )
    .render();
    drawn().await;
    assert_eq!(
        text(&place, ANSWER),
        "Hvis 25\u{a0}% af de 150\u{a0}borgere kommer i job eller uddannelse, og ingen af dem havde fundet job alligevel, er indsatsen tjent hjem i 2021, det \
         4. år. Besparelserne er da 54.000\u{a0}kr. større end udgifterne på 19,42\u{a0}mio.\u{a0}kr."
    );
    let before = evaluations::so_far();
    enter(&place, "[data-driver=effect] input[type=text]", "20");
    until("the answer moves", || text(&place, ANSWER).contains("2024")).await;
    // Answer, figures, chart, table, links and what is shared all read the same computation.
    assert_eq!(evaluations::so_far() - before, 1, "one key press, one computation");
    assert!(
        text(&place, DIFFERENCE).contains("Andelen i job eller uddannelse fra 25\u{a0}% til 20\u{a0}%"),
        "{}",
        text(&place, DIFFERENCE)
    );
    let restore = button(&place, "Sæt Andel i job eller uddannelse fra andet år, af borgerne tilbage til 25 %");
    restore.expect("a way back").click();
    let input: HtmlInputElement = find(&place, "[data-driver=effect] input[type=text]").dyn_into().unwrap();
    until("the field has the note's number again", || input.value() == "25").await;
    assert!(text(&place, ANSWER).contains("i 2021, det 4. år"), "{}", text(&place, ANSWER));
    // Otherwise it would follow the addresses of other tests.
    app.destroy();
}

#[wasm_bindgen_test]
fn javascript_gets_what_a_link_leads_to() {
    let of = |object: &JsValue, key: &str| Reflect::get(object, &key.into()).unwrap();
    let computed = files::api::compute("v=1&note=ips-2018&caseload=20&salary=9").unwrap();
    assert_eq!(of(&computed, "link").as_string().as_deref(), Some("v=1&note=ips-2018&caseload=20"));
    assert_eq!(of(&computed, "notices").as_f64(), Some(1.0));
    assert_eq!(of(&of(&computed, "figures"), "posts").as_string().as_deref(), Some("10.5"));
    assert_eq!(of(&of(&of(&computed, "outcome"), "years"), "4").as_f64(), Some(2022.0));
}

#[wasm_bindgen_test]
fn a_link_brings_back_what_was_on_the_page() {
    use yew::Reducible;

    let library = library();
    let opened = Rc::new(State::open(library, "v=1&note=ips-2018", Language::Danish).unwrap());
    let ix = opened.scenario().note().variant.find_driver("caseload").unwrap();
    let changed = opened.reduce(Action::DriverSet(ix, Decimal::from(20)));
    let again = State::open(library, &changed.link(), Language::Danish).unwrap();
    assert_eq!(again.scenario(), changed.scenario());
    let link = link::open(library, "v=1&note=ips-2018&løn=3").unwrap();
    let broken = changed.reduce(Action::LinkOpened(Rc::new(link)));
    assert_eq!(broken.notices.len(), 1);
    assert!(!broken.scenario().differs(), "a new link is a new start");
}

#[wasm_bindgen_test]
fn a_step_is_all_that_one_hand_does_to_one_driver() {
    use yew::Reducible;

    let library = library();
    let opened =
        Rc::new(State::open(library, "v=1&note=bi10-2026&lent=ips-2018&caseload=20", Language::Danish).unwrap());
    let link = opened.link();
    let variant = opened.note().variant;
    let driver = |id: &str| variant.find_driver(id).unwrap();
    let (caseload, effect) = (driver("caseload"), driver("effect"));
    assert!(!opened.can_take_back());
    let mut state = opened;
    let mut act = |action: Action| {
        state = state.clone().reduce(action);
        state.clone()
    };
    for value in [19, 18, 17] {
        act(Action::DriverSet(caseload, Decimal::from(value)));
    }
    let slid = act(Action::Typed(caseload, Typing::Over)).link();
    act(Action::Typed(effect, Typing::Value(Decimal::new(9, 2))));
    act(Action::Typed(effect, Typing::NoValue));
    act(Action::Typed(effect, Typing::Value(Decimal::new(10, 2))));
    let typed = act(Action::Typed(effect, Typing::Over)).link();
    // The lent savings go too, so this leads to another note.
    let restored = act(Action::AllRestored);
    assert!(!restored.link().contains("lent"), "{}", restored.link());
    assert!(restored.link().contains("seen-from=ips"), "the effort stays: {}", restored.link());
    let taken_back = [typed, slid, link.clone()].map(|before| (act(Action::StepTakenBack).link(), before));
    for (now, before) in taken_back {
        assert_eq!(now, before);
    }
    let again = act(Action::DriverSet(effect, Decimal::new(11, 2)));
    assert_eq!(again.arrival(), Arrival::ChangedSince);
    let arrived = act(Action::ArrivalRestored);
    assert_eq!((arrived.link(), arrived.arrival()), (link, Arrival::AsArrived));
    assert_eq!(arrived.replaced, 2, "each has an entry of its own in the history of the browser");
}

#[wasm_bindgen_test]
fn a_comparison_computes_each_of_its_two_scenarios_once() {
    use yew::Reducible;

    let library = library();
    let opened = Rc::new(State::open(library, "v=1&screen=compare&note=bi11-2026-s1", Language::Danish).unwrap());
    let before = evaluations::so_far();
    let other = Scenario::baseline(library.find("bi11-2026-s2").unwrap());
    let compared = opened.reduce(Action::ComparedWith(other));
    assert_eq!(evaluations::so_far() - before, 1, "the reader's own is computed already");
    let before = evaluations::so_far();
    let ix = compared.note().variant.find_driver("caseload").unwrap();
    let changed = compared.reduce(Action::DriverSet(ix, Decimal::from(20)));
    assert!(changed.link().contains("with.saw="), "the link tells what both showed");
    assert_eq!(evaluations::so_far() - before, 1, "the other is computed already");
}

/// A component by itself. It records what the component reports.
async fn heard<C>(props: impl FnOnce(Callback<Action>) -> C::Properties) -> (Element, Rc<RefCell<Vec<Action>>>)
where
    C: yew::BaseComponent,
{
    let heard = Rc::new(RefCell::new(Vec::new()));
    let on_action = {
        let heard = heard.clone();
        Callback::from(move |action| heard.borrow_mut().push(action))
    };
    let place = place();
    Renderer::<C>::with_root_and_props(place.clone(), props(on_action)).render();
    drawn().await;
    (place, heard)
}

#[wasm_bindgen_test]
async fn notices_stand_a_line_each_until_they_are_read() {
    let notices = vec![Notice::UnknownDriver("<b>løn</b>".into()), Notice::Fragment("x".into())];
    let (place, heard) = heard::<Notices>(|on_action| NoticesProps { notices, remarks: Vec::new(), on_action }).await;
    assert_eq!(place.query_selector_all("li").unwrap().length(), 2);
    assert!(text(&place, "li").contains("<b>løn</b>"), "what a link holds is text");
    assert!(place.query_selector("li b").unwrap().is_none(), "and never markup");
    find(&place, "button").click();
    assert_eq!(*heard.borrow(), [Action::NoticesDismissed]);
}

#[wasm_bindgen_test]
async fn a_page_without_notices_has_a_place_for_them() {
    let (place, _) =
        heard::<Notices>(|on_action| NoticesProps { notices: Vec::new(), remarks: Vec::new(), on_action }).await;
    assert_eq!(find(&place, "[role=status]").text_content().unwrap(), "");
}

#[wasm_bindgen_test]
async fn a_title_is_reported_as_it_is_typed_and_the_field_keeps_it() {
    let (place, heard) = heard::<TitleField>(|on_action| TitleFieldProps { title: None, on_action }).await;
    enter(&place, "input", "  ");
    enter(&place, "input", " Færre\u{202e} sager ");
    drawn().await;
    assert_eq!(*heard.borrow(), [Action::Titled(None), Action::Titled(Title::new("Færre sager"))]);
    // Nothing handed the new title back to the field, so it shows the current one.
    let input: HtmlInputElement = find(&place, "input").dyn_into().unwrap();
    assert_eq!((input.value().as_str(), input.max_length()), ("", 80));
}

#[wasm_bindgen_test]
async fn a_drawing_with_ways_in_it_is_a_group_and_any_other_a_picture() {
    let line = Mark::Line { paint: Paint::Rule, from: (0.0, 0.0), to: (32.0, 0.0) };
    let link =
        Mark::Link(Link { to: "v=1".into(), label: "the front".into(), marks: vec![line.clone()], is_repeated: true });
    for (marks, role) in [(vec![line], "img"), (vec![link], "group")] {
        let drawing = Drawing { width: 32.0, height: 16.0, marks };
        let (place, _) = heard::<DrawingView>(|_| DrawingViewProps { drawing, named_by: "title" }).await;
        let svg = place.query_selector("svg").unwrap().unwrap();
        assert_eq!(svg.get_attribute("role").as_deref(), Some(role));
        assert_eq!(svg.get_attribute("width").as_deref(), Some("2em"), "it grows with the text around it");
        let way = place.query_selector("a").unwrap();
        assert_eq!(way.is_some(), role == "group");
        if let Some(way) = way {
            assert_eq!(way.get_attribute("href").as_deref(), Some("#v=1"));
            assert_eq!(way.get_attribute("aria-label").as_deref(), Some("the front"));
            assert_eq!(way.get_attribute("tabindex").as_deref(), Some("-1"), "the same link stands as text");
        }
    }
}
