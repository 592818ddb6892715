//! The languages of the page. Their wordings are in `text`.

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

    /// Its language code, as in `lang="da"`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
    }

    /// The language with this code; `None` where the page does not have that language.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Its name in the language itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Danish => "Dansk",
            Self::English => "English",
        }
    }
}
