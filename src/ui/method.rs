//! How it is calculated, and from what: the rules, a worked example, payback counted in several ways, where numbers come
//! from, the documents, how to cite, the words, and how accessible the page is.

use rust_decimal::Decimal;
use web_sys::MouseEvent;
use yew::{AttrValue, Callback, Html, Properties, function_component, html, use_effect_with};

use std::rc::Rc;

use super::address;
use super::asker::Site;
use super::citing::Citing;
use super::conventions::Conventions;
use super::focus;
use super::hyphenated::hyphenated;
use super::state::Action;
use super::transcripts::{Origins, Transcripts};
use super::words::use_words;
use super::worked::Worked;
use crate::link::{Chapter, Page, Screen};
use crate::note::Line;
use crate::notes::Library;
use crate::text::{Passage, Term, Wording};

#[derive(Properties, PartialEq)]
pub(super) struct MethodProps {
    pub(super) library: &'static Library,
    /// The chapter that the link leads to, and what is asked about.
    pub(super) site: Rc<Site>,
    pub(super) on_action: Callback<Action>,
}

/// The screen.
#[function_component]
pub(super) fn Method(props: &MethodProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    use_effect_with(props.site.page.chapter, |chapter| {
        if let Some(chapter) = chapter {
            focus::bring(chapter.id());
        }
    });
    html! {
        <div class="method">
            <h1>{ labels.method }</h1>
            <p class="help">{ labels.method_screen.help }</p>
            <nav class="chapters" aria-label={labels.method_screen.chapters}>
                <ul>{ for Chapter::ALL.map(|chapter| html! { <li key={chapter.id()}>{ way_to(chapter, props.site.own.scenario.rate(), words) }</li> }) }</ul>
            </nav>
            { for Chapter::ALL.map(|chapter| html! {
                <section key={chapter.id()} class="chapter" aria-labelledby={chapter.id()}>
                    <h2 id={chapter.id()} tabindex="-1">{ hyphenated(words.chapter(chapter), words.code()) }</h2>
                    { content(chapter, props, words) }
                </section>
            }) }
        </div>
    }
}

/// A link to a chapter. The fragment of the address holds the page's state, so the focus is moved by hand.
pub(super) fn way_to(chapter: Chapter, rate: Decimal, words: &dyn Wording) -> Html {
    let page = Page { chapter: Some(chapter), ..Page::of(Screen::Method, words.language()) };
    // Where the address already names the chapter, following it changes nothing.
    let on_press = Callback::from(move |_: MouseEvent| focus::bring(chapter.id()));
    html! { <a href={format!("#{}", page.screen_link(rate))} onclick={on_press}>{ words.chapter(chapter) }</a> }
}

fn content(chapter: Chapter, props: &MethodProps, words: &'static dyn Wording) -> Html {
    let library = props.library;
    let rate = props.site.own.scenario.rate();
    let own = &words.labels().method_screen;
    match chapter {
        Chapter::Rules => html! {
            <>
                <p>{ own.rules_help }</p>
                { terms("rules", own.rules) }
                { terms("glossary", own.steps) }
            </>
        },
        Chapter::Example => html! { <Worked {library} /> },
        Chapter::Payback => {
            html! { <Conventions {library} site={props.site.clone()} on_action={props.on_action.clone()} /> }
        }
        Chapter::Origins => html! { <Origins {library} /> },
        Chapter::Documents => html! { <Transcripts {library} {rate} /> },
        Chapter::Citing => html! { <Citing {library} /> },
        Chapter::Glossary => html! { <>{ terms("glossary", own.glossary) }{ short_names(library, words) }</> },
        Chapter::Accessibility => html! { <>{ for own.statement.iter().map(passage) }{ tables(words) }</> },
    }
}

fn terms(class: &'static str, terms: &'static [Term]) -> Html {
    let terms = terms.iter().map(|term| {
        html! {
            <div key={term.name}>
                <dt>{ term.name }{ danish(term.danish) }</dt>
                <dd>{ term.meaning }</dd>
            </div>
        }
    });
    html! { <dl class={class}>{ for terms }</dl> }
}

/// The documents' own word, where the page is in another language.
fn danish(word: Option<&'static str>) -> Html {
    word.map(|word| html! { <>{ " (" }<span lang="da">{ word }</span>{ ")" }</> }).unwrap_or_default()
}

/// The short names of every note's administrations and committees. What they stand for is Danish.
fn short_names(library: &Library, words: &dyn Wording) -> Html {
    let lines: Vec<Line> = library.notes().flat_map(|note| note.variant.lines.clone()).collect();
    let names =
        words.abbreviations(&lines).into_iter().map(|name| html! { <li key={name.clone()}>{ name.clone() }</li> });
    html! { <><h3>{ words.labels().method_screen.short_names }</h3><ul class="plain">{ for names }</ul></> }
}

fn passage(passage: &'static Passage) -> Html {
    let said = match passage.said {
        [only] => html! { <p>{ *only }</p> },
        several => {
            html! { <ul class="dashes">{ for several.iter().map(|said| html! { <li key={*said}>{ *said }</li> }) }</ul> }
        }
    };
    html! { <div key={passage.title}><h3>{ passage.title }</h3>{ said }</div> }
}

/// The way to the tables that need no script.
pub(super) fn tables(words: &dyn Wording) -> Html {
    let own = &words.labels().tables_page;
    html! {
        <p key="tables">
            // Beside the one file there is no other.
            if address::is_hosted() {
                <a href={AttrValue::from(own.file)}>{ own.link }</a>
            }
        </p>
    }
}
