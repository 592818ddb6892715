//! What was granted: earlier appropriations in two documents, and proposals beside grants.

use super::check::{Check, Column, Compared, Explanation, Kind, Place};
use super::pairs::{are_same_note, in_editions, with_next_note};
use super::place::{PrintedRow, effort_name, of_row, of_rows, rows};
use model::evaluate::{Outcome, evaluate};
use model::money::Thousands;
use model::note::{Document, Line, Note, Row, Series, Table, Year};
use model::ordered::each_once;
use model::scenario::Scenario;

pub(super) fn checks(documents: &[Document]) -> Vec<Check> {
    let granted = documents.iter().flat_map(Document::notes).flat_map(|note| granted(documents, note));
    series(documents).into_iter().chain(totals(documents)).chain(granted).collect()
}

/// Compares an earlier appropriation in two documents, in the years that both tables have a column for and in which at
/// least one of them prints an amount.
fn series(documents: &[Document]) -> Vec<Check> {
    let series_rows: Vec<PrintedRow<'_>> = rows(documents).filter(|(.., row)| row.series.is_some()).collect();
    let is_same_series = |left: PrintedRow<'_>, right: PrintedRow<'_>| left.2.series == right.2.series;
    let compare = |(left, right): (PrintedRow<'_>, PrintedRow<'_>)| {
        let ((_, table, row), (_, other_table, other_row)) = (left, right);
        let years = table.years.iter().filter(|year| other_table.years.contains(year));
        let compared = years
            .map(|year| (*year, table.cell(row, *year), other_table.cell(other_row, *year)))
            .filter(|(_, left, right)| left.is_some() || right.is_some())
            .map(|(year, left, right)| Compared::cells(Column::Year(year), left, right))
            .collect();
        let about = row.series.as_ref().and_then(|series| effort_name(documents, series.effort()));
        Check::new(Kind::Series, about, [of_row(left), of_row(right)], compared)
    };
    pairs(&series_rows, is_same_series).into_iter().map(compare).collect()
}

fn pairs<'n>(
    rows: &[PrintedRow<'n>],
    belong_together: impl Fn(PrintedRow<'n>, PrintedRow<'n>) -> bool,
) -> Vec<(PrintedRow<'n>, PrintedRow<'n>)> {
    let document = |printed: PrintedRow<'n>| printed.0;
    let mut pairs = in_editions(rows, document, &belong_together);
    pairs.extend(with_next_note(rows, document, &belong_together));
    pairs
}

/// Compares the totals of earlier appropriations in two documents, in the years in which both add up exactly the same
/// efforts.
fn totals(documents: &[Document]) -> Vec<Check> {
    let is_total = |(_, table, row): &PrintedRow<'_>| {
        let mut parts = row.parts.iter().filter_map(|part| table.rows.get(*part)).peekable();
        parts.peek().is_some() && parts.all(|part| part.series.is_some())
    };
    let total_rows: Vec<PrintedRow<'_>> = rows(documents).filter(is_total).collect();
    let compare = |left: PrintedRow<'_>, right: PrintedRow<'_>| -> Vec<Compared> {
        let ((_, table, row), (_, other_table, other_row)) = (left, right);
        let has_same_efforts = |year: &&Year| {
            let efforts = efforts_in(left, **year);
            !efforts.is_empty() && efforts == efforts_in(right, **year)
        };
        let compare_year = |year: &Year| {
            Compared::cells(Column::Year(*year), table.cell(row, *year), other_table.cell(other_row, *year))
        };
        table.years.iter().filter(has_same_efforts).map(compare_year).collect()
    };
    pairs(&total_rows, |left, right| !compare(left, right).is_empty())
        .into_iter()
        .map(|(left, right)| Check::new(Kind::Series, None, [of_row(left), of_row(right)], compare(left, right)))
        .collect()
}

/// The efforts whose appropriations a total adds up in a year, sorted.
fn efforts_in((_, table, row): PrintedRow<'_>, year: Year) -> Vec<&str> {
    let parts = row.parts.iter().filter_map(|part| table.rows.get(*part));
    sorted_efforts(parts.filter(|part| table.cell(part, year).is_some()))
}

/// The efforts that these rows were granted for, sorted.
fn sorted_efforts<'n>(rows: impl Iterator<Item = &'n Row>) -> Vec<&'n str> {
    each_once(rows.filter_map(|row| row.series.as_ref()).map(Series::effort))
}

/// Compares what a note proposed, for each effort and for all of them, with what later documents say was granted in the
/// budget of that note.
fn granted(documents: &[Document], note: Note<'_>) -> Vec<Check> {
    let Ok(outcome) = evaluate(&Scenario::baseline(note)) else { return Vec::new() };
    let is_grant = |row: &&Row| row.series.as_ref().is_some_and(|series| series.budget() == Some(note.document.budget));
    let mut checks = Vec::new();
    for other in documents.iter().filter(|other| other.id != note.document.id) {
        let grants: Vec<(&Table, &Row)> = other
            .tables
            .iter()
            .flat_map(|table| table.rows.iter().filter(is_grant).map(move |row| (table, row)))
            .collect();
        for (effort, proposed) in note.variant.efforts.iter().zip(&outcome.efforts) {
            let is_for_effort =
                |(_, row): &&(&Table, &Row)| row.series.as_ref().is_some_and(|series| series.effort() == effort.id);
            let rows: Vec<(&Table, &Row)> = grants.iter().filter(is_for_effort).copied().collect();
            let place = place_of_costs(note, Some(&effort.id));
            checks.extend(compare(place, other, &rows, &outcome, &proposed.costs).map(|check| Check {
                about: effort_name(documents, &effort.id),
                explanations: explained(documents, note, &effort.id, &rows, &check),
                ..check
            }));
        }
        let efforts = each_once(note.variant.efforts.iter().map(|effort| effort.id.as_str()));
        if efforts.len() > 1 && efforts == sorted_efforts(grants.iter().map(|(_, row)| *row)) {
            let sum =
                |column: usize| outcome.efforts.iter().filter_map(|effort| effort.costs.get(column).copied()).sum();
            let proposed: Vec<Thousands> = (0..outcome.years.len()).map(sum).collect();
            checks.extend(compare(place_of_costs(note, None), other, &grants, &outcome, &proposed));
        }
    }
    checks
}

/// Compares proposed amounts with the sum of the rows that say what was granted; `None` where there are no such rows.
fn compare(
    place: Place,
    other: &Document,
    rows: &[(&Table, &Row)],
    outcome: &Outcome,
    proposed: &[Thousands],
) -> Option<Check> {
    let granted_in = |year: Year| rows.iter().filter_map(|(table, row)| table.cell(row, year)).reduce(Thousands::plus);
    let is_printed = |year: Year| rows.iter().any(|(table, _)| table.years.contains(&year));
    let compared = outcome
        .years
        .iter()
        .zip(proposed)
        .filter(|(year, _)| is_printed(**year))
        .map(|(year, cost)| (*year, (*cost != Thousands::ZERO).then_some(*cost), granted_in(*year)))
        .filter(|(_, proposed, granted)| proposed.is_some() || granted.is_some())
        .map(|(year, proposed, granted)| Compared::cells(Column::Year(year), proposed, granted))
        .collect();
    Some(Check::new(Kind::Granted, None, [place, of_rows(other, rows)?], compared))
}

/// What could explain that a grant is not the proposal: it is that of another edition, or its prices are others.
fn explained(
    documents: &[Document],
    note: Note<'_>,
    effort: &str,
    rows: &[(&Table, &Row)],
    check: &Check,
) -> Vec<Explanation> {
    if check.differences().next().is_none() {
        return Vec::new();
    }
    let is_edition = |other: &&Document| other.id != note.document.id && are_same_note(other, note.document);
    let fits = |other: &&Document| other.notes().any(|other| grants_fit(other, effort, rows));
    let fitting: Vec<Explanation> =
        documents.iter().filter(is_edition).filter(fits).map(|other| Explanation::FitsIn(other.id.clone())).collect();
    if !fitting.is_empty() {
        return fitting;
    }
    let is_current = rows.iter().all(|(table, _)| table.current_prices.is_some());
    is_current.then_some(Explanation::OtherPrices(note.document.price_level)).into_iter().collect()
}

/// Whether a note proposed for an effort exactly what the rows say was granted.
fn grants_fit(note: Note<'_>, effort_id: &str, rows: &[(&Table, &Row)]) -> bool {
    let Ok(outcome) = evaluate(&Scenario::baseline(note)) else { return false };
    let mut efforts = note.variant.efforts.iter().zip(&outcome.efforts);
    let Some((_, effort)) = efforts.find(|(effort, _)| effort.id == effort_id) else { return false };
    let granted = |year: Year| -> Thousands { rows.iter().filter_map(|(table, row)| table.cell(row, year)).sum() };
    outcome.years.iter().zip(&effort.costs).all(|(year, cost)| *cost == granted(*year))
}

/// The cost rows of an effort, or of all, as one place. The check is about their sum, so no row is marked unless it is the
/// only one of its effort.
fn place_of_costs(note: Note<'_>, effort_id: Option<&str>) -> Place {
    let is_cost = |line: &&Line| {
        let effort = note.variant.efforts.get(line.effort);
        line.side.is_of_costs() && effort_id.is_none_or(|id| effort.is_some_and(|effort| effort.id == id))
    };
    let cost_lines = note.variant.lines.iter().filter(is_cost);
    let rows: Vec<(&Table, &Row)> = cost_lines.filter_map(|line| note.document.own_row(line)).collect();
    let mut rows_marked = Vec::new();
    if let ([(table, row)], Some(_)) = (rows.as_slice(), effort_id) {
        rows_marked.push((table.id.clone(), row.id.clone()));
    }
    Place {
        document: note.document.id.clone(),
        place: rows.first().map(|(table, _)| table.place.clone()).unwrap_or_default(),
        words: rows.iter().map(|(_, row)| row.label.as_str()).collect::<Vec<_>>().join(" + "),
        item: format!("costs/{}", effort_id.unwrap_or_default()),
        rows: rows_marked,
        effort: effort_id.map(str::to_owned),
    }
}
