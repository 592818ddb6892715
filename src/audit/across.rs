//! Checks between documents, and between rows that should cost alike.

use rust_decimal::Decimal;

use super::within::{at_row, cells};
use super::{Check, Column, Compared, Kind, Place, Value, verdict};
use crate::money::Thousands;
use crate::note::{Committee, Document, Line, Note, Row, Staff, Table, Target};

pub(super) fn documents(documents: &[Document]) -> impl Iterator<Item = Check> {
    series(documents)
        .into_iter()
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
