//! What fuzzing found, each as the smallest case that showed it.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

/// A workbook and CSV: the first two bytes choose the language, and which of the two.
fn saved_in_every_file(words: &str) {
    for choices in [[0, 0], [0, 1], [1, 0], [1, 1]] {
        hostile::saved_files(&[&choices, words.as_bytes()].concat());
    }
}

/// Word and its fonts use such characters for bullets. A character of this kind stood for formulas in the workbook's sentences, so a formula
/// came into the name.
#[test]
fn a_character_of_private_use_stays_one_in_a_workbook() {
    saved_in_every_file("\u{e000} \u{e001} \u{f0b7}");
}

/// A cell holds 32,767 characters, and a workbook with a longer one was none.
#[test]
fn a_name_that_is_longer_than_a_cell_is_saved() {
    saved_in_every_file(&"langt ".repeat(8_000));
}

/// A formula has 8,192 characters at most, with the names in it.
#[test]
fn the_longest_name_fits_into_the_formulas_of_a_workbook() {
    saved_in_every_file(&"\"".repeat(300));
}

/// Titles of links come from strangers too. XML cannot hold this character.
#[test]
fn a_title_that_no_file_can_hold_is_left_out_of_them() {
    saved_in_every_file("navn\u{ffff}\u{fdd0}");
    hostile::link("v=1&title=a~ffff~&note=ips-2018");
}

/// TOML's whole numbers end before 10¹⁹: the note of such a table was no TOML, and so had no form.
#[test]
fn a_table_with_a_number_beyond_whole_numbers_becomes_a_note() {
    hostile::table("å\t10000000000000000000");
    hostile::table("Post;2027;2028\nA;-99999999999999999999;0,5\nB;1;2\nI alt;3;4");
}

/// The largest numbers add up to none.
#[test]
fn a_table_whose_sums_are_too_large_has_no_sums() {
    hostile::table("Post;2027\nA;70000000000000000000000000000\nB;70000000000000000000000000000\nI alt;9");
}

/// It was read as a link with the name of a note, which is empty.
#[test]
fn an_empty_name_is_no_note() {
    hostile::pasted("v=1bi10-20261-2026-s2v=1\n&note=");
}
