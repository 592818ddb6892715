//! What an answer hangs on: how far each driver may move before the answer is another one.

use rust_decimal::{Decimal, RoundingStrategy};

use super::break_even::{BreakEven, Stretch, break_even};
use model::evaluate::{EvaluateError, Perspective};
use model::note::{Driver, DriverIx, Unit};
use model::ordered::by_key;
use model::scenario::Scenario;

/// The decimals of a whole krone in 1.000 kr.
pub(super) const KRONER: u32 = 3;

/// The values of a driver with which the effort is paid back in time, and how near their limit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearestLimit {
    /// The driver.
    pub ix: DriverIx,
    /// The values next to the limit with which the effort is paid back in time.
    pub values: BreakEven,
    /// How far the driver may move until the answer is another one: from its value to the first one beyond the limit, or
    /// back to the limit where the answer is already another one. A share of the value, or of 1 where the value is zero.
    pub distance: Decimal,
}

impl NearestLimit {
    /// The value at the limit, with which the effort is paid back in time.
    #[must_use]
    pub fn value(&self) -> Option<Decimal> {
        self.values.ends().into_iter().next()
    }
}

/// The nearest limit of every driver that has one, the tightest first: where payback within `years` years begins or ends.
/// Drivers that follow another one now are left out, because they move with it. So are the lengths of efforts: an effort
/// is not meant to pay for itself by stopping earlier. And so are the masters, which say again what the drivers that they move
/// say one by one.
///
/// ```
/// use model::evaluate::Perspective;
/// use engine::notes::Library;
/// use model::scenario::Scenario;
/// use engine::sensitivity::{BreakEven, nearest_limits};
/// use rust_decimal::Decimal;
///
/// let library = Library::embedded().unwrap();
/// let scenario = Scenario::baseline(library.find("ips-2018").unwrap());
/// let limits = nearest_limits(&scenario, Perspective::Total, 4).unwrap();
/// // If 0.29 % had found a job anyway, four years would not be enough.
/// let anyway = scenario.note().variant.find_driver("anyway").unwrap();
/// let limit = limits.iter().find(|limit| limit.ix == anyway).unwrap();
/// assert_eq!(limit.values, BreakEven::AtMost(Decimal::new(28, 4)));
/// ```
///
/// # Errors
/// As [`break_even`].
pub fn nearest_limits(
    scenario: &Scenario<'_>,
    perspective: Perspective,
    years: u32,
) -> Result<Vec<NearestLimit>, EvaluateError> {
    let mut limits = Vec::new();
    let variant = scenario.note().variant;
    let has_own_limit =
        |(ix, driver): &(DriverIx, &Driver)| !scenario.follows(*ix) && !variant.is_length(*ix) && !driver.is_master();
    for (ix, driver) in variant.drivers().filter(has_own_limit) {
        let value = scenario.value(ix).ok_or(EvaluateError::NoValue(ix))?;
        let all = match break_even(scenario, ix, perspective, years) {
            // Where costs and savings rise alike, nothing is said of a limit.
            Err(EvaluateError::Undecided(_)) => continue,
            all => all?,
        };
        let nearest = nearest_limit(&all, value, driver.unit);
        limits.extend(nearest.map(|(values, distance)| NearestLimit { ix, values, distance }));
    }
    Ok(by_key(limits, |limit| limit.distance))
}

/// The limit that is nearest to a value: the values on the paid-back side of it, and the distance. `None` where every
/// value or no value pays the effort back in time.
pub(super) fn nearest_limit(all: &BreakEven, value: Decimal, unit: Unit) -> Option<(BreakEven, Decimal)> {
    nearest(all, value, unit).map(|(values, distance)| (in_kroner(values, unit, all), distance))
}

fn nearest(all: &BreakEven, value: Decimal, unit: Unit) -> Option<(BreakEven, Decimal)> {
    let (lowest, highest) = unit.bounds();
    // The ends of the driver itself are no limits: nothing beyond them can be chosen.
    let ends = all.stretches(unit).into_iter().flat_map(|Stretch { low, high }| {
        let at_least = (low > lowest).then_some((BreakEven::AtLeast(low), low));
        let at_most = (high < highest).then_some((BreakEven::AtMost(high), high));
        [at_least, at_most]
    });
    let holds = all.contains(value);
    let step = Decimal::new(1, unit.decimals_in_model());
    let with_distance = ends.flatten().filter_map(|(values, end)| {
        // Two values that are a step apart lie on either side of the limit.
        let beyond = if holds { step } else { Decimal::ZERO };
        let distance = end.checked_sub(value)?.abs().checked_add(beyond)?;
        let share = if value.is_zero() { Some(distance) } else { distance.checked_div(value.abs()) };
        Some((values, share?))
    });
    by_key(with_distance, |(_, distance)| *distance).into_iter().next()
}

/// A limit in whole kroner where it is an amount, rounded to the side on which the effort is paid back in time. Øre in a
/// limit would say more than the notes, which print whole thousands.
fn in_kroner(values: BreakEven, unit: Unit, all: &BreakEven) -> BreakEven {
    if unit.scale() != Decimal::ONE_THOUSAND {
        return values;
    }
    let rounded = |value: Decimal, strategy| value.round_dp_with_strategy(KRONER, strategy).normalize();
    let in_kroner = match &values {
        BreakEven::AtLeast(low) => BreakEven::AtLeast(rounded(*low, RoundingStrategy::ToPositiveInfinity)),
        BreakEven::AtMost(high) => BreakEven::AtMost(rounded(*high, RoundingStrategy::ToNegativeInfinity)),
        other => other.clone(),
    };
    if in_kroner.ends().iter().all(|end| all.contains(*end)) { in_kroner } else { values }
}
