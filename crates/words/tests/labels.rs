//! Every fixed wording is shown. The compiler says so of all other messages, but these are public.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::fs;
use std::path::Path;

use model::language::Language;
use testing::in_repository;

/// The text of every source file in a folder and below.
fn sources(folder: &Path, all: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, all);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            all.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

/// Whether the code reads a field of this name.
fn is_read(name: &str, code: &str) -> bool {
    let reads =
        |(at, found): (usize, &str)| !code[at + found.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
    code.match_indices(&format!(".{name}")).any(reads)
}

#[test]
fn every_label_is_shown_somewhere() {
    let mut code = String::new();
    sources(&in_repository("src"), &mut code);
    for layer in ["words", "charts", "files", "own_notes", "site"] {
        sources(&in_repository("crates").join(layer).join("src"), &mut code);
    }
    let labels = format!("{:#?}", words::of(Language::Danish).labels());
    let name = |line: &str| Some(line.trim().split_once(": ")?.0.to_owned());
    let names: Vec<String> = labels.lines().filter_map(name).collect();
    assert!(names.len() > 300, "only {} labels were read", names.len());
    let unread: Vec<&String> = names.iter().filter(|name| !is_read(name, &code)).collect();
    assert!(unread.is_empty(), "nobody shows {unread:?}");
    assert!(!is_read("a_label_that_nobody_shows", &code) && !is_read("overvie", &code));
}
