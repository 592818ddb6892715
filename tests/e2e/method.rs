//! A reader asks about the method and the sources, prints a page, or has a browser that runs no scripts.

use std::collections::BTreeMap;

use engine::link::Screen;
use engine::notes::Library;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::find::{button, drawing, element, explanation, link, part, region};
use crate::fonts::{Fonts, in_both_fonts};
use crate::page::{NOTE, Page};
use crate::patience::{becomes, until};
use crate::server;

const METHOD: &str = "v=1&screen=method";
const BENEFITS: &str = "[data-number='line.benefits.2019']";
/// The titles of the chapters.
const CHAPTERS: &str = "main section > h2";

/// A link to every screen, with a note where the screen needs one.
fn screens() -> Vec<String> {
    let link = |screen: Screen| {
        let note = if screen.is_about_a_note() { "&note=ips-2018&caseload=20" } else { "" };
        format!("v=1&screen={}{note}", screen.id())
    };
    Screen::ALL.map(link).into()
}

#[test]
fn the_screen_opens_from_the_navigation_in_both_languages() {
    let page = Page::open("");
    page.browser.click(link("Metode og kilder"));
    becomes("the heading", || page.text("main h1"), "Metode og kilder");
    let danish = page.texts(CHAPTERS);
    assert_eq!(danish.first().map(String::as_str), Some("Sådan regnes der"));
    page.browser.click(link("English"));
    becomes("the heading", || page.text("main h1"), "Method and sources");
    let english = page.texts(CHAPTERS);
    assert_eq!(english.len(), danish.len());
    assert!(english.iter().all(|title| !danish.contains(title)), "{english:?}");
    page.assert_quiet();
}

#[test]
fn the_worked_example_has_the_numbers_of_the_note() {
    let page = Page::open(METHOD);
    assert_eq!(page.text(format!("{BENEFITS} h3 strong")), "−4.406 t.kr.");
    assert_eq!(
        page.texts(part("formula").inside(BENEFITS)),
        ["150 borgere × 25 % × 117.490 kr. = 4.405.875 kr.", "Afrundet til hele tusinder: 4.406 t.kr."]
    );
    assert!(page.text(part("printed").inside(BENEFITS)).contains("−4.406 t.kr."));
    assert_eq!(page.text("[data-number='payback.total'] h3 strong"), "2021 (4. år)");
    page.browser.click(link("Se det i regnestykket: …").inside(BENEFITS));
    becomes(
        "the explanation in the calculator",
        || page.text(element("h3 strong").inside(explanation())),
        "−4.406 t.kr.",
    );
    assert_eq!(page.texts("tr[data-line=benefits] td")[1], "−4.406");
}

#[test]
fn payback_is_counted_side_by_side_for_every_note_with_savings() {
    let page = Page::open(METHOD);
    let rows = |note: &str| page.texts(format!("tbody[data-note='{note}'] td:not([colspan])"));
    let total = ["2021 (4. år)", "3,92 år", "3,49 år", "2021 (4. år)", "4 år"];
    let service = [
        "ikke inden for 20 år",
        "ikke inden for 20 år",
        "ikke inden for 20 år",
        "ikke inden for 20 år",
        "76 år modsigelse",
    ];
    assert_eq!(rows("ips-2018"), [total, service].concat());
    page.browser.click("#discount-rate option[value='0.05']");
    page.wait_until("a later year pays it back", |_| {
        rows("ips-2018")[3] == "2022 (5. år, først efter indsatsen, hvis nogle bliver i job)"
    });
    for note in Library::embedded().unwrap().notes() {
        assert_eq!(
            rows(&note.variant.id).len() % 2,
            0,
            "{} has a row for the whole and one for service",
            note.variant.id
        );
        assert!(!rows(&note.variant.id).is_empty(), "{} is there", note.variant.id);
    }
}

#[test]
fn origins_and_documents_are_counted_from_the_notes() {
    let page = Page::open(METHOD);
    let library = Library::embedded().unwrap();
    let drivers = library.notes().flat_map(|note| &note.variant.drivers).filter(|driver| !driver.is_master()).count();
    let counts: Vec<usize> = page
        .texts(element("td:nth-child(2)").inside(region("origins")))
        .iter()
        .map(|count| count.parse().expect("a count is a number"))
        .collect();
    assert_eq!(counts.len(), 4);
    assert_eq!(counts.iter().sum::<usize>(), drivers);
    for document in library.documents() {
        let text = page.text(format!("[data-document='{}']", document.id));
        assert!(text.contains(&document.budget.to_string()), "the budget in {text}");
        // The name of the transcribed file is no source that a reader can open.
        assert!(!text.contains(&document.file), "{text}");
        for omitted in &document.omitted {
            assert!(text.contains(&omitted.amount) && text.contains(&omitted.source.quote), "{text}");
        }
    }
}

#[test]
fn what_is_cited_has_link_version_and_date() {
    const TODAY: &str = "const now = new Date(); return `${now.getDate()}. ${now.toLocaleDateString('da-DK', { month: 'long' })} ${now.getFullYear()}`;";
    let page = Page::open(METHOD);
    let today = page.browser.look(TODAY, vec![]);
    let today = today.as_str().unwrap();
    for (text, link) in [("citation", "v=1&screen=overview"), ("frozen", NOTE)] {
        let cited = page.text(part(text));
        let cited = Page::without_headline(&cited);
        for part in [&Page::address_of(link), env!("CARGO_PKG_VERSION"), today] {
            assert!(cited.contains(part), "{part} in {cited}");
        }
    }
    let frozen = page.text(part("frozen"));
    assert!(
        frozen.starts_with(
            "Hvis 25 % af de 150 borgere kommer i job eller uddannelse, og ingen af dem havde fundet job alligevel, er indsatsen tjent hjem i \
                            2021, det 4. år."
        ),
        "{frozen}"
    );

    page.browser.look("navigator.clipboard.writeText = () => Promise.reject(new Error('not here'));", vec![]);
    page.browser.click(button("Kopiér sætningen med kilde"));
    page.wait_until("the text can be copied by hand", |page| page.link_by_hand().is_some());
    assert_eq!(page.link_by_hand().map(|text| text.replace('\u{a0}', " ")), Some(frozen));
}

#[test]
fn the_foot_of_every_page_leads_to_the_accessibility_statement() {
    const FOCUS: &str = "const top = document.activeElement.getBoundingClientRect().top;
        return top >= 0 && top < innerHeight ? document.activeElement.id : `out of view at ${top}`;";
    for (link, language) in [(NOTE, ""), ("v=1&note=ips-2018&lang=en", "&lang=en")] {
        let page = Page::open(link);
        page.browser.click("footer a");
        becomes(
            "the address",
            || page.address(),
            &Page::address_of(&format!("{METHOD}{language}&chapter=accessibility")),
        );
        becomes("what has the focus", || page.browser.look(FOCUS, vec![]), "accessibility");
        // The second press scrolls too, although the address does not change.
        page.browser.look("scrollTo(0, 0);", vec![]);
        page.browser.click("footer a");
        becomes("what has the focus", || page.browser.look(FOCUS, vec![]), "accessibility");
        assert_eq!(page.notices(), [""; 0]);
    }
}

#[test]
fn the_foot_leads_to_what_becomes_of_what_readers_do() {
    let page = Page::open(NOTE);
    page.browser.click(link("Privatliv").inside("footer"));
    page.wait_until("the address names the chapter", |page| page.address().ends_with("chapter=privacy"));
    // Its screen may still be on its way.
    page.wait_until("the chapter is there", |page| {
        let said = page.text(region("privacy"));
        said.contains("ingen cookies") && said.contains("ét tryk glemmer dem igen")
    });
}

#[test]
fn what_the_accessibility_statement_says_of_tests_holds_on_every_screen() {
    const TEXT_SIZE: &str = "document.documentElement.style.fontSize = arguments[0];";
    in_both_fonts(|fonts| {
        let page = Page::open_in_a_frame(fonts, (1280, 900), &Page::address_of(METHOD), None);
        for link in screens() {
            page.follow(&link);
            assert_eq!(page.barriers(), [""; 0], "{link}");
            page.browser.look(TEXT_SIZE, vec!["200%".into()]);
            page.assert_fits(&format!("{link} in large text with {fonts:?} letters"));
            page.browser.look(TEXT_SIZE, vec!["100%".into()]);
            page.resize_frame((320, 640));
            page.assert_fits(&format!("{link} on a phone with {fonts:?} letters"));
            page.resize_frame((1280, 900));
        }
    });
}

#[test]
fn nothing_bars_the_way_on_the_screen_in_english_and_on_a_phone() {
    for link in ["v=1&screen=method&lang=en", METHOD] {
        assert_eq!(Page::open_on_a_phone(Fonts::Narrow, 360, link).barriers(), [""; 0], "{link}");
    }
}

/// Opens the page of printed tables in a new browser.
fn tables(file: &str) -> Page {
    let page = Page { browser: Browser::start(Fonts::Narrow) };
    page.browser.go(&format!("{}/{file}", server::origin()));
    page
}

#[test]
fn the_printed_tables_of_every_document_need_no_script() {
    for (file, group) in [("tabeller.html", '.'), ("tables.html", ',')] {
        let page = tables(file);
        // The server of the tests may have put its own before all else.
        assert_eq!(page.texts("script:not([src='/watch.js'])"), [""; 0]);
        assert_eq!(page.barriers(), [""; 0], "{file}");
        let cells = page.texts("td");
        for cell in ["12.830", "13.140", "13.213", "2.626", "−4.406"] {
            let cell = cell.replace('.', &group.to_string());
            assert!(cells.contains(&cell), "{cell} in {file}");
        }
        for document in Library::embedded().unwrap().documents() {
            let section = page.texts(format!("[id='{}'] table", document.id));
            assert_eq!(section.len(), document.tables.len(), "{}", document.id);
            for (shown, table) in section.iter().zip(&document.tables) {
                assert!(shown.starts_with(&format!("{}: {}", table.place, table.title)), "{shown}");
            }
            assert!(!page.text(format!("[id='{}']", document.id)).contains(&document.file));
        }
        assert_eq!(page.browser.console_errors(), [""; 0]);
    }
}

#[test]
fn without_javascript_the_page_leads_to_the_tables() {
    let page = Page { browser: Browser::start(Fonts::Narrow) };
    page.browser.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    page.browser.go(&Page::address_of(NOTE));
    page.browser.click("noscript a[href='tabeller.html']");
    becomes("the address", || page.address(), &format!("{}/tabeller.html", server::origin()));
}

#[test]
fn without_webassembly_the_page_leads_to_the_tables() {
    let page = Page { browser: Browser::start(Fonts::Narrow) };
    let source = json!({ "source": "delete globalThis.WebAssembly;" });
    page.browser.devtools("Page.addScriptToEvaluateOnNewDocument", &source);
    page.browser.go(&Page::address_of(NOTE));
    until("the page says that it cannot start", || page.browser.shows("#not-started a").then_some(()));
    page.browser.click("#not-started a[href='tables.html']");
    becomes("the address", || page.address(), &format!("{}/tables.html", server::origin()));
}

#[test]
fn on_paper_there_is_nothing_to_press_and_the_foot_says_where_it_came_from() {
    // Which of these elements are drawn, and whether the number of a field is. What each number takes stands there as a number.
    const DRAWN: &str = "const drawn = (css) => [...document.querySelectorAll(css)]
            .filter((element) => element.getClientRects().length > 0).length;
        const tables = [...document.querySelectorAll('[role=region]:has(> table)')];
        const scrolls = tables.map((frame) => getComputedStyle(frame).overflowX);
        return { pressed: drawn('button:not(#answer button, [aria-labelledby=limits-title] button), nav, input[type=range], :has(> input[type=range])'),
            fields: drawn('[data-driver] input[type=text]'), foot: drawn('footer [data-part=address]'), scrolls: scrolls.filter((overflow) => overflow !== 'visible').length,
            framed: [...document.querySelectorAll('[aria-labelledby=limits-title] li button')].filter((number) => getComputedStyle(number).borderStyle !== 'none').length,
            marked: getComputedStyle(document.querySelector('[data-driver=caseload]')).borderLeftStyle,
            paper: getComputedStyle(document.body).backgroundColor };";
    let link = "v=1&note=ips-2018&caseload=20";
    let page = Page::open(link);
    let drawn = || -> BTreeMap<String, Value> { serde_json::from_value(page.browser.look(DRAWN, vec![])).unwrap() };
    let on_screen = drawn();
    assert!(on_screen["pressed"].as_u64() > Some(20), "{on_screen:?}");
    assert_eq!(on_screen["foot"], 0);
    let dark = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
    page.browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print", "features": dark }));
    let on_paper = drawn();
    assert_eq!(on_paper["pressed"], 0);
    assert!(on_screen["framed"].as_u64() > Some(5), "{on_screen:?}");
    assert_eq!(on_paper["framed"], 0);
    assert_eq!(on_paper["fields"], on_screen["fields"]);
    assert_eq!(on_paper["scrolls"], 0);
    assert_eq!(on_paper["marked"], "solid");
    assert_eq!(on_paper["paper"], "rgb(255, 255, 255)");
    assert_eq!(on_paper["foot"], 1);
    let foot = page.text(part("address"));
    assert!(Page::without_headline(&foot).ends_with(&Page::address_of(link)), "{foot}");
    assert!(page.text("footer").contains(env!("CARGO_PKG_VERSION")));
}

/// Words that a wide window shows in their usual size would have some five points on paper.
#[test]
fn a_chart_of_a_wide_window_is_drawn_for_paper_while_the_page_is_printed() {
    const WIDTH: &str = "return element.viewBox.baseVal.width;";
    // What a sheet of A4 has between its margins, in CSS pixels.
    const PAPER: f64 = 794.0;
    let page = Page::open("v=1");
    page.browser.resize((1600, 900));
    let width = || page.browser.look_at(drawing("timeline-title"), WIDTH, vec![]).as_f64();
    page.wait_until("the chart is as wide as the window lets it be", |_| width() > Some(PAPER));
    let on_screen = width();
    let tell = |event: &str| page.browser.look("dispatchEvent(new Event(arguments[0]));", vec![event.into()]);
    tell("beforeprint");
    page.wait_until("the chart fits on paper", |_| width() <= Some(PAPER));
    tell("afterprint");
    becomes("the width of the chart", width, &on_screen);
}
