//! Every share and every number of people, posts and talks that a document prints is in the data, or is listed there as
//! left out with a reason. The rules:
//!
//! 1. A number is written in figures (25; 12,5; 10-25; 1/2) or, before people, posts and talks, as a word (ét, to, tre).
//!    `et` is a number before a full-time post only: "et årsværk", "et helt årsværk", "et halvt årsværk".
//! 2. It counts when its unit follows: `pct.`, `procent` or `%`; `ud af` and another number; a noun that ends like those
//!    in [`UNITS`], so `konsulenter` finds "IPS-jobkonsulenter" too. A word divided between two lines is one word.
//! 3. After a bracket the unit may be the word that closes it: in the scan, cells stand between "(1" and "årsværk)".
//! 4. A cell of a table of amounts and a year count nothing.
//!
//! The data holds a number where it has the same value, in the same unit, from the same place, with a quote that contains
//! the number. The label of a row and its distribution key hold a number too. A number that is printed twice under one
//! heading needs quotes from two sentences.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use model::note::{Count, CountUnit, Document, Origin, Source, Unit};
use rust_decimal::Decimal;

use testing::sources;

use super::{
    Line, Printed, from_file, is_at, is_digits, is_whole, is_year, lines, list, read_lists, with_places, words,
};

/// How the nouns end that are counted, also as the scan reads them.
const UNITS: [(CountUnit, &str); 4] = [
    (CountUnit::Share, "pct procent %"),
    (
        CountUnit::People,
        "borger borgere veteran veteraner barn børn bern personer mennesker ledige unge deltager deltagere modtager \
         modtagere sygemeldte",
    ),
    (
        CountUnit::Posts,
        "årsværk arsveerk rsveerk konsulent konsulenter medarbejder medarbejdere behandler behandlere leder ledere \
         koordinator koordinatorer tovholder tovholdere",
    ),
    (CountUnit::Talks, "samtale samtaler"),
];

const POSTS: [&str; 3] = ["årsværk", "arsveerk", "rsveerk"];

// ------------------------------------------------------------------------------------- from a document to its list

/// A word, the line that it begins in, and whether it is a cell of a table.
struct Word {
    text: String,
    line: usize,
    is_cell: bool,
}

fn words_of(lines: &[Line<'_>]) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut is_divided = false;
    for (line, Line { text, in_table, .. }) in lines.iter().enumerate() {
        let own = words(text);
        let cells = own.iter().rev().take_while(|word| *in_table && is_whole(word)).count();
        let first_cell = own.len() - cells;
        for (at, word) in own.iter().enumerate() {
            match found.last_mut() {
                Some(before) if at == 0 && is_divided && continues(word) => {
                    before.text.pop();
                    before.text.push_str(word);
                }
                _ => found.push(Word { text: (*word).to_owned(), line, is_cell: at >= first_cell }),
            }
        }
        is_divided = own.last().map_or(is_divided, |last| last.ends_with('-') && last.len() > 1);
    }
    found
}

/// Whether a word after a hyphen is the rest of the word before it.
fn continues(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && !matches!(word, "og" | "eller")
}

fn counts(document: &str) -> Vec<Printed> {
    let lines = lines(document);
    let words = words_of(&lines);
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    let counted = (0..words.len()).filter(|at| !words[*at].is_cell).filter_map(|at| {
        let follows_whole = at >= 2 && texts[at - 2..at] == ["ud", "af"];
        let text = count_at(&texts[at..]).filter(|_| !follows_whole)?;
        Some((words[at].line, text))
    });
    with_places(&lines, counted.collect())
}

/// The count that these words begin with: `25 pct.`, `6 ud af 10`, `et helt årsværk`.
fn count_at(words: &[&str]) -> Option<String> {
    let [word, after @ ..] = words else { return None };
    let number = number_in(word)?;
    if let ["ud", "af", whole, ..] = after {
        return Some(format!("{number} ud af {}", number_in(whole)?));
    }
    let closing = after.iter().take(4).find(|word| word.ends_with(')'));
    let noun = match (after, closing) {
        (["helt" | "halvt", noun, ..], _) => noun,
        (_, Some(noun)) if word.starts_with('(') => noun,
        ([noun, ..], _) => noun,
        _ => return None,
    };
    // A footnote's number may stand at the noun.
    let noun = noun.trim_matches(|c: char| !c.is_alphabetic() && c != '%');
    let unit = unit_of(noun)?;
    let is_figure = number.starts_with(|c: char| c.is_ascii_digit());
    let counts_noun = match number {
        "et" => POSTS.iter().any(|post| noun.ends_with(post)),
        _ => is_figure || unit != CountUnit::Share,
    };
    let between = if matches!(after, ["helt" | "halvt", ..]) { format!(" {}", after[0]) } else { String::new() };
    counts_noun.then(|| format!("{number}{between} {noun}"))
}

fn unit_of(noun: &str) -> Option<CountUnit> {
    let noun = noun.to_lowercase();
    let is_one_of = |endings: &str| endings.split(' ').any(|ending| noun.ends_with(ending));
    UNITS.iter().find(|(_, endings)| is_one_of(endings)).map(|(unit, _)| *unit)
}

/// The number that a word is: after a bracket, or after the full stop of a sentence without a space.
fn number_in(word: &str) -> Option<&str> {
    let number = word.strip_prefix('(').unwrap_or(word);
    let number = match number.rsplit_once('.') {
        Some((sentence, number)) if sentence.ends_with(char::is_alphabetic) => number,
        _ => number,
    };
    let is_word = matches!(number, "et" | "ét" | "én" | "to" | "tre");
    let is_number = is_word || (number.split([',', '-', '/']).all(is_digits) && !is_year(number));
    is_number.then_some(number)
}

// ------------------------------------------------------------------------------------------------ what a count says

/// The unit and the values of a count: two for `10-25 pct.`
fn read(count: &str) -> (CountUnit, Vec<Decimal>) {
    let words: Vec<&str> = count.split(' ').collect();
    if let [part, "ud", "af", whole] = words[..] {
        return (CountUnit::Share, vec![value(part) / value(whole)]);
    }
    let unit = unit_of(words.last().unwrap()).unwrap();
    let values = match words[..] {
        [_, "halvt", _] => vec![Decimal::new(5, 1)],
        _ => words[0].split('-').map(value).collect(),
    };
    let scale = if unit == CountUnit::Share { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    (unit, values.into_iter().map(|value| value / scale).collect())
}

/// The number of a count, as it is printed.
fn number_of(count: &str) -> &str {
    count.split(' ').next().unwrap()
}

fn value(number: &str) -> Decimal {
    match number {
        "et" | "ét" | "én" => Decimal::ONE,
        "to" => Decimal::TWO,
        "tre" => Decimal::from(3),
        _ => match number.split_once('/') {
            Some((part, whole)) => value(part) / value(whole),
            None => number.replace(',', ".").parse().unwrap(),
        },
    }
}

// ----------------------------------------------------------------------------------------------- lists beside data

/// Something in the data that holds a printed count.
struct Holder<'a> {
    place: &'a str,
    quote: &'a str,
    /// The unit and the value; `None` for the label of a row, which holds what it says.
    says: Option<(CountUnit, Decimal)>,
}

fn holders(document: &Document) -> Vec<Holder<'_>> {
    let mut found: Vec<(&Source, CountUnit, Decimal)> = Vec::new();
    for target in &document.targets {
        found.extend(target.reach.share().map(|share| (&target.source, CountUnit::Share, share)));
    }
    for result in &document.results {
        found.extend(result.share.map(|share| (&result.source, CountUnit::Share, share)));
        found.extend(result.count.map(|people| (&result.source, CountUnit::People, people.into())));
    }
    for count in &document.counts {
        found.push((&count.source, count.unit, count.number));
    }
    let rows = || document.tables.iter().flat_map(|table| table.rows.iter().map(move |row| (table, row)));
    let staff = rows().filter_map(|(_, row)| row.staff.as_ref());
    found.extend(staff.map(|staff| (&staff.source, CountUnit::Posts, staff.posts)));
    for variant in &document.variants {
        let consultants = variant.efforts.iter().filter_map(|effort| effort.consultants.as_ref());
        found.extend(consultants.map(|stated| (&stated.source, CountUnit::Posts, stated.posts)));
        for driver in &variant.drivers {
            let unit = match driver.unit {
                Unit::Citizens | Unit::CitizensPerPost => CountUnit::People,
                Unit::Posts => CountUnit::Posts,
                Unit::Share => CountUnit::Share,
                _ => continue,
            };
            let alternatives = driver.alternatives.iter().map(|other| (&other.origin, other.value));
            for (origin, value) in alternatives.chain([(&driver.origin, driver.value)]) {
                if let Origin::Stated(source) = origin {
                    found.push((source, unit, value));
                }
            }
            found.extend(driver.parts.iter().map(|part| (&part.source, unit, part.value)));
            let with_source = driver.range.iter().filter_map(|range| Some((range.source.as_ref()?, range)));
            found.extend(
                with_source.flat_map(|(source, range)| [(source, unit, range.low), (source, unit, range.high)]),
            );
        }
    }
    let stated = found.into_iter().map(|(Source { place, quote, .. }, unit, value)| Holder {
        place,
        quote,
        says: Some((unit, value.normalize())),
    });
    let labels = rows().map(|(table, row)| Holder { place: &table.place, quote: &row.label, says: None });
    let omitted = document.omitted_counts.iter().map(|omitted| {
        let (unit, values) = read(&omitted.amount);
        Holder { place: &omitted.source.place, quote: &omitted.source.quote, says: Some((unit, values[0].normalize())) }
    });
    let mut all: Vec<Holder> = stated.chain(labels).chain(omitted).collect();
    // A short quote may be part of several sentences: the long ones say which there are.
    all.sort_by_key(|holder| std::cmp::Reverse(holder.quote.len()));
    all
}

/// The words of a quote, with words that the end of a line divides put together.
fn quoted(quote: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for word in quote.split_whitespace() {
        match found.last_mut() {
            Some(before) if before.ends_with('-') && continues(word) => {
                before.pop();
                before.push_str(word);
            }
            _ => found.push(word.to_owned()),
        }
    }
    found
}

/// The words before and after each place where the quote has this number, without the marks at their end: a quote may
/// stop before a comma.
fn around(quote: &[String], number: &str) -> Vec<(Vec<String>, Vec<String>)> {
    let bare = |words: &[String]| words.iter().map(|word| word.trim_end_matches([',', '.', ':']).to_owned()).collect();
    let places = (0..quote.len()).filter(|at| number_in(&quote[*at]) == Some(number));
    places.map(|at| (bare(&quote[..at]), bare(&quote[at + 1..]))).collect()
}

/// Whether two quotes can hold one and the same printed number: what stands around it does not differ.
fn one_sentence(quote: &[String], other: &[String], number: &str) -> bool {
    around(quote, number).iter().any(|(before, after)| {
        around(other, number).iter().any(|(other_before, other_after)| {
            (before.ends_with(other_before) || other_before.ends_with(before))
                && (after.starts_with(other_after) || other_after.starts_with(after))
        })
    })
}

/// Where the counts of the data are not those of the list.
fn faults(document: &Document, printed: &[Printed]) -> Vec<String> {
    let id = &document.id;
    let holders = holders(document);
    let mut times: BTreeMap<(&str, String), (usize, &str)> = BTreeMap::new();
    for count in printed {
        let number = number_of(&count.amount);
        let says = format!("{number} {:?}", read(&count.amount));
        times.entry((&count.place, says)).or_insert((0, &count.amount)).0 += 1;
    }
    let mut faults = Vec::new();
    for ((place, _), (printed, amount)) in &times {
        let (number, (unit, values)) = (number_of(amount), read(amount));
        let holds = |holder: &Holder, value: Decimal| {
            is_at(holder.place, place) && holder.says.is_none_or(|says| says == (unit, value.normalize()))
        };
        for value in values {
            let mut sentences: Vec<Vec<String>> = Vec::new();
            for holder in holders.iter().filter(|holder| holds(holder, value)) {
                let quote = quoted(holder.quote);
                let has_number = !around(&quote, number).is_empty();
                if has_number && !sentences.iter().any(|known| one_sentence(known, &quote, number)) {
                    sentences.push(quote);
                }
            }
            let known = sentences.len() + keys_at(document, place, unit, value);
            if known < *printed {
                faults.push(format!("{id}, {place}: {amount} is printed {printed} times, in the data {known} times"));
            }
        }
    }
    let counts = document.counts.iter().map(|count| (&count.source, count.unit, count.number));
    let omitted = document.omitted_counts.iter().map(|omitted| {
        let (unit, values) = read(&omitted.amount);
        (&omitted.source, unit, values[0])
    });
    for (source, unit, value) in counts.chain(omitted) {
        let is_printed = printed.iter().any(|count| {
            let (printed_unit, values) = read(&count.amount);
            is_at(&source.place, &count.place) && printed_unit == unit && values.contains(&value)
        });
        if !is_printed {
            faults.push(format!("{id}, {}: {value} in \"{}\" is not printed", source.place, source.quote));
        }
    }
    faults
}

/// How many rows of the table have this share as their distribution key.
fn keys_at(document: &Document, place: &str, unit: CountUnit, value: Decimal) -> usize {
    if unit != CountUnit::Share {
        return 0;
    }
    let tables = document.tables.iter().filter(|table| is_at(&table.place, place));
    tables.flat_map(|table| &table.rows).filter(|row| row.key == Some(value)).count()
}

// ------------------------------------------------------------------------------------------------- the lists as files

/// The file with the list of a document.
pub(super) fn list_of(document: &Document) -> PathBuf {
    super::list_of(document).with_file_name(format!("{}-counts.txt", document.id))
}

fn as_file(document: &Document, text: &str) -> String {
    let what = format!("share and number of people, posts and talks printed in {}", document.file);
    list(&counts(text), &what, "number; the rules are in tests/printed/counts.rs")
}

/// The documents of the library, each with its list of counts.
static LISTS: LazyLock<Vec<(Document, Vec<Printed>)>> = LazyLock::new(|| read_lists(list_of, as_file));

// ---------------------------------------------------------------------------------------------------------- the tests

#[test]
fn every_share_and_number_of_people_and_posts_is_in_the_data_or_left_out_with_a_reason() {
    let faults: Vec<String> = LISTS.iter().flat_map(|(document, printed)| faults(document, printed)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Where the documents are at hand, the lists are what they print.
#[test]
fn the_lists_of_counts_are_what_the_documents_print() {
    let Some(folder) = sources() else { return };
    for (document, printed) in LISTS.iter() {
        let text = fs::read_to_string(folder.join(&document.file)).unwrap();
        assert_eq!(*printed, from_file(&as_file(document, &text)), "{}", list_of(document).display());
    }
}

/// Where the documents are at hand: no per cent is anywhere in them but in the lists. The scan has a `%` within a word
/// that it could not read.
#[test]
fn no_share_slips_through_the_rules() {
    let Some(folder) = sources() else { return };
    for (document, printed) in LISTS.iter() {
        let text = fs::read_to_string(folder.join(&document.file)).unwrap();
        let shares: usize = ["pct", "procent", " %"].iter().map(|sign| text.matches(sign).count()).sum();
        let listed = printed.iter().filter(|count| read(&count.amount).0 == CountUnit::Share);
        let listed = listed.filter(|count| !count.amount.contains(" ud af "));
        assert_eq!(shares, listed.count(), "{}", document.file);
    }
}

#[test]
fn the_rules_find_every_count_of_a_small_example() {
    let found = counts(
        "Indhold\n90 borgere, 1) Veteraner og 3 års-\n\nværk; op mod 6 ud af 10 borgere i projektet.20 \n\npct. og 10-25 pct.\n\
         frem for et helt årsværk, et halvt årsværk, et job, én projektleder i 2022 borgere under 30 år, tre samtaler\n\
         Tabel 2. Aktiviteter\n1.000 kr., 2026 p/l\nSamtaler (1 Service 629 629\nårsværk) og 1/2 rusmid-\ndelskonsulent 100 %\n",
    );
    let found: Vec<String> = found.iter().map(|at| format!("{} {} {}", at.place, at.line, at.amount)).collect();
    let expected = [
        "Indhold 1 90 borgere",
        "Indhold 1 3 årsværk",
        "Indhold 2 6 ud af 10",
        "Indhold 2 20 pct",
        "Indhold 3 10-25 pct",
        "Indhold 4 et helt årsværk",
        "Indhold 4 et halvt årsværk",
        "Indhold 4 én projektleder",
        "Indhold 4 tre samtaler",
        "Tabel 2 1 1 årsværk",
        "Tabel 2 2 1/2 rusmiddelskonsulent",
        "Tabel 2 3 100 %",
    ];
    assert_eq!(found, expected);
}

/// Whether a driver or one of its alternatives holds the number of the very words that a count quotes. Such a count is there
/// to be compared with those of other sentences.
fn is_held_twice(document: &Document, count: &Count) -> bool {
    let drivers = || document.variants.iter().flat_map(|variant| &variant.drivers);
    let values = drivers().map(|driver| (driver.value, &driver.origin));
    let alternatives = drivers().flat_map(|driver| &driver.alternatives);
    let mut held = values.chain(alternatives.map(|alternative| (alternative.value, &alternative.origin)));
    count.what.is_some()
        && held.any(|(value, origin)| {
            let quotes = origin.sources().iter().map(|source| source.quote.as_str());
            value == count.number && quotes.into_iter().any(|quote| count.source.quote.contains(quote))
        })
}

/// What the comparison is for: data that lacks a count and a list with one more are noticed.
#[test]
fn a_change_in_the_counts_is_noticed() {
    for (document, printed) in LISTS.iter() {
        for at in 0..document.counts.len() {
            let mut changed = document.clone();
            let taken = changed.counts.remove(at);
            let is_noticed = !faults(&changed, printed).is_empty();
            assert!(is_noticed || is_held_twice(document, &taken), "a missing {taken:?} is not noticed");
            let mut changed = document.clone();
            changed.counts[at].number += Decimal::ONE;
            assert!(!faults(&changed, printed).is_empty(), "another number of {taken:?} is not noticed");
        }
        for at in 0..printed.len() {
            let mut more = printed.clone();
            more.insert(at, printed[at].clone());
            assert!(!faults(document, &more).is_empty(), "a second {:?} is not noticed", printed[at]);
        }
    }
}
