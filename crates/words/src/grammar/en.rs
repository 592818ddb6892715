//! The grammar of English.

use super::Grammar;

/// The grammar of English.
pub(crate) static ENGLISH: Grammar = Grammar { locale: crate::format::ENGLISH, ordinal, within_a_sentence };

fn ordinal(number: &str) -> String {
    let is_teen = ["11", "12", "13"].iter().any(|teen| number.ends_with(teen));
    let suffix = match number.chars().last() {
        Some('1') if !is_teen => "st",
        Some('2') if !is_teen => "nd",
        Some('3') if !is_teen => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

/// The article of a name is capitalised only where it stands alone.
fn within_a_sentence(name: &str) -> String {
    name.strip_prefix("The ").map_or_else(|| name.to_owned(), |rest| format!("the {rest}"))
}
