//! The printed tables as pages.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use site::tables;
use testing::LIBRARY;

#[test]
fn the_printed_tables_are_a_page_in_each_language() {
    let files = tables::files(&LIBRARY).unwrap();
    assert_eq!(files.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["tabeller.html", "tables.html"]);
    for (name, page) in files {
        assert!(!page.contains("<script") && !page.contains("style="), "{name}");
        let tables: usize = LIBRARY.documents().iter().map(|document| document.tables.len()).sum();
        assert_eq!(page.matches("<table>").count(), tables, "{name}");
    }
}
