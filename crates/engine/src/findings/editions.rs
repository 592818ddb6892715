//! The cells of the same line in two editions of a note.

use super::check::{Check, Column, Compared, Explanation, Kind, Verdict};
use super::pairs::in_editions;
use super::place::of_row;
use super::posts::cost_per_post;
use model::note::{Document, Line, Note, Row};

/// A line with its note.
pub(super) type LineOf<'n> = (Note<'n>, &'n Line);

/// Every line of every note.
pub(super) fn lines(documents: &[Document]) -> Vec<LineOf<'_>> {
    let notes = documents.iter().flat_map(Document::notes);
    notes.flat_map(|note| note.variant.lines.iter().map(move |line| (note, line))).collect()
}

pub(super) fn checks(documents: &[Document]) -> Vec<Check> {
    let is_same_line = |left: LineOf<'_>, right: LineOf<'_>| left.1.id == right.1.id;
    let pairs = in_editions(&lines(documents), |(note, _)| note.document, is_same_line);
    let compare = |((note, line), (other_note, other_line)): (LineOf<'_>, LineOf<'_>)| {
        let (table, row) = note.document.own_row(line)?;
        let (other_table, other_row) = other_note.document.own_row(other_line)?;
        let years = note.variant.first..=note.variant.last;
        let in_year =
            |year| Compared::cells(Column::Year(year), table.cell(row, year), other_table.cell(other_row, year));
        let places = [of_row((note.document, table, row)), of_row((other_note.document, other_table, other_row))];
        let mut check = Check::new(Kind::Edition, Some(line.name.clone()), places, years.map(in_year).collect());
        if check.verdict() == Verdict::Differ {
            check.explanations.extend(other_posts(row, other_row));
        }
        Some(check)
    };
    pairs.into_iter().filter_map(compare).collect()
}

/// The numbers of posts, where they alone make the difference.
fn other_posts(left: &Row, right: &Row) -> Option<Explanation> {
    let (own, others) = (left.staff.as_ref()?, right.staff.as_ref()?);
    let costs_alike = cost_per_post(left, own.posts)?.may_equal(&cost_per_post(right, others.posts)?);
    (own.posts != others.posts && costs_alike).then_some(Explanation::OtherPosts(own.posts, others.posts))
}
