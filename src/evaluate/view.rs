//! The same money seen from each side.

use serde::Serialize;

use super::amount::Cells;
use super::phase::Calendar;
use crate::money::Thousands;
use crate::note::{Area, Committee, Line, Side, Variant};

/// From where the money is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Perspective {
    /// All of it.
    Total,
    /// The steering area service alone.
    Service,
    /// What one committee carries.
    Committee(#[serde(serialize_with = "Committee::serialize_id")] Committee),
}

/// The money of one perspective, by year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct View {
    /// Seen from where.
    pub perspective: Perspective,
    /// Expenses.
    pub costs: Vec<Thousands>,
    /// Savings, negative.
    pub savings: Vec<Thousands>,
    /// Costs plus savings.
    pub net: Vec<Thousands>,
    /// The net of this and all earlier years.
    pub cumulative: Vec<Thousands>,
}

/// The part of a line's cell that a perspective sees.
///
/// Where committees share a line, each part is rounded and the last committee has the rest, so that the parts of a
/// cell are the cell.
#[must_use]
pub fn part_of_cell(line: &Line, cell: Thousands, perspective: Perspective) -> Thousands {
    match perspective {
        Perspective::Total => cell,
        Perspective::Service if line.area == Area::Service => cell,
        Perspective::Service => Thousands::ZERO,
        Perspective::Committee(committee) => {
            let mut rest = cell;
            for (at, share) in line.committees.iter().enumerate() {
                let is_last = at.saturating_add(1) == line.committees.len();
                let product = || cell.decimal().checked_mul(share.share).and_then(Thousands::round);
                let part = if is_last { rest } else { product().unwrap_or(rest) };
                if share.committee == committee {
                    return part;
                }
                rest = rest.minus(part);
            }
            Thousands::ZERO
        }
    }
}

/// What the lines of an effort cost and save, by its phases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sides {
    cost: Cells,
    saving: Cells,
}

impl Sides {
    /// Of every effort, the sums of its lines' parts.
    pub(super) fn of(variant: &Variant, parts: &[Cells]) -> Vec<Self> {
        let mut efforts = vec![Self::default(); variant.efforts.len()];
        for (line, part) in variant.lines.iter().zip(parts) {
            if let Some(sides) = efforts.get_mut(line.effort) {
                sides.replace(line.side, Cells::default(), *part);
            }
        }
        efforts
    }

    /// Counts other cells of a line than before.
    pub(super) fn replace(&mut self, side: Side, before: Cells, now: Cells) {
        let sum = match side {
            Side::Cost => &mut self.cost,
            Side::Saving => &mut self.saving,
        };
        *sum = sum.zip_with(before, Thousands::minus).zip_with(now, Thousands::plus);
    }
}

/// The total, service, and every committee that carries anything.
pub(super) fn views(variant: &Variant, calendar: &Calendar, cells: &[Cells]) -> Vec<View> {
    let committees = variant.committees().into_iter().map(Perspective::Committee);
    [Perspective::Total, Perspective::Service]
        .into_iter()
        .chain(committees)
        .map(|perspective| {
            let seen = variant.lines.iter().zip(cells);
            let parts: Vec<Cells> =
                seen.map(|(line, cells)| cells.map(|cell| part_of_cell(line, cell, perspective))).collect();
            let mut view = View::empty(perspective);
            view.lay_out(variant, calendar, &Sides::of(variant, &parts));
            view
        })
        .collect()
}

impl View {
    /// A view without years.
    pub(super) const fn empty(perspective: Perspective) -> Self {
        Self { perspective, costs: Vec::new(), savings: Vec::new(), net: Vec::new(), cumulative: Vec::new() }
    }

    /// Lays the cells of every effort out over the years, in place of what was there.
    pub(super) fn lay_out(&mut self, variant: &Variant, calendar: &Calendar, efforts: &[Sides]) {
        for side in [&mut self.costs, &mut self.savings] {
            side.clear();
            side.resize(calendar.years.len(), Thousands::ZERO);
        }
        for (at, (effort, Sides { cost, saving })) in variant.efforts.iter().zip(efforts).enumerate() {
            let columns = self.costs.iter_mut().zip(&mut self.savings);
            for (phase, (costs, savings)) in calendar.phases(at, effort).zip(columns) {
                *costs = costs.plus(cost.in_phase(phase));
                *savings = savings.plus(saving.in_phase(phase));
            }
        }
        self.net.clear();
        self.net.extend(self.costs.iter().zip(&self.savings).map(|(cost, saving)| cost.plus(*saving)));
        self.cumulative.clear();
        let mut so_far = Thousands::ZERO;
        self.cumulative.extend(self.net.iter().map(|year| {
            so_far = so_far.plus(*year);
            so_far
        }));
    }
}
