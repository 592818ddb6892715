//! The label "each year's own prices", and amounts that stand still from year to year.

use super::check::{Check, Compared, Explanation, Kind, Place, Value, Verdict};
use super::place::{of_rows, of_source};
use model::evaluate::evaluate;
use model::money::Thousands;
use model::note::{Document, Row, Source, Table, Year};
use model::scenario::Scenario;

pub(super) fn checks(documents: &[Document]) -> Vec<Check> {
    let tables = documents.iter().flat_map(|document| document.tables.iter().map(move |table| (document, table)));
    let labelled = tables.filter_map(|(document, table)| Some((document, table, table.current_prices.as_ref()?)));
    labelled.filter_map(|(document, table, label)| check(documents, document, table, label)).collect()
}

/// An amount that stays the same, and the first and the last year that it is printed for.
type Unmoved = (Thousands, (Year, Year));

/// The amount of a row that prints the same one for two or more years; `None` for any other row.
fn unmoved(table: &Table, row: &Row) -> Option<Unmoved> {
    let printed: Vec<(Year, Thousands)> =
        table.years.iter().filter_map(|year| Some((*year, table.cell(row, *year)?))).collect();
    let ((first, amount), (last, _)) = (printed.first()?, printed.last()?);
    (printed.len() > 1 && printed.iter().all(|(_, cell)| cell == amount)).then_some((*amount, (*first, *last)))
}

/// Compares the label of a table with its rows. They agree where some row of several years moves from year to year.
fn check(documents: &[Document], document: &Document, table: &Table, label: &Source) -> Option<Check> {
    let of_years: Vec<&Row> =
        table.rows.iter().filter(|row| row.series.is_some() && row.cells.iter().flatten().count() > 1).collect();
    let still: Vec<(&Table, &Row)> =
        of_years.iter().filter(|row| unmoved(table, row).is_some()).map(|row| (table, *row)).collect();
    let shown = if still.is_empty() { of_years.iter().map(|row| (table, *row)).collect() } else { still.clone() };
    let amounts: Vec<Unmoved> = still.iter().filter_map(|(_, row)| unmoved(table, row)).collect();
    let verdict = Verdict::of(amounts.is_empty());
    let places = [
        of_source(document, label, &format!("{}/prices", table.id)),
        Place { rows: Vec::new(), ..of_rows(document, &shown)? },
    ];
    let compared = Compared::whole(Value::Said(Vec::new()), Value::Unmoved(amounts), verdict);
    let mut explanations = Vec::new();
    for (_, row) in &still {
        for proposal in proposals(documents, table, row) {
            if !explanations.contains(&proposal) {
                explanations.push(proposal);
            }
        }
    }
    Some(Check { explanations, ..Check::new(Kind::PriceBase, None, places, vec![compared]) })
}

/// The documents that proposed, in fixed prices, exactly what a row says was granted.
fn proposals(documents: &[Document], table: &Table, row: &Row) -> Vec<Explanation> {
    let Some((series, (amount, _))) = row.series.as_ref().zip(unmoved(table, row)) else { return Vec::new() };
    let of_budget = documents.iter().filter(|document| series.budget() == Some(document.budget));
    let notes = of_budget.flat_map(Document::notes);
    let proposed = notes.filter(|note| {
        let Ok(outcome) = evaluate(&Scenario::baseline(*note)) else { return false };
        let mut efforts = note.variant.efforts.iter().zip(&outcome.efforts);
        let costs = efforts.find(|(effort, _)| effort.id == series.effort()).map(|(_, outcome)| &outcome.costs);
        costs.is_some_and(|costs| costs.first() == Some(&amount))
    });
    proposed.map(|note| Explanation::Proposed(note.document.id.clone())).collect()
}
