//! Nothing jumps while a reader slides.

use crate::fonts::Fonts;
use crate::page::{NOTE, Page, strings};

/// Moves a slider from end to end and back, and returns what of the window stood elsewhere after a move, with both places, and what the
/// browser counts as a shift of the layout meanwhile. What the page has put in place of something else is no longer the same thing,
/// and may stand anywhere.
const SLIDE: &str = "const [id] = given;
    const slider = document.querySelector(`[data-driver='${id}'] input[type=range]`);
    slider.closest('details[data-group]')?.setAttribute('open', '');
    slider.scrollIntoView({ block: 'center', behavior: 'instant' });
    slider.focus({ preventScroll: true });
    const parts = 'section, [data-driver], [data-part], label, input, h2, h3, table, svg, dt, li, button';
    const name = (element) => element.localName + (element.id ? '#' + element.id : '') + (element.dataset.part ? '[' + element.dataset.part + ']' : '')
        + ' ' + (element.closest('[data-driver]')?.dataset.driver ?? element.closest('section')?.ariaLabel ?? '');
    const places = () => new Map([...document.querySelectorAll(parts)]
        .filter((element) => element.matches('input, svg') || element.textContent.trim() !== '')
        .map((element) => [element, element.getBoundingClientRect()])
        .filter(([, { top, bottom, width }]) => width > 0 && bottom > Math.max(top, 0) && top < innerHeight)
        .map(([element, { left, top }]) => [element, [left, top].map(Math.round)]));
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const [low, high, now] = [Number(slider.min), Number(slider.max), slider.valueAsNumber];
    const stops = [...Array(6).keys()].map((step) => now + (high - now) * (step + 1) / 6)
        .concat([...Array(10).keys()].map((step) => high + (low - high) * (step + 1) / 10))
        // Also at the note's own value, where there is no change any more.
        .concat([now, now + (high - now) / 4]);
    return (async () => {
        await drawn();
        const jumps = new Set();
        const shifts = new PerformanceObserver(() => {});
        shifts.observe({ type: 'layout-shift' });
        // The first change tells what was changed, and brings the buttons that take it back.
        let before = null;
        const told = () => [...document.querySelectorAll('[data-part=difference]')].map((element) => element.textContent).join();
        const untold = told();
        for (const stop of stops) {
            slider.value = stop;
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            await drawn();
            // What has just been unfolded may take a while.
            for (let frames = 0; before === null && told() === untold && frames < 100; frames += 1) await drawn();
            const after = places();
            if (before === null) shifts.takeRecords();
            for (const [element, [left, top]] of before ?? []) {
                const [x, y] = after.get(element) ?? [left, top];
                if (Math.abs(x - left) > 1 || Math.abs(y - top) > 1) {
                    jumps.add(`${name(element)} from ${[left, top]} to ${[x, y]}`);
                }
            }
            before = after;
        }
        for (const { sources, value } of shifts.takeRecords()) {
            const what = sources.map(({ node }) => node?.textContent.trim().slice(0, 60)).join(' | ');
            jumps.add(`the layout shifts by ${value.toFixed(4)}: ${what}`);
        }
        return [...jumps];
    })();";

#[test]
fn nothing_jumps_while_a_slider_moves() {
    // A lower window than these gives up the small picture for a long answer.
    let on_a_desk = (1280, 900);
    let on_a_phone = (360, 740);
    let tried = [
        (NOTE, Fonts::Narrow, vec![on_a_desk, (820, 1180), on_a_phone]),
        (NOTE, Fonts::Wide, vec![on_a_phone]),
        ("v=1&note=bi10-2026", Fonts::Wide, vec![on_a_desk]),
        ("v=1&note=bi10-2026&lent=ips-2018", Fonts::Narrow, vec![on_a_desk]),
    ];
    let mut found = Vec::new();
    for (link, fonts, windows) in tried {
        for window in windows {
            let page = Page::open_in_a_frame(fonts, window, &Page::address_of(link), None);
            for id in page.driver_ids() {
                // With other changes, one that comes to the note's value and goes would leave its line and take it again.
                page.follow("v=1");
                page.follow(link);
                let jumps = strings(&page.browser.look_at("main", SLIDE, vec![id.as_str().into()]));
                found.extend(jumps.into_iter().map(|jump| format!("{link} at {window:?}, {id}: {jump}")));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
