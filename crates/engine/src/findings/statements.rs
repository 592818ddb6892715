//! Amounts and years in sentences, beside the table and beside each other.

use rust_decimal::Decimal;

use super::check::{Check, Column, Compared, Explanation, Kind, Place, Value, Verdict};
use super::pairs::{all, are_same_note};
use super::place::{about_rows, of_rows, of_source, referred};
use model::money::Thousands;
use model::note::{Document, Row, RowRef, StatedAmount, Statement, Table, Year};
use model::ordered::each_once;

pub(super) fn checks(documents: &[Document]) -> Vec<Check> {
    let amounts = |document: &Document, statement: &Statement| amount(documents, document, statement);
    documents
        .iter()
        .flat_map(|document| {
            let of_each = document
                .statements
                .iter()
                .flat_map(move |statement| [amounts(document, statement), years(document, statement)]);
            of_each.flatten().chain(sentences(document)).collect::<Vec<_>>()
        })
        .collect()
}

fn place_of(document: &Document, statement: &Statement) -> Place {
    of_source(document, &statement.source, &format!("statement/{}", statement.id))
}

/// The sum of the rows in each year. Years without a printed cell, and years whose sum is zero, are left out.
fn sums_by_year(document: &Document, references: &[RowRef]) -> Vec<(Year, Thousands)> {
    let rows: Vec<(&Table, &Row)> = referred(document, references);
    let years = each_once(rows.iter().flat_map(|(table, _)| table.years.iter().copied()));
    let sum_in = |year: Year| {
        let printed: Vec<Thousands> = rows.iter().filter_map(|(table, row)| table.cell(row, year)).collect();
        (!printed.is_empty()).then(|| (year, printed.into_iter().sum()))
    };
    years.into_iter().filter_map(sum_in).filter(|(_, sum)| *sum != Thousands::ZERO).collect()
}

/// Whether an amount is the cell, rounded as in the sentence; `None` where that cannot be computed.
fn fits(amount: &StatedAmount, cell: Thousands) -> Option<bool> {
    let tolerance = amount.rounded_to.checked_div(Decimal::TWO)?;
    Some(cell.decimal().checked_sub(amount.thousands)?.abs() <= tolerance)
}

/// The comparisons of an amount in a sentence with the cells of its rows, year by year.
fn compared_amounts(document: &Document, statement: &Statement, amount: &StatedAmount) -> Vec<Compared> {
    let is_about = |year: Year| amount.years.is_none_or(|(first, last)| (first..=last).contains(&year));
    let compared = |(year, cell): (Year, Thousands)| Compared {
        column: Column::Year(year),
        left: Value::Stated(amount.thousands, amount.rounded_to),
        right: Value::Cell(cell),
        verdict: fits(amount, cell).map_or(Verdict::Unknown, Verdict::of),
    };
    sums_by_year(document, &statement.rows).into_iter().filter(|(year, _)| is_about(*year)).map(compared).collect()
}

/// Compares an amount in a sentence with the table.
fn amount(documents: &[Document], document: &Document, statement: &Statement) -> Option<Check> {
    let amount = statement.amount?;
    let rows = referred(document, &statement.rows);
    let places = [place_of(document, statement), of_rows(document, &rows)?];
    let compared = compared_amounts(document, statement, &amount);
    let mut check = Check::new(Kind::Statement, about_rows(document, &rows), places, compared);
    if check.verdict() == Verdict::Differ {
        check.explanations = fits_elsewhere(documents, document, statement, &amount);
    }
    Some(check)
}

/// Where the amount of a sentence would fit: in another edition, or in another total of the document.
fn fits_elsewhere(
    documents: &[Document],
    document: &Document,
    statement: &Statement,
    amount: &StatedAmount,
) -> Vec<Explanation> {
    let is_edition = |other: &&Document| other.id != document.id && are_same_note(other, document);
    let same_sentence = |other: &Document| {
        let found = other.statements.iter().find(|candidate| candidate.id == statement.id)?;
        let amount = found.amount.filter(|candidate| candidate.thousands == amount.thousands)?;
        let compared = compared_amounts(other, found, &amount);
        let agrees = !compared.is_empty() && compared.iter().all(|compared| compared.verdict == Verdict::Agree);
        agrees.then(|| Explanation::FitsIn(other.id.clone()))
    };
    let mut explanations: Vec<Explanation> = documents.iter().filter(is_edition).filter_map(same_sentence).collect();
    let rows = document.tables.iter().flat_map(|table| &table.rows);
    let granted = rows.filter(|row| row.series.is_some());
    for row in granted {
        let mut cells = row.cells.iter().flatten().copied().filter(|cell| *cell != Thousands::ZERO);
        let Some(first) = cells.next() else { continue };
        let explanation = Explanation::FitsTotal(first, row.label.clone());
        let all_fit = fits(amount, first) == Some(true) && cells.all(|cell| fits(amount, cell) == Some(true));
        if all_fit && !explanations.contains(&explanation) {
            explanations.push(explanation);
        }
    }
    explanations
}

/// Compares the years in a sentence with the first and the last year in which the rows print an amount.
fn years(document: &Document, statement: &Statement) -> Option<Check> {
    let (first, last) = statement.years?;
    let sums = sums_by_year(document, &statement.rows);
    let span = sums.first().zip(sums.last()).map(|((first, _), (last, _))| (*first, *last));
    let rows = referred(document, &statement.rows);
    let compared = vec![Compared::whole(
        Value::Years(first, last),
        span.map_or(Value::Empty, |(first, last)| Value::Years(first, last)),
        span.map_or(Verdict::Unknown, |span| Verdict::of(span == (first, last))),
    )];
    let places = [place_of(document, statement), of_rows(document, &rows)?];
    let mut check = Check::new(Kind::Years, about_rows(document, &rows), places, compared);
    if check.verdict() == Verdict::Differ {
        let is_other = |other: &&Statement| {
            other.id != statement.id && other.years == span && referred(document, &other.rows) == rows
        };
        let others = document.statements.iter().filter(is_other).filter_map(|other| other.years);
        check.explanations.extend(others.map(|(first, last)| Explanation::OtherSentence(first, last)));
        let is_empty = |year: Year| document.tables.iter().any(|table| super::tables::is_empty_column(table, year));
        check.explanations.extend(is_empty(first).then_some(Explanation::EmptyColumn(first)));
    }
    Some(check)
}

/// Compares the amounts that two sentences give for the same rows. They agree where one amount can be rounded to both.
fn sentences(document: &Document) -> Vec<Check> {
    let stated: Vec<(&Statement, StatedAmount)> =
        document.statements.iter().filter_map(|statement| Some((statement, statement.amount?))).collect();
    let speak_of_the_same = |left: (&Statement, StatedAmount), right: (&Statement, StatedAmount)| {
        left.0.rows == right.0.rows && left.1.years == right.1.years
    };
    let compare = |((left, one), (right, other)): ((&Statement, StatedAmount), (&Statement, StatedAmount))| {
        let apart = one.thousands.checked_sub(other.thousands)?.abs();
        let room = one.rounded_to.checked_add(other.rounded_to)?.checked_div(Decimal::TWO)?;
        let value = |amount: StatedAmount| Value::Stated(amount.thousands, amount.rounded_to);
        let compared = Compared::whole(value(one), value(other), Verdict::of(apart < room));
        let about = about_rows(document, &referred(document, &left.rows));
        let places = [place_of(document, left), place_of(document, right)];
        Some(Check::new(Kind::Sentences, about, places, vec![compared]))
    };
    all(&stated, speak_of_the_same).into_iter().filter_map(compare).collect()
}
