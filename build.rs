//! Checks every note in `data/` and lays the checked notes beside the code in a compact form. A note with a fault
//! stops the build with its file, item and reason.

#![allow(dead_code, unreachable_pub, unused_imports, reason = "the shared modules have more than the build needs")]

use std::path::{Path, PathBuf};
use std::{env, fs};

// The very modules that the library is made of: what is checked here is what runs there.
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
#[path = "src/scenario.rs"]
mod scenario;

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-env-changed={ADDRESS}");
    if let Err(reason) = publish_at().and_then(|()| embed()) {
        println!("cargo::error={}", reason.replace('\n', " "));
        std::process::exit(1);
    }
}

/// Where the page will be published.
const ADDRESS: &str = "INDSATSREGNER_URL";

/// Hands the address on to the page as `INDSATSREGNER_PAGE`, checked; nothing where there is none.
fn publish_at() -> Result<(), String> {
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

fn embed() -> Result<(), String> {
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        fs::read_to_string(&path).map(|text| (format!("data/{name}"), text)).map_err(|error| format!("{name}: {error}"))
    };
    let mut paths = fs::read_dir("data")
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, _>>())
        .map_err(|error| format!("data: {error}"))?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    let files = paths.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let files = files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let documents = load::documents(files).map_err(|error| error.to_string())?;
    let bytes = postcard::to_allocvec(&documents).map_err(|error| error.to_string())?;
    let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    fs::write(Path::new(&out).join("notes.postcard"), bytes).map_err(|error| error.to_string())
}
