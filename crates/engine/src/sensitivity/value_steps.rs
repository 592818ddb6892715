//! The values that a driver can have on screen, counted in steps of the last digit that is shown.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use model::note::Unit;

/// The steps of a unit. 21,30 % is 2.130 steps, for example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ValueSteps {
    unit: Unit,
}

impl ValueSteps {
    pub(super) const fn of(unit: Unit) -> Self {
        Self { unit }
    }

    /// The value, in the unit, of a number of steps.
    pub(super) fn value(self, steps: i64) -> Option<Decimal> {
        let on_screen = Decimal::try_new(steps, self.unit.decimals()).ok()?;
        Some(on_screen.checked_div(self.unit.scale())?.normalize())
    }

    /// The number of steps nearest to a value. Halves are rounded away from zero.
    pub(super) fn nearest(self, value: Decimal) -> Option<i64> {
        let on_screen = value.checked_mul(self.unit.scale())?;
        let shown = on_screen.round_dp_with_strategy(self.unit.decimals(), RoundingStrategy::MidpointAwayFromZero);
        let finest = Decimal::from(10_i64.checked_pow(self.unit.decimals())?);
        shown.checked_mul(finest)?.to_i64()
    }

    /// The steps of the lowest and the highest value that the model accepts.
    pub(super) fn ends(self) -> Option<(i64, i64)> {
        let (low, high) = self.unit.bounds();
        Some((self.nearest(low)?, self.nearest(high)?))
    }

    /// The number of steps nearest to a value that is first moved within the bounds of the unit.
    pub(super) fn within(self, value: Decimal) -> Option<i64> {
        let (low, high) = self.ends()?;
        let (lowest, highest) = self.unit.bounds();
        Some(self.nearest(value.clamp(lowest, highest))?.clamp(low, high))
    }
}
