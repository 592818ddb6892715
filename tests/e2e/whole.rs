//! Whether a page shows what its address stands for: all that can be read on it is what a page shows that opens the same address anew.

use std::fmt::Debug;

use crate::page::{Page, first_difference, strings};
use crate::patience::becomes;
use crate::server;

/// All that can be read on the page, a line for each element that holds texts. What comes and goes by time is left out, and
/// the ways back, which hang on what was done before.
#[track_caller]
fn read(page: &Page) -> Vec<String> {
    const TEXTS: &str = "const seen = element.cloneNode(true);
        for (const part of seen.querySelectorAll('[role=status], [aria-live], [data-part=more-aside], [data-part=ways-back], noscript, script, #failed')) part.remove();
        // What others put around texts and fields.
        for (const part of seen.querySelectorAll('font, mark, x-stranger, x-wrapper')) part.replaceWith(...part.childNodes);
        seen.normalize();
        const holds = (part) => [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
        return [...seen.querySelectorAll('*')].filter(holds).map((part) => plain(part.textContent));";
    strings(&page.browser.look_at("body", TEXTS, vec![]))
}

/// Fails unless all that can be read is what another page shows that opens the same address, where nothing else has been done.
#[track_caller]
pub(crate) fn assert_whole(page: &Page, untouched: &Page, what: &str) {
    assert_same((page, untouched), what, read, first_difference);
}

/// The same where a number may have been explained: who pressed it has the explanation there, and a link opens it where its kind of
/// number stands. What is folded is not computed before somebody looks, so it is unfolded.
#[track_caller]
pub(crate) fn assert_whole_in_any_order(page: &Page, untouched: &Page, what: &str) {
    let read_unfolded = |page: &Page| {
        page.unfold();
        read(page)
    };
    assert_same((page, untouched), what, read_unfolded, |read, expected| {
        let without = |all: &[String], others: &[String]| {
            let mut left = all.to_vec();
            for other in others {
                left.iter().position(|line| line == other).map(|found| left.swap_remove(found));
            }
            left
        };
        let (more, missing) = (without(read, expected), without(expected, read));
        (!more.is_empty() || !missing.is_empty()).then_some((more, missing))
    });
}

#[track_caller]
fn assert_same<D: PartialEq + Debug>(
    (page, untouched): (&Page, &Page),
    what: &str,
    read: impl Fn(&Page) -> Vec<String>,
    difference: impl Fn(&[String], &[String]) -> Option<D>,
) {
    let address = page.browser.address();
    untouched.browser.go(&format!("{}{}", server::origin(), server::BLANK));
    untouched.browser.go(&address);
    untouched.wait_until_drawn();
    becomes(&format!("what can be read of {what}"), || difference(&read(page), &read(untouched)), &None);
    assert!(read(untouched).len() > 20, "{what}");
    let errors = page.browser.console_errors();
    assert!(errors.is_empty(), "{what}: {errors:?}");
}
