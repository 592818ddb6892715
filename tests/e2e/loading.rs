//! Addresses that reach the host damaged, and parts of the page that do not arrive.

use crate::browser::Browser;
use crate::find::button;
use crate::fonts::Fonts;
use crate::page::Page;
use crate::patience::{becomes, until};
use crate::server::{self, Host};

const LINK: &str = "v=1&note=ips-2018&caseload=20";
/// What the page is made of, by the ends of the names.
const PARTS: [&str; 4] = ["start.js", "style.css", "indsatsregner.js", "indsatsregner_bg.wasm"];
const DANISH: &str = "En del af siden kom ikke frem. Det kan skyldes forbindelsen, eller at siden netop er skiftet til en ny udgave. \
                      Prøv igen.";
const ENGLISH: &str = "A part of the page did not arrive. The connection may be the reason, or a new edition that has just replaced \
                       this one. Try again.";

/// What hosts get to see instead of a link with a `#`, and what stands in the address bar afterwards.
const DAMAGED: [(&str, &str); 6] = [
    ("%23v=1&note=ips-2018&caseload=20", "#v=1&note=ips-2018&caseload=20"),
    ("index.html%23v=1&note=ips-2018&caseload=20", "index.html#v=1&note=ips-2018&caseload=20"),
    ("%2523v%253D1%2526note%253Dips-2018%2526caseload%253D20", "#v%253D1%2526note%253Dips-2018%2526caseload%253D20"),
    ("?utm_source=x%23v=1&note=ips-2018&caseload=20", "?utm_source=x#v=1&note=ips-2018&caseload=20"),
    ("?v=1&note=ips-2018&caseload=20", "#v=1&note=ips-2018&caseload=20"),
    ("?fbclid=x&v=1&note=ips-2018&caseload=20", "?fbclid=x#v=1&note=ips-2018&caseload=20"),
];

#[test]
fn a_link_whose_hash_was_lost_leads_to_its_scenario_at_the_root_and_below() {
    let page = Page { browser: Browser::start(Fonts::Narrow) };
    for below in ["/", server::SUB_PATH] {
        for (sent, meant) in DAMAGED {
            page.browser.go(&format!("{}{below}{sent}", server::origin()));
            becomes("the address", || page.browser.address(), &format!("{}{below}{meant}", server::origin()));
            page.wait_until_drawn();
            assert_eq!(page.driver("caseload").value(), "20 borgere", "{below}{sent}");
            assert_eq!(page.notices(), [""; 0], "{below}{sent}");
        }
    }
}

#[test]
fn a_link_whose_hash_was_lost_leads_to_its_scenario_without_a_network() {
    const KEPT: &str = "return navigator.serviceWorker.controller !== null;";
    let mut host = Host::serve(server::built(), &[server::SUB_PATH]);
    let page = Page::open_address(&host.address(""));
    page.wait_until("the page is kept", |page| page.browser.look(KEPT, vec![]) == true);
    host.stop();
    for (sent, meant) in DAMAGED {
        page.browser.go("about:blank");
        page.browser.go(&host.address(sent));
        becomes("the address", || page.browser.address(), &host.address(meant));
        page.wait_until_drawn();
        assert_eq!(page.driver("caseload").value(), "20 borgere", "{sent}");
    }
}

#[test]
fn an_address_that_leads_nowhere_says_so_and_leads_on() {
    let page = Page { browser: Browser::start(Fonts::Narrow) };
    page.browser.go(&format!("{}{}nothing-here", server::origin(), server::SUB_PATH));
    assert_eq!(
        page.text("main p:not([lang])"),
        "Her er ingen side. Måske er linket klippet over eller skrevet forkert. Gå til Indsatsregner. Notaternes tabeller kan læses \
         uden."
    );
    page.browser.click("main a[href='./']");
    page.wait_until_drawn();
    assert_eq!(page.browser.address(), format!("{}{}", server::origin(), server::SUB_PATH));
}

/// Opens the page of a host, as far as it comes.
fn go(host: &Host) -> Page {
    let page = Page { browser: Browser::start(Fonts::Narrow) };
    page.browser.go(&host.address(&format!("#{LINK}")));
    page
}

/// Waits until the page says that a part is missing.
#[track_caller]
fn assert_says_so(page: &Page, part: &str) {
    // Where not even the script has arrived, the page waits before it says so.
    const NOW: &str = "document.getAnimations().forEach((waiting) => waiting.finish());";
    page.wait_until(&format!("the page says that {part} is missing"), |page| {
        page.browser.look(NOW, vec![]);
        page.browser.look("return document.getElementById('not-loaded') !== null;", vec![]) == true
            && page.browser.shows("#not-loaded p")
    });
    for (paragraph, sentence) in [("p:not([lang])", DANISH), ("p[lang=en]", ENGLISH)] {
        let said = page.text(format!("#not-loaded {paragraph}").as_str());
        assert!(said.starts_with(sentence), "{part}: {said}");
    }
    assert!(page.browser.shows("#not-loaded a[href='tabeller.html']"), "{part}: the tables can be read");
}

#[test]
fn a_part_that_does_not_arrive_leaves_a_true_sentence_and_a_way_on() {
    for part in PARTS {
        let mut files = server::built();
        files.retain(|name, _| !name.ends_with(&format!("/{part}")));
        let host = Host::serve(files, &[server::SUB_PATH]);
        let page = go(&host);
        assert_says_so(&page, part);
        host.deploy(server::built());
        // Without its script a page has no button.
        if part == "start.js" {
            page.browser.reload();
        } else {
            page.browser.click(button("Indlæs siden igen"));
        }
        page.wait_until_drawn();
        assert_eq!(page.driver("caseload").value(), "20 borgere", "{part}");
    }
}

#[test]
fn a_part_that_fails_once_is_asked_for_again() {
    for part in PARTS.into_iter().filter(|part| *part != "start.js") {
        let host = Host::serve(server::built(), &[server::SUB_PATH]);
        host.fail_once(part);
        let page = go(&host);
        page.wait_until_drawn();
        assert!(host.has_failed(), "{part} was asked for");
        assert_eq!(page.driver("caseload").value(), "20 borgere", "{part}");
        let paper = "return getComputedStyle(document.body).getPropertyValue('--paper');";
        assert_ne!(page.browser.look(paper, vec![]), "", "{part}");
    }
}

const REFUSED: &str = "return document.querySelector('[data-part=refused]') !== null;";

/// Whether a file is a piece of the page's wasm that arrives later.
fn is_piece(name: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or_default();
    name.starts_with("split_") || name.starts_with("chunk_")
}

#[test]
fn a_note_reacts_before_its_other_pieces_are_here_and_asks_once_more_for_those_that_were_refused() {
    let mut files = server::built();
    files.retain(|name, _| !is_piece(name));
    let host = Host::serve(files, &[server::SUB_PATH]);
    let page = Page { browser: Browser::start(Fonts::Narrow) };
    page.browser.go(&host.address("ips-2018/"));
    page.wait_until("the page says what is missing", |page| page.browser.look(REFUSED, vec![]) == true);
    let before = page.answer();
    page.driver("caseload").drag_to(20.0);
    page.wait_until("the answer reacts", |page| page.answer() != before);
    let asked = page.requests().into_iter().filter(|address| !is_piece(address));
    let asked = asked.filter_map(|address| address.rsplit('/').next().map(str::to_owned));
    // The browser asks for icons and the manifest beside what the page waits for.
    let is_waited_for =
        |name: &String| name.rsplit('.').next().is_some_and(|ending| ["js", "wasm", "css"].contains(&ending));
    let mut asked: Vec<String> = asked.filter(is_waited_for).collect();
    asked.sort();
    assert_eq!(asked, ["indsatsregner.js", "indsatsregner_bg.wasm", "start.js", "style.css"]);
    host.deploy(server::built());
    page.browser.click(button("Prøv igen"));
    page.wait_until_drawn();
    assert!(page.browser.shows("#table-title"), "the results are here");
    assert_eq!(page.driver("caseload").value(), "20 borgere", "and the reader's value stays");
}

#[test]
fn a_screen_that_does_not_arrive_says_so_and_comes_when_it_is_asked_for_again() {
    let mut files = server::built();
    files.retain(|name, _| !name.ends_with("/split_screens.wasm"));
    let host = Host::serve(files, &[server::SUB_PATH]);
    let page = Page::open_address(&host.address(&format!("#{LINK}")));
    page.browser.click("header a[href*='screen=findings']");
    page.wait_until("the page says what is missing", |page| page.browser.look(REFUSED, vec![]) == true);
    host.deploy(server::built());
    page.browser.click(button("Prøv igen"));
    page.wait_until_drawn();
    page.browser.back();
    page.wait_until_drawn();
    assert_eq!(page.driver("caseload").value(), "20 borgere");
}

#[test]
fn the_maker_of_files_that_fails_once_is_asked_for_again() {
    const FAILED: &str = "Filen kunne ikke laves. Prøv igen; er du uden net, så når du er på. Hjælper det ikke, så genindlæs siden: \
                          regnestykket bliver stående.";
    for part in ["exports.js", "exports_bg.wasm"] {
        let host = Host::serve(server::built(), &[server::SUB_PATH]);
        let page = go(&host);
        page.wait_until_drawn();
        // The service worker, which keeps the part, asks for it too.
        page.wait_until("the page is kept", |page| {
            page.browser.look("return navigator.serviceWorker.controller !== null;", vec![]) == true
        });
        let drop = "caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => arguments[0]());";
        page.browser.look_later(drop, vec![]);
        host.fail_once(part);
        page.browser.click("#save-json");
        let said = || page.text("section[aria-labelledby=export-title] > [role=status]");
        becomes("what the page says", said, FAILED);
        page.browser.click("#save-json");
        until("the file is saved", || said().starts_with("Filen er gemt").then_some(()));
    }
}
