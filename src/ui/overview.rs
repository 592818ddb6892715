//! The front: what each effort was proposed and granted over the years, in one chart, and what it aimed at and reached.

use std::rc::Rc;

use yew::{Html, Properties, classes, function_component, html, use_memo, use_node_ref};

use super::drawing::DrawingView;
use super::save::Save;
use super::width::use_width;
use super::words::use_words;
use crate::audit::{Check, Column, Verdict};
use crate::draw;
use crate::link::{Page, Screen};
use crate::money::Thousands;
use crate::note::{Note, Year};
use crate::notes::Library;
use crate::scenario::Scenario;
use crate::story::{Band, Mark, story};
use crate::text::Wording;

#[derive(Properties, PartialEq)]
pub(super) struct OverviewProps {
    pub(super) library: &'static Library,
    pub(super) checks: Rc<Vec<Check>>,
}

/// The chart of all efforts, and a section for each of them.
#[function_component]
pub(super) fn Overview(props: &OverviewProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let frame = use_node_ref();
    let width = use_width(&frame, 640.0);
    let bands = use_memo((), |()| story(props.library.documents()));
    let drawing = draw::story(props.library, &bands, words, width);
    html! {
        <section class="overview" aria-labelledby="overview-title">
            <h1 id="overview-title">{ labels.overview_title }</h1>
            <p class="help">{ labels.overview_help }</p>
            <p class="keys">
                <span class="key proposed">{ labels.proposed }</span>
                <span class="key granted">{ labels.granted }{ ", " }{ labels.own_prices }</span>
                <span>{ labels.chart_unit }</span>
            </p>
            <div class="frame story" ref={frame}><DrawingView drawing={drawing.clone()} named_by="overview-title" /></div>
            <Save
                name="indsatser" title={labels.overview_title} source={sources(props.library, words)}
                link={Page::of(Screen::Overview, words.language()).screen_link()} {drawing}
            />
            <div class="bands">{ for bands.iter().map(|band| show(props.library, band, &props.checks, words)) }</div>
        </section>
    }
}

/// Every document with its file.
fn sources(library: &Library, words: &dyn Wording) -> String {
    let all = library.documents().iter().map(|document| format!("{} ({})", words.document(document), document.file));
    all.collect::<Vec<_>>().join("; ")
}

fn show(library: &'static Library, band: &Band<'static>, checks: &[Check], words: &dyn Wording) -> Html {
    let labels = words.labels();
    let name = band.name(words.code()).to_owned();
    let title = format!("band-{}", band.key);
    let notes = band.proposals.iter().filter_map(|proposal| library.find(&proposal.variant));
    let marks = band.marks.iter().map(|mark| match mark {
        Mark::Aimed(document, target) => html! { <li>{ words.aimed(document, target) }</li> },
        Mark::Measured(document, result) => html! { <li class="measured">{ words.measured(document, result) }</li> },
    });
    html! {
        <section key={band.key.clone()} class="band" aria-labelledby={title.clone()}>
            <h2 id={title}>{ name.clone() }</h2>
            <div class="notes">
                <h3>{ labels.proposals }</h3>
                <ul>
                    { for notes.map(|note| html! {
                        <li key={note.variant.id.clone()}>{ note_link(note, words) }{ ", " }{ words.prices(note.document) }</li>
                    }) }
                </ul>
            </div>
            <div class="marks">
                if !band.marks.is_empty() {
                    <><h3>{ labels.aims }</h3><ul>{ for marks }</ul></>
                }
            </div>
            <details>
                <summary>{ labels.as_table }</summary>
                <div class="scroll" tabindex="0" role="region" aria-label={name}>{ table(library, band, checks, words) }</div>
            </details>
        </section>
    }
}

/// A link to a note as published.
pub(super) fn note_link(note: Note<'static>, words: &dyn Wording) -> Html {
    let link = Page::of(Screen::Note, words.language()).link(&Scenario::published(note));
    html! { <a href={format!("#{link}")}>{ words.note_name(note) }</a> }
}

/// Whether a check differs about an earlier appropriation of the band, in the document that it is taken from.
fn disputes(library: &'static Library, check: &Check, band: &Band<'_>) -> bool {
    let Some(document) = library.documents().iter().find(|document| Some(&document.id) == band.granted_in.as_ref())
    else {
        return false;
    };
    let is_own = |(table, row): &(String, String)| {
        let rows = document.tables.iter().filter(|own| own.id == *table).flat_map(|own| &own.rows);
        let mut series = rows.filter(|own| own.id == *row).filter_map(|own| own.series.as_ref());
        series.any(|series| series.effort() == band.key)
    };
    check.verdict() == Verdict::Differ
        && check.sides.iter().any(|side| side.document == document.id && side.rows.iter().any(is_own))
}

fn differs_in(check: &Check, year: Year) -> bool {
    check.differences().any(|compared| compared.column == Column::Year(year))
}

fn table(library: &'static Library, band: &Band<'static>, checks: &[Check], words: &dyn Wording) -> Html {
    let labels = words.labels();
    let mut years: Vec<Year> = band.amounts().map(|(year, _)| year).collect();
    years.sort_unstable();
    years.dedup();
    let row = |head: String, amounts: &[(Year, Thousands)]| {
        let cells = years.iter().map(|year| {
            let amount = amounts.iter().find(|(own, _)| own == year);
            html! { <td key={*year}>{ amount.map(|(_, amount)| words.locale().cell(*amount)).unwrap_or_default() }</td> }
        });
        html! { <tr><th scope="row">{ head }</th>{ for cells }</tr> }
    };
    let proposals = band.proposals.iter().map(|proposal| {
        let name = library.find(&proposal.variant).map(|note| words.note_name(note)).unwrap_or_default();
        row(format!("{name}, {}", labels.proposed), &proposal.amounts)
    });
    html! {
        <table class={classes!("story")}>
            <thead><tr><th scope="col">{ labels.thousands }</th>{ for years.iter().map(|year| html! { <th key={*year} scope="col">{ *year }</th> }) }</tr></thead>
            <tbody>
                { for proposals }
                { row(format!("{}, {}", labels.granted, labels.own_prices), &band.granted) }
            </tbody>
            <tbody class="touched">
                if checks.iter().any(|check| disputes(library, check, band)) {
                    <tr>
                        <th scope="row"><a href={format!("#{}", Page::of(Screen::Findings, words.language()).screen_link())}>{ labels.touched }</a></th>
                        { for years.iter().map(|year| {
                            let touched = |check: &&Check| disputes(library, check, band) && differs_in(check, *year);
                            html! { <td key={*year}>{ if checks.iter().any(|check| touched(&check)) { "†" } else { "" } }</td> }
                        }) }
                    </tr>
                }
            </tbody>
        </table>
    }
}
