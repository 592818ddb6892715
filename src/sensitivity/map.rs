//! How two drivers work together: the result at every point of a grid over the stretches that their sliders cover.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use super::steps::Steps;
use crate::evaluate::{Cells, EvaluateError, Focus, Perspective};
use crate::money::Thousands;
use crate::note::{Driver, DriverIx, Rule};
use crate::payback::{Convention, Payback, payback};
use crate::scenario::Scenario;
use crate::slider::Slider;

/// How many values of each driver are on a map.
pub const SIDE: usize = 101;

/// The result over two drivers, everything else as in the scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Point {
    /// Costs plus savings of all years; negative is a saving.
    pub net: Thousands,
    /// Payback by the document's convention, in years; 0 where nothing is to be paid back, `None` where it never is.
    pub years: Option<u32>,
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

/// The net and payback of this perspective at each point of two drivers. Where both are the same driver, the second
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
    let mut focus = Focus::new(scenario, perspective)?;
    let reading = |wanted: &dyn Fn(&Rule) -> bool| -> Vec<usize> {
        variant.lines.iter().enumerate().filter(|(_, line)| wanted(&line.rule)).map(|(at, _)| at).collect()
    };
    // The cells of a line that reads the first driver and not the second are the same in every row.
    let first_only = reading(&|rule| rule.reads(x) && !rule.reads(y));
    let both = reading(&|rule| rule.reads(x) && rule.reads(y));
    let is_length = variant.efforts.iter().any(|effort| effort.length == x);
    let mut known: Vec<Vec<Cells>> = Vec::with_capacity(columns.len());
    for column in &columns {
        focus.set(x, *column)?;
        known.push(first_only.iter().filter_map(|at| focus.part(*at)).collect());
    }
    let mut cells = Vec::with_capacity(columns.len().saturating_mul(rows.len()));
    for row in &rows {
        focus.set(y, *row)?;
        for (column, known) in columns.iter().zip(&known) {
            if is_length {
                focus.set(x, *column)?;
            } else {
                focus.set_for(x, *column, &both)?;
            }
            for (at, part) in first_only.iter().zip(known) {
                focus.put(*at, *part);
            }
            cells.push(point(&mut focus));
        }
    }
    Ok(Grid { x: columns, y: rows, cells })
}

/// The values of a driver that are on a map, in its unit.
fn values(driver: &Driver) -> Option<Vec<Decimal>> {
    let slider = Slider::of(driver);
    let steps = Steps::of(driver.unit);
    let whole = slider.high.checked_sub(slider.low)?;
    let value = |at: usize| {
        let part = whole.checked_mul(Decimal::from(at))?.checked_div(Decimal::from(SIDE.checked_sub(1)?))?;
        let on_screen = slider.low.checked_add(part)?;
        steps.value(steps.within(on_screen.checked_div(driver.unit.scale())?)?)
    };
    (0..SIDE).map(value).collect()
}

fn point(focus: &mut Focus<'_>) -> Point {
    let first = focus.scenario().note().variant.first;
    let view = focus.view();
    let years = match payback(view, first, Convention::FirstYear) {
        Payback::Reached { years, .. } => years.to_u32(),
        Payback::NoCosts => Some(0),
        Payback::Never | Payback::NoSavings => None,
    };
    Point { net: view.net.iter().copied().sum(), years }
}
