//! Where a driver would have to stand for the effort to be paid back within so many years.
//!
//! The answer is exact on the grid of values that the screen can show, up to a thousand million of them, without trying
//! each. What makes that possible: with everything else fixed, no cell ever turns back while a driver rises. Products,
//! quotients, ceilings and roundings all go one way only, and payback comes no later when costs are lower and savings
//! higher. So the cells at both ends of a stretch bound every cell within it. If even the best cell of each line does not
//! pay the effort back in time, no value in the stretch does; if the worst ones do, every value does; else the stretch is
//! halved. That holds also for a driver that moves costs and savings at once, where the answer itself may come and go:
//! with whole posts each new consultant has to be earned first.
//!
//! Two things are not of that kind. The length of an effort moves cells between years: each length is tried. And where
//! three or more committees share a line, the last one's rest may go a few thousands back and forth: the bounds are widened
//! by as much as rounding can do.

use super::value_steps::ValueSteps;
use crate::evaluate::{Cells, EvaluateError, Focus, Perspective, part_of_cell};
use crate::money::Thousands;
use crate::note::{DriverIx, Line};
use crate::payback::{Convention, Payback, payback};
use crate::scenario::Scenario;
use rust_decimal::Decimal;

/// The values of a driver, in its unit, at which an effort is paid back in time. Everything is said about the values that
/// the driver accepts and the screen can show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BreakEven {
    /// At this value and all above, and none below.
    AtLeast(Decimal),
    /// At this value and all below, and none above.
    AtMost(Decimal),
    /// In these stretches and nowhere between them; in ascending order.
    Within(Vec<Stretch>),
    /// Whatever its value.
    Always,
    /// At no value.
    Never,
}

/// A stretch of values, both ends included, in the driver's unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Its lowest value.
    pub low: Decimal,
    /// Its highest value.
    pub high: Decimal,
}

impl Stretch {
    /// Its ends; one where it is a single value.
    fn ends(&self) -> Vec<Decimal> {
        if self.low == self.high { vec![self.high] } else { vec![self.low, self.high] }
    }
}

impl BreakEven {
    /// The values at which it just holds, the lower end of a stretch before its upper one.
    #[must_use]
    pub fn ends(&self) -> Vec<Decimal> {
        match self {
            Self::AtLeast(end) | Self::AtMost(end) => vec![*end],
            Self::Within(stretches) => stretches.iter().flat_map(Stretch::ends).collect(),
            Self::Always | Self::Never => Vec::new(),
        }
    }

    /// Whether the value is one of those.
    #[must_use]
    pub fn contains(&self, value: Decimal) -> bool {
        match self {
            Self::AtLeast(least) => value >= *least,
            Self::AtMost(most) => value <= *most,
            Self::Within(stretches) => stretches.iter().any(|stretch| stretch.low <= value && value <= stretch.high),
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// Whether a payback counted in whole years is at most so many. What costs nothing has nothing to pay back, so it is;
/// what saves nothing never is.
#[must_use]
pub fn is_paid_back_within(payback: Payback, years: u32) -> bool {
    match payback {
        Payback::Reached { years: reached, .. } => reached <= Decimal::from(years),
        Payback::NoCosts => true,
        Payback::Never | Payback::NoSavings => false,
    }
}

/// The values of a driver at which payback, by [`Convention::FirstYear`], takes at most so many years in this
/// perspective, everything else as in the scenario.
///
/// # Errors
/// [`EvaluateError::NoValue`] for a driver of another note, else as [`evaluate`](crate::evaluate::evaluate).
pub fn break_even(
    scenario: &Scenario<'_>,
    ix: DriverIx,
    perspective: Perspective,
    years: u32,
) -> Result<BreakEven, EvaluateError> {
    let variant = scenario.note().variant;
    let out = EvaluateError::OutOfBounds(ix);
    let steps = ValueSteps::of(variant.driver(ix).ok_or(EvaluateError::NoValue(ix))?.unit);
    let ends = steps.ends().ok_or(out)?;
    let mut search = Search {
        focus: Focus::new(scenario, perspective)?,
        scenario: scenario.clone(),
        perspective,
        years,
        ix,
        steps,
        lines: variant.lines.iter().enumerate().filter(|(_, line)| line.formula.phases_reading(ix) > 0).collect(),
    };
    let found = if variant.efforts.iter().any(|effort| effort.length == ix) {
        search.each(ends)?
    } else {
        search.halve(ends)?
    };
    answer(&found, ends, steps).ok_or(out)
}

/// Stretches in ascending order, ends included, in steps.
type Found = Vec<(i64, i64)>;

fn answer(found: &Found, (lowest, highest): (i64, i64), steps: ValueSteps) -> Option<BreakEven> {
    Some(match found.as_slice() {
        [] => BreakEven::Never,
        [(low, high)] if *low == lowest && *high == highest => BreakEven::Always,
        [(low, high)] if *high == highest => BreakEven::AtLeast(steps.value(*low)?),
        [(low, high)] if *low == lowest => BreakEven::AtMost(steps.value(*high)?),
        several => {
            let stretch =
                |(low, high): &(i64, i64)| Some(Stretch { low: steps.value(*low)?, high: steps.value(*high)? });
            BreakEven::Within(several.iter().map(stretch).collect::<Option<_>>()?)
        }
    })
}

/// Adds a stretch above all others, as one with the last where they touch.
fn add(found: &mut Found, low: i64, high: i64) {
    match found.last_mut() {
        Some(last) if last.1.checked_add(1) == Some(low) => last.1 = high,
        _ => found.push((low, high)),
    }
}

struct Search<'n> {
    focus: Focus<'n>,
    scenario: Scenario<'n>,
    perspective: Perspective,
    years: u32,
    ix: DriverIx,
    steps: ValueSteps,
    /// The lines that read the driver, with their positions.
    lines: Vec<(usize, &'n Line)>,
}

/// A value of the driver and the cells that it gives the lines which read it.
#[derive(Clone)]
struct Place {
    steps: i64,
    cells: Vec<Cells>,
}

impl Search<'_> {
    /// Tries every value.
    fn each(&mut self, (lowest, highest): (i64, i64)) -> Result<Found, EvaluateError> {
        let mut found = Found::new();
        for steps in lowest..=highest {
            let value = self.steps.value(steps).ok_or(EvaluateError::OutOfBounds(self.ix))?;
            self.focus.set(self.ix, value)?;
            if self.is_met() {
                add(&mut found, steps, steps);
            }
        }
        Ok(found)
    }

    /// Halves stretches until their bounds decide.
    fn halve(&mut self, (lowest, highest): (i64, i64)) -> Result<Found, EvaluateError> {
        let mut found = Found::new();
        // The lowest stretch is on top.
        let mut open = vec![(self.place(lowest)?, self.place(highest)?)];
        while let Some((low, high)) = open.pop() {
            let (best, worst) = self.bounds(&low, &high);
            if !self.is_met_by(&best) {
                continue;
            }
            if self.is_met_by(&worst) {
                add(&mut found, low.steps, high.steps);
                continue;
            }
            // A single value bounds itself, so there are at least two.
            let middle = low.steps.midpoint(high.steps);
            let Some(next) = middle.checked_add(1).filter(|next| *next <= high.steps) else { continue };
            let (middle, next) = (self.place(middle)?, self.place(next)?);
            open.push((next, high));
            open.push((low, middle));
        }
        Ok(found)
    }

    fn place(&mut self, steps: i64) -> Result<Place, EvaluateError> {
        let out = EvaluateError::OutOfBounds(self.ix);
        let value = self.steps.value(steps).ok_or(out)?;
        self.scenario.set(self.ix, value).map_err(|_| out)?;
        let cells = self.lines.iter().map(|(at, _)| Cells::of(&self.scenario, *at)).collect::<Result<_, _>>()?;
        Ok(Place { steps, cells })
    }

    /// Of every line that reads the driver, the lowest and the highest cells that the perspective can see between two
    /// places. Low is good: costs are positive and savings negative.
    fn bounds(&self, low: &Place, high: &Place) -> (Vec<Cells>, Vec<Cells>) {
        let ends = self.lines.iter().zip(low.cells.iter().zip(&high.cells));
        ends.map(|((_, line), (low, high))| {
            let part = |cells: &Cells| cells.map(|cell| part_of_cell(line, cell, self.perspective));
            let slack = slack(line, self.perspective);
            let slack = low.zip_with(*high, |low, high| if low == high { Thousands::ZERO } else { slack });
            let (low, high) = (part(low), part(high));
            (
                low.zip_with(high, Thousands::min).zip_with(slack, Thousands::minus),
                low.zip_with(high, Thousands::max).zip_with(slack, Thousands::plus),
            )
        })
        .unzip()
    }

    fn is_met_by(&mut self, parts: &[Cells]) -> bool {
        for ((at, _), part) in self.lines.iter().zip(parts) {
            self.focus.put(*at, *part);
        }
        self.is_met()
    }

    fn is_met(&mut self) -> bool {
        let first = self.scenario.note().variant.first;
        is_paid_back_within(payback(self.focus.view(), first, Convention::FirstYear), self.years)
    }
}

/// How far the part of a cell may be beyond the parts of a lower and a higher cell. Of two committees, each rounded
/// share follows the cell; a third has a rest that is off by at most a half for each of the others at either place.
fn slack(line: &Line, perspective: Perspective) -> Thousands {
    let others = i64::try_from(line.committees.len()).unwrap_or(i64::MAX).saturating_sub(1);
    match perspective {
        Perspective::Committee(_) if others > 1 => Thousands::new(others),
        Perspective::Total | Perspective::Service | Perspective::Committee(_) => Thousands::ZERO,
    }
}
