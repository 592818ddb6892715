//! The notes that the reader has brought: the ways to them, what the browser keeps of them, and the page with them inside.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::MouseEvent;
use yew::{Callback, Html, function_component, html, use_state};

use crate::ui::bringing::files::bytes_of;
use crate::ui::bringing::kept;
use crate::ui::context::{Context, use_page};
use crate::ui::handing_on::save::download_bytes;
use crate::ui::screens::own_note::page_with_notes::save_page;
use crate::ui::state::{Action, Draft};
use engine::link::{Page, Screen};
use engine::notes::BroughtFile;
use model::scenario::Scenario;
use words::OwnNoteLabels;

/// The list. Before there is any note it is empty.
#[function_component]
pub(crate) fn Brought() -> Html {
    let page = use_page();
    let labels = &page.words().labels().own_note;
    let is_remembered = use_state(kept::remembers);
    let message = use_state(|| if *is_remembered { labels.remembered } else { "" });
    let files = page.library.files();
    // What the browser remembers and nobody can read any more can still be forgotten.
    if files.is_empty() && !*is_remembered {
        return html! { <div></div> };
    }
    let on_remember = {
        let (library, message, is_remembered) = (page.library, message.clone(), is_remembered.clone());
        Callback::from(move |_: MouseEvent| {
            let is_kept = kept::remember(library.files());
            is_remembered.set(is_kept);
            message.set(if is_kept { labels.remembered } else { labels.not_remembered });
        })
    };
    let on_forget = {
        let (message, is_remembered) = (message.clone(), is_remembered.clone());
        Callback::from(move |_: MouseEvent| {
            kept::forget();
            is_remembered.set(false);
            message.set(labels.forgotten);
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
            <ul>{ for files.iter().map(|file| brought(file, &page)) }</ul>
            <p>
                { remember_or_forget(*is_remembered, on_remember, on_forget, labels) }
                <span id="remember-help" class="help">{ if *is_remembered { "" } else { labels.remember_help } }</span>
            </p>
            <p>
                <button type="button" id="save-page" aria-describedby="save-page-help" onclick={on_save}>{ labels.save_page }</button>
                <span id="save-page-help" class="help">{ labels.save_page_help }</span>
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
fn brought(file: &BroughtFile, page: &Context) -> Html {
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
    let on_form = edit(Draft::in_form(file.name.clone(), &file.text));
    let on_edit = edit(Draft::new(file.name.clone(), &file.text));
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
        </li>
    }
}
