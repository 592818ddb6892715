//! The screen of disagreements: every check between documents, those that differ first.

use web_sys::HtmlSelectElement;
use yew::{AttrValue, Callback, Event, Html, Properties, TargetCast, function_component, html, use_state};

use crate::ui::context::{Context, use_page};
use crate::ui::parts::could_explain;
use crate::ui::parts::hyphenated::hyphenated;
use engine::findings::{Check, Explanation, Kind, Place, Verdict, Weight};
use engine::notes::Library;
use model::scenario::Settings;
use words::{Words, rejoined};

#[derive(Properties, PartialEq)]
pub(crate) struct FindingsProps {
    /// How the reader wants paybacks to be counted, which links to the notes keep.
    pub(crate) settings: Settings,
}

/// The checks, and the choice of the document to show them for.
#[function_component]
pub(crate) fn Findings(props: &FindingsProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = words.labels();
    let chosen = use_state(|| AttrValue::from(""));
    let on_choose = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            chosen.set(event.target_unchecked_into::<HtmlSelectElement>().value().into());
        })
    };
    let shown: Vec<Check> =
        page.checks().iter().filter(|check| chosen.is_empty() || check.concerns(&chosen)).cloned().collect();
    let choices = page.library.documents().iter().map(|document| {
        html! {
            <option key={document.id.clone()} value={document.id.clone()} selected={*chosen == document.id.as_str()}>
                { words.document(document) }
            </option>
        }
    });
    let groups = Weight::ALL.into_iter().filter_map(|weight| group(props, &shown, weight, &page));
    let agreeing = shown.iter().filter(|check| check.verdict() != Verdict::Differ);
    html! {
        <section class="disagreements" aria-labelledby="findings-title">
            <h1 id="findings-title">{ labels.screens.findings }</h1>
            <p class="help">{ labels.findings.help }</p>
            <p class="filter">
                <label for="findings-document">{ labels.findings.show }</label>
                <select id="findings-document" onchange={on_choose}>
                    <option key="" value="" selected={chosen.is_empty()}>{ labels.findings.all_documents }</option>
                    { for choices }
                </select>
            </p>
            <p class="tally" role="status">{ words.tally(&shown) }</p>
            <div>{ for groups }</div>
            <details>
                <summary>{ labels.findings.agreeing }</summary>
                <ul class="agreeing">
                    { for agreeing.enumerate().map(|(index, check)| html! {
                        <li key={index}>
                            { words.kind(check.kind) }{ ": " }<strong>{ parted(&words.agreeing_values(check).join("; "), words) }</strong>{ " " }
                            { for check.cited().into_iter().flatten().enumerate().map(|(place_index, place)| html! {
                                <span key={place_index}>{ if place_index > 0 { " ↔ " } else { "" } }{ place_view(page.library, place, words) }</span>
                            }) }
                        </li>
                    }) }
                </ul>
            </details>
        </section>
    }
}

/// A text in the language of the page, with its long words parted.
fn parted(text: &str, words: Words) -> Html {
    hyphenated(text, words.code())
}

/// The findings of one weight, kind by kind; `None` where there are none.
fn group(props: &FindingsProps, shown: &[Check], weight: Weight, page: &Context) -> Option<Html> {
    let words = page.words();
    let of_weight = Kind::ALL.into_iter().filter(|kind| kind.weight() == weight);
    let kinds: Vec<Html> = of_weight
        .filter_map(|kind| {
            let is_found = |check: &&Check| check.kind == kind && check.verdict() == Verdict::Differ;
            let found: Vec<Html> = shown
                .iter()
                .filter(is_found)
                .enumerate()
                .map(|(index, check)| html! { <li key={index} class="finding" data-part="finding">{ finding(props, check, page) }</li> })
                .collect();
            (!found.is_empty()).then(|| {
                html! {
                    <section key={words.kind(kind)} class="kind">
                        <h3>{ parted(words.kind(kind), words) }</h3>
                        <p class="help">{ parted(words.remedy(kind), words) }</p>
                        <ul>{ for found }</ul>
                    </section>
                }
            })
        })
        .collect();
    (!kinds.is_empty()).then(|| {
        html! {
            <section key={words.weight(weight)} class="weight">
                <h2>{ parted(words.weight(weight), words) }</h2>
                { for kinds }
            </section>
        }
    })
}

/// A check that differs: its sentences, what could explain it, and the places of both sides with their quotes.
fn finding(props: &FindingsProps, check: &Check, page: &Context) -> Html {
    let words = page.words();
    let library = page.library;
    let documents = library.documents();
    let is_lead_needed = |explanation: &Explanation| !matches!(explanation, Explanation::Searched { .. });
    // What a search has found says itself that it could explain the numbers.
    let lead = if check.all_explanations().into_iter().any(is_lead_needed) {
        words.labels().findings.could_explain
    } else {
        ""
    };
    let sentences = words.explanations(documents, check);
    let explanations =
        check.all_explanations().into_iter().zip(&sentences).map(|(explanation, sentence)| match explanation {
            Explanation::Searched { variant, search } => {
                let note = library.find(variant);
                note.map(|note| could_explain::shown(note, search, props.settings, words)).unwrap_or_default()
            }
            _ => parted(sentence, words),
        });
    html! {
        <>
            { for words.finding_sentences(documents, check).into_iter().map(|sentence| html! { <p key={sentence.clone()} class="sentence">{ parted(&sentence, words) }</p> }) }
            <p class="explained">{ lead }{ for explanations.map(|explanation| html! { <>{ " " }{ explanation }</> }) }</p>
            <ul class="sides">
                { for check.cited().into_iter().flatten().enumerate().map(|(index, place)| html! {
                    <li key={index}>{ place_view(library, place, words) }</li>
                }) }
            </ul>
        </>
    }
}

/// A place in a document, and the document's words there.
fn place_view(library: &'static Library, place: &Place, words: Words) -> Html {
    let document = library.documents().iter().find(|document| document.id == place.document);
    let title = document.map(|document| words.document(document)).unwrap_or_default();
    html! {
        <>
            <cite>{ parted(&title, words) }</cite>
            <span>
                if !place.place.is_empty() {
                    { ", " }{ parted(&words.table_or_section(&place.place), words) }
                }
            </span>
            { " " }
            <span>
                if !place.words.is_empty() {
                    <q lang="da">{ hyphenated(&rejoined(&place.words), "da") }</q>
                }
            </span>
        </>
    }
}
