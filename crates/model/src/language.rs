//! The languages of the page, and their capital letters. What a language says, and how it writes numbers, is in its file in the crate
//! `words`.

/// The text in small letters, as far as ASCII and the letters of western Europe go. The standard library knows the letters of all
/// languages, from tables that would add 23 kilobytes to the page.
///
/// ```
/// use model::language::in_small_letters;
///
/// assert_eq!(in_small_letters("ÅRSVÆRK i 2018"), "årsværk i 2018");
/// ```
#[must_use]
pub fn in_small_letters(text: &str) -> String {
    let small = |letter: char| match letter {
        'À'..='Ö' | 'Ø'..='Þ' => letter_at(u32::from(letter).saturating_add(BETWEEN_CASES), letter),
        other => other.to_ascii_lowercase(),
    };
    text.chars().map(small).collect()
}

/// The text with its first letter as a capital, as far as ASCII and the letters of western Europe go.
///
/// ```
/// use model::language::capitalised;
///
/// assert_eq!(capitalised("årsværk"), "Årsværk");
/// ```
#[must_use]
pub fn capitalised(text: &str) -> String {
    let capital = |letter: char| match letter {
        'à'..='ö' | 'ø'..='þ' => letter_at(u32::from(letter).saturating_sub(BETWEEN_CASES), letter),
        other => other.to_ascii_uppercase(),
    };
    let mut letters = text.chars();
    letters.next().map(capital).into_iter().chain(letters).collect()
}

/// How far a small letter of western Europe stands behind its capital in Unicode.
const BETWEEN_CASES: u32 = 0x20;

fn letter_at(position: u32, otherwise: char) -> char {
    char::from_u32(position).unwrap_or(otherwise)
}

/// A language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Danish.
    #[default]
    Danish,
    /// British English.
    English,
}

impl Language {
    /// Every language, in the order on the page.
    pub const ALL: [Self; 2] = [Self::Danish, Self::English];

    /// Its language code, as in `lang="da"`. Links and the data name the language by it, and so does its file: `da.toml`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
    }

    /// The first language of a reader's list that the page has. Readers of the other Nordic languages get Danish, and everybody else English.
    ///
    /// ```
    /// use model::language::Language;
    ///
    /// let preferred = |codes: &[&str]| Language::preferred(codes.iter().copied());
    /// assert_eq!(preferred(&["de-AT", "en-GB", "da"]), Language::English);
    /// assert_eq!(preferred(&["fr", "DA-dk", "en"]), Language::Danish);
    /// assert_eq!(preferred(&["nb-NO", "en"]), Language::Danish);
    /// assert_eq!(preferred(&["pl"]), Language::English);
    /// assert_eq!(preferred(&[]), Language::Danish);
    /// ```
    #[must_use]
    pub fn preferred<'c>(codes: impl Iterator<Item = &'c str>) -> Self {
        const NORDIC: [&str; 7] = ["nb", "nn", "no", "sv", "fo", "is", "kl"];
        let mut otherwise = Self::default();
        for code in codes {
            let code = in_small_letters(code.split(['-', '_']).next().unwrap_or_default());
            if NORDIC.contains(&code.as_str()) {
                return Self::Danish;
            }
            if let Some(language) = Self::of(&code) {
                return language;
            }
            otherwise = Self::English;
        }
        otherwise
    }

    /// The language with this code; `None` where the page does not have that language.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

/// The language of a page, and whether somebody chose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LanguageChoice {
    /// The language.
    pub language: Language,
    /// Whether the reader or the link chose it. Otherwise it is the one that the browser prefers, and links do not say it.
    pub is_said: bool,
}

impl From<Language> for LanguageChoice {
    /// Of a page that no browser shows: a link says every language but Danish.
    fn from(language: Language) -> Self {
        Self { language, is_said: language != Language::default() }
    }
}
