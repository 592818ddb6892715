//! Fingers on sliders, and on what else is read by sliding a finger along it.
//!
//! A browser puts a slider's thumb below a finger at once, before it knows whether the finger is about to scroll the page. So
//! nothing counts until the finger has moved sideways. Nor does a tap count: a finger is as wide as a third of a slider on a
//! phone, so a tap would choose some value and no particular one, and a finger that stops the page from scrolling is a tap too.
//! The field beside a slider takes the exact number. Mouse, pen and keyboard are not affected.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventInit, EventTarget, HtmlInputElement, PointerEvent, TouchEvent};

use crate::ui::browser::window::window;

/// How far a finger moves before its direction is known, in CSS pixels.
const FAR_ENOUGH: u32 = 8;

/// Where a finger is going.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    /// It has hardly moved.
    Unknown,
    /// Along a slider.
    Sideways,
    /// Elsewhere: the browser scrolls or zooms the page.
    Away,
}

/// A finger on the page, from its first touch on.
#[derive(Debug, Clone)]
struct Finger {
    /// Where it came down, in the window.
    start: (i32, i32),
    course: Course,
    /// The slider that it came down on, with the slider's value before; `None` anywhere else.
    slider: Option<(HtmlInputElement, String)>,
}

thread_local! {
    /// The finger that is on the page. Events of a browser come one after another.
    static FINGER: RefCell<Option<Finger>> = const { RefCell::new(None) };
}

/// Lets a finger move a slider only sideways, on the whole page and for as long as it lives.
pub(crate) fn guard_sliders() {
    let Some(window) = window() else { return };
    let hear = Closure::<dyn Fn(Event)>::new(|event: Event| match event.type_().as_str() {
        "touchstart" => come_down(&event),
        "touchmove" => go_on(&event),
        "touchend" => lift(&event),
        "touchcancel" => give_up(),
        _ => hold_back(&event),
    });
    for name in ["touchstart", "touchmove", "touchend", "touchcancel", "input"] {
        // The window hears of an event before whatever it happens to. Browsers do not wait for its listeners to scroll.
        let _ = window.add_event_listener_with_callback_and_bool(name, hear.as_ref().unchecked_ref(), true);
    }
    hear.forget();
}

/// Whether a pointer event comes from a finger that has not moved sideways.
pub(crate) fn is_of_resting_finger(event: &PointerEvent) -> bool {
    event.pointer_type() == "touch" && course() != Some(Course::Sideways)
}

fn course() -> Option<Course> {
    FINGER.with_borrow(|finger| finger.as_ref().map(|finger| finger.course))
}

/// The place of the only finger on the page; `None` where there are several, or none.
fn place(event: &Event) -> Option<(i32, i32)> {
    let touches = event.dyn_ref::<TouchEvent>()?.touches();
    let touch = touches.item(0).filter(|_| touches.length() == 1)?;
    Some((touch.client_x(), touch.client_y()))
}

fn slider(target: Option<EventTarget>) -> Option<HtmlInputElement> {
    target?.dyn_into::<HtmlInputElement>().ok().filter(|input| input.type_() == "range")
}

fn come_down(event: &Event) {
    match place(event) {
        Some(start) => {
            let slider = slider(event.target()).map(|slider| (slider.clone(), slider.value()));
            FINGER.set(Some(Finger { start, course: Course::Unknown, slider }));
        }
        None => leave_to_browser(),
    }
}

/// Two fingers are a gesture of the browser's own.
fn leave_to_browser() {
    FINGER.with_borrow_mut(|finger| {
        if let Some(finger) = finger {
            finger.course = Course::Away;
        }
    });
}

fn go_on(event: &Event) {
    let Some((x, y)) = place(event) else { return leave_to_browser() };
    FINGER.with_borrow_mut(|finger| {
        if let Some(finger) = finger.as_mut().filter(|finger| finger.course == Course::Unknown) {
            let (across, along) = (x.abs_diff(finger.start.0), y.abs_diff(finger.start.1));
            if across.max(along) >= FAR_ENOUGH {
                finger.course = if across > along { Course::Sideways } else { Course::Away };
            }
        }
    });
}

fn lift(event: &Event) {
    if place(event).is_some() {
        // Another finger is still there.
        return leave_to_browser();
    }
    let rested = FINGER.take().is_some_and(|finger| finger.slider.is_some() && finger.course != Course::Sideways);
    if rested && event.cancelable() {
        // Otherwise the browser would now act as if a mouse had been pressed here.
        event.prevent_default();
    }
}

/// The browser takes the finger away, for a gesture of its own. A slider goes back to where it was.
fn give_up() {
    if let Some(Finger { slider: Some((slider, before)), course: Course::Sideways, .. }) = FINGER.take() {
        slider.set_value(&before);
        let bubbling = EventInit::new();
        bubbling.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict("input", &bubbling) {
            // Nobody prevents it.
            let _ = slider.dispatch_event(&event);
        }
    }
}

/// Takes back what a finger did to a slider that it does not slide along.
fn hold_back(event: &Event) {
    let Some(moved) = slider(event.target()) else { return };
    let finger = FINGER.with_borrow(Option::clone);
    if let Some(Finger { slider: Some((slider, before)), course: Course::Unknown | Course::Away, .. }) = finger
        && slider == moved
        // What the page itself reports is no finger's doing.
        && event.is_trusted()
    {
        slider.set_value(&before);
        event.stop_immediate_propagation();
    }
}
