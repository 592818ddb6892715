//! Somebody else's page shows a chart or the calculator in an iframe.

use serde_json::Value;

use crate::find::{Find, button, disclosure, element, explanation, link, part, region, status};
use crate::fonts::{Fonts, in_both_fonts};
use crate::page::{COPY_LINK, Page, strings};
use crate::patience::{becomes, until};
use crate::server;

const LINK: &str = "v=1&saw=6r.1029&note=ips-2018&caseload=20";
const KINDS: [&str; 2] = ["chart", "calculator"];
const SENTENCE: &str = "Hvis 25 % af de 150 borgere kommer i job eller uddannelse, og ingen af dem havde fundet job alligevel, koster indsatsen mere, end den \
                        sparer, mens den kører. Holder resteffekten sig (dem, der er i job efter indsatsen), er den tjent hjem i 2023, det 6. år.";
/// What a chart without its drivers adds to the sentence.
const CHANGED: &str = " Ændret i forhold til notatet: sagsstammen fra 25 til 20.";

/// The link from the iframe to the page.
const WAY_OUT: &str = "footer a";
/// The disclosure with the offer to embed the page, and what it holds.
pub(crate) const EMBED: &str = "Indlejr på en anden side";
const COPY: &str = "Kopiér koden";
const PREVIEW: &str = "iframe";

fn address(kind: &str, link: &str) -> String {
    format!("{}/?embed={kind}#{link}", server::origin())
}

/// The script that follows the element, and gives it the height of its content.
const SCRIPT: &str = "<script>addEventListener(\"message\",({source,data})=>{for(const frame of document.querySelectorAll(\"iframe\"))\
    if(frame.contentWindow===source&&data?.indsatsregnerHeight>0)frame.height=data.indsatsregnerHeight})</script>";

/// The answer in an iframe of this kind.
fn sentence(kind: &str) -> String {
    if kind == "chart" { format!("{SENTENCE}{CHANGED}") } else { SENTENCE.to_owned() }
}

/// What stands around the calculation on the page itself.
fn around() -> [Find; 6] {
    let [save_svg, save_png] = ["Gem som SVG: …", "Gem som PNG: …"].map(button);
    ["header".into(), "nav".into(), button(COPY_LINK), save_svg, save_png, disclosure(EMBED)]
}

#[test]
fn a_frame_shows_what_was_asked_for_its_source_and_the_way_out() {
    const WAY: &str = "return [element.textContent, element.href, element.target, element.rel];";
    let whole = Page::open(LINK);
    for around in around() {
        assert_ne!(whole.texts(around.clone()), [""; 0], "{around:?} stands around it on the page");
    }
    for kind in KINDS {
        let page = Page::open_in_a_frame(Fonts::Narrow, (700, 900), &address(kind, LINK), None);
        assert_eq!(page.answer(), sentence(kind));
        assert_eq!(
            page.text("footer p"),
            "Business case: Virksomhedsrettet indsats i kombination med rusmiddelbehandling til borgere på kontanthjælp (budget 2018), 2018-priser"
        );
        assert_eq!(
            strings(&page.browser.look_at(WAY_OUT, WAY, vec![])),
            ["Åbn i Indsatsregner", &Page::address_of(LINK), "_blank", "noopener"]
        );
        for around in around() {
            assert_eq!(page.texts(around), [""; 0], "there is nothing else around it");
        }
        assert_eq!(page.barriers(), [""; 0], "{kind}");
        page.assert_quiet();
    }
}

#[test]
fn a_frame_shows_the_senders_title_and_calls_its_numbers_nobodys() {
    let titled = LINK.replace("&note=", "&title=Til_udvalget&note=");
    let page = Page::open_in_a_frame(Fonts::Narrow, (900, 900), &address("calculator", &titled), None);
    assert_eq!(page.text(part("sender-title")), "Afsenderens titel: Til udvalget");
    let heads = || page.texts(element("thead th").inside(part("about-chart")));
    page.browser.click(disclosure("Tallene i figuren som tabel"));
    // Whoever reads an article with the frame in it has no link and no numbers.
    becomes("whose numbers they are", heads, &["År", "med ændringer", "som notatet"]);
}

#[test]
fn frames_fit_from_the_width_of_a_phone_to_that_of_a_desk() {
    // The width of the chart in per cent of its iframe's width.
    // A narrow frame shows the chart below the drivers.
    const SHARE: &str = "const widths = elements.map((chart) => chart.getBoundingClientRect().width);
        return Math.round(100 * Math.max(...widths) / innerWidth);";
    const CHART: &str = "svg[aria-labelledby$=chart-title]";
    in_both_fonts(|fonts| {
        for kind in KINDS {
            let page = Page::open_in_a_frame(fonts, (320, 900), &address(kind, LINK), None);
            for language in ["", "&lang=en"] {
                page.follow(&format!("{LINK}{language}&explain=net.total"));
                for width in [320, 768, 1200] {
                    page.resize_frame((width, 900));
                    page.assert_fits(&format!("the {kind} at {width}{language} with {fonts:?} letters"));
                    let share = page.browser.look_at(element(CHART), SHARE, vec![]).as_i64();
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
    becomes("the answer", || page.answer(), SENTENCE);
    assert_eq!(page.cells("ips-team"), ["2.788", "2.788", "2.788", "2.788", "0", "11.152"]);
    let way_out = || page.browser.look_at(WAY_OUT, "return element.href;", vec![]);
    becomes("the way out", way_out, &Value::from(Page::address_of(LINK)));
}

#[test]
fn a_number_is_explained_in_the_frame_and_a_disagreement_on_the_page() {
    const LEAD: &str = "window.opened = []; window.open = (...all) => { opened.push(all); };
        const link = document.createElement('a');
        link.href = '#v=1&screen=findings';
        element.append(link);
        link.click();
        return [location.hash, ...opened.flat()];";
    let page = Page::open_in_a_frame(Fonts::Narrow, (700, 900), &address("chart", LINK), None);
    page.browser.click_on_drawing(element("a[href*='explain=payback']").inside(region("chart-title")));
    becomes(
        "what is explained",
        || page.text(element("h3 strong").inside(explanation())),
        "2023 (6. år, først efter indsatsen, hvis nogle bliver i job)",
    );
    let page = Page::open_in_a_frame(Fonts::Narrow, (900, 900), &address("calculator", "v=1&note=bi07-2022-a"), None);
    assert_eq!(
        strings(&page.browser.look_at("main", LEAD, vec![])),
        ["#v=1&note=bi07-2022-a", &Page::address_of("v=1&screen=findings"), "_blank", "noopener"]
    );
}

#[test]
fn a_frame_in_a_sandbox_computes_without_storage_or_origin() {
    for kind in KINDS {
        let page = Page::open_in_a_frame(Fonts::Narrow, (700, 900), &address(kind, LINK), Some("allow-scripts"));
        assert_eq!(page.browser.look("return self.origin;", vec![]), "null");
        assert_eq!(page.answer(), sentence(kind));
    }
    let page = Page::open_in_a_frame(
        Fonts::Narrow,
        (700, 900),
        &address("calculator", "v=1&note=ips-2018"),
        Some("allow-scripts"),
    );
    page.driver("caseload").type_in("20");
    becomes("the answer", || page.answer(), SENTENCE);
    page.driver("effect").type_in("12,5");
    page.wait_until("the answer follows", |page| page.answer().contains("2033"));
}

#[test]
fn the_page_in_a_sandbox_is_the_whole_page() {
    let page = Page::open_in_a_frame(Fonts::Narrow, (1000, 900), &Page::address_of(LINK), Some("allow-scripts"));
    assert_eq!(page.answer(), SENTENCE);
    page.browser.click(link("Metode og kilder"));
    becomes("the heading", || page.text("main h1"), "Metode og kilder");
}

#[test]
fn the_page_offers_the_element_and_shows_it() {
    const SEEN: &str = "const frame = element?.contentDocument;
        return [frame?.querySelector('[data-embed]')?.dataset.embed ?? '',
            plain(frame?.querySelector('#answer')?.textContent ?? '')];";
    let page = Page::open(LINK);
    let offered = || page.browser.look_at("textarea", "return element?.value ?? '';", vec![]);
    assert_eq!(offered(), "", "nothing is loaded before somebody asks");
    page.browser.click(disclosure(EMBED));
    let title = "Job og rusmiddelbehandling: Business case 2018";
    let of = |kind: &str, link: &str, height: u32| {
        // The element always says the language: the page around it may be read with another one preferred.
        let address = address(kind, &link.replace("&note=", "&lang=da&note=")).replace('&', "&amp;");
        Value::from(format!(
            "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" style=\"border:0\"></iframe>{SCRIPT}"
        ))
    };
    becomes("the element", offered, &of("chart", LINK, 640));
    // The text in the preview, read from the page around it.
    let preview = || strings(&page.browser.look_at(PREVIEW, SEEN, vec![]));
    becomes("the preview", preview, &["chart", &sentence("chart")]);
    page.browser.click("#embed-calculator");
    becomes("the element", offered, &of("calculator", LINK, 900));
    becomes("the preview", preview, &["calculator", &sentence("calculator")]);

    let entries = page.browser.look("return history.length;", vec![]);
    page.driver("caseload").type_in("25");
    becomes("the element", offered, &of("calculator", "v=1&saw=4.-2159&note=ips-2018", 900));
    let published = page.answer();
    assert_ne!(published, SENTENCE);
    becomes("the preview", preview, &["calculator", &published]);
    assert_eq!(page.browser.look("return history.length;", vec![]), entries, "going back is as before");
    assert_eq!(page.barriers(), [""; 0]);

    page.browser
        .look("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); };", vec![]);
    page.browser.click(button(COPY));
    let copied = until("the page says so", || {
        (page.text(status().beside(button(COPY))) == "Koden er kopieret.")
            .then(|| page.browser.look("return window.copied;", vec![]))
    });
    assert_eq!(copied, of("calculator", "v=1&saw=4.-2159&note=ips-2018", 900));

    page.browser.click(disclosure(EMBED));
    page.wait_until("the preview is gone", |page| page.texts(PREVIEW).is_empty());
    page.assert_quiet();
}

#[test]
fn the_offer_fits_a_phone() {
    in_both_fonts(|fonts| {
        let page = Page::open_on_a_phone(fonts, 320, LINK);
        page.browser.click(disclosure(EMBED));
        page.wait_until("the offer is open", |page| !page.texts(PREVIEW).is_empty());
        page.assert_fits(&format!("the page with {fonts:?} letters"));
        assert_eq!(page.barriers(), [""; 0]);
    });
}

/// Whoever pastes the whole code has a frame that shows all of its content, in a wide column and in a narrow one.
#[test]
fn a_frame_is_as_high_as_its_content_where_the_script_may_run() {
    const PASTE: &str = "const [code, width] = arguments, page = document.createElement('div');
        page.style.width = `${width}px`;
        page.append(document.createRange().createContextualFragment(code));
        document.body.replaceChildren(page);";
    const HIDDEN: &str = "const root = document.querySelector('iframe').contentDocument?.documentElement;
        return root?.querySelector('#answer') ? root.scrollHeight - root.clientHeight : -1;";
    let page = Page::open(LINK);
    page.browser.click(disclosure(EMBED));
    let codes = KINDS.map(|kind| {
        page.browser.click(format!("#embed-{kind}").as_str());
        let code = || page.browser.look_at("textarea", "return element?.value ?? '';", vec![]);
        page.wait_until("the code", |_| code().as_str().is_some_and(|code| code.contains(&format!("embed={kind}"))));
        code()
    });
    page.browser.go(&format!("{}{}", server::origin(), server::BLANK));
    for (kind, code) in KINDS.into_iter().zip(codes) {
        for width in [700, 360] {
            page.browser.look(PASTE, vec![code.clone(), width.into()]);
            page.wait_until(&format!("{kind} is whole in {width} pixels"), |page| {
                page.browser.look(HIDDEN, vec![]) == 0
            });
        }
    }
}
