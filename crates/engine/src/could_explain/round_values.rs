//! The round values of a driver: those that somebody may have computed with.

use rust_decimal::Decimal;

use model::note::{Driver, Unit};

/// The most steps between zero and the highest value of a driver.
const MOST_STEPS: u32 = 150;

/// Round values from the lowest of the unit up to twice the document's value, or to the top of the range that the
/// document gives if that is higher. Shares go up to 100 per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RoundValues {
    unit: Unit,
    /// The highest value, as on screen.
    high: Decimal,
    /// The steps, as on screen, the coarsest first: 10, 5 and 1 per cent for shares. Every value is a multiple of the
    /// finest.
    steps: [Decimal; 3],
}

impl RoundValues {
    /// The round values of a driver; `None` if its value is too large to be doubled.
    pub(super) fn of(driver: &Driver) -> Option<Self> {
        let unit = driver.unit;
        let (_, highest) = unit.bounds();
        let wanted = match unit {
            Unit::Share => highest,
            _ if driver.value.is_zero() => Decimal::TEN.checked_div(unit.scale())?,
            _ => driver.value.checked_mul(Decimal::TWO)?,
        };
        let in_range = driver.range.as_ref().map_or(Decimal::ZERO, |range| range.high);
        let high = wanted.max(in_range).min(highest).checked_mul(unit.scale())?;
        // 1, 5, 10, 50, 100 …
        let mut factors = [Decimal::from(5), Decimal::TWO].into_iter().cycle();
        let mut finest = Decimal::try_new(1, unit.decimals()).ok()?;
        while high.checked_div(finest)? > Decimal::from(MOST_STEPS) {
            finest = finest.checked_mul(factors.next()?)?;
        }
        let coarser = finest.checked_mul(factors.next()?)?;
        let coarsest = coarser.checked_mul(factors.next()?)?;
        Some(Self { unit, high, steps: [coarsest, coarser, finest] })
    }

    /// Every value, in the driver's unit and in ascending order.
    pub(super) fn all(self) -> impl Iterator<Item = Decimal> {
        let [.., finest] = self.steps;
        let (lowest, _) = self.unit.bounds();
        let on_screen = (0..=MOST_STEPS).filter_map(move |steps| finest.checked_mul(Decimal::from(steps)));
        on_screen
            .take_while(move |value| *value <= self.high)
            .filter_map(move |value| value.checked_div(self.unit.scale()))
            .filter(move |value| *value >= lowest)
    }

    /// How round a value is: 0 for a multiple of the coarsest step, 1 and 2 for those of the finer ones, and 3 for all
    /// other values.
    pub(super) fn roundness(self, value: Decimal) -> usize {
        let is_multiple = |step: &Decimal| {
            let on_screen = value.checked_mul(self.unit.scale());
            on_screen.and_then(|value| value.checked_rem(*step)).is_some_and(|rest| rest.is_zero())
        };
        self.steps.iter().position(is_multiple).unwrap_or(self.steps.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::note::Reached;

    fn round(unit: Unit, value: Decimal) -> RoundValues {
        RoundValues::of(&Driver { unit, value, ..Driver::found_anyway(Reached::default()) }).unwrap()
    }

    fn shown(unit: Unit, value: Decimal) -> Vec<String> {
        round(unit, value).all().map(|value| value.normalize().to_string()).collect()
    }

    #[test]
    fn shares_are_whole_per_cents_and_tens_are_the_roundest() {
        let shares = round(Unit::Share, Decimal::new(125, 3));
        assert_eq!(shares.all().count(), 101);
        let roundness = |percent| shares.roundness(Decimal::new(percent, 3));
        assert_eq!([200, 150, 210, 125].map(roundness), [0, 1, 2, 3]);
    }

    #[test]
    fn other_values_go_up_to_twice_the_notes() {
        assert_eq!(shown(Unit::Years, Decimal::from(4)), ["1", "2", "3", "4", "5", "6", "7", "8"]);
        let citizens = shown(Unit::Citizens, Decimal::from(150));
        assert_eq!((citizens.len(), citizens[1].as_str(), citizens[60].as_str()), (61, "5", "300"));
        // A caseload is at least one citizen.
        assert_eq!(shown(Unit::CitizensPerPost, Decimal::from(25))[..3], ["1", "1.5", "2"]);
        // 159.000 kr.: from 0 to 318.000 in steps of 5.000. The model counts in 1.000 kr.
        assert_eq!(shown(Unit::CostPerPost, Decimal::from(159))[..3], ["0", "5", "10"]);
        assert_eq!(shown(Unit::Posts, Decimal::from(2)).len(), 81);
    }

    #[test]
    fn there_are_never_many() {
        for unit in [Unit::Citizens, Unit::Posts, Unit::CostPerPost, Unit::AmountPerYear, Unit::Factor, Unit::Years] {
            for value in [1, 7, 99, 5_000, 900_000] {
                let (low, high) = unit.bounds();
                let count = round(unit, Decimal::from(value).clamp(low, high)).all().count();
                assert!((1..=151).contains(&count), "{unit:?}, {value}: {count}");
            }
        }
    }
}
