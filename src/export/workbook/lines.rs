//! The lines: what each amounts to in the phases of its effort, and year by year.

use rust_decimal::Decimal;
use rust_xlsxwriter::Format;

use super::efforts::PostsCells;
use super::formula::{self, At};
use super::pen::{Pen, Shown};
use super::{AREA, EFFORT, FIRST_YEAR, ID, NAME, SIDE, TOTAL, WIDTHS, WorkbookError, Years, heads};
use crate::evaluate::{Cells, full_amount, weight};
use crate::export::Subject;
use crate::money::Thousands;
use crate::note::{Line, Phase, Side, Term};
use crate::text::ColumnLabels;

/// What tells a line from every other: borrowed lines have one id in several efforts.
pub(super) fn id(subject: &Subject<'_>, line: &Line) -> String {
    let effort = subject.computed.scenario.note().variant.efforts.get(line.effort);
    format!("{}/{}", effort.map_or("", |effort| effort.id.as_str()), line.id)
}

/// What stands before the amounts of a line: id, name, effort, side, area.
pub(super) fn opening(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    row: u32,
    kind: &str,
    line: &Line,
) -> Result<(), WorkbookError> {
    let (words, looks) = (subject.words, pen.looks);
    let effort = subject.computed.scenario.note().variant.efforts.get(line.effort);
    pen.text(At::new(row, ID), &format!("{kind} {}", id(subject, line)), &looks.id)?;
    let name = words.named(&line.name);
    let effort = effort.map_or("", |effort| words.named(&effort.name));
    let texts = [name, effort, side(subject, line.side), words.area(line.area)];
    pen.fit(row, texts.into_iter().zip(WIDTHS.into_iter().skip(usize::from(NAME))))?;
    Ok(pen.texts(At::new(row, NAME), texts, &looks.wrapped)?)
}

/// The word for a side, by which sums find their rows.
pub(super) fn side(subject: &Subject<'_>, side: Side) -> &'static str {
    let labels = &subject.words.labels().export;
    match side {
        Side::Cost => labels.cost,
        Side::Saving => labels.saving,
    }
}

/// The heads of the columns that [`opening`] writes.
const fn opening_heads(columns: &ColumnLabels) -> [(u16, &'static str); 4] {
    [(NAME, columns.line), (EFFORT, columns.effort), (SIDE, columns.side), (AREA, columns.area)]
}

/// Writes what each line amounts to a year and in each phase. Gives the next free row, and the row of each line.
pub(super) fn amounts(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    posts: &PostsCells,
    row: u32,
) -> Result<(u32, Vec<u32>), WorkbookError> {
    let labels = &subject.words.labels().export;
    let mut row = pen.heading(row, labels.amounts_block, labels.amounts_help)?;
    let columns = &labels.columns;
    let shares = [columns.share_first_year, columns.share_running, columns.share_afterwards];
    let amounts = [columns.first_year, columns.running, columns.afterwards];
    let by_phase = (FIRST_YEAR..).zip(shares.into_iter().chain(amounts));
    heads(pen, row, opening_heads(columns).into_iter().chain([(TOTAL, columns.full_amount)]).chain(by_phase))?;
    let mut rows = Vec::new();
    for (at, line) in subject.computed.scenario.note().variant.lines.iter().enumerate() {
        row = row.saturating_add(1);
        opening(pen, subject, row, "amount", line)?;
        let amount = At::new(row, TOTAL);
        let (formula, value) = yearly(subject, posts, at, line)?;
        pen.formula(amount, &formula, value, &pen.looks.exact)?;
        phases(pen, subject, row, at, line)?;
        rows.push(row);
    }
    Ok((row.saturating_add(2), rows))
}

/// The formula and value of a line's exact amount a year, before what share of it falls in a phase.
fn yearly(
    subject: &Subject<'_>,
    posts: &PostsCells,
    line_index: usize,
    line: &Line,
) -> Result<(String, Decimal), WorkbookError> {
    let scenario = &subject.computed.scenario;
    let posts_cell = line.formula.posts().and_then(|paid| posts.iter().find(|(known, _)| *known == paid));
    let posts_cell = posts_cell.map(|(_, cell)| cell.free());
    let formula = formula::product(scenario.note(), line.formula.full_amount(), posts_cell.as_deref());
    Ok((formula, full_amount(scenario, line_index)?))
}

/// The share of a line's amount and its cell, for each phase.
fn phases(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    row: u32,
    line_index: usize,
    line: &Line,
) -> Result<(), WorkbookError> {
    let looks = pen.looks;
    let amount = At::new(row, TOTAL);
    let cells = Cells::of(&subject.computed.scenario, line_index)?;
    for (column, phase) in (FIRST_YEAR..).zip(Phase::WITH_AMOUNTS) {
        let weight_cell = At::new(row, column);
        let (term, value) =
            (line.formula.weight.in_phase(phase), weight(&subject.computed.scenario, line_index, phase)?);
        match term {
            Term::Share(_) => pen.number(weight_cell, value, &looks.percent)?,
            Term::Driver(_) | Term::Remainder(_) | Term::Caseload { .. } => {
                let formula = formula::product(subject.computed.scenario.note(), [term], None);
                pen.formula(weight_cell, &formula, value, &looks.percent)?;
            }
        }
        let exact = formula::rounded(&format!("{}*{}", amount.in_column(), weight_cell.free()));
        let signed = match line.side {
            Side::Cost => exact,
            Side::Saving => format!("-{exact}"),
        };
        pen.formula(weight_cell.right(3), &signed, cells.in_phase(phase).get(), &looks.cell)?;
    }
    Ok(())
}

/// What the lines are laid out over.
pub(super) struct ByYear<'a> {
    pub(super) years: Years,
    /// The row with the years.
    pub(super) head: u32,
    /// The row with the phases of each effort.
    pub(super) phases: &'a [u32],
    /// The row of each line with its cells by phase.
    pub(super) amounts: &'a [u32],
}

/// Writes each line year by year. Gives the next free row, and the row of each line.
pub(super) fn by_year(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    from: &ByYear<'_>,
    row: u32,
) -> Result<(u32, Vec<u32>), WorkbookError> {
    let labels = &subject.words.labels().export;
    let mut row = row;
    let columns = &labels.columns;
    heads(pen, row, opening_heads(columns).into_iter().chain([(TOTAL, columns.in_all)]))?;
    let mut rows = Vec::new();
    let variant = subject.computed.scenario.note().variant;
    for ((line, outcome), amounts) in variant.lines.iter().zip(&subject.computed.outcome.lines).zip(from.amounts) {
        row = row.saturating_add(1);
        opening(pen, subject, row, "line", line)?;
        let phases = from.phases.get(line.effort).copied().unwrap_or_default();
        let cell = |column: u16| At::new(*amounts, FIRST_YEAR.saturating_add(column)).fixed();
        let cells = format!("{},{},{}", cell(3), cell(4), cell(5));
        let of = |at: At| format!("CHOOSE({}+1,0,{cells})", At::new(phases, at.column).in_row());
        yearly_cells(pen, from.years, from.head, row, &outcome.cells, of)?;
        rows.push(row);
    }
    Ok((row.saturating_add(2), rows))
}

/// A row of cells year by year with its sum before them. Years that the scenario does not have stay empty.
pub(super) fn yearly_cells(
    pen: &mut Pen<'_>,
    years: Years,
    head: u32,
    row: u32,
    cells: &[Thousands],
    formula: impl Fn(At) -> String,
) -> Result<(), WorkbookError> {
    let looks = pen.looks;
    let sum: Thousands = cells.iter().copied().sum();
    pen.formula(At::new(row, TOTAL), &format!("SUM({})", years.range(row)), sum.get(), &looks.sum)?;
    in_years(pen, years, head, row, &looks.cell, |column| cells.get(column).map(|cell| cell.decimal()), formula)
}

/// A row of numbers year by year.
pub(super) fn in_years(
    pen: &mut Pen<'_>,
    years: Years,
    head: u32,
    row: u32,
    look: &Format,
    shown: impl Fn(usize) -> Option<Decimal>,
    formula: impl Fn(At) -> String,
) -> Result<(), WorkbookError> {
    for (column, at) in years.cells(row).enumerate() {
        let formula = format!("IF({}=\"\",\"\",{})", At::new(head, at.column).in_row(), formula(at));
        pen.formula(at, &formula, shown(column).map_or(Shown::Nothing, Shown::Number), look)?;
    }
    Ok(())
}
