//! What a language says once, at the head of its file.

use model::language::in_small_letters;

/// How a language is named, and how it writes numbers and divides words.
#[derive(Debug)]
pub struct Head {
    /// Its name in the language itself.
    pub name: &'static str,
    /// The mark between groups of three digits.
    pub thousands: char,
    /// The mark before the decimals.
    pub decimals: char,
    /// What stands between the fields of a CSV file, in the programs of those who speak the language.
    pub csv_separator: char,
    /// Examples of ordinals: "1st", "11th". A number is written like the longest of these whose digits it ends with.
    pub(crate) ordinals: &'static [&'static str],
    /// The articles that names begin with. Within a sentence they have small letters.
    pub(crate) articles: &'static [&'static str],
    /// The beginnings of the parts of long words. A line may end before each of them, with a hyphen.
    pub(crate) word_parts: &'static [&'static str],
}

/// What a reader may write around a number, in small letters and without spaces.
pub(crate) struct UnitWords {
    /// Per cent.
    pub(crate) share: &'static [&'static str],
    /// Citizens, also those of one consultant.
    pub(crate) citizens: &'static [&'static str],
    /// Full-time posts.
    pub(crate) posts: &'static [&'static str],
    /// Courses, or other things that are bought one by one.
    pub(crate) courses: &'static [&'static str],
    /// Years.
    pub(crate) years: &'static [&'static str],
    /// Times.
    pub(crate) factor: &'static [&'static str],
    /// Kroner, behind any of the next.
    pub(crate) kroner: &'static [&'static str],
    /// Abbreviations of a thousand that stand only before kroner.
    pub(crate) thousands_of_kroner: &'static [&'static str],
    /// A thousand.
    pub(crate) thousand: &'static [&'static str],
    /// A million.
    pub(crate) million: &'static [&'static str],
    /// A thousand millions.
    pub(crate) billion: &'static [&'static str],
    /// What each of something is for: a year, a post. It may stand behind any unit.
    pub(crate) each: &'static [&'static str],
    /// Percentage points.
    pub(crate) points: &'static [&'static str],
    /// What says that a number is no exact one, before it.
    pub(crate) about: &'static [&'static str],
}

impl Head {
    /// The ordinal of a number that is written in digits: "4.", "4th".
    pub(crate) fn ordinal(&self, number: &str) -> String {
        let digits = |example: &'static str| example.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        let fitting = self.ordinals.iter().copied().filter(|example| number.ends_with(digits(example)));
        let suffix = fitting
            .max_by_key(|example| digits(example).len())
            .and_then(|example| example.strip_prefix(digits(example)));
        format!("{number}{}", suffix.unwrap_or_default())
    }

    /// A name that may begin with an article, as it stands within a sentence.
    pub(crate) fn within_a_sentence(&self, name: &str) -> String {
        let without = |article: &'static str| Some((article, name.strip_prefix(article)?.strip_prefix(' ')?));
        match self.articles.iter().copied().find_map(without) {
            Some((article, rest)) => format!("{} {rest}", in_small_letters(article)),
            None => name.to_owned(),
        }
    }
}
