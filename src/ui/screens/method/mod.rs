//! The method screen: the rules of the calculation, a worked example, payback by every convention, where numbers come
//! from, the documents, how to cite, the glossary, privacy, and the accessibility statement.

mod citing;
mod conventions;
mod transcripts;
mod worked_example;

use std::rc::Rc;

use yew::{Html, Properties, function_component, html, use_effect_with};

use crate::ui::browser::focus;
use crate::ui::context::{Context, use_page};
use crate::ui::numbers::asker::Site;
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::parts::links::{chapter_link, tables_link};
use crate::ui::screens::method::citing::Citing;
use crate::ui::screens::method::conventions::Conventions;
use crate::ui::screens::method::transcripts::{Origins, Transcripts};
use crate::ui::screens::method::worked_example::WorkedExample;
use engine::link::Chapter;
use engine::notes::Library;
use model::note::Line;
use words::{Passage, Term, Words};

#[derive(Properties, PartialEq)]
pub(crate) struct MethodProps {
    /// Holds the chapter that the link names, and the number that is asked about.
    pub(crate) site: Rc<Site>,
}

/// The screen: a list of its chapters, then each chapter.
#[function_component]
pub(crate) fn Method(props: &MethodProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = words.labels();
    use_effect_with(props.site.page.chapter, |chapter| {
        if let Some(chapter) = chapter {
            focus::give_and_scroll(chapter.id());
        }
    });
    html! {
        <div class="method">
            <h1 tabindex="-1">{ labels.screens.method }</h1>
            <p class="help">{ labels.method_screen.help }</p>
            <nav class="chapters" aria-label={labels.method_screen.chapters}>
                <ul>{ for Chapter::ALL.map(|chapter| html! { <li key={chapter.id()}>{ chapter_link(chapter, props.site.own.scenario.settings(), words) }</li> }) }</ul>
            </nav>
            { for Chapter::ALL.map(|chapter| html! {
                <section key={chapter.id()} class="chapter" aria-labelledby={chapter.id()}>
                    <h2 id={chapter.id()} tabindex="-1">{ hyphenated(words.chapter(chapter), words.code()) }</h2>
                    { content(chapter, props, &page) }
                </section>
            }) }
        </div>
    }
}

/// The content of a chapter.
fn content(chapter: Chapter, props: &MethodProps, page: &Context) -> Html {
    let words = page.words();
    let library = page.library;
    let settings = props.site.own.scenario.settings();
    let labels = &words.labels().method_screen;
    match chapter {
        Chapter::Rules => html! {
            <>
                <p>{ labels.rules_help }</p>
                { terms("rules", labels.rules) }
                { terms("glossary", labels.steps) }
            </>
        },
        Chapter::Example => html! { <WorkedExample /> },
        Chapter::Payback => {
            html! { <Conventions site={props.site.clone()} /> }
        }
        Chapter::Origins => html! { <Origins /> },
        Chapter::Documents => html! { <Transcripts {settings} /> },
        Chapter::Citing => html! { <Citing /> },
        Chapter::Glossary => html! { <>{ terms("glossary", labels.glossary) }{ short_names(library, words) }</> },
        Chapter::Privacy => html! { <p>{ labels.privacy }</p> },
        Chapter::Accessibility => html! { <>{ for labels.statement.iter().map(passage) }{ tables_link(words) }</> },
    }
}

/// A list of terms and their meanings.
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

/// The Danish word of the documents in brackets; nothing where the page is in Danish.
fn danish(word: Option<&'static str>) -> Html {
    word.map(|word| html! { <>{ " (" }<span lang="da">{ word }</span>{ ")" }</> }).unwrap_or_default()
}

/// The abbreviations of the administrations and committees of all notes, with the Danish names they stand for.
fn short_names(library: &Library, words: Words) -> Html {
    let lines: Vec<Line> = library.published_notes().flat_map(|note| note.variant.lines.clone()).collect();
    let names =
        words.abbreviations(&lines).into_iter().map(|name| html! { <li key={name.clone()}>{ name.clone() }</li> });
    html! { <><h3>{ words.labels().method_screen.short_names }</h3><ul class="plain">{ for names }</ul></> }
}

/// A passage of the accessibility statement: its title with a paragraph, or with a list where it has several sentences.
fn passage(passage: &'static Passage) -> Html {
    let text = match passage.sentences {
        [sentence] => html! { <p>{ *sentence }</p> },
        sentences => {
            let items = sentences.iter().map(|sentence| html! { <li key={*sentence}>{ *sentence }</li> });
            html! { <ul class="dashes">{ for items }</ul> }
        }
    };
    html! { <div key={passage.title}><h3>{ passage.title }</h3>{ text }</div> }
}
