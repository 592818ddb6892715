//! The perspectives: the part of each line that each committee pays, and the sums of every perspective.

use super::formula::{At, quoted, rounded};
use super::lines::{self, side, yearly_cells};
use super::pen::{Pen, Shown};
use super::{AREA, EFFORT, FIRST_YEAR, ID, NAME, Plan, SIDE, TOTAL, WIDTHS, WorkbookError, heads};
use crate::evaluate::{Perspective, View, part_of_cell};
use crate::export::Subject;
use crate::money::Thousands;
use crate::note::{Area, Side};

/// The rows that sums are taken over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows {
    pub(super) first: u32,
    pub(super) last: u32,
}

impl Rows {
    fn of(rows: &[u32]) -> Self {
        Self { first: rows.first().copied().unwrap_or_default(), last: rows.last().copied().unwrap_or_default() }
    }

    /// The formula for the sum of the cell's column, over the rows that have each of these words in its column.
    fn sum(self, cell: At, filters: &[(u16, &str)]) -> String {
        let amounts = At::new(self.first, cell.column).down_to(self.last);
        let criteria = filters.iter().map(|(column, word)| {
            let words = At::new(self.first, *column).fixed_down_to(self.last);
            format!(",{words},{}", quoted(word))
        });
        format!("SUMIFS({amounts}{})", criteria.collect::<String>())
    }
}

/// The rows of a perspective's sums.
#[derive(Debug, Clone, Copy)]
pub(super) struct ViewRows {
    pub(super) perspective: Perspective,
    pub(super) costs: u32,
    pub(super) savings: u32,
    pub(super) net: u32,
    pub(super) cumulative: u32,
    pub(super) is_paid_back: u32,
}

/// Writes the part of each line that each committee pays. Returns the next free row, and the rows of the parts.
pub(super) fn committees(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    plan: &Plan,
    row: u32,
) -> Result<(u32, Rows), WorkbookError> {
    let labels = &subject.words.labels().export;
    let mut row = pen.heading(row, labels.committees_block, labels.committees_help)?;
    let columns = &labels.columns;
    let columns = [
        (NAME, columns.line),
        (EFFORT, columns.committee),
        (SIDE, columns.side),
        (AREA, columns.share),
        (TOTAL, columns.in_all),
    ];
    heads(pen, row, columns)?;
    let first = row.saturating_add(1);
    let variant = subject.computed.scenario.note().variant;
    for ((line, outcome), line_row) in variant.lines.iter().zip(&subject.computed.outcome.lines).zip(&plan.lines) {
        let first_part = row.saturating_add(1);
        for (index, share) in line.committees.iter().enumerate() {
            row = row.saturating_add(1);
            let perspective = Perspective::Committee(share.committee);
            let looks = pen.looks;
            let texts = [subject.words.named(&line.name), subject.words.perspective(perspective)];
            pen.fit(row, texts.into_iter().zip(WIDTHS.into_iter().skip(usize::from(NAME))))?;
            pen.text(At::new(row, ID), &format!("part {} {}", lines::id(subject, line), perspective.id()), &looks.id)?;
            pen.text(At::new(row, NAME), subject.words.named(&line.name), &looks.wrapped)?;
            pen.text(At::new(row, EFFORT), subject.words.perspective(perspective), &looks.wrapped)?;
            pen.text(At::new(row, SIDE), side(subject, line.side), &looks.text)?;
            pen.number(At::new(row, AREA), share.share, &looks.percent)?;
            let is_last = index.saturating_add(1) == line.committees.len();
            let share = At::new(row, AREA).in_column();
            let part_formula = |cell: At| {
                let whole = At::new(*line_row, cell.column).in_row();
                match (is_last, row > first_part) {
                    (true, false) => whole,
                    // The last committee pays the remainder, so that the parts of a cell add up to the cell.
                    (true, true) => {
                        let first = At::new(first_part, cell.column);
                        format!("{whole}-SUM({}:{})", first.free(), At::new(row.saturating_sub(1), cell.column).free())
                    }
                    (false, _) => rounded(&format!("{whole}*{share}")),
                }
            };
            let parts: Vec<Thousands> =
                outcome.cells.iter().map(|cell| part_of_cell(variant, line, *cell, perspective)).collect();
            yearly_cells(pen, plan.years, plan.head, row, &parts, part_formula)?;
        }
    }
    Ok((row.saturating_add(2), Rows { first, last: row }))
}

/// Writes the sums of every perspective. Returns the next free row, and the rows of the sums.
pub(super) fn views(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    plan: &Plan,
    parts: Rows,
    row: u32,
) -> Result<(u32, Vec<ViewRows>), WorkbookError> {
    let labels = &subject.words.labels().export;
    let mut row = pen.heading(row, labels.views_block, "")?;
    let lines = Rows::of(&plan.lines);
    let variant = subject.computed.note().variant;
    let mut all = Vec::new();
    for view in &subject.computed.outcome.views {
        let rows = ViewRows {
            perspective: view.perspective,
            costs: row.saturating_add(1),
            savings: row.saturating_add(2),
            net: row.saturating_add(3),
            cumulative: row.saturating_add(4),
            is_paid_back: row.saturating_add(5),
        };
        pen.text(At::new(row, NAME), subject.words.perspective(view.perspective), &pen.looks.strong)?;
        pen.text(At::new(row, TOTAL), subject.words.labels().in_all, &pen.looks.year)?;
        year_heads(pen, subject, plan, row)?;
        let saving_efforts: Vec<&str> = (variant.efforts.iter().enumerate())
            .filter(|(effort_index, _)| variant.saves(*effort_index))
            .map(|(_, effort)| subject.words.named(&effort.name))
            .collect();
        let sum_formula = |summed: Side| {
            let word = side(subject, summed);
            let saving_efforts = saving_efforts.clone();
            move |cell: At| match view.perspective {
                Perspective::Total => lines.sum(cell, &[(SIDE, word)]),
                Perspective::SavingEfforts => {
                    let sums = saving_efforts.iter().map(|name| lines.sum(cell, &[(SIDE, word), (EFFORT, name)]));
                    sums.collect::<Vec<_>>().join("+")
                }
                Perspective::Service => lines.sum(cell, &[(SIDE, word), (AREA, subject.words.area(Area::Service))]),
                Perspective::Committee(_) => {
                    parts.sum(cell, &[(SIDE, word), (EFFORT, subject.words.perspective(view.perspective))])
                }
            }
        };
        sums(pen, subject, plan, rows, view, (sum_formula(Side::Cost), sum_formula(Side::Saving)))?;
        all.push(rows);
        row = rows.is_paid_back.saturating_add(2);
    }
    Ok((row, all))
}

/// Writes the years above a block.
pub(super) fn year_heads(pen: &mut Pen<'_>, subject: &Subject<'_>, plan: &Plan, row: u32) -> Result<(), WorkbookError> {
    for (cell, column) in plan.years.cells(row).zip(0_usize..) {
        let year = At::new(plan.head, cell.column).in_row();
        let shown = subject.computed.outcome.years.get(column).map_or(Shown::Nothing, |year| (*year).into());
        pen.formula(cell, &year, shown, &pen.looks.year)?;
    }
    Ok(())
}

/// Writes the sums of one perspective. `costs` and `savings` give the formula of a cell.
fn sums(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    plan: &Plan,
    rows: ViewRows,
    view: &View,
    (costs, savings): (impl Fn(At) -> String, impl Fn(At) -> String),
) -> Result<(), WorkbookError> {
    let labels = subject.words.labels();
    let id = view.perspective.id();
    let looks = pen.looks;
    let same_column = |row: u32, cell: At| At::new(row, cell.column).free();
    for (row, kind, label) in [
        (rows.costs, "costs", labels.costs),
        (rows.savings, "savings", labels.savings),
        (rows.net, "net", labels.net),
        (rows.cumulative, "cumulative", labels.export.cumulative),
        (rows.is_paid_back, "is-paid-back", labels.export.is_paid_back),
    ] {
        pen.text(At::new(row, ID), &format!("{kind} {id}"), &looks.id)?;
        pen.text(At::new(row, NAME), label, &looks.text)?;
    }
    let (years, head) = (plan.years, plan.head);
    yearly_cells(pen, years, head, rows.costs, &view.costs, costs)?;
    yearly_cells(pen, years, head, rows.savings, &view.savings, savings)?;
    let net_formula = |cell| format!("{}+{}", same_column(rows.costs, cell), same_column(rows.savings, cell));
    yearly_cells(pen, years, head, rows.net, &view.net, net_formula)?;
    let cumulative = |column: usize| view.cumulative.get(column).map(|cell| cell.decimal());
    let cumulative_formula =
        |cell: At| format!("SUM({}:{})", At::new(rows.net, FIRST_YEAR).in_column(), same_column(rows.net, cell));
    lines::in_years(pen, years, head, rows.cumulative, &looks.cell, cumulative, cumulative_formula)?;
    let first_paid =
        view.cumulative.iter().rposition(|end| *end > Thousands::ZERO).map_or(0, |last| last.saturating_add(1));
    let is_paid = |column: usize| view.cumulative.get(column).map(|_| u8::from(column >= first_paid).into());
    // Paid back for good: no later year is above zero again.
    let is_paid_formula = |cell: At| format!("IF(MAX({})<=0,1,0)", years.from(At::new(rows.cumulative, cell.column)));
    lines::in_years(pen, years, head, rows.is_paid_back, &looks.plain, is_paid, is_paid_formula)
}

/// Writes the costs of each effort where the note has several. Returns the next free row.
pub(super) fn effort_costs(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    plan: &Plan,
    row: u32,
) -> Result<u32, WorkbookError> {
    let variant = subject.computed.scenario.note().variant;
    if variant.efforts.len() < 2 {
        return Ok(row);
    }
    let mut row = pen.heading(row, subject.words.labels().export.effort_costs_block, "")?;
    let lines = Rows::of(&plan.lines);
    for (effort, outcome) in variant.efforts.iter().zip(&subject.computed.outcome.efforts) {
        let name = subject.words.named(&effort.name);
        pen.text(At::new(row, ID), &format!("cost {}", effort.id), &pen.looks.id)?;
        pen.text(At::new(row, NAME), name, &pen.looks.wrapped)?;
        let sum_formula = |cell: At| lines.sum(cell, &[(SIDE, side(subject, Side::Cost)), (EFFORT, name)]);
        yearly_cells(pen, plan.years, plan.head, row, &outcome.costs, sum_formula)?;
        row = row.saturating_add(1);
    }
    Ok(row.saturating_add(1))
}
