//! The years: the head of the table, where each effort is in them, and the citizens who reach a job or education.

use rust_decimal::Decimal;

use super::efforts::{name, start, stops};
use super::formula::{At, phase_code};
use super::lines::in_years;
use super::pen::{Pen, Shown};
use super::{ID, NAME, WorkbookError, Years};
use crate::evaluate::phase_in;
use crate::export::Subject;
use crate::note::Phase;

/// What the years are computed from.
pub(super) struct Frame<'a> {
    pub(super) years: Years,
    /// The cells with the first and the last year.
    pub(super) span: (At, At),
    /// The row of each effort.
    pub(super) efforts: &'a [u32],
}

/// Writes the years, and the phase of each effort in them. Gives the next free row, the row of the years, and the row of
/// each effort's phases.
pub(super) fn head(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    frame: &Frame<'_>,
    row: u32,
) -> Result<(u32, u32, Vec<u32>), WorkbookError> {
    let (labels, looks) = (&subject.words.labels().export, pen.looks);
    let head = pen.heading(row, labels.years_block, labels.years_help)?;
    pen.text(At::new(head, ID), "years", &looks.id)?;
    pen.text(At::new(head, NAME), labels.year, &looks.column)?;
    let (first, last) = frame.span;
    for ((column, at), year) in frame.years.cells(head).enumerate().zip(frame.years.first..) {
        let year_in = format!("{}+{column}", first.fixed());
        let formula = format!("IF({year_in}<={},{year_in},\"\")", last.fixed());
        let shown = if subject.computed.outcome.years.contains(&year) { Shown::from(year) } else { Shown::Nothing };
        pen.formula(at, &formula, shown, &looks.year)?;
    }
    let mut row = head;
    let mut rows = Vec::new();
    for (effort, own) in subject.computed.scenario.note().variant.efforts.iter().zip(frame.efforts) {
        row = row.saturating_add(1);
        pen.text(At::new(row, ID), &format!("phase {}", effort.id), &looks.id)?;
        let label = format!("{}: {}", labels.phase, subject.words.named(&effort.name));
        pen.text(At::new(row, NAME), &label, &looks.wrapped)?;
        let code = |phase| Decimal::from(phase_code(phase));
        let mut codes = Vec::new();
        for year in &subject.computed.outcome.years {
            codes.push(code(phase_in(&subject.computed.scenario, effort, *year)?));
        }
        let [before, first, running, after] =
            [Phase::Before, Phase::First, Phase::Running, Phase::After].map(phase_code);
        let (begins, ends) = (start(*own).fixed(), stops(*own).fixed());
        let of = |at: At| {
            let year = At::new(head, at.column).in_row();
            format!("IF({year}<{begins},{before},IF({year}>={ends},{after},IF({year}={begins},{first},{running})))")
        };
        in_years(pen, frame.years, head, row, &looks.plain, |column| codes.get(column).copied(), of)?;
        rows.push(row);
    }
    Ok((row.saturating_add(1), head, rows))
}

/// Writes the citizens of each effort who reach a job or education, year by year. Gives the next free row, and the row of
/// each effort that has any.
pub(super) fn outcomes(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    frame: &Frame<'_>,
    head: u32,
    phases: &[u32],
    row: u32,
) -> Result<(u32, Vec<u32>), WorkbookError> {
    let (labels, looks) = (&subject.words.labels().export, pen.looks);
    let variant = subject.computed.scenario.note().variant;
    let mut row = row;
    let mut rows = Vec::new();
    for ((effort, outcome), phases) in variant.efforts.iter().zip(&subject.computed.outcome.efforts).zip(phases) {
        let (Some(citizens), Some(effect)) = (effort.citizens, effort.effect) else { continue };
        pen.text(At::new(row, ID), &format!("outcomes {}", effort.id), &looks.id)?;
        let label = format!("{}: {}", labels.outcomes, subject.words.named(&effort.name));
        pen.text(At::new(row, NAME), &label, &looks.wrapped)?;
        let mut rates: Vec<String> = Vec::new();
        for phase in Phase::WITH_AMOUNTS {
            rates.push(effect.rate(phase).map_or_else(|| Ok("0".to_owned()), |ix| name(variant, ix))?);
        }
        let people = name(variant, citizens)?;
        let of = |at: At| {
            let phase = At::new(*phases, at.column).in_row();
            format!("{people}*CHOOSE({phase}+1,0,{})", rates.join(","))
        };
        in_years(pen, frame.years, head, row, &looks.exact, |column| outcome.outcomes.get(column).copied(), of)?;
        rows.push(row);
        row = row.saturating_add(1);
    }
    Ok((row.saturating_add(1), rows))
}
