//! The screen of disagreements: every check between documents, those that differ first.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::{AttrValue, Callback, Event, Html, Properties, TargetCast, function_component, html, use_state};

use super::words::use_words;
use crate::findings::{Check, Kind, Place, Verdict};
use crate::notes::Library;
use crate::text::Wording;

#[derive(Properties, PartialEq)]
pub(super) struct FindingsProps {
    pub(super) library: &'static Library,
    pub(super) checks: Rc<Vec<Check>>,
}

/// The checks, and the choice of the document to show them for.
#[function_component]
pub(super) fn Findings(props: &FindingsProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let chosen = use_state(|| AttrValue::from(""));
    let on_choose = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            chosen.set(event.target_unchecked_into::<HtmlSelectElement>().value().into());
        })
    };
    let shown: Vec<Check> =
        props.checks.iter().filter(|check| chosen.is_empty() || check.concerns(&chosen)).cloned().collect();
    let choices = props.library.documents().iter().map(|document| {
        html! {
            <option key={document.id.clone()} value={document.id.clone()} selected={*chosen == document.id.as_str()}>
                { words.document(document) }
            </option>
        }
    });
    let groups = Kind::ALL.into_iter().filter_map(|kind| {
        let of_kind: Vec<Html> = shown
            .iter()
            .filter(|check| check.kind == kind && check.verdict() == Verdict::Differ)
            .enumerate()
            .map(|(index, check)| html! { <li key={index} class="finding">{ finding(props.library, check, words) }</li> })
            .collect();
        (!of_kind.is_empty()).then(|| {
            html! {
                <section key={words.kind(kind)} class="kind">
                    <h2>{ words.kind(kind) }</h2>
                    <p class="help">{ words.remedy(kind) }</p>
                    <ul>{ for of_kind }</ul>
                </section>
            }
        })
    });
    let agreeing = shown.iter().filter(|check| check.verdict() != Verdict::Differ);
    html! {
        <section class="disagreements" aria-labelledby="findings-title">
            <h1 id="findings-title">{ labels.findings }</h1>
            <p class="help">{ labels.findings_help }</p>
            <p class="filter">
                <label for="findings-document">{ labels.show }</label>
                <select id="findings-document" onchange={on_choose}>
                    <option key="" value="" selected={chosen.is_empty()}>{ labels.all_documents }</option>
                    { for choices }
                </select>
            </p>
            <p class="tally" role="status">{ words.tally(&shown) }</p>
            <div>{ for groups }</div>
            <details>
                <summary>{ labels.agreeing }</summary>
                <ul class="agreeing">
                    { for agreeing.enumerate().map(|(index, check)| html! {
                        <li key={index}>{ words.kind(check.kind) }{ ": " }<strong>{ words.agreeing_values(check).join("; ") }</strong>{ " " }{ for check.places.iter().enumerate().map(|(place_index, place)| html! {
                                <span key={place_index}>{ if place_index > 0 { " ↔ " } else { "" } }{ place_view(props.library, place, words) }</span>
                            }) }</li>
                    }) }
                </ul>
            </details>
        </section>
    }
}

/// A check that differs: its sentences, and both places with their quotes.
fn finding(library: &'static Library, check: &Check, words: &dyn Wording) -> Html {
    let [left, right] = &check.places;
    html! {
        <>
            { for words.finding_sentences(check).into_iter().map(|sentence| html! { <p key={sentence.clone()} class="sentence">{ sentence }</p> }) }
            <ul class="sides">
                <li>{ place_view(library, left, words) }</li>
                <li>{ place_view(library, right, words) }</li>
            </ul>
        </>
    }
}

/// A place in a document, and the document's words there.
fn place_view(library: &'static Library, place: &Place, words: &dyn Wording) -> Html {
    let document = library.documents().iter().find(|document| document.id == place.document);
    let title = document.map(|document| words.document(document)).unwrap_or_default();
    html! {
        <>
            <cite>{ title }{ ", " }{ words.table_or_section(&place.place) }</cite>{ " " }
            <span>
                if !place.words.is_empty() {
                    <q lang="da">{ place.words.clone() }</q>
                }
            </span>
        </>
    }
}
