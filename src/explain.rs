//! How a number came about, as data: the formula with its values, the numbers it adds up, and the drivers behind it.
//!
//! Every number of an outcome can be asked about ([`Ask`]). The answer names what was multiplied, divided and added, each part
//! again something to ask about, down to drivers with an origin and a quote. Words come later: the page, the exports and the
//! JavaScript API read the same [`Explanation`].

use rust_decimal::Decimal;
use serde::Serialize;

use crate::evaluate::{Outcome, Perspective, View, part_of_cell};
use crate::factor::{Factor, factors};
use crate::figures::Figures;
use crate::money::Thousands;
use crate::note::{Committee, DriverIx, Note, Posts, Rule, Side, Year};
use crate::payback::{Convention, Payback, payback};
use crate::scenario::{PostsCount, Scenario};

/// A number of an outcome that can be asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ask {
    /// The cell of a line, by position in the variant; the sum over all years where there is no year.
    Line(usize, Option<Year>),
    /// An amount of a perspective; over all years where there is no year.
    Flow(Flow, Perspective, Option<Year>),
    /// When a perspective has paid for itself, by the document's convention.
    Payback(Perspective),
    /// What an effort, by position, costs in a year.
    EffortCost(usize, Year),
    /// Costs per citizen of an effort in its last year.
    PerCitizen(usize),
    /// Costs per citizen of an effort in a job or education, in its last year.
    PerOutcome(usize),
    /// The full-time posts of an effort; of all efforts where there is none.
    Posts(Option<usize>),
}

/// Which amount of a perspective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flow {
    /// Expenses.
    Costs,
    /// Savings.
    Savings,
    /// Both together.
    Net,
    /// The net of a year and all before it.
    Cumulative,
}

/// How a number came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
}

/// A value with what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
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
    /// A payback time.
    Payback(Payback),
    /// It cannot be computed: something would be divided by nothing.
    None,
}

/// One step of a computation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
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
}

/// A part of a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What it is.
    pub ask: Ask,
    /// Its value.
    pub value: Quantity,
    /// What share of it is counted here, where a committee carries only some of it: a share of 1.
    pub share: Option<Decimal>,
}

/// What the document prints for a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Printed {
    /// The table, as the document numbers it.
    pub place: String,
    /// The row's label.
    pub row: String,
    /// The cell; `None` where the document leaves it empty or the scan lost it.
    pub cell: Option<Thousands>,
}

const LINE: &str = "line";
const PAYBACK: &str = "payback";
const EFFORT: &str = "cost";
const PER_CITIZEN: &str = "per-citizen";
const PER_OUTCOME: &str = "per-outcome";
const POSTS: &str = "posts";

impl Flow {
    /// Every amount.
    pub const ALL: [Self; 4] = [Self::Costs, Self::Savings, Self::Net, Self::Cumulative];

    /// Its permanent id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Costs => "costs",
            Self::Savings => "savings",
            Self::Net => "net",
            Self::Cumulative => "cumulative",
        }
    }

    fn of(self, view: &View) -> &[Thousands] {
        match self {
            Self::Costs => &view.costs,
            Self::Savings => &view.savings,
            Self::Net => &view.net,
            Self::Cumulative => &view.cumulative,
        }
    }
}

impl Perspective {
    /// Its permanent id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Service => "service",
            Self::Committee(Committee::Biu) => "biu",
            Self::Committee(Committee::Sud) => "sud",
            Self::Committee(Committee::Sou) => "sou",
        }
    }

    /// The perspective with this id.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        let committees = [Committee::Biu, Committee::Sud, Committee::Sou].map(Self::Committee);
        [Self::Total, Self::Service].into_iter().chain(committees).find(|own| own.id() == id)
    }
}

impl Ask {
    /// The question in a link: permanent ids and years, parted by full stops.
    #[must_use]
    pub fn id(self, note: Note<'_>) -> String {
        let variant = note.variant;
        let effort = |at: usize| variant.efforts.get(at).map_or("", |effort| effort.id.as_str());
        let dated = |id: String, year: Option<Year>| year.map_or_else(|| id.clone(), |year| format!("{id}.{year}"));
        match self {
            Self::Line(at, year) => {
                dated(format!("{LINE}.{}", variant.lines.get(at).map_or("", |line| line.id.as_str())), year)
            }
            Self::Flow(flow, perspective, year) => dated(format!("{}.{}", flow.id(), perspective.id()), year),
            Self::Payback(perspective) => format!("{PAYBACK}.{}", perspective.id()),
            Self::EffortCost(at, year) => dated(format!("{EFFORT}.{}", effort(at)), Some(year)),
            Self::PerCitizen(at) => format!("{PER_CITIZEN}.{}", effort(at)),
            Self::PerOutcome(at) => format!("{PER_OUTCOME}.{}", effort(at)),
            Self::Posts(None) => POSTS.to_owned(),
            Self::Posts(Some(at)) => format!("{POSTS}.{}", effort(at)),
        }
    }

    /// The question that a link asks; `None` where the note has no such number.
    #[must_use]
    pub fn find(note: Note<'_>, id: &str) -> Option<Self> {
        let mut parts = id.split('.');
        let (what, of, year) = (parts.next()?, parts.next(), parts.next());
        let year = year.map(str::parse::<Year>).transpose().ok()?;
        if parts.next().is_some() {
            return None;
        }
        let variant = note.variant;
        let effort = || variant.efforts.iter().position(|effort| Some(effort.id.as_str()) == of);
        let flow = Flow::ALL.into_iter().find(|flow| flow.id() == what);
        let ask = match (what, flow, year) {
            (LINE, ..) => Self::Line(variant.lines.iter().position(|line| Some(line.id.as_str()) == of)?, year),
            (PAYBACK, _, None) => Self::Payback(Perspective::find(of?)?),
            (EFFORT, _, Some(year)) => Self::EffortCost(effort()?, year),
            (PER_CITIZEN, _, None) => Self::PerCitizen(effort()?),
            (PER_OUTCOME, _, None) => Self::PerOutcome(effort()?),
            (POSTS, _, None) => Self::Posts(of.map(|_| effort()).map_or(Some(None), |found| found.map(Some))?),
            (_, Some(flow), year) => Self::Flow(flow, Perspective::find(of?)?, year),
            _ => return None,
        };
        Some(ask)
    }
}

/// How a number of the scenario's outcome came about; `None` where the outcome has no such number.
#[must_use]
pub fn explain(scenario: &Scenario<'_>, outcome: &Outcome, figures: &Figures, ask: Ask) -> Option<Explanation> {
    let reader = Reader { scenario, outcome, figures };
    let (value, steps, printed) = match ask {
        Ask::Line(line, Some(year)) => reader.cell(line, year)?,
        Ask::Line(line, None) => reader.line_total(line)?,
        Ask::Flow(flow, perspective, Some(year)) => reader.flow(flow, perspective, year)?,
        Ask::Flow(flow, perspective, None) => reader.flow_total(flow, perspective)?,
        Ask::Payback(perspective) => reader.paid_back(perspective)?,
        Ask::EffortCost(effort, year) => reader.effort_cost(effort, year)?,
        Ask::PerCitizen(effort) => reader.per_citizen(effort)?,
        Ask::PerOutcome(effort) => reader.per_outcome(effort)?,
        Ask::Posts(effort) => reader.posts(effort)?,
    };
    let mut drivers: Vec<DriverIx> = Vec::new();
    for ix in steps.iter().flat_map(Step::drivers) {
        if !drivers.contains(&ix) {
            drivers.push(ix);
        }
    }
    Some(Explanation { ask, value, steps, drivers, printed })
}

impl Step {
    fn drivers(&self) -> Vec<DriverIx> {
        match self {
            Self::Product(factors, _) => factors.iter().filter_map(Factor::driver).collect(),
            _ => Vec::new(),
        }
    }
}

type Answer = Option<(Quantity, Vec<Step>, Option<Printed>)>;

struct Reader<'r, 'n> {
    scenario: &'r Scenario<'n>,
    outcome: &'r Outcome,
    figures: &'r Figures,
}

impl Reader<'_, '_> {
    fn column(&self, year: Year) -> Option<usize> {
        self.outcome.years.iter().position(|own| *own == year)
    }

    fn line_cell(&self, line: usize, year: Year) -> Option<Thousands> {
        self.outcome.lines.get(line)?.cells.get(self.column(year)?).copied()
    }

    fn cell(&self, line: usize, year: Year) -> Answer {
        let cell = self.line_cell(line, year)?;
        let mut steps = Vec::new();
        let factors = factors(self.scenario, line, year).ok()?;
        if let Some(Factor::Posts { posts, exact, count }) =
            factors.iter().find(|own| matches!(own, Factor::Posts { .. }))
        {
            let own = self.scenario.note().variant.lines.get(line)?;
            if let Rule::Staff { posts: Posts::Caseload { citizens, caseload }, .. } = own.rule {
                steps.push(Step::Product(self.quotient(citizens, caseload)?, Quantity::Posts(*exact)));
            }
            steps.push(Step::RoundedUp(*exact, *count, *posts));
        }
        let exact = Factor::product(&factors)?;
        steps.push(Step::Product(factors, Quantity::Amount(exact)));
        if cell.decimal().abs() != exact {
            steps.push(Step::Rounded(exact, Thousands::round(exact)?));
        }
        Some((Quantity::Cell(cell), steps, self.printed(line, Some(year))))
    }

    fn quotient(&self, citizens: DriverIx, caseload: DriverIx) -> Option<Vec<Factor>> {
        Some(vec![
            Factor::Driver { ix: citizens, value: self.scenario.value(citizens)? },
            Factor::Divisor { ix: caseload, value: self.scenario.value(caseload)? },
        ])
    }

    /// What the line's own row prints; the sum over the years where there is no year.
    fn printed(&self, line: usize, year: Option<Year>) -> Option<Printed> {
        let note = self.scenario.note();
        let (table, row) = note.document.own_row(note.variant.lines.get(line)?)?;
        let is_printed = year.is_none_or(|year| table.years.contains(&year));
        let cell = match year {
            Some(year) => table.cell(row, year),
            None => row.total,
        };
        is_printed.then(|| Printed { place: table.place.clone(), row: row.label.clone(), cell })
    }

    fn line_total(&self, line: usize) -> Answer {
        let own = self.outcome.lines.get(line)?;
        let parts = self.outcome.years.iter().zip(&own.cells);
        let parts = parts.map(|(year, cell)| whole(Ask::Line(line, Some(*year)), *cell)).collect();
        let printed = self.printed(line, None).filter(|printed| printed.cell.is_some());
        Some(added(parts, own.total(), printed))
    }

    fn flow(&self, flow: Flow, perspective: Perspective, year: Year) -> Answer {
        let column = self.column(year)?;
        let view = self.outcome.view(perspective)?;
        let value = *flow.of(view).get(column)?;
        let own = |flow: Flow, year: Year| {
            let cell = *flow.of(view).get(self.column(year)?)?;
            Some(whole(Ask::Flow(flow, perspective, Some(year)), cell))
        };
        let parts: Vec<Part> = match flow {
            Flow::Costs => self.lines(Side::Cost, perspective, year),
            Flow::Savings => self.lines(Side::Saving, perspective, year),
            Flow::Net => [own(Flow::Costs, year), own(Flow::Savings, year)].into_iter().flatten().collect(),
            Flow::Cumulative => {
                self.outcome.years.iter().filter(|own| **own <= year).filter_map(|year| own(Flow::Net, *year)).collect()
            }
        };
        Some(added(parts, value, None))
    }

    /// The lines of one side, each with the part that the perspective sees.
    fn lines(&self, side: Side, perspective: Perspective, year: Year) -> Vec<Part> {
        let lines = self.scenario.note().variant.lines.iter().enumerate().filter(|(_, line)| line.side == side);
        lines
            .filter_map(|(at, line)| {
                let cell = self.line_cell(at, year)?;
                let seen = part_of_cell(line, cell, perspective);
                let share = match perspective {
                    Perspective::Committee(own) => line.committees.iter().find(|share| share.committee == own)?.share,
                    Perspective::Service | Perspective::Total => Decimal::ONE,
                };
                let is_seen = seen != Thousands::ZERO || perspective == Perspective::Total;
                let share = (share != Decimal::ONE).then_some(share);
                is_seen.then_some(Part { ask: Ask::Line(at, Some(year)), value: Quantity::Cell(seen), share })
            })
            .collect()
    }

    fn flow_total(&self, flow: Flow, perspective: Perspective) -> Answer {
        let view = self.outcome.view(perspective)?;
        // What is cumulated over all years is the net.
        let flow = if flow == Flow::Cumulative { Flow::Net } else { flow };
        let cells = flow.of(view);
        let parts = self.outcome.years.iter().zip(cells);
        let parts = parts.map(|(year, cell)| whole(Ask::Flow(flow, perspective, Some(*year)), *cell)).collect();
        Some(added(parts, cells.iter().copied().sum(), None))
    }

    fn paid_back(&self, perspective: Perspective) -> Answer {
        let view = self.outcome.view(perspective)?;
        let first = *self.outcome.years.first()?;
        let counted = payback(view, first, Convention::FirstYear);
        let reached = match counted {
            Payback::Reached { year, .. } => year,
            Payback::Never | Payback::NoCosts | Payback::NoSavings => u32::MAX,
        };
        let ends: Vec<(Year, Thousands)> = self
            .outcome
            .years
            .iter()
            .copied()
            .zip(view.cumulative.iter().copied())
            .filter(|(year, _)| u32::from(*year) <= reached)
            .collect();
        let is_later = self.outcome.years.last().is_some_and(|last| reached > u32::from(*last));
        let goes_on = is_later.then(|| view.savings.last().copied()).flatten();
        Some((Quantity::Payback(counted), vec![Step::PaidBack { ends, goes_on }], None))
    }

    fn effort_cost(&self, effort: usize, year: Year) -> Answer {
        let cost = *self.outcome.efforts.get(effort)?.costs.get(self.column(year)?)?;
        let lines = self.scenario.note().variant.lines.iter().enumerate();
        let parts = lines
            .filter(|(_, line)| line.effort == effort && line.side == Side::Cost)
            .filter_map(|(at, _)| Some(whole(Ask::Line(at, Some(year)), self.line_cell(at, year)?)))
            .collect();
        Some(added(parts, cost, None))
    }

    /// The last year in which an effort runs, and what it costs then.
    fn last_cost(&self, effort: usize) -> Option<Part> {
        let own = self.outcome.efforts.get(effort)?;
        let year = own.stops.checked_sub(1)?;
        Some(whole(Ask::EffortCost(effort, year), *own.costs.get(self.column(year)?)?))
    }

    fn per_citizen(&self, effort: usize) -> Answer {
        let citizens = self.outcome.efforts.get(effort)?.citizens?;
        Some(shared(self.last_cost(effort)?, Quantity::Citizens(citizens), citizens, Vec::new()))
    }

    fn per_outcome(&self, effort: usize) -> Answer {
        let own = self.outcome.efforts.get(effort)?;
        let column = self.column(own.stops.checked_sub(1)?)?;
        let outcomes = *own.outcomes.get(column)?;
        let effort_data = self.scenario.note().variant.efforts.get(effort)?;
        let effect = effort_data.effect?;
        // An effort of one year has the effect of its first.
        let rate = if column == 0 || own.stops == effort_data.start.saturating_add(1) {
            effect.first.unwrap_or(effect.full)
        } else {
            effect.full
        };
        let citizens = effort_data.citizens?;
        let factors = vec![
            Factor::Driver { ix: citizens, value: self.scenario.value(citizens)? },
            Factor::Driver { ix: rate, value: self.scenario.value(rate)? },
        ];
        let steps = vec![Step::Product(factors, Quantity::Outcomes(outcomes))];
        Some(shared(self.last_cost(effort)?, Quantity::Outcomes(outcomes), outcomes, steps))
    }

    fn posts(&self, effort: Option<usize>) -> Answer {
        let variant = self.scenario.note().variant;
        if effort.is_none() && variant.efforts.len() > 1 {
            let parts = self.outcome.efforts.iter().enumerate().map(|(at, own)| Part {
                ask: Ask::Posts(Some(at)),
                value: Quantity::Posts(own.posts),
                share: None,
            });
            let value = Quantity::Posts(self.figures.posts);
            return Some((value, vec![Step::Sum(parts.collect(), value)], None));
        }
        let effort = effort.unwrap_or(0);
        let mut steps = Vec::new();
        let mut counted: Vec<Posts> = Vec::new();
        for line in variant.lines.iter().filter(|line| line.effort == effort) {
            let Rule::Staff { posts, .. } = line.rule else { continue };
            if counted.contains(&posts) {
                continue;
            }
            counted.push(posts);
            match posts {
                Posts::Driver(ix) => {
                    let value = self.scenario.value(ix)?;
                    steps.push(Step::Product(vec![Factor::Driver { ix, value }], Quantity::Posts(value)));
                }
                Posts::Caseload { citizens, caseload } => {
                    let quotient = self.quotient(citizens, caseload)?;
                    let exact = Factor::product(&quotient)?;
                    steps.push(Step::Product(quotient, Quantity::Posts(exact)));
                    let needed = self.outcome.efforts.get(effort)?.consultants?;
                    if needed != exact {
                        steps.push(Step::RoundedUp(exact, self.scenario.posts(), needed));
                    }
                }
            }
        }
        Some((Quantity::Posts(self.outcome.efforts.get(effort)?.posts), steps, None))
    }
}

const fn whole(ask: Ask, cell: Thousands) -> Part {
    Part { ask, value: Quantity::Cell(cell), share: None }
}

fn added(parts: Vec<Part>, sum: Thousands, printed: Option<Printed>) -> (Quantity, Vec<Step>, Option<Printed>) {
    let value = Quantity::Cell(sum);
    (value, vec![Step::Sum(parts, value)], printed)
}

/// A cost shared by people.
fn shared(
    cost: Part,
    people: Quantity,
    count: Decimal,
    mut steps: Vec<Step>,
) -> (Quantity, Vec<Step>, Option<Printed>) {
    let amount = match cost.value {
        Quantity::Cell(cell) => cell.decimal().checked_div(count),
        _ => None,
    };
    let value = amount.map_or(Quantity::None, Quantity::Amount);
    steps.push(Step::Ratio(cost, people, value));
    (value, steps, None)
}
