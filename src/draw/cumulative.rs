//! Costs minus savings added up year by year, the point of payback, and the note's own line behind.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::chart::{Anchor, Drawing, Link, Mark, Paint, Scale, coordinate, ticks};
use crate::evaluate::View;
use crate::money::Thousands;
use crate::note::Year;
use crate::payback::{Convention, Payback, payback, projected};
use crate::text::Wording;

/// So many years past the table are drawn to show a payback that comes later; beyond them it is only said.
const YEARS_AHEAD: u32 = 10;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 48.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 30.0;
const BOTTOM: f64 = 30.0;
const ROOM_FOR_UNIT: f64 = 40.0;

/// The chart and the figures in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cumulative {
    /// What is drawn.
    pub drawing: Drawing,
    /// Each year with the reader's and the note's cumulative net at its end.
    pub ends: Vec<(Year, Thousands, Thousands)>,
    /// Whether the two differ anywhere.
    pub differs: bool,
}

/// The chart of one perspective; `first` is the year of the first column, `baseline_name` what the line without the reader's
/// changes is called,
/// `explanation` the link that explains the payback.
#[must_use]
pub fn cumulative(
    (now, baseline): (&View, &View),
    first: Year,
    baseline_name: &str,
    explanation: &str,
    words: &dyn Wording,
    width: f64,
) -> Cumulative {
    let plot = Plot::new(now, baseline, first, width);
    let mut marks = plot.axes(words);
    marks.extend(plot.lines(baseline_name, words));
    marks.extend(plot.payback_point(explanation, words));
    Cumulative {
        drawing: Drawing { width, height: HEIGHT, marks },
        ends: plot
            .years()
            .zip(plot.now.iter().zip(&plot.baseline))
            .map(|((year, _), (now, was))| (year, *now, *was))
            .collect(),
        differs: plot.differs(),
    }
}

/// All that is drawn, in the chart's own measures.
struct Plot {
    first: Year,
    now: Vec<Thousands>,
    baseline: Vec<Thousands>,
    ticks: Vec<i64>,
    x: Scale,
    y: Scale,
    payback: (Payback, Payback),
}

impl Plot {
    fn new(now: &View, baseline: &View, first: Year, width: f64) -> Self {
        let counted = payback(now, first, Convention::FirstYear);
        let drawn = now.cumulative.len().max(baseline.cumulative.len());
        let years = match counted {
            Payback::Reached { years, .. } => {
                let needed = years.to_u32().unwrap_or(u32::MAX);
                let table = u32::try_from(drawn).unwrap_or(u32::MAX);
                if needed <= table.saturating_add(YEARS_AHEAD) { drawn.max(needed as usize) } else { drawn }
            }
            _ => drawn,
        };
        let (now_ends, baseline_ends) = (projected(now, years), projected(baseline, years));
        let all = || now_ends.iter().chain(&baseline_ends).map(|cell| cell.get());
        let ticks = ticks(all().min().unwrap_or(0).min(0), all().max().unwrap_or(0).max(0), 5);
        let span = |edge: Option<&i64>| coordinate(edge.copied().unwrap_or_default());
        Self {
            first,
            x: Scale { domain: (0.0, super::count(years)), range: (LEFT, width - RIGHT) },
            y: Scale { domain: (span(ticks.first()), span(ticks.last())), range: (HEIGHT - BOTTOM, TOP) },
            ticks,
            now: now_ends,
            baseline: baseline_ends,
            payback: (counted, payback(now, first, Convention::Interpolated)),
        }
    }

    fn differs(&self) -> bool {
        self.now != self.baseline
    }

    /// The line through the end of each year, from nothing at the start of the first.
    fn points(&self, ends: &[Thousands]) -> Vec<(f64, f64)> {
        let end =
            |(at, cell): (usize, &Thousands)| (self.x.at(super::count(at) + 1.0), self.y.at(coordinate(cell.get())));
        std::iter::once((self.x.at(0.0), self.y.at(0.0))).chain(ends.iter().enumerate().map(end)).collect()
    }

    /// The years, each with the middle of its column.
    fn years(&self) -> impl Iterator<Item = (Year, f64)> + '_ {
        (0..self.now.len()).map(move |at| {
            let year = self.first.saturating_add(u16::try_from(at).unwrap_or(u16::MAX));
            (year, self.x.at(super::count(at) + 0.5))
        })
    }

    fn axes(&self, words: &dyn Wording) -> Vec<Mark> {
        let locale = words.locale();
        let (left, right) = self.x.range;
        let mut marks = Vec::new();
        for tick in &self.ticks {
            let y = self.y.at(coordinate(*tick));
            let millions = Decimal::from(*tick).checked_div(Decimal::ONE_THOUSAND).unwrap_or_default();
            let paint = if *tick == 0 { Paint::Zero } else { Paint::Rule };
            marks.push(super::line(paint, (left, y), (right, y)));
            let at = (left - 8.0, y + 4.0);
            marks.push(Mark::Text { paint: Paint::Label, at, anchor: Anchor::End, words: locale.exact(millions) });
        }
        // Every year where there is room for it.
        let room = (self.x.at(1.0) - self.x.at(0.0)).max(1.0);
        let every = (40.0 / room).ceil().max(1.0).to_usize().unwrap_or(1);
        let shown = self.years().enumerate().filter(|(at, _)| at.is_multiple_of(every));
        marks.extend(shown.map(|(_, (year, middle))| Mark::Text {
            paint: Paint::Label,
            at: (middle, HEIGHT - 8.0),
            anchor: Anchor::Middle,
            words: year.to_string(),
        }));
        let unit = words.labels().chart_unit.to_owned();
        marks.push(Mark::Text { paint: Paint::Label, at: (0.0, 14.0), anchor: Anchor::Start, words: unit });
        marks
    }

    fn lines(&self, baseline_name: &str, words: &dyn Wording) -> Vec<Mark> {
        let labels = words.labels();
        let (now, baseline) = (self.points(&self.now), self.points(&self.baseline));
        // Labels stand at the end of the first year, where the lines turn: the upper line's above it, the lower's below.
        let turn = |points: &[(f64, f64)]| {
            let at = if self.pays_back_early() { points.len().saturating_sub(2) } else { 1 };
            points.get(at).copied().unwrap_or_default()
        };
        let (now_turn, baseline_turn) = (turn(&now), turn(&baseline));
        let label = |paint: Paint, text: &str, (x, y): (f64, f64), is_upper: bool| {
            let (x, y, anchor) = match (is_upper, self.pays_back_early()) {
                (true, false) => (LEFT + 6.0, y - 10.0, Anchor::Start),
                // The name of the payback point stands there already.
                (true, true) => (x, y - 10.0, Anchor::Middle),
                (false, _) => (x, y + 20.0, Anchor::Middle),
            };
            let at = (x, y.clamp(TOP - 14.0, HEIGHT - BOTTOM - 6.0));
            Mark::Text { paint, at, anchor, words: text.to_owned() }
        };
        let is_upper = now_turn.1 <= baseline_turn.1;
        let mut marks = Vec::new();
        if self.differs() {
            marks.push(Mark::Path { paint: Paint::Note, points: baseline });
            marks.push(label(Paint::Label, baseline_name, baseline_turn, !is_upper));
        }
        marks.push(Mark::Path { paint: Paint::Reader, points: now });
        let name = if self.differs() { labels.chart_reader } else { baseline_name };
        marks.push(label(Paint::Name, name, now_turn, is_upper));
        marks
    }

    /// Whether the payback point is in the left third, where the lines are named otherwise.
    fn pays_back_early(&self) -> bool {
        match self.payback.1 {
            Payback::Reached { years, .. } => years.to_f64().unwrap_or(f64::MAX) * 3.0 < self.x.domain.1,
            _ => false,
        }
    }

    /// Where the line reaches zero, named; nothing where it does so beyond the chart or never.
    fn payback_point(&self, explanation: &str, words: &dyn Wording) -> Vec<Mark> {
        let (Payback::Reached { year, .. }, Payback::Reached { years, .. }) = self.payback else { return Vec::new() };
        let at = years.to_f64().unwrap_or(f64::MAX);
        if at > self.x.domain.1 {
            return Vec::new();
        }
        let (x, y) = (self.x.at(at), self.y.at(0.0));
        // The line comes from above on the left and leaves below on the right: the free corners are the other two.
        let (at, anchor) = if x < LEFT + ROOM_FOR_UNIT && y < TOP + ROOM_FOR_UNIT {
            // The unit of the axis stands in that corner.
            ((x + ROOM_FOR_UNIT, y - 10.0), Anchor::Start)
        } else if x < self.x.range.1 * 0.6 {
            ((x + 10.0, y - 10.0), Anchor::Start)
        } else {
            ((x - 10.0, y + 20.0), Anchor::End)
        };
        let name = format!("{} {year}", words.labels().paid_back_in);
        let marks = vec![
            Mark::Rect { paint: Paint::Target, at: (x - 14.0, y - 14.0), size: (28.0, 28.0) },
            Mark::Circle { paint: Paint::Point, at: (x, y), radius: 5.0 },
        ];
        vec![
            Mark::Link(Link { to: explanation.to_owned(), label: name.clone(), marks }),
            Mark::Text { paint: Paint::PointName, at, anchor, words: name },
        ]
    }
}
