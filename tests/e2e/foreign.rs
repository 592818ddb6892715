//! Others change the page as well: a browser that translates it, password managers, spell checkers, blockers. The page goes on,
//! and every number follows.

use serde_json::Value;

use crate::find::{element, numbers, region};
use crate::fonts::Fonts;
use crate::page::{NOTE, Page};
use crate::patience::becomes;
use crate::server;
use crate::whole::assert_whole;

/// What others do to the whole page, as `foreign.js` names it, where all texts stay to be read.
const HANDS: [&str; 7] = ["replaces", "insertsAndRemoves", "wraps", "splits", "joins", "adds", "wrapsFields"];

/// Somebody else changes the whole page.
#[track_caller]
fn touched(page: &Page, hand: &str) {
    page.browser.look_at("body", include_str!("foreign.js"), vec![hand.into()]);
}

#[test]
fn every_number_follows_after_others_have_changed_the_page() {
    let page = Page::open(NOTE);
    let untouched = Page::open("v=1");
    for hand in HANDS {
        page.open_anew(NOTE);
        touched(&page, hand);
        page.driver("caseload").type_in("20");
        page.wait_until("the value has followed", |page| page.driver("caseload").value() == "20 borgere");
        page.driver("caseload").leave();
        assert_whole(&page, &untouched, &format!("{hand}: a driver that was moved"));
        // And once more, on what has come anew.
        touched(&page, hand);
        page.driver("caseload").restore();
        page.driver("effect").type_in("12,5");
        page.wait_until("the value has followed", |page| page.driver("effect").value() == "12,5 %");
        page.driver("effect").leave();
        assert_whole(&page, &untouched, &format!("{hand}: another driver that was moved"));
        touched(&page, hand);
        page.browser.click(element("a[href*='lang=en']").inside("header"));
        assert_whole(&page, &untouched, &format!("{hand}: another language"));
        touched(&page, hand);
        page.browser.click(numbers().inside(region("figures-title")));
        page.wait_until("the number is explained", |page| page.address().contains("explain="));
        touched(&page, hand);
        page.browser.click(element("[role=region] button"));
        page.wait_until("the explanation is closed", |page| !page.address().contains("explain="));
        assert_whole(&page, &untouched, &format!("{hand}: a number that was explained"));
    }
}

#[test]
fn every_screen_opens_after_others_have_changed_the_one_before() {
    const SCREENS: [&str; 7] = [
        "v=1&screen=sensitivity&note=ips-2018&effect=20",
        "v=1&screen=compare&note=ips-2018&caseload=20",
        "v=1&screen=questions",
        "v=1&screen=findings",
        "v=1&note=bi10-2026&lent=ips-2018",
        "v=1&screen=method",
        "v=1",
    ];
    let page = Page::open(NOTE);
    let untouched = Page::open("v=1");
    for hand in HANDS {
        page.open_anew(NOTE);
        for link in SCREENS {
            touched(&page, hand);
            page.follow(link);
            assert_whole(&page, &untouched, &format!("{hand}: {link}"));
        }
    }
}

#[test]
fn a_frame_goes_on_after_others_have_changed_it() {
    for kind in ["chart", "calculator"] {
        for hand in ["replaces", "wraps", "splits"] {
            let address = format!("{}/?embed={kind}#{NOTE}", server::origin());
            let page = Page::open_in_a_frame(Fonts::Narrow, (700, 900), &address, None);
            touched(&page, hand);
            page.follow("v=1&note=ips-2018&effect=20");
            page.wait_until("the answer follows", |page| page.answer().contains("20 %"));
            touched(&page, hand);
            page.follow("v=1&note=ips-2018&effect=12.5");
            page.wait_until("the answer follows", |page| page.answer().contains("12,5 %"));
            assert_eq!(page.browser.console_errors(), [""; 0]);
        }
    }
}

#[test]
fn what_others_take_out_is_missed_by_nothing_else() {
    let page = Page::open(NOTE);
    touched(&page, "removes");
    page.driver("caseload").type_in("20");
    page.wait_until("the answer follows", |page| page.answer().contains("2023"));
    for link in ["v=1&screen=sensitivity&note=ips-2018", "v=1", "v=1&screen=method", "v=1&note=bi10-2026"] {
        page.follow(link);
        touched(&page, "removes");
    }
    page.follow("v=1&lang=en&note=ips-2018&caseload=20");
    becomes("the answer", || page.answer(), Page::open("v=1&lang=en&note=ips-2018&caseload=20").answer().as_str());
    page.assert_quiet();
}

#[test]
fn others_see_the_browser_as_it_is() {
    // What the page uses for itself is nobody else's, and changes nothing that others use.
    const OWN: &str =
        "return [Node.prototype.insertBefore, Node.prototype.removeChild].map((own) => /native code/.test(own));";
    let page = Page::open(NOTE);
    assert_eq!(page.browser.look(OWN, vec![]), Value::from(vec![true, true]));
}
