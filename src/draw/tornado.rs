//! The tornado: how far each driver moves the net, the one that moves it most on top.

use rust_decimal::Decimal;

use crate::chart::{Anchor, Drawing, Mark, Paint, Scale, coordinate, ticks};
use crate::money::Thousands;
use crate::note::Variant;
use crate::sensitivity::{Bar, End};
use crate::text::Wording;

const ROW: f64 = 52.0;
const BAR: f64 = 18.0;
const TOP: f64 = 34.0;
const SIDE: f64 = 8.0;
/// Beside the bars, for the values at their ends.
const ENDS: f64 = 84.0;

/// The chart of the drivers that move anything; `now` is the net as it stands.
#[must_use]
pub fn tornado(variant: &Variant, bars: &[Bar], now: Thousands, words: &dyn Wording, width: f64) -> Drawing {
    let moving: Vec<&Bar> = bars.iter().filter(|bar| bar.swing != Thousands::ZERO).collect();
    let nets = || moving.iter().flat_map(|bar| [bar.low.net, bar.high.net]).chain([now]).map(Thousands::get);
    let ticks = ticks(nets().min().unwrap_or_default(), nets().max().unwrap_or_default(), 4);
    let edge = |tick: Option<&i64>| coordinate(tick.copied().unwrap_or_default());
    let x = Scale { domain: (edge(ticks.first()), edge(ticks.last())), range: (ENDS, width - ENDS) };
    let height = TOP + ROW * super::count(moving.len()) + SIDE;
    let mut marks = Vec::new();
    for tick in &ticks {
        let at = x.at(coordinate(*tick));
        marks.push(super::line(if *tick == 0 { Paint::Zero } else { Paint::Rule }, (at, TOP - 6.0), (at, height)));
        let millions = Decimal::from(*tick).checked_div(Decimal::ONE_THOUSAND).unwrap_or_default();
        let words = words.locale().exact(millions);
        marks.push(Mark::Text { paint: Paint::Label, at: (at, TOP - 14.0), anchor: Anchor::Middle, words });
    }
    let unit = words.labels().chart_unit.to_owned();
    marks.push(Mark::Text { paint: Paint::Label, at: (0.0, TOP - 14.0), anchor: Anchor::Start, words: unit });
    for (row, bar) in moving.iter().enumerate() {
        marks.extend(drawn(variant, bar, now, x, TOP + ROW * super::count(row), words));
    }
    let at = x.at(coordinate(now.get()));
    marks.push(super::line(Paint::Note, (at, TOP - 6.0), (at, height)));
    Drawing { width, height, marks }
}

fn drawn(variant: &Variant, bar: &Bar, now: Thousands, x: Scale, top: f64, words: &dyn Wording) -> Vec<Mark> {
    let Some(driver) = variant.driver(bar.ix) else { return Vec::new() };
    let middle = x.at(coordinate(now.get()));
    let part = |end: &End| {
        let at = x.at(coordinate(end.net.get()));
        let paint = if end.net > now { Paint::Cost } else { Paint::Saving };
        Mark::Rect { paint, at: (at.min(middle), top + 22.0), size: ((at - middle).abs(), BAR) }
    };
    let name = super::fitted(driver.name.get(words.code()).0, x.range.1 + ENDS);
    let mut marks = vec![Mark::Text { paint: Paint::Name, at: (0.0, top + 14.0), anchor: Anchor::Start, words: name }];
    marks.extend([part(&bar.low), part(&bar.high)]);
    // Each end's value stands outside its side of the bar.
    let (left, right) = if bar.low.net <= bar.high.net { (&bar.low, &bar.high) } else { (&bar.high, &bar.low) };
    let text = |end: &End, at: f64, anchor: Anchor| Mark::Text {
        paint: Paint::Label,
        at: (at, top + 22.0 + BAR - 5.0),
        anchor,
        words: words.value(end.value, driver.unit),
    };
    let edge = |end: &End| x.at(coordinate(end.net.get()));
    marks.push(text(left, edge(left).min(middle) - 5.0, Anchor::End));
    marks.push(text(right, edge(right).max(middle) + 5.0, Anchor::Start));
    marks
}
