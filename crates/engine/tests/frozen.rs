//! Links that were sent must keep their meaning. This tests every frozen link against what it showed, and the values
//! that links leave out against the data.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::link;
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::{Driver, Note};
use testing::{LIBRARY, every_note, outcome};

const LINKS: &str = include_str!("frozen/links-1.txt");
const BASELINE: &str = include_str!("frozen/baseline-1.txt");

/// The words of each line of a frozen file, without comments.
fn lines(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split_whitespace().collect())
}

/// What a link shows: the page's own link, the number of notices, and the cumulative net of its scenario.
fn shown(sent: &str) -> String {
    let opened = link::open(&LIBRARY, sent).unwrap();
    let outcome = outcome(&opened.own.scenario);
    let net: Vec<String> = outcome
        .view(Perspective::Total)
        .unwrap()
        .cumulative
        .iter()
        .map(|cell: &Thousands| cell.get().to_string())
        .collect();
    format!("{} {} {}", opened.link(), opened.notices.len(), net.join(","))
}

#[test]
fn every_frozen_link_shows_what_it_showed() {
    let mut count = 0;
    for line in lines(LINKS) {
        let [sent, rest @ ..] = line.as_slice() else { panic!("{line:?}") };
        // To freeze a new link, write it on a line alone. The message of the failing test has the rest of the line.
        assert_eq!(shown(sent), rest.join(" "), "{sent}");
        count += 1;
    }
    assert!(count >= 30, "only {count} links are frozen");
}

/// Each driver of each note with its value. A link leaves these values out.
fn baseline() -> Vec<String> {
    let of_note = |note: Note<'static>| {
        let lent = note.variant.lender().map(|lender| format!("+{lender}")).unwrap_or_default();
        let line =
            move |driver: &Driver| format!("{}{lent} {} {}", note.variant.id, driver.id, driver.value.normalize());
        note.variant.drivers.iter().map(line).collect::<Vec<_>>()
    };
    every_note().into_iter().flat_map(of_note).collect()
}

/// A link contains only what differs from these values. A correction in a data file changes what old links show. The
/// headline in a link makes that visible to the reader. The change belongs in CHANGELOG.md and in the file of the next
/// release.
#[test]
fn the_values_that_a_link_leaves_out_have_not_changed() {
    let frozen: Vec<String> = lines(BASELINE).map(|line| line.join(" ")).collect();
    let today = baseline();
    for line in &frozen {
        assert!(today.contains(line), "{line} is frozen, and no longer so in the data");
    }
    let new: Vec<&String> = today.iter().filter(|line| !frozen.contains(line)).collect();
    assert!(new.is_empty(), "not frozen yet: {new:#?}");
}
