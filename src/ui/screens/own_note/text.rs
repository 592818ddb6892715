//! The text of a note. While the reader writes, the page says what hinders, or what it would answer.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlTextAreaElement, InputEvent, MouseEvent};
use yew::{
    Callback, Html, NodeRef, Properties, function_component, html, use_effect_with, use_mut_ref, use_node_ref,
    use_state,
};

use crate::ui::bringing::files::bytes_of;
use crate::ui::context::use_page;
use crate::ui::programs::own_notes::OwnNotes;
use crate::ui::state::{Action, Draft, Problem};
use words::Words;

#[derive(Properties, PartialEq)]
pub(crate) struct TextProps {
    /// The text to begin with.
    pub(crate) draft: Option<Rc<Draft>>,
    /// What hinders that the text does not say, such as that there is no memory for it.
    pub(crate) refused: Vec<Problem>,
}

/// What is found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Found {
    /// Nothing was looked for.
    Nothing,
    /// What hinders.
    Problems(Vec<Problem>),
    /// What the page would answer.
    Answer(String),
    /// The program that reads it did not arrive, or ended with an error.
    Unread,
}

impl Found {
    fn in_draft(draft: Option<&Draft>) -> Self {
        let problems = draft.map(|draft| draft.problems.clone()).unwrap_or_default();
        if problems.is_empty() { Self::Nothing } else { Self::Problems(problems) }
    }
}

/// How long a text rests before it is read, in milliseconds.
const REST: u32 = 400;

/// The field, and what is found in its text.
#[function_component]
pub(crate) fn TextOfNote(props: &TextProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = &words.labels().own_note;
    let field = use_node_ref();
    let found = use_state(|| Found::in_draft(props.draft.as_deref()));
    let waiting = use_mut_ref(|| None::<Timeout>);
    let try_out = {
        let (field, page, found) = (field.clone(), page.clone(), found.clone());
        Callback::from(move |()| {
            let text = field.cast::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default();
            if text.trim().is_empty() {
                found.set(Found::Nothing);
                return;
            }
            let (page, found) = (page.clone(), found.clone());
            spawn_local(async move {
                let program = OwnNotes::load().await;
                let tried = program.and_then(|it| it.try_out(&bytes_of(&text), page.library, page.language));
                found.set(tried.map_or(Found::Unread, |tried| tried.map_or_else(Found::Problems, Found::Answer)));
            });
        })
    };
    {
        // What a browser restores of a field is not the text that the draft has. Another language says other sentences.
        let (field, text) =
            (field.clone(), props.draft.as_ref().map(|draft| draft.text.to_string()).unwrap_or_default());
        let try_out = try_out.clone();
        use_effect_with(page.language, move |_| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>().filter(|field| field.value().is_empty()) {
                field.set_value(&text);
            }
            try_out.emit(());
        });
    }
    let on_type = {
        let (field, on_action) = (field.clone(), page.on_action.clone());
        Callback::from(move |_: InputEvent| {
            // Whoever goes to another screen finds the text again.
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                on_action.emit(Action::DraftTyped(field.value()));
            }
            let try_out = try_out.clone();
            waiting.replace(Some(Timeout::new(REST, move || try_out.emit(()))));
        })
    };
    let refused = Found::Problems(props.refused.clone());
    html! {
        <>
            <p class="text-of-note">
                <label for="note-text">{ labels.text }</label>
                <span id="note-text-help" class="help">{ labels.text_help }</span>
                <textarea
                    ref={field.clone()} id="note-text" rows="16" spellcheck="false" autocomplete="off" autocapitalize="off"
                    aria-describedby="note-text-help" oninput={on_type}
                />
            </p>
            { found_view(if props.refused.is_empty() { &found } else { &refused }, &field, words) }
        </>
    }
}

/// What was found in the text, as far as it is said while the reader writes.
fn found_view(found: &Found, field: &NodeRef, words: Words) -> Html {
    let (said, problems) = match found {
        Found::Nothing => (String::new(), Vec::new()),
        Found::Answer(answer) => (answer.clone(), Vec::new()),
        Found::Unread => (words.labels().own_note.not_read.to_owned(), Vec::new()),
        Found::Problems(problems) => (words.problems_of_note(problems.len()), problems.clone()),
    };
    let class = if problems.is_empty() { "found" } else { "found problems" };
    html! {
        <div {class}>
            <p id="problems-title" role="status" tabindex="-1">{ said }</p>
            <ol>{ for problems.iter().enumerate().map(|(index, problem)| problem_view(index, problem, field, words)) }</ol>
        </div>
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
