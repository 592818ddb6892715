//! The cumulative chart, and a table of the same numbers.

use std::rc::Rc;

use yew::{Html, Properties, function_component, html, use_memo};

use crate::ui::context::use_words;
use crate::ui::handing_on::save::Save;
use crate::ui::numbers::asker::Asker;
use crate::ui::numbers::panel::panel_row;
use crate::ui::parts::chart_frame::use_chart_frame;
use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::section::Section;
use charts::cumulative;
use engine::answer::answer;
use engine::computed::Computed;
use engine::explain::{Ask, Flow};
use engine::sensitivity::joint_range;
use model::evaluate::{Outcome, Perspective};
use model::note::Year;
use words::Wording;

#[derive(Properties, PartialEq)]
pub(crate) struct CumulativeProps {
    pub(crate) now: Rc<Computed<'static>>,
    pub(crate) baseline: Rc<Computed<'static>>,
    /// Whose money the chart shows.
    pub(crate) perspective: Perspective,
    pub(crate) asker: Asker,
    /// Whether the chart has buttons that save it as a picture.
    #[prop_or(true)]
    pub(crate) is_saved: bool,
}

/// The chart, and a disclosure with the table.
#[function_component]
pub(crate) fn Cumulative(props: &CumulativeProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let frame = use_chart_frame();
    let range = use_memo((props.now.clone(), props.perspective), |(now, perspective)| {
        joint_range(now, *perspective).ok().flatten()
    });
    let view = |outcome: &Outcome| outcome.view(props.perspective).cloned();
    let (Some(now), Some(baseline), Some(first)) =
        (view(&props.now.outcome), view(&props.baseline.outcome), props.now.outcome.years.first().copied())
    else {
        return html! { <section class="cumulative"></section> };
    };
    // A line that rests on borrowed savings must not be called the note's.
    let is_borrowed = props.asker.note().variant.savings_from.is_some();
    let name = if is_borrowed { labels.without_changes } else { labels.chart_note };
    let title = format!("{}{}", labels.chart, title_suffix(props.perspective, words));
    let explanation = props.asker.link_to(Ask::paid_back(props.perspective));
    let band = range.as_ref().as_ref().map_or(&[] as &[_], |range| range.cumulative.as_slice());
    let horizon = props.now.scenario.horizon().years();
    let chart = cumulative((&now, &baseline, band), (first, horizon), name, &explanation, words, frame.width);
    let facts = answer(&props.now, props.perspective);
    let in_range = range.as_ref().as_ref().map(|range| words.joint_range(range, &facts, props.now.note().variant));
    html! {
        <section class="cumulative" aria-labelledby="chart-title">
            <h2 id="chart-title">{ title.clone() }</h2>
            <p class="help">{ labels.chart_help }</p>
            { frame.show("", &chart.drawing, "chart-title") }
            <p class="joint-range" data-part="joint-range">{ in_range.unwrap_or_default() }</p>
            <div>
                if props.is_saved {
                    <Save
                        name={format!("{}-{}", props.asker.note().variant.id, Flow::Cumulative.id())} title={title.clone()}
                        source={words.source_of(props.asker.note())} link={props.asker.link().to_owned()}
                        drawing={chart.drawing.clone()}
                    />
                }
            </div>
            <details open={props.asker.open_in(Section::Chart).is_some()}>
                <summary>{ labels.chart_as_table }</summary>
                { scrolled(Named::As(labels.chart_as_table.to_owned()), table(&chart, props, name, words)) }
            </details>
        </section>
    }
}

/// The end of the title, which names the perspective; empty for the whole city.
fn title_suffix(perspective: Perspective, words: &dyn Wording) -> String {
    match perspective {
        Perspective::Total => String::new(),
        other => format!(" · {}", words.perspective(other)),
    }
}

/// The table behind the chart, with a row for each year.
fn table(chart: &charts::Cumulative, props: &CumulativeProps, name: &str, words: &dyn Wording) -> Html {
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
                    <th scope="col">{ labels.year }</th>
                    <th scope="col">{ labels.chart_reader }</th>
                    <th scope="col">{ name.to_owned() }</th>
                </tr>
            </thead>
            <tbody>{ for rows }{ panel_row(&props.asker, Section::Chart, 3) }</tbody>
        </table>
    }
}
