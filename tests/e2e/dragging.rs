//! Who drags sliders for minutes fills no memory: nodes, listeners and the memory of the wasm stay as many.

use std::env;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::fonts::Fonts;
use crate::page::Page;

/// How many times every driver is dragged through all that it takes. A long run, such as ten minutes of dragging, sets
/// `INDSATSREGNER_ROUNDS`, and prints what is counted after each.
const ROUNDS: u32 = 2;
const MORE: &str = "INDSATSREGNER_ROUNDS";
/// The steps of a driver in a round.
const STEPS: u32 = 24;
/// What the memory of the wasm grows by at least, in bytes.
const PAGE: u64 = 65_536;

/// Keeps the memory of the page's wasm where a test finds it.
const KEEP: &str = "const start = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
        const started = await start(...given);
        window.memories = [...window.memories ?? [], ...Object.values(started.instance.exports).filter((it) => it instanceof WebAssembly.Memory)];
        return started;
    };";

/// Moves the sliders of all drivers, one after the other, from the low end to the high one and back to where they were. After each the hand
/// rests, until what follows it has followed.
const DRAG: &str = "const [ids, steps, done] = arguments;
    const drawn = () => new Promise((frame) => requestAnimationFrame(frame));
    const slider = (id) => document.querySelector(`[data-driver='${id}'] input[type=range]`);
    const put = (id, value) => {
        slider(id).value = value;
        slider(id).dispatchEvent(new Event('input', { bubbles: true }));
    };
    const drag = async () => {
        for (const id of ids) {
            const { value, min, max } = slider(id);
            for (let step = 0; step <= steps; step++) {
                put(id, step === steps ? value : Number(min) + (step / (steps - 1)) * (max - min));
                await drawn();
            }
            do await drawn(); while (document.querySelector('main [aria-busy=true]') !== null);
        }
    };
    drag().then(() => done(null), (error) => done(String(error)));";

/// What the page takes once nothing is left that nobody refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Taken {
    nodes: u64,
    listeners: u64,
    /// The memory of the wasm, in bytes.
    wasm: u64,
    /// What scripts hold, in bytes. The browser's own bookkeeping is among it, so it is never quite the same.
    heap: u64,
}

impl Taken {
    fn by(page: &Page) -> Self {
        const MEMORY: &str = "return window.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);";
        // What is collected may free what is collected next.
        for _ in 0..3 {
            page.browser.devtools("HeapProfiler.collectGarbage", &json!({}));
        }
        let metrics = page.browser.devtools("Performance.getMetrics", &json!({}));
        let metrics = metrics["metrics"].as_array().expect("a list of metrics");
        let metric = |name: &str| {
            let metric = metrics.iter().find(|metric| metric["name"] == name);
            let value = metric.and_then(|metric| metric["value"].as_f64()).expect("a metric of Chromium");
            format!("{value:.0}").parse().expect("a whole number")
        };
        Self {
            nodes: metric("Nodes"),
            listeners: metric("JSEventListeners"),
            wasm: page.browser.look(MEMORY, vec![]).as_u64().expect("bytes"),
            heap: metric("JSHeapUsedSize"),
        }
    }
}

#[test]
fn a_long_drag_leaves_nothing_behind() {
    let rounds = env::var(MORE).ok().map(|rounds| rounds.parse().expect("a number of rounds"));
    let page = Page { browser: Browser::start(Fonts::Narrow) };
    page.browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": KEEP }));
    page.browser.devtools("Performance.enable", &json!({}));
    page.browser.go(&Page::address_of("v=1&note=bi10-2026&lent=ips-2018"));
    page.wait_until_drawn();
    page.unfold();
    let drivers = page.driver_ids();
    let round = || {
        // One driver at a time: a browser gives no script longer than half a minute.
        for id in &drivers {
            assert_eq!(page.browser.look_later(DRAG, vec![json!([id]), STEPS.into()]), Value::Null, "{id}");
        }
        Taken::by(&page)
    };
    // What is made once, the first time that something is as it is then, stays.
    round();
    let first = round();
    let (mut last, mut least_heap) = (first.clone(), u64::MAX);
    for number in 1..=rounds.unwrap_or(ROUNDS) {
        last = round();
        least_heap = least_heap.min(last.heap);
        if rounds.is_some() {
            println!("round {number} of {} drivers: {last:?}", drivers.len());
        }
    }
    // A sentence more may be there at the end of a round. Whatever is left behind, is left at each step.
    let drags = u64::from(rounds.unwrap_or(ROUNDS)) * u64::try_from(drivers.len()).unwrap();
    assert!(last.nodes < first.nodes + drags, "{first:?}, then {last:?}");
    assert!(last.listeners < first.listeners + drags, "{first:?}, then {last:?}");
    // Less than the smallest object a step. What the engine has compiled comes and goes with the rounds; what is left behind is there in
    // each of them.
    let steps = drags * u64::from(STEPS);
    assert!(least_heap < first.heap + 64 * steps, "{first:?}, then at least {least_heap}");
    // Its allocator takes pages in large pieces, and gives none back.
    assert!(last.wasm <= first.wasm + PAGE * 16, "{first:?}, then {last:?}");
    page.assert_quiet();
}
