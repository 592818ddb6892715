//! Payback times by every convention, side by side.

use yew::{Html, Properties, function_component, html, use_memo};

use super::overview::note_link;
use super::words::use_words;
use crate::link::{Page, Screen};
use crate::method::{Counted, counted};
use crate::notes::Library;
use crate::payback::{Convention, Payback};
use crate::text::Wording;

#[derive(Properties, PartialEq)]
pub(super) struct ConventionsProps {
    pub(super) library: &'static Library,
}

/// What each convention counts, and a table of what it gives for each note.
#[function_component]
pub(super) fn Conventions(props: &ConventionsProps) -> Html {
    let words = use_words();
    let own = &words.labels().method_screen;
    let rows = use_memo((), |()| counted(props.library));
    let conventions: Vec<Convention> =
        rows.first().map(|row| row.by.iter().map(|(convention, _)| *convention).collect()).unwrap_or_default();
    let meanings = conventions.iter().map(|convention| words.convention(*convention));
    let names = meanings.clone().map(|meaning| html! { <th key={meaning.name} scope="col">{ meaning.name }</th> });
    let columns = conventions.len().saturating_add(2);
    // The rows of a note follow each other: one group for each.
    let groups = rows.chunk_by(|one, other| one.note == other.note);
    html! {
        <>
            <dl class="glossary">
                { for meanings.map(|meaning| html! {
                    <div key={meaning.name}><dt>{ meaning.name }</dt><dd>{ meaning.sentence }</dd></div>
                }) }
            </dl>
            <p class="help">{ own.payback_help }</p>
            <div class="scroll" role="region" aria-labelledby="payback" tabindex="0">
                <table class="conventions">
                    <thead>
                        <tr>
                            <th scope="col">{ own.note }</th>
                            { for names }
                            <th key="printed" scope="col">{ own.printed }</th>
                        </tr>
                    </thead>
                    { for groups.map(|rows| group(rows, columns, words)) }
                </table>
            </div>
        </>
    }
}

/// The rows of a note below its name.
fn group(rows: &[Counted<'static>], columns: usize, words: &'static dyn Wording) -> Html {
    let name = rows.first().map(|row| {
        let borrowed =
            row.note.variant.savings_from.as_ref().map(|_| format!(", {}", words.labels().method_screen.borrowed));
        html! { <span>{ note_link(row.note, words) }{ borrowed.unwrap_or_default() }</span> }
    });
    let key = rows.first().map(|row| row.note.variant.id.clone()).unwrap_or_default();
    html! {
        <tbody key={key.clone()} data-note={key}>
            <tr key="name"><th scope="rowgroup" colspan={columns.to_string()}>{ name.unwrap_or_default() }</th></tr>
            { for rows.iter().map(|own| row(own, words)) }
        </tbody>
    }
}

fn row(row: &Counted<'static>, words: &'static dyn Wording) -> Html {
    let name = words.perspective(row.perspective);
    let cells = row.by.iter().map(|(convention, payback)| {
        html! { <td key={words.convention(*convention).name}>{ words.payback_by(*convention, *payback) }</td> }
    });
    html! {
        <tr key={name}>
            <th scope="row">{ name }</th>
            { for cells }
            <td key="printed">{ row.printed.map(|years| words.printed_years(years)).unwrap_or_default() }{ " " }{ disagreement(row, words) }</td>
        </tr>
    }
}

/// A way to the disagreements where the document prints another number than its tables lead to.
fn disagreement(row: &Counted<'static>, words: &'static dyn Wording) -> Html {
    let own = row.by.iter().find(|(convention, _)| *convention == Convention::FirstYear).map(|(_, payback)| *payback);
    let differs = match (row.printed, own) {
        (Some(printed), Some(Payback::Reached { years, .. })) => years != printed.into(),
        (Some(_), _) => true,
        (None, _) => false,
    };
    let findings = Page::of(Screen::Findings, words.language()).screen_link();
    html! {
        <span class="touched">
            if differs {
                <a href={format!("#{findings}")}>{ words.labels().touched }</a>
            }
        </span>
    }
}
