//! A reader opens a note of their own: mends it by what the page says, changes it, takes it along, and sends links to it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;
use tempfile::TempDir;

use crate::find::{button, element, link, part};
use crate::page::Page;
use crate::patience::{becomes, until};

const SCREEN: &str = "v=1&screen=own-note";
/// What stands in the place of a year in the note that is to be mended.
const WRONG: &str = "\"snart\"";

/// A made-up note: the business case under another name, with ids of its own.
fn note() -> String {
    let shipped = fs::read_to_string("data/ips-2018.toml").expect("a data file");
    let lines: Vec<&str> = shipped.lines().filter(|line| !line.starts_with("same_row")).collect();
    let own = lines.join("\n").replace("\"ips-2018\"", "\"kulturhus-2027\"").replace("\"ips\"", "\"kulturhus\"");
    own.replace("da = \"Job og rusmiddelbehandling\"", "da = \"Kulturhus og job\"")
        .replace("short = { da = \"Business case 2018\"", "short = { da = \"Kulturhus 2027\"")
}

/// A folder with a file, deleted afterwards.
fn file(text: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("kulturhus.toml");
    fs::write(&path, text).expect("a file can be written");
    (folder, path)
}

#[track_caller]
fn choose(page: &Page, path: &Path) {
    page.browser.choose_file("#open-file", path);
}

/// Opens the page with the note, and waits until the note is shown.
#[track_caller]
fn open_note() -> (Page, TempDir) {
    let page = Page::open(SCREEN);
    let (folder, path) = file(&note());
    choose(&page, &path);
    becomes("the heading", || page.text("main h1"), "Kulturhus og job");
    page.wait_until_drawn();
    (page, folder)
}

#[test]
fn a_note_is_mended_by_what_the_page_says_and_is_a_note_like_others() {
    let page = Page::open(SCREEN);
    let (_folder, path) = file(&note().replacen("budget = 2018", &format!("budget = {WRONG}"), 1));
    choose(&page, &path);
    page.wait_until("what hinders is said", |page| !page.texts(part("problem")).is_empty());
    assert_eq!(page.texts(part("problem")).len(), 1, "{:?}", page.texts(part("problem")));
    // The place leads to what is wrong, which the reader types over.
    page.browser.click(button("Linje 11, tegn 10"));
    let selected = "return element.value.slice(element.selectionStart, element.selectionEnd);";
    assert_eq!(page.browser.look_at(element("#note-text"), selected, vec![]), json!(WRONG));
    page.browser.type_keys("2018");
    page.browser.click(button("Regn på notatet"));
    becomes("the heading", || page.text("main h1"), "Kulturhus og job");
    assert!(page.text(part("own")).contains("kulturhus.toml"), "{}", page.text(part("own")));
    page.driver("caseload").type_in("20");
    page.wait_until("the address has the change", |page| page.address().ends_with("&caseload=20"));
    page.browser.click(link("Sammenlign"));
    becomes("the heading", || page.text("main h1"), "Kulturhus og job");
    page.browser.click(link("Overblik"));
    page.wait_until("the front is there", |page| page.text("main h1").starts_with("Hvad får København"));
    assert!(!page.text("main").contains("Kulturhus"), "the front is about the city's notes");
    page.assert_quiet();
}

#[test]
fn a_file_that_cannot_be_used_is_said_where_the_reader_is() {
    const DROP: &str = "const held = new DataTransfer();
        held.items.add(new File([arguments[0]], 'kulturhus.toml', { type: '' }));
        document.querySelector('h1').dispatchEvent(
            new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: held }));";
    let page = Page::open("v=1&note=bi10-2026");
    let (address, heading) = (page.address(), page.text("main h1"));
    page.browser.look(DROP, vec![json!(note().replacen("budget = 2018", &format!("budget = {WRONG}"), 1))]);
    page.wait_until("the file is said to be of no use", |page| !page.texts(part("unusable")).is_empty());
    let said = page.text(part("unusable"));
    assert!(said.contains("kulturhus.toml: 1 ting skal rettes"), "{said}");
    assert!(said.contains("Linje 11, tegn 10: "), "the first fault, and its place: {said}");
    let is_seen = "const { top, bottom } = element.getBoundingClientRect();
        return element === document.activeElement && top >= 0 && bottom <= innerHeight;";
    assert_eq!(page.browser.look_at(part("unusable"), is_seen, vec![]), json!(true), "it has the focus and is in view");
    assert_eq!((page.address(), page.text("main h1")), (address, heading), "what was open is open still");
    page.browser.click(link("Se dem, og ret teksten."));
    page.wait_until("the list is there", |page| page.texts(part("problem")).len() == 1);
    assert_eq!(page.texts(part("unusable")), [""; 0]);
    page.assert_quiet();
}

#[test]
fn a_workbook_of_such_a_note_is_saved_like_any_other() {
    let (page, _folder) = open_note();
    page.browser.click("#save-xlsx");
    let path = until("a saved workbook", || saved(&page.browser.downloads(), "xlsx"));
    assert!(path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("kulturhus-2027")));
    page.assert_quiet();
}

fn saved(folder: &Path, ending: &str) -> Option<PathBuf> {
    let mut found = fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    let path = found.find(|path| path.extension().is_some_and(|own| own == ending))?;
    fs::read(&path).is_ok_and(|content| !content.is_empty()).then_some(path)
}

#[test]
fn the_browser_remembers_notes_when_asked_to_and_forgets_them() {
    const STORED: &str = "return localStorage.length;";
    let (page, _folder) = open_note();
    let numbers = page.every_number();
    assert_eq!(page.browser.look(STORED, vec![]), json!(0), "nothing is kept that nobody asked for");
    page.follow(SCREEN);
    page.browser.click(button("Husk dem i denne browser"));
    page.browser.click(link("Kulturhus og job: Business case 2018"));
    becomes("the heading", || page.text("main h1"), "Kulturhus og job");
    page.reload();
    becomes("the heading", || page.text("main h1"), "Kulturhus og job");
    page.wait_until_drawn();
    page.every_number().assert_same(&numbers);
    page.follow(SCREEN);
    page.browser.click(button("Glem dem i denne browser"));
    assert_eq!(page.browser.look(STORED, vec![]), json!(0));
    page.reload();
    page.wait_until("the screen is there", |page| !page.texts(button("Åbn et notat")).is_empty());
    assert_eq!(page.texts(button("Glem dem i denne browser")), [""; 0], "the note is gone");
    page.assert_quiet();
}

#[test]
fn the_page_is_saved_with_the_note_inside_and_opens_alone() {
    let (page, _folder) = open_note();
    let (address, numbers) = (page.address(), page.every_number());
    page.follow(SCREEN);
    page.browser.click(button("Gem siden med dine notater"));
    let path = until("a saved page", || saved(&page.browser.downloads(), "html"));
    let behind = address.split_once('#').expect("a link").1;
    let alone = Page::open_address(&format!("file://{}#{behind}", path.display()));
    becomes("the heading", || alone.text("main h1"), "Kulturhus og job");
    alone.wait_until_drawn();
    alone.every_number().assert_same(&numbers);
    assert_eq!(alone.browser.console_errors(), [""; 0]);
}

#[test]
fn a_link_to_the_note_waits_for_its_file() {
    let (sender, _folder) = open_note();
    sender.driver("caseload").type_in("20");
    sender.wait_until("the address has the change", |page| page.address().ends_with("&caseload=20"));
    let (numbers, sent) = (sender.every_number(), sender.address());
    let page = Page::open_address(&sent);
    page.wait_until("the file is asked for", |page| !page.notices().is_empty());
    assert!(page.notices()[0].contains("Kulturhus 2027"), "{:?}", page.notices());
    assert_eq!(page.address(), sent, "the link stays");
    // The file of another note.
    let other = note().replace("\"kulturhus-2027\"", "\"havnebad-2027\"").replace("\"kulturhus\"", "\"havnebad\"");
    let (_folder, path) = file(&other);
    choose(&page, &path);
    becomes(
        "what is said",
        || page.text("[data-part=not-the-file]"),
        "kulturhus.toml er åbnet, men linket er til et andet notat.",
    );
    assert_eq!(page.address(), sent, "the link stays");
    let (_folder, path) = file(&note());
    choose(&page, &path);
    becomes("the heading", || page.text("main h1"), "Kulturhus og job");
    page.wait_until_drawn();
    page.every_number().assert_same(&numbers);
    assert_eq!(page.notices(), [""; 0]);
    // Another edition of the same file.
    let (_folder, path) = file(&note().replace("Kulturhus og job", "Kulturhus og arbejde"));
    let page = Page::open_address(&sent);
    page.wait_until("the file is asked for", |page| !page.notices().is_empty());
    choose(&page, &path);
    becomes("the heading", || page.text("main h1"), "Kulturhus og arbejde");
    assert!(page.notices()[0].contains("en anden udgave"), "{:?}", page.notices());
    page.assert_quiet();
}

#[test]
fn the_screen_is_within_everybodys_reach() {
    let page = Page::open(SCREEN);
    let (_folder, path) = file(&note().replacen("budget = 2018", &format!("budget = {WRONG}"), 1));
    choose(&page, &path);
    page.wait_until("what hinders is said", |page| !page.texts(part("problem")).is_empty());
    assert_eq!(page.barriers(), [""; 0]);
    page.assert_fits("the screen for a note of one's own");
}

#[test]
fn the_one_file_is_built_with_a_note_inside() {
    let (folder, path) = file(&note());
    let built = Command::new("tools/single").arg("dist/indsatsregner.html").arg(&path).output().expect("it runs");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let single = folder.path().join("single.html");
    fs::write(&single, built.stdout).expect("a file can be written");
    let page = Page::open_address(&format!("file://{}#v=1&note=kulturhus-2027", single.display()));
    becomes("the heading", || page.text("main h1"), "Kulturhus og job");
    assert_eq!(page.browser.console_errors(), [""; 0]);
}

#[test]
fn a_pasted_table_becomes_a_note() {
    const PUT: &str = "element.value = given[0]; return true;";
    const TABLE: &str = "1.000 kr.\t2027\t2028\t2029\nProjektleder\t670\t670\t0\nSparede ydelser\t-100\t-400\t-160\nI alt\t570\t270\t-160";
    let page = Page::open(SCREEN);
    page.browser.look_at(element("#table-text"), PUT, vec![json!(TABLE)]);
    page.browser.look_at(element("#table-name"), PUT, vec![json!("Væresteder")]);
    page.browser.click(button("Læs tabellen"));
    page.wait_until("the table is shown", |page| !page.texts(button("Lav et notat af tabellen")).is_empty());
    page.browser.click(button("Lav et notat af tabellen"));
    page.wait_until("it can be counted with", |page| !page.texts(button("Regn på notatet")).is_empty());
    page.browser.click(button("Regn på notatet"));
    becomes("the heading", || page.text("main h1"), "Væresteder");
    page.wait_until_drawn();
    assert_eq!(page.cells("projektleder"), ["670", "670", "0", "1.340"]);
    assert_eq!(page.cells("sparede-ydelser"), ["−100", "−400", "−160", "−660"]);
    page.assert_quiet();
}
