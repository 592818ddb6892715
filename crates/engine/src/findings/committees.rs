//! The committee that pays: for the same row in editions and in the next note, and for posts of one administration.

use super::check::{Check, Compared, Kind, Place, Value, Verdict};
use super::editions::{LineOf, lines};
use super::pairs::{all, in_editions, with_next_note};
use super::place::{of_row, rows};
use model::note::{Committee, Document, Line, Side};

pub(super) fn checks(documents: &[Document]) -> Vec<Check> {
    let costs: Vec<LineOf<'_>> = lines(documents).into_iter().filter(|(_, line)| line.side == Side::Cost).collect();
    let is_same_line = |left: LineOf<'_>, right: LineOf<'_>| left.1.id == right.1.id;
    let is_same_row =
        |left: LineOf<'_>, right: LineOf<'_>| left.1.same_row.is_some() && left.1.same_row == right.1.same_row;
    let has_same_employer = |left: LineOf<'_>, right: LineOf<'_>| {
        let (one, other) = (&left.1.administrations, &right.1.administrations);
        // That an administration is under one committee, we know of the city alone.
        left.0.document.fingerprint.is_none() && left.0 == right.0 && one.len() == 1 && one == other
    };
    let mut pairs = in_editions(&costs, |(note, _)| note.document, is_same_line);
    pairs.extend(with_next_note(&costs, |(note, _)| note.document, is_same_row));
    // Each row is compared with the first one of its administration, so one odd row makes one finding.
    let is_first = |line: LineOf<'_>| {
        costs.iter().find(|other| has_same_employer(**other, line)).is_some_and(|first| first.1.id == line.1.id)
    };
    let within = all(&costs, has_same_employer).into_iter().filter(|(left, _)| is_first(*left)).map(compare);
    // The other row only shows what the administration's posts are otherwise paid by; its own cells are not in doubt.
    let within = within.map(|mut check| {
        let [_, other] = &mut check.places;
        for place in other {
            place.rows.clear();
        }
        check
    });
    pairs.into_iter().map(compare).chain(within).collect()
}

fn compare((left, right): (LineOf<'_>, LineOf<'_>)) -> Check {
    let committees = |line: &Line| line.committees.iter().map(|share| share.committee).collect::<Vec<Committee>>();
    let (one, other) = (committees(left.1), committees(right.1));
    let verdict = Verdict::of(one == other);
    let compared = Compared::whole(Value::Committees(one), Value::Committees(other), verdict);
    Check::new(Kind::Committee, Some(left.1.name.clone()), [place(left), place(right)], vec![compared])
}

/// The row that names the committee of a line, or the line's own row.
fn place((note, line): LineOf<'_>) -> Place {
    let own = note.document.own_row(line);
    let position = note.variant.lines.iter().position(|candidate| candidate.id == line.id);
    let variant = note.document.variants.iter().position(|variant| variant.id == note.variant.id);
    let names_committee = |(_, table, row): &super::place::PrintedRow<'_>| {
        row.committee.is_some()
            && Some(table.variant) == variant
            && row.lines.first() == position.as_ref()
            && row.lines.len() == 1
    };
    let naming = rows(std::slice::from_ref(note.document)).find(names_committee);
    let shown = naming.or_else(|| own.map(|(table, row)| (note.document, table, row))).map(of_row);
    let own_row = own.map(|(table, row)| (table.id.clone(), row.id.clone()));
    let item = format!("line/{}", line.id);
    let mut place = shown.unwrap_or_else(|| Place::nowhere(note.document));
    place.item = item;
    place.rows.extend(own_row.filter(|row| !place.rows.contains(row)));
    place
}
