//! How a number came about, as data: the formula with its values, the numbers it adds up, and the drivers behind it.
//!
//! Every number of an outcome can be asked about ([`Ask`]). The answer names what was multiplied, divided and added.
//! Each part can be asked about in turn, down to the drivers, which have an origin and a quote. There are no words
//! here: the page and the exports put the same [`Explanation`] into words.

mod ask;
mod build;
mod paid_back;

use rust_decimal::Decimal;

use crate::computed::Computed;
use crate::payback::{Convention, Payback};
use model::evaluate::Factor;
use model::money::Thousands;
use model::note::{DriverIx, Unit, Year};
use model::scenario::PostsCount;

pub use self::ask::{Ask, Flow};
use self::build::Builder;

/// How a number came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The number.
    pub ask: Ask,
    /// Its value.
    pub value: Quantity,
    /// The steps of the computation, in order.
    pub steps: Vec<Step>,
    /// The drivers whose values are in the steps, each once, in the order of the steps.
    pub drivers: Vec<DriverIx>,
    /// What the document prints for this number; `None` if it prints nothing.
    pub printed: Option<Printed>,
    /// The same number counted in other ways: a payback by the other conventions.
    pub also: Vec<Part>,
}

/// A value with what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// A cell, in whole 1.000 kr.
    Cell(Thousands),
    /// An exact amount, in 1.000 kr.
    Amount(Decimal),
    /// Full-time posts.
    Posts(Decimal),
    /// Citizens who have reached a job, or what else their effort says.
    Outcomes {
        /// How many.
        citizens: Decimal,
        /// The position of the effort.
        effort: usize,
    },
    /// Citizens.
    Citizens(Decimal),
    /// A payback time, by a convention.
    Payback(Payback, Convention),
    /// What comes back for each krone of cost, in kroner.
    Returned(Decimal),
    /// A driver's value, in its unit.
    Value(Decimal, Unit),
    /// It cannot be computed, because something would be divided by zero.
    None,
}

/// One step of a computation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Factors multiplied and divided.
    Product(Vec<Factor>, Quantity),
    /// Posts rounded up to halves or wholes: before, the way of counting, and after.
    RoundedUp(Decimal, PostsCount, Decimal),
    /// Posts that stay as in the note.
    PostsStay(Decimal),
    /// An exact amount that is above the limit of its line, the factors of the limit, and the limit, in 1.000 kr.
    Limited(Decimal, Vec<Factor>, Decimal),
    /// An exact amount, and the cell that it is rounded to.
    Rounded(Decimal, Thousands),
    /// Parts, and their sum.
    Sum(Vec<Part>, Quantity),
    /// An amount, what it is divided by (people, or a cost), and the result.
    Ratio(Part, Quantity, Quantity),
    /// The cumulative net year by year until it is no longer above zero.
    PaidBack {
        /// The cumulative net at the end of each year of the table, up to the year in which everything is paid back.
        ends: Vec<(Year, Thousands)>,
        /// The last year's saving, if it must go on after the table.
        goes_on: Option<Thousands>,
        /// The horizon in years, if what goes on does not pay everything back within it.
        in_vain: Option<u32>,
    },
    /// The point within a year at which the cumulative net reaches zero: `years_before` + `left` ÷ `gain`.
    Point {
        /// The whole years before that year.
        years_before: u64,
        /// The balance that was left when the year began, in 1.000 kr.
        left: Thousands,
        /// What the year pays back, in 1.000 kr.
        gain: Thousands,
        /// The result, in years.
        gives: Decimal,
    },
    /// All costs, the saving of the year that saves most, and their quotient.
    Simple(Part, Part, Decimal),
    /// The discounted cumulative net year by year. Each year's net is divided by 1 + rate once more than the year
    /// before.
    Discounted {
        /// The rate, a share of 1 a year.
        rate: Decimal,
        /// The net of each year of the table, and the discounted balance at its end, in 1.000 kr., up to the year in
        /// which everything is paid back.
        ends: Vec<(Year, Thousands, Decimal)>,
        /// The last year's saving, if it must go on after the table.
        goes_on: Option<Thousands>,
    },
}

/// A part of a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The number that this part is.
    pub ask: Ask,
    /// What it adds to the sum.
    pub value: Quantity,
    /// The committee's share of the number, a share of 1; `None` if all of it is counted.
    pub share: Option<Decimal>,
}

/// What the document prints for a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The table, as the document numbers it.
    pub place: String,
    /// The row's label.
    pub row: String,
    /// The cell; `None` if it is empty or cannot be read in the scan.
    pub cell: Option<Thousands>,
}

/// How a number of a computed scenario came about; `None` if the outcome has no such number.
///
/// ```
/// use engine::computed::Computed;
/// use engine::explain::{Ask, Quantity, Step, explain};
/// use engine::notes::Library;
/// use model::scenario::Scenario;
///
/// let library = Library::embedded().unwrap();
/// let computed = Computed::of(Scenario::baseline(library.find("ips-2018").unwrap())).unwrap();
/// // The net of 2019 is the sum of two other numbers: its costs and its savings.
/// let explanation = explain(&computed, Ask::find(computed.note(), "net.total.2019").unwrap()).unwrap();
/// let Step::Sum(parts, sum) = &explanation.steps[0] else { panic!("no sum") };
/// let ids: Vec<String> = parts.iter().map(|part| part.ask.id(computed.note())).collect();
/// assert_eq!(ids, ["costs.total.2019", "savings.total.2019"]);
/// assert!(matches!(sum, Quantity::Cell(net) if net.get() == 4_854 - 5_563));
/// ```
#[must_use]
pub fn explain(computed: &Computed<'_>, ask: Ask) -> Option<Explanation> {
    let builder = Builder { computed };
    let (value, steps, printed) = match ask {
        Ask::Line(line, Some(year)) => builder.cell(line, year)?,
        Ask::Line(line, None) => builder.line_total(line)?,
        Ask::Flow(flow, perspective, Some(year)) => builder.flow(flow, perspective, year)?,
        Ask::Flow(flow, perspective, None) => builder.flow_total(flow, perspective)?,
        Ask::Payback(perspective, by) => builder.paid_back(perspective, by)?,
        Ask::Returned(perspective) => builder.returned(perspective)?,
        Ask::ReturnedInAll(perspective) => builder.returned_in_all(perspective)?,
        Ask::EffortCost(effort, year) => builder.effort_cost(effort, year)?,
        Ask::PerCitizen(effort) => builder.per_citizen(effort)?,
        Ask::PerOutcome(effort) => builder.per_outcome(effort)?,
        Ask::Posts(effort) => builder.posts(effort)?,
        Ask::Driver(ix) => builder.driver(ix)?,
    };
    let mut drivers: Vec<DriverIx> = Vec::new();
    let asked = match ask {
        Ask::Driver(ix) => Some(ix),
        _ => None,
    };
    for ix in steps.iter().flat_map(Step::drivers).chain(asked) {
        if !drivers.contains(&ix) {
            drivers.push(ix);
        }
    }
    Some(Explanation { ask, value, steps, drivers, printed, also: builder.also(ask) })
}

impl Step {
    fn drivers(&self) -> Vec<DriverIx> {
        match self {
            Self::Product(factors, _) | Self::Limited(_, factors, _) => {
                factors.iter().filter_map(Factor::driver).collect()
            }
            _ => Vec::new(),
        }
    }
}
