//! Readers of every engine read the same: the words and numbers of each screen, of each note, in both languages.

use model::language::Language;

use crate::browser::Browser;
use crate::engine::Engine;
use crate::fonts::Fonts;
use crate::layout::screens;
use crate::page::{Page, first_difference, strings};
use crate::server;

/// What can be read of each screen in an engine.
#[track_caller]
fn read(engine: Engine, language: Language) -> Vec<(String, Vec<String>)> {
    let page = Page { browser: Browser::of(engine, "da", Fonts::Narrow) };
    page.browser.go(&format!("{}/#v=1&lang={}", server::origin(), language.code()));
    page.wait_until_drawn();
    let texts = screens(language)
        .into_iter()
        .map(|link| {
            page.follow(&link);
            let text = strings(&page.browser.look_later(include_str!("visible_text.js"), vec![]));
            assert!(text.len() > 20, "{engine:?} shows little of {link}: {text:?}");
            (link, text)
        })
        .collect();
    page.assert_quiet();
    texts
}

/// Chromium's text is what the others' is compared with.
#[track_caller]
fn assert_same_in_all(language: Language) {
    let [first, others @ ..] = Engine::ALL;
    let expected = read(first, language);
    for engine in others {
        for ((link, expected), (_, seen)) in expected.iter().zip(read(engine, language)) {
            assert_eq!(first_difference(&seen, expected), None, "{engine:?} and {first:?} differ at {link}");
        }
    }
}

#[test]
fn every_engine_shows_the_same_danish_text() {
    assert_same_in_all(Language::Danish);
}

#[test]
fn every_engine_shows_the_same_english_text() {
    assert_same_in_all(Language::English);
}
