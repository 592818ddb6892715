//! The cumulative chart: costs minus savings added up year by year, the point of payback, and the line of the note's
//! own values behind the reader's.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::marks::{Anchor, Drawing, Link, Mark, Paint, Scale, coordinate, ticks};
use crate::names::{self, LINE_HEIGHT, Line, Place, Surroundings};
use engine::payback::{Convention, Payback, payback, projected};
use model::evaluate::View;
use model::money::Thousands;
use model::note::{Reached, Year};
use words::Words;

/// How many years past the table the chart may draw to reach a late payback. The point of a later payback is not drawn.
const YEARS_AHEAD: usize = 10;
/// The least height of the chart, which grows with its width.
const LEAST_HEIGHT: f64 = 220.0;
/// The least room left of the chart, for the amounts on the axis, and the space between them and it.
const LEFT: f64 = 48.0;
const SPACE: f64 = 8.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 30.0;
const BOTTOM: f64 = 30.0;
const ROOM_FOR_UNIT: f64 = 40.0;
/// The least height of a ground that has its meaning written on it.
const ROOM_FOR_GROUND_NAME: f64 = 56.0;
/// How many lines further up or down a name may go where something is in its way.
const STEPS: usize = 4;

/// The chart and the figures in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cumulative {
    /// The chart.
    pub drawing: Drawing,
    /// For each year, the cumulative net at its end: the reader's, then the note's.
    pub ends: Vec<(Year, Thousands, Thousands)>,
    /// Whether the reader's and the note's figures differ in any year.
    pub differs: bool,
}

/// The chart of one perspective. `band` holds the lowest and the highest cumulative net of the documents' own ranges for
/// each year, and is empty where they give none. `first` is the year of the first column, `horizon` the number of years
/// within which a payback is looked for, `reached` what those who count have reached, `names` are those of the reader's line and of the one behind it, or nothing, and
/// `explanation` is the link to the explanation of the payback. The last argument is the width, and the most height.
#[must_use]
pub fn cumulative(
    (now, baseline, band): (&View, &View, &[(Thousands, Thousands)]),
    (first, horizon, reached): (Year, u32, &Reached),
    names: (&str, &str),
    explanation: &str,
    words: Words,
    (width, most_height): (f64, f64),
) -> Cumulative {
    let plot = Plot::new((now, baseline, band), (first, horizon, reached), words, (width, most_height));
    let mut marks = plot.grounds();
    marks.extend(plot.band());
    marks.extend(plot.axes(words));
    // Who comes first has room first: the name of the point, then those of the lines, then the meaning of the grounds.
    let mut around = plot.surroundings();
    let point = plot.payback_point(explanation, &mut around, words);
    let line_names = plot.line_names(names, &mut around);
    marks.extend(plot.ground_names(&mut around, words));
    marks.extend(plot.lines());
    marks.extend(line_names);
    marks.extend(point);
    Cumulative {
        drawing: Drawing { width, height: plot.height, marks },
        ends: plot
            .years()
            .zip(plot.now.iter().zip(&plot.baseline))
            .map(|((year, _), (now, baseline))| (year, *now, *baseline))
            .collect(),
        differs: plot.differs(),
    }
}

/// Where the line reaches zero for good. Where it never rises above zero there is no such place within a year, and what can be said is
/// that it is paid back at the end of the first one.
pub(crate) fn point(view: &View, first: Year, horizon: u32) -> Payback {
    match payback(view, first, Convention::Interpolated, horizon) {
        Payback::Reached { years, .. } if years.is_zero() => payback(view, first, Convention::FirstYear, horizon),
        other => other,
    }
}

/// How many years a chart of added-up costs and savings has: those of the table, and those until a payback that comes soon after.
pub(crate) fn drawn_years((now, baseline): (&View, &View), in_whole_years: Payback) -> usize {
    let of_table = now.cumulative.len().max(baseline.cumulative.len());
    let Payback::Reached { years, .. } = in_whole_years else { return of_table };
    let needed = years.to_usize().unwrap_or(usize::MAX);
    if needed <= of_table.saturating_add(YEARS_AHEAD) { of_table.max(needed) } else { of_table }
}

/// An amount on the axis.
fn in_millions(amount: i64, words: Words) -> String {
    words.locale().exact(Decimal::from(amount).checked_div(Decimal::ONE_THOUSAND).unwrap_or_default())
}

/// What the chart shows, and the scales that turn years and amounts into coordinates.
struct Plot {
    first: Year,
    height: f64,
    now: Vec<Thousands>,
    baseline: Vec<Thousands>,
    /// The lowest and the highest cumulative net of the documents' own ranges, by year.
    band: Vec<(Thousands, Thousands)>,
    /// The amounts on the axis, each with its label.
    ticks: Vec<(i64, String)>,
    x: Scale,
    y: Scale,
    /// The payback counted in whole years. It names the year of the point.
    payback_in_whole_years: Payback,
    /// The interpolated payback. It places the point.
    payback_interpolated: Payback,
    /// What is said of a payback that comes only when the efforts have stopped.
    rest: &'static str,
}

impl Plot {
    fn new(
        (now, baseline, band): (&View, &View, &[(Thousands, Thousands)]),
        (first, horizon, reached): (Year, u32, &Reached),
        words: Words,
        (width, most_height): (f64, f64),
    ) -> Self {
        let payback_in_whole_years = payback(now, first, Convention::FirstYear, horizon);
        let years = drawn_years((now, baseline), payback_in_whole_years);
        let (now_ends, baseline_ends) = (projected(now, years), projected(baseline, years));
        let band: Vec<(Thousands, Thousands)> = band.iter().copied().take(years).collect();
        let of_band = || band.iter().flat_map(|(low, high)| [low, high]);
        let amounts = || now_ends.iter().chain(&baseline_ends).chain(of_band()).map(|cell| cell.get());
        let ticks = ticks(amounts().min().unwrap_or(0).min(0), amounts().max().unwrap_or(0).max(0), 5);
        let ticks: Vec<(i64, String)> = ticks.into_iter().map(|tick| (tick, in_millions(tick, words))).collect();
        let left = (super::widest(ticks.iter().map(|(_, label)| label)) + SPACE).max(LEFT);
        let edge = |tick: Option<&(i64, String)>| coordinate(tick.map(|(amount, _)| *amount).unwrap_or_default());
        let height = super::within(width * 0.55, LEAST_HEIGHT, most_height.max(LEAST_HEIGHT));
        Self {
            first,
            height,
            x: Scale { domain: (0.0, super::float(years)), range: (left, width - RIGHT) },
            y: Scale { domain: (edge(ticks.first()), edge(ticks.last())), range: (height - BOTTOM, TOP) },
            ticks,
            now: now_ends,
            baseline: baseline_ends,
            band,
            payback_in_whole_years,
            payback_interpolated: point(now, first, horizon),
            rest: words.by_the_rest(reached),
        }
    }

    fn differs(&self) -> bool {
        self.now != self.baseline
    }

    /// The points of a line: zero at the start of the first year, then the end of each year.
    fn points(&self, ends: &[Thousands]) -> Vec<(f64, f64)> {
        let end_of_year = |(index, cell): (usize, &Thousands)| {
            (self.x.at(super::float(index) + 1.0), self.y.at(coordinate(cell.get())))
        };
        std::iter::once((self.x.at(0.0), self.y.at(0.0))).chain(ends.iter().enumerate().map(end_of_year)).collect()
    }

    /// The ground above zero and the one below it.
    fn grounds(&self) -> Vec<Mark> {
        let (left, right) = self.x.range;
        let (bottom, top) = self.y.range;
        let zero = self.y.at(0.0);
        let ground = |paint, from: f64, to: f64| {
            (to > from).then_some(Mark::Rect { paint, at: (left, from), size: ((right - left).max(0.0), to - from) })
        };
        ground(Paint::SpentGround, top, zero).into_iter().chain(ground(Paint::SavedGround, zero, bottom)).collect()
    }

    /// What the names in the chart keep clear of.
    fn surroundings(&self) -> Surroundings {
        let (left, right) = self.x.range;
        let (bottom, top) = self.y.range;
        let zero = self.y.at(0.0);
        let mut lines = vec![self.points(&self.now), vec![(left, zero), (right, zero)]];
        lines.extend(self.differs().then(|| self.points(&self.baseline)));
        Surroundings {
            inside: ((left, top - 14.0), (right + RIGHT, bottom)),
            lines,
            faint_lines: self.band_edges().into_iter().flatten().collect(),
            // The unit of the axis is in the upper left corner.
            taken: vec![((0.0, 0.0), (left.max(ROOM_FOR_UNIT) + 16.0, 18.0))],
        }
    }

    /// What the two grounds mean, each at an end where no line and no other name is; nothing where there is no room.
    fn ground_names(&self, around: &mut Surroundings, words: Words) -> Vec<Mark> {
        let labels = words.labels();
        let (left, right) = (self.x.range.0 + 6.0, self.x.range.1 - 6.0);
        let (bottom, top) = self.y.range;
        let zero = self.y.at(0.0);
        let ends_above = self.now.last().is_some_and(|end| *end > Thousands::ZERO);
        let ends = |is_left_first: bool| {
            let (left, right) = ((left, Anchor::Start), (right, Anchor::End));
            if is_left_first { [left, right] } else { [right, left] }
        };
        let grounds = [
            (zero - top, top + 16.0, 1.0, ends(ends_above), labels.chart.more_spent),
            (bottom - zero, bottom - 8.0, -1.0, ends(true), labels.chart.more_saved),
        ];
        let named = grounds.into_iter().filter(|(room, ..)| *room >= ROOM_FOR_GROUND_NAME);
        let mark = |(room, y, towards_zero, ends, name): (f64, f64, f64, [(f64, Anchor); 2], &str)| {
            let rows = (0..STEPS).map(super::float).filter(|row| (row + 1.0) * LINE_HEIGHT + 8.0 <= room);
            let places =
                rows.flat_map(|row| ends.map(|(x, anchor)| ((x, y + towards_zero * row * LINE_HEIGHT), anchor)));
            let place = around.find(&[name], places, None)?;
            Some(names::marks(Paint::Label, &[name], place))
        };
        named.filter_map(mark).flatten().collect()
    }

    /// The area between the lowest and the highest line of the documents' own ranges; `None` where they give none.
    fn band(&self) -> Option<Mark> {
        let [mut points, low] = self.band_edges()?;
        points.extend(low.into_iter().rev());
        Some(Mark::Path { paint: Paint::Band, points })
    }

    /// The highest and the lowest line of those ranges.
    fn band_edges(&self) -> Option<[Vec<(f64, f64)>; 2]> {
        if self.band.is_empty() {
            return None;
        }
        let (low, high): (Vec<Thousands>, Vec<Thousands>) = self.band.iter().copied().unzip();
        Some([self.points(&high), self.points(&low)])
    }

    /// The years, each with the x coordinate of the middle of its column.
    fn years(&self) -> impl Iterator<Item = (Year, f64)> + '_ {
        (0..self.now.len()).map(move |index| {
            let year = self.first.saturating_add(u16::try_from(index).unwrap_or(u16::MAX));
            (year, self.x.at(super::float(index) + 0.5))
        })
    }

    fn axes(&self, words: Words) -> Vec<Mark> {
        let (left, right) = self.x.range;
        let mut marks = Vec::new();
        for (tick, label) in &self.ticks {
            let y = self.y.at(coordinate(*tick));
            let paint = if *tick == 0 { Paint::Zero } else { Paint::Rule };
            marks.push(super::line(paint, (left, y), (right, y)));
            let place = (left - SPACE, y + 4.0);
            marks.push(Mark::Text { paint: Paint::Label, at: place, anchor: Anchor::End, words: label.clone() });
        }
        // Where columns are narrow, only every second, third … year has a label.
        let label_every = super::label_every(40.0, self.x.at(1.0) - self.x.at(0.0));
        let labelled = self.years().enumerate().filter(|(index, _)| index.is_multiple_of(label_every));
        marks.extend(labelled.map(|(_, (year, middle))| Mark::Text {
            paint: Paint::Label,
            at: (middle, self.height - 8.0),
            anchor: Anchor::Middle,
            words: year.to_string(),
        }));
        let unit = words.labels().chart.chart_unit.to_owned();
        marks.push(Mark::Text { paint: Paint::Label, at: (0.0, 14.0), anchor: Anchor::Start, words: unit });
        marks
    }

    fn lines(&self) -> Vec<Mark> {
        let (now, baseline) = (self.points(&self.now), self.points(&self.baseline));
        let note = self.differs().then_some(Mark::Path { paint: Paint::Note, points: baseline });
        note.into_iter().chain([Mark::Path { paint: Paint::Reader, points: now }]).collect()
    }

    /// The names of the lines. Where there is no other line, the reader's has that of the note, or none.
    fn line_names(&self, (name, baseline_name): (&str, &str), around: &mut Surroundings) -> Vec<Mark> {
        let (now, baseline) = (self.points(&self.now), self.points(&self.baseline));
        if !self.differs() {
            return self.line_name(Paint::Name, baseline_name, (&now, &baseline), around);
        }
        let mut marks = self.line_name(Paint::Label, baseline_name, (&baseline, &now), around);
        marks.extend(self.line_name(Paint::Name, name, (&now, &baseline), around));
        marks
    }

    /// The name of a line, at one of its points and on the side where the other line is not.
    fn line_name(
        &self,
        paint: Paint,
        name: &str,
        (line, other): (&Line, &Line),
        around: &mut Surroundings,
    ) -> Vec<Mark> {
        if name.is_empty() {
            return Vec::new();
        }
        // It stands where the line turns at first, or further on where the point of payback is there already.
        let first = if self.pays_back_early() { line.len().saturating_sub(3).max(1) } else { 1 };
        let order = (first..line.len()).chain((1..first).rev());
        let points: Vec<((f64, f64), f64)> =
            order.filter_map(|index| line.get(index).copied().zip(other.get(index).map(|(_, y)| *y))).collect();
        let side = |above: bool, (x, y): (f64, f64)| -> Vec<Place> {
            let at_left = (self.x.range.0 + 6.0).min(x);
            if above {
                vec![
                    ((at_left, y - 10.0), Anchor::Start),
                    ((x + 8.0, y - 6.0), Anchor::Start),
                    ((x, y - 10.0), Anchor::Middle),
                    ((x - 8.0, y - 6.0), Anchor::End),
                ]
            } else {
                vec![
                    ((x, y + 20.0), Anchor::Middle),
                    ((x - 8.0, y + 18.0), Anchor::End),
                    ((x + 8.0, y + 18.0), Anchor::Start),
                ]
            }
        };
        let outside = points.iter().flat_map(|(point, other)| side(point.1 <= *other, *point));
        let inside = points.iter().flat_map(|(point, other)| side(point.1 > *other, *point));
        let nearest = points.first().map(|(point, _)| *point).unwrap_or_default();
        let place = around.find(&[name], outside.chain(inside), Some(nearest));
        place.map(|place| names::marks(paint, &[name], place)).unwrap_or_default()
    }

    /// Whether the payback point is in the left third of the chart, where the names of the lines would be.
    fn pays_back_early(&self) -> bool {
        match self.payback_interpolated {
            Payback::Reached { years, .. } => years.to_f64().unwrap_or(f64::MAX) * 3.0 < self.x.domain.1,
            _ => false,
        }
    }

    /// The point where the line reaches zero, with its name. Empty where the line never does so, or only beyond the
    /// chart.
    fn payback_point(&self, explanation: &str, around: &mut Surroundings, words: Words) -> Vec<Mark> {
        let Payback::Reached { year, by_the_rest, .. } = self.payback_in_whole_years else { return Vec::new() };
        let Payback::Reached { years, .. } = self.payback_interpolated else { return Vec::new() };
        let years = years.to_f64().unwrap_or(f64::MAX);
        if years > self.x.domain.1 {
            return Vec::new();
        }
        let (x, y) = (self.x.at(years), self.y.at(0.0));
        around.taken.push(((x - 7.0, y - 7.0), (x + 7.0, y + 7.0)));
        let labels = words.labels();
        let name = format!("{} {year}", labels.chart.paid_back_in);
        let rest = self.rest;
        let first_line = format!("{name},");
        // Two short lines fit on a phone, where one long line does not.
        let (label, lines) = if by_the_rest {
            (format!("{name}, {rest}"), vec![first_line.as_str(), rest])
        } else {
            (name.clone(), vec![name.as_str()])
        };
        let marks = vec![
            Mark::Rect { paint: Paint::Target, at: (x - 14.0, y - 14.0), size: (28.0, 28.0) },
            Mark::Circle { paint: Paint::Point, at: (x, y), radius: 5.0 },
        ];
        let link = Mark::Link(Link { to: explanation.to_owned(), label, marks, is_repeated: false });
        let place = self.place_of_point_name((x, y), &lines, around);
        let name = place.map(|place| names::marks(Paint::PointName, &lines, place)).unwrap_or_default();
        [link].into_iter().chain(name).collect()
    }

    /// Where the name of the payback point stands: beside the point, or as near to it as it has room. `None` where it has none: the link
    /// of the point and the answer say it too.
    fn place_of_point_name(&self, (x, y): (f64, f64), lines: &[&str], around: &mut Surroundings) -> Option<Place> {
        let further_lines = super::float(lines.len().saturating_sub(1)) * LINE_HEIGHT;
        let (above, below) = (y - 10.0 - further_lines, y + 20.0);
        let (left, right) = ((x - 10.0, Anchor::End), (x + 10.0, Anchor::Start));
        // The reader's line falls from the upper left to the lower right.
        let beside = if x < self.x.range.1 * 0.6 {
            [(right, above), (left, below), (left, above), (right, below)]
        } else {
            [(left, below), (right, above), (left, above), (right, below)]
        };
        let further = (1..=STEPS)
            .map(|step| super::float(step) * LINE_HEIGHT)
            .flat_map(|away| beside.map(|(at, line)| (at, if line < y { line - away } else { line + away })));
        let places = beside.into_iter().chain(further).map(|((x, anchor), y)| ((x, y), anchor));
        around.find(lines, places, Some((x, y)))
    }
}
