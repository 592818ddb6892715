//! The effect after an effort: the sentence can be read as a share of the effect, the amounts as a share of the citizens.

use super::check::{Check, Compared, Explanation, Kind, Place, Value, Verdict};
use super::place::{of_row, of_source};
use model::money::Thousands;
use model::note::{Document, Effort, Line, Note};

pub(super) fn checks(document: &Document) -> Vec<Check> {
    document
        .notes()
        .flat_map(|note| note.variant.efforts.iter().filter_map(move |effort| check(note, effort)))
        .collect()
}

/// Compares the share that the sentence gives with the share of the full amount that the largest row still has after the
/// effort. They agree where the sentence can be read as a share of the effect.
fn check(note: Note<'_>, effort: &Effort) -> Option<Check> {
    let residual = note.variant.driver(effort.effect?.residual?)?;
    let source = residual.origin.sources().first()?;
    let follows = |line: &&Line| line.formula.weight.effect.is_some() && line.formula.weight.effect == effort.effect;
    let cells = |line: &Line| {
        let (table, row) = note.document.own_row(line)?;
        let length = note.variant.driver(effort.length).and_then(|driver| u16::try_from(driver.value).ok())?;
        let stops = effort.start.saturating_add(length);
        Some((table.cell(row, stops.saturating_sub(1))?, table.cell(row, stops)?))
    };
    let size = |cell: Thousands| cell.get().saturating_abs();
    let lines = note.variant.lines.iter().filter(follows).filter_map(|line| Some((line, cells(line)?)));
    let (line, (full, after)) = lines.max_by_key(|(_, (full, _))| size(*full))?;
    let printed = note.document.own_row(line)?;
    let of_effect = after.decimal().checked_div(full.decimal())?;
    let as_share_of_effect = full.decimal().checked_mul(residual.value).and_then(Thousands::round)?;
    let compared = Compared::whole(
        Value::Share(residual.value),
        Value::Share(of_effect.round_dp(2)),
        Verdict::of(as_share_of_effect == after),
    );
    let places = [
        of_source(note.document, source, &format!("driver/{}", residual.id)),
        Place { rows: Vec::new(), ..of_row((note.document, printed.0, printed.1)) },
    ];
    let whole = note.variant.driver(effort.effect?.full).map(|full| full.value);
    let high = residual.range.as_ref().map(|range| range.high).filter(|high| Some(*high) >= whole);
    Some(Check {
        explanations: high.map(Explanation::UpperEnd).into_iter().collect(),
        ..Check::new(Kind::Residual, Some(effort.name.clone()), places, vec![compared])
    })
}
