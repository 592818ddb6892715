//! Findings that follow from another one. A total differs because one of its rows does; a sentence keeps the amount of
//! another edition. Such a finding says nothing new, so it is told together with the one that it follows from.

use std::cmp::Reverse;

use super::check::{Check, Column, Explanation, Kind, Place, Verdict};
use model::money::Thousands;
use model::note::{Document, Row};
use model::ordered::by_key;

/// Puts every finding that follows from another one into that one's [`Check::same_fact`].
pub(super) fn told_together(documents: &[Document], checks: Vec<Check>) -> Vec<Check> {
    let leaders: Vec<Option<usize>> =
        checks.iter().map(|check| checks.iter().position(|other| follows(documents, &checks, check, other))).collect();
    let first = |mut index: usize| {
        // A finding leads at most to one of another kind or to a part of itself, so the way is never longer than the list.
        for _ in &leaders {
            match leaders.get(index) {
                Some(Some(leader)) => index = *leader,
                _ => break,
            }
        }
        index
    };
    let leads: Vec<usize> = (0..checks.len()).map(first).collect();
    let mut told: Vec<(usize, Check)> = Vec::new();
    let (leading, following): (Vec<_>, Vec<_>) =
        checks.into_iter().zip(leads).enumerate().partition(|(index, (_, lead))| index == lead);
    told.extend(leading.into_iter().map(|(index, (check, _))| (index, check)));
    for (_, (check, lead)) in following {
        if let Some((_, leader)) = told.iter_mut().find(|(index, _)| *index == lead) {
            leader.same_fact.push(check);
        }
    }
    for (_, leader) in &mut told {
        leader.same_fact =
            by_key(std::mem::take(&mut leader.same_fact), |check| (check.kind, Reverse(check.largest_difference())));
    }
    told.into_iter().map(|(_, check)| check).collect()
}

/// Whether a finding follows from another one.
fn follows(documents: &[Document], checks: &[Check], check: &Check, other: &Check) -> bool {
    if check == other || [check, other].iter().any(|check| check.verdict() != Verdict::Differ) {
        return false;
    }
    match (check.kind, other.kind) {
        (Kind::Granted | Kind::Series, kind) if kind == check.kind => is_total_of(documents, checks, check, other),
        // The grant is that of the other edition, so the editions' own difference is the same fact.
        (Kind::Edition, Kind::Granted) => fits_in_edition(other, check) && covers(documents, other, check),
        (Kind::Statement, Kind::Edition) => fits_in_edition(check, other) && covers(documents, check, other),
        (Kind::Sentences, Kind::Statement) | (Kind::ChangedTarget, Kind::Unchanged) => share_item(check, other),
        (Kind::EmptyColumn, Kind::Years) => is_empty_column_of(check, other),
        _ => false,
    }
}

/// Whether a check adds up what the other one compares, and differs by as much as it and its like.
fn is_total_of(documents: &[Document], checks: &[Check], total: &Check, part: &Check) -> bool {
    let is_part = |other: &Check| {
        other.kind == total.kind
            && other.verdict() == Verdict::Differ
            && total.places.iter().zip(&other.places).all(|(all, some)| in_the_same_documents(all, some))
            && adds_up(documents, total, other)
    };
    let parts: Vec<&Check> = checks.iter().filter(|other| *other != total && is_part(other)).collect();
    let difference = |check: &Check, column: Column| -> Thousands {
        let of_column = check.differences().filter(|compared| compared.column == column);
        of_column.filter_map(super::check::Compared::difference_of_cells).sum()
    };
    let of_parts = |column| parts.iter().map(|part| difference(part, column)).sum::<Thousands>();
    let mut columns = total.differences().map(|compared| compared.column);
    // The largest part leads.
    parts.iter().max_by_key(|part| part.largest_difference()).is_some_and(|largest| *largest == part)
        && columns.all(|column| difference(total, column) == of_parts(column))
}

/// Whether every document of the first places is among those of the second.
fn in_the_same_documents(all: &[Place], some: &[Place]) -> bool {
    all.iter().all(|place| some.iter().any(|other| other.document == place.document))
}

/// Whether the rows of a check on its second side are more than those of another one, and hold them.
fn adds_up(documents: &[Document], total: &Check, part: &Check) -> bool {
    let [_, of_total] = &total.places;
    let [_, of_part] = &part.places;
    let (all, some) = (rows(documents, of_total), rows(documents, of_part));
    all.len() > some.len() && !some.is_empty() && some.iter().all(|row| all.contains(row))
}

/// The printed rows of places, and the rows that those add up, each with its document and table.
fn rows<'n>(documents: &'n [Document], places: &[Place]) -> Vec<(&'n str, &'n str, &'n Row)> {
    let mut found = Vec::new();
    for place in places {
        let Some(document) = documents.iter().find(|document| document.id == place.document) else { continue };
        for (table_id, row_id) in &place.rows {
            let Some(table) = document.tables.iter().find(|table| table.id == *table_id) else { continue };
            let Some(row) = table.rows.iter().find(|row| row.id == *row_id) else { continue };
            let parts = row.parts.iter().filter_map(|part| table.rows.get(*part));
            found.extend(std::iter::once(row).chain(parts).map(|row| (document.id.as_str(), table.id.as_str(), row)));
        }
    }
    found
}

/// Whether what a check finds fits in an edition that the other check compares with its own.
fn fits_in_edition(check: &Check, editions: &Check) -> bool {
    let of_editions = |id: &str| editions.all_places().any(|place| place.document == id);
    check.explanations.iter().any(|explanation| match explanation {
        Explanation::FitsIn(document) => of_editions(document),
        _ => false,
    })
}

/// Whether the lines of a row that editions have otherwise are among those that the check adds up.
fn covers(documents: &[Document], check: &Check, editions: &Check) -> bool {
    let all: Vec<_> = check.all_places().flat_map(|place| lines(documents, place)).collect();
    let some: Vec<_> = editions.all_places().flat_map(|place| lines(documents, place)).collect();
    some.iter().any(|line| all.contains(line))
}

/// The ids of the lines that a place is about, each with its document.
fn lines<'n>(documents: &'n [Document], place: &Place) -> Vec<(&'n str, &'n str)> {
    let Some(document) = documents.iter().find(|document| document.id == place.document) else { return Vec::new() };
    let of_rows = document.tables.iter().flat_map(|table| table.rows.iter().map(move |row| (table, row)));
    let is_here = |table: &str, row: &str| place.rows.iter().any(|(in_table, id)| in_table == table && id == row);
    let in_rows = of_rows.filter(|(table, row)| is_here(&table.id, &row.id)).flat_map(|(table, row)| {
        let variant = document.variants.get(table.variant);
        row.lines.iter().filter_map(move |line| variant?.lines.get(*line))
    });
    let of_effort = document.variants.iter().flat_map(|variant| {
        let effort = variant.efforts.iter().position(|effort| Some(&effort.id) == place.effort.as_ref());
        variant.lines.iter().filter(move |line| Some(line.effort) == effort)
    });
    in_rows.chain(of_effort).map(|line| (document.id.as_str(), line.id.as_str())).collect()
}

/// Whether two checks read the same item of the same document.
fn share_item(left: &Check, right: &Check) -> bool {
    let is_same = |one: &Place, other: &Place| one.document == other.document && one.item == other.item;
    left.all_places().any(|one| !one.item.is_empty() && right.all_places().any(|other| is_same(one, other)))
}

/// Whether an empty column is what could explain the years of a sentence in the same document.
fn is_empty_column_of(column: &Check, years: &Check) -> bool {
    let is_explained = years.explanations.iter().any(|explanation| matches!(explanation, Explanation::EmptyColumn(_)));
    is_explained && column.all_places().any(|place| years.concerns(&place.document))
}
