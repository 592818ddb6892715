//! Numbers as they are typed into the form, and as they stand in a text.

use rust_decimal::Decimal;

use words::Words;

/// A number of the text as the language writes it, without marks between its digits; what is no number as it stands there. `is_share`: in
/// per cent.
pub(super) fn shown(written: &str, is_share: bool, words: Words) -> String {
    let Some(number) = read(written, is_share) else { return written.to_owned() };
    let mark = words.head().decimals;
    number.normalize().to_string().chars().map(|letter| if letter == '.' { mark } else { letter }).collect()
}

/// A number of the text as it is read elsewhere on the page, with marks between its digits.
pub(super) fn said(written: &str, is_share: bool, words: Words) -> String {
    read(written, is_share).map_or_else(|| written.to_owned(), |number| words.locale().exact(number))
}

fn read(written: &str, is_share: bool) -> Option<Decimal> {
    let plain: String = written.chars().filter(|letter| *letter != '_').collect();
    let number = decimal(plain.trim_start_matches('+'))?;
    if is_share { number.checked_mul(Decimal::ONE_HUNDRED) } else { Some(number) }
}

/// What was typed as a number of the format, in decimal digits. `None` where it is no number.
pub(super) fn typed(typed: &str, is_share: bool, words: Words) -> Option<String> {
    let number = decimal(&plain(typed, words.head().decimals)?)?;
    let number = if is_share { number.checked_div(Decimal::ONE_HUNDRED)? } else { number };
    Some(number.normalize().to_string())
}

/// A number with a point before its decimals and nothing else. The last mark of two kinds stands before decimals. A mark of one kind does,
/// unless there are several of it, or it is the one that the language puts between thousands and three digits follow.
fn plain(typed: &str, decimal_mark: char) -> Option<String> {
    let trimmed = typed.trim().trim_end_matches('%').trim_end_matches("kr.").trim_end_matches("kr");
    let mut text = String::new();
    for letter in trimmed.chars() {
        match letter {
            '0'..='9' | '.' | ',' => text.push(letter),
            '-' | '\u{2212}' | '\u{2013}' if text.is_empty() => text.push('-'),
            '+' if text.is_empty() => {}
            ' ' | '\u{a0}' | '\u{202f}' | '\'' => {}
            _ => return None,
        }
    }
    let last_point = text.rfind('.').max(text.rfind(','));
    let Some(last) = last_point else { return Some(text) };
    let mark = text.get(last..)?.chars().next()?;
    let other = if mark == '.' { ',' } else { '.' };
    let digits_behind = text.len().saturating_sub(last).saturating_sub(1);
    let parts_thousands = text.matches(mark).count() > 1
        || (!text.contains(other)
            && mark != decimal_mark
            && digits_behind == 3
            && !matches!(text.get(..last)?.trim_start_matches('-'), "" | "0"));
    let kept = |(at, letter): (usize, char)| match letter {
        '.' | ',' if at == last && !parts_thousands => Some('.'),
        '.' | ',' => None,
        letter => Some(letter),
    };
    Some(text.char_indices().filter_map(kept).collect())
}

fn decimal(text: &str) -> Option<Decimal> {
    if text.contains(['e', 'E']) { Decimal::from_scientific(text).ok() } else { Decimal::from_str_exact(text).ok() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::language::Language;

    #[test]
    fn numbers_are_typed_as_either_language_writes_them() {
        let danish = words::of(Language::Danish);
        let english = words::of(Language::English);
        for (written, in_danish, in_english) in [
            ("12,5", "12.5", "12.5"),
            ("12.5", "12.5", "12.5"),
            ("560.000", "560000", "560"),
            ("560,000", "560", "560000"),
            ("1.234.567,8", "1234567.8", "1234567.8"),
            ("1,234,567.8", "1234567.8", "1234567.8"),
            ("0.125", "0.125", "0.125"),
            (" − 1 200 kr.", "-1200", "-1200"),
            (",5", "0.5", "0.5"),
        ] {
            assert_eq!(typed(written, false, danish).as_deref(), Some(in_danish), "{written}");
            assert_eq!(typed(written, false, english).as_deref(), Some(in_english), "{written}");
        }
        assert_eq!(typed("12,5 %", true, danish).as_deref(), Some("0.125"));
        for no_number in ["", "mange", "1-2", "-", "12a"] {
            assert_eq!(typed(no_number, false, danish), None, "{no_number}");
        }
    }

    #[test]
    fn what_is_shown_is_read_again() {
        for language in Language::ALL {
            let words = words::of(language);
            for written in ["0.125", "1234567.125", "-3", "560000", "0.3333333333", "1e3"] {
                for is_share in [false, true] {
                    let again = typed(&shown(written, is_share, words), is_share, words).unwrap();
                    assert_eq!(decimal(&again), decimal(written), "{written}");
                }
            }
        }
        assert_eq!(shown("560_000", false, words::of(Language::Danish)), "560000");
        assert_eq!(shown("snart", false, words::of(Language::Danish)), "snart");
    }
}
