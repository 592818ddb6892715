//! The service worker of an edition: its source, with the list of the files that it keeps.

use std::fmt::Write;

use super::{Files, PAGE, PublishError, integrity};

/// The source, without the edition.
pub(super) const SOURCE: &str = include_str!("worker.js");

/// Where the source is told of the edition.
const VERSION: &str = "const VERSION = \"\";";
const FILES: &str = "const FILES = [];";

/// The worker's script.
pub(super) fn script(version: &str, published: &Files) -> Result<String, PublishError> {
    let mut files = String::new();
    for (name, content) in published {
        // Hosts lead from the page's name to its folder, and a worker may not answer with what it was led to.
        let address = if name == PAGE { "./" } else { name };
        writeln!(files, "  [{}, {}],", quoted(address), quoted(&integrity(content)))
            .map_err(|_| PublishError::Missing(name.clone()))?;
    }
    let mut script = SOURCE.to_owned();
    for (place, told) in
        [(VERSION, format!("const VERSION = {};", quoted(version))), (FILES, format!("const FILES = [\n{files}];"))]
    {
        let (before, after) = script.split_once(place).ok_or_else(|| PublishError::Missing(place.to_owned()))?;
        script = format!("{before}{told}{after}");
    }
    Ok(script)
}

/// A text as a literal of JavaScript.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        if matches!(letter, '"' | '\\') {
            out.push('\\');
        }
        out.push(letter);
    }
    out.push('"');
    out
}
