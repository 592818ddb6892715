//! What is on the page but does not follow the hand that moves a driver: the head, the links, the tables. It follows once the hand
//! rests; what must follow the hand itself would be late otherwise.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event};
use yew::{hook, use_effect_with, use_force_update, use_mut_ref};

use crate::ui::browser::room::is_at_driver;
use crate::ui::browser::window::window;
use crate::ui::state::State;

/// How long nothing changes before the hand is said to rest, in milliseconds. Someone who looks up from a slider sees the rest follow
/// at once.
const REST: u32 = 60;

/// The events with which a reader turns to something.
const TURNS: [&str; 2] = ["pointerdown", "focusin"];

/// What was on the page when the hand rested last.
pub(crate) struct Rested {
    pub(crate) state: State,
    /// The link to what was on the page.
    pub(crate) link: String,
}

/// The state as it was when the hand rested last. It is that of now, unless a value of a driver has just changed: whatever else the
/// reader does is answered at once. Whoever turns to anything but a driver has let go of it: what is pressed, saved or cited there is of
/// its last value.
#[hook]
pub(super) fn use_rested(state: &State, link: &str) -> Rc<Rested> {
    let last = use_mut_ref(|| None::<Rc<Rested>>);
    let waits = use_mut_ref(|| false);
    let render = use_force_update();
    *waits.borrow_mut() = last.borrow().as_ref().is_some_and(|last| state.has_moved_from(&last.state));
    let follow = {
        let (last, waits) = (last.clone(), waits.clone());
        move || {
            if waits.replace(false) {
                last.borrow_mut().take();
                render.force_update();
            }
        }
    };
    use_effect_with((), {
        let follow = follow.clone();
        move |()| {
            let hear = Closure::<dyn Fn(Event)>::new(move |event: Event| {
                let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                if !element.as_ref().is_some_and(is_at_driver) {
                    follow();
                }
            });
            for name in TURNS {
                let listener = hear.as_ref().unchecked_ref();
                let _ = window().map(|window| window.add_event_listener_with_callback_and_bool(name, listener, true));
            }
            move || {
                for name in TURNS {
                    let listener = hear.as_ref().unchecked_ref();
                    let _ = window()
                        .map(|window| window.remove_event_listener_with_callback_and_bool(name, listener, true));
                }
            }
        }
    });
    use_effect_with(waits.borrow().then(|| state.own().clone()), move |moved| {
        let timer = moved.as_ref().map(|_| Timeout::new(REST, follow));
        move || drop(timer)
    });
    let mut last = last.borrow_mut();
    match &*last {
        Some(last) if *waits.borrow() || (*state == last.state && last.link == link) => last.clone(),
        _ => {
            let now = Rc::new(Rested { state: state.clone(), link: link.to_owned() });
            *last = Some(now.clone());
            now
        }
    }
}
