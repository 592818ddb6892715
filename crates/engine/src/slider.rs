//! The range of values that a slider covers, and the steps it moves in. The field beside it accepts a wider range.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::nice_numbers::{nice_end, nice_step};
use model::note::{Driver, Unit};
use model::sums::{compared, least, minus, most, per, plus, times};

/// A slider. Its numbers are as on screen: per cent for shares, kroner for amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slider {
    /// The left end.
    pub low: Decimal,
    /// The right end.
    pub high: Decimal,
    /// The distance between two stops.
    pub step: Decimal,
    unit: Unit,
    baseline: Decimal,
}

/// How far the slider of an increase goes in each direction, in per cent.
const FURTHEST_INCREASE: i64 = 20;

/// How far the slider of a share goes that the documents take to be nothing, in per cent: so far that no example stands at its end.
const FURTHEST_SHARE: i64 = 50;

impl Slider {
    /// The slider of a driver. That of an increase goes as far down as up. Any other one starts at the lowest value of the unit, which is 0 or 1. It ends at twice the
    /// document's value, or at the top of the range that the document gives if that is higher, rounded up to a round
    /// number. It has at most some hundreds of steps.
    #[must_use]
    pub fn of(driver: &Driver) -> Self {
        let scale = driver.unit.scale();
        let on_screen = |value: Decimal| times(value, scale).unwrap_or(value);
        let baseline = on_screen(driver.value);
        let (lowest, highest) = driver.unit.bounds();
        let (lowest, highest) = (on_screen(lowest), on_screen(highest));
        if driver.unit == Unit::Increase {
            let (low, high) = (FURTHEST_INCREASE.saturating_neg(), FURTHEST_INCREASE);
            return Self { low: low.into(), high: high.into(), step: Decimal::new(5, 1), unit: driver.unit, baseline };
        }
        let smallest = match driver.unit {
            Unit::Posts => Decimal::from(5),
            Unit::Years => Decimal::TEN,
            _ => Decimal::ONE,
        };
        let twice = match driver.unit {
            Unit::Share if baseline.is_zero() => FURTHEST_SHARE.into(),
            _ if baseline.is_zero() => Decimal::TEN,
            _ => times(baseline, Decimal::TWO).unwrap_or(Decimal::MAX),
        };
        let range = driver.range.as_ref().map_or(Decimal::ZERO, |range| on_screen(range.high));
        let wanted = most(most(twice, range), smallest).ceil();
        let end = wanted.to_i64().map_or(i64::MAX, nice_end);
        let high = least(Decimal::from(end), highest);
        let step = match driver.unit {
            Unit::Posts | Unit::Share => Decimal::new(5, 1),
            Unit::Factor => Decimal::new(1, 2),
            _ => Decimal::from(nice_step(end / 500)),
        };
        Self { low: lowest, high, step, unit: driver.unit, baseline }
    }

    /// The stop nearest to a value, where the thumb is shown. The value is in the driver's unit, the stop as on screen.
    #[must_use]
    pub fn stop(&self, value: Decimal) -> Decimal {
        self.nearest_stop(self.within(value))
    }

    /// The value of a stop, in the driver's unit. The stop nearest to the document's value stands for exactly that
    /// value, so a reader can return to it with the slider.
    #[must_use]
    pub fn value(&self, stop: Decimal) -> Decimal {
        let on_screen = if stop == self.nearest_stop(self.baseline) { self.baseline } else { stop };
        per(on_screen, self.unit.scale()).unwrap_or(on_screen).normalize()
    }

    /// So many values from one end to the other, both included, as evenly as the stops allow. Each is given once.
    #[must_use]
    pub fn values(&self, count: u32) -> Vec<Decimal> {
        let span = minus(self.high, self.low);
        let intervals = Decimal::from(count.saturating_sub(1).max(1));
        let stop = |index: u32| {
            let share = per(Decimal::from(index), intervals)?;
            Some(least(self.nearest_stop(plus(self.low, times(span, share)?)), self.high))
        };
        let mut stops: Vec<Decimal> = (0..count).filter_map(stop).collect();
        stops.dedup();
        stops.into_iter().map(|stop| self.value(stop)).collect()
    }

    /// The position of a value in the driver's unit, from 0 at the left end to 1 at the right end. What lies beyond an end
    /// is at that end.
    #[must_use]
    pub fn position(&self, value: Decimal) -> Decimal {
        per(minus(self.within(value), self.low), minus(self.high, self.low)).unwrap_or_default()
    }

    /// Whether a value in the driver's unit lies on the slider.
    #[must_use]
    pub fn covers(&self, value: Decimal) -> bool {
        compared(self.within(value), times(value, self.unit.scale()).unwrap_or(value)).is_eq()
    }

    /// The position of the document's value on the slider, from 0 at the left end to 1 at the right end; `None` where
    /// the value is outside the slider.
    #[must_use]
    pub fn baseline_at(&self) -> Option<Decimal> {
        let position = per(minus(self.baseline, self.low), minus(self.high, self.low))?;
        (compared(position, Decimal::ZERO).is_ge() && compared(position, Decimal::ONE).is_le()).then_some(position)
    }

    /// A value in the driver's unit as on screen, at the nearer end where it lies beyond one.
    fn within(&self, value: Decimal) -> Decimal {
        least(most(times(value, self.unit.scale()).unwrap_or(value), self.low), self.high)
    }

    fn nearest_stop(&self, on_screen: Decimal) -> Decimal {
        let steps = per(minus(on_screen, self.low), self.step);
        let stop = steps.and_then(|steps| Some(plus(times(steps.round(), self.step)?, self.low)));
        stop.unwrap_or(on_screen).normalize()
    }
}
