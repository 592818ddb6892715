//! Checks between documents, and between rows whose posts should cost the same.

use rust_decimal::Decimal;

use super::within::{compared_cells, place_of_row};
use super::{Check, Column, Compared, Kind, Place, Value, verdict};
use crate::evaluate::evaluate;
use crate::money::Thousands;
use crate::note::{Committee, Document, Line, Note, Row, Series, Side, Staff, Table, Target, Year};
use crate::ordered::each_once;
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

/// A printed row with its table and document.
type PrintedRow<'n> = (&'n Document, &'n Table, &'n Row);

fn rows(documents: &[Document]) -> impl Iterator<Item = PrintedRow<'_>> {
    documents.iter().flat_map(|document| {
        document.tables.iter().flat_map(move |table| table.rows.iter().map(move |row| (document, table, row)))
    })
}

/// Every pair of items that `belong_together`, the earlier item first.
fn all_pairs<T: Copy>(items: &[T], belong_together: impl Fn(T, T) -> bool) -> Vec<(T, T)> {
    let mut pairs = Vec::new();
    for (index, left) in items.iter().enumerate() {
        for right in items.iter().skip(index.saturating_add(1)) {
            if belong_together(*left, *right) {
                pairs.push((*left, *right));
            }
        }
    }
    pairs
}

/// Every item, paired with the next later item that it belongs together with. An amount that three documents print in
/// the same way and a fourth prints differently thus makes one finding, not three.
fn neighbours<T: Copy>(items: &[T], belong_together: impl Fn(T, T) -> bool) -> Vec<(T, T)> {
    let with_next = |(index, left): (usize, &T)| {
        let right = items.iter().skip(index.saturating_add(1)).find(|right| belong_together(*left, **right))?;
        Some((*left, *right))
    };
    items.iter().enumerate().filter_map(with_next).collect()
}

/// Compares an earlier appropriation in two documents, in the years that both tables have a column for and in which at
/// least one of them prints an amount.
fn series(documents: &[Document]) -> Vec<Check> {
    let series_rows: Vec<PrintedRow<'_>> = rows(documents).filter(|(.., row)| row.series.is_some()).collect();
    let is_same_series =
        |left: PrintedRow<'_>, right: PrintedRow<'_>| left.2.series == right.2.series && left.0.id != right.0.id;
    neighbours(&series_rows, is_same_series)
        .into_iter()
        .map(|((document, table, row), (other, other_table, other_row))| {
            let compared = table
                .years
                .iter()
                .filter(|year| other_table.years.contains(year))
                .map(|year| (*year, table.cell(row, *year), other_table.cell(other_row, *year)))
                .filter(|(_, left, right)| left.is_some() || right.is_some())
                .map(|(year, left, right)| compared_cells(Column::Year(year), left, right))
                .collect();
            let places = [place_of_row(document, table, row), place_of_row(other, other_table, other_row)];
            Check { kind: Kind::Series, places, compared }
        })
        .collect()
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
            compared_cells(Column::Year(*year), table.cell(row, *year), other_table.cell(other_row, *year))
        };
        table.years.iter().filter(has_same_efforts).map(compare_year).collect()
    };
    neighbours(&total_rows, |left, right| left.0.id != right.0.id && !compare(left, right).is_empty())
        .into_iter()
        .map(|(left, right)| {
            let place = |(document, table, row): PrintedRow<'_>| place_of_row(document, table, row);
            Check { kind: Kind::Series, places: [place(left), place(right)], compared: compare(left, right) }
        })
        .collect()
}

/// The efforts whose appropriations a total adds up in a year, sorted.
fn efforts_in((_, table, row): PrintedRow<'_>, year: Year) -> Vec<&str> {
    let parts = row.parts.iter().filter_map(|part| table.rows.get(*part));
    let printed_parts = parts.filter(|part| table.cell(part, year).is_some());
    each_once(printed_parts.filter_map(|part| part.series.as_ref()).map(Series::effort))
}

/// Compares the amount that a note proposed for an effort with the amount that a later document says was granted in the
/// budget of that note.
fn granted(documents: &[Document]) -> Vec<Check> {
    let mut checks = Vec::new();
    for note in documents.iter().flat_map(Document::notes) {
        let Ok(outcome) = evaluate(&Scenario::baseline(note)) else { continue };
        for (effort, proposed) in note.variant.efforts.iter().zip(&outcome.efforts) {
            let is_grant = |(document, _, row): &PrintedRow<'_>| {
                let is_for_effort =
                    |series: &Series| series.effort() == effort.id && series.budget() == Some(note.document.budget);
                document.id != note.document.id && row.series.as_ref().is_some_and(is_for_effort)
            };
            for (document, table, row) in rows(documents).filter(is_grant) {
                let compared = outcome
                    .years
                    .iter()
                    .zip(&proposed.costs)
                    .filter(|(year, _)| table.years.contains(year))
                    .map(|(year, cost)| (*year, (*cost != Thousands::ZERO).then_some(*cost), table.cell(row, *year)))
                    .filter(|(_, proposed, granted)| proposed.is_some() || granted.is_some())
                    .map(|(year, proposed, granted)| compared_cells(Column::Year(year), proposed, granted))
                    .collect();
                let places = [place_of_effort(note, &effort.id), place_of_row(document, table, row)];
                checks.push(Check { kind: Kind::Granted, places, compared });
            }
        }
    }
    checks
}

/// The cost rows of an effort as one place. The finding is about their sum, so no row is marked unless it is the only
/// one.
fn place_of_effort(note: Note<'_>, effort_id: &str) -> Place {
    let is_cost_of_effort = |line: &&Line| {
        let effort = note.variant.efforts.get(line.effort);
        line.side == Side::Cost && effort.is_some_and(|effort| effort.id == effort_id)
    };
    let cost_lines = note.variant.lines.iter().filter(is_cost_of_effort);
    let rows: Vec<(&Table, &Row)> = cost_lines.filter_map(|line| note.document.own_row(line)).collect();
    Place {
        document: note.document.id.clone(),
        place: rows.first().map(|(table, _)| table.place.clone()).unwrap_or_default(),
        words: rows.iter().map(|(_, row)| row.label.as_str()).collect::<Vec<_>>().join(" + "),
        rows: match rows.as_slice() {
            [(table, row)] => vec![(table.id.clone(), row.id.clone())],
            _ => Vec::new(),
        },
        effort: Some(effort_id.to_owned()),
    }
}

/// Compares the cells and the committees of the same line in two editions of a note.
fn editions(documents: &[Document]) -> Vec<Check> {
    let lines: Vec<(Note<'_>, &Line)> = documents
        .iter()
        .flat_map(Document::notes)
        .flat_map(|note| note.variant.lines.iter().map(move |line| (note, line)))
        .collect();
    let is_same_line = |left: (Note<'_>, &Line), right: (Note<'_>, &Line)| {
        let (document, other) = (left.0.document, right.0.document);
        left.1.id == right.1.id
            && document.id != other.id
            && document.edition_of.is_some()
            && document.edition_of == other.edition_of
    };
    let mut checks = Vec::new();
    for ((note, line), (other_note, other_line)) in all_pairs(&lines, is_same_line) {
        let (Some((table, row)), Some((other_table, other_row))) =
            (note.document.own_row(line), other_note.document.own_row(other_line))
        else {
            continue;
        };
        let places =
            [place_of_row(note.document, table, row), place_of_row(other_note.document, other_table, other_row)];
        let years = note.variant.first..=note.variant.last;
        let compared = years
            .map(|year| compared_cells(Column::Year(year), table.cell(row, year), other_table.cell(other_row, year)))
            .collect();
        checks.push(Check { kind: Kind::Edition, places: places.clone(), compared });
        let committees = |line: &Line| line.committees.iter().map(|share| share.committee).collect::<Vec<Committee>>();
        let (left, right) = (committees(line), committees(other_line));
        let verdict = verdict(left == right);
        let compared =
            Compared { column: Column::Whole, left: Value::Committees(left), right: Value::Committees(right), verdict };
        checks.push(Check { kind: Kind::Committee, places, compared: vec![compared] });
    }
    checks
}

/// Compares the cost per post of two rows that have posts of the same kind in prices of the same year. They agree where
/// the ranges that rounded cells leave overlap.
fn posts(documents: &[Document]) -> Vec<Check> {
    let staffed_rows: Vec<(PrintedRow<'_>, &Staff)> =
        rows(documents).filter_map(|printed| Some((printed, printed.2.staff.as_ref()?))).collect();
    let is_same_kind = |left: (PrintedRow<'_>, &Staff), right: (PrintedRow<'_>, &Staff)| {
        let ((document, ..), staff) = left;
        let ((other, ..), other_staff) = right;
        staff.kind == other_staff.kind && document.price_level == other.price_level
    };
    let mut checks = Vec::new();
    for (left_row, right_row) in all_pairs(&staffed_rows, is_same_kind) {
        let ((document, table, row), staff) = left_row;
        let ((other, other_table, other_row), other_staff) = right_row;
        let (Some(left), Some(right)) = (CostPerPost::new(row, staff), CostPerPost::new(other_row, other_staff)) else {
            continue;
        };
        let compared = Compared {
            column: Column::Whole,
            left: Value::PerPost(left.cost),
            right: Value::PerPost(right.cost),
            verdict: verdict(left.low <= right.high && right.low <= left.high),
        };
        let places = [place_of_row(document, table, row), place_of_row(other, other_table, other_row)];
        checks.push(Check { kind: Kind::Posts, places, compared: vec![compared] });
    }
    checks
}

/// The cost per post in 1.000 kr., and the range that it may lie in because the printed cell is rounded.
struct CostPerPost {
    cost: Decimal,
    low: Decimal,
    high: Decimal,
}

impl CostPerPost {
    /// The cost per post in the first printed cell of the row.
    fn new(row: &Row, staff: &Staff) -> Option<Self> {
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

/// Compares the targets that two documents have for the same aim. They agree where share and definition are the same.
fn targets(documents: &[Document]) -> Vec<Check> {
    let targets: Vec<(&Document, &Target)> =
        documents.iter().flat_map(|document| document.targets.iter().map(move |target| (document, target))).collect();
    neighbours(&targets, |left, right| left.1.aim == right.1.aim)
        .into_iter()
        .map(|((document, target), (other, other_target))| {
            let place = |document: &Document, target: &Target| Place {
                document: document.id.clone(),
                place: target.source.place.clone(),
                words: target.source.quote.clone(),
                rows: Vec::new(),
                effort: None,
            };
            let agrees = target.share == other_target.share && target.definition == other_target.definition;
            let compared = Compared {
                column: Column::Whole,
                left: Value::Target(target.share, target.measure.clone()),
                right: Value::Target(other_target.share, other_target.measure.clone()),
                verdict: verdict(agrees),
            };
            Check {
                kind: Kind::Target,
                places: [place(document, target), place(other, other_target)],
                compared: vec![compared],
            }
        })
        .collect()
}
