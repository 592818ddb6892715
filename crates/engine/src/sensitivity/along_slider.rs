//! What comes of each value of a slider: where the payback is in time, or how an amount goes from one end to the other.
//!
//! A reader sees it below the slider before moving it, so no slider is without an answer. A driver that moves nothing that
//! could be shown says so.

use rust_decimal::Decimal;

use super::break_even::{BreakEven, break_even};
use super::nearest_limits::nearest_limit;
use crate::computed::Computed;
use crate::figures::{EffortFigures, effort_figures};
use crate::payback::{Convention, Payback};
use crate::slider::Slider;
use model::evaluate::{EvaluateError, Focus, Perspective};
use model::money::Thousands;
use model::note::{DriverIx, PaybackBasis};
use model::scenario::Scenario;

/// How many values of a slider an amount is computed at, both ends included. Between them a line is drawn.
const SAMPLES: u32 = 25;

/// What comes of the values of a slider, with everything else as in the scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AlongSlider {
    /// When the effort has paid for itself.
    Payback {
        /// The limit that is nearest to the driver's value: a number of years, and the values on one side of the limit, with
        /// which the effort has paid for itself within these years. They are the years of [`judged_years`], or those of the
        /// horizon where no value meets them or every one does.
        limit: (u32, BreakEven),
        /// The values with which the effort has paid for itself within the years that it is judged by.
        in_time: BreakEven,
        /// The values with which it has done so within the horizon.
        within_horizon: BreakEven,
    },
    /// An amount, where no payback begins or ends with any value of the driver.
    Amount {
        /// What it is the amount of.
        measure: Measure,
        /// Values of the driver, in its unit and in ascending order, each with its amount in 1.000 kr.; `None` where the
        /// amount has no meaning, such as that per person where there are none.
        points: Points,
    },
    /// The driver moves nothing that the note gives numbers for.
    Nothing,
}

/// An amount that a driver may move, in 1.000 kr.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Costs plus savings over the years of the table, in a perspective.
    Net(Perspective),
    /// The costs of a year for each citizen who reaches a job or education, for the effort at this position.
    PerOutcome(usize),
    /// The costs of a year for each place, for the effort at this position.
    PerCitizen(usize),
}

impl Measure {
    /// The amount in 1.000 kr.; `None` where it has no meaning.
    #[must_use]
    pub fn of(self, computed: &Computed<'_>) -> Option<Decimal> {
        match self {
            Self::Net(perspective) => Some(computed.seen_from(perspective).net.decimal()),
            Self::PerOutcome(effort) => of_effort(computed, effort)?.cost_per_outcome,
            Self::PerCitizen(effort) => of_effort(computed, effort)?.cost_per_citizen,
        }
    }
}

fn of_effort(computed: &Computed<'_>, effort: usize) -> Option<EffortFigures> {
    effort_figures(computed.note(), &computed.outcome, effort)
}

/// The number of years that a payback is judged by: what the note prints for this perspective, otherwise what comes out of
/// its own values, otherwise the horizon. The reader's changes do not move it.
#[must_use]
pub fn judged_years(baseline: &Computed<'_>, perspective: Perspective) -> u32 {
    let basis = match perspective {
        Perspective::Service => PaybackBasis::Service,
        Perspective::Total | Perspective::Effort(_) | Perspective::Committee(_) => PaybackBasis::Total,
    };
    let variant = baseline.note().variant;
    let is_printed_for = matches!(perspective, Perspective::Total | Perspective::Service);
    let printed = variant.printed_paybacks.iter().find(|printed| is_printed_for && printed.basis == basis);
    let horizon = baseline.scenario.horizon().years();
    let own = || match baseline.payback(perspective, Convention::FirstYear) {
        Payback::Reached { year, .. } => year.checked_sub(u32::from(variant.first))?.checked_add(1),
        Payback::OnlyAfterwards | Payback::NotWithin { .. } | Payback::NoCosts | Payback::NoSavings => None,
    };
    printed.map(|printed| u32::from(printed.payback)).or_else(own).unwrap_or(horizon).min(horizon)
}

/// What comes of the values of a driver's slider in this perspective, where a payback is judged by `years`.
///
/// ```
/// use engine::computed::Computed;
/// use engine::notes::Library;
/// use engine::sensitivity::{AlongSlider, BreakEven, along_slider, judged_years};
/// use model::evaluate::Perspective;
/// use model::scenario::Scenario;
/// use rust_decimal::Decimal;
///
/// let library = Library::embedded().unwrap();
/// let computed = Computed::of(Scenario::baseline(library.find("ips-2018").unwrap())).unwrap();
/// let years = judged_years(&computed, Perspective::Total);
/// let anyway = computed.note().variant.find_driver("anyway").unwrap();
/// // The four years that the business case promises hold as long as no more than 0.28 % had found a job anyway.
/// let AlongSlider::Payback { in_time, limit, .. } = along_slider(&computed, anyway, Perspective::Total, years).unwrap() else {
///     panic!("there is a payback")
/// };
/// assert_eq!(in_time, BreakEven::AtMost(Decimal::new(28, 4)));
/// assert_eq!(limit, (4, in_time));
/// ```
///
/// # Errors
/// As [`break_even`].
pub fn along_slider(
    computed: &Computed<'_>,
    ix: DriverIx,
    perspective: Perspective,
    years: u32,
) -> Result<AlongSlider, EvaluateError> {
    let mut scenario = computed.scenario.clone();
    let value = scenario.value(ix).ok_or(EvaluateError::NoValue(ix))?;
    let variant = scenario.note().variant;
    let driver = variant.driver(ix).ok_or(EvaluateError::NoValue(ix))?;
    // A driver that the reader moves may no longer follow another one, and posts that stayed may follow again.
    scenario.choose(ix, value).map_err(|_| EvaluateError::OutOfBounds(ix))?;
    let values = Slider::of(driver).values(SAMPLES);
    let mut focus = Focus::new(&scenario, perspective)?;
    let mut net = |value: &Decimal| {
        focus.set(ix, *value)?;
        Ok((*value, Some(focus.view().net.iter().copied().sum::<Thousands>().decimal())))
    };
    let has_payback = matches!(
        computed.payback(perspective, Convention::FirstYear),
        Payback::Reached { .. } | Payback::NotWithin { .. }
    );
    // Of most sliders the limit is all there is to see, and two values tell that they move the net.
    let ends: Points = values.first().into_iter().chain(values.last()).map(&mut net).collect::<Result<_, _>>()?;
    let mut all_nets = || values.iter().map(&mut net).collect::<Result<Points, EvaluateError>>();
    let nets = if has_payback && moves(&ends) { None } else { Some(all_nets()?) };
    let moves_net = nets.as_deref().is_none_or(moves);
    if has_payback && moves_net {
        let horizon = scenario.horizon().years();
        let in_time = break_even(&scenario, ix, perspective, years);
        let within_horizon = break_even(&scenario, ix, perspective, horizon);
        let limit = |years, values: &BreakEven| Some((years, nearest_limit(values, value, driver.unit)?.0));
        match (in_time, within_horizon) {
            // Where costs and savings rise alike, the net is what there is to see.
            (Err(EvaluateError::Undecided(_)), _) | (_, Err(EvaluateError::Undecided(_))) => {}
            (in_time, within_horizon) => {
                let (in_time, within_horizon) = (in_time?, within_horizon?);
                if let Some(limit) = limit(years, &in_time).or_else(|| limit(horizon, &within_horizon)) {
                    return Ok(AlongSlider::Payback { limit, in_time, within_horizon });
                }
            }
        }
    }
    if moves_net {
        let points = nets.map_or_else(all_nets, Ok)?;
        return Ok(AlongSlider::Amount { measure: Measure::Net(perspective), points });
    }
    // Only now is each value computed whole: few drivers leave the net alone.
    let computed: Vec<_> = values.iter().filter_map(|value| Some((*value, at(&scenario, ix, *value)?))).collect();
    let of_efforts = (0..variant.efforts.len()).flat_map(|it| [Measure::PerOutcome(it), Measure::PerCitizen(it)]);
    for measure in of_efforts.chain([Measure::Net(Perspective::Total)]) {
        let points: Points = computed.iter().map(|(value, at)| (*value, measure.of(at))).collect();
        if moves(&points) {
            return Ok(AlongSlider::Amount { measure, points });
        }
    }
    Ok(AlongSlider::Nothing)
}

/// Values of a driver, each with an amount.
pub type Points = Vec<(Decimal, Option<Decimal>)>;

fn at<'n>(scenario: &Scenario<'n>, ix: DriverIx, value: Decimal) -> Option<Computed<'n>> {
    let mut scenario = scenario.clone();
    scenario.set(ix, value).ok()?;
    Computed::of(scenario)
}

fn moves(points: &[(Decimal, Option<Decimal>)]) -> bool {
    let mut amounts = points.iter().filter_map(|(_, amount)| *amount);
    let first = amounts.next();
    amounts.any(|amount| Some(amount) != first)
}
