//! What became of a note of the reader's own that was there before: another one took its place, or waits to, or the reader took it away. None
//! is lost without a word, and each can be had back.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::MouseEvent;
use yew::{Callback, Html, Properties, function_component, html, use_effect_with, use_state};

use crate::ui::bringing::files::{Became, Source, bytes_of, open_note};
use crate::ui::bringing::kept;
use crate::ui::browser::focus;
use crate::ui::context::{Context, use_page};
use crate::ui::state::{Action, Draft, Former, OwnNews, Way};
use engine::link::{Page, Screen};
use model::scenario::Settings;
use words::Words;

#[derive(Properties, PartialEq)]
pub(crate) struct NewsProps {
    pub(crate) news: OwnNews,
    /// Rises with each such news.
    pub(crate) count: u32,
    /// The text that the reader has in hand.
    pub(crate) in_hand: Option<Rc<Draft>>,
}

/// The notice.
#[function_component]
pub(crate) fn NewsOfNote(props: &NewsProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = words.labels();
    let has_failed = use_state(|| false);
    let needs_answer = !matches!(props.news, OwnNews::Replaced { .. });
    {
        let has_failed = has_failed.clone();
        use_effect_with(props.count, move |_| {
            has_failed.set(false);
            // The button that was pressed is gone, or the reader is asked something.
            if needs_answer {
                focus::give_and_scroll(ID);
            }
        });
    }
    let open = |file: (String, Rc<str>), source: Source<'static>, remembers: bool| {
        let (page, has_failed) = (page.clone(), has_failed.clone());
        Callback::from(move |_: MouseEvent| {
            let (page, has_failed, (name, text)) = (page.clone(), has_failed.clone(), file.clone());
            spawn_local(async move { has_failed.set(!opened(name, &text, source, remembers, &page).await) });
        })
    };
    let back = |former: &Former, was_remembered: bool| {
        open((former.file.name.clone(), former.file.text.as_str().into()), Source::TakenBack, was_remembered)
    };
    let on_dismiss = page.on_action.reform(|_: MouseEvent| {
        focus::give("content");
        Action::OwnNewsDismissed
    });
    let dismiss = html! { <button type="button" onclick={on_dismiss.clone()}>{ labels.shell.dismiss }</button> };
    let (title, ways) = match &props.news {
        OwnNews::Replaced { former, .. } => (
            labels.own_note.replaced,
            html! { <><button type="button" onclick={back(former, false)}>{ labels.own_note.bring_back }</button>{ dismiss }</> },
        ),
        OwnNews::TakenAway { former, was_remembered } => (
            labels.own_note.taken_away,
            html! { <><button type="button" onclick={back(former, *was_remembered)}>{ labels.own_note.take_back }</button>{ dismiss }</> },
        ),
        OwnNews::Waits { former, title, name, text } => {
            let on_replace = open((name.clone(), text.clone()), Source::Chosen, false);
            let edit = way_to_form(name, text, props.in_hand.as_deref(), &page);
            (
                labels.own_note.same_id,
                html! {
                    <>
                        <button type="button" onclick={on_dismiss}>{ words.keep_note(&former.title) }</button>
                        <button type="button" onclick={on_replace}>{ words.replace_note(&former.title, title) }</button>
                        { edit }
                    </>
                },
            )
        }
    };
    html! {
        <section id={ID} class="notices screen-only" data-part="own-news" tabindex="-1" aria-labelledby="own-news-title" aria-describedby="own-news-what">
            <h2 id="own-news-title">{ title }</h2>
            <p id="own-news-what">{ said(&props.news, words) }</p>
            <p class="save">{ ways }</p>
            <p class="message problem" role="status">{ if *has_failed { labels.own_note.file_not_read } else { "" } }</p>
        </section>
    }
}

/// The id of the notice.
const ID: &str = "own-news";

fn said(news: &OwnNews, words: Words) -> String {
    match news {
        OwnNews::Replaced { former, title, name, way } => match way {
            Way::Opened => words.note_replaced(&former.title, title, name),
            Way::Written => words.note_rewritten(&former.title),
            Way::TakenBack => words.note_taken_back(title, name),
        },
        OwnNews::TakenAway { former, was_remembered } => {
            words.note_taken_away(&former.title, &former.file.name, *was_remembered)
        }
        OwnNews::Waits { former, title, name, .. } => {
            let Former { title: former_title, file } = former;
            words.note_waits((former_title, &file.name), (title, name), &file.document)
        }
    }
}

/// Opens a text, and has the browser remember it once more where it did before. Whether it is there, or in hand.
async fn opened(name: String, text: &str, source: Source<'_>, remembers: bool, page: &Context) -> bool {
    match open_note(&bytes_of(text), name.clone(), source, page).await {
        Ok(Became::Refused(_)) | Err(_) => false,
        Ok(Became::Shown(file)) => {
            if remembers {
                let _ = kept::remember(&[file]);
            }
            true
        }
        Ok(Became::Opened | Became::Draft(_) | Became::Waiting) => true,
    }
}

/// The way to the text that waits, where it gets another name. What the reader has in hand already stays as it is, with its steps.
fn way_to_form(name: &str, text: &Rc<str>, in_hand: Option<&Draft>, page: &Context) -> Html {
    let words = page.words();
    let own_note = Page::of(Screen::OwnNote, words.choice()).screen_link(Settings::default());
    let draft = Rc::new(Draft::in_form(name.to_owned(), text));
    let is_in_hand = in_hand.is_some_and(|draft| draft.text == *text);
    let on_action = page.on_action.clone();
    let on_follow = Callback::from(move |_: MouseEvent| {
        if !is_in_hand {
            on_action.emit(Action::NoteDrafted(draft.clone()));
        }
        on_action.emit(Action::OwnNewsDismissed);
    });
    html! { <a href={format!("#{own_note}")} onclick={on_follow}>{ words.labels().own_note.give_other_id }</a> }
}
