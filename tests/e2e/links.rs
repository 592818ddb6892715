//! Links that are broken in some way, and links put into the address bar of an open page.

use crate::browser::Browser;
use crate::find::{button, element, link, region};
use crate::fonts::Fonts;
use crate::page::{NOTE, Page};
use crate::patience::becomes;
use crate::server::{self, Host};

/// A link, the notices that it leads to, and the caseload and effect that it opens with.
const BROKEN: [(&str, &[&str], &str, &str); 10] = [
    (
        "v=1&note=ips-2018&salary=9&caseload=20",
        &["Notatet har ingen forudsætning med navnet ”salary”."],
        "20 borgere",
        "25 %",
    ),
    (
        "v=1&note=ips-2018&effect=mange&caseload=20",
        &[
            "Andel i job eller uddannelse fra andet år, af borgerne: ”mange” kan ikke læses som et tal. Notatets tal står.",
        ],
        "20 borgere",
        "25 %",
    ),
    (
        "v=1&note=ips-2018&caseload=0&effect=20",
        &["Borgere pr. konsulent (sagsstamme): ”0” kan ikke bruges. Tallet skal være mindst 1 borger. \
             Notatets tal står."],
        "25 borgere",
        "20 %",
    ),
    (
        "v=1&note=ips-2018&caseload=20&effect=200",
        &[
            "Andel i job eller uddannelse fra andet år, af borgerne: ”200” kan ikke bruges. Tallet kan højst være 100 %. Notatets tal står.",
        ],
        "20 borgere",
        "25 %",
    ),
    (
        "v=9&note=ips-2018&caseload=20",
        &["Linket er skrevet i version ”9”, og siden her kender version 1. Det, den forstod, er sat ind."],
        "20 borgere",
        "25 %",
    ),
    (
        "v=1&note=atlantis&caseload=20",
        &["Der er intet notat med navnet ”atlantis”. Du ser business casen fra 2018."],
        "20 borgere",
        "25 %",
    ),
    ("hvadsomhelst&caseload=20", &["”hvadsomhelst” siger ikke, hvad det hører til."], "20 borgere", "25 %"),
    (
        "v=1&note=ips-2018&effect=20&caseload=30&caseload=20",
        &["”caseload” står der to gange. Den sidste gælder."],
        "20 borgere",
        "20 %",
    ),
    // A link as it arrives when a mail program breaks it in two.
    ("v=1&note=ips-2018&effect=20&casel", &["”casel” siger ikke, hvad det hører til."], "25 borgere", "20 %"),
    (
        "v=1&note=ips-2018&caseload=20&salary=9&effect=-1&posts=third",
        &[
            "Notatet har ingen forudsætning med navnet ”salary”.",
            "Andel i job eller uddannelse fra andet år, af borgerne: ”-1” kan ikke bruges. Tallet skal være mindst 0 %. Notatets tal står.",
            "Konsulenter kan ikke regnes i ”third”. De regnes præcist.",
        ],
        "20 borgere",
        "25 %",
    ),
];

#[track_caller]
fn assert_opened(page: &Page, link: &str, lines: &[&str], caseload: &str, effect: &str) {
    becomes(&format!("what is said about {link}"), || page.notices(), lines);
    let values = (page.driver("caseload").value(), page.driver("effect").value());
    assert_eq!(values, (caseload.into(), effect.into()), "{link}");
    // The address is left for the reader to correct.
    assert_eq!(page.address(), Page::address_of(link));
}

#[test]
fn a_broken_link_opens_with_what_could_be_applied_and_a_line_for_each_thing_that_could_not() {
    let page = Page::open(NOTE);
    for (link, lines, caseload, effect) in BROKEN {
        page.open_anew(link);
        assert_opened(&page, link, lines, caseload, effect);
    }
    page.assert_quiet();
}

#[test]
fn a_link_of_which_nothing_can_be_applied_opens_all_the_same() {
    let page = Page::open("hvadsomhelst");
    assert_eq!(page.notices(), ["”hvadsomhelst” siger ikke, hvad det hører til."]);
    assert_ne!(page.text("h1"), "");
    page.assert_quiet();
}

#[test]
fn a_link_put_into_the_address_bar_of_the_open_page_is_applied() {
    // A mark that is lost if the page is loaded again.
    const MARK: &str = "window.stillTheSamePage = true;";
    const IS_MARKED: &str = "return window.stillTheSamePage === true;";
    let page = Page::open("v=1&note=ips-2018&citizens=120");
    page.browser.look(MARK, vec![]);
    for (link, lines, caseload, effect) in BROKEN {
        page.put_into_address_bar(link);
        assert_opened(&page, link, lines, caseload, effect);
        assert_eq!(page.driver("citizens").value(), "150 borgere", "nothing is left of the link before");
    }
    page.put_into_address_bar("v=1&note=ips-2018&caseload=20");
    becomes("what is said", || page.notices(), &[""; 0]);
    becomes("the caseload", || page.driver("caseload").text(), "20");
    assert_eq!(page.browser.look(IS_MARKED, vec![]), true, "the page was loaded anew");

    let opened = Page::open("v=1&note=ips-2018&caseload=20");
    page.every_number().assert_same(&opened.every_number());
}

/// What mends damaged links arrives after the note reacts. A link that is followed before is applied once that is here.
#[test]
fn a_damaged_link_that_comes_before_what_mends_it_stays_in_the_address() {
    const REFUSED: &str = "return document.querySelector('[data-part=refused]') !== null;";
    // What is still to be written is written as soon as the reader turns elsewhere.
    const TURN_ELSEWHERE: &str = "dispatchEvent(new Event('blur'));";
    let mut files = server::built();
    files.retain(|name, _| !name.ends_with("/split_below.wasm"));
    let host = Host::serve(files, &[server::SUB_PATH]);
    let page = Page { browser: Browser::start(Fonts::Narrow) };
    page.browser.go(&host.address("ips-2018/"));
    page.wait_until("the page says what is missing", |page| page.browser.look(REFUSED, vec![]) == true);
    host.deploy(server::built());
    let damaged = host.address("ips-2018/#v=1&note=ips-2018&salary=9&caseload=20");
    page.browser.go(&damaged);
    becomes("what is said", || page.notices(), &["Notatet har ingen forudsætning med navnet ”salary”."]);
    assert_eq!(page.driver("caseload").value(), "20 borgere");
    page.browser.look(TURN_ELSEWHERE, vec![]);
    assert_eq!(page.browser.address(), damaged);
    page.driver("caseload").type_in("19");
    becomes("the address", || page.address(), &host.address("ips-2018/#v=1&note=ips-2018&caseload=19"));
}

#[test]
fn the_address_is_written_anew_once_the_reader_changes_something() {
    let page = Page::open("v=9&note=ips-2018&caseload=20&salary=9");
    page.driver("effect").type_in("20");
    becomes("the address", || page.address(), &Page::address_of("v=1&note=ips-2018&caseload=20&effect=20"));
}

#[test]
fn a_link_that_is_only_older_than_the_numbers_is_not_called_broken() {
    const OLDER: &str = "Afsenderen så et andet resultat, end siden viser nu";
    const BROKEN: &str = "Noget i linket kunne ikke bruges";
    for (link, heading) in [
        ("v=1&saw=5.3000&note=ips-2018", OLDER),
        ("v=1&saw=5.3000&note=ips-2018&salary=9", BROKEN),
        ("v=1&note=ips-2018&salary=9", BROKEN),
    ] {
        let page = Page::open(link);
        assert_ne!(page.notices(), [""; 0], "{link}");
        assert_eq!(page.text(element("h2").inside(region("notices-title"))), heading, "{link}");
    }
}

#[test]
fn the_lines_about_a_broken_link_can_be_closed() {
    let page = Page::open("v=1&note=ips-2018&caseload=20&salary=9");
    assert_eq!(page.notices().len(), 1);
    page.browser.click(button("Luk"));
    becomes("what is said", || page.notices(), &[""; 0]);
    assert_eq!(page.driver("caseload").value(), "20 borgere");
}

/// The browser tells the page of a link some moments after the reader has pressed it. The address of the last change may be
/// due in just these moments.
#[test]
fn a_link_that_is_followed_while_the_address_is_still_to_be_written_is_not_lost() {
    // Whatever the page puts off for longer than a moment is held until then. WebKit's driver counts its own minutes in the page.
    const HOLD: &str = "const { setTimeout, clearTimeout } = window, held = new Map();
        let last = 0;
        window.held = held;
        window.setTimeout = (later, wait) => {
            if (wait < 100 || wait > 60000) return setTimeout(later, wait);
            last -= 1;
            held.set(last, later);
            return last;
        };
        window.clearTimeout = (id) => held.delete(id) || clearTimeout(id);";
    const FOLLOW: &str = "history.pushState(null, '', element.href);
        held.forEach((later) => later());
        dispatchEvent(new HashChangeEvent('hashchange'));";
    let page = Page::open(NOTE);
    page.browser.look(HOLD, vec![]);
    page.driver("caseload").type_in("20");
    page.wait_until("the answer has followed", |page| page.answer().contains("2023"));
    page.browser.look_at(link("English"), FOLLOW, vec![]);
    becomes("the heading", || page.text("h1"), "Jobs alongside drug and alcohol treatment");
    assert_eq!(page.address(), Page::address_of("v=1&lang=en&note=ips-2018&caseload=20"));
    assert_eq!(page.driver("caseload").text(), "20");
}
