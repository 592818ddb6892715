//! Links to notes that a reader has brought: they name the file, wait for it where it is not there, and say where it is another one.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::sync::LazyLock;

use engine::computed::Computed;
use engine::link::{self, About, Notice, Opened, OwnFile, Page, Screen, Title};
use engine::notes::{Brought, BroughtFile, CITY, Library, city};
use engine::pasted::{self, Unusable};
use engine::scenario_file::{self, FileError, Remark};
use model::language::Language;
use model::note::Body;
use model::scenario::{Scenario, Settings};
use testing::{LIBRARY, decimal, driver_ix};

/// The business case as a reader's own, with a name of its own and numbers that are not in it.
fn library(fingerprint: &str) -> &'static Library {
    let mut own = LIBRARY.find("ips-2018").unwrap().document.clone();
    own.id = String::from("culture-2027");
    own.fingerprint = Some(fingerprint.to_owned());
    own.short = [(Language::Danish, "Kulturhus Ø, 2027".to_owned())].into_iter().collect();
    own.variants[0].id = String::from("culture-2027");
    own.budget = 2027;
    let mut city = CITY.clone();
    let name = [(Language::Danish, "Kulturudvalget".to_owned())].into_iter().collect();
    city.committees.push(Body { id: "kultur".to_owned(), short: "Kultur".to_owned(), name });
    let mut documents = LIBRARY.documents().to_vec();
    documents.push(own);
    let file = BroughtFile {
        document: "culture-2027".to_owned(),
        name: "kulturhus.toml".to_owned(),
        text: "id = \"culture-2027\"".to_owned(),
    };
    let handed_on = postcard::to_allocvec(&Brought { city, documents, files: vec![file] }).unwrap();
    Box::leak(Box::new(Library::brought(handed_on).unwrap()))
}

static BROUGHT: LazyLock<&'static Library> = LazyLock::new(|| library("3f2a9c01b7e4"));

fn changed() -> Scenario<'static> {
    let mut scenario = Scenario::baseline(BROUGHT.find("culture-2027").unwrap());
    scenario.set(driver_ix(&scenario, "caseload"), decimal("20")).unwrap();
    scenario
}

const LINK: &str = "v=1&note=culture-2027&own=Kulturhus_~d8~~2c~_2027.3f2a9c01b7e4&caseload=20";

#[test]
fn a_library_hands_on_what_it_was_given() {
    assert_eq!(Library::brought(BROUGHT.handed_on().to_vec()).unwrap(), **BROUGHT);
    assert_eq!(BROUGHT.files()[0].name, "kulturhus.toml");
    assert_eq!(LIBRARY.handed_on(), [0; 0], "what ships is known everywhere");
    assert!(city().find_committee("kultur").is_some(), "a note may name bodies that no note of the city has");
    assert!(Library::brought(vec![7; 40]).is_err());
}

#[test]
fn a_link_names_the_file_of_a_note_that_a_reader_brought() {
    assert_eq!(link::print(&changed()), LINK);
    let opened = link::open(&BROUGHT, LINK).unwrap();
    assert_eq!((opened.own.scenario, opened.notices), (changed(), vec![]));
    assert_eq!(link::open_plain(&BROUGHT, LINK), link::open(&BROUGHT, LINK), "it needs no mending");
    let shouted = LINK.replace("note=", "NOTE=").replace("own=", "OWN=");
    assert_eq!(link::open(&BROUGHT, &shouted), link::open(&BROUGHT, LINK));
}

#[test]
fn a_comparison_with_such_a_note_names_its_file_too() {
    let own = Computed::of(Scenario::baseline(BROUGHT.find("ips-2018").unwrap())).unwrap();
    let page = Page { other: Some(changed()), ..Page::of(Screen::Compare, Language::Danish) };
    let link = page.link(&own.scenario);
    assert!(link.contains("with.note=culture-2027&with.own=Kulturhus_~d8~~2c~_2027.3f2a9c01b7e4"), "{link}");
    assert_eq!(link::open(&BROUGHT, &link).unwrap().page.other, Some(changed()));
    let missing = link::open(&LIBRARY, &link).unwrap();
    assert_eq!(missing.page.screen, Screen::OwnNote);
    assert_eq!(missing.page.awaited, Some(link));
}

/// That the file of a note is not here.
fn not_here() -> Notice<'static> {
    let name = Title::new("Kulturhus Ø, 2027").unwrap();
    Notice::FileNotHere(OwnFile { fingerprint: "3f2a9c01b7e4".to_owned(), name })
}

#[test]
fn a_link_waits_for_the_file_that_is_not_here() {
    let Opened { page, notices, .. } = link::open(&LIBRARY, LINK).unwrap();
    assert_eq!((page.screen, &page.awaited), (Screen::OwnNote, &Some(LINK.to_owned())));
    assert_eq!(notices, [not_here()], "the rest of the link can be told only with the note");
    let own = Computed::of(Scenario::baseline(LIBRARY.first().unwrap())).unwrap();
    assert_eq!(page.lasting(&own, None), LINK, "the link stays in the address");
    let in_english = Page { language: Language::English, is_language_said: true, ..page.clone() };
    assert_eq!(in_english.lasting(&own, None), format!("{LINK}&lang=en"));
    assert_eq!(link::open(&BROUGHT, &page.awaited.unwrap()).unwrap().own.scenario, changed());
}

#[test]
fn a_note_that_ships_is_not_taken_for_one_with_its_id() {
    let link = "v=1&note=ips-2018&own=Kulturhus_~d8~~2c~_2027.3f2a9c01b7e4";
    assert_eq!(link::open(&LIBRARY, link).unwrap().notices, [not_here()]);
}

#[test]
fn another_edition_of_the_file_is_said() {
    let edited = library("0123456789ab");
    let opened = link::open(edited, LINK).unwrap();
    let note = edited.find("culture-2027").unwrap();
    assert_eq!(opened.notices, [Notice::OtherFile(note)]);
    assert_eq!(opened.own.scenario.note(), note, "what the link changes is changed all the same");
    assert!(opened.own.scenario.differs());
}

#[test]
fn a_pasted_link_to_a_note_that_is_not_here_is_unusable() {
    let unusable = pasted::read(&LIBRARY, LINK).unwrap_err();
    assert_eq!(unusable, Unusable::UnknownNote("Kulturhus Ø, 2027".to_owned()));
    assert_eq!(pasted::read(&BROUGHT, LINK).unwrap().scenario, changed());
}

#[test]
fn a_link_that_was_cut_off_or_shouted_still_waits_for_its_file() {
    for cut in ["3f2a", ""] {
        let link = LINK.replace("3f2a9c01b7e4&caseload=20", cut);
        let Opened { page, notices, .. } = link::open(&LIBRARY, &link).unwrap();
        assert_eq!(page.screen, Screen::OwnNote, "{link}");
        assert!(matches!(notices[..], [Notice::FileNotHere(_)]), "{link}: {notices:?}");
        assert_eq!(link::open(&BROUGHT, &link).unwrap().notices, [], "{link}");
    }
    let shouted = LINK.replace("3f2a9c01b7e4", "3F2A9C01B7E4");
    assert_eq!(link::open(&BROUGHT, &shouted).unwrap().notices, []);
}

/// The business case as a reader's own, called by these ids and this short name.
fn called(id: &str, short: &str) -> &'static Library {
    let known = library("3f2a9c01b7e4");
    let mut documents = known.documents().to_vec();
    let own = documents.last_mut().unwrap();
    id.clone_into(&mut own.id);
    id.clone_into(&mut own.variants[0].id);
    own.short = [(Language::Danish, short.to_owned())].into_iter().collect();
    let handed_on = postcard::to_allocvec(&Brought { city: city().clone(), documents, files: Vec::new() }).unwrap();
    Box::leak(Box::new(Library::brought(handed_on).unwrap()))
}

#[test]
fn a_long_name_in_a_link_ends_with_a_whole_word() {
    let long = "Arbejdspladsbaseret indsats for unge med psykiske lidelser og samtidigt misbrug, Nordhavn og omegn";
    let library = called("nordhavn", long);
    let link = link::print(&Scenario::baseline(library.find("nordhavn").unwrap()));
    let name = "Arbejdspladsbaseret_indsats_for_unge_med_psykiske_lidelser_og_samtidigt_~2026~";
    assert_eq!(link, format!("v=1&note=nordhavn&own={name}.3f2a9c01b7e4"));
    assert_eq!(link::open(library, &link).unwrap().notices, []);
    // A link that was made before cut the name wherever its room ended.
    let cut: String = long.chars().take(80).collect();
    let before = link.replace(name, &cut.replace(' ', "_").replace(',', "~2c~"));
    assert_eq!(link::open(library, &before).unwrap().notices, []);
    let one_word = called("nordhavn", &"æ".repeat(100));
    let link = link::print(&Scenario::baseline(one_word.find("nordhavn").unwrap()));
    assert_eq!(link::open(one_word, &link).unwrap().notices, [], "{link}");
}

#[test]
fn a_link_from_before_may_have_half_a_word_of_the_name_of_its_note() {
    let library = called("arbejdspladsbaseret-indsats-for-unge", "Arbejdspladsbaseret indsats for unge på kanten");
    let note = library.find("arbejdspladsbaseret-indsats-for-unge").unwrap();
    for fingerprint in ["3f2a9c01b7e4", "0123456789ab"] {
        let link = format!("v=1&note=arbejdspladsbaseret-indsats-for-unge-paa&own=Unge.{fingerprint}&caseload=20");
        let opened = link::open(library, &link).unwrap();
        assert_eq!(opened.own.scenario.note(), note, "{link}");
        assert!(opened.own.scenario.differs());
        assert!(!opened.notices.iter().any(|notice| matches!(notice, Notice::FileNotHere(_))), "{:?}", opened.notices);
    }
    let other = "v=1&note=arbejdspladsbaseret-indsats-for-ungdom&own=Unge.3f2a9c01b7e4";
    assert!(matches!(link::open(library, other).unwrap().notices[..], [Notice::FileNotHere(_)]));
}

#[test]
fn what_is_no_file_names_none() {
    for value in ["", ".", "x.y", ".3f2a9c01b7e4", "~.~"] {
        let link = format!("v=1&note=nowhere&own={value}");
        let notices = link::open(&LIBRARY, &link).unwrap().notices;
        assert!(!notices.is_empty(), "{value}");
        assert!(!matches!(notices[0], Notice::FileNotHere(_)), "{value}: {notices:?}");
    }
}

#[test]
fn findings_about_such_a_note_name_its_file() {
    let document = BROUGHT.find("culture-2027").unwrap().document;
    let page = Page { about: Some(About::of(document)), ..Page::of(Screen::Findings, Language::Danish) };
    let link = page.screen_link(Settings::default());
    assert!(link.ends_with("&own=Kulturhus_~d8~~2c~_2027.3f2a9c01b7e4"), "{link}");
    let here = link::open(&BROUGHT, &link).unwrap();
    assert_eq!((here.page, here.notices), (page, vec![]));
    let missing = link::open(&LIBRARY, &link).unwrap();
    assert_eq!((missing.page.screen, missing.page.awaited), (Screen::OwnNote, Some(link.clone())));
    assert_eq!(missing.notices, [not_here()]);
    let edited = library("0123456789ab");
    assert_eq!(link::open(edited, &link).unwrap().notices, [Notice::OtherFile(edited.find("culture-2027").unwrap())]);
}

#[test]
fn a_scenario_file_names_the_file_of_such_a_note() {
    let computed = Computed::of(changed()).unwrap();
    let written = scenario_file::file(&computed, "https://example.org/", "2026-03-01");
    let text = serde_json::to_string(&written).unwrap();
    let opened = scenario_file::read(&BROUGHT, &text).unwrap();
    assert_eq!((opened.scenario, opened.remarks), (changed(), vec![]));
    let refused = scenario_file::read(&LIBRARY, &text).unwrap_err();
    assert_eq!(refused, FileError::NoteFileNotHere("Kulturhus Ø, 2027".to_owned()));
    // A note that ships may have the id of a reader's own.
    let as_shipped = text.replace("\"note\":\"culture-2027\"", "\"note\":\"ips-2018\"");
    assert_eq!(scenario_file::read(&LIBRARY, &as_shipped).unwrap_err(), refused);
    let edited = library("0123456789ab");
    let note = edited.find("culture-2027").unwrap();
    assert_eq!(scenario_file::read(edited, &text).unwrap().remarks, [Remark::Notice(Notice::OtherFile(note))]);
    let plain = Computed::of(Scenario::baseline(LIBRARY.first().unwrap())).unwrap();
    assert_eq!(scenario_file::file(&plain, "", "").scenario.note_file, None, "a note that ships needs no file");
}
