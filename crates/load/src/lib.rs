//! Turns files with notes into checked notes: those of `data/`, which the build embeds, and those that people bring.
//!
//! Loading has five steps, each in a module of its own. `text` finds out what a file is and decodes it. `tree` parses TOML or JSON
//! into values with their places. `reader` reads each item into a type of `file`, which has the form of the files. `resolve` turns
//! ids into positions and checks each item on its own. `consistency` checks that printed sums add up and that the calculation
//! reproduces every printed cell, and `together` what documents say of each other.
//!
//! Nothing stops at the first fault. A [`Report`](report::Report) gathers what is wrong, with its place. What only follows from
//! another fault is not in it: a line is not told that its driver is unknown if the driver is there and cannot be read.
//!
//! The notes that ship must have everything that the page can show: both languages, a printed row for each line, a source for each
//! number. Of any other note, what does not hinder is a remark.

mod consistency;
#[cfg(test)]
mod described;
mod file;
mod fingerprint;
mod in_english;
mod items;
mod near;
mod reader;
mod report;
mod resolve;
mod text;
mod together;
mod tree;

use std::fmt;

use model::fault::{Form, Problem};
use model::note::{City, Document, RowRef, Variant};

use self::report::Report;
use self::together::All;
use self::tree::Node;

pub use self::in_english::in_english;

/// A note that was read from a file, with those that were there before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadNote {
    /// The city that was given, and the bodies that the file names itself.
    pub city: City,
    /// All documents together, in their order.
    pub documents: Vec<Document>,
    /// The id of the document that was read.
    pub added: String,
    /// The form of the file.
    pub form: Form,
    /// What was mended, and what does not hinder.
    pub remarks: Vec<Problem>,
}

/// A problem, and the name of the file that has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InFile {
    /// The name of the file.
    pub file: String,
    /// What is wrong.
    pub problem: Problem,
}

impl fmt::Display for InFile {
    /// `file:line:column: item: reason`, as compilers write it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(place) = &self.problem.place {
            write!(f, ":{}:{}", place.line, place.column)?;
        }
        write!(f, ": {}", in_english(&self.problem))
    }
}

impl std::error::Error for InFile {}

/// Reads a file with one note, TOML or JSON, beside documents that were loaded before. The note has the fingerprint of what its file says.
///
/// ```
/// use engine::notes::{CITY, Library};
///
/// let library = Library::embedded().unwrap();
/// let faulty = "title = \"Lektiehjælp\"\nyears = [2027, 2030]\n[[line]]\nname = \"Løn\"\nside = \"kost\"";
/// let problems = load::read_note(&CITY, library.documents(), faulty.as_bytes()).unwrap_err();
/// let place = problems.iter().find_map(|problem| problem.place.clone().filter(|place| place.line == 5)).unwrap();
/// assert_eq!(place.passage, "\"kost\"");
/// ```
///
/// # Errors
/// Returns every problem of the file, in its order.
pub fn read_note(city: &City, loaded: &[Document], bytes: &[u8]) -> Result<ReadNote, Vec<Problem>> {
    let (text, form, mended) = text::text(bytes).map_err(|problem| vec![problem])?;
    let report = Report::new(&text, false);
    for remark in mended {
        report.remark(remark);
    }
    let read = Read::of(&text, form, city, &report);
    let result = read.map(|Read { root, mut document, city }| {
        let all = All::of(loaded.iter().chain([&document]));
        together::check(&document, &root, &all, &report);
        let names = together::names(loaded.iter().chain([&document]));
        together::name_lenders(&mut document, &root, &names, &report);
        (document, city)
    });
    let is_clean = report.is_clean();
    let (problems, remarks) = report.finish();
    let (mut document, city) = result.filter(|_| is_clean).ok_or(problems)?;
    document.fingerprint = Some(fingerprint::of(&text));
    let added = document.id.clone();
    let mut documents: Vec<Document> = loaded.iter().cloned().chain([document]).collect();
    together::in_order(&mut documents);
    Ok(ReadNote { city, documents, added, form, remarks })
}

/// Whether a text has only the characters of ids.
#[must_use]
pub fn is_id(text: &str) -> bool {
    items::is_id(text)
}

/// The id of a note that has none of its own: it is made of its title.
#[must_use]
pub fn id_of_title(title: &str) -> String {
    resolve::id_of_title(title)
}

/// The text of a file, in whatever encoding it is; `None` for one that is no text.
#[must_use]
pub fn decoded(bytes: &[u8]) -> Option<String> {
    text::text(bytes).ok().map(|(text, ..)| text)
}

/// Reads and checks the data file of administrations and committees.
///
/// # Errors
/// Returns every problem.
pub fn city(text: &str) -> Result<City, Vec<Problem>> {
    let report = Report::new(text, true);
    let root = tree::read(text, Form::Toml, &report);
    let city = resolve::city(&root, &report);
    let is_clean = report.is_clean();
    if is_clean { Ok(city) } else { Err(report.finish().0) }
}

/// Reads and checks the data file of one document that ships, without what it says of other documents.
///
/// # Errors
/// Returns every problem.
pub fn document(city: &City, text: &str) -> Result<Document, Vec<Problem>> {
    let report = Report::new(text, true);
    let read = Read::of(text, Form::Toml, city, &report).map(|read| read.document);
    let is_clean = report.is_clean();
    read.filter(|_| is_clean).ok_or_else(|| report.finish().0)
}

/// Reads and checks the data files of documents that ship together, given by name and text. The ids of documents and
/// variants must be unique across all of them.
///
/// # Errors
/// Returns every problem of every file. What documents say of each other is looked at once all of them can be read.
pub fn documents<'a>(
    city: &City,
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Vec<Document>, Vec<InFile>> {
    let files: Vec<(&str, Report<'_>, &str)> =
        files.into_iter().map(|(name, text)| (name, Report::new(text, true), text)).collect();
    let mut read: Vec<Option<Read>> =
        files.iter().map(|(_, report, text)| Read::of(text, Form::Toml, city, report)).collect();
    if read.iter().all(Option::is_some) {
        let documents = || read.iter().flatten().map(|read| &read.document);
        let (all, names) = (All::of(documents()), together::names(documents()));
        for (Read { root, document, .. }, (_, report, _)) in read.iter_mut().flatten().zip(&files) {
            together::check(document, root, &all, report);
            together::name_lenders(document, root, &names, report);
        }
    }
    let problems: Vec<InFile> = files
        .into_iter()
        .flat_map(|(name, report, _)| {
            let in_file = |problem| InFile { file: name.to_owned(), problem };
            report.finish().0.into_iter().map(in_file).collect::<Vec<_>>()
        })
        .collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut documents: Vec<Document> = read.into_iter().flatten().map(|read| read.document).collect();
    together::in_order(&mut documents);
    Ok(documents)
}

/// Lets a printed row that says of no line that it shows it show the line that names it as its own.
fn give_rows_their_lines(document: &mut Document) {
    let own = |(variant_index, variant): (usize, &Variant)| -> Vec<(usize, usize, RowRef)> {
        let lines = variant.lines.iter().enumerate();
        lines.filter_map(|(line_index, line)| Some((variant_index, line_index, line.row?))).collect()
    };
    let named: Vec<(usize, usize, RowRef)> = document.variants.iter().enumerate().flat_map(own).collect();
    for (variant_index, line_index, RowRef { table, row }) in named {
        let table = document.tables.get_mut(table).filter(|table| table.variant == variant_index);
        let row = table.and_then(|table| table.rows.get_mut(row));
        if let Some(row) = row.filter(|row| row.lines.is_empty() && row.parts.is_empty()) {
            row.lines.push(line_index);
        }
    }
}

/// A document of its own, checked as far as it needs no other one.
struct Read {
    root: Node,
    document: Document,
    city: City,
}

impl Read {
    /// `None` where the document has a fault, which is reported.
    fn of(text: &str, form: Form, city: &City, report: &Report<'_>) -> Option<Self> {
        let root = tree::read(text, form, report);
        // Behind a mistake of form nobody knows what belongs to what.
        if !report.is_clean() {
            return None;
        }
        let resolved = resolve::document(&root, city.clone(), report)?;
        let Some(mut document) = resolved.document else {
            // The sums need the tables alone.
            if let Some(tables) = &resolved.tables_alone {
                let _wrong = consistency::check_sums(tables, &root, report);
            }
            return None;
        };
        if !report.is_strict {
            give_rows_their_lines(&mut document);
        }
        for wrong in consistency::check_sums(&document, &root, report) {
            let row = document.tables.get_mut(wrong.table).and_then(|table| table.rows.get_mut(wrong.row));
            if let Some(row) = row {
                row.adds_up = false;
            }
        }
        consistency::check_calculation(&document, &root, report);
        Some(Self { root, document, city: resolved.city })
    }
}
