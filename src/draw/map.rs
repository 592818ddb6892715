//! The map of two drivers: each point a full computation, with the document's and the reader's points on it.

use rust_decimal::Decimal;

use crate::chart::{Anchor, Drawing, Mark, Paint, Rect, Scale, ticks};
use crate::money::Thousands;
use crate::note::Unit;
use crate::sensitivity::{Grid, Point};
use crate::text::Wording;

const LEFT: f64 = 76.0;
const RIGHT: f64 = 20.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 46.0;
const TALL: f64 = 300.0;
/// From a point to the line of its name, above or below it.
const ABOVE: f64 = 8.0;
const BELOW: f64 = 19.0;
/// From one line of names to the next.
const LINE: f64 = 16.0;

/// A step of a map: points of a kind, with the paint that they have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Paid back after so many years, from and to.
    Years(u32, u32),
    /// Paid back later than so many years.
    Later(u32),
    /// Never paid back.
    Never,
    /// A net from so much up to, but not, so much: for notes in which nothing is ever paid back.
    Net(Thousands, Thousands),
}

impl Step {
    /// The steps of payback, the best first.
    const PAYBACK: [Self; 7] = [
        Self::Years(0, 2),
        Self::Years(3, 3),
        Self::Years(4, 4),
        Self::Years(5, 5),
        Self::Years(6, 10),
        Self::Later(10),
        Self::Never,
    ];

    /// The steps of a grid, the best first: by payback, or by net where nothing is ever paid back.
    #[must_use]
    pub fn of(grid: &Grid) -> Vec<Self> {
        if grid.cells.iter().any(|point| point.years.is_some()) {
            return Self::PAYBACK.into();
        }
        let nets = || grid.cells.iter().map(|point| point.net.get());
        let ticks = ticks(nets().min().unwrap_or_default(), nets().max().unwrap_or_default(), 5);
        let last = ticks.len().saturating_sub(2);
        let ends = ticks.iter().zip(ticks.iter().skip(1)).enumerate();
        // The highest tick may be reached.
        let end = |at: usize, end: i64| if at == last { end.saturating_add(1) } else { end };
        ends.map(|(at, (low, high))| Self::Net(Thousands::new(*low), Thousands::new(end(at, *high)))).collect()
    }

    /// Whether a point is of the step.
    #[must_use]
    pub fn holds(self, point: Point) -> bool {
        match (self, point.years) {
            (Self::Years(from, to), Some(years)) => (from..=to).contains(&years),
            (Self::Later(than), Some(years)) => years > than,
            (Self::Never, None) => true,
            (Self::Net(from, below), _) => from <= point.net && point.net < below,
            (Self::Years(..) | Self::Later(_), None) | (Self::Never, Some(_)) => false,
        }
    }
}

/// A driver along an edge of the map.
#[derive(Debug, Clone, Copy)]
pub struct Axis<'d> {
    /// What it is called.
    pub name: &'d str,
    /// What it is counted in.
    pub unit: Unit,
    /// The document's value, in the unit.
    pub baseline: Decimal,
    /// The reader's value, in the unit.
    pub now: Decimal,
}

/// Where the map's squares are in the drawing, for pointing at them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plot {
    columns: usize,
    rows: usize,
    x: Scale,
    y: Scale,
}

impl Plot {
    /// The plot of a grid in a drawing so wide.
    #[must_use]
    pub fn of(grid: &Grid, width: f64) -> Self {
        let (columns, rows) = (grid.x.len(), grid.y.len());
        Self {
            columns,
            rows,
            x: Scale { domain: (0.0, super::count(columns)), range: (LEFT, width - RIGHT) },
            y: Scale { domain: (0.0, super::count(rows)), range: (TOP + TALL, TOP) },
        }
    }

    /// The column and row at a place in the drawing; `None` beside the map.
    #[must_use]
    pub fn at(&self, x: f64, y: f64) -> Option<(usize, usize)> {
        let (left, right) = self.x.range;
        let (bottom, top) = self.y.range;
        if x < left || x >= right || y >= bottom || y < top {
            return None;
        }
        let column = whole((x - left) / (right - left) * super::count(self.columns));
        let row = whole((bottom - y) / (bottom - top) * super::count(self.rows));
        Some((column, row)).filter(|(column, row)| *column < self.columns && *row < self.rows)
    }

    /// The middle of a square.
    fn middle(&self, (column, row): (usize, usize)) -> (f64, f64) {
        (self.x.at(super::count(column) + 0.5), self.y.at(super::count(row) + 0.5))
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a column of some hundred, never below 0")]
fn whole(number: f64) -> usize {
    number.floor().max(0.0) as usize
}

/// The map; `pointed` is the column and row that the reader points at.
#[must_use]
pub fn map(
    grid: &Grid,
    axes: [Axis<'_>; 2],
    pointed: Option<(usize, usize)>,
    words: &dyn Wording,
    width: f64,
) -> Drawing {
    let plot = Plot::of(grid, width);
    let [across, up] = axes;
    let mut marks: Vec<Mark> = Step::of(grid)
        .into_iter()
        .zip(0_u8..)
        .map(|(step, level)| Mark::Area { paint: Paint::Level(level), rects: squares(grid, plot, step) })
        .collect();
    marks.extend(edges(plot));
    marks.extend(scales(grid, axes, plot, words));
    let on = |x: Decimal, y: Decimal| Some((grid.nearest_x(x)?, grid.nearest_y(y)?));
    let note = on(across.baseline, up.baseline);
    let reader = on(across.now, up.now);
    let labels = words.labels();
    let note = note.map(|note| (plot.middle(note), Paint::Proposed, labels.chart_note));
    let reader = reader.map(|reader| (plot.middle(reader), Paint::Point, labels.chart_reader));
    marks.extend(points(plot, note, reader.filter(|(own, ..)| Some(*own) != note.map(|(at, ..)| at))));
    if let Some(pointed) = pointed {
        let (x, y) = plot.middle(pointed);
        marks.push(super::line(Paint::Zero, (x, TOP), (x, TOP + TALL)));
        marks.push(super::line(Paint::Zero, (plot.x.range.0, y), (plot.x.range.1, y)));
    }
    Drawing { width, height: TOP + TALL + BOTTOM, marks }
}

/// The nearest half: edges there are sharp on a screen and in a saved picture, where others let the paper shine through.
fn sharp(edge: f64) -> f64 {
    (edge * 2.0).round() / 2.0
}

/// The squares of a step, those beside each other in a row as one.
fn squares(grid: &Grid, plot: Plot, step: Step) -> Vec<Rect> {
    let mut rects = Vec::new();
    for row in 0..plot.rows {
        let is_step = |column: usize| grid.at(column, row).is_some_and(|point| step.holds(point));
        let (top, bottom) = (sharp(plot.y.at(super::count(row) + 1.0)), sharp(plot.y.at(super::count(row))));
        let mut start: Option<usize> = None;
        for column in 0..=plot.columns {
            match (start, is_step(column)) {
                (None, true) => start = Some(column),
                (Some(from), false) => {
                    let (left, right) = (sharp(plot.x.at(super::count(from))), sharp(plot.x.at(super::count(column))));
                    rects.push(((left, top), (right - left, bottom - top)));
                    start = None;
                }
                (None, false) | (Some(_), true) => {}
            }
        }
    }
    rects
}

fn edges(plot: Plot) -> Vec<Mark> {
    let ((left, right), (bottom, top)) = (plot.x.range, plot.y.range);
    vec![
        super::line(Paint::Zero, (left, bottom), (right, bottom)),
        super::line(Paint::Zero, (left, bottom), (left, top)),
        super::line(Paint::Rule, (right, bottom), (right, top)),
        super::line(Paint::Rule, (left, top), (right, top)),
    ]
}

/// Five values along each edge.
fn scales(grid: &Grid, [across, up]: [Axis<'_>; 2], plot: Plot, words: &dyn Wording) -> Vec<Mark> {
    let quarters = |values: &[Decimal]| -> Vec<(usize, Decimal)> {
        let last = values.len().saturating_sub(1);
        let at = |quarter: usize| last.saturating_mul(quarter).checked_div(4).unwrap_or(0);
        (0..=4).filter_map(|quarter| Some((at(quarter), *values.get(at(quarter))?))).collect()
    };
    let field = |value: Decimal, unit: Unit| words.locale().field(value, unit);
    let mut marks = Vec::new();
    for (column, value) in quarters(&grid.x) {
        let at = (plot.x.at(super::count(column) + 0.5), TOP + TALL + 18.0);
        marks.push(Mark::Text { paint: Paint::Label, at, anchor: Anchor::Middle, words: field(value, across.unit) });
    }
    for (row, value) in quarters(&grid.y) {
        let at = (LEFT - 8.0, plot.y.at(super::count(row) + 0.5) + 4.0);
        marks.push(Mark::Text { paint: Paint::Label, at, anchor: Anchor::End, words: field(value, up.unit) });
    }
    let wide = plot.x.range.1;
    let (top, bottom) = ((0.0, 14.0), (plot.x.range.1, TOP + TALL + 38.0));
    marks.push(Mark::Text {
        paint: Paint::Name,
        at: top,
        anchor: Anchor::Start,
        words: super::fitted(&format!("↑ {}", up.name), wide),
    });
    marks.push(Mark::Text {
        paint: Paint::Name,
        at: bottom,
        anchor: Anchor::End,
        words: super::fitted(&format!("{} →", across.name), wide),
    });
    marks
}

/// Where a point is, how it is painted, and its name.
type Named<'a> = ((f64, f64), Paint, &'a str);

/// The points with their names: the upper one's above it and the lower one's below, so that neither hides the other.
fn points(plot: Plot, note: Option<Named<'_>>, reader: Option<Named<'_>>) -> Vec<Mark> {
    let (Some(note), Some(reader)) = (note, reader) else {
        return note.or(reader).map(|only| named(plot, only, only.0.1 - ABOVE)).into_iter().flatten().collect();
    };
    let (upper, lower) = if note.0.1 < reader.0.1 { (note, reader) } else { (reader, note) };
    // Above the numbers of the axis.
    let below = (lower.0.1 + BELOW).min(plot.y.range.0 - 4.0);
    let above = (upper.0.1 - ABOVE).min(below - LINE);
    [named(plot, lower, below), named(plot, upper, above)].into_iter().flatten().collect()
}

/// A point, and its name on a line beside it, where there is more room.
fn named(plot: Plot, ((x, y), paint, name): Named<'_>, line: f64) -> [Mark; 2] {
    let (beside, anchor) = if x > f64::midpoint(plot.x.range.0, plot.x.range.1) {
        (x - 10.0, Anchor::End)
    } else {
        (x + 10.0, Anchor::Start)
    };
    [
        Mark::Circle { paint, at: (x, y), radius: 6.0 },
        Mark::Text { paint: Paint::Name, at: (beside, line), anchor, words: name.to_owned() },
    ]
}
