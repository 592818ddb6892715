//! The choices above the answer: an effort, for a note with several, since readers come for one of them; and the edition or scenario
//! of the document.

use yew::{Html, html};

use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::state::State;
use engine::link::Page;
use model::evaluate::Perspective;
use model::note::Note;
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
        // What scrolls would be a stop of the Tab key where its links are none.
        <div class="switches" tabindex="-1">
            if !efforts.is_empty() {
                <div class="effort-switch" role="group" aria-label={labels.choose}><ul>{ for choices }</ul></div>
            }
            { variant_switch(state, words) }
        </div>
    }
}

/// Links to the other editions or scenarios of what the note's document is; they keep the reader's changes too.
fn variant_switch(state: &State, words: Words) -> Html {
    let shown = state.note();
    let library = state.library();
    // Who looks at another note's savings does so in the sibling too.
    let as_shown = |note: Note<'static>| match shown.variant.lender() {
        Some(_) => library.with_savings(&note.variant.id).unwrap_or(note),
        None => note,
    };
    let others: Vec<_> = library.notes().filter(|note| note.is_sibling_of(shown)).map(as_shown).collect();
    let page = Page { question: None, ..state.page.clone() };
    let choices = others.iter().map(|note| {
        let name = words.variant_in_short(*note);
        let is_shown = note.variant.id == shown.variant.id;
        let link = if is_shown { page.link(state.scenario()) } else { page.link_for(state.scenario(), *note) };
        html! {
            <li key={note.variant.id.clone()}>
                <a href={format!("#{link}")} aria-current={is_shown.then_some("true")}>{ hyphenated(&name, words.code()) }</a>
            </li>
        }
    });
    html! {
        <div>
            if others.len() > 1 {
                <div class="effort-switch" role="group" aria-label={words.labels().efforts.variants}><ul>{ for choices }</ul></div>
            }
        </div>
    }
}
