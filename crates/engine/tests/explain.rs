//! Every number has an explanation, whose steps lead from the drivers to the number.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::answer::answer;
use engine::explain::{Ask, Explanation, Flow, Printed, Quantity, Step, explain};
use engine::payback::{Convention, Payback};
use model::evaluate::{Factor, Outcome, Perspective, exact_amount, factors, limit_factors};
use model::money::Thousands;
use model::scenario::{PostsCount, Scenario};
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{Any, any_made_scenario, any_scenario, computed, decimal, outcome, scenario};

#[track_caller]
fn explained(scenario: &Scenario<'_>, id: &str) -> Explanation {
    let ask = Ask::find(scenario.note(), id).unwrap_or_else(|| panic!("there is no number {id}"));
    explain(&computed(scenario), ask).unwrap_or_else(|| panic!("{id} is not explained"))
}

/// Every number of an outcome that has an explanation.
fn every_ask(scenario: &Scenario<'_>, outcome: &Outcome) -> Vec<Ask> {
    let years = || outcome.years.iter().copied().map(Some).chain([None]);
    let lines = (0..outcome.lines.len()).flat_map(|line| years().map(move |year| Ask::Line(line, year)));
    let flows = outcome.views.iter().flat_map(|view| {
        Flow::ALL.into_iter().flat_map(move |flow| years().map(move |year| Ask::Flow(flow, view.perspective, year)))
    });
    let rate = decimal("0.035");
    let paybacks = outcome
        .views
        .iter()
        .flat_map(|view| Convention::all(rate).map(|convention| Ask::Payback(view.perspective, convention)));
    let returned =
        outcome.views.iter().flat_map(|view| [Ask::Returned(view.perspective), Ask::ReturnedInAll(view.perspective)]);
    let drivers = scenario.note().variant.drivers().map(|(ix, _)| Ask::Driver(ix));
    let variant = scenario.note().variant;
    let efforts = variant.efforts.iter().enumerate().flat_map(|(effort_index, effort)| {
        let per_citizen = effort.citizens.map(|_| Ask::PerCitizen(effort_index));
        let counts = scenario.note().counts_outcomes(effort_index);
        let per_outcome = counts.then_some(Ask::PerOutcome(effort_index));
        let costs = outcome.years.iter().map(move |year| Ask::EffortCost(effort_index, *year));
        let posts = (!variant.posts_paid(effort_index).is_empty()).then_some(Ask::Posts(Some(effort_index)));
        [per_citizen, per_outcome, posts].into_iter().flatten().chain(costs)
    });
    lines
        .chain(flows)
        .chain(paybacks)
        .chain(returned)
        .chain(efforts)
        .chain(drivers)
        .chain(variant.pays_for_posts().then_some(Ask::Posts(None)))
        .collect()
}

fn amount(quantity: Quantity) -> Option<Decimal> {
    match quantity {
        Quantity::Cell(cell) => Some(cell.decimal()),
        Quantity::Amount(number)
        | Quantity::Posts(number)
        | Quantity::Outcomes { citizens: number, .. }
        | Quantity::Citizens(number)
        | Quantity::Returned(number)
        | Quantity::Value(number, _) => Some(number),
        Quantity::Payback(..) | Quantity::None => None,
    }
}

/// Recomputes a step from the numbers in it, and compares the result.
#[track_caller]
fn redo(step: &Step, value: Quantity) {
    match step {
        Step::Product(factors, gives) => assert_eq!(Some(product(factors)), amount(*gives), "{step:?}"),
        Step::RoundedUp(exact, count, posts) => {
            assert!(exact <= posts && *posts - *exact < Decimal::ONE, "{step:?}");
            assert!(matches!(count, PostsCount::Half | PostsCount::Whole), "{step:?}");
        }
        Step::PostsStay(posts) => assert!(*posts >= Decimal::ZERO, "{step:?}"),
        Step::Limited(exact, _, limit) => assert!(exact > limit, "{step:?}"),
        Step::Rounded(exact, cell) => assert_eq!(Thousands::round(*exact), Some(*cell), "{step:?}"),
        Step::Sum(parts, gives) => {
            let sum: Decimal = parts.iter().filter_map(|part| amount(part.value)).sum();
            assert_eq!(Some(sum), amount(*gives), "{step:?}");
        }
        Step::Ratio(part, by, gives) => {
            let by = amount(*by).filter(|by| *by > Decimal::ZERO);
            let ratio = by.and_then(|by| amount(part.value).unwrap().checked_div(by));
            assert_eq!(ratio, amount(*gives), "{step:?}");
        }
        Step::PaidBack { ends, goes_on, .. } => {
            // Something is left at the end of the last year before the payback. Earlier years may have been ahead.
            let (last, before) = ends.split_last().unwrap();
            let is_reached = matches!(value, Quantity::Payback(Payback::Reached { .. }, _));
            let last_unpaid = if goes_on.is_some() { Some(last) } else { before.last() };
            let is_left = last_unpaid.is_none_or(|(_, end)| *end > Thousands::ZERO);
            let is_paid = goes_on.is_some() || last.1 <= Thousands::ZERO;
            assert!(!is_reached || (is_left && is_paid), "{step:?}");
        }
        Step::Point { years_before, left, gain, gives } => {
            let part = left.decimal().checked_div(gain.decimal()).unwrap_or_default();
            assert_eq!(Decimal::from(*years_before) + part, *gives, "{step:?}");
            assert_eq!(years(value), *gives);
        }
        Step::Simple(costs, saving, gives) => {
            let ratio = amount(costs.value).unwrap() / amount(saving.value).unwrap().abs();
            assert_eq!(ratio, *gives, "{step:?}");
            assert_eq!(years(value), *gives);
        }
        Step::Discounted { rate, ends, goes_on } => {
            let mut left = Decimal::ZERO;
            let mut divisor = Decimal::ONE;
            for (_, net, end) in ends {
                left += net.decimal() / divisor;
                divisor *= Decimal::ONE + rate;
                assert!((left - end).abs() < decimal("0.000001"), "{step:?}");
            }
            let is_reached = matches!(value, Quantity::Payback(Payback::Reached { .. }, _));
            assert_eq!(is_reached && left > Decimal::ZERO, goes_on.is_some(), "{step:?}");
        }
    }
}

/// The years of a payback time.
#[track_caller]
fn years(value: Quantity) -> Decimal {
    let Quantity::Payback(Payback::Reached { years, .. }, _) = value else { panic!("{value:?} is never reached") };
    years
}

/// The sum of the posts in the steps: each quotient, or the number that it was rounded up to.
fn posts_in(steps: &[Step]) -> Decimal {
    let next = steps.iter().skip(1).map(Some).chain([None]);
    steps
        .iter()
        .zip(next)
        .map(|(step, next)| match (step, next) {
            (Step::Product(..), Some(Step::RoundedUp(..))) => Decimal::ZERO,
            (Step::Product(_, gives) | Step::Sum(_, gives), _) => amount(*gives).unwrap(),
            (Step::RoundedUp(_, _, posts) | Step::PostsStay(posts), _) => *posts,
            (step, _) => panic!("{step:?} gives no posts"),
        })
        .sum()
}

/// A scenario of a note that ships, or of one that was made with the kinds of line that those have not.
fn any() -> impl Strategy<Value = Any> {
    prop_oneof![any_scenario(), any_made_scenario()]
}

/// The factors multiplied as a reader would, with the divisions last.
fn product(factors: &[Factor]) -> Decimal {
    let (divisors, multipliers): (Vec<_>, Vec<_>) =
        factors.iter().partition(|factor| matches!(factor, Factor::Divisor { .. }));
    let number = |factor: &Factor| match factor {
        Factor::Driver { value, .. } | Factor::Divisor { value, .. } => *value,
        Factor::Remainder { value, .. } => Decimal::ONE - value,
        Factor::Posts { posts, .. } => *posts,
        Factor::Share { share, .. } => *share,
        Factor::Lines { amount } => *amount,
        Factor::Increase { value, .. } => Decimal::ONE + *value,
    };
    let dividend: Decimal = multipliers.into_iter().map(number).product();
    divisors.into_iter().map(number).fold(dividend, |quotient, divisor| quotient / divisor)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_key_figures_of_a_perspective_are_those_of_its_answer_and_its_explanations(Any(scenario) in any()) {
        let computed = computed(&scenario);
        for perspective in computed.outcome.views.iter().map(|view| view.perspective) {
            let (seen, said) = (computed.seen_from(perspective), answer(&computed, perspective));
            prop_assert_eq!((seen.payback, seen.net, seen.cost), (said.payback, said.net, said.cost));
            prop_assert_eq!(seen.returned, said.returned);
            let value = |ask: Ask| explain(&computed, ask).map(|explanation| explanation.value);
            let year = Some(computed.figures.year);
            prop_assert_eq!(value(Ask::Flow(Flow::Net, perspective, None)), Some(Quantity::Cell(seen.net)));
            prop_assert_eq!(value(Ask::Flow(Flow::Costs, perspective, year)), Some(Quantity::Cell(seen.cost)));
            let paid_back = Quantity::Payback(seen.payback, Convention::FirstYear);
            prop_assert_eq!(value(Ask::paid_back(perspective)), Some(paid_back));
            let returned = value(Ask::Returned(perspective)).and_then(amount);
            prop_assert_eq!(returned, seen.returned.in_year);
            let in_all = value(Ask::ReturnedInAll(perspective)).and_then(amount);
            prop_assert_eq!(in_all, seen.returned.in_all);
        }
    }

    #[test]
    fn the_factors_of_a_line_give_its_exact_amount(Any(scenario) in any()) {
        let years = outcome(&scenario).years;
        for line in 0..scenario.note().variant.lines.len() {
            for year in years.iter().copied().chain([years[0] - 1]) {
                let factors = factors(&scenario, line, year).unwrap();
                let is_limited = scenario.note().variant.lines[line].formula.limit.is_some();
                let limit = is_limited.then(|| product(&limit_factors(&scenario, line, year).unwrap()));
                prop_assert_eq!(product(&factors).min(limit.unwrap_or(Decimal::MAX)), exact_amount(&scenario, line, year).unwrap());
            }
        }
    }

    #[test]
    fn every_number_has_an_explanation_that_gives_it(Any(scenario) in any()) {
        let computed = computed(&scenario);
        for ask in every_ask(&scenario, &computed.outcome) {
            let id = ask.id(scenario.note());
            prop_assert_eq!(Ask::find(scenario.note(), &id), Some(ask), "{} asks for the same again", id);
            let Some(explained) = explain(&computed, ask) else { panic!("{id} has no explanation") };
            explained.steps.iter().for_each(|step| redo(step, explained.value));
            if matches!(ask, Ask::Posts(_)) {
                prop_assert_eq!(Some(posts_in(&explained.steps)), amount(explained.value), "{}", id);
            }
            for part in explained.steps.iter().flat_map(|step| match step {
                Step::Sum(parts, _) => parts.clone(),
                Step::Ratio(part, ..) => vec![*part],
                Step::Simple(costs, saving, _) => vec![*costs, *saving],
                _ => Vec::new(),
            }) {
                let part_explained = explain(&computed, part.ask).expect("a part can be asked about too");
                // What comes back is a saving without its minus.
                let is_returned = matches!(ask, Ask::Returned(_) | Ask::ReturnedInAll(_));
                let value = match part.value {
                    Quantity::Cell(cell) if is_returned => Quantity::Cell(cell.negated()),
                    value => value,
                };
                if let Quantity::Amount(exact) = part.value {
                    // A share is one of exact amounts, which are rounded in their own cells.
                    let cell = Thousands::round(exact).map(Thousands::decimal);
                    prop_assert_eq!(amount(part_explained.value).map(|cell| cell.abs()), cell, "{} in {}", part.ask.id(scenario.note()), id);
                    continue;
                }
                if part.share.is_none() && !matches!(ask, Ask::Flow(_, Perspective::Service, _)) {
                    prop_assert_eq!(part_explained.value, value, "{} in {}", part.ask.id(scenario.note()), id);
                }
            }
            if let Ask::Driver(ix) = ask {
                prop_assert_eq!(&explained.drivers, &vec![ix]);
                prop_assert_eq!(amount(explained.value), scenario.value(ix));
                continue;
            }
            // The sum of all years stands below what comes back in a year.
            let steps = if matches!(ask, Ask::Returned(_)) { &explained.steps[..1] } else { &explained.steps };
            let Some(last) = steps.last() else {
                prop_assert_eq!(explained.value, Quantity::Posts(Decimal::ZERO), "{} has no step", id);
                continue;
            };
            let given = match last {
                Step::Product(_, gives) | Step::Sum(_, gives) | Step::Ratio(_, _, gives) => Some(*gives),
                Step::Rounded(_, cell) => Some(Quantity::Cell(*cell)),
                Step::Limited(_, _, limit) => Some(Quantity::Amount(*limit)),
                Step::RoundedUp(..)
                | Step::PostsStay(..)
                | Step::PaidBack { .. }
                | Step::Point { .. }
                | Step::Simple(..)
                | Step::Discounted { .. } => None,
            };
            if let (Some(given), Some(value)) = (given.and_then(amount), amount(explained.value))
                && !matches!(ask, Ask::Posts(_))
            {
                prop_assert_eq!(given.abs(), value.abs(), "{}", id);
            }
        }
    }
}

#[test]
fn a_saving_is_citizens_times_effect_times_amount() {
    let published = scenario("ips-2018", &[]);
    let benefits = explained(&published, "line.benefits.2019");
    assert_eq!(benefits.value, Quantity::Cell(Thousands::new(-4406)));
    let ids: Vec<&str> =
        benefits.drivers.iter().map(|ix| published.note().variant.driver(*ix).unwrap().id.as_str()).collect();
    assert_eq!(ids, ["citizens", "effect", "benefit"]);
    let Step::Rounded(exact, cell) = benefits.steps.last().unwrap() else { panic!("{benefits:?}") };
    assert_eq!((*exact, *cell), (decimal("4405.875"), Thousands::new(4406)));
    let printed = benefits.printed.unwrap();
    assert_eq!((printed.place.as_str(), printed.cell), ("1.1", Some(Thousands::new(-4406))));
}

#[test]
fn an_explanation_says_that_posts_were_rounded_up() {
    let mut changed = scenario("ips-2018", &[("caseload", "20")]);
    changed.count_posts(PostsCount::Whole);
    let team = explained(&changed, "line.ips-team.2018");
    assert!(team.steps.contains(&Step::RoundedUp(decimal("7.5"), PostsCount::Whole, decimal("8"))), "{team:?}");
    assert!(explained(&changed, "posts.ips").steps.contains(&Step::RoundedUp(
        decimal("7.5"),
        PostsCount::Whole,
        decimal("8")
    )));
}

#[test]
fn a_committee_that_pays_half_of_a_line_says_so() {
    let costs = explained(&scenario("ips-2018", &[]), "costs.sud.2018");
    let Step::Sum(parts, sum) = &costs.steps[0] else { panic!("{costs:?}") };
    assert_eq!(*sum, Quantity::Cell(Thousands::new(1335)));
    assert!(parts.iter().any(|part| part.share == Some(decimal("0.5"))), "{parts:?}");
}

#[test]
fn a_payback_shows_the_years_it_took() {
    let total = explained(&scenario("ips-2018", &[]), "payback.total");
    let cells = [2073, 1364, 655, -54].map(Thousands::new);
    let ends = (2018..).zip(cells).collect();
    assert_eq!(total.steps, [Step::PaidBack { ends, goes_on: None, in_vain: None }]);
    let service = explained(&scenario("ips-2018", &[]), "payback.service");
    let Step::PaidBack { ends, goes_on, in_vain } = &service.steps[0] else { panic!("{service:?}") };
    assert_eq!((ends.len(), *goes_on, *in_vain), (5, Some(Thousands::new(-63)), Some(20)));
}

#[test]
fn a_year_that_was_never_printed_has_no_printed_cell() {
    let longer = scenario("ips-2018", &[("years", "7")]);
    assert_eq!(explained(&longer, "line.benefits.2024").printed, None::<Printed>);
    assert_eq!(explained(&longer, "net.total").printed, None);
}

#[test]
fn an_id_that_names_no_number_of_the_note_cannot_be_asked_about() {
    let note = scenario("ips-2018", &[]).note();
    for id in [
        "",
        ".",
        "line",
        "line.nothing.2018",
        "line.benefits.x",
        "line.benefits.2018.1",
        "net",
        "net.moon",
        "payback.total.2018",
        "payback.total.first-year",
        "payback.total.interpolated.2",
        "payback.total.discounted",
        "payback.total.discounted.-1",
        "payback.total.discounted.101",
        "payback.total.discounted.3.50",
        "line.benefits~1.2019",
        "line.benefits~2.2019",
        "driver.nothing",
        "posts.nobody",
        "cost.ips",
    ] {
        assert_eq!(Ask::find(note, id), None, "{id:?}");
    }
    let published = scenario("ips-2018", &[]);
    let ask = Ask::find(note, "line.benefits.1999").unwrap();
    assert_eq!(explain(&computed(&published), ask), None);
}

#[test]
fn every_convention_shows_how_it_counts() {
    let published = scenario("ips-2018", &[]);
    let interpolated = explained(&published, "payback.total.interpolated");
    let (left, gain) = (Thousands::new(655), Thousands::new(709));
    let gives = decimal("3") + decimal("655") / decimal("709");
    assert_eq!(interpolated.steps, [Step::Point { years_before: 3, left, gain, gives }]);
    let simple = explained(&published, "payback.total.simple");
    let Step::Simple(costs, saving, _) = simple.steps[0] else { panic!("{simple:?}") };
    assert_eq!((costs.value, saving.value), (cell(19_416), cell(-5_563)));
    assert_eq!(saving.ask, Ask::Flow(Flow::Savings, Perspective::Total, Some(2019)));
    let discounted = explained(&published, "payback.total.discounted.4");
    let Step::Discounted { rate, ends, goes_on } = &discounted.steps[0] else { panic!("{discounted:?}") };
    assert_eq!((*rate, ends.len(), *goes_on), (decimal("0.04"), 5, None), "2022 is the table's last year");
    assert_eq!(ends[1].2.round_dp(2), decimal("1391.27"), "2.073 − 709 ÷ 1,04");
    let also: Vec<String> =
        explained(&published, "payback.total").also.iter().map(|part| part.ask.id(published.note())).collect();
    assert_eq!(also, ["payback.total.interpolated", "payback.total.simple"]);
}

const fn cell(thousands: i64) -> Quantity {
    Quantity::Cell(Thousands::new(thousands))
}

#[test]
fn two_efforts_with_the_same_borrowed_saving_are_asked_about_apart() {
    for note in testing::every_note() {
        let ids: Vec<String> = (0..note.variant.lines.len()).map(|at| Ask::Line(at, None).id(note)).collect();
        let mut unique = ids.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), ids.len(), "{ids:?}");
    }
}
