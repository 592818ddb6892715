//! The choice of an effort, for a note with several: readers come for one of them.

use yew::{Html, html};

use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::state::State;
use engine::link::Page;
use model::evaluate::Perspective;
use words::Words;

/// Links to each effort of the note and to all of them together; they keep the reader's changes. There are none for a note with a
/// single effort.
pub(super) fn effort_switch(state: &State, words: Words) -> Html {
    let labels = &words.labels().efforts;
    let variant = state.note().variant;
    let chosen = state.page.perspective(variant);
    let efforts: Vec<Perspective> = Perspective::efforts(variant).collect();
    let choices = efforts.iter().copied().chain((!efforts.is_empty()).then_some(Perspective::Total)).map(|perspective| {
        let name = match perspective {
            Perspective::Total => labels.all_together.to_owned(),
            effort => words.perspective(effort, variant).to_owned(),
        };
        let mut page = Page { question: None, ..state.page.clone() };
        page.see_from(perspective, variant);
        let current = (perspective == chosen).then_some("true");
        html! {
            <li key={perspective.id(variant)}>
                <a href={format!("#{}", page.link(state.scenario()))} aria-current={current}>{ hyphenated(&name, words.code()) }</a>
            </li>
        }
    });
    html! {
        <div>
            if !efforts.is_empty() {
                <nav class="effort-switch" aria-label={labels.choose}><ul>{ for choices }</ul></nav>
            }
        </div>
    }
}
