//! The language files of a folder.

use std::fs;
use std::path::Path;

use model::language::Language;

use crate::{Fault, Source};

/// The language files of a folder: one for each language of the page, named by its code, such as `da.toml`. Faults name the folder as
/// `shown`.
///
/// # Errors
/// Every language without a file that can be read, and every file that is no language's.
pub fn sources(folder: &Path, shown: &str) -> Result<Vec<Source>, Vec<Fault>> {
    let fault = |name: &str, what: String| Fault { path: format!("{shown}/{name}"), line: 1, key: String::new(), what };
    let mut sources = Vec::new();
    let mut faults = Vec::new();
    for language in Language::ALL {
        let name = file_name(language);
        match fs::read_to_string(folder.join(&name)) {
            Ok(text) => sources.push(Source { path: format!("{shown}/{name}"), language, text }),
            Err(error) => faults.push(fault(&name, format!("the file of {language:?} cannot be read: {error}"))),
        }
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_known = name == "Cargo.toml" || Language::ALL.into_iter().any(|language| file_name(language) == name);
        if Path::new(&name).extension().is_some_and(|extension| extension == "toml") && !is_known {
            faults.push(fault(&name, "no language of the page has this code".to_owned()));
        }
    }
    faults.sort_by(|one, other| one.path.cmp(&other.path));
    if faults.is_empty() { Ok(sources) } else { Err(faults) }
}

fn file_name(language: Language) -> String {
    format!("{}.toml", language.code())
}
