//! What a reader sees of a note on arrival, without scrolling.

use crate::find::part;
use crate::fonts::{Fonts, in_both_fonts};
use crate::page::Page;

/// A note of each kind: with savings, without, as one effort of several, and with borrowed savings.
const NOTES: [&str; 6] = [
    "v=1&note=ips-2018",
    "v=1&note=bi07-2022-b",
    "v=1&note=bi10-2026",
    "v=1&note=bi10-2026&seen-from=ips",
    "v=1&note=bi11-2026-s1",
    "v=1&note=bi10-2026&lent=ips-2018",
];

/// How many drivers lie whole inside the window, and whether answer and picture do.
const IN_WINDOW: &str = "scrollTo({ top: 0, behavior: 'instant' });
    const isInside = (box) => {
        const { top, bottom, height } = box.getBoundingClientRect();
        return height > 0 && top >= 0 && bottom <= innerHeight;
    };
    const all = (css) => [...document.querySelectorAll(css)];
    const slider = '[data-driver] input[type=range]';
    return {
        answer: isInside(document.getElementById('answer')),
        picture: all('[data-part=glance] svg, [data-part=chart] svg').some((svg) => isInside(svg) && svg.getBoundingClientRect().height >= 64),
        drivers: all(slider).filter(isInside).length,
        scrollers: all('main *').filter((box) => /auto|scroll/.test(getComputedStyle(box).overflowY) && box.scrollHeight > box.clientHeight + 1).length,
    };";

#[track_caller]
fn assert_seen(page: &Page, what: &str, least: u64) {
    let seen = page.browser.look(IN_WINDOW, vec![]);
    assert_eq!(seen["answer"], true, "{what}: the answer in {seen}");
    assert_eq!(seen["picture"], true, "{what}: the picture in {seen}");
    assert_eq!(seen["scrollers"], 0, "{what}: a scroll box in {seen}");
    assert!(seen["drivers"].as_u64() >= Some(least), "{what}: {least} drivers in {seen}");
}

/// Every note as it opens, in both languages. Letters as wide as few phones have leave room for less.
#[test]
fn a_phone_shows_answer_picture_and_three_drivers() {
    in_both_fonts(|fonts| {
        let page = Page::open_on_a_phone(fonts, 360, NOTES[0]);
        // The bar at the side takes no room on a phone.
        let bar = page.browser.look("return innerWidth - document.documentElement.clientWidth;", vec![]);
        page.resize_frame((360 + bar.as_u64().and_then(|bar| u32::try_from(bar).ok()).unwrap(), 740));
        for note in NOTES {
            for language in ["da", "en"] {
                let link = format!("{note}&lang={language}");
                page.follow(&link);
                let least = if fonts == Fonts::Wide { 2 } else { 3 };
                assert_seen(&page, &format!("{link} with {fonts:?} letters"), least);
            }
        }
    });
}

#[test]
fn a_desk_shows_answer_picture_and_five_drivers() {
    in_both_fonts(|fonts| {
        let page = Page::open_on_a_phone(fonts, 1280, NOTES[0]);
        page.resize_frame((1280, 800));
        for note in NOTES {
            page.follow(note);
            assert_seen(&page, &format!("{note} with {fonts:?} letters"), 5);
        }
    });
}

/// Moving a driver of any note changes a text or a picture inside the window, beside the driver's own number.
#[test]
fn no_slider_is_dead() {
    const SEEN: &str = "const seen = () => [...document.querySelectorAll('#answer, [data-part=glance] svg, [data-part=chart] svg, [data-part=along]')]
            .filter((part) => { const box = part.getBoundingClientRect(); return box.height > 0 && box.bottom > 0 && box.top < innerHeight; })
            .map((part) => part.innerHTML).join();";
    const MOVE: &str = "const [id] = arguments;
        const slider = document.querySelector(`[data-driver=\"${id}\"] input[type=range]`);
        slider.scrollIntoView({ block: 'center', behavior: 'instant' });
        const before = seen();
        slider.value = slider.valueAsNumber > (Number(slider.min) + Number(slider.max)) / 2 ? slider.min : slider.max;
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        return before;";
    for note in NOTES {
        let page = Page::open_on_a_phone(Fonts::Narrow, 360, note);
        page.unfold();
        page.wait_until("every slider says what its values give", |page| {
            let without = "return elements.filter((along) => along.textContent.trim() === '').length;";
            page.browser.look_at(part("along"), without, vec![]) == 0
        });
        for id in page.driver_ids() {
            let before = page.browser.look(&format!("{SEEN} {MOVE}"), vec![id.clone().into()]);
            page.wait_until(&format!("{note}: {id} changes what is in the window"), |page| {
                page.browser.look(&format!("{SEEN} return seen();"), vec![]) != before
            });
        }
    }
}

/// A high window has room for a picture that says what it shows, a low one has not.
#[test]
fn the_picture_beside_the_answer_is_as_high_as_the_window_lets_it_be() {
    const PICTURE: &str = "return { height: element.getBoundingClientRect().height, words: element.textContent };";
    let page = Page::open_on_a_phone(Fonts::Narrow, 820, "v=1");
    let seen = |size| {
        page.resize_frame(size);
        page.follow("v=1");
        page.follow(NOTES[0]);
        page.browser.look_at("[data-part=glance] svg", PICTURE, vec![])
    };
    let (high, low) = (seen((820, 1180)), seen((820, 740)));
    assert!(high["height"].as_f64() >= Some(150.0), "{high}");
    let words = high["words"].as_str().expect("words");
    assert!(words.contains("tjent hjem i 2021") && words.contains("brugt mere end sparet"), "{words}");
    assert!(low["height"].as_f64() <= Some(70.0), "{low}");
}
