//! What a reader sees of an address before the page runs, and without it.

use serde_json::json;

use crate::browser::Browser;
use crate::fonts::Fonts;
use crate::page::Page;
use crate::patience::becomes;
use crate::server::{self, Host};

/// Notes what the document shows and where, as soon as it is there, and every layout shift from then on.
const WATCH: &str = "globalThis.shifts = [];
    const moved = ({ node, previousRect: from, currentRect: to }) =>
        `${node?.nodeName} “${node?.textContent?.slice(0, 40)}”: ${[from.x, from.y, from.width, from.height]} to ${[to.x, to.y, to.width, to.height]}`;
    new PerformanceObserver((list) => list.getEntries().forEach(({ sources }) => shifts.push(...sources.map(moved))))
        .observe({ type: 'layout-shift', buffered: true });
    globalThis.seen = () => {
        const parts = ['main h1', '#answer', '[data-driver] label', '[data-part=glance] svg', '[data-part=chart]', '#figures-title', '#table-title'];
        const visible = (css) => [...document.querySelectorAll(css)].find((part) => part.getClientRects().length > 0);
        return parts.map((css) => [css, visible(css)]).filter(([, part]) => part).map(([css, part]) => {
            const { left, top } = part.getBoundingClientRect();
            return [css, part.closest('svg') ? '' : part.textContent, Math.round(left), Math.round(top + scrollY)];
        }).filter(([css, , , top]) => css !== '[data-part=chart]' && top < innerHeight);
    };
    addEventListener('DOMContentLoaded', () => { globalThis.before = [document.body.hasAttribute('data-document'), seen()]; });";

/// A browser with a window of a size that has not opened anything yet.
fn watching(size: (u32, u32)) -> Page {
    let page = Page { browser: Browser::start(Fonts::Narrow) };
    page.browser.resize(size);
    // The window gets its size a little later, and what is drawn before would move.
    let (width, height) = size;
    page.wait_until("the window has its size", |page| {
        page.browser.look("return [innerWidth, outerHeight];", vec![]) == json!([width, height])
    });
    page.browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": WATCH }));
    page
}

#[test]
fn the_page_takes_the_place_of_its_document_and_nothing_moves() {
    for size in [(500, 740), (1280, 800)] {
        for below in ["/ips-2018/", "/en/bi10-2026/"] {
            let page = watching(size);
            page.browser.go(&format!("{}{below}", server::origin()));
            page.wait_until_drawn();
            let before = page.browser.look("return before;", vec![]);
            assert_eq!(before[0], true, "{below} is seen before the page runs");
            assert!(before[1].as_array().is_some_and(|seen| seen.len() >= 3), "{before}");
            assert_eq!(page.browser.look("return seen();", vec![]), before[1], "{below} at {size:?}");
            assert_eq!(page.browser.look("return shifts;", vec![]), json!([]), "{below} at {size:?}");
            assert_eq!(page.address(), format!("{}{below}", server::origin()), "the address stays");
            page.assert_quiet();
        }
    }
}

#[test]
fn at_the_address_of_a_note_everything_works_as_at_that_of_the_page() {
    let at = |behind: &str| format!("{}/ips-2018/{behind}", server::origin());
    let page = Page::open_address(&at(""));
    page.driver("caseload").type_in("20");
    becomes("the address", || page.address(), &at("#v=1&note=ips-2018&caseload=20"));
    assert_eq!(Page::without_headline(&page.copy_link()), at("#v=1&note=ips-2018&caseload=20"));
    page.reload();
    assert_eq!(page.driver("caseload").value(), "20 borgere");
    page.follow("v=1&note=bi10-2026");
    page.browser.back();
    becomes("the value", || page.driver("caseload").value(), "20 borgere");
    let english = Page::open_address(&format!("{}/en/", server::origin()));
    assert_eq!(english.browser.look("return document.documentElement.lang;", vec![]), "en");
}

#[test]
fn a_link_with_changes_says_that_the_document_shows_none() {
    let mut files = server::built();
    files.retain(|name, _| !name.ends_with("indsatsregner_bg.wasm"));
    let host = Host::serve(files, &[server::SUB_PATH]);
    let page = Page { browser: Browser::start(Fonts::Narrow) };
    for (behind, is_said) in [
        ("ips-2018/", false),
        ("ips-2018/#v=1&note=ips-2018", false),
        ("ips-2018/#v=1&note=ips-2018&caseload=20", true),
    ] {
        page.browser.go("about:blank");
        page.browser.go(&host.address(behind));
        page.wait_until("the page says that it cannot start", |page| page.browser.shows("#not-loaded button"));
        assert_eq!(page.browser.shows("#as-published"), is_said, "{behind}");
        assert!(page.answer().contains("150 borgere"), "the document stays");
    }
}

#[test]
fn without_javascript_the_documents_are_there_and_lead_to_each_other() {
    let page = Page { browser: Browser::start(Fonts::Narrow) };
    page.browser.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    page.browser.go(&format!("{}/", server::origin()));
    page.browser.click("main a[href^='modsigelser/']");
    assert!(page.browser.shows("[data-part=finding] q"), "what the documents say stands there");
    page.browser.go(&format!("{}/en/questions/", server::origin()));
    assert!(page.text("main h1").starts_with("Questions"), "{}", page.text("main h1"));
    page.browser.go(&format!("{}/", server::origin()));
    page.browser.click("main a[href^='ips-2018/']");
    assert!(page.browser.shows("#answer") && page.browser.shows("#table-title"));
    assert!(!page.browser.shows("[data-driver] input"), "there is nothing that does nothing");
}

#[test]
fn the_document_of_a_note_is_there_without_a_network() {
    const KEPT: &str = "return navigator.serviceWorker.controller !== null;";
    let mut host = Host::serve(server::built(), &[server::SUB_PATH]);
    let page = Page::open_address(&host.address("ips-2018/"));
    page.wait_until("the page is kept", |page| page.browser.look(KEPT, vec![]) == true);
    host.stop();
    for behind in ["ips-2018/", "en/bi10-2026/index.html", "", "ips-2018/#v=1&note=ips-2018&caseload=20"] {
        page.browser.go("about:blank");
        page.browser.go(&host.address(behind));
        page.wait_until_drawn();
    }
    assert_eq!(page.driver("caseload").value(), "20 borgere");
}
