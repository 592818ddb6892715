//! Explanations of numbers in words: the name of a number, its value, and the steps that lead to it.

use rust_decimal::Decimal;

use super::rounded;
use crate::{Wording, choices};
use engine::explain::{Ask, Flow, Printed, Quantity, Step};
use engine::payback::{Convention, Payback};
use model::evaluate::{Factor, Perspective};
use model::language::{capitalised, in_small_letters};
use model::money::Thousands;
use model::note::{Note, Unit, Year};

/// The name of a number: "Jobsamtaler, 2019".
pub(crate) fn ask(words: &dyn Wording, note: Note<'_>, ask: Ask) -> String {
    let (variant, asks) = (note.variant, &words.messages().explanations);
    let of_effort = |index: usize, name: &str| match variant.efforts.as_slice() {
        [_] => capitalised(name),
        efforts => {
            efforts.get(index).map_or_else(String::new, |effort| format!("{}: {name}", words.named(&effort.name)))
        }
    };
    let dated = |name: String, year: Option<Year>| match year {
        Some(year) => format!("{name}, {year}"),
        None => format!("{name}, {}", asks.all_years),
    };
    let with_perspective = |name: &str, perspective: Perspective| match perspective {
        Perspective::Total => name.to_owned(),
        perspective => format!("{name} · {}", words.perspective(perspective)),
    };
    match ask {
        Ask::Line(index, year) => {
            let name = variant.lines.get(index).map_or("", |line| words.named(&line.name));
            dated(name.to_owned(), year)
        }
        Ask::Flow(Flow::Cumulative, perspective, Some(year)) => {
            format!("{} {year}", with_perspective(asks.cumulative, perspective))
        }
        Ask::Flow(flow, perspective, year) => {
            let name = match flow {
                Flow::Costs => asks.costs,
                Flow::Savings => asks.savings,
                Flow::Net => asks.net,
                Flow::Cumulative => asks.cumulative,
            };
            dated(with_perspective(name, perspective), year)
        }
        Ask::Payback(perspective, convention) => {
            let paid_back = with_perspective(asks.paid_back, perspective);
            let name = in_small_letters(words.convention(convention).name);
            match convention.rate() {
                Some(rate) => format!("{paid_back} · {name}, {}", words.locale().percent(rate)),
                None if convention == Convention::FirstYear => paid_back,
                None => format!("{paid_back} · {name}"),
            }
        }
        Ask::Returned(perspective) => with_perspective(words.labels().returned, perspective),
        Ask::ReturnedInAll(perspective) => dated(with_perspective(words.labels().returned, perspective), None),
        Ask::Driver(ix) => variant.driver(ix).map(|driver| words.driver_name(driver)).unwrap_or_default(),
        Ask::EffortCost(index, year) => dated(of_effort(index, asks.cost), Some(year)),
        Ask::PerCitizen(index) => of_effort(index, asks.per_citizen),
        Ask::PerOutcome(index) => of_effort(index, asks.per_outcome),
        Ask::Posts(Some(index)) => of_effort(index, asks.posts),
        Ask::Posts(None) => capitalised(asks.posts),
    }
}

/// The value of a number, with its unit.
pub(crate) fn quantity(words: &dyn Wording, quantity: Quantity) -> String {
    let counted = |number, unit| words.numbers().counted(rounded(number, 2), unit);
    match quantity {
        Quantity::Cell(cell) => words.numbers().in_thousands(cell),
        Quantity::Amount(thousands) => words.numbers().in_exact_kroner(thousands),
        Quantity::Posts(posts) => counted(posts, Unit::Posts),
        Quantity::Citizens(citizens) => counted(citizens, Unit::Citizens),
        Quantity::Outcomes(citizens) => words.messages().explanations.in_a_job(counted(citizens, Unit::Citizens)),
        Quantity::Returned(returned) => words.per_krone(returned),
        Quantity::Payback(payback, convention) => words.payback_by(convention, payback),
        Quantity::Value(value, unit) => words.value(value, unit),
        Quantity::None => words.messages().numbers.unknown.to_owned(),
    }
}

/// A factor of a formula.
pub(crate) fn factor(words: &dyn Wording, note: Note<'_>, factor: &Factor) -> String {
    let locale = words.locale();
    let unit = |ix| note.variant.driver(ix).map_or(Unit::Factor, |driver| driver.unit);
    match factor {
        Factor::Driver { ix, value } if unit(*ix) == Unit::Factor => locale.exact(*value),
        Factor::Driver { ix, value } => words.value(*value, unit(*ix)),
        Factor::Divisor { ix, value } => words.messages().explanations.per_consultant(words.value(*value, unit(*ix))),
        Factor::Remainder { value, .. } => format!("({} − {})", locale.percent(Decimal::ONE), locale.percent(*value)),
        Factor::Posts { posts, .. } => words.value(*posts, Unit::Posts),
        Factor::Share { phase, share } => format!("{} ({})", locale.percent(*share), choices::phase(words, *phase)),
    }
}

/// Factors with the signs between them: "150 borgere × 25 % ÷ 25 borgere".
fn formula(factors: &[Factor], text: impl Fn(&Factor) -> String) -> String {
    let mut formula = String::new();
    for factor in factors {
        let sign = match factor {
            _ if formula.is_empty() => "",
            Factor::Divisor { .. } => " ÷ ",
            Factor::Driver { .. } | Factor::Remainder { .. } | Factor::Posts { .. } | Factor::Share { .. } => " × ",
        };
        formula.push_str(sign);
        formula.push_str(&text(factor));
    }
    formula
}

/// A step of an explanation as one text. Lists are shown by the page itself.
pub(crate) fn step(words: &dyn Wording, note: Note<'_>, step: &Step) -> String {
    let (explanations, locale) = (&words.messages().explanations, words.locale());
    let cell = |cell: Thousands| words.quantity(Quantity::Cell(cell));
    let years = |years: Decimal| words.numbers().counted(rounded(years, 2), Unit::Years);
    match step {
        Step::Product(factors, gives) => {
            let formula = formula(factors, |factor| words.factor(note, factor));
            match factors.as_slice() {
                [_] => formula,
                _ => format!("{formula} = {}", words.quantity(*gives)),
            }
        }
        Step::PostsStay(posts) => explanations.posts_stay(words.value(*posts, Unit::Posts)),
        Step::RoundedUp(exact, count, posts) => explanations.rounded_up(
            locale.rounded(*exact, 2),
            words.value(*posts, Unit::Posts),
            words.posts_count(*count),
        ),
        Step::Rounded(_, rounded) => explanations.rounded(cell(*rounded)),
        Step::Sum(_, gives) => explanations.adds_up(words.quantity(*gives)),
        Step::Ratio(of, by, gives) => {
            format!("{} ÷ {} = {}", words.quantity(of.value), words.quantity(*by), words.quantity(*gives))
        }
        Step::PaidBack { ends, goes_on, in_vain } => match (ends.last(), goes_on, in_vain) {
            (Some((last, _)), Some(saving), Some(horizon)) => words.goes_on_in_vain(*last, *saving, *horizon),
            (Some((last, _)), Some(saving), None) => words.goes_on(*last, *saving),
            (Some((year, end)), None, None) if *end <= Thousands::ZERO => explanations.saved_by(*year),
            _ => explanations.never_saved.to_owned(),
        },
        Step::Point { left, .. } if *left <= Thousands::ZERO => explanations.saved_at_once.to_owned(),
        Step::Point { years_before, left, gain, gives } => format!(
            "{}: {years_before} + {} ÷ {} = {}",
            explanations.left_after(cell(*gain), cell(*left), years(Decimal::from(*years_before))),
            locale.cell(*left),
            locale.cell(*gain),
            years(*gives)
        ),
        Step::Simple(costs, saving, gives) => {
            format!("{} ÷ {} = {}", words.quantity(costs.value), words.quantity(saving.value), years(*gives))
        }
        Step::Discounted { rate, ends, goes_on } => {
            let sentence = explanations.discounted_by(locale.exact(Decimal::ONE.saturating_add(*rate)));
            match (ends.last(), goes_on) {
                (Some((last, ..)), Some(saving)) => format!("{sentence} {}", words.goes_on(*last, *saving)),
                _ => sentence,
            }
        }
    }
}

/// A payback by a convention: "2021 (4. år)", "3,92 år".
pub(crate) fn payback_by(words: &dyn Wording, convention: Convention, payback: Payback) -> String {
    match payback {
        Payback::Reached { years, .. } if !convention.counts_whole_years() => match rounded(years, 2) {
            zero if zero.is_zero() => words.messages().numbers.at_once.to_owned(),
            years => words.numbers().counted(years, Unit::Years),
        },
        _ => words.payback_in_short(payback),
    }
}

/// The step that repeats the last year's saving after the table; `saving` is negative.
pub(crate) fn goes_on(words: &dyn Wording, last: Year, saving: Thousands) -> String {
    words.messages().explanations.goes_on(words.quantity(Quantity::Cell(saving.negated())), last)
}

/// That the saving that goes on after the table is not enough within the horizon.
pub(crate) fn goes_on_in_vain(words: &dyn Wording, last: Year, saving: Thousands, horizon: u32) -> String {
    let saving = words.quantity(Quantity::Cell(saving.negated()));
    words.messages().explanations.goes_on_in_vain(horizon, saving, last)
}

/// What the document prints for a number.
pub(crate) fn printed(words: &dyn Wording, printed: &Printed) -> String {
    let explanations = &words.messages().explanations;
    let place = format!("{}, {}", words.table_or_section(&printed.place), words.row(&printed.row));
    match printed.cell {
        Some(cell) => explanations.printed(words.quantity(Quantity::Cell(cell)), place),
        None => explanations.printed_nothing(place),
    }
}
