//! A small build that has the same kinds of files as a real one.

#![allow(dead_code, reason = "every test file uses some of these")]

use std::fs;

use site::publish::{Files, PAGE};
use site::styles::{STYLES, put_together};
use testing::in_repository;

/// The script through which the wasm uses the browser, with what publishing looks for in it.
pub(crate) const GLUE: &str = "let wasm;\nexport function compute() {}\nexport { initSync, __wbg_init as default };\n\
                    a.insertBefore(b, c);\na.removeChild(b);\na.nodeValue = d;\nwasm = instance.exports;\ne.register(getStringFromWasm0(f, g));\n";

/// Every possible byte, so that a step that treats wasm as text fails.
pub(crate) fn wasm() -> Vec<u8> {
    (0..=u8::MAX).collect()
}

/// The files as Trunk builds them: the repository's own page as Trunk rewrites it, with the files that it refers to.
pub(crate) fn built() -> Files {
    let page = fs::read_to_string(in_repository("index.html")).unwrap();
    let mut lines: Vec<&str> = page.lines().filter(|line| !line.contains("data-trunk")).collect();
    let end = lines.iter().position(|line| *line == "</head>").unwrap();
    lines.insert(
        end,
        r#"<link rel="stylesheet" href="./style.css"/><link rel="preload" href="./indsatsregner_bg.wasm" as="fetch">"#,
    );
    let mut files: Files = [
        (PAGE, lines.join("\n").into_bytes()),
        ("indsatsregner.js", GLUE.into()),
        ("indsatsregner_bg.wasm", wasm()),
        ("exports.js", b"export default () => {};".to_vec()),
        ("exports_bg.wasm", b"\0asm later".to_vec()),
        ("schema.json", b"{}".to_vec()),
    ]
    .into_iter()
    .map(|(name, content)| (name.to_owned(), content))
    .collect();
    files.insert(STYLES.to_owned(), styles().into_bytes());
    for name in ["src/start.js", "manifest.webmanifest"] {
        files.insert(name.trim_start_matches("src/").to_owned(), fs::read(in_repository(name)).unwrap());
    }
    for entry in fs::read_dir(in_repository("icons")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap();
        files.insert(format!("icons/{name}"), fs::read(&path).unwrap());
    }
    files
}

/// The style sheet of the page, as it is published.
pub(crate) fn styles() -> String {
    let read = |name: &str| fs::read_to_string(in_repository(name));
    put_together(&read(STYLES).unwrap(), |name| read(name).ok()).unwrap()
}
