//! The posts that follow from citizens and caseloads, and the efforts.

use rust_decimal::Decimal;

use super::formula::{self, CellRef, quoted};
use super::sheet_writer::{FormulaResult, SheetWriter};
use super::{ID, NAME, STEP, TOTAL, WorkbookError, heads};
use crate::Subject;
use model::evaluate::{EvaluateError, posts_needed};
use model::note::{DriverIx, Effort, Posts, Variant};

/// The cell of each number of posts.
pub(super) type PostsCells = Vec<(Posts, CellRef)>;

/// The places of the efforts in the sheet.
pub(super) struct EffortRows {
    /// The row of each effort.
    pub(super) rows: Vec<u32>,
    /// The cells with the first and the last year of the tables.
    pub(super) span: (CellRef, CellRef),
}

/// The columns of the numbers of an effort.
const START: u16 = TOTAL;
const LENGTH: u16 = 6;
pub(super) const STOPS: u16 = 7;
pub(super) const CITIZENS: u16 = 8;
pub(super) const CONSULTANTS: u16 = 9;
pub(super) const POSTS: u16 = 10;

/// The cell with the first year of the effort in this row.
pub(super) const fn start(row: u32) -> CellRef {
    CellRef::new(row, START)
}

/// The cell with the first year after the effort in this row.
pub(super) const fn stops(row: u32) -> CellRef {
    CellRef::new(row, STOPS)
}

/// The defined name of a driver's cell.
pub(super) fn name(variant: &Variant, ix: DriverIx) -> Result<String, EvaluateError> {
    variant.driver(ix).map(formula::name).ok_or(EvaluateError::NoValue(ix))
}

/// Every number of posts that a line pays or an effort needs, each once.
fn distinct(variant: &Variant) -> Vec<Posts> {
    let paid = variant.lines.iter().filter_map(|line| line.formula.posts());
    let needed = variant.efforts.iter().filter_map(Effort::consultants_needed);
    let mut distinct: Vec<Posts> = Vec::new();
    for posts in paid.chain(needed) {
        if !distinct.contains(&posts) {
            distinct.push(posts);
        }
    }
    distinct
}

/// Writes the numbers of posts. Returns the next free row, and the cell of each number.
pub(super) fn posts(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    row: u32,
) -> Result<(u32, PostsCells), WorkbookError> {
    let (labels, variant) = (&subject.words.labels().export, subject.computed.scenario.note().variant);
    let distinct = distinct(variant);
    if distinct.is_empty() {
        return Ok((row, Vec::new()));
    }
    let mut row = writer.heading(row, labels.posts_block, labels.posts_help)?;
    let mut cells = Vec::new();
    for posts in distinct {
        let driver_name = |ix| variant.driver(ix).map(|driver| subject.words.driver_name(driver)).unwrap_or_default();
        let (id, label, formula) = match posts {
            Posts::Driver(ix) => (name(variant, ix)?, driver_name(ix), name(variant, ix)?),
            Posts::Caseload { citizens, caseload } => {
                let driver = |ix| variant.driver(ix).ok_or(EvaluateError::NoValue(ix));
                let (people, at_a_time) = (name(variant, citizens)?, name(variant, caseload)?);
                let label = format!("{} ÷ {}", driver_name(citizens), driver_name(caseload));
                let formula = formula::posts(driver(citizens)?, driver(caseload)?, STEP);
                (format!("{people}/{at_a_time}"), label, formula)
            }
        };
        let cell = CellRef::new(row, TOTAL);
        writer.text(CellRef::new(row, ID), &format!("posts {id}"), &writer.formats.id)?;
        writer.text(CellRef::new(row, NAME), &label, &writer.formats.wrapped)?;
        writer.formula(cell, &formula, posts_needed(&subject.computed.scenario, posts)?, &writer.formats.exact)?;
        cells.push((posts, cell));
        row = row.saturating_add(1);
    }
    Ok((row.saturating_add(1), cells))
}

/// Writes the efforts, and the span of years below them. Returns the next free row, and the rows of both.
pub(super) fn efforts(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    posts: &PostsCells,
    row: u32,
) -> Result<(u32, EffortRows), WorkbookError> {
    let (labels, variant) = (&subject.words.labels().export, subject.computed.scenario.note().variant);
    let mut row = writer.heading(row, labels.efforts_block, "")?;
    let columns = &labels.columns;
    let columns = [
        (NAME, columns.effort),
        (START, columns.first_year),
        (LENGTH, columns.years),
        (STOPS, columns.stopped_from),
        (CITIZENS, columns.citizens),
        (CONSULTANTS, columns.consultants),
        (POSTS, columns.posts),
    ];
    heads(writer, row, columns)?;
    let mut rows = Vec::new();
    for (effort_index, effort) in variant.efforts.iter().enumerate() {
        row = row.saturating_add(1);
        self::effort(writer, subject, posts, row, effort_index, effort)?;
        rows.push(row);
    }
    row = row.saturating_add(1);
    let span = (CellRef::new(row, START), CellRef::new(row.saturating_add(1), START));
    writer.text(CellRef::new(row, ID), "first-year", &writer.formats.id)?;
    writer.text(CellRef::new(row, NAME), labels.first_year, &writer.formats.text)?;
    writer.number(span.0, Decimal::from(variant.first), &writer.formats.plain)?;
    row = row.saturating_add(1);
    writer.text(CellRef::new(row, ID), "last-year", &writer.formats.id)?;
    writer.text(CellRef::new(row, NAME), labels.last_year, &writer.formats.text)?;
    // An effort with savings has a year more: the one after it has stopped.
    let ends = rows.iter().enumerate().map(|(effort_index, row)| {
        if variant.saves(effort_index) { stops(*row).free() } else { format!("{}-1", stops(*row).free()) }
    });
    let ends: Vec<String> = ends.collect();
    let last = subject.computed.outcome.years.last().copied().unwrap_or(variant.last);
    writer.formula(span.1, &format!("MAX({},{})", variant.last, ends.join(",")), last, &writer.formats.plain)?;
    let reminder = format!("IF({}>{last},{},\"\")", span.1.free(), quoted(labels.print_more));
    writer.formula(span.1.right(1), &reminder, FormulaResult::Nothing, &writer.formats.help)?;
    Ok((row.saturating_add(2), EffortRows { rows, span }))
}

fn effort(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    posts: &PostsCells,
    row: u32,
    effort_index: usize,
    effort: &Effort,
) -> Result<(), WorkbookError> {
    let variant = subject.computed.scenario.note().variant;
    let outcome = subject.computed.outcome.efforts.get(effort_index).ok_or(EvaluateError::Overflow { line: 0 })?;
    let formats = writer.formats;
    writer.text(CellRef::new(row, ID), &format!("effort {}", effort.id), &formats.id)?;
    writer.text(CellRef::new(row, NAME), subject.words.named(&effort.name), &formats.wrapped)?;
    writer.number(start(row), Decimal::from(effort.start), &formats.plain)?;
    let length = subject.computed.scenario.value(effort.length).ok_or(EvaluateError::NoValue(effort.length))?;
    writer.formula(CellRef::new(row, LENGTH), &name(variant, effort.length)?, length, &formats.plain)?;
    let sum = format!("{}+{}", start(row).free(), CellRef::new(row, LENGTH).free());
    writer.formula(stops(row), &sum, outcome.stops, &formats.plain)?;
    if let Some((ix, citizens)) = effort.citizens.zip(outcome.citizens) {
        writer.formula(CellRef::new(row, CITIZENS), &name(variant, ix)?, citizens, &formats.cell)?;
    }
    let cell_of = |wanted: Posts| posts.iter().find(|(known, _)| *known == wanted).map(|(_, cell)| cell.free());
    if let (Some(cell), Some(consultants)) = (effort.consultants_needed().and_then(cell_of), outcome.consultants) {
        writer.formula(CellRef::new(row, CONSULTANTS), &cell, consultants, &formats.exact)?;
    }
    let counted: Vec<String> = variant.posts_paid(effort_index).into_iter().filter_map(cell_of).collect();
    let sum = if counted.is_empty() { "0".to_owned() } else { counted.join("+") };
    writer.formula(CellRef::new(row, POSTS), &sum, FormulaResult::Number(outcome.posts), &formats.exact)?;
    Ok(())
}
