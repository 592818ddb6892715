use super::*;
use model::evaluate::Perspective;

const HORIZON: u32 = 20;
const NOT_WITHIN: Payback = Payback::NotWithin { horizon: HORIZON, ahead: None };

fn view(costs: &[i64], savings: &[i64]) -> View {
    let cells = |amounts: &[i64]| -> Vec<Thousands> { amounts.iter().copied().map(Thousands::new).collect() };
    let net: Vec<i64> = costs.iter().zip(savings).map(|(cost, saving)| cost + saving).collect();
    let cumulative: Vec<i64> = net
        .iter()
        .scan(0, |sum, year| {
            *sum += year;
            Some(*sum)
        })
        .collect();
    View {
        perspective: Perspective::Total,
        costs: cells(costs),
        savings: cells(savings),
        net: cells(&net),
        cumulative: cells(&cumulative),
    }
}

#[track_caller]
fn expect(costs: &[i64], savings: &[i64], years: u32, year: u32, interpolated: &str) {
    let view = view(costs, savings);
    let counted = payback(&view, 2018, Convention::FirstYear, HORIZON);
    let by_the_rest =
        costs.iter().rposition(|cost| *cost > 0).is_some_and(|last| years > u32::try_from(last + 1).unwrap());
    assert_eq!(counted, Payback::Reached { years: years.into(), year, by_the_rest });
    let Payback::Reached { years, year: year_interpolated, .. } =
        payback(&view, 2018, Convention::Interpolated, HORIZON)
    else {
        panic!("no interpolated payback")
    };
    assert_eq!(years.round_dp(2).normalize().to_string(), interpolated);
    assert_eq!(year_interpolated, year, "both conventions name the same calendar year");
}

#[test]
fn the_business_case_is_paid_back_in_its_fourth_year() {
    expect(&[4854, 4854, 4854, 4854, 0], &[-2781, -5563, -5563, -5563, -2105], 4, 2021, "3.92");
}

/// A payback in a year with costs.
fn while_it_runs(years: Decimal, year: u32) -> Payback {
    Payback::Reached { years, year, by_the_rest: false }
}

/// A payback after the last year with costs.
fn afterwards(years: u32, year: u32) -> Payback {
    Payback::Reached { years: years.into(), year, by_the_rest: true }
}

#[test]
fn where_more_comes_in_than_is_spent_no_simple_ratio_is_given() {
    let view = view(&[10, -25, 1], &[-5, -5, -5]);
    assert_eq!(payback(&view, 2018, Convention::FirstYear, HORIZON), while_it_runs(Decimal::TWO, 2019));
    assert_eq!(payback(&view, 2018, Convention::Simple, HORIZON), Payback::NoCosts);
}

#[track_caller]
fn business_case(convention: Convention) -> (String, u32) {
    let view = view(&[4854, 4854, 4854, 4854, 0], &[-2781, -5563, -5563, -5563, -2105]);
    let Payback::Reached { years, year, .. } = payback(&view, 2018, convention, HORIZON) else { panic!("no payback") };
    (years.round_dp(4).normalize().to_string(), year)
}

#[test]
fn the_simple_ratio_is_all_costs_over_a_full_years_saving() {
    // 4 × 4.854 = 19.416; 19.416 ÷ 5.563 = 3,4902: within the fourth year.
    assert_eq!(business_case(Convention::Simple), ("3.4902".to_owned(), 2021));
    // 100 ÷ 50 is two years to the day, so it happens in the second.
    let simple = |costs: &[i64], savings: &[i64]| payback(&view(costs, savings), 2018, Convention::Simple, HORIZON);
    assert_eq!(simple(&[60, 40], &[-50, -50]), while_it_runs(Decimal::TWO, 2019));
    // 10 ÷ 50 is within the first year.
    assert_eq!(simple(&[10], &[-50]), while_it_runs(Decimal::new(2, 1), 2018));
}

#[test]
fn there_is_no_simple_ratio_where_only_what_is_left_afterwards_pays_it_back() {
    // BI11 at 20 %: 2.257 a year for four years, 2.105 saved a year, and 842 a year afterwards.
    let left = view(&[2257, 2257, 2257, 2257, 0], &[-1052, -2105, -2105, -2105, -842]);
    let by = |convention, horizon| payback(&left, 2026, convention, horizon);
    let in_whole_years = Payback::Reached { years: Decimal::from(6), year: 2031, by_the_rest: true };
    assert_eq!(by(Convention::FirstYear, HORIZON), in_whole_years);
    assert_eq!(by(Convention::Discounted { rate: Decimal::ZERO }, HORIZON), in_whole_years);
    assert!(matches!(by(Convention::Interpolated, HORIZON), Payback::Reached { by_the_rest: true, .. }));
    assert_eq!(by(Convention::Simple, HORIZON), Payback::OnlyAfterwards);
    assert_eq!(by(Convention::Simple, 5), Payback::NotWithin { horizon: 5, ahead: None });
}

#[test]
fn a_discount_moves_the_business_case_from_its_fourth_year_to_its_fifth() {
    let discounted = |percent| business_case(Convention::Discounted { rate: Decimal::new(percent, 2) });
    assert_eq!(discounted(0), ("4".to_owned(), 2021), "a rate of zero is the document's own convention");
    // 2.073 − 709 ÷ 1,01 − 709 ÷ 1,0201 − 709 ÷ 1,030301 = 2.073 − 701,98 − 695,03 − 688,15 = −12,16.
    assert_eq!(discounted(1), ("4".to_owned(), 2021));
    // 2.073 − 709 ÷ 1,02 − 709 ÷ 1,0404 − 709 ÷ 1,061208 = 2.073 − 695,10 − 681,47 − 668,11 = 28,32.
    assert_eq!(discounted(2), ("5".to_owned(), 2022));
    // 2.073 − 681,73 − 655,51 − 630,30 = 105,46, which is less than 2.105 ÷ 1,16985856 = 1.799,36.
    assert_eq!(discounted(4), ("5".to_owned(), 2022));
}

#[test]
fn a_discounted_saving_goes_on_after_the_table_and_may_never_be_enough() {
    let discounted =
        |costs, rate| payback(&view(&[costs, 0], &[-10, -10]), 2018, Convention::Discounted { rate }, HORIZON);
    // 40 − 10 − 10 ÷ 1,1 − 10 ÷ 1,21 = 30 − 9,09 − 8,26 = 12,64; − 7,51 − 6,83 = −1,70 in the fifth year.
    assert_eq!(discounted(40, Decimal::new(1, 1)), afterwards(5, 2022));
    // 10 a year for ever is worth 110 at 10 %, the first year included. It never pays 111 back.
    assert_eq!(discounted(111, Decimal::new(1, 1)), NOT_WITHIN);
    // 10 a year pays 200 back in twenty years. For 201 it takes one year more, which lies beyond the horizon.
    assert_eq!(discounted(200, Decimal::ZERO), afterwards(20, 2037));
    assert_eq!(discounted(201, Decimal::ZERO), NOT_WITHIN);
    // 110 is exactly what it is worth: the balance comes closer to zero for ever and never gets there.
    assert_eq!(discounted(110, Decimal::new(1, 1)), NOT_WITHIN);
    assert!(matches!(discounted(90, Decimal::new(1, 1)), Payback::Reached { .. }));
    for senseless in [Decimal::NEGATIVE_ONE, Decimal::MIN, Decimal::MAX] {
        assert_eq!(discounted(40, senseless), NOT_WITHIN, "{senseless}");
    }
}

#[test]
fn a_balance_that_rounds_to_zero_ore_is_paid() {
    let discounted = |costs: &[i64], savings: &[i64], percent| {
        payback(&view(costs, savings), 2018, Convention::Discounted { rate: Decimal::new(percent, 2) }, HORIZON)
    };
    // 100 × 1,1 = 110, though 1 ÷ 1,1 has no last digit.
    assert_eq!(discounted(&[100, 0], &[0, -110], 10), afterwards(2, 2019));
    // 300 × 1,07³ = 367,5129: a saving of 367 in the fourth year leaves 513 kroner.
    let (fifth_year, fourth_year) = (afterwards(5, 2022), afterwards(4, 2021));
    assert_eq!(discounted(&[300, 0, 0, 0], &[0, 0, 0, -367], 7), fifth_year);
    assert_eq!(discounted(&[300, 0, 0, 0], &[0, 0, 0, -368], 7), fourth_year);
    // 244 at 25 % is paid by 125 a year in three years: 305 − 125 = 180, 225 − 125 = 100, 125 − 125 = 0.
    assert_eq!(discounted(&[369], &[-125], 25), fourth_year);
}

#[test]
fn a_balance_is_the_same_in_each_years_own_money_and_in_the_first_years() {
    let view = view(&[4854, 4854, 4854, 4854, 0], &[-2781, -5563, -5563, -5563, -2105]);
    let rate = Decimal::new(4, 2);
    let mut growth = Decimal::ONE;
    for (with_interest, discounted) in ends_with_interest(&view, rate).zip(discounted_ends(&view, rate)).take(20) {
        assert!((with_interest / growth - discounted).abs() < Decimal::new(1, 15), "{with_interest} {discounted}");
        growth *= Decimal::ONE + rate;
    }
    assert_eq!(ends_with_interest(&view, rate).nth(1), Some(Decimal::new(144_692, 2)), "2.073 × 1,04 − 709");
}

#[test]
fn the_last_saving_goes_on_after_the_table() {
    // 100 - 10 - 10 = 80 left, 10 a year: eight years more.
    expect(&[100, 0], &[-10, -10], 10, 2027, "10");
    // 81 left: the ninth year pays the last thousand.
    expect(&[101, 0], &[-10, -10], 11, 2028, "10.1");
}

#[test]
fn a_projection_goes_on_with_the_last_saving() {
    let view = view(&[100, 0], &[-10, -20]);
    let ends: Vec<i64> = projected(&view, 5).into_iter().map(Thousands::get).collect();
    assert_eq!(ends, [90, 70, 50, 30, 10]);
    assert_eq!(projected(&view, 1), [Thousands::new(90)]);
}

#[test]
fn reaching_zero_exactly_counts_as_paid_back() {
    expect(&[100, 0], &[-40, -60], 2, 2019, "2");
}

#[test]
fn a_first_year_with_a_gain_is_paid_back_while_it_runs() {
    expect(&[100, 100], &[-150, -150], 1, 2018, "0");
}

#[test]
fn each_reason_for_no_payback_has_its_own_answer() {
    let never = view(&[100, 100], &[-10, 0]);
    for convention in [Convention::FirstYear, Convention::Interpolated, Convention::Discounted { rate: Decimal::ZERO }]
    {
        assert_eq!(payback(&never, 2018, convention, HORIZON), NOT_WITHIN, "{convention:?}");
    }
    for convention in Convention::all(Decimal::ZERO) {
        assert_eq!(payback(&view(&[100], &[0]), 2018, convention, HORIZON), Payback::NoSavings, "{convention:?}");
        assert_eq!(payback(&view(&[0], &[-10]), 2018, convention, HORIZON), Payback::NoCosts, "{convention:?}");
        assert_eq!(payback(&view(&[], &[]), 2018, convention, HORIZON), Payback::NoCosts, "{convention:?}");
    }
}

#[test]
fn a_payback_lasts() {
    // Ahead in the first year, behind in the third, and paid back for good in the fifth.
    let back_again = view(&[10, 10, 10, 0, 0], &[-15, -5, -5, -4, -4]);
    assert_eq!(back_again.cumulative.iter().map(|end| end.get()).collect::<Vec<_>>(), [-5, 0, 5, 1, -3]);
    for convention in [Convention::FirstYear, Convention::Discounted { rate: Decimal::ZERO }] {
        assert_eq!(payback(&back_again, 2018, convention, HORIZON), afterwards(5, 2022));
    }
    // Ahead in the first year, and in the end a cost.
    let costs_in_the_end = view(&[10, 10, 10], &[-15, -5, 0]);
    for convention in Convention::all(Decimal::ZERO) {
        let expected = Payback::NotWithin { horizon: HORIZON, ahead: Some(2018) };
        assert_eq!(payback(&costs_in_the_end, 2018, convention, HORIZON), expected, "{convention:?}");
    }
}

#[test]
fn nothing_lies_beyond_the_horizon() {
    let slow = view(&[100, 0], &[0, -5]);
    for convention in Convention::all(Decimal::ZERO) {
        for horizon in [1, 10, 19] {
            let expected = Payback::NotWithin { horizon, ahead: None };
            assert_eq!(payback(&slow, 2018, convention, horizon), expected, "{convention:?}");
        }
        let within = payback(&slow, 2018, convention, 21);
        assert!(matches!(within, Payback::Reached { .. } | Payback::OnlyAfterwards), "{convention:?}");
    }
}
