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
use model::evaluate::{EvaluateError, Perspective};
use model::note::{DriverIx, PaybackBasis};

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
        points: Vec<(Decimal, Option<Decimal>)>,
    },
    /// The driver moves nothing that the note gives numbers for.
    Nothing,
}

/// An amount that a driver may move, in 1.000 kr.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Costs plus savings over the years of the table.
    Net,
    /// The costs in the year of the key figures.
    Cost,
    /// These costs for each citizen who reaches a job or education, for the effort at this position.
    PerOutcome(usize),
    /// These costs for each place, for the effort at this position.
    PerCitizen(usize),
    /// Costs plus savings over the years of the table for the whole city, where the perspective sees only a part of it.
    CityNet,
}

impl Measure {
    /// The measures of a note with so many efforts, in the order in which a driver shows the first one that it moves.
    fn all(efforts: usize) -> impl Iterator<Item = Self> {
        let of_efforts = (0..efforts).flat_map(|effort| [Self::PerOutcome(effort), Self::PerCitizen(effort)]);
        [Self::Net, Self::Cost].into_iter().chain(of_efforts).chain([Self::CityNet])
    }

    /// The amount in 1.000 kr., in a perspective; `None` where it has no meaning.
    #[must_use]
    pub fn of(self, computed: &Computed<'_>, perspective: Perspective) -> Option<Decimal> {
        let seen = computed.seen_from(perspective);
        match self {
            Self::Net => Some(seen.net.decimal()),
            Self::CityNet => Some(computed.figures.net.decimal()),
            Self::Cost => Some(seen.cost.decimal()),
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
        Perspective::Total | Perspective::SavingEfforts | Perspective::Committee(_) => PaybackBasis::Total,
    };
    let variant = baseline.note().variant;
    let is_printed_for = !matches!(perspective, Perspective::Committee(_));
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
    let scenario = &computed.scenario;
    let variant = scenario.note().variant;
    let driver = variant.driver(ix).ok_or(EvaluateError::NoValue(ix))?;
    let slider = Slider::of(driver);
    let samples = samples(computed, ix, slider);
    let has_payback = matches!(
        computed.payback(perspective, Convention::FirstYear),
        Payback::Reached { .. } | Payback::NotWithin { .. }
    );
    if has_payback && moves(&samples, Measure::Net, perspective) {
        let value = scenario.value(ix).ok_or(EvaluateError::NoValue(ix))?;
        let horizon = scenario.horizon().years();
        let in_time = break_even(scenario, ix, perspective, years)?;
        let within_horizon = break_even(scenario, ix, perspective, horizon)?;
        let limit = |years, values: &BreakEven| Some((years, nearest_limit(values, value, driver.unit)?.0));
        if let Some(limit) = limit(years, &in_time).or_else(|| limit(horizon, &within_horizon)) {
            return Ok(AlongSlider::Payback { limit, in_time, within_horizon });
        }
    }
    let mut measures = Measure::all(variant.efforts.len());
    Ok(match measures.find(|measure| moves(&samples, *measure, perspective)) {
        Some(measure) => AlongSlider::Amount {
            measure,
            points: samples.iter().map(|(value, at)| (*value, measure.of(at, perspective))).collect(),
        },
        None => AlongSlider::Nothing,
    })
}

/// The scenario at values from one end of the slider to the other.
fn samples<'n>(computed: &Computed<'n>, ix: DriverIx, slider: Slider) -> Vec<(Decimal, Computed<'n>)> {
    let values = slider.values(SAMPLES).into_iter();
    let at = |value: Decimal| {
        let mut scenario = computed.scenario.clone();
        scenario.choose(ix, value).ok()?;
        Some((value, Computed::of(scenario)?))
    };
    values.filter_map(at).collect()
}

fn moves(samples: &[(Decimal, Computed<'_>)], measure: Measure, perspective: Perspective) -> bool {
    let mut amounts = samples.iter().filter_map(|(_, at)| measure.of(at, perspective));
    let first = amounts.next();
    amounts.any(|amount| Some(amount) != first)
}
