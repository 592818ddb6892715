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
    let lines: Vec<[&str; 3]> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            line.split(" | ").collect::<Vec<_>>().try_into().unwrap_or_else(|_| panic!("{line}: three columns"))
        })
        .collect();
    let means = |excepted: &str, test: &str| {
        if excepted.ends_with("::") { test.starts_with(excepted) } else { test == excepted }
    };
    for [excepted, engines, reason] in &lines {
        assert!(engines.split(' ').all(|engine| ENGINES.contains(&engine)), "{excepted}: {engines}");
        assert!(reason.ends_with('.'), "{excepted}: {reason}");
        assert!(tests.iter().any(|test| means(excepted, test)), "{excepted} is no test");
        // Every test whose name contains the words is left out, so each of them must be meant, here or in another line.
        for test in tests.iter().filter(|test| test.contains(excepted)) {
            for engine in engines.split(' ') {
                let is_meant = lines.iter().any(|[other, engines, _]| means(other, test) && engines.contains(engine));
                assert!(is_meant, "{excepted} takes {test} out of {engine} too");
            }
        }
    }
}
