//! The same money in each perspective.

use serde::Serialize;

use super::Outcome;
use super::amount::Cells;
use super::phase::Calendar;
use crate::money::Thousands;
use crate::note::{Area, Committee, Line, Reached, Row, Side, Variant, Year};

/// Whose money is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Perspective {
    /// All money of the city.
    Total,
    /// The money of the steering area service alone.
    Service,
    /// The money of one effort of several, by its position in the variant.
    Effort(usize),
    /// The share of one committee.
    Committee(#[serde(serialize_with = "Committee::serialize_id")] Committee),
}

/// What links once called the only effort of a note that has savings.
const ONLY_SAVING_EFFORT: &str = "saving-efforts";

impl Perspective {
    /// Its permanent id. That of an effort is the effort's own.
    #[must_use]
    pub fn id<'v>(&'v self, variant: &'v Variant) -> &'v str {
        match self {
            Self::Total => "total",
            Self::Effort(effort_index) => variant.efforts.get(*effort_index).map_or("", |effort| &effort.id),
            Self::Service => "service",
            Self::Committee(committee) => committee.id(),
        }
    }

    /// The perspective with this id, or with its former id; `None` if the variant has no such perspective.
    #[must_use]
    pub fn find(variant: &Variant, id: &str) -> Option<Self> {
        if id == ONLY_SAVING_EFFORT {
            return Some(Self::headline(variant)).filter(|headline| matches!(headline, Self::Effort(_)));
        }
        Self::of_variant(variant).into_iter().find(|perspective| perspective.id(variant) == id)
    }
}

/// The money of one perspective, by year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct View {
    /// The perspective.
    pub perspective: Perspective,
    /// The expenses of each year.
    pub costs: Vec<Thousands>,
    /// The savings of each year. They are negative.
    pub savings: Vec<Thousands>,
    /// Costs plus savings of each year.
    pub net: Vec<Thousands>,
    /// The net of each year and all earlier years together.
    pub cumulative: Vec<Thousands>,
}

/// The computed cell of a printed row in a year: the sum of its lines, or its committee's part of that sum.
#[must_use]
pub fn cell_of_row(variant: &Variant, outcome: &Outcome, row: &Row, year: Year) -> Thousands {
    let perspective = row.committee.map_or(Perspective::Total, Perspective::Committee);
    let column = outcome.years.iter().position(|column| *column == year);
    let part = |line_index: &usize| {
        let cell = *outcome.lines.get(*line_index)?.cells.get(column?)?;
        Some(part_of_cell(variant.lines.get(*line_index)?, cell, perspective))
    };
    row.lines.iter().filter_map(part).sum()
}

/// The part of a line's cell that a perspective counts.
///
/// Where committees share a line, each part is rounded, and the last committee gets the rest. So the parts of a cell
/// add up to the cell.
#[must_use]
pub fn part_of_cell(line: &Line, cell: Thousands, perspective: Perspective) -> Thousands {
    // Most lines have no amount after their effort, and there is nothing to share.
    if cell == Thousands::ZERO {
        return cell;
    }
    match perspective {
        Perspective::Total => cell,
        Perspective::Service if line.area == Area::Service => cell,
        Perspective::Effort(effort_index) if line.effort == effort_index => cell,
        Perspective::Service | Perspective::Effort(_) => Thousands::ZERO,
        Perspective::Committee(committee) => {
            let mut rest = cell;
            for (share_index, share) in line.committees.iter().enumerate() {
                let is_last = share_index.saturating_add(1) == line.committees.len();
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

/// What the lines of an effort cost and save in each of its years.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sides {
    cost: Cells,
    saving: Cells,
}

impl Sides {
    /// The sums for every effort. `parts` holds the counted part of the cells of each line.
    pub(super) fn of(variant: &Variant, parts: &[Cells]) -> Vec<Self> {
        let mut efforts = vec![Self::default(); variant.efforts.len()];
        for (line, part) in variant.lines.iter().zip(parts) {
            if let Some(sides) = efforts.get_mut(line.effort) {
                sides.replace(line.side, &Cells::default(), part);
            }
        }
        efforts
    }

    /// Replaces the cells of a line in the sums.
    pub(super) fn replace(&mut self, side: Side, old_cells: &Cells, new_cells: &Cells) {
        let sum = match side {
            Side::Cost | Side::Income => &mut self.cost,
            Side::Saving => &mut self.saving,
        };
        sum.exchange(old_cells, new_cells);
    }

    /// Adds the sums of other lines.
    pub(super) fn add(&mut self, other: &Self) {
        self.cost = self.cost.zip_with(&other.cost, Thousands::plus);
        self.saving = self.saving.zip_with(&other.saving, Thousands::plus);
    }
}

impl Perspective {
    /// The perspectives of a variant, in the order of the page.
    #[must_use]
    pub fn of_variant(variant: &Variant) -> Vec<Self> {
        let committees = variant.committees().into_iter().map(Self::Committee);
        [Self::Total].into_iter().chain(Self::efforts(variant)).chain([Self::Service]).chain(committees).collect()
    }

    /// The efforts of a variant that has several, each seen alone.
    pub fn efforts(variant: &Variant) -> impl Iterator<Item = Self> {
        let efforts = variant.efforts.len();
        (0..efforts).filter(move |_| efforts > 1).map(Self::Effort)
    }

    /// The effort with this id alone; all money where it is the only one of the variant, or none of it.
    #[must_use]
    pub fn of_effort(variant: &Variant, id: &str) -> Self {
        Self::efforts(variant).find(|effort| effort.id(variant) == id).unwrap_or(Self::Total)
    }

    /// Whether an effort of the variant is counted at all.
    #[must_use]
    pub fn counts(self, effort_index: usize) -> bool {
        match self {
            Self::Effort(only) => only == effort_index,
            Self::Total | Self::Service | Self::Committee(_) => true,
        }
    }

    /// The position of the only effort that is counted; `None` where several are.
    #[must_use]
    pub fn only_effort(self, variant: &Variant) -> Option<usize> {
        match self {
            Self::Effort(index) => Some(index),
            Self::Total | Self::Service | Self::Committee(_) => (variant.efforts.len() == 1).then_some(0),
        }
    }

    /// What those who count in the shares of the efforts that are counted have reached.
    #[must_use]
    pub fn reached(self, variant: &Variant) -> &Reached {
        self.only_effort(variant).map_or_else(|| variant.reached(), |effort| variant.reached_in(effort))
    }

    /// Whether the variant states savings for an effort that is counted. Those of service or of a committee may be none all the same.
    #[must_use]
    pub fn states_savings(self, variant: &Variant) -> bool {
        match self {
            Self::Effort(effort_index) => variant.saves(effort_index),
            Self::Total | Self::Service | Self::Committee(_) => variant.states_savings(),
        }
    }

    /// The perspective that the answer of a note is about until the reader chooses another one: all money, or the only effort
    /// that has savings. An effort without a stated saving cannot be paid back, whatever it does, so it says nothing about the
    /// other.
    #[must_use]
    pub fn headline(variant: &Variant) -> Self {
        let mut saving =
            Self::efforts(variant).filter(|effort| matches!(effort, Self::Effort(index) if variant.saves(*index)));
        saving.next().filter(|_| saving.next().is_none()).unwrap_or(Self::Total)
    }
}

/// The views of every perspective of the variant.
pub(super) fn views(variant: &Variant, calendar: &Calendar, cells: &[Cells]) -> Vec<View> {
    Perspective::of_variant(variant)
        .into_iter()
        .map(|perspective| {
            let lines = variant.lines.iter().zip(cells);
            let parts: Vec<Cells> =
                lines.map(|(line, cells)| cells.map(|cell| part_of_cell(line, cell, perspective))).collect();
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

    /// Puts the cells of every effort in the years of the calendar, and replaces what was there.
    pub(super) fn lay_out(&mut self, variant: &Variant, calendar: &Calendar, efforts: &[Sides]) {
        for side in [&mut self.costs, &mut self.savings] {
            side.clear();
            side.resize(calendar.years.len(), Thousands::ZERO);
        }
        for (effort_index, (effort, Sides { cost, saving })) in variant.efforts.iter().zip(efforts).enumerate() {
            let columns = self.costs.iter_mut().zip(&mut self.savings);
            for (year, (costs, savings)) in calendar.effort_years(effort_index, effort).zip(columns) {
                *costs = costs.plus(cost.in_year(year));
                *savings = savings.plus(saving.in_year(year));
            }
        }
        self.net.clear();
        self.net.extend(self.costs.iter().zip(&self.savings).map(|(cost, saving)| cost.plus(*saving)));
        self.cumulative.clear();
        let mut cumulative = Thousands::ZERO;
        self.cumulative.extend(self.net.iter().map(|net| {
            cumulative = cumulative.plus(*net);
            cumulative
        }));
    }
}
