//! The costs of each effort, year by year: the chart of a note without savings, where a line of added-up costs would say
//! nothing.

use rust_decimal::Decimal;

use crate::marks::{Anchor, Drawing, Mark, Paint, Scale, coordinate};
use engine::computed::Computed;
use model::evaluate::Perspective;
use model::money::Thousands;
use words::Words;

/// The height of the bars of a note with a single effort, and with several.
const ONE_ROW: f64 = 280.0;
const SEVERAL_ROWS: f64 = 150.0;
/// The height of the chart for which these are.
const HIGHEST: f64 = 400.0;
/// The share of their heights that bars have at least, however little room there is.
const LOWEST: f64 = 0.25;
/// The room above the bars for a row's name and for the amounts of its highest bars.
const ABOVE: f64 = 44.0;
/// The room below the last row for the years.
const BELOW: f64 = 24.0;
/// The share of a column that its bar fills.
const FILLED: f64 = 0.72;

/// The chart: a row for each effort that the perspective counts, with a bar and its amount for each year, on one scale for all rows. Where the reader's
/// amount differs, the note's is outlined.
#[must_use]
pub fn costs_by_year(
    now: &Computed<'_>,
    baseline: &Computed<'_>,
    perspective: Perspective,
    words: Words,
    (width, most_height): (f64, f64),
) -> Drawing {
    let variant = now.note().variant;
    let years = &now.outcome.years;
    let costs = |computed: &Computed<'_>, effort: usize| -> Vec<Thousands> {
        let cells = computed.outcome.efforts.get(effort).map(|effort| effort.costs.clone()).unwrap_or_default();
        (0..years.len()).map(|column| cells.get(column).copied().unwrap_or_default()).collect()
    };
    let rows: Vec<_> = variant
        .efforts
        .iter()
        .enumerate()
        .filter(|(index, _)| perspective.counts(*index))
        .map(|(index, effort)| (effort, costs(now, index), costs(baseline, index)))
        .collect();
    let highest = |cells: &[Thousands]| cells.iter().map(|cell| coordinate(cell.get())).fold(0.0, f64::max);
    let highest_of_note: Vec<f64> = rows.iter().map(|(_, _, note)| highest(note)).collect();
    let highest_now: Vec<f64> = rows.iter().map(|(_, now, note)| highest(now).max(highest(note))).collect();
    let height =
        if rows.len() > 1 { SEVERAL_ROWS } else { ONE_ROW } * super::within(most_height / HIGHEST, LOWEST, 1.0);
    // No row is higher than its own bars. All rows together are as high as those of the note, whatever the reader's amounts are,
    // or what is below the chart would move while a slider does.
    let room = height * highest_of_note.iter().sum::<f64>() / highest_of_note.iter().copied().fold(1.0, f64::max);
    let per_thousand = room / highest_now.iter().sum::<f64>().max(1.0);
    let column = Scale { domain: (0.0, super::float(years.len())), range: (0.0, width) };
    let bar_width = column.at(FILLED) - column.at(0.0);
    let (decimals, label_every) = amounts_that_fit(&rows.iter().flat_map(|(_, now, _)| now), column.at(1.0), words);
    let mut marks = Vec::new();
    let mut base = 0.0;
    for ((effort, now, note), highest) in rows.iter().zip(&highest_now) {
        let height = per_thousand * highest;
        base += ABOVE + height;
        let y = Scale { domain: (0.0, highest.max(1.0)), range: (base, base - height) };
        if rows.len() > 1 {
            let name = words.named(&effort.name).to_owned();
            marks.push(Mark::Text {
                paint: Paint::Name,
                at: (0.0, base - height - 26.0),
                anchor: Anchor::Start,
                words: name,
            });
        }
        marks.push(super::line(Paint::Zero, (0.0, base), (width, base)));
        for (index, (now, note)) in now.iter().zip(note).enumerate() {
            let left = column.at(super::float(index) + (1.0 - FILLED) / 2.0);
            let rect = |paint, cell: Thousands| {
                let top = y.at(coordinate(cell.get()));
                (cell > Thousands::ZERO).then_some(Mark::Rect { paint, at: (left, top), size: (bar_width, base - top) })
            };
            marks.extend(rect(Paint::Cost, *now));
            marks.extend(rect(Paint::NoteBar, *note).filter(|_| now != note));
            let top = y.at(coordinate((*now).max(*note).get()));
            if (*now == Thousands::ZERO && *note == Thousands::ZERO) || !index.is_multiple_of(label_every) {
                continue;
            }
            let amount = words.locale().fixed(in_millions(*now), decimals);
            let half = super::number_width(&amount) / 2.0;
            let middle = left + bar_width / 2.0;
            marks.push(Mark::Text {
                paint: Paint::Name,
                at: (middle.min(width - half).max(half), top - 6.0),
                anchor: Anchor::Middle,
                words: amount,
            });
        }
    }
    // A year at either end is wider than a narrow column.
    let year_width = super::number_width("2018") + 4.0;
    let year_every = super::label_every(1.5 * year_width, column.at(1.0) - column.at(0.0));
    let year = |(index, year): (usize, &u16)| {
        let middle = column.at(super::float(index) + 0.5).min(width - year_width / 2.0).max(year_width / 2.0);
        Mark::Text { paint: Paint::Label, at: (middle, base + 18.0), anchor: Anchor::Middle, words: year.to_string() }
    };
    marks.extend(years.iter().enumerate().filter(|(index, _)| index.is_multiple_of(year_every)).map(year));
    let outlined = rows.iter().any(|(_, now, note)| now != note).then(|| super::dashed(variant, words));
    let first_name = rows.first().filter(|_| rows.len() > 1).map(|(effort, ..)| words.named(&effort.name));
    let key = key_beside_unit(outlined, width - super::text_width(first_name.unwrap_or_default()), words);
    marks.push(Mark::Text { paint: Paint::Label, at: (width, 14.0), anchor: Anchor::End, words: key });
    Drawing { width, height: base + BELOW, marks }
}

/// The unit and, where there are outlines and room to say it, what they are.
fn key_beside_unit(outlined: Option<String>, room: f64, words: Words) -> String {
    let unit = words.labels().chart.chart_unit;
    let with_outline = outlined.map(|outlined| format!("{outlined}\u{a0}· {unit}"));
    with_outline.filter(|key| super::text_width(key) <= room).unwrap_or_else(|| unit.to_owned())
}

/// With how many decimals the amounts fit into their columns, and at every which column one is written: as many decimals as
/// there is room for, and fewer amounts only where not even whole millions fit.
fn amounts_that_fit<'a>(
    amounts: &(impl Iterator<Item = &'a Thousands> + Clone),
    column: f64,
    words: Words,
) -> (u32, usize) {
    const SPACE: f64 = 4.0;
    let width = |decimals: u32| {
        let written: Vec<String> =
            amounts.clone().map(|amount| words.locale().fixed(in_millions(*amount), decimals)).collect();
        super::widest(&written) + SPACE
    };
    let decimals = (0..=2).rev().find(|decimals| width(*decimals) <= column).unwrap_or(0);
    // The first amount begins at the edge of the chart, which brings it nearer to the second one.
    let moved = ((width(decimals) - column) / 2.0).max(0.0);
    (decimals, super::label_every(width(decimals) + moved, column))
}

fn in_millions(amount: Thousands) -> Decimal {
    amount.decimal().checked_div(Decimal::ONE_THOUSAND).unwrap_or_default()
}
