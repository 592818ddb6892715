//! The step from what Trunk builds to what is published: one edition, of which nothing can be mixed with another.
//!
//! What scripts load (scripts, wasm, style sheets) goes into a folder named by the hash of everything: its addresses
//! never mean anything else, so no cache can lay old beside new, and parts find each other by relative names as before.
//! Pages and what other programs ask for keep their addresses.
//!
//! Native only: Trunk's hook runs it.

mod html;
mod single;
mod worker;

use std::collections::BTreeMap;
use std::fmt;

use sha2::{Digest, Sha256};

use crate::notes::Library;
use crate::tables;

/// Files by name, below one directory; folders are parted by `/`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The page itself.
pub const PAGE: &str = "index.html";
/// The whole page as one file.
pub const SINGLE: &str = "indsatsregner.html";
/// The service worker.
pub const WORKER: &str = "sw.js";

/// Why an edition cannot be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublishError {
    /// A file that the edition cannot do without was not built.
    Missing(String),
    /// A page is not text.
    NotText(String),
    /// A page names a file that is not there.
    DeadReference {
        /// The page.
        page: String,
        /// What it names.
        to: String,
    },
    /// A file has letters that would end the element it is to stand in.
    CannotStandInside(String),
    /// The printed tables could not be written.
    Tables,
}

impl fmt::Display for PublishError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(name) => write!(out, "{name} was not built"),
            Self::NotText(name) => write!(out, "{name} is not text"),
            Self::DeadReference { page, to } => write!(out, "{page} names {to}, which is not there"),
            Self::CannotStandInside(name) => write!(out, "{name} holds the end of the element it would stand in"),
            Self::Tables => write!(out, "the tables cannot be written"),
        }
    }
}

impl std::error::Error for PublishError {}

/// What is published of what was built.
///
/// # Errors
/// Where a file is missing, cannot be read as the text it should be, or names one that is not there.
pub fn publish(built: &Files, library: &Library) -> Result<Files, PublishError> {
    let mut built = built.clone();
    for (name, page) in tables::files(library).map_err(|_| PublishError::Tables)? {
        built.insert(name.to_owned(), page.into_bytes());
    }
    let version = version(&built);
    let folder = format!("v-{version}");
    let single = single::file(&built, library)?;

    let is_versioned = |name: &str| matches!(kind(name), "js" | "wasm" | "css");
    let (versioned, lasting): (Files, Files) = built.into_iter().partition(|(name, _)| is_versioned(name));
    let names: Vec<&str> = versioned.keys().map(String::as_str).collect();
    let mut published = Files::new();
    for (name, content) in lasting {
        let content = if kind(&name) == "html" {
            html::readdressed(&text(&name, content)?, &names, &folder).into_bytes()
        } else {
            content
        };
        published.insert(name, content);
    }
    published.extend(versioned.into_iter().map(|(name, content)| (format!("{folder}/{name}"), content)));
    assert_whole(&published)?;
    published.insert(SINGLE.to_owned(), single.into_bytes());
    let worker = worker::script(&version, &published)?;
    published.insert(WORKER.to_owned(), worker.into_bytes());
    Ok(published)
}

/// Names an edition: the hash of all that goes into it, this step's own sources with it.
fn version(built: &Files) -> String {
    let mut hash = Sha256::new();
    let own = [("worker", worker::SOURCE), ("single", single::START)];
    let own = own.into_iter().map(|(name, text)| (name, text.as_bytes()));
    for (name, content) in built.iter().map(|(name, content)| (name.as_str(), content.as_slice())).chain(own) {
        // With their lengths, so that no two lists of files run together into the same bytes.
        hash.update(format!("{name}\n{}\n", content.len()));
        hash.update(content);
    }
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

/// Every page names files that are there.
fn assert_whole(published: &Files) -> Result<(), PublishError> {
    for (name, content) in published.iter().filter(|(name, _)| kind(name) == "html") {
        let page = text(name, content.clone())?;
        for to in html::references(&page) {
            // These two are written last.
            if !published.contains_key(&to) && to != SINGLE && to != WORKER {
                return Err(PublishError::DeadReference { page: name.clone(), to });
            }
        }
    }
    Ok(())
}

fn text(name: &str, content: Vec<u8>) -> Result<String, PublishError> {
    String::from_utf8(content).map_err(|_| PublishError::NotText(name.to_owned()))
}

/// What kind of file a name says that it is.
fn kind(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, kind)| kind)
}

/// A built file as text.
fn text_of(built: &Files, name: &str) -> Result<String, PublishError> {
    text(name, built.get(name).cloned().ok_or_else(|| PublishError::Missing(name.to_owned()))?)
}

/// The hash by which a browser recognises a content, as `integrity` and policies write it.
fn integrity(content: &[u8]) -> String {
    use base64::Engine;
    format!("sha256-{}", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(content)))
}
