//! Checks between documents, and between rows that should cost alike.

use rust_decimal::Decimal;

use super::within::{at_row, cells};
use super::{Check, Column, Compared, Kind, Place, Value, verdict};
use crate::evaluate::evaluate;
use crate::money::Thousands;
use crate::note::{Committee, Document, Line, Note, Row, Series, Side, Staff, Table, Target, Year};
use crate::scenario::Scenario;

pub(super) fn documents(documents: &[Document]) -> impl Iterator<Item = Check> {
    series(documents)
        .into_iter()
        .chain(totals(documents))
        .chain(granted(documents))
        .chain(editions(documents))
        .chain(posts(documents))
        .chain(targets(documents))
        .filter(|check| !check.compared.is_empty())
}

type Printed<'n> = (&'n Document, &'n Table, &'n Row);

fn rows(documents: &[Document]) -> impl Iterator<Item = Printed<'_>> {
    documents.iter().flat_map(|document| {
        document.tables.iter().flat_map(move |table| table.rows.iter().map(move |row| (document, table, row)))
    })
}

/// Every two items that `pairs`, the earlier first.
fn pairs<T: Copy>(items: &[T], pairs: impl Fn(T, T) -> bool) -> Vec<(T, T)> {
    let mut found = Vec::new();
    for (at, left) in items.iter().enumerate() {
        for right in items.iter().skip(at.saturating_add(1)) {
            if pairs(*left, *right) {
                found.push((*left, *right));
            }
        }
    }
    found
}

/// Every item with the next one after it that it `pairs` with: a series read in the order of the documents.
fn neighbours<T: Copy>(items: &[T], pairs: impl Fn(T, T) -> bool) -> Vec<(T, T)> {
    let next = |(at, left): (usize, &T)| {
        let right = items.iter().skip(at.saturating_add(1)).find(|right| pairs(*left, **right))?;
        Some((*left, *right))
    };
    items.iter().enumerate().filter_map(next).collect()
}

/// The same earlier appropriation, in the years that both tables have a column for and either prints an amount in.
fn series(documents: &[Document]) -> Vec<Check> {
    let printed: Vec<Printed<'_>> = rows(documents).filter(|(.., row)| row.series.is_some()).collect();
    let same = |left: Printed<'_>, right: Printed<'_>| left.2.series == right.2.series && left.0.id != right.0.id;
    neighbours(&printed, same)
        .into_iter()
        .map(|((document, table, row), (other, other_table, other_row))| {
            let compared = table
                .years
                .iter()
                .filter(|year| other_table.years.contains(year))
                .map(|year| (*year, table.cell(row, *year), other_table.cell(other_row, *year)))
                .filter(|(_, left, right)| left.is_some() || right.is_some())
                .map(|(year, left, right)| cells(Column::Year(year), left, right))
                .collect();
            let sides = [at_row(document, table, row), at_row(other, other_table, other_row)];
            Check { kind: Kind::Series, sides, compared }
        })
        .collect()
}

/// The totals of earlier appropriations in two documents, in the years in which both add up the same efforts and no others.
fn totals(documents: &[Document]) -> Vec<Check> {
    let is_total = |(_, table, row): &Printed<'_>| {
        let mut parts = row.parts.iter().filter_map(|part| table.rows.get(*part)).peekable();
        parts.peek().is_some() && parts.all(|part| part.series.is_some())
    };
    let printed: Vec<Printed<'_>> = rows(documents).filter(is_total).collect();
    let compare = |left: Printed<'_>, right: Printed<'_>| -> Vec<Compared> {
        let ((_, table, row), (_, other_table, other_row)) = (left, right);
        let same = |year: &&Year| {
            let efforts = efforts_in(left, **year);
            !efforts.is_empty() && efforts == efforts_in(right, **year)
        };
        let cell = |year: &Year| cells(Column::Year(*year), table.cell(row, *year), other_table.cell(other_row, *year));
        table.years.iter().filter(same).map(cell).collect()
    };
    neighbours(&printed, |left, right| left.0.id != right.0.id && !compare(left, right).is_empty())
        .into_iter()
        .map(|(left, right)| {
            let at = |(document, table, row): Printed<'_>| at_row(document, table, row);
            Check { kind: Kind::Series, sides: [at(left), at(right)], compared: compare(left, right) }
        })
        .collect()
}

/// The efforts whose appropriations a total adds up in a year.
fn efforts_in((_, table, row): Printed<'_>, year: Year) -> Vec<&str> {
    let parts = row.parts.iter().filter_map(|part| table.rows.get(*part));
    let given = parts.filter(|part| table.cell(part, year).is_some());
    let mut efforts: Vec<&str> = given.filter_map(|part| part.series.as_ref()).map(Series::effort).collect();
    efforts.sort_unstable();
    efforts.dedup();
    efforts
}

/// What a note proposed for an effort, and what a later document says it was granted with that note's budget.
fn granted(documents: &[Document]) -> Vec<Check> {
    let mut checks = Vec::new();
    for note in documents.iter().flat_map(Document::notes) {
        let Ok(outcome) = evaluate(&Scenario::baseline(note)) else { continue };
        for (effort, proposed) in note.variant.efforts.iter().zip(&outcome.efforts) {
            let is_grant = |(document, _, row): &Printed<'_>| {
                let of =
                    |series: &Series| series.effort() == effort.id && series.budget() == Some(note.document.budget);
                document.id != note.document.id && row.series.as_ref().is_some_and(of)
            };
            for (document, table, row) in rows(documents).filter(is_grant) {
                let compared = outcome
                    .years
                    .iter()
                    .zip(&proposed.costs)
                    .filter(|(year, _)| table.years.contains(year))
                    .map(|(year, cost)| (*year, (*cost != Thousands::ZERO).then_some(*cost), table.cell(row, *year)))
                    .filter(|(_, proposed, granted)| proposed.is_some() || granted.is_some())
                    .map(|(year, proposed, granted)| cells(Column::Year(year), proposed, granted))
                    .collect();
                let sides = [at_effort(note, &effort.id), at_row(document, table, row)];
                checks.push(Check { kind: Kind::Granted, sides, compared });
            }
        }
    }
    checks
}

/// What an effort costs. Where several rows make it up, the finding is about their sum and touches none of them alone.
fn at_effort(note: Note<'_>, effort: &str) -> Place {
    let is_own = |line: &&Line| {
        line.side == Side::Cost && note.variant.efforts.get(line.effort).is_some_and(|own| own.id == effort)
    };
    let own = note.variant.lines.iter().filter(is_own).filter_map(|line| note.document.own_row(line));
    let found: Vec<(&Table, &Row)> = own.collect();
    Place {
        document: note.document.id.clone(),
        place: found.first().map(|(table, _)| table.place.clone()).unwrap_or_default(),
        words: found.iter().map(|(_, row)| row.label.as_str()).collect::<Vec<_>>().join(" + "),
        rows: match found.as_slice() {
            [(table, row)] => vec![(table.id.clone(), row.id.clone())],
            _ => Vec::new(),
        },
        effort: Some(effort.to_owned()),
    }
}

/// The same line in two editions of a note.
fn editions(documents: &[Document]) -> Vec<Check> {
    let lines: Vec<(Note<'_>, &Line)> = documents
        .iter()
        .flat_map(Document::notes)
        .flat_map(|note| note.variant.lines.iter().map(move |line| (note, line)))
        .collect();
    let same = |left: (Note<'_>, &Line), right: (Note<'_>, &Line)| {
        let (document, other) = (left.0.document, right.0.document);
        left.1.id == right.1.id
            && document.id != other.id
            && document.edition_of.is_some()
            && document.edition_of == other.edition_of
    };
    let mut checks = Vec::new();
    for ((note, line), (other_note, other)) in pairs(&lines, same) {
        let (Some((table, row)), Some((other_table, other_row))) =
            (note.document.own_row(line), other_note.document.own_row(other))
        else {
            continue;
        };
        let sides = [at_row(note.document, table, row), at_row(other_note.document, other_table, other_row)];
        let years = note.variant.first..=note.variant.last;
        let compared = years
            .map(|year| cells(Column::Year(year), table.cell(row, year), other_table.cell(other_row, year)))
            .collect();
        checks.push(Check { kind: Kind::Edition, sides: sides.clone(), compared });
        let of = |line: &Line| line.committees.iter().map(|share| share.committee).collect::<Vec<Committee>>();
        let (left, right) = (of(line), of(other));
        let verdict = verdict(left == right);
        let compared =
            Compared { column: Column::Whole, left: Value::Committees(left), right: Value::Committees(right), verdict };
        checks.push(Check { kind: Kind::Committee, sides, compared: vec![compared] });
    }
    checks
}

/// Rows with posts of one kind in prices of one year: what a post costs, as far as rounded cells can tell.
fn posts(documents: &[Document]) -> Vec<Check> {
    let staffed: Vec<(Printed<'_>, &Staff)> =
        rows(documents).filter_map(|printed| Some((printed, printed.2.staff.as_ref()?))).collect();
    let same = |left: (Printed<'_>, &Staff), right: (Printed<'_>, &Staff)| {
        let ((document, ..), staff) = left;
        let ((other, ..), other_staff) = right;
        staff.kind == other_staff.kind && document.price_level == other.price_level
    };
    let mut checks = Vec::new();
    for (((document, table, row), staff), ((other, other_table, other_row), other_staff)) in pairs(&staffed, same) {
        let (Some(left), Some(right)) = (PerPost::of(row, staff), PerPost::of(other_row, other_staff)) else {
            continue;
        };
        let compared = Compared {
            column: Column::Whole,
            left: Value::PerPost(left.cost),
            right: Value::PerPost(right.cost),
            verdict: verdict(left.low <= right.high && right.low <= left.high),
        };
        let sides = [at_row(document, table, row), at_row(other, other_table, other_row)];
        checks.push(Check { kind: Kind::Posts, sides, compared: vec![compared] });
    }
    checks
}

/// What a post costs in 1.000 kr., and the range that the rounding of the cell leaves.
struct PerPost {
    cost: Decimal,
    low: Decimal,
    high: Decimal,
}

impl PerPost {
    /// From the first printed cell of the row.
    fn of(row: &Row, staff: &Staff) -> Option<Self> {
        let cell: Thousands = row.cells.iter().flatten().copied().next()?;
        let half = Decimal::new(5, 1);
        let per_post = |amount: Decimal| amount.checked_div(staff.posts);
        Some(Self {
            cost: per_post(cell.decimal())?,
            low: per_post(cell.decimal().checked_sub(half)?)?,
            high: per_post(cell.decimal().checked_add(half)?)?,
        })
    }
}

/// What is aimed at in two notes under one heading.
fn targets(documents: &[Document]) -> Vec<Check> {
    let all: Vec<(&Document, &Target)> =
        documents.iter().flat_map(|document| document.targets.iter().map(move |target| (document, target))).collect();
    neighbours(&all, |left, right| left.1.aim == right.1.aim)
        .into_iter()
        .map(|((document, target), (other, other_target))| {
            let place = |document: &Document, target: &Target| Place {
                document: document.id.clone(),
                place: target.source.place.clone(),
                words: target.source.quote.clone(),
                rows: Vec::new(),
                effort: None,
            };
            let agree = target.share == other_target.share && target.definition == other_target.definition;
            let compared = Compared {
                column: Column::Whole,
                left: Value::Target(target.share, target.measure.clone()),
                right: Value::Target(other_target.share, other_target.measure.clone()),
                verdict: verdict(agree),
            };
            Check {
                kind: Kind::Target,
                sides: [place(document, target), place(other, other_target)],
                compared: vec![compared],
            }
        })
        .collect()
}
