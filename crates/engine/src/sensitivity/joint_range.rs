//! Where the answer can lie if every number is somewhere between the ends that the documents themselves give for it.
//!
//! Some documents give a range for a number, or another value for it: what was measured where the note has a target, how
//! many were enrolled where it has a capacity. All these numbers are moved at once, and each combination of their lowest
//! and highest values is computed in full. No value between the ends leads outside the combinations, because every cell
//! is monotonic in every driver. A number of citizens could move costs and savings against each other. So either the
//! posts stay as they are ([`Alternative::posts_stay`](model::note::Alternative::posts_stay)), or each whole number
//! between the ends is tried as well. Nothing is simulated, and nothing is weighed.

use rust_decimal::Decimal;

use crate::computed::Computed;
use crate::figures::Returned;
use crate::payback::{Convention, Payback, payback, projected};
use model::evaluate::{EvaluateError, Focus, Perspective, part_of_cell};
use model::money::Thousands;
use model::note::{Driver, DriverIx, Line, Origin, Unit, Variant};
use model::scenario::Scenario;

/// The most drivers whose ends are combined. Each one doubles the combinations.
const MOST_DRIVERS: usize = 10;
/// The most whole numbers of citizens that are tried between two ends.
const MOST_CITIZENS: u32 = 100;

/// The lowest and the highest result of all combinations of the documents' ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JointRange {
    /// The drivers with ends that move the money of the perspective.
    pub drivers: Vec<Ends>,
    /// The drivers to which the reader gave a value that lies outside their ends, with that value.
    pub outside: Vec<(DriverIx, Decimal)>,
    /// Whether the effect stays at its full strength after the effort, in the best combination.
    pub never_fades: bool,
    /// The lowest and the highest net over the years of the table, in 1.000 kr. The lowest is the best.
    pub net: (Thousands, Thousands),
    /// The least and the most that comes back for each krone in a year with full savings; `None` where nothing is spent.
    pub returned: Option<(Decimal, Decimal)>,
    /// The earliest and the latest payback by [`Convention::FirstYear`].
    pub payback: (Payback, Payback),
    /// The lowest and the highest cumulative net at the end of each year of the table and up to the horizon, in 1.000 kr.
    pub cumulative: Vec<(Thousands, Thousands)>,
}

/// The lowest and the highest value of a driver in all combinations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ends {
    /// The driver.
    pub ix: DriverIx,
    /// The lowest value, in the driver's unit.
    pub low: Decimal,
    /// The highest value, in the driver's unit.
    pub high: Decimal,
    /// Whether they are the document's own ends. Otherwise they are in the document's proportion to another driver.
    pub are_printed: bool,
}

/// One end of a driver: a value, and whether the posts stay as in the note with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct End {
    value: Decimal,
    posts_stay: bool,
}

/// The joint range of a computed scenario in a perspective. Drivers without ends keep the reader's values; those with ends take
/// the documents' instead. A driver that follows another one keeps its ends in the document's proportion to that one.
/// `None` if no number with ends moves the money of the perspective.
///
/// ```
/// use engine::computed::Computed;
/// use model::evaluate::Perspective;
/// use engine::notes::Library;
/// use model::scenario::Scenario;
/// use engine::sensitivity::joint_range;
///
/// let library = Library::embedded().unwrap();
/// let computed = Computed::of(Scenario::baseline(library.find("ips-2018").unwrap())).unwrap();
/// let range = joint_range(&computed, Perspective::Total).unwrap().unwrap();
/// // The business case reckons with the lower end of its own range for the residual effect, 10 of 10–25 per cent.
/// assert_eq!(range.net.1.get(), -2_159);
/// assert!(range.net.0 < range.net.1);
/// ```
///
/// # Errors
/// As [`evaluate`](model::evaluate::evaluate).
pub fn joint_range(computed: &Computed<'_>, perspective: Perspective) -> Result<Option<JointRange>, EvaluateError> {
    let scenario = &computed.scenario;
    let year = computed.figures.returned(perspective).year;
    let variant = scenario.note().variant;
    let counted: Vec<&Line> = variant.lines.iter().filter(|line| is_counted(line, perspective)).collect();
    let with_ends: Vec<(DriverIx, [End; 2])> = variant
        .drivers()
        .filter(|(ix, _)| counted.iter().any(|line| scenario.moves(*ix, line)))
        .filter_map(|(ix, driver)| Some((ix, ends(driver)?)))
        .take(MOST_DRIVERS)
        .collect();
    // Those that follow come last, because their ends depend on the ones they follow.
    let follows = |ix: DriverIx| variant.driver(ix).is_some_and(|driver| driver.follows.is_some());
    let (mut ordered, followers): (Vec<_>, Vec<_>) = with_ends.into_iter().partition(|(ix, _)| !follows(*ix));
    ordered.extend(followers);
    let mut corners = vec![scenario.clone()];
    for (ix, ends) in &ordered {
        let tried = tried(scenario, *ix, *ends);
        let at_each = corners.iter().flat_map(|corner| tried.iter().map(|end| at(corner, *ix, *end)));
        corners = at_each.collect::<Result<_, _>>()?;
    }
    let horizon = scenario.horizon().years();
    let years = usize::try_from(horizon).unwrap_or(usize::MAX).max(computed.outcome.years.len());
    let mut range: Option<JointRange> = None;
    let drivers = ordered.iter().map(|(ix, own)| Ends::of(variant, *ix, *own, &corners)).collect();
    let never_fades = corners.iter().any(|corner| never_fades(corner));
    for corner in corners {
        let mut focus = Focus::new(&corner, perspective)?;
        let first = variant.first;
        let view = focus.view();
        let payback = payback(view, first, Convention::FirstYear, horizon);
        let net: Thousands = view.net.iter().copied().sum();
        let column = usize::from(year.saturating_sub(first));
        let returned = Returned::of(view, (year, column)).in_year;
        let range = range.get_or_insert_with(|| JointRange {
            returned: returned.map(|returned| (returned, returned)),
            drivers: Vec::new(),
            outside: Vec::new(),
            never_fades: false,
            net: (net, net),
            payback: (payback, payback),
            cumulative: projected(view, years).into_iter().map(|end| (end, end)).collect(),
        });
        range.net = (range.net.0.min(net), range.net.1.max(net));
        range.returned = range.returned.zip(returned).map(|((low, high), now)| (low.min(now), high.max(now)));
        range.payback = (earlier(range.payback.0, payback), later(range.payback.1, payback));
        for ((low, high), end) in range.cumulative.iter_mut().zip(projected(view, years)) {
            (*low, *high) = ((*low).min(end), (*high).max(end));
        }
    }
    let is_outside = |(ix, [low, high]): &(DriverIx, [End; 2])| {
        let value = scenario.value(*ix).filter(|_| !scenario.follows(*ix))?;
        let is_inside = low.value <= value && value <= high.value;
        (!is_inside).then_some((*ix, value))
    };
    let outside = ordered.iter().filter_map(is_outside).collect();
    Ok(range.map(|range| JointRange { drivers, outside, never_fades, ..range }).filter(JointRange::is_wide))
}

impl Ends {
    fn of(variant: &Variant, ix: DriverIx, own: [End; 2], corners: &[Scenario<'_>]) -> Self {
        let values = || corners.iter().filter_map(|corner| corner.value(ix));
        let [low, high] = own.map(|end| end.value);
        let (lowest, highest) = (values().min().unwrap_or(low), values().max().unwrap_or(high));
        // What is borrowed is in the lender's proportion; no document prints it.
        let is_own =
            variant.driver(ix).is_some_and(|driver| !matches!(driver.origin, Origin::Derived { lender: Some(_), .. }));
        Self { ix, low: lowest, high: highest, are_printed: is_own && (lowest, highest) == (low, high) }
    }
}

/// Whether the effect of some effort is as high after the effort as while it runs.
fn never_fades(scenario: &Scenario<'_>) -> bool {
    let effects = scenario.note().variant.efforts.iter().filter_map(|effort| effort.effect);
    let mut effects =
        effects.filter_map(|effect| Some((scenario.value(effect.residual?)?, scenario.value(effect.full)?)));
    effects.any(|(residual, full)| residual >= full && !full.is_zero())
}

impl JointRange {
    /// Whether the ends lead to different money in any year.
    fn is_wide(&self) -> bool {
        self.cumulative.iter().any(|(low, high)| low != high)
    }
}

/// Whether a perspective counts anything of a line.
pub(super) fn is_counted(line: &Line, perspective: Perspective) -> bool {
    part_of_cell(line, Thousands::new(1_000), perspective) != Thousands::ZERO
}

/// The lowest and the highest value that the documents give for a driver; `None` if they give one only.
fn ends(driver: &Driver) -> Option<[End; 2]> {
    let own = End { value: driver.value, posts_stay: false };
    let range = driver.range.iter().flat_map(|range| [range.low, range.high]);
    let in_range = range.map(|value| End { value, posts_stay: false });
    let alternatives = driver.alternatives.iter();
    let others = alternatives.map(|other| End { value: other.value, posts_stay: other.posts_stay });
    let all = || in_range.clone().chain(others.clone());
    let low = all().fold(own, |low, end| if end.value < low.value { end } else { low });
    let high = all().fold(own, |high, end| if end.value > high.value { end } else { high });
    (low.value != high.value).then_some([low, high])
}

/// The values of a driver that are tried: its ends, and the whole numbers between them where the posts follow the
/// citizens.
fn tried(scenario: &Scenario<'_>, ix: DriverIx, ends: [End; 2]) -> Vec<End> {
    let variant = scenario.note().variant;
    let is_unit = variant.driver(ix).is_some_and(|driver| driver.unit == Unit::Citizens);
    if !is_unit || scenario.posts_may_stay() {
        return ends.to_vec();
    }
    let [low, high] = ends;
    let step = |value: &Decimal| value.checked_add(Decimal::ONE);
    let between = std::iter::successors(Some(low.value), step).take_while(|value| *value < high.value);
    let most = usize::try_from(MOST_CITIZENS).unwrap_or(usize::MAX);
    let between = between.take(most).map(|value| End { value, posts_stay: false });
    between.chain([high]).collect()
}

/// The scenario with a driver at one of its ends.
fn at<'n>(scenario: &Scenario<'n>, ix: DriverIx, end: End) -> Result<Scenario<'n>, EvaluateError> {
    let mut moved = scenario.clone();
    let value = moved.value_in_proportion(ix, end.value).ok_or(EvaluateError::NoValue(ix))?;
    moved.set_documented(ix, value, end.posts_stay).map_err(|_| EvaluateError::OutOfBounds(ix))?;
    Ok(moved)
}

/// The rank of a payback: those that come earlier are lower.
fn rank(payback: Payback) -> (u8, Decimal) {
    match payback {
        Payback::NoCosts => (0, Decimal::ZERO),
        Payback::Reached { years, .. } => (1, years),
        Payback::OnlyAfterwards | Payback::NotWithin { .. } => (2, Decimal::ZERO),
        Payback::NoSavings => (3, Decimal::ZERO),
    }
}

fn earlier(one: Payback, other: Payback) -> Payback {
    if rank(other) < rank(one) { other } else { one }
}

fn later(one: Payback, other: Payback) -> Payback {
    if rank(other) > rank(one) { other } else { one }
}
