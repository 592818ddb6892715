//! Paybacks: as key figures, in tables, and beside those that a note prints.

use rust_decimal::Decimal;

use super::rounded;
use crate::messages::at;
use crate::{Figure, Words};
use engine::figures::PaybackCheck;
use engine::payback::Payback;
use engine::sensitivity::Margin;
use model::money::Thousands;
use model::note::{Driver, PaybackBasis, Reached, Unit};

/// "4. år", and that it comes only when the efforts have stopped.
pub(crate) fn nth_and_rest(words: Words, reached: &Reached, years: Decimal, by_the_rest: bool) -> String {
    let nth = words.nth_year(years);
    if by_the_rest {
        words.messages().paybacks.nth_by_the_rest(at::Nth(nth), at::Rest(words.by_the_rest(reached)))
    } else {
        nth
    }
}

impl Words {
    /// The payback as a key figure; `interpolated` is the same payback, interpolated within the year, and `margin` what is left over at its end.
    #[must_use]
    pub fn payback(self, reached: &Reached, payback: Payback, interpolated: Payback, margin: Option<Margin>) -> Figure {
        let messages = &self.messages().paybacks;
        let figure = |value: &str, detail: &str| Figure { value: value.to_owned(), detail: detail.to_owned() };
        let left = margin.map(|margin| margin.balance.negated()).filter(|left| *left > Thousands::ZERO);
        match (payback, interpolated) {
            (Payback::Reached { years, year, by_the_rest: false }, Payback::Reached { years: exact, .. })
                if rounded(exact, 2).is_zero() =>
            {
                figure(&year.to_string(), &messages.zero_at_once(self.nth_year(years)))
            }
            (Payback::Reached { years, year, by_the_rest }, _) => {
                let nth = nth_and_rest(self, reached, years, by_the_rest);
                let detail = match left {
                    Some(left) if !by_the_rest => {
                        messages.with_margin(at::Left(self.rounded_millions(left)), at::Nth(nth))
                    }
                    _ => nth,
                };
                figure(&year.to_string(), &detail)
            }
            (Payback::OnlyAfterwards, _) => figure(self.by_the_rest(reached), ""),
            (Payback::NotWithin { horizon, ahead: None }, _) => {
                figure(&messages.not_within(horizon), messages.not_within_detail)
            }
            (Payback::NotWithin { horizon, ahead: Some(year) }, _) => {
                figure(&messages.not_within(horizon), &messages.not_for_good(year))
            }
            (Payback::NoSavings, _) => figure(messages.unsayable, messages.unsayable_detail),
            (Payback::NoCosts, _) => figure(messages.at_once, messages.at_once_detail),
        }
    }

    /// A payback in a table.
    #[must_use]
    pub fn payback_in_short(self, reached: &Reached, payback: Payback) -> String {
        let messages = &self.messages().paybacks;
        match payback {
            Payback::Reached { years, year, by_the_rest } => {
                messages.in_short(at::Nth(nth_and_rest(self, reached, years, by_the_rest)), at::Year(year))
            }
            Payback::OnlyAfterwards => self.by_the_rest(reached).to_owned(),
            Payback::NotWithin { horizon, .. } => self.not_within(horizon),
            Payback::NoSavings => messages.unsayable_in_short.to_owned(),
            Payback::NoCosts => messages.no_costs_in_short.to_owned(),
        }
    }

    /// The sentence on a printed payback that differs from the computed one, below the key figures; `None` where they
    /// agree. `explaining` is the driver that could explain it with another value; `None` where none was found.
    #[must_use]
    pub fn printed_payback(self, check: &PaybackCheck, explaining: Option<&Driver>) -> Option<String> {
        if check.agrees() {
            return None;
        }
        let messages = &self.messages().paybacks;
        let printed = self.printed_years(check.printed);
        let explaining = explaining.map(|driver| (self.driver_mention(driver), self.value(driver.value, driver.unit)));
        let not_found = match (check.basis, explaining) {
            (PaybackBasis::Total, None) => messages.not_found_total(printed),
            (PaybackBasis::Service, None) => messages.not_found_service(printed),
            (PaybackBasis::Total, Some((driver, value))) => {
                messages.not_found_with_total(at::Driver(driver), at::Printed(printed), at::Value(value))
            }
            (PaybackBasis::Service, Some((driver, value))) => {
                messages.not_found_with_service(at::Driver(driver), at::Printed(printed), at::Value(value))
            }
        };
        let tables = match check.computed {
            Payback::Reached { years, .. } => match Ends::of(self, check) {
                Some(ends) => messages.tables_end(
                    at::Costs(ends.costs),
                    at::Last(ends.last),
                    at::Left(ends.left),
                    at::Savings(ends.savings),
                    at::Unit(ends.unit),
                    at::Years(ends.years),
                ),
                None => messages.tables_give(self.numbers().counted(years, Unit::Years)),
            },
            Payback::OnlyAfterwards | Payback::NotWithin { .. } | Payback::NoSavings => {
                messages.tables_give_none.to_owned()
            }
            Payback::NoCosts => messages.tables_have_no_costs.to_owned(),
        };
        Some(format!("{not_found} {tables}"))
    }
}

/// What the tables end with, and how long the last saving takes to cover it; `None` where nothing is left after the tables.
pub(crate) fn tables_and_after(words: Words, check: &PaybackCheck) -> Option<String> {
    let messages = &words.messages().paybacks;
    let Ends { costs, last, left, savings, unit, years } = Ends::of(words, check)?;
    Some(match check.basis {
        PaybackBasis::Total => messages.total_ends(
            at::Costs(costs),
            at::Last(last),
            at::Left(left),
            at::Savings(savings),
            at::Unit(unit),
            at::Years(years),
        ),
        PaybackBasis::Service => messages.service_ends(
            at::Costs(costs),
            at::Last(last),
            at::Left(left),
            at::Savings(savings),
            at::Unit(unit),
            at::Years(years),
        ),
    })
}

/// The amounts that the tables end with, in words.
struct Ends {
    costs: String,
    last: String,
    left: String,
    savings: String,
    unit: &'static str,
    years: String,
}

impl Ends {
    /// `None` where nothing is left after the tables.
    fn of(words: Words, check: &PaybackCheck) -> Option<Self> {
        let (costs, savings, last) = check.cells;
        let left = costs.plus(savings);
        let Payback::Reached { years, .. } = check.computed else { return None };
        let cell = |cell: Thousands| words.locale().cell(cell);
        (left > Thousands::ZERO).then(|| Self {
            costs: cell(costs),
            last: cell(last.negated()),
            left: cell(left),
            savings: cell(savings.negated()),
            unit: words.labels().figures.thousands,
            years: words.numbers().counted(years, Unit::Years),
        })
    }
}
