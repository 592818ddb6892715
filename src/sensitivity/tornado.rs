//! Which driver moves the result most: each by itself from one end of its range to the other.

use super::value_steps::ValueSteps;
use crate::evaluate::{EvaluateError, Focus, Perspective};
use crate::money::Thousands;
use crate::note::{Driver, DriverIx};
use crate::payback::{Convention, Payback, payback};
use crate::scenario::Scenario;
use rust_decimal::Decimal;

/// Who says between which values a driver is varied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum From {
    /// The document gives a range.
    Document,
    /// The document has other values beside its own: the lowest and highest of them all.
    Alternatives,
    /// We do: a fifth below and above the value in force. No document says so.
    Assumed,
}

/// What one driver does to the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// Position of the driver.
    pub ix: DriverIx,
    /// Where its two ends come from.
    pub from: From,
    /// With the lower value; not always the lower net.
    pub low: End,
    /// With the higher value.
    pub high: End,
    /// How far the net moves: the highest less the lowest of the net at both ends and at the value in force.
    pub swing: Thousands,
}

/// The result with a driver at one end of its range and everything else as in the scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// The driver's value, in its unit.
    pub value: Decimal,
    /// Costs plus savings of all years; negative is a saving.
    pub net: Thousands,
    /// Payback by the document's convention.
    pub payback: Payback,
    /// The same, interpolated.
    pub interpolated: Payback,
}

/// Every driver of the note, the one that moves the net of this perspective most first; those that move it alike in the
/// note's order.
///
/// An assumed end is within the bounds of its unit and rounded to what the screen shows. Where that leaves no difference
/// it is one step of the last digit away, but a driver at zero stays there: a fifth of nothing is nothing.
///
/// # Errors
/// As [`evaluate`](crate::evaluate::evaluate).
pub fn tornado(scenario: &Scenario<'_>, perspective: Perspective) -> Result<Vec<Bar>, EvaluateError> {
    let mut focus = Focus::new(scenario, perspective)?;
    let now: Thousands = focus.view().net.iter().copied().sum();
    let mut bars = Vec::with_capacity(scenario.note().variant.drivers.len());
    for (ix, driver) in scenario.note().variant.drivers() {
        let value = scenario.value(ix).ok_or(EvaluateError::NoValue(ix))?;
        let (from, low, high) = ends(driver, value).ok_or(EvaluateError::OutOfBounds(ix))?;
        let low = end(&mut focus, ix, low)?;
        let high = end(&mut focus, ix, high)?;
        focus.set(ix, value)?;
        let most = now.max(low.net).max(high.net);
        let least = now.min(low.net).min(high.net);
        bars.push(Bar { ix, from, low, high, swing: most.minus(least) });
    }
    // A stable sort: ties stay in the note's order.
    bars.sort_by_key(|bar| std::cmp::Reverse(bar.swing));
    Ok(bars)
}

/// Between which values the driver is varied, in its unit.
fn ends(driver: &Driver, now: Decimal) -> Option<(From, Decimal, Decimal)> {
    let steps = ValueSteps::of(driver.unit);
    // The document's own value is accepted with all its digits.
    let accepted = |value| if value == driver.value { Some(value) } else { steps.value(steps.within(value)?) };
    if let Some(range) = &driver.range {
        return Some((From::Document, accepted(range.low)?, accepted(range.high)?));
    }
    if !driver.alternatives.is_empty() {
        let others = || driver.alternatives.iter().map(|other| other.value);
        let low = others().fold(driver.value, Decimal::min);
        let high = others().fold(driver.value, Decimal::max);
        return Some((From::Alternatives, accepted(low)?, accepted(high)?));
    }
    if now.is_zero() {
        return Some((From::Assumed, now, now));
    }
    let here = steps.nearest(now)?;
    let (lowest, highest) = steps.ends()?;
    let fifth = now.checked_div(Decimal::from(5))?;
    let below = steps.within(now.checked_sub(fifth)?)?.min(here.checked_sub(1)?).max(lowest);
    let above = steps.within(now.checked_add(fifth)?)?.max(here.checked_add(1)?).min(highest);
    Some((From::Assumed, steps.value(below)?, steps.value(above)?))
}

fn end(focus: &mut Focus<'_>, ix: DriverIx, value: Decimal) -> Result<End, EvaluateError> {
    focus.set(ix, value)?;
    let first = focus.scenario().note().variant.first;
    let view = focus.view();
    Ok(End {
        value,
        net: view.net.iter().copied().sum(),
        payback: payback(view, first, Convention::FirstYear),
        interpolated: payback(view, first, Convention::Interpolated),
    })
}
