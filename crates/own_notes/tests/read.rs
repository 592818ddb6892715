//! Files that readers bring: what hinders, and what must not take for ever.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::computed::Computed;
use engine::notes::Library;
use engine::sensitivity::{along_slider, nearest_limits, what_it_takes};
use model::evaluate::Perspective;
use model::language::Language;
use model::scenario::Scenario;
use own_notes::read;

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
