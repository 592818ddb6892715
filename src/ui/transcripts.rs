//! Where the numbers come from, and the documents that they were transcribed from.

use rust_decimal::Decimal;
use yew::{Html, Properties, function_component, html, use_memo};

use super::method::tables;
use super::overview::note_link;
use super::words::use_words;
use crate::link::{Page, Screen};
use crate::method::{Origins as Count, Transcribed, origins};
use crate::note::{Document, Omitted};
use crate::notes::Library;
use crate::text::Wording;

#[derive(Properties, PartialEq)]
pub(super) struct OriginsProps {
    pub(super) library: &'static Library,
}

/// Each kind of origin, with how many drivers are of it.
#[function_component]
pub(super) fn Origins(props: &OriginsProps) -> Html {
    let words = use_words();
    let own = &words.labels().method_screen;
    let counts = use_memo((), |()| origins(props.library));
    let row = |count: &Count| {
        let meaning = words.origin_kind(count.kind);
        html! {
            <tr key={meaning.name}>
                <th scope="row"><strong>{ meaning.name }</strong><span class="area">{ meaning.sentence }</span></th>
                <td>{ count.baseline }</td>
                <td>{ count.borrowed }</td>
            </tr>
        }
    };
    html! {
        <>
            <p class="help">{ own.origins_help }</p>
            <div class="scroll" role="region" aria-labelledby="origins" tabindex="0">
                <table class="origins">
                    <thead>
                        <tr>
                            <th scope="col">{ own.origin }</th>
                            <th scope="col">{ own.in_notes }</th>
                            <th scope="col">{ own.with_borrowed }</th>
                        </tr>
                    </thead>
                    <tbody>{ for counts.iter().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}

/// Each document: what it is, how much of it is transcribed, what was left out and why.
#[function_component]
pub(super) fn Transcripts(props: &OriginsProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let findings = Page::of(Screen::Findings, words.language()).screen_link();
    html! {
        <>
            <p class="help">{ labels.method_screen.documents_help }</p>
            <p><a href={format!("#{findings}")}>{ labels.method_screen.to_findings }</a></p>
            { tables(words) }
            <div class="documents">{ for props.library.documents().iter().map(|document| transcript(document, words)) }</div>
        </>
    }
}

fn transcript(document: &'static Document, words: &'static dyn Wording) -> Html {
    let (labels, own) = (words.labels(), &words.labels().method_screen);
    let notes = document
        .notes()
        .map(|note| html! { <li key={note.variant.id.clone()}>{ note_link(note, Decimal::ZERO, words) }</li> });
    html! {
        <article key={document.id.clone()} data-document={document.id.clone()}>
            <h3>{ words.document(document) }{ ": " }{ words.named(&document.title) }</h3>
            <dl class="facts">
                <div><dt>{ own.file }</dt><dd><cite>{ document.file.clone() }</cite></dd></div>
                <div><dt>{ own.budget }</dt><dd>{ document.budget }</dd></div>
                <div><dt>{ own.prices }</dt><dd>{ words.prices(document) }</dd></div>
                <div class="wide"><dt>{ own.transcribed }</dt><dd>{ words.transcribed(&Transcribed::of(document)) }</dd></div>
                <div class="wide"><dt>{ labels.decision }</dt><dd>{ words.named(&document.decision) }{ "." }</dd></div>
                <div class="wide"><dt>{ own.calculations }</dt><dd><ul class="plain">{ for notes }</ul></dd></div>
                <div class="wide omitted">
                    if !document.omitted.is_empty() {
                        <><dt>{ own.omitted }</dt>{ for document.omitted.iter().map(|omitted| left_out(document, omitted, words)) }</>
                    }
                </div>
            </dl>
        </article>
    }
}

/// An amount that is no data here: why, and where it stands.
fn left_out(document: &Document, omitted: &Omitted, words: &dyn Wording) -> Html {
    let why = words.named(&omitted.why);
    html! {
        <dd key={omitted.amount.clone()}>
            <span lang="da">{ omitted.amount.clone() }</span>{ ": " }{ why }{ ". " }
            <q lang="da">{ omitted.source.quote.clone() }</q>{ " " }<cite>{ words.place(&document.file, &omitted.source) }</cite>
        </dd>
    }
}
