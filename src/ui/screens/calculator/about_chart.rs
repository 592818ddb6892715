//! What is said about the chart: how to read it, the documents' own ranges, and the buttons that save it. It arrives with what is below
//! the drivers.

use yew::{Html, html};

use crate::ui::handing_on::save::{Picture, SAVED_WIDTH, above, save};
use crate::ui::pieces::piece;
use crate::ui::screens::calculator::chart::{CumulativeProps, MOST_HEIGHT, drawn};
use engine::answer::answer;
use engine::sensitivity::JointRange;
use words::Words;

/// The views of the piece.
pub(super) struct AboutChart {
    /// What is said about the chart where it stands.
    pub(super) beside: fn(&CumulativeProps, Option<&JointRange>, Words) -> Html,
}

piece!(below, AboutChart, AboutChart { beside });

fn beside(props: &CumulativeProps, range: Option<&JointRange>, words: Words) -> Html {
    html! {
        <>
            // The buttons come first: what is said grows and shrinks while a slider moves.
            { saved(props, drawn(range), words) }
            { help(props, words) }
            <p class="joint-range">{ in_range(props, range, words) }</p>
        </>
    }
}

/// How to read the chart of a note with savings.
pub(super) fn help(props: &CumulativeProps, words: Words) -> Html {
    let states_savings = props.now.note().variant.states_savings();
    html! { <p class="help">{ if states_savings { words.labels().chart.chart_help } else { "" } }</p> }
}

/// What the documents' own ranges make of the result; empty where they give none.
pub(super) fn in_range(props: &CumulativeProps, range: Option<&JointRange>, words: Words) -> String {
    let facts = answer(&props.now, props.perspective);
    range.map(|range| words.joint_range(range, &facts, props.now.note().variant)).unwrap_or_default()
}

/// The buttons that save the chart.
pub(super) fn saved(props: &CumulativeProps, band: Option<&JointRange>, words: Words) -> Html {
    let Some(chart) = props.chart(band, words, (SAVED_WIDTH, MOST_HEIGHT)) else { return html! {} };
    let (title, mut subtitles) = above(&props.now, &props.baseline, props.perspective, &chart.title, words);
    if band.is_some() {
        subtitles.push(words.chart_band(props.now.note()).to_owned());
    }
    let picture = Picture {
        name: format!("{}-{}", props.asker.note().variant.id, words.labels().export.chart_file),
        chart: chart.title,
        title,
        subtitles,
        source: words.source_of(props.asker.note()),
        link: props.asker.link().to_owned(),
        drawing: chart.drawing,
    };
    save(picture, words)
}
