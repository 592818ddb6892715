//! The wordings of one language.

use rust_decimal::Decimal;

use crate::fill::Count;
use crate::format::Locale;
use crate::head::Head;
use crate::messages::{self, Labels, Messages};
use crate::topics::Numbers;
use model::language::{Language, LanguageChoice};
use model::note::Names;

/// The wordings of one language. What it says of a topic is in a file of `topics`.
#[derive(Clone, Copy)]
pub struct Words {
    language: Language,
    is_said: bool,
}

impl Words {
    /// The wordings of the language.
    pub(crate) const fn of(language: Language) -> Self {
        Self { language, is_said: !matches!(language, Language::Danish) }
    }

    /// What the language file says.
    pub(crate) const fn messages(self) -> &'static Messages {
        messages::of(self.language)
    }

    /// How the language writes numbers with the things they count.
    pub(crate) const fn numbers(self) -> Numbers {
        Numbers { locale: Locale::new(self.messages()), messages: self.messages() }
    }

    /// A number that decides the form of a message.
    pub(crate) fn count(self, number: Decimal) -> Count {
        Count::new(number, self.locale())
    }

    /// The language of the wordings.
    #[must_use]
    pub const fn language(self) -> Language {
        self.language
    }

    /// The same wordings on a page whose language somebody chose, or nobody.
    #[must_use]
    pub const fn said(self, is_said: bool) -> Self {
        Self { is_said, ..self }
    }

    /// The language, and whether somebody chose it, as the links of the page say it.
    #[must_use]
    pub const fn choice(self) -> LanguageChoice {
        LanguageChoice { language: self.language, is_said: self.is_said }
    }

    /// The code of the language, as in `lang="da"`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.language().code()
    }

    /// A text from the data in this language, or in Danish where it has no other.
    #[must_use]
    pub fn named(self, names: &Names) -> &str {
        names.get(self.code()).0
    }

    /// How the language writes numbers.
    #[must_use]
    pub fn locale(self) -> Locale {
        Locale::new(self.messages())
    }

    /// What the language says once.
    #[must_use]
    pub fn head(self) -> &'static Head {
        &self.messages().language
    }

    /// The fixed wordings.
    #[must_use]
    pub fn labels(self) -> &'static Labels {
        &self.messages().labels
    }
}
