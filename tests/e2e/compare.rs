//! A reader compares two scenarios side by side.

use fantoccini::key::Key;

use crate::find::{button, drawing, element, link, part, region, way_to};
use crate::fonts::in_both_fonts;
use crate::page::Page;
use crate::patience::becomes;

/// The headings of the tables.
const DRIVERS: &str = "assumptions-apart";
const FIGURES: &str = "figures-apart";
const ROWS: &str = "rows-apart";

const SCENARIOS: &str = "v=1&screen=compare&note=bi11-2026-s1&with.note=bi11-2026-s2";
const SENTENCE: &str = "#comparison";
const BETWEEN_SCENARIOS: &str = "BI11 i budget 2026, scenarie 1, koster 369.000 kr. mindre om året end BI11 i budget 2026, \
                                 scenarie 2 (2,257 mod 2,626 mio. kr. i 2029) og 1,476 mio. kr. mindre i alt (9,028 mod \
                                 10,504 mio. kr. i 2026–2029). Ingen af de to oplyser besparelser.";
const MESSAGE: &str = "#pasted-link-message";
const PASTED_NOTICES: &str = "form ~ [role=status] li";
const SWAP: &str = "Byt om";

impl Page {
    /// The cells of a row in the tables of the comparison.
    #[track_caller]
    fn compared(&self, row: &str) -> Vec<String> {
        self.texts(format!("[data-line-apart={row}] td"))
    }

    /// Puts a text into the field for links and sends it off with the Enter key.
    #[track_caller]
    fn paste_a_link(&self, link: &str) {
        self.browser.click("#pasted-link");
        self.browser.press_with(Key::Control, "a");
        self.browser.type_keys(link);
        self.browser.press(Key::Enter);
    }

    /// The scenario that the choice of the other scenario shows.
    #[track_caller]
    fn chosen(&self) -> String {
        const CHOSEN: &str = "return document.querySelector('#compare-with').selectedOptions[0].textContent;";
        self.browser.look(CHOSEN, vec![]).as_str().unwrap_or_default().to_owned()
    }
}

#[test]
fn two_scenarios_are_compared_from_the_front_by_clicks() {
    let page = Page::open("");
    page.browser.click(way_to("bi11-2026-s1"));
    page.wait_until("the note is open", |page| !page.answer().is_empty());
    page.browser.click(link("Sammenlign"));
    // A note as published begins beside its nearest relative.
    becomes("the sentence", || page.text(SENTENCE), BETWEEN_SCENARIOS);
    assert_eq!(page.chosen(), "BI11 i budget 2026, scenarie 2");
    let texts = |of: &str| page.texts(element("li").inside(part(of)));
    assert_eq!(texts("gained"), ["1,476 mio. kr. mindre i udgifter i alt"]);
    assert_eq!(texts("lost"), ["Rusmiddelkonsulenter i SOF, antal: 0,5 årsværk i stedet for 1 årsværk"]);
    assert!(
        texts("said-apart").iter().any(|said| said.contains("opbygget et godt samarbejde")),
        "{:?}",
        texts("said-apart")
    );
    let left_out = page.texts(element("li").inside(part("left-out")));
    let measured =
        "Andel i job eller uddannelse, af dem i indsatsen: 25 % i begge. Notatet har også 20 %, målt i 2022–2024";
    assert!(left_out.iter().any(|said| said.starts_with(measured)), "{left_out:?}");
    let row = ["1.480", "2.956", "−1.476", "−369", "−369", "−369", "−369"];
    assert_eq!(page.compared("abuse-caseworkers"), row);
    assert_eq!(page.compared("costs"), ["9.028", "10.504", "−1.476", "−369", "−369", "−369", "−369"]);
    assert_eq!(page.texts(element("tbody td").inside(region(DRIVERS))), ["0,5 årsværk", "1 årsværk"]);
    assert_eq!(page.text(element("summary").inside(region(ROWS))), "1 række uden forskel");
    assert!(!page.browser.shows(element("details table").inside(region(ROWS))), "what is alike is folded away");
    page.assert_quiet();
}

#[test]
fn what_the_key_figures_assume_stands_above_them() {
    const ABOVE: &str = "const table = element.parentElement.querySelector('table');
        return [element.textContent !== '', element.getBoundingClientRect().bottom <= table.getBoundingClientRect().top];";
    let page = Page::open(SCENARIOS);
    let above = page.browser.look_at(part("outcomes-compared"), ABOVE, vec![]);
    assert_eq!(above, serde_json::json!([true, true]), "{}", page.text(part("outcomes-compared")));
}

#[test]
fn two_notes_with_different_shares_are_given_the_same_by_keyboard() {
    let page = Page::open("v=1&screen=compare&note=bi11-2026-s2&effect=20&with.note=bi11-2026-s1");
    let said = page.text(part("outcomes-compared"));
    assert!(said.contains("hver sin andel i job eller uddannelse, 20 % og 25 %."), "{said}");
    page.browser.look_at(link("Regn begge med 20 %"), "element.focus();", vec![]);
    page.browser.press(Key::Enter);
    let alike =
        Page::address_of("v=1&screen=compare&note=bi11-2026-s2&effect=20&with.note=bi11-2026-s1&with.effect=20");
    becomes("the address", || Page::without_headline(&page.address()), &Page::without_headline(&alike));
    page.wait_until("the same share is said once", |page| {
        page.text(part("outcomes-compared")).starts_with("Begge er regnet med 20 % i job eller uddannelse")
    });
    assert_eq!(page.browser.look("return document.activeElement.id;", vec![]), FIGURES);
}

#[test]
fn the_note_without_the_lent_savings_can_be_chosen_and_comes_first() {
    let page = Page::open("v=1&screen=compare&note=bi10-2026&lent=ips-2018");
    assert_eq!(page.chosen(), "BI10 i budget 2026");
    page.browser.click("#compare-with option[value='bi10-2026 ips-2018']");
    becomes("the choice", || page.chosen(), "BI10 i budget 2026 med besparelser fra et andet notat");
}

#[test]
fn both_are_in_one_drawing_and_can_be_taken_along() {
    for (link, name) in [
        (SCENARIOS, "scenarie 1"),
        ("v=1&screen=compare&note=ips-2018&caseload=20", "med ændringer"),
        ("v=1&screen=compare&note=ips-2018&with.note=bi10-2026", "Business case 2018"),
    ] {
        let page = Page::open(link);
        let texts = page.texts(element("text").inside(drawing("both-title")));
        assert!(texts.iter().any(|text| text == name), "{link}: {texts:?}");
        for way in ["Gem som SVG…", "Gem som PNG…"] {
            assert!(page.browser.shows(button(way).inside(part("both"))), "{way}");
        }
        assert_eq!(page.texts(element("button").inside(region("files-apart"))).len(), 11);
    }
    let apart = Page::open("v=1&screen=compare&note=bi11-2026-s1&with.note=bi10-2026");
    assert!(apart.text(SENTENCE).contains("Det ene kan ikke trækkes fra det andet."), "{}", apart.text(SENTENCE));
}

#[test]
fn a_change_is_compared_with_the_note_as_published() {
    let page = Page::open("v=1&note=ips-2018&caseload=20");
    page.browser.click(link("Sammenlign"));
    let sentence = "Sagsstammen fra 25 til 20 flytter tilbagebetalingen fra 2021 til 2023 (først efter indsatsen, hvis nogle bliver i job).";
    becomes("the sentence", || page.text(SENTENCE), sentence);
    assert_eq!(
        page.texts(element("thead th").inside(region(DRIVERS))),
        ["Forudsætning", "med ændringer", "som notatet"]
    );
    assert_eq!(page.texts(element("tbody td").inside(region(DRIVERS))), ["20 borgere", "25 borgere"]);
    assert_eq!(page.compared("costs")[2..], ["+3.188", "+797", "+797", "+797", "+797", "0"]);
    let row = |nth: usize| page.texts(element(&format!("tbody tr:nth-child({nth}) td")).inside(region(FIGURES)));
    assert_eq!(row(1), ["0,98 kr. pr. krone", "1,15 kr. pr. krone", "−0,16 kr. pr. krone"]);
    assert_eq!(row(2), ["2023 (6. år, først efter indsatsen, hvis nogle bliver i job)", "2021 (4. år)", "+2 år"]);
    assert_eq!(page.chosen(), "Business case 2018");
    page.browser.click(link("Business case 2018 med ændringer"));
    page.wait_until("the calculator has it", |page| page.difference() == sentence);
}

#[test]
fn a_pasted_link_is_compared_with() {
    let page = Page::open("v=1&screen=compare&note=bi11-2026-s1");
    page.paste_a_link("https://example.org/side/#v=1&note=bi11-2026-s2&caseload=20");
    becomes("the choice", || page.chosen(), "BI11 i budget 2026, scenarie 2 med ændringer");
    assert_eq!((page.text(MESSAGE), page.texts(PASTED_NOTICES)), (String::new(), vec![]));
    assert_eq!(page.browser.look("return document.querySelector('#pasted-link').value;", vec![]), "");
    let own = Page::address_of(&format!("{SCENARIOS}&with.caseload=20"));
    becomes("the address", || page.address(), &own);

    page.paste_a_link("v=1&note=ips-2018&salary=9");
    becomes("the choice", || page.chosen(), "Business case 2018");
    assert_eq!(page.texts(PASTED_NOTICES), ["Notatet har ingen forudsætning med navnet ”salary”."]);
    assert_eq!(
        page.text(part("prices")),
        "Beløbene er i 2026-priser i det første og 2018-priser i det andet, ikke omregnet, så forskelle i kroner siger kun \
         noget omtrent."
    );
    page.browser.click("#compare-with option[value=bi10-2026]");
    becomes("what is said of the link before", || page.texts(PASTED_NOTICES), &[""; 0]);
    page.assert_quiet();
}

#[test]
fn a_pasted_text_that_is_no_link_is_answered_and_stays() {
    let page = Page::open(SCENARIOS);
    for (typed, message) in [
        ("mange", "Det er ikke et link til et regnestykke. Kopiér det hele, også det efter #."),
        ("https://example.org/#v=1&screen=findings", "Linket siger ikke, hvilket notat det handler om."),
        ("v=1&note=atlantis", "Linket handler om notatet ”atlantis”, og det findes ikke her."),
    ] {
        page.paste_a_link(typed);
        becomes("the message", || page.text(MESSAGE), message);
        assert_eq!(page.browser.look("return document.querySelector('#pasted-link').value;", vec![]), typed);
    }
    assert_eq!(page.text(SENTENCE), BETWEEN_SCENARIOS, "the last comparison stays");
    assert_eq!(page.address(), Page::address_of(SCENARIOS));
    assert_eq!(page.barriers(), [""; 0]);
}

#[test]
fn the_two_are_changed_about_and_the_focus_stays() {
    const FOCUS: &str = "return document.activeElement === element;";
    let page = Page::open("v=1&screen=compare&note=ips-2018&caseload=20&with.note=bi11-2026-s2");
    let sum = |page: &Page| page.compared("net")[..2].to_vec();
    let before = sum(&page);
    page.browser.click(link(SWAP));
    becomes("the title", || page.text("h1"), "IPS i Sydhavnen");
    assert_eq!(sum(&page), [before[1].clone(), before[0].clone()]);
    assert_eq!(page.chosen(), "Business case 2018 med ændringer");
    assert_eq!(page.browser.look_at(link(SWAP), FOCUS, vec![]), true);
    let swapped = "v=1&screen=compare&note=bi11-2026-s2&with.note=ips-2018&with.caseload=20";
    assert_eq!(page.address(), Page::address_of(swapped));
    page.browser.press(Key::Enter);
    becomes("the title", || page.text("h1"), "Job og rusmiddelbehandling");
    assert_eq!((sum(&page), page.chosen()), (before, "BI11 i budget 2026, scenarie 2".to_owned()));
    assert_eq!(page.notices(), [""; 0]);
}

#[test]
fn a_comparison_is_the_same_after_the_page_was_loaded_again() {
    let page = Page::open("v=1&screen=compare&note=ips-2018&effect=20");
    page.browser.click("#compare-with option[value=bi07-2022-b]");
    becomes("the choice", || page.chosen(), "BI07 i budget 2022, udgave b");
    let link = Page::address_of("v=1&screen=compare&note=ips-2018&effect=20&with.note=bi07-2022-b");
    becomes("the address", || page.address(), &link);
    let seen = |page: &Page| page.texts(element("td, th, #comparison, li").inside("section:has(> #comparison)"));
    let before = seen(&page);
    assert!(before.len() > 100, "{before:?}");
    page.reload();
    assert_eq!((seen(&page), page.chosen()), (before, "BI07 i budget 2022, udgave b".to_owned()));
}

#[test]
fn a_comparison_is_there_in_english() {
    let page = Page::open("v=1&screen=compare&lang=en&note=bi07-2022-a&with.note=bi07-2022-b");
    assert_eq!(
        page.text(SENTENCE),
        "BI07 in Budget 2022, edition a, costs DKK 310,000 less a year than BI07 in Budget 2022, edition b (DKK 12.83 \
         million against DKK 13.14 million in 2025) and DKK 1.24 million less in total (DKK 51.32 million against \
         DKK 52.56 million in 2022–2025). Neither of the two states any savings."
    );
    assert_eq!(page.compared("net"), ["51,320", "52,560", "−1,240", "−310", "−310", "−310", "−310"]);
    assert_eq!(page.text(element("summary").inside(region(ROWS))), "7 rows are the same");
    assert_eq!(page.barriers(), [""; 0]);
}

#[test]
fn nothing_bars_the_way_and_nothing_reaches_beyond_the_edge() {
    let page = Page::open("v=1&screen=compare&note=ips-2018&caseload=20&with.note=bi10-2026&with.lent=ips-2018");
    page.unfold();
    assert_eq!(page.barriers(), [""; 0]);
    in_both_fonts(|fonts| {
        for link in [SCENARIOS, "v=1&screen=compare&note=ips-2018&pay-team=9999999&caseload=1&with.note=bi10-2026"] {
            let page = Page::open_on_a_phone(fonts, 320, link);
            page.paste_a_link("mange");
            page.wait_until("the message", |page| !page.text(MESSAGE).is_empty());
            page.unfold();
            page.assert_fits(&format!("{link} with {fonts:?} letters"));
        }
    });
}

#[test]
fn a_link_is_pasted_with_whatever_is_around_it() {
    const PASTE: &str = "const data = new DataTransfer(), [text, markup] = given;
        data.setData('text/plain', text);
        if (markup) data.setData('text/html', markup);
        element.focus();
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: data });
        if (element.dispatchEvent(event)) {
            element.value = text.replaceAll('\\n', '');
            element.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }";
    let safe = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Feksempel.dk%2F%23v%3D1%26saw%3D6r.1029%26note%3D\
                ips-2018%26caseload%3D20&data=05%7C02&sdata=x%3D&reserved=0";
    for (text, markup) in [
        ("Se: https://eksempel.dk/#v=1&saw=6r.1029&note=ips-2018&caseload=20\nHilsen Per", None),
        (safe, None),
        ("https://urldefense.com/v3/__https://eksempel.dk/*v=1&note=ips-2018&caseload=20__;Iw!!Ab-c!xyz$", None),
        (
            "regnestykket",
            Some("<p><a href=\"https://eksempel.dk/#v=1&amp;note=ips-2018&amp;caseload=20\">regnestykket</a></p>"),
        ),
    ] {
        let page = Page::open("v=1&screen=compare&note=ips-2018");
        page.browser.look_at("#pasted-link", PASTE, vec![text.into(), markup.into()]);
        page.browser.click(element("button").inside("form:has(#pasted-link)"));
        let link = "v=1&screen=compare&note=ips-2018&with.note=ips-2018&with.caseload=20";
        becomes("the address", || page.address(), &Page::address_of(link));
        page.assert_quiet();
    }
}
