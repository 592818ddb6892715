//! Turns the files that Trunk builds into an edition of the page that can be published. No file of one edition can be
//! mixed with a file of another.
//!
//! Scripts, wasm and style sheets go into a folder whose name is the hash of everything. An address in that folder
//! never means anything else, so no cache can combine old files with new ones. The files in the folder find each other
//! by relative names as before. Pages, and files that other programs ask for, keep their addresses.
//!
//! Native only: Trunk's hook runs it.

mod children;
pub(crate) mod document;
mod entry;
mod glue;
mod guard;
mod html;
mod missing;
mod pieces;
mod shared;
mod single;
mod worker;

use std::collections::BTreeMap;
use std::fmt;

use sha2::{Digest, Sha256};

pub use crate::addresses::PAGE;
use crate::policy::with_policy;
use crate::tables;
pub use document::without_document;
use shared::Card;

use engine::notes::Library;

/// The contents of files by name. Names are relative to one directory, with `/` between folders.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The name of the script through which the page's wasm uses the browser.
const GLUE: &str = "indsatsregner.js";
/// The name of the file by which the page is installed.
pub(crate) const MANIFEST: &str = "manifest.webmanifest";
/// The name of the file that contains the whole page.
pub const SINGLE: &str = "indsatsregner.html";
/// The name of the service worker's script.
pub const WORKER: &str = "sw.js";
/// The name of the list of pages that search engines may keep.
pub const SITEMAP: &str = "sitemap.xml";
/// The name of the page that hosts show for an address that leads nowhere.
pub const MISSING: &str = "404.html";

/// Why an edition cannot be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublishError {
    /// A file that the edition needs was not built, or lacks a part that publishing looks for.
    Missing(String),
    /// A file that should be text is not.
    NotText(String),
    /// A page refers to a file that does not exist.
    DeadReference {
        /// The page.
        page: String,
        /// The name of the missing file.
        to: String,
    },
    /// A file contains the end tag of the element that it would be placed in.
    CannotStandInside(String),
    /// The printed tables could not be written.
    Tables,
    /// A script or a style sheet could not be shortened.
    NotShortened {
        /// The file.
        name: String,
        /// What the program that shortens says of it.
        reason: String,
    },
}

impl fmt::Display for PublishError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(name) => write!(out, "{name} was not built"),
            Self::NotText(name) => write!(out, "{name} is not text"),
            Self::DeadReference { page, to } => write!(out, "{page} names {to}, which is not there"),
            Self::CannotStandInside(name) => write!(out, "{name} holds the end of the element it would stand in"),
            Self::Tables => write!(out, "the tables cannot be written"),
            Self::NotShortened { name, reason } => write!(out, "{name} cannot be shortened: {reason}"),
        }
    }
}

impl std::error::Error for PublishError {}

/// The files to publish, made from the files that Trunk built. Without the address where they will lie, they name no picture.
///
/// # Errors
/// Like [`publish_at`].
pub fn publish(built: &Files, library: &Library) -> Result<Files, PublishError> {
    publish_at(built, library, None)
}

/// The files to publish at the address of a site, made from the files that Trunk built and the pictures of the notes.
///
/// # Errors
/// Returns [`PublishError`] where a file is missing, is not text where it should be, or refers to a file that does not
/// exist.
pub fn publish_at(built: &Files, library: &Library, site: Option<&str>) -> Result<Files, PublishError> {
    publish_shortened(built, library, site, |_, text| Ok(text.to_owned()))
}

/// The same with scripts and style sheets shortened. `shorten` takes the extension of such a file and its text, and gives a text that
/// means the same and keeps every name, or the reason why there is none.
///
/// # Errors
/// Like [`publish_at`], and where a file cannot be shortened.
pub fn publish_shortened(
    built: &Files,
    library: &Library,
    site: Option<&str>,
    shorten: impl Fn(&str, &str) -> Result<String, String>,
) -> Result<Files, PublishError> {
    let mut built = built.clone();
    let template = text_of(&built, PAGE)?;
    let cards = shared::cards(library, &built);
    let pages: Vec<String> = cards.iter().map(|card| entry::filled(&template, &card.head(site))).collect();
    if let (Some(card), Some(page)) = (cards.first(), pages.first()) {
        built.insert(PAGE.to_owned(), page.clone().into_bytes());
        if let Some(content) = built.get_mut(MANIFEST) {
            *content = entry::filled(&text(MANIFEST, content.clone())?, &card.head(site)).into_bytes();
        }
    }
    pieces::put_into_glue(&mut built)?;
    let glue = guard::with_guard(GLUE, &children::with_own_ways(GLUE, &text_of(&built, GLUE)?)?)?;
    built.insert(GLUE.to_owned(), glue.into_bytes());
    for (name, page) in tables::files(library).map_err(|_| PublishError::Tables)? {
        built.insert(name.to_owned(), page.into_bytes());
    }
    built.insert(MISSING.to_owned(), missing::page().into_bytes());
    // Before the version is made of them: an address never means two things.
    for (name, content) in built.iter_mut().filter(|(name, _)| matches!(extension(name), "js" | "css")) {
        let short = shorten(extension(name), &text(name, content.clone())?);
        *content = short.map_err(|reason| PublishError::NotShortened { name: name.clone(), reason })?.into_bytes();
    }
    let version = version(&built, &cards);
    let folder = format!("v-{version}");
    let single = single::file(&built, library)?;

    let is_versioned = |name: &str| matches!(extension(name), "js" | "wasm" | "css");
    let (versioned, unversioned): (Files, Files) = built.into_iter().partition(|(name, _)| is_versioned(name));
    let versioned_names: Vec<&str> = versioned.keys().map(String::as_str).collect();
    let mut published = Files::new();
    for (name, content) in unversioned {
        let content = if extension(&name) == "html" {
            with_policy(&html::with_folder(&text(&name, content)?, &versioned_names, &folder)).into_bytes()
        } else {
            content
        };
        published.insert(name, content);
    }
    for (card, page) in cards.iter().zip(pages) {
        let page = html::below(&html::with_folder(&page, &versioned_names, &folder), &shared::to_top(&card.path));
        let page =
            document::page(&page, &card.link, &shared::described(card, site), &card.body, words::of(card.language));
        published.insert(format!("{}{PAGE}", card.path), with_policy(&page).into_bytes());
    }
    published.extend(versioned.into_iter().map(|(name, content)| (format!("{folder}/{name}"), content)));
    published.extend(shared::sitemap(library, site).map(|sitemap| (SITEMAP.to_owned(), sitemap.into_bytes())));
    check_references(&published)?;
    published.insert(SINGLE.to_owned(), single.into_bytes());
    let worker = worker::script(&version, &published)?;
    published.insert(WORKER.to_owned(), worker.into_bytes());
    Ok(published)
}

/// The version of an edition: the hash of all built files, of the documents, and of the two scripts that publishing adds.
fn version(built: &Files, cards: &[Card]) -> String {
    let mut hash = Sha256::new();
    let added_scripts = [("worker", worker::SOURCE), ("single", single::START)];
    let added_files = added_scripts.into_iter().map(|(name, script)| (name, script.as_bytes()));
    let built_files = built.iter().map(|(name, content)| (name.as_str(), content.as_slice()));
    let documents = cards.iter().map(|card| (card.path.as_str(), card.body.as_bytes()));
    for (name, content) in built_files.chain(added_files).chain(documents) {
        // The length is hashed too, so that two different lists of files never give the same bytes.
        hash.update(format!("{name}\n{}\n", content.len()));
        hash.update(content);
    }
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

/// Checks that every file that a page refers to exists.
fn check_references(published: &Files) -> Result<(), PublishError> {
    for (name, content) in published.iter().filter(|(name, _)| extension(name) == "html") {
        let page = text(name, content.clone())?;
        for to in html::references(&page) {
            let to = if to.ends_with('/') { format!("{to}{PAGE}") } else { to };
            let to = below(name, &to);
            let to = if to.is_empty() { PAGE.to_owned() } else { to };
            // These two files are added after this check.
            if !published.contains_key(&to) && to != SINGLE && to != WORKER {
                return Err(PublishError::DeadReference { page: name.clone(), to });
            }
        }
    }
    Ok(())
}

/// The name of the file that a page refers to by a relative address.
fn below(page: &str, to: &str) -> String {
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    let mut rest = to;
    while let Some(after) = rest.strip_prefix("../") {
        folders.pop();
        rest = after;
    }
    folders.iter().copied().chain([rest]).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/")
}

fn text(name: &str, content: Vec<u8>) -> Result<String, PublishError> {
    String::from_utf8(content).map_err(|_| PublishError::NotText(name.to_owned()))
}

/// The extension of a file name, or an empty string.
pub(crate) fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// A built file as text.
fn text_of(built: &Files, name: &str) -> Result<String, PublishError> {
    text(name, built.get(name).cloned().ok_or_else(|| PublishError::Missing(name.to_owned()))?)
}

/// The hash that a browser compares a content with, in the form of `integrity` attributes and of the Content Security
/// Policy.
fn integrity(content: &[u8]) -> String {
    use base64::Engine;
    format!("sha256-{}", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(content)))
}
