//! A note as a form. The text is what counts: the form shows what stands in it, and each change is written into it.

mod field;
mod group;
mod ids;
mod so_far;

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::{
    Callback, Children, Html, Properties, function_component, html, use_effect_with, use_mut_ref, use_state,
    use_state_eq,
};

use crate::ui::browser::focus;
use crate::ui::context::use_page;
use crate::ui::programs::own_notes::{FormEdit, OwnNotes};
use crate::ui::screens::own_note::desk::Desk;
use crate::ui::screens::own_note::form::group::{Opened, Shown, section};
use crate::ui::screens::own_note::form::ids::{TITLE, element_id};
use crate::ui::screens::own_note::form::so_far::so_far;
use crate::ui::state::Problem;
use engine::note_form::{Group, NoteForm, Part};

#[derive(Properties, PartialEq)]
pub(crate) struct FormProps {
    pub(crate) desk: Desk,
    /// The text that the form shows.
    pub(crate) text: Rc<str>,
    /// What hinders that the text does not say.
    pub(crate) refused: Vec<Problem>,
    /// Whether the reader has begun with the text in the form.
    pub(crate) is_begun: bool,
    /// What can be done with the note.
    pub(crate) children: Children,
}

/// How long what was typed waits, in milliseconds: the fault below a field that the reader leaves by pressing a button must not go, and move
/// the button, before it is released.
const WAITING: u32 = 200;

/// The form.
#[function_component]
pub(crate) fn FormOfNote(props: &FormProps) -> Html {
    let page = use_page();
    let labels = &page.words().labels().own_note;
    let form = use_state(|| None::<Rc<NoteForm>>);
    let is_unread = use_state_eq(|| false);
    let opened = use_state(Opened::default);
    let wanted = use_mut_ref(|| None::<String>);
    let timer = use_mut_ref(|| None::<Timeout>);
    {
        let (form, page, desk) = (form.clone(), page.clone(), props.desk.clone());
        let is_unread = is_unread.clone();
        use_effect_with((props.text.clone(), page.language), move |(text, _)| {
            let text = text.clone();
            spawn_local(async move {
                let program = OwnNotes::load().await;
                // Another change may have come in between.
                if desk.text() == text {
                    let read = program.and_then(|it| it.form(&text, page.library, page.language));
                    is_unread.set(read.is_err());
                    if let Ok(Some(read)) = read {
                        form.set(Some(Rc::new(read)));
                    }
                }
            });
        });
    }
    {
        // It may not be there before the form is read again, or before what it is in is open.
        let wanted = wanted.clone();
        use_effect_with(((*form).clone(), (*opened).clone()), move |(form, _)| {
            let path = wanted.borrow().clone();
            if let (Some(path), Some(form)) = (path, form)
                && focus::give(&element_id(&first_field(form, &path)))
            {
                wanted.take();
            }
        });
    }
    {
        // The button that was pressed to begin has another place now, or is gone. The form is read before there is anything to lead to.
        use_effect_with((form.is_some(), props.is_begun), |(is_there, is_begun)| {
            if *is_there && *is_begun && focus::is_lost_or_on_button() {
                focus::give(TITLE);
            }
        });
    }
    let on_edit = {
        let (desk, page, form, opened) = (props.desk.clone(), page.clone(), form.clone(), opened.clone());
        let wanted = wanted.clone();
        Callback::from(move |edit: FormEdit| {
            let mut waiting = WAITING;
            match &edit {
                FormEdit::Set(..) => {}
                FormEdit::Add(path) => {
                    // What is new is open, and the reader goes on in its first field.
                    let items = form.as_deref().map(|form| items(form, path)).unwrap_or_default();
                    let path = items.map_or_else(|| path.clone(), |items| format!("{path}/{items}"));
                    opened.set(opened.with(&path));
                    wanted.replace(Some(path));
                    waiting = 0;
                }
                FormEdit::Remove(path) => {
                    let above = path.rsplit_once('/').map(|(above, _)| above.to_owned());
                    wanted.replace(above);
                    waiting = 0;
                }
            }
            desk.add(edit);
            let (desk, page) = (desk.clone(), page.clone());
            timer.replace(Some(Timeout::new(waiting, move || {
                spawn_local(async move {
                    let _ = desk.settled(&page).await;
                });
            })));
        })
    };
    {
        // What was typed last counts, although the reader leaves the form at once.
        let (desk, page) = (props.desk.clone(), page.clone());
        use_effect_with((), move |()| {
            move || {
                spawn_local(async move {
                    let _ = desk.settled(&page).await;
                });
            }
        });
    }
    let on_open = {
        let opened = opened.clone();
        Callback::from(move |(path, is_open): (String, bool)| {
            if opened.has(&path) != is_open {
                opened.set(if is_open { opened.with(&path) } else { opened.without(&path) });
            }
        })
    };
    let on_seek = {
        let (opened, wanted) = (opened.clone(), wanted.clone());
        Callback::from(move |path: String| {
            let with_all = opened.with_all_above(&path);
            if with_all == *opened {
                focus::give(&element_id(&path));
            } else {
                wanted.replace(Some(path));
                opened.set(with_all);
            }
        })
    };
    // The form is then that of another text, or there is none.
    let unread =
        html! { <p class="message problem" role="status">{ if *is_unread { labels.not_read } else { "" } }</p> };
    let Some(shown) = (*form).clone() else {
        return html! { <div class="form-of-note" aria-busy={(!*is_unread).to_string()}>{ unread }</div> };
    };
    let context = Shown { opened: (*opened).clone(), on_edit, on_open, words: page.words() };
    let sections = shown.sections.iter().map(|group| section(group, &context));
    html! {
        <div class="form-of-note">
            { unread }
            { so_far(&shown, &props.refused, &on_seek, page.words(), &props.children) }
            <div class="sections" data-part="form">
                <p class="help">{ if shown.sections.is_empty() { labels.no_form } else { labels.form_help } }</p>
                { for sections }
                <p class="help">
                    if !shown.only_in_text.is_empty() {
                        { format!("{} {}", labels.only_in_text, shown.only_in_text.join(", ")) }
                    }
                </p>
            </div>
        </div>
    }
}

/// How many items the list at a path has; `None` where there is no list.
fn items(form: &NoteForm, path: &str) -> Option<usize> {
    let group = form.sections.iter().find_map(|group| group_at(group, path))?;
    let items = group.parts.iter().filter(|part| matches!(part, Part::Group(group) if group.is_item)).count();
    group.additions.iter().any(|addition| addition.path == path).then_some(items)
}

fn group_at<'g>(group: &'g Group, path: &str) -> Option<&'g Group> {
    if group.path == path {
        return Some(group);
    }
    group.parts.iter().find_map(|part| match part {
        Part::Group(inner) => group_at(inner, path),
        _ => None,
    })
}

/// The path of the first field of the group at a path; the path itself where there is no such group, or nothing in it.
fn first_field(form: &NoteForm, path: &str) -> String {
    let group = form.sections.iter().find_map(|group| group_at(group, path));
    let field = group.filter(|group| group.is_item || group.additions.is_empty()).and_then(|group| {
        group.parts.iter().find_map(|part| match part {
            Part::Field(field) => Some(field.path.clone()),
            _ => None,
        })
    });
    field.unwrap_or_else(|| path.to_owned())
}
