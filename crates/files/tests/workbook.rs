//! The exported workbook in a spreadsheet engine that is not ours: its formulas give what the page shows, also after a
//! driver is changed in the workbook.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "rows and columns are few, and amounts small enough for any of these types"
)]

#[path = "common/calculated.rs"]
mod calculated;
mod common;

use calculated::{any_rate, change, open, read, written};
use common::{CALCULATION, DRIVERS, PRINTED, Shown, VALUE, YEARS as FIRST_COLUMN, in_cell, subject, subject_at};
use engine::answer::share_on_all_places;
use engine::link::{Page, Screen};
use engine::payback::{Convention, Payback, ends_with_interest, payback};
use files::{Subject, workbook};
use ironcalc::base::Model;
use model::evaluate::{Perspective, View, exact_amount};
use model::language::Language;
use model::money::Thousands;
use model::note::Unit;
use model::scenario::{PostsCount, Scenario};
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{Any, any_made_scenario, any_scenario, decimal, driver_ix, every_note, made_notes, note};

#[test]
fn every_note_recalculates_to_what_the_page_shows() {
    for note in every_note().into_iter().chain(made_notes()) {
        let scenario = Scenario::baseline(note);
        let mut model = open(&written(&subject(&scenario)));
        model.evaluate();
        let compared = read(&model).expect(&scenario, Decimal::ZERO, &note.variant.id);
        assert!(compared > 100, "{}: only {compared} numbers", note.variant.id);
    }
}

/// Above the savings of each year stands that the share is not one of everybody in the effort, where it is so.
#[test]
fn a_share_that_is_used_for_every_place_says_so() {
    let mut said = 0;
    for note in every_note() {
        let scenario = Scenario::baseline(note);
        let subject = subject(&scenario);
        let sheets = read(&open(&written(&subject)));
        let expected = share_on_all_places(note).map(|of| subject.words.share_on_all_places(of));
        let texts = sheets.0[CALCULATION].iter().flatten().filter(|cell| match (cell, &expected) {
            (Shown::Text(text), Some(expected)) => text == expected,
            (Shown::Text(text), None) => text.contains("alle pladser") || text.contains("every place"),
            _ => false,
        });
        assert_eq!(texts.count(), usize::from(expected.is_some()), "{}", note.variant.id);
        said += usize::from(expected.is_some());
    }
    assert_eq!(said, 3, "both editions of BI07, and BI10");
}

#[test]
fn the_stored_result_of_each_formula_is_what_it_gives() {
    for note in every_note().into_iter().chain(made_notes()) {
        let mut scenario = Scenario::baseline(note);
        scenario.count_posts(PostsCount::Half);
        let mut model = open(&written(&subject_at(&scenario, decimal("0.035"))));
        let stored = read(&model);
        model.evaluate();
        let mut formulas = 0;
        for (sheet, (before, after)) in stored.0.iter().zip(&read(&model).0).enumerate() {
            for (row, (before, after)) in before.iter().zip(after).enumerate() {
                for (column, (before, after)) in before.iter().zip(after).enumerate() {
                    let cell = format!("{}: sheet {sheet}, row {}, column {}", note.variant.id, row + 1, column + 1);
                    match (before, after) {
                        (Shown::Number(before), Shown::Number(after)) => {
                            assert!((before - after).abs() <= after.abs() * 1e-12, "{cell}: {before} {after}");
                        }
                        _ => assert_eq!(before, after, "{cell}"),
                    }
                    let formula = model.get_cell_formula(sheet as u32, row as i32 + 1, column as i32 + 1).unwrap();
                    formulas += usize::from(formula.is_some());
                }
            }
        }
        assert!(formulas > 300, "{}: only {formulas} formulas", note.variant.id);
    }
}

#[test]
fn a_driver_changed_in_the_workbook_changes_the_results() {
    let published = Scenario::baseline(note("ips-2018"));
    let mut model = open(&written(&subject(&published)));
    let mut changed = published.clone();
    changed.set(driver_ix(&published, "caseload"), decimal("20")).unwrap();
    change(&mut model, &changed, decimal("0.04"));
    let sheets = read(&model);
    sheets.expect(&changed, decimal("0.04"), "caseload 20");
    // 150 ÷ 20 consultants: the workbook shows the changed scenario and not the note.
    let row = sheets.by_id(CALCULATION)["figure consultants"];
    assert_eq!(sheets.cell(CALCULATION, row, 5), &Shown::Number(7.5));
    // The rate has changed too.
    let row = sheets.by_id(CALCULATION)["rate"];
    assert_eq!(sheets.cell(CALCULATION, row, 5), &Shown::Number(0.04));
}

#[test]
fn an_unchanged_note_computes_the_printed_cells_beside_it() {
    for note in engine::notes::Library::embedded().unwrap().notes() {
        let own = testing::note(&note.variant.id);
        let mut model = open(&written(&subject(&Scenario::baseline(own))));
        model.evaluate();
        let sheets = read(&model);
        let years = usize::from(own.variant.last - own.variant.first) + 1;
        let mut compared = 0;
        for row in sheets.by_id(PRINTED).into_values() {
            for column in 0..years {
                match (sheets.cell(PRINTED, row, 3 + column), sheets.cell(PRINTED, row, 4 + years + column)) {
                    (Shown::Number(_), Shown::Number(apart)) => {
                        assert!(apart.abs() < 1e-9, "{}, row {row}: {apart}", own.variant.id);
                        compared += 1;
                    }
                    (Shown::Nothing, Shown::Nothing) => {}
                    other => panic!("{}, row {row}: {other:?}", own.variant.id),
                }
            }
        }
        assert!(compared >= years, "{}: {compared} printed cells", own.variant.id);
    }
}

#[test]
fn a_longer_effort_gets_its_years() {
    for note in every_note() {
        let mut longest = Scenario::baseline(note);
        for (ix, _) in note.variant.drivers().filter(|(_, driver)| driver.unit == Unit::Years) {
            longest.set(ix, Unit::Years.bounds().1).unwrap();
        }
        let mut model = open(&written(&subject(&Scenario::baseline(note))));
        change(&mut model, &longest, decimal("0.02"));
        read(&model).expect(&longest, decimal("0.02"), &format!("{} for twenty years", note.variant.id));
    }
}

#[test]
fn the_file_of_a_day_is_the_same_whenever_it_is_written() {
    let scenario = Scenario::baseline(note("ips-2018"));
    let (first, second) = (written(&subject(&scenario)), written(&subject(&scenario)));
    assert!(first == second, "two files of {} and {} bytes differ", first.len(), second.len());
}

#[test]
fn an_english_reader_gets_an_english_workbook_that_computes_the_same() {
    for note in every_note() {
        let scenario = Scenario::baseline(note);
        let link = Page::of(Screen::Note, Language::English).link(&scenario);
        let address = format!("https://example.org/#{link}");
        let english = Subject::open(&testing::LIBRARY, &address, common::DAY).unwrap();
        let mut model = open(&written(&english));
        model.evaluate();
        assert_eq!(model.workbook.worksheets[0].name, "Assumptions");
        let sheets = read(&model);
        assert_eq!(sheets.errors(), Vec::<String>::new());
        let row = sheets.by_id(CALCULATION)["net total"];
        let net = model::evaluate::evaluate(&scenario).unwrap();
        let net: i64 = net.views[0].net.iter().map(|cell| cell.get()).sum();
        let Shown::Number(shown) = sheets.cell(CALCULATION, row, 5) else { panic!("no net") };
        assert!((shown - net as f64).abs() < 1e-9, "{}: {shown}, not {net}", note.variant.id);
    }
}

/// Scenarios in which many exact amounts end in half a thousand, where binary arithmetic is most likely to round wrong.
/// Also gives the number of such amounts.
fn ties() -> impl Strategy<Value = (Any, usize)> {
    let halves = prop::collection::vec((1_i64..40_000, 1_i64..400), 40);
    (prop::sample::select(every_note()), 1_i64..60, halves).prop_map(|(note, people, halves)| {
        let mut scenario = Scenario::baseline(note);
        // 2,5 % of 40 citizens is 1, and so on: outcomes and posts come out whole or in tenths.
        for ((ix, driver), (a, b)) in note.variant.drivers().zip(halves.into_iter().cycle()) {
            let value = match driver.unit {
                Unit::Citizens => Decimal::from(people * 40),
                Unit::CitizensPerPost => Decimal::new([80, 100, 125, 160, 200, 250, 400][(b % 7) as usize], 1),
                Unit::Courses => Decimal::from(b),
                Unit::Posts => Decimal::new(b, 1),
                Unit::CostPerPost | Unit::AmountPerYear => Decimal::from(a) / Decimal::TWO,
                Unit::AmountPerOutcome | Unit::AmountEach => Decimal::new(a * 5, 3),
                Unit::Share => Decimal::new((b % 40) * 25, 3),
                Unit::Years | Unit::Factor | Unit::Increase => continue,
            };
            let _ = scenario.set(ix, value);
        }
        let mut count = 0;
        for line_index in 0..note.variant.lines.len() {
            for year in note.variant.first..=note.variant.last {
                let amount = exact_amount(&scenario, line_index, year).unwrap();
                count += usize::from(amount.fract().abs() == Decimal::new(5, 1));
            }
        }
        (Any(scenario), count)
    })
}

/// A scenario of a note that ships, or of one that was made with the kinds of line that those have not.
fn any_note_changed() -> impl Strategy<Value = Any> {
    prop_oneof![any_scenario(), any_made_scenario()]
}

/// The first year in the table of the business case.
const FIRST: u16 = 2018;
/// The number of years in the table of the business case.
const COLUMNS: usize = 5;

/// Costs by year, savings by year, and a rate.
type Money = (Vec<i64>, Vec<i64>, Decimal);

/// Costs and savings of any size, which are paid back at once, within the table, long after it, or never.
fn any_money() -> BoxedStrategy<Money> {
    let year = |most: i64| prop_oneof![1 => Just(0), 3 => 0..=most];
    let sizes = prop::sample::select(vec![3_i64, 100, 10_000, 1_000_000]);
    (sizes.clone(), sizes, any_rate())
        .prop_flat_map(move |(cost, saving, rate)| {
            let years = |most| prop::collection::vec(year(most), COLUMNS);
            (years(cost), years(saving), Just(rate))
        })
        .prop_map(|(costs, savings, rate)| (costs, savings.into_iter().map(|saving| -saving).collect(), rate))
        .boxed()
}

/// Costs and savings for which the last binary digit could decide: they are paid back exactly, or the interest of a
/// year equals the yearly saving exactly, or they miss either by a thousand kroner.
fn settled_money() -> BoxedStrategy<Money> {
    // The debt at the end of the table, the yearly saving, and the rate in per cent.
    let after: Vec<(i64, i64, i64)> = vec![
        (244, 125, 25),
        (36, 25, 25),
        (8, 10, 25),
        (15, 16, 100),
        (3, 4, 100),
        (105, 121, 10),
        (70, 10, 0),
        (1_000, 1, 0),
        (996, 1, 0),
        (995, 1, 0),
        (100, 10, 10),
        (250, 10, 4),
        (1_000, 35, 3),
        (200, 7, 3),
    ];
    let past =
        (prop::sample::select(after), 100_i64..1_000, -1_i64..=1).prop_map(|((left, saving, rate), times, beside)| {
            // The debt stays at 100, because each year saves the interest, until the last year adds the rest.
            let mut costs = vec![0; COLUMNS];
            let mut savings = vec![-rate; COLUMNS];
            (costs[0], savings[0]) = (100, 0);
            costs[COLUMNS - 1] = left * times + beside + saving * times - 100 - rate;
            savings[COLUMNS - 1] = -saving * times;
            (costs, savings, Decimal::new(rate, 2).normalize())
        });
    // 1,1 × 1,1 = 1,21 and so on: the debt with interest is a whole number of thousands after some years.
    let within = (prop::sample::select(vec![4_i64, 5, 7, 10, 12, 25, 50]), 1_usize..=3, 1_i64..50, -1_i64..=1)
        .prop_map(|(rate, years, times, beside)| {
            let mut costs = vec![0; COLUMNS];
            let mut savings = vec![0; COLUMNS];
            let power = u32::try_from(years).unwrap();
            costs[0] = 100_i64.pow(power) * times;
            savings[years] = -((100 + rate).pow(power) * times + beside);
            (costs, savings, Decimal::new(rate, 2).normalize())
        });
    prop_oneof![past, within].boxed()
}

thread_local! {
    /// The workbook of the business case. The tests overwrite its sums.
    static MONEY: std::cell::RefCell<Model<'static>> =
        std::cell::RefCell::new(open(&written(&subject(&Scenario::baseline(note("ips-2018"))))));
}

/// Overwrites the costs and savings of the whole city and the rate in the workbook, and recalculates it. Returns the
/// costs and savings as a view.
fn type_in(model: &mut Model<'static>, costs: &[i64], savings: &[i64], rate: Decimal) -> View {
    let sheets = read(model);
    let rows = sheets.by_id(CALCULATION);
    for (id, cells) in [("costs total", costs), ("savings total", savings)] {
        for (column, cell) in cells.iter().enumerate() {
            let column = (FIRST_COLUMN + column) as i32 + 1;
            model.update_cell_with_number(CALCULATION as u32, rows[id] as i32 + 1, column, *cell as f64).unwrap();
        }
    }
    let row = sheets.by_id(DRIVERS)[workbook::RATE] as i32 + 1;
    model.update_cell_with_number(DRIVERS as u32, row, VALUE as i32 + 1, in_cell(Unit::Share, rate)).unwrap();
    model.evaluate();
    let cells = |amounts: &[i64]| amounts.iter().copied().map(Thousands::new).collect::<Vec<_>>();
    let net: Vec<i64> = costs.iter().zip(savings).map(|(cost, saving)| cost + saving).collect();
    let so_far: Vec<i64> = (1..=net.len()).map(|years| net[..years].iter().sum()).collect();
    View {
        perspective: Perspective::Total,
        costs: cells(costs),
        savings: cells(savings),
        net: cells(&net),
        cumulative: cells(&so_far),
    }
}

#[test]
fn the_generated_money_is_paid_back_in_every_way() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (any, settled) = (any_money(), settled_money());
    let (mut within, mut past, mut never, mut at_the_krone) = (0, 0, 0, 0);
    let mut model = MONEY.with_borrow(|model| Model::from_workbook(model.workbook.clone(), "en").unwrap());
    for round in 0..60 {
        let strategy = if round % 2 == 0 { &any } else { &settled };
        let (costs, savings, rate) = strategy.new_tree(&mut runner).unwrap().current();
        let view = type_in(&mut model, &costs, &savings, rate);
        at_the_krone += usize::from(ends_with_interest(&view, rate).take(1_000).any(|left| left.is_zero()));
        match payback(&view, FIRST, Convention::Discounted { rate }, 20) {
            Payback::Reached { years, .. } if years <= Decimal::from(COLUMNS) => within += 1,
            Payback::Reached { .. } => past += 1,
            _ => never += 1,
        }
    }
    let found = (within, past, never, at_the_krone);
    assert!(within >= 5 && past >= 5 && never >= 5 && at_the_krone >= 5, "{found:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_change_made_in_the_workbook_gives_what_the_page_would_show(Any(scenario) in any_note_changed(), rate in any_rate()) {
        let mut model = open(&written(&subject(&Scenario::baseline(scenario.note()))));
        change(&mut model, &scenario, rate);
        read(&model).expect(&scenario, rate, "changed there");
    }

    #[test]
    fn any_scenario_is_written_with_its_own_results(Any(scenario) in any_note_changed(), rate in any_rate()) {
        let model = open(&written(&subject_at(&scenario, rate)));
        read(&model).expect(&scenario, rate, "as written");
    }

    #[test]
    fn half_a_thousand_is_rounded_away_from_zero_there_too((Any(scenario), _) in ties()) {
        let mut model = open(&written(&subject(&scenario)));
        model.evaluate();
        read(&model).expect(&scenario, Decimal::ZERO, "ties");
    }

    #[test]
    fn any_money_is_paid_back_there_when_it_is_here((costs, savings, rate) in prop_oneof![any_money(), settled_money()]) {
        MONEY.with_borrow_mut(|model| {
            let view = type_in(model, &costs, &savings, rate);
            let compared = read(model).expect_paybacks(&view, FIRST, rate, &format!("{costs:?} {savings:?} at {rate}"));
            prop_assert!(compared > 10);
            Ok(())
        })?;
    }
}

#[test]
fn the_generated_ties_are_ties() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let counted: usize = (0..50).map(|_| ties().new_tree(&mut runner).unwrap().current().1).sum();
    assert!(counted > 100, "only {counted} halves in 50 scenarios");
}
