//! The costs of two scenarios, year by year: the chart of a comparison in which adding up would say nothing.

use rust_decimal::Decimal;

use crate::marks::{Anchor, Drawing, Mark, Paint, Scale, coordinate};
use engine::compare::Pair;
use model::money::Thousands;
use model::note::Year;
use words::Words;

/// The most and the least height of the bars.
const HIGHEST: f64 = 200.0;
const LOWEST: f64 = 120.0;
/// The room above the bars for the amounts of the highest ones, and below them for the years.
const ABOVE: f64 = 24.0;
const BELOW: f64 = 24.0;
/// From one line of the key to the next, and the side of its squares.
const KEY_LINE: f64 = 22.0;
const KEY_SQUARE: f64 = 12.0;
/// The share of a column that its bars fill.
const FILLED: f64 = 0.8;

/// The chart: two bars for each year, the first scenario's filled and the second's outlined, on one scale. A scenario has no bar
/// in a year that is not in its table.
#[must_use]
pub fn costs_side_by_side(
    years: &[Year],
    costs: &Pair<Vec<Option<Thousands>>>,
    names: &Pair<String>,
    words: Words,
    (width, most_height): (f64, f64),
) -> Drawing {
    let both = [(Paint::Cost, &costs.left, &names.left), (Paint::NoteBar, &costs.right, &names.right)];
    let cells = || both.iter().flat_map(|(_, cells, _)| cells.iter().flatten());
    let most = cells().map(|cell| cell.get()).max().unwrap_or(0).max(1);
    let mut marks = key(&both, words, width);
    let top = super::float(both.len()) * KEY_LINE + ABOVE;
    let base = top + super::within(most_height, LOWEST, HIGHEST);
    let column = Scale { domain: (0.0, super::float(years.len().max(1))), range: (0.0, width) };
    let y = Scale { domain: (0.0, coordinate(most)), range: (base, top) };
    let bar_width = (column.at(FILLED) - column.at(0.0)) / 2.0;
    let amounts: Vec<(usize, usize, Paint, Thousands)> = both
        .iter()
        .enumerate()
        .flat_map(|(side, (paint, cells, _))| {
            let cells = cells.iter().enumerate();
            cells.filter_map(move |(index, cell)| Some((side, index, *paint, (*cell)?)))
        })
        .collect();
    // An amount has half a column, which is somewhat more than its bar.
    let half = column.at(0.5) - column.at(0.0);
    let decimals = decimals_that_fit(&cells(), half, words);
    marks.push(super::line(Paint::Zero, (0.0, base), (width, base)));
    for (side, index, paint, cell) in amounts {
        let left = column.at(super::float(index) + (1.0 - FILLED) / 2.0) + super::float(side) * bar_width;
        let top = y.at(coordinate(cell.get()));
        if cell > Thousands::ZERO {
            marks.push(Mark::Rect { paint, at: (left, top), size: (bar_width - 2.0, base - top) });
        }
        if let Some(decimals) = decimals {
            marks.push(Mark::Text {
                paint: Paint::Name,
                at: (column.at(super::float(index)) + (super::float(side) + 0.5) * half, top - 6.0),
                anchor: Anchor::Middle,
                words: words.locale().fixed(in_millions(cell), decimals),
            });
        }
    }
    let year_every = super::label_every(super::number_width("2018") + 8.0, column.at(1.0) - column.at(0.0));
    let labelled = years.iter().enumerate().filter(|(index, _)| index.is_multiple_of(year_every));
    marks.extend(labelled.map(|(index, year)| Mark::Text {
        paint: Paint::Label,
        at: (column.at(super::float(index) + 0.5), base + 18.0),
        anchor: Anchor::Middle,
        words: year.to_string(),
    }));
    Drawing { width, height: base + BELOW, marks }
}

/// What the two kinds of bars stand for, and the unit of the amounts.
fn key(both: &[(Paint, &Vec<Option<Thousands>>, &String)], words: Words, width: f64) -> Vec<Mark> {
    let unit = words.labels().chart.chart_unit.to_owned();
    let room = width - KEY_SQUARE - 8.0 - super::number_width(&unit);
    let mut marks = vec![Mark::Text { paint: Paint::Label, at: (width, 14.0), anchor: Anchor::End, words: unit }];
    for (index, (paint, _, name)) in both.iter().enumerate() {
        let top = super::float(index) * KEY_LINE + 3.0;
        marks.push(Mark::Rect { paint: *paint, at: (1.0, top), size: (KEY_SQUARE, KEY_SQUARE) });
        marks.push(Mark::Text {
            paint: Paint::Name,
            at: (KEY_SQUARE + 8.0, top + 11.0),
            anchor: Anchor::Start,
            words: super::shortened(name, room),
        });
    }
    marks
}

/// With how many decimals the amounts fit side by side in this `room` each; `None` where not even one does: two amounts that differ
/// must not read alike.
fn decimals_that_fit<'a>(
    amounts: &(impl Iterator<Item = &'a Thousands> + Clone),
    room: f64,
    words: Words,
) -> Option<u32> {
    let width = |decimals: u32| {
        let written: Vec<String> =
            amounts.clone().map(|amount| words.locale().fixed(in_millions(*amount), decimals)).collect();
        super::widest(&written)
    };
    (1..=2).rev().find(|decimals| width(*decimals) + 4.0 <= room)
}

fn in_millions(amount: Thousands) -> Decimal {
    amount.decimal().checked_div(Decimal::ONE_THOUSAND).unwrap_or_default()
}
