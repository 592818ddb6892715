//! Explanations of numbers in words: the name of a number, its value, and the steps that lead to it.

use rust_decimal::Decimal;

use super::rounded;
use crate::format::MINUS;
use crate::messages::at;
use crate::{Words, choices};
use engine::explain::{Ask, Flow, Printed, Quantity, Step};
use engine::payback::{Convention, Payback};
use model::evaluate::{Factor, Perspective};
use model::language::{capitalised, in_small_letters};
use model::money::Thousands;
use model::note::{Note, Reached, Unit, Variant, Year};

impl Words {
    /// What is left after a year, in the explanation of a discounted payback.
    #[must_use]
    pub fn discounted_left(self, left: &str) -> String {
        format!(", {}", self.messages().explanations.discounted_left(left))
    }

    /// The step of an explanation that repeats the last year's saving after the table; `saving` is negative.
    #[must_use]
    pub fn goes_on(self, last: Year, saving: Thousands) -> String {
        self.messages().explanations.goes_on(at::Saving(self.numbers().in_thousands(saving.negated())), at::Year(last))
    }

    /// That the saving that goes on after the table is not enough within the horizon.
    #[must_use]
    pub fn goes_on_in_vain(self, last: Year, saving: Thousands, horizon: u32) -> String {
        let saving = self.numbers().in_thousands(saving.negated());
        self.messages().explanations.goes_on_in_vain(at::Horizon(horizon), at::Saving(saving), at::Year(last))
    }

    /// The name of a number, as the title of its explanation: "Jobsamtaler, 2019".
    #[must_use]
    pub fn ask(self, note: Note<'_>, ask: Ask) -> String {
        let (variant, asks) = (note.variant, &self.messages().explanations);
        let of_effort = |index: usize, name: &str| match variant.efforts.as_slice() {
            [_] => capitalised(name),
            efforts => {
                efforts.get(index).map_or_else(String::new, |effort| format!("{}: {name}", self.named(&effort.name)))
            }
        };
        let dated = |name: String, year: Option<Year>| match year {
            Some(year) => format!("{name}, {year}"),
            None => format!("{name}, {}", asks.all_years),
        };
        let with_perspective = |name: &str, perspective: Perspective| match perspective {
            Perspective::Total => name.to_owned(),
            perspective => format!("{name} · {}", self.perspective(perspective, variant)),
        };
        let cumulative = if variant.has_income() { asks.cumulative_of_income } else { asks.cumulative };
        match ask {
            Ask::Line(index, year) => {
                let name = variant.lines.get(index).map_or("", |line| self.named(&line.name));
                dated(name.to_owned(), year)
            }
            Ask::Flow(Flow::Cumulative, perspective, Some(year)) => {
                format!("{} {year}", with_perspective(cumulative, perspective))
            }
            Ask::Flow(flow, perspective, year) => {
                let name = match flow {
                    Flow::Costs => self.sum_of_costs([variant]),
                    Flow::Savings => asks.savings,
                    Flow::Net if variant.has_income() => asks.net_of_income,
                    Flow::Net => asks.net,
                    Flow::Cumulative => cumulative,
                };
                dated(with_perspective(name, perspective), year)
            }
            Ask::Payback(perspective, convention) => {
                let paid_back = with_perspective(asks.paid_back, perspective);
                let name = in_small_letters(self.convention(convention).name);
                match convention.rate() {
                    Some(rate) => format!("{paid_back} · {name}, {}", self.locale().percent(rate)),
                    None if convention == Convention::FirstYear => paid_back,
                    None => format!("{paid_back} · {name}"),
                }
            }
            Ask::Returned(perspective) => with_perspective(self.labels().figures.returned, perspective),
            Ask::ReturnedInAll(perspective) => {
                dated(with_perspective(self.labels().figures.returned, perspective), None)
            }
            Ask::Driver(ix) => variant.driver(ix).map(|driver| self.driver_name(driver)).unwrap_or_default(),
            Ask::EffortCost(index, year) => dated(of_effort(index, asks.cost), Some(year)),
            Ask::PerCitizen(index) => of_effort(index, asks.per_citizen),
            Ask::PerOutcome(index) => of_effort(index, &asks.per_outcome(self.reached(variant.reached_in(index)))),
            Ask::Posts(Some(index)) => of_effort(index, asks.posts),
            Ask::Posts(None) => capitalised(asks.posts),
        }
    }

    /// The value of an explained number, with its unit.
    #[must_use]
    pub fn quantity(self, variant: &Variant, quantity: Quantity) -> String {
        let counted = |number, unit| self.numbers().counted(rounded(number, 2), unit);
        match quantity {
            Quantity::Cell(cell) => self.numbers().in_thousands(cell),
            Quantity::Amount(thousands) => self.numbers().in_exact_kroner(thousands),
            Quantity::Posts(posts) => counted(posts, Unit::Posts),
            Quantity::Citizens(citizens) => counted(citizens, Unit::Citizens),
            Quantity::Outcomes { citizens, effort } => self.messages().explanations.in_a_job(
                at::Citizens(counted(citizens, Unit::Citizens)),
                at::Reached(self.reached(variant.reached_in(effort))),
            ),
            Quantity::Returned(returned) => self.per_krone(returned),
            Quantity::Payback(payback, convention) => self.payback_by(variant.reached(), convention, payback),
            Quantity::Value(value, unit) => self.value(value, unit),
            Quantity::None => self.messages().numbers.unknown.to_owned(),
        }
    }

    /// A factor of a formula in an explanation: "25 borgere pr. konsulent".
    #[must_use]
    pub fn factor(self, note: Note<'_>, factor: &Factor) -> String {
        let locale = self.locale();
        let unit = |ix| note.variant.driver(ix).map_or(Unit::Factor, |driver| driver.unit);
        match factor {
            Factor::Driver { ix, value } if unit(*ix) == Unit::Factor => locale.exact(*value),
            Factor::Driver { ix, value } => self.value(*value, unit(*ix)),
            Factor::Divisor { ix, value } => self.messages().explanations.per_consultant(self.value(*value, unit(*ix))),
            Factor::Remainder { value, .. } => {
                format!("({} − {})", locale.percent(Decimal::ONE), locale.percent(*value))
            }
            Factor::Increase { value, .. } => {
                let sign = if value.is_sign_negative() { MINUS } else { '+' };
                format!("({} {sign} {})", locale.percent(Decimal::ONE), locale.percent(value.abs()))
            }
            Factor::Posts { posts, .. } => self.value(*posts, Unit::Posts),
            Factor::Lines { amount } => self.quantity(note.variant, Quantity::Amount(*amount)),
            Factor::Share { phase, year: None, share } => {
                format!("{} ({})", locale.percent(*share), choices::phase(self, *phase))
            }
            Factor::Share { year: Some(year), share, .. } => {
                format!("{} ({})", locale.percent(*share), self.messages().phases.year(*year))
            }
        }
    }

    /// A step of an explanation: a formula with its values, or a sentence about the result.
    #[must_use]
    pub fn step(self, note: Note<'_>, step: &Step) -> String {
        let (explanations, locale) = (&self.messages().explanations, self.locale());
        let cell = |cell: Thousands| self.numbers().in_thousands(cell);
        let years = |years: Decimal| self.numbers().counted(rounded(years, 2), Unit::Years);
        match step {
            Step::Product(factors, gives) => {
                let formula = formula(factors, |factor| self.factor(note, factor));
                match factors.as_slice() {
                    [_] => formula,
                    _ => format!("{formula} = {}", self.quantity(note.variant, *gives)),
                }
            }
            Step::PostsStay(posts) => explanations.posts_stay(self.value(*posts, Unit::Posts)),
            Step::RoundedUp(exact, count, posts) => explanations.rounded_up(
                at::Exact(locale.rounded(*exact, 2)),
                at::Posts(self.value(*posts, Unit::Posts)),
                at::Unit(self.posts_count(*count)),
            ),
            Step::Limited(_, factors, limit) => {
                let limit = self.quantity(note.variant, Quantity::Amount(*limit));
                match factors.as_slice() {
                    [] | [_] => explanations.limited(limit),
                    _ => explanations.limited_by(
                        at::Formula(formula(factors, |factor| self.factor(note, factor))),
                        at::Limit(limit),
                    ),
                }
            }
            Step::Rounded(_, rounded) => explanations.rounded(cell(*rounded)),
            Step::Sum(_, gives) => explanations.adds_up(self.quantity(note.variant, *gives)),
            Step::Ratio(of, by, gives) => {
                format!(
                    "{} ÷ {} = {}",
                    self.quantity(note.variant, of.value),
                    self.quantity(note.variant, *by),
                    self.quantity(note.variant, *gives)
                )
            }
            Step::PaidBack { ends, goes_on, in_vain } => match (ends.last(), goes_on, in_vain) {
                (Some((last, _)), Some(saving), Some(horizon)) => self.goes_on_in_vain(*last, *saving, *horizon),
                (Some((last, _)), Some(saving), None) => self.goes_on(*last, *saving),
                (Some((year, end)), None, None) if *end <= Thousands::ZERO => explanations.saved_by(*year),
                _ => explanations.never_saved.to_owned(),
            },
            Step::Point { left, .. } if *left <= Thousands::ZERO => explanations.saved_at_once.to_owned(),
            Step::Point { years_before, left, gain, gives } => format!(
                "{}: {years_before} + {} ÷ {} = {}",
                explanations.left_after(
                    at::Gain(cell(*gain)),
                    at::Left(cell(*left)),
                    at::Years(years(Decimal::from(*years_before)))
                ),
                locale.cell(*left),
                locale.cell(*gain),
                years(*gives)
            ),
            Step::Simple(costs, saving, gives) => {
                format!(
                    "{} ÷ {} = {}",
                    self.quantity(note.variant, costs.value),
                    self.quantity(note.variant, saving.value),
                    years(*gives)
                )
            }
            Step::Discounted { rate, ends, goes_on } => {
                let sentence = explanations.discounted_by(locale.exact(Decimal::ONE.saturating_add(*rate)));
                match (ends.last(), goes_on) {
                    (Some((last, ..)), Some(saving)) => format!("{sentence} {}", self.goes_on(*last, *saving)),
                    _ => sentence,
                }
            }
        }
    }

    /// The sentence at the end of an explanation on what the document prints for the number.
    #[must_use]
    pub fn printed(self, printed: &Printed) -> String {
        let explanations = &self.messages().explanations;
        let place = format!("{}, {}", self.table_or_section(&printed.place), self.row(&printed.row));
        match printed.cell {
            Some(cell) => explanations.printed(at::Amount(self.numbers().in_thousands(cell)), at::Place(place)),
            None => explanations.printed_nothing(place),
        }
    }

    /// A payback by a convention: "2021 (4. år)", "3,92 år".
    #[must_use]
    pub fn payback_by(self, reached: &Reached, convention: Convention, payback: Payback) -> String {
        match payback {
            Payback::Reached { years, .. } if !convention.counts_whole_years() => match rounded(years, 2) {
                zero if zero.is_zero() => self.messages().numbers.at_once.to_owned(),
                years => self.numbers().counted(years, Unit::Years),
            },
            _ => self.payback_in_short(reached, payback),
        }
    }
}

/// Factors with the signs between them: "150 borgere × 25 % ÷ 25 borgere".
fn formula(factors: &[Factor], text: impl Fn(&Factor) -> String) -> String {
    let mut formula = String::new();
    for factor in factors {
        let sign = match factor {
            _ if formula.is_empty() => "",
            Factor::Divisor { .. } => " ÷ ",
            Factor::Driver { .. }
            | Factor::Remainder { .. }
            | Factor::Increase { .. }
            | Factor::Posts { .. }
            | Factor::Lines { .. }
            | Factor::Share { .. } => " × ",
        };
        formula.push_str(sign);
        formula.push_str(&text(factor));
    }
    formula
}
