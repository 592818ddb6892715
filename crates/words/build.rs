//! Checks the language files against each other and writes their messages as Rust to where the library includes them from. A
//! fault stops the build. The message names the file, the line, the key and the reason.

use std::path::Path;
use std::{env, fs};

use messages::{Fault, Record};

/// The structs that are sections of the language files or stand in their lists.
const RECORDS: [Record; 5] = [
    Record {
        path: "super::Head",
        section: Some("language"),
        required: &["name"],
        marks: &["thousands", "decimals", "csv_separator"],
        lists: &["ordinals", "articles", "word_parts"],
        ..Record::EMPTY
    },
    Record {
        path: "super::UnitWords",
        section: Some("unit_words"),
        lists: &[
            "share",
            "citizens",
            "posts",
            "courses",
            "years",
            "factor",
            "kroner",
            "thousands_of_kroner",
            "thousand",
            "million",
            "billion",
            "each",
            "points",
            "about",
        ],
        ..Record::EMPTY
    },
    Record { path: "super::Term", required: &["name", "meaning"], optional: &["danish"], ..Record::EMPTY },
    Record { path: "super::FormWord", required: &["of", "name"], optional: &["help", "add"], ..Record::EMPTY },
    Record { path: "super::Passage", required: &["title"], lists: &["sentences"], ..Record::EMPTY },
];

fn main() {
    // The folder too, so that a new language file is read.
    println!("cargo::rerun-if-changed=.");
    if let Err(faults) = write_messages() {
        for fault in faults {
            println!("cargo::error={fault}");
        }
        std::process::exit(1);
    }
}

fn write_messages() -> Result<(), Vec<String>> {
    let source = messages::sources(Path::new("."), "crates/words")
        .and_then(|sources| messages::generate(&sources, &RECORDS))
        .map_err(|faults| faults.iter().map(Fault::to_string).collect::<Vec<_>>())?;
    let out = env::var("OUT_DIR").map_err(|error| vec![error.to_string()])?;
    fs::write(Path::new(&out).join("messages.rs"), source).map_err(|error| vec![error.to_string()])
}
