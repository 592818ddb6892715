//! Puts values into the messages of a language file, as the build has stored them: a place is the control character with its
//! number, counted from 1, and emphasis begins and ends with the character 0.
//!
//! A full stop behind a value that ends with one, such as that of an abbreviation, is not said again.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::phrase::Phrase;
use crate::format::Locale;

/// Where emphasis begins and ends.
const EMPHASIS: char = '\0';

/// A value without emphasis.
pub(crate) enum Text<'t> {
    /// Words of somebody else.
    Borrowed(&'t str),
    /// Words that were put together for this message.
    Owned(String),
    /// A year, or another number that is written without marks between its digits.
    Number(u64),
}

/// A value that may have emphasis of its own.
pub(crate) enum Part<'t> {
    /// Words without emphasis.
    Text(Text<'t>),
    /// Words with emphasis.
    Phrase(Phrase),
}

/// A number that decides the form of a message.
pub(crate) struct Count {
    is_one: bool,
    text: String,
}

/// The forms of a message that depends on a number.
pub(crate) struct Forms {
    /// The form for the number 1.
    pub one: &'static str,
    /// The form for any other number, also for fractions.
    pub other: &'static str,
}

impl Count {
    /// The number, written as in a language.
    #[must_use]
    pub(crate) fn new(number: impl Into<Decimal>, locale: Locale) -> Self {
        let number = number.into();
        Self { is_one: number == Decimal::ONE, text: locale.exact(number) }
    }
}

impl Forms {
    /// The form for a number.
    #[must_use]
    pub(super) const fn of(&self, count: &Count) -> &'static str {
        if count.is_one { self.one } else { self.other }
    }
}

impl<'t> From<&'t Count> for Text<'t> {
    fn from(count: &'t Count) -> Self {
        Self::Borrowed(&count.text)
    }
}

impl<'t> From<&'t str> for Text<'t> {
    fn from(words: &'t str) -> Self {
        Self::Borrowed(words)
    }
}

impl<'t> From<&'t String> for Text<'t> {
    fn from(words: &'t String) -> Self {
        Self::Borrowed(words)
    }
}

impl From<String> for Text<'_> {
    fn from(words: String) -> Self {
        Self::Owned(words)
    }
}

impl From<Cow<'static, str>> for Text<'_> {
    fn from(words: Cow<'static, str>) -> Self {
        match words {
            Cow::Borrowed(words) => Self::Borrowed(words),
            Cow::Owned(words) => Self::Owned(words),
        }
    }
}

impl From<u16> for Text<'_> {
    fn from(number: u16) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Text<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u64> for Text<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Text<'_> {
    fn from(number: usize) -> Self {
        Self::Number(u64::try_from(number).unwrap_or(u64::MAX))
    }
}

impl<'t, T: Into<Text<'t>>> From<T> for Part<'t> {
    fn from(words: T) -> Self {
        Self::Text(words.into())
    }
}

impl From<Phrase> for Part<'_> {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

/// The place that a control character of a stored message stands for.
fn place<P>(letter: char, places: &[P]) -> Option<&P> {
    let number = usize::try_from(u32::from(letter)).ok()?;
    if letter < ' ' { places.get(number.checked_sub(1)?) } else { None }
}

fn add(text: &mut String, value: &Text<'_>) {
    match value {
        Text::Borrowed(words) => text.push_str(words),
        Text::Owned(words) => text.push_str(words),
        Text::Number(number) => text.push_str(&number.to_string()),
    }
}

/// The message with its values.
pub(super) fn fill(message: &str, places: &[Text<'_>]) -> String {
    let mut text = String::new();
    for letter in message.chars() {
        match place(letter, places) {
            Some(value) => add(&mut text, value),
            None if letter == '.' && text.ends_with('.') => {}
            None => text.push(letter),
        }
    }
    text
}

/// The message with its values and its emphasis.
pub(super) fn fill_phrase(message: &str, places: &[Part<'_>]) -> Phrase {
    let mut phrase = Phrase::default();
    let mut text = String::new();
    let mut is_strong = false;
    for letter in message.chars() {
        match place(letter, places) {
            Some(Part::Text(value)) => add(&mut text, value),
            Some(Part::Phrase(value)) if is_strong => text.push_str(&value.text()),
            Some(Part::Phrase(value)) => phrase = phrase.plain(std::mem::take(&mut text)).then(value.clone()),
            None if letter == EMPHASIS => {
                let words = std::mem::take(&mut text);
                phrase = if is_strong { phrase.strong(words) } else { phrase.plain(words) };
                is_strong = !is_strong;
            }
            None if letter == '.' && (text.ends_with('.') || text.is_empty() && phrase.ends_with('.')) => {}
            None => text.push(letter),
        }
    }
    phrase.plain(text)
}

#[cfg(test)]
mod tests {
    use super::{Count, Forms, Part, Text, fill, fill_phrase};
    use crate::Phrase;
    use crate::format::Locale;
    use crate::messages;
    use model::language::Language;

    const DANISH: Locale = Locale::new(messages::of(Language::Danish));

    #[test]
    fn values_come_into_their_places() {
        let places = [Text::from(2021_u16), Text::from("BI07")];
        assert_eq!(fill("\u{2} er fra \u{1}, altså \u{1}.", &places), "BI07 er fra 2021, altså 2021.");
        assert_eq!(fill("Det koster \u{1}.", &["3 kr.".into()]), "Det koster 3 kr.");
        assert_eq!(fill("Det koster \u{1}. Sådan.", &["3 kr.".into()]), "Det koster 3 kr. Sådan.");
        assert_eq!(fill("\u{3}", &places), "\u{3}", "a place without a value stays visible");
    }

    #[test]
    fn emphasis_is_kept_in_the_message_and_in_its_values() {
        let amount = Phrase::default().strong("3 kr.").plain(" om året");
        let phrase = fill_phrase("\0\u{1}\0 koster \u{2}.", &["IPS".into(), Part::from(amount)]);
        assert_eq!(phrase, Phrase::default().strong("IPS").plain(" koster ").strong("3 kr.").plain(" om året."));
        let ending = fill_phrase("Det koster \0\u{1}\0.", &["3 kr.".into()]);
        assert_eq!(ending, Phrase::default().plain("Det koster ").strong("3 kr."));
    }

    #[test]
    fn a_count_chooses_the_form() {
        let forms = Forms { one: "\u{1} borger", other: "\u{1} borgere" };
        let said = |count: &Count| fill(forms.of(count), &[count.into()]);
        assert_eq!(said(&Count::new(1, DANISH)), "1 borger");
        assert_eq!(said(&Count::new(1500, DANISH)), "1.500 borgere");
        assert_eq!(said(&Count::new(0, DANISH)), "0 borgere");
    }
}
