//! What one move of one slider changes on the page: the parts that show the scenario, and no others.

use std::collections::{BTreeMap, BTreeSet};

use crate::page::Page;

/// Starts to record which parts of the page change, and when each does so first: at the first change of all, the second …. A part is the
/// nearest driver, heading of a section, or part of the frame.
const RECORD: &str = "window.changed = {};
    let times = 0;
    const part = (node) => {
        const element = node.nodeType === 1 ? node : node.parentElement;
        const named = element?.closest('[data-driver], section[aria-labelledby], nav, header, footer, [data-part=results], section[aria-label]');
        if (!named) return 'elsewhere';
        return named.dataset.driver ? 'driver ' + named.dataset.driver
            : named.getAttribute('aria-labelledby') ?? named.ariaLabel ?? named.dataset.part ?? named.localName;
    };
    const record = (changes) => {
        changes.forEach((change) => { window.changed[part(change.target)] ??= times; });
        times += 1;
    };
    new MutationObserver(record).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });";

const MOVE: &str = "const [driver, steps] = arguments;
    const slider = document.querySelector(`[data-driver='${driver}'] input[type=range]`);
    steps > 0 ? slider.stepUp(steps) : slider.stepDown(-steps);
    slider.dispatchEvent(new Event('input', { bubbles: true }));";

/// The parts that change while a driver moves, in the order in which they do.
fn changed_by(page: &Page, driver: &str, answer_before: &str) -> BTreeMap<String, u64> {
    page.browser.look(RECORD, vec![]);
    page.browser.look(MOVE, vec![driver.into(), (-1).into()]);
    page.wait_until("the answer has followed", |page| page.answer() != answer_before);
    serde_json::from_value(page.browser.look("return window.changed;", vec![])).unwrap()
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
    // The results say meanwhile that they are about to follow.
    let busy = ["results".to_owned()];
    let others = links.into_iter().chain(beside).map(str::to_owned).chain(results.clone()).chain(busy);
    let expected: BTreeSet<String> = drivers.into_iter().chain(others).collect();
    let changed = changed_by(&page, "caseload", &before);
    assert_eq!(changed.keys().cloned().collect::<BTreeSet<String>>(), expected);
    let first_result = results.iter().map(|part| changed[part]).min();
    for part in beside.into_iter().filter(|part| *part != "elsewhere").chain(["driver caseload", "driver effect"]) {
        assert!(Some(changed[part]) < first_result, "{part} follows the hand, before the results do: {changed:?}");
    }
}
