//! The table of what does not run in an engine of the end-to-end tests names tests that there are, and gives each a reason.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::fs;

const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// Every end-to-end test, with its module.
fn tests() -> Vec<String> {
    let mut tests = Vec::new();
    for entry in fs::read_dir("tests/e2e").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let module = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let code = fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = code.lines().collect();
        let after_mark = lines.windows(2).filter(|pair| pair[0] == "#[test]");
        tests.extend(after_mark.map(|pair| {
            let name = pair[1].trim_start_matches("fn ").split('(').next().unwrap();
            format!("{module}::{name}")
        }));
    }
    tests
}

#[test]
fn every_exception_names_tests_engines_and_a_reason() {
    let tests = tests();
    assert!(tests.len() > 200, "{}", tests.len());
    let table = fs::read_to_string("tests/e2e/exceptions.txt").unwrap();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split(" | ").collect();
        let [excepted, engines, reason] = columns[..] else { panic!("{line} has {} columns", columns.len()) };
        // What is left out is every test whose name contains the words, so they must mean no other.
        let meant =
            |test: &&String| if excepted.ends_with("::") { test.starts_with(excepted) } else { *test == excepted };
        let named = tests.iter().filter(meant).count();
        assert!(named > 0, "{excepted} is no test");
        assert_eq!(tests.iter().filter(|test| test.contains(excepted)).count(), named, "{excepted} means others too");
        assert!(engines.split(' ').all(|engine| ENGINES.contains(&engine)), "{line}");
        assert!(reason.ends_with('.'), "{line}");
    }
}
