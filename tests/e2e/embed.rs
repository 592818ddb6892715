//! Somebody else's page shows a chart or the calculator in an iframe.

use serde_json::Value;

use crate::fonts::{Fonts, in_both_fonts};
use crate::page::{Page, strings};
use crate::patience::{becomes, until};
use crate::server;

const LINK: &str = "v=1&saw=6r.1029&note=ips-2018&caseload=20";
const KINDS: [&str; 2] = ["chart", "calculator"];
const SENTENCE: &str = "Med 150 borgere og 25 % i job eller uddannelse koster indsatsen mere, end den sparer, mens den kører. Bliver resteffekten ved, er den tjent hjem i 2023, det 6. år.";

fn address(kind: &str, link: &str) -> String {
    format!("{}/?embed={kind}#{link}", server::origin())
}

#[test]
fn a_frame_shows_what_was_asked_for_its_source_and_the_way_out() {
    const WAY_OUT: &str = "const link = document.querySelector('.framed footer a');
        return [link.textContent, link.href, link.target, link.rel];";
    for kind in KINDS {
        let page = Page::open_in_a_frame(Fonts::Narrow, (700, 900), &address(kind, LINK), None);
        assert_eq!(page.text(".sentence"), SENTENCE);
        assert_eq!(page.text(".framed footer p"), "Job og rusmiddelbehandling: Business case 2018, 2018-priser");
        assert_eq!(
            strings(&page.browser.look(WAY_OUT, vec![])),
            ["Åbn i Indsatsregner", &Page::address_of(LINK), "_blank", "noopener"]
        );
        assert_eq!(page.texts("header, nav, .share, .save, .embedding"), [""; 0], "there is nothing else around it");
        assert_eq!(page.barriers(), [""; 0], "{kind}");
        page.assert_quiet();
    }
}

#[test]
fn frames_fit_from_the_width_of_a_phone_to_that_of_a_desk() {
    // The width of the chart in per cent of its iframe's width.
    const CHART: &str = "const chart = document.querySelector('.cumulative .drawing').getBoundingClientRect().width;
        return Math.round(100 * chart / innerWidth);";
    in_both_fonts(|fonts| {
        for kind in KINDS {
            let page = Page::open_in_a_frame(fonts, (320, 900), &address(kind, LINK), None);
            for language in ["", "&lang=en"] {
                page.follow(&format!("{LINK}{language}&explain=net.total"));
                for width in [320, 768, 1200] {
                    page.resize_frame((width, 900));
                    page.assert_fits(&format!("the {kind} at {width}{language} with {fonts:?} letters"));
                    let share = page.browser.look(CHART, vec![]).as_i64();
                    assert!(share > Some(50), "the chart of the {kind} at {width} has {share:?} per cent of it");
                }
            }
        }
    });
}

#[test]
fn the_calculator_in_a_frame_follows_its_drivers() {
    let page = Page::open_in_a_frame(Fonts::Narrow, (700, 900), &address("calculator", "v=1&note=ips-2018"), None);
    page.driver("caseload").type_in("20");
    becomes("the answer", || page.text(".sentence"), SENTENCE);
    assert_eq!(page.cells("ips-team"), ["2.788", "2.788", "2.788", "2.788", "0", "11.152"]);
    let way_out = || page.browser.look("return document.querySelector('.framed footer a').href;", vec![]);
    becomes("the way out", way_out, &Value::from(Page::address_of(LINK)));
}

#[test]
fn a_number_is_explained_in_the_frame_and_a_disagreement_on_the_page() {
    const LEAD: &str = "window.opened = []; window.open = (...all) => { opened.push(all); };
        const link = document.createElement('a');
        link.href = '#v=1&screen=findings';
        document.querySelector('.framed main').append(link);
        link.click();
        return [location.hash, ...opened.flat()];";
    let page = Page::open_in_a_frame(Fonts::Narrow, (700, 900), &address("chart", LINK), None);
    page.browser.click(".cumulative a[href*='explain=payback']");
    becomes("what is explained", || page.text(".explanation h3 strong"), "2023 (6. år, kun ved resteffekten)");
    let page = Page::open_in_a_frame(Fonts::Narrow, (900, 900), &address("calculator", "v=1&note=bi07-2022-a"), None);
    assert_eq!(
        strings(&page.browser.look(LEAD, vec![])),
        ["#v=1&note=bi07-2022-a", &Page::address_of("v=1&screen=findings"), "_blank", "noopener"]
    );
}

#[test]
fn a_frame_in_a_sandbox_computes_without_storage_or_origin() {
    for kind in KINDS {
        let page = Page::open_in_a_frame(Fonts::Narrow, (700, 900), &address(kind, LINK), Some("allow-scripts"));
        assert_eq!(page.browser.look("return self.origin;", vec![]), "null");
        assert_eq!(page.text(".sentence"), SENTENCE);
    }
    let page = Page::open_in_a_frame(
        Fonts::Narrow,
        (700, 900),
        &address("calculator", "v=1&note=ips-2018"),
        Some("allow-scripts"),
    );
    page.driver("caseload").type_in("20");
    becomes("the answer", || page.text(".sentence"), SENTENCE);
    page.driver("effect").type_in("12,5");
    page.wait_until("the answer follows", |page| page.text(".sentence").contains("2033"));
}

#[test]
fn the_page_in_a_sandbox_is_the_whole_page() {
    let page = Page::open_in_a_frame(Fonts::Narrow, (1000, 900), &Page::address_of(LINK), Some("allow-scripts"));
    assert_eq!(page.answer(), SENTENCE);
    page.browser.click(".top a[href$='screen=method']");
    becomes("the heading", || page.text("main h1"), "Metode og kilder");
}

#[test]
fn the_page_offers_the_element_and_shows_it() {
    const PREVIEW: &str = "const frame = document.querySelector('.embedding iframe')?.contentDocument;
        return [frame?.querySelector('.framed')?.dataset.embed ?? '',
            frame?.querySelector('.sentence')?.textContent.replace(/\\s+/g, ' ') ?? ''];";
    let page = Page::open(LINK);
    let element = || page.browser.look("return document.querySelector('.embedding textarea')?.value ?? '';", vec![]);
    assert_eq!(element(), "", "nothing is loaded before somebody asks");
    page.browser.click(".embedding summary");
    let title = "Job og rusmiddelbehandling: Business case 2018";
    let of = |kind: &str, link: &str, height: u32| {
        let address = address(kind, link).replace('&', "&amp;");
        Value::from(format!(
            "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" style=\"border:0\"></iframe>"
        ))
    };
    becomes("the element", element, &of("chart", LINK, 640));
    // The text in the preview, read from the page around it.
    let preview = || strings(&page.browser.look(PREVIEW, vec![]));
    becomes("the preview", preview, &["chart", SENTENCE]);
    page.browser.click("#embed-calculator");
    becomes("the element", element, &of("calculator", LINK, 900));
    becomes("the preview", preview, &["calculator", SENTENCE]);

    let entries = page.browser.look("return history.length;", vec![]);
    page.driver("caseload").type_in("25");
    becomes("the element", element, &of("calculator", "v=1&saw=4.-2159&note=ips-2018", 900));
    let published = page.answer();
    assert_ne!(published, SENTENCE);
    becomes("the preview", preview, &["calculator", &published]);
    assert_eq!(page.browser.look("return history.length;", vec![]), entries, "going back is as before");
    assert_eq!(page.barriers(), [""; 0]);

    page.browser
        .look("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); };", vec![]);
    page.browser.click(".embedding button.copy");
    let copied = until("the page says so", || {
        (page.text(".embedding [role=status]") == "Koden er kopieret.")
            .then(|| page.browser.look("return window.copied;", vec![]))
    });
    assert_eq!(copied, of("calculator", "v=1&saw=4.-2159&note=ips-2018", 900));

    page.browser.click(".embedding summary");
    page.wait_until("the preview is gone", |page| page.texts(".embedding iframe").is_empty());
    page.assert_quiet();
}

#[test]
fn the_offer_fits_a_phone() {
    in_both_fonts(|fonts| {
        let page = Page::open_on_a_phone(fonts, 320, LINK);
        page.browser.click(".embedding summary");
        page.wait_until("the offer is open", |page| !page.texts(".embedding iframe").is_empty());
        page.assert_fits(&format!("the page with {fonts:?} letters"));
        assert_eq!(page.barriers(), [""; 0]);
    });
}
