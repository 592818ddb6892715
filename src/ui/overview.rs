//! The front: what each effort was proposed and granted over the years, and what it aimed at and reached.

use std::rc::Rc;

use yew::{Html, Properties, classes, function_component, html, use_memo, use_node_ref};

use super::language;
use super::width::use_width;
use crate::audit::{Check, Column, Verdict};
use crate::chart::{Scale, coordinate};
use crate::link;
use crate::money::Thousands;
use crate::note::{Note, Year};
use crate::notes::Library;
use crate::scenario::Scenario;
use crate::story::{Band, Mark, story};

#[derive(Properties, PartialEq)]
pub(super) struct OverviewProps {
    pub(super) library: &'static Library,
    pub(super) checks: Rc<Vec<Check>>,
}

const HEIGHT: f64 = 130.0;
const TOP: f64 = 22.0;
const BOTTOM: f64 = 24.0;
/// The narrowest column that has room for an amount above its bar.
const ROOM_FOR_AMOUNTS: f64 = 56.0;

/// A band for each effort, all over the same years and on the same scale.
#[function_component]
pub(super) fn Overview(props: &OverviewProps) -> Html {
    let labels = language().wording().labels();
    let frame = use_node_ref();
    let width = use_width(&frame, 640.0);
    let bands = use_memo((), |()| story(props.library.documents()));
    let amounts = || bands.iter().flat_map(all_amounts);
    let (Some(first), Some(last)) = (amounts().map(|(year, _)| year).min(), amounts().map(|(year, _)| year).max())
    else {
        return html! { <section class="overview"></section> };
    };
    let most = amounts().map(|(_, amount)| amount).max().unwrap_or_default();
    let axes = Axes {
        first,
        last,
        x: Scale { domain: (f64::from(first), f64::from(last) + 1.0), range: (0.0, width) },
        y: Scale { domain: (0.0, coordinate(most.get())), range: (HEIGHT - BOTTOM, TOP) },
    };
    html! {
        <section class="overview" aria-labelledby="overview-title">
            <h1 id="overview-title">{ labels.overview_title }</h1>
            <p class="help">{ labels.overview_help }</p>
            <p class="keys" aria-hidden="true">
                <span class="key proposed">{ labels.proposed }</span>
                <span class="key granted">{ labels.granted }</span>
                <span>{ labels.chart_unit }</span>
            </p>
            <div ref={frame}>
                { for bands.iter().map(|band| show(props.library, band, &props.checks, axes)) }
            </div>
        </section>
    }
}

#[derive(Clone, Copy)]
struct Axes {
    first: Year,
    last: Year,
    x: Scale,
    y: Scale,
}

fn all_amounts<'a>(band: &'a Band<'_>) -> impl Iterator<Item = (Year, Thousands)> + 'a {
    band.granted.iter().chain(band.proposals.iter().flat_map(|proposal| &proposal.amounts)).copied()
}

fn show(library: &'static Library, band: &Band<'static>, checks: &[Check], axes: Axes) -> Html {
    let words = language().wording();
    let labels = words.labels();
    let (note, at) = band.newest;
    let name = note.variant.efforts.get(at).map_or("", |effort| effort.name.get(language().code()).0);
    let title = format!("band-{}", band.key);
    let notes = band.proposals.iter().filter_map(|proposal| library.find(&proposal.variant));
    let marks = band.marks.iter().map(|mark| match mark {
        Mark::Aimed(document, target) => html! { <li>{ words.aimed(document, target) }</li> },
        Mark::Measured(document, result) => html! { <li class="measured">{ words.measured(document, result) }</li> },
    });
    html! {
        <section key={band.key.clone()} class="band" aria-labelledby={title.clone()}>
            <h2 id={title.clone()}>{ name }</h2>
            <svg
                role="img" aria-labelledby={title} width={axes.x.range.1.to_string()} height={HEIGHT.to_string()}
                viewBox={format!("0 0 {} {HEIGHT}", axes.x.range.1)}
            >
                { years(axes) }
                { bars(band, axes) }
            </svg>
            <div class="notes">
                <h3>{ labels.proposals }</h3>
                <ul>
                    { for notes.map(|note| html! {
                        <li key={note.variant.id.clone()}>{ note_link(note) }{ ", " }{ words.prices(note.document) }</li>
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
                <div class="scroll" tabindex="0" role="region" aria-label={name.to_owned()}>{ table(library, band, checks) }</div>
            </details>
        </section>
    }
}

/// A link to a note as published.
pub(super) fn note_link(note: Note<'static>) -> Html {
    let link = link::print(&Scenario::published(note));
    html! { <a href={format!("#{link}")}>{ language().wording().note_name(note) }</a> }
}

fn years(axes: Axes) -> Html {
    let column = axes.x.at(f64::from(axes.first) + 1.0) - axes.x.at(f64::from(axes.first));
    let base = axes.y.at(0.0);
    let every: u16 = if column < 44.0 { 2 } else { 1 };
    let labels = (axes.first..=axes.last).filter(|year| year.saturating_sub(axes.first).is_multiple_of(every)).map(|year| {
        let x = axes.x.at(f64::from(year) + 0.5);
        html! { <text key={year} x={format!("{x:.1}")} y={(HEIGHT - 6.0).to_string()} text-anchor="middle">{ year }</text> }
    });
    html! {
        <g class="axes">
            <g class="zero">
                <line x1="0" x2={axes.x.range.1.to_string()} y1={base.to_string()} y2={base.to_string()} />
            </g>
            <g>{ for labels }</g>
        </g>
    }
}

/// Two bars a year side by side: proposed in outline, granted filled. Where two variants propose for one year, the larger is
/// drawn; the table has both.
fn bars(band: &Band<'_>, axes: Axes) -> Html {
    let proposed = (axes.first..=axes.last).filter_map(|year| {
        let amounts = band.proposals.iter().flat_map(|proposal| &proposal.amounts);
        let largest = amounts.filter(|(own, _)| *own == year).map(|(_, amount)| *amount).max()?;
        Some(bar(axes, "proposed", year, 0.1, largest))
    });
    let granted = band.granted.iter().map(|(year, amount)| bar(axes, "granted", *year, 0.5, *amount));
    html! { <g class="bars"><g>{ for proposed }</g><g>{ for granted }</g></g> }
}

fn bar(axes: Axes, class: &'static str, year: Year, offset: f64, amount: Thousands) -> Html {
    let column = axes.x.at(f64::from(year) + 1.0) - axes.x.at(f64::from(year));
    let (x, y) = (axes.x.at(f64::from(year) + offset), axes.y.at(coordinate(amount.get())));
    let wide = column * 0.38;
    let millions = amount.decimal().checked_div(rust_decimal::Decimal::ONE_THOUSAND).unwrap_or_default();
    html! {
        <g key={year} class={class}>
            <rect
                x={format!("{x:.1}")} y={format!("{y:.1}")} width={format!("{wide:.1}")}
                height={format!("{:.1}", (axes.y.at(0.0) - y).max(0.0))}
            />
            if column >= ROOM_FOR_AMOUNTS {
                <text x={format!("{:.1}", x + wide / 2.0)} y={format!("{:.1}", y - 5.0)} text-anchor="middle">
                    { language().wording().locale().rounded(millions, 1) }
                </text>
            }
        </g>
    }
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

fn table(library: &'static Library, band: &Band<'static>, checks: &[Check]) -> Html {
    let words = language().wording();
    let labels = words.labels();
    let mut years: Vec<Year> = all_amounts(band).map(|(year, _)| year).collect();
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
            <thead><tr><th scope="col">{ "1.000 kr." }</th>{ for years.iter().map(|year| html! { <th key={*year} scope="col">{ *year }</th> }) }</tr></thead>
            <tbody>
                { for proposals }
                { row(labels.granted.to_owned(), &band.granted) }
            </tbody>
            <tbody class="touched">
                if checks.iter().any(|check| disputes(library, check, band)) {
                    <tr>
                        <th scope="row"><a href={format!("#{}", link::screen(link::Screen::Findings))}>{ labels.touched }</a></th>
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
