//! The sensitivity screen: worked examples of the 2018 note, then every answer compared with the full calculation, for
//! generated scenarios of every note.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::sync::LazyLock;

use engine::payback::{Convention, Payback, payback};
use engine::sensitivity::{
    Bar, BreakEven, From, Grid, SIDE, Stretch, break_even, highest_rate, is_paid_back_within, map, tornado,
};
use model::evaluate::{EvaluateError, Perspective, View};
use model::money::Thousands;
use model::note::{CommitteeShare, Driver, DriverIx, DriverKind, Note, Side, Unit};
use model::scenario::{PostsCount, Scenario};
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{LIBRARY, committees, decimal, driver_ix, made_notes, note, outcome, scenario};

const TOTAL: Perspective = Perspective::Total;

fn finest(unit: Unit) -> Decimal {
    (0..unit.decimals()).fold(unit.scale(), |finest, _| finest * Decimal::TEN)
}

/// One step of the last digit on screen.
fn step(unit: Unit) -> Decimal {
    Decimal::ONE / finest(unit)
}

fn with(scenario: &Scenario<'static>, ix: DriverIx, value: Decimal) -> Scenario<'static> {
    let mut other = scenario.clone();
    assert_eq!(other.set(ix, value), Ok(()), "{value}");
    other
}

/// The net, and the payback in whole years and interpolated, from the full calculation.
fn computed(scenario: &Scenario<'_>, perspective: Perspective) -> (Thousands, Payback, Payback) {
    let outcome = outcome(scenario);
    let first = scenario.note().variant.first;
    outcome.view(perspective).map_or((Thousands::ZERO, Payback::NoCosts, Payback::NoCosts), |view| {
        let payback_by = |convention| payback(view, first, convention, 20);
        (view.net.iter().copied().sum(), payback_by(Convention::FirstYear), payback_by(Convention::Interpolated))
    })
}

fn is_met(scenario: &Scenario<'static>, ix: DriverIx, value: Decimal, seen: Perspective, years: u32) -> bool {
    let outcome = outcome(&with(scenario, ix, value));
    let first = scenario.note().variant.first;
    let paid_back = |view| payback(view, first, Convention::FirstYear, years);
    is_paid_back_within(outcome.view(seen).map_or(Payback::NoCosts, paid_back), years)
}

#[track_caller]
fn even(scenario: &Scenario<'_>, driver: &str, years: u32) -> BreakEven {
    break_even(scenario, driver_ix(scenario, driver), TOTAL, years).unwrap()
}

#[track_caller]
fn bar(scenario: &Scenario<'_>, driver: &str) -> Bar {
    let ix = driver_ix(scenario, driver);
    tornado(scenario, TOTAL).unwrap().into_iter().find(|bar| bar.ix == ix).unwrap()
}

#[test]
fn the_2018_cost_and_coordination_have_54_thousand_to_spare_in_four_years() {
    let now = scenario("ips-2018", &[]);
    // Four years save 2.781 + 3 × 5.563 = 19.470 and cost 19.416: 54 to spare, 13 a year. 670 + 13 = 683 is what cells
    // print up to 683,5.
    assert_eq!(even(&now, "pay-lead", 4), BreakEven::AtMost(decimal("683.49999")));
    // Coordination saves 150 + 3 × 300 = 1.050 of it, 996 would do. 142 + 3 × 285 = 997 does, 142 + 3 × 284 = 994 does
    // not.
    assert_eq!(even(&now, "coordination", 4), BreakEven::AtLeast(decimal("284.5")));
}

#[test]
fn the_2018_effect_may_be_a_little_below_what_the_note_expects() {
    let now = scenario("ips-2018", &[]);
    // The first year has half the share, so four years save some 3,5 times a full year, and must save 19.416. With
    // 24,92 % they save 2.772 + 3 × 5.546 = 19.410, with 24,93 % 2.773 + 3 × 5.548 = 19.417.
    assert_eq!(even(&now, "effect", 4), BreakEven::AtLeast(decimal("0.2493")));
    // The first year follows with half the share.
    assert_eq!(even(&now, "effect", 1), BreakEven::AtLeast(decimal("0.4469")));
    assert_eq!(even(&now, "effect", 0), BreakEven::Never);
}

#[test]
fn a_length_is_tried_year_by_year() {
    let now = scenario("ips-2018", &[]);
    // One year costs 4.854 and saves 2.781; 2.105 a year remain: 2.073 − 2.105 is paid back in the second. Two years:
    // 2.073 − 709 = 1.364 is left, less than 2.105, so it is the third. Three years: 655 is left, so it is the fourth;
    // and from four on it is the fourth as in the note.
    assert_eq!(even(&now, "years", 2), BreakEven::AtMost(Decimal::ONE));
    assert_eq!(even(&now, "years", 3), BreakEven::AtMost(Decimal::TWO));
    assert_eq!(even(&now, "years", 4), BreakEven::Always);
}

#[test]
fn with_whole_posts_each_new_consultant_has_to_be_earned() {
    let mut now = scenario("ips-2018", &[]);
    now.count_posts(PostsCount::Whole);
    let BreakEven::Within(stretches) = even(&now, "citizens", 4) else { panic!("the answer comes and goes") };
    // 150 citizens have 54 thousand to spare in four years, and one of them is worth 123: six consultants need every
    // one of their citizens. The seventh, from 151 citizens on, is not paid for at once.
    let sixth = stretches.iter().find(|stretch| stretch.high == decimal("150")).copied();
    assert_eq!(sixth, Some(Stretch { low: decimal("150"), high: decimal("150") }));
    assert_eq!(stretches.last().unwrap().high, decimal("100000"));
}

#[test]
fn the_residual_effect_is_varied_over_the_range_that_the_document_gives() {
    let now = scenario("ips-2018", &[]);
    let bar = bar(&now, "residual");
    assert_eq!((bar.from, bar.low.value, bar.high.value), (From::Document, decimal("0.10"), decimal("0.25")));
    // 19.416 − 2.781 − 3 × 5.563 − 2.105 = −2.159; with 25 % the last year saves 4.406 + 157 + 600 + 100 = 5.263.
    assert_eq!((bar.low.net, bar.high.net), (Thousands::new(-2159), Thousands::new(-5317)));
    assert_eq!(bar.swing, Thousands::new(3158));
    assert_eq!(bar.low.payback, Payback::Reached { years: decimal("4"), year: 2021, by_the_rest: false });
}

#[test]
fn without_a_range_a_driver_is_varied_by_a_fifth_to_each_side() {
    let now = scenario("ips-2018", &[]);
    let caseload = bar(&now, "caseload");
    assert_eq!((caseload.from, caseload.low.value, caseload.high.value), (From::Assumed, decimal("20"), decimal("30")));
    // 7,5 consultants: 5.651 a year (2.787,5 → 2.788 and 1.192,5 → 1.193); five: 1.858 + 795 + 1.670 = 4.323.
    assert_eq!(caseload.low.net, Thousands::new(4 * 5651 - 21575));
    assert_eq!(caseload.high.net, Thousands::new(4 * 4323 - 21575));
    let has_bar = |scenario: &Scenario<'static>, id: &str| {
        tornado(scenario, TOTAL).unwrap().iter().any(|bar| bar.ix == driver_ix(scenario, id))
    };
    assert!(!has_bar(&now, "years"), "with another length the years are others");
    assert!(!has_bar(&scenario("ips-2018", &[("coordination", "0")]), "coordination"), "a fifth of nothing is nothing");
    // Of 10 % of the savings that follow from people in a job, 4.506 + 157 in a full year, nothing is left.
    let anyway = bar(&now, "anyway");
    assert_eq!(
        (anyway.low.value, anyway.high.value, anyway.low.net),
        (Decimal::ZERO, decimal("0.1"), Thousands::new(-2159))
    );
    assert!(anyway.high.net > anyway.low.net, "{anyway:?}");
    let two = bar(&scenario("ips-2018", &[("citizens", "2")]), "citizens");
    assert_eq!((two.low.value, two.high.value), (Decimal::ONE, decimal("3")));
    let all = bar(&scenario("ips-2018", &[("effect", "0.9")]), "effect");
    assert_eq!((all.low.value, all.high.value), (decimal("0.72"), Decimal::ONE), "no more than everybody");
}

#[test]
fn a_driver_is_varied_over_the_alternatives_that_a_document_gives() {
    let now = Scenario::baseline(LIBRARY.with_savings("bi10-2026").unwrap());
    let effect = bar(&now, "effect");
    assert_eq!(
        (effect.from, effect.low.value, effect.high.value),
        (From::Alternatives, decimal("0.47"), decimal("0.50"))
    );
    let bars = tornado(&now, TOTAL).unwrap();
    assert_eq!(bars.len(), varied(&now).len());
    let idle = bars.iter().find(|bar| bar.ix == driver_ix(&now, "sick")).unwrap();
    assert_eq!(idle.swing, Thousands::ZERO, "nothing is computed from the citizens of the health effort");
}

#[test]
fn a_map_contains_the_points_of_the_note_and_of_the_reader() {
    let now = scenario("ips-2018", &[("citizens", "120"), ("effect", "0.3")]);
    let [citizens, effect] = ["citizens", "effect"].map(|id| driver_ix(&now, id));
    let grid = map(&now, citizens, effect, TOTAL).unwrap();
    assert_eq!((grid.x.len(), grid.y.len(), grid.cells.len()), (SIDE, SIDE, SIDE * SIDE));
    // Sliders go from 0 to 300 citizens and from 0 to 50 %: three citizens and half a per cent a step.
    assert_eq!(
        (grid.x[1], grid.x[100], grid.y[1], grid.y[100]),
        (decimal("3"), decimal("300"), decimal("0.005"), decimal("0.5"))
    );
    let (column, row) = (grid.nearest_x(decimal("150")).unwrap(), grid.nearest_y(decimal("0.25")).unwrap());
    assert_eq!((column, row), (50, 50));
    let published = grid.at(column, row).unwrap();
    assert_eq!((published.net, published.years), (Thousands::new(-2159), Some(4)));
    assert_eq!((grid.nearest_x(decimal("120")), grid.nearest_y(decimal("0.3"))), (Some(40), Some(60)));
    assert_eq!((grid.nearest_x(decimal("301")), grid.nearest_y(decimal("0.51"))), (None, None), "beyond the map");
    assert_eq!((grid.at(SIDE, 0), grid.at(0, SIDE)), (None, None));
    let nobody = grid.at(0, 50).unwrap();
    assert_eq!(nobody.years, None, "without citizens 300 thousand a year are saved, and 1.670 spent");
}

#[test]
fn a_driver_with_few_values_is_in_the_middle_of_each_on_a_map() {
    let now = scenario("ips-2018", &[]);
    let [length, effect] = ["years", "effect"].map(|id| driver_ix(&now, id));
    let grid = map(&now, length, effect, TOTAL).unwrap();
    assert_eq!((grid.x[0], grid.x[100], grid.x.len()), (Decimal::ONE, Decimal::TEN, SIDE));
    let four: Vec<usize> = (0..SIDE).filter(|at| grid.x[*at] == decimal("4")).collect();
    assert_eq!(grid.nearest_x(decimal("4")), Some(four[0].midpoint(*four.last().unwrap())));
}

#[test]
fn what_costs_nothing_has_nothing_to_pay_back() {
    let now = scenario("ips-2018", &[("fte-lead", "0"), ("fte-advisor", "0")]);
    let none = with(&now, driver_ix(&now, "citizens"), Decimal::ZERO);
    assert_eq!(computed(&none, TOTAL).1, Payback::NoCosts);
    assert!(even(&now, "citizens", 1).contains(Decimal::ZERO));
    let grid = map(&now, driver_ix(&now, "citizens"), driver_ix(&now, "effect"), TOTAL).unwrap();
    assert_eq!(grid.at(0, 0).unwrap().years, Some(0));
}

#[test]
fn a_note_without_savings_is_never_paid_back() {
    let now = scenario("bi07-2022-a", &[]);
    assert_eq!(even(&now, "effect", 1000), BreakEven::Never);
    assert!(tornado(&now, TOTAL).unwrap().iter().all(|bar| bar.low.payback == Payback::NoSavings));
}

#[test]
fn a_driver_of_another_note_has_no_answer() {
    let later = scenario("bi07-2022-a", &[]);
    let foreign = driver_ix(&later, "years-sick");
    let now = scenario("ips-2018", &[]);
    assert!(now.value(foreign).is_none(), "the 2018 note has fewer drivers");
    let error = EvaluateError::NoValue(foreign);
    assert_eq!(break_even(&now, foreign, TOTAL, 4), Err(error));
    assert_eq!(map(&now, foreign, driver_ix(&now, "effect"), TOTAL).map(|grid| grid.x), Err(error));
}

/// Every note, those that can with borrowed savings, one whose lines are shared by every committee, and those that were made with
/// the kinds of line that the others have not.
static NOTES: LazyLock<Vec<Note<'static>>> = LazyLock::new(|| {
    let borrowing = LIBRARY.notes().filter_map(|note| LIBRARY.with_savings(&note.variant.id));
    let shared = note("ips-2018");
    let mut variant = shared.variant.clone();
    for line in &mut variant.lines {
        let mut rest = Decimal::ONE;
        let even = (Decimal::ONE / Decimal::from(committees().len() + 1)).round_dp(2);
        line.committees = committees().into_iter().map(|committee| CommitteeShare { committee, share: even }).collect();
        for share in line.committees.iter().skip(1) {
            rest -= share.share;
        }
        line.committees.last_mut().unwrap().share = rest;
        if line.side == Side::Saving {
            line.committees.reverse();
        }
    }
    let shared = Note { variant: Box::leak(Box::new(variant)), ..shared };
    LIBRARY.notes().chain(borrowing).chain([shared, note("ips-2018")]).chain(made_notes()).collect()
});

fn perspectives() -> Vec<Perspective> {
    let committees = committees().into_iter().map(Perspective::Committee);
    [TOTAL, Perspective::Service].into_iter().chain(committees).collect()
}

/// A value with no more decimals than the screen shows. `place` picks it from all values within the bounds.
fn on_grid(unit: Unit, place: i64) -> Decimal {
    let (low, high) = unit.bounds();
    let ends = [low, high].map(|end| i64::try_from(end * finest(unit)).unwrap());
    Decimal::from(ends[0] + place % (ends[1] - ends[0] + 1)) / finest(unit)
}

/// Any note with some drivers changed a little or a lot.
fn any_scenario() -> impl Strategy<Value = Scenario<'static>> {
    let moves = prop::collection::vec((0_u8..10, 0..i64::MAX), 40);
    (0..NOTES.len(), prop::sample::select(PostsCount::ALL.to_vec()), moves).prop_map(|(of, posts, moves)| {
        let note = NOTES[of];
        let mut scenario = Scenario::baseline(note);
        scenario.count_posts(posts);
        for ((ix, driver), (kind, place)) in note.variant.drivers().zip(moves) {
            let unit = driver.unit;
            let (low, high) = unit.bounds();
            let about = driver.value * Decimal::new(place % 300, 2);
            let value = match kind {
                0..=5 => driver.value,
                6..=7 => ((about * finest(unit)).round() / finest(unit)).clamp(low, high),
                8 => on_grid(unit, place),
                _ => {
                    if place % 2 == 0 {
                        low
                    } else {
                        high
                    }
                }
            };
            assert_eq!(scenario.set(ix, value), Ok(()), "{} = {value}", driver.id);
        }
        scenario
    })
}

/// Any driver that brings a payback nearer or not: the regulation of all amounts does neither.
fn any_driver(scenario: &Scenario<'static>, at: usize) -> (DriverIx, Unit) {
    let drivers = scenario.note().variant.drivers().filter(|(_, driver)| driver.kind != DriverKind::AllAmounts);
    let drivers: Vec<_> = drivers.collect();
    let (ix, driver) = drivers[at % drivers.len()];
    (ix, driver.unit)
}

/// Each end of the ranges in an answer, and the value one step outside, where the bounds allow it.
fn edges(answer: &BreakEven, unit: Unit) -> Vec<(Decimal, Option<Decimal>)> {
    let (lowest, highest) = unit.bounds();
    let below = |value: Decimal| (value, Some(value - step(unit)).filter(|worse| *worse >= lowest));
    let above = |value: Decimal| (value, Some(value + step(unit)).filter(|worse| *worse <= highest));
    match answer {
        BreakEven::AtLeast(least) => vec![below(*least), above(highest)],
        BreakEven::AtMost(most) => vec![below(lowest), above(*most)],
        BreakEven::Within(stretches) => {
            let some = stretches.iter().take(20).chain(stretches.last());
            some.flat_map(|stretch| [below(stretch.low), above(stretch.high)]).collect()
        }
        BreakEven::Always => vec![below(lowest), above(highest)],
        BreakEven::Never => Vec::new(),
    }
}

/// The drivers that have a bar: all but the lengths of efforts, the masters, and those for which a fifth is nothing.
fn varied(scenario: &Scenario<'_>) -> Vec<DriverIx> {
    let variant = scenario.note().variant;
    let has_ends = |ix: DriverIx, driver: &Driver| {
        let is_share = driver.unit == Unit::Share;
        driver.range.is_some() || !driver.alternatives.is_empty() || is_share || !scenario.value(ix).unwrap().is_zero()
    };
    variant
        .drivers()
        .filter(|(ix, driver)| !variant.is_length(*ix) && !driver.is_master() && has_ends(*ix, driver))
        .map(|(ix, _)| ix)
        .collect()
}

/// The scenario with a driver at the end of its bar. People who were enrolled leave the posts as they are, unless the
/// reader has a caseload.
fn at_end(scenario: &Scenario<'static>, ix: DriverIx, value: Decimal) -> Scenario<'static> {
    if scenario.value(ix) == Some(value) {
        return scenario.clone();
    }
    let mut moved = with(scenario, ix, value);
    let alternatives = &scenario.note().variant.driver(ix).unwrap().alternatives;
    if moved.posts_may_stay() && alternatives.iter().any(|other| other.value == value && other.posts_stay) {
        moved.count_posts(PostsCount::AsInNote);
    }
    moved
}

/// A view of these costs and savings, year by year.
fn view(cells: &[(i64, i64)]) -> View {
    let thousands = |amounts: Vec<i64>| amounts.into_iter().map(Thousands::new).collect::<Vec<_>>();
    let net: Vec<i64> = cells.iter().map(|(cost, saving)| cost + saving).collect();
    View {
        perspective: Perspective::Total,
        costs: thousands(cells.iter().map(|(cost, _)| *cost).collect()),
        savings: thousands(cells.iter().map(|(_, saving)| *saving).collect()),
        cumulative: thousands((1..=net.len()).map(|years| net[..years].iter().sum()).collect()),
        net: thousands(net),
    }
}

proptest! {
    /// The limit of the rate is the last one that is low enough, tried one by one from zero, also where the net turns several
    /// times.
    #[test]
    fn the_highest_rate_is_where_trying_every_rate_stops(
        cells in prop::collection::vec((0_i64..400, -400_i64..=0), 1..6),
        years in 1_u32..9,
    ) {
        let view = view(&cells);
        let is_met = |rate: &Decimal| {
            is_paid_back_within(payback(&view, 2018, Convention::Discounted { rate: *rate }, years), years)
        };
        let rates = (0..=10_000).map(|steps| Decimal::new(steps, 4));
        let expected = rates.take_while(is_met).last().map(|rate| rate.normalize());
        prop_assert_eq!(highest_rate(&view, 2018, years), expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn a_break_even_value_gives_the_payback_and_one_step_worse_does_not(
        scenario in any_scenario(), at in 0_usize..40, seen in prop::sample::select(perspectives()),
        years in prop_oneof![4 => 1_u32..12, 1 => 0_u32..200], places in prop::collection::vec(0..i64::MAX, 40),
    ) {
        let (ix, unit) = any_driver(&scenario, at);
        let answer = match break_even(&scenario, ix, seen, years) {
            // As much may come in as is spent, so that nearly every value has to be tried.
            Err(EvaluateError::Undecided(_)) if scenario.note().variant.has_income() => return Ok(()),
            answer => answer.unwrap(),
        };
        for (value, worse) in edges(&answer, unit) {
            prop_assert!(is_met(&scenario, ix, value, seen, years), "{:?}: {} is paid back", answer, value);
            if let Some(worse) = worse {
                prop_assert!(!is_met(&scenario, ix, worse, seen, years), "{:?}: {} is not paid back", answer, worse);
            }
        }
        let (low, high) = unit.bounds();
        let near = edges(&answer, unit).into_iter().flat_map(|(value, _)| (-9_i64..10).map(move |steps| value + step(unit) * Decimal::from(steps)));
        let near: Vec<Decimal> = near.filter(|value| *value >= low && *value <= high).take(100).collect();
        for value in places.iter().map(|place| on_grid(unit, *place)).chain([low, high]).chain(near) {
            let met = is_met(&scenario, ix, value, seen, years);
            prop_assert_eq!(answer.contains(value), met, "{:?} at {}", answer, value);
        }
    }

    #[test]
    fn the_ends_of_a_tornado_are_the_calculation_at_those_values(
        scenario in any_scenario(), seen in prop::sample::select(perspectives()),
    ) {
        let bars = tornado(&scenario, seen).unwrap();
        let now = computed(&scenario, seen).0;
        let mut order: Vec<DriverIx> = bars.iter().map(|bar| bar.ix).collect();
        for bar in &bars {
            let driver = scenario.note().variant.driver(bar.ix).unwrap();
            for end in [&bar.low, &bar.high] {
                prop_assert_eq!(computed(&at_end(&scenario, bar.ix, end.value), seen), (end.net, end.payback, end.interpolated));
            }
            let (low, high) = (bar.low.value, bar.high.value);
            let value = scenario.value(bar.ix).unwrap();
            prop_assert!(low <= high);
            match bar.from {
                From::Document => prop_assert!(driver.range.is_some() && low <= value && value <= high),
                From::Alternatives => prop_assert!(low <= driver.value && driver.value <= high && low <= value && value <= high),
                From::Assumed => prop_assert!(value.is_zero() || low < value.max(step(driver.unit)) && value <= high || low == driver.unit.bounds().0),
            }
            let nets = [now, bar.low.net, bar.high.net];
            prop_assert_eq!(bar.swing, nets.iter().max().unwrap().minus(*nets.iter().min().unwrap()));
        }
        for pair in bars.windows(2) {
            prop_assert!(pair[0].swing > pair[1].swing || pair[0].swing == pair[1].swing && pair[0].ix < pair[1].ix);
        }
        order.sort_unstable();
        prop_assert_eq!(order, varied(&scenario));
    }

    #[test]
    fn no_discount_is_the_documents_own_convention(scenario in any_scenario()) {
        let outcome = outcome(&scenario);
        for view in &outcome.views {
            let payback_by = |convention| payback(view, scenario.note().variant.first, convention, 20);
            let in_whole_years = payback_by(Convention::FirstYear);
            prop_assert_eq!(payback_by(Convention::Discounted { rate: Decimal::ZERO }), in_whole_years);
            let simple = payback_by(Convention::Simple);
            let is_reached = matches!(simple, Payback::Reached { .. });
            // An effort that runs for twenty years has a year more of savings, so the ratio may be a little more than twenty.
            let costs: Thousands = view.costs.iter().copied().sum();
            let best = view.savings.iter().min().map_or(Decimal::ZERO, |saving| -saving.decimal());
            let is_beyond = costs.decimal() > best * Decimal::from(20);
            let is_in_whole_years = matches!(in_whole_years, Payback::Reached { by_the_rest: false, .. });
            let is_spent = costs > Thousands::ZERO;
            prop_assert_eq!(is_reached, is_in_whole_years && !is_beyond && is_spent);
            prop_assert_eq!(simple == Payback::NoCosts, in_whole_years == Payback::NoCosts || is_in_whole_years && !is_spent);
            let is_afterwards = matches!(in_whole_years, Payback::Reached { by_the_rest: true, .. });
            prop_assert_eq!(simple == Payback::OnlyAfterwards, is_afterwards);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_points_of_a_map_are_the_calculation_at_those_values(
        scenario in any_scenario(), x in 0_usize..40, y in 0_usize..40,
        seen in prop::sample::select(perspectives()), points in prop::collection::vec((0..SIDE, 0..SIDE), 100),
    ) {
        let ((x, x_unit), (y, y_unit)) = (any_driver(&scenario, x), any_driver(&scenario, y));
        let grid: Grid = map(&scenario, x, y, seen).unwrap();
        prop_assert_eq!(grid.cells.len(), SIDE * SIDE);
        for (values, unit) in [(&grid.x, x_unit), (&grid.y, y_unit)] {
            prop_assert!(values.is_sorted());
            prop_assert!(values.iter().all(|value| (value * finest(unit)).is_integer()));
        }
        for (column, row) in points {
            let point = grid.at(column, row).unwrap();
            let at_point = with(&with(&scenario, y, grid.y[row]), x, grid.x[column]);
            let (net, payback, _) = computed(&at_point, seen);
            let years = match payback {
                Payback::Reached { years, .. } => Some(u32::try_from(years).unwrap()),
                Payback::NoCosts => Some(0),
                Payback::OnlyAfterwards | Payback::NotWithin { .. } | Payback::NoSavings => None,
            };
            prop_assert_eq!((point.net, point.years), (net, years), "at {}, {}", grid.x[column], grid.y[row]);
            // A point stores neither whether there are savings nor whether they were ahead for a while.
            let expected = match payback {
                Payback::NotWithin { .. } | Payback::NoSavings => Payback::NotWithin { horizon: 20, ahead: None },
                other => other,
            };
            prop_assert_eq!(point.payback(scenario.note().variant.first, 20), expected);
            prop_assert_eq!(grid.nearest_x(grid.x[column]).map(|nearest| grid.x[nearest]), Some(grid.x[column]));
        }
    }
}
