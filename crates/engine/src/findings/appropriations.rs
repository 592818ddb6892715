//! The appropriation that the same row is charged to, in editions and in the next note; appropriations that are missing, and
//! those that the machine reading of a document spoilt.

use super::check::{Check, Compared, Explanation, Kind, Place, Value, Verdict};
use super::editions::{LineOf, lines};
use super::pairs::{in_editions, with_next_note};
use super::place::{PrintedRow, about_rows, beside_cells, of_rows, of_source, referred, rows};
use model::note::{Document, RemarkKind, Row, Table};

/// A line with the row that names its appropriation, and the appropriation.
type Charged<'n> = (LineOf<'n>, PrintedRow<'n>, &'n str);

pub(super) fn checks(documents: &[Document]) -> Vec<Check> {
    let charged: Vec<Charged<'_>> = lines(documents).into_iter().filter_map(charged).collect();
    let is_same_line =
        |left: Charged<'_>, right: Charged<'_>| left.0.1.id == right.0.1.id && is_same_payer(left, right);
    let is_same_row = |left: Charged<'_>, right: Charged<'_>| {
        let key = &left.0.1.same_row;
        key.is_some() && *key == right.0.1.same_row && is_same_payer(left, right)
    };
    let mut pairs = in_editions(&charged, |(_, (document, ..), _)| document, is_same_line);
    pairs.extend(with_next_note(&charged, |(_, (document, ..), _)| document, is_same_row));
    let of_rows = pairs.into_iter().map(|(left, right)| {
        let value = |charged: Charged<'_>| Value::Appropriation(Some(charged.2.to_owned()));
        let compared = Compared::whole(value(left), value(right), Verdict::of(left.2 == right.2));
        let place =
            |((_, line), printed, _): Charged<'_>| Place { item: format!("line/{}", line.id), ..beside_cells(printed) };
        Check::new(Kind::Appropriation, Some(left.0.1.name.clone()), [place(left), place(right)], vec![compared])
    });
    of_rows.chain(documents.iter().flat_map(readings)).chain(documents.iter().flat_map(blanks)).collect()
}

/// Whether the same committees pay. Another committee has other appropriations, and that it pays is a finding of its own.
fn is_same_payer(left: Charged<'_>, right: Charged<'_>) -> bool {
    left.0.1.committees == right.0.1.committees
}

/// The appropriation of a line, in the first row with the line that names one.
fn charged((note, line): LineOf<'_>) -> Option<Charged<'_>> {
    let position = note.variant.lines.iter().position(|candidate| candidate.id == line.id)?;
    let variant = note.document.variants.iter().position(|variant| variant.id == note.variant.id)?;
    let (printed, appropriation) = rows(std::slice::from_ref(note.document))
        .filter(|(_, table, row)| table.variant == variant && row.lines.contains(&position))
        .find_map(|printed| Some((printed, printed.2.appropriation.as_deref()?)))?;
    Some(((note, line), printed, appropriation))
}

/// Finds rows without an appropriation, in tables whose other rows name one.
fn blanks(document: &Document) -> Vec<Check> {
    let of_table = |table: &Table| {
        let named = table.rows.iter().find(|row| row.appropriation.is_some())?;
        let is_blank = |row: &&Row| row.appropriation.is_none() && row.parts.is_empty() && !row.lines.is_empty();
        let blank: Vec<(&Table, &Row)> = table.rows.iter().filter(is_blank).map(|row| (table, row)).collect();
        let shown = if blank.is_empty() { vec![(table, named)] } else { blank.clone() };
        let compared = Compared::whole(
            Value::Appropriation(blank.is_empty().then(|| named.appropriation.clone()).flatten()),
            Value::Appropriation(named.appropriation.clone()),
            Verdict::of(blank.is_empty()),
        );
        let about = about_rows(document, &shown);
        let places = [Place { rows: Vec::new(), ..of_rows(document, &shown)? }, beside_cells((document, table, named))];
        Some(Check::new(Kind::Appropriation, about, places, vec![compared]))
    };
    document.tables.iter().filter_map(of_table).collect()
}

/// Compares what the machine read with what was transcribed for it.
fn readings(document: &Document) -> Vec<Check> {
    let of_reading = |remark: &model::note::Remark| {
        let (table, row) = referred(document, &remark.rows).first().copied()?;
        let meant = row.appropriation.clone()?;
        let read = remark.source.quote.clone();
        let verdict = Verdict::of(read == meant);
        let compared = Compared::whole(Value::Appropriation(Some(read)), Value::Appropriation(Some(meant)), verdict);
        let item = format!("remark/{}", remark.id);
        let places = [of_source(document, &remark.source, &item), beside_cells((document, table, row))];
        let about = about_rows(document, &[(table, row)]);
        let explanations = vec![Explanation::Says(remark.says.clone())];
        Some(Check { explanations, ..Check::new(Kind::Appropriation, about, places, vec![compared]) })
    };
    let readings = document.remarks.iter().filter(|remark| remark.kind == RemarkKind::Reading);
    readings.filter_map(of_reading).collect()
}
