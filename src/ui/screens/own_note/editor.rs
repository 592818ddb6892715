//! The note that the reader writes or mends: as a form or as text, with what can be done with it.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::MouseEvent;
use yew::{Callback, Html, Properties, function_component, html, use_effect_with, use_mut_ref, use_state};

use crate::ui::bringing::files::{Became, Source, bytes_of, open_note};
use crate::ui::bringing::kept;
use crate::ui::browser::focus;
use crate::ui::browser::leaving::use_question_before_leaving;
use crate::ui::context::{Context, use_page};
use crate::ui::handing_on::save::download_bytes;
use crate::ui::programs::own_notes::OwnNotes;
use crate::ui::screens::own_note::desk::Desk;
use crate::ui::screens::own_note::form::FormOfNote;
use crate::ui::screens::own_note::text::TextOfNote;
use crate::ui::state::{Action, Draft, Problem};

#[derive(Properties, PartialEq)]
pub(crate) struct EditorProps {
    /// The text to begin with.
    pub(crate) draft: Option<Rc<Draft>>,
    /// Which text it is.
    pub(crate) number: u32,
    /// The text that it took the place of.
    pub(crate) former: Option<Rc<Draft>>,
}

const TOML: &str = ".toml";
const JSON: &str = ".json";

/// The form or the text, and the ways to another one.
#[function_component]
pub(crate) fn Editor(props: &EditorProps) -> Html {
    let page = use_page();
    let labels = &page.words().labels().own_note;
    let is_form = use_state(|| props.draft.as_ref().is_some_and(|draft| draft.is_form));
    let refused = use_state(Vec::<Problem>::new);
    let message = use_state(String::new);
    // Whoever switches between form and text keeps the focus on the switch.
    let is_begun = use_mut_ref(|| true);
    let desk = use_mut_ref(Desk::default).borrow().clone();
    let draft = props.draft.clone().unwrap_or_default();
    use_question_before_leaving(draft.can_take_back());
    use_effect_with(draft.clone(), |draft| kept::remember_in_hand(draft));
    // What waits is done to the text that it was typed into.
    if !desk.has_waiting() {
        desk.take(&draft.text, props.number);
    }
    let former = props.former.clone().map(|former| {
        let on_press = page.on_action.reform(move |_: MouseEvent| Action::NoteDrafted(former.clone()));
        html! { <p key="former"><button type="button" class="quiet" onclick={on_press}>{ labels.former_text }</button></p> }
    });
    let show = |as_form: bool| {
        let (is_form, desk, page, is_begun) = (is_form.clone(), desk.clone(), page.clone(), is_begun.clone());
        Callback::from(move |_: MouseEvent| {
            is_begun.replace(false);
            let (is_form, desk, page) = (is_form.clone(), desk.clone(), page.clone());
            spawn_local(async move {
                let _ = desk.settled(&page).await;
                is_form.set(as_form);
            });
        })
    };
    let view = |as_form: bool, label: &'static str| {
        html! { <button type="button" aria-pressed={(*is_form == as_form).to_string()} onclick={show(as_form)}>{ label }</button> }
    };
    let on_read = {
        let (desk, page, refused, draft) = (desk.clone(), page.clone(), refused.clone(), draft.clone());
        let is_form = *is_form;
        Callback::from(move |_: MouseEvent| {
            let (desk, page, refused, draft) = (desk.clone(), page.clone(), refused.clone(), draft.clone());
            spawn_local(async move { refused.set(read(&desk, &draft, is_form, &page).await) });
        })
    };
    let save = |is_json: bool| {
        let (desk, page, message, draft) = (desk.clone(), page.clone(), message.clone(), draft.clone());
        Callback::from(move |_: MouseEvent| {
            let (desk, page, message, draft) = (desk.clone(), page.clone(), message.clone(), draft.clone());
            spawn_local(async move { message.set(saved(&desk, &draft.name, is_json, &page).await) });
        })
    };
    let on_back = {
        let (desk, page) = (desk.clone(), page.clone());
        Callback::from(move |_: MouseEvent| {
            let (desk, page) = (desk.clone(), page.clone());
            spawn_local(async move {
                let _ = desk.settled(&page).await;
                page.on_action.emit(Action::DraftTakenBack);
            });
        })
    };
    let undo = html! {
        <button type="button" id="undo-note" disabled={!draft.can_take_back()} onclick={on_back}>{ labels.take_back }</button>
    };
    // What is done with the note stands beside what it says.
    let doing = html! {
        <>
            <p class="save">
                <button type="button" id="read-note" onclick={on_read}>{ labels.read }</button>
                { undo }
                <button type="button" class="quiet" onclick={save(false)}>{ labels.save_toml }</button>
                <button type="button" class="quiet" onclick={save(true)}>{ labels.save_json }</button>
            </p>
            <p class="message" role="status">{ &*message }</p>
        </>
    };
    html! {
        <>
            <p class="form-or-text" role="group" aria-label={labels.form_or_text}>
                { view(true, labels.as_form) }{ view(false, labels.as_text) }
            </p>
            <div>{ former.unwrap_or_default() }</div>
            <div>
                if *is_form {
                    <FormOfNote {desk} text={draft.text.clone()} refused={(*refused).clone()} is_begun={*is_begun.borrow()}>{ doing }</FormOfNote>
                } else {
                    <>
                        <TextOfNote draft={props.draft.clone()} refused={(*refused).clone()} />
                        { doing }
                    </>
                }
            </div>
        </>
    }
}

/// What the file of a text is called, without its ending: as the file that it came from, or else as links call the note.
fn stem(name: &str, text: &str, program: &OwnNotes, page: &Context) -> Result<String, JsValue> {
    let stem = [TOML, JSON].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    if !stem.is_empty() {
        return Ok(stem.to_owned());
    }
    Ok(program.id_of(text)?.unwrap_or_else(|| page.words().labels().own_note.unnamed_file.to_owned()))
}

/// Reads the note and shows it. What hinders without a place in the text. `is_form`: whether the reader is in the form, which says what
/// hinders by itself and keeps them there.
async fn read(desk: &Desk, draft: &Draft, is_form: bool, page: &Context) -> Vec<Problem> {
    let problem = |sentence: &str| vec![Problem { sentence: sentence.to_owned(), ..Problem::default() }];
    let became = async {
        let text = desk.settled(page).await?;
        if is_form && OwnNotes::load().await?.try_out(&bytes_of(&text), page.library, page.language)?.is_err() {
            return Ok(Became::Draft(Rc::default()));
        }
        let ending = if text.trim_start().starts_with('{') { JSON } else { TOML };
        let stem = stem(&draft.name, &text, &OwnNotes::load().await?, page)?;
        let of = draft.of.as_deref();
        let source = if is_form { Source::WrittenInForm(of) } else { Source::Written(of) };
        open_note(&bytes_of(&text), format!("{stem}{ending}"), source, page).await
    };
    match became.await {
        Ok(Became::Opened | Became::Shown(_) | Became::Waiting) => Vec::new(),
        Ok(Became::Draft(_)) => {
            focus::give("problems-title");
            Vec::new()
        }
        Ok(Became::Refused(sentence)) => problem(&sentence),
        Err(_) => problem(page.words().labels().own_note.not_read),
    }
}

/// Saves the note as a file. What is said of that.
async fn saved(desk: &Desk, name: &str, is_json: bool, page: &Context) -> String {
    let labels = &page.words().labels().own_note;
    let saved = async {
        let text = desk.settled(page).await?;
        let program = OwnNotes::load().await?;
        let Some(text) = program.saved_as(&text, is_json)? else { return Ok(None) };
        let (ending, media_type) =
            if is_json { (JSON, "application/json") } else { (TOML, "text/plain;charset=utf-8") };
        let stem = stem(name, &text, &program, page)?;
        download_bytes(&bytes_of(&text), media_type, &format!("{stem}{ending}"))?;
        // A note may be put by before it is done. Whoever takes the file for a whole one is told.
        let left = program.try_out(&bytes_of(&text), page.library, page.language)?.err();
        Ok(Some(left.map_or(0, |problems| problems.len())))
    };
    match saved.await {
        Ok(Some(0)) => labels.saved_note.to_owned(),
        Ok(Some(left)) => format!("{}. {}", labels.saved_note, page.words().problems_of_note(left)),
        Ok(None) => labels.not_saved_note.to_owned(),
        Err::<Option<usize>, JsValue>(_) => page.words().labels().export.failed.to_owned(),
    }
}
