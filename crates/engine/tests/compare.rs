//! Two scenarios side by side: the documents' own pairs, then properties over generated ones.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::compare::{Amounts, Apart, Comparison, DriverPair, OutcomesCompared, Pair, Row, compare};
use engine::link;
use engine::pasted::{self, Unusable};
use engine::payback::Payback;
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::Side;
use model::scenario::{PostsCount, Scenario};
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{LIBRARY, any_scenario, computed, decimal, outcome, scenario};

#[track_caller]
fn compared<'n>(left: &Scenario<'n>, right: &Scenario<'n>) -> Comparison<'n> {
    compare(&computed(left), &computed(right))
}

fn cells(cells: &[Thousands]) -> Vec<i64> {
    cells.iter().map(|cell| cell.get()).collect()
}

#[track_caller]
fn apart(amounts: &Amounts) -> &Apart {
    amounts.apart.as_ref().expect("the amounts can be compared")
}

/// A row of the comparison: its id, both sums, and the differences by year.
type Sums = (String, Option<i64>, Option<i64>, Vec<i64>);
/// A driver in the comparison: its id, and both values as on screen.
type Values = (String, Option<String>, Option<String>);

/// The rows that differ.
fn differing(comparison: &Comparison<'_>) -> Vec<Sums> {
    let sums = |amounts: &Amounts| amounts.sums.map(|sum| sum.map(Thousands::get));
    let rows = comparison.rows.iter().filter(|row| row.differs());
    rows.map(|row| {
        let id = row.lines.left.iter().chain(&row.lines.right).next().unwrap().id.clone();
        let Pair { left, right } = sums(&row.amounts);
        (id, left, right, row.amounts.apart.as_ref().map(|apart| cells(&apart.by_year)).unwrap_or_default())
    })
    .collect()
}

/// The drivers that differ.
fn drivers(comparison: &Comparison<'_>) -> Vec<Values> {
    let value = |value: Option<(&model::note::Driver, Decimal)>| {
        value.map(|(driver, value)| (value * driver.unit.scale()).normalize().to_string())
    };
    let pairs = comparison.drivers.iter();
    pairs.map(|pair| (pair.id.to_owned(), value(pair.values.left), value(pair.values.right))).collect()
}

// ------------------------------------------------------------------------------------------------- the documents' pairs

#[test]
fn what_is_service_in_one_note_only_is_said() {
    let of = |left: &str, right: &str| compared(&scenario(left, &[]), &scenario(right, &[])).outside_service;
    // Sydhavnen has rows of its own, for the same posts.
    for later in ["bi07-2022-a", "bi07-2022-b", "bi10-2026", "bi11-2026-s1"] {
        let Pair { left, right } = of("ips-2018", later);
        let expected = left.as_ref().map(|outside| (outside.lines[0].id.as_str(), outside.share.round_dp(4)));
        assert_eq!((expected, right), (Some(("ips-team", decimal("0.4594"))), None), "{later}");
        assert_eq!(of(later, "ips-2018"), Pair { left: None, right: left }, "{later}");
        for other in ["bi07-2022-b", "bi10-2026", "bi11-2026-s1"] {
            assert_eq!(of(later, other), Pair::default(), "{later} {other}");
        }
    }
    assert_eq!(of("ips-2018", "ips-2018"), Pair::default());
    // The share is that of the reader's own calculation.
    let dearer = scenario("ips-2018", &[("pay-team", "743.333")]);
    let share = compared(&dearer, &scenario("bi10-2026", &[])).outside_service.left.unwrap().share;
    assert!(share > decimal("0.6"), "{share}");
}

#[test]
fn the_scenarios_for_sydhavnen_are_half_a_post_apart() {
    let comparison = compared(&scenario("bi11-2026-s1", &[]), &scenario("bi11-2026-s2", &[]));
    assert!(!comparison.same && !comparison.is_of_one_note());
    let half = ("fte-drug".to_owned(), Some("0.5".to_owned()), Some("1".to_owned()));
    assert_eq!(drivers(&comparison), [half]);
    assert_eq!(differing(&comparison), [("abuse-caseworkers".to_owned(), Some(1480), Some(2956), vec![-369; 4])]);
    assert_eq!(comparison.figures.as_ref().map(|figures| figures.cost.get()), Pair { left: 2257, right: 2626 });
    assert_eq!(comparison.figure_differences.cost, Some(Thousands::new(-369)));
    assert_eq!(comparison.costs.sums.map(|sum| sum.map(Thousands::get)), Pair { left: Some(9028), right: Some(10504) });
    assert_eq!(
        (apart(&comparison.costs).in_all.get(), cells(&apart(&comparison.costs).by_year)),
        (-1476, vec![-369; 4])
    );
    assert_eq!(comparison.years, [2026, 2027, 2028, 2029]);
    assert_eq!(comparison.figure_differences.posts, Some(decimal("-0.5")));
    assert!(!comparison.price_levels().differs());
}

#[test]
fn the_editions_of_2022_are_half_a_post_and_310_a_year_apart() {
    let comparison = compared(&scenario("bi07-2022-b", &[]), &scenario("bi07-2022-a", &[]));
    let half = ("fte-suf".to_owned(), Some("1.5".to_owned()), Some("1".to_owned()));
    assert_eq!(drivers(&comparison), [half]);
    assert_eq!(differing(&comparison), [("suf-health".to_owned(), Some(930 * 4), Some(620 * 4), vec![310; 4])]);
    assert_eq!(comparison.figures.as_ref().map(|figures| figures.cost.get()), Pair { left: 13140, right: 12830 });
    assert_eq!(comparison.figure_differences.cost, Some(Thousands::new(310)));
}

#[test]
fn a_smaller_caseload_is_compared_with_the_note() {
    let comparison = compared(&scenario("ips-2018", &[("caseload", "20")]), &scenario("ips-2018", &[]));
    assert_eq!(drivers(&comparison), [("caseload".to_owned(), Some("20".to_owned()), Some("25".to_owned()))]);
    // 7,5 consultants for six: 5.651 − 4.854.
    assert_eq!(cells(&apart(&comparison.costs).by_year), [797, 797, 797, 797, 0]);
    assert_eq!(apart(&comparison.savings).in_all, Thousands::ZERO);
    assert_eq!(apart(&comparison.net).in_all.get(), 4 * 797);
    let years = comparison.views.iter().find(|view| view.perspective == Perspective::Total).unwrap().payback;
    let reached = |years: u32, year| Some(Payback::Reached { years: years.into(), year, by_the_rest: false });
    assert_eq!(years.right, reached(4, 2021));
    let change = comparison.change().expect("both vary the same note");
    assert_eq!(change.changes.len(), 1);
    assert_eq!((change.changes[0].before, change.changes[0].after), (decimal("25"), decimal("20")));
    assert_eq!(Some(change.payback.1), years.left);
}

#[test]
fn what_only_one_note_has_is_listed_for_that_note_alone() {
    let comparison = compared(&scenario("ips-2018", &[]), &scenario("bi11-2026-s1", &[]));
    let only = |wanted: fn(&Values) -> bool| drivers(&comparison).into_iter().any(|pair| wanted(&pair));
    assert!(only(|(id, left, right)| id == "residual" && left.as_deref() == Some("10") && right.is_none()));
    assert!(only(|(id, left, right)| id == "pay-ips" && left.is_none() && right.is_some()));
    assert_eq!(comparison.years, [0; 0], "2018–2022 and 2026–2029 have no year in common");
    assert!(comparison.price_levels().differs());
    assert_eq!(comparison.price_levels(), Pair { left: 2018, right: 2026 });
    assert_eq!(comparison.spans(), Pair { left: (2018, 2022), right: (2026, 2029) });
    let benefits = differing(&comparison).into_iter().find(|(id, ..)| id == "benefits").unwrap();
    assert_eq!((benefits.2, benefits.3), (None, vec![]));
    assert_eq!(comparison.figure_differences.total, None, "one of them has no savings");
    assert_eq!(comparison.savings.sums.map(|sum| sum.map(Thousands::get)), Pair { left: Some(-21575), right: None });
    assert_eq!(comparison.change(), None);
}

#[test]
fn a_row_is_the_same_row_also_where_its_id_or_its_split_is_another() {
    let row_of = |left: &str, right: &str, id: &str| {
        let comparison = compared(&scenario(left, &[]), &scenario(right, &[]));
        let has_id = |row: &&Row<'_>| row.lines.left.iter().any(|line| line.id == id);
        let row = comparison.rows.iter().find(has_id).unwrap();
        let ids = |lines: &[&model::note::Line]| lines.iter().map(|line| line.id.clone()).collect::<Vec<_>>();
        (ids(&row.lines.left), ids(&row.lines.right), row.amounts.sums.map(|sum| sum.map(Thousands::get)))
    };
    let (_, right, sums) = row_of("bi07-2022-b", "bi10-2026", "veteran-lead");
    assert_eq!((right, sums), (vec!["veterans-coordination".to_owned()], Pair { left: Some(2400), right: Some(2804) }));
    // The business case has team and outreach, later notes one row: (954 + 2.230) × 4 beside 5.661 × 4.
    let (left, right, sums) = row_of("ips-2018", "bi10-2026", "ips-team");
    assert_eq!((left.len(), right), (2, vec!["ips-consultants".to_owned()]));
    assert_eq!(sums, Pair { left: Some(12_736), right: Some(22_644) });
    // Rows of different efforts are still matched by their id.
    let (_, right, _) = row_of("bi10-2026", "bi11-2026-s2", "ips-consultants");
    assert_eq!(right, ["ips-consultants"]);
}

/// The project leader of 2018 leads IPS, the one of 2026 the health effort: neither the row nor its drivers are the same.
#[test]
fn posts_of_different_efforts_with_the_same_id_are_not_the_same_row() {
    for later in ["bi07-2022-b", "bi10-2026"] {
        let comparison = compared(&scenario("ips-2018", &[]), &scenario(later, &[]));
        let leads: Vec<(usize, usize)> = comparison
            .rows
            .iter()
            .filter(|row| ids(row).split(' ').any(|id| id.starts_with("project-lead/")))
            .map(|row| (row.lines.left.len(), row.lines.right.len()))
            .collect();
        assert_eq!(leads, [(1, 0), (0, 1)], "{later}");
        let pay: Vec<(bool, bool)> = drivers(&comparison)
            .into_iter()
            .filter(|(id, ..)| id == "pay-lead")
            .map(|(_, left, right)| (left.is_some(), right.is_some()))
            .collect();
        assert_eq!(pay, [(true, false), (false, true)], "{later}");
    }
    // The health effort of 2022 is that of 2026, and so is its project leader.
    let comparison = compared(&scenario("bi07-2022-b", &[]), &scenario("bi10-2026", &[]));
    let pay: Vec<_> = drivers(&comparison).into_iter().filter(|(id, ..)| id == "pay-lead").collect();
    assert_eq!(pay, [("pay-lead".to_owned(), Some("720000".to_owned()), Some("856000".to_owned()))]);
}

#[test]
fn one_effort_is_compared_with_the_same_effort_of_a_note_that_has_three() {
    let comparison = compared(&scenario("ips-2018", &[]), &scenario("bi10-2026", &[]));
    let efforts = comparison.efforts.as_ref().expect("they do not have the same efforts");
    let danish =
        |names: &[&model::note::Names]| names.iter().map(|name| name.get("da").0.to_owned()).collect::<Vec<String>>();
    assert_eq!(danish(&efforts.shared), ["IPS-indsatsen"]);
    assert_eq!(efforts.alone.as_ref().map(Vec::len), Pair { left: 0, right: 2 });
    // 5.661 + 2.220, not the 9.526 of all efforts.
    assert_eq!(efforts.costs.map(Thousands::get), Pair { left: 4854, right: 7881 });
    assert_eq!(efforts.sums.map(Thousands::get), Pair { left: 19_416, right: 31_524 });
    let apart = compared(&scenario("bi11-2026-s1", &[]), &scenario("bi10-2026", &[])).efforts.unwrap();
    assert!(apart.shared.is_empty());
    assert_eq!(compared(&scenario("bi07-2022-a", &[]), &scenario("bi07-2022-b", &[])).efforts, None);
}

#[test]
fn key_figures_of_other_efforts_or_of_a_note_without_savings_have_no_difference() {
    let of = |left: &str, right: &str| {
        let figures = compared(&scenario(left, &[]), &scenario(right, &[])).figure_differences;
        (figures.net.is_some(), figures.cost.is_some(), figures.posts.is_some())
    };
    assert_eq!(of("ips-2018", "bi10-2026"), (false, false, false), "one effort and three");
    assert_eq!(of("bi07-2022-b", "bi10-2026"), (true, true, true), "the same three, neither with savings");
    assert_eq!(of("bi11-2026-s1", "bi11-2026-s2"), (true, true, true));
    // With and without borrowed savings, the difference is what was borrowed.
    let borrowing = Scenario::baseline(LIBRARY.with_savings("bi11-2026-s1").unwrap());
    let figures = compared(&borrowing, &scenario("bi11-2026-s1", &[])).figure_differences;
    assert!(figures.net.is_some_and(|net| net < Thousands::ZERO));
    // Scenario 1 with borrowed savings beside scenario 2 without any: one saves, the other does not say.
    let sides = compared(&borrowing, &scenario("bi11-2026-s2", &[])).figure_differences;
    assert_eq!((sides.net, sides.cost.is_some()), (None, true));
}

#[test]
fn savings_have_no_difference_where_only_one_note_states_any() {
    let comparable = |left: &Scenario<'_>, right: &Scenario<'_>| {
        let comparison = compared(left, right);
        let rows = |side: Side| comparison.rows.iter().filter(move |row| row.side() == side);
        assert!(
            rows(Side::Saving).all(|row| row.differs() || row.amounts.apart.is_some()),
            "what one has is not alike"
        );
        let have_same_efforts = comparison.efforts.is_none();
        assert!(rows(Side::Cost).all(|row| {
            let is_on_both_sides = !row.lines.left.is_empty() && !row.lines.right.is_empty();
            row.amounts.apart.is_some() == (have_same_efforts || is_on_both_sides)
        }));
        assert_eq!(comparison.costs.apart.is_some(), have_same_efforts, "one effort is not set against three");
        let savings = rows(Side::Saving).all(|row| row.amounts.apart.is_some());
        assert_eq!(comparison.savings.apart.is_some(), savings && have_same_efforts, "the sum is as the rows");
        assert_eq!(comparison.net.apart.is_some(), savings && have_same_efforts);
        (savings, comparison.net.apart.is_some())
    };
    let borrowing = Scenario::baseline(LIBRARY.with_savings("bi11-2026-s1").unwrap());
    assert_eq!(comparable(&scenario("ips-2018", &[]), &scenario("bi10-2026", &[])), (false, false));
    assert_eq!(
        comparable(&scenario("bi11-2026-s2", &[]), &borrowing),
        (false, false),
        "one saves, the other does not say"
    );
    assert_eq!(
        comparable(&borrowing, &scenario("bi11-2026-s1", &[])),
        (true, true),
        "the difference is what was borrowed"
    );
    assert_eq!(comparable(&scenario("ips-2018", &[]), &borrowing), (false, false), "both save, with other efforts");
    assert_eq!(comparable(&scenario("bi07-2022-b", &[]), &scenario("bi10-2026", &[])), (true, true), "neither says");
}

#[test]
fn service_alone_has_no_difference_where_the_notes_count_it_otherwise() {
    let differences = |left: &str, right: &str| {
        let comparison = compared(&scenario(left, &[]), &scenario(right, &[]));
        let service = comparison.views.iter().find(|view| view.perspective == Perspective::Service).unwrap();
        (service.difference, comparison.figure_differences.service)
    };
    assert_eq!(differences("ips-2018", "bi11-2026-s1"), (None, None));
    assert!(differences("bi07-2022-b", "bi10-2026").0.is_some());
}

#[test]
fn a_note_differs_from_itself_with_borrowed_savings() {
    let borrowing = Scenario::baseline(LIBRARY.with_savings("bi11-2026-s1").unwrap());
    let comparison = compared(&borrowing, &scenario("bi11-2026-s1", &[]));
    assert!(!comparison.same && !comparison.is_of_one_note());
    assert_eq!(apart(&comparison.costs).in_all, Thousands::ZERO);
    assert!(apart(&comparison.savings).in_all < Thousands::ZERO);
    assert!(comparison.rows.iter().all(|row| row.differs() == (row.side() == Side::Saving)));
}

#[test]
fn posts_counted_in_another_way_differ_even_where_no_number_does() {
    let mut whole = scenario("ips-2018", &[]);
    whole.count_posts(PostsCount::Whole);
    let comparison = compared(&whole, &scenario("ips-2018", &[]));
    assert!(!comparison.same);
    assert_eq!(comparison.change().unwrap().posts, Some(PostsCount::Whole));
    assert!(comparison.rows.iter().all(|row| !row.differs()));
}

// ------------------------------------------------------------------------------------------------------------ properties

/// The ids of all lines of a row, each with the row that it shares with other notes, whichever note is on the left.
fn ids(row: &Row<'_>) -> String {
    let lines = row.lines.left.iter().chain(&row.lines.right);
    let mut ids: Vec<String> =
        lines.map(|line| format!("{}/{}", line.id, line.same_row.as_deref().unwrap_or_default())).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.join(" ")
}

/// Every difference between the two scenarios, with the name of the number.
fn differences(comparison: &Comparison<'_>) -> Vec<(String, Option<Decimal>)> {
    let figures = comparison.figure_differences;
    let mut all = vec![
        ("payback".to_owned(), figures.total),
        ("payback on service".to_owned(), figures.service),
        ("net figure".to_owned(), figures.net.map(Thousands::decimal)),
        ("cost figure".to_owned(), figures.cost.map(Thousands::decimal)),
        ("per citizen".to_owned(), figures.cost_per_citizen),
        ("per outcome".to_owned(), figures.cost_per_outcome),
        ("posts".to_owned(), figures.posts),
    ];
    let mut add = |name: String, amounts: &Amounts| {
        all.push((name.clone(), amounts.apart.as_ref().map(|apart| apart.in_all.decimal())));
        all.extend(
            comparison
                .years
                .iter()
                .zip(amounts.apart.iter().flat_map(|apart| &apart.by_year))
                .map(|(year, cell)| (format!("{name} {year}"), Some(cell.decimal()))),
        );
    };
    for (name, amounts) in [("costs", &comparison.costs), ("savings", &comparison.savings), ("net", &comparison.net)] {
        add(name.to_owned(), amounts);
    }
    for (row_index, row) in comparison.rows.iter().enumerate() {
        let earlier_rows = comparison.rows.iter().take(row_index);
        let earlier = earlier_rows.filter(|earlier| ids(earlier) == ids(row)).count();
        add(format!("{} {earlier} {:?}", ids(row), row.side()), &row.amounts);
    }
    all.extend(comparison.views.iter().map(|view| {
        (
            view.perspective.id(comparison.scenarios.left.note().variant).to_owned(),
            view.difference.map(Thousands::decimal),
        )
    }));
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_scenario_does_not_differ_from_itself(scenario in any_scenario()) {
        let comparison = compared(&scenario.0, &scenario.0);
        prop_assert!(comparison.same);
        prop_assert_eq!(&comparison.drivers, &[]);
        prop_assert_eq!(comparison.change(), None);
        for (name, difference) in differences(&comparison) {
            prop_assert!(difference.unwrap_or_default().is_zero(), "{}", name);
        }
    }

    #[test]
    fn swapping_the_scenarios_negates_every_difference(left in any_scenario(), right in any_scenario()) {
        let (comparison, swapped) = (compared(&left.0, &right.0), compared(&right.0, &left.0));
        prop_assert_eq!(comparison.same, swapped.same);
        prop_assert_eq!(comparison.drivers.len(), swapped.drivers.len());
        for pair in &comparison.drivers {
            // Two rows that are not the same may each have a driver with the id.
            let is_it = |other: &&DriverPair<'_>| other.id == pair.id && other.values == pair.values.swapped();
            prop_assert_eq!(swapped.drivers.iter().filter(is_it).count(), 1, "{}", pair.id);
        }
        let negated: Vec<_> =
            differences(&swapped).into_iter().map(|(name, value)| (name, value.map(|value| -value))).collect();
        prop_assert_eq!(differences(&comparison), negated);
    }

    #[test]
    fn totals_differ_by_what_the_lines_differ_by(left in any_scenario(), right in any_scenario()) {
        let comparison = compared(&left.0, &right.0);
        let sum_of_lines = |side: Option<Side>| -> (i64, Vec<i64>) {
            let rows = comparison.rows.iter().filter(|row| side.is_none_or(|side| row.side() == side));
            let rows: Vec<&Apart> = rows.map(|row| apart(&row.amounts)).collect();
            let sum_in = |column: usize| rows.iter().map(|row| row.by_year[column].get()).sum();
            (rows.iter().map(|row| row.in_all.get()).sum(), (0..comparison.years.len()).map(sum_in).collect())
        };
        for (amounts, side) in [
            (&comparison.costs, Some(Side::Cost)), (&comparison.savings, Some(Side::Saving)), (&comparison.net, None),
        ] {
            if let Some(apart) = &amounts.apart {
                prop_assert_eq!((apart.in_all.get(), cells(&apart.by_year)), sum_of_lines(side));
            }
        }
        if let Some(net) = comparison.figure_differences.net {
            prop_assert_eq!(net, apart(&comparison.net).in_all);
        }
    }

    #[test]
    fn the_sums_of_each_scenario_are_its_own(left in any_scenario(), right in any_scenario()) {
        let comparison = compared(&left.0, &right.0);
        for (scenario, is_left) in [(&left.0, true), (&right.0, false)] {
            let outcome = outcome(scenario);
            let sums = comparison.rows.iter().filter_map(|row| {
                if is_left { row.amounts.sums.left } else { row.amounts.sums.right }
            });
            let sum: i64 = sums.map(Thousands::get).sum();
            prop_assert_eq!(sum, outcome.lines.iter().map(|line| line.total().get()).sum::<i64>());
        }
    }
}

// ---------------------------------------------------------------------------------------------------------- pasted links

#[test]
fn a_link_is_read_however_it_was_pasted() {
    let wanted = scenario("ips-2018", &[("caseload", "20"), ("effect", "0.125")]);
    for text in [
        "v=1&note=ips-2018&caseload=20&effect=12.5",
        "#v=1&note=ips-2018&caseload=20&effect=12.5",
        "https://example.org/page/#v=1&note=ips-2018&caseload=20&effect=12.5",
        "  <https://example.org/#v=1&note=ips-2018&caseload=20&effect=12.5>\n",
        "https://example.org/#v=1&note=ips-2018\n&caseload=20&eff\r\n ect=12.5",
        "https://example.org/#v=1&amp;note=ips-2018&amp;caseload=20&amp;effect=12.5",
        "v=1&screen=compare&lang=en&note=ips-2018&caseload=20&effect=12.5&with.note=bi10-2026&seen-from=nobody",
    ] {
        let read = pasted::read(&LIBRARY, text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        assert_eq!((read.scenario, read.notices), (wanted.clone(), vec![]), "{text}");
    }
}

#[test]
fn parts_of_a_pasted_link_that_cannot_be_applied_are_reported() {
    let read = pasted::read(&LIBRARY, "v=1&note=ips-2018&caseload=20&salary=9").unwrap();
    assert_eq!(read.scenario, scenario("ips-2018", &[("caseload", "20")]));
    assert_eq!(read.notices, [link::Notice::UnknownDriver("salary".to_owned())]);
}

#[test]
fn a_text_without_a_scenario_is_refused_with_the_reason() {
    for (text, reason) in [
        ("", Unusable::Empty),
        (" \n", Unusable::Empty),
        ("mange", Unusable::NoLink),
        ("https://example.org/", Unusable::NoLink),
        ("https://example.org/#", Unusable::NoLink),
        ("https://example.org/#v=1&screen=findings", Unusable::NoNote),
        ("v=1&caseload=20", Unusable::NoNote),
        ("v=1&with.note=ips-2018", Unusable::NoNote),
        ("v=1&note=atlantis&caseload=20", Unusable::UnknownNote("atlantis".to_owned())),
    ] {
        assert_eq!(pasted::read(&LIBRARY, text), Err(reason), "{text:?}");
    }
}

// ---------------------------------------------------------------------------------- what is gained, lost and said of it

#[test]
fn a_note_as_published_opens_beside_its_nearest_relative() {
    let other = |link: &str| {
        let opened = link::open(&LIBRARY, link).unwrap();
        opened.page.other.map(|other| {
            let variant = other.note().variant;
            (variant.id.clone(), variant.lender().map(str::to_owned))
        })
    };
    let plain = |id: &str| Some((id.to_owned(), None));
    let borrowing = |id: &str| Some((id.to_owned(), Some("ips-2018".to_owned())));
    let compare = "v=1&screen=compare&note=";
    assert_eq!(other(&format!("{compare}bi11-2026-s1")), plain("bi11-2026-s2"));
    assert_eq!(other(&format!("{compare}bi11-2026-s2")), plain("bi11-2026-s1"));
    assert_eq!(other(&format!("{compare}bi07-2022-b")), plain("bi07-2022-a"));
    assert_eq!(other(&format!("{compare}bi10-2026")), borrowing("bi10-2026"));
    assert_eq!(other(&format!("{compare}bi10-2026&lent=ips-2018")), plain("bi10-2026"));
    assert_eq!(other(&format!("{compare}ips-2018")), plain("bi10-2026"));
    // Whoever has changed something compares that with the note.
    assert_eq!(other(&format!("{compare}ips-2018&caseload=20")), None);
    assert_eq!(other("v=1&note=ips-2018"), None, "on any other screen nothing is compared");
}

#[test]
fn the_notes_own_words_stand_beside_the_rows_that_differ() {
    let comparison = compared(&scenario("bi11-2026-s1", &[]), &scenario("bi11-2026-s2", &[]));
    let ids = comparison.said().map(|said| said.into_iter().map(|remark| remark.id.clone()).collect::<Vec<_>>());
    assert_eq!(ids.left, ["adjusted", "half-post"]);
    assert_eq!(ids.right, ["original-grant"]);
    let changed = compared(&scenario("bi11-2026-s1", &[("fte-drug", "1")]), &scenario("bi11-2026-s1", &[]));
    assert!(changed.said().left.is_empty(), "a note says nothing of what the reader changes");
}

#[test]
fn two_notes_with_different_shares_can_be_given_the_same() {
    let (measured, target) = (scenario("bi11-2026-s2", &[("effect", "0.2")]), scenario("bi11-2026-s1", &[]));
    let comparison = compared(&measured, &target);
    let shares = Pair { left: Decimal::new(2, 1), right: Decimal::new(25, 2) };
    assert_eq!(comparison.outcomes_compared(), OutcomesCompared::OtherShares(shares));
    let (alike, share) = comparison.other_with_same_share().unwrap();
    assert_eq!((alike.clone(), share), (scenario("bi11-2026-s1", &[("effect", "0.2")]), shares.left));
    let again = compared(&measured, &alike);
    assert_eq!(again.outcomes_compared(), OutcomesCompared::SameShareOtherPosts(share));
    assert_eq!(again.other_with_same_share(), None);
    // A change of the share within one note is what the comparison is about.
    let changed = compared(&measured, &scenario("bi11-2026-s2", &[]));
    assert_eq!((changed.outcomes_compared(), changed.other_with_same_share()), (OutcomesCompared::Alike, None));
}

#[test]
fn what_the_notes_also_give_and_neither_counts_with_is_named() {
    let left_out = |left, right| {
        let comparison = compared(&left, &right);
        let all = comparison.left_out();
        all.iter().map(|it| (it.driver.id.clone(), it.alternative.value, it.values)).collect::<Vec<_>>()
    };
    let (one, two) = (scenario("bi11-2026-s1", &[]), scenario("bi11-2026-s2", &[]));
    let of_both = |value| Pair { left: Some(value), right: Some(value) };
    let [enrolled, measured] = [Decimal::from(73), Decimal::new(2, 1)];
    let effect = ("effect".to_owned(), measured, of_both(Decimal::new(25, 2)));
    let citizens = ("citizens".to_owned(), enrolled, of_both(Decimal::from(75)));
    assert_eq!(left_out(one.clone(), two.clone()), [citizens.clone(), effect.clone()]);
    // What one of them counts with stands among the drivers that differ.
    assert_eq!(left_out(scenario("bi11-2026-s1", &[("effect", "0.2")]), two.clone()), std::slice::from_ref(&citizens));
    let apart =
        ("effect".to_owned(), measured, Pair { left: Some(Decimal::new(3, 1)), right: Some(Decimal::new(25, 2)) });
    assert_eq!(left_out(scenario("bi11-2026-s1", &[("effect", "0.3")]), two), [citizens, apart]);
    // Each of two notes gives its own.
    let of_left = ("effect".to_owned(), Decimal::new(47, 2));
    let all = left_out(scenario("bi10-2026", &[]), one);
    assert!(
        all.iter().any(|(id, value, values)| (id, value) == (&of_left.0, &of_left.1) && values.right.is_none()),
        "{all:?}"
    );
    assert!(all.contains(&("effect".to_owned(), measured, Pair { left: None, right: effect.2.right })), "{all:?}");
}

#[test]
fn the_costs_of_each_year_are_of_the_efforts_that_both_have() {
    let costs = |left: &str, right: &str| {
        engine::compare::yearly_costs(&computed(&scenario(left, &[])), &computed(&scenario(right, &[])))
    };
    let costs_of_ips = costs("ips-2018", "bi10-2026").unwrap();
    assert_eq!(costs_of_ips.years, [2018, 2019, 2020, 2021, 2022, 2026, 2027, 2028, 2029]);
    let (left, right) = (&costs_of_ips.costs.left, &costs_of_ips.costs.right);
    assert_eq!(left[3], Some(Thousands::new(4_854)));
    assert_eq!((left[5], right[0], right[5]), (None, None, Some(Thousands::new(7_881))));
    assert_eq!(costs("bi11-2026-s1", "bi10-2026"), None, "they have no effort in common");
}
