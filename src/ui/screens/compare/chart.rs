//! Both scenarios in one drawing: the cumulative net where both have savings over the same years, and else the costs of each year.

use std::rc::Rc;

use yew::{AttrValue, Html, Properties, function_component, html};

use crate::ui::context::use_words;
use crate::ui::handing_on::save::{Picture, SAVED_WIDTH, save};
use crate::ui::parts::chart_frame::{USUAL_WIDTH, use_chart_frame};
use charts::marks::Drawing;
use engine::compare::{Comparison, Pair, YearlyCosts, yearly_costs};
use engine::computed::Computed;
use model::evaluate::Perspective;
use model::scenario::Scenario;
use words::Words;

/// The width and the most height of the chart in saved pictures, whatever the reader's window.
const SAVED: (f64, f64) = (SAVED_WIDTH, 400.0);

#[derive(Properties, PartialEq)]
pub(super) struct BothProps {
    pub(super) comparison: Rc<Comparison<'static>>,
    pub(super) own: Rc<Computed<'static>>,
    pub(super) other: Rc<Computed<'static>>,
    /// What the page answers, which is the title of a saved picture.
    pub(super) sentence: AttrValue,
    /// The link to the page, without the `#`.
    pub(super) link: AttrValue,
    /// The link to the explanation of the first payback.
    pub(super) explanation: AttrValue,
}

/// The chart with its title and the buttons that save it; empty where the two have no effort in common.
#[function_component]
pub(super) fn Both(props: &BothProps) -> Html {
    let words = use_words();
    let frame = use_chart_frame(USUAL_WIDTH);
    let (_, most_height) = SAVED;
    let Some((shown, saved)) =
        props.chart(words, (frame.width, most_height)).zip(props.chart(words, SAVED).map(|(_, drawing)| drawing))
    else {
        return html! { <section class="both"></section> };
    };
    let (title, drawing) = shown;
    let notes = props.comparison.scenarios.as_ref().map(Scenario::note);
    let sources = if notes.map(|note| note.variant.id.as_str()).differs() {
        let Pair { left, right } = notes.map(|note| words.source_of(note));
        format!("{left} · {right}")
    } else {
        words.source_of(notes.left)
    };
    html! {
        <section class="both" aria-labelledby="both-title" data-part="both">
            <h2 id="both-title">{ title }</h2>
            { frame.show("", &drawing, "both-title") }
            { save(Picture {
                name: format!("{}-{}-{}", notes.left.variant.id, notes.right.variant.id, words.labels().export.chart_file),
                chart: title.to_owned(),
                title: props.sentence.to_string(),
                subtitles: vec![title.to_owned()],
                source: sources,
                link: props.link.to_string(),
                drawing: saved,
            }, words) }
        </section>
    }
}

impl BothProps {
    /// The chart of a width and of some height at most, with its title.
    fn chart(&self, words: Words, room: (f64, f64)) -> Option<(&'static str, Drawing)> {
        let labels = &words.labels().chart;
        let names = words.short_names(&self.comparison);
        let both = Pair { left: &self.own, right: &self.other };
        let first = both.map(|computed| computed.outcome.years.first().copied());
        let has_savings = |computed: &Rc<Computed<'static>>| computed.note().variant.states_savings();
        let costs = yearly_costs(&self.own, &self.other);
        // Where both cost the same in every year, the savings of one of them are what tells them apart.
        let cost_the_same = costs.as_ref().is_some_and(YearlyCosts::are_the_same);
        let have_savings = both.map(has_savings).join(|left, right| left && right || cost_the_same && (left || right));
        if have_savings && !first.differs() && self.comparison.efforts.is_none() {
            let views = both.map(|computed| computed.outcome.view(Perspective::Total));
            let Pair { left, right } = views.both()?;
            let chart = charts::cumulative(
                (left, right, &[]),
                (first.left?, self.own.scenario.horizon().years(), self.comparison.reached()),
                (&names.left, &names.right),
                &self.explanation,
                words,
                room,
            );
            return Some((labels.chart, chart.drawing));
        }
        let costs = costs?;
        Some((labels.costs_by_year, charts::costs_side_by_side(&costs.years, &costs.costs, &names, words, room)))
    }
}
