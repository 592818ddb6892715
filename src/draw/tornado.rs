//! The tornado: how far each driver moves the net, the one that moves it most on top.

use rust_decimal::Decimal;

use crate::chart::{Anchor, Drawing, Link, Mark, Paint, Scale, coordinate, ticks};
use crate::money::Thousands;
use crate::note::{Driver, Variant};
use crate::sensitivity::{Bar, End};
use crate::text::Wording;

/// A name of one line with its bar; every further line needs [`LINE`] more.
const ROW: f64 = 52.0;
const LINE: f64 = 16.0;
const BAR: f64 = 18.0;
const TOP: f64 = 34.0;
const SIDE: f64 = 8.0;
/// Beside the bars, for the values at their ends.
const ENDS: f64 = 84.0;

/// Gives the link to how the net came about with a driver at one end.
pub type ToEnd<'a> = dyn Fn(&Bar, &End) -> String + 'a;

/// The chart of the drivers that move anything; `now` is the net as it stands. Each half of a bar leads to its net.
#[must_use]
pub fn tornado(
    variant: &Variant,
    bars: &[Bar],
    now: Thousands,
    to: &ToEnd<'_>,
    words: &dyn Wording,
    width: f64,
) -> Drawing {
    let moving: Vec<&Bar> = bars.iter().filter(|bar| bar.swing != Thousands::ZERO).collect();
    let nets = || moving.iter().flat_map(|bar| [bar.low.net, bar.high.net]).chain([now]).map(Thousands::get);
    let ticks = ticks(nets().min().unwrap_or_default(), nets().max().unwrap_or_default(), 4);
    let edge = |tick: Option<&i64>| coordinate(tick.copied().unwrap_or_default());
    let x = Scale { domain: (edge(ticks.first()), edge(ticks.last())), range: (ENDS, width - ENDS) };
    let mut height = TOP;
    let mut rows = Vec::new();
    for (bar, driver) in moving.iter().filter_map(|bar| Some((*bar, variant.driver(bar.ix)?))) {
        let name = super::broken(words.named(&driver.name), width);
        let further = LINE * super::count(name.len().saturating_sub(1));
        rows.push(Row { bar, driver, name, now, x, top: height + further });
        height += ROW + further;
    }
    height += SIDE;
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
    let at = x.at(coordinate(now.get()));
    marks.push(super::line(Paint::Note, (at, TOP - 6.0), (at, height)));
    marks.extend(rows.iter().flat_map(|row| row.drawn(to, words)));
    Drawing { width, height, marks }
}

/// A bar and where it is drawn.
struct Row<'b> {
    bar: &'b Bar,
    driver: &'b Driver,
    /// The driver's name, line by line.
    name: Vec<String>,
    now: Thousands,
    x: Scale,
    /// Above the last line of the name.
    top: f64,
}

impl Row<'_> {
    fn drawn(&self, to: &ToEnd<'_>, words: &dyn Wording) -> Vec<Mark> {
        let (low, high) = (&self.bar.low, &self.bar.high);
        // Each end's value stands outside its side of the bar.
        let (left, right) = if low.net <= high.net { (low, high) } else { (high, low) };
        let line = |(above, words): (usize, &String)| Mark::Text {
            paint: Paint::Name,
            at: (0.0, self.top + 14.0 - LINE * super::count(above)),
            anchor: Anchor::Start,
            words: words.clone(),
        };
        let mut marks: Vec<Mark> = self.name.iter().rev().enumerate().map(line).collect();
        marks.extend([(left, Anchor::End), (right, Anchor::Start)].map(|(end, anchor)| {
            let value = words.value(end.value, self.driver.unit);
            let name = words.named(&self.driver.name);
            let label = format!("{name}, {value}. {}: {}", words.labels().net, words.millions(end.net));
            Mark::Link(Link { to: to(self.bar, end), label, marks: self.half(end, anchor, value) })
        }));
        marks
    }

    /// From the net as it stands to that at an end, and the value there; large enough to be pressed.
    fn half(&self, end: &End, anchor: Anchor, value: String) -> Vec<Mark> {
        let (middle, edge) = (self.x.at(coordinate(self.now.get())), self.x.at(coordinate(end.net.get())));
        let paint = if end.net > self.now { Paint::Cost } else { Paint::Saving };
        let (beside, far) = match anchor {
            Anchor::End => (edge.min(middle) - 5.0, edge.min(middle) - ENDS),
            Anchor::Start | Anchor::Middle => (edge.max(middle) + 5.0, edge.max(middle) + ENDS),
        };
        let target = ((middle.min(far), self.top + 18.0), ((middle - far).abs(), 26.0));
        vec![
            Mark::Rect { paint: Paint::Target, at: target.0, size: target.1 },
            Mark::Rect { paint, at: (edge.min(middle), self.top + 22.0), size: ((edge - middle).abs(), BAR) },
            Mark::Text { paint: Paint::Label, at: (beside, self.top + 22.0 + BAR - 5.0), anchor, words: value },
        ]
    }
}
