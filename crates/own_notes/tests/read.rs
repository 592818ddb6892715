//! Files that readers bring: what hinders, and what must not take for ever.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::computed::Computed;
use engine::notes::Library;
use engine::sensitivity::{along_slider, nearest_limits, what_it_takes};
use model::evaluate::Perspective;
use model::language::Language;
use model::scenario::Scenario;
use own_notes::{read, without};

/// A driver that moves a cost and a saving alike, beside one that moves a cost by nearly as much.
const ALIKE: &str = r#"
title = "Ens på begge sider"
years = [2027, 2031]
unit = "kr"

[[effort]]
name = "Indsats"
length = "varighed"

[[driver]]
id = "varighed"
name = "Varighed"
unit = "years"
value = 5

[[driver]]
id = "begge"
name = "Begge"
unit = "amount-per-year"
value = 1000

[[driver]]
id = "udgift"
name = "Udgift"
unit = "amount-per-year"
value = 1001

[[line]]
name = "Udgift"
side = "cost"
area = "service"
rule = { fixed = { amount = "begge" } }

[[line]]
name = "Besparelse"
side = "saving"
area = "service"
rule = { fixed = { amount = "begge" } }

[[line]]
name = "En udgift mere"
side = "cost"
area = "service"
rule = { fixed = { amount = "udgift" } }
"#;

#[test]
fn a_search_that_would_go_on_for_millions_of_values_is_given_up() {
    let note = read(ALIKE.as_bytes(), "a.toml", &[], words::of(Language::Danish)).unwrap();
    let library = Library::brought(note.handed_on).unwrap();
    let scenario = Scenario::baseline(library.find(&note.note).unwrap());
    let computed = Computed::of(scenario.clone()).unwrap();
    let limits = nearest_limits(&scenario, Perspective::Total, 5).unwrap();
    let both = scenario.note().variant.find_driver("begge").unwrap();
    assert!(limits.iter().all(|limit| limit.ix != both), "nothing is said of a limit that was not found");
    for (ix, _) in scenario.note().variant.drivers() {
        assert!(along_slider(&computed, ix, Perspective::Total, 5).is_ok());
    }
    assert!(what_it_takes(&computed, Perspective::Total, 5).is_ok());
}

#[test]
fn an_id_that_links_use_for_something_else_hinders() {
    let text = ALIKE.replace("\"begge\"", "\"lang\"");
    let problems = read(text.as_bytes(), "a.toml", &[], words::of(Language::Danish)).unwrap_err();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].place, Some((17, 6)));
    assert!(problems[0].sentence.contains("”lang”"), "{problems:?}");
}

#[test]
fn a_note_is_taken_away_alone_and_the_others_stay_as_they_were() {
    let words = words::of(Language::Danish);
    let other = ALIKE.replace("Ens på begge sider", "En anden");
    let one = read(ALIKE.as_bytes(), "a.toml", &[], words).unwrap();
    let both = read(other.as_bytes(), "b.toml", &one.handed_on, words).unwrap();
    let ids = |handed_on: Vec<u8>| -> Vec<(String, String)> {
        let library = Library::brought(handed_on).unwrap();
        let own = library.documents().iter().filter(|document| document.fingerprint.is_some());
        own.map(|document| &document.id)
            .zip(library.files())
            .map(|(id, file)| (id.clone(), file.name.clone()))
            .collect()
    };
    let left = without(&both.handed_on, "ens-paa-begge-sider", words).unwrap();
    assert_eq!(ids(left.clone()), [("en-anden".to_owned(), "b.toml".to_owned())]);
    assert_eq!(left, read(other.as_bytes(), "b.toml", &[], words).unwrap().handed_on);
    let none = without(&left, "en-anden", words).unwrap();
    let library = Library::brought(none).unwrap();
    assert_eq!(library.documents(), Library::embedded().unwrap().documents());
    assert!(library.files().is_empty());
}

#[test]
fn the_id_of_a_text_is_that_of_its_note() {
    let words = words::of(Language::Danish);
    for (text, id) in [
        (ALIKE.to_owned(), "ens-paa-begge-sider"),
        (ALIKE.replace("title =", "id = \"ens-2027\"\ntitle ="), "ens-2027"),
        (ALIKE.replace("\"Ens på begge sider\"", "{ en = \"Café\", da = \"Kafé\" }"), "kafe"),
    ] {
        assert_eq!(own_notes::form::id::id(&text).as_deref(), Some(id));
        let read = read(text.as_bytes(), "", &[], words).unwrap();
        assert_eq!(Library::brought(read.handed_on).unwrap().files()[0].document, id);
    }
    for none in ["", "title = \"\"", "title = \"a", "id = \"Nej nej\"\ntitle = \"Ja\""] {
        assert_eq!(own_notes::form::id::id(none), None, "{none}");
    }
    assert_eq!(own_notes::form::id::id("{\"title\": \"Havnebad\"}").as_deref(), Some("havnebad"));
}
