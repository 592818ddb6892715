//! The guides name the page's fields and buttons as the page does.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::fs;

use model::language::Language;
use testing::in_repository;

/// What a guide prints in italics: the names of fields and buttons.
fn named(guide: &str) -> Vec<String> {
    let parts = guide.split("<i>").skip(1);
    let names = parts.map(|part| part.split("</i>").next().unwrap().split_whitespace().collect::<Vec<_>>().join(" "));
    names.collect()
}

/// All that the page says in a language.
fn wordings(language: Language) -> Vec<String> {
    fn add(value: &toml::Value, found: &mut Vec<String>) {
        match value {
            toml::Value::String(text) => found.push(text.clone()),
            toml::Value::Array(items) => items.iter().for_each(|item| add(item, found)),
            toml::Value::Table(table) => table.values().for_each(|item| add(item, found)),
            _ => {}
        }
    }
    let file = in_repository(&format!("crates/words/{}.toml", language.code()));
    let mut found = Vec::new();
    add(&toml::from_str(&fs::read_to_string(file).unwrap()).unwrap(), &mut found);
    found
}

#[test]
fn every_field_and_button_of_a_guide_is_on_the_page() {
    for language in Language::ALL {
        let file = words::of(language).labels().own_note.guide_file;
        let guide = fs::read_to_string(in_repository("docs").join(file)).unwrap();
        assert!(guide.contains(&format!("<html lang=\"{}\">", language.code())), "{file}");
        let (names, wordings) = (named(&guide), wordings(language));
        assert!(names.len() > 15, "{file}: {names:?}");
        for name in names {
            // "…" stands for what the reader has called something.
            let begins = name.split_once(['”', '“']).map(|(begins, _)| begins);
            let is_said = |said: &String| begins.map_or(*said == name, |begins| said.starts_with(begins));
            assert!(wordings.iter().any(is_said), "{file}: {name:?} is not on the page");
        }
    }
}
