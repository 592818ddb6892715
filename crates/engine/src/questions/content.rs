//! Questions about what an amount is and what it contains.

use super::Reply;
use crate::compare::Pair;
use model::note::{Area, Document, Posts, Remark, RemarkKind, RowInNote, Side, same_rows};

pub(super) fn other_area<'n>(documents: &'n [Document]) -> Option<Reply<'n>> {
    same_rows(documents).into_iter().find_map(|row| {
        let is_caseload = row.notes.iter().any(|it| matches!(it.posts(), Some(Posts::Caseload { .. })));
        let areas = |in_note: &RowInNote<'_>| {
            let mut areas: Vec<Area> = in_note.lines.iter().map(|line| line.area.clone()).collect();
            areas.dedup();
            areas
        };
        let first = row.notes.first()?;
        let other = row.notes.iter().find(|in_note| areas(in_note) != areas(first))?;
        let side = |in_note: &RowInNote<'n>| (in_note.note.document, areas(in_note));
        is_caseload.then(|| Reply::OtherArea(Pair { left: side(first), right: side(other) }))
    })
}

pub(super) fn time_saved(documents: &[Document]) -> Option<Reply<'_>> {
    documents.iter().find_map(|document| {
        let saves = |remark: &&Remark| {
            let rows = remark.rows.iter().filter_map(|row| document.row(*row));
            let mut lines = rows.flat_map(|(table, row)| row.lines.iter().map(move |line| (table.variant, *line)));
            let side = |(variant, line): (usize, usize)| Some(document.variants.get(variant)?.lines.get(line)?.side);
            remark.kind == RemarkKind::Content && lines.any(|place| side(place) == Some(Side::Saving))
        };
        document.remarks.iter().find(saves).map(|remark| Reply::TimeSaved(document, remark))
    })
}

pub(super) fn overhead(documents: &[Document]) -> Option<Reply<'_>> {
    // The text of one document has "overhed" for "overhead".
    let says = |document: &&Document| document.remarks.iter().any(|remark| remark.source.quote.contains("overhe"));
    let saying: Vec<&Document> = documents.iter().filter(says).collect();
    (!saying.is_empty()).then_some(Reply::Overhead(saying, documents.len()))
}
