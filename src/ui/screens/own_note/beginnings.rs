//! The ways to a text to begin with: the template, and the data of the notes that ship.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::MouseEvent;
use yew::{Callback, Html, Properties, UseStateHandle, function_component, html, use_effect_with, use_state};

use crate::ui::browser::today::today;
use crate::ui::context::{Context, use_page};
use crate::ui::programs::own_notes::OwnNotes;
use crate::ui::screens::own_note::page_with_notes::fetched;
use crate::ui::state::{Action, Draft};
use engine::link::About;
use model::note::Document;

/// A text to begin with.
#[derive(Clone)]
struct Beginning {
    /// Its name on the button.
    label: String,
    /// Its address below that of the page.
    address: String,
    /// The ids in it that no other note may have.
    ids: Vec<String>,
}

#[derive(Properties, PartialEq)]
pub(crate) struct BeginningsProps {
    /// Whether the files are there that were published with the page.
    pub(crate) has_published: bool,
    /// The note that the reader comes from to begin with it.
    pub(crate) from: Option<About>,
}

/// Nothing, the template, and the notes that ship.
#[function_component]
pub(crate) fn Beginnings(props: &BeginningsProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = &words.labels().own_note;
    let has_failed = use_state(|| false);
    let template = Beginning { label: labels.template.to_owned(), address: TEMPLATE.to_owned(), ids: Vec::new() };
    let shipped = page.library.published().iter().map(|document| Beginning {
        label: words.document_name(&document.name()),
        address: format!("data/{}.toml", document.id),
        ids: ids(document),
    });
    let published = [template].into_iter().chain(shipped).filter(|_| props.has_published);
    let published: Vec<Beginning> = published.collect();
    let begin = {
        let (page, has_failed) = (page.clone(), has_failed.clone());
        Callback::from(move |beginning: Beginning| begin(beginning, page.clone(), has_failed.clone()))
    };
    {
        // Whoever comes from a note begins from it.
        let wanted = props.from.as_ref().map(|from| format!("data/{}.toml", from.document));
        let begin = begin.clone();
        let chosen = published.iter().find(|it| Some(&it.address) == wanted.as_ref()).cloned();
        use_effect_with(wanted, move |_| chosen.into_iter().for_each(|chosen| begin.emit(chosen)));
    }
    let buttons = published.into_iter().map(|beginning| {
        let label = beginning.label.clone();
        let on_press = begin.reform(move |_: MouseEvent| beginning.clone());
        html! { <li key={label.clone()}><button type="button" onclick={on_press}>{ label }</button></li> }
    });
    let on_anew = {
        let (page, has_failed) = (page.clone(), has_failed.clone());
        Callback::from(move |_: MouseEvent| {
            let (page, has_failed) = (page.clone(), has_failed.clone());
            spawn_local(async move {
                let next_year = u16::try_from(today().year).unwrap_or_default().saturating_add(1);
                let text = OwnNotes::load().await.and_then(|program| program.begun(next_year, page.language));
                has_failed.set(text.is_err());
                if let Ok(text) = text {
                    page.on_action.emit(Action::NoteDrafted(Rc::new(Draft::in_form(String::new(), &text))));
                }
            });
        })
    };
    html! {
        <section class="beginnings" aria-labelledby="beginnings-title">
            <h2 id="beginnings-title">{ labels.begin }</h2>
            <p class="help">{ labels.begin_help }</p>
            <ul class="save">
                <li key="anew"><button type="button" onclick={on_anew}>{ labels.begin_anew }</button></li>
                { for buttons }
            </ul>
            <p>
                if props.has_published {
                    <a href={labels.guide_file}>{ labels.guide }</a>
                }
            </p>
            <p class="message problem" role="status">{ if *has_failed { labels.begin_failed } else { "" } }</p>
        </section>
    }
}

/// Fetches a text to begin with, and opens it in the form.
fn begin(beginning: Beginning, page: Context, has_failed: UseStateHandle<bool>) {
    spawn_local(async move {
        let Ok(text) = fetched(&beginning.address).await else {
            has_failed.set(true);
            return;
        };
        has_failed.set(false);
        let text = copied(&text, &beginning.ids, page.words().labels().own_note.copied_id);
        page.on_action.emit(Action::NoteDrafted(Rc::new(Draft::in_form(String::new(), &text))));
    });
}

/// The file of the template.
const TEMPLATE: &str = "note-template.toml";

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
