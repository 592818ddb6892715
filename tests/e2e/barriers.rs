//! What would keep somebody out: axe by WCAG 2.2 up to level AA, in the states that readers meet.

use crate::page::{NOTE, Page};
use crate::patience::becomes;

#[test]
fn nothing_bars_the_way_on_the_page_as_it_opens() {
    assert_eq!(Page::open(NOTE).barriers(), [""; 0]);
}

#[test]
fn nothing_bars_the_way_with_changes_and_an_open_provenance() {
    let page = Page::open("v=1&note=ips-2018&caseload=20&effect=12.5&posts=half");
    page.driver("caseload").open_provenance();
    page.driver("benefits-per-outcome").open_provenance();
    page.browser.click(".cumulative summary");
    assert_eq!(page.driver("caseload").quotes(), ["ca. 25 ledige"]);
    assert_eq!(page.barriers(), [""; 0]);
}

#[test]
fn nothing_bars_the_way_with_a_message_and_a_broken_link() {
    let page = Page::open("v=1&note=ips-2018&salary=9");
    page.driver("caseload").type_in("mange");
    becomes("the message", || page.driver("caseload").message(), "Det kan ikke læses som et tal. Skriv f.eks. 12.");
    assert_eq!(page.barriers(), [""; 0]);
}
