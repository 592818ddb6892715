//! The page holds at every size: nothing reaches beyond the edge, nothing is cut, and no word breaks where it has no hyphen.

use engine::link::Screen;
use engine::notes::Library;
use model::language::Language;
use model::note::Variant;
use serde_json::{Value, json};

use crate::fonts::{Fonts, in_both_fonts};
use crate::page::{Page, strings};

/// Width and height of the window in CSS pixels, and the size of the text in per cent. The last is a window of 1280 × 720 at
/// a zoom of 400 %.
const SIZES: [(u32, u32, u32); 8] = [
    (320, 640, 100),
    (360, 640, 100),
    (820, 1180, 100),
    (1280, 900, 100),
    (820, 1180, 200),
    (1280, 900, 200),
    (360, 740, 200),
    (320, 180, 100),
];
/// Changes that lengthen sentences and numbers: the drivers of a note and their values in links.
const CHANGES: [(&str, &str); 9] = [
    ("caseload", "1"),
    ("effect", "12.75"),
    ("citizens", "99999"),
    ("years", "12"),
    ("pay-team", "9999999"),
    ("years-sick", "3"),
    ("kids", "200000.5"),
    ("prices", "1.25"),
    ("anyway", "12.5"),
];

/// A variant with changes, and with a calculation that is open.
fn link_of(variant: &Variant) -> String {
    let lender = variant.lender().into_iter().map(|lender| format!("&lent={lender}"));
    let known = CHANGES.iter().filter(|(driver, _)| variant.find_driver(driver).is_some());
    let changes = known.map(|(driver, value)| format!("&{driver}={value}"));
    format!("note={}{}&explain=net.total", variant.id, lender.chain(changes).collect::<String>())
}

/// Every screen, about every note, also with borrowed savings, in a language.
pub(crate) fn screens(language: Language) -> Vec<String> {
    let library = Library::embedded().unwrap();
    let lang = match language.code() {
        "da" => "",
        other => &format!("&lang={other}"),
    };
    let borrowing = library.notes().filter_map(|note| library.with_savings(&note.variant.id));
    let notes: Vec<String> = library.notes().chain(borrowing).map(|note| link_of(note.variant)).collect();
    Screen::ALL
        .into_iter()
        .flat_map(|screen| {
            let start = format!("v=1&screen={}{lang}", screen.id());
            if screen.is_about_a_note() {
                notes.iter().map(|note| format!("{start}&{note}")).collect()
            } else {
                vec![start]
            }
        })
        .collect()
}

/// Every screen at every size, in one browser.
#[track_caller]
fn assert_every_screen_holds(fonts: Fonts, language: Language) {
    let page = Page::open_on_a_phone(fonts, 320, &format!("v=1&lang={}", language.code()));
    let faults: Vec<String> = screens(language)
        .into_iter()
        .flat_map(|link| {
            let arguments: Vec<Value> = vec![link.into(), json!(SIZES)];
            let script = concat!(include_str!("unseen.js"), include_str!("layout.js"));
            strings(&page.browser.look_later(script, arguments))
        })
        .collect();
    assert!(faults.is_empty(), "{} faults with {fonts:?} letters:\n{}", faults.len(), faults.join("\n"));
    page.assert_quiet();
}

#[test]
fn every_danish_screen_holds_at_every_size() {
    in_both_fonts(|fonts| assert_every_screen_holds(fonts, Language::Danish));
}

#[test]
fn every_english_screen_holds_at_every_size() {
    in_both_fonts(|fonts| assert_every_screen_holds(fonts, Language::English));
}
