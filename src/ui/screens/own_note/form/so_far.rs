//! What the note says so far, or what hinders, beside the form.

use web_sys::MouseEvent;
use yew::{Callback, Children, Html, html};

use crate::ui::screens::own_note::form::ids::TITLE;
use crate::ui::state::Problem;
use engine::note_form::{Hindrance, NoteForm, PrintedCheck};
use words::Words;

/// What the page would answer, or what hinders, with what can be done with the note.
pub(super) fn so_far(
    form: &NoteForm,
    refused: &[Problem],
    on_seek: &Callback<String>,
    words: Words,
    doing: &Children,
) -> Html {
    let labels = &words.labels().own_note;
    let count = form.hindrances.len().saturating_add(refused.len());
    let said = if count == 0 { form.says.clone() } else { words.problems_of_note(count) };
    let refused = refused.iter().enumerate().map(|(index, problem)| {
        html! { <li key={format!("refused-{index}")} data-part="problem">{ &problem.sentence }</li> }
    });
    let hindrances = form.hindrances.iter().enumerate().map(|(index, hindrance)| {
        html! { <li key={index} data-part="problem">{ leading(hindrance, on_seek) }</li> }
    });
    let printed = form.printed.as_ref().map(|check| printed(check, on_seek));
    let remarks = listed(&form.remarks, on_seek);
    let class = if count == 0 { "found" } else { "found problems" };
    html! {
        <section class="so-far" aria-labelledby={TITLE}>
            <h2 id={TITLE} tabindex="-1">{ labels.so_far }</h2>
            <div {class}>
                <p id="problems-title" role="status" tabindex="-1">{ said }</p>
                <ol>{ for refused }{ for hindrances }</ol>
            </div>
            <div>{ printed.unwrap_or_default() }</div>
            <div>
                if !form.remarks.is_empty() {
                    <div data-part="remarks">
                        <p>{ labels.table_doubts }{ ":" }</p>
                        { remarks }
                    </div>
                }
            </div>
            { for doing.iter() }
        </section>
    }
}

/// How the printed tables compare with what the note gives.
fn printed(check: &PrintedCheck, on_seek: &Callback<String>) -> Html {
    html! {
        <div data-part="printed-check">
            <p>{ &check.says }</p>
            { listed(&check.differing, on_seek) }
        </div>
    }
}

fn listed(found: &[Hindrance], on_seek: &Callback<String>) -> Html {
    let items =
        found.iter().enumerate().map(|(index, found)| html! { <li key={index}>{ leading(found, on_seek) }</li> });
    html! { <ul>{ for items }</ul> }
}

/// What is said, behind a name that leads to the field.
fn leading(found: &Hindrance, on_seek: &Callback<String>) -> Html {
    let name = match &found.path {
        Some(path) => {
            let path = path.clone();
            let on_press = on_seek.reform(move |_: MouseEvent| path.clone());
            html! { <button type="button" class="in-sentence" onclick={on_press}>{ &found.name }</button> }
        }
        None => html! { <span>{ &found.name }</span> },
    };
    html! { <>{ name }{ ": " }{ &found.sentence }</> }
}
