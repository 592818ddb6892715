//! The cumulative chart: costs minus savings added up year by year, the point of payback, and the note's own line behind.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use yew::{Html, Properties, classes, function_component, html, use_node_ref};

use super::language;
use super::width::use_width;
use crate::chart::{Scale, coordinate, path, ticks};
use crate::evaluate::{Outcome, Perspective, View};
use crate::money::Thousands;
use crate::note::Year;
use crate::payback::{Convention, Payback, payback, projected};

#[derive(Properties, PartialEq)]
pub(super) struct CumulativeProps {
    pub(super) now: Outcome,
    pub(super) published: Outcome,
}

/// So many years past the table are drawn to show a payback that comes later; beyond them it is only said.
const YEARS_AHEAD: u32 = 10;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 48.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 30.0;
const BOTTOM: f64 = 30.0;

/// The chart, and the same as a table.
#[function_component]
pub(super) fn Cumulative(props: &CumulativeProps) -> Html {
    let labels = language().wording().labels();
    let frame = use_node_ref();
    let width = use_width(&frame, 640.0);
    let total = |outcome: &Outcome| outcome.view(Perspective::Total).cloned();
    let (Some(now), Some(published), Some(first)) =
        (total(&props.now), total(&props.published), props.now.years.first().copied())
    else {
        return html! { <section class="cumulative"></section> };
    };
    let plot = Plot::new(&now, &published, first, width);
    html! {
        <section class="cumulative" aria-labelledby="chart-title">
            <h2 id="chart-title">{ labels.chart }</h2>
            <p class="help">{ labels.chart_help }</p>
            <div class="frame" ref={frame}>
                <svg
                    role="img" aria-labelledby="chart-title" width={width.to_string()} height={HEIGHT.to_string()}
                    viewBox={format!("0 0 {width} {HEIGHT}")}
                >
                    { plot.axes() }
                    { plot.lines() }
                    { plot.payback_point() }
                </svg>
            </div>
            <details>
                <summary>{ labels.chart_as_table }</summary>
                <div class="scroll" role="region" aria-label={labels.chart_as_table} tabindex="0">{ plot.table() }</div>
            </details>
        </section>
    }
}

/// All that is drawn, in the chart's own measures.
struct Plot {
    first: Year,
    now: Vec<Thousands>,
    published: Vec<Thousands>,
    ticks: Vec<i64>,
    x: Scale,
    y: Scale,
    payback: (Payback, Payback),
}

impl Plot {
    fn new(now: &View, published: &View, first: Year, width: f64) -> Self {
        let counted = payback(now, first, Convention::FirstYear);
        let drawn = now.cumulative.len().max(published.cumulative.len());
        let years = match counted {
            Payback::Reached { years, .. } => {
                let needed = years.to_u32().unwrap_or(u32::MAX);
                let table = u32::try_from(drawn).unwrap_or(u32::MAX);
                if needed <= table.saturating_add(YEARS_AHEAD) { drawn.max(needed as usize) } else { drawn }
            }
            _ => drawn,
        };
        let (now_ends, published_ends) = (projected(now, years), projected(published, years));
        let all = || now_ends.iter().chain(&published_ends).map(|cell| cell.get());
        let ticks = ticks(all().min().unwrap_or(0).min(0), all().max().unwrap_or(0).max(0), 5);
        let span = |edge: Option<&i64>| coordinate(edge.copied().unwrap_or_default());
        let columns = u32::try_from(years).map_or(0.0, f64::from);
        Self {
            first,
            x: Scale { domain: (0.0, columns), range: (LEFT, width - RIGHT) },
            y: Scale { domain: (span(ticks.first()), span(ticks.last())), range: (HEIGHT - BOTTOM, TOP) },
            ticks,
            now: now_ends,
            published: published_ends,
            payback: (counted, payback(now, first, Convention::Interpolated)),
        }
    }

    fn differs(&self) -> bool {
        self.now != self.published
    }

    /// The line through the end of each year, from nothing at the start of the first.
    fn points(&self, ends: &[Thousands]) -> Vec<(f64, f64)> {
        let end = |(at, cell): (usize, &Thousands)| {
            let years = u32::try_from(at).map_or(0.0, f64::from) + 1.0;
            (self.x.at(years), self.y.at(coordinate(cell.get())))
        };
        std::iter::once((self.x.at(0.0), self.y.at(0.0))).chain(ends.iter().enumerate().map(end)).collect()
    }

    /// The years, every one where there is room for it, with the year under the middle of its column.
    fn years(&self) -> impl Iterator<Item = (Year, f64, bool)> + '_ {
        let room = (self.x.at(1.0) - self.x.at(0.0)).max(1.0);
        let every = (40.0 / room).ceil().max(1.0).to_usize().unwrap_or(1);
        (0..self.now.len()).map(move |at| {
            let middle = self.x.at(u32::try_from(at).map_or(0.0, f64::from) + 0.5);
            let year = self.first.saturating_add(u16::try_from(at).unwrap_or(u16::MAX));
            (year, middle, at.is_multiple_of(every))
        })
    }

    fn axes(&self) -> Html {
        let locale = language().wording().locale();
        let (left, right) = self.x.range;
        let lines = self.ticks.iter().map(|tick| {
            let y = format!("{:.1}", self.y.at(coordinate(*tick)));
            let millions = Decimal::from(*tick).checked_div(Decimal::ONE_THOUSAND).unwrap_or_default();
            html! {
                <g key={*tick} class={classes!("tick", (*tick == 0).then_some("zero"))}>
                    <line x1={left.to_string()} x2={right.to_string()} y1={y.clone()} y2={y.clone()} />
                    <text x={(left - 8.0).to_string()} {y} dy="0.32em" text-anchor="end">{ locale.exact(millions) }</text>
                </g>
            }
        });
        let years = self.years().filter(|(.., shown)| *shown).map(|(year, middle, _)| {
            html! {
                <text key={year} x={format!("{middle:.1}")} y={(HEIGHT - 8.0).to_string()} text-anchor="middle">{ year }</text>
            }
        });
        html! {
            <g class="axes">
                { for lines }
                <g class="years">{ for years }</g>
                <text class="unit" x="0" y="14">{ language().wording().labels().chart_unit }</text>
            </g>
        }
    }

    fn lines(&self) -> Html {
        let labels = language().wording().labels();
        let (now, published) = (self.points(&self.now), self.points(&self.published));
        // Labels stand at the end of the first year, where the lines turn: the upper line's above it, the lower's below.
        let turn = |points: &[(f64, f64)]| {
            let at = if self.pays_back_early() { points.len().saturating_sub(2) } else { 1 };
            points.get(at).copied().unwrap_or_default()
        };
        let (now_turn, published_turn) = (turn(&now), turn(&published));
        let label = |class: &'static str, text: &'static str, (x, y): (f64, f64), is_upper: bool| {
            let (x, y, anchor) = match (is_upper, self.pays_back_early()) {
                (true, false) => (LEFT + 6.0, y - 10.0, "start"),
                // The name of the payback point stands there already.
                (true, true) => (x, y - 10.0, "middle"),
                (false, _) => (x, y + 20.0, "middle"),
            };
            let y = y.clamp(TOP - 14.0, HEIGHT - BOTTOM - 6.0);
            html! { <text {class} x={format!("{x:.1}")} y={format!("{y:.1}")} text-anchor={anchor}>{ text }</text> }
        };
        let is_upper = now_turn.1 <= published_turn.1;
        html! {
            <g class="series">
                <g>
                    if self.differs() {
                        <path class="note" d={path(&published)} />
                        { label("note", labels.chart_note, published_turn, !is_upper) }
                    }
                </g>
                <path class="reader" d={path(&now)} />
                { label("reader", if self.differs() { labels.chart_reader } else { labels.chart_note }, now_turn, is_upper) }
            </g>
        }
    }

    /// Whether the payback point is in the left third, where the lines are named otherwise.
    fn pays_back_early(&self) -> bool {
        match self.payback.1 {
            Payback::Reached { years, .. } => years.to_f64().unwrap_or(f64::MAX) * 3.0 < self.x.domain.1,
            _ => false,
        }
    }

    /// Where the line reaches zero, named; nothing where it does so beyond the chart or never.
    fn payback_point(&self) -> Html {
        let (Payback::Reached { year, .. }, Payback::Reached { years, .. }) = self.payback else {
            return html! { <g class="payback"></g> };
        };
        let at = years.to_f64().unwrap_or(f64::MAX);
        if at > self.x.domain.1 {
            return html! { <g class="payback"></g> };
        }
        let (x, y) = (self.x.at(at), self.y.at(0.0));
        // The line comes from above on the left and leaves below on the right: the free corners are the other two.
        let (label_x, label_y, anchor) =
            if x < self.x.range.1 * 0.6 { (x + 10.0, y - 10.0, "start") } else { (x - 10.0, y + 20.0, "end") };
        html! {
            <g class="payback">
                <circle cx={format!("{x:.1}")} cy={format!("{y:.1}")} r="5" />
                <text x={format!("{label_x:.1}")} y={format!("{label_y:.1}")} text-anchor={anchor}>
                    { format!("{} {year}", language().wording().labels().paid_back_in) }
                </text>
            </g>
        }
    }

    fn table(&self) -> Html {
        let words = language().wording();
        let labels = words.labels();
        let rows = self.years().zip(self.now.iter().zip(&self.published)).map(|((year, ..), (now, published))| {
            html! {
                <tr key={year}>
                    <th scope="row">{ year }</th>
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
}
