//! What it takes to be paid back within a number of years: for each driver the nearest value that alone is enough.

use rust_decimal::{Decimal, RoundingStrategy};

use super::break_even::{BreakEven, Stretch, break_even, is_paid_back_within};
use super::joint_range::is_counted;
use super::nearest_limits::KRONER;
use crate::computed::Computed;
use crate::payback::{Convention, Payback, payback};
use crate::slider::Slider;
use model::evaluate::{EvaluateError, Focus, Perspective};
use model::note::{Driver, DriverIx, DriverKind, Side, Unit};
use model::ordered::by_key;

/// What it takes to be paid back within a number of years, everything else as in the scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhatItTakes {
    /// It is paid back in time already.
    IsThere,
    /// The perspective counts no savings, and so has no payback. A note that can borrow savings has one with them.
    NoSavings,
    /// The drivers that can get there alone, and those that cannot.
    Takes {
        /// Those that can, each with its nearest value, the shortest way first.
        moves: Vec<Move>,
        /// Those that cannot, whatever their value, in the note's order.
        in_vain: Vec<DriverIx>,
    },
}

/// A driver that gets there alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// The driver.
    pub ix: DriverIx,
    /// The value nearest to the current one with which payback is in time, in the driver's unit, as its field shows it.
    pub to: Decimal,
    /// Whether that is above the current value: it takes no less than that. Otherwise it takes no more.
    pub is_upwards: bool,
    /// How long the way is, as a share of the length of the driver's slider. The sliders of most drivers go to about twice the
    /// document's value, so this compares a way with what there is to go, also for a driver at zero. Above 1 it leads beyond
    /// the slider.
    pub way: Decimal,
    /// Whether the way leads beyond the end of the slider.
    pub is_beyond: bool,
}

/// The numbers of years that payback can be asked to be within: from the first one to the horizon.
#[must_use]
pub fn years_to_choose(computed: &Computed<'_>) -> std::ops::RangeInclusive<u32> {
    1..=computed.scenario.horizon().years()
}

/// What it takes to be paid back within `years` years from the first year, by [`Convention::FirstYear`], in this perspective.
///
/// A value that leaves no costs at all pays nothing back, so none is offered. Drivers that follow another one now are left out, because they move with it; so are those that move nothing of the
/// perspective, the lengths of efforts (an effort is not meant to pay for itself by stopping earlier), and the price and wage
/// regulation, which moves no payback.
///
/// ```
/// use engine::computed::Computed;
/// use engine::notes::Library;
/// use engine::sensitivity::{WhatItTakes, what_it_takes};
/// use model::evaluate::Perspective;
/// use model::scenario::Scenario;
/// use rust_decimal::Decimal;
///
/// let library = Library::embedded().unwrap();
/// let computed = Computed::of(Scenario::baseline(library.find("ips-2018").unwrap())).unwrap();
/// assert_eq!(what_it_takes(&computed, Perspective::Total, 4), Ok(WhatItTakes::IsThere));
/// // Three years take a share of 26,25 per cent instead of 25.
/// let WhatItTakes::Takes { moves, .. } = what_it_takes(&computed, Perspective::Total, 3).unwrap() else { panic!() };
/// let effect = computed.note().variant.find_driver("effect").unwrap();
/// let to = moves.iter().find(|it| it.ix == effect).unwrap().to;
/// assert_eq!(to, Decimal::new(2_625, 4));
/// ```
///
/// # Errors
/// As [`break_even`].
pub fn what_it_takes(
    computed: &Computed<'_>,
    perspective: Perspective,
    years: u32,
) -> Result<WhatItTakes, EvaluateError> {
    let scenario = &computed.scenario;
    let variant = scenario.note().variant;
    let counted = || variant.lines.iter().filter(|line| is_counted(line, perspective));
    if is_paid_back_within(computed.payback(perspective, Convention::FirstYear), years) {
        return Ok(WhatItTakes::IsThere);
    }
    if !counted().any(|line| line.side == Side::Saving) {
        return Ok(WhatItTakes::NoSavings);
    }
    let (mut moves, mut in_vain) = (Vec::new(), Vec::new());
    let may_move = |(ix, driver): &(DriverIx, &Driver)| {
        !scenario.follows(*ix)
            && !variant.is_length(*ix)
            && driver.kind != DriverKind::AllAmounts
            && counted().any(|line| scenario.moves(*ix, line))
    };
    for (ix, driver) in variant.drivers().filter(may_move) {
        let value = scenario.value(ix).ok_or(EvaluateError::NoValue(ix))?;
        let mut scenario = scenario.clone();
        // A driver that the reader sets may no longer follow another one, and posts that stayed may follow again.
        scenario.choose(ix, value).map_err(|_| EvaluateError::OutOfBounds(ix))?;
        let all = match break_even(&scenario, ix, perspective, years) {
            // Where costs and savings rise alike, the driver is left out of the answer.
            Err(EvaluateError::Undecided(_)) => continue,
            all => all?,
        };
        let mut focus = Focus::new(&scenario, perspective)?;
        let mut pays_back = |to: Decimal| {
            focus.set(ix, to)?;
            let payback = payback(focus.view(), variant.first, Convention::FirstYear, years);
            Ok(matches!(payback, Payback::Reached { .. }))
        };
        match nearest(&all, value, driver.unit, &mut pays_back)? {
            Some(to) => moves.extend(Move::of(driver, ix, (value, to))),
            None => in_vain.push(ix),
        }
    }
    Ok(WhatItTakes::Takes { moves: by_key(moves, |it| it.way), in_vain })
}

impl Move {
    fn of(driver: &Driver, ix: DriverIx, (from, to): (Decimal, Decimal)) -> Option<Self> {
        let slider = Slider::of(driver);
        let scale = driver.unit.scale();
        let length = slider.high.checked_sub(slider.low)?;
        let way = to.checked_sub(from)?.abs().checked_mul(scale)?.checked_div(length)?;
        let on_screen = to.checked_mul(scale)?;
        Some(Self { ix, to, is_upwards: to > from, way, is_beyond: on_screen < slider.low || on_screen > slider.high })
    }
}

/// The value nearest to the current one with which payback is in time; `None` where there is none. An amount in whole kroner
/// where that is enough too: øre would say more than the notes, which print whole thousands.
fn nearest(
    all: &BreakEven,
    value: Decimal,
    unit: Unit,
    pays_back: &mut impl FnMut(Decimal) -> Result<bool, EvaluateError>,
) -> Result<Option<Decimal>, EvaluateError> {
    let ends = all.stretches(unit).into_iter().flat_map(|Stretch { low, high }| [low, high]);
    let apart = |end: &Decimal| end.checked_sub(value).map_or(Decimal::MAX, |apart| apart.abs());
    for exact in by_key(ends, apart) {
        if pays_back(exact)? {
            let in_kroner = in_whole_kroner(exact, exact > value, unit);
            return Ok(Some(if all.contains(in_kroner) { in_kroner } else { exact }));
        }
    }
    Ok(None)
}

/// An amount rounded to whole kroner, upwards or downwards; any other value as it is.
fn in_whole_kroner(exact: Decimal, upwards: bool, unit: Unit) -> Decimal {
    if unit.scale() != Decimal::ONE_THOUSAND {
        return exact;
    }
    let strategy = if upwards { RoundingStrategy::ToPositiveInfinity } else { RoundingStrategy::ToNegativeInfinity };
    exact.round_dp_with_strategy(KRONER, strategy).normalize()
}
