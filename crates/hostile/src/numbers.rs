//! Numbers that are typed into the field of a driver.

use model::scenario::accept;
use testing::UNITS;
use words::format::WorkedOut;

use crate::{Choices, every_words};

/// Any text in any field is a number, a calculation that the field can show, or is refused with a sentence. What a driver takes is written so
/// that it is read again, and lies within the bounds of its unit.
///
/// The bytes say the unit and the value that counts so far; the rest is what is typed.
pub fn typed_number(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let unit = choices.one_of(&UNITS);
    let (low, high) = unit.bounds();
    let current = (low + choices.share() * (high - low)).round_dp(unit.decimals_in_model()).normalize();
    let typed = choices.rest();
    for words in every_words() {
        let locale = words.locale();
        let read = locale.read(&typed, unit);
        if let Ok(value) = read
            && accept(unit, value).is_ok()
        {
            assert!((low..=high).contains(&value), "{typed:?} is {value}");
            let written = locale.field(value, unit);
            assert_eq!(locale.read(&written, unit), Ok(value), "{typed:?} became {written:?}");
        }
        match locale.read_entry(&typed, unit, current) {
            Ok(entry) if entry.worked_out == WorkedOut::No => {
                // What stands in the field already is never read as another number.
                assert!(read == Ok(entry.value) || entry.value == current, "{typed:?} is {read:?} and {}", entry.value);
                assert_eq!(words.worked_out(entry, unit, current), None, "{typed:?}");
            }
            Ok(entry) => {
                assert!(read.is_err(), "{typed:?} is a number and a calculation");
                if let Some(shown) = entry.value.checked_mul(unit.scale()) {
                    assert_eq!(shown, shown.round_dp(unit.decimals()), "{typed:?} is shown as {shown}");
                }
                let said = words.worked_out(entry, unit, current);
                assert!(said.is_some_and(|said| said.starts_with("= ")), "{typed:?}");
            }
            Err(reason) => assert!(!words.unreadable(reason, unit).is_empty(), "{typed:?}"),
        }
    }
}
