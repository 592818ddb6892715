//! The text of a note, with what hinders it from being used, and the ways to a text to begin with.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlTextAreaElement, MouseEvent};
use yew::{Callback, Html, NodeRef, Properties, function_component, html, use_effect_with, use_node_ref, use_state};

use crate::ui::bringing::files::{bytes_of, open_note};
use crate::ui::browser::address;
use crate::ui::context::use_page;
use crate::ui::screens::own_note::page_with_notes::fetched;
use crate::ui::state::{Action, Draft, Problem};
use model::note::Document;
use words::Words;

#[derive(Properties, PartialEq)]
pub(crate) struct EditorProps {
    /// The text to begin with.
    pub(crate) draft: Option<Rc<Draft>>,
}

/// What a text is called that is of no file.
const UNNAMED: &str = "note.toml";

/// The field, what hinders, and the ways to another text.
#[function_component]
pub(crate) fn Editor(props: &EditorProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = &words.labels().own_note;
    let field = use_node_ref();
    let message = use_state(|| None::<String>);
    let name = props.draft.as_ref().map_or(UNNAMED, |draft| &draft.name).to_owned();
    let text = props.draft.as_ref().map(|draft| draft.text.clone()).unwrap_or_default();
    {
        // What a browser restores of a field is not the text that the problems are about.
        let (field, text) = (field.clone(), text.clone());
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                field.set_value(&text);
            }
        });
    }
    let on_read = {
        let (field, page, message) = (field.clone(), page.clone(), message.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(field) = field.cast::<HtmlTextAreaElement>() else { return };
            let (page, name, message) = (page.clone(), name.clone(), message.clone());
            spawn_local(async move {
                if open_note(&bytes_of(&field.value()), name, &page).await.is_err() {
                    message.set(Some(page.words().labels().export.failed.to_owned()));
                }
            });
        })
    };
    let problems = props.draft.as_ref().map(|draft| draft.problems.as_slice()).unwrap_or_default();
    html! {
        <>
            <div role="status">
                if !problems.is_empty() {
                    <section class="problems" aria-labelledby="problems-title">
                        <h2 id="problems-title" tabindex="-1">{ words.problems_of_note(problems.len()) }</h2>
                        <ol>{ for problems.iter().enumerate().map(|(index, problem)| problem_view(index, problem, &field, words)) }</ol>
                    </section>
                }
            </div>
            <p class="text-of-note">
                <label for="note-text">{ labels.text }</label>
                <textarea
                    ref={field} id="note-text" rows="16" spellcheck="false" autocomplete="off" autocapitalize="off"
                    aria-describedby="note-text-help"
                />
                <span id="note-text-help" class="help">{ labels.text_help }</span>
            </p>
            <p><button type="button" id="read-note" onclick={on_read}>{ labels.read }</button></p>
            <p class="message problem" role="status">{ (*message).clone().unwrap_or_default() }</p>
            if address::is_hosted() {
                <Beginnings />
            }
        </>
    }
}

/// Something that hinders: its place, which leads there in the field, what stands there, and what is wrong with it.
fn problem_view(index: usize, problem: &Problem, field: &NodeRef, words: Words) -> Html {
    let (line, column) = (problem.line, problem.column);
    let on_press = {
        let (field, length) = (field.clone(), length_in_field(&problem.passage));
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                let start = place_in_field(&field.value(), line, column);
                let _ = field.focus();
                let _ = field.set_selection_range(start, start.saturating_add(length));
            }
        })
    };
    html! {
        <li key={index} data-part="problem">
            if line > 0 {
                <><button type="button" class="in-sentence" onclick={on_press}>{ words.place_in_text(line, column) }</button>{ ": " }</>
            }
            { &problem.sentence }
            if !problem.passage.is_empty() {
                <>{ " " }<code>{ &problem.passage }</code></>
            }
        </li>
    }
}

/// Where a place begins in the text of a field, whose letters are counted as JavaScript does.
fn place_in_field(text: &str, line: u32, column: u32) -> u32 {
    let index = usize::try_from(line.saturating_sub(1)).unwrap_or_default();
    let before: u32 = text.split_inclusive('\n').take(index).map(length_in_field).fold(0, u32::saturating_add);
    let letters = usize::try_from(column.saturating_sub(1)).unwrap_or_default();
    let in_line: String = text.split('\n').nth(index).unwrap_or_default().chars().take(letters).collect();
    before.saturating_add(length_in_field(&in_line))
}

fn length_in_field(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

/// The notes that ship, as texts to begin with.
#[function_component]
fn Beginnings() -> Html {
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
