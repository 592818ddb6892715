//! The range of values that a slider covers, and the steps it moves in. The field beside it accepts a wider range.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::nice_numbers::{nice_end, nice_step};
use model::note::{Driver, Unit};

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
        let on_screen = |value: Decimal| value.checked_mul(scale).unwrap_or(value);
        let baseline = on_screen(driver.value);
        let (lowest, highest) = driver.unit.bounds();
        let (lowest, highest) = (on_screen(lowest), on_screen(highest));
        if driver.unit == Unit::Increase {
            let (low, high) = (FURTHEST_INCREASE.saturating_neg(), FURTHEST_INCREASE);
            return Self { low: low.into(), high: high.into(), step: Decimal::new(5, 1), unit: driver.unit, baseline };
        }
        let least = match driver.unit {
            Unit::Posts => Decimal::from(5),
            Unit::Years => Decimal::TEN,
            _ => Decimal::ONE,
        };
        let twice = match driver.unit {
            Unit::Share if baseline.is_zero() => FURTHEST_SHARE.into(),
            _ if baseline.is_zero() => Decimal::TEN,
            _ => baseline.saturating_mul(Decimal::TWO),
        };
        let range = driver.range.as_ref().map_or(Decimal::ZERO, |range| on_screen(range.high));
        let wanted = twice.max(range).max(least).ceil();
        let end = wanted.to_i64().map_or(i64::MAX, nice_end);
        let high = Decimal::from(end).min(highest);
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
        let on_screen = value.checked_mul(self.unit.scale()).unwrap_or(value);
        self.nearest_stop(on_screen.clamp(self.low, self.high))
    }

    /// The value of a stop, in the driver's unit. The stop nearest to the document's value stands for exactly that
    /// value, so a reader can return to it with the slider.
    #[must_use]
    pub fn value(&self, stop: Decimal) -> Decimal {
        let on_screen = if stop == self.nearest_stop(self.baseline) { self.baseline } else { stop };
        on_screen.checked_div(self.unit.scale()).unwrap_or(on_screen).normalize()
    }

    /// So many values from one end to the other, both included, as evenly as the stops allow. Each is given once.
    #[must_use]
    pub fn values(&self, count: u32) -> Vec<Decimal> {
        let span = self.high.saturating_sub(self.low);
        let intervals = Decimal::from(count.saturating_sub(1).max(1));
        let stop = |index: u32| {
            let share = Decimal::from(index).checked_div(intervals)?;
            Some(self.nearest_stop(self.low.checked_add(span.checked_mul(share)?)?).min(self.high))
        };
        let mut stops: Vec<Decimal> = (0..count).filter_map(stop).collect();
        stops.dedup();
        stops.into_iter().map(|stop| self.value(stop)).collect()
    }

    /// The position of a value in the driver's unit, from 0 at the left end to 1 at the right end. What lies beyond an end
    /// is at that end.
    #[must_use]
    pub fn position(&self, value: Decimal) -> Decimal {
        let on_screen = value.checked_mul(self.unit.scale()).unwrap_or(value).clamp(self.low, self.high);
        let above_low = on_screen.saturating_sub(self.low);
        above_low.checked_div(self.high.saturating_sub(self.low)).unwrap_or_default()
    }

    /// Whether a value in the driver's unit lies on the slider.
    #[must_use]
    pub fn covers(&self, value: Decimal) -> bool {
        let on_screen = value.checked_mul(self.unit.scale()).unwrap_or(value);
        (self.low..=self.high).contains(&on_screen)
    }

    /// The position of the document's value on the slider, from 0 at the left end to 1 at the right end; `None` where
    /// the value is outside the slider.
    #[must_use]
    pub fn baseline_at(&self) -> Option<Decimal> {
        let position = self.baseline.checked_sub(self.low)?.checked_div(self.high.checked_sub(self.low)?)?;
        (Decimal::ZERO..=Decimal::ONE).contains(&position).then_some(position)
    }

    fn nearest_stop(&self, on_screen: Decimal) -> Decimal {
        let steps = on_screen.checked_sub(self.low).and_then(|above_low| above_low.checked_div(self.step));
        let stop = steps.and_then(|steps| steps.round().checked_mul(self.step)?.checked_add(self.low));
        stop.unwrap_or(on_screen).normalize()
    }
}
