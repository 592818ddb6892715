//! What readers type into the fields: numbers as people write them, and texts that are not numbers.

use fantoccini::key::Key;

use crate::find;
use crate::page::{NOTE, Page};
use crate::patience::becomes;

/// A text in a driver's field, and why it stands for no value.
const BAD: [(&str, &str, &str); 7] = [
    ("caseload", "mange", "Det kan ikke læses som et tal. Skriv f.eks. 12."),
    ("caseload", "", "Skriv et tal, f.eks. 12."),
    ("caseload", "-5", "Tallet skal være mindst 1 borger."),
    ("caseload", "0", "Tallet skal være mindst 1 borger."),
    ("caseload", "1000000000000000000000000000000", "Tallet er for stort at regne med."),
    ("caseload", "10^30", "Det kan ikke læses som et tal. Skriv f.eks. 12."),
    ("effect", "200 %", "Tallet kan højst være 100 %."),
];

/// The message below a field: why its text stands for no value, and which number counts.
fn message(why: &str, counts: &str) -> String {
    format!("{why} Der regnes stadig med {counts}.")
}

#[test]
fn a_bad_text_is_answered_beside_the_field_and_stays_there() {
    let page = Page::open(NOTE);
    let results = page.results();
    for (id, typed, why) in BAD {
        let driver = page.driver(id);
        let value = driver.value();
        let message = message(why, &value);
        driver.type_in(typed);
        becomes("the field", || driver.text(), typed);
        becomes(&format!("the message about {typed:?}"), || driver.message(), &message);
        assert_eq!((driver.text(), driver.value()), (typed.into(), value.clone()), "no part of {typed:?} counts");
        assert_eq!(page.results(), results, "after {typed:?}");
        driver.leave();
        assert_eq!((driver.text(), driver.message()), (typed.into(), message), "after the field was left");

        driver.restore();
        becomes(&format!("the message after {typed:?} was put back"), || driver.message(), "");
        assert_eq!(driver.text(), driver.value().split(' ').next().unwrap_or_default());
    }
    page.assert_quiet();
}

#[test]
fn a_bad_text_in_one_piece_leaves_every_result_as_it_was() {
    let page = Page::open("v=1&note=ips-2018&caseload=20&effect=20");
    let results = page.results();
    for (id, pasted, why) in BAD {
        let driver = page.driver(id);
        let value = driver.value();
        let message = message(why, &value);
        if pasted.is_empty() {
            driver.type_in(pasted);
        } else {
            page.put_on_clipboard(pasted);
            driver.paste();
        }
        becomes("the field", || driver.text(), pasted);
        becomes(&format!("the message about {pasted:?}"), || driver.message(), &message);
        assert_eq!((driver.text(), driver.value()), (pasted.into(), value), "after {pasted:?}");
        assert_eq!(page.results(), results, "after {pasted:?}");
    }
    assert_eq!(page.address(), Page::address_of("v=1&note=ips-2018&caseload=20&effect=20"));
}

#[test]
fn a_bad_text_in_one_field_outlives_what_is_done_to_another_driver() {
    let page = Page::open("v=1&note=ips-2018&effect=20");
    let caseload = page.driver("caseload");
    let unreadable = message(BAD[0].2, "25 borgere");
    caseload.type_in("mange");
    becomes("the message", || caseload.message(), &unreadable);
    page.driver("citizens").type_in("120");
    becomes("the number of citizens", || page.driver("citizens").value(), "120 borgere");
    assert_eq!(caseload.text(), "mange", "after another driver was changed");
    page.driver("effect").restore();
    becomes("the effect", || page.driver("effect").value(), "25 %");
    assert_eq!((caseload.text(), caseload.message()), ("mange".into(), unreadable), "after another was put back");
}

#[test]
fn a_good_number_after_a_bad_one_counts() {
    let page = Page::open(NOTE);
    let caseload = page.driver("caseload");
    caseload.type_in("mange");
    becomes("the message", || caseload.message(), &message(BAD[0].2, "25 borgere"));
    caseload.leave();
    caseload.type_in("20");
    becomes("the value", || caseload.value(), "20 borgere");
    assert_eq!(caseload.message(), "");
    caseload.leave();
    caseload.type_in("mange");
    becomes("the message", || caseload.message(), &message(BAD[0].2, "20 borgere"));
    caseload.drag_to(30.0);
    becomes("the field beside the dragged slider", || caseload.text(), "30");
    page.browser.let_go();
    assert_eq!(caseload.message(), "");
}

/// What was deleted, and what became too large, leave the number that counted before the field was touched.
#[test]
fn half_a_number_never_counts_once_the_whole_is_none() {
    let page = Page::open(NOTE);
    let citizens = page.driver("citizens");
    let answer = page.answer();
    citizens.type_in("150000");
    becomes("the message", || citizens.message(), &message("Tallet kan højst være 100.000 borgere.", "150 borgere"));
    assert_eq!((citizens.value(), page.answer()), ("150 borgere".into(), answer.clone()));
    page.browser.press(Key::Escape);
    becomes("the field", || citizens.text(), "150");
    assert_eq!(citizens.message(), "");

    page.browser.press(Key::End);
    for left in ["15", "1", ""] {
        page.browser.press(Key::Backspace);
        becomes("the field", || citizens.text(), left);
    }
    citizens.leave();
    becomes("the message", || citizens.message(), &message(BAD[1].2, "150 borgere"));
    assert_eq!((citizens.text(), citizens.value(), page.answer()), (String::new(), "150 borgere".into(), answer));
    assert_eq!(page.address(), Page::address_of(NOTE));
}

#[test]
fn escape_gives_the_old_number_back_and_enter_keeps_the_new_one() {
    let page = Page::open(NOTE);
    let caseload = page.driver("caseload");
    caseload.type_in("20");
    becomes("the value", || caseload.value(), "20 borgere");
    page.browser.press(Key::Escape);
    becomes("the value", || caseload.value(), "25 borgere");
    assert_eq!(caseload.text(), "25");

    caseload.type_in("20,0");
    page.browser.press(Key::Enter);
    becomes("the field", || caseload.text(), "20");
    page.browser.press_with(Key::Control, "a");
    page.browser.type_keys("x");
    becomes("the message", || caseload.message(), &message(BAD[0].2, "20 borgere"));
    page.browser.press(Key::Escape);
    becomes("the field", || caseload.text(), "20");
    assert_eq!((caseload.value(), caseload.message()), ("20 borgere".into(), String::new()));
}

#[test]
fn a_driver_that_follows_another_one_goes_on_following_after_half_a_number() {
    let page = Page::open(NOTE);
    let first_year = page.driver("effect-first");
    first_year.type_in("5x");
    becomes("the message", || first_year.message(), &message(BAD[0].2.replace("12", "12,5").as_str(), "12,5 %"));
    page.browser.press(Key::Escape);
    page.driver("effect").type_in("20");
    becomes("the first year's share", || first_year.value(), "10 %");
}

#[test]
fn what_was_typed_is_in_the_address_before_the_page_is_left() {
    // The page writes its address after a while. Here that while does not end.
    const NEVER: &str = "const wait = window.setTimeout;
        window.setTimeout = (then, after) => after < 300 ? wait(then, after) : 0;";
    const KEY: &str = "const [key, altKey] = arguments;
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, altKey, bubbles: true }));
        return location.hash;";
    let changed = Page::address_of("v=1&note=ips-2018&caseload=20");
    let type_in = |page: &Page| {
        page.open_anew(NOTE);
        page.browser.look(NEVER, vec![]);
        page.driver("caseload").type_in("20");
        page.wait_until("the value has followed", |page| page.driver("caseload").value() == "20 borgere");
        assert_eq!(page.address(), Page::address_of(NOTE), "nothing is written yet");
    };
    let page = Page::open(NOTE);

    type_in(&page);
    page.browser.look(KEY, vec!["1".into(), false.into()]);
    assert_eq!(page.address(), Page::address_of(NOTE), "a key that goes on typing");
    for (key, with_alt) in [("F5", false), ("ArrowLeft", true)] {
        type_in(&page);
        page.browser.look(KEY, vec![key.into(), with_alt.into()]);
        assert_eq!(page.address(), changed, "{key}");
    }

    type_in(&page);
    page.driver("caseload").leave();
    assert_eq!(page.address(), changed, "once the field is left");

    type_in(&page);
    page.browser.click(find::element("a[href*='screen=compare']").inside("nav"));
    page.wait_until("another screen is open", |page| page.address().contains("screen=compare"));
    page.browser.back();
    becomes("the address one step back", || page.address(), &changed);
    page.wait_until("the calculator is open", |page| page.driver("caseload").value() == "20 borgere");

    type_in(&page);
    page.browser.look("location.href = '/tabeller.html';", vec![]);
    page.wait_until("another page is open", |page| page.address().ends_with("tabeller.html"));
    page.browser.back();
    becomes("the address of the page before", || page.address(), &changed);
}

#[test]
fn comma_and_point_mean_the_same_and_slider_and_field_stay_in_step() {
    let page = Page::open(NOTE);
    let effect = page.driver("effect");
    for typed in ["12,5", "12.5"] {
        effect.type_in(typed);
        becomes("the effect", || effect.value(), "12,5 %");
        assert_eq!(effect.stop(), "12.5");
        effect.leave();
        becomes("the field", || effect.text(), "12,5");
        effect.restore();
        becomes("the field", || effect.text(), "25");
    }
}

#[test]
fn an_amount_pasted_with_its_unit_is_understood() {
    let page = Page::open(NOTE);
    let cost = page.driver("pay-outreach");
    page.put_on_clipboard("1.234,5 kr.");
    cost.paste();
    becomes("the cost", || cost.value(), "1.234,5 kr.");
    assert_eq!((cost.text(), cost.message()), ("1.234,5 kr.".into(), String::new()));
    // This is what 6 consultants cost at 1.234,5 kr. each.
    assert_eq!(page.cells("outreach"), ["7", "7", "7", "7", "0", "28"]);
    cost.leave();
    becomes("the field, once it was left", || cost.text(), "1.234,5");
}

#[test]
fn a_field_is_a_pocket_calculator() {
    let page = Page::open("v=1&note=bi10-2026");
    let pay = page.driver("pay-ips");
    for (typed, value) in [("+3 %", "647.870 kr."), ("629.000*1,03", "647.870 kr."), ("kr. 371.667", "371.667 kr.")] {
        pay.type_in(typed);
        becomes(&format!("the pay after {typed:?}"), || pay.value(), value);
        let message = if typed.contains("kr") { String::new() } else { format!("= {value}") };
        assert_eq!((pay.text(), pay.message()), (typed.into(), message));
        pay.leave();
        becomes("the field, once it was left", || pay.text(), value.trim_end_matches(" kr."));
        pay.restore();
        becomes("the field", || pay.text(), "629.000");
    }
}

#[test]
fn one_driver_is_put_back_and_the_others_stay() {
    let page = Page::open("v=1&note=ips-2018&caseload=20&effect=12.5");
    page.driver("caseload").restore();
    becomes("the caseload", || page.driver("caseload").value(), "25 borgere");
    assert!(!page.driver("caseload").can_be_restored(), "there is nothing more to put back");
    assert_eq!(page.driver("effect").value(), "12,5 %");
    assert!(
        page.difference().starts_with("Andelen i job eller uddannelse fra 25 % til 12,5 % "),
        "{}",
        page.difference()
    );
    becomes("the address", || page.address(), &Page::address_of("v=1&note=ips-2018&effect=12.5"));
}

#[test]
fn everything_is_put_back_at_once() {
    let published = Page::open(NOTE).every_number();
    let page = Page::open("v=1&note=ips-2018&caseload=20&effect=12.5&posts=half");
    page.driver("citizens").type_in("mange");
    becomes("the message", || page.driver("citizens").message(), &message(BAD[0].2, "150 borgere"));
    page.restore_all();
    becomes("the message", || page.driver("citizens").message(), "");
    page.every_number().assert_same(&published);
    becomes("the address", || page.address(), &Page::address_of(NOTE));
}
