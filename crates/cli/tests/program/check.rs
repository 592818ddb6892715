//! `check`.

use super::{file, own_note, printed, run, run_with};

/// What the note of one's own is called.
const OWN: &str = "Business case 2018 in Budget 2019";

#[test]
fn a_note_without_faults_is_named() {
    let (_folder, path) = file("own.toml", own_note());
    let path = path.to_str().unwrap();
    assert_eq!(printed(&["check", path]), format!("{path}: {OWN}\n"));
    let ran = run_with(&["check", "-"], own_note().as_bytes());
    assert_eq!((ran.code, ran.out, ran.err.as_str()), (0, format!("<stdin>: {OWN}\n"), ""));
}

#[test]
fn the_next_edition_of_a_note_that_ships_takes_its_place() {
    let files = ["data/ips-2018.toml", "data/bi07-2022-a.toml", "data/bi10-2026.toml"];
    let out = printed(&[&["check"][..], &files[..]].concat());
    assert_eq!(out.lines().count(), 3, "{out}");
}

#[test]
fn a_fault_is_said_with_file_line_column_and_passage() {
    let text = own_note();
    let line = text.lines().position(|line| line.starts_with("title")).unwrap() + 1;
    let (_folder, path) = file("own.toml", text.replacen("\ntitle = ", "\ntitel = ", 1));
    let ran = run(&["check", path.to_str().unwrap()]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    let place = format!("{}:{line}:1: ", path.display());
    let said = ran.err.lines().position(|said| said.starts_with(&place) && said.contains("titel"));
    let said = said.unwrap_or_else(|| panic!("{place} is not in {}", ran.err));
    assert_eq!(ran.err.lines().nth(said + 1), Some("  titel"), "{}", ran.err);
}

#[test]
fn what_a_cell_should_be_is_said() {
    let (_folder, path) = file("own.toml", own_note().replacen("4854", "4855", 1));
    // Documents contradict themselves, so in a note of one's own it hinders nothing. One that ships says that it knows.
    for (arguments, code) in [(&["check"][..], 0), (&["check", "--ships"], 1)] {
        let ran = run(&[arguments, &[path.to_str().unwrap()]].concat());
        assert_eq!(ran.code, code, "{}", ran.err);
        assert!(ran.err.starts_with(&format!("{}:", path.display())), "{}", ran.err);
        assert!(ran.err.contains("4,855"), "{}", ran.err);
    }
}

#[test]
fn every_file_is_checked_whatever_the_others_are() {
    let (_folder, faulty) = file("faulty.toml", "id = [");
    let faulty = faulty.to_str().unwrap();
    let ran = run(&["check", "data", faulty, "no-such-file.toml", "data/ips-2018.toml"]);
    assert_eq!((ran.code, ran.out.as_str()), (3, "data/ips-2018.toml: Business case 2018\n"));
    assert!(ran.err.contains(&format!("{faulty}:1:")), "{}", ran.err);
    assert!(ran.err.contains("error: data: ") && ran.err.contains("error: no-such-file.toml: "), "{}", ran.err);
    let ran = run(&["check", faulty, "data/ips-2018.toml"]);
    assert_eq!(ran.code, 1);
}

#[test]
fn what_is_no_text_is_refused_with_its_place() {
    let (_folder, path) = file("own.toml", b"id = \"x\"\nname = \"\xe6ble\"\n");
    let ran = run(&["check", path.to_str().unwrap()]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with(&format!("{}:", path.display())), "{}", ran.err);
    for content in [&b""[..], b"\0", b"%PDF-1.7\n\xff\xfe", b"PK\x03\x04"] {
        let ran = run_with(&["check", "-"], content);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{content:?}");
        assert!(ran.err.starts_with("<stdin>:"), "{content:?}: {}", ran.err);
    }
}
