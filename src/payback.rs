//! When an effort has paid for itself.
//!
//! Computed on printed cells. Past the last year of the table the costs are over and the last year's saving goes on:
//! the business case calls its savings lasting ("varige ændringer").

use rust_decimal::Decimal;
use serde::Serialize;

use crate::evaluate::View;
use crate::money::Thousands;
use crate::note::Year;

/// How the payback time is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Convention {
    /// The document's: the first year in which the cumulative net is no longer above zero, the first year being 1.
    FirstYear,
    /// The point within that year at which it reaches zero, each year's net falling evenly.
    Interpolated,
}

impl Convention {
    /// Every convention, the document's first.
    pub const ALL: [Self; 2] = [Self::FirstYear, Self::Interpolated];
}

/// The answer to "when has it paid for itself?".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Payback {
    /// After so many years, in the calendar year given.
    Reached {
        /// Years by the convention; whole for [`Convention::FirstYear`].
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
    let within = view.cumulative.iter().position(|so_far| *so_far <= Thousands::ZERO);
    let reached = match within {
        Some(column) => {
            let before = column.checked_sub(1).and_then(|earlier| view.cumulative.get(earlier));
            let net = view.net.get(column).copied().unwrap_or_default();
            Crossing::new(column, before.copied().unwrap_or_default(), net.negated())
        }
        None => beyond_the_table(view),
    };
    reached.and_then(|crossing| crossing.count(first, convention)).unwrap_or(Payback::Never)
}

/// The year in which the cumulative net reaches zero.
struct Crossing {
    /// Whole years before it.
    years_before: u64,
    /// What is left to pay back when it begins.
    left: Decimal,
    /// What it pays back in all.
    gain: Decimal,
}

impl Crossing {
    fn new(years_before: usize, left: Thousands, gain: Thousands) -> Option<Self> {
        Some(Self { years_before: u64::try_from(years_before).ok()?, left: left.decimal(), gain: gain.decimal() })
    }

    fn count(&self, first: Year, convention: Convention) -> Option<Payback> {
        let year = u32::try_from(u64::from(first).checked_add(self.years_before)?).ok()?;
        let whole = Decimal::from(self.years_before);
        let years = match convention {
            Convention::FirstYear => whole.checked_add(Decimal::ONE)?,
            // A first year that already gains more than it costs pays back at once.
            Convention::Interpolated if self.gain.is_zero() => whole,
            Convention::Interpolated => whole.checked_add(self.left.checked_div(self.gain)?)?,
        };
        Some(Payback::Reached { years, year })
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
    Some(Crossing { years_before, left: Decimal::from(left_then), gain: Decimal::from(saving) })
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
        assert_eq!(payback(&never, 2018, Convention::FirstYear), Payback::Never);
        assert_eq!(payback(&view(&[100], &[0]), 2018, Convention::FirstYear), Payback::NoSavings);
        assert_eq!(payback(&view(&[0], &[-10]), 2018, Convention::FirstYear), Payback::NoCosts);
        assert_eq!(payback(&view(&[], &[]), 2018, Convention::FirstYear), Payback::NoCosts);
    }
}
