//! Builds explanations from a computed scenario.

use rust_decimal::Decimal;

use super::{Ask, Flow, Part, Printed, Quantity, Step};
use crate::computed::Computed;
use model::evaluate::{
    Factor, Perspective, effort_year, exact_amount, factors, limit_factors, part_of_cell, share_factor,
};
use model::money::Thousands;
use model::note::{DriverIx, Posts, Side, Year};
use model::scenario::PostsCount;

pub(super) type Answer = Option<(Quantity, Vec<Step>, Option<Printed>)>;

pub(super) struct Builder<'c, 'n> {
    pub(super) computed: &'c Computed<'n>,
}

impl Builder<'_, '_> {
    fn column(&self, year: Year) -> Option<usize> {
        self.computed.outcome.years.iter().position(|column_year| *column_year == year)
    }

    fn line_cell(&self, line: usize, year: Year) -> Option<Thousands> {
        self.computed.outcome.lines.get(line)?.cells.get(self.column(year)?).copied()
    }

    pub(super) fn cell(&self, line: usize, year: Year) -> Answer {
        let cell = self.line_cell(line, year)?;
        let mut steps = Vec::new();
        let factors = factors(&self.computed.scenario, line, year).ok()?;
        if let Some(Factor::Posts { posts, exact, count }) =
            factors.iter().find(|factor| matches!(factor, Factor::Posts { .. }))
        {
            let formula = &self.computed.scenario.note().variant.lines.get(line)?.formula;
            if *count == PostsCount::AsInNote {
                steps.push(Step::PostsStay(*posts));
            } else {
                if let Some(Posts::Caseload { citizens, caseload }) = formula.posts() {
                    steps.push(Step::Product(self.quotient(citizens, caseload)?, Quantity::Posts(*exact)));
                }
                steps.push(Step::RoundedUp(*exact, *count, *posts));
            }
        }
        let formula = &self.computed.note().variant.lines.get(line)?.formula;
        if let Some(Factor::Lines { amount }) = factors.first() {
            let part = |of: &usize| {
                let exact = exact_amount(&self.computed.scenario, *of, year).ok()?;
                Some(Part { ask: Ask::Line(*of, Some(year)), value: Quantity::Amount(exact), share: None })
            };
            steps.push(Step::Sum(formula.lines().iter().filter_map(part).collect(), Quantity::Amount(*amount)));
        }
        let exact = exact_amount(&self.computed.scenario, line, year).ok()?;
        let before = match formula.limit {
            Some(_) => multiplied(&factors)?,
            None => exact,
        };
        steps.push(Step::Product(factors, Quantity::Amount(before)));
        if before != exact {
            steps.push(Step::Limited(before, limit_factors(&self.computed.scenario, line, year).ok()?, exact));
        }
        if cell.decimal().abs() != exact {
            steps.push(Step::Rounded(exact, Thousands::round(exact)?));
        }
        Some((Quantity::Cell(cell), steps, self.printed(line, Some(year))))
    }

    fn quotient(&self, citizens: DriverIx, caseload: DriverIx) -> Option<Vec<Factor>> {
        Some(vec![
            Factor::Driver { ix: citizens, value: self.computed.scenario.value(citizens)? },
            Factor::Divisor { ix: caseload, value: self.computed.scenario.value(caseload)? },
        ])
    }

    /// What the document prints for the line in a year. Without a year: the printed sum of all years.
    fn printed(&self, line: usize, year: Option<Year>) -> Option<Printed> {
        let note = self.computed.scenario.note();
        let (table, row) = note.document.own_row(note.variant.lines.get(line)?)?;
        let is_printed = year.is_none_or(|year| table.years.contains(&year));
        let cell = match year {
            Some(year) => table.cell(row, year),
            None => row.total,
        };
        is_printed.then(|| Printed { place: table.place.clone(), row: row.label.clone(), cell })
    }

    pub(super) fn line_total(&self, line: usize) -> Answer {
        let line_outcome = self.computed.outcome.lines.get(line)?;
        let parts = self.computed.outcome.years.iter().zip(&line_outcome.cells);
        let parts = parts.map(|(year, cell)| whole(Ask::Line(line, Some(*year)), *cell)).collect();
        let printed = self.printed(line, None).filter(|printed| printed.cell.is_some());
        Some(added(parts, line_outcome.total(), printed))
    }

    pub(super) fn flow(&self, flow: Flow, perspective: Perspective, year: Year) -> Answer {
        let column = self.column(year)?;
        let view = self.computed.outcome.view(perspective)?;
        let value = *flow.cells(view).get(column)?;
        let flow_part = |flow: Flow, year: Year| {
            let cell = *flow.cells(view).get(self.column(year)?)?;
            Some(whole(Ask::Flow(flow, perspective, Some(year)), cell))
        };
        let parts: Vec<Part> = match flow {
            Flow::Costs => self.lines(Side::is_of_costs, perspective, year),
            Flow::Savings => self.lines(|side| !side.is_of_costs(), perspective, year),
            Flow::Net => [flow_part(Flow::Costs, year), flow_part(Flow::Savings, year)].into_iter().flatten().collect(),
            Flow::Cumulative => self
                .computed
                .outcome
                .years
                .iter()
                .filter(|earlier_year| **earlier_year <= year)
                .filter_map(|year| flow_part(Flow::Net, *year))
                .collect(),
        };
        Some(added(parts, value, None))
    }

    /// The lines of some sides, each with the part of its cell that the perspective counts.
    fn lines(&self, is_meant: impl Fn(Side) -> bool, perspective: Perspective, year: Year) -> Vec<Part> {
        let variant = self.computed.note().variant;
        let lines = variant.lines.iter().enumerate().filter(|(_, line)| is_meant(line.side));
        lines
            .filter_map(|(line_index, line)| {
                let cell = self.line_cell(line_index, year)?;
                let counted = part_of_cell(line, cell, perspective);
                let share = match perspective {
                    Perspective::Committee(committee) => {
                        line.committees.iter().find(|share| share.committee == committee)?.share
                    }
                    Perspective::Service | Perspective::Effort(_) | Perspective::Total => Decimal::ONE,
                };
                let is_listed = counted != Thousands::ZERO || perspective == Perspective::Total;
                let share = (share != Decimal::ONE).then_some(share);
                let ask = Ask::Line(line_index, Some(year));
                is_listed.then_some(Part { ask, value: Quantity::Cell(counted), share })
            })
            .collect()
    }

    pub(super) fn flow_total(&self, flow: Flow, perspective: Perspective) -> Answer {
        let view = self.computed.outcome.view(perspective)?;
        // The sum of all years is the net. Cumulative amounts are sums already.
        let flow = if flow == Flow::Cumulative { Flow::Net } else { flow };
        let cells = flow.cells(view);
        let parts = self.computed.outcome.years.iter().zip(cells);
        let parts = parts.map(|(year, cell)| whole(Ask::Flow(flow, perspective, Some(*year)), *cell)).collect();
        Some(added(parts, cells.iter().copied().sum(), None))
    }

    /// The savings ÷ the costs of a year with full savings, and then of all years.
    pub(super) fn returned(&self, perspective: Perspective) -> Answer {
        let view = self.computed.outcome.view(perspective)?;
        let returned = self.computed.figures.returned(perspective);
        let year = returned.year;
        let column = self.column(year)?;
        let saving = whole(Ask::Flow(Flow::Savings, perspective, Some(year)), view.savings.get(column)?.negated());
        let in_year = per_krone(returned.in_year);
        let (_, in_all, _) = self.returned_in_all(perspective)?;
        let steps = [Step::Ratio(saving, Quantity::Cell(*view.costs.get(column)?), in_year)].into_iter().chain(in_all);
        Some((in_year, steps.collect(), None))
    }

    /// The savings ÷ the costs of all years.
    pub(super) fn returned_in_all(&self, perspective: Perspective) -> Answer {
        let view = self.computed.outcome.view(perspective)?;
        let sum = |cells: &[Thousands]| cells.iter().copied().sum::<Thousands>();
        let saving = whole(Ask::Flow(Flow::Savings, perspective, None), sum(&view.savings).negated());
        let in_all = per_krone(self.computed.figures.returned(perspective).in_all);
        Some((in_all, vec![Step::Ratio(saving, Quantity::Cell(sum(&view.costs)), in_all)], None))
    }

    pub(super) fn effort_cost(&self, effort: usize, year: Year) -> Answer {
        let cost = *self.computed.outcome.efforts.get(effort)?.costs.get(self.column(year)?)?;
        let lines = self.computed.scenario.note().variant.lines.iter().enumerate();
        let parts = lines
            .filter(|(_, line)| line.effort == effort && line.side.is_of_costs())
            .filter_map(|(line_index, _)| {
                Some(whole(Ask::Line(line_index, Some(year)), self.line_cell(line_index, year)?))
            })
            .collect();
        Some(added(parts, cost, None))
    }

    /// The costs of an effort in the last year in which it runs.
    fn last_cost(&self, effort: usize) -> Option<Part> {
        let effort_outcome = self.computed.outcome.efforts.get(effort)?;
        let year = effort_outcome.stops.checked_sub(1)?;
        Some(whole(Ask::EffortCost(effort, year), *effort_outcome.costs.get(self.column(year)?)?))
    }

    pub(super) fn per_citizen(&self, effort: usize) -> Answer {
        let citizens = self.computed.outcome.efforts.get(effort)?.citizens?;
        Some(shared(self.last_cost(effort)?, Quantity::Citizens(citizens), citizens, Vec::new()))
    }

    pub(super) fn per_outcome(&self, effort: usize) -> Answer {
        if !self.computed.scenario.note().counts_outcomes(effort) {
            return None;
        }
        let effort_outcome = self.computed.outcome.efforts.get(effort)?;
        let year = effort_outcome.stops.checked_sub(1)?;
        let column = self.column(year)?;
        let outcomes = *effort_outcome.outcomes.get(column)?;
        let effort_data = self.computed.scenario.note().variant.efforts.get(effort)?;
        let effect = effort_data.effect?;
        // The last year of an effort of one year is also its first.
        let rate = if column == 0 || effort_outcome.stops == effort_data.start.saturating_add(1) {
            effect.first.unwrap_or(effect.full)
        } else {
            effect.full
        };
        let citizens = effort_data.citizens?;
        let mut factors = vec![
            Factor::Driver { ix: citizens, value: self.computed.scenario.value(citizens)? },
            Factor::Driver { ix: rate, value: self.computed.scenario.value(rate)? },
        ];
        let year = effort_year(&self.computed.scenario, effort_data, year).ok()?;
        factors.extend(share_factor(&effort_data.phase_in, year));
        let reached = Quantity::Outcomes { citizens: outcomes, effort };
        Some(shared(self.last_cost(effort)?, reached, outcomes, vec![Step::Product(factors, reached)]))
    }

    /// A driver has no steps: its origin and its quote explain it.
    pub(super) fn driver(&self, ix: DriverIx) -> Answer {
        let unit = self.computed.scenario.note().variant.driver(ix)?.unit;
        Some((Quantity::Value(self.computed.scenario.value(ix)?, unit), Vec::new(), None))
    }

    pub(super) fn posts(&self, effort: Option<usize>) -> Answer {
        let variant = self.computed.scenario.note().variant;
        let is_paid = |index: usize| !variant.posts_paid(index).is_empty();
        if !effort.map_or_else(|| variant.pays_for_posts(), is_paid) {
            return None;
        }
        if effort.is_none() && variant.efforts.len() > 1 {
            let efforts = self.computed.outcome.efforts.iter().enumerate().filter(|(index, _)| is_paid(*index));
            let parts = efforts.map(|(index, effort)| Part {
                ask: Ask::Posts(Some(index)),
                value: Quantity::Posts(effort.posts),
                share: None,
            });
            let value = Quantity::Posts(self.computed.figures.posts);
            return Some((value, vec![Step::Sum(parts.collect(), value)], None));
        }
        let effort = effort.unwrap_or(0);
        let mut steps = Vec::new();
        for posts in variant.posts_paid(effort) {
            match posts {
                Posts::Driver(ix) => {
                    let value = self.computed.scenario.value(ix)?;
                    steps.push(Step::Product(vec![Factor::Driver { ix, value }], Quantity::Posts(value)));
                }
                Posts::Caseload { .. } if self.computed.scenario.posts() == PostsCount::AsInNote => {
                    let needed = self.computed.outcome.efforts.get(effort)?.consultants?;
                    steps.push(Step::PostsStay(needed));
                }
                Posts::Caseload { citizens, caseload } => {
                    let quotient = self.quotient(citizens, caseload)?;
                    let exact =
                        self.computed.scenario.value(citizens)?.checked_div(self.computed.scenario.value(caseload)?)?;
                    steps.push(Step::Product(quotient, Quantity::Posts(exact)));
                    let needed = self.computed.outcome.efforts.get(effort)?.consultants?;
                    if needed != exact {
                        steps.push(Step::RoundedUp(exact, self.computed.scenario.posts(), needed));
                    }
                }
            }
        }
        Some((Quantity::Posts(self.computed.outcome.efforts.get(effort)?.posts), steps, None))
    }
}

/// The product of factors, with the divisions last.
fn multiplied(factors: &[Factor]) -> Option<Decimal> {
    let mut divisor = Decimal::ONE;
    let mut product = Decimal::ONE;
    for factor in factors {
        let multiplier = match *factor {
            Factor::Driver { value, .. } => value,
            Factor::Remainder { value, .. } => Decimal::ONE.checked_sub(value)?,
            Factor::Increase { value, .. } => Decimal::ONE.checked_add(value)?,
            Factor::Posts { posts, .. } => posts,
            Factor::Lines { amount } => amount,
            Factor::Share { share, .. } => share,
            Factor::Divisor { value, .. } => {
                divisor = divisor.checked_mul(value)?;
                Decimal::ONE
            }
        };
        product = product.checked_mul(multiplier)?;
    }
    product.checked_div(divisor)
}

/// What comes back for each krone; nothing where there are no costs.
fn per_krone(returned: Option<Decimal>) -> Quantity {
    returned.map_or(Quantity::None, Quantity::Returned)
}

/// A part that is counted in full.
const fn whole(ask: Ask, cell: Thousands) -> Part {
    Part { ask, value: Quantity::Cell(cell), share: None }
}

/// The explanation of a sum.
fn added(parts: Vec<Part>, sum: Thousands, printed: Option<Printed>) -> (Quantity, Vec<Step>, Option<Printed>) {
    let value = Quantity::Cell(sum);
    (value, vec![Step::Sum(parts, value)], printed)
}

/// The explanation of a cost that is divided among people.
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
