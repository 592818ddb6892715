//! The page ends with an error of its own, in each of its layers: the reader is told, keeps what there is to read and the link, and begins
//! again. Errors of others change nothing.

use std::fs;

use engine::notes::Library;
use fantoccini::key::Key;
use serde_json::json;
use site::publish::{Files, SINGLE, publish};

use crate::browser::Browser;
use crate::find::{Find, button, element, link, part};
use crate::fonts::Fonts;
use crate::page::Page;
use crate::patience::{becomes, until};
use crate::server::{self, Host};
use crate::traps;

const DANISH: &str = "Siden er gået i stå på grund af en fejl i den selv. Det, der står her, kan stadig læses, men følger ikke længere med.";
const ENGLISH: &str =
    "The page has stopped because of a fault of its own. What is here can still be read, but no longer changes.";
const AGAIN: &str = "Start igen herfra";
const PLAIN: &str = "Begynd med notatet, som det er";
const LINK: &str = "v=1&note=ips-2018&caseload=20";
const FILE: &str = concat!("file://", env!("CARGO_MANIFEST_DIR"), "/dist/indsatsregner.html");

/// Rust gets an error for what it draws in a task, and panics.
const RENDER: &str = "const { setAttribute } = Element.prototype;
    Element.prototype.setAttribute = () => {
        Element.prototype.setAttribute = setAttribute;
        throw new Error('provoked');
    };";
/// The error goes through the wasm that handles the event.
const HANDLER: &str = "const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    Object.defineProperty(HTMLInputElement.prototype, 'value', { ...value, get() {
        Object.defineProperty(HTMLInputElement.prototype, 'value', value);
        throw new Error('provoked');
    } });";
/// What a timer calls can leave nothing to be done later.
const TIMER: &str = "const { setTimeout, queueMicrotask } = window;
    window.setTimeout = (call, ...rest) => setTimeout((...given) => {
        window.queueMicrotask = () => {
            window.setTimeout = setTimeout;
            throw new Error('provoked');
        };
        try {
            return call(...given);
        } finally {
            window.queueMicrotask = queueMicrotask;
        }
    }, ...rest);";
/// The same of what is called when a size has changed.
const OBSERVER: &str = "const { queueMicrotask } = window;
    window.queueMicrotask = () => {
        window.queueMicrotask = queueMicrotask;
        throw new Error('provoked');
    };";

/// What the reader does.
type Act = fn(&Page);

/// What breaks under the page once, and what the reader then does.
const BREAKS: [(&str, &str, Act); 4] = [
    ("a render", RENDER, change),
    ("a handler", HANDLER, change),
    ("a timer", TIMER, change),
    ("an observer", OBSERVER, |page| page.browser.resize((700, 900))),
];

fn change(page: &Page) {
    page.driver("effect").type_in("30");
}

const SAYS_SO: &str = "return document.querySelectorAll('[role=alert]:not([hidden])').length;";

/// Something in what the page says when it has stopped.
fn told(what: impl Into<Find>) -> Find {
    what.into().inside(element("[role=alert]"))
}

/// Waits until the page says that it has stopped. Fails unless it offers the address that it has.
#[track_caller]
fn assert_says_so(page: &Page, what: &str, sentence: &str) {
    const LEADS: &str = "return element.href === location.href;";
    page.wait_until(&format!("{what}: the page says that it has stopped"), |page| {
        page.browser.look(SAYS_SO, vec![]) == 1 && page.browser.shows("[role=alert]")
    });
    let said = page.text(told("p:not([hidden])"));
    assert!(said.starts_with(sentence), "{what}: {said}");
    assert_eq!(page.browser.look_at(told("p:not([hidden]) a"), LEADS, vec![]), true, "{what}: the link is kept");
}

/// Presses one of the buttons that begin anew, and waits until the page has.
#[track_caller]
fn press(page: &Page, name: &str) {
    page.browser.click(told(button(name)));
    page.wait_until("the page begins anew", |page| page.browser.look(SAYS_SO, vec![]) == 0);
    page.wait_until_drawn();
}

/// What is published, with one of its files changed.
fn published_with(name: &str, change: impl Fn(&[u8]) -> Vec<u8>) -> Files {
    let mut files = server::built();
    let file = files.iter_mut().find(|(own, _)| own.ends_with(&format!("/{name}"))).expect("the file is published");
    *file.1 = change(file.1);
    files
}

fn host_with(name: &str, change: impl Fn(&[u8]) -> Vec<u8>) -> Host {
    Host::serve(published_with(name, change), &[server::SUB_PATH])
}

/// Opens an address as far as it comes.
fn go(address: &str) -> Page {
    let page = Page { browser: Browser::start(Fonts::Narrow) };
    page.browser.go(address);
    page
}

#[test]
fn whatever_breaks_in_the_page_is_said_once_and_it_starts_again_from_its_link() {
    const HAS_FOCUS: &str = "return document.activeElement === element;";
    let page = Page::open(LINK);
    for (what, breaks, act) in BREAKS {
        page.open_anew(LINK);
        page.browser.look(breaks, vec![]);
        act(&page);
        assert_says_so(&page, what, DANISH);
        assert_eq!(page.browser.look_at("[role=alert]", HAS_FOCUS, vec![]), true, "{what}: the focus is there");
        assert_ne!(page.answer(), "", "{what}: what was there can be read");
        let answer = page.answer();
        // What the reader goes on doing is neither answered nor said once more.
        page.driver("effect").slide_by_key(Key::Right, 3);
        assert_eq!(page.browser.look(SAYS_SO, vec![]), 1, "{what}");
        assert_eq!(page.answer(), answer, "{what}");
        press(&page, AGAIN);
        assert!(page.address().contains("#v=1&note=ips-2018&caseload=20"), "{what}: {}", page.address());
        assert_eq!(page.driver("caseload").value(), "20 borgere", "{what}");
        assert_eq!(page.browser.look(SAYS_SO, vec![]), 0, "{what}");
    }
}

#[test]
fn a_page_that_has_used_up_its_memory_says_so() {
    // The engine computes in memory of its own, so what it asks for next is refused wherever it is.
    const EXPORTS: &str = "const { instantiateStreaming } = WebAssembly;
        WebAssembly.instantiateStreaming = async (...given) => {
            const started = await instantiateStreaming(...given);
            window.exportsOfPage ??= started.instance.exports;
            return started;
        };";
    const USE_UP: &str = "const take = exportsOfPage.__wbindgen_malloc;
        for (let size = 2 ** 30; size >= 16; size /= 2) {
            try {
                while (true) take(size, 8);
            } catch {}
        }";
    let page = Page { browser: Browser::start(Fonts::Narrow) };
    page.browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": EXPORTS }));
    page.open_anew(LINK);
    page.browser.look(USE_UP, vec![]);
    change(&page);
    assert_says_so(&page, "memory", DANISH);
}

#[test]
fn a_page_that_stops_at_each_start_says_so_above_its_document_and_leads_on_without_the_changes_of_the_link() {
    let stopping = || published_with("indsatsregner_bg.wasm", |wasm| traps::in_exports(wasm, &["__wbindgen_start"]));
    let host = Host::serve(stopping(), &[server::SUB_PATH]);
    for below in ["", "ips-2018/"] {
        let page = go(&host.address(&format!("{below}#{LINK}")));
        assert_says_so(&page, "the start", DANISH);
        assert!(page.text(told("p[lang=en]")).starts_with(ENGLISH), "nobody knows the reader's language yet");
        assert!(!page.browser.shows("#failed"), "and nothing else is said");
        assert_ne!(page.text("main h1"), "", "the document can be read");
        host.deploy(server::built());
        press(&page, PLAIN);
        assert_eq!(page.address(), host.address(&format!("{below}#v=1&note=ips-2018")));
        assert_eq!(page.driver("caseload").value(), "25 borgere");
        host.deploy(stopping());
    }
    // Where the link changes nothing, there is no other way to begin.
    let page = go(&host.address("#v=1&note=ips-2018"));
    assert_says_so(&page, "the start", DANISH);
    assert!(page.browser.shows(told(button(AGAIN))) && !page.browser.shows(told(button(PLAIN))));
}

#[test]
fn a_piece_that_breaks_is_said_and_the_links_of_the_page_still_lead_on() {
    let host = host_with("split_screens.wasm", traps::everywhere);
    let page = Page::open_address(&host.address(&format!("#{LINK}")));
    page.browser.click(link("Metode og kilder"));
    assert_says_so(&page, "a piece", DANISH);
    assert_ne!(page.answer(), "", "what was there can be read");
    host.deploy(server::built());
    page.browser.click(link("Modsigelser"));
    page.wait_until_drawn();
    assert!(page.address().contains("screen=findings"), "{}", page.address());
    let host = host_with("split_below.wasm", traps::everywhere);
    let page = go(&host.address("ips-2018/"));
    assert_says_so(&page, "what stands below the answer", DANISH);
    assert_ne!(page.answer(), "");
}

#[test]
fn a_page_that_has_used_up_its_stack_says_so_and_is_not_called_again() {
    // As Chromium and WebKit, and as Firefox says it.
    const USED_UP: [&str; 2] = ["Maximum call stack size exceeded", "too much recursion"];
    // What enters the wasm is counted behind the guard.
    const GUARDED: (&str, &str) = (
        "pageGuarded(instance.exports)",
        "pageGuarded(Object.fromEntries(Object.entries(instance.exports).map(([name, it]) => [name, /start|closure/.test(name)
            ? (...given) => { globalThis.entered = (globalThis.entered ?? 0) + 1; return it(...given); } : it])))",
    );
    const ENTERED: &str = "return globalThis.entered;";
    let used_up = |page: &Page| {
        let is_used_up = |error: &&String| USED_UP.iter().any(|used_up| error.contains(used_up));
        page.browser.console_errors().iter().filter(is_used_up).count()
    };
    let mut files = published_with("split_screens.wasm", traps::endless_everywhere);
    let glue = files.iter_mut().find(|(name, _)| name.ends_with("/indsatsregner.js")).expect("the page has glue").1;
    let text = String::from_utf8(glue.clone()).expect("a script is text");
    *glue = text.replace(GUARDED.0, GUARDED.1).into_bytes();
    let host = Host::serve(files, &[server::SUB_PATH]);
    let page = Page::open_address(&host.address(&format!("#{LINK}")));
    let before = page.browser.look(ENTERED, vec![]);
    change(&page);
    page.wait_until("the page reacts", |page| page.driver("effect").value() == "30 %");
    assert_ne!(page.browser.look(ENTERED, vec![]), before, "what enters is counted");
    page.browser.click(link("Metode og kilder"));
    assert_says_so(&page, "a piece", DANISH);
    assert_eq!(used_up(&page), 1, "and it is the stack");
    assert_ne!(page.answer(), "", "what was there can be read");
    let before = page.browser.look(ENTERED, vec![]);
    page.driver("effect").slide_by_key(Key::Right, 3);
    page.browser.resize((700, 900));
    assert_eq!(page.browser.look(ENTERED, vec![]), before, "nothing enters the wasm any more");
    assert_eq!(page.browser.look(SAYS_SO, vec![]), 1);
    host.deploy(server::built());
    press(&page, AGAIN);
    assert!(page.address().contains("screen=method"), "{}", page.address());

    let stopping = |wasm: &[u8]| traps::endless_in_exports(wasm, &["__wbindgen_start"]);
    let host = host_with("indsatsregner_bg.wasm", stopping);
    let page = go(&host.address(&format!("ips-2018/#{LINK}")));
    assert_says_so(&page, "the start", DANISH);
    assert_eq!(used_up(&page), 1, "and it is the stack");
    host.deploy(server::built());
    press(&page, PLAIN);
    assert_eq!(page.driver("caseload").value(), "25 borgere");
}

#[test]
fn a_program_that_breaks_leaves_the_page_alive_and_is_begun_anew() {
    const FAILED: &str = "Filen kunne ikke laves. Prøv igen; er du uden net, så når du er på. Hjælper det ikke, så genindlæs siden: \
                          regnestykket bliver stående.";
    for breaks in [traps::in_exports, traps::endless_in_exports] {
        let host = host_with("exports_bg.wasm", |wasm| breaks(wasm, &["xlsx"]));
        let page = Page::open_address(&host.address(&format!("#{LINK}")));
        let said = || page.text("section[aria-labelledby=export-title] > [role=status]");
        page.browser.click("#save-xlsx");
        becomes("what the page says", said, FAILED);
        change(&page);
        page.wait_until("the page reacts", |page| page.driver("effect").value() == "30 %");
        host.deploy(server::built());
        page.browser.click("#save-xlsx");
        until("the file is saved", || said().starts_with("Filen er gemt").then_some(()));
        assert_eq!(page.browser.look(SAYS_SO, vec![]), 0);
    }
}

#[test]
fn a_note_that_breaks_its_reader_is_refused_with_a_sentence() {
    const FILE_UNREAD: &str =
        "Filen kunne ikke læses. Prøv igen; er du uden net, så når du er på. Hjælper det ikke, så genindlæs siden.";
    const UNREAD: &str =
        "Teksten kunne ikke læses, men den bliver stående. Prøv igen; er du uden net, så når du er på.";
    let host = host_with("own-notes_bg.wasm", |wasm| traps::in_exports(wasm, &["read"]));
    let page = Page::open_address(&host.address("#v=1&screen=own-note"));
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("note.toml");
    fs::copy("docs/note-template.toml", &path).expect("a file can be copied");
    page.browser.choose_file("#open-file", &path);
    let said = || page.text("section[aria-labelledby=opener-label] > [role=status]");
    becomes("what the page says of the file", said, &format!("note.toml: {FILE_UNREAD}"));
    page.browser.click("#note-text");
    page.browser.type_keys("x");
    becomes("what the page says of the text", || page.text("#problems-title"), UNREAD);
    host.deploy(server::built());
    page.browser.type_keys("y");
    page.wait_until("the text is read", |page| !page.texts(part("problem")).is_empty());
    assert_eq!(page.browser.look(SAYS_SO, vec![]), 0);
}

#[test]
fn in_a_frame_and_in_the_one_file_it_is_said_too() {
    let framed = format!("{}/?embed=calculator#{LINK}", server::origin());
    for sandbox in [None, Some("allow-scripts")] {
        let page = Page::open_in_a_frame(Fonts::Narrow, (700, 900), &framed, sandbox);
        page.browser.look(RENDER, vec![]);
        change(&page);
        assert_says_so(&page, "a frame", DANISH);
        press(&page, AGAIN);
        assert_eq!(page.driver("caseload").value(), "20 borgere");
    }
    let page = Page::open_address(&format!("{FILE}#{LINK}"));
    page.browser.look(RENDER, vec![]);
    change(&page);
    assert_says_so(&page, "the one file", DANISH);
    press(&page, AGAIN);
    assert_eq!(page.driver("caseload").value(), "20 borgere");
}

#[test]
fn the_one_file_that_stops_at_each_start_says_so() {
    let mut built: Files = server::before_publishing();
    let wasm = built.get_mut("indsatsregner_bg.wasm").expect("the page has wasm");
    *wasm = traps::in_exports(wasm, &["__wbindgen_start"]);
    let published = publish(&built, &Library::embedded().unwrap()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(SINGLE);
    fs::write(&file, &published[SINGLE]).unwrap();
    let page = go(&format!("file://{}#{LINK}", file.display()));
    assert_says_so(&page, "the one file", DANISH);
    assert!(!page.browser.shows("#failed"), "and nothing else is said");
}

#[test]
fn errors_of_others_are_not_the_pages() {
    // Somebody else's wasm traps; others throw, refuse, and listen to what the page's own fields say.
    const OTHERS: &str = "const trap = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
        const { f } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(trap))).exports;
        const fail = () => { throw new Error('of an extension'); };
        setTimeout(f);
        setTimeout(fail);
        queueMicrotask(fail);
        Promise.reject(new Error('of an extension'));
        for (const event of ['input', 'focusin', 'keydown', 'change']) addEventListener(event, fail, true);
        dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.' }));
        setTimeout(() => setTimeout(() => { window.haveFailed = true; }));";
    let page = Page::open(LINK);
    page.browser.look(OTHERS, vec![]);
    page.wait_until("others have failed", |page| {
        page.browser.look("return window.haveFailed === true;", vec![]) == true
    });
    change(&page);
    page.wait_until("the page reacts", |page| page.driver("effect").value() == "30 %");
    page.browser.click(link("English"));
    becomes("the language", || page.browser.look("return document.documentElement.lang;", vec![]), "en");
    assert_eq!(page.browser.look(SAYS_SO, vec![]), 0);
    // And once the page itself breaks, it says so in the language that it is in.
    page.browser.look(RENDER, vec![]);
    change(&page);
    assert_says_so(&page, "the page in English", ENGLISH);
}

#[test]
fn what_is_said_bars_nobodys_way_in_the_light_and_in_the_dark() {
    let page = Page::open(LINK);
    page.browser.look(RENDER, vec![]);
    change(&page);
    assert_says_so(&page, "a render", DANISH);
    for scheme in ["light", "dark"] {
        page.browser.prefer("prefers-color-scheme", scheme);
        assert_eq!(page.barriers(), [""; 0], "{scheme}");
    }
    for width in [320, 1280] {
        let page = Page::open_on_a_phone(Fonts::Wide, width, LINK);
        page.browser.look(RENDER, vec![]);
        change(&page);
        assert_says_so(&page, "a render", DANISH);
        page.assert_fits(&format!("a stopped page at {width}"));
    }
}
