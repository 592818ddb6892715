//! How two drivers work together: the result at every point of a grid over the ranges of their sliders.

use super::value_steps::ValueSteps;
use crate::payback::{Convention, Payback, payback};
use crate::slider::Slider;
use model::evaluate::{Cells, EvaluateError, Focus, Perspective, View};
use model::money::Thousands;
use model::note::{Driver, DriverIx, Line, Phase, Variant, Year};
use model::scenario::Scenario;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// How many values of each driver are on a map.
pub const SIDE: usize = 101;

/// The results for the values of two drivers. Everything else is as in the scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The values across, in the unit of the first driver. There are [`SIDE`] of them, evenly spaced and rounded to
    /// what the screen shows. A value occurs more than once if the slider has fewer values than that.
    pub x: Vec<Decimal>,
    /// The values upwards, in the unit of the second driver.
    pub y: Vec<Decimal>,
    /// The horizon within which paybacks are looked for, in years.
    pub horizon: u32,
    /// The results, row by row: all values of `x` for the first of `y`, then for the next.
    pub cells: Vec<Point>,
}

/// The result at one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Costs plus savings of all years. A negative net is a gain.
    pub net: Thousands,
    /// Payback by the document's convention, in years: 0 if there is nothing to pay back, `None` if it does not come within
    /// the horizon.
    pub years: Option<u32>,
    /// Whether the payback comes only after the last year with costs.
    pub by_the_rest: bool,
}

impl Point {
    /// The result of a view whose first column is the year `first`.
    #[must_use]
    pub fn of(view: &View, first: Year, horizon: u32) -> Self {
        let (years, by_the_rest) = match payback(view, first, Convention::FirstYear, horizon) {
            Payback::Reached { years, by_the_rest, .. } => (years.to_u32(), by_the_rest),
            Payback::NoCosts => (Some(0), false),
            Payback::OnlyAfterwards | Payback::NotWithin { .. } | Payback::NoSavings => (None, false),
        };
        Self { net: view.net.iter().copied().sum(), years, by_the_rest }
    }

    /// The payback by the document's convention, for a view whose first column is the year `first`. A point does not
    /// store whether there are savings at all, nor whether they were ahead for a while. Without savings the answer is
    /// [`Payback::NotWithin`] the horizon.
    #[must_use]
    pub fn payback(self, first: Year, horizon: u32) -> Payback {
        match self.years {
            Some(0) => Payback::NoCosts,
            Some(years) => Payback::Reached {
                years: years.into(),
                year: u32::from(first).saturating_add(years).saturating_sub(1),
                by_the_rest: self.by_the_rest,
            },
            None => Payback::NotWithin { horizon, ahead: None },
        }
    }
}

impl Grid {
    /// The point at a column and row.
    #[must_use]
    pub fn at(&self, column: usize, row: usize) -> Option<Point> {
        let row_start = row.checked_mul(self.x.len())?;
        let index = row_start.checked_add(Some(column).filter(|column| *column < self.x.len())?)?;
        self.cells.get(index).copied()
    }

    /// The column nearest to a value of the first driver; `None` for a value beyond the map.
    #[must_use]
    pub fn nearest_x(&self, value: Decimal) -> Option<usize> {
        nearest(&self.x, value)
    }

    /// The row nearest to a value of the second driver; `None` for a value beyond the map.
    #[must_use]
    pub fn nearest_y(&self, value: Decimal) -> Option<usize> {
        nearest(&self.y, value)
    }
}

/// The position of the nearest of these ascending values. If several are equally near, the middle one.
fn nearest(values: &[Decimal], value: Decimal) -> Option<usize> {
    if value < *values.first()? || value > *values.last()? {
        return None;
    }
    let distance = |other: &Decimal| other.checked_sub(value).map(|difference| difference.abs());
    let shortest = values.iter().filter_map(distance).min()?;
    let is_nearest = |other: &Decimal| distance(other) == Some(shortest);
    Some(values.iter().position(is_nearest)?.midpoint(values.iter().rposition(is_nearest)?))
}

/// The net and payback of this perspective for each pair of values of two drivers. If both are the same driver, the
/// value of the first one counts.
///
/// # Errors
/// [`EvaluateError::NoValue`] for a driver that the note does not have, otherwise as
/// [`evaluate`](model::evaluate::evaluate).
pub fn map(scenario: &Scenario<'_>, x: DriverIx, y: DriverIx, perspective: Perspective) -> Result<Grid, EvaluateError> {
    let variant = scenario.note().variant;
    let values_of = |ix: DriverIx| {
        let driver = variant.driver(ix).ok_or(EvaluateError::NoValue(ix))?;
        values(driver).ok_or(EvaluateError::OutOfBounds(ix))
    };
    let (columns, rows) = (values_of(x)?, values_of(y)?);
    let focus = Focus::new(scenario, perspective)?;
    // The driver that moves fewer cells is set at every point. The other is set once for each row or column.
    let cells = if work(scenario, x) <= work(scenario, y) {
        points(focus, (y, &rows), (x, &columns))?
    } else {
        let by_column = points(focus, (x, &columns), (y, &rows))?;
        let row = |row_index: usize| by_column.iter().skip(row_index).step_by(rows.len().max(1)).copied();
        (0..rows.len()).flat_map(row).collect()
    };
    Ok(Grid { x: columns, y: rows, horizon: scenario.horizon().years(), cells })
}

/// How many cells are computed when a driver moves. A length moves the years too, so it counts as the most work.
fn work(scenario: &Scenario<'_>, ix: DriverIx) -> usize {
    let variant = scenario.note().variant;
    if is_length(variant, ix) {
        return usize::MAX;
    }
    let phases =
        |line: &Line| Phase::WITH_AMOUNTS.into_iter().filter(|phase| scenario.moves_in(ix, line, *phase)).count();
    variant.lines.iter().map(phases).sum()
}

fn is_length(variant: &Variant, ix: DriverIx) -> bool {
    variant.efforts.iter().any(|effort| effort.length == ix)
}

/// The results for the values of two drivers: for each value of the outer driver, all values of the inner one.
fn points(
    mut focus: Focus<'_>,
    (outer, outer_values): (DriverIx, &[Decimal]),
    (inner, inner_values): (DriverIx, &[Decimal]),
) -> Result<Vec<Point>, EvaluateError> {
    let variant = focus.scenario().note().variant;
    let scenario = focus.scenario().clone();
    let lines = variant.lines.iter().enumerate().filter(|(_, line)| scenario.moves(inner, line));
    let (both, inner_only): (Vec<_>, Vec<_>) = lines.partition(|(_, line)| scenario.moves(outer, line));
    let both: Vec<usize> = both.into_iter().map(|(line_index, _)| line_index).collect();
    let inner_only: Vec<usize> = inner_only.into_iter().map(|(line_index, _)| line_index).collect();
    // Lines that only read the inner driver have the same cells for every value of the outer one.
    let mut known: Vec<Vec<Cells>> = Vec::with_capacity(inner_values.len());
    for value in inner_values {
        focus.set(inner, *value)?;
        known.push(inner_only.iter().filter_map(|line_index| focus.part(*line_index)).collect());
    }
    let horizon = scenario.horizon().years();
    let moves_years = is_length(variant, inner);
    let mut points = Vec::with_capacity(outer_values.len().saturating_mul(inner_values.len()));
    for value in outer_values {
        focus.set(outer, *value)?;
        for (value, known) in inner_values.iter().zip(&known) {
            if moves_years {
                focus.set(inner, *value)?;
            } else {
                focus.set_for(inner, *value, &both)?;
            }
            for (line_index, part) in inner_only.iter().zip(known) {
                focus.put(*line_index, part.clone());
            }
            points.push(Point::of(focus.view(), variant.first, horizon));
        }
    }
    Ok(points)
}

/// The values of a driver that are on a map, in its unit.
fn values(driver: &Driver) -> Option<Vec<Decimal>> {
    let slider = Slider::of(driver);
    let steps = ValueSteps::of(driver.unit);
    let range = slider.high.checked_sub(slider.low)?;
    let value = |index: usize| {
        let above_low = range.checked_mul(Decimal::from(index))?.checked_div(Decimal::from(SIDE.checked_sub(1)?))?;
        let on_screen = slider.low.checked_add(above_low)?;
        steps.value(steps.within(on_screen.checked_div(driver.unit.scale())?)?)
    };
    (0..SIDE).map(value).collect()
}
