//! Which driver moves the result most. One driver at a time goes from one end of its range to the other.

use super::value_steps::ValueSteps;
use crate::payback::{Convention, Payback, payback};
use model::evaluate::{EvaluateError, Focus, Perspective};
use model::money::Thousands;
use model::note::{Driver, DriverIx, Unit};
use model::ordered::by_key;
use model::scenario::Scenario;
use std::cmp::Reverse;

use rust_decimal::Decimal;

/// Where the range of a driver comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum From {
    /// The document gives a range. Where the reader's value lies outside it, it goes that far.
    Document,
    /// The document also names other values. The range goes from the lowest of all its values, and the reader's, to the highest.
    Alternatives,
    /// We assume a fifth below and above the current value and, where that is a share of zero, [`ABOVE_NO_SHARE`]. No document says so.
    Assumed,
}

/// How far a share goes that is zero, such as that of those who would have found a job anyway: a fifth of it says nothing.
const ABOVE_NO_SHARE: Decimal = Decimal::from_parts(10, 0, 0, false, 2);

/// What one driver does to the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// The driver's position in the note.
    pub ix: DriverIx,
    /// Where its range comes from.
    pub from: From,
    /// The result with the lower value. The net is not always the lower one.
    pub low: End,
    /// The result with the higher value.
    pub high: End,
    /// How far the net moves: its highest minus its lowest value at both ends and at the current value.
    pub swing: Thousands,
}

/// The result with a driver at one end of its range and everything else as in the scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// The driver's value, in its unit.
    pub value: Decimal,
    /// Costs plus savings of all years. A negative net is a gain.
    pub net: Thousands,
    /// Payback by the document's convention.
    pub payback: Payback,
    /// Payback, interpolated.
    pub interpolated: Payback,
}

/// Every driver of the note. The one that moves the net of this perspective most comes first. Drivers that move it
/// equally are in the note's order. The length of an effort is left out: with another length the years of the table are
/// others, and so is what the net is about.
///
/// An assumed end is within the bounds of its unit and rounded to what the screen shows. If rounding gives the current
/// value, the end is one step of the last digit away from it. Any other driver at zero than a share is left out, since a fifth of
/// zero is zero. So are the masters: what they move has bars already.
///
/// # Errors
/// As [`evaluate`](model::evaluate::evaluate).
pub fn tornado(scenario: &Scenario<'_>, perspective: Perspective) -> Result<Vec<Bar>, EvaluateError> {
    let mut focus = Focus::new(scenario, perspective)?;
    let now: Thousands = focus.view().net.iter().copied().sum();
    let mut bars = Vec::with_capacity(scenario.note().variant.drivers.len());
    for (ix, driver) in scenario.note().variant.drivers() {
        let value = scenario.value(ix).ok_or(EvaluateError::NoValue(ix))?;
        if scenario.note().variant.is_length(ix) || driver.is_master() {
            continue;
        }
        let (from, low, high) = ends(driver, value).ok_or(EvaluateError::OutOfBounds(ix))?;
        if low == high {
            continue;
        }
        // A copy for each end: a driver that is set no longer follows another, and posts may stay.
        let low = end(&mut focus.clone(), ix, low)?;
        let high = end(&mut focus.clone(), ix, high)?;
        let most = now.max(low.net).max(high.net);
        let least = now.min(low.net).min(high.net);
        bars.push(Bar { ix, from, low, high, swing: most.minus(least) });
    }
    Ok(by_key(bars, |bar| Reverse(bar.swing)))
}

/// The range of a driver, in its unit, and where it comes from.
fn ends(driver: &Driver, now: Decimal) -> Option<(From, Decimal, Decimal)> {
    let steps = ValueSteps::of(driver.unit);
    // The document's own value keeps all its digits.
    let accepted = |value| if value == driver.value { Some(value) } else { steps.value(steps.within(value)?) };
    // A bar goes from the reader's value to both ends. Where that lies beyond one of them, it is the end itself.
    let around_now = |low: Decimal, high: Decimal| Some((accepted(low.min(now))?, accepted(high.max(now))?));
    if let Some(range) = &driver.range {
        let (low, high) = around_now(range.low, range.high)?;
        return Some((From::Document, low, high));
    }
    if !driver.alternatives.is_empty() {
        let others = || driver.alternatives.iter().map(|other| other.value);
        let low = others().fold(driver.value, Decimal::min);
        let high = others().fold(driver.value, Decimal::max);
        let (low, high) = around_now(low, high)?;
        return Some((From::Alternatives, low, high));
    }
    if now.is_zero() {
        let high = if driver.unit == Unit::Share { ABOVE_NO_SHARE } else { now };
        return Some((From::Assumed, now, high));
    }
    let current = steps.nearest(now)?;
    let (lowest, highest) = steps.ends()?;
    let fifth = now.checked_div(Decimal::from(5))?;
    let below = steps.within(now.checked_sub(fifth)?)?.min(current.checked_sub(1)?).max(lowest);
    let above = steps.within(now.checked_add(fifth)?)?.max(current.checked_add(1)?).min(highest);
    Some((From::Assumed, steps.value(below)?, steps.value(above)?))
}

fn end(focus: &mut Focus<'_>, ix: DriverIx, value: Decimal) -> Result<End, EvaluateError> {
    let driver = focus.scenario().note().variant.driver(ix).ok_or(EvaluateError::NoValue(ix))?;
    let posts_stay = driver.alternatives.iter().any(|other| other.value == value && other.posts_stay);
    // At the reader's own value everything is as it is, also the posts.
    if focus.scenario().value(ix) != Some(value) {
        focus.set_documented(ix, value, posts_stay)?;
    }
    let first = focus.scenario().note().variant.first;
    let horizon = focus.scenario().horizon().years();
    let view = focus.view();
    Ok(End {
        value,
        net: view.net.iter().copied().sum(),
        payback: payback(view, first, Convention::FirstYear, horizon),
        interpolated: payback(view, first, Convention::Interpolated, horizon),
    })
}
