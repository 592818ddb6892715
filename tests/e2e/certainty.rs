//! How certain an answer is: what it hangs on, the documents' own ranges, and what gives when citizens change.

use crate::find::{button, drawing, element, part, region};
use crate::page::Page;
use crate::patience::becomes;

/// The alternative to the places of a note.
const ENROLLED: &str = "Prøv 73 borgere: indskrevet i marts 2025; konsulenterne er lige så mange som i notatet";

#[test]
fn what_an_answer_hangs_on_stands_beside_it_and_follows_the_drivers() {
    let page = Page::open("v=1&note=ips-2018");
    let said = |page: &Page| page.text(element(":scope > p").inside(region("hangs-on-title")));
    assert!(said(&page).contains("er der brugt 19,42 mio. kr., og 54.000 kr. er til overs."), "{}", said(&page));
    let limit =
        |page: &Page, id: &str| page.text(element(&format!("[data-limit={id}]")).inside(region("hangs-on-title")));
    assert_eq!(limit(&page, "anyway"), "Andelen med job også uden indsatsen må højst være 0,28 %. nu: 0 %");
    assert_eq!(limit(&page, "rate"), "Renten må højst være 1,29 % om året. nu: 0 %");
    page.driver("caseload").type_in("27");
    page.wait_until("the payback year is another", |page| said(page).contains("”Tjent hjem i 2020” holder kun"));
    page.browser.click("#seen-from-service");
    page.wait_until("what could bring a payback", |page| said(page).contains("Et enkelt tal kunne gøre"));
    page.assert_quiet();
}

#[test]
fn the_documents_own_ranges_are_an_area_in_the_chart_and_a_sentence() {
    let page = Page::open("v=1&note=ips-2018");
    assert_eq!(page.painted(drawing("chart-title"), "--band").len(), 1);
    let said = page.text(part("joint-range"));
    assert!(said.contains("mellem −5,32 mio. kr. og −2,16 mio. kr. (minus er en besparelse)"), "{said}");
    page.open_anew("v=1&note=bi11-2026-s1&lang=en&lent=ips-2018");
    let said = page.text(part("joint-range"));
    assert!(said.contains("in 2029 at the earliest and in 2032 at the latest. At the best end"), "{said}");
    // Where the documents give no ends, there is neither.
    page.open_anew("v=1&note=bi11-2026-s1");
    assert_eq!(page.painted(drawing("chart-title"), "--band"), [""; 0]);
    assert_eq!(page.texts(part("joint-range")).concat(), "");
    page.assert_quiet();
}

#[test]
fn people_enrolled_leave_the_posts_and_lower_the_caseload() {
    let page = Page::open("v=1&note=bi11-2026-s1");
    page.unfold();
    let cost = |page: &Page| page.figure("Udgift om året").number;
    let before = cost(&page);
    page.browser.click(page.driver("citizens").its(button(ENROLLED)));
    becomes("the citizens", || page.driver("citizens").text(), "73");
    becomes("the caseload", || page.driver("caseload").text(), "24,33");
    assert_eq!(cost(&page), before, "the grant is for the same consultants");
    becomes("the address", || page.address(), &Page::address_of("v=1&note=bi11-2026-s1&citizens=73&posts=note"));
    let tie = page.text(page.driver("caseload").its(part("tie")));
    assert_eq!(tie, "Følger antallet af pladser i IPS");
    // A caseload of its own lets the posts follow again.
    page.driver("caseload").type_in("20");
    page.wait_until("more consultants cost more", |page| cost(page) != before);
    becomes("the address", || page.address(), &Page::address_of("v=1&note=bi11-2026-s1&citizens=73&caseload=20"));
    // The note's citizens and caseload are the note again.
    page.driver("caseload").restore();
    page.browser.click(page.driver("citizens").its(button(ENROLLED)));
    becomes("the caseload", || page.driver("caseload").text(), "24,33");
    page.driver("citizens").restore();
    becomes("the address", || page.address(), &Page::address_of("v=1&note=bi11-2026-s1"));
    page.assert_quiet();
}
