//! Checks every note in `data/` and writes the checked notes, in a compact form, to where the library embeds them from.
//! A note with a fault stops the build. Each problem is said with file, line, column, item and reason.

use std::path::Path;
use std::{env, fs};

/// The folder with the data files, seen from this crate.
const DATA: &str = "../../data";

/// The data file of administrations and committees. All other data files are documents.
const CITY: &str = "city.toml";

fn main() {
    println!("cargo::rerun-if-changed={DATA}");
    if let Err(reasons) = embed_notes() {
        for reason in reasons {
            println!("cargo::error={}", reason.replace('\n', " "));
        }
        std::process::exit(1);
    }
}

fn embed_notes() -> Result<(), Vec<String>> {
    let city_path = Path::new(DATA).join(CITY);
    let city_file = read(&city_path)?;
    let mut paths = fs::read_dir(DATA)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, _>>())
        .map_err(|error| vec![format!("data: {error}")])?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml") && *path != city_path);
    paths.sort();
    let files = paths.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
    let said = |file: &str, problem| load::InFile { file: file.to_owned(), problem }.to_string();
    let city = load::city(&city_file.1)
        .map_err(|problems| problems.into_iter().map(|problem| said(&city_file.0, problem)).collect::<Vec<_>>())?;
    let files = files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let documents = load::documents(&city, files)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    lay_beside("city.postcard", &city)?;
    lay_beside("notes.postcard", &documents)
}

/// The name of a data file in the repository, and its text.
fn read(path: &Path) -> Result<(String, String), Vec<String>> {
    let name = format!("data/{}", path.file_name().unwrap_or_default().to_string_lossy());
    fs::read_to_string(path).map_err(|error| vec![format!("{name}: {error}")]).map(|text| (name, text))
}

/// Writes `data` in its compact form to where the code includes it from.
fn lay_beside(name: &str, data: &impl serde::Serialize) -> Result<(), Vec<String>> {
    let bytes = postcard::to_allocvec(data).map_err(|error| vec![error.to_string()])?;
    let out = env::var("OUT_DIR").map_err(|error| vec![error.to_string()])?;
    fs::write(Path::new(&out).join(name), bytes).map_err(|error| vec![error.to_string()])
}
