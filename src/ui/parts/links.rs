//! Links that several screens show.

use rust_decimal::Decimal;
use web_sys::MouseEvent;
use yew::{AttrValue, Callback, Html, html};

use crate::ui::browser::{address, focus};
use crate::ui::context::Context;
use crate::ui::state::State;
use engine::findings::ranked;
use engine::link::{About, Chapter, Page, Screen};
use model::evaluate::Perspective;
use model::note::{DriverIx, Note};
use model::scenario::{Scenario, Settings};
use words::Words;

/// A link to the baseline of a note, with the reader's rate and horizon.
pub(crate) fn note_link(note: Note<'static>, settings: Settings, words: Words) -> Html {
    let link = Page::of(Screen::Note, words.choice()).link(&Scenario::baseline(note).with_settings(settings));
    html! { <a href={format!("#{link}")}>{ words.note_name(note) }</a> }
}

/// A link to the baseline of a note with one effort alone.
pub(crate) fn effort_link(note: Note<'static>, effort: &str, settings: Settings, words: Words) -> Html {
    let mut page = Page::of(Screen::Note, words.choice());
    page.see_from(Perspective::of_effort(note.variant, effort), note.variant);
    let link = page.link(&Scenario::baseline(note).with_settings(settings));
    html! { <a href={format!("#{link}")}>{ words.note_name(note) }</a> }
}

/// The link to the calculator of a note in which one driver has another value, with the effort alone that it belongs to; `None` if the driver does not accept it.
pub(crate) fn link_with(
    note: Note<'static>,
    ix: DriverIx,
    value: Decimal,
    settings: Settings,
    words: Words,
) -> Option<String> {
    let mut scenario = Scenario::baseline(note).with_settings(settings);
    scenario.set(ix, value).ok()?;
    let mut page = Page::of(Screen::Note, words.choice());
    let has_it = |perspective: &Perspective| match perspective {
        Perspective::Effort(index) => note.variant.efforts.get(*index).is_some_and(|effort| effort.is_told_by(ix)),
        Perspective::Total | Perspective::Service | Perspective::Committee(_) => false,
    };
    if let Some(effort) = Perspective::efforts(note.variant).find(has_it) {
        page.see_from(effort, note.variant);
    }
    Some(page.link(&scenario))
}

/// A link to the findings where any cell of a row is disputed; otherwise an empty element.
pub(crate) fn findings_link(disputed: &[bool], settings: Settings, words: Words) -> Html {
    let findings = Page::of(Screen::Findings, words.choice());
    html! {
        <span class="touched">
            if disputed.contains(&true) {
                <a href={format!("#{}", findings.screen_link(settings))}>{ words.labels().findings.disagreement }</a>
            }
        </span>
    }
}

/// A link to the findings about the note's document, with how many there are. It leads to the first of them.
pub(crate) fn contradictions_link(state: &State, page: &Context) -> Html {
    let words = page.words();
    let document = state.note().document;
    let findings = ranked(page.checks());
    let number = findings.iter().filter(|finding| finding.check.concerns(&document.id)).count();
    if number == 0 {
        return html! {};
    }
    let variant = state.note().variant;
    // The note's other efforts are counted too.
    let is_one_effort = matches!(state.page.perspective(variant), Perspective::Effort(_)) && variant.efforts.len() > 1;
    let findings = Page { about: Some(About::of(document)), ..Page::of(Screen::Findings, words.choice()) };
    html! { <a href={format!("#{}", findings.screen_link(state.scenario().settings()))}>{ words.contradictions(number, is_one_effort) }</a> }
}

/// A link to a chapter. It moves the focus itself, because the fragment of the address holds the page's state and
/// cannot name an element.
pub(crate) fn chapter_link(chapter: Chapter, settings: Settings, words: Words) -> Html {
    let page = Page { chapter: Some(chapter), ..Page::of(Screen::Method, words.choice()) };
    // If the address already names the chapter, following the link changes nothing, so the press moves the focus.
    let on_press = Callback::from(move |_: MouseEvent| focus::give_and_scroll(chapter.id()));
    html! { <a href={format!("#{}", page.screen_link(settings))} onclick={on_press}>{ words.chapter(chapter) }</a> }
}

/// The link to the page of tables that works without scripts.
pub(crate) fn tables_link(words: Words) -> Html {
    let labels = &words.labels().tables_page;
    html! {
        <p key="tables">
            // The single-file page has no other file beside it.
            if address::is_hosted() {
                <a href={AttrValue::from(labels.file)}>{ labels.link }</a>
            }
        </p>
    }
}
