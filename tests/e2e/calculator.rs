//! A reader works with the numbers of a note: in the answer, at the sliders, and in the table of all of them.

use fantoccini::key::Key;
use model::scenario::PostsCount;

use crate::find::{button, disclosure, element, part};
use crate::fonts::Fonts;
use crate::page::{NOTE, Page};
use crate::patience::becomes;

const NUMBERS: &str = "Alle … tal som tabel";
/// Pastes a text into an element, as the browser tells a page of it. Firefox gives no data to such an event that a script makes.
const PASTE: &str = "const data = new DataTransfer();
    data.setData('text/plain', given[0]);
    element.focus();
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'clipboardData', { value: data });
    element.dispatchEvent(event);";

fn number(id: &str) -> crate::find::Find {
    element("input").inside(format!("[data-number={id}]"))
}

fn value(page: &Page, id: &str) -> String {
    page.browser.look_at(number(id), "return element?.value;", vec![]).as_str().unwrap_or_default().to_owned()
}

fn focused(page: &Page) -> String {
    page.browser.look("return document.activeElement.id;", vec![]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_number_in_the_answer_leads_to_its_field() {
    let page = Page::open("v=1&note=ips-2018");
    page.browser.click(button("25 %").inside("p:has(button)#answer"));
    becomes("what has the focus", || focused(&page), "driver-effect");
    page.browser.type_keys("20");
    page.wait_until("what is typed takes the place of the number", |page| page.answer().contains("20 %"));
    assert_eq!(page.driver("effect").value(), "20 %");
    page.assert_quiet();
}

#[test]
fn all_numbers_are_a_table_that_works_out_what_is_typed() {
    let page = Page::open("v=1&note=bi10-2026");
    page.browser.click(disclosure(NUMBERS));
    page.wait_until("the table is there", |page| !value(page, "pay-ips").is_empty());
    assert_eq!(page.texts("[data-number]").len(), page.driver_ids().len());
    page.browser.look_at(number("pay-ips"), "element.focus(); element.select();", vec![]);
    page.browser.type_keys("+3 %");
    becomes("the driver", || page.driver("pay-ips").value(), "647.870 kr.");
    assert!(page.text("[data-number=pay-ips]").contains("= 647.870 kr."), "{}", page.text("[data-number=pay-ips]"));
    page.browser.press(Key::Escape);
    becomes("the driver", || page.driver("pay-ips").value(), "629.000 kr.");
    // What moves the answer most comes first.
    page.browser.click("label[for=numbers-by-swing]");
    page.wait_until("the order is another one", |page| {
        let first = "return element.dataset.number;";
        page.browser.look_at("[data-number]", first, vec![]) == "caseload"
    });
    page.assert_quiet();
}

#[test]
fn a_column_is_pasted_whole_or_not_at_all() {
    let page = Page::open("v=1&note=ips-2018");
    page.browser.click(disclosure(NUMBERS));
    page.wait_until("the table is there", |page| !value(page, "citizens").is_empty());
    let ids = page.browser.look_at("[data-number]", "return elements.map((row) => row.dataset.number);", vec![]);
    let ids = crate::page::strings(&ids);
    let at = |id: &str| ids.iter().position(|other| other == id).unwrap();
    // From one field down to another; an empty line leaves its number alone.
    let (first, last) = (at("citizens"), at("caseload"));
    assert_eq!(last, first + 1, "{ids:?}");
    page.browser.look_at(number("citizens"), PASTE, vec!["160\r\nabc\r\n".into()]);
    let said = || page.text(element("p[role=status]").inside(part("all-numbers")));
    page.wait_until("it says which line", |_| said().starts_with("Linje 2, ") && said().contains("»abc«"));
    assert_eq!(page.driver("citizens").value(), "150 borgere", "nothing has changed");
    page.browser.look_at(number("citizens"), PASTE, vec!["160\r\n20\r\n".into()]);
    becomes("what is said", said, "2 tal er indsat.");
    becomes("the citizens", || page.driver("citizens").value(), "160 borgere");
    assert_eq!(page.driver("caseload").value(), "20 borgere");
    let lines = "1\n".repeat(ids.len() + 1);
    page.browser.look_at(number("citizens"), PASTE, vec![lines.into()]);
    page.wait_until("it says that there are too many", |_| {
        said().starts_with(&format!("Der er {} linjer", ids.len() + 1))
    });
    assert_eq!(page.driver("citizens").value(), "160 borgere");
    page.assert_quiet();
}

#[test]
fn the_ways_out_are_words_in_the_head_of_a_note() {
    let page = Page::open("v=1&note=ips-2018");
    page.browser.click(button("Excel"));
    becomes("what has the focus", || focused(&page), "save-xlsx");
    page.browser.click(button("Citér"));
    page.wait_until("the citation is open", |page| page.browser.shows(part("frozen")));
    page.browser.click(button("Indlejr"));
    page.wait_until("the element to paste is there", |page| !page.texts("textarea[readonly]").is_empty());
    page.assert_quiet();
}

#[test]
fn a_slider_is_marked_where_documents_say_something_else() {
    let marks = |note: &str, driver: &str| {
        let page = Page::open(&format!("v=1&note={note}"));
        page.texts(element("svg text").inside(format!("[data-driver={driver}]")))
    };
    assert_eq!(marks("bi10-2026", "effect"), ["målt 47 %"]);
    assert_eq!(marks("ips-2018", "citizens"), ["BI11: 75", "BI07: 225"]);
}

#[test]
fn a_table_says_that_there_is_more_at_the_side() {
    let page = Page::open_on_a_phone(Fonts::Narrow, 360, "v=1&note=ips-2018");
    let arrow = || page.text(part("more-aside").beside("[role=region][aria-labelledby=table-title]"));
    becomes("the edge of the table", arrow, "→");
    page.browser.look_at(
        "[role=region][aria-labelledby=table-title]",
        "element.scrollLeft = element.scrollWidth;",
        vec![],
    );
    becomes("the edge of the table", arrow, "");
}

#[test]
fn a_scenario_that_readers_ask_for_takes_one_press() {
    let page = Page::open("v=1&note=ips-2018");
    let pressed = || page.texts(element("button[aria-pressed=true]").inside(part("presets")));
    assert_eq!(pressed(), ["Som notatet"]);
    page.browser.click(button("Fx 1 af 10 havde fundet job alligevel"));
    becomes("what is pressed", pressed, &["Fx 1 af 10 havde fundet job alligevel"]);
    assert_eq!(page.driver("anyway").value(), "10 %");
    assert!(!page.answer().contains("det 4. år"), "{}", page.answer());
    assert!(page.text(part("preset-sources")).contains("Et eksempel"), "{}", page.text(part("preset-sources")));
    // Another one comes on top of it, and takes nothing back.
    page.browser.click(button("Fx 20 borgere pr. konsulent"));
    becomes("what is pressed", pressed, &["Fx 1 af 10 havde fundet job alligevel", "Fx 20 borgere pr. konsulent"]);
    assert_eq!(page.driver("anyway").value(), "10 %");
    page.browser.click(button("Fortryd").beside(part("presets")));
    becomes("what is pressed", pressed, &["Fx 1 af 10 havde fundet job alligevel"]);
    // A slider that gets there is the same scenario, and one that goes on is none of them.
    page.driver("anyway").type_in("11");
    becomes("what is pressed", pressed, &[""; 0]);
    page.browser.click(button("Som notatet"));
    becomes("what is pressed", pressed, &["Som notatet"]);
    assert_eq!(page.difference(), Page::open("v=1&note=ips-2018").difference());
    page.assert_quiet();
}

#[test]
fn back_to_the_note_means_without_borrowed_savings_too() {
    let page = Page::open("v=1&note=bi10-2026&lent=ips-2018&effect=20");
    assert!(page.answer().contains("2018"), "{}", page.answer());
    page.restore_all();
    page.wait_until("nothing is borrowed", |page| !page.address().contains("lent="));
    // The effort that the reader looks at stays.
    assert_eq!(page.answer(), Page::open("v=1&note=bi10-2026&seen-from=ips").answer());
    assert_eq!(page.driver("effect").value(), "50 %");
    page.assert_quiet();
}

#[test]
fn one_effort_alone_has_its_own_numbers_first_and_still_says_how_posts_are_counted() {
    const GROUPS: &str =
        "const ids = (group) => [...group.querySelectorAll('[data-driver]')].map((driver) => driver.dataset.driver);
        return [ids(document.querySelector('[data-group=others]')).includes('pay-vet'),
            [...document.querySelectorAll('[data-group]:not([data-group=others])')].flatMap(ids).includes('pay-vet'),
            document.querySelectorAll('form [type=radio]').length];";
    for (effort, is_of_others) in [("ips", true), ("veterans", false), ("health", true)] {
        let page = Page::open(&format!("v=1&note=bi10-2026&seen-from={effort}"));
        let seen = page.browser.look(GROUPS, vec![]);
        assert_eq!(seen, serde_json::json!([is_of_others, !is_of_others, PostsCount::ALL.len()]), "{effort}");
    }
}

/// They follow a slider a moment later. A file that is saved within that moment must have its last value.
#[test]
fn whoever_turns_to_the_results_finds_them_up_to_date() {
    // No moment passes any more.
    const MOVE: &str = "const { setTimeout } = window;
        window.setTimeout = (run, moment, ...given) => moment > 0 ? 0 : setTimeout(run, moment, ...given);
        const slider = document.querySelector('[data-driver=caseload] input[type=range]');
        slider.stepDown(5);
        slider.dispatchEvent(new Event('input', { bubbles: true }));";
    const FOLLOW: &str = "return document.querySelector('[data-part=results][aria-busy=true]') !== null;";
    const TURNS: [&str; 2] = [
        "document.querySelector('#save-json').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));",
        "document.querySelector('#save-json').dispatchEvent(new FocusEvent('focusin', { bubbles: true }));",
    ];
    for turn in TURNS {
        let page = Page::open(NOTE);
        page.browser.look(MOVE, vec![]);
        page.wait_until("the results are about to follow", |page| page.browser.look(FOLLOW, vec![]) == true);
        page.browser.look(turn, vec![]);
        page.wait_until("the results have followed", |page| page.browser.look(FOLLOW, vec![]) == false);
    }
}
