//! Turns `data/*.toml` into checked notes. The build, the tests and the JavaScript package run this; the page never does.
//!
//! Loading has three steps, each in a module of its own. `file` reads the text into types that have the form of the
//! data files. `resolve` turns ids into positions and checks each item on its own. `consistency` checks that printed
//! sums add up and that the calculation reproduces every printed cell. Loading stops at the first fault and names its
//! file and item. Only wordings that are missing in a language are listed all at once, by [`missing_wordings`].

mod consistency;
mod file;
mod resolve;
mod wordings;

use std::fmt;

use serde::de::DeserializeOwned;

use model::money::Thousands;
use model::note::{City, Document, DocumentName, Note, Origin, Year, same_rows};

pub use self::wordings::missing_wordings;

/// Why a data file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError {
    /// The name of the data file.
    pub file: String,
    /// The item in it, as a path of ids: `summary/benefits`.
    pub item: String,
    /// What is wrong with the item.
    pub fault: Fault,
}

/// What can be wrong with an item of a data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The text is not TOML, or a field is unknown, missing or of a wrong type. In the parser's words, with line and
    /// column.
    Form(String),
    /// An id has characters other than `a–z`, `0–9` and `-`.
    Id,
    /// Another item of the same kind has the same id.
    Duplicate,
    /// The item refers to an id that does not exist.
    Unknown {
        /// The kind of item that was looked for.
        kind: &'static str,
        /// The id that was looked for.
        id: String,
    },
    /// The item lacks a part that it needs, such as the quote of a source.
    Missing(&'static str),
    /// A wording does not stand in the language with this code.
    Unsaid(&'static str),
    /// A year is outside its table or variant, or no budget can be about it.
    Year(Year),
    /// A number is outside its bounds.
    OutOfBounds(String),
    /// A driver does not have the unit that is needed here.
    Unit {
        /// The id of the driver.
        driver: String,
        /// The unit that is needed, in words.
        needs: &'static str,
    },
    /// A row has cells, but not one for each year.
    Cells {
        /// The number of years in the table.
        years: usize,
        /// The number of cells in the row.
        cells: usize,
    },
    /// A printed number is not the sum of its parts.
    Sum {
        /// The column.
        column: String,
        /// The printed number.
        printed: String,
        /// The sum of the parts.
        parts: String,
    },
    /// Any other fault, described in a sentence.
    Other(String),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.file, self.item, self.fault)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(reason) | Self::Other(reason) => f.write_str(reason),
            Self::Id => f.write_str("an id is made of a–z, 0–9 and - only"),
            Self::Duplicate => f.write_str("the id is there twice"),
            Self::Unknown { kind, id } => write!(f, "there is no {kind} \"{id}\""),
            Self::Missing(what) => write!(f, "{what} is missing"),
            Self::Unsaid(language) => write!(f, "a wording is missing in the language {language:?}"),
            Self::Year(year) => write!(f, "the year {year} is out of range"),
            Self::OutOfBounds(value) => write!(f, "{value} is out of bounds"),
            Self::Unit { driver, needs } => write!(f, "the driver \"{driver}\" is no {needs}"),
            Self::Cells { years, cells } => write!(f, "{cells} cells for {years} years"),
            Self::Sum { column, printed, parts } => {
                write!(f, "{column}: {printed} is printed, but its parts give {parts}")
            }
        }
    }
}

impl std::error::Error for LoadError {}

/// Reads and checks the data file of administrations and committees. Errors name it as `file`.
///
/// # Errors
/// Returns the first fault.
pub fn city(file: &str, text: &str) -> Result<City, LoadError> {
    read(text).and_then(resolve::city).map_err(found_in(file))
}

/// Reads and checks the data file of one document of a city. Errors name it as `file`.
///
/// # Errors
/// Returns the first fault.
pub fn document(city: &City, file: &str, text: &str) -> Result<Document, LoadError> {
    let document = read(text).and_then(|written| resolve::document(written, city)).map_err(found_in(file))?;
    consistency::check(&document).map_err(found_in(file))?;
    Ok(document)
}

fn found_in(file: &str) -> impl Fn(ItemFault) -> LoadError {
    move |(item, fault)| LoadError { file: file.to_owned(), item, fault }
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, ItemFault> {
    toml::from_str(text).map_err(|error| ("file".to_owned(), Fault::Form(error.to_string().trim_end().to_owned())))
}

/// Reads and checks the data files of documents that ship together, given by name and text. The ids of documents and
/// variants must be unique across all of them.
///
/// # Errors
/// Returns the first fault.
pub fn documents<'a>(
    city: &City,
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Vec<Document>, LoadError> {
    let mut documents = Vec::new();
    for (file, text) in files {
        add(&mut documents, city, file, text)?;
    }
    together(documents)
}

/// Reads and checks the data file of one more document, and checks it together with documents that were loaded before. Errors
/// about those name them by their ids.
///
/// # Errors
/// Returns the first fault.
pub fn beside(city: &City, loaded: &[Document], file: &str, text: &str) -> Result<Vec<Document>, LoadError> {
    let mut documents = loaded.iter().map(|document| (document.id.clone(), document.clone())).collect();
    add(&mut documents, city, file, text)?;
    together(documents)
}

/// Documents with the names of their data files.
type Named = Vec<(String, Document)>;

/// Adds a document whose ids no other one has.
fn add(documents: &mut Named, city: &City, file: &str, text: &str) -> Result<(), LoadError> {
    let document = document(city, file, text)?;
    let has_id = |known: &Document, id: &str| known.id == id || known.variants.iter().any(|known| known.id == id);
    let is_taken = |id: &str| documents.iter().any(|(_, known)| has_id(known, id));
    let mut ids = document.variants.iter().map(|variant| &variant.id).chain([&document.id]);
    if let Some(id) = ids.find(|id| is_taken(id)) {
        return Err(LoadError { file: file.to_owned(), item: id.clone(), fault: Fault::Duplicate });
    }
    drop(ids);
    documents.push((file.to_owned(), document));
    Ok(())
}

/// Checks what documents say of each other, and gives each what it takes from the others.
fn together(documents: Named) -> Result<Vec<Document>, LoadError> {
    let (names, mut documents): (Vec<String>, Vec<Document>) = documents.into_iter().unzip();
    for (document, file) in documents.iter().zip(&names) {
        let result = efforts_exist(document, &documents).and_then(|()| rows_are_shared(document, &documents));
        result.map_err(found_in(file))?;
    }
    name_lenders(&mut documents)?;
    documents.sort_by(|a, b| (a.budget, &a.id).cmp(&(b.budget, &b.id)));
    find_efforts_that_continue(&mut documents);
    Ok(documents)
}

/// Checks that each effort and each shared row that a sentence is about is in one of the documents, and each driver that it gives
/// reasons for in its own: a document may speak of an effort that only another one has.
fn efforts_exist(document: &Document, documents: &[Document]) -> Result<(), ItemFault> {
    let populations = document.populations.iter().map(|population| (&population.id, Some(&population.effort)));
    let remarks = document.remarks.iter().map(|remark| (&remark.id, remark.effort.as_ref()));
    let counts = document.counts.iter().map(|count| (&count.id, Some(&count.effort)));
    let joined = document.remarks.iter().map(|remark| (&remark.id, remark.joins.as_ref()));
    let variants = || documents.iter().flat_map(|document| &document.variants);
    let is_known = |id: &String| variants().flat_map(|variant| &variant.efforts).any(|effort| effort.id == *id);
    for (item, effort) in populations.chain(remarks).chain(counts).chain(joined) {
        if let Some(id) = effort.filter(|id| !is_known(id)) {
            return Err((path(&[&document.id, item]), Fault::Unknown { kind: "effort", id: id.clone() }));
        }
    }
    let grounds = document.remarks.iter().map(|remark| (&remark.id, remark.grounds_for.as_ref()));
    let grounds = grounds.chain(document.counts.iter().map(|count| (&count.id, count.grounds_for.as_ref())));
    let is_driver = |id: &String| document.variants.iter().flat_map(|variant| &variant.drivers).any(|it| it.id == *id);
    for (item, driver) in grounds {
        if let Some(id) = driver.filter(|id| !is_driver(id)) {
            return Err((path(&[&document.id, item]), Fault::Unknown { kind: "driver", id: id.clone() }));
        }
    }
    let rows = document.targets.iter().map(|target| (&target.id, target.same_row.as_ref()));
    let rows = rows.chain(document.populations.iter().map(|population| (&population.id, population.same_row.as_ref())));
    let is_row =
        |key: &String| variants().flat_map(|variant| &variant.lines).any(|line| line.same_row.as_ref() == Some(key));
    for (item, row) in rows {
        if let Some(id) = row.filter(|key| !is_row(key)) {
            return Err((path(&[&document.id, item]), Fault::Unknown { kind: "row that notes share", id: id.clone() }));
        }
    }
    Ok(())
}

/// Checks that each row that a line shares with other notes is there in another variant, and that it is a cost in all of them
/// or a saving in all of them.
fn rows_are_shared(document: &Document, documents: &[Document]) -> Result<(), ItemFault> {
    let own = |note: &Note<'_>| note.document.id == document.id;
    for row in same_rows(documents).iter().filter(|row| row.notes.iter().any(|in_note| own(&in_note.note))) {
        let lines = || row.notes.iter().flat_map(|in_note| in_note.lines.iter().map(|line| (in_note.note, *line)));
        let Some((note, line)) = lines().find(|(note, _)| own(note)) else { continue };
        let item = path(&[&note.variant.id, &line.id]);
        if row.notes.len() < 2 {
            return Err((item, Fault::Other(format!("no other note has the row \"{}\"", row.key))));
        }
        if lines().any(|(_, other)| other.side != line.side) {
            return Err((item, Fault::Other(format!("the row \"{}\" is a cost and a saving", row.key))));
        }
    }
    Ok(())
}

/// Gives each borrowed value the name of the document that it is borrowed from.
fn name_lenders(documents: &mut [Document]) -> Result<(), LoadError> {
    let names: Vec<(String, DocumentName)> =
        documents.iter().map(|document| (document.id.clone(), document.name())).collect();
    for document in documents {
        for variant in &mut document.variants {
            for driver in &mut variant.drivers {
                let Origin::Borrowed { document: from_id, name, .. } = &mut driver.origin else { continue };
                let Some((_, from_name)) = names.iter().find(|(id, _)| id == from_id) else {
                    let fault = Fault::Unknown { kind: "document", id: from_id.clone() };
                    return Err(LoadError { file: document.file.clone(), item: driver.id.clone(), fault });
                };
                *name = Some(from_name.clone());
            }
        }
    }
    Ok(())
}

/// Marks the efforts that ran before the years of their note.
fn find_efforts_that_continue(documents: &mut [Document]) {
    let proposed = documents.iter().flat_map(|document| {
        let efforts = document.variants.iter().flat_map(|variant| &variant.efforts);
        efforts.map(|effort| (effort.id.clone(), effort.start))
    });
    let granted = documents.iter().flat_map(|document| &document.tables).flat_map(|table| {
        let rows = table.rows.iter().filter_map(|row| Some((row, row.series.as_ref()?.effort())));
        rows.flat_map(|(row, effort)| {
            let has_amount = |year: &&Year| table.cell(row, **year).is_some_and(|cell| cell != Thousands::ZERO);
            table.years.iter().filter(has_amount).map(|year| (effort.to_owned(), *year))
        })
    });
    let years: Vec<(String, Year)> = proposed.chain(granted).collect();
    let efforts = documents.iter_mut().flat_map(|document| &mut document.variants);
    for effort in efforts.flat_map(|variant| &mut variant.efforts) {
        effort.continues = years.iter().any(|(id, year)| *id == effort.id && *year < effort.start);
    }
}

/// The path of an item, and its fault.
type ItemFault = (String, Fault);

/// The path of an item, made of the ids that lead to it.
fn path(parts: &[&str]) -> String {
    parts.join("/")
}
