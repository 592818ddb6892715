//! Targets and results: what the notes promised, what they report, and what is missing.

use std::rc::Rc;

use yew::{Html, Properties, function_component, html, use_memo};

use crate::ui::context::use_page;
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::parts::provenance::{Fact, facts};
use engine::aims::{Aim, Promise, Report, Tally, aims};
use model::note::{Document, DocumentName, ShareTerms};
use words::Words;

#[derive(Properties, PartialEq)]
pub(crate) struct AimsProps {
    /// The id of the document whose aims are shown; all aims where there is none.
    #[prop_or_default]
    pub(crate) document: Option<&'static str>,
    /// The id of the effort whose aims are shown; those of all efforts where there is none.
    #[prop_or_default]
    pub(crate) effort: Option<&'static str>,
}

/// The aims, by effort: a list of sentences for each, and the definitions side by side.
#[function_component]
pub(crate) fn Aims(props: &AimsProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = words.labels();
    let shown: Rc<Vec<Aim<'static>>> = use_memo((props.document, props.effort), |(document, effort)| {
        let aims = aims(page.library.documents()).into_iter();
        let is_of_effort = |aim: &Aim<'_>| effort.is_none_or(|effort| aim.effort.id == effort);
        aims.filter(|aim| document.is_none_or(|document| aim.concerns(document)) && is_of_effort(aim)).collect()
    });
    let mut efforts: Vec<&str> = Vec::new();
    for aim in shown.iter() {
        if !efforts.contains(&aim.effort.id.as_str()) {
            efforts.push(&aim.effort.id);
        }
    }
    let is_open = props.document.is_some();
    let groups = efforts.into_iter().map(|id| {
        let of_effort: Vec<&Aim<'static>> = shown.iter().filter(|aim| aim.effort.id == id).collect();
        let name = of_effort.first().map_or("", |aim| words.named(&aim.effort.name));
        html! {
            <section key={id.to_owned()} class="aims-of" data-effort={id.to_owned()}>
                <h3>{ hyphenated(name, words.code()) }</h3>
                { for of_effort.into_iter().map(|aim| aim_view(aim, is_open, words)) }
            </section>
        }
    });
    let title = match props.document {
        Some(_) => html! { <h2 id="aims-title">{ labels.aims.results }</h2> },
        None => html! { <h1 id="aims-title" tabindex="-1">{ labels.screens.aims }</h1> },
    };
    html! {
        <section class="aims" aria-labelledby="aims-title">
            { title }
            <p class="help">{ labels.aims.results_help }</p>
            <p class="aims-tally">{ words.aims_tally(&Tally::of(&shown)) }</p>
            <div>{ for groups }</div>
        </section>
    }
}

fn aim_view(aim: &Aim<'static>, is_open: bool, words: Words) -> Html {
    let sentences = words.aim(aim).into_iter().enumerate().map(|(index, (part, sentence))| {
        html! { <div key={index} class={part.id()}><dt>{ words.aim_part(part) }</dt><dd>{ sentence }</dd></div> }
    });
    let promises = aim.promises.iter().map(|promise| promise_card(promise, words));
    let reports = aim.reports.iter().map(|report| report_card(report, words));
    html! {
        <div key={aim.key} class="aim" data-aim={aim.key}>
            <dl>{ for sentences }</dl>
            <details open={is_open}>
                <summary>{ words.labels().aims.side_by_side }</summary>
                <div class="definitions">{ for promises }{ for reports }</div>
            </details>
        </div>
    }
}

/// The definition of a target.
fn promise_card(promise: &Promise<'static>, words: Words) -> Html {
    let Some(document) = promise.documents.first().copied() else { return html! { <div key="none"></div> } };
    let key = format!("{}-{}", document.id, promise.target.id);
    let people = promise.population.map(|population| {
        (words.labels().aims.target_people, words.named(&population.says).to_owned(), Some(&population.source))
    });
    let reach = words.reach(promise.target.reach);
    card(key, document, promise.documents.len(), &reach, promise.target.terms.as_ref(), people, words)
}

/// The definition of a result.
fn report_card(report: &Report<'static>, words: Words) -> Html {
    let key = format!("{}-{}", report.document.id, report.result.id);
    card(key, report.document, 1, &words.reach(report.reach), report.result.terms.as_ref(), None, words)
}

/// How many are to reach an aim or have reached it, with the document and the facts of the definition.
fn card(
    key: String,
    document: &'static Document,
    editions: usize,
    reach: &str,
    terms: Option<&'static ShareTerms>,
    people: Option<Fact<'static>>,
    words: Words,
) -> Html {
    let name = words.document(document);
    let heading = if editions == 1 {
        name.clone()
    } else {
        words.document_name(&DocumentName { edition: None, ..document.name() })
    };
    let facts = facts(words, &name, terms.map(|terms| words.terms(terms)).into_iter().flatten().chain(people));
    html! {
        <div {key} class="definition">
            <h4><strong>{ reach.to_owned() }</strong>{ "\u{a0}· " }{ heading }</h4>
            { facts }
        </div>
    }
}
