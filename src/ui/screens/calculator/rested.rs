//! The results below the answer, and what readers take along. They follow a driver once the hand rests: what must follow the hand itself
//! would be late otherwise.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::{
    Callback, FocusEvent, Html, PointerEvent, Properties, function_component, hook, html, use_effect_with,
    use_force_update, use_mut_ref,
};

use crate::ui::browser::held::name_in_document;
use crate::ui::browser::window::has_browser;
use crate::ui::context::use_page;
use crate::ui::handing_on::hand_on::hand_on;
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::screens::calculator::figures::Figures;
use crate::ui::screens::calculator::results::results;
use crate::ui::state::State;
use engine::answer;

/// How long nothing changes before the hand is said to rest, in milliseconds. Someone who looks up from a slider sees the rest follow
/// at once.
const REST: u32 = 60;

/// What the results are shown of.
#[derive(Properties, PartialEq)]
pub(crate) struct FollowingProps {
    pub(super) state: State,
    /// The link to what is on the page.
    pub(super) link: String,
    pub(super) site: Rc<Site>,
    /// Whether the window has room for the main figures beside the drivers.
    pub(super) is_wide: bool,
}

/// The results, as of when the hand rested last.
#[function_component]
pub(super) fn Following(props: &FollowingProps) -> Html {
    let FollowingProps { state, link, site, is_wide } = props;
    let (rested, follow) = use_rested(state, link, site);
    let is_moving = (rested.state.own() != state.own()).then_some("true");
    // Whoever turns to the results has let go of the driver: what is saved or cited there is of its last value.
    let (on_focus, on_pointer) = (follow.reform(|_: FocusEvent| ()), follow.reform(|_: PointerEvent| ()));
    html! {
        <div
            class="results" data-part="results" data-held={name_in_document("results")} aria-busy={is_moving}
            onfocusin={on_focus} onpointerdown={on_pointer}
        >
            <Results {rested} is_wide={*is_wide} />
        </div>
    }
}

#[derive(Properties)]
struct ResultsProps {
    rested: Rc<Rested>,
    is_wide: bool,
}

impl PartialEq for ResultsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.rested, &other.rested) && self.is_wide == other.is_wide
    }
}

/// The results, which are not drawn again while a hand moves a driver.
#[function_component]
fn Results(props: &ResultsProps) -> Html {
    let page = use_page();
    let Rested { state, link, site } = &*props.rested;
    let words = page.words();
    let (now, baseline) = (state.own(), state.baseline());
    let perspective = state.page.perspective(state.note().variant);
    html! {
        <>
            { results(state, &page, site, &Figures::of(state, &Asker::own(site), props.is_wide, &page)) }
            // It names the day on which it was read, and a document has none.
            if has_browser() {
                {
                    hand_on(state, link, &words.answer_elsewhere(
                        &answer::answer(now, perspective),
                        answer::difference(now, baseline, perspective).as_ref(),
                    ), &page)
                }
            }
        </>
    }
}

/// What was on the page when the hand rested last.
struct Rested {
    state: State,
    link: String,
    site: Rc<Site>,
}

/// The state as it was when the hand rested last, and what makes it follow before the hand rests. It is that of now, unless a value of a
/// driver has just changed: whatever else the reader does is answered at once.
#[hook]
fn use_rested(state: &State, link: &str, site: &Rc<Site>) -> (Rc<Rested>, Callback<()>) {
    let last = use_mut_ref(|| None::<Rc<Rested>>);
    let render = use_force_update();
    let waits = last.borrow().as_ref().is_some_and(|last| state.has_moved_from(&last.state));
    let follow = {
        let last = last.clone();
        Callback::from(move |()| {
            if waits {
                last.borrow_mut().take();
                render.force_update();
            }
        })
    };
    use_effect_with(waits.then(|| state.own().clone()), {
        let follow = follow.clone();
        move |moved| {
            let timer = moved.as_ref().map(|_| Timeout::new(REST, move || follow.emit(())));
            move || drop(timer)
        }
    });
    let mut last = last.borrow_mut();
    let rested = match &*last {
        Some(last) if waits || *state == last.state => last.clone(),
        _ => {
            let now = Rc::new(Rested { state: state.clone(), link: link.to_owned(), site: site.clone() });
            *last = Some(now.clone());
            now
        }
    };
    (rested, follow)
}
