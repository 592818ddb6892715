//! The years of the calculation: their row of heads, the phase of each effort in each year, and the citizens who reach
//! a job or education.

use rust_decimal::Decimal;

use super::efforts::{name, start, stops};
use super::formula::{CellRef, phase_code, share};
use super::lines::in_years;
use super::sheet_writer::{FormulaResult, SheetWriter};
use super::{ID, NAME, WorkbookError, Years};
use crate::Subject;
use engine::answer::share_on_all_places;
use model::evaluate::effort_year;
use model::note::Phase;

/// What the years are computed from.
pub(super) struct Frame<'a> {
    pub(super) years: Years,
    /// The cells with the first and the last year.
    pub(super) span: (CellRef, CellRef),
    /// The row of each effort.
    pub(super) efforts: &'a [u32],
}

/// Writes the years, and the phase of each effort in them. Returns the next free row, the row of the years, and the row
/// of each effort's phases.
pub(super) fn head(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    frame: &Frame<'_>,
    row: u32,
) -> Result<(u32, u32, Vec<u32>), WorkbookError> {
    let (labels, formats) = (&subject.words.labels().export, writer.formats);
    let mut head = writer.heading(row, labels.years_block, labels.years_help)?;
    if let Some(of) = share_on_all_places(subject.computed.note()) {
        head = writer.help(head, &subject.words.share_on_all_places(of))?;
    }
    writer.text(CellRef::new(head, ID), "years", &formats.id)?;
    writer.text(CellRef::new(head, NAME), labels.year, &formats.column)?;
    let (first, last) = frame.span;
    for ((column, cell), year) in frame.years.cells(head).enumerate().zip(frame.years.first..) {
        let year_formula = format!("{}+{column}", first.fixed());
        let formula = format!("IF({year_formula}<={},{year_formula},\"\")", last.fixed());
        let shown = if subject.computed.outcome.years.contains(&year) {
            FormulaResult::from(year)
        } else {
            FormulaResult::Nothing
        };
        writer.formula(cell, &formula, shown, &formats.year)?;
    }
    let mut row = head;
    let mut rows = Vec::new();
    for (effort, effort_row) in subject.computed.scenario.note().variant.efforts.iter().zip(frame.efforts) {
        row = row.saturating_add(1);
        writer.text(CellRef::new(row, ID), &format!("phase {}", effort.id), &formats.id)?;
        let label = format!("{}: {}", labels.phase, subject.words.named(&effort.name));
        writer.text(CellRef::new(row, NAME), &label, &formats.wrapped)?;
        let code = |phase| Decimal::from(phase_code(phase));
        let mut codes = Vec::new();
        for year in &subject.computed.outcome.years {
            codes.push(code(effort_year(&subject.computed.scenario, effort, *year)?.phase));
        }
        let [before, first, running, after] =
            [Phase::Before, Phase::First, Phase::Running, Phase::After].map(phase_code);
        let (begins, ends) = (start(*effort_row).fixed(), stops(*effort_row).fixed());
        let phase_formula = |cell: CellRef| {
            let year = CellRef::new(head, cell.column).in_row();
            format!("IF({year}<{begins},{before},IF({year}>={ends},{after},IF({year}={begins},{first},{running})))")
        };
        in_years(writer, frame.years, head, row, &formats.plain, |column| codes.get(column).copied(), phase_formula)?;
        rows.push(row);
    }
    Ok((row.saturating_add(1), head, rows))
}

/// The formula for which year of its effort the year in this column is, the first one being 1.
pub(super) fn number_of_year(head: u32, effort_row: u32, column: u16) -> String {
    format!("{}-{}+1", CellRef::new(head, column).in_row(), start(effort_row).fixed())
}

/// Writes the citizens of each effort who reach a job or education, year by year. Returns the next free row, and the
/// row of each effort that has such citizens.
pub(super) fn outcomes(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    frame: &Frame<'_>,
    head: u32,
    phases: &[u32],
    row: u32,
) -> Result<(u32, Vec<u32>), WorkbookError> {
    let formats = writer.formats;
    let variant = subject.computed.scenario.note().variant;
    let mut row = row;
    let mut rows = Vec::new();
    let efforts_and_outcomes = variant.efforts.iter().zip(&subject.computed.outcome.efforts);
    for ((effort, outcome), (phases, effort_row)) in efforts_and_outcomes.zip(phases.iter().zip(frame.efforts)) {
        let (Some(citizens), Some(effect)) = (effort.citizens, effort.effect) else { continue };
        writer.text(CellRef::new(row, ID), &format!("outcomes {}", effort.id), &formats.id)?;
        let label = format!("{}: {}", subject.words.outcomes(&effort.reached), subject.words.named(&effort.name));
        writer.text(CellRef::new(row, NAME), &label, &formats.wrapped)?;
        let mut rates: Vec<String> = Vec::new();
        for phase in Phase::WITH_AMOUNTS {
            rates.push(effect.rate(phase).map_or_else(|| Ok("0".to_owned()), |ix| name(variant, ix))?);
        }
        let people = name(variant, citizens)?;
        let outcomes = |column: usize| outcome.outcomes.get(column).copied();
        let outcomes_formula = |cell: CellRef| {
            let phase = CellRef::new(*phases, cell.column).in_row();
            let in_phase = format!("CHOOSE({phase}+1,0,{})", rates.join(","));
            let there = share(&effort.phase_in, &phase, &number_of_year(head, *effort_row, cell.column));
            [Some(people.clone()), Some(in_phase), there].into_iter().flatten().collect::<Vec<_>>().join("*")
        };
        in_years(writer, frame.years, head, row, &formats.exact, outcomes, outcomes_formula)?;
        rows.push(row);
        row = row.saturating_add(1);
    }
    Ok((row.saturating_add(1), rows))
}
