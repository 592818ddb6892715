//! Checks the language files against each other and writes their messages as Rust to where the library includes them from. A
//! fault stops the build. The message names the file, the line, the key and the reason.

use std::path::Path;
use std::{env, fs};

use messages::{Fault, Record, Source};

/// The language files, each with the name of the static that holds its messages. The first says in which order they stand.
const LANGUAGES: [(&str, &str); 2] = [("da.toml", "DANISH"), ("en.toml", "ENGLISH")];

/// The structs that stand in lists of the language files.
const RECORDS: [Record; 2] = [
    Record { path: "super::Term", required: &["name", "meaning"], optional: &["danish"], lists: &[] },
    Record { path: "super::Passage", required: &["title"], optional: &[], lists: &["sentences"] },
];

fn main() {
    for (path, _) in LANGUAGES {
        println!("cargo::rerun-if-changed={path}");
    }
    if let Err(faults) = write_messages() {
        for fault in faults {
            println!("cargo::error={fault}");
        }
        std::process::exit(1);
    }
}

fn write_messages() -> Result<(), Vec<String>> {
    let read = |(file, name)| match fs::read_to_string(file) {
        Ok(text) => Ok((format!("crates/words/{file}"), name, text)),
        Err(error) => Err(vec![format!("crates/words/{file}: {error}")]),
    };
    let texts = LANGUAGES.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let sources: Vec<Source<'_>> = texts.iter().map(|(path, name, text)| Source { path, name, text }).collect();
    let source = messages::generate(&sources, &RECORDS)
        .map_err(|faults| faults.iter().map(Fault::to_string).collect::<Vec<_>>())?;
    let out = env::var("OUT_DIR").map_err(|error| vec![error.to_string()])?;
    fs::write(Path::new(&out).join("messages.rs"), source).map_err(|error| vec![error.to_string()])
}
