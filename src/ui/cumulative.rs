//! The cumulative chart, and the same figures as a table.

use yew::{Html, Properties, function_component, html, use_node_ref};

use super::drawing::DrawingView;
use super::width::use_width;
use super::words::use_words;
use crate::draw::{self, cumulative};
use crate::evaluate::{Outcome, Perspective};
use crate::text::Wording;

#[derive(Properties, PartialEq)]
pub(super) struct CumulativeProps {
    pub(super) now: Outcome,
    pub(super) published: Outcome,
}

/// The chart, and the same as a table.
#[function_component]
pub(super) fn Cumulative(props: &CumulativeProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let frame = use_node_ref();
    let width = use_width(&frame, 640.0);
    let total = |outcome: &Outcome| outcome.view(Perspective::Total).cloned();
    let (Some(now), Some(published), Some(first)) =
        (total(&props.now), total(&props.published), props.now.years.first().copied())
    else {
        return html! { <section class="cumulative"></section> };
    };
    let chart = cumulative(&now, &published, first, words, width);
    html! {
        <section class="cumulative" aria-labelledby="chart-title">
            <h2 id="chart-title">{ labels.chart }</h2>
            <p class="help">{ labels.chart_help }</p>
            <div class="frame" ref={frame}><DrawingView drawing={chart.drawing.clone()} named_by="chart-title" /></div>
            <details>
                <summary>{ labels.chart_as_table }</summary>
                <div class="scroll" role="region" aria-label={labels.chart_as_table} tabindex="0">{ table(&chart, words) }</div>
            </details>
        </section>
    }
}

fn table(chart: &draw::Cumulative, words: &dyn Wording) -> Html {
    let labels = words.labels();
    let rows = chart.ends.iter().map(|(year, now, published)| {
        html! {
            <tr key={*year}>
                <th scope="row">{ *year }</th>
                <td>{ words.locale().cell(*now) }</td>
                <td>{ words.locale().cell(*published) }</td>
            </tr>
        }
    });
    html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{ labels.year }</th>
                    <th scope="col">{ labels.chart_reader }</th>
                    <th scope="col">{ labels.chart_note }</th>
                </tr>
            </thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}
