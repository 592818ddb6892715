//! Opens a scenario file: one that is chosen with a button, or dropped anywhere on the page.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, HtmlInputElement, window};
use yew::{
    Callback, Event, Html, MouseEvent, Properties, TargetCast, function_component, hook, html, use_effect_with,
    use_node_ref, use_state,
};

use super::module::{Exports, Opened};
use crate::language::Language;
use crate::scenario_file::LARGEST;
use crate::ui::focus;
use crate::ui::state::Action;
use crate::ui::words::use_words;

#[derive(Properties, PartialEq)]
pub(crate) struct OpenerProps {
    /// The file that was opened last, by name: opening it may have led to another screen.
    pub(crate) opened: Option<String>,
    pub(crate) on_action: Callback<Action>,
}

/// What happens while a file is held over the page.
const EVENTS: [&str; 3] = ["dragover", "dragleave", "drop"];

/// How it went with the last file.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Progress {
    None,
    Reading,
    Refused(String),
}

/// The button, and while a file is over the page, what letting go of it does.
#[function_component]
pub(crate) fn Opener(props: &OpenerProps) -> Html {
    let words = use_words();
    let labels = &words.labels().export;
    let progress = use_state(|| Progress::None);
    let language = words.language();
    let on_files = {
        let (progress, on_action) = (progress.clone(), props.on_action.clone());
        Callback::from(move |files: Vec<File>| {
            let progress = progress.clone();
            let on_action = on_action.clone();
            match <[File; 1]>::try_from(files) {
                Ok([file]) => {
                    progress.set(Progress::Reading);
                    spawn_local(async move { progress.set(open(&file, language, &on_action).await) });
                }
                Err(files) if files.is_empty() => {}
                Err(_) => {
                    let labels = &language.wording().labels().export;
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
        on_files.emit(files(input.files()));
        // Else choosing the same file again, mended, would be no change.
        input.set_value("");
    });
    let opened = props.opened.as_ref().map(|name| format!("{}: {name}", labels.opened));
    let (look, said) = match &*progress {
        Progress::None => ("message", opened.unwrap_or_default()),
        Progress::Reading => ("message", labels.reading.to_owned()),
        Progress::Refused(sentence) => ("message problem", sentence.clone()),
    };
    html! {
        <section class="opener screen-only" aria-labelledby="opener-label">
            <p>
                <button type="button" id="opener-label" aria-describedby="open-file-help" onclick={on_press}>{ labels.open_file }</button>
                // The browser's own button cannot be dressed, nor say it in the page's language.
                <input ref={input} type="file" id="open-file" hidden=true accept=".json,application/json" onchange={on_choose} />
            </p>
            <p id="open-file-help" class="help">{ labels.open_help }</p>
            <p class={look} role="status">{ said }</p>
            <div class="drop" aria-hidden="true">
                if is_over {
                    <p>{ labels.drop_here }</p>
                }
            </div>
        </section>
    }
}

/// Reads a file and shows what it leads to. What was on the page stays where the file cannot be opened.
async fn open(file: &File, language: Language, on_action: &Callback<Action>) -> Progress {
    let words = language.wording();
    match read(file, language).await {
        Ok(Opened { link, remarks }) => {
            on_action.emit(Action::FileOpened { name: file.name(), link, remarks });
            focus::give("content");
            Progress::None
        }
        // The sentence is about the file; without one, it was not the file that failed.
        Err(error) => {
            let sentence = error.as_string().unwrap_or_else(|| words.labels().export.failed.to_owned());
            Progress::Refused(format!("{}: {sentence}", file.name()))
        }
    }
}

async fn read(file: &File, language: Language) -> Result<Opened, JsValue> {
    // A film is not read into memory to be told that it is no scenario: its first part says as much.
    let most = i32::try_from(LARGEST).unwrap_or(i32::MAX).saturating_add(1);
    let beginning = file.slice_with_i32_and_i32(0, most)?;
    let text = JsFuture::from(beginning.text()).await?.as_string().unwrap_or_default();
    Exports::load().await?.open(&text, language.code())
}

fn files(list: Option<web_sys::FileList>) -> Vec<File> {
    let list = list.into_iter();
    list.flat_map(|list| (0..list.length()).filter_map(move |at| list.get(at))).collect()
}

/// Takes files that are dropped anywhere on the page; whether one is being held over it.
#[hook]
fn use_drop(on_files: Callback<Vec<File>>) -> bool {
    let is_over = use_state(|| false);
    let over = is_over.clone();
    use_effect_with(on_files, move |on_files| {
        let on_files = on_files.clone();
        let listener = Closure::<dyn Fn(DragEvent)>::new(move |event: DragEvent| {
            // Texts and links are dragged too: they go on doing what they did.
            let Some(held) = event.data_transfer().filter(|held| held.types().includes(&"Files".into(), 0)) else {
                return;
            };
            event.prevent_default();
            match event.type_().as_str() {
                "dragover" => over.set(true),
                "drop" => {
                    over.set(false);
                    on_files.emit(files(held.files()));
                }
                // Leaving one element for the next is not leaving the page.
                _ if event.related_target().is_none() => over.set(false),
                _ => {}
            }
        });
        let document = window().and_then(|window| window.document());
        if let Some(document) = &document {
            for name in EVENTS {
                let _ = document.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
            }
        }
        move || {
            if let Some(document) = document {
                for name in EVENTS {
                    let _ = document.remove_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
                }
            }
        }
    });
    *is_over
}
