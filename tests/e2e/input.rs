//! What readers type into the fields: numbers as people write them, and texts that are not numbers.

use crate::page::{NOTE, Page};
use crate::patience::becomes;

/// A text in a driver's field, the message about it, and the current number after it was typed key by key: the last
/// number on the way that the driver accepted.
const BAD: [(&str, &str, &str, &str); 7] = [
    ("caseload", "mange", "Det kan ikke læses som et tal. Skriv f.eks. 12.", "25 borgere"),
    ("caseload", "", "Skriv et tal, f.eks. 12.", "25 borgere"),
    ("caseload", "-5", "Tallet skal være mindst 1 borger.", "25 borgere"),
    ("caseload", "0", "Tallet skal være mindst 1 borger.", "25 borgere"),
    ("caseload", "1000000000000000000000000000000", "Tallet er for stort at regne med.", "1.000 borgere"),
    ("caseload", "10^30", "Det kan ikke læses som et tal. Skriv f.eks. 12.", "10 borgere"),
    ("effect", "200 %", "Tallet kan højst være 100 %.", "20 %"),
];

#[test]
fn a_bad_text_is_answered_beside_the_field_and_stays_there() {
    let page = Page::open(NOTE);
    for (id, typed, message, in_force) in BAD {
        let driver = page.driver(id);
        driver.type_in(typed);
        becomes("the field", || driver.text(), typed);
        becomes(&format!("the message about {typed:?}"), || driver.message(), message);
        assert_eq!((driver.text(), driver.value()), (typed.into(), in_force.into()));
        driver.leave();
        assert_eq!((driver.text(), driver.message()), (typed.into(), message.into()), "after the field was left");

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
    for (id, pasted, message, _) in BAD {
        let driver = page.driver(id);
        let value = driver.value();
        if pasted.is_empty() {
            driver.type_in(pasted);
        } else {
            page.put_on_clipboard(pasted);
            driver.paste();
        }
        becomes("the field", || driver.text(), pasted);
        becomes(&format!("the message about {pasted:?}"), || driver.message(), message);
        assert_eq!((driver.text(), driver.value()), (pasted.into(), value), "after {pasted:?}");
        assert_eq!(page.results(), results, "after {pasted:?}");
    }
    assert_eq!(page.address(), Page::address_of("v=1&note=ips-2018&caseload=20&effect=20"));
}

#[test]
fn a_bad_text_in_one_field_outlives_what_is_done_to_another_driver() {
    let page = Page::open("v=1&note=ips-2018&effect=20");
    let caseload = page.driver("caseload");
    caseload.type_in("mange");
    becomes("the message", || caseload.message(), BAD[0].2);
    page.driver("citizens").type_in("120");
    becomes("the number of citizens", || page.driver("citizens").value(), "120 borgere");
    assert_eq!(caseload.text(), "mange", "after another driver was changed");
    page.driver("effect").restore();
    becomes("the effect", || page.driver("effect").value(), "25 %");
    assert_eq!((caseload.text(), caseload.message()), ("mange".into(), BAD[0].2.into()), "after another was put back");
}

#[test]
fn a_good_number_after_a_bad_one_counts() {
    let page = Page::open(NOTE);
    let caseload = page.driver("caseload");
    caseload.type_in("mange");
    becomes("the message", || caseload.message(), BAD[0].2);
    caseload.type_in("20");
    becomes("the value", || caseload.value(), "20 borgere");
    assert_eq!(caseload.message(), "");
    caseload.type_in("mange");
    becomes("the message", || caseload.message(), BAD[0].2);
    caseload.drag_to(30.0);
    becomes("the field beside the dragged slider", || caseload.text(), "30");
    page.browser.let_go();
    assert_eq!(caseload.message(), "");
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
    becomes("the message", || page.driver("citizens").message(), BAD[0].2);
    page.restore_all();
    becomes("the message", || page.driver("citizens").message(), "");
    page.every_number().assert_same(&published);
    becomes("the address", || page.address(), &Page::address_of(NOTE));
}
