//! Notes and scenarios that nobody has chosen, in a spreadsheet engine that is not ours: whatever the page computes, the exported workbook
//! computes there too. So many cases as are asked for:
//!
//! ```text
//! PROPTEST_CASES=1000 cargo test -p files --test independent -- --nocapture
//! ```

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

#[path = "common/calculated.rs"]
mod calculated;
mod common;

use std::cell::Cell;

use calculated::{any_rate, change, open, read, written};
use common::subject_in;
use engine::notes::Library;
use model::scenario::Scenario;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use rust_decimal::Decimal;
use testing::{Any, LIBRARY, MADE, any_made_scenario, any_new_scenario, any_scenario, cases};

/// A scenario of a note that ships, of one of those that tests have made, or of one that no test has seen.
fn any_note_in_a_library() -> impl Strategy<Value = (&'static Library, Any)> {
    prop_oneof![
        1 => any_scenario().prop_map(|scenario| (&*LIBRARY, scenario)),
        1 => any_made_scenario().prop_map(|scenario| (&*MADE, scenario)),
        4 => any_new_scenario(),
    ]
}

#[test]
fn what_the_page_computes_the_workbook_of_any_note_computes_there() {
    let config = cases(32);
    let wanted = config.cases;
    let (new, numbers, changed) = (Cell::new(0), Cell::new(0), Cell::new(0));
    let more = |count: &Cell<usize>, by: usize| count.set(count.get() + by);
    let mut runner = TestRunner::new(config);
    let all = (any_note_in_a_library(), any_rate());
    let result = runner.run(&all, |((library, Any(scenario)), rate)| {
        let note = scenario.note();
        let baseline = Scenario::baseline(note);
        let mut model = open(&written(&subject_in(library, &baseline, Decimal::ZERO)));
        change(&mut model, &scenario, rate);
        more(&numbers, read(&model).expect(&scenario, rate, &note.variant.id));
        more(&new, usize::from(LIBRARY.find(&note.variant.id).is_none() && MADE.find(&note.variant.id).is_none()));
        more(&changed, usize::from(scenario.differs()));
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    let (new, numbers, changed) = (new.get(), numbers.get(), changed.get());
    println!(
        "{wanted} scenarios, {changed} of them changed, {new} of notes that were made for this run; {numbers} numbers compared"
    );
    assert!(new * 3 > usize::try_from(wanted).unwrap() && changed > new / 2 && numbers > 100 * new);
}
