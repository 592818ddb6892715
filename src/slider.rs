//! The stretch of values that a slider covers and the steps it takes. The field beside it accepts more.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::chart::{nice_end, nice_step};
use crate::note::{Driver, Unit};

/// A slider: its ends and step, as numbers on screen (per cent, kroner).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slider {
    /// Its left end.
    pub low: Decimal,
    /// Its right end.
    pub high: Decimal,
    /// From one stop to the next.
    pub step: Decimal,
    unit: Unit,
    baseline: Decimal,
}

impl Slider {
    /// From nothing (or one) to twice the document's value or the top of the range it gives, rounded up to a round
    /// number, in some hundreds of round steps at most.
    #[must_use]
    pub fn of(driver: &Driver) -> Self {
        let scale = driver.unit.scale();
        let on_screen = |value: Decimal| value.checked_mul(scale).unwrap_or(value);
        let baseline = on_screen(driver.value);
        let (lowest, highest) = driver.unit.bounds();
        let (lowest, highest) = (on_screen(lowest), on_screen(highest));
        let least = match driver.unit {
            Unit::Posts => Decimal::from(5),
            Unit::Years => Decimal::TEN,
            _ => Decimal::ONE,
        };
        let twice = if baseline.is_zero() { Decimal::TEN } else { baseline.saturating_mul(Decimal::TWO) };
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

    /// Where the thumb stands for a value in the driver's unit: the nearest stop. As a number on screen.
    #[must_use]
    pub fn stop(&self, value: Decimal) -> Decimal {
        let on_screen = value.checked_mul(self.unit.scale()).unwrap_or(value);
        self.nearest(on_screen.clamp(self.low, self.high))
    }

    /// The value, in the driver's unit, that a stop stands for. The stop nearest to the document's value is that value,
    /// so that a slider leads back to it exactly.
    #[must_use]
    pub fn value(&self, stop: Decimal) -> Decimal {
        let on_screen = if stop == self.nearest(self.baseline) { self.baseline } else { stop };
        on_screen.checked_div(self.unit.scale()).unwrap_or(on_screen).normalize()
    }

    /// Where along the slider the document's value is, from 0 at its left end to 1 at its right.
    #[must_use]
    pub fn baseline_at(&self) -> Option<Decimal> {
        let along = self.baseline.checked_sub(self.low)?.checked_div(self.high.checked_sub(self.low)?)?;
        (Decimal::ZERO..=Decimal::ONE).contains(&along).then_some(along)
    }

    fn nearest(&self, on_screen: Decimal) -> Decimal {
        let steps = on_screen.checked_sub(self.low).and_then(|above| above.checked_div(self.step));
        let stop = steps.and_then(|steps| steps.round().checked_mul(self.step)?.checked_add(self.low));
        stop.unwrap_or(on_screen).normalize()
    }
}
