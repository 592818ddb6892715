//! A reader saves a chart as a picture.

use crate::find::{button, disclosure, part};
use crate::page::{NOTE, Page};
use crate::patience;
use crate::server;

/// Opens what there is about the cumulative chart, which has its buttons.
#[track_caller]
fn open_about_chart(page: &Page) {
    page.browser.click(disclosure("Om figuren, og gem den"));
}

/// Presses a button of the cumulative chart, and returns the name and the address of the file that the page lets the browser save.
#[track_caller]
fn kept(page: &Page, label: &str) -> (String, String) {
    const WATCH: &str = "window.kept = [];
        HTMLAnchorElement.prototype.click = function () { window.kept.push([this.download, this.href]); };";
    page.browser.look(WATCH, vec![]);
    open_about_chart(page);
    page.browser.click(button(&format!("{label}: Brugt minus sparet, lagt sammen år for år")).inside(part("of-chart")));
    patience::until("something is kept", || {
        let kept = page.browser.look("return window.kept[0] ?? null;", vec![]);
        Some((kept[0].as_str()?.to_owned(), kept[1].as_str()?.to_owned()))
    })
}

/// A name says the chart, that numbers are changed or the title, and the day.
#[track_caller]
fn assert_named(name: &str, start: &str, ending: &str) {
    let day = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(ending)?.strip_suffix('.'));
    assert!(day.is_some_and(|day| day.len() == "2026-03-01".len() && day.starts_with("20")), "{name}");
}

#[test]
fn a_chart_is_saved_with_title_source_and_link() {
    const READ: &str = "const text = decodeURIComponent(arguments[0].split(',').slice(1).join(','));
        const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
        return [...svg.querySelectorAll('text')].map((own) => own.textContent);";
    let page = Page::open("v=1&title=Til_udvalget&note=ips-2018&caseload=20");
    let (name, address) = kept(&page, "Gem som SVG");
    assert_named(&name, "ips-2018-kurve-Til-udvalget-ændret-", "svg");
    // The policy of the page lets nobody parse a text.
    page.browser.go(&format!("{}{}", server::origin(), server::BLANK));
    let texts = crate::page::strings(&page.browser.look(READ, vec![address.into()]));
    let all = texts.join(" ").replace('\u{a0}', " ");
    for part in [
        "Brugt minus sparet",
        "til borgere på kontanthjælp (budget 2018), 2018-priser",
        "Indsatsregner 0.",
        "Afsenderens titel: Til udvalget",
        "#v=1&title=Til_udvalget&note=ips-2018&caseload=20",
        "tjent hjem i 2023",
    ] {
        assert!(all.contains(part), "{part} is not in {all}");
    }
}

#[test]
fn a_picture_in_points_is_twice_as_large_as_the_drawing_in_any_window() {
    // Width and height stand in bytes 16 to 24 of every PNG.
    const SIZE: &str = "const bytes = atob(given[0].split(',')[1]);
        const number = (at) => [0, 1, 2, 3].reduce((sum, next) => sum * 256 + bytes.charCodeAt(at + next), 0);
        return [number(16), number(20)];";
    let page = Page::open(NOTE);
    let (name, address) = kept(&page, "Gem som PNG");
    assert_named(&name, "ips-2018-kurve-", "png");
    assert!(address.starts_with("data:image/png;base64,"), "{}", address.get(..40).unwrap_or_default());
    let size = page.browser.look_at("main", SIZE, vec![address.into()]);
    let (wide, high) = (size[0].as_u64(), size[1].as_u64());
    // The drawing is 720 wide, with a margin of 16 on either side.
    assert_eq!(wide, Some((720 + 32) * 2));
    assert!(high.is_some_and(|high| high > 600), "{high:?}");
    page.assert_quiet();
}

/// Lets the page copy into a list, or not at all. What it copies is kept by its type and its number of bytes.
const KEEP_COPIES: &str = "window.copied = [];
    navigator.clipboard.write = async (items) => {
        if (given[0]) throw new Error('not allowed');
        for (const item of items) {
            for (const type of item.types) window.copied.push([type, (await item.getType(type)).size]);
        }
    };";

const COPY: &str = "Kopiér billede: Brugt minus sparet, lagt sammen år for år";

#[test]
fn a_chart_is_copied_as_a_picture() {
    let page = Page::open(NOTE);
    page.browser.look_at("main", KEEP_COPIES, vec![false.into()]);
    open_about_chart(&page);
    page.browser.click(button(COPY).inside(part("of-chart")));
    let (kind, bytes) = patience::until("something is copied", || {
        let copied = page.browser.look("return window.copied[0] ?? null;", vec![]);
        Some((copied[0].as_str()?.to_owned(), copied[1].as_u64()?))
    });
    assert_eq!(kind, "image/png");
    assert!(bytes > 10_000, "{bytes} bytes");
    patience::becomes("what the page says", || page.text(SAID), "Billedet er kopieret.");
    page.assert_quiet();
}

#[test]
fn a_browser_that_will_not_copy_is_said_so_with_another_way() {
    let page = Page::open(NOTE);
    page.browser.look_at("main", KEEP_COPIES, vec![true.into()]);
    open_about_chart(&page);
    page.browser.click(button(COPY).inside(part("of-chart")));
    let refused = "Browseren ville ikke kopiere billedet. Gem det som PNG i stedet.";
    patience::becomes("what the page says", || page.text(SAID), refused);
}

/// What the page says of the picture that it copied.
const SAID: &str = "[data-part=of-chart] [role=status]";
