//! The perspectives: the part of each line that each committee pays, and the sums of every perspective.

use super::formula::{CellRef, quoted, rounded};
use super::lines::{self, side, yearly_cells};
use super::sheet_writer::{FormulaResult, SheetWriter};
use super::{AREA, EFFORT, FIRST_YEAR, ID, NAME, Plan, SIDE, TOTAL, WIDTHS, WorkbookError, heads};
use crate::Subject;
use engine::payback::{first_for_good, is_paid};
use model::evaluate::{Perspective, View, part_of_cell};
use model::money::Thousands;
use model::note::{Area, Side, Variant};

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

    /// The formula for the sum of the cell's column, over the rows that have each of these words in its column. Words are compared as they
    /// are: in a criterion of `SUMIFS` some characters stand for others, and spreadsheets read it in different ways.
    fn sum(self, cell: CellRef, filters: &[(u16, &str)]) -> String {
        let amounts = CellRef::new(self.first, cell.column).down_to(self.last);
        let conditions = filters.iter().map(|(column, word)| {
            let words = CellRef::new(self.first, *column).fixed_down_to(self.last);
            format!("--({words}={}),", quoted(word))
        });
        format!("SUMPRODUCT({}{amounts})", conditions.collect::<String>())
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
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    plan: &Plan,
    row: u32,
) -> Result<(u32, Rows), WorkbookError> {
    let labels = &subject.words.labels().export;
    let mut row = writer.heading(row, labels.committees_block, labels.committees_help)?;
    let columns = &labels.columns;
    let columns = [
        (NAME, columns.line),
        (EFFORT, columns.committee),
        (SIDE, columns.side),
        (AREA, columns.share),
        (TOTAL, columns.in_all),
    ];
    heads(writer, row, columns)?;
    let first = row.saturating_add(1);
    let variant = subject.computed.scenario.note().variant;
    for ((line, outcome), line_row) in variant.lines.iter().zip(&subject.computed.outcome.lines).zip(&plan.lines) {
        let first_part = row.saturating_add(1);
        for (index, share) in line.committees.iter().enumerate() {
            row = row.saturating_add(1);
            let perspective = Perspective::Committee(share.committee);
            let formats = writer.formats;
            let texts = [subject.words.named(&line.name), subject.words.perspective(perspective, variant)];
            writer.fit(row, texts.into_iter().zip(WIDTHS.into_iter().skip(usize::from(NAME))))?;
            writer.text(
                CellRef::new(row, ID),
                &format!("part {} {}", lines::id(subject, line), perspective.id(variant)),
                &formats.id,
            )?;
            writer.text(CellRef::new(row, NAME), subject.words.named(&line.name), &formats.wrapped)?;
            writer.text(
                CellRef::new(row, EFFORT),
                subject.words.perspective(perspective, variant),
                &formats.wrapped,
            )?;
            writer.text(CellRef::new(row, SIDE), side(subject, line.side), &formats.text)?;
            writer.number(CellRef::new(row, AREA), share.share, &formats.percent)?;
            let is_last = index.saturating_add(1) == line.committees.len();
            let share = CellRef::new(row, AREA).in_column();
            let part_formula = |cell: CellRef| {
                let whole = CellRef::new(*line_row, cell.column).in_row();
                match (is_last, row > first_part) {
                    (true, false) => whole,
                    // The last committee pays the remainder, so that the parts of a cell add up to the cell.
                    (true, true) => {
                        let first = CellRef::new(first_part, cell.column);
                        format!(
                            "{whole}-SUM({}:{})",
                            first.free(),
                            CellRef::new(row.saturating_sub(1), cell.column).free()
                        )
                    }
                    (false, _) => rounded(&format!("{whole}*{share}")),
                }
            };
            let parts: Vec<Thousands> =
                outcome.cells.iter().map(|cell| part_of_cell(line, *cell, perspective)).collect();
            yearly_cells(writer, plan.years, plan.head, row, &parts, part_formula)?;
        }
    }
    Ok((row.saturating_add(2), Rows { first, last: row }))
}

/// Writes the sums of every perspective. Returns the next free row, and the rows of the sums.
pub(super) fn views(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    plan: &Plan,
    parts: Rows,
    row: u32,
) -> Result<(u32, Vec<ViewRows>), WorkbookError> {
    let labels = &subject.words.labels().export;
    let mut row = writer.heading(row, labels.views_block, "")?;
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
        writer.text(
            CellRef::new(row, NAME),
            subject.words.perspective(view.perspective, variant),
            &writer.formats.strong,
        )?;
        writer.text(CellRef::new(row, TOTAL), subject.words.labels().figures.in_all, &writer.formats.year)?;
        year_heads(writer, subject, plan, row)?;
        let sum_of = |summed: Side, cell: CellRef| {
            let word = side(subject, summed);
            match view.perspective {
                Perspective::Total => lines.sum(cell, &[(SIDE, word)]),
                Perspective::Effort(_) => {
                    let effort = subject.words.perspective(view.perspective, variant);
                    lines.sum(cell, &[(SIDE, word), (EFFORT, effort)])
                }
                Perspective::Service => lines.sum(cell, &[(SIDE, word), (AREA, subject.words.area(&Area::Service))]),
                Perspective::Committee(_) => {
                    parts.sum(cell, &[(SIDE, word), (EFFORT, subject.words.perspective(view.perspective, variant))])
                }
            }
        };
        let costs = |cell: CellRef| in_all(of_costs(variant).map(|summed| sum_of(summed, cell)));
        sums(writer, subject, plan, rows, view, (costs, |cell| sum_of(Side::Saving, cell)))?;
        all.push(rows);
        row = rows.is_paid_back.saturating_add(2);
    }
    Ok((row, all))
}

/// The sides that the costs of a note are the sum of: an income only where it has one.
fn of_costs(variant: &Variant) -> impl Iterator<Item = Side> {
    [Some(Side::Cost), variant.has_income().then_some(Side::Income)].into_iter().flatten()
}

/// The sum of these formulas.
fn in_all(formulas: impl Iterator<Item = String>) -> String {
    formulas.collect::<Vec<_>>().join("+")
}

/// Writes the years above a block.
pub(super) fn year_heads(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    plan: &Plan,
    row: u32,
) -> Result<(), WorkbookError> {
    for (cell, column) in plan.years.cells(row).zip(0_usize..) {
        let year = CellRef::new(plan.head, cell.column).in_row();
        let shown = subject.computed.outcome.years.get(column).map_or(FormulaResult::Nothing, |year| (*year).into());
        writer.formula(cell, &year, shown, &writer.formats.year)?;
    }
    Ok(())
}

/// Writes the sums of one perspective. `costs` and `savings` give the formula of a cell.
fn sums(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    plan: &Plan,
    rows: ViewRows,
    view: &View,
    (costs, savings): (impl Fn(CellRef) -> String, impl Fn(CellRef) -> String),
) -> Result<(), WorkbookError> {
    let labels = subject.words.labels();
    let id = view.perspective.id(subject.computed.note().variant);
    let formats = writer.formats;
    let same_column = |row: u32, cell: CellRef| CellRef::new(row, cell.column).free();
    for (row, kind, label) in [
        (rows.costs, "costs", subject.words.sum_of_costs([subject.computed.note().variant])),
        (rows.savings, "savings", labels.figures.savings),
        (rows.net, "net", labels.figures.net),
        (rows.cumulative, "cumulative", labels.export.cumulative),
        (rows.is_paid_back, "is-paid-back", labels.export.is_paid_back),
    ] {
        writer.text(CellRef::new(row, ID), &format!("{kind} {id}"), &formats.id)?;
        writer.text(CellRef::new(row, NAME), label, &formats.text)?;
    }
    let (years, head) = (plan.years, plan.head);
    yearly_cells(writer, years, head, rows.costs, &view.costs, costs)?;
    yearly_cells(writer, years, head, rows.savings, &view.savings, savings)?;
    let net_formula = |cell| format!("{}+{}", same_column(rows.costs, cell), same_column(rows.savings, cell));
    yearly_cells(writer, years, head, rows.net, &view.net, net_formula)?;
    let cumulative = |column: usize| view.cumulative.get(column).map(|cell| cell.decimal());
    let cumulative_formula = |cell: CellRef| {
        format!("SUM({}:{})", CellRef::new(rows.net, FIRST_YEAR).in_column(), same_column(rows.net, cell))
    };
    lines::in_years(writer, years, head, rows.cumulative, &formats.cell, cumulative, cumulative_formula)?;
    let first_paid = first_for_good(&view.cumulative, |end| is_paid(*end));
    let paid_flag = |column: usize| view.cumulative.get(column).map(|_| u8::from(column >= first_paid).into());
    // Paid back for good: no later year is above zero again.
    let paid_formula =
        |cell: CellRef| format!("IF(MAX({})<=0,1,0)", years.from(CellRef::new(rows.cumulative, cell.column)));
    lines::in_years(writer, years, head, rows.is_paid_back, &formats.plain, paid_flag, paid_formula)
}

/// Writes the costs of each effort where the note has several. Returns the next free row.
pub(super) fn effort_costs(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    plan: &Plan,
    row: u32,
) -> Result<u32, WorkbookError> {
    let variant = subject.computed.scenario.note().variant;
    if variant.efforts.len() < 2 {
        return Ok(row);
    }
    let mut row = writer.heading(row, subject.words.labels().export.effort_costs_block, "")?;
    let lines = Rows::of(&plan.lines);
    for (effort, outcome) in variant.efforts.iter().zip(&subject.computed.outcome.efforts) {
        let name = subject.words.named(&effort.name);
        writer.text(CellRef::new(row, ID), &format!("cost {}", effort.id), &writer.formats.id)?;
        writer.text(CellRef::new(row, NAME), name, &writer.formats.wrapped)?;
        let sum = |summed: Side, cell: CellRef| lines.sum(cell, &[(SIDE, side(subject, summed)), (EFFORT, name)]);
        let sum_formula = |cell: CellRef| in_all(of_costs(variant).map(|summed| sum(summed, cell)));
        yearly_cells(writer, plan.years, plan.head, row, &outcome.costs, sum_formula)?;
        row = row.saturating_add(1);
    }
    Ok(row.saturating_add(1))
}
