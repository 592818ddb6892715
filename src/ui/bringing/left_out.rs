//! The notes that were brought before and are not there now: which, why, and the way on. They stay where they are kept.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::MouseEvent;
use yew::{Callback, Html, Properties, function_component, html, use_state};

use crate::ui::bringing::files::{Source, bytes_of, open_note};
use crate::ui::bringing::kept::{Kept, with_kept};
use crate::ui::browser::focus;
use crate::ui::context::{Context, use_page};
use crate::ui::state::{Action, Draft, LeftOut, Why};
use engine::link::{Page, Screen};
use model::scenario::Settings;
use words::Words;

#[derive(Properties, PartialEq)]
pub(crate) struct LeftOutProps {
    pub(crate) left_out: Vec<LeftOut>,
}

/// The notice.
#[function_component]
pub(crate) fn LeftOutNotes(props: &LeftOutProps) -> Html {
    let page = use_page();
    let labels = page.words().labels();
    let message = use_state(|| "");
    let on_retry = {
        let (page, message) = (page.clone(), message.clone());
        Callback::from(move |_: MouseEvent| {
            let (page, message) = (page.clone(), message.clone());
            message.set(page.words().labels().export.reading);
            spawn_local(async move {
                let Kept { library, left_out, .. } = with_kept(page.library, page.language).await;
                let is_all_there = left_out.is_empty();
                message.set(if is_all_there { "" } else { page.words().labels().own_note.still_left_out });
                page.on_action.emit(Action::KeptRead { library, left_out });
                if is_all_there {
                    focus::give("content");
                }
            });
        })
    };
    let on_dismiss = page.on_action.reform(|_: MouseEvent| {
        focus::give("content");
        Action::LeftOutDismissed
    });
    let may_help = props.left_out.iter().any(|note| note.why == Why::NotRead);
    let notes = props.left_out.iter().enumerate().map(|(index, note)| {
        html! { <li key={index}>{ format!("{}: {}", note.name, why(note, page.words())) }{ " " }{ way_on(note, &message, &page) }</li> }
    });
    html! {
        <section class="notices screen-only" data-part="left-out" aria-labelledby="left-out-title">
            <h2 id="left-out-title">{ labels.own_note.left_out }</h2>
            <ul>{ for notes }</ul>
            <p class="help">{ labels.own_note.left_out_help }</p>
            <p class="save">
                if may_help {
                    <button type="button" onclick={on_retry}>{ labels.shell.try_again }</button>
                }
                <button type="button" onclick={on_dismiss}>{ labels.shell.dismiss }</button>
            </p>
            <p class="message" role="status">{ *message }</p>
        </section>
    }
}

/// Why a note is left out.
fn why(note: &LeftOut, words: Words) -> String {
    let labels = &words.labels().own_note;
    match note.why {
        Why::NotRead => labels.reader_missing.to_owned(),
        Why::Problems(_) if note.text.is_empty() => labels.text_damaged.to_owned(),
        Why::Problems(problems) => words.problems_of_note(problems),
        Why::OtherIsThere => labels.other_is_there.to_owned(),
    }
}

/// What can be done about one of them.
fn way_on(note: &LeftOut, message: &yew::UseStateHandle<&'static str>, page: &Context) -> Html {
    let labels = &page.words().labels().own_note;
    let LeftOut { name, text, why } = note.clone();
    match why {
        Why::Problems(_) if !text.is_empty() => {
            let own_note = Page::of(Screen::OwnNote, page.words().choice()).screen_link(Settings::default());
            let draft = Rc::new(Draft::new(name, &text));
            let on_edit = page.on_action.reform(move |_: MouseEvent| Action::NoteDrafted(draft.clone()));
            html! { <a href={format!("#{own_note}")} onclick={on_edit}>{ labels.edit }</a> }
        }
        Why::OtherIsThere => {
            let (page, message) = (page.clone(), message.clone());
            let on_open = Callback::from(move |_: MouseEvent| {
                let (page, message, name, text) = (page.clone(), message.clone(), name.clone(), text.clone());
                spawn_local(async move {
                    if open_note(&bytes_of(&text), name, Source::File, &page).await.is_err() {
                        message.set(page.words().labels().own_note.file_not_read);
                    }
                });
            });
            html! { <button type="button" class="quiet" onclick={on_open}>{ labels.open_instead }</button> }
        }
        _ => html! { <span></span> },
    }
}
