//! Opens a scenario file that the reader chooses with a button or drops anywhere on the page.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, HtmlInputElement};
use yew::{
    Callback, Event, Html, MouseEvent, Properties, TargetCast, function_component, hook, html, use_effect_with,
    use_node_ref, use_state,
};

use crate::ui::browser::focus;
use crate::ui::browser::window::window;
use crate::ui::context::use_page;
use crate::ui::handing_on::export::module::{Exports, Opened};
use crate::ui::state::Action;
use engine::scenario_file::LARGEST;
use model::language::Language;

#[derive(Properties, PartialEq)]
pub(crate) struct OpenerProps {
    /// The name of the file that was opened last. It comes from the state, because opening a file may change the
    /// screen.
    pub(crate) opened: Option<String>,
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
    let language = words.language();
    let on_files = {
        let (progress, on_action) = (progress.clone(), page.on_action.clone());
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
                    let labels = &words::of(language).labels().export;
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
        // Otherwise choosing the same file again, after correcting it, would not count as a change.
        input.set_value("");
    });
    let opened = props.opened.as_ref().map(|name| format!("{}: {name}", labels.opened));
    let (class, message) = match &*progress {
        Progress::None => ("message", opened.unwrap_or_default()),
        Progress::Reading => ("message", labels.reading.to_owned()),
        Progress::Refused(sentence) => ("message problem", sentence.clone()),
    };
    html! {
        <section class="opener screen-only" aria-labelledby="opener-label">
            <p>
                <button type="button" id="opener-label" aria-describedby="open-file-help" onclick={on_press}>{ labels.open_file }</button>
                // The browser's own button cannot be styled, and its text is in the browser's language.
                <input ref={input} type="file" id="open-file" hidden=true accept=".json,application/json" onchange={on_choose} />
            </p>
            <p id="open-file-help" class="help">{ labels.open_help }</p>
            <p {class} role="status">{ message }</p>
            <div class="drop" aria-hidden="true">
                if is_over {
                    <p>{ labels.drop_here }</p>
                }
            </div>
        </section>
    }
}

/// Reads a file and shows its scenario. If the file cannot be opened, the page stays as it is.
async fn open(file: &File, language: Language, on_action: &Callback<Action>) -> Progress {
    let words = words::of(language);
    match read(file, language).await {
        Ok(Opened { link, remarks }) => {
            on_action.emit(Action::FileOpened { name: file.name(), link, remarks });
            focus::give("content");
            Progress::None
        }
        // An error with a sentence is about the file. Without one, something other than the file failed.
        Err(error) => {
            let sentence = error.as_string().unwrap_or_else(|| words.labels().export.failed.to_owned());
            Progress::Refused(format!("{}: {sentence}", file.name()))
        }
    }
}

/// Reads a file with the exports module. The error is a sentence for the reader, where there is one.
async fn read(file: &File, language: Language) -> Result<Opened, JsValue> {
    // One byte more than the limit is enough to refuse a file as too large; the rest need not be read into memory.
    let length = i32::try_from(LARGEST).unwrap_or(i32::MAX).saturating_add(1);
    let beginning = file.slice_with_i32_and_i32(0, length)?;
    let text = JsFuture::from(beginning.text()).await?.as_string().unwrap_or_default();
    Exports::load().await?.open(&text, language.code())
}

fn files(list: Option<web_sys::FileList>) -> Vec<File> {
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
                    on_files.emit(files(transfer.files()));
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
