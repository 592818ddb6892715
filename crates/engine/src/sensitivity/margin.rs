//! How much room a payback has: what is left over at the end of its year, and the interest that it bears.

use rust_decimal::Decimal;

use super::break_even::is_paid_back_within;
use super::value_steps::ValueSteps;
use crate::payback::{Convention, Payback, is_paid, payback, projected};
use model::evaluate::View;
use model::money::Thousands;
use model::note::{Unit, Year};

/// What is left over when an effort has paid for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Margin {
    /// The year of the payback.
    pub end_of: Year,
    /// The cumulative net at the end of that year. It is at or below zero; what it is below zero is the room.
    pub balance: Thousands,
    /// The costs of that year and all years before it.
    pub spent: Thousands,
}

/// What is left over at the end of the payback year, for a view whose first column is the year `first`. `payback` is the
/// view's payback by [`Convention::FirstYear`]. `None` where the effort is not paid back, or has nothing to pay back.
///
/// ```
/// use engine::computed::Computed;
/// use model::evaluate::Perspective;
/// use engine::notes::Library;
/// use engine::payback::Convention;
/// use model::scenario::Scenario;
/// use engine::sensitivity::margin;
///
/// let library = Library::embedded().unwrap();
/// let computed = Computed::of(Scenario::baseline(library.find("ips-2018").unwrap())).unwrap();
/// let payback = computed.payback(Perspective::Total, Convention::FirstYear);
/// let margin = margin(computed.outcome.view(Perspective::Total).unwrap(), 2018, payback).unwrap();
/// // After four years 54.000 kr. are left over, of 19,4 million spent.
/// assert_eq!((margin.end_of, margin.balance.get(), margin.spent.get()), (2021, -54, 19_416));
/// ```
#[must_use]
pub fn margin(view: &View, first: Year, payback: Payback) -> Option<Margin> {
    let Payback::Reached { year, .. } = payback else { return None };
    let end_of = Year::try_from(year).ok()?;
    let years = usize::from(end_of.checked_sub(first)?).checked_add(1)?;
    let balance = projected(view, years).last().copied().filter(|balance| is_paid(*balance))?;
    Some(Margin { end_of, balance, spent: view.costs.iter().copied().take(years).sum() })
}

/// The highest rate on screen up to which the discounted payback takes at most `years` years, a share of 1 a year, for a
/// view whose first column is the year `first`. 1 (100 %) means that it does at every rate; `None` that it does not even
/// without interest.
///
/// ```
/// use engine::computed::Computed;
/// use model::evaluate::Perspective;
/// use engine::notes::Library;
/// use model::scenario::Scenario;
/// use engine::sensitivity::highest_rate;
/// use rust_decimal::Decimal;
///
/// let library = Library::embedded().unwrap();
/// let computed = Computed::of(Scenario::baseline(library.find("ips-2018").unwrap())).unwrap();
/// let total = computed.outcome.view(Perspective::Total).unwrap();
/// // Four years bear 1,29 % of interest, and three years none at all.
/// assert_eq!(highest_rate(total, 2018, 4), Some(Decimal::new(129, 4)));
/// assert_eq!(highest_rate(total, 2018, 3), None);
/// ```
#[must_use]
pub fn highest_rate(view: &View, first: Year, years: u32) -> Option<Decimal> {
    let steps = ValueSteps::of(Unit::Share);
    let is_met = |at: i64| {
        let payback_at = |rate| payback(view, first, Convention::Discounted { rate }, years);
        steps.value(at).is_some_and(|rate| is_paid_back_within(payback_at(rate), years))
    };
    let (lowest, highest) = steps.ends()?;
    if !is_met(lowest) {
        return None;
    }
    if turns(view) > 1 {
        let met = (lowest..=highest).take_while(|at| is_met(*at)).last()?;
        return steps.value(met);
    }
    if is_met(highest) {
        return steps.value(highest);
    }
    // `met` is a rate that is low enough, `missed` one that is not.
    let (mut met, mut missed) = (lowest, highest);
    while met.checked_add(1)? < missed {
        let middle = met.midpoint(missed);
        if is_met(middle) {
            met = middle;
        } else {
            missed = middle;
        }
    }
    steps.value(met)
}

/// How often the net changes its sign from one year to the next. A balance with interest is a polynomial in the growth of a
/// year, and has no more zeros than that (Descartes' rule of signs). With a single change, the rates that are low enough
/// are all below those that are not, so the limit is found by halving. With more, each rate has to be tried. The saving that
/// goes on after the table counts too.
fn turns(view: &View) -> usize {
    let signs = || view.net.iter().chain(view.savings.last()).map(|net| net.get().signum()).filter(|sign| *sign != 0);
    signs().zip(signs().skip(1)).filter(|(sign, next)| sign != next).count()
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "test amounts are small")]
mod tests {
    use super::*;
    use model::evaluate::Perspective;

    const FIRST: Year = 2018;

    fn view(costs: &[i64], savings: &[i64]) -> View {
        let thousands = |amounts: &[i64]| amounts.iter().copied().map(Thousands::new).collect::<Vec<_>>();
        let net: Vec<i64> = costs.iter().zip(savings).map(|(cost, saving)| cost + saving).collect();
        let cumulative = net.iter().scan(0, |sum, net| {
            *sum += net;
            Some(Thousands::new(*sum))
        });
        View {
            perspective: Perspective::Total,
            costs: thousands(costs),
            savings: thousands(savings),
            cumulative: cumulative.collect(),
            net: thousands(&net),
        }
    }

    fn first_year(view: &View) -> Payback {
        payback(view, FIRST, Convention::FirstYear, 20)
    }

    #[test]
    fn what_is_left_over_beyond_the_table_counts_all_costs() {
        let slow = view(&[100, 20, 0], &[0, -30, -30]);
        // 100, 90, 60 in the table, then 30 and 0.
        let expected = Margin { end_of: 2022, balance: Thousands::ZERO, spent: Thousands::new(120) };
        assert_eq!(margin(&slow, FIRST, first_year(&slow)), Some(expected));
        let never = view(&[100], &[-1]);
        assert_eq!(margin(&never, FIRST, first_year(&never)), None);
        let nothing = view(&[0], &[-1]);
        assert_eq!(margin(&nothing, FIRST, first_year(&nothing)), None);
    }

    #[test]
    fn a_gain_at_once_bears_every_rate() {
        assert_eq!(highest_rate(&view(&[10, 0], &[-10, -1]), FIRST, 1), Some(Decimal::ONE));
        assert_eq!(highest_rate(&view(&[0], &[-10]), FIRST, 1), Some(Decimal::ONE), "nothing to pay back");
        assert_eq!(highest_rate(&view(&[10], &[0]), FIRST, 20), None, "no savings");
    }
}
