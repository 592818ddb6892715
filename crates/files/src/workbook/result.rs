//! The key figures.

use rust_decimal::Decimal;

use super::efforts::{CITIZENS, CONSULTANTS, POSTS, STOPS};
use super::formula::CellRef;
use super::sheet_writer::{FormulaResult, SheetWriter};
use super::views::ViewRows;
use super::{ID, NAME, Plan, WorkbookError};
use crate::{Subject, has_figure};
use model::evaluate::Perspective;

/// The column of the key figures.
const FIGURE: u16 = super::TOTAL;

/// Writes the key figures. Returns the next free row, and the cell of the net.
pub(super) fn figures(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    plan: &Plan,
    views: &[ViewRows],
    outcomes: &[u32],
    row: u32,
) -> Result<(u32, Option<CellRef>), WorkbookError> {
    let (labels, formats) = (subject.words.labels(), writer.formats);
    let export_labels = &labels.export;
    let Some(total) = views.iter().find(|rows| rows.perspective == Perspective::Total) else { return Ok((row, None)) };
    let mut row = writer.heading(row, labels.figures.key_figures, export_labels.figures_help)?;
    let figures = &subject.computed.figures;
    let effort_cells = |column: u16| {
        let (first, last) = (plan.efforts.first(), plan.efforts.last());
        CellRef::new(first.copied().unwrap_or_default(), column).fixed_down_to(last.copied().unwrap_or_default())
    };
    let first = CellRef::new(row, FIGURE);
    let mut next =
        |writer: &mut SheetWriter<'_>, id: &str, label: &str, formula: String, value: FormulaResult, format| {
            let cell = CellRef::new(row, FIGURE);
            row = row.saturating_add(1);
            writer.text(CellRef::new(cell.row, ID), &format!("figure {id}"), &formats.id)?;
            writer.text(CellRef::new(cell.row, NAME), label, &formats.text)?;
            writer.formula(cell, &formula, value, format)?;
            Ok::<_, WorkbookError>(cell.fixed())
        };
    let net = CellRef::new(total.net, super::TOTAL).fixed();
    next(writer, "net", labels.figures.net, net, figures.net.get().into(), &formats.cell)?;
    let earliest = format!("MIN({})-1", effort_cells(STOPS));
    let year = next(writer, "year", export_labels.figures_year, earliest, figures.year.into(), &formats.plain)?;
    let column = format!("{year}-{}+1", plan.span.0.fixed());
    let in_year = |row: u32| format!("INDEX({},{column})", plan.years.range(row));
    let cost = next(
        writer,
        "cost",
        labels.figures.cost_a_year,
        in_year(total.costs),
        figures.cost.get().into(),
        &formats.cell,
    )?;
    let variant = subject.computed.note().variant;
    let citizens = if has_figure(variant, "citizens") {
        let sum = format!("SUM({})", effort_cells(CITIZENS));
        next(writer, "citizens", labels.figures.citizens, sum, figures.citizens.into(), &formats.cell)?
    } else {
        "0".to_owned()
    };
    let reached = if has_figure(variant, "outcomes") {
        let people: Vec<String> = outcomes.iter().map(|row| in_year(*row)).collect();
        let label = subject.words.outcomes(variant.reached());
        next(writer, "outcomes", &label, people.join("+"), figures.outcomes.into(), &formats.exact)?
    } else {
        "0".to_owned()
    };
    // Where an effort has no citizens these figures are left out: its costs would be divided by the citizens of the
    // others.
    if subject.computed.outcome.efforts.iter().all(|effort| effort.citizens.is_some()) {
        let note = subject.computed.note();
        let all_count_outcomes = (0..note.variant.efforts.len()).all(|effort| note.counts_outcomes(effort));
        let cost_per_outcome = subject.words.cost_per_outcome(note.variant.reached());
        let per_outcome = ("cost-per-outcome", cost_per_outcome.as_str(), reached, figures.cost_per_outcome);
        let per_citizen = ("cost-per-citizen", labels.figures.cost_per_citizen, citizens, figures.cost_per_citizen);
        let per_outcome = Some(per_outcome).filter(|_| all_count_outcomes && has_figure(variant, "outcomes"));
        for (id, label, people, value) in [per_citizen].into_iter().chain(per_outcome) {
            let kroner = value.and_then(|thousands| thousands.checked_mul(Decimal::ONE_THOUSAND));
            let formula = format!("IF({people}=0,\"\",{cost}*1000/{people})");
            next(
                writer,
                id,
                label,
                formula,
                kroner.map_or(FormulaResult::Nothing, FormulaResult::Number),
                &formats.cell,
            )?;
        }
    }
    let sum = |column| format!("SUM({})", effort_cells(column));
    if has_figure(variant, "posts") {
        next(writer, "posts", labels.figures.posts, sum(POSTS), figures.posts.into(), &formats.exact)?;
    }
    if has_figure(variant, "consultants") {
        let label = export_labels.consultants;
        next(writer, "consultants", label, sum(CONSULTANTS), figures.consultants.into(), &formats.exact)?;
    }
    Ok((row, Some(first)))
}
