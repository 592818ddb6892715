//! A reader on a phone.

use serde_json::{Value, json};

use crate::find::{driver, region};
use crate::fonts::{Fonts, in_both_fonts};
use crate::page::{ANSWER, NOTE, Page};

/// The screens of common phones, and the narrowest one.
const WIDTHS: [u32; 2] = [360, 320];
const LONGEST: &str = "v=1&note=ips-2018&citizens=99999&caseload=1&pay-team=9999999&effect=12.75&posts=half&salary=9";

#[test]
fn the_page_does_not_scroll_sideways() {
    in_both_fonts(|fonts| {
        let page = Page::open_on_a_phone(fonts, 320, NOTE);
        for width in WIDTHS {
            page.resize_frame((width, 640));
            assert_eq!(page.browser.look("return innerWidth;", vec![]), width);
            page.assert_fits(&format!("the page at {width} with {fonts:?} letters"));
        }
    });
}

#[test]
fn long_numbers_messages_and_quotes_fit_too() {
    in_both_fonts(|fonts| {
        let page = Page::open_on_a_phone(fonts, 320, LONGEST);
        page.driver("caseload").type_in("1000000000000000000000000000000");
        let said = || page.driver("caseload").message();
        page.wait_until("the message", |_| {
            said().starts_with("Tallet er for stort at regne med. Der regnes stadig med ")
        });
        page.unfold();
        for width in WIDTHS {
            page.resize_frame((width, 640));
            page.assert_fits(&format!("the page at {width} with {fonts:?} letters"));
        }
    });
}

#[test]
fn the_answer_stays_in_sight_wherever_the_calculator_is_scrolled_to() {
    // Where the sentence begins and ends below the top edge of the window, and whether nothing covers it.
    const SENTENCE: &str = "const sentence = element;
        const { left, top, bottom } = sentence.getBoundingClientRect();
        const hit = document.elementFromPoint(left + 20, (top + bottom) / 2);
        return { top, bottom, isSeen: sentence.contains(hit) };";
    const SCROLL: &str = "element.scrollIntoView({ block: 'end', behavior: 'instant' });
        return scrollY;";
    in_both_fonts(|fonts| {
        let page = Page::open_on_a_phone(fonts, 360, NOTE);
        page.unfold();
        let answer = page.answer();
        for part in [driver("years"), region("figures-title"), region("table-title"), region("export-title")] {
            let scrolled = page.browser.look_at(part.clone(), SCROLL, vec![]);
            assert!(scrolled.as_f64() > Some(640.0), "{part:?} is below the first window: {scrolled}");
            let sentence = page.browser.look_at(ANSWER, SENTENCE, vec![]);
            let edge = |name: &str| sentence.get(name).and_then(Value::as_f64).expect("an edge is a number");
            assert!(edge("top") >= 0.0 && edge("bottom") < 640.0 / 3.0, "at {part:?} the answer is at {sentence}");
            assert_eq!(sentence["isSeen"], true, "at {part:?} something lies over the answer");
        }
        page.driver("caseload").type_in("20");
        page.wait_until("the answer in sight has changed", |page| page.answer() != answer);
        assert_eq!(page.browser.look_at(ANSWER, SENTENCE, vec![])["isSeen"], true);
    });
}

/// At a zoom of 400 % a common window has this size: what sticks would leave no room to read the rest.
#[test]
fn in_a_low_window_the_answer_scrolls_away_with_the_page() {
    const COVERED: &str = "scrollTo({ top: 1500, behavior: 'instant' });
        return [element.parentElement, element].map((part) => part.getBoundingClientRect().bottom > 0);";
    in_both_fonts(|fonts| {
        let page = Page::open_on_a_phone(fonts, 320, "v=1&note=ips-2018&caseload=20");
        page.resize_frame((320, 180));
        assert_eq!(page.browser.look_at(ANSWER, COVERED, vec![]), json!([false, false]), "{fonts:?}");
    });
}

#[test]
fn nothing_bars_the_way_on_a_phone() {
    let page = Page::open_on_a_phone(Fonts::Narrow, 360, "v=1&note=ips-2018&caseload=20");
    assert_eq!(page.barriers(), [""; 0]);
}
