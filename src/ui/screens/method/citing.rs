//! The chapter on citing: a citation of the page, and a text that quotes an answer with its date and version.

use yew::{AttrValue, Html, function_component, html, use_memo};

use crate::ui::browser::address;
use crate::ui::browser::today::today;
use crate::ui::context::use_page;
use crate::ui::handing_on::copy::Copy;
use engine::link::{Page, Screen};
use engine::method::example;
use model::scenario::Settings;
use words::{Reading, Words};

/// Both texts, each with a button that copies it.
#[function_component]
pub(super) fn Citing() -> Html {
    let page = use_page();
    let words = page.words();
    let labels = &words.labels().method_screen;
    let example = use_memo(page.library, |library| example(library));
    let front = address::canonical(&Page::of(Screen::Overview, words.choice()).screen_link(Settings::default()));
    let citation = words.citation(reading(&front));
    let frozen = example.as_ref().as_ref().map(|example| {
        let page = Page::of(Screen::Note, words.choice());
        let link = address::canonical(&page.lasting(&example.computed, None));
        words.frozen(&words.answer(&example.answer), example.computed.note(), reading(&link))
    });
    let answer = example.as_ref().as_ref().map(|example| words.cite_answer(example.computed.note().document));
    html! {
        <>
            <p class="help">{ labels.citing_help }</p>
            { text("citation", labels.cite_page.to_owned(), citation, labels.copy_citation, words) }
            { text("frozen", answer.unwrap_or_default(), frozen.unwrap_or_default(), labels.copy_answer, words) }
        </>
    }
}

/// A link read today in this version of the page.
fn reading(link: &str) -> Reading<'_> {
    Reading { link, day: today(), version: env!("CARGO_PKG_VERSION"), is_changed: false }
}

fn text(class: &'static str, title: String, text: String, label: &'static str, words: Words) -> Html {
    let labels = &words.labels().method_screen;
    let text = AttrValue::from(text);
    html! {
        <div class={class}>
            <h3>{ title }</h3>
            <p class="citation-text" data-part={class}>{ text.clone() }</p>
            <Copy {text} {label} done={labels.text_copied} by_hand={labels.text_by_hand} />
        </div>
    }
}
