//! The timeline on the overview: the amounts that were proposed and granted for each effort, year by year.
//!
//! Documents share the ids of efforts, and each id makes one band. The rows whose series starts with that id print the
//! earlier appropriations of the effort. All amounts stay in the prices of their own document.

use model::evaluate::{Outcome, evaluate};
use model::money::Thousands;
use model::note::{Document, Note, Remark, RemarkKind, Row, Table, Year};
use model::ordered::each_once;
use model::scenario::Scenario;

/// One effort over the years.
#[derive(Debug, Clone, PartialEq)]
pub struct Band<'n> {
    /// The id of the effort in all its documents.
    pub key: String,
    /// The newest note with the effort, or the one among its scenarios that its document applies for, and the position of the effort in
    /// it. They give the band its name.
    pub newest: (Note<'n>, usize),
    /// The granted amounts by year, as the newest document that prints them has them.
    pub granted: Vec<(Year, Thousands)>,
    /// The id of the document that prints the granted amounts; `None` where no document does.
    pub granted_in: Option<String>,
    /// The proposals, one for each variant.
    pub proposals: Vec<Proposal>,
}

/// The amounts that a note proposes for an effort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The id of the variant.
    pub variant: String,
    /// The amounts by year.
    pub amounts: Vec<(Year, Thousands)>,
}

impl<'n> Band<'n> {
    /// The name of the effort in the newest of its notes, in a language.
    #[must_use]
    pub fn name(&self, language: &'n str) -> &'n str {
        let (note, effort_index) = self.newest;
        note.variant.efforts.get(effort_index).map_or("", |effort| effort.name.get(language).0)
    }

    /// Every amount of the band, granted and proposed.
    pub fn amounts(&self) -> impl Iterator<Item = (Year, Thousands)> {
        self.granted.iter().chain(self.proposals.iter().flat_map(|proposal| &proposal.amounts)).copied()
    }
}

/// The first and last year for which any table prints an amount other than 0.
#[must_use]
pub fn years(documents: &[Document]) -> Option<(Year, Year)> {
    let has_amount = |table: &Table, year: Year| {
        table.rows.iter().filter_map(|row| table.cell(row, year)).any(|cell| cell != Thousands::ZERO)
    };
    let tables = || documents.iter().flat_map(|document| &document.tables);
    let years = || tables().flat_map(|table| table.years.iter().copied().filter(move |year| has_amount(table, *year)));
    years().min().zip(years().max())
}

/// The years that the documents have amounts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Covered {
    /// The first and the last one.
    pub years: (Year, Year),
    /// The number of efforts with amounts.
    pub efforts: usize,
    /// The number of years with proposals and no grant.
    pub proposed: usize,
}

/// The years that the documents have amounts for, granted and only proposed.
#[must_use]
pub fn covered(documents: &[Document]) -> Option<Covered> {
    let bands = bands(documents);
    let granted = each_once(bands.iter().flat_map(|band| &band.granted).map(|(year, _)| *year));
    let all = each_once(bands.iter().flat_map(Band::amounts).map(|(year, _)| year));
    let proposed = all.iter().filter(|year| !granted.contains(year)).count();
    Some(Covered { years: years(documents)?, efforts: bands.len(), proposed })
}

/// A band for each effort of any note, in the order in which the efforts first appear.
///
/// ```
/// use engine::notes::Library;
/// use engine::timeline::bands;
///
/// let library = Library::embedded().unwrap();
/// let bands = bands(library.documents());
/// let ips = bands.iter().find(|band| band.key == "ips").unwrap();
/// assert_eq!(ips.proposals[0].variant, "ips-2018"); // the oldest note comes first
/// ```
#[must_use]
pub fn bands(documents: &[Document]) -> Vec<Band<'_>> {
    let mut bands: Vec<Band<'_>> = Vec::new();
    for note in documents.iter().flat_map(Document::notes) {
        let Ok(outcome) = evaluate(&Scenario::baseline(note)) else { continue };
        for (effort_index, effort) in note.variant.efforts.iter().enumerate() {
            let proposal = Proposal { variant: note.variant.id.clone(), amounts: amounts(&outcome, effort_index) };
            match bands.iter_mut().find(|band| band.key == effort.id) {
                Some(band) => {
                    let is_sibling_applied_for =
                        band.newest.0.is_sibling_of(note) && band.newest.0.variant.applied_for.is_some();
                    if !is_sibling_applied_for {
                        band.newest = (note, effort_index);
                    }
                    band.proposals.push(proposal);
                }
                None => bands.push(band(documents, &effort.id, (note, effort_index), proposal)),
            }
        }
    }
    bands
}

fn band<'n>(documents: &'n [Document], key: &str, newest: (Note<'n>, usize), proposal: Proposal) -> Band<'n> {
    let granted = documents.iter().rev().find_map(|document| Some((document, granted(document, key)?)));
    Band {
        key: key.to_owned(),
        newest,
        granted_in: granted.as_ref().map(|(document, _)| document.id.clone()),
        granted: granted.map(|(_, granted)| granted).unwrap_or_default(),
        proposals: vec![proposal],
    }
}

/// The changes of an effort as such, and not of a row of it, that the documents tell of from years before the first one for which any of
/// them has an amount. Editions that say the same are listed once.
#[must_use]
pub fn before<'n>(documents: &'n [Document], band: &Band<'_>) -> Vec<(&'n Document, &'n Remark)> {
    let Some(first) = band.amounts().map(|(year, _)| year).min() else { return Vec::new() };
    let is_before = |remark: &&Remark| {
        remark.kind == RemarkKind::Change
            && remark.effort.as_deref() == Some(&band.key)
            && remark.rows.is_empty()
            && remark.years.is_some_and(|(_, last)| last < first)
    };
    let mut found: Vec<(&'n Document, &'n Remark)> = Vec::new();
    for document in documents {
        for remark in document.remarks.iter().filter(is_before) {
            if found.iter().all(|(_, known)| known.id != remark.id) {
                found.push((document, remark));
            }
        }
    }
    found
}

/// The costs of an effort by year, without the years in which it costs nothing.
fn amounts(outcome: &Outcome, effort_index: usize) -> Vec<(Year, Thousands)> {
    let costs = outcome.efforts.get(effort_index).map(|effort| effort.costs.as_slice()).unwrap_or_default();
    let by_year = outcome.years.iter().copied().zip(costs.iter().copied());
    by_year.filter(|(_, cost)| *cost != Thousands::ZERO).collect()
}

/// The rows of a document that print the earlier appropriations of an effort, each with its table.
#[must_use]
pub fn granted_rows<'n>(document: &'n Document, key: &str) -> Vec<(&'n Table, &'n Row)> {
    let is_for_effort = |row: &&Row| row.series.as_ref().is_some_and(|series| series.effort() == key);
    let rows_of_table = |table: &'n Table| table.rows.iter().filter(is_for_effort).map(move |row| (table, row));
    document.tables.iter().flat_map(rows_of_table).collect()
}

/// The earlier appropriations of an effort that a document prints, added up by year; `None` where it prints none.
fn granted(document: &Document, key: &str) -> Option<Vec<(Year, Thousands)>> {
    let rows = granted_rows(document, key);
    let years = each_once(rows.iter().flat_map(|(table, _)| table.years.iter().copied()));
    let sum_in = |year: Year| -> Thousands { rows.iter().filter_map(|(table, row)| table.cell(row, year)).sum() };
    let granted: Vec<(Year, Thousands)> =
        years.into_iter().map(|year| (year, sum_in(year))).filter(|(_, sum)| *sum != Thousands::ZERO).collect();
    (!granted.is_empty()).then_some(granted)
}
