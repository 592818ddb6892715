//! `notes`.

use api::calls;
use testing::LIBRARY;

use super::{file, misused, own_note, printed, shipped};

#[test]
fn every_note_is_listed_by_its_id() {
    let listed = printed(&["notes"]);
    let ids: Vec<&str> = listed.lines().map(|line| line.split_whitespace().next().unwrap()).collect();
    assert_eq!(ids, LIBRARY.notes().map(|note| note.variant.id.as_str()).collect::<Vec<_>>());
    let (_folder, path) = file("own.toml", own_note());
    assert!(printed(&["notes", "--note", path.to_str().unwrap()]).contains("\nof-our-own "));
}

#[test]
fn every_driver_of_a_note_is_listed_with_what_it_accepts() {
    let listed = printed(&["notes", "ips-2018", "--lang", "da"]);
    for driver in &LIBRARY.find("ips-2018").unwrap().variant.drivers {
        assert!(listed.contains(&format!("\n{} ", driver.id)), "{} is not in {listed}", driver.id);
    }
    assert!(listed.contains("371.667") && listed.contains("kr."), "{listed}");
    assert!(misused(&["notes", "ips-2081"]).contains("ips-2081"));
}

#[test]
fn the_json_is_that_of_the_javascript_package() {
    let all = calls::notes(shipped());
    assert_eq!(printed(&["notes", "--json"]), serde_json::to_string_pretty(&all).unwrap() + "\n");
    let first = serde_json::to_string_pretty(&all[0]).unwrap() + "\n";
    assert_eq!(printed(&["notes", &all[0].id, "--json"]), first);
}
