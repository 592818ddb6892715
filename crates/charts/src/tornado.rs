//! The tornado chart: how far each driver moves the net. The driver that moves it most is on top.

use rust_decimal::Decimal;

use crate::marks::{Anchor, Drawing, Link, Mark, Paint, Scale, coordinate, ticks};
use engine::sensitivity::{Bar, End};
use model::money::Thousands;
use model::note::{Driver, Variant};
use words::Words;

/// The height of a row whose name has one line. Each additional line of the name adds [`LINE_HEIGHT`].
const ROW_HEIGHT: f64 = 52.0;
const LINE_HEIGHT: f64 = 16.0;
const BAR_HEIGHT: f64 = 18.0;
const TOP_MARGIN: f64 = 58.0;
/// The baseline of the key, the side of its squares, and the space between two of its entries.
const KEY_BASE: f64 = 14.0;
const KEY_SQUARE: f64 = 12.0;
const KEY_SPACE: f64 = 16.0;
const BOTTOM_MARGIN: f64 = 8.0;
/// The least room to the left and right of the bars, where the values at their ends are written, and the space between both.
const END_VALUE_WIDTH: f64 = 84.0;
const SPACE: f64 = 5.0;
/// The space between two amounts on the axis.
const BETWEEN: f64 = 8.0;

/// The least share of the width that the bars themselves have.
const LEAST_OF_BARS: f64 = 0.2;

/// Gives the link to the explanation of the net with a driver at one end of its bar.
pub type EndLink<'a> = dyn Fn(&Bar, &End) -> String + 'a;

/// The chart of all drivers that move the net. `now` is the net of the reader's scenario. Each half of a bar is a link
/// to the explanation of the net at its end.
#[must_use]
pub fn tornado(
    variant: &Variant,
    bars: &[Bar],
    now: Thousands,
    end_link: &EndLink<'_>,
    words: Words,
    width: f64,
) -> Drawing {
    let moving: Vec<&Bar> = bars.iter().filter(|bar| bar.swing != Thousands::ZERO).collect();
    let nets = || moving.iter().flat_map(|bar| [bar.low.net, bar.high.net]).chain([now]).map(Thousands::get);
    let ticks = ticks(nets().min().unwrap_or_default(), nets().max().unwrap_or_default(), 5);
    let edge = |tick: Option<&i64>| coordinate(tick.copied().unwrap_or_default());
    let domain = (edge(ticks.first()), edge(ticks.last()));
    let room = |has_units: bool| {
        let end_values: Vec<String> = moving
            .iter()
            .filter_map(|bar| Some((*bar, variant.driver(bar.ix)?)))
            .flat_map(|(bar, driver)| [&bar.low, &bar.high].map(|end| value_at(end, driver, has_units, words)))
            .collect();
        (super::widest(&end_values) + SPACE).max(END_VALUE_WIDTH)
    };
    // The bars need some room too. Where the units leave them none, the names of the drivers have to do.
    let has_units = 2.0 * room(true) <= width * (1.0 - LEAST_OF_BARS);
    let side = room(has_units);
    let x_scale = Scale { domain, range: (side, width - side) };
    let mut height = TOP_MARGIN;
    let mut rows = Vec::new();
    for (bar, driver) in moving.iter().filter_map(|bar| Some((*bar, variant.driver(bar.ix)?))) {
        let name_lines = super::wrapped(&words.driver_name(driver), width);
        let additional_height = LINE_HEIGHT * super::float(name_lines.len().saturating_sub(1));
        rows.push(Row { bar, driver, name_lines, now, x_scale, side, has_units, top: height + additional_height });
        height += ROW_HEIGHT + additional_height;
    }
    height += BOTTOM_MARGIN;
    let mut marks = key(variant, words);
    let in_millions =
        |tick: &i64| words.locale().exact(Decimal::from(*tick).checked_div(Decimal::ONE_THOUSAND).unwrap_or_default());
    let labels: Vec<String> = ticks.iter().map(in_millions).collect();
    let unit = words.labels().chart.chart_unit.to_owned();
    let places: Vec<f64> = ticks.iter().map(|tick| x_scale.at(coordinate(*tick))).collect();
    let step = places.first().zip(places.get(1)).map_or(width, |(first, second)| second - first);
    let label_every = super::label_every(super::widest(&labels) + BETWEEN, step);
    for (index, ((tick, x), label)) in ticks.iter().zip(places).zip(labels).enumerate() {
        let paint = if *tick == 0 { Paint::Zero } else { Paint::Rule };
        marks.push(super::line(paint, (x, TOP_MARGIN - 6.0), (x, height)));
        // The unit stands where the axis begins.
        let has_room = x - super::number_width(&label) / 2.0 > super::number_width(&unit);
        if index.is_multiple_of(label_every) && has_room {
            let at = (x, TOP_MARGIN - 14.0);
            marks.push(Mark::Text { paint: Paint::Label, at, anchor: Anchor::Middle, words: label });
        }
    }
    marks.push(Mark::Text { paint: Paint::Label, at: (0.0, TOP_MARGIN - 14.0), anchor: Anchor::Start, words: unit });
    let x = x_scale.at(coordinate(now.get()));
    marks.push(super::line(Paint::Note, (x, TOP_MARGIN - 6.0), (x, height)));
    marks.extend(rows.iter().flat_map(|row| row.marks(end_link, words)));
    Drawing { width, height, marks }
}

/// What the two colours of the bars and the line across them stand for.
fn key(variant: &Variant, words: Words) -> Vec<Mark> {
    let labels = words.labels();
    let entries = [
        (Paint::Cost, labels.chart.costs_more),
        (Paint::Saving, if variant.states_savings() { labels.chart.saves_more } else { labels.chart.costs_less }),
        (Paint::Note, labels.hangs_on.now),
    ];
    let mut left = 0.0;
    let mut marks = Vec::new();
    for (paint, name) in entries {
        marks.push(match paint {
            Paint::Note => super::line(paint, (left, KEY_BASE - 5.0), (left + KEY_SQUARE + 4.0, KEY_BASE - 5.0)),
            _ => Mark::Rect { paint, at: (left, KEY_BASE - 11.0), size: (KEY_SQUARE, KEY_SQUARE) },
        });
        let at = (left + KEY_SQUARE + 8.0, KEY_BASE);
        marks.push(Mark::Text { paint: Paint::Label, at, anchor: Anchor::Start, words: name.to_owned() });
        left = at.0 + super::text_width(name) + KEY_SPACE;
    }
    marks
}

/// The driver's value at an end of its bar.
fn value_at(end: &End, driver: &Driver, has_unit: bool, words: Words) -> String {
    if has_unit { words.value_in_short(end.value, driver.unit) } else { words.number_in_short(end.value, driver.unit) }
}

/// The row of one driver: its name and, below it, its bar.
struct Row<'b> {
    bar: &'b Bar,
    driver: &'b Driver,
    /// The driver's name, line by line.
    name_lines: Vec<String>,
    now: Thousands,
    x_scale: Scale,
    /// The room beside the bars.
    side: f64,
    /// Whether the values at the ends have their units.
    has_units: bool,
    /// The upper edge of the last line of the name.
    top: f64,
}

impl Row<'_> {
    fn marks(&self, end_link: &EndLink<'_>, words: Words) -> Vec<Mark> {
        let (low, high) = (&self.bar.low, &self.bar.high);
        // The value at each end is written outside the bar, next to that end.
        let (left, right) = if low.net <= high.net { (low, high) } else { (high, low) };
        let name_line = |(lines_below, words): (usize, &String)| Mark::Text {
            paint: Paint::Name,
            at: (0.0, self.top + 14.0 - LINE_HEIGHT * super::float(lines_below)),
            anchor: Anchor::Start,
            words: words.clone(),
        };
        let mut marks: Vec<Mark> = self.name_lines.iter().rev().enumerate().map(name_line).collect();
        marks.extend([(left, Anchor::End), (right, Anchor::Start)].map(|(end, anchor)| {
            let value = value_at(end, self.driver, self.has_units, words);
            let name = words.driver_name(self.driver);
            let with_unit = value_at(end, self.driver, true, words);
            let which_end = words::full_stop(format!("{name}, {with_unit}"));
            let label = format!("{which_end} {}: {}", words.labels().figures.net, words.millions(end.net));
            Mark::Link(Link {
                to: end_link(self.bar, end),
                label,
                marks: self.half(end, anchor, value),
                is_repeated: false,
            })
        }));
        marks
    }

    /// The half of the bar from the present net to the net at one end, with the driver's value at that end. An
    /// invisible target makes it large enough to tap.
    fn half(&self, end: &End, anchor: Anchor, value: String) -> Vec<Mark> {
        let (middle, edge) = (self.x_scale.at(coordinate(self.now.get())), self.x_scale.at(coordinate(end.net.get())));
        let paint = if end.net > self.now { Paint::Cost } else { Paint::Saving };
        let (value_x, target_edge) = match anchor {
            Anchor::End => (edge.min(middle) - SPACE, edge.min(middle) - self.side),
            Anchor::Start | Anchor::Middle => (edge.max(middle) + SPACE, edge.max(middle) + self.side),
        };
        let (corner, size) = ((middle.min(target_edge), self.top + 18.0), ((middle - target_edge).abs(), 26.0));
        vec![
            Mark::Rect { paint: Paint::Target, at: corner, size },
            Mark::Rect { paint, at: (edge.min(middle), self.top + 22.0), size: ((edge - middle).abs(), BAR_HEIGHT) },
            Mark::Text { paint: Paint::Label, at: (value_x, self.top + 22.0 + BAR_HEIGHT - 5.0), anchor, words: value },
        ]
    }
}
