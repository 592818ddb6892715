//! Writes numbers as text, and reads the numbers that people type.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::UnitWords;
use crate::messages::{self, Messages};
use model::language::{Language, in_small_letters};
use model::money::Thousands;
use model::note::Unit;

/// The minus sign, which is longer than a hyphen.
pub const MINUS: char = '\u{2212}';

/// How a language writes numbers.
#[derive(Clone, Copy)]
pub struct Locale {
    messages: &'static Messages,
}

impl Locale {
    /// How the language with these messages writes numbers.
    pub(crate) const fn new(messages: &'static Messages) -> Self {
        Self { messages }
    }

    /// The number with all its digits, but without trailing zeros.
    ///
    /// ```
    /// use model::language::Language;
    /// use rust_decimal::Decimal;
    ///
    /// let number = Decimal::new(1_234_500, 3); // 1234.500
    /// assert_eq!(words::of(Language::Danish).locale().exact(number), "1.234,5");
    /// assert_eq!(words::of(Language::English).locale().exact(number), "1,234.5");
    /// ```
    #[must_use]
    pub fn exact(self, number: Decimal) -> String {
        self.write(number.normalize(), false)
    }

    /// The number with at most this many decimals, rounded half away from zero, without trailing zeros.
    #[must_use]
    pub fn rounded(self, number: Decimal, decimals: u32) -> String {
        self.exact(number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero))
    }

    /// The number with exactly this many decimals, rounded half away from zero.
    #[must_use]
    pub fn fixed(self, number: Decimal, decimals: u32) -> String {
        let mut rounded = number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        rounded.rescale(decimals);
        self.write(rounded, false)
    }

    /// A cell of a table, in 1.000 kr.
    #[must_use]
    pub fn cell(self, cell: Thousands) -> String {
        self.exact(cell.decimal())
    }

    /// A difference in 1.000 kr. with its sign, `+` included. Zero has no sign.
    #[must_use]
    pub fn signed(self, cell: Thousands) -> String {
        self.write(cell.decimal(), true)
    }

    /// A driver's value as its input field shows it: per cent for shares, kroner for amounts, without the name of the
    /// unit.
    #[must_use]
    pub fn field(self, value: Decimal, unit: Unit) -> String {
        self.exact(value.checked_mul(unit.scale()).unwrap_or(value))
    }

    /// A share of 1 in per cent: `12,5 %`.
    #[must_use]
    pub fn percent(self, share: Decimal) -> String {
        self.messages.amounts.share(self.field(share, Unit::Share))
    }

    fn write(self, number: Decimal, with_plus: bool) -> String {
        let digits = number.abs().to_string();
        let (whole, decimals) = match digits.split_once('.') {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (digits.as_str(), None),
        };
        let mut text = String::with_capacity(digits.len().saturating_add(8));
        if number.is_sign_negative() && !number.is_zero() {
            text.push(MINUS);
        } else if with_plus && !number.is_zero() {
            text.push('+');
        }
        for (index, digit) in whole.chars().enumerate() {
            let digits_left = whole.len().saturating_sub(index);
            if index > 0 && digits_left.is_multiple_of(3) {
                text.push(self.messages.language.thousands);
            }
            text.push(digit);
        }
        if let Some(decimals) = decimals {
            text.push(self.messages.language.decimals);
            text.push_str(decimals);
        }
        text
    }
}

/// Why a typed text cannot be read as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// The text is empty.
    Empty,
    /// The text is not a number, or it is a number with another unit.
    NotANumber,
    /// The number has more digits than the model can compute with.
    TooLarge,
}

impl Locale {
    /// Reads what a person typed or pasted into the field of a driver: `12,5`, `12.5`, `1.234,5 kr.`, `20 %`,
    /// `0,4 mio. kr.` The result is in the model's unit.
    ///
    /// A single `.` or `,` before exactly three digits is ambiguous. It means what it means in this language.
    ///
    /// ```
    /// use model::language::Language;
    /// use model::note::Unit;
    /// use rust_decimal::Decimal;
    /// use words::format::Unreadable;
    ///
    /// let (danish, english) = (words::of(Language::Danish).locale(), words::of(Language::English).locale());
    /// assert_eq!(danish.read("12,5 %", Unit::Share), Ok(Decimal::new(125, 3)));
    /// assert_eq!(danish.read("1.234", Unit::Citizens), Ok(Decimal::from(1234)));
    /// assert_eq!(english.read("1.234", Unit::CitizensPerPost), Ok(Decimal::new(1234, 3)));
    /// assert_eq!(danish.read("20 %", Unit::Citizens), Err(Unreadable::NotANumber));
    /// ```
    ///
    /// # Errors
    /// Returns [`Unreadable`] where the text is not a number of this unit.
    pub fn read(self, typed: &str, unit: Unit) -> Result<Decimal, Unreadable> {
        let (number, scale) = strip_unit(typed, unit).ok_or(Unreadable::NotANumber)?;
        if number.is_empty() {
            return Err(if typed.trim().is_empty() { Unreadable::Empty } else { Unreadable::NotANumber });
        }
        let plain = self.plain_digits(&number).ok_or(Unreadable::NotANumber)?;
        // From here on the text is a number. If a decimal cannot hold it, it is too large.
        let value: Decimal = plain.parse().map_err(|_| Unreadable::TooLarge)?;
        if value.scale() > 20 {
            return Err(Unreadable::NotANumber);
        }
        let on_screen = value.checked_mul(scale).ok_or(Unreadable::TooLarge)?;
        let in_model = on_screen.checked_div(unit.scale()).ok_or(Unreadable::TooLarge)?;
        Ok(in_model.normalize())
    }

    /// The number with `.` before its decimals and without marks between its groups; `None` where the text is not
    /// clearly a number.
    fn plain_digits(self, number: &str) -> Option<String> {
        let (sign, digits) = match number.strip_prefix([MINUS, '-', '–']) {
            Some(rest) => ("-", rest),
            None => ("", number.strip_prefix('+').unwrap_or(number)),
        };
        let is_digit_or_mark = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == ',';
        if !digits.chars().all(is_digit_or_mark) || !digits.chars().any(|letter| letter.is_ascii_digit()) {
            return None;
        }
        let dots = digits.matches('.').count();
        let commas = digits.matches(',').count();
        let decimal_mark = match (dots, commas) {
            (1, 0) | (0, 1) => {
                let mark = if dots == 1 { '.' } else { ',' };
                let separates_groups = mark == self.messages.language.thousands && is_grouped(digits, mark);
                (!separates_groups).then_some(mark)
            }
            // No mark, or several of one kind, which separate groups of thousands.
            (_, 0) | (0, _) => None,
            _ => digits.rfind(['.', ',']).and_then(|last| digits.get(last..)).and_then(|rest| rest.chars().next()),
        };
        let (whole, decimals) = match decimal_mark {
            None => (digits, ""),
            Some(mark) => digits.rsplit_once(mark)?,
        };
        let marks = whole.chars().filter(|letter| !letter.is_ascii_digit());
        let group_mark = marks.clone().next();
        if let Some(group_mark) = group_mark
            && (marks.clone().any(|mark| mark != group_mark)
                || decimal_mark == Some(group_mark)
                || !is_grouped(whole, group_mark))
        {
            return None;
        }
        if decimals.chars().any(|letter| !letter.is_ascii_digit()) {
            return None;
        }
        let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
        let whole = if whole.is_empty() { "0" } else { whole.trim_start_matches('0') };
        let whole = if whole.is_empty() { "0" } else { whole };
        let point = if decimals.is_empty() { "" } else { "." };
        Some(format!("{sign}{whole}{point}{decimals}"))
    }
}

/// Whether the digits are a group of one to three, followed by groups of exactly three. `0.125` is not grouped, because
/// a first group cannot be a single zero.
fn is_grouped(digits: &str, mark: char) -> bool {
    let mut groups = digits.split(mark);
    let first = groups.next().unwrap_or("");
    (1..=3).contains(&first.len()) && first != "0" && groups.all(|group| group.len() == 3)
}

/// Splits a typed number from the words for its unit. Returns the number without spaces, and the factor that the words
/// stand for; `None` where the words are those of another unit.
fn strip_unit(typed: &str, unit: Unit) -> Option<(String, Decimal)> {
    let lower: String = in_small_letters(typed).chars().filter(|letter| !letter.is_whitespace()).collect();
    let words = lower.trim_start_matches(|letter: char| !letter.is_alphabetic() && letter != '%');
    let number = lower.get(..lower.len().checked_sub(words.len())?)?;
    Some((number.to_owned(), unit_factor(words, unit)?))
}

/// The factor that the words behind a number in this unit stand for: 1 for those of the unit and for none, 1.000 for `t.kr.`, a million
/// for `mio. kr.`, `million kroner` or `m`. `None` for other words.
fn unit_factor(words: &str, unit: Unit) -> Option<Decimal> {
    let of_unit: fn(&UnitWords) -> &'static [&'static str] = match unit {
        Unit::CostPerPost | Unit::AmountPerOutcome | Unit::AmountPerYear => return money_factor(words),
        Unit::Share => |known| known.share,
        Unit::Citizens | Unit::CitizensPerPost => |known| known.citizens,
        Unit::Posts => |known| known.posts,
        Unit::Years => |known| known.years,
        Unit::Factor => |known| known.factor,
    };
    (words.is_empty() || is_among(words, of_unit)).then_some(Decimal::ONE)
}

fn money_factor(words: &str) -> Option<Decimal> {
    let kroner = every_language().flat_map(|known| known.kroner).find_map(|name| words.strip_suffix(name));
    let number = kroner.unwrap_or(words);
    if number.is_empty() {
        Some(Decimal::ONE)
    } else if kroner.is_some() && is_among(number, |known| known.thousands_of_kroner)
        || is_among(number, |known| known.thousand)
    {
        Some(Decimal::ONE_THOUSAND)
    } else if is_among(number, |known| known.million) {
        Some(Decimal::from(1_000_000))
    } else {
        is_among(number, |known| known.billion).then(|| Decimal::from(1_000_000_000))
    }
}

/// The words of every language of the page. Every field accepts them all, because people paste numbers from one language into the
/// other.
fn every_language() -> impl Iterator<Item = &'static UnitWords> {
    Language::ALL.into_iter().map(|language| &messages::of(language).unit_words)
}

fn is_among(words: &str, known: fn(&UnitWords) -> &'static [&'static str]) -> bool {
    every_language().any(|language| known(language).contains(&words))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DANISH: Locale = Locale::new(messages::of(Language::Danish));
    const ENGLISH: Locale = Locale::new(messages::of(Language::English));

    #[track_caller]
    fn reads(typed: &str, unit: Unit, value: &str) {
        reads_in(DANISH, typed, unit, value);
    }

    #[track_caller]
    fn reads_in(locale: Locale, typed: &str, unit: Unit, value: &str) {
        assert_eq!(locale.read(typed, unit), Ok(value.parse().unwrap()), "{typed:?} as {unit:?}");
    }

    #[track_caller]
    fn refuses(typed: &str, unit: Unit, reason: Unreadable) {
        for locale in [DANISH, ENGLISH] {
            assert_eq!(locale.read(typed, unit), Err(reason), "{typed:?} as {unit:?}");
        }
    }

    #[test]
    fn comma_and_point_both_mean_the_same() {
        reads("12,5", Unit::Share, "0.125");
        reads("12.5", Unit::Share, "0.125");
        reads(" 12,5 % ", Unit::Share, "0.125");
        reads("12.5 pct.", Unit::Share, "0.125");
        reads("0.125", Unit::CitizensPerPost, "0.125");
        reads(",5", Unit::Posts, "0.5");
        reads("5,", Unit::Posts, "5");
    }

    #[test]
    fn thousands_are_read_as_danes_write_them() {
        reads("1.234", Unit::Citizens, "1234");
        reads("1.234,5 kr.", Unit::CostPerPost, "1.2345");
        reads("1,234.5 kr.", Unit::CostPerPost, "1.2345");
        reads("1.234.567", Unit::AmountPerYear, "1234.567");
        reads("371 667 kr.", Unit::CostPerPost, "371.667");
        reads("0,5 mio. kr.", Unit::CostPerPost, "500");
        reads("0,0005 mia. kr.", Unit::CostPerPost, "500");
        reads("500 t.kr.", Unit::CostPerPost, "500");
        reads("007", Unit::Citizens, "7");
    }

    #[test]
    fn comma_and_point_both_mean_the_same_in_english_too() {
        for typed in ["12.5", "12,5", " 12.5% ", "12.5 per cent", "12,5 percent"] {
            reads_in(ENGLISH, typed, Unit::Share, "0.125");
        }
        reads_in(ENGLISH, "0,125", Unit::CitizensPerPost, "0.125");
        reads_in(ENGLISH, ".5", Unit::Posts, "0.5");
        reads_in(ENGLISH, "5.", Unit::Posts, "5");
    }

    #[test]
    fn thousands_are_read_as_the_english_write_them() {
        reads_in(ENGLISH, "1,234", Unit::Citizens, "1234");
        reads_in(ENGLISH, "1.234", Unit::CitizensPerPost, "1.234");
        reads_in(ENGLISH, "1,234.5 kr.", Unit::CostPerPost, "1.2345");
        reads_in(ENGLISH, "1.234,5 kroner", Unit::CostPerPost, "1.2345");
        reads_in(ENGLISH, "1,234,567", Unit::AmountPerYear, "1234.567");
        reads_in(ENGLISH, "371 667 DKK", Unit::CostPerPost, "371.667");
    }

    #[test]
    fn the_words_of_both_languages_are_understood() {
        for typed in
            ["0.5 million kr.", "0.5 million", "0.5m", "0.5m kroner", "500 thousand kroner", "500k", "500 t.kr."]
        {
            reads_in(ENGLISH, typed, Unit::CostPerPost, "500");
            reads(typed, Unit::CostPerPost, "500");
        }
        for (unit, words) in [
            (Unit::Citizens, ["borger", "borgere", "people", "citizens"]),
            (Unit::Posts, ["årsværk", "posts", "full-time posts", "FTE"]),
            (Unit::Years, ["år", "year", "years", ""]),
        ] {
            for word in words {
                reads_in(ENGLISH, &format!("3 {word}"), unit, "3");
                reads(&format!("3 {word}"), unit, "3");
            }
        }
    }

    #[test]
    fn a_minus_of_any_kind_is_a_minus() {
        for minus in ["-", "\u{2212}", "–"] {
            reads(&format!("{minus}300"), Unit::AmountPerYear, "-0.3");
        }
    }

    #[test]
    fn texts_that_are_not_numbers_are_refused_with_a_reason() {
        refuses("", Unit::Share, Unreadable::Empty);
        refuses("   ", Unit::Share, Unreadable::Empty);
        refuses("mange", Unit::Citizens, Unreadable::NotANumber);
        refuses("10^30", Unit::Citizens, Unreadable::NotANumber);
        refuses("12,5,5", Unit::Share, Unreadable::NotANumber);
        refuses("1.23.4", Unit::Share, Unreadable::NotANumber);
        refuses("20 %", Unit::Citizens, Unreadable::NotANumber);
        refuses("25 kr.", Unit::CitizensPerPost, Unreadable::NotANumber);
        refuses("20 people", Unit::Share, Unreadable::NotANumber);
        refuses("2 million", Unit::Citizens, Unreadable::NotANumber);
        refuses("2 millioner år", Unit::AmountPerYear, Unreadable::NotANumber);
        refuses("500 t", Unit::AmountPerYear, Unreadable::NotANumber);
        refuses("%", Unit::Share, Unreadable::NotANumber);
        refuses("--5", Unit::Share, Unreadable::NotANumber);
        refuses(&format!("1{}", "0".repeat(30)), Unit::Citizens, Unreadable::TooLarge);
    }

    #[test]
    fn numbers_are_written_as_danes_write_them() {
        let written = |text: &str| DANISH.exact(text.parse().unwrap());
        assert_eq!(written("1234567.890"), "1.234.567,89");
        assert_eq!(written("-709"), "\u{2212}709");
        assert_eq!(written("-0"), "0");
        assert_eq!(written("999"), "999");
        assert_eq!(DANISH.percent("0.125".parse().unwrap()), "12,5\u{a0}%");
        assert_eq!(DANISH.field("371.667".parse().unwrap(), Unit::CostPerPost), "371.667");
        assert_eq!(DANISH.signed(Thousands::new(12)), "+12");
        assert_eq!(DANISH.signed(Thousands::ZERO), "0");
        assert_eq!(DANISH.fixed("3.9238".parse().unwrap(), 2), "3,92");
        assert_eq!(DANISH.fixed("4".parse().unwrap(), 1), "4,0");
    }

    #[test]
    fn numbers_are_written_as_the_english_write_them() {
        let written = |text: &str| ENGLISH.exact(text.parse().unwrap());
        assert_eq!(written("1234567.890"), "1,234,567.89");
        assert_eq!(written("-1709"), "\u{2212}1,709");
        assert_eq!(ENGLISH.percent("0.125".parse().unwrap()), "12.5%");
        assert_eq!(ENGLISH.field("371.667".parse().unwrap(), Unit::CostPerPost), "371,667");
        assert_eq!(ENGLISH.fixed("3.9238".parse().unwrap(), 2), "3.92");
    }
}
