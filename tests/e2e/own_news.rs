//! What becomes of a reader's own note when another one comes with its id, when it is taken away, and when it cannot be read any more: none is
//! lost without a word.

use std::fs;

use serde_json::json;

use crate::browser::Browser;
use crate::find::{button, element, link, part};
use crate::fonts::Fonts;
use crate::page::Page;
use crate::patience::becomes;
use crate::server::{self, Host};

const SCREEN: &str = "v=1&screen=own-note";
const TITLE: &str = "Lektiehjælp i Havneby";
/// The way to both of two notes with one id.
const BOTH: &str = "Brug begge: ret det nye i formularen";
/// What the browser remembers, by its name.
const STORED: &str = "return localStorage.getItem('indsatsregner note lektiehjaelp-2027');";
/// Of this many notes the browser remembers something.
const COUNT: &str = "return localStorage.length;";

fn note() -> String {
    fs::read_to_string("docs/note-template.toml").expect("the template")
}

/// The same note with more people.
fn edited() -> String {
    note().replace("value = 80\n", "value = 90\n")
}

/// Another note that happens to have the same id.
fn other() -> String {
    note().replace(TITLE, "Lektiehjælp i Sydby")
}

/// Opens a file on the screen for own notes.
#[track_caller]
fn bring(page: &Page, name: &str, text: &str) {
    page.follow(SCREEN);
    // The page reads it later, so it stays as long as the browser.
    let path = page.browser.folder().join(name);
    fs::write(&path, text).expect("a file can be written");
    page.browser.choose_file("#open-file", &path);
}

#[track_caller]
fn heading(page: &Page, expected: &str) {
    becomes("the heading", || page.text("main h1"), expected);
}

/// What the page says became of a note.
#[track_caller]
fn news(page: &Page) -> String {
    page.text("#own-news-what")
}

#[track_caller]
fn open_note() -> Page {
    let page = Page::open(SCREEN);
    bring(&page, "havneby.toml", &note());
    heading(&page, TITLE);
    page
}

#[test]
fn an_edited_file_takes_the_place_of_the_same_note_and_the_page_says_so() {
    let page = open_note();
    let before = page.answer();
    bring(&page, "havneby-ny.toml", &edited());
    becomes("the news", || news(&page), &format!("”{TITLE}” er udskiftet med den fil, du åbnede nu: havneby-ny.toml."));
    heading(&page, TITLE);
    let after = page.answer();
    assert_ne!(after, before);
    page.browser.click(button("Tag det forrige tilbage"));
    becomes("the news", || news(&page), &format!("”{TITLE}” er igen, som det stod i havneby.toml før."));
    becomes("the answer", || page.answer(), &before);
    // And back once more: neither of the two is lost.
    page.browser.click(button("Tag det forrige tilbage"));
    becomes("the answer", || page.answer(), &after);
    page.browser.click(button("Luk").inside(part("own-news")));
    page.wait_until("the news is gone", |page| page.texts(part("own-news")).is_empty());
    // The same file once more is no news.
    bring(&page, "havneby-ny.toml", &edited());
    heading(&page, TITLE);
    assert_eq!(page.texts(part("own-news")), [""; 0]);
    page.assert_quiet();
}

#[test]
fn another_note_with_the_same_id_waits_until_the_reader_chooses() {
    let page = open_note();
    bring(&page, "sydby.toml", &other());
    page.wait_until("the reader is asked", |page| !page.texts(part("own-news")).is_empty());
    let said = news(&page);
    for word in [TITLE, "Lektiehjælp i Sydby", "havneby.toml", "sydby.toml", "lektiehjaelp-2027"] {
        assert!(said.contains(word), "{word}: {said}");
    }
    let is_seen =
        "const { top } = element.getBoundingClientRect(); return element === document.activeElement && top >= 0;";
    assert_eq!(page.browser.look_at(part("own-news"), is_seen, vec![]), json!(true), "it has the focus and is in view");
    assert_eq!(page.barriers(), [""; 0]);
    let listed = || page.texts("section[aria-labelledby=brought-title] li a");
    assert_eq!(listed().len(), 1);
    // Another note that is opened leaves the question where it is.
    bring(&page, "vestby.toml", &note().replace("\"lektiehjaelp-2027\"", "\"vestby-2027\""));
    page.wait_until("the other note is there", |page| page.text(part("own")).contains("vestby.toml"));
    assert_eq!(news(&page), said);
    page.follow(SCREEN);
    let kept = listed();
    assert_eq!(kept.len(), 2);
    page.browser.click(button(&format!("Behold ”{TITLE}”")));
    page.wait_until("the question is answered", |page| page.texts(part("own-news")).is_empty());
    assert_eq!(listed(), kept);
    // The other answer, which can be taken back.
    bring(&page, "sydby.toml", &other());
    page.wait_until("the reader is asked again", |page| !page.texts(part("own-news")).is_empty());
    page.browser.click(button(&format!("Udskift ”{TITLE}” med ”Lektiehjælp i Sydby”")));
    heading(&page, "Lektiehjælp i Sydby");
    page.browser.click(button("Tag det forrige tilbage"));
    heading(&page, TITLE);
    // Both of them.
    bring(&page, "sydby.toml", &other());
    page.wait_until("the reader is asked again", |page| !page.texts(link(BOTH)).is_empty());
    page.browser.click(link(BOTH));
    let id = element("[data-path=\"/id\"] input");
    page.wait_until("the form is there", |page| !page.texts(id.clone()).is_empty());
    page.browser.look_at(id, "element.focus(); element.select(); return true;", vec![]);
    page.browser.type_keys("sydby-2027");
    page.browser.click(button("Regn på notatet"));
    heading(&page, "Lektiehjælp i Sydby");
    page.follow(SCREEN);
    becomes("the notes", || listed().len(), &3);
    page.assert_quiet();
}

#[test]
fn what_is_written_in_the_form_takes_the_place_of_the_note_that_it_was() {
    let page = open_note();
    page.follow(SCREEN);
    page.browser.click(button("Ret i formular"));
    let title = element("[data-path=\"/title\"] input");
    page.wait_until("the form is there", |page| !page.texts(title.clone()).is_empty());
    page.browser.look_at(title, "element.focus(); element.select(); return true;", vec![]);
    page.browser.type_keys("Lektiehjælp for alle");
    page.browser.click(button("Regn på notatet"));
    heading(&page, "Lektiehjælp for alle");
    becomes("the news", || news(&page), &format!("”{TITLE}” er udskiftet med det, du har skrevet."));
    page.browser.click(button("Tag det forrige tilbage"));
    heading(&page, TITLE);
    page.assert_quiet();
}

#[test]
fn what_is_in_hand_stays_when_another_note_is_opened() {
    let page = Page::open(SCREEN);
    page.browser.click(button("Skabelonen"));
    let title = element("[data-path=\"/title\"] input");
    page.wait_until("the form is there", |page| !page.texts(title.clone()).is_empty());
    page.browser.look_at(title.clone(), "element.focus(); element.select(); return true;", vec![]);
    page.browser.type_keys("Halvt skrevet");
    // Also what was typed last, although another screen is there at once.
    page.browser.look_at(title.clone(), "element.blur(); location.hash = 'v=1&note=ips-2018'; return true;", vec![]);
    page.wait_until("another screen is there", |page| !page.answer().is_empty());
    page.follow(SCREEN);
    becomes(
        "the title",
        || page.browser.look_at(title.clone(), "return element.value;", vec![]),
        &json!("Halvt skrevet"),
    );
    bring(&page, "havneby.toml", &note());
    heading(&page, TITLE);
    page.follow(SCREEN);
    becomes(
        "the title",
        || page.browser.look_at(title.clone(), "return element.value;", vec![]),
        &json!("Halvt skrevet"),
    );
    page.assert_quiet();
}

#[test]
fn one_note_is_taken_away_alone_and_comes_back() {
    let page = open_note();
    let (address, answer) = (page.address(), page.answer());
    bring(&page, "sydby.toml", &other().replace("\"lektiehjaelp-2027\"", "\"sydby-2027\""));
    heading(&page, "Lektiehjælp i Sydby");
    page.follow(SCREEN);
    page.browser.click(button("Husk dem i denne browser"));
    assert_eq!(page.browser.look(COUNT, vec![]), json!(2));
    page.browser.click(button(&format!("Fjern ”{TITLE}”")));
    becomes(
        "the news",
        || news(&page),
        &format!("”{TITLE}” fra havneby.toml er ikke længere på siden, og browseren husker det ikke mere."),
    );
    assert_eq!(page.browser.look(COUNT, vec![]), json!(1), "the other one is remembered");
    assert_eq!(page.texts("section[aria-labelledby=brought-title] li").len(), 1);
    // A link to it asks for its file.
    page.follow(address.split_once('#').expect("a link").1);
    page.wait_until("the file is asked for", |page| !page.notices().is_empty());
    page.browser.click(button("Fortryd").inside(part("own-news")));
    heading(&page, TITLE);
    assert_eq!((page.address(), page.answer()), (address, answer));
    assert_eq!(page.browser.look(COUNT, vec![]), json!(2), "and is remembered again");
    page.assert_quiet();
}

#[test]
fn the_last_note_is_taken_away_and_the_page_goes_on() {
    let page = open_note();
    page.follow(SCREEN);
    page.browser.click(button(&format!("Fjern ”{TITLE}”")));
    becomes("the news", || news(&page), &format!("”{TITLE}” fra havneby.toml er ikke længere på siden."));
    assert_eq!(page.texts("section[aria-labelledby=brought-title]"), [""; 0]);
    assert_eq!(page.barriers(), [""; 0]);
    page.browser.click(link("Overblik"));
    page.wait_until("the front is there", |page| page.text("main h1").starts_with("Hvad får København"));
    page.browser.back();
    page.browser.back();
    page.wait_until("a note that is gone asks for its file", |page| !page.notices().is_empty());
    page.browser.click(button("Fortryd").inside(part("own-news")));
    heading(&page, TITLE);
    page.assert_quiet();
}

#[test]
fn the_browser_remembers_a_note_as_it_is_now() {
    let page = open_note();
    page.follow(SCREEN);
    page.browser.click(button("Husk dem i denne browser"));
    bring(&page, "havneby-ny.toml", &edited());
    page.wait_until("it is replaced", |page| !page.texts(part("own-news")).is_empty());
    assert_eq!(page.browser.look(STORED, vec![]), json!(format!("havneby-ny.toml\n{}", edited())));
    page.browser.click(button("Tag det forrige tilbage"));
    page.wait_until("it is as before", |page| {
        page.browser.look(STORED, vec![]) == json!(format!("havneby.toml\n{}", note()))
    });
    // One more, which nobody asked the browser to remember.
    bring(&page, "sydby.toml", &other().replace("\"lektiehjaelp-2027\"", "\"sydby-2027\""));
    heading(&page, "Lektiehjælp i Sydby");
    assert_eq!(page.browser.look(COUNT, vec![]), json!(1));
    page.follow(SCREEN);
    page.browser.click(button("Husk dem i denne browser"));
    assert_eq!(page.browser.look(COUNT, vec![]), json!(2));
    page.assert_quiet();
}

#[test]
fn a_remembered_note_that_can_no_longer_be_read_is_named_and_kept() {
    const PUT: &str = "localStorage.setItem('indsatsregner note lektiehjaelp-2027', arguments[0]);
        localStorage.setItem('indsatsregner note odelagt', 'uden linjer');";
    let page = Page::open(SCREEN);
    let item = format!("havneby.toml\n{}", note().replace("budget = 2027", "budget = \"snart\""));
    page.browser.look(PUT, vec![json!(item)]);
    page.reload();
    page.wait_until("what is left out is said", |page| page.texts(part("left-out")).len() == 1);
    let said = page.texts(element("li").inside(part("left-out")));
    assert!(
        said[0].starts_with("havneby.toml: 1 ting skal rettes") || said[1].starts_with("havneby.toml: 1 ting"),
        "{said:?}"
    );
    assert!(said.iter().any(|line| line.starts_with("odelagt: ")), "{said:?}");
    assert_eq!(page.barriers(), [""; 0]);
    page.browser.click(link("Ret teksten").inside(part("left-out")));
    page.wait_until("its text is there", |page| page.texts(part("problem")).len() == 1);
    assert_eq!(page.browser.look(STORED, vec![]), json!(item), "it is kept as it was");
    page.assert_quiet();
}

#[test]
fn of_two_remembered_editions_of_a_note_one_is_there_and_the_other_is_named() {
    const PUT: &str =
        "[...arguments].forEach((item, index) => localStorage.setItem(`indsatsregner note ${index}`, item));";
    let page = Page::open(SCREEN);
    let items = [("havneby.toml", note()), ("havneby-ny.toml", edited())];
    page.browser.look(PUT, items.map(|(name, text)| json!(format!("{name}\n{text}"))).into());
    page.reload();
    page.wait_until("what is left out is said", |page| page.texts(part("left-out")).len() == 1);
    let said = page.texts(element("li").inside(part("left-out")));
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("Et andet af dine notater har samme navn i links"), "{said:?}");
    page.browser.click(button("Åbn dette i stedet"));
    heading(&page, TITLE);
    page.wait_until("it took the place of the other one", |page| news(page).contains("er udskiftet med den fil"));
    assert_eq!(page.texts(part("left-out")), [""; 0]);
    assert_eq!(page.browser.look(COUNT, vec![]), json!(2), "both are kept");
    page.assert_quiet();
}

#[test]
fn remembered_notes_are_read_once_more_when_what_reads_them_has_failed() {
    const PUT: &str = "localStorage.setItem('indsatsregner note lektiehjaelp-2027', arguments[0]);";
    let sender = open_note();
    let (answer, address) = (sender.answer(), sender.browser.address());
    let link = address.split_once('#').expect("a link").1;
    for missing in ["/own-notes_bg.wasm", "/split_screens.wasm"] {
        let mut files = server::built();
        files.retain(|name, _| !name.ends_with(missing));
        let host = Host::serve(files, &[server::SUB_PATH]);
        let page = Page { browser: Browser::start(Fonts::Narrow) };
        page.browser.go(&host.address("tabeller.html"));
        page.browser.look(PUT, vec![json!(format!("havneby.toml\n{}", note()))]);
        page.browser.go(&host.address(&format!("#{link}")));
        page.wait_until(&format!("the note is named without {missing}"), |page| {
            page.text(part("left-out")).contains("havneby.toml")
        });
        assert_eq!(page.browser.look(COUNT, vec![]), json!(1), "it is kept");
        host.deploy(server::built());
        // What says so may itself have to be asked for.
        page.wait_until("the note is there", |page| {
            const PRESS: &str = "elements.slice(0, 1).forEach((button) => button.click()); return true;";
            page.browser.look_at(button("Prøv igen"), PRESS, vec![]);
            page.text("main h1") == TITLE
        });
        becomes("the answer", || page.answer(), &answer);
        assert_eq!(page.texts(part("left-out")), [""; 0]);
    }
}
