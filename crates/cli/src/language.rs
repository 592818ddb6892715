//! The language of results.

use model::language::Language;

/// The variables that say the language of messages, the one that counts first.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language that the environment asks for: that of the first variable which is not empty, and English where none is.
pub(crate) fn preferred(variable: impl Fn(&str) -> Option<String>) -> Language {
    let said = VARIABLES.into_iter().filter_map(variable).find(|value| !value.is_empty());
    // `da_DK.UTF-8@euro` is Danish.
    said.map_or(Language::English, |value| Language::preferred(value.split(['.', '@']).take(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_says_the_language() {
        let preferred = |pairs: &[(&str, &str)]| {
            preferred(|name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
        };
        assert_eq!(preferred(&[]), Language::English);
        assert_eq!(preferred(&[("LANG", "da_DK.UTF-8")]), Language::Danish);
        assert_eq!(preferred(&[("LANG", "da")]), Language::Danish);
        assert_eq!(preferred(&[("LANG", "da@euro")]), Language::Danish);
        assert_eq!(preferred(&[("LANG", "C.UTF-8")]), Language::English);
        assert_eq!(preferred(&[("LANG", "nb_NO.UTF-8")]), Language::Danish, "as on the page");
        assert_eq!(preferred(&[("LANG", "da_DK.UTF-8"), ("LC_ALL", "en_GB.UTF-8")]), Language::English);
        assert_eq!(preferred(&[("LANG", "da_DK.UTF-8"), ("LC_ALL", "")]), Language::Danish);
        assert_eq!(preferred(&[("LANG", "en_US"), ("LC_MESSAGES", "da_DK")]), Language::Danish);
    }
}
