//! Checks that every item has to pass: ids, names, sources, years, shares, and numbers in their quotes. Each takes the path of the `item`, which
//! a fault names.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use crate::{Fault, ItemFault, path};
use model::language::Language;
use model::note::{CountUnit, Names, Source, Year};

/// The years that a budget may be about.
const YEARS: RangeInclusive<Year> = 2000..=2100;

/// The position of an id among `ids`. `kind` says in the fault what was looked for.
pub(super) fn find_index<'a>(
    item: &str,
    kind: &'static str,
    id: &str,
    mut ids: impl Iterator<Item = &'a str>,
) -> Result<usize, ItemFault> {
    ids.position(|known| known == id).ok_or_else(|| (item.to_owned(), Fault::Unknown { kind, id: id.to_owned() }))
}

/// Checks that ids contain only the characters allowed in ids, and that each occurs once.
pub(super) fn check_ids<'a>(item: &str, ids: impl IntoIterator<Item = &'a str>) -> Result<(), ItemFault> {
    let mut seen: Vec<&str> = Vec::new();
    for id in ids {
        let is_allowed = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        let fault = if id.is_empty() || !id.chars().all(is_allowed) {
            Some(Fault::Id)
        } else if seen.contains(&id) {
            Some(Fault::Duplicate)
        } else {
            None
        };
        if let Some(fault) = fault {
            return Err((path(&[item, id]), fault));
        }
        seen.push(id);
    }
    Ok(())
}

/// Checks that a wording is there in every language of the page.
pub(super) fn check_names(item: &str, names: &Names) -> Result<(), ItemFault> {
    let is_said = |language: &Language| {
        let (words, found) = names.get(language.code());
        found == language.code() && !words.trim().is_empty()
    };
    match Language::ALL.into_iter().find(|language| !is_said(language)) {
        Some(language) => Err((item.to_owned(), Fault::Unsaid(language.code()))),
        None => Ok(()),
    }
}

/// Checks that a source has a place and a quote, and that what it reads differs from the quote in letters, never in numbers.
pub(super) fn check_source(item: &str, source: &Source) -> Result<(), ItemFault> {
    if source.place.trim().is_empty() || source.quote.trim().is_empty() {
        return Err((item.to_owned(), Fault::Missing("the place or the quote of a source")));
    }
    let digits = |words: &str| words.chars().filter(char::is_ascii_digit).collect::<String>();
    if digits(&source.quote) != digits(source.words()) {
        return Err((item.to_owned(), Fault::Missing("a digit of the quote in what it reads")));
    }
    Ok(())
}

/// Checks that a budget may be about this year.
pub(super) fn check_year(item: &str, year: Year) -> Result<(), ItemFault> {
    if YEARS.contains(&year) { Ok(()) } else { Err((item.to_owned(), Fault::Year(year))) }
}

/// Checks that a share is between 0 and 1.
pub(super) fn check_share(item: &str, share: Decimal) -> Result<(), ItemFault> {
    if (Decimal::ZERO..=Decimal::ONE).contains(&share) {
        Ok(())
    } else {
        Err((item.to_owned(), Fault::OutOfBounds(share.to_string())))
    }
}

/// Checks that a number stands in its quote, in figures or as a word.
pub(super) fn check_number_in_quote(
    item: &str,
    number: Decimal,
    unit: CountUnit,
    quote: &str,
) -> Result<(), ItemFault> {
    let number = number.normalize();
    if numbers_in(quote, unit).iter().any(|quoted| quoted.normalize() == number) {
        return Ok(());
    }
    Err((item.to_owned(), Fault::Other(format!("the quote \"{quote}\" does not have the number {number}"))))
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
