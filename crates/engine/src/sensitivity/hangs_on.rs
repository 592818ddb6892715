//! What the answer hangs on, in short: the room that it has, and the number that is nearest to its limit.

use rust_decimal::Decimal;

use super::margin::{Margin, highest_rate, margin};
use super::nearest_limits::{NearestLimit, nearest_limits};
use crate::computed::Computed;
use crate::payback::{Convention, Payback};
use model::evaluate::{EvaluateError, Perspective};
use model::money::Thousands;
use model::note::Year;
use model::scenario::HIGHEST_RATE;

/// What the payback of a perspective hangs on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HangsOn {
    /// The payback by [`Convention::FirstYear`]: reached, or not within the horizon.
    pub payback: Payback,
    /// The costs, and costs plus savings, of a year with full savings, in 1.000 kr.
    pub full_year: (Year, Thousands, Thousands),
    /// What is left over at the end of the payback year; `None` where there is no payback.
    pub margin: Option<Margin>,
    /// The tightest limit; `None` where no driver alone decides. Those of the others stand below their sliders.
    pub nearest: Option<NearestLimit>,
    /// The highest rate with which the payback comes in the same year, a share of 1 a year; `None` where there is no
    /// payback, or where the rate is higher than any that the page offers.
    pub highest_rate: Option<Decimal>,
}

/// What the payback of a perspective hangs on: with which values it comes no later than it does now or, where there is
/// none, within the horizon. `None` where there is nothing to pay back, or nothing to pay it back with.
///
/// # Errors
/// As [`break_even`](super::break_even).
pub fn hangs_on(computed: &Computed<'_>, perspective: Perspective) -> Result<Option<HangsOn>, EvaluateError> {
    let scenario = &computed.scenario;
    let variant = scenario.note().variant;
    let payback = computed.payback(perspective, Convention::FirstYear);
    let Some(view) = computed.outcome.view(perspective) else { return Ok(None) };
    let years = match payback {
        Payback::Reached { year, .. } => year.saturating_sub(u32::from(variant.first)).saturating_add(1),
        Payback::NotWithin { horizon, .. } => horizon,
        Payback::OnlyAfterwards | Payback::NoCosts | Payback::NoSavings => return Ok(None),
    };
    let nearest = nearest_limits(scenario, perspective, years)?.into_iter().next();
    let reached = matches!(payback, Payback::Reached { .. });
    let rate = highest_rate(view, variant.first, years).filter(|rate| reached && *rate <= HIGHEST_RATE);
    let year = computed.figures.returned(perspective).year;
    let cell = |cells: &[Thousands]| {
        let column = computed.outcome.years.iter().position(|column_year| *column_year == year);
        column.and_then(|column| cells.get(column)).copied().unwrap_or_default()
    };
    Ok(Some(HangsOn {
        payback,
        full_year: (year, cell(&view.costs), cell(&view.net)),
        margin: margin(view, variant.first, payback),
        nearest,
        highest_rate: rate,
    }))
}
