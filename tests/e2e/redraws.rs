//! What one move of one slider changes on the page: the parts that show the scenario, and no others.

use std::collections::BTreeSet;

use crate::page::{Page, strings};

/// Starts to record which parts of the page change: the nearest driver, heading of a section, or part of the frame.
const RECORD: &str = "window.changed = new Set();
    const part = (node) => {
        const element = node.nodeType === 1 ? node : node.parentElement;
        const named = element?.closest('[data-driver], section[aria-labelledby], nav, header, footer, [data-part=results], section[aria-label]');
        if (!named) return 'elsewhere';
        return named.dataset.driver ? 'driver ' + named.dataset.driver
            : named.getAttribute('aria-labelledby') ?? named.ariaLabel ?? named.dataset.part ?? named.localName;
    };
    new MutationObserver((changes) => changes.forEach((change) => window.changed.add(part(change.target))))
        .observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });";

const MOVE: &str = "const [driver, steps] = arguments;
    const slider = document.querySelector(`[data-driver='${driver}'] input[type=range]`);
    steps > 0 ? slider.stepUp(steps) : slider.stepDown(-steps);
    slider.dispatchEvent(new Event('input', { bubbles: true }));";

/// The parts that change while a driver moves.
fn changed_by(page: &Page, driver: &str, answer_before: &str) -> BTreeSet<String> {
    page.browser.look(RECORD, vec![]);
    page.browser.look(MOVE, vec![driver.into(), (-1).into()]);
    page.wait_until("the answer has followed", |page| page.answer() != answer_before);
    strings(&page.browser.look("return [...window.changed];", vec![])).into_iter().collect()
}

#[test]
fn one_slider_changes_what_is_said_below_the_open_ones_the_results_and_the_links_only() {
    let page = Page::open("v=1&note=ips-2018");
    let before = page.answer();
    // The ways out hold the reader's changes in their links: head, foot, languages, parts of the note, other notes.
    let links = ["header", "footer", "Sprog", "Notatets sider", "others-title"];
    let results = ["people", "hangs-on", "limits", "tornado", "figures", "about-chart", "sides", "table", "hand-on"];
    let results: Vec<String> = results.iter().map(|name| format!("{name}-title")).collect();
    // What a folded group comes to stands among the drivers, and the short way to the link in the head of the note.
    let beside = ["Svaret", "chart-title", "Ændret af dig", "Det vigtigste i tal", "drivers-title", "elsewhere"];
    // What each value of a slider gives depends on the others. Nobody sees those in a folded group.
    let drivers = ["effect", "anyway", "benefit", "caseload", "pay-team", "citizens"].map(|id| format!("driver {id}"));
    let others = links.into_iter().chain(beside).map(str::to_owned).chain(results);
    let expected: BTreeSet<String> = drivers.into_iter().chain(others).collect();
    assert_eq!(changed_by(&page, "caseload", &before), expected);
}
