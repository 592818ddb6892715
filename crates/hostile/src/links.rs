//! Links, and texts with links in them.

use engine::link::{self, Notice, Opened, Screen};
use engine::notes::Library;
use engine::pasted::{self, Unusable};
use testing::LIBRARY;

use crate::{WITH_OWN_NOTE, every_words};

/// Any text behind `#` opens a page, every notice can be said, and the page's own link opens the same page, where nothing is left to say.
/// What opens without being mended is what is opened with it.
pub fn link(text: &str) {
    for library in [&*LIBRARY, &*WITH_OWN_NOTE] {
        let opened = link::open(library, text).expect("there is a note to open");
        for notice in &opened.notices {
            said(notice);
        }
        let own = opened.link();
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "._~-=&".contains(letter);
        // What waits for a file is kept nearly as it came, until the file says what of it can be applied.
        assert!(own.chars().all(is_plain) || opened.page.awaited.is_some(), "{text:?} became {own}");
        let again = link::open(library, &own).expect("there is a note to open");
        // A link to a note that is not here waits for it, and says so each time.
        let is_new = |notice: &&Notice<'_>| !matches!(notice, Notice::FileNotHere(_));
        assert_eq!(again.notices.iter().find(is_new), None, "{text:?} became {own}");
        expect_the_same(&again, &opened, &format!("{text:?} became {own}"));
        assert!(
            again.link() == own || opened.page.awaited.is_some(),
            "{text:?} became {own} and then {}",
            again.link()
        );
        for (link, mended) in [(text, &opened), (own.as_str(), &again)] {
            if let Some(plain) = link::open_plain(library, link) {
                assert!(plain == *mended, "{link:?} is another link where it is mended");
            }
        }
    }
}

/// Expects that two links open the same, as far as a link says it: one to a screen that is about no note has no scenario, and only one to a
/// comparison has another scenario.
#[track_caller]
fn expect_the_same(again: &Opened<'_>, opened: &Opened<'_>, what: &str) {
    let page = |opened: &Opened<'_>| (opened.page.screen, opened.page.language, opened.page.is_language_said);
    assert_eq!(page(again), page(opened), "{what}");
    assert_eq!(again.own.scenario.settings(), opened.own.scenario.settings(), "{what}");
    if opened.page.awaited.is_some() {
        assert!(again.page.awaited.is_some(), "{what}");
        return;
    }
    if opened.page.screen.is_about_a_note() {
        assert!(again.own.scenario == opened.own.scenario, "{what}");
        assert!(again.page.chosen_perspective == opened.page.chosen_perspective, "{what}");
        assert!(again.page.question == opened.page.question, "{what}");
        assert_eq!(again.page.title, opened.page.title, "{what}");
    }
    if opened.page.screen == Screen::Compare {
        let scenarios = [again, opened].map(|opened| opened.other.as_ref().map(|other| &other.scenario));
        assert!(scenarios[0] == scenarios[1] && again.page.other == opened.page.other, "{what}");
    }
    if opened.page.screen == Screen::Note {
        assert_eq!((again.page.axes, again.page.within), (opened.page.axes, opened.page.within), "{what}");
    }
}

fn said(notice: &Notice<'_>) {
    for words in every_words() {
        assert!(!words.notice(notice).is_empty(), "{notice:?} is not said in {}", words.code());
    }
}

/// Any pasted text is a scenario or is refused with a reason, and what was read can be pasted again as a link.
pub fn pasted(text: &str) {
    for library in [&*LIBRARY, &*WITH_OWN_NOTE] {
        match pasted::read(library, text) {
            Ok(read) => {
                read.notices.iter().for_each(said);
                expect_again(library, text, &read);
            }
            Err(Unusable::UnknownNote(id)) => assert!(!id.is_empty(), "{text:?}"),
            Err(Unusable::Empty) => assert!(text.trim().is_empty(), "{text:?}"),
            Err(Unusable::NoLink | Unusable::NoNote) => {}
        }
    }
}

fn expect_again(library: &Library, text: &str, read: &pasted::Pasted<'_>) {
    let own = format!("#{}", link::print(&read.scenario));
    let again = pasted::read(library, &own).unwrap_or_else(|error| panic!("{text:?} became {own}: {error:?}"));
    assert!(again.scenario == read.scenario, "{text:?} became {own}");
    assert_eq!(again.notices, Vec::new(), "{text:?} became {own}");
}
