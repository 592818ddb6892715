//! What a document says, as plain data that is checked once.
//!
//! A [`Document`] is one of the city's papers. A [`Variant`] is an edition or scenario in it that has its own table.
//! People write documents as `data/*.toml`; `load` turns them into these types, resolves every reference and checks
//! every sum. This happens at build and in tests, and the browser receives the result, so every `Document` is a checked
//! one.
//!
//! - `variant`: the note as a calculation, made of `driver`s, `effort`s and [`line`]s.
//! - `city`: the parts of the city that pay for a line or gain from it.
//! - `printed`: what the document prints: tables cell by cell, targets, results, and what its sentences say.
//! - `same_row`: the rows that are the same row in several notes.

mod city;
mod driver;
mod effort;
mod formula;
mod line;
mod printed;
mod same_row;
mod variant;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::money::Thousands;

pub use self::city::{Administration, Area, Body, City, Committee, CommitteeShare};
pub use self::driver::{Alternative, Driver, DriverIx, DriverKind, Follows, Group, Part, Range, Unit};
pub use self::effort::{Effect, Effort, EffortYear, Phase, Reached, StatedPosts};
pub use self::formula::{Adjustment, Formula, Increases, Limit, Posts, Quantity, Schedule, Term, Weight};
pub use self::line::{Line, Side};
pub use self::printed::{
    Count, CountUnit, Denominator, FollowUp, Judged, Measured, Omitted, Population, Reach, Remark, RemarkKind, Row,
    RowRef, Series, ShareTerms, Staff, StatedAmount, Statement, Table, Target,
};
pub use self::same_row::{RowInNote, SameRow, same_rows};
pub use self::variant::{Lender, PaybackBasis, PrintedPayback, Variant};

/// A calendar year.
pub type Year = u16;

/// A wording of our own in one or more languages, keyed by language code. A note that ships has one in every language of the page;
/// any other note has one at least.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// The wording in `language`, or the Danish one where that language has none, or the one that there is; and the code of the
    /// language that it is in, for the `lang` attribute.
    ///
    /// ```
    /// use model::language::Language;
    /// use model::note::Names;
    ///
    /// let caseload = [(Language::Danish, "Sagsstamme"), (Language::English, "Caseload")];
    /// let caseload = Names::from_iter(caseload.map(|(language, words)| (language, words.to_owned())));
    /// assert_eq!(caseload.get("en"), ("Caseload", "en"));
    /// assert_eq!(caseload.get("de"), ("Sagsstamme", "da"));
    /// ```
    #[must_use]
    pub fn get<'a>(&'a self, language: &'a str) -> (&'a str, &'a str) {
        let danish = Language::default().code();
        let wording = |code: &'a str| self.0.get(code).map(|words| (words.as_str(), code));
        let any = || self.0.iter().next().map(|(code, words)| (words.as_str(), code.as_str()));
        wording(language).or_else(|| wording(danish)).or_else(any).unwrap_or(("", danish))
    }

    /// Whether these words are the wording in one of the languages.
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        self.0.values().any(|wording| wording == words)
    }

    /// Whether two wordings are the same in one of the languages.
    #[must_use]
    pub fn shares_a_wording(&self, other: &Self) -> bool {
        self.0.iter().any(|(code, words)| other.0.get(code) == Some(words))
    }

    /// The language codes that have a wording.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

impl FromIterator<(Language, String)> for Names {
    fn from_iter<I: IntoIterator<Item = (Language, String)>>(wordings: I) -> Self {
        Self(wordings.into_iter().map(|(language, words)| (language.code().to_owned(), words)).collect())
    }
}

/// How a document is named where it is the source of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentName {
    /// Its short name: `BI07`.
    pub short: Names,
    /// Which edition it is, where a note has several.
    pub edition: Option<Names>,
    /// The year of the budget it belongs to.
    pub budget: Year,
    /// The file that was transcribed.
    pub file: String,
}

/// How the text of a document was read, where that can have changed figures or words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReadBy {
    /// A machine read the pages.
    Machine,
    /// A machine read a scan of the pages, and lost some of it.
    Scan,
}

/// The place of a figure in its document, and the few words around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The section or table, as the document numbers it: `1.3`, `Tabel 4`.
    pub place: String,
    /// The label of the row, where the place is a table.
    #[serde(default)]
    pub row: Option<String>,
    /// The document's own words that contain the figure, as the machine read them.
    pub quote: String,
    /// The same words as the document has them, where the machine read other letters.
    #[serde(default)]
    pub reads: Option<String>,
}

impl Source {
    /// The document's own words for people to read.
    #[must_use]
    pub fn words(&self) -> &str {
        self.reads.as_deref().unwrap_or(&self.quote)
    }
}

/// Where a number comes from. The page shows it with every number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Origin {
    /// The document states the number itself.
    Stated(Source),
    /// We computed the number from what the document prints.
    Derived {
        /// How it was computed, in our own words; `None` where the page computed it in the proportion of the lender's numbers.
        #[serde(default)]
        how: Option<Names>,
        /// The figures it was computed from.
        from: Vec<Source>,
        /// The document with those figures, where it is another one.
        #[serde(default)]
        lender: Option<DocumentName>,
    },
    /// The number is taken from another document.
    Borrowed {
        /// The id of that document.
        document: String,
        /// The name of that document; filled in when documents are loaded together.
        #[serde(default)]
        name: Option<DocumentName>,
        /// The place of the number in that document.
        source: Source,
    },
    /// No document has the number; we assume it, and the reader may change it.
    Assumed {
        /// Why this value was chosen, in our own words; `None` for a driver that the page adds, whose [`DriverKind`] says why.
        #[serde(default)]
        why: Option<Names>,
    },
    /// A file that a reader brings has the number, and names no document for it: it is an assumption of whoever wrote the file, or a
    /// number without a source. Never in a note that ships.
    OfFile {
        /// Why this value was chosen, in the words of the file; `None` where it does not say.
        #[serde(default)]
        why: Option<Names>,
    },
    /// The number is nobody's claim: it says by how much the reader changes what the document has, and is 0 until then. Only
    /// [masters](Driver::is_master) have it, never a data file.
    Neutral,
}

impl Origin {
    /// Every source that the origin names; empty for an assumed number, and for one that is nobody's claim.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        match self {
            Self::Stated(source) | Self::Borrowed { source, .. } => std::slice::from_ref(source),
            Self::Derived { from, .. } => from,
            Self::Assumed { .. } | Self::OfFile { .. } | Self::Neutral => &[],
        }
    }

    /// The document of those sources: `own`, the document that has the number, unless the number is borrowed from
    /// another.
    #[must_use]
    pub fn document(&self, own: &Document) -> DocumentName {
        match self {
            Self::Borrowed { name: Some(name), .. } | Self::Derived { lender: Some(name), .. } => name.clone(),
            Self::Borrowed { name: None, .. }
            | Self::Stated(_)
            | Self::Derived { lender: None, .. }
            | Self::Assumed { .. }
            | Self::OfFile { .. }
            | Self::Neutral => own.name(),
        }
    }

    /// How the number was derived or why it was assumed, in the words of the data; `None` where a document states it, and where the
    /// page computed or assumed it.
    #[must_use]
    pub const fn explanation(&self) -> Option<&Names> {
        match self {
            Self::Stated(_) | Self::Borrowed { .. } | Self::Neutral => None,
            Self::Derived { how, .. } => how.as_ref(),
            Self::Assumed { why } | Self::OfFile { why } => why.as_ref(),
        }
    }
}

/// One of the city's papers, with everything that was transcribed from it.
///
/// The page does not carry what no screen shows: the numbers of people and posts that were left out are read from the data files by
/// the build and by tests, and the embedded form leaves them out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The id by which data files, links and addresses name it. It never changes.
    pub id: String,
    /// The file that was transcribed; empty where a note that does not ship names none.
    pub file: String,
    /// The fingerprint of the data file, in hexadecimal digits, where a reader brought it; `None` for a document that ships.
    pub fingerprint: Option<String>,
    /// How its text was read, where that can have changed figures or words.
    pub read_by: Option<ReadBy>,
    /// Its short name, by which the page cites it: `BI07`.
    pub short: Names,
    /// Which edition it is, where a note has several.
    pub edition: Option<Names>,
    /// Its title on screen, in our own words.
    pub title: Names,
    /// The title that the document itself has, and our translations of it.
    pub official_title: Names,
    /// A key that all editions of the same note share; `None` for a note with one edition.
    pub edition_of: Option<String>,
    /// The year of the budget it belongs to.
    pub budget: Year,
    /// The year whose prices its amounts are in.
    pub price_level: Year,
    /// What the city was to decide, in a sentence of our own; `None` only in a note that does not ship.
    pub decision: Option<Names>,
    /// What the document says about risk, in a sentence of our own; `None` only in a note that does not ship.
    pub risk: Option<Names>,
    /// Every printed table, cell by cell.
    pub tables: Vec<Table>,
    /// The targets of the efforts, each with the definition that the document prints.
    pub targets: Vec<Target>,
    /// The amounts and years in sentences, each with the rows that the sentence is about.
    pub statements: Vec<Statement>,
    /// The results that were measured.
    pub results: Vec<Measured>,
    /// Whom the efforts are for, each place that says so.
    pub populations: Vec<Population>,
    /// The follow-ups and evaluations that it promises.
    pub follow_ups: Vec<FollowUp>,
    /// The sentences that judge, set conditions, give reasons or say what an amount contains.
    pub remarks: Vec<Remark>,
    /// The numbers of people and posts and the shares in sentences that nothing else holds.
    pub counts: Vec<Count>,
    /// The printed amounts that were not transcribed as data, and why.
    pub omitted: Vec<Omitted>,
    /// The printed shares and numbers of people and posts that were not transcribed as data, and why.
    #[serde(skip)]
    pub omitted_counts: Vec<Omitted>,
    /// The editions or scenarios that have their own table.
    pub variants: Vec<Variant>,
}

/// A document and one of its variants. A scenario changes the numbers of a note, and the page shows one note at a time.
///
/// Two notes are equal if they are the same one in memory. The page compares notes with every change, and notes never change.
#[derive(Debug, Clone, Copy)]
pub struct Note<'n> {
    /// The document.
    pub document: &'n Document,
    /// The edition or scenario in that document.
    pub variant: &'n Variant,
}

impl PartialEq for Note<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.document, other.document) && std::ptr::eq(self.variant, other.variant)
    }
}

impl Eq for Note<'_> {}

impl<'n> Note<'n> {
    /// The target that gives an effort its share in a job or education; `None` where the note gives it none.
    #[must_use]
    pub fn target_of(&self, effort: usize) -> Option<&'n Target> {
        self.document.targets.get(self.variant.efforts.get(effort)?.effect?.target?)
    }

    /// Whom the share of an effort is a share of; `None` where the note names no target for it, or does not say whom the target is
    /// for.
    #[must_use]
    pub fn share_is_of(&self, effort: usize) -> Option<Denominator> {
        Some(self.target_of(effort)?.terms.as_ref()?.of)
    }

    /// Whether another note is an edition or a scenario of the same paper, or this note itself.
    #[must_use]
    pub fn is_sibling_of(&self, other: Note<'_>) -> bool {
        self.document.is_same_paper(other.document)
    }

    /// Whether the share of an effort is one of everybody in it, so that its costs can be divided among those who reach
    /// a job or education.
    #[must_use]
    pub fn counts_outcomes(&self, effort: usize) -> bool {
        let effect = self.variant.efforts.get(effort).and_then(|effort| effort.effect);
        // A note that does not say whom it is a share of multiplies the citizens by it all the same.
        effect.is_some() && self.share_is_of(effort).is_none_or(Denominator::is_those_in_the_effort)
    }

    /// The appropriations that the printed tables name in rows that show this line alone. Each is listed once.
    #[must_use]
    pub fn appropriations(&self, line: usize) -> Vec<&'n str> {
        let variant_index = self.document.variants.iter().position(|variant| variant.id == self.variant.id);
        let tables = self.document.tables.iter().filter(|table| Some(table.variant) == variant_index);
        let rows = tables.flat_map(|table| &table.rows).filter(|row| row.lines == [line]);
        let mut appropriations: Vec<&str> = Vec::new();
        for appropriation in rows.filter_map(|row| row.appropriation.as_deref()) {
            if !appropriations.contains(&appropriation) {
                appropriations.push(appropriation);
            }
        }
        appropriations
    }
}

impl Document {
    /// Whether two documents are the same one, or editions of one note.
    #[must_use]
    pub fn is_same_paper(&self, other: &Self) -> bool {
        self.id == other.id || (self.edition_of.is_some() && self.edition_of == other.edition_of)
    }

    /// Its name as a source.
    #[must_use]
    pub fn name(&self) -> DocumentName {
        let (short, edition, file) = (self.short.clone(), self.edition.clone(), self.file.clone());
        DocumentName { short, edition, budget: self.budget, file }
    }

    /// Its variants, each paired with the document.
    pub fn notes(&self) -> impl Iterator<Item = Note<'_>> {
        self.variants.iter().map(|variant| Note { document: self, variant })
    }

    /// The printed row that a line reproduces, with its table.
    #[must_use]
    pub fn own_row(&self, line: &Line) -> Option<(&Table, &Row)> {
        self.row(line.row?)
    }

    /// The row that a reference points to, with its table.
    #[must_use]
    pub fn row(&self, reference: RowRef) -> Option<(&Table, &Row)> {
        let table = self.tables.get(reference.table)?;
        Some((table, table.rows.get(reference.row)?))
    }

    /// The cell of a row in a year. Where the scan lost the cell, it is derived: the sum of what another table prints
    /// for the lines of the row.
    #[must_use]
    pub fn cell(&self, table: &Table, row: &Row, year: Year) -> Option<Thousands> {
        if row.lost {
            let line_rows = self.rows_of_its_lines(table, row);
            line_rows.filter_map(|(line_table, line_row)| line_table.cell(line_row, year)).reduce(Thousands::plus)
        } else {
            table.cell(row, year)
        }
    }

    /// The printed sum of a row over the years. Where the scan lost it, it is derived as in [`Self::cell`].
    #[must_use]
    pub fn total(&self, table: &Table, row: &Row) -> Option<Thousands> {
        if row.lost {
            self.rows_of_its_lines(table, row).filter_map(|(_, line_row)| line_row.total).reduce(Thousands::plus)
        } else {
            row.total
        }
    }

    /// For each line that `row` adds up, the row that prints this line alone; without rows that the scan lost.
    fn rows_of_its_lines<'a>(&'a self, table: &'a Table, row: &'a Row) -> impl Iterator<Item = (&'a Table, &'a Row)> {
        let lines = self.variants.get(table.variant).map(|variant| variant.lines.as_slice()).unwrap_or_default();
        row.lines.iter().filter_map(|line| self.own_row(lines.get(*line)?)).filter(|(_, line_row)| !line_row.lost)
    }
}
