//! The chart of the result: the cumulative net or, without savings, the costs of each year. Beside it, a table of the
//! cumulative net.

use std::rc::Rc;

use yew::{Html, classes, function_component, hook, html, use_memo};

use crate::ui::browser::width::window_height;
use crate::ui::context::use_words;
use crate::ui::numbers::panel::panel_row;
use crate::ui::parts::chart_frame::{WIDTH_BESIDE_DRIVERS, WIDTH_ON_PHONE, use_narrow_chart_frame};
use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::pieces::{Arrival, use_piece};
use crate::ui::screens::calculator::about_chart::{self, help, in_range, saved};
use crate::ui::screens::calculator::chart::{CumulativeProps, MOST_HEIGHT, drawn};
use crate::ui::section::Section;
use engine::explain::{Ask, Flow};
use engine::sensitivity::{JointRange, joint_range};
use model::note::{Note, Year};
use words::Words;

/// The least height of the chart, and what a window has to leave for the answer, the difference and the key figures beside it. In
/// sixteenths of the reader's text size.
const LEAST_HEIGHT: f64 = 220.0;
const ROOM_FOR_ANSWER: f64 = 588.0;

/// What the documents' own ranges make of the result.
#[hook]
fn use_joint_range(props: &CumulativeProps) -> Rc<Option<JointRange>> {
    use_memo((props.now.clone(), props.perspective), |(now, perspective)| joint_range(now, *perspective).ok().flatten())
}

/// The chart with its title.
#[function_component]
pub(crate) fn Cumulative(props: &CumulativeProps) -> Html {
    let words = use_words();
    let frame = use_narrow_chart_frame(WIDTH_BESIDE_DRIVERS);
    let range = use_joint_range(props);
    let about = use_piece(&about_chart::PIECE, props.is_saved);
    // With the answer above it, it has to fit into the window.
    let height = charts::within(window_height() - ROOM_FOR_ANSWER, LEAST_HEIGHT, MOST_HEIGHT);
    let band = drawn(range.as_ref().as_ref());
    let Some(chart) = props.chart(band, words, (frame.width, height)) else {
        return html! { <section class="cumulative"></section> };
    };
    html! {
        <section class="cumulative" aria-labelledby="chart-title" data-part="chart" data-keeps-room="larger">
            <div class="chart-head">
                <h2 id="chart-title">{ chart.title.clone() }</h2>
                if props.is_saved {
                    <details class="of-chart screen-only" data-part="of-chart">
                        <summary>{ words.labels().chart.about_chart }</summary>
                        <div>
                            if let Arrival::Here(about) = &about {
                                { (about.beside)(props, range.as_ref().as_ref(), words) }
                            }
                        </div>
                    </details>
                }
            </div>
            { band_key(band.is_some(), props.now.note(), words) }
            { frame.show("", &chart.drawing, "chart-title") }
        </section>
    }
}

/// What belongs to the chart and stands apart from it: how to read it, the documents' own ranges, the buttons that save it, and
/// its numbers. A narrow window, which has only the small picture beside the answer, shows the chart here. A wide one has all but the
/// numbers where the chart is.
#[function_component]
pub(crate) fn AboutChart(props: &CumulativeProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let range = use_joint_range(props);
    let frame = use_narrow_chart_frame(WIDTH_ON_PHONE);
    let band = drawn(range.as_ref().as_ref());
    let Some(chart) = props.chart(band, words, (frame.width, MOST_HEIGHT)) else {
        return html! { <section class="about-chart"></section> };
    };
    html! {
        <section class="about-chart" aria-labelledby="about-chart-title" data-part="about-chart">
            <h2 id="about-chart-title">{ chart.title.clone() }</h2>
            <div class="narrow">
                { band_key(band.is_some(), props.now.note(), words) }
                { frame.show("", &chart.drawing, "about-chart-title") }
            </div>
            // Without those buttons nothing of it is beside the chart.
            <div class={classes!(props.is_saved.then_some("said-beside"))}>
                { help(props, words) }
                <p class="joint-range" data-part="joint-range">{ in_range(props, range.as_ref().as_ref(), words) }</p>
                if props.is_saved {
                    { saved(props, band, words) }
                }
            </div>
            <details open={props.asker.open_in(Section::Chart).is_some()}>
                <summary>{ labels.chart.chart_as_table }</summary>
                { scrolled(Named::As(labels.chart.chart_as_table.to_owned()), table(&chart.cumulative, props, props.name(words), words)) }
            </details>
        </section>
    }
}

/// What the area around the line is; an empty line where there is none.
fn band_key(has_band: bool, note: Note<'_>, words: Words) -> Html {
    html! { <p class="band-key">{ if has_band { words.chart_band_name(note) } else { "" } }</p> }
}

/// The table behind the chart, with a row for each year.
fn table(chart: &charts::Cumulative, props: &CumulativeProps, name: &str, words: Words) -> Html {
    let labels = words.labels();
    let number = |year: Year, text: String| {
        // Years after the note's last have no cells to explain: there the last year's saving is repeated.
        if props.now.outcome.years.contains(&year) {
            let ask = Ask::Flow(Flow::Cumulative, props.perspective, Some(year));
            props.asker.number(Section::Chart, ask, html! { <>{ text }</> })
        } else {
            html! { <>{ text }</> }
        }
    };
    let rows = chart.ends.iter().map(|(year, now, baseline)| {
        html! {
            <tr key={*year}>
                <th scope="row">{ *year }</th>
                <td>{ number(*year, words.locale().cell(*now)) }</td>
                <td>{ words.locale().cell(*baseline) }</td>
            </tr>
        }
    });
    html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{ labels.figures.year }</th>
                    <th scope="col">{ words.labels().chart.chart_changed }</th>
                    <th scope="col">{ name.to_owned() }</th>
                </tr>
            </thead>
            <tbody>{ for rows }{ panel_row(&props.asker, Section::Chart, 3) }</tbody>
        </table>
    }
}
