//! How a number came about, as JavaScript gets it.

use engine::explain::{self as explained, Ask};
use engine::payback;
use model::evaluate;
use model::note::{Note, Phase, Year};
use serde::Serialize;

use super::outcome::unit;
use super::{Cell, Exact, Payback, PostsCount};

/// How a number came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Explanation {
    /// The permanent id of the number.
    pub number: String,
    /// Its value.
    pub value: Quantity,
    /// The steps of the computation, in order.
    pub steps: Vec<Step>,
    /// The ids of the drivers whose values are in the steps, each once.
    pub drivers: Vec<String>,
    /// What the document prints for the number; `null` if it prints nothing.
    pub printed: Option<Printed>,
    /// The same number counted in other ways.
    pub also: Vec<Part>,
}

/// A value with what it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub enum Quantity {
    /// A cell.
    Cell {
        /// In whole 1.000 kr.
        value: Cell,
    },
    /// An exact amount.
    Amount {
        /// In 1.000 kr.
        value: Exact,
    },
    /// Full-time posts.
    Posts {
        /// Their number.
        value: Exact,
    },
    /// Citizens in a job or education.
    Outcomes {
        /// Their number.
        value: Exact,
    },
    /// Citizens.
    Citizens {
        /// Their number.
        value: Exact,
    },
    /// A payback time.
    Payback {
        /// The payback.
        value: Payback,
        /// How it was counted.
        convention: Convention,
    },
    /// What comes back for each krone of cost.
    Returned {
        /// In kroner.
        value: Exact,
    },
    /// A driver's value.
    Value {
        /// In `unit`.
        value: Exact,
        /// The unit of the driver.
        unit: String,
    },
    /// It cannot be computed, because something would be divided by zero.
    None,
}

/// How a payback is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Convention {
    /// `first-year`, `interpolated`, `simple` or `discounted`.
    pub id: &'static str,
    /// The rate that it discounts by, a share of 1 a year; `null` for one that does not discount.
    pub rate: Option<Exact>,
}

/// One step of a computation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub enum Step {
    /// Factors multiplied and divided.
    Product {
        /// The factors.
        factors: Vec<Factor>,
        /// The product.
        gives: Quantity,
    },
    /// Posts rounded up to halves or wholes.
    RoundedUp {
        /// Before rounding.
        exact: Exact,
        /// How posts are counted.
        posts: PostsCount,
        /// After rounding.
        gives: Exact,
    },
    /// Posts that stay as in the note.
    PostsStay {
        /// Their number.
        posts: Exact,
    },
    /// An exact amount that is above the limit of its line.
    Limited {
        /// The amount.
        exact: Exact,
        /// The factors of the limit: an amount a year, or one for each citizen or each post.
        factors: Vec<Factor>,
        /// The limit.
        gives: Exact,
    },
    /// An exact amount, rounded to a cell.
    Rounded {
        /// The amount, in 1.000 kr.
        exact: Exact,
        /// The cell.
        gives: Cell,
    },
    /// Parts, added up.
    Sum {
        /// The parts.
        parts: Vec<Part>,
        /// Their sum.
        gives: Quantity,
    },
    /// An amount, divided by people or by a cost.
    Ratio {
        /// The amount.
        part: Part,
        /// What it is divided by.
        by: Quantity,
        /// The quotient.
        gives: Quantity,
    },
    /// The cumulative net year by year until it is no longer above zero.
    PaidBack {
        /// The end of each year of the table, up to the year in which everything is paid back.
        ends: Vec<YearEnd>,
        /// The last year's saving, if it must go on after the table; otherwise `null`.
        goes_on: Option<Cell>,
        /// The horizon in years, if what goes on does not pay everything back within it; otherwise `null`.
        in_vain: Option<u32>,
    },
    /// The point within a year at which the cumulative net reaches zero: `yearsBefore` + `left` ÷ `gain`.
    Point {
        /// The whole years before that year.
        years_before: u32,
        /// The balance that was left when the year began.
        left: Cell,
        /// What the year pays back.
        gain: Cell,
        /// The result, in years.
        gives: Exact,
    },
    /// All costs ÷ the saving of the year that saves most.
    Simple {
        /// All costs.
        costs: Part,
        /// The saving of the year that saves most.
        saving: Part,
        /// The quotient, in years.
        gives: Exact,
    },
    /// The discounted cumulative net year by year.
    Discounted {
        /// The rate, a share of 1 a year.
        rate: Exact,
        /// The end of each year of the table, up to the year in which everything is paid back.
        ends: Vec<DiscountedEnd>,
        /// The last year's saving, if it must go on after the table; otherwise `null`.
        goes_on: Option<Cell>,
    },
}

/// The cumulative net at the end of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct YearEnd {
    /// The year.
    pub year: Year,
    /// The cumulative net.
    pub cumulative: Cell,
}

/// The discounted balance at the end of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct DiscountedEnd {
    /// The year.
    pub year: Year,
    /// The net of the year.
    pub net: Cell,
    /// The discounted balance, in 1.000 kr.
    pub balance: Exact,
}

/// A part of a sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Part {
    /// The permanent id of the number that this part is; it can be explained in turn.
    pub number: String,
    /// What it adds to the sum.
    pub value: Quantity,
    /// The committee's share of the number, a share of 1; `null` if all of it is counted.
    pub share: Option<Exact>,
}

/// Something that a line's amount is multiplied or divided by, in the unit in which it is multiplied: amounts in 1.000 kr., shares
/// of 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub enum Factor {
    /// The value of a driver.
    Driver {
        /// The driver.
        driver: String,
        /// Its value.
        value: Exact,
    },
    /// A division by the value of a driver.
    Divisor {
        /// The driver.
        driver: String,
        /// Its value.
        value: Exact,
    },
    /// 1 minus the value of a driver.
    Remainder {
        /// The driver.
        driver: String,
        /// Its value.
        value: Exact,
    },
    /// 1 plus the value of a driver.
    Increase {
        /// The driver.
        driver: String,
        /// Its value.
        value: Exact,
    },
    /// Posts that were rounded up, or stay as in the note.
    Posts {
        /// The posts that are paid for.
        posts: Exact,
        /// Citizens ÷ caseload, before rounding.
        exact: Exact,
        /// How they were counted.
        count: PostsCount,
    },
    /// What the lines come to in the year that the line is a share of.
    Lines {
        /// The amount.
        value: Exact,
    },
    /// The share of the full amount that a year has.
    Share {
        /// `before`, `first`, `running` or `after`.
        phase: &'static str,
        /// Which year of the effort it is, counted from 1, where years have shares of their own; `null` where all years of the
        /// phase have the same.
        year: Option<u16>,
        /// The share.
        value: Exact,
    },
}

/// What the document prints for a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Printed {
    /// The table.
    pub place: String,
    /// The row's label.
    pub row: String,
    /// The cell; `null` if it is empty or cannot be read in the scan.
    pub cell: Option<Cell>,
}

impl Explanation {
    /// The explanation of a number of a scenario of the note.
    #[must_use]
    pub fn of(note: Note<'_>, explanation: &explained::Explanation) -> Self {
        let drivers = explanation.drivers.iter().filter_map(|ix| note.variant.driver(*ix));
        Self {
            number: explanation.ask.id(note),
            value: Quantity::from(explanation.value),
            steps: explanation.steps.iter().map(|step| Step::of(note, step)).collect(),
            drivers: drivers.map(|driver| driver.id.clone()).collect(),
            printed: explanation.printed.as_ref().map(Printed::from),
            also: explanation.also.iter().map(|part| Part::of(note, *part)).collect(),
        }
    }
}

impl Step {
    fn of(note: Note<'_>, step: &explained::Step) -> Self {
        use explained::Step as Model;
        match step {
            Model::Product(factors, gives) => Self::Product {
                factors: factors.iter().map(|factor| Factor::of(note, factor)).collect(),
                gives: (*gives).into(),
            },
            Model::RoundedUp(exact, posts, gives) => {
                Self::RoundedUp { exact: (*exact).into(), posts: (*posts).into(), gives: (*gives).into() }
            }
            Model::PostsStay(posts) => Self::PostsStay { posts: (*posts).into() },
            Model::Limited(exact, factors, gives) => Self::Limited {
                exact: (*exact).into(),
                factors: factors.iter().map(|factor| Factor::of(note, factor)).collect(),
                gives: (*gives).into(),
            },
            Model::Rounded(exact, gives) => Self::Rounded { exact: (*exact).into(), gives: (*gives).into() },
            Model::Sum(parts, gives) => {
                Self::Sum { parts: parts.iter().map(|part| Part::of(note, *part)).collect(), gives: (*gives).into() }
            }
            Model::Ratio(part, by, gives) => {
                Self::Ratio { part: Part::of(note, *part), by: (*by).into(), gives: (*gives).into() }
            }
            Model::PaidBack { ends, goes_on, in_vain } => Self::PaidBack {
                ends: ends.iter().map(|(year, end)| YearEnd { year: *year, cumulative: (*end).into() }).collect(),
                goes_on: goes_on.map(Cell::from),
                in_vain: *in_vain,
            },
            Model::Point { years_before, left, gain, gives } => Self::Point {
                years_before: u32::try_from(*years_before).unwrap_or(u32::MAX),
                left: (*left).into(),
                gain: (*gain).into(),
                gives: (*gives).into(),
            },
            Model::Simple(costs, saving, gives) => {
                Self::Simple { costs: Part::of(note, *costs), saving: Part::of(note, *saving), gives: (*gives).into() }
            }
            Model::Discounted { rate, ends, goes_on } => {
                let end = |(year, net, balance): &(Year, _, _)| DiscountedEnd {
                    year: *year,
                    net: Cell::from(*net),
                    balance: Exact::from(*balance),
                };
                Self::Discounted {
                    rate: (*rate).into(),
                    ends: ends.iter().map(end).collect(),
                    goes_on: goes_on.map(Cell::from),
                }
            }
        }
    }
}

impl Factor {
    fn of(note: Note<'_>, factor: &evaluate::Factor) -> Self {
        use evaluate::Factor as Model;
        let id = |ix| note.variant.driver(ix).map(|driver| driver.id.clone()).unwrap_or_default();
        match *factor {
            Model::Driver { ix, value } => Self::Driver { driver: id(ix), value: value.into() },
            Model::Divisor { ix, value } => Self::Divisor { driver: id(ix), value: value.into() },
            Model::Remainder { ix, value } => Self::Remainder { driver: id(ix), value: value.into() },
            Model::Increase { ix, value } => Self::Increase { driver: id(ix), value: value.into() },
            Model::Posts { posts, exact, count } => {
                Self::Posts { posts: posts.into(), exact: exact.into(), count: count.into() }
            }
            Model::Lines { amount } => Self::Lines { value: amount.into() },
            Model::Share { phase, year, share } => Self::Share { phase: phase_id(phase), year, value: share.into() },
        }
    }
}

impl Part {
    fn of(note: Note<'_>, part: explained::Part) -> Self {
        Self { number: Ask::id(part.ask, note), value: part.value.into(), share: part.share.map(Exact::from) }
    }
}

impl From<explained::Quantity> for Quantity {
    fn from(quantity: explained::Quantity) -> Self {
        use explained::Quantity as Model;
        match quantity {
            Model::Cell(value) => Self::Cell { value: value.into() },
            Model::Amount(value) => Self::Amount { value: value.into() },
            Model::Posts(value) => Self::Posts { value: value.into() },
            Model::Outcomes { citizens, .. } => Self::Outcomes { value: citizens.into() },
            Model::Citizens(value) => Self::Citizens { value: value.into() },
            Model::Payback(value, convention) => {
                Self::Payback { value: value.into(), convention: Convention::from(convention) }
            }
            Model::Returned(value) => Self::Returned { value: value.into() },
            Model::Value(value, of) => {
                let on_screen = value.checked_mul(of.scale()).unwrap_or(value);
                Self::Value { value: on_screen.into(), unit: unit(of) }
            }
            Model::None => Self::None,
        }
    }
}

impl From<payback::Convention> for Convention {
    fn from(convention: payback::Convention) -> Self {
        Self { id: convention.id(), rate: convention.rate().map(Exact::from) }
    }
}

impl From<&explained::Printed> for Printed {
    fn from(printed: &explained::Printed) -> Self {
        Self { place: printed.place.clone(), row: printed.row.clone(), cell: printed.cell.map(Cell::from) }
    }
}

/// The id of a phase.
const fn phase_id(phase: Phase) -> &'static str {
    match phase {
        Phase::Before => "before",
        Phase::First => "first",
        Phase::Running => "running",
        Phase::After => "after",
    }
}
