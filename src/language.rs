//! The languages of the page. What each says is in `text`.

/// The languages of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Danish.
    #[default]
    Danish,
    /// British English.
    English,
}

impl Language {
    /// Every language, in the order of the page.
    pub const ALL: [Self; 2] = [Self::Danish, Self::English];

    /// Its code, as in `lang="da"`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
    }

    /// The language with this code; `None` where the page does not speak it.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// What it calls itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Danish => "Dansk",
            Self::English => "English",
        }
    }
}
