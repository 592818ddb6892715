//! The same text without what only looks different: invisible characters, other kinds of spaces, dashes and digits.

use model::language::in_small_letters;

/// The text in small letters, in which every space is a space, every dash a hyphen, every sign of multiplication `×` and every apostrophe `'`.
/// Characters that nobody sees are left out, and so is what a spreadsheet or a sentence puts around a number.
pub(crate) fn tidied(typed: &str) -> String {
    let mut text = String::with_capacity(typed.len());
    for letter in in_small_letters(typed).chars().filter(|letter| !is_invisible(*letter)) {
        match letter {
            '½' | '¼' | '¾' => {
                // Two digits, or one, behind a comma: decimals in every language.
                text.truncate(text.trim_end().len());
                text.push_str(match letter {
                    '½' => ",5",
                    '¼' => ",25",
                    _ => ",75",
                });
            }
            other => text.push(plain(other)),
        }
    }
    let around = |letter: char| letter.is_whitespace() || "\"“”„«»".contains(letter);
    let text = text.trim_matches(around);
    without_dash_for_ore(text.strip_prefix('=').unwrap_or(text)).trim_end_matches([' ', ';', ':']).to_owned()
}

/// Characters that nobody sees: control characters, joiners, marks of direction, soft hyphens and the mark at the beginning of a file.
fn is_invisible(letter: char) -> bool {
    letter.is_control() && !letter.is_whitespace()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(letter, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

fn plain(letter: char) -> char {
    match letter {
        // The wide letters of East Asian keyboards are the ASCII ones, as far apart.
        '\u{ff01}'..='\u{ff5e}' => {
            let narrow = u32::from(letter).checked_sub(0xfee0).and_then(char::from_u32);
            narrow.map_or(letter, |narrow| plain(narrow.to_ascii_lowercase()))
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{207b}' | '\u{fe58}' | '\u{fe63}' => '-',
        '*' | '·' | '∙' | '⋅' | '✕' | '✖' => '×',
        '÷' | '∕' | '⁄' => '/',
        '’' | '‘' | 'ʼ' | '′' | '´' | '`' => '\'',
        '٪' | '﹪' => '%',
        '≈' => '~',
        _ if letter.is_whitespace() => ' ',
        _ => letter,
    }
}

/// The text without the dash that stands for no øre: `371.667,-`.
fn without_dash_for_ore(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find([',', '.']) {
        let (before, mark) = rest.split_at(at);
        let behind = mark.get(1..).unwrap_or_default();
        let after = behind.trim_start_matches('-');
        let stands_for_ore =
            behind.starts_with('-') && !after.trim_start().starts_with(|next: char| next.is_ascii_digit());
        kept.push_str(before);
        if stands_for_ore {
            rest = after;
        } else {
            kept.push_str(mark.get(..1).unwrap_or_default());
            rest = behind;
        }
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_left_out_and_the_rest_is_plain() {
        for (typed, text) in [
            ("\u{feff}371.667\u{200b}\u{200e}", "371.667"),
            ("371\u{202f}667\u{a0}kr.\r\n", "371 667 kr."),
            ("\u{2012}5", "-5"),
            ("３７１．６６７ ＫＲ", "371.667 kr"),
            ("371’667", "371'667"),
            ("629.000 ✕ 1,03", "629.000 × 1,03"),
            ("371.667,-", "371.667"),
            ("kr. 371.667,–", "kr. 371.667"),
            ("371.667,-- kr.", "371.667 kr."),
            ("25,-3", "25,-3"),
            ("2 ½", "2,5"),
            ("=629000*1,03", "629000×1,03"),
            ("\u{201d}25\u{201d}", "25"),
            ("25 %;", "25 %"),
        ] {
            assert_eq!(tidied(typed), text, "{typed:?}");
        }
    }
}
