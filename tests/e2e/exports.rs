//! A reader saves the calculation as a file, and opens one later.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::page::{NOTE, Page};
use crate::patience::{becomes, until};

/// An empty folder for one test, deleted afterwards.
fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder can be made")
}

/// Writes a file into a folder. Returns its path.
fn write(folder: &TempDir, name: &str, content: &str) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, content).expect("a file can be written");
    path
}

/// What the page says of the file that it saved, and of the one that it opened.
const SAVED: &str = "section[aria-labelledby=export-title] > [role=status]";
const OPENED: &str = "section[aria-labelledby=opener-label] > [role=status]";
/// What the page says while a file is held over it.
const LETTING_GO: &str = "section[aria-labelledby=opener-label] > [aria-hidden] p";

/// Waits for a file with this ending. Returns its name and content. A browser may first put an empty file in its place.
#[track_caller]
fn downloaded(folder: &Path, ending: &str) -> (String, Vec<u8>) {
    until(&format!("a saved .{ending}"), || {
        let mut found = fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
        let path = found.find(|path| path.extension().is_some_and(|own| own == ending))?;
        let content = fs::read(&path).ok().filter(|content| !content.is_empty())?;
        Some((path.file_name()?.to_str()?.to_owned(), content))
    })
}

/// Presses a button and waits for its file. Returns the file's name and content.
#[track_caller]
fn save(page: &Page, folder: &Path, kind: &str) -> (String, Vec<u8>) {
    page.browser.click(format!("#save-{kind}"));
    let (name, content) = downloaded(folder, kind.split('-').next().expect("a kind has an ending"));
    becomes("what the page says", || page.text(SAVED), &format!("Filen er gemt: {name}"));
    (name, content)
}

#[track_caller]
fn exports_asked_for(page: &Page) -> usize {
    page.requests().iter().filter(|address| address.contains("/exports")).count()
}

#[test]
fn a_workbook_is_made_on_request_and_its_maker_is_not_fetched_before() {
    let page = Page::open("v=1&note=ips-2018&caseload=20");
    let folder = page.browser.downloads();
    assert_eq!(exports_asked_for(&page), 0, "{:?}", page.requests());
    let (name, content) = save(&page, &folder, "xlsx");
    assert!(name.starts_with("ips-2018-ændret-20") && name.len() == "ips-2018-ændret-2026-03-01.xlsx".len(), "{name}");
    let book = ironcalc::import::load_from_xlsx_bytes(&content, "saved", "en", "UTC").expect("the file is a workbook");
    let names: Vec<&str> = book.worksheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Forudsætninger", "Kurver", "Beregning", "Står i notatet", "Kilder"]);
    assert!(book.shared_strings.contains(&page.copy_link()), "the link is in the workbook");
    // A browser may list a request only some time after its answer.
    becomes("the requests for the glue and the wasm", || exports_asked_for(&page), &2);
    page.assert_quiet();
}

#[test]
fn what_every_reader_fetches_holds_no_writer_of_workbooks() {
    const PART: &str = "xl/workbook.xml";
    let holds = |file: &str, text: &str| {
        let editions = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")).expect("the page is built");
        let mut paths = editions.map(|entry| entry.expect("an entry").path().join(file));
        let bytes = fs::read(paths.find(|path| path.exists()).expect("the edition has it")).expect("it can be read");
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    };
    assert!(holds("exports_bg.wasm", PART), "what writes workbooks names their parts");
    assert!(!holds("indsatsregner_bg.wasm", PART));
}

#[test]
fn csv_opens_in_danish_excel() {
    let page = Page::open(NOTE);
    let folder = page.browser.downloads();
    let (_, content) = save(&page, &folder, "csv-da");
    let text = String::from_utf8(content).expect("UTF-8");
    assert!(text.starts_with("\u{feff}Afsnit;Id;Navn;"), "{text}");
    assert!(text.contains(";2230;2230;2230;2230;0;8920;"), "{text}");
}

#[test]
fn a_comparison_is_one_file_with_both_sides_and_their_difference() {
    let page = Page::open("v=1&screen=compare&note=bi11-2026-s1");
    let folder = page.browser.downloads();
    page.browser.click("#save-csv-da-both");
    let (name, content) = downloaded(&folder, "csv");
    assert!(name.starts_with("bi11-2026-s1-bi11-2026-s2-20") && name.ends_with("-dansk-Excel.csv"), "{name}");
    let text = String::from_utf8(content).expect("UTF-8");
    assert!(text.starts_with("\u{feff}Afsnit;Navn;Enhed;scenarie 1;scenarie 2;Forskel;"), "{text}");
    let net = text.lines().find(|line| line.contains(";Netto;")).expect("a row for the net");
    assert!(net.contains(";-1476"), "{net}");
    page.assert_quiet();
}

#[test]
fn every_number_of_the_notes_is_one_file() {
    let page = Page::open("v=1&screen=method");
    let folder = page.browser.downloads();
    page.browser.click("#save-csv-da-notes");
    let (name, content) = downloaded(&folder, "csv");
    assert!(name.starts_with("alle-tal-20"), "{name}");
    let text = String::from_utf8(content).expect("UTF-8");
    assert!(text.starts_with("\u{feff}Dokument;Notat;Priser;Slags;Navn;År;Værdi;Enhed;"), "{text}");
    page.assert_quiet();
}

#[test]
fn a_danish_reader_with_english_excel_gets_commas() {
    let page = Page::open(NOTE);
    let folder = page.browser.downloads();
    let (name, content) = save(&page, &folder, "csv-en");
    assert!(name.ends_with("-engelsk-Excel.csv"), "the two have names of their own: {name}");
    let text = String::from_utf8(content).expect("UTF-8");
    assert!(text.starts_with("\u{feff}Afsnit,Id,Navn,"), "{text}");
}

#[test]
fn what_was_saved_as_json_opens_again() {
    let page = Page::open("v=1&note=ips-2018&caseload=20&effect=12.5");
    let folder = page.browser.downloads();
    let before = page.every_number();
    let (name, _) = save(&page, &folder, "json");
    // Opens the file on another screen, and with another note.
    let other = Page::open("v=1&screen=findings");
    other.browser.choose_file("#open-file", &folder.join(&name));
    becomes("what the page says", || other.text(OPENED), &format!("Filen er åbnet: {name}"));
    other.every_number().assert_same(&before);
    assert_eq!(other.notices(), [""; 0]);
    becomes("the address", || other.address(), &Page::address_of("v=1&note=ips-2018&caseload=20&effect=12.5"));
    other.assert_quiet();
}

#[test]
fn a_file_with_a_title_brings_back_what_the_page_showed() {
    const LINK: &str = "v=1&title=Sydhavnen~2c~_20_sager&lang=en&note=ips-2018&caseload=20&seen-from=service";
    let page = Page::open(LINK);
    let folder = page.browser.downloads();
    page.browser.click("#save-json");
    let path = until("a saved file", || {
        let mut found = fs::read_dir(&folder).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
        found.find(|path| path.extension().is_some_and(|own| own == "json"))
    });
    let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
    assert!(name.starts_with("ips-2018-Sydhavnen-20-sager-changed-20"), "{name}");
    let other = Page::open("v=1&screen=findings");
    other.browser.choose_file("#open-file", &path);
    becomes("the address", || other.address(), &Page::address_of(LINK));
    let title = "Sydhavnen, 20 sager – Jobs alongside drug and alcohol treatment: Business case 2018 – Indsatsregner";
    becomes("the title of the window", || other.browser.title(), title);
    other.assert_quiet();
}

#[test]
fn a_file_that_cannot_be_opened_says_why_and_what_was_there_stays() {
    let (page, folder) = (Page::open("v=1&note=ips-2018&caseload=20"), folder());
    for (name, content, said) in [
        (
            "noter.txt",
            "Husk mælk",
            "noter.txt: Filen er almindelig tekst og hverken TOML eller JSON. Et notat begynder for eksempel med: title = \"Lektiehjælp\".",
        ),
        ("regnestykke.json", "Husk mælk", "regnestykke.json: Filen er ikke JSON: det går galt i linje 1, tegn 1."),
        (
            "notat.pdf",
            "%PDF-1.7",
            "notat.pdf: Filen er en PDF. Den kan ikke åbnes som notat: skriv dens tal af i en TOML-fil, eller kopiér tabellerne fra den, og indsæt dem.",
        ),
        (
            "andet.json",
            "{\"a\": 1}",
            "andet.json: Filen er ikke et regnestykke herfra: feltet ”format” siger det ikke.",
        ),
        (
            "slået-forkert.json",
            "{\"format\": \"indsatsregner-scenario\", \"version\": 1,\n\"scenario\": {\"note\": \"ips-2018\", \
             \"drivers\": [{\"id\": \"effect\",\n\"value\": \"mange\"}]}}",
            "slået-forkert.json: Filen har noget andet, end der skal stå, i ”scenario.drivers[0].value” (linje 3, tegn 16).",
        ),
    ] {
        page.browser.choose_file("#open-file", &write(&folder, name, content));
        becomes("what the page says", || page.text(OPENED), said);
        assert_eq!(page.driver("caseload").value(), "20 borgere");
        assert_eq!(page.address(), Page::address_of("v=1&note=ips-2018&caseload=20"));
    }
    page.assert_quiet();
}

#[test]
fn a_file_can_be_dropped_anywhere_and_what_was_not_used_is_said() {
    const HOLD: &str = "const held = new DataTransfer();
        held.items.add(new File([arguments[1]], 'sluppet.json', { type: 'application/json' }));
        const event = new DragEvent(arguments[0], { bubbles: true, cancelable: true, dataTransfer: held });
        document.querySelector('h1').dispatchEvent(event);
        return event.defaultPrevented;";
    let file = json!({ "format": "indsatsregner-scenario", "version": 1, "scenario": { "note": "ips-2018", "drivers": [
        { "id": "caseload", "value": "20" }, { "id": "weather", "value": "3" },
    ] } });
    let page = Page::open("v=1&note=bi10-2026");
    let over = page.browser.look(HOLD, vec![json!("dragover"), json!(file.to_string())]);
    assert_eq!(over, Value::Bool(true), "the page takes files");
    becomes("what letting go does", || page.texts(LETTING_GO), &["Slip filen for at åbne den".to_owned()]);
    page.browser.look(HOLD, vec![json!("drop"), json!(file.to_string())]);
    becomes("what the page says", || page.text(OPENED), "Filen er åbnet: sluppet.json");
    assert_eq!(page.driver("caseload").value(), "20 borgere");
    assert_eq!(page.notices().len(), 1, "{:?}", page.notices());
    assert!(page.notices()[0].contains("weather"), "{:?}", page.notices());
    assert_eq!(page.texts(LETTING_GO), [""; 0]);
    page.assert_quiet();
}

#[test]
fn files_are_within_everybodys_reach() {
    let page = Page::open(NOTE);
    page.browser.choose_file("#open-file", &write(&folder(), "tom.json", ""));
    becomes("what the page says", || page.text(OPENED), "tom.json: Filen er tom.");
    assert_eq!(page.barriers(), [""; 0]);
}
