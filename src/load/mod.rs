//! From `data/*.toml` to checked notes. Build and tests run this; the browser never does.
//!
//! Loading has three steps, each in a module of its own: `file` reads the text into the shape that people write,
//! `resolve` turns ids into positions and checks each item by itself, `carry` checks what hangs together: printed sums,
//! and that the calculation gives every printed cell back. The first fault is the answer, with its file and item.

mod consistency;
mod file;
mod resolve;

use std::fmt;

use serde::de::DeserializeOwned;

use crate::note::{City, Document, Origin, Year};

/// A data file that cannot be used: which one, what in it, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError {
    /// The data file.
    pub file: String,
    /// The item in it, as a path of ids: `summary/benefits`.
    pub item: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What can be wrong with an item of a data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Not TOML, an unknown or missing field, a wrong type; in the parser's words, with line and column.
    Form(String),
    /// An id with other characters than `a–z`, `0–9` and `-`.
    Id,
    /// An id that another item of its kind has too.
    Duplicate,
    /// A reference to nothing.
    Unknown {
        /// What kind of thing.
        kind: &'static str,
        /// The id that was looked for.
        id: String,
    },
    /// A source without a place or a quote, or names without Danish.
    Missing(&'static str),
    /// A year outside its table, variant or any budget.
    Year(Year),
    /// A number outside its bounds.
    OutOfBounds(String),
    /// A driver of another unit than its rule needs.
    Unit {
        /// The driver.
        driver: String,
        /// What the rule needs.
        needs: &'static str,
    },
    /// As many cells as years, or none.
    Cells {
        /// Years of the table.
        years: usize,
        /// Cells of the row.
        cells: usize,
    },
    /// A printed number that what it is made of does not add up to.
    Sum {
        /// The column.
        column: String,
        /// What is printed.
        printed: String,
        /// What the parts give.
        parts: String,
    },
    /// Anything else that is said best in a sentence.
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

/// Reads and checks the data file of administrations and committees. `file` is the name to report.
///
/// # Errors
/// The first fault found.
pub fn city(file: &str, text: &str) -> Result<City, LoadError> {
    read(text).and_then(resolve::city).map_err(found_in(file))
}

/// Reads and checks the data file of one document of a city. `file` is the name to report.
///
/// # Errors
/// The first fault found.
pub fn document(city: &City, file: &str, text: &str) -> Result<Document, LoadError> {
    let document = read(text).and_then(|written| resolve::document(written, city)).map_err(found_in(file))?;
    consistency::check(&document).map_err(found_in(file))?;
    Ok(document)
}

fn found_in(file: &str) -> impl Fn(Found) -> LoadError {
    move |(item, fault)| LoadError { file: file.to_owned(), item, fault }
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Found> {
    toml::from_str(text).map_err(|error| ("file".to_owned(), Fault::Form(error.to_string().trim_end().to_owned())))
}

/// Reads and checks the data files of several documents, given by name and text, that are to ship together: ids of
/// documents and variants are unique across them.
///
/// # Errors
/// The first fault found.
pub fn documents<'a>(
    city: &City,
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Vec<Document>, LoadError> {
    let mut all: Vec<Document> = Vec::new();
    for (file, text) in files {
        let next = document(city, file, text)?;
        let taken =
            |id: &str| all.iter().any(|other| other.id == id || other.variants.iter().any(|variant| variant.id == id));
        let mut ids = next.variants.iter().map(|variant| &variant.id).chain([&next.id]);
        if let Some(id) = ids.find(|id| taken(id)) {
            return Err(LoadError { file: file.to_owned(), item: id.clone(), fault: Fault::Duplicate });
        }
        drop(ids);
        all.push(next);
    }
    name_files(&mut all)?;
    all.sort_by(|a, b| (a.budget, &a.id).cmp(&(b.budget, &b.id)));
    Ok(all)
}

/// Gives each borrowed value the file of the document that it is borrowed from.
fn name_files(documents: &mut [Document]) -> Result<(), LoadError> {
    let files: Vec<(String, String)> = documents.iter().map(|own| (own.id.clone(), own.file.clone())).collect();
    for document in documents {
        for variant in &mut document.variants {
            for driver in &mut variant.drivers {
                let Origin::Borrowed { document: lender, file, .. } = &mut driver.origin else { continue };
                let Some((_, own)) = files.iter().find(|(id, _)| id == lender) else {
                    let fault = Fault::Unknown { kind: "document", id: lender.clone() };
                    return Err(LoadError { file: document.file.clone(), item: driver.id.clone(), fault });
                };
                file.clone_from(own);
            }
        }
    }
    Ok(())
}

/// A fault and the path of the item that has it.
type Found = (String, Fault);

/// The path of an item in its surroundings.
fn path(parts: &[&str]) -> String {
    parts.join("/")
}
