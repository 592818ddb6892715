//! The chart of the result as data: the cumulative net or, without savings, the costs of each year.

use std::rc::Rc;

use yew::Properties;

use crate::ui::numbers::asker::Asker;
use charts::marks::Drawing;
use engine::computed::Computed;
use engine::explain::Ask;
use engine::sensitivity::JointRange;
use model::evaluate::Perspective;
use model::note::Variant;
use words::Words;

/// The most height of the chart, in sixteenths of the reader's text size.
pub(super) const MOST_HEIGHT: f64 = 400.0;

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

impl CumulativeProps {
    /// The chart of a width and of some height at most. `None` where nobody has paid or saved anything. Where nothing is
    /// saved, a line of added-up costs says nothing, so the chart shows the costs of each year.
    pub(super) fn chart(&self, range: Option<&JointRange>, words: Words, room: (f64, f64)) -> Option<Chart> {
        let view = |computed: &Computed<'static>| computed.outcome.view(self.perspective).cloned();
        let (now, baseline) = (view(&self.now)?, view(&self.baseline)?);
        let first = self.now.outcome.years.first().copied()?;
        let explanation = self.asker.link_to(Ask::paid_back(self.perspective));
        let band = range.map_or(&[] as &[_], |range| range.cumulative.as_slice());
        let horizon = self.now.scenario.horizon().years();
        let reached = self.perspective.reached(self.now.note().variant);
        // A lone line with borrowed savings is nobody's but the page's: the answer says what it is.
        let is_lone = self.now.scenario == self.baseline.scenario && self.asker.note().variant.savings_from.is_some();
        // Pictures, links and iframes reach people who have changed nothing, so nobody's line is called "yours".
        let names = (words.labels().chart.chart_changed, if is_lone { "" } else { self.name(words) });
        let cumulative =
            charts::cumulative((&now, &baseline, band), (first, horizon, reached), names, &explanation, words, room);
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

    /// The name of the line without the reader's changes.
    pub(super) fn name(&self, words: Words) -> &'static str {
        charts::name_without_changes(self.asker.note().variant, words)
    }
}

/// The chart as it is drawn, and the numbers of the cumulative net.
pub(super) struct Chart {
    pub(super) title: String,
    pub(super) drawing: Drawing,
    pub(super) cumulative: charts::Cumulative,
}

/// The range that the chart shows. With a value of the reader's outside the documents' own ends, the line need not lie in it, so the
/// words below the chart say it instead.
pub(super) fn drawn(range: Option<&JointRange>) -> Option<&JointRange> {
    range.filter(|range| range.outside.is_empty())
}

/// The end of the title, which names the perspective; empty for the whole city.
fn title_suffix(perspective: Perspective, variant: &Variant, words: Words) -> String {
    match perspective {
        Perspective::Total => String::new(),
        other => format!("\u{a0}· {}", words.perspective(other, variant)),
    }
}
