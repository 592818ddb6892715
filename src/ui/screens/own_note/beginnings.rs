//! The ways to a text to begin with: the template, and the data of the notes that ship.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::MouseEvent;
use yew::{Callback, Html, function_component, html, use_state};

use crate::ui::context::use_page;
use crate::ui::screens::own_note::page_with_notes::fetched;
use crate::ui::state::{Action, Draft};
use model::note::Document;

/// The notes that ship, as texts to begin with.
#[function_component]
pub(crate) fn Beginnings() -> Html {
    let page = use_page();
    let words = page.words();
    let labels = &words.labels().own_note;
    let has_failed = use_state(|| false);
    let shipped = page.library.documents().iter().filter(|document| document.fingerprint.is_none());
    let buttons = shipped.map(|document| {
        let (page, has_failed) = (page.clone(), has_failed.clone());
        let ids: Vec<String> = ids(document);
        let on_press = Callback::from(move |_: MouseEvent| {
            let (page, has_failed, ids) = (page.clone(), has_failed.clone(), ids.clone());
            spawn_local(async move {
                let Some(document) = ids.first() else { return };
                let ending = page.words().labels().own_note.copied_id;
                let Ok(text) = fetched(&format!("data/{document}.toml")).await else {
                    has_failed.set(true);
                    return;
                };
                let draft = Draft {
                    name: format!("{document}-{ending}.toml"),
                    text: copied(&text, &ids, ending),
                    problems: Vec::new(),
                };
                page.on_action.emit(Action::NoteRefused(Rc::new(draft)));
            });
        });
        html! { <li key={document.id.clone()}><button type="button" onclick={on_press}>{ words.document_name(&document.name()) }</button></li> }
    });
    html! {
        <section class="beginnings" aria-labelledby="beginnings-title">
            <h2 id="beginnings-title">{ labels.begin }</h2>
            <p class="help">{ labels.begin_help }</p>
            <ul class="save">{ for buttons }</ul>
            <p class="message problem" role="status">{ if *has_failed { labels.begin_failed } else { "" } }</p>
        </section>
    }
}

/// The ids that no other note may have: those of the document and of its variants.
fn ids(document: &Document) -> Vec<String> {
    let mut ids = vec![document.id.clone()];
    for variant in &document.variants {
        if !ids.contains(&variant.id) {
            ids.push(variant.id.clone());
        }
    }
    ids
}

/// The text with ids of its own.
fn copied(text: &str, ids: &[String], ending: &str) -> String {
    let with_own = |text: String, id: &String| text.replace(&format!("\"{id}\""), &format!("\"{id}-{ending}\""));
    ids.iter().fold(text.to_owned(), with_own)
}
