//! What `docs/dependencies.md` says of dependencies is what the repository has, and what catalogues of public software read is true.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use yaml_rust2::{Yaml, YamlLoader};

fn text(name: &str) -> String {
    fs::read_to_string(name).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn json(name: &str) -> Value {
    serde_json::from_str(&text(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn yaml(name: &str) -> Yaml {
    let read = YamlLoader::load_from_str(&text(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let [only] = <[Yaml; 1]>::try_from(read).expect("one document");
    only
}

/// The lines of a section of a Cargo.toml.
fn section(cargo: &str, name: &str) -> Vec<String> {
    let lines = cargo.lines().skip_while(|line| *line != format!("[{name}]")).skip(1);
    lines.take_while(|line| !line.starts_with('[')).map(str::to_owned).collect()
}

/// What `[workspace.package]` says of a field.
fn said_in_cargo(field: &str) -> String {
    let lines = section(&text("Cargo.toml"), "workspace.package");
    let line = lines.iter().find_map(|line| line.strip_prefix(&format!("{field} = "))).expect("a field");
    line.trim_matches('"').to_owned()
}

/// The folders with node packages of their own.
const NODE: [&str; 4] = ["", "bench/", "lighthouse/", "under-load/"];

/// Every dependency that the repository names.
fn named() -> BTreeSet<String> {
    let crates = section(&text("Cargo.toml"), "workspace.dependencies").into_iter();
    let of_others = crates.filter(|line| !line.starts_with('#') && !line.contains("path = "));
    let crates = of_others.filter_map(|line| Some(line.split_once(" = ")?.0.to_owned()));
    let node = NODE.iter().flat_map(|folder| {
        let package = json(&format!("{folder}package.json"));
        assert!(package.get("dependencies").is_none(), "{folder}: nothing is given to whoever installs it");
        package["devDependencies"].as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    });
    let tools = text("tools/versions");
    let tools = tools.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('='));
    let tools: Vec<String> = tools.map(|(name, _)| name.to_lowercase().replace('_', "-")).collect();
    let fuzz = section(&text("fuzz/Cargo.toml"), "dependencies").into_iter().filter(|line| !line.contains("path = "));
    let fuzz = fuzz.filter_map(|line| Some(line.split_once(" = ")?.0.to_owned()));
    crates.chain(node).chain(tools).chain(fuzz).collect()
}

/// The rows of the table, in their cells.
fn table() -> Vec<Vec<String>> {
    let text = text("docs/dependencies.md");
    let rows = text.lines().skip_while(|line| *line != "| dependency | what for | where |").skip(2);
    let rows = rows.take_while(|line| line.starts_with('|'));
    rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

#[test]
fn the_table_names_every_dependency_once_with_a_reason_and_no_other() {
    let table = table();
    let names: BTreeSet<String> = table.iter().map(|row| row[0].trim_matches('`').to_owned()).collect();
    assert_eq!(names.len(), table.len(), "one is named twice");
    let named = named();
    assert!(named.len() > 60, "only {named:?} were read");
    let difference: Vec<_> = names.symmetric_difference(&named).collect();
    assert!(difference.is_empty(), "in docs/dependencies.md or in use, but not both: {difference:?}");
    for row in &table {
        assert!(row.len() == 3 && row[1..].iter().all(|cell| !cell.is_empty()), "{row:?}");
    }
}

/// Otherwise a version would be said twice, and the table would not know of it.
#[test]
fn no_crate_names_a_dependency_that_the_workspace_does_not() {
    let folders = fs::read_dir("crates").unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<PathBuf> = folders.map(|folder| folder.join("Cargo.toml")).chain(["Cargo.toml".into()]).collect();
    let mut seen = 0;
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let mut section = "";
        for line in text.lines() {
            if line.starts_with('[') {
                section = line;
                continue;
            }
            let is_said =
                section.ends_with("dependencies]") && section != "[workspace.dependencies]" && line.contains('=');
            if is_said && !line.starts_with('#') {
                assert!(line.contains("workspace = true"), "{}: {line}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "only {seen} dependencies were read");
}

/// The packages of a lock file, by name and version, with where each comes from; none for those of the repository.
fn locked(name: &str) -> BTreeMap<(String, String), Option<String>> {
    let text = text(name);
    let value = |package: &str, field: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(&format!("{field} = ")));
        line.map(|line| line.trim_matches('"').to_owned())
    };
    let packages = text.split("[[package]]").skip(1);
    packages.map(|it| ((value(it, "name").unwrap(), value(it, "version").unwrap()), value(it, "source"))).collect()
}

/// Fuzzing is no part of the workspace, so that neither cargo nor cargo-deny compares its versions with those of the page.
#[test]
fn fuzzing_calls_the_versions_that_the_page_has() {
    let (page, fuzz) = (locked("Cargo.lock"), locked("fuzz/Cargo.lock"));
    let own = ["fuzz", "libfuzzer-sys", "arbitrary", "jobserver"];
    let mut seen = 0;
    for ((name, version), source) in &fuzz {
        let is_known = page.contains_key(&(name.clone(), version.clone()));
        assert!(is_known || own.contains(&name.as_str()), "{name} {version} is another one than in Cargo.lock");
        let is_from_registry = source.as_deref().is_none_or(|source| source.starts_with("registry+"));
        assert!(is_from_registry, "{name} comes from {source:?}");
        seen += 1;
    }
    assert!(seen > 40, "only {seen} packages were read");
}

#[test]
fn every_node_package_is_named_by_its_content() {
    for folder in NODE {
        let lock = json(&format!("{folder}package-lock.json"));
        let packages = lock["packages"].as_object().unwrap().iter().filter(|(name, _)| !name.is_empty());
        let mut seen = 0;
        for (name, package) in packages {
            let integrity = package["integrity"].as_str().unwrap_or_default();
            assert!(integrity.starts_with("sha512-"), "{folder}{name}: {integrity:?}");
            // One of the audit's says none.
            assert!(folder == "lighthouse/" || package["license"].is_string(), "{folder}{name} has no licence");
            seen += 1;
        }
        assert!(seen > 2, "{folder}: {seen}");
    }
}

#[test]
fn what_catalogues_read_is_true() {
    let file = yaml("publiccode.yml");
    let said = |value: &Yaml| value.as_str().unwrap_or_else(|| panic!("{value:?} is no text")).to_owned();
    assert_eq!(said(&file["publiccodeYmlVersion"]), "0.5");
    assert_eq!(said(&file["softwareVersion"]), said_in_cargo("version"));
    assert_eq!(said(&file["legal"]["license"]), said_in_cargo("license"));
    assert!(text("LICENSE").contains(&said(&file["legal"]["mainCopyrightOwner"])));
    for key in ["name", "url", "developmentStatus", "softwareType"] {
        assert!(!said(&file[key]).is_empty(), "{key}");
    }
    assert_eq!(said(&file["maintenance"]["type"]), "community");
    assert!(!said(&file["maintenance"]["contacts"][0]["name"]).is_empty());
    assert_eq!(file["localisation"]["localisationReady"].as_bool(), Some(true));
    let languages: Vec<String> =
        file["localisation"]["availableLanguages"].as_vec().unwrap().iter().map(said).collect();
    assert_eq!(languages, model::language::Language::ALL.map(|language| language.code().to_owned()));
    for language in &languages {
        let described = &file["description"][language.as_str()];
        let short = said(&described["shortDescription"]).chars().count();
        let long = said(&described["longDescription"]).chars().count();
        // As the standard has it.
        assert!(short <= 150 && (150..=10_000).contains(&long), "{language}: {short} and {long}");
        assert!(described["features"].as_vec().unwrap().len() > 4, "{language}");
        for picture in described["screenshots"].as_vec().unwrap() {
            assert!(fs::exists(said(picture)).unwrap(), "{picture:?}");
        }
    }
}

#[test]
fn what_is_said_for_citations_is_true() {
    let file = yaml("CITATION.cff");
    // A version of two dots is no number, so it is text without quotes too.
    let said = |key: &str| file[key].as_str().unwrap_or_else(|| panic!("{key} is no text")).to_owned();
    assert_eq!(said("cff-version"), "1.2.0");
    assert_eq!(said("version"), said_in_cargo("version"));
    assert_eq!(said("license"), said_in_cargo("license"));
    assert!(text("LICENSE").contains(file["authors"][0]["name"].as_str().unwrap()));
    for key in ["title", "message", "type", "abstract"] {
        assert!(!said(key).is_empty(), "{key}");
    }
}
