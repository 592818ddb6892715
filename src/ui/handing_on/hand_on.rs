//! What readers take along from the calculator, and the short ways to it in the head of a note.

use yew::{AttrValue, Callback, Html, MouseEvent, html};

use crate::ui::browser::{address, focus};
use crate::ui::context::Context;
use crate::ui::handing_on::copy::Copy;
use crate::ui::handing_on::export::export;
use crate::ui::handing_on::iframe::{OFFER, Offer};
use crate::ui::handing_on::share::{MORE, share, sheet, subject};
use crate::ui::state::State;
use engine::answer::answer;
use engine::link::{About, Page, Screen, page_with_notes};
use model::note::Note;
use words::{Phrase, Words};

/// The id of the part with everything that can be taken along.
const ALL: &str = "hand-on-title";
/// The id of the button that saves a workbook.
const WORKBOOK: &str = "save-xlsx";

/// Links, citations, the page in another one, and files. `sentence` is what the page answers.
pub(crate) fn hand_on(state: &State, link: &str, sentence: &Phrase, page: &Context) -> Html {
    let words = page.words();
    // Another page has a language of its own, whatever the browsers of its readers prefer.
    let to_answer = page.jump(|| focus::give_and_scroll("answer"));
    let in_said_language = Page { is_language_said: true, ..state.page.clone() }.lasting(state.own(), None);
    html! {
        <section class="hand-on screen-only" aria-labelledby={ALL}>
            <h2 id={ALL} tabindex="-1">{ words.labels().sharing.hand_on }</h2>
            <div class="passed-on">
                { share(state, link, sentence, page) }
                <Offer link={in_said_language} title={words.note_name(state.note())} own_page={own_page(state.note())} />
            </div>
            { export(state, link, words) }
            { begin_from(state, words) }
            <p><button type="button" class="quiet" onclick={to_answer}>{ words.labels().sharing.back_to_answer }</button></p>
        </section>
    }
}

/// The link to a note of the reader's own that begins from this one. What the one file has inside it cannot fetch as text.
fn begin_from(state: &State, words: Words) -> Html {
    let document = state.note().document;
    if document.fingerprint.is_some() || !address::is_hosted() {
        return html! { <p></p> };
    }
    let page = Page { about: Some(About::of(document)), ..Page::of(Screen::OwnNote, words.choice()) };
    let href = format!("#{}", page.screen_link(state.scenario().settings()));
    html! { <p><a {href}>{ words.labels().own_note.begin_from_this }</a></p> }
}

/// What the page is called with this note inside; `None` for one that ships.
fn own_page(note: Note<'_>) -> Option<AttrValue> {
    note.document.fingerprint.is_some().then(|| page_with_notes(&note.document.id).into())
}

/// The short ways: a button that copies the link, and one to each of the other parts. A narrow window has room for one word: there
/// the system's own share sheet opens, where it has one.
pub(crate) fn short_ways(state: &State, link: &str, page: &Context) -> Html {
    let words = page.words();
    let labels = &words.labels().sharing;
    let go_to = |id: &'static str| page.jump(move || focus::open_and_give(id));
    let way = |name: &'static str, id: &'static str| {
        // Going back finds it by its id.
        html! { <button type="button" id={format!("to-{id}")} class="quiet far" onclick={go_to(id)}>{ name }</button> }
    };
    let address = AttrValue::from(address::to_copy(link));
    let on_share = {
        let (go_on, own, address) = (go_to(ALL), state.own().clone(), address.clone());
        let (subject, perspective) = (subject(state, words), state.page.perspective(state.note().variant));
        Callback::from(move |event: MouseEvent| {
            if sheet::has_sheet() && address::is_shared() {
                let text = words.answer(&answer(&own, perspective)).text();
                sheet::open(&subject, &text, &address);
            } else {
                go_on.emit(event);
            }
        })
    };
    let done = if address::is_shared() { labels.link_copied } else { words.labels().elsewhere.link_copied_here };
    html! {
        <div class="short-ways screen-only" role="group" aria-label={labels.hand_on}>
            <Copy text={address} label={labels.copy_link} {done} by_hand={labels.link_by_hand} />
            { way(labels.cite_short, MORE) }
            { way(labels.workbook_short, WORKBOOK) }
            <span>
                if address::is_hosted() {
                    { way(labels.embed_short, OFFER) }
                }
            </span>
            <button type="button" id={format!("to-{ALL}")} class="quiet near" onclick={on_share}>{ labels.share_short }</button>
        </div>
    }
}
