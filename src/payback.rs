//! When an effort has paid for itself.
//!
//! Computed on printed cells. Past the last year of the table the costs are over and the last year's saving goes on:
//! the business case calls its savings lasting ("varige ændringer").

use std::iter::repeat;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;

use crate::evaluate::View;
use crate::money::Thousands;
use crate::note::Year;

/// How the payback time is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Convention {
    /// The document's: the first year in which the cumulative net is no longer above zero, the first year being 1.
    FirstYear,
    /// The point within that year at which it reaches zero, each year's net falling evenly.
    Interpolated,
    /// The simple ratio: the costs of all years ÷ the saving of the year that saves most. Of the business case that is
    /// what four years cost ÷ what a year with full effect saves. It knows no order of years: neither the first year's
    /// lower effect nor that savings fall when the effort stops.
    Simple,
    /// As [`Convention::FirstYear`], with what happens in year k divided by (1 + rate)^(k − 1): the first year counts
    /// in full. What is left is looked at in that year's own money and to the øre ([`is_settled`]). Without an end within
    /// [`LAST_DISCOUNTED`] years it is [`Payback::Never`].
    Discounted {
        /// The reader's rate, a share of 1 a year: 0.04 for 4 %. None of the documents has one.
        rate: Decimal,
    },
}

/// The last year that [`Convention::Discounted`] looks at.
pub const LAST_DISCOUNTED: u32 = 1000;

impl Convention {
    /// Every convention, the document's first, with the reader's rate for the discounted one.
    #[must_use]
    pub const fn all(rate: Decimal) -> [Self; 4] {
        [Self::FirstYear, Self::Interpolated, Self::Simple, Self::Discounted { rate }]
    }
}

/// The answer to "when has it paid for itself?".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Payback {
    /// After so many years, in the calendar year given.
    Reached {
        /// Years by the convention; whole for [`Convention::FirstYear`] and [`Convention::Discounted`].
        years: Decimal,
        /// The calendar year in which it happens.
        year: u32,
    },
    /// There are savings, but they never make up for the costs.
    Never,
    /// There is nothing to pay back.
    NoCosts,
    /// There are costs and no savings at all.
    NoSavings,
}

/// The payback time of one perspective by one convention. `first` is the year of the view's first column.
#[must_use]
pub fn payback(view: &View, first: Year, convention: Convention) -> Payback {
    if view.costs.iter().all(|cost| *cost <= Thousands::ZERO) {
        return Payback::NoCosts;
    }
    if view.savings.iter().all(|saving| *saving >= Thousands::ZERO) {
        return Payback::NoSavings;
    }
    let reached = match convention {
        Convention::FirstYear => {
            Crossing::of(view).and_then(|crossing| crossing.reached(first, crossing.whole_years()?))
        }
        Convention::Interpolated => Crossing::of(view).and_then(|crossing| crossing.reached(first, crossing.point()?)),
        Convention::Simple => simple(view, first),
        Convention::Discounted { rate } => discounted(view, first, rate),
    };
    reached.unwrap_or(Payback::Never)
}

/// The calendar year of the year that has so many whole years before it.
fn calendar_year(first: Year, years_before: u64) -> Option<u32> {
    u32::try_from(u64::from(first).checked_add(years_before)?).ok()
}

/// All costs ÷ the largest saving of a year. There are both, or the question was answered before.
fn simple(view: &View, first: Year) -> Option<Payback> {
    let costs: Thousands = view.costs.iter().copied().sum();
    let saving = view.savings.iter().min()?.negated();
    let years = costs.decimal().checked_div(saving.decimal())?;
    let year = calendar_year(first, years.ceil().checked_sub(Decimal::ONE)?.to_u64()?)?;
    Some(Payback::Reached { years, year })
}

/// What is left to pay back at the end of each year, discounted: the table's own years, then the last saving for ever. It
/// ends where a number can no longer be held, and is empty for a rate of −1 or less.
pub fn discounted_ends(view: &View, rate: Decimal) -> impl Iterator<Item = Decimal> {
    let growth = Decimal::ONE.checked_add(rate).filter(|growth| *growth > Decimal::ZERO);
    let nets = view.net.iter().copied().chain(repeat(view.savings.last().copied().unwrap_or_default()));
    growth.into_iter().flat_map(move |growth| {
        nets.clone().scan((Decimal::ZERO, Some(Decimal::ONE)), move |(left, factor), net| {
            let own = (*factor)?;
            *left = left.checked_add(net.decimal().checked_mul(own)?)?;
            *factor = own.checked_div(growth);
            Some(*left)
        })
    })
}

/// The øre, in 1.000 kr.: the decimals down to which an amount with interest is looked at.
pub const ORE: u32 = 5;

/// Whether an amount with interest is nothing or less, to the øre. Interest goes on behind any decimal, and what lies there
/// decides nothing: neither the last digit of a decimal here nor that of a spreadsheet.
#[must_use]
pub fn is_settled(left: Decimal) -> bool {
    left.round_dp_with_strategy(ORE, RoundingStrategy::MidpointAwayFromZero) <= Decimal::ZERO
}

/// What is left to pay back at the end of each year, with a year's interest on what was left before: the table's own years,
/// then the last saving for ever. The same as [`discounted_ends`] in each year's own money, so it is above zero when that is.
/// It ends where a number can no longer be held, and is empty for a rate of −1 or less.
pub fn ends_with_interest(view: &View, rate: Decimal) -> impl Iterator<Item = Decimal> {
    let growth = Decimal::ONE.checked_add(rate).filter(|growth| *growth > Decimal::ZERO);
    let nets = view.net.iter().copied().chain(repeat(view.savings.last().copied().unwrap_or_default()));
    growth.into_iter().flat_map(move |growth| {
        nets.clone().scan(Decimal::ZERO, move |left, net| {
            *left = left.checked_mul(growth)?.checked_add(net.decimal())?;
            Some(*left)
        })
    })
}

/// Whether the saving that goes on after the table pays anything back: it does not where a year's interest on what is left
/// takes all of it.
#[must_use]
pub fn outgrows_interest(view: &View, left: Decimal, rate: Decimal) -> bool {
    let saving = view.savings.last().copied().unwrap_or_default().negated();
    let gain = left.checked_mul(rate).and_then(|interest| saving.decimal().checked_sub(interest));
    gain.is_some_and(|gain| !is_settled(gain))
}

/// The first year in which the discounted cumulative net is no longer above zero.
fn discounted(view: &View, first: Year, rate: Decimal) -> Option<Payback> {
    let mut ends = (0..LAST_DISCOUNTED).zip(ends_with_interest(view, rate));
    let table = view.net.len();
    let within = ends.by_ref().take(table).collect::<Vec<_>>();
    let settled = |(_, left): &(u32, Decimal)| is_settled(*left);
    let (years_before, _) = match within.iter().copied().find(settled) {
        Some(found) => found,
        None if outgrows_interest(view, within.last()?.1, rate) => ends.find(settled)?,
        None => return None,
    };
    let year = calendar_year(first, years_before.into())?;
    Some(Payback::Reached { years: Decimal::from(years_before.checked_add(1)?), year })
}

/// The year in which the cumulative net reaches zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crossing {
    /// Whole years before it.
    pub years_before: u64,
    /// What is left to pay back when it begins.
    pub left: Thousands,
    /// What it pays back in all.
    pub gain: Thousands,
}

impl Crossing {
    /// That of a view; `None` where the cumulative net never reaches zero.
    #[must_use]
    pub fn of(view: &View) -> Option<Self> {
        let Some(column) = view.cumulative.iter().position(|so_far| *so_far <= Thousands::ZERO) else {
            return beyond_the_table(view);
        };
        let before = column.checked_sub(1).and_then(|earlier| view.cumulative.get(earlier));
        let net = view.net.get(column).copied().unwrap_or_default();
        let years_before = u64::try_from(column).ok()?;
        Some(Self { years_before, left: before.copied().unwrap_or_default(), gain: net.negated() })
    }

    /// The years until the end of the one in which it happens.
    fn whole_years(&self) -> Option<Decimal> {
        Decimal::from(self.years_before).checked_add(Decimal::ONE)
    }

    /// The years until the point at which it happens.
    fn point(&self) -> Option<Decimal> {
        let whole = Decimal::from(self.years_before);
        // A first year that already gains more than it costs pays back at once.
        if self.gain == Thousands::ZERO {
            return Some(whole);
        }
        whole.checked_add(self.left.decimal().checked_div(self.gain.decimal())?)
    }

    fn reached(&self, first: Year, years: Decimal) -> Option<Payback> {
        Some(Payback::Reached { years, year: calendar_year(first, self.years_before)? })
    }
}

/// The cumulative net at the end of each of so many years: the view's own, then the last year's saving goes on.
#[must_use]
pub fn projected(view: &View, years: usize) -> Vec<Thousands> {
    let last = view.savings.last().copied().unwrap_or_default();
    let mut ends: Vec<Thousands> = view.cumulative.iter().copied().take(years).collect();
    while ends.len() < years {
        ends.push(ends.last().copied().unwrap_or_default().plus(last));
    }
    ends
}

/// The last year's saving goes on, without costs, until what is left is paid back.
fn beyond_the_table(view: &View) -> Option<Crossing> {
    let left = view.cumulative.last()?.get();
    let saving = view.savings.last()?.negated().get();
    if saving <= 0 {
        return None;
    }
    // The years in which something is still left at the end: one less than those it takes.
    let full_years = left.checked_sub(1)?.checked_div(saving)?;
    let left_then = left.checked_sub(saving.checked_mul(full_years)?)?;
    let years_before = u64::try_from(view.cumulative.len()).ok()?.checked_add(u64::try_from(full_years).ok()?)?;
    Some(Crossing { years_before, left: Thousands::new(left_then), gain: Thousands::new(saving) })
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "test amounts are small")]
mod tests {

    use super::*;
    use crate::evaluate::Perspective;

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
        let counted = payback(&view, 2018, Convention::FirstYear);
        assert_eq!(counted, Payback::Reached { years: years.into(), year });
        let Payback::Reached { years, year: same } = payback(&view, 2018, Convention::Interpolated) else {
            panic!("no interpolated payback")
        };
        assert_eq!(years.round_dp(2).normalize().to_string(), interpolated);
        assert_eq!(same, year, "both conventions name the same calendar year");
    }

    #[test]
    fn the_business_case_is_paid_back_in_its_fourth_year() {
        expect(&[4854, 4854, 4854, 4854, 0], &[-2781, -5563, -5563, -5563, -2105], 4, 2021, "3.92");
    }

    #[track_caller]
    fn business_case(convention: Convention) -> (String, u32) {
        let view = view(&[4854, 4854, 4854, 4854, 0], &[-2781, -5563, -5563, -5563, -2105]);
        let Payback::Reached { years, year } = payback(&view, 2018, convention) else { panic!("no payback") };
        (years.round_dp(4).normalize().to_string(), year)
    }

    #[test]
    fn the_simple_ratio_is_all_costs_over_a_full_years_saving() {
        // 4 × 4.854 = 19.416; 19.416 ÷ 5.563 = 3,4902: within the fourth year.
        assert_eq!(business_case(Convention::Simple), ("3.4902".to_owned(), 2021));
        // 100 ÷ 50 is two years to the day, so it happens in the second.
        let whole = payback(&view(&[100, 0], &[0, -50]), 2018, Convention::Simple);
        assert_eq!(whole, Payback::Reached { years: Decimal::TWO, year: 2019 });
        // 10 ÷ 50 is within the first year.
        let soon = payback(&view(&[10, 0], &[0, -50]), 2018, Convention::Simple);
        assert_eq!(soon, Payback::Reached { years: Decimal::new(2, 1), year: 2018 });
    }

    #[test]
    fn a_discount_moves_the_business_case_from_its_fourth_year_to_its_fifth() {
        let at = |percent| business_case(Convention::Discounted { rate: Decimal::new(percent, 2) });
        assert_eq!(at(0), ("4".to_owned(), 2021), "no discount is the document's own convention");
        // 2.073 − 709 ÷ 1,01 − 709 ÷ 1,0201 − 709 ÷ 1,030301 = 2.073 − 701,98 − 695,03 − 688,15 = −12,16.
        assert_eq!(at(1), ("4".to_owned(), 2021));
        // 2.073 − 709 ÷ 1,02 − 709 ÷ 1,0404 − 709 ÷ 1,061208 = 2.073 − 695,10 − 681,47 − 668,11 = 28,32.
        assert_eq!(at(2), ("5".to_owned(), 2022));
        // 2.073 − 681,73 − 655,51 − 630,30 = 105,46; less 2.105 ÷ 1,16985856 = 1.799,36.
        assert_eq!(at(4), ("5".to_owned(), 2022));
    }

    #[test]
    fn a_discounted_saving_goes_on_after_the_table_and_may_never_be_enough() {
        let of = |costs, rate| payback(&view(&[costs, 0], &[-10, -10]), 2018, Convention::Discounted { rate });
        // 40 − 10 − 10 ÷ 1,1 − 10 ÷ 1,21 = 30 − 9,09 − 8,26 = 12,64; − 7,51 − 6,83 = −1,70 in the fifth year.
        assert_eq!(of(40, Decimal::new(1, 1)), Payback::Reached { years: Decimal::from(5), year: 2022 });
        // 10 for ever at 10 % is worth 110 with the first year's: 111 is never reached.
        assert_eq!(of(111, Decimal::new(1, 1)), Payback::Never);
        // 10 a year pays 10.000 back in a thousand years, and 10.001 in one more, which is not looked at.
        assert_eq!(of(10_000, Decimal::ZERO), Payback::Reached { years: Decimal::from(1000), year: 3017 });
        assert_eq!(of(10_001, Decimal::ZERO), Payback::Never);
        // 110 is what it is worth: what is left comes closer to nothing for ever and never is.
        assert_eq!(of(110, Decimal::new(1, 1)), Payback::Never);
        assert!(matches!(of(109, Decimal::new(1, 1)), Payback::Reached { .. }));
        for senseless in [Decimal::NEGATIVE_ONE, Decimal::MIN, Decimal::MAX] {
            assert_eq!(of(40, senseless), Payback::Never, "{senseless}");
        }
    }

    #[test]
    fn interest_that_is_paid_to_the_ore_is_paid() {
        let of = |costs: &[i64], savings: &[i64], rate| {
            payback(&view(costs, savings), 2018, Convention::Discounted { rate: Decimal::new(rate, 2) })
        };
        // 100 × 1,1 = 110, though 1 ÷ 1,1 has no last digit.
        assert_eq!(of(&[100, 0], &[0, -110], 10), Payback::Reached { years: Decimal::TWO, year: 2019 });
        // 300 × 1,07³ = 367,5129: a third year's 367 leaves half a krone and more.
        assert_eq!(of(&[300, 0, 0, 0], &[0, 0, 0, -367], 7), Payback::Reached { years: Decimal::from(5), year: 2022 });
        assert_eq!(of(&[300, 0, 0, 0], &[0, 0, 0, -368], 7), Payback::Reached { years: Decimal::from(4), year: 2021 });
        // 244 at 25 % is paid by 125 a year in three years: 305 − 125 = 180, 225 − 125 = 100, 125 − 125 = 0.
        assert_eq!(of(&[369], &[-125], 25), Payback::Reached { years: Decimal::from(4), year: 2021 });
    }

    #[test]
    fn the_same_left_is_seen_in_each_years_own_money_and_in_the_firsts() {
        let view = view(&[4854, 4854, 4854, 4854, 0], &[-2781, -5563, -5563, -5563, -2105]);
        let rate = Decimal::new(4, 2);
        let mut growth = Decimal::ONE;
        for (own, first) in ends_with_interest(&view, rate).zip(discounted_ends(&view, rate)).take(20) {
            assert!((own / growth - first).abs() < Decimal::new(1, 15), "{own} {first}");
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
    fn a_first_year_with_a_gain_is_paid_back_at_once() {
        expect(&[100, 100], &[-150, -150], 1, 2018, "0");
    }

    #[test]
    fn what_cannot_be_paid_back_is_said_in_kind() {
        let never = view(&[100, 100], &[-10, 0]);
        for convention in
            [Convention::FirstYear, Convention::Interpolated, Convention::Discounted { rate: Decimal::ZERO }]
        {
            assert_eq!(payback(&never, 2018, convention), Payback::Never, "{convention:?}");
        }
        for convention in Convention::all(Decimal::ZERO) {
            assert_eq!(payback(&view(&[100], &[0]), 2018, convention), Payback::NoSavings, "{convention:?}");
            assert_eq!(payback(&view(&[0], &[-10]), 2018, convention), Payback::NoCosts, "{convention:?}");
            assert_eq!(payback(&view(&[], &[]), 2018, convention), Payback::NoCosts, "{convention:?}");
        }
    }
}
