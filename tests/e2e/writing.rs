//! A reader writes a note in the form: begins from one or anew, changes it, takes changes back, saves it and opens it again.

use std::fs;
use std::path::{Path, PathBuf};

use fantoccini::key::Key;
use serde_json::json;

use crate::find::{Find, button, disclosure, element, part};
use crate::page::Page;
use crate::patience::{becomes, until};

const SCREEN: &str = "v=1&screen=own-note";

/// The field at a path of the form.
fn field(path: &str) -> Find {
    element(&format!("[data-path=\"{path}\"] :is(input, select)"))
}

/// Types a text in place of that of a field, and leaves the field.
#[track_caller]
fn put(page: &Page, path: &str, text: &str) {
    page.wait_until(path, |page| !page.texts(field(path)).is_empty());
    page.browser.look_at(field(path), "element.focus(); element.select(); return true;", vec![]);
    page.browser.type_keys(text);
    page.browser.press(Key::Tab);
}

/// Chooses a value of a field, as a keyboard does.
#[track_caller]
fn choose(page: &Page, path: &str, value: &str) {
    const CHOOSE: &str = "element.focus(); element.value = given[0]; element.dispatchEvent(new Event('change', { bubbles: true })); \
                          return element.value;";
    page.wait_until(path, |page| !page.texts(field(path)).is_empty());
    assert_eq!(page.browser.look_at(field(path), CHOOSE, vec![json!(value)]), json!(value), "{path}");
}

#[track_caller]
fn value(page: &Page, path: &str) -> String {
    let value = page.browser.look_at(field(path), "return element.value;", vec![]);
    value.as_str().unwrap_or_default().to_owned()
}

/// What the page says of the note so far.
#[track_caller]
fn says(page: &Page) -> String {
    page.text("#problems-title")
}

/// The form of the template.
#[track_caller]
fn begin() -> Page {
    let page = Page::open(SCREEN);
    page.browser.click(button("Skabelonen"));
    page.wait_until("the form is there", |page| !page.texts(part("form")).is_empty());
    page
}

#[track_caller]
fn saved(folder: &Path, ending: &str) -> PathBuf {
    until("a saved file", || {
        let mut found = fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
        let path = found.find(|path| path.extension().is_some_and(|own| own == ending))?;
        fs::read(&path).is_ok_and(|content| !content.is_empty()).then_some(path)
    })
}

#[test]
fn a_note_is_written_from_another_one_and_comes_back_from_both_files() {
    let page = begin();
    let before = says(&page);
    assert!(!before.is_empty());
    put(&page, "/title", "Lektiehjælp i Sydby");
    // A number, and where it comes from: the answer follows.
    page.browser.click(disclosure("Lokaler: 120.000"));
    put(&page, "/driver/5/value", "240.000");
    page.wait_until("the answer follows", |page| says(page) != before);
    let with_rooms = says(&page);
    choose(&page, "/driver/5/origin", "stated");
    put(&page, "/driver/5/origin/stated/place", "Afsnit 4");
    put(&page, "/driver/5/origin/stated/quote", "240.000 kr. til lokaler");
    // One more line, with a number of its own.
    page.browser.click(button("Tilføj en forudsætning"));
    put(&page, "/driver/10/name", "Bøger");
    choose(&page, "/driver/10/unit", "amount-per-year");
    put(&page, "/driver/10/value", "500000");
    page.browser.click(button("Tilføj en post"));
    put(&page, "/line/5/name", "Bøger");
    choose(&page, "/line/5/side", "cost");
    choose(&page, "/line/5/rule", "fixed");
    choose(&page, "/line/5/rule/fixed/amount", "boeger");
    choose(&page, "/line/5/area", "service");
    page.wait_until("the answer follows", |page| {
        page.texts(part("problem")).is_empty() && says(page) != with_rooms && !says(page).is_empty()
    });
    let with_books = says(&page);
    // A change that is taken back.
    put(&page, "/driver/10/value", "1");
    page.wait_until("the answer follows", |page| says(page) != with_books);
    page.browser.click(button("Fortryd"));
    becomes("the answer", || says(&page), &with_books);
    becomes("the number", || value(&page, "/driver/10/value"), "500000");
    // Both files give the same note.
    page.browser.click(button("Gem som TOML"));
    let toml = saved(&page.browser.downloads(), "toml");
    page.browser.click(button("Gem som JSON"));
    let json = saved(&page.browser.downloads(), "json");
    for (path, name) in [(&toml, "lektiehjaelp-2027.toml"), (&json, "lektiehjaelp-2027.json")] {
        assert_eq!(path.file_name().and_then(|name| name.to_str()), Some(name), "it is called as links call the note");
    }
    let comments = fs::read_to_string(&toml).expect("it can be read");
    assert!(comments.contains("# Posterne i budgettet."), "the comments of the template are kept");
    page.browser.click(button("Regn på notatet"));
    becomes("the heading", || page.text("main h1"), "Lektiehjælp i Sydby");
    assert!(page.text(part("own")).contains("fra filen lektiehjaelp-2027.toml"), "{}", page.text(part("own")));
    let (answer, cells) = (page.answer(), page.cells("boeger"));
    for path in [&toml, &json] {
        page.follow(SCREEN);
        page.browser.choose_file("#open-file", path);
        becomes("the heading", || page.text("main h1"), "Lektiehjælp i Sydby");
        assert_eq!((page.answer(), page.cells("boeger")), (answer.clone(), cells.clone()), "{}", path.display());
    }
    page.assert_quiet();
}

#[test]
fn who_begins_is_at_the_head_of_the_form_and_no_two_elements_have_one_id() {
    const FOCUSED: &str = "return document.activeElement.textContent;";
    const TWICE: &str = "const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        return ids.filter((id, index) => ids.indexOf(id) !== index);";
    let page = Page::open(SCREEN);
    for beginning in ["Begynd forfra", "Skabelonen"] {
        page.browser.click(button(beginning));
        page.wait_until("the focus is on the heading", |page| {
            page.browser.look(FOCUSED, vec![]) == json!("Notatet, som det står")
        });
    }
    assert_eq!(page.browser.look(TWICE, vec![]), json!([]));
    page.assert_quiet();
}

#[test]
fn a_note_that_is_saved_before_it_is_done_says_what_is_left() {
    let page = Page::open(SCREEN);
    page.browser.click(button("Begynd forfra"));
    page.wait_until("what is missing is said", |page| !page.texts(part("problem")).is_empty());
    page.browser.click(button("Gem som TOML"));
    let path = saved(&page.browser.downloads(), "toml");
    assert_eq!(path.file_name().and_then(|name| name.to_str()), Some("notat.toml"), "it has no name yet");
    page.wait_until("what is left is said", |page| {
        page.texts("[role=status]")
            .iter()
            .any(|said| said.starts_with("Notatet er gemt. ") && said.contains("skal rettes"))
    });
    page.assert_quiet();
}

#[test]
fn who_begins_anew_is_told_what_is_missing_and_led_there() {
    let page = Page::open(SCREEN);
    page.browser.click(button("Begynd forfra"));
    page.wait_until("what is missing is said", |page| !page.texts(part("problem")).is_empty());
    let missing = page.texts(part("problem")).len();
    page.browser.click(button("Titel"));
    let here = "return element === document.activeElement && element.getAttribute('aria-invalid') === 'true' \
                && element.getAttribute('aria-describedby').split(' ').some((id) => document.getElementById(id).textContent !== '');";
    assert_eq!(page.browser.look_at(field("/title"), here, vec![]), json!(true), "the field says what is missing");
    page.browser.type_keys("Væresteder");
    page.browser.press(Key::Tab);
    page.wait_until("one thing less is missing", |page| page.texts(part("problem")).len() < missing);
    // What is missing within something that is closed opens it.
    page.browser.click(button("Uden navn, Indsatsens navn"));
    page.wait_until("the field has the focus", |page| {
        let focused = "return element === document.activeElement;";
        !page.texts(field("/effort/0/name")).is_empty()
            && page.browser.look_at(field("/effort/0/name"), focused, vec![]) == json!(true)
    });
    assert_eq!(page.barriers(), [""; 0]);
    page.assert_quiet();
}

#[test]
fn who_asks_for_the_answer_while_something_hinders_stays_in_the_form() {
    let page = begin();
    let before = says(&page);
    put(&page, "/years/0", "tyve");
    page.wait_until("the form says it", |page| says(page) != before);
    let hinders = says(&page);
    page.browser.click(element("#read-note"));
    page.wait_until("the reader is led to what hinders", |page| {
        page.browser.look("return document.activeElement.id;", vec![]) == "problems-title"
    });
    assert_eq!(says(&page), hinders);
    assert!(!page.texts(part("form")).is_empty(), "the form is still there");
    page.browser.click(element("#undo-note"));
    becomes("what was there", || value(&page, "/years/0"), "2027");
    page.wait_until("nothing hinders", |page| says(page) == before);
    page.assert_quiet();
}

#[test]
fn the_browser_asks_before_a_changed_text_is_lost() {
    /// Whether a listener of the page has the browser ask.
    const ASKS: &str = "const leaving = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(leaving); \
                        return leaving.defaultPrevented;";
    let page = begin();
    assert_eq!(page.browser.look(ASKS, vec![]), json!(false), "nothing is changed yet");
    put(&page, "/title", "Lektiehjælp i Sydby");
    page.wait_until("it asks", |page| page.browser.look(ASKS, vec![]) == json!(true));
    page.browser.click(element("#undo-note"));
    page.wait_until("nothing is lost any more", |page| page.browser.look(ASKS, vec![]) == json!(false));
}

#[test]
fn a_steering_area_may_be_any_text() {
    let page = begin();
    page.browser.click(disclosure("Koordinatorer"));
    becomes("the area", || value(&page, "/line/0/area"), "Service");
    put(&page, "/line/0/area", "Forsikrede ledige");
    page.browser.click(element("#read-note"));
    page.wait_until("the note opens", |page| page.text("h1") == "Lektiehjælp i Havneby");
    page.unfold();
    assert!(page.text("main").contains("Forsikrede ledige"), "the area stands in the budget");
    page.assert_quiet();
}

#[test]
fn amounts_in_named_years_are_written_and_their_faults_lead_to_them() {
    const SCHEDULE: &str = "/line/1/schedule";
    let amount = |year: u16| format!("{SCHEDULE}/amounts/{year}");
    let page = begin();
    page.browser.click(disclosure("Lokaler"));
    for share in ["first", "running", "after"] {
        put(&page, &format!("{SCHEDULE}/{share}"), Key::Delete.to_string().as_str());
        becomes("the share is left out", || value(&page, &format!("{SCHEDULE}/{share}")), "");
    }
    page.browser.click(button("Tilføj beløb i bestemte år"));
    page.wait_until("the first year has the focus", |page| {
        let focused = "return element === document.activeElement;";
        !page.texts(field(&amount(2027))).is_empty()
            && page.browser.look_at(field(&amount(2027)), focused, vec![]) == json!(true)
    });
    put(&page, &amount(2027), "60.000");
    put(&page, &amount(2028), "120.000");
    page.wait_until("nothing hinders", |page| page.texts(part("problem")).is_empty() && !says(page).is_empty());
    let with_amounts = says(&page);
    put(&page, &amount(2028), "130.000");
    page.wait_until("the fault is told", |page| page.texts(part("problem")).len() == 1);
    page.browser.click(button("Lokaler, Beløb i 2028"));
    let here = "return element === document.activeElement && element.getAttribute('aria-invalid') === 'true';";
    assert_eq!(page.browser.look_at(field(&amount(2028)), here, vec![]), json!(true), "the fault leads to its field");
    assert_eq!(page.barriers(), [""; 0]);
    page.browser.click(button("Fortryd"));
    becomes("the amount", || value(&page, &amount(2028)), "120000");
    becomes("the answer", || says(&page), &with_amounts);
    page.browser.click(button("Regn på notatet"));
    becomes("the heading", || page.text("main h1"), "Lektiehjælp i Havneby");
    assert_eq!(page.cells("lokaler"), ["60", "120", "0", "0", "180"]);
    page.assert_quiet();
}

#[test]
fn the_form_and_the_text_are_two_views_of_one_note() {
    const TEXT: &str = "return element.value;";
    let page = begin();
    put(&page, "/title", "En anden titel");
    page.browser.click(button("Tekst"));
    page.wait_until("the text is there", |page| !page.texts("#note-text").is_empty());
    let text = page.browser.look_at("#note-text", TEXT, vec![]);
    assert!(text.as_str().is_some_and(|text| text.contains("title = \"En anden titel\"")), "{text}");
    let typed = "element.focus(); element.value = element.value.replace('En anden', 'En tredje'); \
                 element.dispatchEvent(new Event('input', { bubbles: true })); return true;";
    page.browser.look_at("#note-text", typed, vec![]);
    page.browser.click(button("Formular"));
    page.wait_until("the form is there", |page| !page.texts(field("/title")).is_empty());
    becomes("the title", || value(&page, "/title"), "En tredje titel");
    page.browser.click(button("Fortryd"));
    becomes("the title", || value(&page, "/title"), "En anden titel");
    page.assert_quiet();
}

#[test]
fn the_form_is_within_everybodys_reach() {
    let page = begin();
    page.unfold();
    page.wait_until("everything is open", |page| !page.texts(field("/line/2/name")).is_empty());
    assert_eq!(page.barriers(), [""; 0]);
    for width in [320, 360, 768, 1280] {
        page.browser.resize((width, 800));
        page.assert_fits(&format!("the form at {width} pixels"));
    }
}

#[test]
fn a_note_begins_from_the_one_that_the_reader_looks_at() {
    let page = Page::open("v=1&note=bi10-2026");
    page.browser.click(element("a[href*='screen=own-note&about=bi10-2026']"));
    page.wait_until("the form is there", |page| !page.texts(part("form")).is_empty());
    assert_eq!(value(&page, "/id"), "bi10-2026-egen");
    page.wait_until("whoever comes back goes on", |page| page.address().ends_with("screen=own-note"));
    page.assert_quiet();
}

#[test]
fn what_is_being_written_is_remembered_with_the_notes() {
    const IN_HAND: &str = "return localStorage.getItem('indsatsregner text') || '';";
    let page = begin();
    put(&page, "/title", "Lektiehjælp i Vestby");
    assert_eq!(page.browser.look(IN_HAND, vec![]), json!(""), "nothing is kept that nobody asked for");
    page.browser.click("#read-note");
    becomes("the heading", || page.text("main h1"), "Lektiehjælp i Vestby");
    page.follow(SCREEN);
    page.browser.click(button("Husk dem i denne browser"));
    page.browser.click(button("Ret i formular"));
    put(&page, "/title", "Lektiehjælp i Sydby");
    page.wait_until("it is kept", |page| {
        page.browser.look(IN_HAND, vec![]).as_str().is_some_and(|text| text.contains("Lektiehjælp i Sydby"))
    });
    page.reload();
    page.wait_until("the form is there", |page| !page.texts(field("/title")).is_empty());
    becomes("the title", || value(&page, "/title"), "Lektiehjælp i Sydby");
    page.browser.click(button("Glem dem i denne browser"));
    assert_eq!(page.browser.look("return localStorage.length;", vec![]), json!(0));
    page.assert_quiet();
}

#[test]
fn the_form_says_how_the_printed_table_comes_out() {
    const PUT: &str = "element.value = given[0]; return true;";
    const TABLE: &str = "1.000 kr.\t2027\t2028\nLøn\t100\t200\nDrift\t10\t20\nI alt\t110\t220";
    let page = Page::open(SCREEN);
    page.browser.look_at(element("#table-text"), PUT, vec![json!(TABLE)]);
    page.browser.click(button("Læs tabellen"));
    page.wait_until("the table is read", |page| !page.texts(button("Lav et notat af tabellen")).is_empty());
    page.browser.click(button("Lav et notat af tabellen"));
    becomes("the check", || page.text(part("printed-check")), "Alle 6 tal i dokumentets tabeller kommer ud.");
    // The number of a row differs, and what is said leads to its cell.
    page.browser.click(element("[id=\"form/table/0\"]"));
    page.browser.click(element("[id=\"form/table/0/row/0\"]"));
    put(&page, "/table/0/row/0/cells/1", "210");
    page.wait_until("it is said", |page| page.text(part("printed-check")).contains("”Løn” i 2028: der står 210"));
    page.assert_quiet();
}
