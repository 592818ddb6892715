//! The chart of the result: the cumulative net or, without savings, the costs of each year. Beside it, a table of the
//! cumulative net.

use std::rc::Rc;

use yew::{Html, Properties, classes, function_component, hook, html, use_memo};

use crate::ui::browser::width::window_height;
use crate::ui::context::use_words;
use crate::ui::handing_on::save::{Picture, SAVED_WIDTH, above, save};
use crate::ui::numbers::asker::Asker;
use crate::ui::numbers::panel::panel_row;
use crate::ui::parts::chart_frame::{WIDTH_BESIDE_DRIVERS, WIDTH_ON_PHONE, use_chart_frame};
use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::screens::calculator::below;
use crate::ui::section::Section;
use charts::marks::Drawing;
use engine::answer::answer;
use engine::computed::Computed;
use engine::explain::{Ask, Flow};
use engine::sensitivity::{JointRange, joint_range};
use model::evaluate::Perspective;
use model::note::{Variant, Year};
use words::Words;

/// The most and the least height of the chart, and what a window has to leave for the answer and the changes beside it. In
/// sixteenths of the reader's text size.
const MOST_HEIGHT: f64 = 400.0;
const LEAST_HEIGHT: f64 = 220.0;
const ROOM_FOR_ANSWER: f64 = 544.0;

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
    /// Whether the piece with all that stands below is here, which has those buttons.
    #[prop_or(true)]
    pub(crate) has_rest: bool,
}

impl CumulativeProps {
    /// The chart of a width and of some height at most. `None` where nobody has paid or saved anything. Where nothing is
    /// saved, a line of added-up costs says nothing, so the chart shows the costs of each year.
    fn chart(&self, range: Option<&JointRange>, words: Words, room: (f64, f64)) -> Option<Chart> {
        let view = |computed: &Computed<'static>| computed.outcome.view(self.perspective).cloned();
        let (now, baseline) = (view(&self.now)?, view(&self.baseline)?);
        let first = self.now.outcome.years.first().copied()?;
        let explanation = self.asker.link_to(Ask::paid_back(self.perspective));
        let band = range.map_or(&[] as &[_], |range| range.cumulative.as_slice());
        let horizon = self.now.scenario.horizon().years();
        // A lone line with borrowed savings is nobody's but the page's: the answer says what it is.
        let is_lone = self.now.scenario == self.baseline.scenario && self.asker.note().variant.savings_from.is_some();
        // Pictures, links and iframes reach people who have changed nothing, so nobody's line is called "yours".
        let names = (words.labels().chart.chart_changed, if is_lone { "" } else { self.name(words) });
        let cumulative =
            charts::cumulative((&now, &baseline, band), (first, horizon), names, &explanation, words, room);
        let variant = self.now.note().variant;
        // The part of a committee or of service is no cost of an effort.
        let is_part = matches!(self.perspective, Perspective::Service | Perspective::Committee(_));
        let is_saving = is_part || self.perspective.states_savings(variant);
        let drawing = if is_saving {
            cumulative.drawing.clone()
        } else {
            charts::costs_by_year(&self.now, &self.baseline, self.perspective, words, room)
        };
        let title = if is_saving {
            format!("{}{}", words.labels().chart.chart, title_suffix(self.perspective, variant, words))
        } else {
            format!("{}{}", words.labels().chart.costs_by_year, title_suffix(self.perspective, variant, words))
        };
        Some(Chart { title, drawing, cumulative })
    }

    /// How to read the chart of a note with savings.
    fn help(&self, words: Words) -> Html {
        let states_savings = self.now.note().variant.states_savings();
        html! { <p class="help">{ if states_savings { words.labels().chart.chart_help } else { "" } }</p> }
    }

    /// What the documents' own ranges make of the result; empty where they give none.
    fn in_range(&self, range: Option<&JointRange>, words: Words) -> String {
        let facts = answer(&self.now, self.perspective);
        range.map(|range| words.joint_range(range, &facts, self.now.note().variant)).unwrap_or_default()
    }

    /// The buttons that save the chart.
    fn save(&self, band: Option<&JointRange>, words: Words) -> Html {
        let Some(chart) = self.chart(band, words, (SAVED_WIDTH, MOST_HEIGHT)) else { return html! {} };
        let (title, mut subtitles) = above(&self.now, &self.baseline, self.perspective, &chart.title, words);
        if band.is_some() {
            subtitles.push(words.labels().chart.chart_band.to_owned());
        }
        let picture = Picture {
            name: format!("{}-{}", self.asker.note().variant.id, words.labels().export.chart_file),
            chart: chart.title,
            title,
            subtitles,
            source: words.source_of(self.asker.note()),
            link: self.asker.link().to_owned(),
            drawing: chart.drawing,
        };
        save(picture, words)
    }

    /// The name of the line without the reader's changes. One that rests on borrowed savings must not be called the note's.
    fn name(&self, words: Words) -> &'static str {
        let is_borrowed = self.asker.note().variant.savings_from.is_some();
        if is_borrowed { words.labels().figures.without_changes } else { words.labels().chart.chart_note }
    }
}

/// The chart as it is drawn, and the numbers of the cumulative net.
struct Chart {
    title: String,
    drawing: Drawing,
    cumulative: charts::Cumulative,
}

/// What the documents' own ranges make of the result.
#[hook]
fn use_joint_range(props: &CumulativeProps) -> Rc<Option<JointRange>> {
    use_memo((props.now.clone(), props.perspective), |(now, perspective)| joint_range(now, *perspective).ok().flatten())
}

/// The range that the chart shows. With a value of the reader's outside the documents' own ends, the line need not lie in it, so the
/// words below the chart say it instead.
fn drawn(range: Option<&JointRange>) -> Option<&JointRange> {
    range.filter(|range| range.outside.is_empty())
}

/// The chart with its title.
#[function_component]
pub(crate) fn Cumulative(props: &CumulativeProps) -> Html {
    let words = use_words();
    let frame = use_chart_frame(WIDTH_BESIDE_DRIVERS);
    let range = use_joint_range(props);
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
                { band_key(band.is_some(), words) }
                if props.is_saved {
                    <details class="of-chart screen-only" data-part="of-chart">
                        <summary>{ words.labels().chart.about_chart }</summary>
                        <div>
                            if let Some(below) = below::PIECE.here().filter(|_| props.has_rest) {
                                { (below.about_chart)(props, range.as_ref().as_ref(), words) }
                            }
                        </div>
                    </details>
                }
            </div>
            { frame.show("", &chart.drawing, "chart-title") }
        </section>
    }
}

/// What is said about the chart where it stands: how to read it, the documents' own ranges, and the buttons that save it.
pub(super) fn about_chart(props: &CumulativeProps, range: Option<&JointRange>, words: Words) -> Html {
    html! {
        <>
            { props.help(words) }
            <p class="joint-range">{ props.in_range(range, words) }</p>
            { props.save(drawn(range), words) }
        </>
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
    let frame = use_chart_frame(WIDTH_ON_PHONE);
    let band = drawn(range.as_ref().as_ref());
    let Some(chart) = props.chart(band, words, (frame.width, MOST_HEIGHT)) else {
        return html! { <section class="about-chart"></section> };
    };
    html! {
        <section class="about-chart" aria-labelledby="about-chart-title" data-part="about-chart">
            <h2 id="about-chart-title">{ chart.title.clone() }</h2>
            <div class="narrow">
                { band_key(band.is_some(), words) }
                { frame.show("", &chart.drawing, "about-chart-title") }
            </div>
            // Without those buttons nothing of it is beside the chart.
            <div class={classes!(props.is_saved.then_some("said-beside"))}>
                { props.help(words) }
                <p class="joint-range" data-part="joint-range">{ props.in_range(range.as_ref().as_ref(), words) }</p>
                if props.is_saved {
                    { props.save(band, words) }
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
fn band_key(has_band: bool, words: Words) -> Html {
    html! { <p class="band-key">{ if has_band { words.labels().chart.chart_band_name } else { "" } }</p> }
}

/// The end of the title, which names the perspective; empty for the whole city.
fn title_suffix(perspective: Perspective, variant: &Variant, words: Words) -> String {
    match perspective {
        Perspective::Total => String::new(),
        other => format!("\u{a0}· {}", words.perspective(other, variant)),
    }
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
