//! The story on the front: what each effort was given and was proposed, year by year, and what it aimed at and reached.
//!
//! Bands are keyed by the ids that efforts share across documents; the earlier appropriations of an effort are the rows
//! whose series starts with that id. Amounts stay in each document's own prices.

use crate::evaluate::{Outcome, evaluate};
use crate::money::Thousands;
use crate::note::{Document, Measured, Note, Row, Table, Target, Year};
use crate::scenario::Scenario;

/// One effort over the years.
#[derive(Debug, Clone, PartialEq)]
pub struct Band<'n> {
    /// The id that its documents share.
    pub key: String,
    /// The note and effort it is named after: the newest.
    pub newest: (Note<'n>, usize),
    /// What was granted, by year, as the newest document with a table of it prints it.
    pub granted: Vec<(Year, Thousands)>,
    /// The document that prints it.
    pub granted_in: Option<String>,
    /// What each note proposes, by year.
    pub proposals: Vec<Proposal>,
    /// What was aimed at and measured, in the order of the documents.
    pub marks: Vec<Mark<'n>>,
}

/// What a note proposes for an effort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The id of the variant.
    pub variant: String,
    /// By year.
    pub amounts: Vec<(Year, Thousands)>,
}

/// A target or a result.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mark<'n> {
    /// What was aimed at.
    Aimed(&'n Document, &'n Target),
    /// What was measured.
    Measured(&'n Document, &'n Measured),
}

impl<'n> Band<'n> {
    /// What the effort is called in the newest of its notes, in a language.
    #[must_use]
    pub fn name(&self, language: &'n str) -> &'n str {
        let (note, at) = self.newest;
        note.variant.efforts.get(at).map_or("", |effort| effort.name.get(language).0)
    }

    /// Every amount of it, proposed and granted.
    pub fn amounts(&self) -> impl Iterator<Item = (Year, Thousands)> {
        self.granted.iter().chain(self.proposals.iter().flat_map(|proposal| &proposal.amounts)).copied()
    }
}

impl Mark<'_> {
    fn says_the_same(&self, other: Self) -> bool {
        match (*self, other) {
            (Self::Aimed(document, target), Mark::Aimed(other, other_target)) => {
                document.budget == other.budget
                    && (target.share, &target.measure) == (other_target.share, &other_target.measure)
            }
            _ => false,
        }
    }
}

/// The first and last year that any table of the documents has.
#[must_use]
pub fn years(documents: &[Document]) -> Option<(Year, Year)> {
    let years = || documents.iter().flat_map(|document| &document.tables).flat_map(|table| &table.years).copied();
    years().min().zip(years().max())
}

/// Every effort that any note has, in the order in which they first appear.
#[must_use]
pub fn bands(documents: &[Document]) -> Vec<Band<'_>> {
    let mut bands: Vec<Band<'_>> = Vec::new();
    for note in documents.iter().flat_map(Document::notes) {
        let Ok(outcome) = evaluate(&Scenario::baseline(note)) else { continue };
        for (at, effort) in note.variant.efforts.iter().enumerate() {
            let proposal = Proposal { variant: note.variant.id.clone(), amounts: amounts(&outcome, at) };
            match bands.iter_mut().find(|band| band.key == effort.id) {
                Some(band) => {
                    band.newest = (note, at);
                    band.proposals.push(proposal);
                }
                None => bands.push(band(documents, &effort.id, (note, at), proposal)),
            }
        }
    }
    bands
}

fn band<'n>(documents: &'n [Document], key: &str, newest: (Note<'n>, usize), proposal: Proposal) -> Band<'n> {
    let granted = documents.iter().rev().find_map(|document| Some((document, granted(document, key)?)));
    let marks = documents.iter().flat_map(|document| {
        let aimed = document.targets.iter().filter(|target| target.effort == key);
        let measured = document.results.iter().filter(|result| result.effort == key);
        let aimed = aimed.map(move |target| Mark::Aimed(document, target));
        aimed.chain(measured.map(move |result| Mark::Measured(document, result)))
    });
    let marks: Vec<Mark<'n>> = marks.collect();
    // Editions of one note repeat their targets.
    let mut said: Vec<Mark<'n>> = Vec::new();
    for mark in marks {
        if !said.iter().any(|earlier| mark.says_the_same(*earlier)) {
            said.push(mark);
        }
    }
    Band {
        key: key.to_owned(),
        newest,
        granted_in: granted.as_ref().map(|(document, _)| document.id.clone()),
        granted: granted.map(|(_, granted)| granted).unwrap_or_default(),
        proposals: vec![proposal],
        marks: said,
    }
}

fn amounts(outcome: &Outcome, effort: usize) -> Vec<(Year, Thousands)> {
    let costs = outcome.efforts.get(effort).map(|effort| effort.costs.as_slice()).unwrap_or_default();
    let by_year = outcome.years.iter().copied().zip(costs.iter().copied());
    by_year.filter(|(_, cost)| *cost != Thousands::ZERO).collect()
}

/// The rows of a document that print the earlier appropriations of an effort, each with its table.
#[must_use]
pub fn granted_rows<'n>(document: &'n Document, key: &str) -> Vec<(&'n Table, &'n Row)> {
    let is_own = |row: &&Row| row.series.as_ref().is_some_and(|series| series.effort() == key);
    let of_table = |table: &'n Table| table.rows.iter().filter(is_own).map(move |row| (table, row));
    document.tables.iter().flat_map(of_table).collect()
}

/// The earlier appropriations of an effort that a document prints, added up by year; `None` where it prints none.
fn granted(document: &Document, key: &str) -> Option<Vec<(Year, Thousands)>> {
    let rows = granted_rows(document, key);
    let mut years: Vec<Year> = rows.iter().flat_map(|(table, _)| table.years.iter().copied()).collect();
    years.sort_unstable();
    years.dedup();
    let in_year = |year: Year| -> Thousands { rows.iter().filter_map(|(table, row)| table.cell(row, year)).sum() };
    let granted: Vec<(Year, Thousands)> =
        years.into_iter().map(|year| (year, in_year(year))).filter(|(_, sum)| *sum != Thousands::ZERO).collect();
    (!granted.is_empty()).then_some(granted)
}
