//! Opens a file that the reader chooses with a button or drops anywhere on the page: a saved scenario, or a note.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, File, HtmlInputElement};
use yew::{
    Callback, Event, Html, MouseEvent, Properties, TargetCast, function_component, hook, html, use_effect_with,
    use_node_ref, use_state,
};

use crate::ui::bringing::files::{self, Became};
use crate::ui::browser::window::window;
use crate::ui::context::use_page;
use crate::ui::state::Action;
use words::Words;

#[derive(Properties, PartialEq)]
pub(crate) struct OpenerProps {
    /// The name of the file that was opened last. It comes from the state, because opening a file may change the
    /// screen.
    pub(crate) opened: Option<String>,
    /// Whether the button is there for a note first of all.
    #[prop_or_default]
    pub(crate) is_for_note: bool,
}

/// The events of dragging a file over the page.
const DRAG_EVENTS: [&str; 3] = ["dragover", "dragleave", "drop"];

/// The progress of opening the last file.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Progress {
    None,
    Reading,
    Refused(String),
}

/// The button, and a message while a file is being dragged over the page.
#[function_component]
pub(crate) fn Opener(props: &OpenerProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = &words.labels().export;
    let progress = use_state(|| Progress::None);
    let on_files = {
        let (progress, page) = (progress.clone(), page.clone());
        Callback::from(move |files: Vec<File>| {
            let (progress, page) = (progress.clone(), page.clone());
            match <[File; 1]>::try_from(files) {
                Ok([file]) => {
                    progress.set(Progress::Reading);
                    spawn_local(async move {
                        let became = files::open(&file, &page).await;
                        // Wherever on the page the reader is: the message beside the button may be out of sight.
                        if let Some(unusable) = unusable(&became, page.words()) {
                            page.on_action.emit(unusable);
                        }
                        progress.set(match became {
                            Became::Opened | Became::Shown(_) | Became::Draft(_) | Became::Waiting => Progress::None,
                            Became::Refused(sentence) => Progress::Refused(sentence),
                        });
                    });
                }
                Err(files) if files.is_empty() => {}
                Err(_) => {
                    let labels = &page.words().labels().export;
                    progress.set(Progress::Refused(labels.not_one_file.to_owned()));
                }
            }
        })
    };
    let is_over = use_drop(on_files.clone());
    let input = use_node_ref();
    let on_press = {
        let input = input.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let on_choose = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        on_files.emit(listed(input.files()));
        // Otherwise choosing the same file again, after correcting it, would not count as a change.
        input.set_value("");
    });
    let opened = props.opened.as_ref().map(|name| format!("{}: {name}", labels.opened));
    let (class, message) = match &*progress {
        Progress::None => ("message", opened.unwrap_or_default()),
        Progress::Reading => ("message", labels.reading.to_owned()),
        Progress::Refused(sentence) => ("message problem", sentence.clone()),
    };
    let (label, help) = if props.is_for_note {
        (words.labels().own_note.open, words.labels().own_note.open_help)
    } else {
        (labels.open_file, labels.open_help)
    };
    html! {
        <section class="opener screen-only" aria-labelledby="opener-label">
            <p>
                <button type="button" id="opener-label" aria-describedby="open-file-help" onclick={on_press}>{ label }</button>
                // The browser's own button cannot be styled, and its text is in the browser's language.
                <input ref={input} type="file" id="open-file" hidden=true accept=".toml,.json,application/json" onchange={on_choose} />
            </p>
            <p id="open-file-help" class="help">{ help }</p>
            <p {class} role="status">{ message }</p>
            <div class="drop" aria-hidden="true">
                if is_over {
                    <p>{ labels.drop_here }</p>
                }
            </div>
        </section>
    }
}

/// What the page has to say of a file that cannot be used: how much hinders, and the first thing in its text.
fn unusable(became: &Became, words: Words) -> Option<Action> {
    match became {
        Became::Opened | Became::Shown(_) | Became::Waiting => None,
        Became::Refused(sentence) => Some(Action::FileUnusable { said: vec![sentence.clone()], is_in_hand: false }),
        Became::Draft(draft) => {
            let count = format!("{}: {}", draft.name, words.problems_of_note(draft.problems.len()));
            let first = draft.problems.iter().find(|problem| problem.line > 0);
            let first = first
                .map(|problem| format!("{}: {}", words.place_in_text(problem.line, problem.column), problem.sentence));
            Some(Action::FileUnusable { said: [count].into_iter().chain(first).collect(), is_in_hand: true })
        }
    }
}

fn listed(list: Option<web_sys::FileList>) -> Vec<File> {
    let list = list.into_iter();
    list.flat_map(|list| (0..list.length()).filter_map(move |index| list.get(index))).collect()
}

/// Passes on files that are dropped anywhere on the page. Returns whether a file is being dragged over it now.
#[hook]
fn use_drop(on_files: Callback<Vec<File>>) -> bool {
    let is_over = use_state(|| false);
    let set_over = is_over.clone();
    use_effect_with(on_files, move |on_files| {
        let on_files = on_files.clone();
        let listener = Closure::<dyn Fn(DragEvent)>::new(move |event: DragEvent| {
            // Text and links can be dragged too; those keep the browser's own behaviour.
            let transfer = event.data_transfer().filter(|transfer| transfer.types().includes(&"Files".into(), 0));
            let Some(transfer) = transfer else { return };
            event.prevent_default();
            match event.type_().as_str() {
                "dragover" => set_over.set(true),
                "drop" => {
                    set_over.set(false);
                    on_files.emit(listed(transfer.files()));
                }
                // The event also comes when the pointer moves from one element to the next within the page.
                _ if event.related_target().is_none() => set_over.set(false),
                _ => {}
            }
        });
        let document = window().and_then(|window| window.document());
        if let Some(document) = &document {
            for name in DRAG_EVENTS {
                let _ = document.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
            }
        }
        move || {
            if let Some(document) = document {
                for name in DRAG_EVENTS {
                    let _ = document.remove_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
                }
            }
        }
    });
    *is_over
}
