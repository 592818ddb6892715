//! A note that a caller brings is a note like those that ship.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use api::calls;
use api::edge::{Comparison, Finding};
use api::failure::Code;
use api::library::with_note;
use api::loaded::Loaded;
use api::opening::described;
use engine::notes::Library;
use testing::{LIBRARY, in_repository};

/// The text of the 2018 case.
fn text() -> String {
    std::fs::read_to_string(in_repository("data/ips-2018.toml")).unwrap()
}

/// The library without the 2018 case.
fn without() -> Library {
    Library::new(LIBRARY.documents().iter().filter(|document| document.id != "ips-2018").cloned().collect())
}

#[test]
fn a_note_that_is_loaded_is_the_one_that_ships() {
    let without = without();
    assert!(without.with_savings("bi10-2026").is_none(), "there is nobody to borrow from");
    let (library, added) = with_note(&without, &text()).unwrap();
    assert_eq!(added.iter().map(|note| note.id.as_str()).collect::<Vec<_>>(), ["ips-2018"]);
    assert_eq!(calls::notes(&library), calls::notes(&LIBRARY));
    // The notes that ship are one another's successors. One that is brought contradicts itself as it did.
    let within = |library: &Library| -> Vec<(String, Vec<Comparison>)> {
        let is_within = |finding: &Finding| finding.places.iter().flatten().all(|place| place.document == "ips-2018");
        let found = calls::findings(library).into_iter().filter(is_within);
        found.map(|finding| (finding.id, finding.comparisons)).collect()
    };
    assert!(within(&LIBRARY).len() > 3);
    assert_eq!(within(&library), within(&LIBRARY));
    let evaluate = |library: &Library| {
        let described = described(library, &serde_json::from_str(r#"{"note":"ips-2018"}"#).unwrap()).unwrap();
        calls::evaluate(&Loaded::new(described)).unwrap()
    };
    assert_eq!(evaluate(&library), evaluate(&LIBRARY));
}

#[test]
fn a_note_with_a_fault_says_where_it_is() {
    let without = without();
    let faults = [
        (
            text().replace("cells = [-2203,", "cells = [\"x\","),
            "line 28, column 10: summary/benefits: \"x\" is no number",
        ),
        (text().replace("\ntitle = { da", "\ntitel = { da"), "line 5, column 1: ips-2018: missing field \"title\""),
        (String::new(), "the file is empty."),
    ];
    for (text, beginning) in faults {
        let failure = with_note(&without, &text).unwrap_err();
        assert_eq!((failure.code, failure.driver), (Code::UnusableNote, None));
        assert!(failure.sentence.starts_with(beginning) && failure.sentence.ends_with('.'), "{}", failure.sentence);
    }
    let twice = with_note(&LIBRARY, &text()).unwrap_err();
    assert_eq!(twice.sentence, "line 5, column 6: ips-2018: the id \"ips-2018\" is there twice.");
}
