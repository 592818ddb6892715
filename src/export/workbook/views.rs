//! The same money seen from each side: what committees carry of each line, and the sums of every perspective.

use super::formula::{At, quoted, rounded};
use super::lines::{self, side, yearly_cells};
use super::pen::{Pen, Shown};
use super::{AREA, EFFORT, FIRST_YEAR, ID, NAME, Plan, SIDE, TOTAL, WIDTHS, WorkbookError, heads};
use crate::evaluate::{Perspective, View, part_of_cell};
use crate::export::Subject;
use crate::money::Thousands;
use crate::note::{Area, Side};

/// The rows that sums look for their amounts in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows {
    pub(super) first: u32,
    pub(super) last: u32,
}

impl Rows {
    fn of(rows: &[u32]) -> Self {
        Self { first: rows.first().copied().unwrap_or_default(), last: rows.last().copied().unwrap_or_default() }
    }

    /// The amounts of a column where each of these columns has that word.
    fn sum(self, at: At, wanted: &[(u16, &str)]) -> String {
        let amounts = At::new(self.first, at.column).down_to(self.last);
        let criteria = wanted.iter().map(|(column, word)| {
            let words = At::new(self.first, *column).fixed_down_to(self.last);
            format!(",{words},{}", quoted(word))
        });
        format!("SUMIFS({amounts}{})", criteria.collect::<String>())
    }
}

/// Where the sums of a perspective stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct ViewRows {
    pub(super) perspective: Perspective,
    pub(super) costs: u32,
    pub(super) savings: u32,
    pub(super) net: u32,
    pub(super) cumulative: u32,
    pub(super) is_paid_back: u32,
}

/// Writes what each committee carries of each line. Gives the next free row, and the rows.
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
    for ((line, outcome), own) in variant.lines.iter().zip(&subject.computed.outcome.lines).zip(&plan.lines) {
        let before = row.saturating_add(1);
        for (at, share) in line.committees.iter().enumerate() {
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
            let is_last = at.saturating_add(1) == line.committees.len();
            let key = At::new(row, AREA).in_column();
            let of = |cell: At| {
                let whole = At::new(*own, cell.column).in_row();
                match (is_last, row > before) {
                    (true, false) => whole,
                    // The last committee has the rest, so that the parts of a cell are the cell.
                    (true, true) => {
                        let above = At::new(before, cell.column);
                        format!("{whole}-SUM({}:{})", above.free(), At::new(row.saturating_sub(1), cell.column).free())
                    }
                    (false, _) => rounded(&format!("{whole}*{key}")),
                }
            };
            let parts: Vec<Thousands> =
                outcome.cells.iter().map(|cell| part_of_cell(line, *cell, perspective)).collect();
            yearly_cells(pen, plan.years, plan.head, row, &parts, of)?;
        }
    }
    Ok((row.saturating_add(2), Rows { first, last: row }))
}

/// Writes the sums of every perspective. Gives the next free row, and where they are.
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
        let found = |wanted: Side| {
            let word = side(subject, wanted);
            move |at: At| match view.perspective {
                Perspective::Total => lines.sum(at, &[(SIDE, word)]),
                Perspective::Service => lines.sum(at, &[(SIDE, word), (AREA, subject.words.area(Area::Service))]),
                Perspective::Committee(_) => {
                    parts.sum(at, &[(SIDE, word), (EFFORT, subject.words.perspective(view.perspective))])
                }
            }
        };
        sums(pen, subject, plan, rows, view, (found(Side::Cost), found(Side::Saving)))?;
        all.push(rows);
        row = rows.is_paid_back.saturating_add(2);
    }
    Ok((row, all))
}

/// Writes the years over a block.
pub(super) fn year_heads(pen: &mut Pen<'_>, subject: &Subject<'_>, plan: &Plan, row: u32) -> Result<(), WorkbookError> {
    for (at, column) in plan.years.cells(row).zip(0_usize..) {
        let year = At::new(plan.head, at.column).in_row();
        let shown = subject.computed.outcome.years.get(column).map_or(Shown::Nothing, |year| (*year).into());
        pen.formula(at, &year, shown, &pen.looks.year)?;
    }
    Ok(())
}

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
    let at = |row: u32, cell: At| At::new(row, cell.column).free();
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
    let net = |cell| format!("{}+{}", at(rows.costs, cell), at(rows.savings, cell));
    yearly_cells(pen, years, head, rows.net, &view.net, net)?;
    let so_far = |cell: At| format!("SUM({}:{})", At::new(rows.net, FIRST_YEAR).in_column(), at(rows.net, cell));
    let cumulative = |column: usize| view.cumulative.get(column).map(|cell| cell.decimal());
    lines::in_years(pen, years, head, rows.cumulative, &looks.cell, cumulative, so_far)?;
    let paid = |column: usize| view.cumulative.get(column).map(|cell| u8::from(*cell <= Thousands::ZERO).into());
    let flag = |cell| format!("IF({}<=0,1,0)", at(rows.cumulative, cell));
    lines::in_years(pen, years, head, rows.is_paid_back, &looks.plain, paid, flag)
}

/// Writes what each effort costs, where there are several. Gives the next free row.
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
        let of = |at: At| lines.sum(at, &[(SIDE, side(subject, Side::Cost)), (EFFORT, name)]);
        yearly_cells(pen, plan.years, plan.head, row, &outcome.costs, of)?;
        row = row.saturating_add(1);
    }
    Ok(row.saturating_add(1))
}
