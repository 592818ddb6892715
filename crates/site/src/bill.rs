//! The bill of materials: which crates the wasm of the page is made of, in `CycloneDX`'s form, so that whoever hosts the page can look
//! for what becomes known of one of them. It names no time and has no number of its own: the same page has the same bill.
//!
//! It is made of what cargo itself says. cargo-cyclonedx would be one more tool to compile; it knows neither which crates go into the wasm
//! of three programs nor which only run while it is compiled, and it writes a time.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::{Value, json};

/// The name of the published bill. Programs know the form by its end.
pub const BILL: &str = "sbom.cdx.json";

/// The arguments with which cargo lists the crates that become wasm: a line each with its depth, its name and version, and its licence.
/// Macros are compiled for the machine that builds, so they are none of them.
pub const LIST: [&str; 17] = [
    "tree",
    "--locked",
    "--package=indsatsregner",
    "--package=files",
    "--package=own_notes",
    "--features=indsatsregner/split",
    "--target=wasm32-unknown-unknown",
    "--edges",
    "normal,no-proc-macro",
    "--charset",
    "ascii",
    "--prefix",
    "depth",
    "--format",
    "|{p}|{l}",
    "--color",
    "never",
];

/// The crate of the page, which uses the others.
const ROOT: &str = "indsatsregner";

/// A line of cargo's list that is none, or a crate that Cargo.lock does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BillError(String);

impl fmt::Display for BillError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the bill of materials cannot be written: {}", self.0)
    }
}

impl std::error::Error for BillError {}

/// A crate of the list.
struct Part<'t> {
    name: &'t str,
    version: &'t str,
    licence: &'t str,
    /// Whether it is one of the workspace, which no registry has.
    is_own: bool,
    uses: BTreeSet<String>,
}

impl Part<'_> {
    /// By what other parts refer to it.
    fn id(&self) -> String {
        let Self { name, version, is_own, .. } = self;
        if *is_own { format!("{name}@{version}") } else { format!("pkg:cargo/{name}@{version}") }
    }

    fn component(&self, sums: &BTreeMap<(&str, &str), &str>) -> Result<Value, BillError> {
        let Self { name, version, licence, is_own, .. } = self;
        let mut component = json!({
            "bom-ref": self.id(),
            "type": "library",
            "name": name,
            "version": version,
            // Some crates still separate licences in the way of old.
            "licenses": [{ "expression": licence.replace('/', " OR ") }],
        });
        if let (false, Some(fields)) = (is_own, component.as_object_mut()) {
            let sum =
                sums.get(&(name, version)).ok_or_else(|| BillError(format!("Cargo.lock has no {name} {version}")))?;
            fields.insert("purl".to_owned(), json!(self.id()));
            fields.insert("hashes".to_owned(), json!([{ "alg": "SHA-256", "content": sum }]));
        }
        Ok(component)
    }
}

/// The bill of the page as JSON: of cargo's [`LIST`], the text of `Cargo.lock`, and the programs whose versions it does not hold, by name
/// and version.
///
/// # Errors
/// Returns [`BillError`] where the list has another form, or a crate that the lock file has not.
pub fn bill(list: &str, lock: &str, programs: &[(&str, String)]) -> Result<String, BillError> {
    let mut parts = parts(list)?;
    let sums = sums(lock);
    let roots = roots(list)?;
    let page = parts.values().find(|part| part.name == ROOT && part.is_own).map(Part::id);
    let page = page.and_then(|id| parts.remove(&id)).ok_or_else(|| BillError(format!("{ROOT} is not in the list")))?;
    let (id, others) = (page.id(), roots.into_iter().filter(|root| *root != page.id()));
    let uses_of_page: BTreeSet<String> = page.uses.iter().cloned().chain(others).collect();
    let components = parts.values().map(|part| part.component(&sums)).collect::<Result<Vec<_>, _>>()?;
    let uses = parts.iter().map(|(id, part)| json!({ "ref": id, "dependsOn": part.uses }));
    let programs = programs
        .iter()
        .map(|(name, version)| json!({ "type": "application", "name": name, "version": version }))
        .collect::<Vec<_>>();
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "tools": { "components": programs },
            "component": {
                "bom-ref": id,
                "type": "application",
                "name": page.name,
                "version": page.version,
                "licenses": [{ "expression": page.licence }],
            },
        },
        "components": components,
        "dependencies":
            std::iter::once(json!({ "ref": id, "dependsOn": uses_of_page })).chain(uses).collect::<Vec<_>>(),
    });
    Ok(format!("{bill:#}\n"))
}

/// A line of the list: its depth, and its crate without what it uses.
fn line(line: &str) -> Result<(usize, Part<'_>), BillError> {
    let read = || {
        let [depth, package, licence] = line.split('|').collect::<Vec<_>>().try_into().ok()?;
        let (name, rest) = package.split_once(" v")?;
        let (version, place) = rest.split_once(' ').unwrap_or((rest, ""));
        // Cargo marks a crate whose own lines stand further up.
        let licence = licence.trim_end_matches("(*)").trim();
        let part = Part { name, version, licence, is_own: place.starts_with('('), uses: BTreeSet::new() };
        Some((depth.parse().ok()?, part))
    };
    read().ok_or_else(|| BillError(format!("cargo lists {line:?}")))
}

fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.lines().filter(|line| !line.is_empty())
}

/// The crates that are wasm of their own.
fn roots(list: &str) -> Result<BTreeSet<String>, BillError> {
    let all = lines(list).map(line).collect::<Result<Vec<_>, _>>()?;
    Ok(all.into_iter().filter(|(depth, _)| *depth == 0).map(|(_, part)| part.id()).collect())
}

/// Each crate of the list once, with all that it uses.
fn parts(list: &str) -> Result<BTreeMap<String, Part<'_>>, BillError> {
    let mut parts: BTreeMap<String, Part<'_>> = BTreeMap::new();
    // The crates on the way to the one that is read.
    let mut way: Vec<String> = Vec::new();
    for text in lines(list) {
        let (depth, part) = line(text)?;
        let id = part.id();
        way.truncate(depth);
        if let Some(user) = way.last().and_then(|user| parts.get_mut(user)) {
            user.uses.insert(id.clone());
        }
        parts.entry(id.clone()).or_insert(part);
        way.push(id);
    }
    Ok(parts)
}

/// The hashes of Cargo.lock by name and version of the crate.
fn sums(lock: &str) -> BTreeMap<(&str, &str), &str> {
    let read = |text| Some(((field(text, "name")?, field(text, "version")?), field(text, "checksum")?));
    lock.split("[[package]]").filter_map(read).collect()
}

/// The text that a field of a package in Cargo.lock has.
fn field<'t>(package: &'t str, name: &str) -> Option<&'t str> {
    package.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \"")?.strip_suffix('"'))
}
