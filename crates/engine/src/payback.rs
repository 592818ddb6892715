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
mod tests;
