//! How a number came about, as data: the formula with its values, the numbers it adds up, and the drivers behind it.
//!
//! Every number of an outcome can be asked about ([`Ask`]). The answer names what was multiplied, divided and added, each part
//! again something to ask about, down to drivers with an origin and a quote. Words come later: the page, the exports and the
//! JavaScript API read the same [`Explanation`].

mod ask;
mod build;
mod paid_back;

use rust_decimal::Decimal;

use crate::computed::Computed;
use crate::evaluate::Factor;
use crate::money::Thousands;
use crate::note::{DriverIx, Unit, Year};
use crate::payback::{Convention, Payback};
use crate::scenario::PostsCount;

pub use self::ask::{Ask, Flow};
use self::build::Builder;

/// How a number came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The number.
    pub ask: Ask,
    /// Its value.
    pub value: Quantity,
    /// What gives it, in the order in which it is computed.
    pub steps: Vec<Step>,
    /// The drivers whose values are in the steps, each once, in that order.
    pub drivers: Vec<DriverIx>,
    /// What the document prints there, where it prints it.
    pub printed: Option<Printed>,
    /// The same counted in other ways: the paybacks by the other conventions.
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
    /// Citizens in a job or education.
    Outcomes(Decimal),
    /// Citizens.
    Citizens(Decimal),
    /// A payback time, by a convention.
    Payback(Payback, Convention),
    /// A driver's value, in its unit.
    Value(Decimal, Unit),
    /// It cannot be computed: something would be divided by nothing.
    None,
}

/// One step of a computation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Factors multiplied and divided.
    Product(Vec<Factor>, Quantity),
    /// Posts counted in halves or wholes, upwards.
    RoundedUp(Decimal, PostsCount, Decimal),
    /// An exact amount rounded to whole thousands.
    Rounded(Decimal, Thousands),
    /// Parts added up.
    Sum(Vec<Part>, Quantity),
    /// A part shared out evenly.
    Ratio(Part, Quantity, Quantity),
    /// The cumulative net year by year until it is no longer above zero, and the saving that goes on after the table.
    PaidBack {
        /// The end of each year of the table, up to the one that is paid back in.
        ends: Vec<(Year, Thousands)>,
        /// The last year's saving, where it must go on past the table.
        goes_on: Option<Thousands>,
    },
    /// The point within a year at which the cumulative net reaches zero: the years before it, and what was left when it
    /// began, shared by what the year pays back.
    Point {
        /// Whole years before.
        years_before: u64,
        /// What was left, in 1.000 kr.
        left: Thousands,
        /// What the year pays back, in 1.000 kr.
        gain: Thousands,
        /// What it comes to, in years.
        gives: Decimal,
    },
    /// All costs over the saving of the year that saves most.
    Simple(Part, Part, Decimal),
    /// The cumulative net year by year, each year's divided by 1 + rate once more than the year before.
    Discounted {
        /// A share of 1 a year.
        rate: Decimal,
        /// The net of each year of the table, and what is left at its end, discounted, in 1.000 kr.; up to the one that is paid
        /// back in.
        ends: Vec<(Year, Thousands, Decimal)>,
        /// The last year's saving, where it must go on past the table.
        goes_on: Option<Thousands>,
    },
}

/// A part of a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub ask: Ask,
    /// Its value.
    pub value: Quantity,
    /// What share of it is counted here, where a committee carries only some of it: a share of 1.
    pub share: Option<Decimal>,
}

/// What the document prints for a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The table, as the document numbers it.
    pub place: String,
    /// The row's label.
    pub row: String,
    /// The cell; `None` where the document leaves it empty or the scan lost it.
    pub cell: Option<Thousands>,
}

/// How a number of the scenario's outcome came about; `None` where the outcome has no such number.
#[must_use]
pub fn explain(computed: &Computed<'_>, ask: Ask) -> Option<Explanation> {
    let builder = Builder { computed };
    let (value, steps, printed) = match ask {
        Ask::Line(line, Some(year)) => builder.cell(line, year)?,
        Ask::Line(line, None) => builder.line_total(line)?,
        Ask::Flow(flow, perspective, Some(year)) => builder.flow(flow, perspective, year)?,
        Ask::Flow(flow, perspective, None) => builder.flow_total(flow, perspective)?,
        Ask::Payback(perspective, by) => builder.paid_back(perspective, by)?,
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
            Self::Product(factors, _) => factors.iter().filter_map(Factor::driver).collect(),
            _ => Vec::new(),
        }
    }
}
