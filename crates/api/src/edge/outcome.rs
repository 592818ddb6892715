//! What follows from a scenario.

use engine::computed::Computed;
use engine::figures;
use engine::payback as counted;
use engine::scenario_file;
use model::evaluate::View;
use model::note::{Side, Variant, Year};
use serde::Serialize;

use super::{Cell, Exact, PostsCount, cells};

/// Everything that follows from a scenario. Every list of cells has one a year, as `years` has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Outcome {
    /// The permanent id of the note.
    pub note: String,
    /// The note that its savings are borrowed from; `null` where they are its own, or there are none.
    pub savings_from: Option<String>,
    /// How posts were counted.
    pub posts: PostsCount,
    /// The years of every list below: those of the note, and further ones if an effort runs longer.
    pub years: Vec<Year>,
    /// Every driver with its value.
    pub drivers: Vec<DriverValue>,
    /// The rows of the budget.
    pub lines: Vec<LineOutcome>,
    /// What follows for each effort.
    pub efforts: Vec<EffortOutcome>,
    /// The same money in each perspective.
    pub perspectives: Vec<PerspectiveOutcome>,
    /// The key figures.
    pub figures: Figures,
}

/// A driver with its value. Both values are in the driver's unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct DriverValue {
    /// Its permanent id.
    pub id: String,
    /// Its value in the scenario.
    pub value: Exact,
    /// The note's own value.
    pub in_note: Exact,
    /// Whether it follows another driver now, in the note's proportion.
    pub follows: bool,
}

/// A row of the budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct LineOutcome {
    /// Its id.
    pub id: String,
    /// One cell a year.
    pub cells: Vec<Cell>,
    /// The sum of the cells.
    pub total: Cell,
}

/// What follows for an effort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct EffortOutcome {
    /// Its id.
    pub id: String,
    /// The first year after it has stopped.
    pub stops: Year,
    /// Citizens in it at any one time; `null` where the note names none.
    pub citizens: Option<Exact>,
    /// The full-time posts that citizens ÷ caseload leads to; `null` where it has no caseload.
    pub consultants: Option<Exact>,
    /// All full-time posts.
    pub posts: Exact,
    /// Citizens who reach a job or education, one number a year.
    pub outcomes: Vec<Exact>,
    /// Its costs.
    pub costs: Vec<Cell>,
}

/// The money of one perspective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct PerspectiveOutcome {
    /// `total`, `service`, the id of an effort, or that of a committee.
    pub id: String,
    /// The expenses of each year.
    pub costs: Vec<Cell>,
    /// The savings of each year. They are negative.
    pub savings: Vec<Cell>,
    /// Costs plus savings of each year.
    pub net: Vec<Cell>,
    /// The net of each year and all earlier years together.
    pub cumulative: Vec<Cell>,
    /// Payback by the document's convention: the first year from which on the cumulative net is no longer above zero.
    pub payback: Payback,
    /// The point within that year.
    pub payback_interpolated: Payback,
    /// All costs ÷ the saving of the year that saves most.
    pub payback_simple: Payback,
    /// Payback in whole years, discounted by the scenario's rate.
    pub payback_discounted: Payback,
    /// What comes back for each krone of cost.
    pub returned: Returned,
}

/// What comes back for each krone of cost: savings ÷ costs. `null` where there are no costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Returned {
    /// Over all years of the table.
    pub in_all: Option<Exact>,
    /// The last year in which every effort with savings runs.
    pub year: Year,
    /// In that year.
    pub in_year: Option<Exact>,
}

/// A payback time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub enum Payback {
    /// It pays for itself.
    Reached {
        /// The number of years it takes by the convention; the first year is year 1.
        years: Exact,
        /// The calendar year in which it happens.
        year: u32,
        /// Whether that is after the last year with costs, by what is left of the savings.
        by_the_rest: bool,
    },
    /// It pays for itself, but only after the last year with costs. Only the simple ratio says so.
    OnlyAfterwards,
    /// There are savings, but they do not cover the costs for good within the horizon.
    NotWithin {
        /// The horizon, in years from the first year of the table.
        horizon: u32,
        /// The first year at whose end the savings covered the costs so far, before later costs undid that; `null` if there
        /// is none.
        ahead: Option<u32>,
    },
    /// There is nothing to pay back.
    NoCosts,
    /// There are costs and no savings.
    NoSavings,
}

/// The key figures. Costs and people are those of `year`, the last year in which every effort runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Figures {
    /// Costs plus savings over all years. A negative net is a gain.
    pub net: Cell,
    /// The year of the figures below.
    pub year: Year,
    /// Costs in that year.
    pub cost: Cell,
    /// Citizens in the efforts at any one time.
    pub citizens: Exact,
    /// Citizens who reach a job or education in that year.
    pub outcomes: Exact,
    /// Costs of the year per citizen, in 1.000 kr.; `null` where an effort names no citizens.
    pub cost_per_citizen: Option<Exact>,
    /// Costs of the year per citizen in a job or education, in 1.000 kr.; `null` where nobody reaches one, where an effort
    /// names no citizens, and where its share is not one of everybody in it.
    pub cost_per_outcome: Option<Exact>,
    /// All full-time posts.
    pub posts: Exact,
    /// The full-time posts that citizens ÷ caseload leads to.
    pub consultants: Exact,
}

/// The money of one perspective, in short: what `evaluateMany` gives for each scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Summary {
    /// The year of the first column.
    pub first_year: Year,
    /// The expenses of each year.
    pub costs: Vec<Cell>,
    /// The savings of each year. They are negative.
    pub savings: Vec<Cell>,
    /// Costs plus savings of each year.
    pub net: Vec<Cell>,
    /// Payback by the document's convention.
    pub payback: Payback,
}

impl From<counted::Payback> for Payback {
    fn from(payback: counted::Payback) -> Self {
        match payback {
            counted::Payback::Reached { years, year, by_the_rest } => {
                Self::Reached { years: years.into(), year, by_the_rest }
            }
            counted::Payback::OnlyAfterwards => Self::OnlyAfterwards,
            counted::Payback::NotWithin { horizon, ahead } => Self::NotWithin { horizon, ahead },
            counted::Payback::NoCosts => Self::NoCosts,
            counted::Payback::NoSavings => Self::NoSavings,
        }
    }
}

impl Summary {
    /// The money of a view whose first column is the year `first_year`.
    pub(crate) fn of(first_year: Year, view: &View, payback: counted::Payback) -> Self {
        Self {
            first_year,
            costs: cells(&view.costs),
            savings: cells(&view.savings),
            net: cells(&view.net),
            payback: payback.into(),
        }
    }
}

impl From<&Computed<'_>> for Outcome {
    fn from(computed: &Computed<'_>) -> Self {
        let Computed { scenario, outcome, figures } = computed;
        let variant = computed.note().variant;
        let lines = variant.lines.iter().zip(&outcome.lines).map(|(line, outcome)| LineOutcome {
            id: line.id.clone(),
            cells: cells(&outcome.cells),
            total: outcome.total().into(),
        });
        let drivers = variant.drivers().map(|(ix, driver)| DriverValue {
            id: driver.id.clone(),
            value: Exact::on_screen(driver, scenario.value(ix).unwrap_or(driver.value)),
            in_note: Exact::on_screen(driver, driver.value),
            follows: scenario.follows(ix),
        });
        Self {
            note: variant.id.clone(),
            savings_from: variant.lender().map(str::to_owned),
            posts: scenario.posts().into(),
            years: outcome.years.clone(),
            drivers: drivers.collect(),
            lines: lines.collect(),
            efforts: efforts(computed),
            perspectives: outcome.views.iter().map(|view| perspective(computed, variant, view)).collect(),
            figures: Figures::from(figures),
        }
    }
}

fn efforts(computed: &Computed<'_>) -> Vec<EffortOutcome> {
    let efforts = computed.note().variant.efforts.iter().zip(&computed.outcome.efforts);
    let outcome = efforts.map(|(effort, outcome)| EffortOutcome {
        id: effort.id.clone(),
        stops: outcome.stops,
        citizens: outcome.citizens.map(Exact::from),
        consultants: outcome.consultants.map(Exact::from),
        posts: outcome.posts.into(),
        outcomes: outcome.outcomes.iter().copied().map(Exact::from).collect(),
        costs: cells(&outcome.costs),
    });
    outcome.collect()
}

fn perspective(computed: &Computed<'_>, variant: &Variant, view: &View) -> PerspectiveOutcome {
    // This names every convention, so a new one does not compile until it has a field here.
    let [first_year, interpolated, simple, discounted] = counted::Convention::all(computed.scenario.rate())
        .map(|convention| Payback::from(computed.payback(view.perspective, convention)));
    let returned = computed.figures.returned(view.perspective);
    PerspectiveOutcome {
        id: view.perspective.id(variant).to_owned(),
        costs: cells(&view.costs),
        savings: cells(&view.savings),
        net: cells(&view.net),
        cumulative: cells(&view.cumulative),
        payback: first_year,
        payback_interpolated: interpolated,
        payback_simple: simple,
        payback_discounted: discounted,
        returned: Returned {
            in_all: returned.in_all.map(Exact::from),
            year: returned.year,
            in_year: returned.in_year.map(Exact::from),
        },
    }
}

impl From<&figures::Figures> for Figures {
    fn from(figures: &figures::Figures) -> Self {
        Self {
            net: figures.net.into(),
            year: figures.year,
            cost: figures.cost.into(),
            citizens: figures.citizens.into(),
            outcomes: figures.outcomes.into(),
            cost_per_citizen: figures.cost_per_citizen.map(Exact::from),
            cost_per_outcome: figures.cost_per_outcome.map(Exact::from),
            posts: figures.posts.into(),
            consultants: figures.consultants.into(),
        }
    }
}

/// The id of a side of the budget: `cost` or `saving`.
pub(super) const fn side(side: Side) -> &'static str {
    match side {
        Side::Cost => "cost",
        Side::Income => "income",
        Side::Saving => "saving",
    }
}

/// The id of the unit in which a driver is given.
pub(super) fn unit(unit: model::note::Unit) -> String {
    scenario_file::unit(unit).to_owned()
}
