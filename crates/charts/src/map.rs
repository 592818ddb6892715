//! The map of two drivers. Each square is a full computation. The point of the note's own values and the point of the
//! reader's values are marked on it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::marks::{Anchor, Drawing, Mark, Paint, Rect, Scale, coordinate, ticks};
use engine::sensitivity::{Grid, Point};
use model::money::Thousands;
use model::note::Unit;
use model::ordered::{by_key, each_once};
use words::Words;

const LEFT: f64 = 76.0;
const RIGHT: f64 = 20.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 46.0;
const PLOT_HEIGHT: f64 = 300.0;
/// From a point up to the baseline of its name, where the name is above the point.
const NAME_ABOVE: f64 = 8.0;
/// From a point down to the baseline of its name, where the name is below the point.
const NAME_BELOW: f64 = 19.0;
/// From a point to its name beside it.
const BESIDE_POINT: f64 = 10.0;
/// The smallest distance between the baselines of two names.
const LINE_HEIGHT: f64 = 16.0;

/// A level of the map: a range of results that are painted in the same colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Paid back after this many years: from the first number to the second, both included.
    Years(u32, u32),
    /// Paid back after more than this many years.
    Later(u32),
    /// Not paid back within the horizon.
    NotWithin,
    /// A net from the first amount up to, but not including, the second. Used where no point is ever paid back.
    Net(Thousands, Thousands),
}

impl Level {
    /// The levels of payback, the best first.
    const PAYBACK: [Self; 7] = [
        Self::Years(0, 2),
        Self::Years(3, 3),
        Self::Years(4, 4),
        Self::Years(5, 5),
        Self::Years(6, 10),
        Self::Later(10),
        Self::NotWithin,
    ];

    /// The levels of a grid, the best first: by payback, or by net where no point is ever paid back.
    #[must_use]
    pub fn of_grid(grid: &Grid) -> Vec<Self> {
        if grid.cells.iter().any(|point| point.years.is_some()) {
            return Self::PAYBACK.into();
        }
        let breaks = breaks(grid);
        let last_level = breaks.len().saturating_sub(2);
        let ranges = breaks.iter().zip(breaks.iter().skip(1)).enumerate();
        // The last level includes its upper end, since a net may equal the highest tick.
        let end = |level: usize, high: i64| if level == last_level { high.saturating_add(1) } else { high };
        ranges.map(|(level, (low, high))| Self::Net(Thousands::new(*low), Thousands::new(end(level, *high)))).collect()
    }

    /// Whether the result at a point belongs to this level.
    #[must_use]
    pub fn contains(self, point: Point) -> bool {
        match (self, point.years) {
            (Self::Years(first, last), Some(years)) => (first..=last).contains(&years),
            (Self::Later(limit), Some(years)) => years > limit,
            (Self::NotWithin, None) => true,
            (Self::Net(low, high), _) => low <= point.net && point.net < high,
            (Self::Years(..) | Self::Later(_), None) | (Self::NotWithin, Some(_)) => false,
        }
    }
}

/// The levels of net that a map is divided into.
const NET_LEVELS: usize = 6;
/// The levels are found from one square in so many, because ordering all of them takes too long.
const EVERY: usize = 25;

/// The amounts between which the levels lie: round ones, with about as many squares in each level. Levels of one height would leave
/// the map in one colour where a few squares cost many times as much as the others.
fn breaks(grid: &Grid) -> Vec<i64> {
    let nets = || grid.cells.iter().map(|point| point.net.get());
    let (lowest, highest) = (nets().min().unwrap_or_default(), nets().max().unwrap_or_default());
    let some = by_key(nets().step_by(EVERY), |net| *net);
    let between = (1..NET_LEVELS).filter_map(|level| {
        let place = some.len().saturating_mul(level).checked_div(NET_LEVELS)?;
        some.get(place).copied().map(in_two_digits)
    });
    let within = each_once(between).into_iter().filter(|amount| lowest < *amount && *amount < highest);
    // One amount alone is a level too.
    std::iter::once(lowest).chain(within).chain([highest.max(lowest.saturating_add(1))]).collect()
}

/// An amount with its first two digits, the others zero.
fn in_two_digits(amount: i64) -> i64 {
    let digits = amount.unsigned_abs().checked_ilog10().unwrap_or_default().saturating_sub(1);
    let unit = 10_i64.saturating_pow(digits);
    amount.checked_div(unit).unwrap_or_default().saturating_mul(unit)
}

/// An axis of the map: one of the two drivers.
#[derive(Debug, Clone, Copy)]
pub struct Axis<'d> {
    /// The name of the driver.
    pub name: &'d str,
    /// The unit of the driver.
    pub unit: Unit,
    /// The document's value, in the driver's unit.
    pub baseline: Decimal,
    /// The reader's value, in the driver's unit.
    pub now: Decimal,
}

/// The layout of the map's squares in the drawing. It tells which square a reader points at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plot {
    columns: usize,
    rows: usize,
    x: Scale,
    y: Scale,
}

impl Plot {
    /// The layout of a grid in a drawing of this width.
    #[must_use]
    pub fn new(grid: &Grid, width: f64) -> Self {
        let (columns, rows) = (grid.x.len(), grid.y.len());
        Self {
            columns,
            rows,
            x: Scale { domain: (0.0, super::float(columns)), range: (LEFT, width - RIGHT) },
            y: Scale { domain: (0.0, super::float(rows)), range: (TOP + PLOT_HEIGHT, TOP) },
        }
    }

    /// The column and the row of the square at a point of the drawing; `None` outside the squares.
    #[must_use]
    pub fn square_at(&self, x: f64, y: f64) -> Option<(usize, usize)> {
        let (left, right) = self.x.range;
        let (bottom, top) = self.y.range;
        if x < left || x >= right || y >= bottom || y < top {
            return None;
        }
        let column = rounded_down((x - left) / (right - left) * super::float(self.columns));
        let row = rounded_down((bottom - y) / (bottom - top) * super::float(self.rows));
        Some((column, row)).filter(|(column, row)| *column < self.columns && *row < self.rows)
    }

    /// The middle of a square.
    fn middle(&self, (column, row): (usize, usize)) -> (f64, f64) {
        (self.x.at(super::float(column) + 0.5), self.y.at(super::float(row) + 0.5))
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a column of some hundred, never below 0")]
fn rounded_down(number: f64) -> usize {
    number.floor().max(0.0) as usize
}

/// The map. The first axis runs to the right, the second upwards. `pointed` is the column and the row of the square
/// that the reader points at.
#[must_use]
pub fn map(grid: &Grid, axes: [Axis<'_>; 2], pointed: Option<(usize, usize)>, words: Words, width: f64) -> Drawing {
    let plot = Plot::new(grid, width);
    let [x_axis, y_axis] = axes;
    let mut marks: Vec<Mark> = Level::of_grid(grid)
        .into_iter()
        .zip(0_u8..)
        .map(|(level, number)| Mark::Area { paint: Paint::Level(number), rects: squares(grid, plot, level) })
        .collect();
    marks.extend(edges(plot));
    marks.extend(axis_labels(grid, axes, plot, words));
    let nearest_square = |x: Decimal, y: Decimal| Some((grid.nearest_x(x)?, grid.nearest_y(y)?));
    let note_square = nearest_square(x_axis.baseline, y_axis.baseline);
    let reader_square = nearest_square(x_axis.now, y_axis.now);
    let labels = words.labels();
    let note_point = note_square.map(|square| (plot.middle(square), Paint::Proposed, labels.chart.chart_note));
    let reader_point = reader_square
        .map(|square| (plot.middle(square), Paint::Point, labels.chart.chart_changed))
        .filter(|(reader_place, ..)| Some(*reader_place) != note_point.map(|(note_place, ..)| note_place));
    marks.extend(points(plot, note_point, reader_point));
    if let Some(pointed) = pointed {
        let (x, y) = plot.middle(pointed);
        marks.push(super::line(Paint::Zero, (x, TOP), (x, TOP + PLOT_HEIGHT)));
        marks.push(super::line(Paint::Zero, (plot.x.range.0, y), (plot.x.range.1, y)));
    }
    Drawing { width, height: TOP + PLOT_HEIGHT + BOTTOM, marks }
}

/// The edge moved to the nearest half unit. An edge there is sharp on a screen and in a saved picture; elsewhere the
/// background would shine through between adjacent squares.
fn sharp(edge: f64) -> f64 {
    (edge * 2.0).round() / 2.0
}

/// The squares of a level. Adjacent squares in a row become one rectangle.
fn squares(grid: &Grid, plot: Plot, level: Level) -> Vec<Rect> {
    let mut rects = Vec::new();
    for row in 0..plot.rows {
        let is_in_level = |column: usize| grid.at(column, row).is_some_and(|point| level.contains(point));
        let (top, bottom) = (sharp(plot.y.at(super::float(row) + 1.0)), sharp(plot.y.at(super::float(row))));
        let mut start: Option<usize> = None;
        for column in 0..=plot.columns {
            match (start, is_in_level(column)) {
                (None, true) => start = Some(column),
                (Some(first), false) => {
                    let (left, right) = (sharp(plot.x.at(super::float(first))), sharp(plot.x.at(super::float(column))));
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

/// About how many steps there are from one end of an axis to the other.
const STEPS: u32 = 5;

/// Round values along an axis, each with its place among the `values`, counted in squares.
fn round_values(values: &[Decimal], unit: Unit) -> Vec<(f64, Decimal)> {
    // Ticks are whole numbers, and a factor of 2 needs parts.
    let in_hundredths = |value: &Decimal| value.checked_mul(unit.scale())?.checked_mul(Decimal::ONE_HUNDRED)?.to_i64();
    let ends = values.first().and_then(in_hundredths).zip(values.last().and_then(in_hundredths));
    let Some((low, high)) = ends.filter(|(low, high)| low < high) else { return Vec::new() };
    let squares = Scale {
        domain: (coordinate(low), coordinate(high)),
        range: (0.0, super::float(values.len().saturating_sub(1))),
    };
    let on_axis = ticks(low, high, STEPS).into_iter().filter(|tick| (low..=high).contains(tick));
    let value = |tick: i64| Decimal::from(tick).checked_div(Decimal::ONE_HUNDRED)?.checked_div(unit.scale());
    on_axis.filter_map(|tick| Some((squares.at(coordinate(tick)), value(tick)?))).collect()
}

/// The names of both drivers, and round values along each axis.
fn axis_labels(grid: &Grid, [x_axis, y_axis]: [Axis<'_>; 2], plot: Plot, words: Words) -> Vec<Mark> {
    let field = |value: Decimal, unit: Unit| words.locale().field(value, unit);
    let mut marks = Vec::new();
    let across: Vec<(f64, String)> = round_values(&grid.x, x_axis.unit)
        .into_iter()
        .map(|(column, value)| (plot.x.at(column + 0.5), field(value, x_axis.unit)))
        .collect();
    let widest = super::widest(across.iter().map(|(_, label)| label)) + 6.0;
    let step = across.first().zip(across.get(1)).map_or(widest, |((first, _), (second, _))| second - first);
    let label_every = super::label_every(widest, step);
    for (place, words) in across.into_iter().step_by(label_every) {
        let half = super::number_width(&words) / 2.0;
        let middle = place.min(plot.x.range.1 + RIGHT - half).max(half);
        let at = (middle, TOP + PLOT_HEIGHT + 18.0);
        marks.push(Mark::Text { paint: Paint::Label, at, anchor: Anchor::Middle, words });
    }
    for (row, value) in round_values(&grid.y, y_axis.unit) {
        let at = (LEFT - 8.0, plot.y.at(row + 0.5) + 4.0);
        marks.push(Mark::Text { paint: Paint::Label, at, anchor: Anchor::End, words: field(value, y_axis.unit) });
    }
    let right = plot.x.range.1;
    marks.push(Mark::Text {
        paint: Paint::Name,
        at: (0.0, 14.0),
        anchor: Anchor::Start,
        words: super::shortened(&format!("↑ {}", y_axis.name), right),
    });
    marks.push(Mark::Text {
        paint: Paint::Name,
        at: (right, TOP + PLOT_HEIGHT + 38.0),
        anchor: Anchor::End,
        words: super::shortened(&format!("{} →", x_axis.name), right),
    });
    marks
}

/// A point that has a name: its coordinates, its paint and its name.
type NamedPoint<'a> = ((f64, f64), Paint, &'a str);

/// The points with their names. The upper point has its name above it and the lower one below, so that neither hides
/// the other.
fn points(plot: Plot, note: Option<NamedPoint<'_>>, reader: Option<NamedPoint<'_>>) -> Vec<Mark> {
    let (Some(note), Some(reader)) = (note, reader) else {
        let only_point = note.or(reader);
        return only_point
            .map(|point| named_point(plot, point, point.0.1 - NAME_ABOVE))
            .into_iter()
            .flatten()
            .collect();
    };
    let (upper, lower) = if note.0.1 < reader.0.1 { (note, reader) } else { (reader, note) };
    // The lower name stays above the numbers of the axis, and the upper name stays above the lower one.
    let lower_name_y = (lower.0.1 + NAME_BELOW).min(plot.y.range.0 - 4.0);
    let upper_name_y = (upper.0.1 - NAME_ABOVE).min(lower_name_y - LINE_HEIGHT);
    [named_point(plot, lower, lower_name_y), named_point(plot, upper, upper_name_y)].into_iter().flatten().collect()
}

/// A point and its name. The name is to the left or to the right of the point, where the map has more room.
fn named_point(plot: Plot, ((x, y), paint, name): NamedPoint<'_>, name_y: f64) -> [Mark; 2] {
    let width = super::text_width(name);
    let has_room_on_the_right = x + BESIDE_POINT + width <= plot.x.range.1 + RIGHT;
    let (name_x, anchor) = if x > f64::midpoint(plot.x.range.0, plot.x.range.1) || !has_room_on_the_right {
        (x - BESIDE_POINT, Anchor::End)
    } else {
        (x + BESIDE_POINT, Anchor::Start)
    };
    [
        Mark::Circle { paint, at: (x, y), radius: 6.0 },
        Mark::Text { paint: Paint::Name, at: (name_x, name_y), anchor, words: name.to_owned() },
    ]
}
