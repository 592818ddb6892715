//! The service worker of an edition: its script, with the version and the list of the files that it keeps.

use std::fmt::Write;

use super::{Files, MISSING, PAGE, PublishError, integrity};
use crate::addresses::is_picture;

/// The script, without version and files.
pub(super) const SOURCE: &str = include_str!("worker.js");

/// The declaration in the script that receives the version.
const VERSION: &str = "const VERSION = \"\";";
/// The declaration in the script that receives the files.
const FILES: &str = "const FILES = [];";

/// The worker's script for an edition.
pub(super) fn script(version: &str, published: &Files) -> Result<String, PublishError> {
    let mut files = String::new();
    // Some hosts answer the request for the page of missing addresses as one for a missing address. For pictures only programs ask.
    let is_kept = |name: &str| name != MISSING && !is_picture(name);
    for (name, content) in published.iter().filter(|(name, _)| is_kept(name)) {
        // Some hosts redirect from `index.html` to its folder, and a worker may not answer a navigation with a
        // redirected response.
        let folder = name.strip_suffix(PAGE).filter(|folder| folder.is_empty() || folder.ends_with('/'));
        let address = folder.map_or(name.as_str(), |folder| if folder.is_empty() { "./" } else { folder });
        writeln!(files, "  [{}, {}],", js_string(address), js_string(&integrity(content)))
            .map_err(|_| PublishError::Missing(name.clone()))?;
    }
    let mut script = SOURCE.to_owned();
    let version_declaration = format!("const VERSION = {};", js_string(version));
    let files_declaration = format!("const FILES = [\n{files}];");
    for (place, declaration) in [(VERSION, version_declaration), (FILES, files_declaration)] {
        let (before, after) = script.split_once(place).ok_or_else(|| PublishError::Missing(place.to_owned()))?;
        script = format!("{before}{declaration}{after}");
    }
    Ok(script)
}

/// A text as a JavaScript string literal.
pub(super) fn js_string(text: &str) -> String {
    let mut literal = String::from("\"");
    for letter in text.chars() {
        if matches!(letter, '"' | '\\') {
            literal.push('\\');
        }
        literal.push(letter);
    }
    literal.push('"');
    literal
}
