//! The places that checks read, and what they are about in our own words.

use super::check::Place;
use model::note::{Document, Line, Names, Row, RowRef, Source, Table};

impl Place {
    /// A document as a whole.
    pub(super) fn nowhere(document: &Document) -> Self {
        Self {
            document: document.id.clone(),
            place: String::new(),
            words: String::new(),
            item: String::new(),
            rows: Vec::new(),
            effort: None,
        }
    }
}

/// A printed row with its table and document.
pub(super) type PrintedRow<'n> = (&'n Document, &'n Table, &'n Row);

/// Every printed row.
pub(super) fn rows(documents: &[Document]) -> impl Iterator<Item = PrintedRow<'_>> {
    documents.iter().flat_map(|document| {
        document.tables.iter().flat_map(move |table| table.rows.iter().map(move |row| (document, table, row)))
    })
}

/// The place of a row whose cells are compared.
pub(super) fn of_row((document, table, row): PrintedRow<'_>) -> Place {
    Place {
        rows: vec![(table.id.clone(), row.id.clone())],
        ..in_table(document, table, &row.label, format!("{}/{}", table.id, row.id))
    }
}

/// The place of a row of which something else than its cells is compared.
pub(super) fn beside_cells(printed: PrintedRow<'_>) -> Place {
    Place { rows: Vec::new(), ..of_row(printed) }
}

/// The place of some words in a table.
pub(super) fn in_table(document: &Document, table: &Table, words: &str, item: String) -> Place {
    Place { place: table.place.clone(), words: words.to_owned(), item, ..Place::nowhere(document) }
}

/// The place of a quote.
pub(super) fn of_source(document: &Document, source: &Source, item: &str) -> Place {
    Place {
        place: source.place.clone(),
        words: source.words().to_owned(),
        item: item.to_owned(),
        ..Place::nowhere(document)
    }
}

/// Rows whose cells are added up, as one place; `None` without rows.
pub(super) fn of_rows(document: &Document, rows: &[(&Table, &Row)]) -> Option<Place> {
    let (table, row) = rows.first()?;
    let ids: Vec<(String, String)> = rows.iter().map(|(table, row)| (table.id.clone(), row.id.clone())).collect();
    Some(Place {
        words: rows.iter().map(|(_, row)| row.label.as_str()).collect::<Vec<_>>().join(" + "),
        item: ids.iter().map(|(table, row)| format!("{table}/{row}")).collect::<Vec<_>>().join("+"),
        rows: ids,
        ..of_row((document, table, row))
    })
}

/// The rows that references point to.
pub(super) fn referred<'n>(document: &'n Document, references: &[RowRef]) -> Vec<(&'n Table, &'n Row)> {
    references.iter().filter_map(|reference| document.row(*reference)).collect()
}

/// The name of an effort, in the newest document that has it.
pub(super) fn effort_name(documents: &[Document], effort: &str) -> Option<Names> {
    let efforts = documents.iter().rev().flat_map(|document| &document.variants).flat_map(|variant| &variant.efforts);
    efforts.filter(|candidate| candidate.id == effort).map(|effort| effort.name.clone()).next()
}

/// The name of a row that notes share, in the newest document that has it.
pub(super) fn shared_row_name(documents: &[Document], key: &str) -> Option<Names> {
    let lines = documents.iter().rev().flat_map(|document| &document.variants).flat_map(|variant| &variant.lines);
    lines.filter(|line| line.same_row.as_deref() == Some(key)).map(|line| line.name.clone()).next()
}

/// The name of an effort, or of the row of it that something is about.
pub(super) fn subject_name(documents: &[Document], effort: &str, same_row: Option<&str>) -> Option<Names> {
    same_row.and_then(|key| shared_row_name(documents, key)).or_else(|| effort_name(documents, effort))
}

/// What rows are about: their one line, or the one effort of all their lines; `None` where they are about more.
pub(super) fn about_rows(document: &Document, rows: &[(&Table, &Row)]) -> Option<Names> {
    let mut lines: Vec<&Line> = Vec::new();
    for (table, row) in rows {
        let of_variant = document.variants.get(table.variant)?.lines.as_slice();
        lines.extend(row.lines.iter().filter_map(|line| of_variant.get(*line)));
    }
    let (table, row) = rows.first()?;
    let variant = document.variants.get(table.variant)?;
    if let [line] = lines.as_slice() {
        return Some(line.name.clone());
    }
    let of_series =
        row.series.as_ref().and_then(|series| variant.efforts.iter().find(|effort| effort.id == series.effort()));
    let effort_index = lines.first().map(|line| line.effort);
    let is_one = lines.iter().all(|line| Some(line.effort) == effort_index);
    let of_lines = effort_index.filter(|_| is_one).and_then(|effort| variant.efforts.get(effort));
    of_lines.or(of_series).map(|effort| effort.name.clone())
}
