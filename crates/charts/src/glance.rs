//! The result at a glance: a small picture that stays in view on a phone while a driver moves. It has no axes and no links;
//! the large chart has them. Where a window is high it is high too, and says what it shows.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::cumulative::{drawn_years, point};
use crate::marks::{Anchor, Drawing, Mark, Paint, Scale, coordinate};
use crate::names::{self, Surroundings};
use engine::computed::Computed;
use engine::payback::{Convention, Payback, payback, projected};
use model::evaluate::{Perspective, View};
use model::money::Thousands;
use model::note::{Reached, Year};
use words::Words;

/// The least height of the picture.
pub const LEAST_HEIGHT: f64 = 65.0;
const TOP: f64 = 4.0;
/// Below the plot stand the years.
const BELOW: f64 = 18.0;
/// The least height of a ground that has its meaning written on it.
const ROOM_FOR_GROUND_NAME: f64 = 36.0;
/// How far a name reaches above and below its baseline, with some room around it.
const ABOVE_NAME: f64 = 15.0;
const BELOW_NAME: f64 = 6.0;
/// The room above the highest bar for its amount.
const ROOM_FOR_AMOUNT: f64 = 18.0;
/// The least height of a picture that names what is in it.
const ROOM_FOR_NAMES: f64 = 100.0;
/// The room for the point at either end, and above a line that never leaves the costs.
const SIDE: f64 = 8.0;

/// The picture of one perspective: the cumulative net on the grounds of spent and saved or, for a note without savings, the
/// costs of each year. The last argument is its width and its height.
#[must_use]
pub fn glance(
    (now, baseline): (&Computed<'_>, &Computed<'_>),
    perspective: Perspective,
    words: Words,
    (width, height): (f64, f64),
) -> Drawing {
    let views = now.outcome.view(perspective).zip(baseline.outcome.view(perspective));
    let marks = match views.zip(now.outcome.years.first()) {
        Some(((view, note), first)) => {
            let room = (width, height - BELOW);
            let (mut marks, years) = if perspective.states_savings(now.note().variant) {
                let horizon = now.scenario.horizon().years();
                let in_whole_years = payback(view, *first, Convention::FirstYear, horizon);
                let reached = perspective.reached(now.note().variant);
                let years = drawn_years((view, note), in_whole_years);
                (cumulative((view, note), (*first, horizon, reached), years, words, room), years)
            } else {
                (costs(view, note, words, room), now.outcome.years.len())
            };
            let last = usize::from(*first).saturating_add(years).saturating_sub(1);
            let label =
                |x, anchor, words: String| Mark::Text { paint: Paint::Label, at: (x, height - 3.0), anchor, words };
            marks.push(label(0.0, Anchor::Start, first.to_string()));
            marks.push(label(width, Anchor::End, last.to_string()));
            // Between the years.
            let key = super::dashed(now.note().variant, words);
            let room = width - 2.0 * (super::number_width("2018") + super::LETTER_WIDTH);
            if marks.iter().any(is_dashed) && super::text_width(&key) <= room {
                marks.push(label(width / 2.0, Anchor::Middle, key));
            }
            marks
        }
        None => Vec::new(),
    };
    Drawing { width, height, marks }
}

/// Whether a mark is the line or an outline of the note.
fn is_dashed(mark: &Mark) -> bool {
    matches!(mark, Mark::Path { paint: Paint::Note, .. } | Mark::Rect { paint: Paint::NoteBar, .. })
}

/// The cumulative net, from zero at the start of the first year to the end of the last one of these `years`, with the note's line
/// behind it and the point of payback.
fn cumulative(
    (now, baseline): (&View, &View),
    (first, horizon, reached): (Year, u32, &Reached),
    years: usize,
    words: Words,
    (width, bottom): (f64, f64),
) -> Vec<Mark> {
    let (ends, note_ends) = (projected(now, years), projected(baseline, years));
    let amounts = || ends.iter().chain(&note_ends).map(|end| coordinate(end.get())).chain([0.0]);
    let (lowest, highest) = (amounts().fold(0.0, f64::min), amounts().fold(0.0, f64::max));
    let x = Scale { domain: (0.0, super::float(years)), range: (SIDE, width - SIDE) };
    let top = if highest > 0.0 { TOP } else { SIDE };
    let y = Scale { domain: (lowest, highest.max(lowest + 1.0)), range: (bottom, top) };
    let points = |ends: &[Thousands]| -> Vec<(f64, f64)> {
        let end = |(index, end): (usize, &Thousands)| (x.at(super::float(index) + 1.0), y.at(coordinate(end.get())));
        std::iter::once((x.at(0.0), y.at(0.0))).chain(ends.iter().enumerate().map(end)).collect()
    };
    let zero = y.at(0.0);
    let ground = |paint, from: f64, to: f64| Mark::Rect { paint, at: (0.0, from), size: (width, to - from) };
    let mut marks = vec![
        ground(Paint::SpentGround, 0.0, zero),
        ground(Paint::SavedGround, zero, bottom + TOP),
        super::line(Paint::Zero, (0.0, zero), (width, zero)),
    ];
    if ends != note_ends {
        marks.push(Mark::Path { paint: Paint::Note, points: points(&note_ends) });
    }
    marks.push(Mark::Path { paint: Paint::Reader, points: points(&ends) });
    let at_paid_back = match point(now, first, horizon) {
        Payback::Reached { years: reached, .. } => reached.to_f64().filter(|reached| *reached <= super::float(years)),
        _ => None,
    };
    let at_paid_back = at_paid_back.map(|reached| (x.at(reached), zero));
    marks.extend(at_paid_back.map(|at| Mark::Circle { paint: Paint::Point, at, radius: 5.0 }));
    if bottom + BELOW >= ROOM_FOR_NAMES {
        let mut around = Surroundings {
            inside: ((SIDE, TOP), (width - SIDE, bottom + TOP)),
            lines: vec![points(&ends), points(&note_ends), vec![(0.0, zero), (width, zero)]],
            faint_lines: Vec::new(),
            taken: at_paid_back.map(|(x, y)| ((x - 7.0, y - 7.0), (x + 7.0, y + 7.0))).into_iter().collect(),
        };
        let paid_back = payback(now, first, Convention::FirstYear, horizon);
        marks.extend(at_paid_back.and_then(|at| point_name(at, (paid_back, reached), words, width, &mut around)));
        marks.extend(ground_names((zero, bottom + TOP), words, width, &mut around));
    }
    marks
}

/// What the two grounds mean, each at an end where no line is; nothing where there is no room.
fn ground_names((zero, bottom): (f64, f64), words: Words, width: f64, around: &mut Surroundings) -> Vec<Mark> {
    let labels = &words.labels().chart;
    let (left, right) = ((SIDE, Anchor::Start), (width - SIDE, Anchor::End));
    // The first place is that of a line that rises at first and falls at last.
    let grounds = [
        (zero, TOP + ABOVE_NAME, [right, left], labels.more_spent),
        (bottom - zero, bottom - BELOW_NAME, [left, right], labels.more_saved),
    ];
    let mark = |(_, y, ends, name): (f64, f64, [(f64, Anchor); 2], &str)| {
        let place = around.find(&[name], ends.map(|(x, anchor)| ((x, y), anchor)), None)?;
        Some(names::marks(Paint::Label, &[name], place))
    };
    grounds.into_iter().filter(|(room, ..)| *room >= ROOM_FOR_GROUND_NAME).filter_map(mark).flatten().collect()
}

/// The name of the point of payback: on the side where the line is not, or nothing where there is no room for it.
fn point_name(
    (x, zero): (f64, f64),
    (paid_back, reached): (Payback, &Reached),
    words: Words,
    width: f64,
    around: &mut Surroundings,
) -> Option<Mark> {
    let Payback::Reached { year, by_the_rest, .. } = paid_back else { return None };
    let labels = words.labels();
    let name = format!("{} {year}", labels.chart.paid_back_in);
    let name = if by_the_rest { format!("{name}, {}", words.by_the_rest(reached)) } else { name };
    let (below, above) = (((x - SIDE, zero + 20.0), Anchor::End), ((x + SIDE, zero - 10.0), Anchor::Start));
    let above_left = ((x - SIDE, zero - 10.0), Anchor::End);
    // The line falls from the upper left to the lower right, so the name goes to the lower left or to the upper right.
    let places = if x > width * 0.6 { [below, above, above_left] } else { [above, below, above_left] };
    let (at, anchor) = around.find(&[&name], places, None)?;
    Some(Mark::Text { paint: Paint::PointName, at, anchor, words: name })
}

/// A bar for the costs of each year; where the note's are others, they are outlined. Above them stand their amounts, or the one
/// amount that all of them have.
fn costs(now: &View, baseline: &View, words: Words, (width, bottom): (f64, f64)) -> Vec<Mark> {
    let most = now.costs.iter().chain(&baseline.costs).map(|cost| coordinate(cost.get())).fold(1.0, f64::max);
    let y = Scale { domain: (0.0, most), range: (bottom, TOP + ROOM_FOR_AMOUNT) };
    let column = width / super::float(now.costs.len().max(1));
    let bar = |paint, index: usize, cost: Thousands| {
        let top = y.at(coordinate(cost.get()));
        let at = (column * (super::float(index) + 0.1), top);
        Mark::Rect { paint, at, size: (column * 0.8, (bottom - top).max(0.0)) }
    };
    let mut marks = vec![super::line(Paint::Zero, (0.0, bottom), (width, bottom))];
    let years = || now.costs.iter().zip(&baseline.costs).enumerate();
    for (index, (cost, note)) in years() {
        marks.push(bar(Paint::Cost, index, *cost));
        marks.extend((cost != note).then(|| bar(Paint::NoteBar, index, *note)));
    }
    // An amount stands on its own bar, but not across the outline of the note's.
    let base = |cost: Thousands, note: Thousands| {
        let (top, note_top) = (y.at(coordinate(cost.get())), y.at(coordinate(note.get())));
        let is_near = (0.0..ROOM_FOR_AMOUNT).contains(&(top - note_top));
        (if is_near { note_top } else { top }) - 5.0
    };
    let amount = |x, y, words| Mark::Text { paint: Paint::Name, at: (x, y), anchor: Anchor::Middle, words };
    match one_amount(now, baseline, words, width) {
        Some((cost, note, words)) => marks.push(amount(width / 2.0, base(cost, note), words)),
        None => marks.extend(years().filter_map(|(index, (cost, note))| {
            let words = in_millions(*cost, column, words)?;
            Some(amount(column * (super::float(index) + 0.5), base(*cost, *note), words))
        })),
    }
    marks
}

/// What every year costs, by now and in the note, and how that reads; `None` where years differ or there is no room for it.
fn one_amount(now: &View, baseline: &View, words: Words, width: f64) -> Option<(Thousands, Thousands, String)> {
    let (cost, note) = (*now.costs.first()?, *baseline.costs.first()?);
    let is_same = now.costs.len() > 1
        && now.costs.iter().all(|other| *other == cost)
        && baseline.costs.iter().all(|other| *other == note);
    let said = format!("{}: {}", words.labels().figures.cost_a_year, words.millions(cost));
    let fits = super::text_width(&said) <= width;
    (is_same && fits).then_some((cost, note, said))
}

/// An amount in millions, with its unit where a column of this width has room for it; `None` where it has none for the number.
fn in_millions(amount: Thousands, column: f64, words: Words) -> Option<String> {
    let whole = words.millions(amount);
    if super::text_width(&whole) <= column {
        return Some(whole);
    }
    let millions = amount.decimal().checked_div(Decimal::ONE_THOUSAND).unwrap_or_default();
    let short = words.locale().rounded(millions, 1);
    (super::number_width(&short) <= column).then_some(short)
}
