//! A reader changes something and sends a colleague the link.

use fantoccini::key::Key;

use crate::find::{button, disclosure, drawing, element, link, part};
use crate::page::{COPY_LINK, NOTE, Page};
use crate::patience::becomes;

/// The other ways to share.
const MORE: &str = "Del, citér eller lav en QR-kode";
const SHARE: &str = "Del …";
/// The line with the sender's own title.
const TITLE_LINE: &str = "sender-title";
const PAYBACK: &str = "Tjent hjem, alt medregnet";

#[test]
fn what_was_dragged_and_typed_opens_the_same_in_another_browser() {
    let page = Page::open(NOTE);
    let published = page.every_number();
    assert_eq!(
        page.answer(),
        "Hvis 25 % af de 150 borgere kommer i job eller uddannelse, og ingen af dem havde fundet job alligevel, er indsatsen tjent hjem i 2021, det 4. år. Besparelserne er da 54.000 kr. større end udgifterne på 19,42 mio. kr."
    );
    assert_eq!(page.figure(PAYBACK).number, "2021");

    page.driver("caseload").drag_to(20.0);
    becomes("the payback, with the hand still on the slider", || page.figure(PAYBACK).number, "2023");
    page.browser.let_go();
    page.driver("effect").type_in("12,5");
    becomes("the payback", || page.figure(PAYBACK).number, "2033");
    assert_eq!(page.figure(PAYBACK).was, "notatet: 2021");
    assert_eq!(
        page.answer(),
        "Hvis 12,5 % af de 150 borgere kommer i job eller uddannelse, og ingen af dem havde fundet job alligevel, koster \
         indsatsen mere, end den sparer, mens den kører. Holder resteffekten sig (dem, der er i job efter indsatsen), er den tjent hjem i 2033, det 16. år."
    );
    assert_eq!(
        page.difference(),
        "Sagsstammen fra 25 til 20 og andelen i job eller uddannelse fra 25 % til 12,5 % flytter tilbagebetalingen fra 2021 til 2033 (først efter indsatsen, hvis nogle bliver i job)."
    );
    assert_eq!(page.cells("ips-team"), ["2.788", "2.788", "2.788", "2.788", "0", "11.152"]);

    let link = page.copy_link();
    assert_eq!(link, Page::address_of("v=1&saw=16r.11294&note=ips-2018&caseload=20&effect=12.5"));
    becomes("the address", || page.browser.address(), &link);

    let colleague = Page::open_address(&link);
    assert_eq!(colleague.notices(), [""; 0]);
    let changed = page.every_number();
    colleague.every_number().assert_same(&changed);
    // Makes sure that the comparison finds a difference where there is one.
    assert!(changed.differing(&published).len() > 100, "little has changed: {:?}", changed.differing(&published));
    page.assert_quiet();
    colleague.assert_quiet();
}

#[test]
fn a_link_brings_back_every_driver_and_how_posts_are_counted() {
    let page = Page::open(NOTE);
    let published = page.every_number();
    let ids = page.driver_ids();
    assert!(ids.len() > 10, "the page has the drivers {ids:?}");
    for id in &ids {
        let driver = page.driver(id);
        let before = driver.stop();
        driver.slide_by_key(Key::Right, 3);
        page.wait_until(&format!("the arrow keys move the slider of {id}"), |_| driver.stop() != before);
        assert!(driver.can_be_restored(), "{id} has a way back");
    }
    page.browser.click("#posts-1");
    becomes("the way of counting posts", || page.text("[name=posts]:checked + label"), "rundet op til halve årsværk");

    let link = page.copy_link();
    for id in &ids {
        assert!(link.contains(&format!("&{id}=")), "{id} is in {link}");
        assert_ne!(page.every_number().of(id), published.of(id), "{id} is as published");
    }
    let colleague = Page::open_address(&link);
    // What a folded group does not say yet is no difference.
    page.unfold();
    colleague.unfold();
    page.wait_until("both say the same", |page| colleague.every_number() == page.every_number());
}

#[test]
fn where_the_browser_does_not_copy_the_link_stands_in_a_field_and_is_selected() {
    const REFUSE: &str = "navigator.clipboard.writeText = () => Promise.reject(new Error('not here'));";
    const SELECTED: &str = "const field = document.activeElement;
        return field.value.slice(field.selectionStart, field.selectionEnd);";
    let page = Page::open("v=1&note=ips-2018&caseload=20");
    page.browser.look(REFUSE, vec![]);
    page.browser.click(button(COPY_LINK));
    page.wait_until("the link can be copied by hand", |page| page.link_by_hand().is_some());
    let link = Page::address_of("v=1&saw=6r.1029&note=ips-2018&caseload=20");
    assert_eq!(page.link_by_hand(), Some(link.clone()));
    becomes("what is selected", || page.browser.look(SELECTED, vec![]), &link);

    // The field would hold a link that is no longer the page's.
    page.driver("caseload").type_in("19");
    page.wait_until("the old link is gone", |page| page.link_by_hand().is_none());
}

#[test]
fn a_changed_page_loads_again_as_it_was() {
    let page = Page::open(NOTE);
    page.driver("citizens").type_in("120");
    becomes("the address", || page.address(), &Page::address_of("v=1&note=ips-2018&citizens=120"));
    let changed = page.every_number();
    page.reload();
    page.every_number().assert_same(&changed);
}

#[test]
fn a_title_of_the_senders_own_stands_at_the_top_as_text() {
    const TITLE: &str = "<b>Færre sager</b> & mere tid";
    let page = Page::open("v=1&note=ips-2018&caseload=20");
    page.browser.click(disclosure(MORE));
    page.browser.click("#link-title");
    page.browser.type_keys(TITLE);
    becomes("the title", || page.text(element("strong").inside(part(TITLE_LINE))), TITLE);
    let link = page.copy_link();
    assert!(link.is_ascii() && !link.contains(['<', ' ', '%', '+']), "{link}");
    let colleague = Page::open_address(&link);
    assert_eq!(colleague.text(part(TITLE_LINE)), format!("Afsenderens titel: {TITLE}"));
    assert_eq!(colleague.texts(element("b").inside(part(TITLE_LINE))), [""; 0], "it is text, not markup");
    assert_eq!(colleague.notices(), [""; 0]);
    page.assert_quiet();
}

#[test]
fn the_link_goes_by_mail_qr_code_and_citation() {
    const CODE: &str = "qr-title";
    let page = Page::open("v=1&note=ips-2018&caseload=20");
    page.browser.click(disclosure(MORE));
    let mail = page.browser.look_at(link("Send som mail"), "return element.href;", vec![]);
    let mail = mail.as_str().unwrap();
    assert!(mail.starts_with("mailto:?subject=Indsatsregner") && mail.contains("caseload%3D20"), "{mail}");
    let citation = page.text(part("frozen"));
    assert!(citation.contains("tjent hjem i 2023") && citation.contains("&caseload=20"), "{citation}");
    assert_eq!(page.texts(drawing(CODE)), [""; 0], "nothing is drawn before it is asked for");
    page.browser.click(disclosure("QR-kode til linket"));
    page.wait_until("the code is drawn", |page| !page.texts(drawing(CODE)).is_empty());
    let code = page.painted(drawing(CODE), "--code");
    assert!(code.len() == 1 && code[0].len() > 1000, "{code:?}");
    assert_eq!(page.barriers(), [""; 0]);
    page.assert_quiet();
}

#[test]
fn a_page_that_shows_another_answer_than_its_link_says_both() {
    let page = Page::open("v=1&saw=3.-3000&note=ips-2018");
    assert_eq!(
        page.notices(),
        [
            "Da linket blev lavet, viste siden: tjent hjem i 2020 (3. år), netto 3,00 mio. kr. (sparet i alt). Nu viser den: tjent \
          hjem i 2021 (4. år), netto 2,16 mio. kr. (sparet i alt). Enten er tal eller beregning rettet siden da, eller også er \
          linket ikke nået helt frem."
        ]
    );
    assert_eq!(Page::open("v=1&saw=4.-2159&note=ips-2018").notices(), [""; 0]);
}

#[test]
fn a_link_that_was_mangled_on_its_way_opens() {
    for link in [
        "v%3D1%26note%3Dips-2018%26caseload%3D20",
        "v%253D1%2526note%253Dips-2018%2526caseload%253D20",
        "V=1&NOTE=IPS-2018&CASELOAD=20",
        "v=1&amp;note=ips-2018&amp;caseload=20.",
        "v=1&note=ips-2018&+caseload=20%3E",
    ] {
        let page = Page::open(link);
        assert_eq!(page.notices(), [""; 0], "{link}");
        assert_eq!(page.driver("caseload").text(), "20", "{link}");
        assert!(page.answer().contains("2023"), "{link}");
    }
}

#[test]
fn the_share_sheet_of_the_system_gets_title_answer_and_link() {
    const SHEET: &str = "navigator.share = (data) => { window.shared = data; return Promise.resolve(); };";
    const PRESS: &str = "window.shared = undefined;
        scrollTo({ top: 0, behavior: 'instant' });
        element.click();
        return scrollY;";
    let page = Page::open("v=1&note=ips-2018&caseload=20");
    page.browser.click(disclosure(MORE));
    assert_eq!(page.texts(button(SHARE)), [""; 0], "this system has none");
    page.browser.look(SHEET, vec![]);
    page.browser.click("#link-title");
    page.browser.type_keys("Til mødet");
    page.wait_until("there is a button", |page| !page.texts(button(SHARE)).is_empty());
    page.browser.click(button(SHARE));
    let shared = |name: &str| page.browser.look("return window.shared?.[arguments[0]];", vec![name.into()]);
    becomes("the title", || shared("title"), "Til mødet");
    // On a phone it opens from the head of the note, and the page stays where it is.
    assert_eq!(page.browser.look_at(button("Del"), PRESS, vec![]), 0);
    becomes("the title", || shared("title"), "Til mødet");
    assert!(shared("text").as_str().unwrap().contains("tjent hjem i 2023"), "{}", shared("text"));
    assert!(shared("url").as_str().unwrap().ends_with("&note=ips-2018&caseload=20"), "{}", shared("url"));
}
