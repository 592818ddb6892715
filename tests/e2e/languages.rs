//! A reader of English.

use crate::browser::Browser;
use crate::find::{element, line, link};
use crate::fonts::Fonts;
use crate::page::{NOTE, Page};
use crate::patience::becomes;

const LANGUAGE: &str = "return document.documentElement.lang;";

#[test]
fn the_page_changes_language_and_back_and_keeps_the_scenario() {
    let page = Page::open("v=1&note=ips-2018&caseload=20");
    assert_eq!(page.browser.look(LANGUAGE, vec![]), "da");
    page.browser.click(link("English"));
    becomes("the address", || page.address(), &Page::address_of("v=1&lang=en&note=ips-2018&caseload=20"));
    becomes(
        "the answer",
        || page.answer(),
        "If 25% of the 150 people get a job or enter education, and none of them would have found a job anyway, the programme costs more than it saves while it \
         runs. If the residual effect (those in work after the programme) lasts, it pays for itself in 2023, the 6th year.",
    );
    becomes("the language", || page.browser.look(LANGUAGE, vec![]), "en");
    becomes(
        "the title",
        || page.browser.title(),
        "Jobs alongside drug and alcohol treatment: Business case 2018 – Indsatsregner",
    );
    page.driver("effect").type_in("12.5");
    becomes("the effect", || page.driver("effect").text(), "12.5");
    page.browser.click(link("Dansk"));
    becomes("the effect", || page.driver("effect").text(), "12,5");
    becomes("the language", || page.browser.look(LANGUAGE, vec![]), "da");
    assert_eq!(page.notices(), [""; 0]);
    page.assert_quiet();
}

#[test]
fn the_documents_own_words_stay_danish_and_say_so() {
    let page = Page::open(&format!("{NOTE}&lang=en&explain=line.benefits.2019"));
    let quotes = "return [...document.querySelectorAll('q')].every((quote) => quote.lang === 'da');";
    assert_eq!(page.browser.look(quotes, vec![]), true);
    assert_eq!(
        page.text(element("th [lang=da]").inside(line("interviews"))),
        "Besparelse grundet færre jobsamtaler (BIF)"
    );
    assert_eq!(page.text(element("[lang=da] + span").inside(line("interviews"))), "Fewer job-centre meetings");
}

#[test]
fn every_link_on_the_page_stays_in_its_language() {
    const LINKS: &str =
        "const isPlaceHere = (link) => document.getElementById(link.getAttribute('href').slice(1)) !== null;
        return [...document.querySelectorAll('a[href^=\"#\"]')].filter((link) => !isPlaceHere(link))
        .filter((link) => link.getAttribute('hreflang') !== 'da' && !link.getAttribute('href').includes('lang=en'))
        .map((link) => link.outerHTML);";
    for screen in [
        "",
        "&screen=findings",
        "&screen=method",
        "&note=ips-2018",
        "&note=bi11-2026-s1",
        "&screen=compare&note=bi07-2022-a",
    ] {
        let page = Page::open(&format!("v=1&lang=en{screen}"));
        assert_eq!(crate::page::strings(&page.browser.look(LINKS, vec![])), [""; 0], "{screen}");
    }
}

#[test]
fn the_page_is_in_the_readers_language_unless_the_link_says_another() {
    let page = Page { browser: Browser::preferring("en-GB,da", Fonts::Narrow) };
    page.browser.go(&Page::address_of("v=1&note=ips-2018"));
    page.wait_until_drawn();
    assert_eq!(page.browser.look(LANGUAGE, vec![]), "en");
    // Nobody chose it, so the page's own links leave it to whoever opens them.
    page.driver("caseload").type_in("20");
    becomes("the address", || page.address(), &Page::address_of("v=1&note=ips-2018&caseload=20"));
    assert_eq!(page.browser.look(LANGUAGE, vec![]), "en");
    // Danish was chosen, and stays on every screen and in every link.
    page.browser.click(link("Dansk"));
    becomes("the address", || page.address(), &Page::address_of("v=1&lang=da&note=ips-2018&caseload=20"));
    becomes("the language", || page.browser.look(LANGUAGE, vec![]), &"da");
    assert!(page.copy_link().contains("&lang=da&"), "the link says so");
    page.browser.click(link("Metode og kilder"));
    becomes("the heading", || page.text("main h1"), "Metode og kilder");
    assert!(page.address().contains("&lang=da"), "{}", page.address());
    page.browser.back();
    page.browser.back();
    becomes("the language", || page.browser.look(LANGUAGE, vec![]), &"en");
    page.assert_quiet();
}
