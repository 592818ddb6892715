//! Files that somebody opens as a scenario.

use engine::computed::Computed;
use engine::link;
use engine::scenario_file::{file, read};
use testing::LIBRARY;

use crate::{WITH_OWN_NOTE, every_words};

/// Any text is a scenario or is refused with a sentence in every language. A scenario can be computed, and its own file opens it again
/// without a remark.
pub fn scenario_file(text: &str) {
    for library in [&*LIBRARY, &*WITH_OWN_NOTE] {
        let opened = match read(library, text) {
            Ok(opened) => opened,
            Err(error) => {
                for words in every_words() {
                    assert!(!words.file_error(&error).is_empty(), "{error:?} is not said in {}", words.code());
                }
                continue;
            }
        };
        for (words, remark) in every_words().flat_map(|words| opened.remarks.iter().map(move |remark| (words, remark)))
        {
            assert!(!words.file_remark(remark).is_empty(), "{remark:?} is not said in {}", words.code());
        }
        let computed = Computed::of(opened.scenario.clone()).expect("what was read can be computed");
        let page = opened.page.as_ref();
        let link = page.map_or_else(|| link::print(&opened.scenario), |page| page.link(&opened.scenario));
        let own = file(&computed, &format!("https://a.example/#{link}"), "2026-03-01");
        let own = serde_json::to_string(&own).expect("a scenario can be written");
        let again = read(library, &own).unwrap_or_else(|error| panic!("{error:?} in {own}"));
        assert_eq!((&again.scenario, again.remarks), (&opened.scenario, Vec::new()), "{own}");
        if page.is_some() {
            assert_eq!(again.page.as_ref(), page, "{own}");
        }
    }
}
