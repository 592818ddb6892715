//! What the page requires of the web server it is on.

use std::process::Command;

use crate::page::{NOTE, Page, strings};
use crate::patience::becomes;
use crate::server;

#[test]
fn the_page_works_below_a_sub_path_and_asks_for_nothing_above_it() {
    let below = format!("{}{}", server::origin(), server::SUB_PATH);
    let page = Page::open_address(&format!("{below}#v=1&note=ips-2018&caseload=20"));
    assert_eq!(page.driver("caseload").value(), "20 borgere");
    page.driver("effect").type_in("20");
    let link = format!("{below}#v=1&saw=9r.5135&note=ips-2018&caseload=20&effect=20");
    becomes("the address", || page.browser.address(), &link);
    assert_eq!(page.copy_link(), link);
    assert!(page.requests().iter().all(|address| address.starts_with(&below)), "{:?}", page.requests());
    page.assert_quiet();
}

#[test]
fn the_page_has_no_inline_script_but_the_one_that_its_policy_names() {
    // Reads the page as it is served, before any script could change it.
    const INLINE: &str = "const done = arguments[0], isInline = (element) =>
            (element.localName === 'script' && element.type !== 'application/ld+json' && (!element.hasAttribute('src') || element.textContent.trim() !== ''))
            || [...element.attributes].some(({ name, value }) => name.startsWith('on') || /^\\s*javascript:/i.test(value));
        // The policy lets nobody parse a text.
        const asked = new XMLHttpRequest();
        asked.open('GET', location.pathname);
        asked.responseType = 'document';
        asked.onloadend = () => {
            const elements = [...asked.response.querySelectorAll('*')];
            done(elements.filter((element) => element.localName === 'script').length === 0
                ? ['there is no script at all'] : elements.filter(isInline).map((element) => element.outerHTML));
        };
        asked.send();";
    let page = Page::open(NOTE);
    let inline = strings(&page.browser.look_later(INLINE, vec![]));
    assert!(
        matches!(&inline[..], [only] if only.starts_with("<script>if(self.origin===\"null\")location.replace(")),
        "{inline:?}"
    );
    // The server's policy allows no other either, so the console has an error if the page tried.
    page.assert_quiet();
}

#[test]
fn no_text_becomes_markup_or_a_script() {
    // Firefox's driver has a TypeError of its own.
    const TRIES: &str = "const refused = (attempt) => { try { attempt(); return false; } catch (error) { return error instanceof window.TypeError; } };
        return [
            () => { document.createElement('div').innerHTML = '<b>text</b>'; },
            () => { document.createElement('script').src = 'start.js'; },
            () => { document.createElement('iframe').srcdoc = 'text'; },
            () => document.write('text'),
            () => trustedTypes.createPolicy('another', {}),
        ].every(refused);";
    let page = Page::open(NOTE);
    let file = concat!("file://", env!("CARGO_MANIFEST_DIR"), "/dist/indsatsregner.html");
    for address in
        ["/", "/ips-2018/", "/en/", "/tabeller.html", "/nowhere"].map(|path| format!("{}{path}", server::origin()))
    {
        page.browser.go(&address);
        assert_eq!(page.browser.look(TRIES, vec![]), true, "{address}");
    }
    // Nobody but the file itself says its policy.
    page.browser.go(file);
    assert_eq!(page.browser.look(TRIES, vec![]), true, "the one file");
}

#[test]
fn readers_load_no_more_than_the_budgets_allow() {
    let weighed = Command::new("tools/weigh").arg("dist").output().expect("tools/weigh runs");
    println!("{}", String::from_utf8_lossy(&weighed.stdout));
    assert!(
        weighed.status.success(),
        "{}{}",
        String::from_utf8_lossy(&weighed.stdout),
        String::from_utf8_lossy(&weighed.stderr)
    );
}
