//! The cumulative chart: costs minus savings added up year by year, the point of payback, and the line of the note's
//! own values behind the reader's.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::marks::{Anchor, Drawing, Link, Mark, Paint, Scale, coordinate, ticks};
use engine::payback::{Convention, Payback, payback, projected};
use model::evaluate::View;
use model::money::Thousands;
use model::note::Year;
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
/// From one line of the point's name to the next.
const LINE_HEIGHT: f64 = 16.0;
/// How many lines further down that name may go where lines are in its way.
const STEPS_DOWN: usize = 4;

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
/// within which a payback is looked for, `names` are those of the reader's line and of the one behind it, or nothing, and
/// `explanation` is the link to the explanation of the payback. The last argument is the width, and the most height.
#[must_use]
pub fn cumulative(
    (now, baseline, band): (&View, &View, &[(Thousands, Thousands)]),
    (first, horizon): (Year, u32),
    names: (&str, &str),
    explanation: &str,
    words: Words,
    (width, most_height): (f64, f64),
) -> Cumulative {
    let plot = Plot::new((now, baseline, band), (first, horizon), words, (width, most_height));
    let mut marks = plot.grounds();
    marks.extend(plot.band());
    marks.extend(plot.axes(words));
    marks.extend(plot.ground_names(words));
    marks.extend(plot.lines(names));
    marks.extend(plot.payback_point(explanation, words));
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
}

impl Plot {
    fn new(
        (now, baseline, band): (&View, &View, &[(Thousands, Thousands)]),
        (first, horizon): (Year, u32),
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
        let height = (width * 0.55).clamp(LEAST_HEIGHT, most_height.max(LEAST_HEIGHT));
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

    /// What the two grounds mean, each in the corner that the line does not come to; nothing where there is no room.
    fn ground_names(&self, words: Words) -> Vec<Mark> {
        let labels = words.labels();
        let (left, right) = self.x.range;
        let (bottom, top) = self.y.range;
        let zero = self.y.at(0.0);
        let ends_above = self.now.last().is_some_and(|end| *end > Thousands::ZERO);
        let text = |room: f64, at, anchor, words: &str| {
            (room >= ROOM_FOR_GROUND_NAME).then(|| Mark::Text {
                paint: Paint::Label,
                at,
                anchor,
                words: words.to_owned(),
            })
        };
        let spent = if ends_above {
            ((left + 6.0, top + 16.0), Anchor::Start)
        } else {
            ((right - 6.0, top + 16.0), Anchor::End)
        };
        let spent = text(zero - top, spent.0, spent.1, labels.chart.more_spent);
        let saved = text(bottom - zero, (left + 6.0, bottom - 8.0), Anchor::Start, labels.chart.more_saved);
        spent.into_iter().chain(saved).collect()
    }

    /// The area between the lowest and the highest line of the documents' own ranges; `None` where they give none.
    fn band(&self) -> Option<Mark> {
        if self.band.is_empty() {
            return None;
        }
        let (low, high): (Vec<Thousands>, Vec<Thousands>) = self.band.iter().copied().unzip();
        let mut points = self.points(&high);
        points.extend(self.points(&low).into_iter().rev());
        Some(Mark::Path { paint: Paint::Band, points })
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

    fn lines(&self, (name, baseline_name): (&str, &str)) -> Vec<Mark> {
        let (now, baseline) = (self.points(&self.now), self.points(&self.baseline));
        // The name of a line is written at the end of the first year, where the line turns. It is above the upper line
        // and below the lower one. Where the payback point is there already, the names move to a later year. The line falls
        // there, so the one above it goes to the right of its point, and the one below it to the left.
        let name_point = |points: &[(f64, f64)]| {
            let index = if self.pays_back_early() { points.len().saturating_sub(3).max(1) } else { 1 };
            points.get(index).copied().unwrap_or_default()
        };
        let (now_point, baseline_point) = (name_point(&now), name_point(&baseline));
        let name_mark = |paint: Paint, name: &str, (x, y): (f64, f64), is_upper: bool| {
            let (x, y, anchor) = match (is_upper, self.pays_back_early()) {
                (true, false) => (self.x.range.0 + 6.0, y - 10.0, Anchor::Start),
                (true, true) => (x + 8.0, y - 6.0, Anchor::Start),
                (false, false) => (x, y + 20.0, Anchor::Middle),
                (false, true) => (x - 8.0, y + 18.0, Anchor::End),
            };
            let place = (x, y.clamp(TOP - 14.0, self.height - BOTTOM - 6.0));
            Mark::Text { paint, at: place, anchor, words: name.to_owned() }
        };
        let is_upper = now_point.1 <= baseline_point.1;
        let mut marks = Vec::new();
        if self.differs() {
            marks.push(Mark::Path { paint: Paint::Note, points: baseline });
            marks.push(name_mark(Paint::Label, baseline_name, baseline_point, !is_upper));
        }
        marks.push(Mark::Path { paint: Paint::Reader, points: now });
        let name = if self.differs() { name } else { baseline_name };
        // Where there is no other line, this one needs no name.
        marks.extend((!name.is_empty()).then(|| name_mark(Paint::Name, name, now_point, is_upper)));
        marks
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
    fn payback_point(&self, explanation: &str, words: Words) -> Vec<Mark> {
        let Payback::Reached { year, by_the_rest, .. } = self.payback_in_whole_years else { return Vec::new() };
        let Payback::Reached { years, .. } = self.payback_interpolated else { return Vec::new() };
        let years = years.to_f64().unwrap_or(f64::MAX);
        if years > self.x.domain.1 {
            return Vec::new();
        }
        let (x, y) = (self.x.at(years), self.y.at(0.0));
        let labels = words.labels();
        let name = format!("{} {year}", labels.chart.paid_back_in);
        // Two short lines fit on a phone, where one long line does not.
        let (name, lines) = if by_the_rest {
            let rest = labels.figures.by_the_rest;
            (format!("{name}, {rest}"), vec![format!("{name},"), rest.to_owned()])
        } else {
            (name.clone(), vec![name])
        };
        let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or_default();
        let width = super::float(longest) * super::LETTER_WIDTH;
        let (name_place, anchor) = self.place_of_point_name((x, y), (width, super::float(lines.len()) * LINE_HEIGHT));
        let above = if name_place.1 < y { super::float(lines.len().saturating_sub(1)) * LINE_HEIGHT } else { 0.0 };
        let line = |(index, words): (usize, String)| {
            let at = (name_place.0, name_place.1 - above + super::float(index) * LINE_HEIGHT);
            Mark::Text { paint: Paint::PointName, at, anchor, words }
        };
        let marks = vec![
            Mark::Rect { paint: Paint::Target, at: (x - 14.0, y - 14.0), size: (28.0, 28.0) },
            Mark::Circle { paint: Paint::Point, at: (x, y), radius: 5.0 },
        ];
        let link = Mark::Link(Link { to: explanation.to_owned(), label: name, marks, is_repeated: false });
        [link].into_iter().chain(lines.into_iter().enumerate().map(line)).collect()
    }
    /// Where the name of the payback point stands, which is this wide and high: beside the point, and on no line if it can be helped.
    fn place_of_point_name(&self, (x, y): (f64, f64), (width, height): (f64, f64)) -> ((f64, f64), Anchor) {
        let upper_right = ((x + 10.0, y - 10.0), Anchor::Start);
        if x < self.x.range.0 + ROOM_FOR_UNIT && y < TOP + ROOM_FOR_UNIT {
            // The unit of the axis is in the upper left corner. The name starts to the right of it.
            return ((x + ROOM_FOR_UNIT, y - 10.0), Anchor::Start);
        }
        let lower_left = ((x - 10.0, y + 20.0), Anchor::End);
        // The reader's line falls from the upper left to the lower right.
        let [first, second] =
            if x < self.x.range.1 * 0.6 { [upper_right, lower_left] } else { [lower_left, upper_right] };
        let above = ((x - 10.0, y - 10.0), Anchor::End);
        let lower = (1..=STEPS_DOWN).map(|step| ((x - 10.0, y + 20.0 + super::float(step) * LINE_HEIGHT), Anchor::End));
        let lines = [self.points(&self.now), self.points(&self.baseline)];
        let is_free = |((name_x, name_y), anchor): &((f64, f64), Anchor)| {
            let left = if *anchor == Anchor::Start { *name_x } else { *name_x - width };
            let top = if *name_y < y { *name_y - height } else { *name_y - LINE_HEIGHT };
            let is_inside =
                left >= self.x.range.0 && left + width <= self.x.range.1 + RIGHT && top + height <= self.y.range.0;
            is_inside && !lines.iter().any(|points| crosses(points, (left, top), (width, height)))
        };
        [first, second, above].into_iter().chain(lower).find(is_free).unwrap_or(first)
    }
}

/// Whether a line from left to right goes through a rectangle with this upper left corner and this size.
fn crosses(points: &[(f64, f64)], (left, top): (f64, f64), (width, height): (f64, f64)) -> bool {
    points.iter().zip(points.iter().skip(1)).any(|(from, to)| {
        let (start, end) = (from.0.max(left), to.0.min(left + width));
        let at = |x: f64| from.1 + (to.1 - from.1) * (x - from.0) / (to.0 - from.0);
        start < end && at(start).min(at(end)) <= top + height && at(start).max(at(end)) >= top
    })
}
