//! What a document says: plain data, checked once.
//!
//! A [`Document`] is one of the city's papers, a [`Variant`] an edition or scenario in it that has a table of its own.
//! People write it as `data/*.toml`; `load` turns that into these types, with every reference resolved and every sum
//! checked. Build and tests do so, the browser gets the result: whoever holds a `Document` holds a checked one.
//!
//! - [`variant`]: the note as a calculation, made of [`driver`]s, [`effort`]s and [`line`]s. [`city`]: who they concern.
//! - [`printed`]: tables cell by cell, targets, results and sentences.

mod city;
mod driver;
mod effort;
mod line;
mod printed;
mod variant;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::money::Thousands;

pub use self::city::{Administration, Area, Body, City, Committee, CommitteeShare};
pub use self::driver::{Alternative, Driver, DriverIx, Group, Part, Range, Unit};
pub use self::effort::{Effect, Effort, StatedPosts};
pub use self::line::{Adjustment, Line, Posts, Rule, Schedule, Side};
pub use self::printed::{Measured, Omitted, Row, RowRef, Series, Staff, StatedAmount, Statement, Table, Target};
pub use self::variant::{Lender, PaybackBasis, PrintedPayback, Variant};

/// A calendar year.
pub type Year = u16;

/// A wording of our own in one or more languages, by language code. Danish (`da`) is always there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// A wording in Danish and English.
    #[must_use]
    pub fn new(danish: &str, english: &str) -> Self {
        Self(BTreeMap::from([("da".to_owned(), danish.to_owned()), ("en".to_owned(), english.to_owned())]))
    }

    /// The wording in `language` where there is one, else the Danish, with the code of what was found (for `lang`).
    #[must_use]
    pub fn get<'a>(&'a self, language: &'a str) -> (&'a str, &'a str) {
        match self.0.get(language) {
            Some(words) => (words, language),
            None => (self.0.get("da").map_or("", String::as_str), "da"),
        }
    }

    /// The language codes that have a wording.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// Where a figure stands, and the few words that hold it. The file is the document's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The section or table, as the document numbers it: `1.3`, `Tabel 4`.
    pub place: String,
    /// The row's label, where the place is a table.
    #[serde(default)]
    pub row: Option<String>,
    /// The document's own few words with the figure in them.
    pub quote: String,
}

/// Where a number comes from. Always shown with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Origin {
    /// A document says it in so many words.
    Stated(Source),
    /// Computed from what a document prints.
    Derived {
        /// How, in our own words.
        how: Names,
        /// What it was computed from.
        from: Vec<Source>,
    },
    /// Taken from another of the documents.
    Borrowed {
        /// The id of that document.
        document: String,
        /// The file that it was transcribed from; filled in where documents are loaded together.
        #[serde(default)]
        file: String,
        /// Where it stands there.
        source: Source,
    },
    /// Nobody but us or the reader says so.
    Assumed {
        /// Why this value, in our own words.
        why: Names,
    },
}

impl Origin {
    /// Every place that it names.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        match self {
            Self::Stated(source) | Self::Borrowed { source, .. } => std::slice::from_ref(source),
            Self::Derived { from, .. } => from,
            Self::Assumed { .. } => &[],
        }
    }

    /// The file that those places are in, for a driver of a document with a file of its `own`.
    #[must_use]
    pub fn file<'a>(&'a self, own: &'a str) -> &'a str {
        match self {
            Self::Borrowed { file, .. } => file,
            Self::Stated(_) | Self::Derived { .. } | Self::Assumed { .. } => own,
        }
    }

    /// How or why, in our own words, where no document says it in so many.
    #[must_use]
    pub const fn explanation(&self) -> Option<&Names> {
        match self {
            Self::Stated(_) | Self::Borrowed { .. } => None,
            Self::Derived { how, .. } => Some(how),
            Self::Assumed { why } => Some(why),
        }
    }
}

/// One of the city's papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Permanent id.
    pub id: String,
    /// The file it was transcribed from.
    pub file: String,
    /// What we call it on screen.
    pub title: Names,
    /// The note that it is one of several editions of: the same key in each.
    pub edition_of: Option<String>,
    /// The budget it belongs to.
    pub budget: Year,
    /// The year whose prices its amounts are in.
    pub price_level: Year,
    /// What was to be decided, in a sentence of our own.
    pub decision: Names,
    /// What it says of risk, in a sentence of our own.
    pub risk: Names,
    /// Every printed table, cell by cell.
    pub tables: Vec<Table>,
    /// What the efforts are to reach, each in the definition it was printed with.
    pub targets: Vec<Target>,
    /// Amounts and years in sentences, each with the rows it speaks of.
    pub statements: Vec<Statement>,
    /// What was measured.
    pub results: Vec<Measured>,
    /// Printed amounts that are no data here, and why.
    pub omitted: Vec<Omitted>,
    /// The editions or scenarios with a table of their own.
    pub variants: Vec<Variant>,
}

/// A document and one of its variants: what a scenario varies and the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note<'n> {
    /// The paper.
    pub document: &'n Document,
    /// The edition or scenario in it.
    pub variant: &'n Variant,
}

impl<'n> Note<'n> {
    /// The appropriations that the document's tables name for a line by itself, each once.
    #[must_use]
    pub fn appropriations(&self, line: usize) -> Vec<&'n str> {
        let own = self.document.variants.iter().position(|variant| variant.id == self.variant.id);
        let tables = self.document.tables.iter().filter(|table| Some(table.variant) == own);
        let rows = tables.flat_map(|table| &table.rows).filter(|row| row.lines == [line]);
        let mut found: Vec<&str> = Vec::new();
        for appropriation in rows.filter_map(|row| row.appropriation.as_deref()) {
            if !found.contains(&appropriation) {
                found.push(appropriation);
            }
        }
        found
    }
}

impl Document {
    /// Its variants, each with the document beside it.
    pub fn notes(&self) -> impl Iterator<Item = Note<'_>> {
        self.variants.iter().map(|variant| Note { document: self, variant })
    }

    /// The printed row that a line reproduces, with its table.
    #[must_use]
    pub fn own_row(&self, line: &Line) -> Option<(&Table, &Row)> {
        self.row(line.row?)
    }

    /// The row that `at` points to, with its table.
    #[must_use]
    pub fn row(&self, at: RowRef) -> Option<(&Table, &Row)> {
        let table = self.tables.get(at.table)?;
        Some((table, table.rows.get(at.row)?))
    }

    /// The cell of a row in a year. Where the reading of a scan lost it, what the own rows of its lines print in another
    /// table: derived, not stated.
    #[must_use]
    pub fn cell(&self, table: &Table, row: &Row, year: Year) -> Option<Thousands> {
        if row.lost {
            self.own_rows(table, row).filter_map(|(own_table, own)| own_table.cell(own, year)).reduce(Thousands::plus)
        } else {
            table.cell(row, year)
        }
    }

    /// The printed sum over the years of a row, derived like [`Self::cell`] where it was lost.
    #[must_use]
    pub fn total(&self, table: &Table, row: &Row) -> Option<Thousands> {
        if row.lost {
            self.own_rows(table, row).filter_map(|(_, own)| own.total).reduce(Thousands::plus)
        } else {
            row.total
        }
    }

    fn own_rows<'a>(&'a self, table: &'a Table, row: &'a Row) -> impl Iterator<Item = (&'a Table, &'a Row)> {
        let lines = self.variants.get(table.variant).map(|variant| variant.lines.as_slice()).unwrap_or_default();
        row.lines.iter().filter_map(|line| self.own_row(lines.get(*line)?)).filter(|(_, own)| !own.lost)
    }
}
