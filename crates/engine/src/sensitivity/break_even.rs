//! Which values of a driver pay the effort back within a given number of years.
//!
//! The answer is exact for all values that the screen can show. There may be a thousand million of them, so they are
//! not all tried. This works because every cell is monotonic: while one driver rises and everything else is fixed, a
//! cell never turns back. Products, quotients, ceilings and roundings are all monotonic, and payback comes no later
//! when costs are lower and savings higher. So the cells at both ends of a stretch bound every cell within it. If the
//! best cell of each line does not pay the effort back in time, no value in the stretch does. If the worst cells do,
//! every value does. Otherwise the stretch is parted in two, by turns where the limit should be and halfway. This also works for a driver that moves costs and savings at
//! once. The effort may then be paid back in several separate stretches: with whole posts, each new consultant first
//! has to pay off.
//!
//! There are two exceptions. The length of an effort moves cells between years, so each length is tried. And where
//! three or more committees share a line, the rest that the last one gets may move a few thousands back and forth, so
//! the bounds are widened by as much as rounding can cause.

use super::value_steps::ValueSteps;
use crate::payback::{Convention, Payback, payback};
use model::evaluate::{Cells, EvaluateError, Focus, Perspective, part_of_cell};
use model::money::Thousands;
use model::note::{DriverIx, DriverKind, Line, Unit};
use model::scenario::Scenario;
use rust_decimal::Decimal;

/// The values of a driver, in its unit, with which an effort is paid back in time. This is only about values that the
/// driver accepts and the screen can show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BreakEven {
    /// This value and all values above it, but none below.
    AtLeast(Decimal),
    /// This value and all values below it, but none above.
    AtMost(Decimal),
    /// The values in these stretches, which are in ascending order, and no others.
    Within(Vec<Stretch>),
    /// All values.
    Always,
    /// No value.
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
    /// Its two ends, or one if it is a single value.
    fn ends(&self) -> Vec<Decimal> {
        if self.low == self.high { vec![self.high] } else { vec![self.low, self.high] }
    }
}

impl BreakEven {
    /// The values at the ends of the stretches, the lower end of a stretch before its upper end.
    #[must_use]
    pub fn ends(&self) -> Vec<Decimal> {
        match self {
            Self::AtLeast(end) | Self::AtMost(end) => vec![*end],
            Self::Within(stretches) => stretches.iter().flat_map(Stretch::ends).collect(),
            Self::Always | Self::Never => Vec::new(),
        }
    }

    /// The stretches of values, in ascending order; the first and the last one may reach to a bound of the driver's unit.
    #[must_use]
    pub fn stretches(&self, unit: Unit) -> Vec<Stretch> {
        let (lowest, highest) = unit.bounds();
        match self {
            Self::AtLeast(low) => vec![Stretch { low: *low, high: highest }],
            Self::AtMost(high) => vec![Stretch { low: lowest, high: *high }],
            Self::Within(stretches) => stretches.clone(),
            Self::Always => vec![Stretch { low: lowest, high: highest }],
            Self::Never => Vec::new(),
        }
    }

    /// Whether the effort is paid back in time with this value.
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

/// Whether a payback in whole years takes at most `years` years. Without costs there is nothing to pay back, so the
/// answer is yes. Without savings it is no.
#[must_use]
pub fn is_paid_back_within(payback: Payback, years: u32) -> bool {
    match payback {
        Payback::Reached { years: reached, .. } => reached <= Decimal::from(years),
        Payback::NoCosts => true,
        Payback::OnlyAfterwards | Payback::NotWithin { .. } | Payback::NoSavings => false,
    }
}

/// The values of a driver with which payback by [`Convention::FirstYear`] takes at most `years` years in this
/// perspective. Everything else stays as in the scenario.
///
/// What raises costs and savings alike brings no payback nearer: it only scales the amounts that are rounded. So for the price
/// and wage regulation the answer is that of its value now, for every value or for none.
///
/// ```
/// use model::evaluate::Perspective;
/// use engine::notes::Library;
/// use model::scenario::Scenario;
/// use engine::sensitivity::{BreakEven, break_even};
///
/// let library = Library::embedded().unwrap();
/// let scenario = Scenario::baseline(library.find("ips-2018").unwrap());
/// let effect = scenario.note().variant.find_driver("effect").unwrap();
/// let four_years = break_even(&scenario, effect, Perspective::Total, 4).unwrap();
/// // The note's own effect pays the effort back within four years, and so does every higher one.
/// assert!(matches!(four_years, BreakEven::AtLeast(least) if least < scenario.value(effect).unwrap()));
/// // Three years would take a higher effect.
/// let three_years = break_even(&scenario, effect, Perspective::Total, 3).unwrap();
/// assert!(!three_years.contains(scenario.value(effect).unwrap()));
/// ```
///
/// # Errors
/// [`EvaluateError::NoValue`] for a driver that the note does not have, [`EvaluateError::Undecided`] where the search takes too long,
/// otherwise as [`evaluate`](model::evaluate::evaluate).
pub fn break_even(
    scenario: &Scenario<'_>,
    ix: DriverIx,
    perspective: Perspective,
    years: u32,
) -> Result<BreakEven, EvaluateError> {
    let variant = scenario.note().variant;
    let out = EvaluateError::OutOfBounds(ix);
    let driver = variant.driver(ix).ok_or(EvaluateError::NoValue(ix))?;
    let steps = ValueSteps::of(driver.unit);
    let ends = steps.ends().ok_or(out)?;
    let mut search = Search {
        focus: Focus::new(scenario, perspective)?,
        scenario: scenario.clone(),
        perspective,
        years,
        ix,
        steps,
        lines: variant.lines.iter().enumerate().filter(|(_, line)| scenario.moves(ix, line)).collect(),
    };
    if driver.kind == DriverKind::AllAmounts {
        return Ok(if search.is_met() { BreakEven::Always } else { BreakEven::Never });
    }
    let stretches = if variant.efforts.iter().any(|effort| effort.length == ix) {
        search.try_each(ends)?
    } else {
        search.part(ends)?
    };
    answer(&stretches, ends, steps).ok_or(out)
}

/// Stretches in ascending order, counted in [`ValueSteps`]. Both ends belong to the stretch.
type Stretches = Vec<(i64, i64)>;

fn answer(stretches: &Stretches, (lowest, highest): (i64, i64), steps: ValueSteps) -> Option<BreakEven> {
    Some(match stretches.as_slice() {
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

/// Adds a stretch above all others. If it touches the last one, the two become one.
fn add(stretches: &mut Stretches, low: i64, high: i64) {
    match stretches.last_mut() {
        Some(last) if last.1.checked_add(1) == Some(low) => last.1 = high,
        _ => stretches.push((low, high)),
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

/// How many cells a search computes at most. Searches in the notes that ship need some hundreds; one in which costs and savings rise
/// alike would go on for millions.
const MOST_CELLS: usize = 20_000;

/// A value of the driver, with the cells that the lines reading the driver then have.
#[derive(Clone)]
struct Place {
    steps: i64,
    cells: Vec<Cells>,
    /// The sum of the net over the years within which the effort is to be paid back, in 1.000 kr. It only says where to look next.
    balance: i64,
}

impl Place {
    /// Where between this place and a higher one the balance would be zero if it were a straight line; `None` where it is zero
    /// nowhere between them.
    fn crossing(&self, high: &Self) -> Option<i64> {
        let [from, to] = [self, high].map(|place| i128::from(place.balance));
        let is_between = (from > 0) != (to > 0);
        let way =
            i128::from(high.steps.checked_sub(self.steps)?).checked_mul(from)?.checked_div(from.checked_sub(to)?)?;
        is_between.then(|| self.steps.checked_add(i64::try_from(way).ok()?))?
    }
}

impl Search<'_> {
    /// Tries every value.
    fn try_each(&mut self, (lowest, highest): (i64, i64)) -> Result<Stretches, EvaluateError> {
        let mut stretches = Stretches::new();
        for steps in lowest..=highest {
            let value = self.steps.value(steps).ok_or(EvaluateError::OutOfBounds(self.ix))?;
            self.focus.set(self.ix, value)?;
            if self.is_met() {
                add(&mut stretches, steps, steps);
            }
        }
        Ok(stretches)
    }

    /// Parts stretches in two until the bounds of each one decide about all its values.
    fn part(&mut self, (lowest, highest): (i64, i64)) -> Result<Stretches, EvaluateError> {
        let mut stretches = Stretches::new();
        // A stack with the lowest stretch on top.
        let mut open = vec![(self.place(lowest)?, self.place(highest)?)];
        let mut cells_left = MOST_CELLS.max(self.lines.len().saturating_mul(100));
        let mut is_halved = false;
        while let Some((low, high)) = open.pop() {
            let taken = self.lines.len().saturating_mul(2).max(1);
            cells_left = cells_left.checked_sub(taken).ok_or(EvaluateError::Undecided(self.ix))?;
            let (best, worst) = self.bounds(&low, &high);
            if !self.is_met_by(&best) {
                continue;
            }
            if self.is_met_by(&worst) {
                add(&mut stretches, low.steps, high.steps);
                continue;
            }
            // The bounds of a single value are its cells and always decide, so at least two values are left here.
            // Counted from the lower end: below zero, `midpoint` would round towards the upper one.
            let halfway = low.steps.saturating_add(high.steps.saturating_sub(low.steps) / 2);
            // The limit is mostly near where the balance crosses zero. Where it is not, every other stretch is halved all the same.
            let crossing = low.crossing(&high).filter(|steps| !is_halved && *steps < high.steps);
            is_halved = !is_halved;
            let middle = crossing.unwrap_or(halfway);
            let Some(next) = middle.checked_add(1).filter(|next| *next <= high.steps) else { continue };
            let (middle, next) = (self.place(middle)?, self.place(next)?);
            open.push((next, high));
            open.push((low, middle));
        }
        Ok(stretches)
    }

    fn place(&mut self, steps: i64) -> Result<Place, EvaluateError> {
        let out = EvaluateError::OutOfBounds(self.ix);
        let value = self.steps.value(steps).ok_or(out)?;
        self.scenario.set(self.ix, value).map_err(|_| out)?;
        let cells: Vec<_> =
            self.lines.iter().map(|(index, _)| Cells::of(&self.scenario, *index)).collect::<Result<_, _>>()?;
        for ((index, line), cells) in self.lines.iter().zip(&cells) {
            self.focus.put(*index, cells.map(|cell| part_of_cell(line, cell, self.perspective)));
        }
        let years = usize::try_from(self.years).unwrap_or(usize::MAX);
        let view = self.focus.view();
        let last = view.savings.last().map_or(0, |saving| saving.get());
        // As for a payback, the saving of the last year goes on.
        let afterwards = i64::try_from(years.saturating_sub(view.net.len())).unwrap_or(i64::MAX).saturating_mul(last);
        let balance = view.net.iter().take(years).fold(afterwards, |sum, net| sum.saturating_add(net.get()));
        Ok(Place { steps, cells, balance })
    }

    /// The lowest and the highest cells that the perspective can have between two places, for every line that reads the
    /// driver. Low is good: costs are positive and savings negative.
    fn bounds(&self, low: &Place, high: &Place) -> (Vec<Cells>, Vec<Cells>) {
        let ends = self.lines.iter().zip(low.cells.iter().zip(&high.cells));
        ends.map(|((_, line), (low, high))| {
            let part = |cells: &Cells| cells.map(|cell| part_of_cell(line, cell, self.perspective));
            let slack = slack(line, self.perspective);
            let slack = low.zip_with(high, |low, high| if low == high { Thousands::ZERO } else { slack });
            let (low, high) = (part(low), part(high));
            (
                low.zip_with(&high, Thousands::min).zip_with(&slack, Thousands::minus),
                low.zip_with(&high, Thousands::max).zip_with(&slack, Thousands::plus),
            )
        })
        .unzip()
    }

    fn is_met_by(&mut self, parts: &[Cells]) -> bool {
        for ((line_index, _), part) in self.lines.iter().zip(parts) {
            self.focus.put(*line_index, part.clone());
        }
        self.is_met()
    }

    fn is_met(&mut self) -> bool {
        let first = self.scenario.note().variant.first;
        is_paid_back_within(payback(self.focus.view(), first, Convention::FirstYear, self.years), self.years)
    }
}

/// How far a committee's part of a cell may lie outside the parts of a lower and a higher cell. With two committees,
/// both parts are monotonic in the cell. With more, the rest is off by at most a half for each other committee at
/// either end.
fn slack(line: &Line, perspective: Perspective) -> Thousands {
    let others = i64::try_from(line.committees.len()).unwrap_or(i64::MAX).saturating_sub(1);
    match perspective {
        Perspective::Committee(_) if others > 1 => Thousands::new(others),
        Perspective::Total | Perspective::Effort(_) | Perspective::Service | Perspective::Committee(_) => {
            Thousands::ZERO
        }
    }
}
