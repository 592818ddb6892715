//! A reader opens the single-file page from a mail or a shared drive, or downloads it.

use engine::notes::Library;
use serde_json::json;
use site::publish::{SINGLE, publish};

use crate::browser::Browser;
use crate::embed::EMBED;
use crate::find::{button, disclosure, link, part, status};
use crate::fonts::Fonts;
use crate::page::{COPY_LINK, Page, strings};
use crate::patience::becomes;
use crate::server::{self, Host};

const FILE: &str = concat!("file://", env!("CARGO_MANIFEST_DIR"), "/dist/indsatsregner.html");
const LINK: &str = "v=1&note=ips-2018&caseload=20";

#[test]
fn the_file_computes_and_asks_for_nothing() {
    let page = Page::open_address(&format!("{FILE}#{LINK}"));
    let hosted = Page::open(LINK);
    page.every_number().assert_same(&hosted.every_number());
    page.driver("effect").type_in("20");
    becomes("the address", || page.address(), &format!("{FILE}#{LINK}&effect=20"));
    page.reload();
    assert_eq!(page.driver("effect").value(), "20 %");
    page.browser.click(link("Metode og kilder"));
    becomes("the heading", || page.text("main h1"), "Metode og kilder");
    page.browser.click(link("English"));
    becomes("the heading", || page.text("main h1"), "Method and sources");
    let asked: Vec<String> = page.requests().into_iter().filter(|address| !address.starts_with("data:")).collect();
    assert_eq!(asked, [""; 0]);
    assert_eq!(page.browser.console_errors(), [""; 0]);
}

#[test]
fn every_link_of_the_file_leads_into_it() {
    const LINKS: &str = "return [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));";
    let page = Page::open_address(&format!("{FILE}#{LINK}"));
    for link in [LINK, "v=1", "v=1&screen=method", "v=1&screen=findings"] {
        page.browser.go(&format!("{FILE}#{link}"));
        page.wait_until("the screen has links", |page| !strings(&page.browser.look(LINKS, vec![])).is_empty());
        let elsewhere: Vec<String> =
            strings(&page.browser.look(LINKS, vec![])).into_iter().filter(|href| !href.starts_with('#')).collect();
        assert_eq!(elsewhere, [""; 0], "{link}");
    }
}

#[test]
fn a_link_from_the_file_says_that_it_works_with_the_file_alone() {
    let page = Page::open_address(&format!("{FILE}#{LINK}"));
    page.browser.click(button(COPY_LINK));
    let said = "Linket er kopieret. Det virker kun med filen her på din egen maskine.";
    becomes("what the page says", || page.text(status().beside(button(COPY_LINK))), said);
    assert!(
        Page::without_headline(&page.text(part("address"))).ends_with(&format!(" · indsatsregner.html#{LINK}")),
        "paper names no folder"
    );
    assert_eq!(page.text(disclosure(EMBED)), "", "nobody else could show it");
}

#[test]
fn without_javascript_the_file_shows_the_tables() {
    let page = Page { browser: Browser::start(Fonts::Narrow) };
    page.browser.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    page.browser.go(FILE);
    assert!(page.browser.shows("noscript h1"));
    assert!(page.browser.shows("#printed #ips-2018 table td"));
}

#[test]
fn without_webassembly_the_file_shows_the_tables() {
    let page = Page { browser: Browser::start(Fonts::Narrow) };
    let source = json!({ "source": "delete globalThis.WebAssembly;" });
    page.browser.devtools("Page.addScriptToEvaluateOnNewDocument", &source);
    page.browser.go(FILE);
    page.wait_until("the page says that it cannot start", |page| page.browser.shows("#failed h1"));
    assert!(page.browser.shows("#printed #ips-2018 table td"));
    page.browser.click("#not-started p:not([lang]) a");
    becomes("the address", || page.address(), &format!("{FILE}#printed"));
}

#[test]
fn the_page_offers_the_file() {
    const OFFERED: &str = "const done = arguments[0], link = document.querySelector('footer a[download]');
        fetch(link.href).then((answer) => answer.text()).then((text) => done([link.download, text.slice(0, 15)]));";
    let page = Page::open(LINK);
    assert_eq!(page.text("footer a[download]"), "Hent siden til brug uden internet");
    assert_eq!(strings(&page.browser.look_later(OFFERED, vec![])), ["indsatsregner.html", "<!doctype html>"]);
}

#[test]
fn a_part_that_is_loaded_when_it_is_needed_is_there_on_a_host_and_in_the_file() {
    const LOAD: &str = "const done = arguments[0];
        Promise.all([loadProgram('later'), loadProgram('later')])
            .then(([part, again]) => done([part.size(), part === again]), (error) => done([String(error)]));";
    // This is how wasm-bindgen's code works: the default export starts the part, given its wasm or what answers the request for that.
    let glue = "let bytes;
        export default async ({ module_or_path }) => {
            const wasm = await module_or_path;
            bytes = wasm instanceof Response ? await wasm.arrayBuffer() : wasm.buffer;
        };
        export const size = () => bytes.byteLength;";
    let mut built = server::before_publishing();
    built.insert("later.js".to_owned(), glue.into());
    built.insert("later_bg.wasm".to_owned(), vec![0; 1234]);
    let published = publish(&built, &Library::embedded().unwrap()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(SINGLE);
    std::fs::write(&file, &published[SINGLE]).unwrap();
    let host = Host::serve(published, &[server::SUB_PATH]);
    for address in [host.address(""), format!("file://{}", file.display())] {
        let page = Page::open_address(&address);
        assert_eq!(page.browser.look_later(LOAD, vec![]), json!([1234, true]), "{address}");
        assert_eq!(page.browser.console_errors(), [""; 0]);
    }
}
