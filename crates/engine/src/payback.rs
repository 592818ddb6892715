//! When an effort has paid for itself.
//!
//! It is computed from the rounded cells, and it must last: an effort is paid back in a year if the cumulative net is at
//! or below zero at the end of that year and at the end of every later one.
//!
//! After the last year of the table there are no more costs, and that year's saving goes on: the business case calls its
//! savings lasting ("varige ændringer"). The table always has a year after an effort with savings has stopped, so what
//! goes on is the saving of the residual effect, never that of the full one. No answer lies beyond a horizon, because
//! no document forecasts that far.

use std::iter::repeat;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;

use model::evaluate::View;
use model::money::Thousands;
use model::note::Year;

/// How the payback time is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Convention {
    /// The document's convention: the first year from which on the cumulative net is no longer above zero. The first
    /// year is year 1.
    FirstYear,
    /// The point within that year at which the cumulative net reaches zero, if each year's net is spread evenly over
    /// it.
    Interpolated,
    /// The simple ratio: the costs of all years ÷ the saving of the year that saves most. In the business case this is
    /// the cost of four years ÷ the saving of a year with full effect. The ratio ignores the order of the years: it
    /// sees neither the lower effect of the first year nor the smaller savings once the effort has stopped. So it is
    /// given only where the effort is paid back by [`Convention::FirstYear`] too, and while it runs. Where as much comes in as is
    /// spent, though not in every year, it has nothing to divide: there are no costs in all.
    Simple,
    /// As [`Convention::FirstYear`], with the net of year k divided by (1 + rate)^(k − 1). The first year counts in
    /// full. The remaining balance is rounded to the øre, in that year's own money ([`is_settled`]).
    Discounted {
        /// The reader's rate, a share of 1 a year: 0.04 for 4 %. No document gives one.
        rate: Decimal,
    },
}

impl Convention {
    /// Every convention, the document's first. The discounted one uses the reader's rate.
    #[must_use]
    pub const fn all(rate: Decimal) -> [Self; 4] {
        [Self::FirstYear, Self::Interpolated, Self::Simple, Self::Discounted { rate }]
    }

    /// Its permanent id, without the rate.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::FirstYear => "first-year",
            Self::Interpolated => "interpolated",
            Self::Simple => "simple",
            Self::Discounted { .. } => "discounted",
        }
    }

    /// Whether it counts whole years. The others give a point within a year.
    #[must_use]
    pub const fn counts_whole_years(self) -> bool {
        match self {
            Self::FirstYear | Self::Discounted { .. } => true,
            Self::Interpolated | Self::Simple => false,
        }
    }

    /// The rate that it discounts by, a share of 1 a year; `None` for one that does not discount.
    #[must_use]
    pub const fn rate(self) -> Option<Decimal> {
        match self {
            Self::Discounted { rate } => Some(rate),
            Self::FirstYear | Self::Interpolated | Self::Simple => None,
        }
    }
}

/// The answer to "when has it paid for itself?".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Payback {
    /// It pays for itself.
    Reached {
        /// The number of years it takes by the convention: a whole number for [`Convention::FirstYear`] and
        /// [`Convention::Discounted`].
        years: Decimal,
        /// The calendar year in which it happens.
        year: u32,
        /// Whether that is after the last year with costs. The effort has then cost more than it saved when it stops, and
        /// what is left of the savings afterwards pays it back.
        by_the_rest: bool,
    },
    /// It pays for itself, but only after the last year with costs, so [`Convention::Simple`] says nothing about it.
    OnlyAfterwards,
    /// There are savings, but within the horizon they do not cover the costs for good.
    NotWithin {
        /// The horizon, in years from the first year of the table.
        horizon: u32,
        /// The first calendar year at whose end the savings covered the costs so far, before later costs undid that;
        /// `None` if there is no such year.
        ahead: Option<u32>,
    },
    /// There is nothing to pay back.
    NoCosts,
    /// There are costs and no savings at all.
    NoSavings,
}

/// The payback time of one perspective by one convention. `first` is the year of the view's first column, and `horizon`
/// the number of years from there within which it must come.
///
/// ```
/// use engine::computed::Computed;
/// use model::evaluate::Perspective;
/// use engine::notes::Library;
/// use engine::payback::{Convention, Payback, payback};
/// use model::scenario::Scenario;
/// use rust_decimal::Decimal;
///
/// let library = Library::embedded().unwrap();
/// let computed = Computed::of(Scenario::baseline(library.find("ips-2018").unwrap())).unwrap();
/// let view = computed.outcome.view(Perspective::Total).unwrap();
/// let four_per_cent = Decimal::new(4, 2);
/// let paybacks = Convention::all(four_per_cent).map(|convention| match payback(view, 2018, convention, 20) {
///     Payback::Reached { years, year, .. } => (years.round_dp(2).normalize().to_string(), year),
///     other => panic!("{other:?}"),
/// });
/// // The document says four years. Interest moves the payback to the year after.
/// let expected = [("4", 2021), ("3.92", 2021), ("3.49", 2021), ("5", 2022)];
/// assert_eq!(paybacks, expected.map(|(years, year)| (years.to_owned(), year)));
/// ```
#[must_use]
pub fn payback(view: &View, first: Year, convention: Convention, horizon: u32) -> Payback {
    if view.costs.iter().all(|cost| *cost <= Thousands::ZERO) {
        return Payback::NoCosts;
    }
    if view.savings.iter().all(|saving| *saving >= Thousands::ZERO) {
        return Payback::NoSavings;
    }
    let with_crossing = |years: &dyn Fn(&Crossing) -> Option<Payback>| years(&Crossing::of(view)?);
    let reached = match convention {
        Convention::FirstYear => with_crossing(&|crossing| crossing.reached(first, crossing.whole_years()?)),
        Convention::Interpolated => with_crossing(&|crossing| crossing.reached(first, crossing.point()?)),
        Convention::Simple => match payback(view, first, Convention::FirstYear, horizon) {
            Payback::Reached { by_the_rest: true, .. } => return Payback::OnlyAfterwards,
            Payback::Reached { .. } if sum_of_costs(view) <= Thousands::ZERO => return Payback::NoCosts,
            Payback::Reached { .. } => simple(view, first),
            _ => None,
        },
        Convention::Discounted { rate } => discounted(view, first, rate, horizon),
    };
    let last = u32::from(first).saturating_add(horizon);
    let is_within = |payback: &Payback| matches!(payback, Payback::Reached { year, .. } if *year < last);
    reached.filter(is_within).map_or_else(
        || Payback::NotWithin { horizon, ahead: ahead(view, first) },
        |payback| in_view(payback, view, first),
    )
}

/// The last year with costs; `None` if there are none.
#[must_use]
pub fn last_year_with_costs(view: &View, first: Year) -> Option<Year> {
    let column = view.costs.iter().rposition(|cost| *cost > Thousands::ZERO)?;
    first.checked_add(u16::try_from(column).ok()?)
}

/// The payback, with whether it comes only after the last year with costs.
fn in_view(payback: Payback, view: &View, first: Year) -> Payback {
    match payback {
        Payback::Reached { years, year, .. } => {
            let by_the_rest = last_year_with_costs(view, first).is_some_and(|last| year > u32::from(last));
            Payback::Reached { years, year, by_the_rest }
        }
        other => other,
    }
}

/// The position of the first year from which on all of these years are paid back; their number if the last one is not.
pub fn first_for_good<T>(years: &[T], is_paid: impl Fn(&T) -> bool) -> usize {
    years.iter().rposition(|year| !is_paid(year)).map_or(0, |last_unpaid| last_unpaid.saturating_add(1))
}

/// Whether the savings cover the costs at the end of a year with this cumulative net.
#[must_use]
pub fn is_paid(cumulative: Thousands) -> bool {
    cumulative <= Thousands::ZERO
}

/// The first calendar year of the table at whose end the cumulative net is at or below zero, though that of a later year
/// is above zero again. `None` if there is none.
fn ahead(view: &View, first: Year) -> Option<u32> {
    let for_good = first_for_good(&view.cumulative, |end| is_paid(*end));
    let column = view.cumulative.iter().take(for_good).position(|end| is_paid(*end))?;
    calendar_year(first, u64::try_from(column).ok()?)
}

/// The calendar year that comes `years_before` years after the first.
fn calendar_year(first: Year, years_before: u64) -> Option<u32> {
    u32::try_from(u64::from(first).checked_add(years_before)?).ok()
}

/// What is spent in all years, less what comes in.
fn sum_of_costs(view: &View) -> Thousands {
    view.costs.iter().copied().sum()
}

/// All costs ÷ the largest saving of a year. [`payback`] has answered before if there are no costs or no savings, or if at least as
/// much comes in as is spent.
fn simple(view: &View, first: Year) -> Option<Payback> {
    let saving = view.savings.iter().min()?.negated();
    let years = sum_of_costs(view).decimal().checked_div(saving.decimal())?;
    let year = calendar_year(first, years.ceil().checked_sub(Decimal::ONE)?.to_u64()?)?;
    Some(Payback::Reached { years, year, by_the_rest: false })
}

/// The discounted balance that is left to pay back at the end of each year: first the years of the table, then years in
/// which the last saving goes on for ever. The iterator ends where a decimal overflows. It is empty for a rate of −1 or
/// less.
pub fn discounted_ends(view: &View, rate: Decimal) -> impl Iterator<Item = Decimal> {
    let growth = Decimal::ONE.checked_add(rate).filter(|growth| *growth > Decimal::ZERO);
    let nets = view.net.iter().copied().chain(repeat(view.savings.last().copied().unwrap_or_default()));
    growth.into_iter().flat_map(move |growth| {
        nets.clone().scan((Decimal::ZERO, Some(Decimal::ONE)), move |(left, factor), net| {
            let discount = (*factor)?;
            *left = left.checked_add(net.decimal().checked_mul(discount)?)?;
            *factor = discount.checked_div(growth);
            Some(*left)
        })
    })
}

/// How many decimals an amount in 1.000 kr. has when it is rounded to the øre.
pub const ORE: u32 = 5;

/// Whether an amount with interest, rounded to the øre, is zero or less. Interest has decimals without end. Digits
/// beyond the øre must not decide, because a spreadsheet's last digits differ from ours.
#[must_use]
pub fn is_settled(left: Decimal) -> bool {
    left.round_dp_with_strategy(ORE, RoundingStrategy::MidpointAwayFromZero) <= Decimal::ZERO
}

/// The balance that is left to pay back at the end of each year, as a debt that grows by the rate every year: first the
/// years of the table, then years in which the last saving goes on for ever. These are the balances of
/// [`discounted_ends`] in each year's own money, so both are above zero in the same years. The iterator ends where a
/// decimal overflows. It is empty for a rate of −1 or less.
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

/// Whether the saving that goes on after the table is larger than a year's interest on the remaining balance. If it is
/// not, the balance never falls.
#[must_use]
pub fn outgrows_interest(view: &View, left: Decimal, rate: Decimal) -> bool {
    let saving = view.savings.last().copied().unwrap_or_default().negated();
    let repaid = left.checked_mul(rate).and_then(|interest| saving.decimal().checked_sub(interest));
    repaid.is_some_and(|repaid| !is_settled(repaid))
}

/// The first year from which on the discounted cumulative net is no longer above zero.
fn discounted(view: &View, first: Year, rate: Decimal, horizon: u32) -> Option<Payback> {
    let table_length = view.net.len();
    let mut ends = (0_u32..).zip(ends_with_interest(view, rate));
    let in_table = ends.by_ref().take(table_length).collect::<Vec<_>>();
    // An iterator that ended early has no balance for every year of the table.
    if in_table.len() < table_length {
        return None;
    }
    let for_good = first_for_good(&in_table, |(_, left)| is_settled(*left));
    let years_before = if for_good < table_length {
        u32::try_from(for_good).ok()?
    } else {
        // After the table the balance only falls, or it never falls at all.
        if !outgrows_interest(view, in_table.last()?.1, rate) {
            return None;
        }
        ends.take_while(|(years_before, _)| *years_before < horizon).find(|(_, left)| is_settled(*left))?.0
    };
    let year = calendar_year(first, years_before.into())?;
    Some(Payback::Reached { years: Decimal::from(years_before.checked_add(1)?), year, by_the_rest: false })
}

/// The year in which the cumulative net reaches zero for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crossing {
    /// The number of whole years before this year.
    pub years_before: u64,
    /// The balance that is left to pay back when this year begins.
    pub left: Thousands,
    /// What this year pays back in all.
    pub gain: Thousands,
}

impl Crossing {
    /// The crossing of a view; `None` where the cumulative net never reaches zero for good.
    #[must_use]
    pub fn of(view: &View) -> Option<Self> {
        let column = first_for_good(&view.cumulative, |end| is_paid(*end));
        if column == view.cumulative.len() {
            return beyond_the_table(view);
        }
        let before = column.checked_sub(1).and_then(|earlier| view.cumulative.get(earlier));
        let net = view.net.get(column).copied().unwrap_or_default();
        let years_before = u64::try_from(column).ok()?;
        Some(Self { years_before, left: before.copied().unwrap_or_default(), gain: net.negated() })
    }

    /// The years until the end of this year.
    fn whole_years(&self) -> Option<Decimal> {
        Decimal::from(self.years_before).checked_add(Decimal::ONE)
    }

    /// The years until the point within this year at which the cumulative net is zero.
    fn point(&self) -> Option<Decimal> {
        let whole = Decimal::from(self.years_before);
        // A net of zero in this year means that nothing was left to pay back when it began.
        if self.gain == Thousands::ZERO {
            return Some(whole);
        }
        whole.checked_add(self.left.decimal().checked_div(self.gain.decimal())?)
    }

    /// The payback in this year, after so many years by a convention.
    fn reached(&self, first: Year, years: Decimal) -> Option<Payback> {
        Some(Payback::Reached { years, year: calendar_year(first, self.years_before)?, by_the_rest: false })
    }
}

/// The cumulative net at the end of each of the first `years` years: first the years of the view, then years in which
/// the last year's saving goes on.
#[must_use]
pub fn projected(view: &View, years: usize) -> Vec<Thousands> {
    let last_saving = view.savings.last().copied().unwrap_or_default();
    let mut ends: Vec<Thousands> = view.cumulative.iter().copied().take(years).collect();
    while ends.len() < years {
        ends.push(ends.last().copied().unwrap_or_default().plus(last_saving));
    }
    ends
}

/// The crossing after the table, where the last year's saving goes on without costs until the balance is paid back.
fn beyond_the_table(view: &View) -> Option<Crossing> {
    let left = view.cumulative.last()?.get();
    let saving = view.savings.last()?.negated().get();
    if saving <= 0 {
        return None;
    }
    // The years that end with something still left: all years that it takes but the last.
    let full_years = left.checked_sub(1)?.checked_div(saving)?;
    let left_in_last_year = left.checked_sub(saving.checked_mul(full_years)?)?;
    let years_before = u64::try_from(view.cumulative.len()).ok()?.checked_add(u64::try_from(full_years).ok()?)?;
    Some(Crossing { years_before, left: Thousands::new(left_in_last_year), gain: Thousands::new(saving) })
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "test amounts are small")]
mod tests {

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
        let Payback::Reached { years, year, .. } = payback(&view, 2018, convention, HORIZON) else {
            panic!("no payback")
        };
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
        for convention in
            [Convention::FirstYear, Convention::Interpolated, Convention::Discounted { rate: Decimal::ZERO }]
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
}
