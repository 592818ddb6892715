//! The lines: the amount of each in the phases of its effort, and in each year.

use rust_decimal::Decimal;
use rust_xlsxwriter::Format;

use super::efforts::PostsCells;
use super::formula::{self, CellRef, phase_code};
use super::sheet_writer::{FormulaResult, SheetWriter};
use super::years::number_of_year;
use super::{AREA, EFFORT, FIRST_YEAR, ID, NAME, SIDE, TOTAL, WIDTHS, WorkbookError, Years, heads};
use crate::Subject;
use model::evaluate::{Cells, full_amount, weight};
use model::money::Thousands;
use model::note::{Line, Phase, Posts, Schedule, Side, Term};
use words::ColumnLabels;

/// The id of a line in the workbook. A borrowed line has the same id in several efforts, so theirs is added.
pub(super) fn id(subject: &Subject<'_>, line: &Line) -> String {
    let effort = subject.computed.scenario.note().variant.efforts.get(line.effort);
    format!("{}/{}", effort.map_or("", |effort| effort.id.as_str()), line.id)
}

/// Writes the columns before the amounts of a line: id, name, effort, side and area.
pub(super) fn opening(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    row: u32,
    kind: &str,
    line: &Line,
) -> Result<(), WorkbookError> {
    let (words, formats) = (subject.words, writer.formats);
    let effort = subject.computed.scenario.note().variant.efforts.get(line.effort);
    writer.text(CellRef::new(row, ID), &format!("{kind} {}", id(subject, line)), &formats.id)?;
    let name = words.named(&line.name);
    let effort = effort.map_or("", |effort| words.named(&effort.name));
    let texts = [name, effort, side(subject, line.side), words.area(&line.area)];
    writer.fit(row, texts.into_iter().zip(WIDTHS.into_iter().skip(usize::from(NAME))))?;
    Ok(writer.texts(CellRef::new(row, NAME), texts, &formats.wrapped)?)
}

/// The word for a side. The formulas of sums select their rows by it.
pub(super) fn side(subject: &Subject<'_>, side: Side) -> &'static str {
    let labels = &subject.words.labels().export;
    match side {
        Side::Cost => labels.cost,
        Side::Income => labels.income,
        Side::Saving => labels.saving,
    }
}

/// The heads of the columns that [`opening`] writes.
const fn opening_heads(columns: &ColumnLabels) -> [(u16, &'static str); 4] {
    [(NAME, columns.line), (EFFORT, columns.effort), (SIDE, columns.side), (AREA, columns.area)]
}

/// Writes the full amount of each line, and its amount in each phase. Returns the next free row, and the row of each
/// line.
pub(super) fn amounts(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    posts: &PostsCells,
    row: u32,
) -> Result<(u32, Vec<u32>), WorkbookError> {
    let labels = &subject.words.labels().export;
    let mut row = writer.heading(row, labels.amounts_block, labels.amounts_help)?;
    let columns = &labels.columns;
    let shares = [columns.share_first_year, columns.share_running, columns.share_afterwards];
    let amounts = [columns.first_year, columns.running, columns.afterwards];
    let by_phase = (FIRST_YEAR..).zip(shares.into_iter().chain(amounts));
    heads(writer, row, opening_heads(columns).into_iter().chain([(TOTAL, columns.full_amount)]).chain(by_phase))?;
    let mut rows = Vec::new();
    for (line_index, line) in subject.computed.scenario.note().variant.lines.iter().enumerate() {
        row = row.saturating_add(1);
        opening(writer, subject, row, "amount", line)?;
        let amount = CellRef::new(row, TOTAL);
        let (formula, value) = yearly(subject, posts, line_index, line)?;
        let is_share = !line.formula.lines().is_empty();
        writer.formula(
            amount,
            &formula,
            value,
            if is_share { &writer.formats.percent } else { &writer.formats.exact },
        )?;
        rows.push(row);
        phases(writer, &Exact { subject, posts }, &rows, line_index, line)?;
    }
    Ok((row.saturating_add(2), rows))
}

/// The formula and the value of the exact amount of a line in a year, before it is weighted by phase. Of a line that is a share of
/// others it is the share.
fn yearly(
    subject: &Subject<'_>,
    posts: &PostsCells,
    line_index: usize,
    line: &Line,
) -> Result<(String, Decimal), WorkbookError> {
    let scenario = &subject.computed.scenario;
    let posts_cell = line.formula.posts().and_then(|paid| posts_cell(posts, paid));
    let formula =
        formula::product(scenario.note(), line.formula.full_amount().into_iter().flatten(), posts_cell.as_deref());
    Ok((formula, full_amount(scenario, line_index)?))
}

/// The address of the cell with these posts.
fn posts_cell(posts: &PostsCells, paid: Posts) -> Option<String> {
    posts.iter().find(|(known, _)| *known == paid).map(|(_, cell)| cell.fixed())
}

/// Writes the share of a line's amount that each phase has, and the cells that follow.
fn phases(
    writer: &mut SheetWriter<'_>,
    exact: &Exact<'_>,
    rows: &[u32],
    line_index: usize,
    line: &Line,
) -> Result<(), WorkbookError> {
    let (formats, subject) = (writer.formats, exact.subject);
    let row = rows.get(line_index).copied().unwrap_or_default();
    let cells = Cells::of(&subject.computed.scenario, line_index)?;
    for (column, phase) in (FIRST_YEAR..).zip(Phase::WITH_AMOUNTS) {
        let weight_cell = CellRef::new(row, column);
        let value = weight(&subject.computed.scenario, line_index, phase)?;
        let share = Term::Share(line.formula.weight.schedule.share_in_phase(phase));
        match line.formula.weight.rate(phase) {
            None | Some(Term::Share(_)) => writer.number(weight_cell, value, &formats.percent)?,
            Some(rate) => {
                let terms = [rate, share].into_iter().filter(|term| *term != Term::Share(Decimal::ONE));
                let formula = formula::product(subject.computed.scenario.note(), terms, None);
                writer.formula(weight_cell, &formula, value, &formats.percent)?;
            }
        }
        let weighted = |of| {
            let row = rows.get(of).copied().unwrap_or_default();
            format!("{}*{}", CellRef::new(row, TOTAL).in_column(), CellRef::new(row, column).free())
        };
        let exact =
            exact.formula(line_index, &weighted, &|schedule| schedule.share_in_phase(phase).normalize().to_string());
        writer.formula(weight_cell.right(3), &cell(line, &exact), cells.in_phase(phase).get(), &formats.cell)?;
    }
    Ok(())
}

/// What the formulas for exact amounts are written with.
struct Exact<'a> {
    subject: &'a Subject<'a>,
    posts: &'a PostsCells,
}

impl Exact<'_> {
    /// The formula for the exact amount of a line in a year. `weighted` gives the product of the first two cells of a line: its
    /// full amount × the share of the year. `share` gives that of the schedule of a limit.
    fn formula(
        &self,
        line_index: usize,
        weighted: &impl Fn(usize) -> String,
        share: &impl Fn(&Schedule) -> String,
    ) -> String {
        let note = self.subject.computed.scenario.note();
        let Some(line) = note.variant.lines.get(line_index) else { return "0".to_owned() };
        let mut amount = weighted(line_index);
        let earlier: Vec<usize> = line.formula.lines().iter().copied().filter(|of| *of < line_index).collect();
        if !earlier.is_empty() {
            let parts: Vec<String> = earlier.into_iter().map(|of| self.formula(of, weighted, share)).collect();
            amount = format!("{amount}*({})", parts.join("+"));
        }
        let Some(limit) = &line.formula.limit else { return amount };
        let posts = limit.quantity.posts().and_then(|paid| posts_cell(self.posts, paid));
        let full_limit = formula::product(note, limit.full_amount(), posts.as_deref());
        match share(&limit.schedule) {
            whole if whole == "1" => format!("MIN({amount},{full_limit})"),
            share => format!("MIN({amount},{full_limit}*{share})"),
        }
    }
}

/// Whether a line has cells year by year: by its own shares, by those of its limit, or by those of a line that it is a share of.
fn is_by_year(subject: &Subject<'_>, line_index: usize) -> bool {
    let lines = &subject.computed.scenario.note().variant.lines;
    let Some(line) = lines.get(line_index) else { return false };
    let mut earlier = line.formula.lines().iter().filter(|of| **of < line_index);
    let of_limit = line.formula.limit.as_ref().is_some_and(|limit| limit.schedule.is_by_year());
    schedule(line).is_by_year() || of_limit || earlier.any(|of| is_by_year(subject, *of))
}

/// The formula for the cell of a line with this exact amount.
fn cell(line: &Line, exact: &str) -> String {
    let rounded = formula::rounded(exact);
    if line.side.is_negative() { format!("-{rounded}") } else { rounded }
}

/// Writes the shares of the lines that have them year by year. Returns the next free row, and the row of each line that has
/// such shares.
pub(super) fn shares_by_year(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    row: u32,
) -> Result<(u32, Vec<Option<u32>>), WorkbookError> {
    let (labels, formats) = (&subject.words.labels().export, writer.formats);
    let lines = &subject.computed.scenario.note().variant.lines;
    let Some(longest) = lines.iter().map(schedule).filter(|it| it.is_by_year()).map(|it| it.years().count()).max()
    else {
        return Ok((row, vec![None; lines.len()]));
    };
    let mut row = writer.heading(row, labels.shares_block, labels.shares_help)?;
    heads(writer, row, opening_heads(&labels.columns))?;
    for (column, number) in (FIRST_YEAR..).zip(1..=longest) {
        writer.number(CellRef::new(row, column), Decimal::from(number), &formats.number_column)?;
    }
    let mut rows = Vec::new();
    for line in lines {
        let is_by_year = schedule(line).is_by_year();
        rows.push(is_by_year.then(|| row.saturating_add(1)));
        if is_by_year {
            row = row.saturating_add(1);
            opening(writer, subject, row, "shares", line)?;
            for (column, share) in (FIRST_YEAR..).zip(schedule(line).years()) {
                writer.number(CellRef::new(row, column), share, &formats.percent)?;
            }
        }
    }
    Ok((row.saturating_add(2), rows))
}

const fn schedule(line: &Line) -> &Schedule {
    &line.formula.weight.schedule
}

/// The rows that the amounts in each year are computed from.
pub(super) struct ByYear<'a> {
    pub(super) years: Years,
    /// The row with the years.
    pub(super) head: u32,
    /// The row with the phases of each effort.
    pub(super) phases: &'a [u32],
    /// The row of each effort.
    pub(super) efforts: &'a [u32],
    /// The row of each line with its cells by phase.
    pub(super) amounts: &'a [u32],
    /// The row of each line that has shares year by year, with these.
    pub(super) shares: &'a [Option<u32>],
    /// The cells with posts.
    pub(super) posts: &'a PostsCells,
}

impl ByYear<'_> {
    /// The formula for the cell of a line in the year of this column: that of the phase, or that of the year where the line has
    /// shares year by year.
    fn cell(&self, subject: &Subject<'_>, line_index: usize, line: &Line, column: u16) -> String {
        let row = |rows: &[u32], index: usize| rows.get(index).copied().unwrap_or_default();
        let amounts = row(self.amounts, line_index);
        let in_row = |row: u32| CellRef::new(row, column).in_row();
        let phase = in_row(row(self.phases, line.effort));
        let of_phase = |column: u16| CellRef::new(amounts, FIRST_YEAR.saturating_add(column)).fixed();
        let cells = format!("{},{},{}", of_phase(3), of_phase(4), of_phase(5));
        let by_phase = format!("CHOOSE({phase}+1,0,{cells})");
        if !is_by_year(subject, line_index) {
            return by_phase;
        }
        let exact = Exact { subject, posts: self.posts };
        let number = number_of_year(self.head, row(self.efforts, line.effort), column);
        let share = |schedule: &Schedule| formula::running_share(schedule, &number);
        let exact = exact.formula(line_index, &|of| self.weighted(subject, of, column), &share);
        format!("IF({phase}={},{},{by_phase})", phase_code(Phase::Running), cell(line, &exact))
    }

    /// The formula for the full amount of a line × the share of a year in which its effort runs, but is not in its first year.
    fn weighted(&self, subject: &Subject<'_>, line_index: usize, column: u16) -> String {
        let row = |rows: &[u32], index: usize| rows.get(index).copied().unwrap_or_default();
        let amounts = row(self.amounts, line_index);
        let amount = CellRef::new(amounts, TOTAL).fixed();
        let note = subject.computed.scenario.note();
        let line = note.variant.lines.get(line_index);
        let Some((line, shares)) = line.zip(self.shares.get(line_index).copied().flatten()) else {
            return format!("{amount}*{}", CellRef::new(amounts, FIRST_YEAR.saturating_add(1)).fixed());
        };
        let last = u16::try_from(schedule(line).years().count().saturating_sub(1)).unwrap_or(u16::MAX);
        let years = CellRef::new(shares, FIRST_YEAR).to(CellRef::new(shares, FIRST_YEAR.saturating_add(last)));
        let number = number_of_year(self.head, row(self.efforts, line.effort), column);
        let share = format!("INDEX({years},1,MIN({number},{}))", last.saturating_add(1));
        let rate = formula::product(note, line.formula.weight.rate(Phase::Running), None);
        let factors = [amount, rate, share];
        factors.into_iter().filter(|factor| !factor.is_empty()).collect::<Vec<_>>().join("*")
    }
}

/// Writes each line year by year. Returns the next free row, and the row of each line.
pub(super) fn by_year(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    from: &ByYear<'_>,
    row: u32,
) -> Result<(u32, Vec<u32>), WorkbookError> {
    let labels = &subject.words.labels().export;
    let mut row = row;
    let columns = &labels.columns;
    heads(writer, row, opening_heads(columns).into_iter().chain([(TOTAL, columns.in_all)]))?;
    let mut rows = Vec::new();
    let variant = subject.computed.scenario.note().variant;
    for (line_index, (line, outcome)) in variant.lines.iter().zip(&subject.computed.outcome.lines).enumerate() {
        row = row.saturating_add(1);
        opening(writer, subject, row, "line", line)?;
        let in_year = |cell: CellRef| from.cell(subject, line_index, line, cell.column);
        yearly_cells(writer, from.years, from.head, row, &outcome.cells, in_year)?;
        rows.push(row);
    }
    Ok((row.saturating_add(2), rows))
}

/// Writes a row of cells year by year, after their sum. Years that the scenario does not have stay empty.
pub(super) fn yearly_cells(
    writer: &mut SheetWriter<'_>,
    years: Years,
    head: u32,
    row: u32,
    cells: &[Thousands],
    formula: impl Fn(CellRef) -> String,
) -> Result<(), WorkbookError> {
    let formats = writer.formats;
    let sum: Thousands = cells.iter().copied().sum();
    writer.formula(CellRef::new(row, TOTAL), &format!("SUM({})", years.range(row)), sum.get(), &formats.sum)?;
    in_years(writer, years, head, row, &formats.cell, |column| cells.get(column).map(|cell| cell.decimal()), formula)
}

/// Writes a row of numbers year by year.
pub(super) fn in_years(
    writer: &mut SheetWriter<'_>,
    years: Years,
    head: u32,
    row: u32,
    format: &Format,
    shown: impl Fn(usize) -> Option<Decimal>,
    formula: impl Fn(CellRef) -> String,
) -> Result<(), WorkbookError> {
    for (column, cell) in years.cells(row).enumerate() {
        let formula = format!("IF({}=\"\",\"\",{})", CellRef::new(head, cell.column).in_row(), formula(cell));
        writer.formula(cell, &formula, shown(column).map_or(FormulaResult::Nothing, FormulaResult::Number), format)?;
    }
    Ok(())
}
