//! How two drivers work together: the result at every point of a grid over the stretches that their sliders cover.

use super::value_steps::ValueSteps;
use crate::evaluate::{Cells, EvaluateError, Focus, Perspective, View};
use crate::money::Thousands;
use crate::note::{Driver, DriverIx, Variant, Year};
use crate::payback::{Convention, Payback, payback};
use crate::scenario::Scenario;
use crate::slider::Slider;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// How many values of each driver are on a map.
pub const SIDE: usize = 101;

/// The result over two drivers, everything else as in the scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The values along, in the unit of the first driver: [`SIDE`] of them, evenly spaced and rounded to what the screen
    /// shows. Whole numbers stand more than once where there are fewer of them.
    pub x: Vec<Decimal>,
    /// The values up, in the unit of the second driver.
    pub y: Vec<Decimal>,
    /// The results, row by row: all values of `x` for the first of `y`, then for the next.
    pub cells: Vec<Point>,
}

/// The result at one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Costs plus savings of all years; negative is a saving.
    pub net: Thousands,
    /// Payback by the document's convention, in years; 0 where nothing is to be paid back, `None` where it never is.
    pub years: Option<u32>,
}

impl Point {
    /// What a view comes to; its first column is the year `first`.
    #[must_use]
    pub fn of(view: &View, first: Year) -> Self {
        let years = match payback(view, first, Convention::FirstYear) {
            Payback::Reached { years, .. } => years.to_u32(),
            Payback::NoCosts => Some(0),
            Payback::Never | Payback::NoSavings => None,
        };
        Self { net: view.net.iter().copied().sum(), years }
    }

    /// The payback by the document's convention, for a view whose first column is the year `first`. Whether there are
    /// savings at all a point does not keep: without any it is [`Payback::Never`].
    #[must_use]
    pub fn payback(self, first: Year) -> Payback {
        match self.years {
            Some(0) => Payback::NoCosts,
            Some(years) => {
                Payback::Reached { years: years.into(), year: u32::from(first).saturating_add(years).saturating_sub(1) }
            }
            None => Payback::Never,
        }
    }
}

impl Grid {
    /// The point at a column and row.
    #[must_use]
    pub fn at(&self, column: usize, row: usize) -> Option<Point> {
        let before = row.checked_mul(self.x.len())?;
        let at = before.checked_add(Some(column).filter(|column| *column < self.x.len())?)?;
        self.cells.get(at).copied()
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

/// The position of the nearest of these ascending values, the middle one of those that are equally near.
fn nearest(values: &[Decimal], value: Decimal) -> Option<usize> {
    if value < *values.first()? || value > *values.last()? {
        return None;
    }
    let away = |other: &Decimal| other.checked_sub(value).map(|away| away.abs());
    let least = values.iter().filter_map(away).min()?;
    let is_nearest = |other: &Decimal| away(other) == Some(least);
    Some(values.iter().position(is_nearest)?.midpoint(values.iter().rposition(is_nearest)?))
}

/// The net and payback of this perspective at each point of two drivers. Where both are the same driver, the first
/// decides.
///
/// # Errors
/// [`EvaluateError::NoValue`] for a driver of another note, else as [`evaluate`](crate::evaluate::evaluate).
pub fn map(scenario: &Scenario<'_>, x: DriverIx, y: DriverIx, perspective: Perspective) -> Result<Grid, EvaluateError> {
    let variant = scenario.note().variant;
    let along = |ix: DriverIx| {
        let driver = variant.driver(ix).ok_or(EvaluateError::NoValue(ix))?;
        values(driver).ok_or(EvaluateError::OutOfBounds(ix))
    };
    let (columns, rows) = (along(x)?, along(y)?);
    let focus = Focus::new(scenario, perspective)?;
    // The driver that moves fewer cells moves at every point, the other once a row or column.
    let cells = if work(variant, x) <= work(variant, y) {
        points(focus, (y, &rows), (x, &columns))?
    } else {
        let by_column = points(focus, (x, &columns), (y, &rows))?;
        let row = |at: usize| by_column.iter().skip(at).step_by(rows.len().max(1)).copied();
        (0..rows.len()).flat_map(row).collect()
    };
    Ok(Grid { x: columns, y: rows, cells })
}

/// How many cells are computed when a driver moves; most where it also moves years.
fn work(variant: &Variant, ix: DriverIx) -> usize {
    if is_length(variant, ix) {
        usize::MAX
    } else {
        variant.lines.iter().map(|line| line.formula.phases_reading(ix)).sum()
    }
}

fn is_length(variant: &Variant, ix: DriverIx) -> bool {
    variant.efforts.iter().any(|effort| effort.length == ix)
}

/// The points of two drivers with their values, all values of the inner for each of the outer.
fn points(
    mut focus: Focus<'_>,
    (outer, outer_values): (DriverIx, &[Decimal]),
    (inner, inner_values): (DriverIx, &[Decimal]),
) -> Result<Vec<Point>, EvaluateError> {
    let variant = focus.scenario().note().variant;
    let lines = variant.lines.iter().enumerate().filter(|(_, line)| line.formula.phases_reading(inner) > 0);
    let (both, inner_only): (Vec<_>, Vec<_>) = lines.partition(|(_, line)| line.formula.phases_reading(outer) > 0);
    let both: Vec<usize> = both.into_iter().map(|(at, _)| at).collect();
    let inner_only: Vec<usize> = inner_only.into_iter().map(|(at, _)| at).collect();
    // What only the inner driver moves is the same for every value of the outer.
    let mut known: Vec<Vec<Cells>> = Vec::with_capacity(inner_values.len());
    for value in inner_values {
        focus.set(inner, *value)?;
        known.push(inner_only.iter().filter_map(|at| focus.part(*at)).collect());
    }
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
            for (at, part) in inner_only.iter().zip(known) {
                focus.put(*at, *part);
            }
            points.push(Point::of(focus.view(), variant.first));
        }
    }
    Ok(points)
}

/// The values of a driver that are on a map, in its unit.
fn values(driver: &Driver) -> Option<Vec<Decimal>> {
    let slider = Slider::of(driver);
    let steps = ValueSteps::of(driver.unit);
    let whole = slider.high.checked_sub(slider.low)?;
    let value = |at: usize| {
        let part = whole.checked_mul(Decimal::from(at))?.checked_div(Decimal::from(SIDE.checked_sub(1)?))?;
        let on_screen = slider.low.checked_add(part)?;
        steps.value(steps.within(on_screen.checked_div(driver.unit.scale())?)?)
    };
    (0..SIDE).map(value).collect()
}
