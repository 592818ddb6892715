//! Checks that every item has to pass: names, sources, years, shares, and numbers in their quotes. Each reports what is wrong and
//! goes on.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::Context;
use crate::report::At;
use model::fault::{Fault, Part};
use model::language::Language;
use model::note::{CountUnit, Names, Source, Year};

/// The years that a budget may be about.
pub(super) const YEARS: RangeInclusive<Year> = 2000..=2100;

/// Checks that a wording is there: in a note that ships in every language of the page, in any other one in one of them.
pub(super) fn check_names(context: &Context<'_>, at: At<'_>, names: &Names) {
    let is_said = |language: &Language| {
        let (words, found) = names.get(language.code());
        found == language.code() && !words.trim().is_empty()
    };
    let unsaid = Language::ALL.into_iter().filter(|language| !is_said(language));
    if context.report.is_strict {
        unsaid.for_each(|language| context.report.problem(at, Fault::Unsaid(language)));
    } else if unsaid.count() == Language::ALL.len() {
        context.report.problem(at, Fault::Missing(Part::Wording));
    }
}

/// How many characters a name has at most. Names stand in sentences, and sentences in formulas of workbooks, of which none may have more than
/// 8,192 characters with all its names.
pub(super) const LONGEST_NAME: usize = 300;

/// Checks words by which something is called: see [`check_names`]. None of them may be too long for a sentence.
pub(super) fn check_name(context: &Context<'_>, at: At<'_>, name: &Names) {
    check_names(context, at, name);
    check_length(context, at, name, LONGEST_NAME);
}

/// Checks that no wording has more than so many characters.
pub(super) fn check_length(context: &Context<'_>, at: At<'_>, names: &Names, most: usize) {
    if names.languages().any(|language| names.get(language).0.chars().count() > most) {
        context.report.problem(at, Fault::TextTooLong(most));
    }
}

/// Checks a wording that may be left out, but not in a note that ships.
pub(super) fn check_optional_names(context: &Context<'_>, at: At<'_>, field: &str, names: Option<&Names>) {
    match names {
        Some(names) => check_names(context, at.field(field), names),
        None if context.report.is_strict => context.report.problem(at, Fault::FieldMissing(field.to_owned())),
        None => {}
    }
}

/// Checks words that are put into sentences: none of them may be empty, or have more than so many characters.
pub(super) fn check_phrase(context: &Context<'_>, at: At<'_>, names: &Names, most: usize) {
    check_names(context, at, names);
    let wordings: Vec<&str> = names.languages().map(|language| names.get(language).0).collect();
    let is_said = Language::ALL.into_iter().any(|language| !names.get(language.code()).0.trim().is_empty());
    // Where nothing is said in any language, that has been reported.
    if is_said && !context.report.is_strict && wordings.iter().any(|words| words.trim().is_empty()) {
        context.report.problem(at, Fault::Missing(Part::Wording));
    }
    check_length(context, at, names, most);
}

/// Checks that a source has a place and a quote, and that what it reads differs from the quote in letters, never in numbers.
pub(super) fn check_source(context: &Context<'_>, at: At<'_>, source: &Source) {
    for (words, part) in [(&source.place, Part::Place), (&source.quote, Part::Quote)] {
        if words.trim().is_empty() {
            context.report.problem(at, Fault::Missing(part));
        }
    }
    let digits = |words: &str| words.chars().filter(char::is_ascii_digit).collect::<String>();
    if digits(&source.quote) != digits(source.words()) {
        context.report.problem(at, Fault::OtherDigits);
    }
}

/// Checks that a budget may be about this year.
pub(super) fn check_year(context: &Context<'_>, at: At<'_>, year: Year) -> bool {
    let fits = YEARS.contains(&year);
    if !fits {
        context.report.problem(at, Fault::Year(year));
    }
    fits
}

/// Checks the first and the last year of a span.
pub(super) fn check_years(context: &Context<'_>, at: At<'_>, (first, last): (Year, Year)) -> bool {
    let fit = [first, last].into_iter().all(|year| check_year(context, at, year));
    if fit && first > last {
        context.report.problem(at, Fault::YearOrder(last));
    }
    fit && first <= last
}

/// Checks that a share is between 0 and 1.
pub(super) fn check_share(context: &Context<'_>, at: At<'_>, value: Decimal) {
    let (low, high) = (Decimal::ZERO, Decimal::ONE);
    if !(low..=high).contains(&value) {
        context.report.problem(at, Fault::OutOfBounds { value, low, high });
    }
}

/// Checks that a number stands in its quote, in figures or as a word.
pub(super) fn check_number_in_quote(context: &Context<'_>, at: At<'_>, number: Decimal, unit: CountUnit, quote: &str) {
    let number = number.normalize();
    if !numbers_in(quote, unit).iter().any(|quoted| quoted.normalize() == number) {
        context.report.blemish(at, Fault::NotInQuote(number));
    }
}

/// The numbers in a quote. A share is a number of per cent, or one number "ud af" another.
fn numbers_in(quote: &str, unit: CountUnit) -> Vec<Decimal> {
    let words: Vec<&str> = quote.split(|c: char| c.is_whitespace() || c == '(' || c == ')').collect();
    let numbers = words.iter().flat_map(|word| word.split('-')).filter_map(number);
    if unit != CountUnit::Share {
        return numbers.collect();
    }
    let shares = words.windows(4).filter_map(|window| match window {
        [part, "ud", "af", whole] => number(part)?.checked_div(number(whole)?),
        _ => None,
    });
    numbers.filter_map(|per_cent| per_cent.checked_div(Decimal::ONE_HUNDRED)).chain(shares).collect()
}

/// The number that a word is: `12,5`, `1/2`, `tre`.
fn number(word: &str) -> Option<Decimal> {
    let word = word.trim_end_matches(['.', ',', ':']);
    if let Some((part, whole)) = word.split_once('/') {
        return part.parse::<Decimal>().ok()?.checked_div(whole.parse().ok()?);
    }
    match word {
        "en" | "én" | "et" | "ét" => Some(Decimal::ONE),
        "to" => Some(Decimal::TWO),
        "tre" => Some(Decimal::from(3)),
        "halvt" => Some(Decimal::new(5, 1)),
        _ => word.replace(',', ".").parse().ok(),
    }
}
