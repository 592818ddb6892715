//! The result at a glance: a small picture that stays in view on a phone while a driver moves. It has no axes and no links;
//! the large chart has them.

use rust_decimal::prelude::ToPrimitive;

use crate::marks::{Anchor, Drawing, Mark, Paint, Scale, coordinate};
use engine::computed::Computed;
use engine::payback::{Convention, Payback, payback, projected};
use model::evaluate::{Perspective, View};
use model::money::Thousands;
use model::note::Year;

const HEIGHT: f64 = 68.0;
const TOP: f64 = 4.0;
const BOTTOM: f64 = 50.0;
/// The room for the point at either end.
const SIDE: f64 = 8.0;

/// The picture of one perspective: the cumulative net on the grounds of spent and saved or, for a note without savings, the
/// costs of each year.
#[must_use]
pub fn glance(now: &Computed<'_>, baseline: &Computed<'_>, perspective: Perspective, width: f64) -> Drawing {
    let years = now.outcome.years.first().zip(now.outcome.years.last());
    let views = now.outcome.view(perspective).zip(baseline.outcome.view(perspective));
    let marks = match views.zip(years) {
        Some(((view, note), (first, last))) => {
            let mut marks = if perspective.states_savings(now.note().variant) {
                cumulative(view, note, (*first, now.scenario.horizon().years()), width)
            } else {
                costs(view, note, width)
            };
            let label =
                |x, anchor, words: String| Mark::Text { paint: Paint::Label, at: (x, HEIGHT - 3.0), anchor, words };
            marks.push(label(0.0, Anchor::Start, first.to_string()));
            marks.push(label(width, Anchor::End, last.to_string()));
            marks
        }
        None => Vec::new(),
    };
    Drawing { width, height: HEIGHT, marks }
}

/// The cumulative net, from zero at the start of the first year to the end of the last one, with the note's line behind it
/// and the point of payback.
fn cumulative(now: &View, baseline: &View, (first, horizon): (Year, u32), width: f64) -> Vec<Mark> {
    let years = now.cumulative.len().max(baseline.cumulative.len());
    let (ends, note_ends) = (projected(now, years), projected(baseline, years));
    let amounts = || ends.iter().chain(&note_ends).map(|end| coordinate(end.get())).chain([0.0]);
    let (lowest, highest) = (amounts().fold(0.0, f64::min), amounts().fold(0.0, f64::max));
    let x = Scale { domain: (0.0, super::float(years)), range: (SIDE, width - SIDE) };
    let y = Scale { domain: (lowest, highest.max(lowest + 1.0)), range: (BOTTOM, TOP) };
    let points = |ends: &[Thousands]| -> Vec<(f64, f64)> {
        let end = |(index, end): (usize, &Thousands)| (x.at(super::float(index) + 1.0), y.at(coordinate(end.get())));
        std::iter::once((x.at(0.0), y.at(0.0))).chain(ends.iter().enumerate().map(end)).collect()
    };
    let zero = y.at(0.0);
    let ground = |paint, from: f64, to: f64| Mark::Rect { paint, at: (0.0, from), size: (width, to - from) };
    let mut marks = vec![
        ground(Paint::SpentGround, 0.0, zero),
        ground(Paint::SavedGround, zero, BOTTOM + TOP),
        super::line(Paint::Zero, (0.0, zero), (width, zero)),
    ];
    if ends != note_ends {
        marks.push(Mark::Path { paint: Paint::Note, points: points(&note_ends) });
    }
    marks.push(Mark::Path { paint: Paint::Reader, points: points(&ends) });
    let at_paid_back = match payback(now, first, Convention::Interpolated, horizon) {
        Payback::Reached { years: reached, .. } => reached.to_f64().filter(|reached| *reached <= super::float(years)),
        _ => None,
    };
    marks.extend(at_paid_back.map(|reached| Mark::Circle {
        paint: Paint::Point,
        at: (x.at(reached), zero),
        radius: 5.0,
    }));
    marks
}

/// A bar for the costs of each year; where the note's are others, they are outlined.
fn costs(now: &View, baseline: &View, width: f64) -> Vec<Mark> {
    let most = now.costs.iter().chain(&baseline.costs).map(|cost| coordinate(cost.get())).fold(1.0, f64::max);
    let y = Scale { domain: (0.0, most), range: (BOTTOM, TOP) };
    let column = width / super::float(now.costs.len().max(1));
    let bar = |paint, index: usize, cost: Thousands| {
        let top = y.at(coordinate(cost.get()));
        let at = (column * (super::float(index) + 0.1), top);
        Mark::Rect { paint, at, size: (column * 0.8, (BOTTOM - top).max(0.0)) }
    };
    let mut marks = vec![super::line(Paint::Zero, (0.0, BOTTOM), (width, BOTTOM))];
    for (index, (cost, note)) in now.costs.iter().zip(&baseline.costs).enumerate() {
        marks.push(bar(Paint::Cost, index, *cost));
        marks.extend((cost != note).then(|| bar(Paint::NoteBar, index, *note)));
    }
    marks
}
