//! The choice of whose money is counted.

use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Event, Html, TargetCast, html};

use crate::ui::context::Context;
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::state::Action;
use model::evaluate::{Outcome, Perspective};
use model::note::Variant;

/// The choice of a perspective.
pub(super) fn perspectives(variant: &'static Variant, now: &Outcome, chosen: Perspective, page: &Context) -> Html {
    let words = page.words();
    // An effort is chosen above the answer. All its money is counted.
    let is_one_effort = matches!(chosen, Perspective::Effort(_));
    let chosen = if is_one_effort { Perspective::Total } else { chosen };
    let perspectives = now.views.iter().map(|view| view.perspective);
    let choices = perspectives.filter(|perspective| !matches!(perspective, Perspective::Effort(_))).map(|perspective| {
        let id = AttrValue::from(format!("seen-from-{}", perspective.id(variant)));
        let on_action = page.on_action.clone();
        let on_change = Callback::from(move |event: Event| {
            if event.target_unchecked_into::<HtmlInputElement>().checked() {
                on_action.emit(Action::SeenFrom(perspective));
            }
        });
        html! {
            <span key={perspective.id(variant)} class="choice">
                <input type="radio" name="seen-from" id={id.clone()} checked={perspective == chosen} onchange={on_change} />
                <label for={id}>{ hyphenated(words.perspective(perspective, variant), words.code()) }</label>
            </span>
        }
    });
    html! {
        <fieldset class="choices perspectives">
            <legend><span>{ words.labels().answer.seen_from }</span></legend>
            { for choices }
            <p class="help">{ if is_one_effort { words.labels().answer.seen_from_of_all } else { "" } }</p>
        </fieldset>
    }
}
