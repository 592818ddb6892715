//! The modules depend on each other only as ARCHITECTURE.md says. The tests read this from the sources.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The module that a source file belongs to: the first part of its path below `src`.
fn module(path: &Path) -> String {
    let first = path.strip_prefix("src").unwrap().components().next().unwrap();
    first.as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

#[test]
fn only_ui_and_api_know_a_browser() {
    let mut read = 0;
    for path in sources(Path::new("src")) {
        if matches!(module(&path).as_str(), "ui" | "api" | "bin") {
            continue;
        }
        read += 1;
        let text = fs::read_to_string(&path).unwrap();
        for name in ["yew", "web_sys", "wasm_bindgen", "gloo", "js_sys"] {
            let uses = text.lines().filter(|line| !line.trim_start().starts_with("//")).any(|line| line.contains(name));
            assert!(!uses, "{} names {name}", path.display());
        }
    }
    assert!(read > 15, "only {read} files were read");
}

#[test]
fn whatever_readers_run_refuses_what_can_panic() {
    let refused = |path: &Path| {
        let text = fs::read_to_string(path).unwrap();
        let list = text.split_once("#![warn(").and_then(|(_, after)| after.split_once(")]")).map(|(list, _)| list);
        list.unwrap_or_else(|| panic!("{} refuses nothing", path.display())).to_owned()
    };
    let library = refused(Path::new("src/lib.rs"));
    assert!(library.contains("clippy::unwrap_used"), "{library}");
    for path in sources(Path::new("src/bin")).into_iter().chain([PathBuf::from("src/main.rs")]) {
        assert_eq!(refused(&path), library, "{}", path.display());
    }
}

/// ARCHITECTURE.md says how large they are.
#[test]
fn the_page_is_spared_the_large_functions_of_the_standard_library() {
    let native = ["load", "publish", "tables", "main", "export", "scenario_file", "bin"];
    for path in sources(Path::new("src")).into_iter().filter(|path| !native.contains(&module(path).as_str())) {
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for name in [".sort", ".to_lowercase()", ".to_uppercase()", "parse::<f64>", ":.1}"] {
            assert!(!code.contains(name), "{} calls {name}", path.display());
        }
    }
}

/// Each module may use those before it, never those after it.
const ORDER: [&str; 41] = [
    "ordered",
    "money",
    "note",
    "scenario",
    "evaluate",
    "payback",
    "figures",
    "computed",
    "explain",
    "brackets",
    "could_explain",
    "findings",
    "load",
    "borrow",
    "notes",
    "chart",
    "slider",
    "sensitivity",
    "timeline",
    "aims",
    "post_prices",
    "answer",
    "compare",
    "questions",
    "method",
    "language",
    "format",
    "hyphens",
    "link",
    "pasted",
    "iframe",
    "scenario_file",
    "text",
    "draw",
    "tables",
    "publish",
    "export",
    "api",
    "ui",
    "main",
    "bin",
];

#[test]
fn no_module_uses_one_that_comes_after_it() {
    for path in sources(Path::new("src")) {
        let own = module(&path);
        if own == "lib" {
            continue;
        }
        let place = ORDER.iter().position(|name| *name == own);
        let place = place.unwrap_or_else(|| panic!("{} is not in the order of the modules", path.display()));
        let text = fs::read_to_string(&path).unwrap();
        for later in &ORDER[place + 1..] {
            let uses = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .any(|line| line.contains(&format!("crate::{later}::")));
            assert!(!uses, "{} uses {later}", path.display());
        }
    }
}
