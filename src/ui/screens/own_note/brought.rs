//! The notes that the reader has brought: the ways to them, what the browser keeps of them, and the page with them inside.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::MouseEvent;
use yew::{Callback, Html, Properties, UseStateHandle, function_component, html, use_force_update, use_state};

use crate::ui::bringing::files::{bytes_of, title_of};
use crate::ui::bringing::kept;
use crate::ui::context::{Context, use_page};
use crate::ui::handing_on::save::download_bytes;
use crate::ui::programs::own_notes::OwnNotes;
use crate::ui::screens::own_note::page_with_notes::save_page;
use crate::ui::state::{Action, Draft, Former, OwnNews};
use engine::link::{Page, Screen};
use engine::notes::BroughtFile;
use model::scenario::Scenario;
use words::OwnNoteLabels;

#[derive(Properties, PartialEq)]
pub(crate) struct BroughtProps {
    /// The text in hand, which the browser keeps with the notes.
    pub(crate) in_hand: Option<Rc<Draft>>,
}

/// The list. Before there is any note it is empty.
#[function_component]
pub(crate) fn Brought(props: &BroughtProps) -> Html {
    let page = use_page();
    let labels = &page.words().labels().own_note;
    let files = page.library.files();
    // Asked anew each time: notes are replaced and taken away elsewhere.
    let (remembers, are_all_remembered) = (kept::remembers(), files.iter().all(kept::has));
    let update = use_force_update();
    let message = use_state(|| if remembers && are_all_remembered { labels.remembered } else { "" });
    // What the browser remembers and nobody can read any more can still be forgotten.
    if files.is_empty() && !remembers {
        return html! { <div></div> };
    }
    let on_remember = {
        let (library, message, in_hand) = (page.library, message.clone(), props.in_hand.clone());
        Callback::from(move |_: MouseEvent| {
            let is_kept = kept::remember(library.files());
            if let Some(draft) = &in_hand {
                kept::remember_in_hand(draft);
            }
            message.set(if is_kept { labels.remembered } else { labels.not_remembered });
        })
    };
    let on_forget = {
        let (message, update) = (message.clone(), update.clone());
        Callback::from(move |_: MouseEvent| {
            kept::forget();
            message.set(labels.forgotten);
            update.force_update();
        })
    };
    let on_save = {
        let (library, message) = (page.library, message.clone());
        Callback::from(move |_: MouseEvent| {
            let message = message.clone();
            spawn_local(async move {
                let is_saved = save_page(library.files()).await.is_ok();
                message.set(if is_saved { labels.saved_page } else { labels.save_failed });
            });
        })
    };
    html! {
        <section class="brought" aria-labelledby="brought-title">
            <h2 id="brought-title">{ labels.brought }</h2>
            <ul>{ for files.iter().map(|file| brought(file, &page, &message)) }</ul>
            <p>
                { remember_or_forget(are_all_remembered, on_remember, on_forget.clone(), labels) }
                if remembers && !are_all_remembered {
                    // Others are remembered, or these as they were.
                    <>{ " " }<button type="button" onclick={on_forget}>{ labels.forget }</button></>
                }
                { " " }<span id="remember-help" class="help">{ if are_all_remembered { "" } else { labels.remember_help } }</span>
            </p>
            <p>
                <button type="button" id="save-page" aria-describedby="save-page-help" onclick={on_save}>{ labels.save_page }</button>
                { " " }<span id="save-page-help" class="help">{ labels.save_page_help }</span>
            </p>
            <p class="message" role="status">{ *message }</p>
        </section>
    }
}

/// One button, which keeps the focus: what it does is the other one of the two from then on.
fn remember_or_forget(
    is_remembered: bool,
    on_remember: Callback<MouseEvent>,
    on_forget: Callback<MouseEvent>,
    labels: &'static OwnNoteLabels,
) -> Html {
    let (label, onclick) = if is_remembered { (labels.forget, on_forget) } else { (labels.remember, on_remember) };
    html! { <button type="button" id="remember" aria-describedby="remember-help" {onclick}>{ label }</button> }
}

/// A note: the links to its variants, and its text, to mend or to keep.
fn brought(file: &BroughtFile, page: &Context, message: &UseStateHandle<&'static str>) -> Html {
    let words = page.words();
    let labels = &words.labels().own_note;
    let to = Page::of(Screen::Note, words.choice());
    let notes = page.library.notes().filter(|note| note.document.id == file.document);
    let links = notes.map(|note| {
        let link = to.link(&Scenario::baseline(note));
        html! { <a key={note.variant.id.clone()} href={format!("#{link}")}>{ words.note_name(note) }</a> }
    });
    let edit = |draft: Draft| {
        let draft = Rc::new(draft);
        page.on_action.reform(move |_: MouseEvent| Action::NoteDrafted(draft.clone()))
    };
    // A file that is called as its note is goes on following it.
    let is_of_id = file.name.strip_suffix(".toml").or_else(|| file.name.strip_suffix(".json")) == Some(&file.document);
    let name = if is_of_id { String::new() } else { file.name.clone() };
    let on_form = edit(Draft::in_form(name.clone(), &file.text).of_note(Some(&file.document)));
    let on_edit = edit(Draft::new(name, &file.text).of_note(Some(&file.document)));
    let title = title_of(page, &file.document).unwrap_or_default();
    let on_remove = {
        let (file, page, message) = (file.clone(), page.clone(), message.clone());
        Callback::from(move |_: MouseEvent| {
            let (file, page, message) = (file.clone(), page.clone(), message.clone());
            spawn_local(async move {
                let is_away = take_away(&file, &page).await.is_ok();
                message.set(if is_away { "" } else { page.words().labels().own_note.not_taken_away });
            });
        })
    };
    let on_download = {
        let BroughtFile { name, text, .. } = file.clone();
        Callback::from(move |_: MouseEvent| {
            let _ = download_bytes(&bytes_of(&text), "text/plain;charset=utf-8", &name);
        })
    };
    html! {
        <li key={file.document.clone()}>
            { for links }
            { " " }<button type="button" class="quiet" onclick={on_form}>{ labels.edit_in_form }</button>
            { " " }<button type="button" class="quiet" onclick={on_edit}>{ labels.edit }</button>
            { " " }<button type="button" class="quiet" onclick={on_download}>{ labels.download }</button>
            { " " }<button type="button" class="quiet" onclick={on_remove}>{ words.take_note_away(&title) }</button>
        </li>
    }
}

/// Takes a note away from the page, and from what the browser remembers.
async fn take_away(file: &BroughtFile, page: &Context) -> Result<(), JsValue> {
    let library = OwnNotes::load().await?.without(page.library, &file.document, page.language)?;
    let was_remembered = kept::has_any(&file.document);
    kept::forget_one(file);
    let former = Former { title: title_of(page, &file.document).unwrap_or_default(), file: file.clone() };
    page.on_action.emit(Action::NoteTakenAway { library, news: OwnNews::TakenAway { former, was_remembered } });
    Ok(())
}
