//! The checks of this crate with what proptest generates. `make fuzz` has libFuzzer look further.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use proptest::collection::vec;
use proptest::prelude::*;
use testing::{LIBRARY, cases, hostile_text};

/// Any bytes, often so many that each choice is one of its own.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![3 => vec(any::<u8>(), 0..80), 1 => vec(any::<u8>(), 0..400)]
}

/// Any text, and often one that looks like a link.
fn linked() -> impl Strategy<Value = String> {
    let ids: Vec<String> =
        LIBRARY.notes().flat_map(|note| &note.variant.drivers).map(|driver| driver.id.clone()).collect();
    let notes: Vec<String> = LIBRARY.notes().map(|note| note.variant.id.clone()).collect();
    let key = prop_oneof![
        3 => prop::sample::select(ids),
        3 => "(with\\.|at\\.)?(v|saw|title|screen|lang|note|own|lent|posts|seen-from|explain|apart|chapter|finding|about|across|up|within|rate|horizon)",
        1 => "\\PC{0,8}",
    ];
    let value = prop_oneof![
        3 => "-?[0-9]{0,9}([.,][0-9]{0,9})?",
        2 => prop::sample::select(notes),
        2 => "(note|compare|findings|method|overview|own|sensitivity|total|service|effort|net\\.total|payback\\.total|line\\.[a-z-]{1,9}|exact|half|en|da|20)",
        1 => "\\PC{0,12}",
        1 => hostile_text(),
    ];
    let pairs = vec((key, value), 0..8)
        .prop_map(|pairs| pairs.into_iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&"));
    prop_oneof![4 => pairs, 1 => any::<String>(), 1 => hostile_text()]
}

fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[-+−]?[0-9.,  ]{0,40}( ?(kr\\.?|%|pct\\.|mio\\. kr\\.|t\\.kr\\.|million|m|borgere|people|år|years))?",
        4 => "((kr\\.?|DKK|ca\\.|~) ?)?([-+−×*/x] ?)?[0-9]{1,7}([.,' ][0-9]{1,3}){0,2}( ?(kr\\.|%|pp|mio\\.|,-))?( ?[-+–×*/x] ?[0-9]{1,5}([.,][0-9]{1,3})?( ?%)?){0,3}",
        1 => any::<String>(),
    ]
}

/// A note of a reader with some of its texts, numbers and lines replaced.
fn changed_note() -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<prop::sample::Index>(), 0_u8..6, prop_oneof![hostile_text(), "[0-9.e-]{0,4}"]);
    (vec(change, 0..3), 0_u8..5).prop_map(|(changes, encoding)| {
        let mut lines: Vec<String> = hostile::TEMPLATE.lines().map(str::to_owned).collect();
        for (at, kind, new) in changes {
            let index = at.index(lines.len());
            match kind {
                0 => drop(lines.remove(index)),
                1 => lines.insert(index, lines[index].clone()),
                2 => lines[index] = lines[index].replace(|letter: char| letter.is_ascii_digit(), &new),
                3 => lines[index] = lines[index].replace('"', &new),
                _ => {
                    if let Some((key, _)) = lines[index].clone().split_once(" = \"") {
                        lines[index] = format!("{key} = {}", serde_json::to_string(&new).unwrap());
                    }
                }
            }
        }
        let text = lines.join("\n");
        match encoding {
            0 => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            1 => [b"\xFF\xFE".to_vec(), text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat(),
            2 => text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect(),
            _ => text.into_bytes(),
        }
    })
}

/// A table as people paste it.
fn pasted_table() -> impl Strategy<Value = String> {
    let cell = prop_oneof![
        4 => "-?[0-9]{1,4}([.,][0-9]{1,3})?",
        1 => "(2027|2028|I alt|kr\\.|1\\.000 kr\\.|-|)",
        1 => hostile_text(),
        1 => "[0-9]{1,31}",
    ];
    let row = (prop_oneof![2 => "[A-Za-zæøå ]{1,20}", 1 => hostile_text()], vec(cell, 0..8));
    (vec(row, 0..8), prop::sample::select(vec!["\t", ";", "|", " ", "  "])).prop_map(|(rows, mark)| {
        let rows = rows.into_iter().map(|(label, cells)| [vec![label], cells].concat().join(mark));
        rows.collect::<Vec<_>>().join("\n")
    })
}

/// The file of a scenario, changed at some places.
fn changed_file() -> impl Strategy<Value = String> {
    let changes = vec((any::<prop::sample::Index>(), "[\\[\\]{}\":,0-9a-z.-]{0,6}"), 0..4);
    (testing::any_scenario(), changes).prop_map(|(testing::Any(scenario), changes)| {
        let link = engine::link::print(&scenario);
        let file = engine::scenario_file::file(
            &testing::computed(&scenario),
            &format!("https://a.example/#{link}"),
            "2026-03-01",
        );
        let mut letters: Vec<char> = serde_json::to_string(&file).unwrap().chars().collect();
        for (at, new) in changes {
            let index = at.index(letters.len());
            letters.splice(index..=index, new.chars());
        }
        letters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(cases(20_000))]

    #[test]
    fn any_text_behind_the_hash_opens_a_page_whose_own_link_opens_the_same(text in linked()) {
        hostile::link(&text);
    }

    #[test]
    fn any_pasted_text_is_read_or_refused(before in hostile_text(), text in linked(), after in hostile_text(), is_alone in any::<bool>()) {
        hostile::pasted(&if is_alone { text } else { format!("{before}https://a.example/#{text}{after}") });
    }

}

proptest! {
    #![proptest_config(cases(400_000))]

    #[test]
    fn any_typed_number_is_read_or_refused(unit_and_value in vec(any::<u8>(), 6), text in typed()) {
        hostile::typed_number(&[&unit_and_value, text.as_bytes()].concat());
    }
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn any_table_is_one_or_none(text in prop_oneof![3 => pasted_table(), 1 => any::<String>()]) {
        hostile::table(&text);
    }

    #[test]
    fn any_scenario_file_is_read_or_refused(text in prop_oneof![3 => changed_file(), 1 => any::<String>(), 1 => hostile_text()]) {
        hostile::scenario_file(&text);
    }

    #[test]
    fn any_note_with_any_values_is_computed_and_answers(bytes in bytes()) {
        hostile::evaluated(&bytes);
    }

    #[test]
    fn any_words_stay_text_in_a_picture(words in hostile_text()) {
        hostile::picture(&[&[0, 2], words.as_bytes()].concat());
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_file_is_a_note_or_refused(bytes in prop_oneof![4 => changed_note(), 1 => bytes()]) {
        hostile::note_file(&bytes);
    }

    #[test]
    fn any_words_stay_text_in_saved_files(choices in vec(any::<u8>(), 2), words in hostile_text()) {
        hostile::saved_files(&[&choices, words.as_bytes()].concat());
    }

    #[test]
    fn any_edits_leave_a_text_with_a_form(bytes in bytes()) {
        hostile::form_edits(&bytes);
    }
}
