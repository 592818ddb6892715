//! Two chapters of the method screen: where the drivers' values come from, and the documents they were transcribed
//! from.

use yew::{Html, Properties, function_component, html, use_memo};

use crate::ui::context::use_page;
use crate::ui::handing_on::export::{About, FileButtons};
use crate::ui::parts::links::{note_link, tables_link};
use crate::ui::parts::scrolled::{Named, scrolled};
use engine::link::{Page, Screen};
use engine::method::{Origins as Count, Transcribed, borrowed_or_assumed, origins};
use model::note::{Document, Driver, Note, Omitted};
use model::scenario::{Scenario, Settings};
use words::{Words, full_stop, rejoined};

/// A table of the kinds of origin and of how many drivers have each.
#[function_component]
pub(super) fn Origins() -> Html {
    let page = use_page();
    let words = page.words();
    let labels = &words.labels().method_screen;
    let counts = use_memo((), |()| origins(page.library));
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
            <p class="help">{ labels.origins_help }</p>
            { scrolled(Named::By("origins"), html! {
                <table class="origins">
                    <thead>
                        <tr>
                            <th scope="col">{ labels.origin }</th>
                            <th scope="col">{ labels.in_notes }</th>
                            <th scope="col">{ labels.with_borrowed }</th>
                        </tr>
                    </thead>
                    <tbody>{ for counts.iter().map(row) }</tbody>
                </table>
            }) }
            <details data-part="not-of-note">
                <summary>{ labels.borrowed_or_assumed }</summary>
                { for borrowed_or_assumed(page.library).iter().map(|(note, drivers)| not_of_note(*note, drivers, words)) }
            </details>
        </>
    }
}

/// The numbers of a note that are not its own: each with its value, where that comes from, and why.
fn not_of_note(note: Note<'static>, drivers: &[&Driver], words: Words) -> Html {
    let items = drivers.iter().map(|driver| {
        let value = words.note_value_as(&driver.origin, &words.value(driver.value, driver.unit));
        let why = words.explanation(note, driver).map(|why| format!(" {}", full_stop(why))).unwrap_or_default();
        let value = full_stop(value);
        html! { <li key={driver.id.clone()}><strong>{ words.driver_name(driver) }</strong>{ format!(" – {value}{why}") }</li> }
    });
    html! {
        <div key={format!("{}-{:?}", note.variant.id, note.variant.savings_from.is_some())}>
            <h3>{ words.scenario_name(&Scenario::baseline(note)) }</h3>
            <ul class="dashes">{ for items }</ul>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct TranscriptsProps {
    /// The reader's rate and horizon, which links to the notes keep.
    pub(super) settings: Settings,
}

/// The documents. For each: what it is, how much of it is transcribed, what was left out, and why.
#[function_component]
pub(super) fn Transcripts(props: &TranscriptsProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = words.labels();
    let findings = Page::of(Screen::Findings, words.choice()).screen_link(props.settings);
    html! {
        <>
            <p class="help">{ labels.method_screen.documents_help }</p>
            <p><a href={format!("#{findings}")}>{ labels.method_screen.to_findings }</a></p>
            <p>{ words.tally(page.checks()) }</p>
            { tables_link(words) }
            <section class="all-notes screen-only" aria-labelledby="all-notes">
                <h3 id="all-notes">{ labels.export.all_notes }</h3>
                <p class="help">{ labels.export.all_notes_help }</p>
                <FileButtons about={About::AllNotes} link={Page::of(Screen::Method, words.choice()).screen_link(props.settings)} />
            </section>
            <div class="documents">{ for page.library.documents().iter().map(|document| transcript(document, props.settings, words)) }</div>
        </>
    }
}

fn transcript(document: &'static Document, settings: Settings, words: Words) -> Html {
    let (labels, method_labels) = (words.labels(), &words.labels().method_screen);
    let notes = document
        .notes()
        .map(|note| html! { <li key={note.variant.id.clone()}>{ note_link(note, settings, words) }</li> });
    html! {
        <article key={document.id.clone()} data-document={document.id.clone()}>
            <h3>{ words.document(document) }{ ": " }{ words.named(&document.title) }</h3>
            <dl class="facts">
                <div class="wide read-by">
                    if let Some(read_by) = document.read_by {
                        <><dt>{ labels.note.text_read }</dt><dd>{ words.read_by(read_by) }</dd></>
                    }
                </div>
                <div><dt>{ method_labels.budget }</dt><dd>{ document.budget }</dd></div>
                <div><dt>{ method_labels.prices }</dt><dd>{ words.prices(document) }</dd></div>
                <div class="wide"><dt>{ method_labels.transcribed }</dt><dd>{ words.transcribed(&Transcribed::of(document)) }</dd></div>
                if let Some(decision) = &document.decision {
                    <div class="wide"><dt>{ labels.note.decision }</dt><dd>{ words.named(decision) }{ "." }</dd></div>
                }
                <div class="wide"><dt>{ method_labels.calculations }</dt><dd><ul class="plain">{ for notes }</ul></dd></div>
                <div class="wide omitted">
                    if !document.omitted.is_empty() {
                        <><dt>{ method_labels.omitted }</dt>{ for document.omitted.iter().map(|omitted| omitted_amount(document, omitted, words)) }</>
                    }
                </div>
            </dl>
        </article>
    }
}

/// An amount in the document that was not transcribed: why not, and where it stands.
fn omitted_amount(document: &Document, omitted: &Omitted, words: Words) -> Html {
    let why = words.named(&omitted.why);
    html! {
        <dd key={omitted.amount.clone()}>
            <span lang="da">{ omitted.amount.clone() }</span>{ ": " }{ why }{ ". " }
            <q lang="da">{ rejoined(omitted.source.words()) }</q>{ " " }<cite>{ words.place(&words.document(document), &omitted.source) }</cite>
        </dd>
    }
}
