//! The notice that a file cannot be used. A file may be dropped anywhere on the page, so the notice takes the focus, and with it the view:
//! the message beside the button that opens files may be many screens away.

use web_sys::MouseEvent;
use yew::{Callback, Html, Properties, function_component, html, use_effect_with};

use crate::ui::browser::focus;
use crate::ui::context::use_page;
use crate::ui::state::{Action, Unusable};
use engine::link::{Page, Screen};
use model::scenario::Settings;

#[derive(Properties, PartialEq)]
pub(crate) struct UnusableProps {
    /// The file, if the last one could not be used.
    pub(crate) unusable: Option<Unusable>,
    /// The screen that the page shows.
    pub(crate) screen: Screen,
}

/// The notice, with the way to all that hinders. Without such a file, nothing is there.
#[function_component]
pub(crate) fn UnusableFile(props: &UnusableProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = words.labels();
    use_effect_with(props.unusable.as_ref().map(|unusable| unusable.number), |number| {
        if number.is_some() {
            focus::give_and_scroll(ID);
        }
    });
    let Some(unusable) = &props.unusable else { return html! { <div></div> } };
    let own_note = Page::of(Screen::OwnNote, words.choice()).screen_link(Settings::default());
    let is_there = props.screen == Screen::OwnNote;
    let on_follow = Callback::from(move |event: MouseEvent| {
        // The list is further down on the same screen.
        if is_there {
            event.prevent_default();
            focus::give_and_scroll("problems-title");
        }
    });
    let on_dismiss = page.on_action.reform(|_: MouseEvent| {
        focus::give("content");
        Action::UnusableDismissed
    });
    html! {
        <section id={ID} class="notices" data-part="unusable" tabindex="-1" aria-labelledby="unusable-title" aria-describedby="unusable-why">
            <h2 id="unusable-title">{ labels.export.unusable }</h2>
            <ul id="unusable-why">{ for unusable.said.iter().enumerate().map(|(index, line)| html! { <li key={index}>{ line }</li> }) }</ul>
            if unusable.is_in_hand {
                <p><a href={format!("#{own_note}")} onclick={on_follow}>{ labels.own_note.see_problems }</a></p>
            }
            <button type="button" onclick={on_dismiss}>{ labels.shell.dismiss }</button>
        </section>
    }
}

/// The id of the notice.
const ID: &str = "unusable";
