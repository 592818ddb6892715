//! Checks every note in `data/` and writes the checked notes, in a compact form, to where the library embeds them from.
//! A note with a fault stops the build. The message names the file, the item and the reason.

#![allow(dead_code, unreachable_pub, unused_imports, reason = "the shared modules have more than the build needs")]

use std::path::{Path, PathBuf};
use std::{env, fs};

// The same modules as in the library, so the build checks the notes with the code that runs in the page.
#[path = "src/brackets.rs"]
mod brackets;
#[path = "src/evaluate/mod.rs"]
mod evaluate;
#[path = "src/load/mod.rs"]
mod load;
#[path = "src/money.rs"]
mod money;
#[path = "src/note/mod.rs"]
mod note;
#[path = "src/ordered.rs"]
mod ordered;
#[path = "src/scenario.rs"]
mod scenario;

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-env-changed={ADDRESS}");
    if let Err(reason) = pass_on_address().and_then(|()| embed_notes()) {
        println!("cargo::error={}", reason.replace('\n', " "));
        std::process::exit(1);
    }
}

/// The environment variable with the address where the page will be published.
const ADDRESS: &str = "INDSATSREGNER_URL";

/// Checks the address and passes it on to the page as `INDSATSREGNER_PAGE`. Without an address it does nothing.
fn pass_on_address() -> Result<(), String> {
    let address = env::var(ADDRESS).unwrap_or_default();
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let is_plain = |letter: char| letter.is_ascii_graphic() && !"?#\"<>\\".contains(letter);
    match host {
        None if address.is_empty() => Ok(()),
        Some(host) if !host.is_empty() && host.contains('/') && host.chars().all(is_plain) => {
            println!("cargo::rustc-env=INDSATSREGNER_PAGE={address}");
            Ok(())
        }
        _ => Err(format!(
            "{ADDRESS} is {address:?}: it takes the whole address of the page, such as https://example.org/indsatsregner/"
        )),
    }
}

/// The data file of administrations and committees. All other data files are documents.
const CITY: &str = "data/city.toml";

fn embed_notes() -> Result<(), String> {
    let read = |path: PathBuf| {
        let name = path.display().to_string();
        fs::read_to_string(&path).map_err(|error| format!("{name}: {error}")).map(|text| (name, text))
    };
    let (name, text) = read(PathBuf::from(CITY))?;
    let city = load::city(&name, &text).map_err(|error| error.to_string())?;
    let mut paths = fs::read_dir("data")
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, _>>())
        .map_err(|error| format!("data: {error}"))?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml") && path != Path::new(CITY));
    paths.sort();
    let files = paths.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let files = files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let documents = load::documents(&city, files).map_err(|error| error.to_string())?;
    lay_beside("city.postcard", &city)?;
    lay_beside("notes.postcard", &documents)
}

/// Writes `data` in its compact form to where the code includes it from.
fn lay_beside(name: &str, data: &impl serde::Serialize) -> Result<(), String> {
    let bytes = postcard::to_allocvec(data).map_err(|error| error.to_string())?;
    let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    fs::write(Path::new(&out).join(name), bytes).map_err(|error| error.to_string())
}
