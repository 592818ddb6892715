//! A reader comes back without a network, or when there is a newer edition.

use engine::link::Screen;
use engine::notes::Library;
use fantoccini::key::Key;
use serde_json::Value;
use site::publish::{Files, PAGE, SINGLE, publish};

use crate::browser::Browser;
use crate::find::{button, part};
use crate::fonts::Fonts;
use crate::page::{Page, strings};
use crate::patience::becomes;
use crate::server::{self, Host};

const LINK: &str = "v=1&note=ips-2018&caseload=20";
/// The line that offers a newer edition.
const EDITION: &str = "edition";
const RELOAD: &str = "Genindlæs";
const NEWS: &str = "Der er kommet en ny version af siden. Genindlæs";
const FIRST: &str = "first";
const SECOND: &str = "second";

/// An edition whose script and style sheet both carry its name, so that tests can tell it from others.
fn edition(name: &str) -> Files {
    let mut built = server::before_publishing();
    let script = format!("document.documentElement.dataset.edition = '{name}';");
    built.get_mut("start.js").unwrap().extend(script.into_bytes());
    built.get_mut("style.css").unwrap().extend(format!("html {{ --edition: {name}; }}").into_bytes());
    publish(&built, &Library::embedded().unwrap()).unwrap()
}

impl Page {
    /// Opens an address of a host, and waits until the page is kept for use without a network.
    #[track_caller]
    fn visit(host: &Host, of: &str) -> Self {
        let page = Self::open_address(&host.address(of));
        page.wait_until_kept();
        page
    }

    #[track_caller]
    fn wait_until_kept(&self) {
        const KEPT: &str = "return navigator.serviceWorker.controller !== null;";
        self.wait_until("the page is kept", |page| page.browser.look(KEPT, vec![]) == true);
    }

    /// Goes to an address by way of an empty page, so that it is loaded again.
    #[track_caller]
    fn load(&self, address: &str) {
        self.browser.go("about:blank");
        self.browser.go(address);
    }

    /// The edition that the script comes from, and the one that the style sheet comes from.
    #[track_caller]
    fn editions(&self) -> [String; 2] {
        const EDITIONS: &str = "const root = document.documentElement;
            return [root.dataset.edition ?? '', getComputedStyle(root).getPropertyValue('--edition').trim()];";
        strings(&self.browser.look(EDITIONS, vec![])).try_into().expect("there are two")
    }

    /// Leaves the page for another tab, and comes back.
    #[track_caller]
    fn come_back(&self) {
        self.browser.look("document.dispatchEvent(new Event('visibilitychange'));", vec![]);
    }

    /// Requests each address from within the page. Returns the status of each answer.
    #[track_caller]
    fn ask_for(&self, addresses: &[String]) -> Value {
        const ASK: &str = "const [addresses, done] = arguments;
            Promise.all(addresses.map((address) => fetch(address, { cache: 'no-store' })
                .then((answer) => answer.status, () => 0))).then(done);";
        self.browser.look_later(ASK, vec![addresses.into()])
    }

    /// The addresses of the versioned parts that the page was made from.
    #[track_caller]
    fn parts(&self) -> Vec<String> {
        const PARTS: &str = r"const asked = performance.getEntriesByType('resource').map(({ name }) => name);
            return [...new Set(asked)].filter((address) => /\/v-[0-9a-f]+\//.test(address));";
        strings(&self.browser.look(PARTS, vec![]))
    }

    /// The number of editions in the caches.
    #[track_caller]
    fn kept(&self) -> Value {
        self.browser.look_later("caches.keys().then((names) => arguments[0](names.length));", vec![])
    }
}

#[test]
fn after_one_visit_every_page_is_there_without_a_network() {
    let mut host = Host::serve(server::built(), &[server::SUB_PATH]);
    let page = Page::visit(&host, &format!("#{LINK}"));
    let before = page.every_number();
    host.stop();
    page.reload();
    page.every_number().assert_same(&before);
    page.driver("effect").type_in("20");
    becomes("the address", || page.address(), &host.address(&format!("#{LINK}&effect=20")));
    for screen in Screen::ALL {
        let note = if screen.is_about_a_note() { "&note=ips-2018" } else { "" };
        // A query in the address must make no difference.
        page.load(&host.address(&format!("?from=a-letter#v=1&screen={}{note}", screen.id())));
        page.wait_until_drawn();
    }
    page.load(&host.address("index.html"));
    page.wait_until_drawn();
    for (file, title) in [
        ("tabeller.html", "Notaternes tabeller, som teksten er læst"),
        ("tables.html", "The proposals' tables, as the text was read"),
    ] {
        page.load(&host.address(file));
        assert_eq!(page.text("h1"), title);
        assert_ne!(
            page.browser.look("return getComputedStyle(document.body).getPropertyValue('--paper');", vec![]),
            "",
            "{file} has its style"
        );
    }
    page.load(&host.address(SINGLE));
    page.wait_until_drawn();
    assert_eq!(page.browser.console_errors(), [""; 0]);
}

#[test]
fn below_a_sub_path_nothing_else_of_the_host_is_kept() {
    let host = Host::serve(server::built(), &[server::SUB_PATH]);
    let page = Page::visit(&host, "");
    let scope = page.browser.look_later(
        "navigator.serviceWorker.getRegistrations().then((all) => arguments[0](all.map((one) => one.scope)));",
        vec![],
    );
    assert_eq!(strings(&scope), [host.address("")]);
    let above = host.address("").replace(server::SUB_PATH, server::BLANK);
    page.load(&above);
    assert_eq!(page.browser.look("return navigator.serviceWorker.controller;", vec![]), Value::Null);
}

#[test]
fn a_newer_edition_waits_for_the_reader_and_takes_over_as_a_whole() {
    let host = Host::serve(edition(FIRST), &[server::SUB_PATH]);
    let page = Page::visit(&host, &format!("#{LINK}"));
    assert_eq!(page.editions(), [FIRST; 2]);
    let parts = page.parts();
    assert!(parts.len() > 2, "the page is made from {parts:?}");

    host.deploy(edition(SECOND));
    assert_eq!(page.text(part(EDITION)), "", "nothing is said before there is something to say");
    page.come_back();
    becomes("the line", || page.text(part(EDITION)), NEWS);
    assert_eq!(page.barriers(), [""; 0]);
    // The host no longer has these files. The page still works, even if it is loaded again or opened in another tab.
    assert_eq!(page.ask_for(&parts), Value::from(vec![200; parts.len()]));
    page.reload();
    assert_eq!(page.editions(), [FIRST; 2]);
    becomes("the line", || page.text(part(EDITION)), NEWS);

    page.driver("effect").type_in("20");
    page.browser.click(button(RELOAD));
    becomes("the editions", || page.editions(), &[SECOND; 2]);
    page.wait_until_drawn();
    assert_eq!(page.address(), host.address(&format!("#{LINK}&effect=20")), "the link is kept");
    assert_eq!(page.driver("effect").value(), "20 %");
    assert_eq!(page.text(part(EDITION)), "");
    page.reload();
    becomes("how many editions are kept", || page.kept(), &1);
    assert_eq!(page.ask_for(&parts), Value::from(vec![404; parts.len()]));
}

#[test]
fn a_window_that_stays_open_keeps_its_edition_whole_while_another_changes() {
    let host = Host::serve(edition(FIRST), &[server::SUB_PATH]);
    let page = Page::visit(&host, &format!("#{LINK}"));
    let parts = page.parts();
    host.deploy(edition(SECOND));
    page.browser.in_another_tab(|| {
        page.browser.go(&host.address(&format!("#{LINK}")));
        page.wait_until_drawn();
        becomes("the line", || page.text(part(EDITION)), NEWS);
        page.browser.click(button(RELOAD));
        becomes("the editions", || page.editions(), &[SECOND; 2]);
        page.wait_until_drawn();
    });
    assert_eq!(page.editions(), [FIRST; 2]);
    assert_eq!(page.ask_for(&parts), Value::from(vec![200; parts.len()]));
    becomes("the line", || page.text(part(EDITION)), NEWS);
    page.browser.click(button(RELOAD));
    becomes("the editions", || page.editions(), &[SECOND; 2]);
}

#[test]
fn an_edition_that_is_half_there_is_never_shown() {
    const UPDATED: &str = "const done = arguments[0];
        navigator.serviceWorker.getRegistration().then((registration) => {
            registration.addEventListener('updatefound', () => {
                const found = registration.installing;
                found.addEventListener('statechange', () => done(found.state), { once: true });
            });
            return registration.update();
        });";
    let host = Host::serve(edition(FIRST), &[server::SUB_PATH]);
    let page = Page::visit(&host, &format!("#{LINK}"));
    // The host has the new worker and the new parts, but still the old page.
    let mut half = edition(SECOND);
    half.insert(PAGE.to_owned(), edition(FIRST).remove(PAGE).unwrap());
    host.deploy(half);
    assert_eq!(page.browser.look_later(UPDATED, vec![]), "redundant");
    assert_eq!(page.kept(), 1);
    assert_eq!(page.text(part(EDITION)), "");
    page.reload();
    assert_eq!(page.editions(), [FIRST; 2]);
    // Once all of it is there, it is offered.
    host.deploy(edition(SECOND));
    page.come_back();
    becomes("the line", || page.text(part(EDITION)), NEWS);
}

#[test]
fn a_page_that_may_keep_nothing_works_and_says_nothing() {
    const REFUSE: &str = "Object.defineProperty(Navigator.prototype, 'serviceWorker', {
        get() { throw new DOMException('not here', 'SecurityError'); } });";
    let page = Page { browser: Browser::start(Fonts::Narrow) };
    page.browser.devtools("Page.addScriptToEvaluateOnNewDocument", &serde_json::json!({ "source": REFUSE }));
    page.browser.go(&Page::address_of(LINK));
    page.wait_until_drawn();
    page.driver("effect").type_in("20");
    becomes("the address", || page.address(), &Page::address_of(&format!("{LINK}&effect=20")));
    page.browser.press(Key::Tab);
    page.assert_quiet();
}
