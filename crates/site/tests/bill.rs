//! The bill of materials of the page, and the hashes of what is published.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use serde_json::Value;
use sha2::{Digest, Sha256};
use site::bill::{LIST, bill};
use testing::in_repository;

const TREE: &str = "0|files v0.1.0 (/somewhere/crates/files)|MIT
1|csv v1.4.0|Unlicense/MIT
2|memchr v2.8.3|Unlicense OR MIT
1|model v0.1.0 (/somewhere/crates/model)|MIT

0|indsatsregner v0.1.0 (/somewhere)|MIT
1|model v0.1.0 (/somewhere/crates/model)|MIT (*)
1|memchr v2.8.3|Unlicense OR MIT
";
const LOCK: &str = r#"
[[package]]
name = "csv"
version = "1.4.0"
checksum = "0a"

[[package]]
name = "memchr"
version = "2.8.3"
checksum = "0b"

[[package]]
name = "model"
version = "0.1.0"
"#;

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn small() -> Value {
    read(&bill(TREE, LOCK, &[("rustc", "1".to_owned())]).unwrap())
}

/// The real list, as the build asks for it.
fn list() -> String {
    let cargo = Command::new(env!("CARGO")).args(LIST).current_dir(in_repository(".")).output().unwrap();
    assert!(cargo.status.success(), "{}", String::from_utf8_lossy(&cargo.stderr));
    String::from_utf8(cargo.stdout).unwrap()
}

fn lock() -> String {
    fs::read_to_string(in_repository("Cargo.lock")).unwrap()
}

fn texts<'v>(values: &'v Value, field: &str) -> Vec<&'v str> {
    values.as_array().unwrap().iter().map(|value| value[field].as_str().unwrap()).collect()
}

#[test]
fn a_crate_of_a_registry_is_said_with_its_hash_and_licence() {
    let small = small();
    assert_eq!(texts(&small["components"], "name"), ["files", "model", "csv", "memchr"]);
    let csv = &small["components"][2];
    assert_eq!(csv["purl"], "pkg:cargo/csv@1.4.0");
    assert_eq!(csv["hashes"][0]["content"], "0a");
    assert_eq!(csv["licenses"][0]["expression"], "Unlicense OR MIT");
    let own = &small["components"][1];
    assert!(own.get("purl").is_none() && own.get("hashes").is_none(), "{own}");
    assert_eq!(small["metadata"]["tools"]["components"][0]["name"], "rustc");
}

#[test]
fn what_uses_what_is_said_also_of_a_crate_that_is_listed_twice() {
    let uses: BTreeMap<String, Value> = small()["dependencies"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| (each["ref"].as_str().unwrap().to_owned(), each["dependsOn"].clone()))
        .collect();
    let expected = [
        ("files@0.1.0", serde_json::json!(["model@0.1.0", "pkg:cargo/csv@1.4.0"])),
        ("indsatsregner@0.1.0", serde_json::json!(["files@0.1.0", "model@0.1.0", "pkg:cargo/memchr@2.8.3"])),
        ("model@0.1.0", serde_json::json!([])),
        ("pkg:cargo/csv@1.4.0", serde_json::json!(["pkg:cargo/memchr@2.8.3"])),
        ("pkg:cargo/memchr@2.8.3", serde_json::json!([])),
    ];
    assert_eq!(uses, expected.map(|(name, uses)| (name.to_owned(), uses)).into());
}

#[test]
fn a_bill_with_a_gap_is_not_written() {
    let fault = |tree: &str, lock: &str| bill(tree, lock, &[]).expect_err("a fault").to_string();
    assert!(fault(TREE, "").contains("no csv 1.4.0"));
    assert!(fault("0|nonsense", LOCK).contains("0|nonsense"));
    assert!(fault("", LOCK).contains("indsatsregner is not in the list"));
}

#[test]
fn the_bill_of_the_page_holds_what_becomes_wasm_and_nothing_else() {
    let text = bill(&list(), &lock(), &[]).unwrap();
    assert_eq!(text, bill(&list(), &lock(), &[]).unwrap());
    // Nothing of this machine, and no time.
    for word in [env!("CARGO_MANIFEST_DIR"), "file:", "timestamp", "serialNumber"] {
        assert!(!text.contains(word), "{word}");
    }
    let bill = read(&text);
    let names: BTreeSet<&str> = texts(&bill["components"], "name").into_iter().collect();
    for name in ["yew", "rust_xlsxwriter", "toml", "wasm-bindgen", "own_notes", "wasm_split_helpers"] {
        assert!(names.contains(name), "{name}");
    }
    for name in ["proptest", "syn", "serde_derive", "yew-macro", "resvg", "site", "clap", "tokio", "ironcalc"] {
        assert!(!names.contains(name), "{name}");
    }
    let known: BTreeSet<&str> =
        texts(&bill["components"], "bom-ref").into_iter().chain(["indsatsregner@0.1.0"]).collect();
    for each in bill["dependencies"].as_array().unwrap() {
        assert!(known.contains(each["ref"].as_str().unwrap()), "{each}");
        for used in each["dependsOn"].as_array().unwrap() {
            assert!(known.contains(used.as_str().unwrap()), "{used}");
        }
    }
    assert_eq!(bill["dependencies"].as_array().unwrap().len(), known.len());
}

#[test]
fn the_hashes_are_those_of_every_file_and_in_order() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("v-1")).unwrap();
    let files = [(".htaccess", "a"), ("Z.html", "b"), ("index.html", ""), ("v-1/å.js", "c")];
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    let hex =
        |content: &str| Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    let lines: Vec<String> = files.iter().map(|(name, content)| format!("{}  {name}\n", hex(content))).collect();
    let expected = lines.concat();
    // The second time the file is there, and is none of those that it names.
    for _ in 0..2 {
        let status = Command::new(in_repository("tools/sums")).arg(folder.path()).status().expect("tools/sums runs");
        assert!(status.success());
        assert_eq!(fs::read_to_string(folder.path().join("SHA256SUMS")).unwrap(), expected);
    }
}
