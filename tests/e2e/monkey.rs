//! Somebody presses whatever there is, in any order. The page reports no error, and what it shows is always what its link stands for.

use std::env;
use std::time::{Duration, Instant};

use crate::page::{NOTE, Page};
use crate::patience::until;
use crate::whole::assert_whole_in_any_order;

/// How often something is pressed, and for how long at most.
const PRESSES: u32 = 80;
const LONGEST: Duration = Duration::from_mins(2);
/// A long run sets its minutes, and one that is to be as another was its seed.
const MINUTES: &str = "INDSATSREGNER_MINUTES";
const SEED: &str = "INDSATSREGNER_SEED";
/// After so many presses the page is compared with one that opens its address.
const COMPARED_AFTER: u32 = 10;
/// In how many looks, one after the other, an address is the same that has come to rest.
const LOOKS_AT_REST: u32 = 10;
/// In the address of the screen on which readers write notes.
const OWN_NOTE: &str = "screen=own-note";

/// Numbers that follow from a seed (`SplitMix64`).
struct Numbers(u64);

impl Numbers {
    /// The next one, from 0 up to but not including 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let upper = u32::try_from((mixed ^ (mixed >> 31)) >> 32).unwrap();
        f64::from(upper) / (f64::from(u32::MAX) + 1.0)
    }
}

/// Waits until the address follows nothing any more: a browser tells of a followed link when it comes to it, and the page writes its
/// own link once it has stopped changing, or as soon as the reader turns elsewhere.
#[track_caller]
fn come_to_rest(page: &Page) {
    const TURN_ELSEWHERE: &str = "const [done] = arguments;
        requestAnimationFrame(() => setTimeout(() => { dispatchEvent(new Event('blur')); done(); }));";
    page.browser.look_later(TURN_ELSEWHERE, vec![]);
    let (mut last, mut looks) = (String::new(), 0);
    until("the address rests", || {
        let now = page.browser.address();
        looks = if now == last { looks + 1 } else { 0 };
        last = now;
        (looks == LOOKS_AT_REST).then_some(())
    });
}

#[test]
fn whatever_is_pressed_the_page_shows_what_its_link_stands_for() {
    let given = |name: &str| env::var(name).ok().map(|number| number.parse::<u64>().expect("a whole number"));
    let seed = given(SEED).unwrap_or(2026);
    let minutes = given(MINUTES);
    let (presses, longest) = minutes.map_or((PRESSES, LONGEST), |minutes| (u32::MAX, Duration::from_mins(minutes)));
    let mut numbers = Numbers(seed);
    let page = Page::open(NOTE);
    let untouched = Page::open("v=1");
    let started = Instant::now();
    let mut done: Vec<String> = Vec::new();
    for press in 1..=presses {
        if started.elapsed() > longest {
            break;
        }
        let given = vec![numbers.next().into(), numbers.next().into()];
        let control = page.browser.look_at("body", include_str!("monkey.js"), given);
        done.push(control.as_str().unwrap_or_default().to_owned());
        // In the suite a seed is the same way through on any machine, and a long run does not wait.
        if minutes.is_none() {
            come_to_rest(&page);
        }
        if press % COMPARED_AFTER == 0 {
            page.wait_until_drawn();
            come_to_rest(&page);
            let what = format!("seed {seed}, press {press}, after {done:#?}");
            if page.address().contains(OWN_NOTE) {
                // What is written there is in no link.
                page.follow(NOTE);
            } else {
                assert_whole_in_any_order(&page, &untouched, &what);
            }
            done.clear();
        }
    }
    println!("seed {seed}: {} seconds, then at {}", started.elapsed().as_secs(), page.address());
    page.assert_quiet();
}
